using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Asks the requester to be more precise (precisering, Wob 3(4), Woo 4.1(5)) and helps with it.</summary>
/// <param name="Request">The request in the requester's own words; may have several lines.</param>
/// <param name="Unclear">What is unclear, point by point.</param>
/// <param name="Help">What would help: periods, units, kinds of documents to choose from.</param>
/// <param name="AnswerBy">The term that is set; without one nothing is suspended (ECLI:NL:RVS:2016:2527).</param>
/// <param name="SuspendsTerm">Whether the organisation takes the invitation as one of Awb 4:5, so that Awb 4:15(1)(a) suspends the term.</param>
public sealed record ClarificationRequest(
    LetterAct Act,
    DateOnly ReceivedOn,
    string Request,
    ImmutableArray<string> Unclear,
    ImmutableArray<string> Help,
    DateOnly AnswerBy,
    bool SuspendsTerm) : LetterContent
{
    public override string Kind => "clarification-request";
}
