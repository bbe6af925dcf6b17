using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>
/// Rebuilds a PDF: each page as a picture in which the withheld areas are painted over, with the letters that may be seen as text without outlines. Nothing of the original file comes along.
/// </summary>
internal sealed class PageRendition(PageRaster raster)
{
    private const int DotsPerInch = 150;
    private const int FewestDotsPerInch = 72;
    private const int LongestSide = 5000;
    private const double Slack = 0.5;

    /// <exception cref="RenditionRefusedException">It can't be done safely.</exception>
    public async Task<byte[]> MakeAsync(RedactionTask task, ReadingLimits limits, CancellationToken cancellation)
    {
        var content = task.Original.ToArray();
        using var original = PdfReading.Open(content, limits);
        if (original.NumberOfPages == 0 || original.NumberOfPages > limits.Pages)
            throw new RenditionRefusedException(RenditionRefusal.OriginalUnreadable);
        var pages = RedactedPages.Of(original, task.Passages, cancellation);
        if (pages.Any(page => page.NotLocated) || task.Passages.Any(passage => passage.Page > pages.Length))
            throw new RenditionRefusedException(RenditionRefusal.PassageNotLocated);
        if (original.GetPages().Any(HoldsAnnotations))
            throw new RenditionRefusedException(RenditionRefusal.HoldsAnnotations);
        var dots = (int)Math.Min(DotsPerInch, LongestSide * 72 / pages.Max(page => Math.Max(page.Width, page.Height)));
        if (dots < FewestDotsPerInch)
            throw new RenditionRefusedException(RenditionRefusal.PageTooLarge);

        var rendition = new Rendition();
        rendition.AddFont(CodeLabel.FontName, rendition.File.Add(CodeLabel.Font));
        var text = new GlyphlessText(rendition);
        var next = 0;
        await foreach (var image in raster.DrawAsync(content, pages.Length, dots, cancellation))
            Add(rendition, text, pages[next++], image, task.StruckMarkings);
        text.AddFonts();
        return rendition.ToArray();
    }

    private static bool HoldsAnnotations(UglyToad.PdfPig.Content.Page page) =>
        page.GetAnnotations().Any(annotation => annotation.Type is not (UglyToad.PdfPig.Annotations.AnnotationType.Link or UglyToad.PdfPig.Annotations.AnnotationType.Popup));

    private static void Add(Rendition rendition, GlyphlessText text, RedactedPage page, PageImage image, ImmutableArray<string> markings)
    {
        var shown = page.Allowed.Where(letter => !page.Hidden.Contains(letter)).ToList();
        foreach (var area in page.Areas)
            image.Cover(Widened(area.Box), page.Width, page.Height);
        foreach (var box in markings.SelectMany(marking => PrintedMarking.In(shown, marking)).Select(marking => marking.Box))
        {
            var middle = box.Bottom + (box.Height * 0.5);
            image.Cover(new PdfRectangle(box.Left - 2, middle - 0.4, box.Right + 2, middle + 0.4), page.Width, page.Height);
        }

        var (jpeg, grey) = image.Encode();
        var picture = rendition.File.AddPacked(
            $"/Type /XObject /Subtype /Image /Width {Rendition.Number(image.Width)} /Height {Rendition.Number(image.Height)} /ColorSpace /{(grey ? "DeviceGray" : "DeviceRGB")} /BitsPerComponent 8 /Filter /DCTDecode",
            jpeg);
        var content = new StringBuilder();
        content.Append("q ").Append(Rendition.Number(page.Width)).Append(" 0 0 ").Append(Rendition.Number(page.Height)).Append(" 0 0 cm /P Do Q\n");
        content.Append(text.Of(shown));
        foreach (var area in LabelledAreas(page))
            content.Append(CodeLabel.In(area.Box, area.Mark));
        rendition.AddPage(page.Width, page.Height, picture, content.ToString());
    }

    /// <summary>Every area that has room for its code, and of each passage at least the widest.</summary>
    private static IEnumerable<CoveredArea> LabelledAreas(RedactedPage page) => page.Areas.GroupBy(area => area.Passage).SelectMany(passage =>
    {
        var room = passage.Where(area => CodeLabel.Fits(area.Box, area.Mark)).ToList();
        return room.Count > 0 ? room : [passage.MaxBy(area => area.Box.Width)!];
    });

    private static PdfRectangle Widened(PdfRectangle box) => new(box.Left - Slack, box.Bottom, box.Right + Slack, box.Top);
}
