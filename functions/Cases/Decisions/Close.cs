using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Closes the case: nothing is owed to anyone any more. A fact can still be corrected afterwards, and a ruling can still arrive.</summary>
public sealed record Close([property: MaxLength(4000)] string? Note = null) : IStep<Case, Close>
{
    public static StepRule<Case> Rule { get; } = new("close", nl: "Zaak sluiten", en: "Close the case", [Role.Coordinator, Role.Handler]);

    public static Outcome Decide(Case c, Close step, At at)
    {
        if (c.Intake.Qualification is null)
            return new Refused("not-qualified", "Leg eerst vast wat voor verzoek dit is.");
        if (c.Rulings.Exists(applied => applied.Owes && applied.AnsweredBy is null))
            return new Refused("decision-owed", "Een uitspraak vraagt nog een nieuw besluit in deze zaak.", "Awb 8:72(4)");
        if (c.Intake.ReleasedOn is null && c.Intake.Qualification != Qualification.PlainQuestion && !c.Decisions.Any(d => d.Settles && d.State == DecisionState.Dispatched))
            return new Refused("decision-owed", "Op het verzoek is nog niet beslist en bekendgemaakt.", CaseTerms.ForDeciding(c, at.Facts, at.On).Article);
        // What was being prepared on a request that was withdrawn or forwarded stays a draft for good.
        if (c.Decisions.FirstOrDefault(d => d.State != DecisionState.Dispatched && (c.Intake.ReleasedOn is null || d.TakenOn is not null)) is { } pending)
            return new Refused("decision-open", $"{pending.Id} is nog niet bekendgemaakt.");
        if (c.Intake.ReleasedOn is null && c.Consultations.FirstOrDefault(open => open.IsOpen) is { } consultation)
            return new Refused("consultation-open", $"{consultation.Id} staat nog open.");
        if (Joining.IsAwaited(c))
            return new Refused("follower-not-told", "Een zaak die hier wordt behandeld, weet nog niet van een besluit dat ook voor haar geldt.");
        if (Reassessing.Awaited(c) is { } awaited)
            return awaited;
        if (CaseTerms.OfTemporaryWithholding(c, at.Facts, at.On).FirstOrDefault(term => term.State != TermState.Withdrawn) is { } withheld)
        {
            return new Refused(
                "disclosure-owed", $"{withheld.TermId.Split(':')[1]} blijft tot en met {Dutch.Date(withheld.Due)} tijdelijk achterwege: beoordeel het daarna opnieuw; dan kan de zaak dicht.",
                withheld.Article);
        }

        return Remedies.StillContestable(c, at.Facts, at.On) ?? (Outcome)new CaseClosed(at.KeepOrNull(step.Note));
    }
}

public sealed record CaseClosed(FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { ClosedOn = entry.On };
}
