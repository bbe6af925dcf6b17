using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The course that a decision letter tells: that of the request, and what followed: earlier decisions, remedies, rulings.</summary>
internal static class CourseOfDecision
{
    public static ImmutableArray<DatedEvent> Of(LetterFacts says, Decision decision)
    {
        var c = says.Case;
        IEnumerable<DatedEvent> all =
        [
            .. CourseOfRequest.Of(says),
            .. c.Decisions.Where(earlier => earlier.Id.Number < decision.Id.Number && earlier is { TakenOn: not null, DispatchedOn: not null })
                .Select(earlier => new DatedEvent(earlier.TakenOn!.Value, Decided(earlier.Kind))),
            .. c.Remedies.Select(remedy => Lodged(remedy)).OfType<DatedEvent>(),
            .. c.Remedies.Where(remedy => remedy is { Kind: RemedyKind.Objection, Hearing: { Held: true } })
                .Select(remedy => new DatedEvent(remedy.Hearing!.On, "Over het bezwaar is gehoord.")),
            .. c.Remedies.Where(remedy => remedy.Extension is not null)
                .Select(remedy => new DatedEvent(remedy.Extension!.On, $"De termijn om op het bezwaar te beslissen is met {Cases.Dutch.Period(remedy.Extension.Days)} verdaagd.")),
            .. c.Rulings.Where(applied => applied.DecisionId is not null).Select(applied => applied.PronouncedOn is { } on
                ? new DatedEvent(on, $"{Upper(RulingPart.CourtOf(applied))} heeft {RulingPart.Outcome(c, applied)}.")
                : new DatedEvent(applied.SentOn, $"De uitspraak van {RulingPart.CourtOf(applied)} is verzonden.")),
            .. c.Rulings.Where(applied => Lateness.IsEndedBy(c, applied, decision)).Select(RuledLate),
            .. c.Notices.Select(notice => new DatedEvent(notice.ReceivedOn,
                notice.From == c.Request!.Requester ? "U heeft mij in gebreke gesteld wegens het niet tijdig beslissen." : "Een derde-belanghebbende heeft mij in gebreke gesteld wegens het niet tijdig beslissen.")),
            // A decision that is late says so.
            .. DecisionChecks.LateTerm(c, decision, says.Organisation, says.Today) is { } late
                ? [new DatedEvent(late.Due, "De termijn om te beslissen is verstreken zonder dat was beslist. Dit besluit is dus te laat.")]
                : Array.Empty<DatedEvent>(),
        ];
        return [.. all.OrderBy(happened => happened.On)];
    }

    private static DatedEvent RuledLate(AppliedRuling applied) => new(
        applied.SentOn,
        $"{Upper(applied.Court is { } court ? CourtNames.InSentence(court) : "de rechtbank")} heeft uitspraak gedaan op het beroep tegen het niet tijdig beslissen (zaaknummer {applied.CaseNumber})"
        + (applied.Owes ? " en opgedragen alsnog te beslissen." : "."));

    private static string Decided(DecisionKind kind) => kind switch
    {
        DecisionKind.Partial => "Ik heb op een deel van uw verzoek beslist.",
        DecisionKind.NotTreated => "Ik heb besloten uw verzoek niet te behandelen.",
        DecisionKind.OnObjection => "Ik heb op het bezwaar beslist.",
        DecisionKind.Repair => "Ik heb een herstelbesluit genomen.",
        DecisionKind.NewAfterAnnulment => "Ik heb een nieuw besluit genomen.",
        DecisionKind.Supplementary => "Ik heb een aanvullend besluit genomen.",
        DecisionKind.Amending => "Ik heb mijn besluit gewijzigd.",
        _ => "Ik heb op uw verzoek beslist.",
    };

    /// <summary>Null for what changes nothing in the course, such as a request for interim relief.</summary>
    private static DatedEvent? Lodged(Cases.Remedy remedy)
    {
        var what = remedy.Kind switch
        {
            RemedyKind.Objection => "bezwaar gemaakt",
            RemedyKind.DirectAppeal => "rechtstreeks beroep ingesteld bij de rechtbank",
            RemedyKind.Appeal => "beroep ingesteld bij de rechtbank",
            RemedyKind.HigherAppeal => "hoger beroep ingesteld bij de Afdeling bestuursrechtspraak van de Raad van State",
            RemedyKind.CrossAppeal => "incidenteel hoger beroep ingesteld",
            RemedyKind.LateObjection => "bezwaar gemaakt omdat niet op tijd was beslist",
            RemedyKind.LateAppeal => "beroep ingesteld omdat niet op tijd was beslist",
            _ => null,
        };
        return what is null ? null : new DatedEvent(remedy.LodgedOn, remedy.By switch
        {
            RemedyParty.Requester => $"U heeft {what}.",
            RemedyParty.Body => $"Ik heb {what}.",
            _ => $"Een derde-belanghebbende heeft {what}.",
        });
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
