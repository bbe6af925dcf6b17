using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Grounds of the Woo to put before a person in the place of a ground of the Wob, on which something was judged.</summary>
/// <param name="PassageId">The passage; null for the document as a whole.</param>
/// <param name="Candidates">The likeliest first. A proposal, never a decision.</param>
public sealed record ProposedGrounds(DocumentId DocumentId, PassageId? PassageId, Ground Ground, ImmutableArray<Ground> Candidates);
