namespace WobWorkflow.Cases.Tests;

public sealed class ConsultationTests
{
    private static readonly Consult Question = new(new Agency("MIVD"), [Given.Doc1], "Kan dit openbaar?", AnswerBy: new(2022, 1, 31));

    [Fact]
    public void Consult_Agency_OpensAConsultationThatIsNotLateYet()
    {
        var life = Given.ACaseWithAskedConsultation();

        life.Case.Consultations.ShouldHaveSingleItem().SentOn.ShouldBeNull();
        life.HasTerm("consultation:consultation-1", today: new(2022, 1, 17)).ShouldBeFalse();
        Phases.Of(life.Case).ShouldBe(Phase.Consultation);
    }

    [Fact]
    public void Dispatch_LetterToTheAgency_StartsItsTermAndSuspendsNothing()
    {
        var life = Given.ACaseWithOpenConsultation();

        life.Term("consultation:consultation-1", today: new(2022, 1, 19)).Due.ShouldBe(new DateOnly(2022, 1, 31));
        life.Term("decision", today: new(2022, 1, 19)).State.ShouldBe(TermState.Running);
        life.Term("decision", today: new(2022, 1, 19)).Due.ShouldBe(new DateOnly(2022, 2, 7));
    }

    [Fact]
    public void Dispatch_AfterTheDayOfTheAnswer_GivesTheAgencyOneDay() =>
        Given.ACaseWithAskedConsultation().Sent(LetterKind.ConsultationRequest, "consultation-1", on: new(2022, 2, 1))
            .Term("consultation:consultation-1", today: new(2022, 2, 1)).Due.ShouldBe(new DateOnly(2022, 2, 2));

    [Theory]
    [InlineData("CVIN", LetterKind.ConsultationRequestForum)]
    [InlineData("RVI", LetterKind.ConsultationRequestForum)]
    [InlineData("AIVD", LetterKind.ConsultationRequest)]
    public void Consult_Forum_IsWrittenToThroughItsSecretariat(string agency, LetterKind kind) =>
        Given.ACaseInCollection().With(Question with { Agency = new Agency(agency) }, on: new(2022, 1, 17), by: Persons.Handler)
            .LettersPrepared(new(2022, 1, 17)).Letter(kind, "consultation-1").To.Agency.ShouldBe(new Agency(agency));

    [Fact]
    public void Consult_SameAgencyAboutTheSameDocument_IsRefused() =>
        Given.ACaseWithOpenConsultation().Try(Question with { Agency = new Agency("AIVD"), Documents = [Given.Doc1, Given.Doc2] }, on: new(2022, 1, 19), by: Persons.Handler)
            .ShouldBeRefused("consultation-open");

    [Fact]
    public void Consult_AnotherAgencyOrAnotherDocument_IsTaken()
    {
        Given.ACaseWithOpenConsultation().Try(Question with { Documents = [Given.Doc2] }, on: new(2022, 1, 19), by: Persons.Handler).ShouldGive<AgencyConsulted>();
        Given.ACaseWithOpenConsultation().Try(Question with { Agency = new Agency("AIVD") }, on: new(2022, 1, 19), by: Persons.Handler).ShouldGive<AgencyConsulted>();
    }

    [Fact]
    public void Consult_SameAgencyAfterItsAnswer_IsTaken() =>
        Given.AConsultedCase().Try(Question with { Agency = new Agency("AIVD"), Documents = [Given.Doc2], AnswerBy = new(2022, 2, 11) }, on: new(2022, 2, 1), by: Persons.Handler)
            .ShouldGive<AgencyConsulted>();

    [Fact]
    public void Consult_DocumentThatIsNotHere_IsUnknown()
    {
        Given.ACaseInCollection().Try(Question with { Documents = [Given.Doc1, new(3)] }, on: new(2022, 1, 17), by: Persons.Handler).ShouldBeUnknown("document-not-found");
        Given.ACaseInCollection().With(new DropDocument(Given.Doc1, "x"), on: new(2022, 1, 17), by: Persons.Handler)
            .Try(Question, on: new(2022, 1, 17), by: Persons.Handler).ShouldBeUnknown("document-not-found");
    }

    [Fact]
    public void Consult_DocumentTwice_IsInvalid() =>
        Given.ACaseInCollection().Try(Question with { Documents = [Given.Doc1, Given.Doc1] }, on: new(2022, 1, 17), by: Persons.Handler)
            .ShouldBeInvalid("documents", "documents-doubled");

    [Theory]
    [InlineData("2022-01-17", "date-too-early")]
    [InlineData("2023-01-18", "date-too-late")]
    [InlineData("9999-12-31", "date-too-late")]
    public void Consult_AnswerByADayThatCanNotBeMeant_IsInvalid(string answerBy, string code) =>
        Given.ACaseInCollection().Try(Question with { AnswerBy = DateOnly.Parse(answerBy) }, on: new(2022, 1, 17), by: Persons.Handler).ShouldBeInvalid("answerBy", code);

    [Fact]
    public void RecordAdvice_FromTheAgency_AnswersTheConsultation()
    {
        var life = Given.ACaseWithOpenConsultation().With(
            new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Ground: Given.StateSecurity)], "Zie bijlage."),
            on: new(2022, 1, 28), by: Persons.LiaisonOf("AIVD"));

        var consultation = life.Case.Consultations.Single();
        consultation.IsOpen.ShouldBeFalse();
        consultation.Advices.ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Ground.ShouldBe(Given.StateSecurity);
        life.Term("consultation:consultation-1", today: new(2022, 2, 8)).State.ShouldBe(TermState.Met);
    }

    [Fact]
    public void RecordAdvice_LiaisonOfAnotherAgency_MayNotKnowThatItExists() =>
        Given.ACaseWithOpenConsultation().Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection), on: new(2022, 1, 28), by: Persons.LiaisonOf("MIVD"))
            .ShouldBeUnknown("consultation-not-found");

    [Fact]
    public void RecordAdvice_BeforeTheLetterWent_IsRefused() =>
        Given.ACaseWithAskedConsultation().Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection), on: new(2022, 1, 28), by: Persons.Handler)
            .ShouldBeRefused("not-dispatched");

    [Fact]
    public void RecordAdvice_DatedBeforeTheDispatch_IsInvalid() =>
        Given.ACaseWithOpenConsultation()
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection), on: new(2022, 1, 28), by: Persons.Handler, effectiveOn: new(2022, 1, 17))
            .ShouldBeInvalid("effectiveOn", "before-dispatch");

    [Fact]
    public void RecordAdvice_NoneOpen_IsRefused() =>
        Given.AConsultedCase().Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection), on: new(2022, 1, 28), by: Persons.Handler)
            .ShouldBeRefused("no-consultation-open");

    [Fact]
    public void RecordAdvice_TheOtherOneIsOpen_IsRefused() =>
        Given.AConsultedCase().With(Question with { AnswerBy = new(2022, 2, 11) }, on: new(2022, 2, 1), by: Persons.Handler)
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection), on: new(2022, 2, 2), by: Persons.Handler).ShouldBeRefused("consultation-ended");

    [Fact]
    public void RecordAdvice_DocumentThatWasNotPutToIt_IsUnknown() =>
        Given.ACaseWithOpenConsultation()
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new AdviceItemPayload(Given.Doc1, AdviceKind.Redact)]), on: new(2022, 1, 28), by: Persons.Handler)
            .ShouldBeUnknown("document-not-found");

    [Fact]
    public void RecordAdvice_PassageOfAnotherDocument_IsUnknown() =>
        Given.ACaseWithOpenConsultation().With(Given.Withholding(Given.Doc1, Given.StateSecurity), on: new(2022, 1, 20), by: Persons.Reviewer)
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, new PassageId(1))]), on: new(2022, 1, 28), by: Persons.Handler)
            .ShouldBeUnknown("passage-not-found");

    [Fact]
    public void CancelConsultation_Open_EndsIt()
    {
        var life = Given.ACaseWithOpenConsultation().With(new CancelConsultation(Given.Consultation1, "Geen reactie."), on: new(2022, 2, 8), by: Persons.Handler);

        life.Case.Consultations.Single().EndedOn.ShouldBe(new DateOnly(2022, 2, 8));
        life.Term("consultation:consultation-1", today: new(2022, 2, 8)).State.ShouldBe(TermState.Withdrawn);
    }

    [Fact]
    public void CancelConsultation_BeforeTheLetterWasDrafted_LeavesNoLetterOwed() =>
        OwedLetters.Of(Given.ACaseInCollection().LettersPrepared(new(2022, 1, 17)).With(Question, on: new(2022, 1, 17), by: Persons.Handler)
            .With(new CancelConsultation(Given.Consultation1, "Vergissing."), on: new(2022, 1, 17), by: Persons.Handler).Case).ShouldBeEmpty();

    [Fact]
    public void CancelConsultation_NoneOpen_IsRefused() =>
        Given.AConsultedCase().Try(new CancelConsultation(Given.Consultation1, "x"), on: new(2022, 2, 8), by: Persons.Handler).ShouldBeRefused("no-consultation-open");

    [Fact]
    public void CancelConsultation_OtherNumbers_AreUnknownOrEnded()
    {
        var life = Given.AConsultedCase().With(Question with { AnswerBy = new(2022, 2, 11) }, on: new(2022, 2, 1), by: Persons.Handler);

        life.Try(new CancelConsultation(Given.Consultation1, "x"), on: new(2022, 2, 8), by: Persons.Handler).ShouldBeRefused("consultation-ended");
        life.Try(new CancelConsultation(new(3), "x"), on: new(2022, 2, 8), by: Persons.Handler).ShouldBeUnknown("consultation-not-found");
    }
}
