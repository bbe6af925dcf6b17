using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A correction (correctie) that was made: what it was, what it is, which dates moved, and what had been decided on them.</summary>
/// <param name="Subject">Which one; null for the request.</param>
/// <param name="By">Who corrected it.</param>
public sealed record Correction(
    CorrectableFact Fact,
    string? Subject,
    DateOnly From,
    DateOnly To,
    FreeText Reason,
    ImmutableArray<MovedTerm> Moved,
    ImmutableArray<Overtaken> Overtaken,
    DateOnly On,
    string By);
