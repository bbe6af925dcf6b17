using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>A marking (rubricering) as it is printed on a page.</summary>
/// <param name="Box">The letters of it, from baseline to capital height.</param>
internal sealed record PrintedMarking(PdfRectangle Box)
{
    /// <summary>Where a stroke through it may run.</summary>
    public IEnumerable<double> Heights => Enumerable.Range(0, 9).Select(i => Box.Bottom + (Box.Height * (0.3 + (i * 0.05))));

    /// <summary>Whether a page shows a marking through which no line runs: drawn, or in the pixels of a picture.</summary>
    public static bool StandsUnstruck(Page page, string marking, IEnumerable<PagePicture?> pictures)
    {
        var rules = page.Paths.Where(path => path.IsStroked || path.IsFilled).SelectMany(path => path.Select(sub => sub.GetBoundingRectangle()).OfType<PdfRectangle>()).ToList();
        return In(page.Letters, marking).Any(place => !rules.Exists(place.IsStruckBy)
            && !place.Heights.Any(height => pictures.Any(picture => picture?.DarkOn(new(place.Box.Left, height), new(place.Box.Right, height)) > 0.95)));
    }

    private bool IsStruckBy(PdfRectangle rule) =>
        rule.Height < Box.Height * 0.4 && rule.Bottom > Box.Bottom + (Box.Height * 0.15) && rule.Top < Box.Top - (Box.Height * 0.15)
        && Math.Min(rule.Right, Box.Right) - Math.Max(rule.Left, Box.Left) > Box.Width * 0.8;

    public static IEnumerable<PrintedMarking> In(IReadOnlyList<PdfLetter> letters, string marking)
    {
        var wanted = WithheldWords.Squash(marking);
        var squashed = new System.Text.StringBuilder();
        var places = new List<PdfLetter>();
        foreach (var letter in letters)
        {
            foreach (var c in WithheldWords.Squash(letter.Value))
            {
                squashed.Append(c);
                places.Add(letter);
            }
        }

        var text = squashed.ToString();
        for (var from = 0; wanted.Length > 0 && text.IndexOf(wanted, from, StringComparison.Ordinal) is var found and >= 0; from = found + wanted.Length)
        {
            var own = places.GetRange(found, wanted.Length);
            var size = own.Max(LetterPlaces.SizeOf);
            // A name of a marking in running text is no marking; one that is printed stands on a line of its own.
            if (own.Max(l => l.StartBaseLine.Y) - own.Min(l => l.StartBaseLine.Y) < size * 0.4 && StandsAlone(letters, own))
                yield return new(new PdfRectangle(own.Min(l => l.StartBaseLine.X), own.Min(l => l.StartBaseLine.Y), own.Max(l => l.EndBaseLine.X), own.Max(l => l.StartBaseLine.Y) + (size * 0.72)));
        }
    }

    private static bool StandsAlone(IReadOnlyList<PdfLetter> letters, List<PdfLetter> own)
    {
        var (line, size) = (own[0].StartBaseLine.Y, LetterPlaces.SizeOf(own[0]));
        var (left, right) = (own.Min(l => l.StartBaseLine.X), own.Max(l => l.EndBaseLine.X));
        return !letters.Any(l => !string.IsNullOrWhiteSpace(l.Value) && !own.Contains(l) && char.IsLetterOrDigit(l.Value[0]) && Math.Abs(l.StartBaseLine.Y - line) < size * 0.3
            && l.EndBaseLine.X > left - (size * 1.5) && l.StartBaseLine.X < right + (size * 1.5));
    }
}
