using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A judgement that has or had to be looked at again.</summary>
/// <param name="AnsweredOn">Absent while it is open: no decision is drafted or taken until then.</param>
/// <param name="Kept">Why the judgement was kept; absent where it was given anew.</param>
/// <param name="Settled">True where two cases that judged differently came to agree; absent otherwise.</param>
internal sealed record ReassessmentView(
    string ReassessmentId, CauseView Cause, DateOnly On, DateOnly? AnsweredOn, string? AnsweredBy, string? Kept, bool? Settled = null)
{
    public static ReassessmentView Of(Reassessment put, Func<FreeText?, string?> read) => new(
        put.Id.ToString(), CauseView.Of(put.Cause), put.On, put.AnsweredOn, put.AnsweredBy, read(put.Kept), put.Settled ? true : null);
}

/// <summary>Why it has to be looked at again.</summary>
/// <param name="PassageId">The passage that was judged there; absent for a document as a whole.</param>
/// <param name="Ours">How the same content is judged here; only where it is judged differently.</param>
internal sealed record CauseView(
    ReassessmentReason Reason,
    string CaseId,
    string DocumentId,
    string? PassageId,
    string? DecisionId,
    string? RulingId,
    int? Instruction,
    string? Ours,
    string? Theirs)
{
    public static CauseView Of(ReassessmentCause cause) => new(
        cause.Reason, cause.Place.CaseId, cause.Place.DocumentId.ToString(), cause.Place.PassageId?.ToString(), cause.DecisionId?.ToString(), cause.RulingId,
        cause.Instruction, cause.Ours, cause.Theirs);
}

/// <summary>What something derives from in another case.</summary>
/// <param name="Refused">Why that case would not have it, as a code.</param>
internal sealed record SourceView(string CaseId, string DocumentId, string? PassageId, DateOnly? ToldOn, string? Refused)
{
    public static SourceView Of(Derivation derivation) => new(
        derivation.Source.CaseId, derivation.Source.DocumentId.ToString(), derivation.Source.PassageId?.ToString(), derivation.ToldOn, derivation.Refused);
}
