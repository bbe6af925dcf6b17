namespace WobWorkflow.Cases;

/// <summary>
/// A judgement that has to be looked at again, because of what was judged elsewhere. No decision is drafted or taken until a person judged anew, or
/// kept the judgement with a reason; what shows from comparing with another case stops the draft, and after it the approval.
/// </summary>
/// <param name="PassageId">The passage; null for the document as a whole.</param>
/// <param name="AnsweredOn">When someone judged anew or kept the judgement; null until then.</param>
/// <param name="Kept">Why the judgement was kept; null where it was given anew.</param>
public sealed record Reassessment(
    ReassessmentId Id,
    DocumentId DocumentId,
    PassageId? PassageId,
    ReassessmentCause Cause,
    DateOnly On,
    DateOnly? AnsweredOn = null,
    string? AnsweredBy = null,
    FreeText? Kept = null)
{
    /// <summary>Whether what was compared is so no more, because one of the cases judged anew; should they differ again, it is put up again.</summary>
    public bool Settled { get; init; }

    /// <summary>Whether it follows from comparing judgements of two cases: true today, and settled when they come to agree.</summary>
    public bool IsByComparison => ByComparison(Cause.Reason);

    /// <inheritdoc cref="IsByComparison"/>
    public static bool ByComparison(ReassessmentReason reason) => reason is ReassessmentReason.JudgedDifferently or ReassessmentReason.SourceJudgedDifferently;

    /// <summary>What has to be looked at, as a sentence names it.</summary>
    public string Place => PassageId is { } passage ? $"{passage} van {DocumentId}" : DocumentId.ToString();

    /// <summary>Answered with this entry, unless it was before.</summary>
    internal Reassessment Answered(Entry entry) => AnsweredOn is null ? this with { AnsweredOn = entry.On, AnsweredBy = entry.Actor } : this;

    /// <summary>A document that was dropped needs no judgement any more.</summary>
    public bool IsOpen(Case c) => AnsweredOn is null && c.Documents[DocumentId] is { InScope: true };
}

/// <summary>Why a judgement has to be looked at again.</summary>
/// <param name="Place">What was judged there.</param>
/// <param name="Times">How often it had become public then; only with <see cref="ReassessmentReason.SourceAssessed"/>.</param>
/// <param name="DecisionId">The decision that was taken there; only with <see cref="ReassessmentReason.SourceDecided"/>.</param>
/// <param name="RulingId">The ruling; only with <see cref="ReassessmentReason.InstructionAnswered"/>.</param>
/// <param name="Instruction">The instruction's place in that ruling, from 1.</param>
/// <param name="Ours">How the same content is judged here; only with <see cref="ReassessmentReason.JudgedDifferently"/>.</param>
/// <param name="Theirs">How it is judged there.</param>
public sealed record ReassessmentCause(
    ReassessmentReason Reason,
    JudgedPlace Place,
    int? Times = null,
    DecisionId? DecisionId = null,
    string? RulingId = null,
    int? Instruction = null,
    string? Ours = null,
    string? Theirs = null)
{
    /// <summary>The same for the same cause: it puts a judgement up once.</summary>
    public string Key => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Kebab.Of(Reason)}:{Place.Key}:{Times}{DecisionId}{RulingId}:{Instruction}{Ours}:{Theirs}");
}

public enum ReassessmentReason
{
    /// <summary>What it derives from was judged public.</summary>
    SourceAssessed,

    /// <summary>A decision was taken that discloses what it derives from.</summary>
    SourceDecided,

    /// <summary>What it derives from was disclosed in answer to a court's instruction.</summary>
    InstructionAnswered,

    /// <summary>The same file or the same text is judged differently in another case.</summary>
    JudgedDifferently,

    /// <summary>What it derives from is withheld here, and the same text is public in another case.</summary>
    SourceJudgedDifferently,
}

/// <summary>A passage, or a document as a whole, of some case.</summary>
public sealed record JudgedPlace(string CaseId, DocumentId DocumentId, PassageId? PassageId = null)
{
    public bool IsInDocumentOf(JudgedPlace other) => CaseId == other.CaseId && DocumentId == other.DocumentId;

    public string Key => PassageId is { } passage ? $"{CaseId}:{DocumentId}:{passage}" : $"{CaseId}:{DocumentId}";
}
