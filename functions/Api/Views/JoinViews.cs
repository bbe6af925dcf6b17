using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>That this request is, was or was to be treated in another case.</summary>
/// <param name="CaseId">The case in which it is treated.</param>
/// <param name="Since">When that case took it in; absent where it did not.</param>
/// <param name="EndedOn">When it went on by itself again, or that case refused; absent while it is treated there.</param>
/// <param name="Refused">The code with which that case refused what was last asked; absent where it did not.</param>
/// <param name="Documents">Documents of this case that went over.</param>
internal sealed record JoiningView(
    string CaseId, JoinState State, DateOnly On, string By, string? Reason, DateOnly? Since, DateOnly? EndedOn, string? EndReason, string? Refused,
    ImmutableArray<string> Documents, string Href)
{
    public static JoiningView Of(JoinedTo joined, Func<FreeText, string?> text) => new(
        joined.CaseId, joined.State, joined.On, joined.By, text(joined.Reason), joined.Since, joined.EndedOn, joined.EndReason is { } ended ? text(ended) : null, joined.Refused,
        [.. joined.Documents.Select(document => document.From.ToString())], CaseLinks.Of(joined.CaseId).Self);
}

/// <summary>A case of which the request is or was treated here too.</summary>
/// <param name="LeftOn">When it went on by itself; absent while it is treated here.</param>
/// <param name="Documents">What came with it: what it is called there, and here.</param>
/// <param name="Told">The decisions of which it was told; <c>refused</c> where it does not follow one.</param>
/// <param name="AwaitsRendition">Whether it waits for the anonymised version of a decision letter that a person edited.</param>
internal sealed record JoinedCaseView(
    string CaseId, DateOnly On, DateOnly ReceivedOn, DateOnly? LeftOn, ImmutableArray<JoinedDocumentView> Documents, ImmutableArray<FollowerTellingView> Told, bool AwaitsRendition,
    string Href)
{
    public static JoinedCaseView Of(Case c, JoinedCase joined) => new(
        joined.CaseId, joined.On, joined.ReceivedOn, joined.LeftOn,
        [.. joined.Documents.Select(document => new JoinedDocumentView(document.There.ToString(), document.Here.ToString()))],
        [.. joined.Told.Select(told => new FollowerTellingView(told.DecisionId.ToString(), told.On, told.Refused))],
        Joining.AwaitsRendition(c, joined), CaseLinks.Of(joined.CaseId).Self);
}

internal sealed record JoinedDocumentView(string There, string Here);

internal sealed record FollowerTellingView(string DecisionId, DateOnly On, string? Refused);

/// <summary>The decision of another case that a decision is too, for this request.</summary>
/// <param name="ArtifactId">That decision without personal data.</param>
internal sealed record FollowedView(string CaseId, string DecisionId, string ArtifactId)
{
    public static FollowedView Of(Followed followed) => new(followed.CaseId, followed.DecisionId.ToString(), followed.Text.ToString());
}
