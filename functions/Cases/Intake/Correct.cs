using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Corrects a fact that was recorded wrongly, in every phase and after closing too. Nothing is rewritten: the event says what it was, what it is,
/// which dates moved because of it, and what had been decided on the old ones.
/// </summary>
/// <param name="Subject">
/// Which one, where there can be several: the id of a letter, clarification, consultation, view, remedy, notice of default or suspension; left out for the
/// request.
/// </param>
public sealed record Correct(
    CorrectableFact Fact,
    DateOnly Date,
    [property: MaxLength(4000)] string Reason,
    [property: MaxLength(64)] string? Subject = null) : IStep<Case, Correct>
{
    public static StepRule<Case> Rule { get; } = new(
        "correct", nl: "Feit corrigeren", en: "Correct a fact", [Role.Coordinator, Role.Handler], afterClosing: true,
        when: c => c.Request is null ? new Refused("not-registered", "Er is nog niets om te corrigeren.") : null);

    public static Outcome Decide(Case c, Correct step, At at)
    {
        if (step.Date > at.Today)
            return Refused.Invalid("date", "date-in-future", "De juiste datum kan niet in de toekomst liggen.");
        if (Corrections.Current(c, step.Fact, step.Subject) is not { } was)
            return Refused.Unknown("fact-not-found", "Dit gegeven is in deze zaak niet vastgelegd.");
        if (was == step.Date)
            return Refused.Invalid("date", "nothing-to-change", "Deze datum stond al zo vastgelegd.");

        if (step.Fact == CorrectableFact.ReceivedOn && !CaseTerms.CanRunFrom(step.Date))
            return Refused.Invalid("date", "date-out-of-range", "Voor een verzoek van deze datum is geen beslistermijn bekend.");
        if (Corrections.Disorder(c, step.Fact, step.Subject, step.Date) is { } refused)
            return refused;

        var corrected = new FactCorrected(step.Fact, step.Subject, was, step.Date, at.Keep(step.Reason), []);
        var after = corrected.ApplyTo(c, new Entry(0, at.Moment, at.On, at.Actor.Id));
        var overtaken = Rechecks.Of(c, after, at.Facts, at.Today);
        var rejudged = RemedyRejudged.Of(after, at.Facts, at.Today);
        return corrected with
        {
            Rejudged = rejudged.IsEmpty ? null : rejudged,
            Moved = Corrections.Moved(CaseTerms.Of(c, at.Facts, at.Today), CaseTerms.Of(after, at.Facts, at.Today)),
            Overtaken = overtaken.IsEmpty ? null : overtaken,
        };
    }
}

/// <summary>The dates that a person can correct.</summary>
public enum CorrectableFact
{
    /// <summary>When the request was received.</summary>
    ReceivedOn,

    /// <summary>When a letter was dispatched; the subject is the letter.</summary>
    DispatchedOn,

    /// <summary>When a clarification was received; the subject is the clarification.</summary>
    ClarifiedOn,

    /// <summary>When an advice was received; the subject is the consultation.</summary>
    AdvisedOn,

    /// <summary>When a third party's view was received; the subject is the view.</summary>
    ViewedOn,

    /// <summary>When a remedy was received; the subject is the remedy. Whether it was late follows.</summary>
    LodgedOn,

    /// <summary>When a notice of default was received; the subject is the notice. Whether it was premature follows.</summary>
    NoticeReceivedOn,

    /// <summary>The day of the notice, or the first suspended day; the subject is the suspension.</summary>
    SuspendedOn,

    /// <summary>From which day the term counts again; the subject is the suspension. Set to the day on which it began, it suspends nothing.</summary>
    ResumedOn,
}

/// <summary>A term that a correction moved.</summary>
/// <param name="From">The last day as it was; null where the term is new.</param>
/// <param name="To">The last day as it is; null where the term is gone.</param>
public sealed record MovedTerm(string TermId, DateOnly? From, DateOnly? To);

/// <param name="Rejudged">Remedies that turn out late, or in time after all; null where none does.</param>
/// <param name="Overtaken">What had been decided on a date that was wrong, and stands otherwise; null where nothing does.</param>
public sealed record FactCorrected(
    CorrectableFact Fact,
    string? Subject,
    DateOnly From,
    DateOnly To,
    FreeText Reason,
    ImmutableArray<MovedTerm> Moved,
    ImmutableArray<Overtaken>? Overtaken = null,
    ImmutableArray<RemedyRejudged>? Rejudged = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var applied = Corrections.Apply(c, Fact, Subject, To);
        return applied with
        {
            Remedies = (Rejudged ?? []).Aggregate(applied.Remedies, (all, judged) => all.With(judged.RemedyId, remedy => remedy with { Late = judged.Late })),
            Corrections = c.Corrections.Add(new Correction(Fact, Subject, From, To, Reason, Moved, Overtaken ?? [], entry.On, entry.Actor)),
        };
    }
}

/// <summary>A remedy that counted as in time and was late, or the other way round, because the term for it moved.</summary>
public sealed record RemedyRejudged(RemedyId RemedyId, bool Late)
{
    /// <summary>Those whose lateness is otherwise on the dates of now than it was recorded.</summary>
    internal static ImmutableArray<RemedyRejudged> Of(Case after, Organisation facts, DateOnly today) =>
    [
        .. after.Remedies.Select(remedy => (remedy, Term: Routes.TermOf(after, remedy, facts, today))).Where(pair => pair.Term is not null)
            .Select(pair => new RemedyRejudged(pair.remedy.Id, Routes.IsLate(pair.Term!.Due, pair.remedy.LodgedOn, pair.remedy.PostedOn)))
            .Where(judged => judged.Late != after.Remedies[judged.RemedyId]!.Late),
    ];
}

/// <summary>Where each correctable fact is kept.</summary>
internal static class Corrections
{
    public static DateOnly? Current(Case c, CorrectableFact fact, string? subject) => fact switch
    {
        CorrectableFact.ReceivedOn when subject is null => c.Request?.ReceivedOn,
        CorrectableFact.DispatchedOn when Id.TryParse<LetterId>(subject, out var id) => c.Letters[id]?.DispatchedOn,
        CorrectableFact.ClarifiedOn when Id.TryParse<ClarificationId>(subject, out var id) => c.Intake.Clarifications[id]?.AnsweredOn,
        CorrectableFact.AdvisedOn when Id.TryParse<ConsultationId>(subject, out var id) => c.Consultations[id]?.AnsweredOn,
        CorrectableFact.ViewedOn when Id.TryParse<ViewId>(subject, out var id) => c.Views[id]?.AnsweredOn,
        CorrectableFact.LodgedOn when Id.TryParse<RemedyId>(subject, out var id) => c.Remedies[id]?.LodgedOn,
        CorrectableFact.NoticeReceivedOn when Id.TryParse<NoticeId>(subject, out var id) => c.Notices[id]?.ReceivedOn,
        CorrectableFact.SuspendedOn when Id.TryParse<SuspensionId>(subject, out var id) => c.Intake.Suspensions[id]?.From,
        CorrectableFact.ResumedOn when Id.TryParse<SuspensionId>(subject, out var id) => c.Intake.Suspensions[id]?.ResumedOn,
        _ => null,
    };

    public static Case Apply(Case c, CorrectableFact fact, string? subject, DateOnly date) => fact switch
    {
        CorrectableFact.ReceivedOn => c with { Request = c.Request! with { ReceivedOn = date } },
        CorrectableFact.DispatchedOn when Id.TryParse<LetterId>(subject, out var id) => Dispatch.On(c, id, date),
        CorrectableFact.ClarifiedOn when Id.TryParse<ClarificationId>(subject, out var id) =>
            c with { Intake = c.Intake with { Clarifications = c.Intake.Clarifications.With(id, x => x with { AnsweredOn = date }) } },
        CorrectableFact.AdvisedOn when Id.TryParse<ConsultationId>(subject, out var id) =>
            c with { Consultations = c.Consultations.With(id, x => x with { AnsweredOn = date }) },
        CorrectableFact.ViewedOn when Id.TryParse<ViewId>(subject, out var id) => c with { Views = c.Views.With(id, x => x with { AnsweredOn = date }) },
        // Where nobody said when the court sent its notice, that was the day of the remedy.
        CorrectableFact.LodgedOn when Id.TryParse<RemedyId>(subject, out var id) =>
            c with { Remedies = c.Remedies.With(id, x => x with { LodgedOn = date, NoticeOn = x.NoticeOn == x.LodgedOn ? date : x.NoticeOn }) },
        CorrectableFact.NoticeReceivedOn when Id.TryParse<NoticeId>(subject, out var id) => c with { Notices = c.Notices.With(id, x => x with { ReceivedOn = date }) },
        CorrectableFact.SuspendedOn when Id.TryParse<SuspensionId>(subject, out var id) =>
            c with { Intake = c.Intake with { Suspensions = c.Intake.Suspensions.With(id, x => x with { From = date }) } },
        CorrectableFact.ResumedOn when Id.TryParse<SuspensionId>(subject, out var id) =>
            c with { Intake = c.Intake with { Suspensions = c.Intake.Suspensions.With(id, x => x with { ResumedOn = date }) } },
        _ => c,
    };

    /// <summary>A date before what it followed, or after what followed it.</summary>
    public static Refused? Disorder(Case c, CorrectableFact fact, string? subject, DateOnly date)
    {
        DateOnly?[] before = fact switch
        {
            CorrectableFact.DispatchedOn when Id.TryParse<LetterId>(subject, out var id) => [c.Request!.ReceivedOn, c.Letters[id]!.SignedOn],
            CorrectableFact.ClarifiedOn when Id.TryParse<ClarificationId>(subject, out var id) => [c.Request!.ReceivedOn, c.Intake.Clarifications[id]!.SentOn],
            CorrectableFact.AdvisedOn when Id.TryParse<ConsultationId>(subject, out var id) => [c.Consultations[id]!.SentOn],
            CorrectableFact.ViewedOn when Id.TryParse<ViewId>(subject, out var id) => [c.Views[id]!.SentOn],
            CorrectableFact.LodgedOn when Id.TryParse<RemedyId>(subject, out var id) => [c.Request!.ReceivedOn, .. Preceded(c, c.Remedies[id]!)],
            CorrectableFact.NoticeReceivedOn or CorrectableFact.SuspendedOn => [c.Request!.ReceivedOn],
            CorrectableFact.ResumedOn when Id.TryParse<SuspensionId>(subject, out var id) => [c.Intake.Suspensions[id]!.From],
            _ => [],
        };
        DateOnly?[] after = fact switch
        {
            CorrectableFact.ReceivedOn => [.. c.Letters.Select(l => l.DispatchedOn), .. c.Decisions.Select(d => d.TakenOn), .. c.Intake.Clarifications.Select(x => x.AnsweredOn)],
            CorrectableFact.DispatchedOn when Id.TryParse<LetterId>(subject, out var id) => Followed(c, c.Letters[id]!),
            CorrectableFact.LodgedOn when Id.TryParse<RemedyId>(subject, out var id) => Followed(c.Remedies[id]!),
            CorrectableFact.SuspendedOn when Id.TryParse<SuspensionId>(subject, out var id) => [c.Intake.Suspensions[id]!.Through, c.Intake.Suspensions[id]!.ResumedOn],
            _ => [],
        };
        return before.Any(earlier => date < earlier) || after.Any(later => date > later)
            ? Refused.Invalid("date", "date-out-of-order", "Deze datum past niet bij wat er daarvóór of daarna is vastgelegd. Corrigeer zo nodig eerst dat gegeven.")
            : null;
    }

    /// <summary>What came of a letter: the answer to what it asked.</summary>
    private static DateOnly?[] Followed(Case c, Letter letter) =>
    [
        .. c.Intake.Clarifications.Where(asked => letter.Kind == LetterKind.ClarificationRequest && asked.Id.ToString() == letter.About)
            .Where(asked => asked.AnsweredOn >= asked.SentOn).Select(asked => asked.AnsweredOn),
        .. c.Consultations.Where(asked => letter.Kind is LetterKind.ConsultationRequest or LetterKind.ConsultationRequestForum && asked.Id.ToString() == letter.About)
            .Select(asked => asked.AnsweredOn),
    ];

    /// <summary>What a remedy contests, and when it was posted.</summary>
    private static DateOnly?[] Preceded(Case c, Remedy remedy) =>
    [
        remedy.DecisionId is { } decision ? c.Decisions[decision]?.DispatchedOn : null,
        remedy.RulingId is { } ruling ? c.Rulings.FindLast(applied => applied.RulingId == ruling)?.SentOn : null,
        remedy.PostedOn,
    ];

    /// <summary>What was done with a remedy.</summary>
    private static DateOnly?[] Followed(Remedy remedy) =>
        [remedy.NoticeOn == remedy.LodgedOn ? null : remedy.NoticeOn, remedy.CommitteeToldOn, remedy.Extension?.On, remedy.DocumentsFiledOn, remedy.EndedOn, .. remedy.Repairs.Select(repair => (DateOnly?)repair.InvitedOn)];

    /// <summary>What moved, but for the letters that a late request asks for: those follow from the lateness.</summary>
    public static ImmutableArray<MovedTerm> Moved(ImmutableArray<Term> before, ImmutableArray<Term> after) =>
    [
        .. before.Where(term => term.Kind != TermKind.Progress).Select(term => (term.TermId, From: (DateOnly?)term.Due, To: after.FirstOrDefault(x => x.TermId == term.TermId)?.Due))
            .Where(moved => moved.From != moved.To)
            .Concat(after.Where(term => term.Kind != TermKind.Progress && before.All(x => x.TermId != term.TermId)).Select(term => (term.TermId, From: (DateOnly?)null, To: (DateOnly?)term.Due)))
            .Select(moved => new MovedTerm(moved.TermId, moved.From, moved.To)),
    ];
}
