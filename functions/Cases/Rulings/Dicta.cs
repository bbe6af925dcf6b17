using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Which outcomes go together in one dictum (Awb 8:70, 8:72, 8:113).</summary>
public static class Dicta
{
    private static readonly ImmutableArray<Dictum> OnTheAppeal = [Dictum.NoJurisdiction, Dictum.Inadmissible, Dictum.Unfounded, Dictum.WellFounded];

    private static readonly ImmutableArray<Dictum> Annulment = [Dictum.Annulled, Dictum.AnnulledInPart];

    private static readonly ImmutableArray<(Dictum One, ImmutableArray<Dictum> NeedsOneOf, string Why)> Needs =
    [
        (Dictum.EffectsUpheld, Annulment, "Rechtsgevolgen blijven alleen in stand van wat is vernietigd."),
        (Dictum.EffectsUpheldInPart, Annulment, "Rechtsgevolgen blijven alleen in stand van wat is vernietigd."),
        (Dictum.CourtDecides, Annulment, "De rechter voorziet alleen zelf in de plaats van wat hij vernietigt."),
        (Dictum.DivisionAlone, [Dictum.NewDecision, .. Annulment], "Alleen tegen een nieuw besluit kan beroep uitsluitend bij de Afdeling worden bepaald."),
    ];

    /// <summary>Outcomes that can't stand together; null where they can.</summary>
    public static Refused? Contradiction(ImmutableArray<Dictum> outcomes)
    {
        if (outcomes.Intersect(OnTheAppeal).Count() > 1 && !outcomes.Contains(Dictum.RulingAnnulled))
            return Contradicts("Op één beroep is de uitkomst onbevoegd, niet-ontvankelijk, ongegrond of gegrond: één daarvan.");
        if (outcomes.Contains(Dictum.Upheld) && outcomes.Contains(Dictum.RulingAnnulled))
            return Contradicts("Een uitspraak wordt bevestigd of vernietigd, niet allebei.");
        if (outcomes.Contains(Dictum.Annulled) && outcomes.Contains(Dictum.AnnulledInPart))
            return Contradicts("Een besluit wordt geheel of gedeeltelijk vernietigd, niet allebei.");
        if (outcomes.Contains(Dictum.Unfounded) && !outcomes.Contains(Dictum.RulingAnnulled) && outcomes.Intersect(Annulment).Any())
            return Contradicts("Bij een ongegrond beroep wordt het besluit niet vernietigd.");
        var missing = Needs.FirstOrDefault(need => outcomes.Contains(need.One) && !outcomes.Intersect(need.NeedsOneOf).Any());
        return missing.Why is null ? null : Contradicts(missing.Why);
    }

    private static Refused Contradicts(string why) => Refused.Invalid("outcomes", "outcomes-contradict", why, "Awb 8:72");
}
