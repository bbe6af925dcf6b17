using System.Globalization;

namespace WobWorkflow.Documents;

/// <summary>
/// The MinHash signature of a set of shingles: of each of <see cref="Length"/> permutations the lowest byte of the least hash. Two sets agree in a place with
/// the probability of their resemblance, and by chance once in 256.
/// </summary>
/// <remarks>
/// Broder (1997), with b-bit minwise hashing (Li and König, 2010): the byte estimates nearly as well as the whole hash, and says nothing of
/// the words: a guess at a shingle agrees with some byte two times in five, whether it is in the text or not.
/// </remarks>
public sealed class MinHashSignature
{
    /// <summary>Permutations, and bytes.</summary>
    public const int Length = 128;

    /// <summary>Bands in which a signature is looked up, of <see cref="Rows"/> bytes each: together the first half of it.</summary>
    public const int Bands = 16;

    /// <summary>Rows in a band. Texts are candidates where all rows of some band agree: with the probability 1 − (1 − s⁴)¹⁶ at a resemblance of s.</summary>
    public const int Rows = 4;

    private const double ByChance = 1.0 / 256;

    private readonly byte[] _bytes;

    private MinHashSignature(byte[] bytes) => _bytes = bytes;

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public static MinHashSignature Of(Shingles shingles)
    {
        var bytes = new byte[Length];
        for (var i = 0; i < Length; i++)
        {
            var seed = Mix((ulong)i + 1);
            var least = ulong.MaxValue;
            foreach (var hash in shingles.Hashes)
                least = Math.Min(least, Mix(hash ^ seed));
            bytes[i] = (byte)least;
        }

        return new MinHashSignature(bytes);
    }

    /// <summary>One that was kept.</summary>
    /// <exception cref="ArgumentException">It is of another length.</exception>
    public static MinHashSignature From(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new MinHashSignature(bytes.ToArray())
        : throw new ArgumentException($"A signature has {Length} bytes.", nameof(bytes));

    /// <summary>The resemblance as the signatures have it, from 0 to 1; its standard error is at most 0.045.</summary>
    public double EstimateTo(MinHashSignature other)
    {
        var agree = 0;
        for (var i = 0; i < Length; i++)
            agree += _bytes[i] == other._bytes[i] ? 1 : 0;
        return Math.Max(0, (((double)agree / Length) - ByChance) / (1 - ByChance));
    }

    /// <summary>Under what it is looked up: number and bytes of each band, such as <c>0a3f9c01d2</c> for the eleventh.</summary>
    public IEnumerable<string> BandKeys() => Enumerable.Range(0, Bands)
        .Select(band => band.ToString("x2", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(_bytes.AsSpan(band * Rows, Rows)));

    /// <summary>A permutation of 64 bits in which each bit depends on all (the finalizer of SplitMix64).</summary>
    internal static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
