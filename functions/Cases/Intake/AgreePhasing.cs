using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records what was agreed with the requester about a request that is too large for its term: what comes first, and by when (Woo 4.2a). A later
/// agreement takes the place of an earlier one. The talk itself suspends nothing; delay that the requester agreed to in writing does.
/// </summary>
/// <param name="Phases">What will be decided upon, in the order the requester wants.</param>
/// <param name="DelayThrough">The last day of the delay agreed to; null where none was.</param>
public sealed record AgreePhasing(
    [property: MaxLength(20_000)] string Agreement,
    ImmutableArray<PhaseToAgree> Phases = default,
    DateOnly? DelayThrough = null) : IStep<Case, AgreePhasing>
{
    public static StepRule<Case> Rule { get; } = new(
        "agree-phasing", nl: "Fasering afspreken", en: "Agree on phases", [Role.Handler, Role.Coordinator], article: "Woo 4.2a", when: Treating.WhyNot);

    public static Outcome Decide(Case c, AgreePhasing step, At at)
    {
        var phases = step.Phases.IsDefault ? [] : step.Phases;
        if (phases.Any(phase => phase.By < at.On))
            return Refused.Invalid("phases", "date-too-early", "Een afgesproken datum ligt vóór de afspraak zelf.");
        if ((phases.Select(phase => Treating.TooFar("phases", phase.By, at)).FirstOrDefault(no => no is not null)
            ?? Treating.TooFar("delayThrough", step.DelayThrough, at)) is { } tooFar)
            return tooFar;
        if (phases.Zip(phases.Skip(1)).Any(pair => pair.Second.By < pair.First.By))
            return Refused.Invalid("phases", "phases-out-of-order", "Zet de fasen in de volgorde waarin zij worden afgehandeld.");
        var agreed = new PhasingAgreed(at.Keep(step.Agreement), [.. phases.Select(phase => new AgreedPhase(at.Keep(phase.What), phase.By))]);
        if (step.DelayThrough is not { } last)
            return agreed;
        if (last < at.On)
            return Refused.Invalid("delayThrough", "period-reversed", "Het afgesproken uitstel eindigt vóór de afspraak zelf.");
        return Treating.TermEnded(c, at)
            ?? Outcome.Of(agreed, new RequestSuspended(c.Intake.Suspensions.NextId, SuspensionGround.Phasing, agreed.Agreement, last));
    }
}

/// <summary>A phase as a client sends it.</summary>
public sealed record PhaseToAgree([property: MaxLength(2000)] string What, DateOnly By);

/// <summary>A part of the request with the day by which it will be decided upon.</summary>
public sealed record AgreedPhase(FreeText What, DateOnly By);

/// <summary>An agreement with the requester on handling the request in phases.</summary>
public sealed record Phasing(FreeText Agreement, ImmutableArray<AgreedPhase> Phases, DateOnly On, string By);

public sealed record PhasingAgreed(FreeText Agreement, ImmutableArray<AgreedPhase> Phases) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Phasings = c.Intake.Phasings.Add(new Phasing(Agreement, Phases, entry.On, entry.Actor)) },
    };
}
