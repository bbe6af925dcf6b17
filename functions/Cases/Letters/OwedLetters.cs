using System.Collections.Immutable;
using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>A letter that ought to be there and isn't yet.</summary>
/// <param name="DutyKey">Names the duty to draft it; stays the same until it is drafted.</param>
/// <param name="From">The first day on which it can be drafted; null where that is now.</param>
/// <param name="Replaces">The outdated draft whose place it takes; null for a letter that isn't there at all.</param>
public sealed record OwedLetter(LetterKind Kind, string About, Addressee To, string DutyKey, DateOnly? From = null, LetterId? Replaces = null);

/// <summary>Which letters a case calls for. A row for each kind.</summary>
public static class OwedLetters
{
    public const string AboutRequest = "request";
    public const string AboutExtension = "extension";

    private static readonly ImmutableArray<Func<Case, IEnumerable<OwedLetter>>> Rows =
    [
        // Everyone who asks is told that it arrived, and by when a decision is due.
        c => c is { Request: { } request, Origin: null } ? [ToRequester(c, LetterKind.ReceiptConfirmation, AboutRequest, request)] : [],
        // The receipt of a request is confirmed once; of a case that was split off, the requester is told that.
        c => c is { Request: { } request, Origin: not null } ? [ToRequester(c, LetterKind.SplitNotice, AboutRequest, request)] : [],
        c => c.Joinings.Where(joined => joined.Since is not null).Select(joined => ToRequester(c, LetterKind.JoinNotice, joined.About, c.Request!)),
        c => c.Joinings.Where(joined => joined is { State: JoinState.Ended }).Select(joined => ToRequester(c, LetterKind.JoinEnded, joined.About, c.Request!)),
        // A decision that follows another is announced by a letter of its own, which encloses that one.
        c => c.Decisions.Where(d => d is { Follows: not null, State: DecisionState.Taken }).Select(d => ToRequester(c, LetterKind.Decision, d.Id.ToString(), c.Request!)),
        // Who answered before the letter was there needs none.
        c => c.Intake.Clarifications.Where(asked => asked is { IsOpen: true, SentOn: null }).Select(asked => ToRequester(c, LetterKind.ClarificationRequest, asked.Id.ToString(), c.Request!)),
        // An extension that the requester isn't told of in time has no effect (Woo 4.4(2)).
        c => c.Intake.Extension is null or { NoticeOn: not null } ? [] : [ToRequester(c, LetterKind.ExtensionNotice, AboutExtension, c.Request!)],
        c => c.Consultations.Where(asked => asked.EndedOn is null).Select(asked => Again(c, ToAgency(asked, KindFor(asked.Agency)))),
        // The agency is asked once more when its day has passed; from there on it's people who call.
        c => c.Consultations.Where(late => late is { IsOpen: true, EscalatedOn: not null }).Select(late => ToAgency(late, LetterKind.ConsultationReminder)),
        c => c.Views.Select(asked => Again(c, ToParty(c, LetterKind.ThirdPartyViewRequest, asked.Id.ToString(), asked.Party))),
        // Under the term for environmental information nothing is suspended, and there is nothing to tell (Wob 6(6)(c)).
        // The suspension hangs on this notice, so it names everyone who was asked: with another third party it is drafted again.
        c => c.ViewRounds.Where(round => round.NoticeOn is null && !CaseTerms.HasEnvironmentalTerm(c)).Select(round => ToRequester(c, LetterKind.SuspensionNotice, round.Id.ToString(), c.Request!) with
        {
            DutyKey = string.Create(CultureInfo.InvariantCulture, $"letter:suspension-notice:{round.Id}:{c.Views.Count(view => view.Round == round.Id)}"),
        }),
        c => c.ViewRounds.Where(round => Treating.WhyNot(c) is null && !CaseTerms.HasEnvironmentalTerm(c) && ThirdPartyViews.EndIsKnownFrom(c, round) is not null)
            .Select(round => ToRequester(c, LetterKind.SuspensionEnded, round.Id.ToString(), c.Request!) with { From = ThirdPartyViews.EndIsKnownFrom(c, round) }),
        c => c.Intake.Forwardings.Select(forwarded =>
            new OwedLetter(LetterKind.Forwarding, forwarded.Id.ToString(), forwarded.To, $"letter:forwarding:{forwarded.Id}")),
        c => c.Intake.Forwardings.Select(forwarded => ToRequester(c, LetterKind.ForwardingNotice, forwarded.Id.ToString(), c.Request!)),
        // At the time at which the requester is told (Woo 4.4(6), Awb 3:43).
        c => c.Decisions.SelectMany(d => ThirdPartiesTold.Of(c, d).Select(party => ToParty(c, LetterKind.ThirdPartyDecision, ThirdPartiesTold.AboutOf(d.Id, party), party))),
        // A court that has something which the decision joins gets it at once (Awb 6:19(3), 6:20).
        c => c.Decisions.Where(d => d.TellsCourtOf is not null).Select(d =>
            new OwedLetter(LetterKind.CourtNotice, d.Id.ToString(), new Addressee(CourtOf: d.TellsCourtOf), $"letter:court-notice:{d.Id}")),
        c => c.Intake.ProgressLetters.Select(told => ToRequester(c, LetterKind.ProgressLetter, told.Id.ToString(), c.Request!)),
    ];

    /// <summary>What is not there yet, also where it can be drafted only on a later day (<see cref="OwedLetter.From"/>).</summary>
    /// <param name="today">The local date, which picks the act under which a decision letter is written; null where that doesn't matter.</param>
    public static IEnumerable<OwedLetter> Of(Case c, DateOnly? today = null) =>
        Rows.SelectMany(row => row(c)).Concat(c.Decisions.Where(d => d.State == DecisionState.Draft).Select(d => ForDecision(c, d, today)))
            .Where(owed => !c.Letters.Any(there => Answers(there, owed)));

    /// <summary>
    /// The letter that announces a decision is drafted anew when what it tells has changed. What a person has edited is never drafted over: that
    /// person edits it again, or sets it aside.
    /// </summary>
    private static OwedLetter ForDecision(Case c, Decision decision, DateOnly? today)
    {
        var about = decision.Id.ToString();
        var drafts = c.Letters.Count(letter => letter.Kind == LetterKind.Decision && letter.About == about);
        return ToRequester(c, LetterKind.Decision, about, c.Request!) with
        {
            DutyKey = string.Create(CultureInfo.InvariantCulture, $"letter:decision:{about}:{drafts + 1}"),
            Replaces = DecisionBasis.LetterOf(c, decision) is { IsWrittenByEngine: true } there && DecisionBasis.IsOutdated(c, there, today) ? there.Id : null,
        };
    }

    private static bool Answers(Letter there, OwedLetter owed) =>
        there.Kind == owed.Kind && there.About == owed.About && there.State != LetterState.Withdrawn && there.Id != owed.Replaces;

    /// <summary>What was drafted and set aside is drafted again by another duty: the one that was performed is done.</summary>
    private static OwedLetter Again(Case c, OwedLetter owed) =>
        c.Letters.Count(there => there.Kind == owed.Kind && there.About == owed.About && there.State == LetterState.Withdrawn) is > 0 and var before
            ? owed with { DutyKey = string.Create(CultureInfo.InvariantCulture, $"{owed.DutyKey}:{before + 1}") }
            : owed;

    private static OwedLetter ToRequester(Case c, LetterKind kind, string about, Request request) =>
        ToParty(c, kind, about, request.Requester);

    private static OwedLetter ToParty(Case c, LetterKind kind, string about, PersonId to) =>
        new(kind, about, new Addressee(Person: to), $"letter:{Kebab.Of(kind)}:{about}");

    private static OwedLetter ToAgency(Consultation consultation, LetterKind kind) =>
        new(kind, consultation.Id.ToString(), new Addressee(Agency: consultation.Agency), $"letter:{Kebab.Of(kind)}:{consultation.Id}");

    private static LetterKind KindFor(Agency agency) =>
        Agencies.Find(agency) is { IsForum: true } ? LetterKind.ConsultationRequestForum : LetterKind.ConsultationRequest;
}
