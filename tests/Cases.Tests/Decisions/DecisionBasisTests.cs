namespace WobWorkflow.Cases.Tests;

/// <summary>No decision goes on with a letter that tells what isn't so any more.</summary>
public sealed class DecisionBasisTests
{
    private static readonly DateOnly Day = new(2022, 2, 21);

    /// <summary>What changes in a case, each of which the letter of a decision tells.</summary>
    private static readonly Dictionary<string, Func<Life, Life>> Told = new(StringComparer.Ordinal)
    {
        ["an assessment"] = life => life.With(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Given.StateSecurity], "Reden."), Day, Persons.Reviewer),
        ["a passage"] = life => life.With(Given.Withholding(Given.Doc2, Ground.Parse("10.2.e"), page: 2), Day, Persons.Reviewer),
        ["a motivation"] = life => life.With(new WriteMotivation("Veiligheid", "Daarom.", Ground: Given.StateSecurity), Day, Persons.Reviewer),
        ["a document"] = life => life.With(new AddDocument("Nagekomen nota"), Day, Persons.Handler),
        ["a dropped document"] = life => life.With(new DropDocument(Given.Doc2, "Buiten het verzoek."), Day, Persons.Handler),
        ["a title"] = life => life.With(new DescribeDocument(Given.Doc1, Title: "Analyse"), Day, Persons.Handler),
        ["a search"] = life => life.With(new RecordSearch(SearchChannel.Signal, "Telefoons", "antivirus", 0), Day, Persons.Handler),
        ["the day of receipt"] = life => life.With(new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 7), "Stempel."), Day, Persons.Handler),
        ["a dispatch that the course tells"] = life => life.Sent(LetterKind.ReceiptConfirmation, "request", Day),
        ["a view"] = life => life.With(new AskView([Given.Doc1], "Zij gaan over u.", new(2022, 3, 7), Name: "Kaspersky"), Day, Persons.Handler).Sent(LetterKind.ThirdPartyViewRequest, "view-1", Day)
            .With(new RecordView(new(1), ViewDrift.Objects, "Liever niet."), Day, Persons.Handler),
        ["a consultation that went out"] = life => life.With(new Consult(new Agency("MIVD"), [Given.Doc1], "Kan dit?", new(2022, 3, 7)), Day, Persons.Handler)
            .Sent(LetterKind.ConsultationRequest, "consultation-2", Day),
        ["a progress letter that went out"] = life => life.With(new InformRequester("De beoordeling."), Day, Persons.Handler).Sent(LetterKind.ProgressLetter, "progress-1", Day),
        ["a third party that was asked"] = life => life.With(new AskView([Given.Doc1], "Zij gaan over u.", new(2022, 3, 7), Name: "Kaspersky"), Day, Persons.Handler).Sent(LetterKind.ThirdPartyViewRequest, "view-1", Day),
        ["a notice of default"] = life => life.With(new RecordNoticeOfDefault(), Day, Persons.Handler),
        ["the same request at another body"] = life => life.With(new LinkCase(LinkedCaseState.Treated, Agency: new Agency("BZK"), Reference: "BZK-1", SameRequest: true), Day, Persons.Handler),
        ["a ruling"] = life => Engine.Record(life, Given.AnAnnulment(), Life.TenOClock(Day)),
    };

    /// <summary>What changes in a case and stands in no decision letter.</summary>
    private static readonly Dictionary<string, Func<Life, Life>> Untold = new(StringComparer.Ordinal)
    {
        ["the handler"] = life => life.With(new Assign(Persons.OtherHandler.Id), Day, Persons.Coordinator),
        ["a contact"] = life => life.With(new RecordContact(Channel.Email, "Over de termijn."), Day, Persons.Handler),
        ["an artifact"] = life => life.With(LetterTests.AnEditedLetter, Day, Persons.Handler),
        ["a question to a unit"] = life => life.With(new AskUnit("Beheer", "Ligt er nog iets?", new(2022, 3, 7)), Day, Persons.Handler),
        ["an approved letter"] = life => life.With(new ApproveLetter(life.DecisionLetter.Id), Day, Persons.Approver),
        ["another's request at another body"] = life => life.With(new LinkCase(LinkedCaseState.Treated, Agency: new Agency("BZK"), Reference: "BZK-1"), Day, Persons.Handler),
        ["a reminder"] = life => Engine.Perform(life, Life.TenOClock(Day), duty => duty is Remind or DeliverReminder),
    };

    public static TheoryData<string> WhatIsTold { get; } = [.. Told.Keys];

    public static TheoryData<string> WhatIsUntold { get; } = [.. Untold.Keys];

    [Theory]
    [MemberData(nameof(WhatIsTold))]
    public void Draft_WhenSomethingItTellsChanges_IsDraftedAnewAndNothingIsSubmittedBefore(string what)
    {
        var before = Given.ADraftDecision();
        var changed = Told[what](before);

        DecisionBasis.IsOutdated(changed.Case, changed.Decision, Day).ShouldBeTrue();
        DecisionBasis.WhyNot(changed.Case, changed.Decision, Day)!.Code.ShouldBe("letter-not-ready");
        changed.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldBeOfType<Refused>();

        var drafted = changed.LettersPrepared(Day);
        drafted.DecisionLetter.Id.ShouldNotBe(before.DecisionLetter.Id);
        drafted.Case.Letters[before.DecisionLetter.Id]!.State.ShouldBe(LetterState.Withdrawn);
        DecisionBasis.WhyNot(drafted.Case, drafted.Decision, Day).ShouldBeNull();
        OwedLetters.Of(drafted.Case, Day).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(WhatIsUntold))]
    public void Draft_WhenSomethingElseChanges_Stands(string what)
    {
        var life = Untold[what](Given.ADraftDecision());

        life.Case.Basis.ShouldBe(Given.ADraftDecision().Case.Basis);
        OwedLetters.Of(life.Case, Day).ShouldNotContain(owed => owed.Kind == LetterKind.Decision);
        life.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Theory]
    [MemberData(nameof(WhatIsTold))]
    public void Edited_WhenSomethingItTellsChanges_IsNotDraftedOverAndIsRefused(string what)
    {
        var life = Told[what](Edited(Given.ADraftDecision()));

        life.LettersPrepared(Day).DecisionLetter.ShouldBe(life.DecisionLetter);
        DecisionBasis.IsOutdated(life.Case, life.Decision, Day).ShouldBeTrue();
        DecisionBasis.WhyNot(life.Case, life.Decision, Day)!.Code.ShouldBe("letter-outdated");
    }

    [Fact]
    public void Edited_Outdated_CanBeSubmittedOnceItIsEditedAgain()
    {
        var life = Outdated();
        life.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldBeRefused("letter-outdated");

        Edited(life).Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Fact]
    public void Edited_Outdated_CanBeSetAsideForANewDraft()
    {
        var life = Outdated();
        var aside = life.With(new EditLetter(life.DecisionLetter.Id), Day, Persons.Handler);
        aside.Case.Letters[life.DecisionLetter.Id]!.State.ShouldBe(LetterState.Withdrawn);

        var drafted = aside.LettersPrepared(Day);
        drafted.DecisionLetter.IsWrittenByEngine.ShouldBeTrue();
        drafted.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Fact]
    public void SetAside_EachTime_BringsADutyOfItsOwn()
    {
        var life = Edited(Given.ADraftDecision());
        var first = life.With(new EditLetter(life.DecisionLetter.Id), Day, Persons.Handler);
        var again = Edited(first.LettersPrepared(Day));
        var second = again.With(new EditLetter(again.DecisionLetter.Id), Day, Persons.Handler);

        KeyOf(first).ShouldNotBe(KeyOf(second));
    }

    [Fact]
    public void SetAside_AnotherKindOfLetter_IsInvalid()
    {
        var life = Given.ADraftDecision();

        life.Try(new EditLetter(life.DecisionLetter.Id), Day, Persons.Handler).ShouldGive<LetterSetAside>();
        life.Try(new EditLetter(life.Letter(LetterKind.ReceiptConfirmation, "request").Id), Day, Persons.Handler).ShouldBeInvalid("artifactId", "artifact-missing");
    }

    [Fact]
    public void Returned_AndAssessedAnew_IsDraftedOnWhatIsNew()
    {
        var life = Given.ADecisionAwaitingApproval().With(new ReturnDecision(Given.Decision1, "Te mager."), Day, Persons.Approver).LettersPrepared(Day);
        life = life.With(new WriteMotivation("Veiligheid", "Daarom.", Ground: Given.StateSecurity), Day, Persons.Reviewer);
        life.Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldBeRefused("letter-not-ready");

        life.LettersPrepared(Day).Try(new SubmitDecision(Given.Decision1), Day, Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    [Fact]
    public void Submitted_WhenAFactIsCorrected_IsNeitherApprovedNorTaken()
    {
        var receipt = new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 7), "Stempel.");

        Given.ADecisionAwaitingApproval().With(receipt, new(2022, 2, 24), Persons.Handler)
            .Try(new ApproveDecision(Given.Decision1), new(2022, 2, 24), Persons.Approver).ShouldBeRefused("letter-outdated", "Awb 10:3");
        Given.AnApprovedDecision().With(receipt, new(2022, 2, 24), Persons.Handler)
            .Try(new TakeDecision(Given.Decision1), new(2022, 3, 3), Persons.Signatory).ShouldBeRefused("letter-outdated", "Awb 1:3");
    }

    [Fact]
    public void Draft_WhenTheActChanges_IsDraftedAnewOnThatDay()
    {
        var life = Given.ADraftDecision();
        var eve = new DateOnly(2022, 4, 30);
        OwedLetters.Of(life.Case, eve).ShouldBeEmpty();
        life.Agenda(Life.TenOClock(eve)).Next!.Value.ShouldBeLessThanOrEqualTo(LocalTime.StartOf(Regimes.WooInForce));

        OwedLetters.Of(life.Case, Regimes.WooInForce).ShouldHaveSingleItem().Replaces.ShouldBe(life.DecisionLetter.Id);
        DecisionBasis.WhyNot(life.Case, life.Decision, Regimes.WooInForce)!.ShouldBeRefused("letter-outdated", "Woo 10.1");
        life.LettersPrepared(Regimes.WooInForce).DecisionLetter.Act.ShouldBe(Regime.Woo);
    }

    private static Life Outdated() =>
        Edited(Given.ADraftDecision()).With(new WriteMotivation("Veiligheid", "Daarom.", Ground: Given.StateSecurity), Day, Persons.Reviewer);

    private static Life Edited(Life life) => life.With(LetterTests.AnEditedLetter, on: Day, by: Persons.OtherHandler)
        .With(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.NextId), on: Day, by: Persons.OtherHandler);

    private static string KeyOf(Life life) => OwedLetters.Of(life.Case, Day).ShouldHaveSingleItem().DutyKey;
}
