using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

public sealed class LetterheadTests
{
    [Fact]
    public void Committed_letterhead_is_what_its_design_builds()
    {
        var built = LetterheadDesign.Build();
        if (Environment.GetEnvironmentVariable("LETTERHEAD_TO") is { Length: > 0 } file)
            File.WriteAllBytes(file, built);

        built.AsSpan().SequenceEqual(LetterTemplates.Default(LetterTemplates.Letterhead))
            .ShouldBeTrue("the design was changed and the committed letterhead.docx was not");
    }

    [Fact]
    public void Letterhead_is_a_valid_document() => LetterExamples.Errors(LetterheadDesign.Build()).ShouldBeEmpty();

    [Theory]
    [InlineData("sender")]
    [InlineData("marking")]
    [InlineData("exercise")]
    [InlineData("addressee")]
    [InlineData("date")]
    [InlineData("reference")]
    [InlineData("ourContact")]
    [InlineData("subject")]
    [InlineData("body")]
    [InlineData("signature")]
    [InlineData("annexes")]
    [InlineData("appendix")]
    public void Letterhead_has_a_control(string tag)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterheadDesign.Build()), false);
        var main = document.MainDocumentPart!;
        main.Document!.Descendants<SdtElement>()
            .Concat(main.HeaderParts.SelectMany(h => h.Header!.Descendants<SdtElement>()))
            .Select(c => c.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value)
            .ShouldContain(tag);
    }

    [Theory]
    [InlineData("PAGE")]
    [InlineData("NUMPAGES")]
    public void Every_page_is_numbered(string field)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterheadDesign.Build()), false);
        document.MainDocumentPart!.FooterParts.Single().Footer!.Descendants<FieldCode>().Select(c => c.Text.Trim()).ShouldContain(field);
    }
}
