using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>A person confirms that the rows name every case and decision that the ruling reaches, and that a row no case would take needs nothing more.</summary>
public sealed record ConfirmScope([property: MaxLength(4000)] string? Note = null) : IStep<Ruling, ConfirmScope>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "confirm-scope", nl: "Reikwijdte bevestigen", en: "Confirm the scope", [Role.Litigator, Role.Coordinator], article: "Awb 8:72",
        when: ruling => RulingSteps.NotRegistered(ruling)
            ?? (ruling.ScopeConfirmedOn is null ? null : new Refused("already-confirmed", "De reikwijdte van deze uitspraak is al bevestigd.")));

    public static Outcome Decide(Ruling ruling, ConfirmScope step, At at) =>
        ruling.Rows.FirstOrDefault(row => row.AppliedOn is null && row.NotApplied is null) is { } waiting
            ? new Refused("row-not-applied", $"De uitspraak wordt nog in de zaak van {waiting.CaseNumber} vastgelegd; probeer het zo opnieuw.")
            : new ScopeConfirmed(at.KeepOrNull(step.Note));
}

public sealed record ScopeConfirmed(FreeText? Note) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { ScopeConfirmedOn = entry.On };
}
