namespace WobWorkflow.Documents;

/// <summary>Sends a request, or a part of it, on to the body that holds the documents (Wob 4, Woo 4.2(1)).</summary>
/// <param name="Part">The part that is forwarded; null for the whole request.</param>
/// <param name="Reason">Why this body: a full sentence.</param>
/// <param name="Kept">What we go on treating ourselves; null when nothing.</param>
public sealed record Forwarding(LetterAct Act, DateOnly ReceivedOn, string? Part, string Reason, string? Kept) : LetterContent
{
    public override string Kind => "forwarding";
}
