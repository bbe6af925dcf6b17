using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A request at another body about the same documents, as that body tells of it.</summary>
/// <param name="Agency">The code of the body; absent where the engine doesn't know it.</param>
/// <param name="Body">Its name; null where it was erased.</param>
/// <param name="Documents">Documents of the case here that lie there too.</param>
/// <param name="Judges">Documents that are judged there as a whole.</param>
/// <param name="JudgesInPart">Documents of which a passage is judged there.</param>
/// <param name="Assumption">The named assumption on which leaving a judgement to that body rests; absent where nothing is left to it.</param>
/// <param name="SameRequest">Whether it is the request that is treated here, which the requester sent to several bodies.</param>
internal sealed record LinkedCaseView(
    string LinkedCaseId,
    string CaseId,
    string? Agency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Body,
    string? Reference,
    LinkedCaseState State,
    DateOnly ToldOn,
    string? Note,
    ImmutableArray<string> Documents,
    ImmutableArray<string> Judges,
    ImmutableArray<string> JudgesInPart,
    string? Assumption,
    bool SameRequest)
{
    public static LinkedCaseView Of(Case c, LinkedCase linked, Func<FreeText, string?> text) => new(
        linked.Id.ToString(),
        c.Id,
        linked.Agency?.Code,
        BodyOf(linked, text),
        text(linked.Reference),
        linked.State,
        linked.ToldOn,
        linked.Note is { } note ? text(note) : null,
        [.. linked.Documents.Select(id => id.ToString())],
        [.. Judging.LeftWhole(c).Where(left => left.By.Id == linked.Id).Select(left => left.Document.Id.ToString())],
        [.. Judging.LeftInPart(c).Where(left => left.By.Id == linked.Id).Select(left => left.Document.Id.ToString())],
        Judging.IsJudgedBy(c, linked.Id) ? Judging.Assumption : null,
        linked.SameRequest);

    public static string? BodyOf(LinkedCase linked, Func<FreeText, string?> text) =>
        linked.Agency is { } agency ? Agencies.Find(agency)?.NameNl ?? agency.Code : text(linked.Body!);
}

/// <summary>A matter (dossier): the cases here and those of other bodies about the same subject.</summary>
/// <param name="Parties">Who is a party in more than one of its cases, as somebody said.</param>
internal sealed record MatterView(string MatterId, ImmutableArray<CaseRow> Cases, ImmutableArray<LinkedCaseView> LinkedCases, ImmutableArray<MatterPartyView> Parties, MatterLinks Links);

internal sealed record MatterLinks(string Self, string Documents)
{
    public static MatterLinks Of(string matterId)
    {
        var self = $"{ApiPaths.Root}/matters/{Uri.EscapeDataString(matterId)}";
        return new MatterLinks(self, $"{self}/documents");
    }
}

/// <summary>A document that lies in several cases of a matter, or at another body too, and who judges it.</summary>
/// <param name="Here">Where it lies here, and how it is judged there.</param>
/// <param name="Elsewhere">The bodies that have it too.</param>
internal sealed record SharedDocumentView(ImmutableArray<DocumentHere> Here, ImmutableArray<DocumentElsewhere> Elsewhere);

/// <param name="Title">Null where it was erased, or is withheld.</param>
/// <param name="Withheld">Why its title is not shown: <c>clearance</c>; absent where it is.</param>
/// <param name="Judgement">Absent while there is none.</param>
internal sealed record DocumentHere(
    string CaseId, string DocumentId, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title, string? Withheld, Judgement? Judgement, Judged Judged);

/// <param name="Judges">What of the document is that body's to judge.</param>
internal sealed record DocumentElsewhere(string CaseId, string LinkedCaseId, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Body, string? Reference, Judged Judges);

/// <summary>How much of a document someone judges.</summary>
internal enum Judged
{
    Nothing,
    InPart,
    Whole,
}
