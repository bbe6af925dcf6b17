namespace WobWorkflow.Cases.Tests;

/// <summary>What lists show of reminders and failures is what the agenda would do, and nothing that is over.</summary>
public sealed class OwedAndComingTests
{
    [Fact]
    public void Failure_OfADutyThatIsNotOwedAnyMore_IsNotShown()
    {
        var now = Life.TenOClock(new(2022, 1, 12));
        var life = Given.AQualifiedCase().With(new AskClarification("Welke periode?", AnswerBy: new(2022, 1, 28)), on: new(2022, 1, 12), by: Persons.Handler);
        var letter = life.Agenda(now).Due.OfType<PrepareLetter>().Single(duty => duty.Letter.Kind == LetterKind.ClarificationRequest);
        var failed = Engine.Fail(life, letter, now, now.AddMinutes(5));
        Agenda.StillFailing(failed.Case, failed.Facts, now).ShouldHaveSingleItem().Key.ShouldBe(letter.Key);

        var answered = failed.With(new RecordClarification(Given.Clarification1, "Alleen 2021."), on: new(2022, 1, 12), by: Persons.Handler);
        answered.Case.Failures.ShouldNotBeEmpty();
        Agenda.StillFailing(answered.Case, answered.Facts, now).ShouldBeEmpty();
    }

    [Fact]
    public void Watches_WhatTheAgendaRemindsOf_AndNothingElse()
    {
        var asked = Given.ADraftDecision().With(new AskView([Given.Doc1], "Zij gaan over u.", new(2022, 2, 28), Name: "Kaspersky"), new(2022, 2, 21), Persons.Handler)
            .Sent(LetterKind.ThirdPartyViewRequest, "view-1", new(2022, 2, 21));

        Agenda.Watches(asked.Term("view:view-1", new(2022, 2, 22))).ShouldBeTrue();
        Agenda.Watches(asked.Term("view:view-1", new(2022, 3, 1))).ShouldBeFalse("a third party may let its term pass");
        Agenda.Watches(asked.Term("decision", new(2022, 3, 9))).ShouldBeTrue();
        Agenda.Watches(Given.ADispatchedDecision().Term("objection:decision-1", new(2022, 3, 9))).ShouldBeFalse();
    }

    [Fact]
    public void Clarification_ThatNobodyAnswered_EndsAndRemindsNoMore()
    {
        var life = Given.ACaseWithDispatchedClarification();
        var later = new DateOnly(2022, 1, 31);
        var without = new RecordClarification(Given.Clarification1);

        life.Try(without, new(2022, 1, 28), Persons.Handler).ShouldBeRefused("term-still-running", "Awb 4:15(1)(a)");
        life.Try(new AskClarification("En welke onderdelen?", new(2022, 2, 14)), new(2022, 1, 28), Persons.Handler).ShouldBeRefused("clarification-open", "Wob 3(4)");
        life.Try(new AskClarification("En welke onderdelen?", new(2022, 2, 14)), later, Persons.Handler).ShouldGive<ClarificationAsked>();

        var ended = life.With(without, later, Persons.Handler);
        ended.Term("clarification:clarification-1", later).State.ShouldBe(TermState.Withdrawn);
        Agenda.Watches(life.Term("clarification:clarification-1", later)).ShouldBeTrue();
        Agenda.Watches(ended.Term("clarification:clarification-1", later)).ShouldBeFalse();
        ended.Term("decision", later).Due.ShouldBe(life.Term("decision", later).Due, "the days it suspended stay suspended");
        ended.Try(without, later, Persons.Handler).ShouldBeRefused("no-clarification-open", "Awb 4:15(1)(a)");
        ended.Try(new DeclineToTreat(DeclineGround.NotClarified, "Te vaag."), later, Persons.Handler).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void LapsedObjection_WhenADayOfLongAgoIsDesignated_StaysLapsedOnItsDay()
    {
        var life = Given.ADispatchedDecision();
        life.Term("objection:decision-1", new(2022, 6, 1)).Due.ShouldBe(new DateOnly(2022, 4, 19));
        var recorded = new DateTimeOffset(2023, 1, 10, 9, 0, 0, TimeSpan.Zero);
        var facts = life.Facts.Apply(new DayDesignated(new(2022, 4, 19), "Stcrt. 2023, 1"), new Entry(1, recorded, new(2023, 1, 10), "administrator"));

        (life with { Facts = facts }).Term("objection:decision-1", new(2023, 2, 1)).Due.ShouldBe(new DateOnly(2022, 4, 19));
        // Known while it ran, the day counts.
        life.Under(new DayDesignated(new(2022, 4, 19), "Stcrt. 2022, 1")).Term("objection:decision-1", new(2022, 6, 1)).Due.ShouldBe(new DateOnly(2022, 4, 20));
    }
}
