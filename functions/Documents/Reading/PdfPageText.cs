using System.Text;
using UglyToad.PdfPig.Content;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>
/// The text of a page in the order of its content, and which letter each character comes from: a passage is kept as a range of this text and found on the
/// page by it.
/// </summary>
internal sealed class PdfPageText
{
    private readonly List<int> _letterOf = [];

    private PdfPageText(IReadOnlyList<PdfLetter> letters, string text) => (Letters, Text) = (letters, text);

    public IReadOnlyList<PdfLetter> Letters { get; }

    /// <summary>Lines end in a line feed.</summary>
    public string Text { get; }

    public static PdfPageText Of(Page page)
    {
        var text = new StringBuilder();
        var letterOf = new List<int>();
        PdfLetter? before = null;
        foreach (var (i, letter) in page.Letters.Index())
        {
            if (before is not null && Between(before, letter) is { } separator && !(separator == ' ' && EndsInSpace(text, letter)))
            {
                text.Append(separator);
                letterOf.Add(-1);
            }

            foreach (var c in letter.Value)
            {
                text.Append(c is '\r' or '\n' ? ' ' : c);
                letterOf.Add(i);
            }

            before = letter;
        }

        var read = new PdfPageText(page.Letters, text.ToString());
        read._letterOf.AddRange(letterOf);
        return read;
    }

    /// <summary>The letters of a range of the text, by their place in <see cref="Letters"/>; null where the range goes beyond the text.</summary>
    public IReadOnlySet<int>? LettersIn(int start, int length) =>
        start < 0 || length <= 0 || (long)start + length > Text.Length ? null : _letterOf.Skip(start).Take(length).Where(letter => letter >= 0).ToHashSet();

    /// <summary>What stands between two letters that follow each other: a line feed, a space, or nothing.</summary>
    private static char? Between(PdfLetter before, PdfLetter letter)
    {
        var size = Math.Max(1, Math.Max(before.PointSize, letter.PointSize));
        var along = Along(before);
        var (dx, dy) = (letter.StartBaseLine.X - before.EndBaseLine.X, letter.StartBaseLine.Y - before.EndBaseLine.Y);
        var (forward, aside) = ((dx * along.X) + (dy * along.Y), (dy * along.X) - (dx * along.Y));
        if (Math.Abs(aside) > size * 0.5 || forward < -size * 2)
            return '\n';
        return forward > size * 0.2 ? ' ' : null;
    }

    private static bool EndsInSpace(StringBuilder text, PdfLetter next) => string.IsNullOrWhiteSpace(next.Value) || text is [.., var last] && char.IsWhiteSpace(last);

    private static (double X, double Y) Along(PdfLetter letter)
    {
        var (dx, dy) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return length < 0.001 ? (1, 0) : (dx / length, dy / length);
    }
}
