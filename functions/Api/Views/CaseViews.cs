using System.Collections.Immutable;
using System.Text.Json;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Builds the view of a case. Pure: the same case, settings, day, caller and texts give the same view.</summary>
/// <param name="facts">The organisation's settings, for the calendar.</param>
/// <param name="today">The local date as of which terms stand.</param>
internal sealed class CaseViews(Organisation facts, DateOnly today, Sight sight, Language language)
{
    /// <param name="text">Finds a text by its hash; null where it was erased.</param>
    public CaseView Of(Case c, long version, Func<FreeText, string?> text)
    {
        var terms = CaseTerms.Of(c, facts, today);
        return new CaseView(
            c.Id,
            version,
            Phases.Of(c),
            text(c.Request!.Subject),
            c.Request.ReceivedOn,
            c.Intake.Handler,
            sight.SeesAll ? c.Connections.MatterId : null,
            Division: null,
            c.ClosedOn,
            sight.SeesAll ? RequestOf(c, c.Request, text) : null,
            sight.SeesAll && c.Intake.Extension is { } extension ? Of(extension, text) : null,
            Shown(c.Intake.Clarifications, asked => Of(asked, text)),
            [.. terms.Where(term => Sees(c, term)).Select(Of)],
            [.. sight.StepsOn(c).Select(step => StepChoice.Of(step.Rule, language))],
            Shown(c.Parties, party => Of(c, party, text)),
            Shown(c.Searches, search => Of(search, text)),
            sight.SeesAll || sight.Actor.Is(Role.Unit) ? [.. c.UnitQuestions.Select(asked => Of(asked, text))] : [],
            [.. c.Consultations.Where(sight.Sees).Select(consultation => Of(c, consultation, text))],
            Shown(c.Views, asked => Of(c, asked, text)),
            CountsOf(c),
            Shown(c.Motivations, motivation => MotivationView.Of(c, motivation, text)),
            Shown(c.Decisions, decision => Of(c, decision, terms, text)),
            [.. c.Letters.Where(letter => Sees(c, letter)).Select(letter => Of(c, letter, text))],
            Shown(c.Publications, publication => PublicationViews.Of(c, publication)),
            Shown(c.Remedies, new RemedyViews(c, terms, sight, text).Of),
            Shown(c.Notices, notice => Of(notice, terms, text)),
            Shown(c.Payments, paid => new PaymentView(paid.Kind, paid.Euros, paid.RulingId, paid.RemedyId?.ToString(), paid.On, paid.By)),
            Shown(c.Rulings, applied => Of(applied, c, terms, text)),
            sight.SeesAll && c.Origin is { } origin ? OriginView.Of(origin, text) : null,
            Shown(c.Intake.Splits, split => SplitView.Of(split, text)),
            Shown(c.Joinings, joined => JoiningView.Of(joined, text)),
            Shown(c.Joined, joined => JoinedCaseView.Of(c, joined)),
            Shown(c.Holds, hold => LegalHoldView.Of(hold, text)),
            sight.SeesAll && Retention.Of(c, facts) is { } kept ? RetentionView.From(kept) : null,
            Shown(c.Erasures, erasure => ErasureView.Of(erasure, text)),
            sight.SeesAll && c.Destruction is { } gone ? DestructionView.From(gone) : null,
            Shown(c.Connections.Linked, linked => LinkedCaseView.Of(c, linked, text)),
            Shown(c.Corrections, corrected => CorrectionView.Of(corrected, language, text)),
            Shown(c.Reminders.Where(reminder => reminder.Kind != ReminderKind.PassedOver), Of),
            Shown(Agenda.StillFailing(c, facts, LocalTime.MorningOf(today)), FailureView.Of),
            CaseLinks.Of(c.Id));
    }

    /// <summary>Things that only those see who see the whole case.</summary>
    private ImmutableArray<TView> Shown<T, TView>(IEnumerable<T> things, Func<T, TView> view) => sight.SeesAll ? [.. things.Select(view)] : [];

    private bool Sees(Case c, Term term) => sight.SeesAll
        || c.Consultations.Any(consultation => sight.Sees(consultation) && term.TermId == $"consultation:{consultation.Id}");

    private bool Sees(Case c, Letter letter) => sight.SeesAll
        || (letter.State == LetterState.Dispatched && c.Consultations.Any(consultation => sight.Sees(consultation) && letter.About == consultation.Id.ToString()));

    private static RequestView RequestOf(Case c, Request request, Func<FreeText, string?> text) => new(
        text(request.Text), request.Channel, request.Requester.ToString(), request.Environmental, request.Language, c.Intake.Qualification, request.RegisteredBy,
        c.Intake.Intention?.On);

    private static ExtensionView Of(Extension extension, Func<FreeText, string?> text) =>
        new(extension.Days, text(extension.Reason), extension.DecidedOn, extension.By, extension.NoticeOn);

    private static ClarificationView Of(Clarification asked, Func<FreeText, string?> text) => new(
        asked.Id.ToString(), text(asked.Question), asked.AnswerBy, asked.AskedBy, asked.SentOn, asked.AnsweredOn, TextOrNull(asked.Answer, text));

    private TermView Of(Term term) => new(
        term.TermId, term.DecisionId?.ToString(), term.Kind, term.Rule.Name, term.Article, term.StartedOn, term.Nominal, term.Due, term.State, term.MetOn,
        term.DaysLeft, term.Penalty, [.. term.Trail.Select(line => TrailLine.Of(line, language))]);

    private static PartyView Of(Case c, Party party, Func<FreeText, string?> text)
    {
        var details = DetailsOf(party, text);
        return new PartyView(
            party.Id.ToString(), party.Role, details?.Name, details?.Email, details?.Address, details?.Capacity, details?.Representative, Erased: details is null,
            [
                .. c.Remedies.Where(remedy => remedy.Person == party.Id || remedy.Joined.Contains(party.Id))
                    .Select(remedy => new PartyRemedyView(remedy.Id.ToString(), remedy.Kind, remedy.Joined.Contains(party.Id))),
            ],
            [.. c.Representations.Where(there => there.Of == party.Id).Select(RepresentationView.Of)],
            [.. c.PartyLinks.Where(link => link.Person == party.Id).Select(link => new PartyElsewhereView(link.CaseId, link.Other.ToString(), CaseLinks.Of(link.CaseId).Self))]);
    }

    private static PersonDetails? DetailsOf(Party party, Func<FreeText, string?> text) =>
        text(party.Details) is { } json ? JsonSerializer.Deserialize<PersonDetails>(json, CaseJson.Options) : null;

    private static SearchView Of(Search search, Func<FreeText, string?> text) => new(
        search.Channel, text(search.Place), text(search.Terms), search.From, search.Through, search.Found, TextOrNull(search.Note, text), search.On, search.By);

    private static UnitQuestionView Of(UnitQuestion asked, Func<FreeText, string?> text) => new(
        asked.Id.ToString(), text(asked.Unit), text(asked.Question), asked.AnswerBy, asked.AskedOn, asked.AskedBy, asked.AnsweredOn, asked.Answer, TextOrNull(asked.Note, text));

    private ConsultationView Of(Case c, Consultation consultation, Func<FreeText, string?> text)
    {
        var reads = sight.Reads(c, consultation);
        return new ConsultationView(
            consultation.Id.ToString(),
            consultation.Agency.Code,
            StateOf(consultation),
            [.. consultation.Documents.Select(id => id.ToString())],
            reads ? text(consultation.Question) : null,
            reads ? null : DocumentViews.Clearance,
            consultation.AnswerBy,
            consultation.AskedOn,
            consultation.AskedBy,
            consultation.SentOn,
            consultation.AnsweredOn,
            consultation.EndedOn,
            sight.SeesAll ? consultation.EscalatedOn : null,
            [
                .. consultation.Advices.Select(advice => new AdviceView(
                    advice.Kind, [.. advice.Items.Select(item => Of(item, reads, text))], reads ? TextOrNull(advice.Note, text) : null, advice.ReceivedOn, advice.RecordedBy)),
            ],
            LinesOf(c, consultation, reads, text),
            EnclosedView.Of(c, PackageKind.Consultation, consultation.Id.ToString(), consultation.SentPackage, sight, today),
            sight.SeesAll && Reader.Of(c, consultation.Id.ToString()) is { IsAwaited: true } reader ? ForReaderView.Of(c, reader) : null);
    }

    private static AdviceItemView Of(AdviceItem item, bool reads, Func<FreeText, string?> text) => new(
        item.DocumentId.ToString(), item.Advice, item.PassageId?.ToString(), item.Ground, item.Page, reads ? TextOrNull(item.Reason, text) : null);

    /// <summary>What is being thought of an advice is the body's own; what came of it the agency may know once the decision went out.</summary>
    private ImmutableArray<AdviceLineView> LinesOf(Case c, Consultation consultation, bool reads, Func<FreeText, string?> text) =>
        (sight.SeesAll ? c : AdviceLines.AsDecided(c, consultation)) is not { } judged ? [] :
        [
            .. AdviceLines.Of(judged, consultation).Select(line => new AdviceLineView(
                line.Number, line.Item.DocumentId.ToString(), line.Item.PassageId?.ToString(), line.Item.Page, line.Item.Advice, line.Item.Ground, line.FollowUp,
                line.Departure is { } departure
                    ? new AdviceDepartureView(reads ? text(departure.Reason) : null, departure.On, sight.SeesAll ? departure.By : null, departure.Tell)
                    : null)),
        ];

    private static ConsultationState StateOf(Consultation consultation) => consultation switch
    {
        { EndedOn: not null } => ConsultationState.Ended,
        { AnsweredOn: not null } => ConsultationState.Answered,
        { SentOn: not null } => ConsultationState.Dispatched,
        _ => ConsultationState.Asked,
    };

    private DocumentCounts CountsOf(Case c)
    {
        var documents = c.Documents.Where(document => document.InScope && sight.Sees(c, document)).ToList();
        return new DocumentCounts(
            documents.Count,
            sight.SeesAll
                ? documents.GroupBy(document => Reviewing.JudgementOf(c, document) is { } judgement ? Kebab.Of(judgement) : "unassessed", StringComparer.Ordinal)
                    .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, int>.Empty);
    }

    private DecisionView Of(Case c, Decision decision, ImmutableArray<Term> terms, Func<FreeText, string?> text) => new(
        decision.Id.ToString(),
        decision.Kind,
        TextOrNull(decision.Part, text),
        TextOrNull(decision.Considerations, text),
        decision.RegimeOn(today),
        decision.State,
        decision.Revision,
        decision.DraftedBy,
        [.. decision.Approvals.Select(approval => new ApprovalView(approval.By, approval.On))],
        decision.TakenOn,
        decision.TakenBy,
        decision.DispatchedOn,
        RemedyClause.Of(c, decision).Route,
        IrrevocableOn(c, decision, terms),
        decision.Supplements?.ToString(),
        decision.AnswersRuling,
        DecisionBasis.IsOutdated(c, decision, today),
        RouteOf(decision),
        decision is { Capacity: { } capacity, TakenBy: { } taker } ? new MandateUsedView(taker, capacity) : null,
        decision.State is DecisionState.Draft or DecisionState.Approval ? [.. DecisionChecks.Of(c, decision, facts, today).Select(check => Of(check, text))] : [],
        RemedyClauseView.Of(RemedyClause.Of(c, decision)),
        [.. DecisionChanges.Of(c, decision).Where(change => change.IsAny).Select(DocumentChangeView.Of)],
        decision.Follows is { } followed ? FollowedView.Of(followed) : null);

    private CheckView Of(CheckResult check, Func<FreeText, string?> text) => new(
        check.Check, check.Article, language == Language.En ? check.Question.En : check.Question.Nl, check.State, check.Found, check.IsSettled,
        check.Answer?.Answer, TextOrNull(check.Answer?.Remark, text), check.Answer?.By, check.Answer?.On, check.Assumption);

    private ImmutableArray<RouteLevelView> RouteOf(Decision decision)
    {
        var levels = decision.State == DecisionState.Draft && facts.RouteFor(decision.Kind) is { IsEmpty: false } set ? set : decision.Route;
        return
        [
            .. levels.Select((level, i) => new RouteLevelView(
                i + 1, level.Name, level.Role, level.Persons, level.Deputies, ReferenceEquals(level, decision.NextLevel),
                decision.Approvals.ElementAtOrDefault(i)?.By, decision.Approvals.ElementAtOrDefault(i)?.On)),
        ];
    }

    /// <summary>Something that was lodged, or a ruling on it, means that only what followed can say when it ended.</summary>
    private DateOnly? IrrevocableOn(Case c, Decision decision, ImmutableArray<Term> terms) =>
        c.Rulings.Exists(ruling => ruling.DecisionId == decision.Id) || c.Remedies.Any(remedy => remedy.DecisionId == decision.Id && remedy.Counts) || decision.Joins is not null
            ? Remedies.IrrevocableOn(c, decision, facts, today)
            : terms.FirstOrDefault(term => term.DecisionId == decision.Id && term.Kind is TermKind.Objection or TermKind.Appeal)?.Due.AddDays(1);

    private LetterView Of(Case c, Letter letter, Func<FreeText, string?> text) => new(
        letter.Id.ToString(),
        letter.Versions[^1].ToString(),
        letter.Kind,
        letter.About,
        letter.State,
        new AddresseeView(
            letter.To.Person?.ToString(),
            letter.To.Agency?.Code,
            letter.To.Person is { } person && c.Parties[person] is { } party && sight.SeesAll ? DetailsOf(party, text)?.Name : null),
        letter.DraftedBy,
        letter.ApprovedBy,
        letter.SignedBy,
        letter.SignedOn,
        letter.DispatchedOn,
        letter.Channel,
        [.. letter.Versions.Select(id => id.ToString())],
        letter.Anonymised?.ToString(),
        letter.DatedCopies is [] ? null : letter.AsSent.ToString(),
        letter.State < LetterState.Signed ? LettersLeftOpen.In(c, letter) : []);

    private static AppliedRulingView Of(AppliedRuling ruling, Case c, ImmutableArray<Term> terms, Func<FreeText, string?> text) => new(
        ruling.RulingId,
        ruling.CaseNumber,
        ruling.DecisionId?.ToString(),
        ruling.Kind,
        ruling.Court,
        ruling.Court is { } court ? Courts.Find(court)?.Name : null,
        ruling.Outcomes,
        ruling.SentOn,
        ruling.TermDays,
        terms.FirstOrDefault(term => term.TermId == ruling.NewDecisionTerm)?.Due,
        ruling.PenaltyPerDay,
        ruling.PenaltyMaximum,
        [.. ruling.Instructions.Select(asked => new AnsweredInstructionView(asked.Number, text(asked.Text), TextOrNull(asked.Answer, text)))],
        ruling.LoopAccepted,
        ruling.Owes,
        ruling.AnsweredBy?.ToString(),
        RulingLinks.Of(ruling.RulingId).Self,
        ruling.DecisionId is { } contested && c.Decisions[contested]?.TakenOn is { } taken ? Regimes.OfCourtReview(taken) : null);

    /// <summary>A view is about documents: who may not read those doesn't read what is said of them.</summary>
    private AskedView Of(Case c, ThirdPartyView asked, Func<FreeText, string?> text)
    {
        var reads = asked.Documents.All(id => c.Documents[id] is not { } document || sight.Reads(document.Marking));
        return new AskedView(
            asked.Id.ToString(),
            asked.Party.ToString(),
            [.. asked.Documents.Select(id => id.ToString())],
            reads ? text(asked.Concern) : null,
            reads ? null : DocumentViews.Clearance,
            asked.AnswerBy,
            asked.AskedBy,
            asked.SentOn,
            c.ViewRounds[asked.Round]?.NoticeOn,
            asked.AnsweredOn,
            asked.Drift,
            reads ? TextOrNull(asked.View, text) : null,
            EnclosedView.Of(c, PackageKind.View, asked.Id.ToString(), asked.SentPackage, sight, today),
            sight.SeesAll && Reader.Of(c, asked.Id.ToString()) is { IsAwaited: true } reader ? ForReaderView.Of(c, reader) : null);
    }

    /// <summary>Whether a notice came too early follows from the dates of now, and not from what was thought when it came.</summary>
    private static NoticeView Of(NoticeOfDefault notice, ImmutableArray<Term> terms, Func<FreeText, string?> text)
    {
        var late = terms.FirstOrDefault(term => term.TermId == notice.TermId);
        var premature = late is not null && LateDecision.IsPremature(late.Due, notice.ReceivedOn);
        return new NoticeView(
            notice.Id.ToString(), notice.TermId, notice.From.ToString(), TextOrNull(notice.Note, text), notice.ReceivedOn, premature,
            late is null ? null : LateDecision.EarliestAppeal(late.Due, notice.ReceivedOn));
    }

    private static ReminderView Of(Reminder reminder) => new(
        reminder.MessageId, reminder.Kind, reminder.TermId, reminder.Due, reminder.Rung, reminder.To, reminder.At, reminder.DeliveredAt, reminder.Also);

    private static string? TextOrNull(FreeText? kept, Func<FreeText, string?> text) => kept is null ? null : text(kept);
}
