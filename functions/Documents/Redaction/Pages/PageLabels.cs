using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>Pieces of text that were added to a page, and which of them are codes.</summary>
internal sealed class PageLabels
{
    private static readonly string[] AroundCodes = ["artikel", "art", "woo", "wob", "lid", "sub", "en"];

    /// <summary>So many signs that are no letters may stand by themselves, such as a bracket. More in a row may be words of which the font doesn't say the letters.</summary>
    private const int MostSigns = 3;

    private PageLabels(List<PageLabel> codes, List<PageLabel> others) => (Codes, Others) = (codes, others);

    public List<PageLabel> Codes { get; }

    public List<PageLabel> Others { get; }

    /// <param name="codes">Those that belong on the page.</param>
    public static PageLabels Of(IEnumerable<PlacedCharacter> added, IEnumerable<string> codes)
    {
        var known = codes.Select(WithheldWords.Squash).Distinct(StringComparer.Ordinal).Concat(AroundCodes).OrderByDescending(code => code.Length).ToList();
        var pieces = PiecesOf(added).ToLookup(piece => WithheldWords.Squash(piece.Text) is { Length: > 0 } text ? IsCode(text, known) : piece.Characters.Count <= MostSigns);
        return new([.. pieces[true]], [.. pieces[false]]);
    }

    /// <summary>Whether a text holds nothing but codes and what stands around them.</summary>
    public static bool IsCode(string squashed, IReadOnlyList<string> known)
    {
        if (squashed.Length == 0)
            return true;
        foreach (var code in known)
        {
            if (code.Length > 0 && squashed.StartsWith(code, StringComparison.Ordinal) && IsCode(squashed[code.Length..], known))
                return true;
        }

        return false;
    }

    private static IEnumerable<PageLabel> PiecesOf(IEnumerable<PlacedCharacter> added)
    {
        List<PlacedCharacter> piece = [];
        foreach (var character in added)
        {
            if (piece.Count > 0 && !Follows(piece[^1], character))
            {
                yield return PageLabel.Of(piece);
                piece = [];
            }

            piece.Add(character);
        }

        if (piece.Count > 0)
            yield return PageLabel.Of(piece);
    }

    private static bool Follows(PlacedCharacter before, PlacedCharacter next)
    {
        var size = Math.Max(2, LetterPlaces.SizeOf(before.Letter));
        return Math.Abs(next.Start.Y - before.Start.Y) < size * 0.4 && next.Start.X >= before.Start.X - 0.1 && next.Start.X - before.Start.X < size * 2.5;
    }
}

/// <summary>A piece of text on a line.</summary>
internal sealed record PageLabel(string Text, PdfRectangle Box, IReadOnlyList<PlacedCharacter> Characters)
{
    public static PageLabel Of(IReadOnlyList<PlacedCharacter> characters)
    {
        var size = characters.Max(c => LetterPlaces.SizeOf(c.Letter));
        return new(
            string.Concat(characters.Select(c => c.Value)),
            new(characters.Min(c => c.Start.X), characters.Min(c => c.Start.Y) - (size * 0.25), characters.Max(c => c.Start.X) + (size * 0.7), characters.Max(c => c.Start.Y) + (size * 0.85)),
            characters);
    }

    public PdfPoint Centre => new((Box.Left + Box.Right) / 2, (Box.Bottom + Box.Top) / 2);
}
