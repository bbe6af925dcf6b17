using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// A refusal ground (weigeringsgrond), known by one canonical key: <c>5.1.2e</c>, <c>5.2.1</c>, <c>10.2e</c>, <c>11.1</c>.
/// </summary>
/// <remarks>
/// Only grounds of the law exist: every instance comes from <see cref="Grounds.All"/>, so two that are equal are the same ground.
/// </remarks>
[JsonConverter(typeof(TextConverter<Ground>))]
public sealed record Ground : IParsable<Ground>
{
    internal Ground(Regime regime, string key) => (Regime, Key) = (regime, key);

    /// <summary>The law that the ground belongs to; the articles of the two laws do not overlap, so the key alone tells.</summary>
    public Regime Regime { get; }

    /// <summary>Article and paragraph with dots, then the letter: the mark that is printed beside a redacted passage.</summary>
    public string Key { get; }

    public override string ToString() => Key;

    /// <summary>Reads a ground in any usual notation.</summary>
    /// <exception cref="FormatException">The text names no ground of the Wob or the Woo.</exception>
    public static Ground Parse(string s) => Parse(s, null);

    public static Ground Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var ground) ? ground : throw new FormatException("This text names no ground of the Wob or the Woo.");

    /// <summary>
    /// Reads a ground in any usual notation: <c>5.1.2.e</c>, <c>art. 5.1 lid 2 sub e</c>, <c>artikel 5.1, tweede lid, aanhef en onder e,
    /// van de Woo</c>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Ground? ground) =>
        (ground = GroundNotation.Read(text)) is not null;

    /// <inheritdoc cref="TryParse(string?, out Ground?)"/>
    /// <param name="text">What was written.</param>
    /// <param name="regime">The law that the ground must belong to; null accepts both.</param>
    /// <param name="ground">The ground, or null when the text names none of that law.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, Regime? regime, [NotNullWhen(true)] out Ground? ground)
    {
        ground = GroundNotation.Read(text, regime);
        return ground is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Ground result) =>
        TryParse(s, out result);
}
