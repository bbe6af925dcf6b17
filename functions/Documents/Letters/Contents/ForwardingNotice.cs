using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Tells the requester that the request, or a part of it, went to another body (doorzending, Wob 4, Woo 4.2(1)).</summary>
/// <param name="To">The receiving body.</param>
/// <param name="ToAddress">Its address, a line each; may be empty.</param>
/// <param name="Part">The part that is forwarded; null for the whole request.</param>
/// <param name="Reason">Why the other body: a full sentence.</param>
public sealed record ForwardingNotice(
    LetterAct Act,
    DateOnly ReceivedOn,
    string To,
    ImmutableArray<string> ToAddress,
    string? Part,
    string Reason) : LetterContent
{
    public override string Kind => "forwarding-notice";
}
