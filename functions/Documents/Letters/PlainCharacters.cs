using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>Text that may stand in a letter: no line breaks, no control characters, nothing that XML cannot hold, no marks that turn the reading direction around.</summary>
internal static class PlainCharacters
{
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                clean.Append(' ');
            else if (!TurnsDirection(rune) && rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Surrogate)
                clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>The lines of a text, trimmed, without empty ones at either end.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList();
        while (lines is [.., ""])
            lines.RemoveAt(lines.Count - 1);
        while (lines is ["", ..])
            lines.RemoveAt(0);
        return lines;
    }

    private static bool TurnsDirection(Rune rune) =>
        rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x061C;
}
