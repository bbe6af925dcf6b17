using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>The footnotes part of a letter: real footnotes, numbered by Word.</summary>
internal sealed class LetterFootnotes(MainDocumentPart main, LetterStyles styles)
{
    private Footnotes? footnotes;

    /// <summary>The part that holds the notes, which also holds the relationships of links in them.</summary>
    public FootnotesPart Part => main.FootnotesPart ?? Create();

    /// <summary>Adds a note; returns the reference to put in the text.</summary>
    public Run Add(IReadOnlyList<Paragraph> paragraphs)
    {
        var root = footnotes ??= Part.Footnotes!;
        var id = 1 + root.Elements<Footnote>().Select(f => f.Id?.Value ?? 0).DefaultIfEmpty(0).Max();
        foreach (var (i, paragraph) in paragraphs.Index())
        {
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = styles[LetterStyles.FootnoteText] });
            if (i == 0)
            {
                var mark = new Run(ReferenceFormat(), new FootnoteReferenceMark());
                paragraph.InsertAfter(new Run(new Text(" ") { Space = SpaceProcessingModeValues.Preserve }), paragraph.InsertAfter(mark, paragraph.ParagraphProperties));
            }
        }

        root.Append(new Footnote(paragraphs) { Id = id });
        return new Run(ReferenceFormat(), new FootnoteReference { Id = id });
    }

    public void Save() => footnotes?.Save();

    private RunProperties ReferenceFormat() => new(new RunStyle { Val = styles[LetterStyles.FootnoteReference] });

    private FootnotesPart Create()
    {
        var part = main.AddNewPart<FootnotesPart>("footnotes");
        part.Footnotes = new Footnotes(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        return part;
    }
}
