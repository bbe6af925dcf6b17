namespace WobWorkflow.Documents;

/// <summary>Tells the requester that the suspension is over, and the new last day (Woo 4.4(4)).</summary>
/// <param name="Article">The article of this notice, as <c>Woo 4.4(4)</c>; null under the Wob, which asks for none.</param>
/// <param name="NoticeDated">Date of the notice of suspension.</param>
/// <param name="EndedOn">The day on which the suspension ended.</param>
/// <param name="SuspendedDays">Days not counted.</param>
/// <param name="DecideBy">The last day of the term now.</param>
public sealed record SuspensionEnded(
    LetterAct Act,
    DateOnly ReceivedOn,
    string? Article,
    DateOnly NoticeDated,
    DateOnly EndedOn,
    int SuspendedDays,
    DateOnly DecideBy) : LetterContent
{
    public override string Kind => "suspension-ended";
}
