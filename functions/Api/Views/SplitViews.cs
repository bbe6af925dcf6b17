using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The case that this one was split off.</summary>
/// <param name="Part">What of the request this case is about.</param>
/// <param name="ReceiptConfirmedOn">When the receipt of the request had been confirmed there; absent where it had not.</param>
internal sealed record OriginView(string CaseId, DateOnly On, string? Part, string? Reason, DateOnly? ReceiptConfirmedOn, string Href)
{
    public static OriginView Of(Origin origin, Func<FreeText, string?> text) =>
        new(origin.CaseId, origin.On, text(origin.Part), text(origin.Reason), origin.ReceiptConfirmedOn, CaseLinks.Of(origin.CaseId).Self);
}

/// <summary>A part of the request that goes on in a case of its own.</summary>
/// <param name="Documents">Documents of this case that went over.</param>
/// <param name="FoundedOn">When that case was there; absent for the moment that it takes.</param>
internal sealed record SplitView(
    string CaseId, DateOnly On, string By, string? Part, string? Kept, string? Reason, ImmutableArray<string> Documents, DateOnly? FoundedOn, string Href)
{
    public static SplitView Of(SplitOff split, Func<FreeText, string?> text) => new(
        split.CaseId, split.On, split.By, text(split.Part), split.Kept is { } kept ? text(kept) : null, text(split.Reason), [.. split.Documents.Select(document => document.From.ToString())],
        split.FoundedOn, CaseLinks.Of(split.CaseId).Self);
}
