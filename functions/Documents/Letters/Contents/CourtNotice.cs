namespace WobWorkflow.Documents;

/// <summary>Sends a decision to the court at once, because what is pending there concerns it too (Awb 6:19(3), 6:20, 6:24).</summary>
/// <param name="Court">With article, as in a sentence.</param>
/// <param name="CaseNumber">The court's number; null where it isn't known.</param>
/// <param name="DecisionDated">Date of the decision.</param>
/// <param name="Article">On which it is sent, for instance <c>Awb 6:19(3)</c>.</param>
/// <param name="Late">Whether the appeal was for lateness.</param>
public sealed record CourtNotice(LetterAct Act, string Court, string? CaseNumber, DateOnly DecisionDated, string Article, bool Late) : LetterContent
{
    public override string Kind => "court-notice";
}
