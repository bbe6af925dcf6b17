using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Declares that everyone who had to be heard was heard: agencies by their advice, third parties by their view or by letting their term pass.</summary>
public sealed record CloseConsultation([property: MaxLength(4000)] string? Note = null) : IStep<Case, CloseConsultation>
{
    public static StepRule<Case> Rule { get; } = new(
        "close-consultation", nl: "Afstemming afronden", en: "Close the consultations", [Role.Handler, Role.Coordinator],
        when: c => c.Consultations.Count + c.Views.Count == 0 ? new Refused("nobody-consulted", "Er is niemand geraadpleegd.")
            : c.Milestones.ConsultationClosedOn is not null ? new Refused("already-closed", "De afstemming is al afgerond.")
            : null);

    public static Outcome Decide(Case c, CloseConsultation step, At at)
    {
        if (c.Consultations.FirstOrDefault(open => open.IsOpen) is { } consultation)
            return new Refused("consultation-open", $"{consultation.Id} staat nog open: leg het advies vast of beëindig de afstemming.");
        return ThirdPartyViews.Awaited(c, at.On) ?? (Outcome)new ConsultationsClosed(at.KeepOrNull(step.Note));
    }
}

public sealed record ConsultationsClosed(FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Milestones = c.Milestones with { ConsultationClosedOn = entry.On } };
}
