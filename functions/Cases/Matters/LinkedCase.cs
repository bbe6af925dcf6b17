using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What a case has to do with others about the same subject: the matter (dossier) that holds them together, and requests at other bodies.</summary>
/// <param name="MatterId">The matter; null where the case stands alone.</param>
public sealed record Connections(string? MatterId, Numbered<LinkedCaseId, LinkedCase> Linked)
{
    public static Connections None { get; } = new(null, Numbered<LinkedCaseId, LinkedCase>.None);
}

/// <summary>A request at another body about the same documents, as that body tells of it.</summary>
/// <param name="Agency">The body, where the engine knows it.</param>
/// <param name="Body">The name of another body; null where <paramref name="Agency"/> is there.</param>
/// <param name="Reference">What that body calls it.</param>
/// <param name="State">How far it is, as was told last.</param>
/// <param name="ToldOn">When that was told.</param>
/// <param name="Documents">Documents of this case that lie there too.</param>
public sealed record LinkedCase(
    LinkedCaseId Id,
    Agency? Agency,
    FreeText? Body,
    FreeText Reference,
    LinkedCaseState State,
    DateOnly ToldOn,
    FreeText? Note,
    ImmutableArray<DocumentId> Documents,
    string By)
{
    /// <summary>Whether it is the request that is treated here, which the requester sent to several bodies.</summary>
    public bool SameRequest { get; init; }
}

/// <summary>How far a request at another body is, in the words that it uses.</summary>
public enum LinkedCaseState
{
    /// <summary>Being treated (in behandeling).</summary>
    Treated,

    /// <summary>Decided (besluit genomen).</summary>
    Decided,

    /// <summary>In objection (bezwaar).</summary>
    Objection,

    /// <summary>Before a court (beroep of hoger beroep).</summary>
    Court,

    /// <summary>Ended: nothing can be done against it any more, or it was withdrawn.</summary>
    Ended,
}
