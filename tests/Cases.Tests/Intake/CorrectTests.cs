namespace WobWorkflow.Cases.Tests;

public sealed class CorrectTests
{
    [Fact]
    public void Correct_Receipt_ListsEveryTermThatMovedWithOldAndNew()
    {
        var corrected = Given.AQualifiedCase().With(new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 7), "Ontvangststempel."), on: new(2022, 1, 12), by: Persons.Coordinator);

        var fact = (FactCorrected)corrected.Last;
        fact.From.ShouldBe(Given.ReceivedOn);
        fact.To.ShouldBe(new DateOnly(2022, 1, 7));
        fact.Moved.ShouldBe([new MovedTerm("decision", new(2022, 2, 7), new(2022, 2, 4))]);
        corrected.Case.Request!.ReceivedOn.ShouldBe(new DateOnly(2022, 1, 7));
    }

    [Fact]
    public void Correct_DispatchOfAConsultation_MovesNothingWhereItsLastDayWasChosen()
    {
        var life = Given.ACaseWithOpenConsultation();

        var corrected = life.With(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 1, 19), "Een dag later.", life.Letter(LetterKind.ConsultationRequest, "consultation-1").Id.ToString()),
            on: new(2022, 1, 20), by: Persons.Handler);

        corrected.Case.Consultations.Single().SentOn.ShouldBe(new DateOnly(2022, 1, 19));
        ((FactCorrected)corrected.Last).Moved.ShouldBeEmpty();
    }

    [Fact]
    public void Correct_AnswerToAClarification_MovesTheTermForDeciding()
    {
        var life = Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 24), by: Persons.Handler)
            .With(new Correct(CorrectableFact.ClarifiedOn, new(2022, 1, 20), "E-mail van 20 januari.", "clarification-1"), on: new(2022, 1, 25), by: Persons.Handler);

        ((FactCorrected)life.Last).Moved.ShouldBe([new MovedTerm("decision", new(2022, 2, 16), new(2022, 2, 14))]);
        life.Term("decision", today: new(2022, 1, 25)).Nominal.ShouldBe(new DateOnly(2022, 2, 12));
    }

    [Fact]
    public void Correct_Advice_IsKept() =>
        Given.AConsultedCase().With(new Correct(CorrectableFact.AdvisedOn, new(2022, 1, 27), "E-mail.", "consultation-1"), on: new(2022, 2, 1), by: Persons.Handler)
            .Case.Consultations.Single().AnsweredOn.ShouldBe(new DateOnly(2022, 1, 27));

    [Fact]
    public void Correct_AfterClosing_StillMovesTheTermForObjection()
    {
        var closed = Given.AClosedCase();

        var corrected = closed.With(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 3, 11), "Een week later verzonden.", closed.DecisionLetter.Id.ToString()),
            on: new(2022, 4, 25), by: Persons.Coordinator);

        ((FactCorrected)corrected.Last).Moved.ShouldBe([new MovedTerm("objection:decision-1", new(2022, 4, 19), new(2022, 4, 22))]);
        corrected.Case.Decisions.Single().DispatchedOn.ShouldBe(new DateOnly(2022, 3, 11));
        corrected.Case.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Correct_DateThatStoodThere_IsInvalid() =>
        Given.AQualifiedCase().Try(new Correct(CorrectableFact.ReceivedOn, Given.ReceivedOn, "?"), on: new(2022, 1, 12), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "nothing-to-change");

    [Fact]
    public void Correct_Tomorrow_IsInvalid() =>
        Given.AQualifiedCase().Try(new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 13), "?"), on: new(2022, 1, 12), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-in-future");

    [Theory]
    [InlineData(CorrectableFact.ReceivedOn, "letter-1")]
    [InlineData(CorrectableFact.DispatchedOn, null)]
    [InlineData(CorrectableFact.DispatchedOn, "letter-9")]
    [InlineData(CorrectableFact.DispatchedOn, "decision-1")]
    [InlineData(CorrectableFact.ClarifiedOn, "clarification-1")]
    [InlineData(CorrectableFact.AdvisedOn, "consultation-1")]
    public void Correct_FactThatWasNotRecorded_IsUnknown(CorrectableFact fact, string? subject) =>
        Given.ACaseWithOpenConsultation().Try(new Correct(fact, new(2022, 1, 17), "?", subject), on: new(2022, 1, 25), by: Persons.Coordinator)
            .ShouldBeUnknown("fact-not-found");

    [Fact]
    public void Correct_BeforeAnythingIsRegistered_IsRefused() =>
        Given.NoCase().Try(new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 7), "?"), on: new(2022, 1, 12), by: Persons.Coordinator).ShouldBeRefused("not-registered");

    [Fact]
    public void Correct_ReceiptAfterALetterWasSent_IsInvalid() =>
        Given.ACaseWithOpenConsultation().Try(new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 19), "?"), on: new(2022, 1, 25), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-out-of-order");

    [Fact]
    public void Correct_ReceiptToBeforeAnyTermIsKnown_IsInvalid() =>
        Given.AQualifiedCase().Try(new Correct(CorrectableFact.ReceivedOn, new(2009, 9, 2), "?"), on: new(2022, 1, 25), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-out-of-range");

    [Fact]
    public void Correct_DispatchBeforeTheSignature_IsInvalid()
    {
        var life = Given.ACaseWithOpenConsultation();

        life.Try(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 1, 17), "?", life.Letter(LetterKind.ConsultationRequest, "consultation-1").Id.ToString()),
            on: new(2022, 1, 25), by: Persons.Coordinator).ShouldBeInvalid("date", "date-out-of-order");
    }

    [Fact]
    public void Correct_DispatchAfterTheAnswer_IsInvalid()
    {
        var consulted = Given.AConsultedCase();
        var clarified = Given.ACaseWithDispatchedClarification().With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 24), by: Persons.Handler);

        consulted.Try(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 1, 29), "?", consulted.Letter(LetterKind.ConsultationRequest, "consultation-1").Id.ToString()),
            on: new(2022, 2, 1), by: Persons.Coordinator).ShouldBeInvalid("date", "date-out-of-order");
        clarified.Try(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 1, 25), "?", clarified.Letter(LetterKind.ClarificationRequest, "clarification-1").Id.ToString()),
            on: new(2022, 2, 1), by: Persons.Coordinator).ShouldBeInvalid("date", "date-out-of-order");
    }

    [Fact]
    public void Correct_AnswerBeforeTheDispatch_IsInvalid()
    {
        Given.AConsultedCase().Try(new Correct(CorrectableFact.AdvisedOn, new(2022, 1, 17), "?", "consultation-1"), on: new(2022, 2, 1), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-out-of-order");
        Given.ACaseWithDispatchedClarification().With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 24), by: Persons.Handler)
            .Try(new Correct(CorrectableFact.ClarifiedOn, new(2022, 1, 13), "?", "clarification-1"), on: new(2022, 2, 1), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-out-of-order");
    }

    [Fact]
    public void Correct_AnswerToAnUnsentClarificationBeforeTheRequest_IsInvalid() =>
        Given.ACaseWithAskedClarification().With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 13), by: Persons.Handler)
            .Try(new Correct(CorrectableFact.ClarifiedOn, new(2022, 1, 9), "?", "clarification-1"), on: new(2022, 2, 1), by: Persons.Coordinator)
            .ShouldBeInvalid("date", "date-out-of-order");
}
