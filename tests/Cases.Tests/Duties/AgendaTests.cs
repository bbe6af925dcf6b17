namespace WobWorkflow.Cases.Tests;

/// <summary>What the engine owes a case, and when to look again. The term of these cases ends on Monday 7 February 2022.</summary>
public sealed class AgendaTests
{
    private static readonly DateTimeOffset SevenOnTheFirstRung = new(2022, 1, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Letters_NewCase_AreOwedOnce()
    {
        var now = Life.TenOClock(Given.ReceivedOn);
        var duty = Given.ARegisteredCase().Agenda(now).Due.ShouldHaveSingleItem().ShouldBeOfType<PrepareLetter>();

        duty.Letter.Kind.ShouldBe(LetterKind.ReceiptConfirmation);
        duty.Kind.ShouldBe("prepare-letter");
        Engine.Perform(Given.ARegisteredCase(), now).Agenda(now).Due.ShouldBeEmpty();
    }

    [Fact]
    public void Letters_WholeLife_AreEachDraftedOnce() =>
        Given.AnAnsweredRuling().Case.Letters.Select(l => $"{Kebab.Of(l.Kind)} {l.About}").ShouldBe(
        [
            "receipt-confirmation request",
            "consultation-request consultation-1",
            "extension-notice extension",
            "decision decision-1",
            "decision decision-2",
        ]);

    [Fact]
    public void Agenda_CaseThatIsNotRegistered_OwesNothing() => Given.NoCase().Agenda(SevenOnTheFirstRung).ShouldBe(new Agenda([], null));

    [Fact]
    public void Reminder_BeforeSeven_IsNotOwedYet()
    {
        var agenda = Waiting().Agenda(SevenOnTheFirstRung.AddTicks(-1));

        agenda.Due.ShouldBeEmpty();
        agenda.Next.ShouldBe(SevenOnTheFirstRung);
    }

    [Fact]
    public void Reminder_FromSevenLocalTime_IsOwedToTheHandler()
    {
        var remind = Waiting().Agenda(SevenOnTheFirstRung).Due.ShouldHaveSingleItem().ShouldBeOfType<Remind>();

        remind.Rung.ShouldBe("2022-02-07:before-14");
        remind.Due.ShouldBe(new DateOnly(2022, 2, 7));
        remind.To.ShouldBe(Persons.Handler.Id);
        remind.PassedOver.ShouldBeEmpty();
    }

    [Fact]
    public void Reminder_InSummer_IsOwedAtFiveUniversalTime() =>
        Engine.Perform(Given.AQualifiedCase(new(2022, 5, 2)), Life.TenOClock(new(2022, 5, 2))).Agenda(Life.TenOClock(new(2022, 5, 2))).Next
            .ShouldBe(new DateTimeOffset(2022, 5, 16, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Reminder_Begun_IsDeliveredOnceAndThenNothingUntilTheNextRung()
    {
        var begun = Engine.Perform(Waiting(), SevenOnTheFirstRung, duty => duty is Remind);
        var reminder = begun.Case.Reminders.ShouldHaveSingleItem();
        reminder.DeliveredAt.ShouldBeNull();
        begun.Agenda(SevenOnTheFirstRung).Due.ShouldBe([new DeliverReminder(reminder.MessageId)]);

        var delivered = Engine.Perform(begun, SevenOnTheFirstRung);
        delivered.Case.Reminders.ShouldHaveSingleItem().DeliveredAt.ShouldBe(SevenOnTheFirstRung);
        delivered.Agenda(SevenOnTheFirstRung).Due.ShouldBeEmpty();
        delivered.Agenda(SevenOnTheFirstRung).Next.ShouldBe(LocalTime.MorningOf(new(2022, 1, 31)));
    }

    [Fact]
    public void Reminder_AfterDowntime_TellsTheLatestRungAndPassesOverTheOthers()
    {
        var life = Engine.Perform(Waiting(), Life.TenOClock(new(2022, 2, 8)));

        life.Case.Reminders.Select(r => (r.Kind, r.Rung, Told: r.DeliveredAt is not null)).ShouldBe(
        [
            (ReminderKind.PassedOver, "2022-02-07:before-14", false),
            (ReminderKind.PassedOver, "2022-02-07:before-7", false),
            (ReminderKind.PassedOver, "2022-02-07:before-2", false),
            (ReminderKind.Term, "2022-02-07:due", true),
        ]);
        life.Agenda(Life.TenOClock(new(2022, 2, 8))).Next.ShouldBe(LocalTime.MorningOf(new(2022, 2, 14)));
    }

    [Fact]
    public void Reminder_TermReDated_TellsOfTheNewDay()
    {
        var reminded = Engine.Perform(Given.AConsultedCase(), SevenOnTheFirstRung);
        var extended = Engine.Perform(
            reminded.With(new ExtendTerm(28, "Omvang."), on: new(2022, 2, 3), by: Persons.Handler).Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 4)),
            Life.TenOClock(new(2022, 2, 7)));

        extended.Case.Reminders.ShouldNotContain(r => r.Rung == "2022-02-07:due");
        extended.Agenda(Life.TenOClock(new(2022, 2, 7))).Next.ShouldBe(LocalTime.MorningOf(new(2022, 2, 21)));
        extended.Agenda(LocalTime.MorningOf(new(2022, 2, 21))).Due.ShouldHaveSingleItem().ShouldBeOfType<Remind>().Rung.ShouldBe("2022-03-07:before-14");
    }

    [Fact]
    public void Reminder_NobodysCase_GoesToAllCoordinators() =>
        Engine.Perform(Given.ARegisteredCase(), Life.TenOClock(Given.ReceivedOn)).Agenda(SevenOnTheFirstRung).Due
            .ShouldHaveSingleItem().ShouldBeOfType<Remind>().To.ShouldBeNull();

    [Fact]
    public void Reminder_DecidedCase_IsNotOwed()
    {
        var life = Engine.Perform(Given.ADispatchedDecision(), Life.TenOClock(Given.AnnouncedOn));
        var before = life.Case.Reminders.Count;

        Engine.Perform(life, Life.TenOClock(new(2022, 6, 1))).Case.Reminders.Count.ShouldBe(before);
        life.Agenda(Life.TenOClock(new(2022, 6, 1))).ShouldBe(new Agenda([], null), "the term for objection is the requester's to watch");
    }

    [Fact]
    public void Reminder_OwedDecisionAfterARuling_IsOwed() =>
        Engine.Perform(Given.ACaseThatOwesADecision(), Life.TenOClock(Given.AnnouncedOn)).Agenda(LocalTime.MorningOf(new(2022, 4, 11))).Due
            .ShouldHaveSingleItem().ShouldBeOfType<Remind>().TermId.ShouldBe("ruling:ruling-1:decision-1");

    [Fact]
    public void Suspended_Term_RemindsNobodyAndIsLookedAtTheNextMidnight()
    {
        var life = Given.AQualifiedCase(new(2021, 12, 31))
            .With(new AskClarification("Welke periode?", AnswerBy: new(2022, 2, 28)), on: new(2022, 1, 12), by: Persons.Handler)
            .Sent(LetterKind.ClarificationRequest, "clarification-1", on: new(2022, 1, 13));
        // Without the suspension the term would end on 28 January, and every rung would be reached.
        var agenda = life.Agenda(Life.TenOClock(new(2022, 1, 28)));

        agenda.Due.OfType<Remind>().ShouldNotContain(remind => remind.TermId == "decision");
        agenda.Next.ShouldBe(LocalTime.StartOf(new(2022, 1, 29)));
    }

    [Fact]
    public void Suspended_TermThatRunsAgain_IsRemindedOf()
    {
        var life = Engine.Perform(Given.ACaseWithDispatchedClarification(), Life.TenOClock(new(2022, 1, 14)));

        // Suspended through 27 January; due on Monday 21 February, and two weeks before that is 7 February.
        var running = Engine.Perform(life, Life.TenOClock(new(2022, 1, 29)));
        running.Case.Reminders.ShouldNotContain(r => r.TermId == "decision");
        Engine.Perform(running, LocalTime.MorningOf(new(2022, 2, 7))).Case.Reminders.Where(r => r.TermId == "decision")
            .ShouldHaveSingleItem().Rung.ShouldBe("2022-02-21:before-14");
    }

    [Fact]
    public void Escalation_OnTheLastDay_WaitsForTheMorningAfter()
    {
        var life = Engine.Perform(Given.ACaseWithOpenConsultation(), Life.TenOClock(new(2022, 1, 31)));
        var morning = LocalTime.MorningOf(new(2022, 2, 1));

        life.Agenda(morning.AddTicks(-1)).Due.ShouldBeEmpty();
        life.Agenda(morning.AddTicks(-1)).Next.ShouldBe(morning);
        life.Agenda(morning).Due.ShouldBe([new EscalateConsultation(Given.Consultation1)]);
    }

    [Fact]
    public void Escalation_Performed_IsToldToTheCoordinatorsAndBringsAReminderToTheAgency()
    {
        var now = LocalTime.MorningOf(new(2022, 2, 1));
        var life = Engine.Perform(Given.ACaseWithOpenConsultation(), now);

        life.Case.Consultations.Single().EscalatedOn.ShouldBe(new DateOnly(2022, 2, 1));
        life.Case.Reminders.Where(r => r.Kind == ReminderKind.Escalation).ShouldHaveSingleItem().To.ShouldBeNull();
        life.Letter(LetterKind.ConsultationReminder, "consultation-1").To.Agency.ShouldBe(new Agency("AIVD"));
        life.Agenda(now).Due.ShouldBeEmpty();
    }

    [Fact]
    public void Escalation_LetterSentAfterTheDayThatItAskedFor_WaitsForTheMorningAfterItsDispatch() =>
        Engine.Perform(Given.ACaseWithAskedConsultation().Sent(LetterKind.ConsultationRequest, "consultation-1", on: new(2022, 2, 2)), Life.TenOClock(new(2022, 2, 2)))
            .Agenda(Life.TenOClock(new(2022, 2, 2))).Next.ShouldBe(LocalTime.MorningOf(new(2022, 2, 3)));

    [Fact]
    public void Escalation_AnsweredOrNeverSent_IsNotOwed()
    {
        foreach (var life in new[] { Given.AConsultedCase(), Given.ACaseWithAskedConsultation() })
            life.Agenda(Life.TenOClock(new(2022, 2, 15))).Due.ShouldNotContain(duty => duty is EscalateConsultation);
    }

    [Fact]
    public void Failure_OfADuty_RestsUntilItsRetryAndHoldsUpNoOther()
    {
        var retryAt = SevenOnTheFirstRung.AddMinutes(5);
        var life = Given.AQualifiedCase();
        var letter = life.Agenda(SevenOnTheFirstRung).Due.OfType<PrepareLetter>().Single();

        var failed = Engine.Fail(life, letter, SevenOnTheFirstRung, retryAt);
        failed.Case.Failures[letter.Key].Attempt.ShouldBe(1);
        failed.Agenda(SevenOnTheFirstRung).Due.ShouldHaveSingleItem().ShouldBeOfType<Remind>();
        failed.Agenda(SevenOnTheFirstRung).Next.ShouldBe(retryAt);
        failed.Agenda(retryAt).Due.OfType<PrepareLetter>().ShouldHaveSingleItem();

        Engine.Perform(failed, retryAt).Case.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Failure_Again_CountsOn()
    {
        var life = Given.AQualifiedCase();
        var letter = life.Agenda(SevenOnTheFirstRung).Due.OfType<PrepareLetter>().Single();
        life = Engine.Fail(life, letter, SevenOnTheFirstRung, SevenOnTheFirstRung.AddMinutes(1));
        life = Engine.Fail(life, letter, SevenOnTheFirstRung.AddMinutes(1), SevenOnTheFirstRung.AddMinutes(6));

        life.Case.Failures.ShouldHaveSingleItem().Value.Attempt.ShouldBe(2);
        life.Agenda(SevenOnTheFirstRung.AddMinutes(1)).Next.ShouldBe(SevenOnTheFirstRung.AddMinutes(6));
    }

    [Fact]
    public void Closed_Case_OwesNothing()
    {
        Given.AClosedCase().Agenda(Life.TenOClock(new(2022, 4, 20))).ShouldBe(new Agenda([], null));
        // Closed so soon that the receipt was not confirmed yet.
        Given.AQualifiedCase(qualification: Qualification.PlainQuestion).With(new Close(), on: new(2022, 1, 10), by: Persons.Handler)
            .Agenda(SevenOnTheFirstRung).ShouldBe(new Agenda([], null));
    }

    [Fact]
    public void Closed_CaseThatAnsweredARuling_StillTellsIt() =>
        Given.AnAnsweredRuling().With(new Close(), on: new(2022, 6, 1), by: Persons.Handler).Agenda(Life.TenOClock(new(2022, 6, 1))).Due
            .ShouldHaveSingleItem().ShouldBeOfType<TellRuling>();

    private static Life Waiting() => Engine.Perform(Given.AQualifiedCase(), Life.TenOClock(Given.ReceivedOn));
}
