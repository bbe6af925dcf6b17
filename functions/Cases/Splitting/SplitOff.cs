using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A part of the request that a case of its own treats since.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="CaseId">The new case.</param>
/// <param name="Part">What the new case is about.</param>
/// <param name="Kept">What is still treated here; null where nobody said.</param>
/// <param name="Request">The facts with which the new case begins.</param>
/// <param name="FoundedOn">When the new case was there; null until then.</param>
public sealed record SplitOff(
    int Number,
    string CaseId,
    FreeText Part,
    FreeText? Kept,
    FreeText Reason,
    DateOnly On,
    string By,
    CarriedRequest Request,
    ImmutableArray<CarriedDocument> Documents,
    DateOnly? FoundedOn = null)
{
    /// <summary>Every text that the new case needs.</summary>
    public IEnumerable<FreeText> Texts =>
    [
        Part, Reason, Request.Subject, Request.Text, Request.Requester,
        .. new[] { Request.Extension?.Reason, Request.Intention?.Reason }.OfType<FreeText>(),
        .. Request.Clarifications.SelectMany(asked => new[] { asked.Question, asked.Answer }).OfType<FreeText>(),
        .. Request.Suspensions.Select(suspension => suspension.Reason),
        .. Documents.Select(document => document.Title),
        .. Documents.Select(document => document.Inventoried?.Remark).OfType<FreeText>(),
    ];
}

/// <summary>Where a case that was split off comes from.</summary>
/// <param name="Number">Which split of that case it was.</param>
/// <param name="Part">What of the request it is about.</param>
/// <param name="ReceiptConfirmedOn">When the receipt of the request had been confirmed there; null where it had not.</param>
public sealed record Origin(string CaseId, int Number, FreeText Part, FreeText Reason, DateOnly On, DateOnly? ReceiptConfirmedOn)
{
    /// <summary>The assumption on which its terms rest.</summary>
    public const string Assumption = "split-keeps-term";
}
