using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Splits the request: a part of it goes on in a case of its own, with the documents that belong to it. It is one request, received once: the new case
/// has the same day of receipt, what was suspended and extended holds there too, and no new term begins.
/// </summary>
/// <param name="Subject">The subject of the new case.</param>
/// <param name="Part">What of the request the new case treats: a full sentence, printed in the letter to the requester.</param>
/// <param name="Reason">Why: a full sentence, printed in the letter to the requester.</param>
/// <param name="Kept">What is still treated here.</param>
/// <param name="Documents">Documents that go over.</param>
public sealed record Split(
    [property: MaxLength(300)] string Subject,
    [property: MaxLength(4000)] string Part,
    [property: MaxLength(4000)] string Reason,
    [property: MaxLength(4000)] string? Kept = null,
    ImmutableArray<DocumentId> Documents = default) : IStep<Case, Split>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(1000)]
    public ImmutableArray<DocumentId> Documents { get; init; } = Documents.IsDefault ? [] : Documents;

    public static StepRule<Case> Rule { get; } = new(
        "split", nl: "Verzoek splitsen", en: "Split the request", [Role.Coordinator, Role.Handler], when: c => Treating.WhyNot(c) ?? Pending.WhyNot(c));

    public static Outcome Decide(Case c, Split step, At at)
    {
        if (c.ViewRounds.Any(round => ThirdPartyViews.SuspendedBy(c, round, at.On) is { Through: null }))
        {
            return new Refused("views-awaited",
                "De termijn is opgeschort omdat zienswijzen worden afgewacht. Splits daarna: dan staat vast hoeveel dagen voor beide zaken tellen.", "Awb 4:15");
        }

        if (step.Documents.Select(id => WhyNot(c, id)).FirstOrDefault(refused => refused is not null) is { } stays)
            return stays;
        var number = c.Intake.Splits.Count + 1;
        return new RequestSplit(
            number, CaseReference.OfSplit(c.Id, number), at.Keep(step.Part), at.KeepOrNull(step.Kept), at.Keep(step.Reason), Carrying.From(c, at.Keep(step.Subject), at.On),
            [.. step.Documents.Distinct().Select(id => CarriedDocument.Of(c, c.Documents[id]!))]);
    }

    /// <summary>Why a document can't go over; null where it can.</summary>
    private static Refused? WhyNot(Case c, DocumentId id) =>
        c.Documents[id] is not { InScope: true } document ? Refused.Unknown("document-not-found", "Niet al deze documenten horen bij deze zaak.")
        : c.Consultations.Any(asked => asked.IsOpen && asked.Documents.Contains(id)) ? new Refused("document-asked-about", $"{id} ligt nog ter afstemming: wacht het advies af, of trek de vraag in.")
        : c.Views.Any(asked => asked.AnsweredOn is null && asked.Documents.Contains(id)) ? new Refused("document-asked-about", $"Over {id} is nog een zienswijze gevraagd: wacht die af.", "Awb 4:8")
        : c.Publications.Any(publication => publication.Documents.Contains(id)) ? new Refused("document-in-release", $"{id} hoort bij een openbaarmaking en blijft in deze zaak.")
        : c.Decisions.Any(decision => decision.TakenOn is not null) && Reviewing.JudgementOf(c, document) is not null
            ? new Refused("document-decided", $"Op {id} is al beslist in een deelbesluit; het blijft in deze zaak.")
        : null;
}

/// <summary>A part of the request goes on in a case of its own; that case is founded by a duty.</summary>
public sealed record RequestSplit(
    int Number,
    string NewCaseId,
    FreeText Part,
    FreeText? Kept,
    FreeText Reason,
    CarriedRequest Request,
    ImmutableArray<CarriedDocument> Documents) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Splits = c.Intake.Splits.Add(new SplitOff(Number, NewCaseId, Part, Kept, Reason, entry.On, entry.Actor, Request, Documents)) },
        Documents = Documents.Aggregate(c.Documents, (all, moved) => all.With(moved.From, document => document with { DroppedOn = entry.On, MovedTo = NewCaseId })),
    };
}

/// <summary>The first event of a case that was split off another. Appended for that case, never by a person.</summary>
/// <param name="On">The day of the split.</param>
public sealed record CaseSplitOff(
    string From, int Number, FreeText Part, FreeText Reason, DateOnly On, CarriedRequest Request, ImmutableArray<CarriedDocument> Documents) : CaseEvent
{
    /// <summary>Begins the case, where it wasn't begun before.</summary>
    public static Outcome Decide(Case c, string from, SplitOff split) => c.Request is not null
        ? Outcome.Of()
        : new CaseSplitOff(from, split.Number, split.Part, split.Reason, split.On, split.Request, split.Documents);

    public override Case ApplyTo(Case c, Entry entry) => Carrying.Begin(c, Request) with
    {
        Origin = new Origin(From, Number, Part, Reason, On, Request.ReceiptConfirmedOn),
        Documents = Documents.Aggregate(c.Documents, (all, carried) => all.Add(carried.As(all.NextId))),
        Inventoried = Carrying.Inventoried(c, Documents),
    };
}

/// <summary>The case that was split off is there.</summary>
public sealed record SplitFounded(int Number, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Splits = c.Intake.Splits.ConvertAll(split => split.Number == Number ? split with { FoundedOn = entry.On } : split) },
    };
}
