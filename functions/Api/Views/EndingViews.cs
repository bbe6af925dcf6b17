using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A legal hold (bewaarplicht).</summary>
/// <param name="LiftedOn">Absent while it holds.</param>
internal sealed record LegalHoldView(string HoldId, string? Reason, DateOnly On, string By, DateOnly? LiftedOn, string? LiftedBy, string? LiftedBecause)
{
    public static LegalHoldView Of(LegalHold hold, Func<FreeText, string?> text) => new(
        hold.Id.ToString(), text(hold.Reason), hold.On, hold.PlacedBy, hold.LiftedOn, hold.LiftedBy, hold.LiftedBecause is { } because ? text(because) : null);
}

/// <summary>For how long a closed case is kept.</summary>
/// <param name="Category">The row of the selection list; absent where the organisation set none.</param>
/// <param name="Years">Absent where it is kept for good, or nobody said.</param>
/// <param name="EndsOn">The last day on which it is kept; absent where there is none.</param>
internal sealed record RetentionView(RequestEnd Of, string? Category, int? Years, DateOnly StartedOn, DateOnly? EndsOn)
{
    public static RetentionView From(Retention kept) => new(kept.End, kept.Category, kept.Years, kept.StartedOn, kept.EndsOn);
}

/// <summary>An erasure of texts about people.</summary>
/// <param name="Texts">Hashes of the texts.</param>
/// <param name="DoneOn">Absent while they may still be there.</param>
/// <param name="NotThere">Texts that were not there, or had been erased before.</param>
internal sealed record ErasureView(string? Reason, string? Person, ImmutableArray<string> Texts, DateOnly On, string By, DateOnly? DoneOn, ImmutableArray<string> NotThere)
{
    public static ErasureView Of(Erasure erasure, Func<FreeText, string?> text) => new(
        text(erasure.Reason), erasure.Person?.ToString(), erasure.Texts, erasure.On, erasure.By, erasure.DoneOn, erasure.NotThere);
}

/// <summary>The declaration of destruction (verklaring van vernietiging).</summary>
/// <param name="Authorisation">The reference of the written authorisation.</param>
/// <param name="Files">Stored files that went; absent until they had been counted, as the three after it.</param>
/// <param name="Bytes">What they came to.</param>
/// <param name="Texts">Texts outside the log.</param>
/// <param name="PublicDocuments">Documents that were public, or had been.</param>
/// <param name="DoneOn">When nothing was left but the log; absent while it goes on.</param>
internal sealed record DestructionView(
    RequestEnd Of, string Category, int Years, DateOnly ClosedOn, DateOnly RetainedThrough, string Authorisation, DateOnly On, string By,
    int Documents, int Letters, int Artifacts, int? Files, long? Bytes, int? Texts, int? PublicDocuments, DateOnly? DoneOn)
{
    public static DestructionView From(Destruction gone) => new(
        gone.Ground.Of, gone.Ground.Category, gone.Ground.Years, gone.Ground.ClosedOn, gone.Ground.RetainedThrough, gone.Ground.Authorisation, gone.On, gone.By,
        gone.Ground.Documents, gone.Ground.Letters, gone.Ground.Artifacts,
        gone.Counted?.Files, gone.Counted?.Bytes, gone.Counted?.Texts, gone.Counted?.PublicDocuments, gone.DoneOn);
}
