using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace WobWorkflow.Documents;

/// <summary>Inspects a rendition of a document without pages: it may be set anew, so that words are compared and not places.</summary>
internal sealed class TextInspection(RedactedText expected, WithheldWords words, bool originalHasPictures, ImmutableArray<string> struckMarkings)
{
    /// <summary>Numbers of pages, items and years come with setting; words don't.</summary>
    private const int LongestOrnament = 4;
    private const int MostOutlines = 20;
    private const double LargestPicture = 0.4;

    private readonly HashSet<RedactionFinding> _findings = [];

    public IEnumerable<RedactionFinding> Run(PdfDocument rendition)
    {
        if (expected.NotLocated)
            _findings.Add(new(RedactionFlaw.PassageNotLocated));
        var pages = rendition.GetPages().ToList();
        foreach (var page in pages)
            InspectPage(page);
        var shown = string.Concat(pages.SelectMany(page => page.Letters).Select(letter => letter.Value));
        if (WithheldWords.Squash(shown) != WithheldWords.Squash(expected.All))
            CompareWords(pages);
        return _findings;
    }

    private void InspectPage(Page page)
    {
        var hides = RedactedPage.HiddenOn(page);
        var all = new UglyToad.PdfPig.Core.PdfRectangle(0, 0, page.Width, page.Height);
        foreach (var letter in page.Letters.Where(letter => !LetterPlaces.IsBlank(letter) && hides(letter)))
            _findings.Add(new(LetterPlaces.Contains(all, LetterPlaces.CentreOf(letter), 1) ? RedactionFlaw.InvisibleText : RedactionFlaw.TextOutsidePage, page.Number));
        if (PretendedSigns.AreIn(page.Letters))
            _findings.Add(new(RedactionFlaw.TextAdded, page.Number));
        if (struckMarkings.Any(marking => PrintedMarking.StandsUnstruck(page, marking, [])))
            _findings.Add(new(RedactionFlaw.MarkingNotStruck, page.Number));
        if (Math.Abs(page.CropBox.Bounds.Width - page.MediaBox.Bounds.Width) > 1 || Math.Abs(page.CropBox.Bounds.Height - page.MediaBox.Bounds.Height) > 1)
            _findings.Add(new(RedactionFlaw.CroppedPage, page.Number));
        if (page.GetImages().Any(image => !originalHasPictures || image.BoundingBox.Width * image.BoundingBox.Height > page.Width * page.Height * LargestPicture))
            _findings.Add(new(RedactionFlaw.PictureNotJudged, page.Number));
        if (!originalHasPictures && page.Paths.SelectMany(path => path).Count(sub => !sub.IsDrawnAsRectangle && sub.Commands.Count > 5) > MostOutlines)
            _findings.Add(new(RedactionFlaw.DrawingUnderBox, page.Number));
    }

    private void CompareWords(List<Page> pages)
    {
        var seen = CountsOf(expected.Seen.SelectMany(WordsOf));
        var codes = expected.Pieces.Select(piece => piece.Code).OfType<string>().ToList();
        // Words are compared one by one, and so are those of a code or a theme.
        var known = codes.SelectMany(code => code.Split([", ", ": ", " "], StringSplitOptions.RemoveEmptyEntries)).Select(WithheldWords.Squash).Distinct(StringComparer.Ordinal).OrderByDescending(code => code.Length).ToList();
        var codesFound = 0;
        foreach (var (page, word) in pages.SelectMany(page => page.GetWords().SelectMany(word => WordsOf(word.Text).Select(text => (page, text)))))
        {
            if (seen.TryGetValue(word, out var left) && left > 0)
                seen[word] = left - 1;
            else if (PageLabels.IsCode(word, known))
                codesFound++;
            else if (words.AreIn(word))
                _findings.Add(new(RedactionFlaw.WithheldText, page.Number));
            else if (word.Length > LongestOrnament || !word.All(char.IsDigit))
                _findings.Add(new(RedactionFlaw.TextAdded, page.Number));
        }

        if (seen.Any(word => word.Value > 0))
            _findings.Add(new(RedactionFlaw.TextMissing));
        if (codesFound < expected.WithheldTexts.Length)
            _findings.Add(new(RedactionFlaw.CodeMissing));
    }

    /// <summary>Codes keep their dots, so that they stay one word.</summary>
    private static IEnumerable<string> WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WithheldWords.Squash).Where(word => word.Length > 0);

    private static Dictionary<string, int> CountsOf(IEnumerable<string> all) => all.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
