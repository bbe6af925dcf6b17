using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What the engine owes an aggregate now, and when to look again.</summary>
/// <param name="Next">The moment (UTC) at which something more may fall due without anyone doing anything; null where there is none.</param>
public sealed record Agenda(ImmutableArray<Duty> Due, DateTimeOffset? Next)
{
    public static Agenda Of(Case c, Organisation facts, DateTimeOffset now)
    {
        if (c.Request is null)
            return new Agenda([], null);

        var plan = new Plan(now, c.Failures);
        foreach (var erasure in c.Erasures.Where(erasure => erasure.DoneOn is null))
            plan.Owe(new EraseTexts(erasure.Number));
        if (c.Destruction is { } destruction)
        {
            // Nothing else is owed of what is no more.
            if (destruction.DoneOn is null)
                plan.Owe(new DestroyContent());
            return plan.Agenda;
        }

        // Before anything else: it may not be here.
        foreach (var removal in c.Removals.Where(removal => removal.DoneOn is null))
            plan.Owe(new RemoveStoredContent(removal.Number));
        foreach (var reminder in c.Reminders.Where(r => r.Kind != ReminderKind.PassedOver && r.DeliveredAt is null))
            plan.Owe(new DeliverReminder(reminder.MessageId));
        foreach (var told in c.Rulings.Where(r => r.AnsweredBy is not null && !r.TellingDone))
            plan.Owe(new TellRuling(told.RulingId, told.DecisionId, told.Contested, told.AnsweredBy!.Value, c.Decisions[told.AnsweredBy.Value]!.DispatchedOn!.Value));
        foreach (var split in c.Intake.Splits.Where(split => split.FoundedOn is null))
            plan.Owe(new FoundSplitCase(split.Number));
        foreach (var joined in c.Joinings.Where(joined => joined.State == JoinState.Asked))
            plan.Owe(new AskJoin(joined.Number));
        foreach (var joined in c.Joinings.Where(joined => joined.State == JoinState.Leaving))
            plan.Owe(new AskUnjoin(joined.Number, joined.Leavings));
        foreach (var (joined, decision, text) in Joining.Owed(c))
            plan.Owe(new TellFollower(joined.CaseId, joined.Number, decision.Id, text));
        foreach (var derivation in c.Derivations.Where(derivation => derivation is { ToldOn: null, Refused: null }))
            plan.Owe(new TellDerivation(derivation));
        foreach (var ask in Reassessing.Owed(c))
            plan.Owe(ask);
        foreach (var sent in c.Letters.Where(LetterDated.IsOwed))
            plan.Owe(new DateLetter(sent.Id, sent.DispatchedOn!.Value, sent.DatedCopies.Count));
        foreach (var publication in c.Publications)
            Release(c, publication, plan);
        foreach (var document in Publishing.ToRemove(c))
            plan.Owe(new RemovePublicCopy(document.Id, Publishing.RoundsOf(c, document.Id)));
        if (!c.IsClosed)
        {
            foreach (var letter in OwedLetters.Of(c, plan.Today))
                plan.OweFrom(letter.From is { } from ? LocalTime.MorningOf(from) : DateTimeOffset.MinValue, new PrepareLetter(letter));
            // What is being drafted as the act changes is drafted anew under the other.
            if (plan.Today < Regimes.WooInForce && c.Decisions.Any(d => d.State == DecisionState.Draft))
                plan.LookAgain(LocalTime.StartOf(Regimes.WooInForce));
            foreach (var term in CaseTerms.Of(c, facts, plan.Today))
                Watch(c, term, facts, plan);
            foreach (var late in c.Consultations.Where(x => x is { IsOpen: true, SentOn: not null, EscalatedOn: null }))
                plan.OweFrom(LocalTime.MorningOf(Later(late.AnswerBy, late.SentOn!.Value).AddDays(1)), new EscalateConsultation(late.Id));
            // Last, for they take long.
            if (Containers.Owed(c) is { } unpack)
                plan.Owe(unpack);
            if (InventoryImports.Owed(c) is { } import)
                plan.Owe(import);
            foreach (var render in Redactions.Owed(c))
                plan.Owe(render);
            foreach (var render in ReaderRenditions.Owed(c))
                plan.Owe(render);
        }

        return plan.Agenda;
    }

    public static Agenda Of(Ruling ruling, DateTimeOffset now)
    {
        var plan = new Plan(now, ruling.Failures);
        foreach (var row in ruling.Rows.Where(row => row.AppliedOn is null && row.NotApplied is null))
            plan.Owe(new ApplyRuling(row));
        foreach (var row in ruling.Rows.Where(row => row.AppliedOn is not null && row.Revision > row.ReachedRevision))
            plan.Owe(new AmendRuling(row));
        if (ruling.Letter is { IsPrepared: false } letter)
            plan.Owe(new PrepareParliamentLetter(letter.Revision));
        if (ParliamentLetterDated.IsOwed(ruling))
            plan.Owe(new DateParliamentLetter(ruling.InformedOn!.Value));
        return plan.Agenda;
    }

    /// <summary>
    /// Whether people are reminded of a term: one of theirs that runs or has passed. What others may let pass, or nobody can mend, needs a word
    /// beforehand and none after.
    /// </summary>
    public static bool Watches(Term term) => term.Kind is not (TermKind.Objection or TermKind.Appeal) && term.State switch
    {
        TermState.Running => true,
        TermState.Lapsed => term.Kind is not (TermKind.View or TermKind.Repair or TermKind.HearingDocuments or TermKind.HigherAppeal or TermKind.NoticeOfDefault),
        _ => false,
    };

    /// <summary>What the ladder of a term asks on a day.</summary>
    public static RemindersOwed RemindersOf(Case c, Term term, Organisation facts, DateOnly day) => facts.LadderFor(term.Kind).Owed(
        term.Due, term.StartedOn, c.Reminders.Where(r => r.TermId == term.TermId).Select(r => r.Rung).ToHashSet(StringComparer.Ordinal), day);

    /// <summary>Who is reminded of a term: whose turn it is to approve, or the handler; null where the case is nobody's.</summary>
    public static string? RemindedOf(Case c, Term term) => Approving.NextIn(c, term) ?? c.Intake.Handler;

    /// <summary>Who is reminded besides: who took in the remedy to which the term belongs; null where that is nobody, or who is reminded already.</summary>
    public static string? AlsoRemindedOf(Case c, Term term)
    {
        var at = term.TermId.Split(':');
        var remedy = at switch
        {
            ["objection-decision" or "repair" or "court-documents" or "hearing-documents" or "limited-knowledge" or "secrecy-ruling", var id, ..] when Id.TryParse<RemedyId>(id, out var parsed) => c.Remedies[parsed],
            ["court-notice", var id] when Id.TryParse<DecisionId>(id, out var decision) && c.Decisions[decision]?.TellsCourtOf is { } told => c.Remedies[told],
            _ => null,
        };
        return remedy?.TakenInBy is { } by && by != RemindedOf(c, term) && by != Actor.Engine.Id ? by : null;
    }

    /// <summary>The failures of duties that are still owed: what isn't owed any more has nothing left to fail.</summary>
    public static IEnumerable<DutyFailure> StillFailing(Case c, Organisation facts, DateTimeOffset now)
    {
        if (c.Failures.IsEmpty)
            return [];
        var owed = Of(c with { Failures = c.Failures.Clear() }, facts, now).Due.Select(duty => duty.Key).ToHashSet(StringComparer.Ordinal);
        return c.Failures.Values.Where(failure => owed.Contains(failure.Key));
    }

    /// <inheritdoc cref="StillFailing(Case, Organisation, DateTimeOffset)"/>
    public static IEnumerable<DutyFailure> StillFailing(Ruling ruling, DateTimeOffset now)
    {
        var owed = Of(ruling with { Failures = ruling.Failures.Clear() }, now).Due.Select(duty => duty.Key).ToHashSet(StringComparer.Ordinal);
        return ruling.Failures.Values.Where(failure => owed.Contains(failure.Key));
    }

    /// <summary>What may go out goes out; what will, on its day.</summary>
    private static void Release(Case c, Publication publication, Plan plan)
    {
        var documents = Publishing.Releasable(c, publication, plan.Today);
        if (!documents.IsEmpty)
            plan.Owe(new ReleasePublication(publication.Id, publication.Begun?.Number ?? publication.Rounds.Count + 1, documents));
        else if (publication is { OrderedOn: not null, ClearedOn: not null } && publication.On > plan.Today)
            plan.LookAgain(LocalTime.StartOf(publication.On));
        foreach (var round in publication.Rounds)
        {
            if (Publishing.ForRequester(c, publication, round) is { IsEmpty: false } given)
                plan.Owe(new FileRequesterCopy(publication.Id, round.Number, given));
        }
    }

    /// <summary>People are reminded of what the body itself must do in time; a term of the requester's is the requester's to watch.</summary>
    private static void Watch(Case c, Term term, Organisation facts, Plan plan)
    {
        if (term.State == TermState.Suspended)
        {
            // A suspension that ends by itself does so overnight.
            plan.LookAgain(LocalTime.StartOf(plan.Today.AddDays(1)));
            return;
        }

        if (!Watches(term))
            return;
        var owed = RemindersOf(c, term, facts, plan.MorningsPassed);
        if (owed.Send is { } rung)
            plan.Owe(new Remind(term.TermId, term.Due, rung.Id, RemindedOf(c, term), [.. owed.PassedOver.Select(passed => passed.Id)], AlsoRemindedOf(c, term)));
        if (owed.NextLook is { } next)
            plan.LookAgain(LocalTime.MorningOf(next));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Sorts duties into due now and later.</summary>
    private sealed class Plan(DateTimeOffset now, ImmutableSortedDictionary<string, DutyFailure> failures)
    {
        private readonly ImmutableArray<Duty>.Builder _due = ImmutableArray.CreateBuilder<Duty>();
        private DateTimeOffset? _next;

        public DateOnly Today { get; } = LocalTime.DateOf(now);

        /// <summary>The last date whose morning has come: what falls on a date is done from seven o'clock.</summary>
        public DateOnly MorningsPassed => now >= LocalTime.MorningOf(Today) ? Today : Today.AddDays(-1);

        public Agenda Agenda => new(_due.ToImmutable(), _next);

        public void Owe(Duty duty) => OweFrom(DateTimeOffset.MinValue, duty);

        public void OweFrom(DateTimeOffset from, Duty duty)
        {
            var moment = failures.TryGetValue(duty.Key, out var failure) && failure.RetryAt > from ? failure.RetryAt : from;
            if (moment <= now)
                _due.Add(duty);
            else
                LookAgain(moment);
        }

        public void LookAgain(DateTimeOffset moment)
        {
            if (moment > now && (_next is null || moment < _next))
                _next = moment;
        }
    }
}
