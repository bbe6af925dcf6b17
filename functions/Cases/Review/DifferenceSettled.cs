namespace WobWorkflow.Cases;

/// <summary>What was judged differently in another case is so no more: nobody has to look at it again for that.</summary>
public sealed record DifferenceSettled(ReassessmentId ReassessmentId) : CaseEvent
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Reassessments = c.Reassessments.With(ReassessmentId, put => put.Answered(entry) with { Settled = true }),
    };
}
