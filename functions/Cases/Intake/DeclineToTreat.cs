using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Starts a decision not to treat the request (buiten behandeling laten; Woo 4.1(6), 4.6, Awb 4:5). It can be taken only within its short term; after
/// that the request must be decided upon on its merits.
/// </summary>
/// <param name="DiscoveredOn">When it appeared that the requester has another purpose; left out where the request itself showed it.</param>
public sealed record DeclineToTreat(
    DeclineGround Ground,
    [property: MaxLength(20_000)] string Reason,
    DateOnly? DiscoveredOn = null) : IStep<Case, DeclineToTreat>
{
    public static StepRule<Case> Rule { get; } = new(
        "decline-to-treat", nl: "Niet in behandeling nemen", en: "Decline to treat the request", [Role.Handler, Role.Coordinator], article: "Woo 4.6",
        when: c => Treating.WhyNot(c) ?? DraftDecision.Rule.WhyNot(c, closed: false));

    public static Outcome Decide(Case c, DeclineToTreat step, At at)
    {
        if (step.DiscoveredOn > at.On || step.DiscoveredOn < c.Request!.ReceivedOn)
            return Refused.Invalid("discoveredOn", "date-out-of-order", "Het andere doel kan niet vóór het verzoek of na vandaag zijn gebleken.");
        if (step.DiscoveredOn is not null && step.Ground != DeclineGround.OtherPurpose)
            return Refused.Invalid("discoveredOn", "date-not-used", "Alleen bij een ander doel telt de dag waarop dat bleek.");
        if (Declining.StartOf(c, step.Ground, step.DiscoveredOn, at.On) is not { } start)
        {
            return new Refused("clarification-not-finished",
                "Hiervoor moet precisering zijn gevraagd, en beantwoord of ongebruikt gebleven. Vraag die eerst, of wacht de gestelde termijn af.", "Woo 4.1(6)");
        }

        if (Regimes.Of(at.On) == Regime.Wob && step.Ground != DeclineGround.NotClarified)
            return new Refused("not-in-this-act", "De Wob kent deze grond niet; misbruik van recht wordt in een gewoon besluit gemotiveerd.", "Woo 4.6");
        var declined = new TreatmentDeclined(c.Decisions.NextId, step.Ground, start, step.DiscoveredOn is not null);
        var considerations = new DecisionDrafted(c.Decisions.NextId, DecisionKind.NotTreated, null, at.Keep(step.Reason), null, null);
        return Declining.TermPassed(declined.AsDecline(), at) ?? Outcome.Of(considerations, declined);
    }
}

/// <summary>Why a request is not treated.</summary>
public enum DeclineGround
{
    /// <summary>The requester clearly has another purpose than to get public information (Woo 4.6).</summary>
    OtherPurpose,

    /// <summary>The request clearly concerns no administrative matter (Woo 4.6).</summary>
    NoAdministrativeMatter,

    /// <summary>The requester did not help to make the request precise enough (Woo 4.1(6), Awb 4:5).</summary>
    NotClarified,
}

/// <summary>On what a decision not to treat rests.</summary>
/// <param name="StartedOn">The day from which its term runs: receipt, discovery, clarification, or the lapse of the term for it.</param>
/// <param name="Discovered">Whether the other purpose appeared only later.</param>
public sealed record Decline(DeclineGround Ground, DateOnly StartedOn, bool Discovered);

/// <summary>A decision not to treat was begun; the draft itself is an event beside this one.</summary>
public sealed record TreatmentDeclined(DecisionId DecisionId, DeclineGround Ground, DateOnly StartedOn, bool Discovered) : CaseEvent
{
    public Decline AsDecline() => new(Ground, StartedOn, Discovered);

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with { Decline = AsDecline() }),
    };
}

/// <summary>The terms within which a body can decide not to treat a request.</summary>
internal static class Declining
{
    /// <summary>The day from which the term runs; null where nothing allows such a decision yet.</summary>
    public static DateOnly? StartOf(Case c, DeclineGround ground, DateOnly? discoveredOn, DateOnly today)
    {
        if (ground != DeclineGround.NotClarified)
            return discoveredOn ?? c.Request!.ReceivedOn;
        return c.Intake.Clarifications.LastOrDefault(asked => asked.SentOn is not null) switch
        {
            { AnsweredOn: { } answered } => answered,
            { AnswerBy: var last } when today > last => last,
            _ => null,
        };
    }

    public static TermFacts TermOf(Decline decline) => new(RuleOf(decline), decline.StartedOn);

    /// <summary>The refusal where the term has passed on the day; null where the decision can still be taken.</summary>
    public static Refused? TermPassed(Decline decline, At at)
    {
        var rule = TermRules.Find(RuleOf(decline))!;
        var due = Terms.Validate(TermOf(decline)).IsEmpty ? Terms.Calculate(TermOf(decline), at.Facts.Calendar, at.On).Due : decline.StartedOn;
        return at.On > due
            ? new Refused("decline-term-passed", $"Dit kon tot en met {Dutch.Date(due)}. Er moet nu inhoudelijk op het verzoek worden beslist.", rule.Article)
            : null;
    }

    private static string RuleOf(Decline decline) =>
        decline.Ground == DeclineGround.NotClarified ? Regimes.Of(decline.StartedOn) == Regime.Wob ? "awb-4.5-4" : "woo-4.1-6"
        : decline.Discovered ? "practice-woo-4.6-discovery"
        : "woo-4.6";
}
