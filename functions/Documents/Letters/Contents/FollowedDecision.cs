using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Announces a decision that was taken on this request and another together: it encloses the decision without personal data.</summary>
/// <param name="Variant">The kind of decision.</param>
/// <param name="DecisionDated">Date of the decision.</param>
/// <param name="OtherReference">The case in which both were treated; the enclosed decision bears it.</param>
/// <param name="Request">The request in the requester's own words.</param>
/// <param name="PartScope">What of the request it decides upon; null for all of it.</param>
/// <param name="Course">What happened to this request.</param>
/// <param name="ObjectedOn">When the requester objected, where it decides on that.</param>
/// <param name="Remedies">What the requester can do against it.</param>
public sealed record FollowedDecision(
    LetterAct Act,
    DecisionVariant Variant,
    DateOnly ReceivedOn,
    DateOnly DecisionDated,
    string OtherReference,
    string Request,
    string? PartScope,
    ImmutableArray<DatedEvent> Course,
    DateOnly? ObjectedOn,
    RemediesClause Remedies) : LetterContent
{
    public override string Kind => "followed-decision";
}
