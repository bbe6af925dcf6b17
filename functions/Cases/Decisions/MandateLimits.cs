namespace WobWorkflow.Cases;

/// <summary>What a mandate does not reach, and who has one.</summary>
internal static class MandateLimits
{
    /// <summary>
    /// Whether this person took the decision that was objected to: it then neither decides on the objection under mandate nor signs for it
    /// (Awb 10:3(3)). A decision that takes the place of one on objection, after a ruling, decides on that objection too.
    /// </summary>
    public static bool TookContested(Case c, Decision decision, Actor actor) => ContestedBy(c, decision)?.TakenBy == actor.Id;

    /// <summary>The primary decision on whose objection is decided; null where there is no objection.</summary>
    public static Decision? ContestedBy(Case c, Decision decision) => decision switch
    {
        { Kind: DecisionKind.OnObjection, Supplements: { } contested } => c.Decisions[contested],
        { Supplements: { } earlier } => c.Decisions[earlier] is { } before ? ContestedBy(c, before) : null,
        _ => null,
    };

    /// <summary>The mandate under which this person acts on the day; null where the register asks for none.</summary>
    public static Mandate? Of(Decision decision, At at) =>
        at.Facts.Mandates.FirstOrDefault(mandate => mandate.Person == at.Actor.Id && mandate.AppliesTo(decision.Kind) && mandate.HoldsOn(at.On));

    /// <summary>The refusal where the register knows mandates for such decisions and this person has none on the day; null where it may act.</summary>
    public static Refused? WhyNot(Decision decision, At at) =>
        Of(decision, at) is null && at.Facts.Mandates.Any(mandate => mandate.AppliesTo(decision.Kind))
            ? Refused.Forbidden("no-mandate", $"Op {Dutch.Date(at.On)} hebt u volgens het mandaatregister geen mandaat voor zo'n besluit: vraag een ander, of laat het register bijwerken.",
                "Awb 10:3")
            : null;
}
