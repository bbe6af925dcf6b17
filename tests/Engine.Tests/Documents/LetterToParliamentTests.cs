using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>What the Minister wrote in March 2022 must follow from facts, in the same order.</summary>
public sealed class LetterToParliamentTests
{
    private static readonly byte[] Docx = LetterExamples.Write(new Letter(
        new Letterhead(["Ministerie van Justitie en Veiligheid", "Postbus 20301", "2500 EH Den Haag"], []),
        new LetterParty(["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA Den Haag"], null),
        Date: null,
        "3900001",
        "Aanvullende besluiten over de voorzorgsmaatregel Kaspersky",
        KasperskyLetter.Content,
        new Signature("De Minister van Justitie en Veiligheid", null, "D. Yeşilgöz-Zegerius"),
        [],
        Exercise: false,
        Marking: null));

    private static readonly DocxText Letter = DocxText.Read(Docx);

    [Fact]
    public void Says_everything_in_the_order_of_the_real_letter()
    {
        string[] facts =
        [
            "uw Kamer",
            "naar aanleiding van een uitspraak van de Afdeling bestuursrechtspraak van de Raad van State[^1]",
            "twee aanvullende besluiten",
            "twee verzoeken",
            "Wet openbaarheid van bestuur (Wob)",
            "voorzorgsmaatregel van het kabinet uit 2018",
            "risico’s voor de nationale veiligheid",
            "antivirussoftware van Kaspersky Lab bij de Rijksoverheid uit te faseren",
            "bedrijven en organisaties met vitale diensten en processen",
            "Algemene Beveiligingseisen Defensie Opdrachten (ABDO)",
            "te adviseren hetzelfde te doen[^2].",
            "Met deze besluiten wordt het document ‘Dreigingsanalyse Kaspersky Lab’ openbaar",
            "enkele passages die dat document parafraseren",
            "nota’s voor het Comité Verenigde Inlichtingendiensten Nederland (CVIN) en de Raad Veiligheid en Inlichtingen (RVI)",
            "te raadplegen op www.rijksoverheid.nl",
            "Het document ‘Dreigingsanalyse Kaspersky Lab’ is een analyse die op open bronnen is gebaseerd.",
            "een van de stukken waarop de voorzorgsmaatregel van 2018 berust",
            "Daarnaast is destijds gebruikgemaakt van informatie van de inlichtingen- en veiligheidsdiensten",
            "Uw Kamer is eerder door de staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties geïnformeerd over de uitfasering",
            "[^3]",
            "in 2021 opnieuw is beoordeeld",
            "geen aanleiding",
            "bij de Rijksoverheid buiten gebruik blijft[^4]",
            "alleen het gebruik van de antivirussoftware van Kaspersky Lab betreft",
            "andere producten en diensten van Kaspersky",
            "samenwerking met Kaspersky, door de Rijksoverheid, vitale bedrijven en ABDO-bedrijven",
            "De Minister van Justitie en Veiligheid,",
            "D. Yeşilgöz-Zegerius",
        ];
        var text = string.Join('\n', Letter.Paragraphs.Select(p => p.Text));
        var at = text.IndexOf("Hierbij", StringComparison.Ordinal);
        foreach (var fact in facts)
        {
            var next = text.IndexOf(fact, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, $"'{fact}' is missing, or not in its place, in:\n{text}");
            at = next + fact.Length;
        }
    }

    [Fact]
    public void Cites_in_four_footnotes() => Letter.Footnotes.ShouldBe(
    [
        "De Afdeling bestuursrechtspraak van de Raad van State, zaaknummers 202003618/1/A3 en 202003716/1/A3, https://www.raadvanstate.nl/uitspraken/@128366/202003618-1-a3-en-202003716-1-a3/.",
        "Kamerstukken II 2017/2018, 30 821, nr. 46.",
        "Kamerstukken II 2020/2021, 30 821 en 26 643, nr. 117.",
        "Kamerstukken II 2021/2022, 26 643, nr. 813.",
    ]);

    [Fact]
    public void Footnotes_are_footnotes_of_word()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx), false);
        var main = document.MainDocumentPart!;
        var references = main.Document!.Descendants<FootnoteReference>().Select(r => r.Id!.Value).ToList();
        references.ShouldBe([1, 2, 3, 4]);
        main.FootnotesPart!.Footnotes!.Elements<Footnote>().Select(f => f.Id!.Value).ShouldBe([-1, 0, 1, 2, 3, 4]);
        main.FootnotesPart.HyperlinkRelationships.Single().Uri.Host.ShouldBe("www.raadvanstate.nl");
        LetterExamples.Errors(Docx).ShouldBeEmpty();
    }

    [Fact]
    public void Singular_is_singular()
    {
        var one = KasperskyLetter.Content with { Decisions = 1, Requests = 1, DecisionAdjective = "aanvullend", Passages = [], Reassessment = null, EarlierLetters = [] };
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(one))).All;
        text.ShouldContain("een aanvullend besluit heb genomen op een verzoek op grond van");
        text.ShouldContain("Met dit besluit wordt het document ‘Dreigingsanalyse Kaspersky Lab’ openbaar. De");
    }
}
