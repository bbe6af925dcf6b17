using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>The letter to Parliament follows its facts: with another fact it says that, and not what it said before.</summary>
public sealed class LetterToParliamentFactsTests
{
    private static readonly LetterToParliament Facts = KasperskyLetter.Content;

    private static readonly Dictionary<string, (LetterToParliament Content, string Says, string NoLonger)> Changes = new()
    {
        ["act"] = (Facts with { Act = LetterAct.Woo }, "Wet open overheid (Woo)", "Wet openbaarheid van bestuur"),
        ["court"] = (Facts with { Ruling = Facts.Ruling with { Court = "de Rechtbank Midden-Nederland" } }, "een uitspraak van de Rechtbank Midden-Nederland", "Afdeling bestuursrechtspraak"),
        ["date of the ruling"] = (Facts with { Ruling = Facts.Ruling with { On = new(2022, 1, 26) } }, "Raad van State, 26 januari 2022, zaaknummers", "Raad van State, zaaknummers"),
        ["numbers"] = (Facts with { Ruling = Facts.Ruling with { CaseNumbers = ["202003618/1/A3"] } }, "zaaknummer 202003618/1/A3", "202003716/1/A3"),
        ["ecli"] = (Facts with { Ruling = Facts.Ruling with { Ecli = "ECLI:NL:RVS:2022:1" } }, "ECLI:NL:RVS:2022:1", "A3, https"),
        ["address of the ruling"] = (Facts with { Ruling = Facts.Ruling with { Url = "https://example.org/uitspraak" } }, "https://example.org/uitspraak", "@128366"),
        ["number of decisions"] = (Facts with { Decisions = 3 }, "drie aanvullende besluiten", "twee aanvullende besluiten"),
        ["kind of decisions"] = (Facts with { DecisionAdjective = "nieuwe" }, "twee nieuwe besluiten", "aanvullende"),
        ["number of requests"] = (Facts with { Requests = 3 }, "drie verzoeken", "twee verzoeken"),
        ["measure"] = (Facts with { Measure = Facts.Measure with { Name = "noodmaatregel" } }, "de noodmaatregel van het kabinet uit 2018", "de voorzorgsmaatregel van het kabinet"),
        ["who took it"] = (Facts with { Measure = Facts.Measure with { By = "de ministerraad" } }, "van de ministerraad uit 2018", "van het kabinet"),
        ["year"] = (Facts with { Measure = Facts.Measure with { Year = 2017 } }, "de voorzorgsmaatregel van 2017 berust", "van 2018 berust"),
        ["what it says"] = (Facts with { Measure = Facts.Measure with { Text = "om telefoons te weren" } }, "om telefoons te weren[^2]", "uit te faseren"),
        ["paper of the measure"] = (Facts with { Measure = Facts.Measure with { Paper = new("2018/2019", ["26 643"], "551") } }, "Kamerstukken II 2018/2019, 26 643, nr. 551.", "nr. 46"),
        ["title"] = (Facts with { Documents = [Facts.Documents[0] with { Title = "Analyse X" }], Passages = [] }, "wordt het document ‘Analyse X’ openbaar", "Dreigingsanalyse"),
        ["nature"] = (Facts with { Documents = [Facts.Documents[0] with { Nature = "een verslag" }] }, "is een verslag.", "open bronnen"),
        ["basis"] = (Facts with { Documents = [Facts.Documents[0] with { BasisOfMeasure = false }] }, "is een analyse die op open bronnen is gebaseerd.", "een van de stukken waarop"),
        ["passages"] = (Facts with { Passages = [Facts.Passages[0] with { What = "twee alinea's" }] }, "twee alinea's die dat document parafraseren", "enkele passages"),
        ["papers"] = (Facts with { Passages = [Facts.Passages[0] with { Papers = "verslagen" }] }, "in verslagen voor het Comité", "nota’s"),
        ["forums"] = (Facts with { Passages = [Facts.Passages[0] with { Forums = ["de ministerraad"] }] }, "nota’s voor de ministerraad.", "(RVI)"),
        ["place"] = (Facts with { PublishedAt = "open.overheid.nl" }, "te raadplegen op open.overheid.nl", "rijksoverheid.nl"),
        ["other basis"] = (Facts with { OtherBasis = null }, "berust.", "Daarnaast is destijds"),
        ["author of an earlier letter"] = (Facts with { EarlierLetters = [Facts.EarlierLetters[0] with { By = "de minister van Defensie" }] }, "door de minister van Defensie geïnformeerd", "staatssecretaris"),
        ["subject of an earlier letter"] = (Facts with { EarlierLetters = [Facts.EarlierLetters[0] with { About = "over de kosten" }] }, "geïnformeerd over de kosten[^3]", "over de uitfasering"),
        ["paper of an earlier letter"] = (Facts with { EarlierLetters = [Facts.EarlierLetters[0] with { Paper = new("2019/2020", ["30 821"], "99") }] }, "Kamerstukken II 2019/2020, 30 821, nr. 99.", "nr. 117"),
        ["year of the reassessment"] = (Facts with { Reassessment = Facts.Reassessment! with { Year = 2020 } }, "in 2020 opnieuw is beoordeeld", "in 2021"),
        ["what stays"] = (Facts with { Reassessment = Facts.Reassessment! with { Consequence = "alles blijft zoals het was" } }, "en dat alles blijft zoals het was[^4]", "buiten gebruik blijft"),
        ["paper of the reassessment"] = (Facts with { Reassessment = Facts.Reassessment! with { Paper = new("2020/2021", ["26 643"], "700") } }, "Kamerstukken II 2020/2021, 26 643, nr. 700.", "nr. 813"),
        ["no reassessment"] = (Facts with { Reassessment = null }, "over de uitfasering", "opnieuw is beoordeeld"),
        ["closing"] = (Facts with { Closing = "Ik houd u op de hoogte." }, "Ik houd u op de hoogte.", "andere producten en diensten"),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Letter_WithAnotherFact_SaysThat_AndNoLongerWhatItSaid(string name)
    {
        var (content, says, noLonger) = Changes[name];

        Says(Facts).ShouldContain(noLonger);
        Says(Facts).ShouldNotBe(Says(content));
        Says(content).ShouldContain(says);
        Says(content).ShouldNotContain(noLonger);
    }

    [Theory]
    [InlineData("D. Yeşilgöz-Zegerius")]
    [InlineData("A. Ander")]
    public void Letter_IsSignedByWhoHoldsTheOffice(string name) =>
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(Facts) with { Signature = new Signature("De Minister van Justitie en Veiligheid", null, name) })).All.ShouldContain(name);

    private static string Says(LetterToParliament content) => DocxText.Read(LetterExamples.Write(LetterExamples.Of(content))) is var text
        ? string.Join('\n', [.. text.Paragraphs.Select(p => p.Text), .. text.Footnotes])
        : "";
}
