namespace WobWorkflow.Cases;

/// <summary>The act under which a decision is taken.</summary>
public enum Regime
{
    /// <summary>Wet openbaarheid van bestuur: decisions before 1 May 2022.</summary>
    Wob,

    /// <summary>Wet open overheid: decisions on or after 1 May 2022, also on older requests.</summary>
    Woo,
}

/// <summary>Which act governs which decision.</summary>
public static class Regimes
{
    /// <summary>The day on which the Woo entered into force and repealed the Wob (Woo 10.1).</summary>
    public static DateOnly WooInForce { get; } = new(2022, 5, 1);

    /// <summary>
    /// The regime of a decision by its own date; that of the request plays no part. Holds in principle also for a decision on objection
    /// and for one after a ruling (ABRvS 18 May 2022, ECLI:NL:RVS:2022:1432). A part-decision goes by its own date.
    /// </summary>
    public static Regime Of(DateOnly decisionDate) => decisionDate < WooInForce ? Regime.Wob : Regime.Woo;

    /// <summary>
    /// A court reviews under the act that governed the contested decision, whenever it rules
    /// (ECLI:NL:RBMNE:2022:2280, ECLI:NL:RBZWB:2023:3923).
    /// </summary>
    public static Regime OfCourtReview(DateOnly contestedDecisionDate) => Of(contestedDecisionDate);
}
