using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letters about the course of a request: forwarding, and how far it is.</summary>
internal static class RequestLetters
{
    public static LetterContent Forwarding(LetterFacts says, string about)
    {
        var forwarded = ForwardedOf(says, about);
        return new Documents.Forwarding(
            says.Act, says.Request.ReceivedOn, OrNull(says, forwarded.Part), says.Say(forwarded.Reason), OrNull(says, forwarded.Kept));
    }

    public static LetterContent ForwardingNotice(LetterFacts says, string about)
    {
        var forwarded = ForwardedOf(says, about);
        var (name, address) = forwarded.To.Agency is { } agency
            ? (Agencies.Find(agency)?.NameNl ?? agency.Code, Agencies.Find(agency)?.Addressee ?? [])
            : NameOf(says.Details(forwarded.To.Person!.Value));
        return new ForwardingNotice(says.Act, says.Request.ReceivedOn, name, address, OrNull(says, forwarded.Part), says.Say(forwarded.Reason));
    }

    public static LetterContent Progress(LetterFacts says, string about)
    {
        _ = Id.TryParse<ProgressId>(about, out var id);
        var told = says.Case.Intake.ProgressLetters[id]!;
        var term = says.DecisionTerm;
        return new ProgressLetter(
            says.Act, says.Request.ReceivedOn, CourseOfRequest.Of(says), LinesOf(says.Say(told.Outstanding)), term.Due, says.Today > term.Due, told.ExpectedOn);
    }

    public static LetterContent Split(LetterFacts says)
    {
        var origin = says.Case.Origin!;
        var term = says.DecisionTerm;
        return new SplitNotice(says.Act, says.Request.ReceivedOn, origin.CaseId, origin.On, says.Say(origin.Part), says.Say(origin.Reason), term.Due, term.Article);
    }

    private static Forwarded ForwardedOf(LetterFacts says, string about)
    {
        _ = Id.TryParse<ForwardingId>(about, out var id);
        return says.Case.Intake.Forwardings[id]!;
    }

    private static (string Name, ImmutableArray<string> Address) NameOf(PersonDetails body) => (body.Name ?? "", LinesOf(body.Address ?? ""));

    private static string? OrNull(LetterFacts says, FreeText? text) => text is null ? null : says.Say(text);

    private static ImmutableArray<string> LinesOf(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What happened to a request, with its dates, from the log: nothing is retyped, so no date can precede the request.</summary>
internal static class CourseOfRequest
{
    public static ImmutableArray<DatedEvent> Of(LetterFacts says)
    {
        var c = says.Case;
        IEnumerable<DatedEvent> all =
        [
            new(says.Request.ReceivedOn, "Uw verzoek is ontvangen."),
            .. c.Letters.Where(l => l is { Kind: LetterKind.ReceiptConfirmation, DispatchedOn: not null })
                .Select(l => new DatedEvent(l.DispatchedOn!.Value, "De ontvangst van uw verzoek is bevestigd.")),
            .. c.Origin is { ReceiptConfirmedOn: { } confirmed } ? [new DatedEvent(confirmed, "De ontvangst van uw verzoek is bevestigd.")] : Array.Empty<DatedEvent>(),
            .. c.Origin is { } origin ? [new DatedEvent(origin.On, $"Een deel van uw verzoek is van zaak {origin.CaseId} afgesplitst; dit besluit gaat over dat deel.")] : Array.Empty<DatedEvent>(),
            .. c.Intake.Splits.Select(split => new DatedEvent(split.On, $"Een deel van uw verzoek is afgesplitst en wordt behandeld onder kenmerk {split.CaseId}.")),
            .. c.Joinings.Where(joined => joined.Since is not null)
                .Select(joined => new DatedEvent(joined.Since!.Value, $"Uw verzoek is samengevoegd met een ander verzoek over hetzelfde, dat wordt behandeld onder kenmerk {joined.CaseId}.")),
            .. c.Joinings.Where(joined => joined.State == JoinState.Ended)
                .Select(joined => new DatedEvent(joined.EndedOn!.Value, "De samenvoeging is beëindigd.")),
            .. c.Joined.Where(joined => joined.LeftOn is null)
                .Select(joined => new DatedEvent(joined.On, $"Met uw verzoek is een ander verzoek over hetzelfde samengevoegd (kenmerk {joined.CaseId}). Dit besluit gaat over beide.")),
            .. c.Intake.Clarifications.Where(asked => asked.SentOn is not null)
                .Select(asked => new DatedEvent(asked.SentOn!.Value, "U is gevraagd uw verzoek te verduidelijken.")),
            .. c.Intake.Clarifications.Where(asked => asked.AnsweredOn is not null)
                .Select(asked => new DatedEvent(asked.AnsweredOn!.Value, "Uw verduidelijking is ontvangen.")),
            .. c.Intake.Forwardings.Where(forwarded => forwarded is { Part: not null, SentOn: not null })
                .Select(forwarded => new DatedEvent(forwarded.SentOn!.Value, "Een deel van uw verzoek is doorgezonden.")),
            .. c.Intake.Phasings.Select(agreed => new DatedEvent(agreed.On, "Met u is een afspraak gemaakt over de afhandeling in fasen.")),
            .. c.Intake.Suspensions.Where(suspension => suspension.Days is not null)
                .Select(suspension => new DatedEvent(suspension.From, $"De beslistermijn is opgeschort ({suspension.Ground.Basis().Article}).")),
            .. c.ViewRounds.Where(round => round.NoticeOn is not null)
                .Select(round => new DatedEvent(round.NoticeOn!.Value, "U is meegedeeld dat derden om een zienswijze is gevraagd.")),
            .. c.Letters.Where(l => l is { Kind: LetterKind.SuspensionEnded, DispatchedOn: not null })
                .Select(l => new DatedEvent(l.DispatchedOn!.Value, "U is meegedeeld dat de opschorting van de beslistermijn is geëindigd.")),
            .. c.Intake.Suspensions.Where(suspension => suspension is { Days: not null, ResumedOn: not null })
                .Select(suspension => new DatedEvent(suspension.ResumedOn!.Value, "De opschorting is beëindigd; de beslistermijn loopt weer.")),
            .. c.Intake.ProgressLetters.Where(told => told.SentOn is not null)
                .Select(told => new DatedEvent(told.SentOn!.Value, "U bent over de voortgang geïnformeerd.")),
            .. c.Intake.Extension is { NoticeOn: { } notice, Days: var days }
                ? [new DatedEvent(notice, $"De beslistermijn is met {Cases.Dutch.Period(days)} verdaagd.")]
                : Array.Empty<DatedEvent>(),
        ];
        return [.. all.OrderBy(happened => happened.On)];
    }
}
