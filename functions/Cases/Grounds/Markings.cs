using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace WobWorkflow.Cases;

/// <summary>What the ladder of markings says on paper.</summary>
/// <param name="Marking">The step of the ladder.</param>
/// <param name="Nl">In full, as a sentence names it.</param>
/// <param name="Stamp">As it is printed on a document; null for what bears no stamp.</param>
/// <param name="Nato">The step of NATO that it corresponds to; null where there is none.</param>
public sealed record MarkingDefinition(Marking Marking, string Nl, string? Stamp, string? Nato);

/// <summary>The rules that the ladder comes from.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Publication">Where they were published.</param>
/// <param name="From">First day of validity; null where this table knows the year alone.</param>
public sealed record MarkingRules(string Name, string Publication, DateOnly? From);

/// <summary>The ladder of markings: notations, display and source.</summary>
public static class Markings
{
    private static readonly DateOnly FirstDayOfVirbi2025 = new(2025, 9, 9);

    /// <summary>From low to high.</summary>
    public static ImmutableArray<MarkingDefinition> All { get; } =
    [
        new(Marking.None, "Ongerubriceerd", null, null),
        new(Marking.DepartementaalVertrouwelijk, "Departementaal vertrouwelijk", "Dep. VERTROUWELIJK", "NATO RESTRICTED"),
        new(Marking.StgConfidentieel, "Staatsgeheim confidentieel", "Stg. CONFIDENTIEEL", "NATO CONFIDENTIAL"),
        new(Marking.StgGeheim, "Staatsgeheim geheim", "Stg. GEHEIM", "NATO SECRET"),
        new(Marking.StgZeerGeheim, "Staatsgeheim zeer geheim", "Stg. ZEER GEHEIM", "COSMIC TOP SECRET"),
    ];

    // letters alone: points, spaces, hyphens and capitals differ from paper to paper
    private static readonly FrozenDictionary<string, Marking> Notations = new (Marking Marking, string[] Letters)[]
    {
        (Marking.None, ["ongerubriceerd", "nietgerubriceerd", "natounclassified"]),
        (Marking.DepartementaalVertrouwelijk, ["departementaalvertrouwelijk", "depvertrouwelijk", "depvertr", "depv", "natorestricted"]),
        (Marking.StgConfidentieel, ["staatsgeheimconfidentieel", "stgconfidentieel", "stgconf", "stgc", "natoconfidential"]),
        (Marking.StgGeheim, ["staatsgeheimgeheim", "stggeheim", "stgg", "natosecret"]),
        (Marking.StgZeerGeheim, ["staatsgeheimzeergeheim", "stgzeergeheim", "stgzg", "cosmictopsecret"]),
    }
        .SelectMany(n => n.Letters, (n, letters) => (n.Marking, Letters: letters))
        .ToFrozenDictionary(n => n.Letters, n => n.Marking, StringComparer.Ordinal);

    public static MarkingDefinition Find(Marking marking) => All[(int)marking];

    /// <summary>Reads a marking in Dutch or NATO notation. A bare “vertrouwelijk” or “geheim” says too little, and is not read.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Marking marking)
    {
        marking = default;
        return text is { Length: <= 80 }
            && Notations.TryGetValue(string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant(), out marking);
    }

    /// <summary>
    /// Whether it is a state secret (staatsgeheim): content that this system holds no more of than a number, a date and an owner.
    /// </summary>
    public static bool IsStateSecret(Marking marking) => marking >= Marking.StgConfidentieel;

    /// <summary>The marking of a whole is that of its highest part; nothing at all is not classified.</summary>
    public static Marking Highest(IEnumerable<Marking> parts) => parts.DefaultIfEmpty(Marking.None).Max();

    /// <summary>The rules on marking on a day; null before 2013, which this table does not cover.</summary>
    /// <remarks>
    /// VIRBI 2025 is BWBR0051482. On which day of 2013 its predecessor took effect was not verified: any day of that year gives it.
    /// </remarks>
    public static MarkingRules? RulesOn(DateOnly day) =>
        day >= FirstDayOfVirbi2025 ? new("VIRBI 2025", "Stcrt. 2025, 30222", FirstDayOfVirbi2025)
        : day.Year >= 2013 ? new("VIR-BI 2013", "Stcrt. 2013, 15497", From: null)
        : null;
}
