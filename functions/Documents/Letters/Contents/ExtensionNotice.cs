namespace WobWorkflow.Documents;

/// <summary>Tells the requester that the term is extended (verdaging, Wob 6(2), Woo 4.4(2)); to be dispatched before the first term ends.</summary>
/// <param name="Article">The article it rests on, as <c>Woo 4.4(2)</c>.</param>
/// <param name="Days">Length of the extension in days.</param>
/// <param name="Reason">Why: a sentence or more on size or complexity; may have several lines.</param>
/// <param name="FirstTermEnds">Last day of the term before this extension.</param>
/// <param name="DecideBy">Last day of the term after it.</param>
/// <param name="Suspended">Whether the term stands still, so that neither day is known yet.</param>
public sealed record ExtensionNotice(
    LetterAct Act,
    DateOnly ReceivedOn,
    string Article,
    int Days,
    string Reason,
    DateOnly FirstTermEnds,
    DateOnly DecideBy,
    bool Suspended = false) : LetterContent
{
    public override string Kind => "extension-notice";
}
