using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>A page of the original, split into what may be seen and what may not.</summary>
/// <param name="Allowed">Letters that may be seen, in the order of the text.</param>
/// <param name="Hidden">Those of them that the page itself doesn't show: beside the page, invisible, white on white. They needn't come back.</param>
/// <param name="Withheld">Letters that may not.</param>
/// <param name="Areas">What is to be covered.</param>
/// <param name="WithheldTexts">The text of each passage on this page.</param>
/// <param name="AllowedText">The text of the page without the passages.</param>
/// <param name="NotLocated">Whether there is a passage on this page whose place isn't known.</param>
internal sealed record RedactedPage(
    int Number,
    double Width,
    double Height,
    ImmutableArray<PdfLetter> Allowed,
    IReadOnlySet<PdfLetter> Hidden,
    ImmutableArray<PdfLetter> Withheld,
    ImmutableArray<CoveredArea> Areas,
    ImmutableArray<string> WithheldTexts,
    string AllowedText,
    bool NotLocated)
{
    /// <param name="passages">Those on this page.</param>
    public static RedactedPage Of(Page page, IReadOnlyList<WithheldPassage> passages)
    {
        var text = PdfPageText.Of(page);
        var withheld = new HashSet<int>();
        var areas = ImmutableArray.CreateBuilder<CoveredArea>();
        var texts = ImmutableArray.CreateBuilder<string>();
        var lost = false;
        foreach (var (index, passage) in passages.Index())
        {
            var letters = new HashSet<int>();
            if (RangeOf(passage, text.Text) is { } range)
            {
                if (text.LettersIn(range.Start, range.Length) is { } found)
                    letters.UnionWith(found);
                else
                    lost = true;
            }
            else if (passage.Areas.IsDefaultOrEmpty)
            {
                lost = true;
            }

            var own = OwnAreas(passage, page).ToList();
            letters.UnionWith(text.Letters.Index().Where(l => own.Exists(area => LetterPlaces.Contains(area, LetterPlaces.CentreOf(l.Item)))).Select(l => l.Index));
            own.AddRange(LinesOf(letters.Order().Select(i => text.Letters[i]).Where(l => !LetterPlaces.IsBlank(l))));
            areas.AddRange(own.Select(area => new CoveredArea(area, index, passage.Codes, passage.Theme)));
            texts.Add(string.Concat(TextOf(text, letters)));
            withheld.UnionWith(letters);
        }

        var hides = HiddenOn(page);
        var allowed = text.Letters.Index().Where(l => !withheld.Contains(l.Index)).Select(l => l.Item).ToImmutableArray();
        return new(
            page.Number, page.Width, page.Height, allowed, allowed.Where(hides).ToHashSet(),
            [.. withheld.Order().Select(i => text.Letters[i])], areas.ToImmutable(), texts.ToImmutable(),
            string.Concat(TextOf(text, Enumerable.Range(0, text.Letters.Count).Where(i => !withheld.Contains(i)).ToHashSet())), lost);
    }

    /// <summary>Whether a letter of the page is one that the page doesn't show.</summary>
    public static Func<PdfLetter, bool> HiddenOn(Page page)
    {
        var pictures = page.GetImages().Select(image => image.BoundingBox).ToList();
        var fills = page.Paths.Where(path => path.IsFilled && !LetterPlaces.IsWhite(path.FillColor)).Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>().ToList();
        var all = new PdfRectangle(0, 0, page.Width, page.Height);
        return letter =>
        {
            var centre = LetterPlaces.CentreOf(letter);
            if (!LetterPlaces.Contains(all, centre, 1))
                return true;
            if (LetterPlaces.DrawsNothing(letter))
                return !pictures.Exists(picture => LetterPlaces.Contains(picture, centre));
            return LetterPlaces.IsWhite(letter.Color) && !pictures.Concat(fills).Any(under => LetterPlaces.Contains(under, centre));
        };
    }

    private static Cases.TextRange? RangeOf(WithheldPassage passage, string text)
    {
        if (passage.Range is { } range)
            return range;
        if (!passage.Areas.IsDefaultOrEmpty || string.IsNullOrWhiteSpace(passage.Quote))
            return null;
        return QuotedRange.In(text, passage.Quote);
    }

    /// <summary>From the left and the top, as a page is seen, to the left and the bottom, as a PDF counts.</summary>
    private static IEnumerable<PdfRectangle> OwnAreas(WithheldPassage passage, Page page) =>
        (passage.Areas.IsDefault ? [] : passage.Areas).Select(a => new PdfRectangle(a.X, page.Height - a.Y - a.Height, a.X + a.Width, page.Height - a.Y));

    /// <summary>Rectangles around letters that follow each other on a line.</summary>
    private static IEnumerable<PdfRectangle> LinesOf(IEnumerable<PdfLetter> letters)
    {
        PdfRectangle? line = null;
        PdfLetter? before = null;
        foreach (var letter in letters)
        {
            var box = LetterPlaces.BoxOf(letter);
            if (line is { } open && before is not null && Continues(before, letter))
            {
                line = new(Math.Min(open.Left, box.Left), Math.Min(open.Bottom, box.Bottom), Math.Max(open.Right, box.Right), Math.Max(open.Top, box.Top));
            }
            else
            {
                if (line is { } done)
                    yield return done;
                line = box;
            }

            before = letter;
        }

        if (line is { } last)
            yield return last;
    }

    private static bool Continues(PdfLetter before, PdfLetter letter)
    {
        var (x, y) = LetterPlaces.Along(before);
        var size = LetterPlaces.SizeOf(before);
        var (dx, dy) = (letter.StartBaseLine.X - before.EndBaseLine.X, letter.StartBaseLine.Y - before.EndBaseLine.Y);
        var (forward, aside) = ((dx * x) + (dy * y), (dy * x) - (dx * y));
        return Math.Abs(aside) < size * 0.4 && forward > -size && forward < size * 3;
    }

    private static IEnumerable<string> TextOf(PdfPageText text, IReadOnlySet<int> letters)
    {
        PdfLetter? before = null;
        foreach (var i in letters.Order())
        {
            var letter = text.Letters[i];
            if (before is not null && !Continues(before, letter))
                yield return " ";
            else if (before is not null && Math.Abs(letter.StartBaseLine.X - before.EndBaseLine.X) > LetterPlaces.SizeOf(letter) * 0.2)
                yield return " ";
            yield return letter.Value;
            before = letter;
        }
    }
}

/// <summary>An area of a page that is to be covered, in points from the left and the bottom.</summary>
/// <param name="Passage">Which of the page's passages it belongs to.</param>
/// <param name="Theme">What the mark may say beside its codes.</param>
internal sealed record CoveredArea(PdfRectangle Box, int Passage, ImmutableArray<string> Codes, string? Theme = null)
{
    /// <summary>The whole mark where there is room for it, and otherwise its codes, which must be there.</summary>
    public string Mark => WithheldPassage.MarkOf(Codes, Theme) is var whole && CodeLabel.Fits(Box, whole) ? whole : WithheldPassage.MarkOf(Codes, null);
}
