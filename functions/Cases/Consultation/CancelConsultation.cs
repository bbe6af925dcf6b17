using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Ends a consultation without an answer: the deciding body must give its own reasons anyway.</summary>
public sealed record CancelConsultation(ConsultationId ConsultationId, [property: MaxLength(4000)] string Reason) : IStep<Case, CancelConsultation>
{
    public static StepRule<Case> Rule { get; } = new(
        "cancel-consultation", nl: "Afstemming beëindigen", en: "Cancel the consultation", [Role.Handler, Role.Coordinator],
        when: c => c.Consultations.Any(open => open.IsOpen) ? null : new Refused("no-consultation-open", "Er staat geen afstemming open."));

    public static Outcome Decide(Case c, CancelConsultation step, At at) => c.Consultations[step.ConsultationId] switch
    {
        null => Refused.Unknown("consultation-not-found", "Deze afstemming hoort niet bij deze zaak."),
        { IsOpen: false } => new Refused("consultation-ended", "Deze afstemming is al beantwoord of beëindigd."),
        _ => new ConsultationCancelled(step.ConsultationId, at.Keep(step.Reason)),
    };
}

public sealed record ConsultationCancelled(ConsultationId ConsultationId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Consultations = c.Consultations.With(ConsultationId, consultation => consultation with { EndedOn = entry.On }),
    };
}
