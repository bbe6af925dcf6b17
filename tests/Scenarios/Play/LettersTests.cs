using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>Every letter of the play, as it comes out of the API and opens in a word processor.</summary>
[Collection(typeof(AtThePlay))]
public sealed class LettersTests(Undisturbed play)
{
    [Fact]
    public void Letters_AreThoseOfTheStory_EachOnce_AndDispatched() => play.Case["letters"]!.AsArray()
        .Select(letter => $"{letter!["kind"]} {letter["about"]} {letter["state"]} {letter["dispatchedOn"]}").ShouldBe(
        [
            "receipt-confirmation request dispatched 2018-05-22",
            "consultation-request-forum consultation-1 dispatched 2018-05-25",
            "consultation-request-forum consultation-2 dispatched 2018-05-25",
            "consultation-reminder consultation-2 dispatched 2018-06-12",
            "extension-notice extension dispatched 2018-06-12",
            "decision decision-1 dispatched 2018-07-09",
        ]);

    [Fact]
    public async Task EveryLetter_CarriesTheReferenceAndSaysThatThisIsAnExercise()
    {
        foreach (var letter in play.Case["letters"]!.AsArray())
        {
            var text = (await ReadAsync((string)letter!["kind"]!, (string)letter["about"]!)).All;
            text.ShouldContain(play.CaseId);
            text.ShouldContain("oefening", Case.Insensitive);
            text.ShouldNotContain("[gewist]");
            text.ShouldNotContain("{{");
        }
    }

    [Fact]
    public async Task ReceiptConfirmation_TellsTheRequesterByWhenIsDecided()
    {
        var text = (await ReadAsync("receipt-confirmation", "request")).All;
        text.ShouldContain("J. Journalist");
        text.ShouldContain("1200 AA Hilversum");
        text.ShouldContain("22 mei 2018");
        text.ShouldContain("uiterlijk op 19 juni 2018");
        text.ShouldContain("vier weken");
        text.ShouldContain("Ik verzoek om alle documenten over de voorbereiding");
    }

    [Theory]
    [InlineData("consultation-1", "Comité Verenigde Inlichtingendiensten Nederland", "Nota ten behoeve van het CVIN")]
    [InlineData("consultation-2", "Raad Veiligheid en Inlichtingen", "Nota ten behoeve van de RVI")]
    public async Task Forum_IsWrittenToAtItsSecretariatOfGeneralAffairs_AndHearsNothingOfTheRequester(string consultation, string forum, string document)
    {
        var text = (await ReadAsync("consultation-request-forum", consultation)).All;
        text.ShouldContain("Ministerie van Algemene Zaken");
        text.ShouldContain("secretariaat", Case.Insensitive);
        text.ShouldContain(forum);
        text.ShouldContain(document);
        text.ShouldContain("uiterlijk op 5 juni 2018");
        text.ShouldContain("19 juni 2018");
        text.ShouldNotContain("Journalist");
        text.ShouldNotContain("Hilversum");
    }

    [Fact]
    public async Task Reminder_TellsTheLateForumWhatItWasAskedAndANewDate()
    {
        var text = (await ReadAsync("consultation-reminder", "consultation-2")).All;
        text.ShouldContain("Ministerie van Algemene Zaken");
        text.ShouldContain("Bij brief van 25 mei 2018");
        text.ShouldContain("uiterlijk op 5 juni 2018");
        text.ShouldContain("eerste herinnering");
        text.ShouldContain("13 juni 2018");
        text.ShouldNotContain("Journalist");
    }

    [Fact]
    public async Task ExtensionNotice_TellsBothDatesAndWhy()
    {
        var text = (await ReadAsync("extension-notice", "extension")).All;
        text.ShouldContain("eindigt op 19 juni 2018");
        text.ShouldContain("uiterlijk op 17 juli 2018");
        text.ShouldContain("vier weken");
        text.ShouldContain("De afstemming met andere betrokkenen vraagt meer tijd");
    }

    [Fact]
    public async Task Decision_ContainsGroundsReasonsInventoryAndRemedies()
    {
        var letter = await ReadAsync("decision", "decision-1");
        var text = letter.All;
        text.ShouldContain("J. Journalist");
        text.ShouldContain("10.1b");
        text.ShouldContain("11.1");
        text.ShouldContain("De passage geeft inzicht in de werkwijze en het actuele kennisniveau van de diensten.");
        text.ShouldContain("De passage bevat persoonlijke beleidsopvattingen ten behoeve van intern beraad.");
        text.ShouldContain("document 1 geheel openbaar te maken");
        text.ShouldContain("de documenten 2 en 3 gedeeltelijk openbaar te maken");
        text.ShouldContain("Documentenbeheer van de directie");
        text.ShouldContain("12 juni 2018: De beslistermijn is met vier weken verdaagd.");
        // Awb 3:45: where, how and within which term.
        text.ShouldContain("binnen zes weken");
        text.ShouldContain("Postbus 20301");
        // Each document of the inventory with its judgement.
        foreach (var title in (string[])["Dreigingsanalyse, op basis van open bronnen", "Nota ten behoeve van het CVIN", "Nota ten behoeve van de RVI"])
            letter.Paragraphs.Select(paragraph => paragraph.Text).ShouldContain(title);
        text.ShouldContain("Inventarislijst");
        // What is withheld stands in no letter.
        text.ShouldNotContain("eigen informatie die dit beeld bevestigt");
        text.ShouldNotContain("nog deze maand tot uitfasering");
    }

    private async Task<DocxText> ReadAsync(string kind, string about)
    {
        var letter = play.Case["letters"]!.AsArray().Single(l => (string)l!["kind"]! == kind && (string)l["about"]! == about)!;
        var file = await play.Office.Handler.GetAsync($"cases/{play.CaseId}/artifacts/{letter["artifactId"]}");
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Content.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        file.Content.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return DocxText.Read(file.Bytes);
    }
}
