using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// The word shingles of a text: every run of <see cref="Width"/> words, each as a hash of 64 bits, none twice. Words are letters and digits without regard to
/// case, width or composition, so layout and punctuation make no difference.
/// </summary>
/// <remarks>Broder, On the resemblance and containment of documents (1997). The same text gives the same shingles on any machine.</remarks>
public sealed class Shingles
{
    /// <summary>Words in a shingle. Of three, a word in twenty may differ and three of four shingles are still the same.</summary>
    public const int Width = 3;

    /// <summary>A text of fewer words resembles too much: what it has are a salutation, a signature and set phrases.</summary>
    public const int FewestWords = 50;

    /// <summary>What comes after so many words, some five hundred pages, is not looked at.</summary>
    public const int MostWords = 200_000;

    private readonly ulong[] _hashes;

    private Shingles(ulong[] hashes, int words) => (_hashes, Words) = (hashes, words);

    /// <summary>How many words were looked at.</summary>
    public int Words { get; }

    /// <summary>How many different shingles there are.</summary>
    public int Count => _hashes.Length;

    /// <summary>Ascending.</summary>
    internal ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Those of a text; null where it has fewer than <see cref="FewestWords"/> words.</summary>
    public static Shingles? Of(string text)
    {
        var words = WordHashes(text);
        if (words.Count < FewestWords)
            return null;
        var hashes = new ulong[words.Count - Width + 1];
        var all = CollectionsMarshal.AsSpan(words);
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Joined(all.Slice(i, Width));
        Array.Sort(hashes);
        var distinct = 1;
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] != hashes[distinct - 1])
                hashes[distinct++] = hashes[i];
        }

        return new Shingles(hashes[..distinct], words.Count);
    }

    /// <summary>The resemblance (Jaccard index) of two texts: what they share of all that is in either, from 0 to 1.</summary>
    public double ResemblanceTo(Shingles other)
    {
        var shared = SharedWith(other);
        return Share(shared, Count + other.Count - shared);
    }

    /// <summary>The containment in another text: how much of this one is in that one, from 0 to 1.</summary>
    public double ContainmentIn(Shingles other) => Share(SharedWith(other), Count);

    /// <summary>Those that at least so many of the others have too: what these texts have in common, such as a disclaimer.</summary>
    public IReadOnlySet<ulong> SharedByAtLeast(int many, IReadOnlyCollection<Shingles> others)
    {
        var shared = new HashSet<ulong>();
        foreach (var hash in _hashes)
        {
            if (others.Count(other => Array.BinarySearch(other._hashes, hash) >= 0) >= many)
                shared.Add(hash);
        }

        return shared;
    }

    /// <summary>What is left without those; it may be nothing.</summary>
    public Shingles Without(IReadOnlySet<ulong> these) => new([.. _hashes.Where(hash => !these.Contains(hash))], Words);

    private int SharedWith(Shingles other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < _hashes.Length && j < other._hashes.Length)
        {
            var order = _hashes[i].CompareTo(other._hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static List<ulong> WordHashes(string text)
    {
        var words = new List<ulong>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark && word.Length > 0))
                word.Append(rune.ToString());
            else if (word.Length > 0 && Ended(words, word))
                return words;
        }

        if (word.Length > 0)
            Ended(words, word);
        return words;
    }

    /// <returns>Whether that was the last one that is looked at.</returns>
    private static bool Ended(List<ulong> words, StringBuilder word)
    {
        var plain = word.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        words.Add(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(plain)));
        word.Clear();
        return words.Count == MostWords;
    }

    private static ulong Joined(ReadOnlySpan<ulong> words)
    {
        var joined = 0UL;
        foreach (var word in words)
            joined = MinHashSignature.Mix(joined ^ word);
        return joined;
    }
}
