namespace WobWorkflow.Documents;

/// <summary>Tells the requester that a part of the request goes on in a case of its own.</summary>
/// <param name="OtherReference">The case that it was split off, where the rest is treated.</param>
/// <param name="SplitOn">The day of the split.</param>
/// <param name="Part">What this case treats.</param>
/// <param name="Reason">Why: a full sentence.</param>
/// <param name="DecideBy">Last day of the term of this case.</param>
/// <param name="TermArticle">The article of the term, as <c>Woo 4.4(1)</c>.</param>
public sealed record SplitNotice(
    LetterAct Act,
    DateOnly ReceivedOn,
    string OtherReference,
    DateOnly SplitOn,
    string Part,
    string Reason,
    DateOnly DecideBy,
    string TermArticle) : LetterContent
{
    public override string Kind => "split-notice";
}
