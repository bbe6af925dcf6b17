using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Keeps a judgement that was put up for renewed assessment, with the reason why it still stands. Judging anew answers it too.</summary>
public sealed record KeepAssessment(ReassessmentId ReassessmentId, [property: MaxLength(20_000)] string Reason) : IStep<Case, KeepAssessment>
{
    public static StepRule<Case> Rule { get; } = new(
        "keep-assessment", nl: "Beoordeling handhaven", en: "Keep the assessment", [Role.Reviewer, Role.Handler, Role.ObjectionHandler], article: "Awb 3:46",
        afterClosing: true,
        when: c => c.Reassessments.Any(put => put.IsOpen(c)) ? null : new Refused("nothing-to-reassess", "Er ligt niets ter herbeoordeling voor."));

    public static Outcome Decide(Case c, KeepAssessment step, At at) => c.Reassessments[step.ReassessmentId] switch
    {
        null => Refused.Unknown("reassessment-not-found", "Deze herbeoordeling hoort niet bij deze zaak."),
        var put when !put.IsOpen(c) => new Refused("already-reassessed", "Deze herbeoordeling is al gedaan."),
        _ => new AssessmentKept(step.ReassessmentId, at.Keep(step.Reason)),
    };
}

public sealed record AssessmentKept(ReassessmentId ReassessmentId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Reassessments = c.Reassessments.With(ReassessmentId, put => put with { AnsweredOn = entry.On, AnsweredBy = entry.Actor, Kept = Reason }),
    };
}
