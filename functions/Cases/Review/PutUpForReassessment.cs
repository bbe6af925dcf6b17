namespace WobWorkflow.Cases;

/// <summary>A judgement was put up for renewed assessment; see <see cref="Reassessment"/>.</summary>
public sealed record PutUpForReassessment(ReassessmentId ReassessmentId, DocumentId DocumentId, PassageId? PassageId, ReassessmentCause Cause) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Reassessments = c.Reassessments.Add(new Reassessment(ReassessmentId, DocumentId, PassageId, Cause, entry.On)),
    };
}
