using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>What is looked at before a decision is approved: the engine decides what it can, and asks a person for the rest.</summary>
public sealed class DecisionChecksTests
{
    private static readonly DateOnly Day = new(2022, 2, 21);

    /// <summary>What a person answers who found nothing wrong in a letter that a person edited.</summary>
    internal static ImmutableArray<CheckAnswerPayload> EverythingIsRight { get; } =
    [
        new(DecisionCheck.Dictum, CheckAnswer.Yes),
        new(DecisionCheck.InventoryCovered, CheckAnswer.Yes),
        new(DecisionCheck.Counts, CheckAnswer.Yes),
    ];

    [Fact]
    public void Draft_OfTheEngine_LeavesNothingToAnswer()
    {
        var checks = Of(Given.ADraftDecision());

        checks.ShouldAllBe(check => check.IsSettled);
        checks.Select(check => check.Check).ShouldBe(Enum.GetValues<DecisionCheck>());
        State(Given.ADraftDecision(), DecisionCheck.Dictum).ShouldBe(CheckState.Right);
        State(Given.ADraftDecision(), DecisionCheck.HeardByOthers).ShouldBe(CheckState.NotApplicable);
    }

    [Fact]
    public void Edited_Letter_AsksWhatOnlyAPersonCanSay()
    {
        var life = Edited(Given.ADraftDecision());

        Of(life).Where(check => check.State == CheckState.Open).Select(check => check.Check).ShouldBe([DecisionCheck.Dictum, DecisionCheck.InventoryCovered, DecisionCheck.Counts]);
        var submitted = life.With(new SubmitDecision(Given.Decision1), Day, Persons.Handler);
        submitted.Try(new ApproveDecision(Given.Decision1), Day, Persons.Approver).ShouldBeRefused("checks-unanswered", "Awb 3:46").Detail.ShouldContain("dictum, inventory-covered, counts");

        submitted.With(new AnswerChecks(Given.Decision1, EverythingIsRight), Day, Persons.Handler)
            .Try(new ApproveDecision(Given.Decision1), Day, Persons.Approver).ShouldGive<DecisionApproved>();
        life.With(new SubmitDecision(Given.Decision1, EverythingIsRight), Day, Persons.Handler)
            .Try(new ApproveDecision(Given.Decision1), Day, Persons.Approver).ShouldGive<DecisionApproved>();
    }

    [Fact]
    public void Answer_AfterTheLetterWasEditedAgain_HoldsNoMore()
    {
        var life = Edited(Edited(Given.ADraftDecision()).With(new AnswerChecks(Given.Decision1, EverythingIsRight), Day, Persons.Handler));

        Of(life).Where(check => !check.IsSettled).Select(check => check.Check).ShouldBe([DecisionCheck.Dictum, DecisionCheck.InventoryCovered, DecisionCheck.Counts]);
    }

    [Fact]
    public void Answer_AfterWhatItWasGivenOnChanged_HoldsNoMore()
    {
        var life = Edited(Given.ADraftDecision()).With(new AnswerChecks(Given.Decision1, EverythingIsRight), Day, Persons.Handler);
        Of(life).ShouldAllBe(check => check.IsSettled);

        Of(life.With(new WriteMotivation("Veiligheid", "Daarom.", Ground: Given.StateSecurity), Day, Persons.Reviewer)).ShouldContain(check => !check.IsSettled);
    }

    [Fact]
    public void Answer_No_AsksARemark()
    {
        var life = Edited(Given.ADraftDecision());

        life.Try(new AnswerChecks(Given.Decision1, [new(DecisionCheck.Dictum, CheckAnswer.No)]), Day, Persons.Handler).ShouldBeInvalid("answers", "remark-missing", "Awb 3:2");
        life.Try(new AnswerChecks(Given.Decision1, [new(DecisionCheck.Dictum, CheckAnswer.No, "Een taalfout.")]), Day, Persons.Handler).ShouldGive<ChecksAnswered>();
        life.Try(new AnswerChecks(Given.Decision1, [new(DecisionCheck.Dictum, CheckAnswer.Yes), new(DecisionCheck.Dictum, CheckAnswer.Yes)]), Day, Persons.Handler)
            .ShouldBeInvalid("answers", "answers-doubled", "Awb 3:2");
        life.Try(new AnswerChecks(new(9), EverythingIsRight), Day, Persons.Handler).ShouldBeUnknown("decision-not-found", "Awb 3:2");
        Given.AnApprovedDecision().Try(new AnswerChecks(Given.Decision1, EverythingIsRight), new(2022, 2, 25), Persons.Handler).ShouldBeRefused("nothing-to-check", "Awb 3:2");
    }

    [Fact]
    public void Wrong_IsMendedOrAnsweredWithARemark()
    {
        var life = Given.AReviewedCase().With(Given.Withholding(Given.Doc2, Given.StateSecurity, again: new PassageId(1)) with { Reason = null }, Day, Persons.Reviewer)
            .With(new DraftDecision(DecisionKind.Primary), Day, Persons.Handler).LettersPrepared(Day);
        var reasons = Of(life).Single(check => check.Check == DecisionCheck.GroundsReasoned);
        reasons.State.ShouldBe(CheckState.Wrong);
        reasons.Found.ShouldBe(["passage-1 is geweigerd zonder motivering."]);

        var submitted = life.With(new SubmitDecision(Given.Decision1), Day, Persons.Handler);
        submitted.Try(new ApproveDecision(Given.Decision1), Day, Persons.Approver).ShouldBeRefused("checks-unanswered", "Awb 3:46").Detail.ShouldContain("passage-1");
        submitted.Try(new AnswerChecks(Given.Decision1, [new(DecisionCheck.GroundsReasoned, CheckAnswer.Yes)]), Day, Persons.Handler).ShouldBeInvalid("answers", "remark-missing", "Awb 3:2");
        submitted.With(new AnswerChecks(Given.Decision1, [new(DecisionCheck.GroundsReasoned, CheckAnswer.Yes, "Zie de overwegingen.")]), Day, Persons.Handler)
            .Try(new ApproveDecision(Given.Decision1), Day, Persons.Approver).ShouldGive<DecisionApproved>();

        State(life.With(new WriteMotivation("Veiligheid", "Daarom.", Ground: Given.StateSecurity), Day, Persons.Reviewer), DecisionCheck.GroundsReasoned).ShouldBe(CheckState.Right);
    }

    [Fact]
    public void Confirmation_DatedBeforeTheRequest_IsWrong()
    {
        var life = Given.ADraftDecision().Sent(LetterKind.ReceiptConfirmation, "request", Day);
        State(life, DecisionCheck.ReceiptConfirmation).ShouldBe(CheckState.Right);

        // The day of receipt can't be corrected past a dispatch; a log of another version may hold such a pair all the same.
        var request = life.Case.Request! with { ReceivedOn = Day.AddDays(1) };
        State(life with { Case = life.Case with { Request = request } }, DecisionCheck.ReceiptConfirmation).ShouldBe(CheckState.Wrong);
        State(Given.ADraftDecision(), DecisionCheck.ReceiptConfirmation).ShouldBe(CheckState.NotApplicable);
    }

    [Fact]
    public void Lateness_ALetterFromBeforeTheLastDay_DoesNotSayIt()
    {
        // The last day is 7 March.
        var late = new DateOnly(2022, 3, 8);
        var life = Given.ADraftDecision();
        State(life, DecisionCheck.Lateness).ShouldBe(CheckState.NotApplicable);
        State(life, DecisionCheck.Lateness, late).ShouldBe(CheckState.Wrong);
        State(Edited(life), DecisionCheck.Lateness, late).ShouldBe(CheckState.Open);

        var anew = life.With(new EditLetter(life.DecisionLetter.Id), late, Persons.Handler).LettersPrepared(late);
        State(anew, DecisionCheck.Lateness, late).ShouldBe(CheckState.Right);
    }

    [Fact]
    public void Views_AskedWithoutTheNotice_IsWrong()
    {
        var asked = Given.ADraftDecision().With(new AskView([Given.Doc1], "Zij gaan over u.", new(2022, 2, 28), Name: "Kaspersky"), Day, Persons.Handler)
            .Sent(LetterKind.ThirdPartyViewRequest, "view-1", Day);
        State(asked, DecisionCheck.ViewsNotified).ShouldBe(CheckState.Wrong);

        State(asked.Sent(LetterKind.SuspensionNotice, "views-1", Day), DecisionCheck.ViewsNotified).ShouldBe(CheckState.Right);
    }

    [Fact]
    public void Grounds_OfTheOtherAct_AreWrong() =>
        State(Given.ADraftDecision(), DecisionCheck.GroundsOfAct, new DateOnly(2022, 5, 2)).ShouldBe(CheckState.Wrong);

    [Fact]
    public void SameText_DuplicateJudgedDifferently_IsWrong()
    {
        var life = Given.ADraftDecision().With(new AddDocument("Afschrift van de nota"), Day, Persons.Handler)
            .With(new LinkDocument(new(3), Given.Doc2, DocumentLinkKind.DuplicateOf), Day, Persons.Reviewer);
        State(life, DecisionCheck.SameText).ShouldBe(CheckState.Right);

        Of(life.With(new AssessDocument(new(3), Judgement.Public), Day, Persons.Reviewer)).Single(check => check.Check == DecisionCheck.SameText).Found
            .ShouldBe(["doc-3 is een dubbel van doc-2 en anders beoordeeld."]);
    }

    [Fact]
    public void SameText_ParaphraseOfWhatIsDisclosed_IsWrong()
    {
        var life = Given.ADraftDecision().With(new AssessPassage(Given.Doc1, 1, Treatment.Disclosed), Day, Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurity) with { DerivedFrom = new PassageId(2) }, Day, Persons.Reviewer);

        Of(life).Single(check => check.Check == DecisionCheck.SameText).Found.ShouldBe(["passage-3 is geweigerd en afgeleid van passage-2, die openbaar wordt."]);
    }

    [Fact]
    public void Hearing_RecordedByWhoPrepared_AsksWhoHeard()
    {
        State(OnObjection(Persons.ObjectionHandler), DecisionCheck.HeardByOthers).ShouldBe(CheckState.Right);
        State(OnObjection(Persons.Handler), DecisionCheck.HeardByOthers).ShouldBe(CheckState.Open);
        State(OnObjection(Persons.Handler, "chair"), DecisionCheck.HeardByOthers).ShouldBe(CheckState.Right);
        Of(OnObjection(Persons.Handler)).Single(check => check.Check == DecisionCheck.HeardByOthers).Assumption.ShouldBe("who-hears");
    }

    private static Life OnObjection(Actor recordedBy, params string[] heardBy) => Given.ADispatchedDecision()
        .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), new(2022, 3, 14), Persons.ObjectionHandler)
        .With(new RecordHearing(new(1), Report: "Verslag.", HeardBy: [.. heardBy]), new(2022, 4, 25), recordedBy)
        .With(new DraftDecision(DecisionKind.OnObjection, Supplements: Given.Decision1), new(2022, 4, 28), Persons.ObjectionHandler);

    private static ImmutableArray<CheckResult> Of(Life life, DateOnly? on = null) => DecisionChecks.Of(life.Case, life.Decision, life.Facts, on ?? Day);

    private static CheckState State(Life life, DecisionCheck check, DateOnly? on = null) => Of(life, on).Single(result => result.Check == check).State;

    private static Life Edited(Life life) => life.With(LetterTests.AnEditedLetter, on: Day, by: Persons.OtherHandler)
        .With(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.NextId), on: Day, by: Persons.OtherHandler);
}
