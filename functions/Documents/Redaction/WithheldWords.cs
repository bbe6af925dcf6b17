using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// What gives a withheld passage away wherever it turns up: its words that the document does not say elsewhere, and any eight letters or digits of it in a row.
/// </summary>
internal sealed class WithheldWords
{
    private const int Run = 8;
    private const int ShortestWord = 3;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _hashes = [];

    /// <param name="withheld">The text of each passage.</param>
    /// <param name="allowed">What may be seen, and therefore gives nothing away.</param>
    public WithheldWords(IEnumerable<string> withheld, IEnumerable<string> allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var seenRuns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in allowed)
        {
            seen.UnionWith(WordsOf(text));
            seenRuns.UnionWith(RunsOf(Squash(text)));
        }

        foreach (var text in withheld)
        {
            _words.UnionWith(WordsOf(text).Where(word => word.Length >= ShortestWord && !seen.Contains(word)));
            _runs.UnionWith(RunsOf(Squash(text)).Where(run => !seenRuns.Contains(run)));
        }

        foreach (var run in _runs.Where(run => run.All(char.IsAscii)))
            _hashes.Add(HashOf(run));
    }

    /// <summary>Whether a text gives something away.</summary>
    public bool AreIn(string text) => WordsOf(text).Any(_words.Contains) || RunsOf(Squash(text)).Any(_runs.Contains);

    /// <summary>Whether any eight letters in a row stand in it: for what has no words, such as a name.</summary>
    public bool RunIn(string text) => RunsOf(Squash(text)).Any(_runs.Contains);

    /// <summary>Whether bytes hold eight letters in a row, one or two bytes to a letter, without regard to case and to what is between them but isn't a letter or digit.</summary>
    public bool RunIn(ReadOnlySpan<byte> bytes)
    {
        if (_hashes.Count == 0)
            return false;
        ulong window = 0;
        var count = 0;
        var gap = 0;
        foreach (var b in bytes)
        {
            var letter = Folded(b);
            if (letter == 0)
            {
                // In compressed data letters are far apart by chance; in text they aren't.
                if (++gap > 4)
                    count = 0;
                continue;
            }

            gap = 0;
            window = (window << 8) | letter;
            if (++count >= Run && _hashes.Contains(window))
                return true;
        }

        return false;
    }

    /// <summary>Letters and digits, in small letters, without accents.</summary>
    public static string Squash(string text)
    {
        var squashed = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                squashed.Append(char.ToLowerInvariant(c));
        }

        return squashed.ToString();
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static IEnumerable<string> RunsOf(string squashed)
    {
        for (var i = 0; i + Run <= squashed.Length; i++)
            yield return squashed.Substring(i, Run);
    }

    private static ulong HashOf(string run) => run.Aggregate(0UL, (window, c) => (window << 8) | (byte)c);

    private static byte Folded(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => (byte)(b + 32),
        >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' => b,
        _ => 0,
    };
}
