using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>A document and another that is nearly the same.</summary>
/// <param name="DocumentId">The document, of the case that was asked for.</param>
/// <param name="Title">Its title; null where it was erased.</param>
/// <param name="Judgement">Its judgement; absent while there is none.</param>
/// <param name="Resemblance">What they share of all that is in either (Jaccard), from 0 to 1, rounded down; 1 for the same words.</param>
/// <param name="Within">How much of the document is in the other, from 0 to 1, rounded down.</param>
/// <param name="Contains">How much of the other is in the document, from 0 to 1, rounded down.</param>
/// <param name="JudgedDifferently">Whether both are judged, and not alike; absent where they aren't.</param>
/// <param name="Linked">How somebody linked them already, in either direction; absent where nobody did.</param>
/// <param name="Propose">What <c>link-document</c> could say of it, for a person to judge; absent where they are linked, or lie in two cases.</param>
internal sealed record ResemblingView(
    string DocumentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title,
    Judgement? Judgement,
    ResemblingDocument Resembles,
    double Resemblance,
    double Within,
    double Contains,
    bool? JudgedDifferently,
    DocumentLinkKind? Linked,
    ProposedLink? Propose)
{
    /// <summary>Alike enough to be judged as one: a misread letter here and there.</summary>
    private const double LikeADuplicate = Resemblances.NearlyAll;

    public static ResemblingView Of(Case c, Resembling pair, Func<FreeText, string?> text)
    {
        var (other, document, there) = (pair.Other.State, pair.Document, pair.OtherDocument);
        var linked = other.Id == c.Id
            ? document.Links.Find(link => link.To == there.Id) ?? there.Links.Find(link => link.To == document.Id)
            : null;
        var derived = other.Id != c.Id && c.Derivations.Exists(known => known.Source.CaseId == other.Id && known.DocumentId == document.Id && known.Source.DocumentId == there.Id && known.Refused is null);
        return new ResemblingView(
            document.Id.ToString(), text(document.Title), Reviewing.JudgementOf(c, document),
            new ResemblingDocument(
                other.Id, there.Id.ToString(), text(there.Title), there.Date, Reviewing.JudgementOf(other, there), [.. Reviewing.GroundsOf(other, there).Select(ground => ground.Key)]),
            RoundedDown(pair.Resemblance), RoundedDown(pair.Within), RoundedDown(pair.Contains),
            pair.IsJudgedDifferently(c) ? true : null,
            linked?.Kind ?? (derived ? DocumentLinkKind.DerivedFrom : null),
            linked is null && other.Id == c.Id ? Proposed(pair) : null);
    }

    /// <summary>The later of the two refers to the earlier: by what is in which, by date, or else by the order in which they came.</summary>
    private static ProposedLink? Proposed(Resembling pair)
    {
        var (one, other) = (pair.Document, pair.OtherDocument);
        var isLater = pair.Resemblance < LikeADuplicate && pair.Contains >= Resemblances.LeastContained != pair.Within >= Resemblances.LeastContained
            ? pair.Contains >= Resemblances.LeastContained
            : one.Date is { } ours && other.Date is { } theirs && ours != theirs ? ours > theirs
            : one.Id.Number > other.Id.Number;
        var (later, earlier) = isLater ? (one, other) : (other, one);
        var kind = pair.Resemblance >= LikeADuplicate && later.DuplicateOf is null && earlier.DuplicateOf is null ? DocumentLinkKind.DuplicateOf : DocumentLinkKind.DerivedFrom;
        return new ProposedLink(later.Id.ToString(), earlier.Id.ToString(), kind);
    }

    private static double RoundedDown(double share) => Math.Floor(share * 100) / 100;
}

/// <param name="Title">Null where it was erased.</param>
/// <param name="Judgement">Absent while there is none.</param>
internal sealed record ResemblingDocument(
    string CaseId,
    string DocumentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title,
    DateOnly? Date,
    Judgement? Judgement,
    ImmutableArray<string> Grounds);

/// <summary>What <c>link-document</c> would be sent.</summary>
internal sealed record ProposedLink(string DocumentId, string To, DocumentLinkKind Kind);
