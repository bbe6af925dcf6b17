using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A consultation (afstemming) of an agency. Practice, not law: it suspends no term, and the advice binds nobody.</summary>
/// <param name="AnswerBy">The day by which an answer is asked.</param>
/// <param name="SentOn">When the letter was dispatched; null until then, and nobody is late before.</param>
public sealed record Consultation(
    ConsultationId Id,
    Agency Agency,
    ImmutableArray<DocumentId> Documents,
    FreeText Question,
    DateOnly AnswerBy,
    string AskedBy,
    DateOnly AskedOn,
    DateOnly? SentOn = null,
    DateOnly? AnsweredOn = null,
    DateOnly? EndedOn = null,
    DateOnly? EscalatedOn = null)
{
    public ImmutableList<Advice> Advices { get; init; } = [];

    /// <summary>The package that went with the letter; null where none did.</summary>
    public PackageId? SentPackage { get; init; }

    /// <summary>Why the judgement departs from what was advised, oldest first; see <see cref="AdviceLines"/>.</summary>
    public ImmutableList<AdviceDeparture> Departures { get; init; } = [];

    public bool IsOpen => AnsweredOn is null && EndedOn is null;
}

/// <summary>What an agency advised.</summary>
public sealed record Advice(AdviceKind Kind, ImmutableArray<AdviceItem> Items, FreeText? Note, DateOnly ReceivedOn, string RecordedBy);

/// <summary>An advice on one document or passage.</summary>
/// <param name="PassageId">Null where it's about the document as a whole.</param>
/// <param name="Ground">The ground that the agency proposes; null where it proposes none.</param>
/// <param name="Page">The page on which it wants something withheld that is no passage yet, from 1; null for a passage, or the whole.</param>
/// <param name="Reason">Why, and for a page also what; null where it gave no reason.</param>
public sealed record AdviceItem(DocumentId DocumentId, AdviceKind Advice, PassageId? PassageId = null, Ground? Ground = null, int? Page = null, FreeText? Reason = null);

/// <summary>The drift of an advice.</summary>
public enum AdviceKind
{
    /// <summary>No objection to disclosure (geen bezwaar).</summary>
    NoObjection,

    /// <summary>Some passages should be withheld (lakvoorstel).</summary>
    Redact,

    /// <summary>The whole should be withheld.</summary>
    Withhold,

    /// <summary>The owner of the marking agrees to lift it (derubricering).</summary>
    Declassify,
}
