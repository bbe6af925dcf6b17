using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

public sealed class LetterTemplatesTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("templates").FullName;

    public static TheoryData<string> Hostile =>
    [
        "*vet* en **vetter**", "# Kop", "[^1] en [^uitspraak]: noot", "<script>alert(1)</script>", "{{ content }} {% if %}", "- punt", "1. punt", "a) punt", "> aanhaling",
        "| cel | cel |", "--- ", "---", "===", "[link](https://example.org)", "![beeld](x.png)", "<https://example.org>", "`code`", "    ingesprongen", "\\*", "&#42; &amp; &lt;",
        "regel 1\n\n# regel 2\n---\n[^1]: x", "~~door~~ _en_ __zo__", "https://example.org www.example.org", "\u202Egnirts\u202C", "a\u0000b\u000Bc\uFFFE", "\uD800", "", " ", "😀",
    ];

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_value_changes_the_structure_of_a_letter(string value)
    {
        var plain = Structure(Letter("gewone tekst"));
        Structure(Letter(value)).ShouldBe(plain);

        static byte[] Letter(string value)
        {
            var content = new ConsultationRequest(LetterAct.Woo, value, [new(value, value, value, value, [value])], new DateOnly(2018, 6, 8), null, Delivery: value);
            return LetterExamples.Write(LetterExamples.Of(content) with { Subject = value, Reference = value });
        }
    }

    [Theory]
    [InlineData("*vet* [^1] <script>x</script> {{ content }} # | ` _a_ &#42; \\* 1. x")]
    [InlineData("1. eerste - tweede > derde ![x](y)")]
    public void Values_are_printed_as_they_are(string value) =>
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(Forwarding(value)))).Paragraphs.Select(p => p.Text).ShouldContain(value);

    [Fact]
    public void Several_lines_are_paragraphs_only_where_the_template_says_so()
    {
        var lines = "regel een\n\n# regel twee\nregel drie";
        var paragraphs = DocxText.Read(LetterExamples.Write(LetterExamples.Of(Forwarding(lines)) with { Subject = lines })).Paragraphs.Select(p => p.Text).ToList();
        paragraphs.ShouldContain("# regel twee");
        paragraphs.ShouldContain("regel een  # regel twee regel drie");
    }

    [Fact]
    public void Organisation_replaces_one_text_and_keeps_the_others()
    {
        Put("forwarding.nl.md.liquid", "Onze eigen tekst over *{{ content.reason }}*, kenmerk {{ reference }}.\n\n{% include '_contact' %}");
        var text = DocxText.Read(LetterExamples.Write(LetterExamples.Of(Forwarding("reden")), directory)).All;
        text.ShouldContain("Onze eigen tekst over reden, kenmerk 2271482.");
        text.ShouldContain("Heeft u vragen over deze brief");
    }

    [Fact]
    public void Organisation_replaces_an_included_text()
    {
        Put("_contact.nl.md.liquid", "Bel ons.");
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(LetterExamples.All[0]), directory)).All.ShouldContain("Bel ons.");
    }

    [Fact]
    public void Organisation_replaces_the_letterhead()
    {
        Put("letterhead.docx", Letterhead(document => document.MainDocumentPart!.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("Gemeente Voorbeeld"))))));
        DocxText.Read(LetterExamples.Write(LetterExamples.Of(Forwarding("reden")), directory)).Paragraphs[0].Text.ShouldBe("Gemeente Voorbeeld");
    }

    [Fact]
    public void Letterhead_without_our_styles_gets_those_it_lacks()
    {
        Put("letterhead.docx", Letterhead(document => document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(s => s.StyleName?.Val?.Value is "heading 1" or "Letter Table").ToList().ForEach(s => s.Remove())));
        LetterExamples.Errors(LetterExamples.Write(LetterExamples.Of(LetterExamples.All[3]), directory)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("marking")]
    [InlineData("exercise")]
    [InlineData("body")]
    [InlineData("addressee")]
    public void Letterhead_that_would_lose_something_is_refused(string tag)
    {
        Put("letterhead.docx", Letterhead(document =>
        {
            foreach (var root in document.MainDocumentPart!.HeaderParts.Select(h => (DocumentFormat.OpenXml.OpenXmlElement)h.Header!)
                .Concat(document.MainDocumentPart.FooterParts.Select(f => f.Footer!)).Append(document.MainDocumentPart.Document!))
                root.Descendants<SdtElement>().Where(s => s.SdtProperties!.GetFirstChild<Tag>()!.Val == tag).ToList().ForEach(s => s.Remove());
        }));
        var e = Should.Throw<LetterTemplateException>(() => LetterExamples.Write(LetterExamples.Of(Forwarding("reden")) with { Marking = "Dep. VERTROUWELIJK", Exercise = true }, directory));
        e.File.ShouldBe("letterhead.docx");
        e.Problem.ShouldBe("no-control-" + tag);
    }

    [Fact]
    public void Letterhead_that_is_no_document_is_refused()
    {
        Put("letterhead.docx", Encoding.UTF8.GetBytes("geen document"));
        Should.Throw<LetterTemplateException>(() => LetterExamples.Write(LetterExamples.Of(Forwarding("reden")), directory)).Problem.ShouldBe("not-a-word-document");
    }

    [Theory]
    [InlineData("een\n{% if content.reason %}\ndrie", "syntax", null)]
    [InlineData("een\ntwee {{ content.reason }\ndrie", "syntax", 2)]
    [InlineData("een\ntwee\n{% onbekend %}", "syntax", 3)]
    [InlineData("een\n{{ content.bestaat_niet }}", "unknown-value", 2)]
    [InlineData("een\n\n\n{{ bestaatniet }}", "unknown-value", 4)]
    [InlineData("een\n{{ content.reason | raw }}", "unknown-filter", 2)]
    [InlineData("een\n{{ 'now' | date: '%Y' }}", "unknown-filter", 2)]
    public void Broken_text_is_refused_by_file_and_line_and_never_content(string template, string problem, int? line)
    {
        Put("forwarding.nl.md.liquid", template);
        var e = Should.Throw<LetterTemplateException>(() => LetterExamples.Write(LetterExamples.Of(Forwarding("geheime reden")), directory));
        e.File.ShouldBe("forwarding.nl.md.liquid");
        e.Problem.ShouldBe(problem);
        if (line is not null)
            e.Line.ShouldBe(line);
        e.ToString().ShouldNotContain("geheime reden");
    }

    [Fact]
    public void Broken_included_text_is_named()
    {
        Put("_contact.nl.md.liquid", "een\n{% fout %}");
        var e = Should.Throw<LetterTemplateException>(() => LetterExamples.Write(LetterExamples.Of(LetterExamples.All[0]), directory));
        (e.File, e.Line).ShouldBe(("_contact.nl.md.liquid", 2));
    }

    [Fact]
    public void Include_does_not_leave_the_directory()
    {
        Put("forwarding.nl.md.liquid", "{% include '../geheim' %}");
        Should.Throw<LetterTemplateException>(() => LetterExamples.Write(LetterExamples.Of(Forwarding("reden")), directory)).Problem.ShouldBe("not-found");
    }

    [Fact]
    public void Markdown_of_a_template_becomes_word()
    {
        Put("forwarding.nl.md.liquid", """
            # Kop

            ## Tussenkop

            Tekst met **vet**, *cursief*, [een link](https://example.org) en een noot[^a].

            1. een
            2. twee
               - onder twee

            tussen

            1. opnieuw een

            | A | B |
            |---|---------|
            | 1 | 2 |

            [^a]: De *noot*.
            """);
        var docx = LetterExamples.Write(LetterExamples.Of(Forwarding("reden")), directory);
        LetterExamples.Errors(docx).ShouldBeEmpty();
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var main = document.MainDocumentPart!;
        main.Document!.Descendants<Bold>().ShouldHaveSingleItem().Parent!.Parent!.InnerText.ShouldBe("vet");
        main.Document.Descendants<Italic>().ShouldHaveSingleItem().Parent!.Parent!.InnerText.ShouldBe("cursief");
        main.Document.Descendants<Hyperlink>().ShouldHaveSingleItem().InnerText.ShouldBe("een link");
        main.Document.Descendants<FootnoteReference>().ShouldHaveSingleItem();
        main.Document.Descendants<NumberingId>().Select(n => n.Val!.Value).ShouldBe([1, 1, 2, 3]);
        var widths = main.Document.Descendants<Table>().Single(t => t.InnerText == "AB12").Descendants<GridColumn>().Select(g => int.Parse(g.Width!.Value!)).ToList();
        widths[1].ShouldBeGreaterThan(2 * widths[0]);
        DocxText.Read(docx).Paragraphs.Where(p => p.Style is "Heading1" or "Heading2").Select(p => p.Text).ShouldBe(["Kop", "Tussenkop"]);
    }

    private static Forwarding Forwarding(string reason) => new(LetterAct.Woo, LetterExamples.Received, null, reason, null);

    /// <summary>Everything about a document but its words.</summary>
    private static string Structure(byte[] docx)
    {
        LetterExamples.Errors(docx).ShouldBeEmpty();
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var main = document.MainDocumentPart!;
        main.HyperlinkRelationships.ShouldBeEmpty();
        main.FootnotesPart.ShouldBeNull();
        var body = main.Document!.Body!;
        return string.Join('\n', body.Descendants<Paragraph>().Select(p => p.ParagraphProperties?.OuterXml))
            + string.Join('\n', body.Descendants<Table>().Select(t => string.Join(',', t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Count()))))
            + body.Descendants<RunProperties>().Count(p => p.HasChildren);
    }

    private static byte[] Letterhead(Action<WordprocessingDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(LetterTemplates.Default(LetterTemplates.Letterhead));
        using (var document = WordprocessingDocument.Open(stream, true))
            change(document);
        return stream.ToArray();
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);

    private void Put(string name, byte[] content) => File.WriteAllBytes(Path.Combine(directory, name), content);
}
