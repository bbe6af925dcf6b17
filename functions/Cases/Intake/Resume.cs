using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Ends a suspension: from the step's date of effect the term counts again. An agreed period that ran out needs no such step.</summary>
public sealed record Resume(SuspensionId SuspensionId, [property: MaxLength(4000)] string? Note = null) : IStep<Case, Resume>
{
    public static StepRule<Case> Rule { get; } = new(
        "resume", nl: "Opschorting beëindigen", en: "End the suspension", [Role.Handler, Role.Coordinator], article: "Awb 4:15(4)",
        when: c => c.Intake.Suspensions.Any(suspension => suspension.ResumedOn is null) ? null : new Refused("not-suspended", "Er loopt geen opschorting."));

    public static Outcome Decide(Case c, Resume step, At at) => c.Intake.Suspensions[step.SuspensionId] switch
    {
        null => Refused.Unknown("suspension-not-found", "Deze opschorting hoort niet bij deze zaak."),
        { ResumedOn: not null } => new Refused("suspension-ended", "Deze opschorting is al beëindigd."),
        { Through: { } last } when last < at.On => new Refused("suspension-ended", $"Deze opschorting is vanzelf geëindigd op {Dutch.Date(last)}."),
        { From: var from } when at.On < from => Refused.Invalid("effectiveOn", "before-suspension", "De opschorting kan niet eindigen vóór zij begon."),
        _ => new RequestResumed(step.SuspensionId, at.KeepOrNull(step.Note)),
    };
}

public sealed record RequestResumed(SuspensionId SuspensionId, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Suspensions = c.Intake.Suspensions.With(SuspensionId, suspension => suspension with { ResumedOn = entry.On }) },
    };
}
