namespace WobWorkflow.Cases.Tests;

/// <summary>A request that is decided in parts: what was decided before is not decided again.</summary>
public sealed class DecisionPartsTests
{
    private static readonly DateOnly Day = new(2022, 2, 21);

    [Fact]
    public void DecidedBefore_AfterAPart_IsWhatThatPartJudged()
    {
        var life = NextPart();

        DecisionParts.DecidedBefore(life.Case, life.Decision).ShouldHaveSingleItem().ShouldBe(new(Given.Doc1, Given.Decision1));
        DecisionParts.EarlierOf(life.Case, life.Decision).Select(part => part.Id).ShouldBe([Given.Decision1]);
    }

    [Fact]
    public void DecidedBefore_OfADocumentThatIsJudgedOtherwiseSince_DecidesItAgain()
    {
        var life = NextPart().With(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Given.StateSecurity], "Bij nader inzien."), Day, Persons.Reviewer);

        DecisionParts.DecidedBefore(life.Case, life.Decision).ShouldBeEmpty();
    }

    [Fact]
    public void DecidedBefore_OfALaterDecision_IsNothing() =>
        DecisionParts.DecidedBefore(Given.ADraftAnswerToARuling().Case, Given.ADraftAnswerToARuling().Decision).ShouldBeEmpty();

    [Fact]
    public void Submit_OfAPart_WaitsForNothingThatIsAboutTheRest()
    {
        var part = Given.ACaseWithOpenConsultation().With(new AssessDocument(Given.Doc1, Judgement.Public), Day, Persons.Reviewer)
            .With(new AskView([Given.Doc2], "Hij gaat over u.", new(2022, 3, 7), Name: "Kaspersky"), Day, Persons.Handler)
            .With(new DraftDecision(DecisionKind.Partial, Part: "de analyse"), Day, Persons.Handler).LettersPrepared(Day);

        part.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldGive<DecisionSubmitted>();
        part.With(Given.Withholding(Given.Doc2, Given.StateSecurity), Day, Persons.Reviewer).LettersPrepared(Day)
            .Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldBeRefused("consultation-open");
    }

    [Fact]
    public void Submit_OfAPart_ThatJudgesNothing_IsRefused() =>
        Given.AnExtendedCase().With(new DraftDecision(DecisionKind.Partial, Part: "de analyse"), Day, Persons.Handler).LettersPrepared(Day)
            .Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldBeRefused("documents-unassessed", "Wob 10");

    /// <summary>A part decided on the first document, and a draft of the next on all.</summary>
    private static Life NextPart()
    {
        var life = Given.AnExtendedCase().With(new AssessDocument(Given.Doc1, Judgement.Public), on: new(2022, 2, 14), by: Persons.Reviewer)
            .With(new DraftDecision(DecisionKind.Partial, Part: "de analyse"), Day, Persons.Handler).Decided(Given.Decision1, Day);
        return life.With(Given.Withholding(Given.Doc2, Given.StateSecurity), Day, Persons.Reviewer)
            .With(new DraftDecision(DecisionKind.Primary), Day, Persons.Handler);
    }
}
