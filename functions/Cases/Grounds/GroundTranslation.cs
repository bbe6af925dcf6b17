using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Which grounds of the Woo protect what a ground of the Wob protected.</summary>
/// <remarks>
/// The Woo has immediate effect: who decides again after 1 May 2022, on objection or after a ruling, decides on the grounds of the Woo.
/// The rows follow the texts of both laws side by side; no source lays them down. They are a proposal for a person to confirm.
/// </remarks>
public static class GroundTranslation
{
    private static readonly FrozenDictionary<string, string[]> Rows = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["10.1a"] = ["5.1.1a"],
        ["10.1b"] = ["5.1.1b"],
        ["10.1c"] = ["5.1.1c", "5.1.6", "5.1.2f"],
        ["10.1d"] = ["5.1.1d", "5.1.1e"],
        ["10.2a"] = ["5.1.2a"],
        ["10.2b"] = ["5.1.2b"],
        ["10.2c"] = ["5.1.2c"],
        ["10.2d"] = ["5.1.2d"],
        ["10.2e"] = ["5.1.2e"],
        ["10.2f"] = ["5.1.4"],
        ["10.2g"] = ["5.1.2i", "5.1.2f", "5.1.2h", "5.1.5"],
        ["10.7a"] = ["5.1.2g"],
        ["10.7b"] = ["5.1.2h"],
        ["11.1"] = ["5.2.1", "5.1.2i"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The grounds of the Woo to put before a person in the place of a ground of the Wob, the likeliest first. A proposal, never a
    /// decision.
    /// </summary>
    /// <remarks>Empty for a ground that is of the Woo already.</remarks>
    public static ImmutableArray<Ground> Candidates(Ground wob) =>
        Rows.TryGetValue(wob.Key, out var keys) ? [.. keys.Select(k => Grounds.Get(k).Ground)] : [];

    /// <summary>What is proposed in the place of grounds of the Wob where the Woo governs; empty where nothing is to be translated.</summary>
    public static ImmutableArray<ProposedGrounds> Of(DocumentId document, PassageId? passage, ImmutableArray<Ground> grounds, DateOnly on) =>
        Regimes.Of(on) != Regime.Woo || grounds.IsDefault
            ? []
            : [.. grounds.Where(ground => ground.Regime == Regime.Wob).Distinct().Select(ground => new ProposedGrounds(document, passage, ground, Candidates(ground)))];

    /// <summary>All that is judged in a case on grounds of the Wob, where a decision of that day would rest on the Woo.</summary>
    public static ImmutableArray<ProposedGrounds> In(Case c, DateOnly on) =>
        [.. JudgedOnGrounds.In(c).SelectMany(place => Of(place.DocumentId, place.PassageId, place.Put.Grounds, on))];
}
