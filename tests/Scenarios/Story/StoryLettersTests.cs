using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>The letters of the whole story, as they come out of the API and open in a word processor.</summary>
[Collection(typeof(AtTheStory))]
public sealed class StoryLettersTests(ToldStory story)
{
    [Fact]
    public void Letters_AreThoseOfTheStory_AndDispatched()
    {
        Letters(story.Journalist).ShouldBe(
        [
            "receipt-confirmation request 2018-10-16", "consultation-request-forum consultation-1 2018-10-29", "consultation-request-forum consultation-2 2018-10-29",
            "consultation-request consultation-3 2018-10-29", "consultation-request consultation-4 2018-10-29", "consultation-request consultation-5 2018-10-29",
            "third-party-view-request view-1 2018-11-02", "suspension-notice views-1 2018-11-02", "extension-notice extension 2018-11-12",
            "suspension-ended views-1 2018-11-15", "consultation-reminder consultation-2 2018-11-19", "decision decision-1 2018-12-20",
            "decision decision-2 2019-05-28", "consultation-request consultation-6 2022-01-31", "decision decision-3 2022-03-07",
            "third-party-decision decision-1:person-2 2018-12-20", "third-party-decision decision-2:person-2 2019-05-28", "third-party-decision decision-3:person-2 2022-03-07",
        ], ignoreOrder: true);
        Letters(story.Company).ShouldBe(
        [
            "receipt-confirmation request 2019-06-20", "consultation-request-forum consultation-1 2019-06-24", "consultation-request-forum consultation-2 2019-06-24",
            "consultation-request consultation-3 2019-06-24", "consultation-request consultation-4 2019-06-24", "consultation-request consultation-5 2019-06-24",
            "extension-notice extension 2019-07-09", "decision decision-1 2019-07-25", "consultation-request consultation-6 2022-01-31", "decision decision-2 2022-03-16",
        ], ignoreOrder: true);

        // Letters that only some organisations send, or that come with later work on remedies, may stand beside these.
        static IEnumerable<string> Letters(ToldCase told) => told.View["letters"]!.AsArray()
            .Where(l => (string)l!["state"]! == "dispatched").Select(l => $"{l!["kind"]} {l["about"]} {l["dispatchedOn"]}");
    }

    [Fact]
    public async Task EveryDispatchedLetter_IsWhole_AndSaysThatThisIsAnExercise()
    {
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            foreach (var letter in told.View["letters"]!.AsArray().Where(l => (string)l!["state"]! == "dispatched"))
            {
                var text = (await story.FileAsync($"cases/{told.Id}/artifacts/{letter!["artifactId"]}")).All;
                text.ShouldContain("oefening", Case.Insensitive);
                text.ShouldNotContain("[reactie");
                text.ShouldNotContain("[horen");
                text.ShouldNotContain("[gewist]");
                text.ShouldNotContain("{{");
                text.ShouldNotContain(StoryPapersSay.OwnInformation);
                text.ShouldNotContain(StoryPapersSay.Opinion);
            }
        }
    }

    [Fact]
    public async Task ThirdParty_IsNotToldWhoAsked_AndTheRequesterNotWhoWasAsked()
    {
        var asked = (await story.LetterAsync(story.Journalist, "third-party-view-request", "view-1")).All;
        asked.ShouldContain("Kaspersky Lab");
        asked.ShouldContain("16 november 2018");
        asked.ShouldNotContain("Pointer");
        asked.ShouldNotContain("Hilversum");
        var told = (await story.LetterAsync(story.Journalist, "suspension-notice", "views-1")).All;
        told.ShouldContain("Pointer");
        told.ShouldNotContain("Kaspersky Lab");
        (await story.LetterAsync(story.Journalist, "suspension-ended", "views-1")).All.ShouldContain("27 december 2018");
        (await story.LetterAsync(story.Journalist, "extension-notice", "extension")).All.ShouldContain("vier weken");
    }

    [Fact]
    public async Task ThirdParty_IsToldOfEachDecision_WithoutTheNameOfWhoAsked()
    {
        foreach (var decision in (string[])["decision-1", "decision-2", "decision-3"])
        {
            var text = (await story.LetterAsync(story.Journalist, "third-party-decision", $"{decision}:person-2")).All;
            text.ShouldContain("Kaspersky Lab");
            text.ShouldContain("7. E-mail van Kaspersky Lab aan het ministerie: wordt gedeeltelijk openbaar");
            text.ShouldContain("niet eerder dan twee weken nadat het besluit is bekendgemaakt");
            text.ShouldContain(decision == "decision-1" ? "bezwaarschrift" : "beroepschrift");
            text.ShouldNotContain("Pointer");
            text.ShouldNotContain("Hilversum");
            story.Journalist.Term($"third-party-told:{decision}:person-2")["state"]!.ToString().ShouldBe("met");
        }
    }

    [Theory]
    [InlineData("consultation-1", "Comité Verenigde Inlichtingendiensten Nederland")]
    [InlineData("consultation-2", "Raad Veiligheid en Inlichtingen")]
    public async Task Forum_IsWrittenToAtItsSecretariat(string consultation, string forum)
    {
        var text = (await story.LetterAsync(story.Journalist, "consultation-request-forum", consultation)).All;
        text.ShouldContain(forum);
        text.ShouldContain("secretariaat", Case.Insensitive);
        text.ShouldContain("Ministerie van Algemene Zaken");
        text.ShouldContain("16 november 2018");
        text.ShouldNotContain("Pointer");
    }

    [Fact]
    public async Task FirstDecision_RefusesMost_WithReasonsByTheme()
    {
        var text = (await story.LetterAsync(story.Journalist, "decision", "decision-1")).All;
        text.ShouldContain("Pointer");
        text.ShouldContain("de documenten 1, 2, 3 en 5 niet openbaar te maken");
        text.ShouldContain("de documenten 4, 7 en 9 gedeeltelijk openbaar te maken");
        text.ShouldContain("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties");
        text.ShouldContain("kst-30821-46");
        foreach (var ground in (string[])["10.1b", "10.1c", "10.2e", "11.1"])
            text.ShouldContain(ground);
        text.ShouldContain("De passages geven inzicht in de werkwijze en het actuele kennisniveau van de diensten.");
        text.ShouldContain("Deze zienswijze volg ik");
        text.ShouldContain("Signal: Diensttelefoons");
        // Awb 3:45
        text.ShouldContain("binnen zes weken");
        text.ShouldContain("bezwaar");
    }

    [Fact]
    public async Task DecisionOnObjection_AnswersItsGrounds_AndTellsOfHearingAndAdvice()
    {
        var text = (await story.LetterAsync(story.Journalist, "decision", "decision-2")).All;
        text.ShouldContain("uw bezwaar tegen mijn besluit van 20 december 2018");
        text.ShouldContain("op 28 januari 2019 ontvangen");
        text.ShouldContain("9 april 2019 gehoord");
        text.ShouldContain("30 april 2019 geadviseerd het bezwaar ongegrond te verklaren");
        text.ShouldContain("de keuze en de samenhang van bronnen");
        text.ShouldContain("beroep");
        // What the letter says is enclosed is counted among its annexes; what it discloses no more than before, it doesn't announce again.
        text.ShouldContain("Het verslag daarvan is bijgevoegd.");
        text.ShouldContain("3. Verslag van het horen");
        text.ShouldNotContain("Wijze en moment van openbaarmaking");
    }

    [Fact]
    public async Task DecisionAfterAnnulmentOfADecisionOnObjection_DecidesOnTheObjectionAnew()
    {
        var text = (await story.LetterAsync(story.Journalist, "decision", "decision-3")).All;
        text.ShouldContain("Voor zover dat besluit is vernietigd, komt dit besluit daarvoor in de plaats.");
        text.ShouldContain("het bezwaar alsnog gegrond te verklaren en mijn besluit van 20 december 2018 te herroepen, voor zover hierna anders wordt beslist");
        text.ShouldContain("in de plaats van mijn vernietigde besluit van 28 mei 2019 te beslissen als hierna vermeld");
        text.ShouldContain("onleesbaar gemaakt onder vermelding van: 10.1b: Veiligheid van de Staat.");
        // What the third party objected to was disclosed years before.
        text.ShouldNotContain("Naar verwachting heeft een belanghebbende bezwaar");
        // The company went to the court directly, and there is no objection to decide on.
        (await story.LetterAsync(story.Company, "decision", "decision-2")).All.ShouldNotContain("het bezwaar");
    }

    [Fact]
    public async Task EveryDecision_HasTheArticlesThatItApplies_InOurOwnWords_AndCountsItsAnnexes()
    {
        foreach (var (told, decision) in ((ToldCase, string)[])
            [(story.Journalist, "decision-1"), (story.Journalist, "decision-2"), (story.Journalist, "decision-3"), (story.Company, "decision-1"), (story.Company, "decision-2")])
        {
            var text = (await story.LetterAsync(told, "decision", decision)).All;
            text.ShouldContain("1. Toegepaste wetsartikelen");
            text.ShouldContain("2. Inventarislijst");
            text.ShouldContain("Bijlage 1. Toegepaste wetsartikelen");
            text.ShouldContain("Bijlage 2. Inventarislijst");
            text.ShouldContain("Artikel 10, eerste lid, aanhef en onder b");
            text.ShouldContain("in eigen woorden");
            text.ShouldNotContain("wetten.overheid.nl");
        }
    }

    [Fact]
    public async Task SupplementaryDecisions_DiscloseTheAnalysisUnderTheWob()
    {
        foreach (var (told, decision, earlier, number) in ((ToldCase, string, string, string)[])
            [(story.Journalist, "decision-3", "28 mei 2019", "202003618/1/A3"), (story.Company, "decision-2", "25 juli 2019", "202003716/1/A3")])
        {
            var text = (await story.LetterAsync(told, "decision", decision)).All;
            text.ShouldContain("aanvullend besluit");
            text.ShouldContain($"mijn besluit van {earlier}");
            text.ShouldContain(number);
            text.ShouldContain("Afdeling bestuursrechtspraak van de Raad van State");
            text.ShouldContain("Wet openbaarheid van bestuur (Wob)");
            text.ShouldContain("Het document wordt geheel openbaar.");
            text.ShouldContain("document 1 geheel openbaar te maken");
            // The court's own words, each with its answer.
            text.ShouldContain("Opdracht 1 luidt:");
            text.ShouldContain("motiveer per onderdeel waarom het niet openbaar kan worden, of maak het openbaar.");
            text.ShouldContain("Betrek daarbij de passages in andere stukken die aan dat document zijn ontleend.");
            // Sent on that day; when it was pronounced isn't known, and the letter does not pretend.
            text.ShouldContain("De uitspraak is op 26 januari 2022 verzonden.");
            text.ShouldNotContain("op 26 januari 2022 uitspraak gedaan");
            text.ShouldContain($"mijn besluit van {earlier} vernietigd en mij opgedragen een nieuw besluit te nemen");
            // What changed, per document and passage.
            text.ShouldContain($"Ten opzichte van mijn besluit van {earlier} verandert per document het volgende.");
            text.ShouldContain("1. Dreigingsanalyse Kaspersky Lab was niet openbaar en wordt geheel openbaar.");
            text.ShouldContain("2. Nota ten behoeve van het CVIN was niet openbaar en wordt gedeeltelijk openbaar.");
            text.ShouldContain("Alsnog openbaar worden twee passages op bladzijde 1.");
            text.ShouldContain("Niet openbaar blijft één passage op bladzijde 1, op dezelfde grond als eerder: artikel 11, eerste lid, van de Wob.");
            text.ShouldContain("andere documenten verandert niet.");
            told.View["decisions"]!.AsArray().Last()!["changes"]!.AsArray().Select(change =>
                $"{change!["documentId"]} {change["before"]} {change["now"]} {change["disclosed"]!.AsArray().Count} {change["stillWithheld"]!.AsArray().Count}").ShouldBe(
            [
                "doc-1 not-public public 2 0", "doc-2 not-public partly-public 2 1", "doc-3 not-public partly-public 1 1",
            ]);
            text.ShouldContain("Geweigerd blijft alleen wat eigen informatie van de diensten bevat.");
        }
    }

    [Fact]
    public async Task LetterToParliament_SaysWhatTheRealOneSays_InItsOrder()
    {
        var letter = story.Ruling["letter"]!;
        ((string)letter["state"]!).ShouldBe("sent");
        ((string)letter["sentOn"]!).ShouldBe("2022-03-16");
        ((string)letter["signedBy"]!).ShouldBe("minister-van-justitie-en-veiligheid");
        var read = await story.FileAsync(((string)letter["href"]!)["/api/v1/".Length..]);
        var text = string.Join('\n', read.Paragraphs.Select(p => p.Text));
        var at = 0;
        foreach (var point in (string[])
            [
                "De Voorzitter van de Tweede Kamer", "naar aanleiding van een uitspraak van de Afdeling bestuursrechtspraak van de Raad van State[^1]",
                "twee aanvullende besluiten heb genomen op twee verzoeken", "Wet openbaarheid van bestuur (Wob)", "voorzorgsmaatregel van het kabinet uit 2018",
                "bij de Rijksoverheid uit te faseren", "risico’s voor de nationale veiligheid", "(ABDO) te adviseren hetzelfde te doen[^2].",
                "het document ‘Dreigingsanalyse Kaspersky Lab’ openbaar", "enkele passages die dat document parafraseren", "(CVIN) en de Raad Veiligheid en Inlichtingen (RVI)",
                "www.rijksoverheid.nl", "op open bronnen is gebaseerd", "een van de stukken waarop de voorzorgsmaatregel van 2018 berust",
                "informatie van de inlichtingen- en veiligheidsdiensten", "staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties geïnformeerd over de uitfasering",
                "[^3]", "in 2021 opnieuw is beoordeeld", "geen aanleiding", "buiten gebruik blijft[^4].", "alleen het gebruik van de antivirussoftware",
                "andere producten en diensten", "De Minister van Justitie en Veiligheid,", "D. Yeşilgöz-Zegerius",
            ])
        {
            var next = text.IndexOf(point, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, $"'{point}' is missing, or not in its place, in:\n{text}");
            at = next + point.Length;
        }

        read.Footnotes.ShouldBe(
        [
            "De Afdeling bestuursrechtspraak van de Raad van State, zaaknummers 202003618/1/A3 en 202003716/1/A3, https://www.raadvanstate.nl/uitspraken/@128366/202003618-1-a3-en-202003716-1-a3/.",
            "Kamerstukken II 2017/2018, 30 821, nr. 46.",
            "Kamerstukken II 2020/2021, 30 821 en 26 643, nr. 117.",
            "Kamerstukken II 2021/2022, 26 643, nr. 813.",
        ]);
    }

    private static class StoryPapersSay
    {
        public const string OwnInformation = "De dienst beschikt over eigen informatie die dit beeld bevestigt.";

        public const string Opinion = "Het verdient naar mijn opvatting de voorkeur nog deze maand tot uitfasering te besluiten.";
    }
}
