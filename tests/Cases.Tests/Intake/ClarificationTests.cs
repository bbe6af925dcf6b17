namespace WobWorkflow.Cases.Tests;

/// <summary>Asking the requester to be more precise, and what it does to the term: received 10 January, due 7 February without it.</summary>
public sealed class ClarificationTests
{
    private static readonly AskClarification Question = new("Welke periode bedoelt u?", AnswerBy: new(2022, 1, 28));

    [Fact]
    public void AskClarification_OpenCase_IsAskedButSuspendsNothingYet()
    {
        var life = Given.ACaseWithAskedClarification();

        life.Case.Intake.Clarifications.ShouldHaveSingleItem().SentOn.ShouldBeNull();
        life.Term("decision", today: new(2022, 1, 20)).State.ShouldBe(TermState.Running);
        life.Term("decision", today: new(2022, 1, 20)).Due.ShouldBe(new DateOnly(2022, 2, 7));
    }

    [Fact]
    public void AskClarification_WhileOneIsOpen_IsRefused() =>
        Given.ACaseWithAskedClarification().Try(Question, on: new(2022, 1, 13), by: Persons.Handler).ShouldBeRefused("clarification-open", "Wob 3(4)");

    [Fact]
    public void AskClarification_AfterTheAnswer_IsASecondOne() =>
        Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 20), by: Persons.Handler)
            .With(Question, on: new(2022, 1, 21), by: Persons.Handler)
            .Case.Intake.Clarifications.Last().Id.ShouldBe(new ClarificationId(2));

    [Fact]
    public void AskClarification_AfterTheDecision_IsRefused() =>
        Given.ADecisionTaken().Try(Question with { AnswerBy = new(2022, 3, 30) }, on: new(2022, 3, 4), by: Persons.Handler)
            .ShouldBeRefused("already-decided", "Wob 3(4)");

    [Fact]
    public void AskClarification_AnswerAskedToday_IsInvalid() =>
        Given.AQualifiedCase().Try(Question, on: new(2022, 1, 28), by: Persons.Handler).ShouldBeInvalid("answerBy", "date-too-early", "Wob 3(4)");

    [Theory]
    [InlineData("2023-01-13")]
    [InlineData("9999-12-31")]
    public void AskClarification_AnswerAskedAfterAYear_IsInvalid(string answerBy) =>
        Given.AQualifiedCase().Try(Question with { AnswerBy = DateOnly.Parse(answerBy) }, on: new(2022, 1, 12), by: Persons.Handler)
            .ShouldBeInvalid("answerBy", "date-too-late", "Wob 3(4)");

    [Fact]
    public void Dispatch_Invitation_SuspendsFromTheDayAfter()
    {
        var life = Given.ACaseWithDispatchedClarification();

        life.Term("decision", today: new(2022, 1, 14)).State.ShouldBe(TermState.Running);
        life.Term("decision", today: new(2022, 1, 15)).State.ShouldBe(TermState.Suspended);
        life.Term("clarification:clarification-1", today: new(2022, 1, 15)).Due.ShouldBe(new DateOnly(2022, 1, 28));
    }

    [Fact]
    public void RecordClarification_Answer_AddsTheDaysBetweenDispatchAndAnswer()
    {
        var life = Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "Alleen 2018."), on: new(2022, 1, 25), by: Persons.Handler, effectiveOn: new(2022, 1, 24));

        // 15 through 23 January: "tot de dag waarop" leaves the day of the answer out.
        life.Term("decision", today: new(2022, 1, 25)).Nominal.ShouldBe(new DateOnly(2022, 2, 7).AddDays(9));
        life.Term("decision", today: new(2022, 1, 25)).State.ShouldBe(TermState.Running);
        life.Term("clarification:clarification-1", today: new(2022, 1, 25)).MetOn.ShouldBe(new DateOnly(2022, 1, 24));
    }

    [Fact]
    public void Suspension_AnswerNeverCame_EndsWithTheTermThatWasSet()
    {
        var life = Given.ACaseWithDispatchedClarification();

        // 15 through 27 January: the last day of the term set counts again.
        life.Term("decision", today: new(2022, 1, 28)).State.ShouldBe(TermState.Suspended);
        life.Term("decision", today: new(2022, 1, 29)).State.ShouldBe(TermState.Running);
        life.Term("decision", today: new(2022, 1, 29)).Nominal.ShouldBe(new DateOnly(2022, 2, 7).AddDays(13));
        life.Term("decision", today: new(2022, 2, 20)).Nominal.ShouldBe(new DateOnly(2022, 2, 20));
    }

    [Fact]
    public void RecordClarification_AfterTheTermThatWasSet_SuspendsNoLongerThanThatTerm() =>
        Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "Alleen 2018."), on: new(2022, 2, 4), by: Persons.Handler)
            .Term("decision", today: new(2022, 2, 4)).Nominal.ShouldBe(new DateOnly(2022, 2, 7).AddDays(13));

    [Fact]
    public void Dispatch_InvitationOnTheLastDayOfItsTerm_SuspendsNothing() =>
        Given.ACaseWithAskedClarification().Sent(LetterKind.ClarificationRequest, "clarification-1", on: new(2022, 1, 28))
            .Term("decision", today: new(2022, 1, 31)).Nominal.ShouldBe(new DateOnly(2022, 2, 7));

    [Fact]
    public void RecordClarification_BeforeTheDispatch_IsInvalid() =>
        Given.ACaseWithDispatchedClarification()
            .Try(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 20), by: Persons.Handler, effectiveOn: new(2022, 1, 13))
            .ShouldBeInvalid("effectiveOn", "before-dispatch", "Awb 4:15(1)(a)");

    [Fact]
    public void RecordClarification_Twice_IsRefused()
    {
        var life = Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 20), by: Persons.Handler)
            .With(Question, on: new(2022, 1, 21), by: Persons.Handler);

        life.Try(new RecordClarification(Given.Clarification1, "2019"), on: new(2022, 1, 22), by: Persons.Handler)
            .ShouldBeRefused("already-answered", "Awb 4:15(1)(a)");
    }

    [Fact]
    public void RecordClarification_NoneOpen_IsRefused() =>
        Given.AQualifiedCase().Try(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 20), by: Persons.Handler)
            .ShouldBeRefused("no-clarification-open", "Awb 4:15(1)(a)");

    [Fact]
    public void RecordClarification_AnotherNumber_IsUnknown() =>
        Given.ACaseWithDispatchedClarification().Try(new RecordClarification(new(2), "2018"), on: new(2022, 1, 20), by: Persons.Handler)
            .ShouldBeUnknown("clarification-not-found", "Awb 4:15(1)(a)");

    [Fact]
    public void RecordClarification_BeforeTheLetterWasDrafted_LeavesNoLetterOwed()
    {
        var life = Given.AQualifiedCase().LettersPrepared(new(2022, 1, 12))
            .With(Question, on: new(2022, 1, 12), by: Persons.Handler)
            .With(new RecordClarification(Given.Clarification1, "Alleen 2018."), on: new(2022, 1, 12), by: Persons.Handler);

        OwedLetters.Of(life.Case).ShouldBeEmpty();
        life.Term("decision", today: new(2022, 1, 20)).Nominal.ShouldBe(new DateOnly(2022, 2, 7));
    }
}
