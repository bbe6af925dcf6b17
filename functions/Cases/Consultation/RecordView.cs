using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records the view of a third party, on the day it came in. One that came after its term is recorded too, and suspends nothing longer.</summary>
/// <param name="View">What it says; left out where the third party only let know that it has no objection.</param>
public sealed record RecordView(ViewId ViewId, ViewDrift Drift, [property: MaxLength(20_000)] string? View = null) : IStep<Case, RecordView>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-view", nl: "Zienswijze vastleggen", en: "Record a third party's view", [Role.Handler, Role.Coordinator], article: "Awb 4:8",
        when: c => c.Views.Any(asked => asked.AnsweredOn is null) ? null : new Refused("no-view-open", "Er is geen zienswijze gevraagd die nog ontbreekt."));

    public static Outcome Decide(Case c, RecordView step, At at) => c.Views[step.ViewId] switch
    {
        null => Refused.Unknown("view-not-found", "Deze zienswijze hoort niet bij deze zaak."),
        { AnsweredOn: not null } => new Refused("already-answered", "Deze zienswijze is al vastgelegd."),
        { SentOn: null } => new Refused("not-dispatched", "De brief aan deze derde is nog niet verzonden: leg eerst de verzending vast."),
        { SentOn: { } sent } when at.On < sent =>
            Refused.Invalid("effectiveOn", "before-dispatch", "De zienswijze kan niet zijn ontvangen vóór de brief was verzonden."),
        _ when step.Drift != ViewDrift.NoObjection && string.IsNullOrWhiteSpace(step.View) =>
            Refused.Invalid("view", "view-missing", "Leg vast wat de derde aanvoert; het besluit moet erop ingaan."),
        _ => new ViewRecorded(step.ViewId, step.Drift, at.KeepOrNull(step.View)),
    };
}

public sealed record ViewRecorded(ViewId ViewId, ViewDrift Drift, FreeText? View) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Views = c.Views.With(ViewId, asked => asked with { AnsweredOn = entry.On, Drift = Drift, View = View }),
    };
}
