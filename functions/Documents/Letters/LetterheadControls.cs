using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>The content controls of a letterhead, found by tag in the body and in every header and footer; one tag may occur more than once.</summary>
internal sealed class LetterheadControls(MainDocumentPart main)
{
    private readonly ImmutableArray<OpenXmlPartRootElement> roots =
    [
        main.Document ?? throw new LetterTemplateException(LetterTemplates.Letterhead, null, "not-a-word-document"),
        .. main.HeaderParts.Select(p => p.Header).OfType<Header>(),
        .. main.FooterParts.Select(p => p.Footer).OfType<Footer>(),
    ];

    /// <summary>
    /// Puts lines of text in the controls with this tag. Line n is formatted as the control's n-th paragraph, later lines as its last. Without lines the control goes away.
    /// </summary>
    /// <param name="required">Whether a letterhead without this control fails the letter: a marking must not vanish because a template forgot it.</param>
    public void Fill(string tag, ImmutableArray<string> lines, bool required = true)
    {
        foreach (var control in Find(tag, required))
        {
            if (lines.IsEmpty)
                Remove(control);
            else if (control.Descendants<SdtContentRun>().FirstOrDefault() is { } inline && control is SdtRun)
                FillInline(inline, lines);
            else
                FillParagraphs(control, lines);
        }
    }

    /// <summary>Puts blocks in the control with this tag; without blocks it goes away.</summary>
    public void Fill(string tag, IReadOnlyList<OpenXmlElement> blocks, bool required = true)
    {
        if (Find(tag, required) is not [var control, ..])
            return;
        if (blocks.Count == 0)
        {
            Remove(control);
            return;
        }

        var content = control.GetFirstChild<SdtContentBlock>() ?? throw Missing(tag);
        content.RemoveAllChildren();
        content.Append(blocks);
    }

    /// <summary>Whether there is a control with this tag.</summary>
    public bool Has(string tag) => roots.SelectMany(root => root.Descendants<SdtElement>()).Any(sdt => sdt.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == tag);

    /// <summary>Every piece of text, in a control or not.</summary>
    public IEnumerable<Text> Texts => roots.SelectMany(root => root.Descendants<Text>());

    public void Save()
    {
        foreach (var root in roots)
            root.Save();
    }

    private List<SdtElement> Find(string tag, bool required)
    {
        var found = roots
            .SelectMany(root => root.Descendants<SdtElement>())
            .Where(sdt => sdt.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == tag)
            .ToList();
        if (found.Count == 0 && required)
            throw Missing(tag);
        foreach (var control in found)
            control.SdtProperties?.RemoveAllChildren<ShowingPlaceholder>();
        return found;
    }

    private static LetterTemplateException Missing(string tag) => new(LetterTemplates.Letterhead, null, $"no-control-{tag}");

    private static void FillInline(SdtContentRun content, ImmutableArray<string> lines)
    {
        var format = content.Descendants<RunProperties>().FirstOrDefault();
        content.RemoveAllChildren();
        content.Append(RunOf(format, [.. lines]));
    }

    private static void FillParagraphs(SdtElement control, ImmutableArray<string> lines)
    {
        var models = control.Descendants<Paragraph>().ToList();
        if (models.Count == 0)
            throw Missing(control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "");
        var parent = models[0].Parent!;
        foreach (var (i, line) in lines.Index())
        {
            var model = models[Math.Min(i, models.Count - 1)];
            var paragraph = new Paragraph();
            if (model.ParagraphProperties is { } properties)
                paragraph.Append(properties.CloneNode(deep: true));
            if (line.Length > 0)
                paragraph.Append(RunOf(model.Descendants<RunProperties>().FirstOrDefault(), line));
            parent.InsertBefore(paragraph, models[0]);
        }

        foreach (var model in models)
            model.Remove();
    }

    private static Run RunOf(RunProperties? format, params string[] lines)
    {
        var run = new Run();
        if (format is not null)
            run.Append(format.CloneNode(deep: true));
        foreach (var (i, line) in lines.Index())
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(PlainCharacters.OneLine(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static void Remove(SdtElement control)
    {
        var parent = control.Parent!;
        control.Remove();
        // A cell, a header and a footer must keep a paragraph.
        if (parent is TableCell or Header or Footer && !parent.Elements<Paragraph>().Any() && !parent.Elements<SdtBlock>().Any())
            parent.Append(new Paragraph());
    }
}
