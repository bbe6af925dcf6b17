using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Asks a third party for its view before a decision (zienswijze, Awb 4:8). It names no requester.</summary>
/// <param name="Concern">Why this party is asked: what the documents say about it.</param>
/// <param name="RespondBy">The term set, two weeks by custom.</param>
/// <param name="Delivery">How the documents reach the party; null when they go with the letter.</param>
public sealed record ThirdPartyViewRequest(
    LetterAct Act,
    string Matter,
    string Concern,
    ImmutableArray<PassageForAdvice> Passages,
    DateOnly RespondBy,
    string? Delivery) : LetterContent
{
    public override string Kind => "third-party-view-request";
}
