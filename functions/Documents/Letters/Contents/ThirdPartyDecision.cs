using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Tells a third party of a decision, at the time at which the requester is told (Awb 3:43, Woo 4.4(6)). It names no requester.</summary>
/// <param name="Matter">What the request is about.</param>
/// <param name="DecisionDated">Date of the decision, which is enclosed without personal data.</param>
/// <param name="GaveView">Whether the party gave its view.</param>
/// <param name="Concerning">The documents about which it was heard, each with what becomes of it; empty where there are none.</param>
/// <param name="ReleaseWaits">Whether what concerns it is expected to wait two weeks (Woo 4.4(5), Wob 6(5)); null where nothing of that is disclosed.</param>
/// <param name="Remedies">What the party can do against it.</param>
public sealed record ThirdPartyDecision(
    LetterAct Act,
    string Matter,
    DateOnly DecisionDated,
    bool GaveView,
    ImmutableArray<DocumentOutcome> Concerning,
    bool? ReleaseWaits,
    RemediesClause Remedies) : LetterContent
{
    public override string Kind => "third-party-decision";
}

/// <summary>What becomes of a document.</summary>
/// <param name="Document">Its number on the inventory and its title.</param>
/// <param name="Outcome">As printed: <c>gedeeltelijk openbaar</c>.</param>
public sealed record DocumentOutcome(string Document, string Outcome);
