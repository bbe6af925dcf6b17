namespace WobWorkflow.Cases.Tests;

/// <summary>Performs duties as the engine does, but for the effects: each gives the event that discharges it.</summary>
internal static class Engine
{
    /// <summary>Performs what is due until nothing is: performing one duty can bring another.</summary>
    /// <param name="which">Which duties are performed; null for all.</param>
    public static Life Perform(Life life, DateTimeOffset now, Func<Duty, bool>? which = null)
    {
        for (var round = 0; round < 20; round++)
        {
            var due = life.Agenda(now).Due.Where(which ?? (_ => true)).ToList();
            if (due.Count == 0)
                return life;
            life = due.Aggregate(life, (at, duty) => Record(at, Discharge(at, duty), now));
        }

        throw new InvalidOperationException("The duties do not come to an end.");
    }

    public static Life Fail(Life life, Duty duty, DateTimeOffset now, DateTimeOffset retryAt) =>
        Record(life, new DutyFailed(duty.Key, duty.Kind, (life.Case.Failures.GetValueOrDefault(duty.Key)?.Attempt ?? 0) + 1, retryAt, "unexpected"), now);

    public static Life Record(Life life, Event happened, DateTimeOffset now) => life.Happened(happened, now, LocalTime.DateOf(now), Actor.Engine.Id);

    public static Event Discharge(Life life, Duty duty) => duty switch
    {
        PrepareLetter { Letter: var owed } => new LetterPrepared(
            life.Case.Letters.NextId, owed.Kind, owed.About, owed.To, life.Case.Artifacts.NextId, new string('a', 64),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", 20_000, duty.Key),
        DateLetter sent => new LetterDated(
            sent.LetterId, sent.On, life.Case.Artifacts.NextId, new string('b', 64),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", 20_000, duty.Key),
        Remind remind => new ReminderBegun($"message:{duty.Key}", remind.TermId, remind.Due, remind.Rung, remind.To, remind.PassedOver, duty.Key),
        EscalateConsultation late => new ConsultationEscalated(
            late.ConsultationId, $"message:{duty.Key}", life.Case.Consultations[late.ConsultationId]!.AnswerBy, duty.Key),
        DeliverReminder deliver => new ReminderDelivered(deliver.MessageId, "list", duty.Key),
        RenderRedaction render => new RedactionRendered(
            render.DocumentId, new StoredContent(new string('b', 64), "application/pdf", ".pdf", 30_000, 1, null, null), render.Basis, duty.Key),
        RenderForReader render => new ReaderRenditionMade(
            render.DocumentId, render.About, new StoredContent(new string('e', 64), "application/pdf", ".pdf", 30_000, 1, null, null), render.Basis, duty.Key),
        TellRuling tell => new RulingTold(tell.RulingId, tell.DecisionId, duty.Key),
        TellDerivation tell => new DerivationTold(tell.Derivation.Number, null, duty.Key),
        EraseTexts erase => new ErasureDone(erase.Number, [], duty.Key),
        RemoveStoredContent remove => new ContentGone(remove.Number, 2, 0, [], duty.Key),
        DestroyContent => new DestructionDone(duty.Key),
        AskJoin ask => new JoinAnswered(ask.Number, null, duty.Key),
        AskUnjoin ask => new UnjoinAnswered(ask.Number, null, [], duty.Key),
        TellFollower tell => new FollowerTold(tell.CaseId, tell.Number, tell.DecisionId, null, duty.Key),
        FoundSplitCase split => new SplitFounded(split.Number, duty.Key),
        AskReassessment ask => new ReassessmentAsked(ask.By, ask.Cause.Key, null, duty.Key),
        UnpackContainer unpack => new ContainerUnpacked(unpack.DocumentId, life.Case.Documents[unpack.DocumentId]!.Content!.Members!.Value, [], [], duty.Key),
        ImportRows import => new InventoryRowsImported(import.Number, InventoryImports.CursorsOf(life.Case.Imports[import.Number - 1].Rows), [], duty.Key),
        _ => throw new NotSupportedException($"A case has no duty {duty.Kind}."),
    };
}
