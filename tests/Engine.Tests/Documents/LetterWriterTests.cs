using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

public sealed class LetterWriterTests
{
    public static TheoryData<string> Kinds => [.. LetterExamples.All.Select(c => c.Kind)];

    [Fact]
    public void Every_kind_has_an_example_and_a_template()
    {
        var kinds = typeof(LetterContent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LetterContent))).ToHashSet();
        LetterExamples.All.Select(c => c.GetType()).ToHashSet().SetEquals(kinds).ShouldBeTrue();
        LetterTemplates.Names.Where(n => n.EndsWith(".nl.md.liquid", StringComparison.Ordinal) && !n.StartsWith('_'))
            .ShouldBe(LetterExamples.All.Select(c => c.Kind + ".nl.md.liquid").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_a_valid_document(string kind) =>
        LetterExamples.Errors(LetterExamples.Write(Example(kind) with { Annexes = ["Inventarislijst", "Documenten"], Exercise = true, Marking = "Dep. VERTROUWELIJK" })).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_leaves_no_trace_of_template_or_markup(string kind)
    {
        var text = DocxText.Read(LetterExamples.Write(Example(kind))).All;
        foreach (var trace in new[] { "{{", "{%", "**", "[^uit", "&#x", "|--", "#", "[body]", "  " })
            text.ShouldNotContain(trace);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_the_same_bytes_twice(string kind) =>
        LetterExamples.Write(Example(kind)).ShouldBe(LetterExamples.Write(Example(kind)));

    [Theory]
    [InlineData(DecisionVariant.Primary, "Met deze brief beslis ik op uw verzoek")]
    [InlineData(DecisionVariant.Partial, "Dit is het eerste deelbesluit. Het betreft de documenten tot en met 2017.")]
    [InlineData(DecisionVariant.OnObjection, "Met deze brief beslis ik op uw bezwaar tegen mijn besluit van 1 augustus 2018")]
    [InlineData(DecisionVariant.Repair, "Met deze brief herstel ik het gebrek dat de Afdeling")]
    [InlineData(DecisionVariant.NewAfterAnnulment, "mijn eerdere besluit van 25 juli 2019 heeft vernietigd")]
    [InlineData(DecisionVariant.Supplementary, "Dit besluit vult mijn besluit van 25 juli 2019 aan.")]
    public void Decision_of_every_variant_says_what_it_is(DecisionVariant variant, string sentence)
    {
        foreach (var act in Enum.GetValues<LetterAct>())
        {
            var docx = LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(variant, act)));
            LetterExamples.Errors(docx).ShouldBeEmpty();
            DocxText.Read(docx).All.ShouldContain(sentence);
        }
    }

    [Fact]
    public void Decision_has_its_sections_in_order()
    {
        var docx = DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(DecisionVariant.OnObjection, LetterAct.Woo))));
        docx.Paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text).ShouldBe(
        [
            "Het verzoek", "Verloop van de procedure", "Wettelijk kader", "Zoekslag en inventarisatie", "Zienswijzen van derden", "Het bezwaar",
            "Beoordeling", "Besluit", "Wijze en moment van openbaarmaking", "Beroep", "Inventarislijst",
        ]);
    }

    [Fact]
    public void Decision_writes_out_articles_and_carries_the_mark()
    {
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo)))).All;
        text.ShouldContain("Artikel 5.1, tweede lid, aanhef en onder i, van de Woo en artikel 5.2, eerste lid, van de Woo.");
        text.ShouldContain("onleesbaar gemaakt onder vermelding van: 5.1.2i.");
        text.ShouldContain("Nota | voor het CVIN");
    }

    [Fact]
    public void Decision_says_where_it_departs_from_an_advice() =>
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo)))).All
            .ShouldContain("Van het advies van de MIVD wijk ik af wat betreft een passage op bladzijde 2 van document 3. De passage berust op open bronnen.");

    [Fact]
    public void What_follows_the_signature_stands_after_it()
    {
        var texts = DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo)))).Paragraphs.Select(p => p.Text.Trim()).ToList();
        var signed = texts.IndexOf("mr. B. Bakker");
        texts.IndexOf("Hoogachtend,").ShouldBeLessThan(signed);
        texts.IndexOf("Bezwaar").ShouldBeGreaterThan(signed);
        texts.IndexOf("Inventarislijst").ShouldBeGreaterThan(texts.IndexOf("Bezwaar"));
    }

    [Theory]
    [InlineData(Remedy.Objection, "bezwaarschrift", "binnen zes weken na de dag waarop dit besluit is bekendgemaakt")]
    [InlineData(Remedy.Appeal, "beroepschrift", "binnen zes weken na de dag waarop dit besluit is bekendgemaakt")]
    [InlineData(Remedy.AppealToDivision, "beroepschrift", "artikel 8:113, tweede lid, van de Algemene wet bestuursrecht")]
    [InlineData(Remedy.JoinsPendingAppeal, "zaaknummer UTR 19/2967", "artikel 6:19, eerste lid, van de Algemene wet bestuursrecht")]
    public void Remedies_follow_what_is_given(Remedy remedy, string word, string rule)
    {
        var decision = LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo) with { Remedies = LetterExamples.Remedies(remedy) };
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision))).All;
        text.ShouldContain(word);
        text.ShouldContain(rule);
    }

    [Fact]
    public void Decision_without_remedies_prints_none()
    {
        var decision = LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo) with { Remedies = LetterExamples.Remedies(Remedy.None), Inventory = [] };
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision))).All;
        text.ShouldNotContain("bezwaarschrift");
        text.ShouldEndWith("Pagina 1 van 1");
    }

    [Fact]
    public void Decision_with_articles_and_inventory_numbers_and_counts_its_annexes()
    {
        var decision = LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo) with
        {
            Articles = new("Afgedrukt is wat is toegepast.", [new("Artikel 5.1, tweede lid", "Het belang telt:\na. het ene;\nb. het andere.", Quoted: true), new("Artikel 5.2, derde lid", "In eigen woorden.", Quoted: false)]),
            EnclosesHearingReport = true,
        };
        decision.Annexes.ShouldBe(["Toegepaste wetsartikelen", "Inventarislijst", "Verslag van het horen"]);
        var docx = DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision) with { Annexes = decision.Annexes }));

        docx.Paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text).TakeLast(2).ShouldBe(["Bijlage 1. Toegepaste wetsartikelen", "Bijlage 2. Inventarislijst"]);
        docx.Paragraphs.Where(p => p.Style == "Quote").Select(p => p.Text).ShouldContain("a. het ene;");
        docx.Paragraphs.Where(p => p.Style == "Quote").Select(p => p.Text).ShouldNotContain("In eigen woorden.");
        docx.All.ShouldContain("De bepalingen die ik heb toegepast, vindt u in bijlage 1.");
        docx.All.ShouldContain("3. Verslag van het horen");
    }

    [Fact]
    public void Decision_not_to_treat_says_nothing_of_a_search_or_of_documents()
    {
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.Decision(DecisionVariant.NotTreated, LetterAct.Woo) with { Inventory = [], Dictum = ["uw verzoek niet te behandelen"] }))).All;
        text.ShouldContain("niet in behandeling neem");
        text.ShouldContain("Ik heb besloten uw verzoek niet te behandelen.");
        foreach (var word in (string[])["Zoekslag", "aangetroffen", "per zelfstandig onderdeel"])
            text.ShouldNotContain(word);
    }

    [Theory]
    [InlineData(0, 1, "Eén derde is in de gelegenheid gesteld een zienswijze te geven")]
    [InlineData(0, 3, "Derden zijn in de gelegenheid gesteld een zienswijze te geven")]
    [InlineData(1, 1, "Eén andere derde die om een zienswijze is gevraagd, heeft die niet gegeven.")]
    [InlineData(1, 2, "Van de andere derden die om een zienswijze zijn gevraagd, hebben er twee die niet gegeven.")]
    public void Decision_says_which_third_parties_did_not_answer(int given, int notGiven, string sentence)
    {
        var decision = LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo);
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision with { Views = [.. decision.Views.Take(given)], ViewsNotGiven = notGiven }))).All.ShouldContain(sentence);
    }

    [Fact]
    public void Inventory_without_a_single_sender_has_no_column_for_them()
    {
        var decision = LetterExamples.Decision(DecisionVariant.Primary, LetterAct.Woo);
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision))).All.ShouldContain("Afzender en ontvanger");
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(decision with { Inventory = [.. decision.Inventory.Select(row => row with { Parties = null })] }))).All.ShouldNotContain("Afzender en ontvanger");
    }

    [Fact]
    public void Letter_that_has_not_been_dispatched_has_no_date()
    {
        var text = DocxText.Read(LetterExamples.Write(Example("receipt-confirmation") with { Date = null, Signature = null })).All;
        text.ShouldContain("[datum verzending]");
        text.ShouldContain("[ondertekening]");
        text.ShouldNotContain("23 mei 2018");
    }

    [Fact]
    public void Confirmation_names_the_last_day_and_its_article() =>
        DocxText.Read(LetterExamples.Write(Example("receipt-confirmation"))).All.ShouldContain(
            "Op grond van artikel 6, eerste lid, van de Wob beslis ik binnen vier weken, gerekend vanaf de dag na die waarop uw verzoek is ontvangen. Dat betekent dat ik uiterlijk op 19 juni 2018 op uw verzoek beslis.");

    [Fact]
    public void Exercise_and_marking_stand_on_every_page()
    {
        var letter = Example("receipt-confirmation");
        var headers = DocxText.Read(LetterExamples.Write(letter with { Exercise = true, Marking = "Dep. VERTROUWELIJK" })).Headers;
        headers.Count(h => h.StartsWith("OEFENING", StringComparison.Ordinal)).ShouldBe(2);
        headers.Count(h => h == "Dep. VERTROUWELIJK").ShouldBe(2);
        DocxText.Read(LetterExamples.Write(letter)).Headers.ShouldBe(["2271482"]);
    }

    [Fact]
    public void Letters_to_consulted_bodies_and_third_parties_have_tables_of_passages()
    {
        foreach (var kind in new[] { "consultation-request", "consultation-request-forum", "third-party-view-request" })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(LetterExamples.Write(Example(kind))), false);
            var rows = document.MainDocumentPart!.Document!.Descendants<Table>().Single(t => t.InnerText.StartsWith("Document", StringComparison.Ordinal)).Elements<TableRow>().ToList();
            rows.Count.ShouldBe(3);
            rows[2].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(
                ["4. Nota voor de RVI van 16 april 2018", "1-2", "Werkwijze van de dienst", "Niet openbaar", "10.1.b en 11.1"]);
            rows[0].Descendants<TableHeader>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Numbered_and_bulleted_lists_are_lists_of_word()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterExamples.Write(Example("clarification-request"))), false);
        var numbering = document.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!;
        document.MainDocumentPart!.Document!.Descendants<NumberingId>().Count().ShouldBe(4);
        numbering.Elements<NumberingInstance>().Count().ShouldBe(1);
    }

    private static Letter Example(string kind) => LetterExamples.Of(LetterExamples.All.Single(c => c.Kind == kind));
}
