using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>
/// Letters that a font draws as one thing and says to be another: said to be a space or a full stop, they can be read by who looks and not be compared as text. A space draws nothing, and
/// a sign of a font looks the same each time; where that isn't so it is no such sign.
/// </summary>
internal static class PretendedSigns
{
    /// <summary>How far the same sign may differ from itself, in parts of the size of the font.</summary>
    private const double Spread = 0.05;

    public static bool AreIn(IReadOnlyList<PdfLetter> letters) =>
        letters.Where(letter => IsOutlined(letter) && !letter.Value.Any(char.IsLetterOrDigit)).GroupBy(letter => (letter.FontName, letter.Value))
            .Any(sign => string.IsNullOrWhiteSpace(sign.Key.Value) || (!string.IsNullOrEmpty(sign.Key.FontName) && !LookAlike(sign)));

    /// <summary>Whether it is known what it draws: of a font without outlines a letter is taken to be as wide as it goes on, and as high as the font.</summary>
    private static bool IsOutlined(PdfLetter letter) =>
        letter.BoundingBox is { Width: > 0.3, Height: > 0.3 } box
        && (Math.Abs(box.Width - letter.Width) > 0.01 || Math.Abs(box.Height - LetterPlaces.SizeOf(letter)) > 0.01);

    private static bool LookAlike(IEnumerable<PdfLetter> sign)
    {
        var shapes = sign.Select(letter => (Width: letter.BoundingBox.Width / LetterPlaces.SizeOf(letter), Height: letter.BoundingBox.Height / LetterPlaces.SizeOf(letter))).ToList();
        return shapes.Max(shape => shape.Width) - shapes.Min(shape => shape.Width) <= Spread && shapes.Max(shape => shape.Height) - shapes.Min(shape => shape.Height) <= Spread;
    }
}
