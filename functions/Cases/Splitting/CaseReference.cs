using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>How cases and rulings are called: twelve characters in three groups, without letters that are easily confused, and without any meaning.</summary>
public static class CaseReference
{
    /// <summary>Bytes of which one is made.</summary>
    public const int Bytes = 12;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32

    /// <param name="bytes">Twelve; five bits of each count.</param>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = stackalloc char[Bytes];
        for (var i = 0; i < Bytes; i++)
            letters[i] = Alphabet[bytes[i] & 31];
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    /// <summary>The case that is split off another: it follows from that case, so that however often the split is carried out there is one.</summary>
    /// <param name="number">Which split of that case; counts from 1.</param>
    public static string OfSplit(string caseId, int number) =>
        Of(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"split\n{caseId}\n{number}"))).AsSpan(0, Bytes));
}
