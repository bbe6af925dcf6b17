namespace WobWorkflow.Cases.Tests;

/// <summary>Letters are drafted by the engine; people edit, approve, sign and dispatch them, and terms hang on the dispatch.</summary>
public sealed class LetterTests
{
    internal static readonly AddArtifact AnEditedLetter = new("edited-letter")
    {
        Content = new StoredContent(new string('b', 64), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", 20_000, null, null, null),
    };

    private static readonly DateOnly Day = new(2022, 2, 21);

    [Fact]
    public void AddArtifact_WithoutAFile_IsInvalid() =>
        Given.ADraftDecision().Try(new AddArtifact("advice"), on: Day, by: Persons.Handler).ShouldBeInvalid("file", "file-missing");

    [Fact]
    public void EditLetter_Draft_MakesTheEditorItsDrafter()
    {
        var life = Edited(Given.ADraftDecision(), by: Persons.OtherHandler);

        life.DecisionLetter.State.ShouldBe(LetterState.Edited);
        life.DecisionLetter.DraftedBy.ShouldBe(Persons.OtherHandler.Id);
        life.DecisionLetter.Versions[^1].ShouldBe(life.Case.Artifacts.Last().Id);
    }

    [Fact]
    public void EditLetter_Approved_LosesItsApproval()
    {
        var life = Given.ADraftDecision();
        life = Edited(life.With(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.Approver), by: Persons.Handler);

        life.DecisionLetter.State.ShouldBe(LetterState.Edited);
        life.DecisionLetter.ApprovedBy.ShouldBeNull();
    }

    [Fact]
    public void EditLetter_WhileItsDecisionIsPending_IsRefused()
    {
        var life = Given.ADecisionAwaitingApproval().With(AnEditedLetter, on: Day, by: Persons.Handler);

        life.Try(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.Last().Id), on: Day, by: Persons.Handler).ShouldBeRefused("decision-pending");
    }

    [Fact]
    public void EditLetter_SignedOrWithdrawn_IsRefused()
    {
        var signed = Given.ASignedDecision().With(AnEditedLetter, on: Given.AnnouncedOn, by: Persons.Handler);
        var letter = signed.DecisionLetter.Id;
        // The receipt confirmation is still a draft, so that the step itself decides.
        signed.Try(new EditLetter(letter, signed.Case.Artifacts.Last().Id), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("letter-fixed");

        var returned = Given.ADecisionAwaitingApproval().With(new ReturnDecision(Given.Decision1, "x"), on: Given.AnnouncedOn, by: Persons.Approver)
            .With(AnEditedLetter, on: Given.AnnouncedOn, by: Persons.Handler);
        returned.Try(new EditLetter(letter, returned.Case.Artifacts.Last().Id), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("letter-fixed");
    }

    [Fact]
    public void EditLetter_UnknownOrUnusableArtifact_IsTurnedAway()
    {
        var life = Given.ADraftDecision();
        var pdf = AnEditedLetter with { Content = AnEditedLetter.Content! with { Extension = ".pdf" } };

        life.Try(new EditLetter(new(99), new(1)), on: Day, by: Persons.Handler).ShouldBeUnknown("letter-not-found");
        life.Try(new EditLetter(life.DecisionLetter.Id, new(99)), on: Day, by: Persons.Handler).ShouldBeUnknown("artifact-not-found");
        life.Try(new EditLetter(life.DecisionLetter.Id, life.DecisionLetter.Versions[0]), on: Day, by: Persons.Handler).ShouldBeUnknown("artifact-not-found");
        life.With(pdf, on: Day, by: Persons.Handler)
            .Try(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.NextId), on: Day, by: Persons.Handler).ShouldBeInvalid("artifactId", "not-a-docx");
    }

    [Fact]
    public void ApproveLetter_ByWhoWroteIt_IsForbidden()
    {
        var life = Edited(Given.ADraftDecision(), by: Persons.OtherHandler);

        life.Try(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.OtherHandler.WithEveryRole()).ShouldBeForbidden("approver-is-drafter");
        life.With(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.Approver).DecisionLetter.ApprovedBy.ShouldBe(Persons.Approver.Id);
    }

    [Fact]
    public void ApproveLetter_ByWhoDraftedTheDecision_IsForbidden()
    {
        var life = Given.ADraftDecision();

        life.Try(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.Handler.WithEveryRole()).ShouldBeForbidden("approver-is-drafter");
    }

    [Fact]
    public void ApproveLetter_NotADraft_IsRefusedOrUnknown()
    {
        var life = Given.ADraftDecision();
        var approved = life.With(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.Approver);

        approved.Try(new ApproveLetter(life.DecisionLetter.Id), on: Day, by: Persons.Approver).ShouldBeRefused("letter-not-a-draft");
        life.Try(new ApproveLetter(new(99)), on: Day, by: Persons.Approver).ShouldBeUnknown("letter-not-found");
        Given.ARegisteredCase().Try(new ApproveLetter(new(1)), on: Given.ReceivedOn, by: Persons.Approver).ShouldBeRefused("no-draft-letter");
    }

    [Fact]
    public void SignLetter_ThatTheEngineDrafted_IsForAHandler()
    {
        var life = Given.ACaseWithAskedConsultation();
        var letter = life.Letter(LetterKind.ConsultationRequest, "consultation-1");

        var signed = life.With(new SignLetter(letter.Id), on: new(2022, 1, 18), by: Persons.Handler, effectiveOn: new(2022, 1, 17)).Case.Letters[letter.Id]!;

        signed.State.ShouldBe(LetterState.Signed);
        signed.SignedBy.ShouldBe(Persons.Handler.Id);
        signed.SignedOn.ShouldBe(new DateOnly(2022, 1, 17));
    }

    [Fact]
    public void SignLetter_ByWhoEditedIt_IsForbidden()
    {
        var life = Given.ACaseWithAskedConsultation().With(AnEditedLetter, on: new(2022, 1, 18), by: Persons.Handler);
        var letter = life.Letter(LetterKind.ConsultationRequest, "consultation-1").Id;
        life = life.With(new EditLetter(letter, life.Case.Artifacts.Last().Id), on: new(2022, 1, 18), by: Persons.Handler);

        life.Try(new SignLetter(letter), on: new(2022, 1, 18), by: Persons.Handler).ShouldBeForbidden("signatory-is-drafter", "Awb 10:3");
        life.Try(new SignLetter(letter), on: new(2022, 1, 18), by: Persons.OtherHandler).ShouldGive<LetterSigned>();
    }

    [Fact]
    public void SignLetter_OfADecision_IsForASignatoryWhoDidNotDraftIt()
    {
        var life = Given.ADecisionTaken();
        var letter = life.DecisionLetter.Id;

        life.Try(new SignLetter(letter), on: Given.AnnouncedOn, by: Persons.OtherHandler).ShouldBeForbidden("role-not-allowed", "Awb 10:3");
        life.Try(new SignLetter(letter), on: Given.AnnouncedOn, by: Persons.Handler.WithEveryRole()).ShouldBeForbidden("signatory-is-drafter", "Awb 10:3");
        life.Try(new SignLetter(letter), on: Given.AnnouncedOn, by: Persons.Signatory).ShouldGive<LetterSigned>();
    }

    [Fact]
    public void SignLetter_OfADecisionThatIsNotTaken_IsRefused()
    {
        var life = Given.AnApprovedDecision();

        life.Try(new SignLetter(life.DecisionLetter.Id), on: Given.AnnouncedOn, by: Persons.Signatory).ShouldBeRefused("decision-not-taken", "Awb 10:3");
    }

    [Fact]
    public void SignLetter_OfADecisionDatedBeforeItWasTaken_IsInvalid()
    {
        var life = Given.ADecisionTaken();

        life.Try(new SignLetter(life.DecisionLetter.Id), on: Given.AnnouncedOn, by: Persons.Signatory, effectiveOn: new(2022, 3, 2))
            .ShouldBeInvalid("effectiveOn", "before-decision", "Awb 10:3");
    }

    [Fact]
    public void SignLetter_SignedVersion_IsKeptWithTheLetter()
    {
        var life = Given.ADecisionTaken().With(AnEditedLetter with { Kind = "signed-decision" }, on: Given.AnnouncedOn, by: Persons.Signatory);
        var version = life.Case.Artifacts.Last().Id;

        life.Try(new SignLetter(life.DecisionLetter.Id, new ArtifactId(99)), on: Given.AnnouncedOn, by: Persons.Signatory).ShouldBeUnknown("artifact-not-found", "Awb 10:3");
        life.With(new SignLetter(life.DecisionLetter.Id, version), on: Given.AnnouncedOn, by: Persons.Signatory).DecisionLetter.Versions[^1].ShouldBe(version);
    }

    [Fact]
    public void SignLetter_NothingToSign_IsRefusedOrUnknown()
    {
        var life = Given.ASignedDecision();

        life.Try(new SignLetter(life.DecisionLetter.Id), on: Given.AnnouncedOn, by: Persons.Signatory).ShouldBeRefused("letter-fixed", "Awb 10:3");
        life.Try(new SignLetter(new(99)), on: Given.AnnouncedOn, by: Persons.Signatory).ShouldBeUnknown("letter-not-found", "Awb 10:3");
        Given.ARegisteredCase().Try(new SignLetter(new(1)), on: Given.ReceivedOn, by: Persons.Handler).ShouldBeRefused("no-draft-letter", "Awb 10:3");
    }

    [Fact]
    public void RecordDispatch_Decision_MeetsTheTermAndStartsThatForObjection()
    {
        var life = Given.ADispatchedDecision();

        life.Decision.State.ShouldBe(DecisionState.Dispatched);
        life.Decision.DispatchedOn.ShouldBe(Given.AnnouncedOn);
        life.Term("decision", today: new(2022, 3, 5)).State.ShouldBe(TermState.Met);
        // Six weeks end on Good Friday; the first day that is neither weekend nor holiday is the Tuesday after Easter.
        life.Term("objection:decision-1", today: new(2022, 3, 5)).Nominal.ShouldBe(new DateOnly(2022, 4, 15));
        life.Term("objection:decision-1", today: new(2022, 3, 5)).Due.ShouldBe(new DateOnly(2022, 4, 19));
        Phases.Of(life.Case).ShouldBe(Phase.Remedies);
    }

    [Fact]
    public void RecordDispatch_SomeDaysLater_StartsOnItsDateOfEffect()
    {
        var life = Given.ASignedDecision();
        life = life.With(new RecordDispatch(life.DecisionLetter.Id, Channel.Post), on: new(2022, 3, 9), by: Persons.Handler, effectiveOn: Given.AnnouncedOn);

        life.DecisionLetter.DispatchedOn.ShouldBe(Given.AnnouncedOn);
        life.DecisionLetter.Channel.ShouldBe(Channel.Post);
        life.Term("objection:decision-1", today: new(2022, 3, 9)).StartedOn.ShouldBe(Given.AnnouncedOn);
    }

    [Fact]
    public void RecordDispatch_BeforeTheSignature_IsInvalid()
    {
        var life = Given.ASignedDecision();

        life.Try(new RecordDispatch(life.DecisionLetter.Id, Channel.Post), on: Given.AnnouncedOn, by: Persons.Handler, effectiveOn: new(2022, 3, 2))
            .ShouldBeInvalid("effectiveOn", "before-signature", "Awb 3:41");
    }

    [Fact]
    public void RecordDispatch_Spoken_IsInvalid()
    {
        var life = Given.ASignedDecision();

        life.Try(new RecordDispatch(life.DecisionLetter.Id, Channel.Oral), on: Given.AnnouncedOn, by: Persons.Handler)
            .ShouldBeInvalid("channel", "channel-not-possible", "Awb 3:41");
    }

    [Fact]
    public void RecordDispatch_NotSignedOrGone_IsRefusedOrUnknown()
    {
        var taken = Given.ADecisionTaken();
        taken.Try(new RecordDispatch(taken.DecisionLetter.Id, Channel.Post), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("no-signed-letter", "Awb 3:41");

        var signed = Given.ASignedDecision();
        signed.Try(new RecordDispatch(signed.Letter(LetterKind.ReceiptConfirmation, "request").Id, Channel.Post), on: Given.AnnouncedOn, by: Persons.Handler)
            .ShouldBeRefused("letter-not-signed", "Awb 3:41");
        signed.Try(new RecordDispatch(new(99), Channel.Post), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeUnknown("letter-not-found", "Awb 3:41");
    }

    [Fact]
    public void OwedLetters_NewCase_IsTheReceiptConfirmationAlone() =>
        OwedLetters.Of(Given.AQualifiedCase().Case).ShouldHaveSingleItem().DutyKey.ShouldBe("letter:receipt-confirmation:request");

    [Fact]
    public void OwedLetters_EveryState_IsEmptyOnceTheyAreDrafted()
    {
        foreach (var life in new[] { Given.ACaseWithAskedClarification(), Given.ACaseWithAskedConsultation(), Given.AnExtensionNotYetNotified(), Given.ADraftDecision() })
            OwedLetters.Of(life.Case).ShouldBeEmpty();
    }

    private static Life Edited(Life life, Actor by) =>
        life.With(AnEditedLetter, on: Day, by: by).With(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.NextId), on: Day, by: by);
}
