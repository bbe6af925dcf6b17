namespace WobWorkflow.Documents;

/// <summary>Tells the requester that the request is treated together with another.</summary>
/// <param name="OtherReference">The case in which both are treated.</param>
/// <param name="JoinedOn">The day from which they are.</param>
/// <param name="Reason">Why: a full sentence.</param>
/// <param name="DecideBy">Last day of the term of this request.</param>
/// <param name="TermArticle">The article of the term, as <c>Woo 4.4(1)</c>.</param>
public sealed record JoinNotice(
    LetterAct Act, DateOnly ReceivedOn, string OtherReference, DateOnly JoinedOn, string Reason, DateOnly DecideBy, string TermArticle) : LetterContent
{
    public override string Kind => "join-notice";
}

/// <summary>Tells the requester that the request is treated by itself again.</summary>
/// <param name="EndedOn">The day from which it is.</param>
/// <param name="Decided">Whether the request had been decided upon by then.</param>
/// <inheritdoc cref="JoinNotice"/>
public sealed record JoinEnded(
    LetterAct Act, DateOnly ReceivedOn, string OtherReference, DateOnly EndedOn, string Reason, bool Decided, DateOnly DecideBy, string TermArticle) : LetterContent
{
    public override string Kind => "join-ended";
}
