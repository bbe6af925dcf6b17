using System.Collections.Immutable;

namespace WobWorkflow.Engine;

/// <summary>What the public may know of a document: what lies there now, or that it was taken down.</summary>
/// <param name="Title">As the public reads it; null where the document was taken down.</param>
/// <param name="Sha256">The version that is public; null where the document was taken down.</param>
/// <param name="Date">Of the document itself; null where it has none.</param>
/// <param name="DecidedOn">When the decision was taken that discloses it.</param>
/// <param name="FirstOn">When it first could be read.</param>
/// <param name="ChangedAt">When this last changed (UTC): harvesters come again by it.</param>
/// <param name="Earlier">Versions that were public before, by hash: who asks for one is pointed to what holds now.</param>
/// <param name="GoneOn">When it was taken down; null where it is public.</param>
/// <param name="Withdrawn">Whether it was taken down for good.</param>
/// <param name="Reason">Why it was withdrawn; null where it wasn't, and where the reason was erased.</param>
/// <param name="Destroyed">Whether the case was destroyed at the end of its retention.</param>
public sealed record PublicDocument(
    string CaseId,
    string DocumentId,
    string? Title,
    string? Sha256,
    string? MediaType,
    string? Extension,
    long Size,
    DateOnly? Date,
    DateOnly DecidedOn,
    DateOnly FirstOn,
    DateTimeOffset ChangedAt,
    ImmutableArray<string> Earlier,
    DateOnly? GoneOn = null,
    bool Withdrawn = false,
    string? Reason = null,
    bool Destroyed = false);
