using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A letter that ought to be there and isn't yet.</summary>
/// <param name="DutyKey">Names the duty to draft it; stays the same until it is drafted.</param>
public sealed record OwedLetter(LetterKind Kind, string About, Addressee To, string DutyKey);

/// <summary>Which letters a case calls for. A row for each kind.</summary>
public static class OwedLetters
{
    public const string AboutRequest = "request";
    public const string AboutExtension = "extension";

    private static readonly ImmutableArray<Func<Case, IEnumerable<OwedLetter>>> Rows =
    [
        // Everyone who asks is told that it arrived, and by when a decision is due.
        c => c.Request is { } request ? [ToRequester(c, LetterKind.ReceiptConfirmation, AboutRequest, request)] : [],
        // Who answered before the letter was there needs none.
        c => c.Intake.Clarifications.Where(asked => asked.AnsweredOn is null).Select(asked => ToRequester(c, LetterKind.ClarificationRequest, asked.Id.ToString(), c.Request!)),
        // An extension that the requester isn't told of in time has no effect (Woo 4.4(2)).
        c => c.Intake.Extension is null ? [] : [ToRequester(c, LetterKind.ExtensionNotice, AboutExtension, c.Request!)],
        c => c.Consultations.Where(asked => asked.EndedOn is null).Select(asked => ToAgency(asked, KindFor(asked.Agency))),
        // The agency is asked once more when its day has passed; from there on it's people who call.
        c => c.Consultations.Where(late => late is { IsOpen: true, EscalatedOn: not null }).Select(late => ToAgency(late, LetterKind.ConsultationReminder)),
        c => c.Decisions.Where(d => d.State == DecisionState.Draft)
            .Select(d => ToRequester(c, LetterKind.Decision, d.Id.ToString(), c.Request!) with { DutyKey = $"letter:decision:{d.Id}:{d.Revision}" }),
    ];

    public static IEnumerable<OwedLetter> Of(Case c) => Rows.SelectMany(row => row(c)).Where(owed => !c.Letters.Any(there => Answers(there, owed)));

    private static bool Answers(Letter there, OwedLetter owed) =>
        there.Kind == owed.Kind && there.About == owed.About && there.State != LetterState.Withdrawn;

    private static OwedLetter ToRequester(Case c, LetterKind kind, string about, Request request) =>
        new(kind, about, new Addressee(Person: request.Requester), $"letter:{Kebab.Of(kind)}:{about}");

    private static OwedLetter ToAgency(Consultation consultation, LetterKind kind) =>
        new(kind, consultation.Id.ToString(), new Addressee(Agency: consultation.Agency), $"letter:{Kebab.Of(kind)}:{consultation.Id}");

    private static LetterKind KindFor(Agency agency) =>
        Agencies.Find(agency) is { IsForum: true } ? LetterKind.ConsultationRequestForum : LetterKind.ConsultationRequest;
}
