using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Has this request treated together with another about the same (samenvoegen): its documents go over to the other case and are judged there, once, and
/// it follows what is decided there. It stays a request of its own: receipt, requester, terms and remedies remain here, and the requester gets a
/// decision and a dispatch of its own.
/// </summary>
/// <param name="CaseId">The case in which both are treated from now on.</param>
/// <param name="Reason">Why: a full sentence, printed in the letter to the requester.</param>
public sealed record Join(
    [property: MaxLength(64), RegularExpression(SetMatter.Pattern)] string CaseId,
    [property: MaxLength(4000)] string Reason) : IStep<Case, Join>
{
    /// <summary>The most documents that go from one case to another at once.</summary>
    internal const int MostDocuments = 1000;

    public static StepRule<Case> Rule { get; } = new(
        "join", nl: "Samenvoegen met een andere zaak", en: "Join to another case", [Role.Coordinator, Role.Handler],
        when: c => Treating.WhyNot(c) ?? Joining.WhyNotFrom(c));

    public static Outcome Decide(Case c, Join step, At at)
    {
        if (step.CaseId == c.Id)
            return Refused.Invalid("caseId", "joined-to-itself", "Een zaak gaat niet samen met zichzelf: noem de andere zaak.");
        if (c.ViewRounds.Any(round => ThirdPartyViews.SuspendedBy(c, round, at.On) is { Through: null }))
        {
            return new Refused("views-awaited",
                "De termijn is opgeschort omdat zienswijzen worden afgewacht. Voeg daarna samen: dan staat vast hoeveel dagen voor deze zaak tellen.", "Awb 4:15");
        }

        var going = c.Documents.Where(document => document.InScope).ToList();
        if (going.Count > MostDocuments)
            return new Refused("too-many-documents", $"Ten hoogste {MostDocuments} documenten gaan in één keer naar een andere zaak.");
        return new JoinAsked(
            step.CaseId, at.Keep(step.Reason), c.Request!.ReceivedOn, c.Request.Environmental, c.Intake.Qualification!.Value,
            [.. going.Select(document => CarriedDocument.Of(c, document))]);
    }
}

/// <summary>This case is to go on in another one, which has to agree; until then nothing is done to its documents.</summary>
/// <param name="Documents">All that go over.</param>
public sealed record JoinAsked(
    string CaseId,
    FreeText Reason,
    DateOnly ReceivedOn,
    bool Environmental,
    Qualification Qualification,
    ImmutableArray<CarriedDocument> Documents) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Joinings = c.Joinings.Add(new JoinedTo(c.Joinings.Count + 1, CaseId, Reason, entry.On, entry.Actor, ReceivedOn, Environmental, Qualification, Documents)),
        Documents = Documents.Aggregate(c.Documents, (all, moved) => all.With(moved.From, document => document with { DroppedOn = entry.On, MovedTo = CaseId })),
    };
}

/// <summary>The other case took this one in, or would not.</summary>
/// <param name="Refused">The code of its refusal; null where it took it in.</param>
public sealed record JoinAnswered(int Number, string? Refused, string DutyKey) : CaseEvent, IDischarge
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var joined = c.Joinings[Number - 1];
        return Refused is null
            ? c with { Joinings = c.Joinings.SetItem(Number - 1, joined with { State = JoinState.Joined, Since = entry.On }) }
            : Joining.Restored(c with { Joinings = c.Joinings.SetItem(Number - 1, joined with { State = JoinState.Refused, Refused = Refused, EndedOn = entry.On }) }, joined);
    }
}

/// <summary>A case of which the request is treated here too, since now. Appended for the other case, never by a person.</summary>
/// <param name="Number">Which joining of that case it is.</param>
public sealed record CaseJoined(string CaseId, int Number, DateOnly ReceivedOn, ImmutableArray<CarriedDocument> Documents) : CaseEvent
{
    /// <summary>Takes the other case in, unless that makes no sense; once, however often it is asked.</summary>
    public static Outcome Decide(Case c, string from, JoinedTo asked) =>
        c.Joined.Exists(joined => joined.CaseId == from && joined.Number == asked.Number) ? Outcome.Of()
        : Destruction.WhyNot(c) ?? Joining.WhyNotHere(c, asked) ?? (Outcome)new CaseJoined(from, asked.Number, asked.ReceivedOn, asked.Documents);

    public override Case ApplyTo(Case c, Entry entry)
    {
        var places = ImmutableArray.CreateBuilder<JoinedDocument>();
        var documents = c.Documents;
        foreach (var carried in Documents)
        {
            // What lies here already is judged once, as what it is here.
            var same = carried.Content is { } content ? documents.FirstOrDefault(known => known.InScope && known.Content?.Sha256 == content.Sha256) : null;
            places.Add(new JoinedDocument(carried.From, same?.Id ?? documents.NextId, New: same is null));
            documents = same is null ? documents.Add(carried.As(documents.NextId)) : documents;
        }

        return c with
        {
            Documents = documents,
            Inventoried = Carrying.Inventoried(c, [.. Documents.Zip(places).Where(row => row.Second.New).Select(row => row.First)]),
            Joined = c.Joined.Add(new JoinedCase(CaseId, Number, entry.On, entry.Seq, ReceivedOn, places.ToImmutable())),
        };
    }
}
