using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>A character of a page and where it begins; a ligature counts as the characters that it stands for.</summary>
internal sealed record PlacedCharacter(char Value, PdfPoint Start, PdfLetter Letter)
{
    public static IEnumerable<PlacedCharacter> Of(PdfLetter letter, double scaleX = 1, double scaleY = 1)
    {
        var text = LetterPlaces.IsBlank(letter) ? "" : string.IsNullOrWhiteSpace(letter.Value) ? "\u25A1" : letter.Value.Normalize(NormalizationForm.FormKC);
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            var part = (double)i / text.Length;
            yield return new(text[i], new((start.X + ((end.X - start.X) * part)) * scaleX, (start.Y + ((end.Y - start.Y) * part)) * scaleY), letter);
        }
    }

    /// <summary>Whether its absence would be one: marks of punctuation come and go between programs.</summary>
    public bool Counts => char.IsLetterOrDigit(Value) || char.GetUnicodeCategory(Value) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol;
}
