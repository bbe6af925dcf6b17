namespace WobWorkflow.Cases.Tests;

/// <summary>From draft to taken. Who may do what, what must be done first, and what a return undoes.</summary>
public sealed class DecisionTests
{
    private static readonly DraftDecision Primary = new(DecisionKind.Primary);

    [Fact]
    public void DraftDecision_QualifiedCase_OwesALetter()
    {
        var life = Given.AReviewedCase().With(Primary, on: new(2022, 2, 21), by: Persons.Handler);

        life.Decision.State.ShouldBe(DecisionState.Draft);
        life.Decision.DraftedBy.ShouldBe(Persons.Handler.Id);
        OwedLetters.Of(life.Case).ShouldHaveSingleItem().Kind.ShouldBe(LetterKind.Decision);
        Phases.Of(life.Case).ShouldBe(Phase.Decision);
    }

    [Fact]
    public void DraftDecision_NotQualified_IsRefused() =>
        Given.ARegisteredCase().Try(Primary, on: new(2022, 2, 21), by: Persons.Handler).ShouldBeRefused("not-qualified", "Wob 5");

    [Fact]
    public void DraftDecision_WhileOneIsOpen_IsRefused()
    {
        foreach (var life in new[] { Given.ADraftDecision(), Given.ADecisionAwaitingApproval(), Given.AnApprovedDecision() })
            life.Try(Primary, on: new(2022, 2, 25), by: Persons.Handler).ShouldBeRefused("decision-open", "Wob 5");
    }

    [Theory]
    [InlineData(DecisionKind.Primary)]
    [InlineData(DecisionKind.Partial)]
    [InlineData(DecisionKind.NotTreated)]
    public void DraftDecision_FirstKindAfterThePrimaryOne_IsRefused(DecisionKind kind)
    {
        Given.ADispatchedDecision().Try(new DraftDecision(kind, Part: "deel 2"), on: new(2022, 3, 7), by: Persons.Handler).ShouldBeRefused("already-decided", "Wob 5");
        Given.ADecisionTaken().Try(new DraftDecision(kind, Part: "deel 2"), on: new(2022, 3, 4), by: Persons.Handler).ShouldBeRefused("already-decided", "Wob 5");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void DraftDecision_PartialWithoutAPart_IsInvalid(string? part) =>
        Given.AReviewedCase().Try(new DraftDecision(DecisionKind.Partial, Part: part), on: new(2022, 2, 21), by: Persons.Handler)
            .ShouldBeInvalid("part", "part-missing", "Wob 5");

    [Fact]
    public void DraftDecision_PrimaryAfterAPartialOne_IsTaken()
    {
        var partial = Given.AReviewedCase().With(new DraftDecision(DecisionKind.Partial, Part: "de nota's"), on: new(2022, 2, 21), by: Persons.Handler)
            .Decided(Given.Decision1, on: new(2022, 2, 22));

        partial.Try(Primary, on: new(2022, 2, 23), by: Persons.Handler).ShouldGive<DecisionDrafted>();
        partial.Term("decision", today: new(2022, 2, 23)).State.ShouldBe(TermState.Running);
    }

    [Theory]
    [InlineData(DecisionKind.OnObjection)]
    [InlineData(DecisionKind.Supplementary)]
    [InlineData(DecisionKind.NewAfterAnnulment)]
    [InlineData(DecisionKind.Repair)]
    [InlineData(DecisionKind.Amending)]
    public void DraftDecision_LaterKind_BuildsOnAnAnnouncedDecision(DecisionKind kind)
    {
        var life = Given.ADispatchedDecision();

        life.Try(new DraftDecision(kind), on: new(2022, 3, 7), by: Persons.Handler).ShouldBeInvalid("supplements", "decision-missing", "Wob 5");
        life.Try(new DraftDecision(kind, Supplements: Given.Decision2), on: new(2022, 3, 7), by: Persons.Handler).ShouldBeUnknown("decision-not-found", "Wob 5");
        life.Try(new DraftDecision(kind, Supplements: Given.Decision1), on: new(2022, 3, 7), by: Persons.ObjectionHandler).ShouldGive<DecisionDrafted>();
        Given.ASignedDecision().Try(new DraftDecision(kind, Supplements: Given.Decision1), on: new(2022, 3, 4), by: Persons.Handler)
            .ShouldBeUnknown("decision-not-found", "Wob 5");
    }

    [Fact]
    public void DraftDecision_AnswersARulingThatIsNotHere_IsUnknown() =>
        Given.ADispatchedDecision()
            .Try(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), on: new(2022, 3, 21), by: Persons.Handler)
            .ShouldBeUnknown("ruling-not-found", "Wob 5");

    [Fact]
    public void SubmitDecision_EverythingIsThere_AwaitsApproval() => Given.ADecisionAwaitingApproval().Decision.State.ShouldBe(DecisionState.Approval);

    [Fact]
    public void SubmitDecision_DocumentUnassessed_IsRefused()
    {
        var life = Given.AnExtendedCase().With(new AssessDocument(Given.Doc1, Judgement.Public), on: new(2022, 2, 14), by: Persons.Reviewer)
            .With(Primary, on: new(2022, 2, 21), by: Persons.Handler).LettersPrepared(new(2022, 2, 21));

        life.Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 22), by: Persons.Handler).ShouldBeRefused("documents-unassessed", "Wob 10").Detail.ShouldContain("doc-2");
        life.With(new DropDocument(Given.Doc2, "Buiten het verzoek."), on: new(2022, 2, 22), by: Persons.Handler).LettersPrepared(new(2022, 2, 22))
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 22), by: Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Fact]
    public void SubmitDecision_NoSearchRecorded_IsRefused()
    {
        var life = Given.AQualifiedCase().With(Primary, on: new(2022, 2, 1), by: Persons.Handler).LettersPrepared(new(2022, 2, 1));

        life.Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 1), by: Persons.Handler).ShouldBeRefused("no-search-recorded", "Wob 3");
        life.With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 0), on: new(2022, 2, 1), by: Persons.Handler).LettersPrepared(new(2022, 2, 1))
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 1), by: Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Fact]
    public void SubmitDecision_NotTreated_NeedsNeitherSearchNorAssessment() =>
        Given.AQualifiedCase().With(new AddDocument("Stuk"), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new DraftDecision(DecisionKind.NotTreated), on: new(2022, 1, 17), by: Persons.Handler).LettersPrepared(new(2022, 1, 17))
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 1, 17), by: Persons.Handler).ShouldGive<DecisionSubmitted>();

    [Fact]
    public void SubmitDecision_ConsultationOpen_IsRefused() =>
        Given.ADraftDecision().With(new Consult(new Agency("MIVD"), [Given.Doc1], "?", AnswerBy: new(2022, 3, 1)), on: new(2022, 2, 21), by: Persons.Handler)
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 22), by: Persons.Handler).ShouldBeRefused("consultation-open").Detail.ShouldContain("consultation-2");

    [Fact]
    public void SubmitDecision_LetterNotDraftedYet_IsRefused() =>
        Given.AReviewedCase().With(Primary, on: new(2022, 2, 21), by: Persons.Handler)
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 21), by: Persons.Handler).ShouldBeRefused("letter-not-ready");

    [Fact]
    public void SubmitDecision_NotADraft_IsRefusedOrUnknown()
    {
        Given.ADecisionAwaitingApproval().Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 22), by: Persons.Handler).ShouldBeRefused("no-draft");
        Given.ADraftAnswerToARuling().Try(new SubmitDecision(Given.Decision1), on: new(2022, 3, 22), by: Persons.Handler).ShouldBeRefused("not-a-draft");
        Given.ADraftDecision().Try(new SubmitDecision(Given.Decision2), on: new(2022, 2, 22), by: Persons.Handler).ShouldBeUnknown("decision-not-found");
    }

    [Fact]
    public void SubmitDecision_AfterTheTransition_RefusesGroundsOfTheWob() =>
        Given.ADraftDecision().Try(new SubmitDecision(Given.Decision1), on: new(2022, 5, 2), by: Persons.Handler).ShouldBeRefused("ground-of-other-act", "Woo 10.1");

    [Fact]
    public void TakeDecision_AfterTheTransition_RefusesGroundsOfTheWobUntilTheyAreReassessed()
    {
        var life = Given.AnApprovedDecision();

        life.Try(new TakeDecision(Given.Decision1), on: new(2022, 4, 30), by: Persons.Signatory).ShouldGive<DecisionTaken>();
        life.Try(new TakeDecision(Given.Decision1), on: new(2022, 5, 1), by: Persons.Signatory).ShouldBeRefused("ground-of-other-act", "Woo 10.1");

        life.With(new ReturnDecision(Given.Decision1, "Woo."), on: new(2022, 5, 2), by: Persons.Signatory)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurityOfTheWoo, again: new(1)), on: new(2022, 5, 2), by: Persons.Reviewer)
            .Decided(Given.Decision1, on: new(2022, 5, 3))
            .Decision.RegimeOn(new(2022, 5, 3)).ShouldBe(Regime.Woo);
    }

    [Fact]
    public void Regime_TakenDecision_IsThatOfItsOwnDateForGood() => Given.ADecisionTaken().Decision.RegimeOn(new(2024, 1, 1)).ShouldBe(Regime.Wob);

    [Fact]
    public void ApproveDecision_ByAnother_IsApproved()
    {
        var decision = Given.AnApprovedDecision().Decision;

        decision.State.ShouldBe(DecisionState.Approved);
        decision.Approvals.ShouldBe([new Approval(Persons.Approver.Id, new(2022, 2, 24))]);
    }

    [Fact]
    public void ApproveDecision_ByItsDrafter_IsForbidden() =>
        Given.ADecisionAwaitingApproval().Try(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.Handler.WithEveryRole())
            .ShouldBeForbidden("approver-is-drafter", "Awb 10:3");

    [Fact]
    public void ApproveDecision_ByTheEditorOfItsLetter_IsForbidden() =>
        SubmittedWithALetterEditedByAnother().Try(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.OtherHandler.WithEveryRole())
            .ShouldBeForbidden("approver-is-drafter", "Awb 10:3");

    [Fact]
    public void ApproveDecision_WhatIsNotSubmitted_IsRefusedOrUnknown()
    {
        Given.ADraftDecision().Try(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.Approver).ShouldBeRefused("nothing-submitted", "Awb 10:3");
        Given.AnApprovedDecision().Try(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.Approver).ShouldBeRefused("nothing-submitted", "Awb 10:3");
        Given.ADecisionAwaitingApproval().Try(new ApproveDecision(Given.Decision2), on: new(2022, 2, 24), by: Persons.Approver)
            .ShouldBeUnknown("decision-not-found", "Awb 10:3");
        Given.ADraftAnswerToARuling().With(new SubmitDecision(Given.Decision2), on: new(2022, 3, 22), by: Persons.Handler)
            .Try(new ApproveDecision(Given.Decision1), on: new(2022, 3, 22), by: Persons.Approver).ShouldBeRefused("not-submitted", "Awb 10:3");
    }

    [Fact]
    public void TakeDecision_Approved_IsTakenOnItsDateOfEffect()
    {
        var life = Given.AnApprovedDecision().With(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.Signatory, effectiveOn: new(2022, 3, 2));

        life.Decision.TakenOn.ShouldBe(new DateOnly(2022, 3, 2));
        life.Decision.TakenBy.ShouldBe(Persons.Signatory.Id);
        life.Term("decision", today: new(2022, 3, 3)).MetOn.ShouldBeNull();
    }

    [Fact]
    public void TakeDecision_ByItsDrafterOrTheEditorOfItsLetter_IsForbidden()
    {
        Given.AnApprovedDecision().Try(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.Handler.WithEveryRole())
            .ShouldBeForbidden("signatory-is-drafter", "Awb 10:3");
        SubmittedWithALetterEditedByAnother().With(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.Approver)
            .Try(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.OtherHandler.WithEveryRole())
            .ShouldBeForbidden("signatory-is-drafter", "Awb 10:3");
    }

    [Fact]
    public void TakeDecision_BeforeItsApproval_IsInvalid() =>
        Given.AnApprovedDecision().Try(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.Signatory, effectiveOn: new(2022, 2, 23))
            .ShouldBeInvalid("effectiveOn", "before-approval", "Awb 1:3");

    [Fact]
    public void TakeDecision_NotApproved_IsRefusedOrUnknown()
    {
        Given.ADecisionAwaitingApproval().Try(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.Signatory).ShouldBeRefused("nothing-approved", "Awb 1:3");
        Given.AnApprovedDecision().Try(new TakeDecision(Given.Decision2), on: new(2022, 3, 3), by: Persons.Signatory).ShouldBeUnknown("decision-not-found", "Awb 1:3");
        Given.ADraftAnswerToARuling().With(new SubmitDecision(Given.Decision2), on: new(2022, 3, 22), by: Persons.Handler)
            .With(new ApproveDecision(Given.Decision2), on: new(2022, 3, 22), by: Persons.Approver)
            .Try(new TakeDecision(Given.Decision1), on: new(2022, 3, 22), by: Persons.Signatory).ShouldBeRefused("not-approved", "Awb 1:3");
    }

    [Fact]
    public void TakeDecision_OnObjection_IsNotForWhoTookTheContestedOne()
    {
        var life = Given.ADispatchedDecision()
            .With(new DraftDecision(DecisionKind.OnObjection, Supplements: Given.Decision1), on: new(2022, 3, 28), by: Persons.ObjectionHandler)
            .LettersPrepared(new(2022, 3, 28))
            .With(new SubmitDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.ObjectionHandler)
            .With(new ApproveDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.Approver);

        life.Try(new TakeDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.Signatory).ShouldBeForbidden("took-contested-decision", "Awb 10:3(3)");
        life.Try(new TakeDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.Signatory with { Id = "director" }).ShouldGive<DecisionTaken>();
    }

    [Fact]
    public void ReturnDecision_Approved_WithdrawsTheLetterAndBringsANewRevision()
    {
        var before = Given.AnApprovedDecision();
        var returned = before.With(new ReturnDecision(Given.Decision1, "De motivering is te mager."), on: new(2022, 2, 25), by: Persons.Signatory);

        returned.Decision.State.ShouldBe(DecisionState.Draft);
        returned.Decision.Revision.ShouldBe(2);
        returned.Decision.Approvals.ShouldBeEmpty();
        returned.Case.Letters[before.DecisionLetter.Id]!.State.ShouldBe(LetterState.Withdrawn);
        OwedLetters.Of(returned.Case).ShouldHaveSingleItem().DutyKey.ShouldBe("letter:decision:decision-1:2");

        var again = returned.LettersPrepared(new(2022, 2, 25));
        again.DecisionLetter.Id.ShouldNotBe(before.DecisionLetter.Id);
        OwedLetters.Of(again.Case).ShouldBeEmpty();
    }

    [Fact]
    public void ReturnDecision_BeforeTheNewLetter_CanNotBeSubmittedOnTheOldOne() =>
        Given.ADecisionAwaitingApproval().With(new ReturnDecision(Given.Decision1, "x"), on: new(2022, 2, 23), by: Persons.Approver)
            .Try(new SubmitDecision(Given.Decision1), on: new(2022, 2, 23), by: Persons.Handler).ShouldBeRefused("letter-not-ready");

    [Fact]
    public void ReturnDecision_NotSubmittedOrTaken_IsRefused()
    {
        Given.ADraftDecision().Try(new ReturnDecision(Given.Decision1, "x"), on: new(2022, 3, 4), by: Persons.Approver).ShouldBeRefused("nothing-submitted");
        Given.ADecisionTaken().Try(new ReturnDecision(Given.Decision1, "x"), on: new(2022, 3, 4), by: Persons.Signatory).ShouldBeRefused("nothing-submitted");
        Given.ADecisionAwaitingApproval().Try(new ReturnDecision(Given.Decision2, "x"), on: new(2022, 3, 4), by: Persons.Approver).ShouldBeUnknown("decision-not-found");
        Given.ADraftAnswerToARuling().With(new SubmitDecision(Given.Decision2), on: new(2022, 3, 22), by: Persons.Handler)
            .Try(new ReturnDecision(Given.Decision1, "x"), on: new(2022, 3, 22), by: Persons.Approver).ShouldBeRefused("not-submitted");
    }

    private static Life SubmittedWithALetterEditedByAnother()
    {
        var life = Given.ADraftDecision();
        return life.With(LetterTests.AnEditedLetter, on: new(2022, 2, 21), by: Persons.OtherHandler)
            .With(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.NextId), on: new(2022, 2, 21), by: Persons.OtherHandler)
            .With(new SubmitDecision(Given.Decision1, DecisionChecksTests.EverythingIsRight), on: new(2022, 2, 22), by: Persons.Handler);
    }
}
