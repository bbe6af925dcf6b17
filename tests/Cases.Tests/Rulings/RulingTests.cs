namespace WobWorkflow.Cases.Tests;

/// <summary>A ruling is registered, reaches its cases, makes a decision owed, and is closed when that is announced.</summary>
public sealed class RulingTests
{
    private static readonly DateOnly Day = new(2022, 3, 15);

    private static readonly RegisterRuling TwoCases = new(
        "RVS", RulingKind.Final, SentOn: new(2022, 3, 14), PronouncedOn: new(2022, 3, 9),
        Rows:
        [
            new RulingRowPayload("202003618/1/A3", "case-1", Given.Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], TermDays: 42),
            new RulingRowPayload("202003716/1/A3", "case-2", Given.Decision1, [Dictum.Unfounded]),
        ],
        Instructions: ["Motiveer per zelfstandig onderdeel."]);

    [Fact]
    public void Register_Ruling_OwesEachCaseTheNews()
    {
        var ruling = Registered();

        ruling.Facts!.SentOn.ShouldBe(new DateOnly(2022, 3, 14));
        ruling.Instructions.ShouldHaveSingleItem().Text.ShouldBe("Motiveer per zelfstandig onderdeel.");
        Agenda.Of(ruling, Life.TenOClock(Day)).Due.ShouldBe([new ApplyRuling(ruling.Rows[0]), new ApplyRuling(ruling.Rows[1])]);
        ruling.Rows.Select(row => row.Owes).ShouldBe([true, false]);
    }

    [Fact]
    public void Register_Twice_IsRefused() => Try(Registered(), TwoCases).ShouldBeRefused("already-registered", "Awb 8:70");

    [Fact]
    public void Register_PayloadThatCanNotBe_IsInvalid()
    {
        var none = Ruling.Blank("ruling-1");

        Try(none, TwoCases with { SentOn = new(2022, 3, 16) }).ShouldBeInvalid("sentOn", "date-in-future", "Awb 8:70");
        Try(none, TwoCases with { SentOn = new(2012, 11, 1), PronouncedOn = null }).ShouldBeInvalid("sentOn", "date-out-of-range", "Awb 8:70");
        Try(none, TwoCases with { SentOn = new(1, 1, 1), PronouncedOn = null }).ShouldBeInvalid("sentOn", "date-out-of-range", "Awb 8:70");
        Try(none, TwoCases with { PronouncedOn = new(2022, 3, 15) }).ShouldBeInvalid("pronouncedOn", "date-after-sending", "Awb 8:70");
        Try(none, TwoCases with { Rows = [TwoCases.Rows[0] with { Outcomes = default }] }).ShouldBeInvalid("rows", "outcome-missing", "Awb 8:70");
        Try(none, TwoCases with { Rows = [TwoCases.Rows[0], TwoCases.Rows[0] with { CaseNumber = "2" }] }).ShouldBeInvalid("rows", "rows-doubled", "Awb 8:70");
    }

    [Fact]
    public void Register_ByAHandler_IsForbidden() =>
        Define<RegisterRuling>().Decide(Ruling.Blank("ruling-1"), TwoCases, Life.At(Day, Persons.Handler, Organisation.Blank("o"))).ShouldBeForbidden("role-not-allowed");

    [Theory]
    [InlineData(true, Dictum.WellFounded, Dictum.Annulled)]
    [InlineData(true, Dictum.AnnulledInPart)]
    [InlineData(true, Dictum.Annulled, Dictum.EffectsUpheld, Dictum.NewDecision)]
    [InlineData(false, Dictum.Annulled, Dictum.EffectsUpheld)]
    [InlineData(false, Dictum.Annulled, Dictum.CourtDecides)]
    [InlineData(false, Dictum.Annulled, Dictum.ReferredBack)]
    [InlineData(false, Dictum.Unfounded)]
    [InlineData(false, Dictum.Inadmissible)]
    [InlineData(false, Dictum.NoJurisdiction)]
    [InlineData(false, Dictum.Upheld)]
    public void Owe_Dictum_SaysWhetherTheBodyMustDecideAnew(bool owes, params Dictum[] outcomes) => Cases.Rulings.Owe([.. outcomes]).ShouldBe(owes);

    [Fact]
    public void RulingApplied_AnnouncedDecision_OwesANewOneWithinTheCourtsTerm()
    {
        var life = Given.ACaseThatOwesADecision();

        life.Term("ruling:ruling-1:decision-1", today: Day).Due.ShouldBe(new DateOnly(2022, 4, 25));
        life.Term("ruling:ruling-1:decision-1", today: Day).Rule.Name.ShouldBe("awb-8.72-4");
        Phases.Of(life.Case).ShouldBe(Phase.Supplement);
    }

    [Fact]
    public void RulingApplied_WithoutATermInTheRuling_TakesThatOfTheObjection() =>
        Given.ACaseThatOwesADecision(termDays: null).Term("ruling:ruling-1:decision-1", today: Day).Rule.Name.ShouldBe("awb-7.10-1-anew");

    [Fact]
    public void RulingApplied_ThatOwesNothing_StartsNoTerm()
    {
        var life = Engine.Record(Given.AClosedCase(), Given.AnAnnulment() with { Outcomes = [Dictum.Unfounded] }, Life.TenOClock(new(2022, 5, 2)));

        CaseTerms.Of(life.Case, life.Facts, new(2022, 5, 2)).ShouldNotContain(term => term.Kind == TermKind.NewDecision);
        life.Case.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void RulingApplied_ToAClosedCase_OpensItAgain()
    {
        var life = Engine.Record(Given.AClosedCase(), Given.AnAnnulment(), Life.TenOClock(new(2022, 5, 2)));

        life.Case.IsClosed.ShouldBeFalse();
        life.Try(new Close(), on: new(2022, 5, 2), by: Persons.Handler).ShouldBeRefused("decision-owed", "Awb 8:72(4)");
    }

    [Fact]
    public void Decide_RulingThatFitsTheCase_IsAppliedOnce()
    {
        var ruling = Registered();
        var life = Given.ADispatchedDecision();

        var applied = RulingApplied.Decide(life.Case, ruling, ruling.Rows[0]).ShouldGive<RulingApplied>();
        applied.TermDays.ShouldBe(42);
        applied.SentOn.ShouldBe(new DateOnly(2022, 3, 14));
        RulingApplied.Decide(Engine.Record(life, applied, Life.TenOClock(Day)).Case, ruling, ruling.Rows[0]).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_DecisionThatIsNotAnnounced_IsRefused()
    {
        var ruling = Registered();

        RulingApplied.Decide(Given.ASignedDecision().Case, ruling, ruling.Rows[0]).ShouldBeRefused("decision-not-announced");
        RulingApplied.Decide(Given.AQualifiedCase().Case, ruling, ruling.Rows[0]).ShouldBeUnknown("decision-not-found");
    }

    [Fact]
    public void Announce_TheAnswer_MeetsTheTermAndOwesTheRulingTheNews()
    {
        var life = Given.AnAnsweredRuling();

        life.Case.Rulings.Single().AnsweredBy.ShouldBe(Given.Decision2);
        life.Term("ruling:ruling-1:decision-1", today: new(2022, 3, 29)).State.ShouldBe(TermState.Met);
        life.Agenda(Life.TenOClock(new(2022, 3, 29))).Due.ShouldBe([new TellRuling("ruling-1", Given.Decision1, "decision-1", Given.Decision2, new(2022, 3, 28))]);
        Engine.Perform(life, Life.TenOClock(new(2022, 3, 29))).Agenda(Life.TenOClock(new(2022, 3, 29))).Due.ShouldBeEmpty();
    }

    [Fact]
    public void Announce_DecisionThatAnswersNoRuling_LeavesItOwed() =>
        Given.ACaseThatOwesADecision().With(new DraftDecision(DecisionKind.Supplementary, Supplements: Given.Decision1), on: new(2022, 3, 21), by: Persons.Handler)
            .Decided(Given.Decision2, on: new(2022, 3, 28)).Case.Rulings.Single().AnsweredBy.ShouldBeNull();

    [Fact]
    public void Announce_OneOfTwoAnnulledDecisions_AnswersThatOneAlone()
    {
        var life = Engine.Record(
            Given.ADispatchedDecision()
                .With(new DraftDecision(DecisionKind.Supplementary, Supplements: Given.Decision1), on: new(2022, 3, 7), by: Persons.Handler)
                .Decided(Given.Decision2, on: new(2022, 3, 8)),
            Given.AnAnnulment(), Life.TenOClock(Day));
        life = Engine.Record(life, Given.AnAnnulment(Given.Decision2, termDays: 14), Life.TenOClock(Day));

        life.Term("ruling:ruling-1:decision-1", today: Day).Due.ShouldBe(new DateOnly(2022, 4, 25));
        life.Term("ruling:ruling-1:decision-2", today: Day).Due.ShouldBe(new DateOnly(2022, 3, 28));

        var answered = life.With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision2, AnswersRuling: "ruling-1"), on: new(2022, 3, 21), by: Persons.Handler)
            .Decided(new(3), on: new(2022, 3, 22));

        answered.Case.Rulings.Select(applied => applied.AnsweredBy).ShouldBe([null, new DecisionId(3)]);
        answered.Try(new Close(), on: new(2022, 6, 1), by: Persons.Handler).ShouldBeRefused("decision-owed", "Awb 8:72(4)");
        answered.Try(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), on: new(2022, 3, 23), by: Persons.Handler)
            .ShouldGive<DecisionDrafted>();
    }

    [Fact]
    public void DraftDecision_RulingOnTwoDecisionsAndNeitherIsNamed_IsUnknown()
    {
        var life = Engine.Record(
            Given.ADispatchedDecision()
                .With(new DraftDecision(DecisionKind.Supplementary, Supplements: Given.Decision1), on: new(2022, 3, 7), by: Persons.Handler).Decided(Given.Decision2, on: new(2022, 3, 8))
                .With(new DraftDecision(DecisionKind.Supplementary, Supplements: Given.Decision1), on: new(2022, 3, 9), by: Persons.Handler).Decided(new(3), on: new(2022, 3, 9)),
            Given.AnAnnulment(), Life.TenOClock(Day));
        life = Engine.Record(life, Given.AnAnnulment(Given.Decision2), Life.TenOClock(Day));

        life.Try(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: new(3), AnswersRuling: "ruling-1"), on: new(2022, 3, 21), by: Persons.Handler)
            .ShouldBeUnknown("ruling-not-found", "Wob 5");
    }

    [Fact]
    public void DraftDecision_RulingThatWasAnswered_IsUnknown() =>
        Given.AnAnsweredRuling()
            .Try(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), on: new(2022, 3, 29), by: Persons.Handler)
            .ShouldBeUnknown("ruling-not-found", "Wob 5");

    [Fact]
    public void Close_RulingThatNoCaseHasTakenInYet_IsRefused() =>
        Try(Registered(), new CloseRuling()).ShouldBeRefused("decision-owed", "Awb 8:72(4)").Detail.ShouldContain("202003618/1/A3");

    [Fact]
    public void Close_OwedDecisionNotAnnounced_IsRefusedUntilItIs()
    {
        var reached = Happened(Registered(),
            new RulingReachedCase("case-1", Given.Decision1, "apply:case-1:decision-1"), new RulingReachedCase("case-2", Given.Decision1, "apply:case-2:decision-1"));
        Agenda.Of(reached, Life.TenOClock(Day)).Due.ShouldBeEmpty();
        Try(reached, new CloseRuling()).ShouldBeRefused("decision-owed", "Awb 8:72(4)").Detail.ShouldNotContain("202003716/1/A3");

        var answered = Happened(reached, new RulingAnswered("case-1", Given.Decision1, Given.Decision2, new(2022, 3, 14)));
        answered.Rows[0].AnsweredOn.ShouldBe(new DateOnly(2022, 3, 14));
        Try(answered, new CloseRuling()).ShouldGive<RulingClosed>();
        Happened(answered, new RulingClosed()).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void InformAndClose_WhileTheSecondCaseOwesItsDecision_AreRefusedAndNameIt()
    {
        var both = TwoCases with { Rows = [TwoCases.Rows[0], TwoCases.Rows[1] with { Outcomes = [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision] }] };
        var court = Happened(Ruling.Blank("ruling-1"), [.. Try(Ruling.Blank("ruling-1"), both).ShouldBeOfType<Accepted>().Events]);
        court = Happened(court,
            new RulingReachedCase("case-1", Given.Decision1, "apply:case-1:decision-1"), new RulingReachedCase("case-2", Given.Decision1, "apply:case-2:decision-1"));
        court = Happened(court, [.. Try(court, new ConfirmScope()).ShouldBeOfType<Accepted>().Events]);
        court = Happened(court, [.. Try(court, Letter).ShouldBeOfType<Accepted>().Events]);
        court = Happened(court, new ParliamentLetterPrepared(1, new string('a', 64), "application/docx", ".docx", 1, "parliament-letter:1"));
        court = Happened(court, [.. Define<SignParliamentLetter>().Decide(court, new SignParliamentLetter(), Life.At(Day, Persons.Signatory, Organisation.Blank("o"))).ShouldBeOfType<Accepted>().Events]);
        Try(court, new InformParliament()).ShouldBeRefused("decision-owed", "Awb 8:72(4)").Detail.ShouldContain("case-1");

        var one = Happened(court, new RulingAnswered("case-1", Given.Decision1, Given.Decision2, new(2022, 3, 14)));
        foreach (var refused in (Refused[])[Try(one, new InformParliament()).ShouldBeRefused("decision-owed", "Awb 8:72(4)"), Try(one, new CloseRuling()).ShouldBeRefused("decision-owed", "Awb 8:72(4)")])
        {
            refused.Detail.ShouldContain("decision-1 in 202003716/1/A3 (zaak case-2)");
            refused.Detail.ShouldNotContain("case-1");
        }

        var answered = Happened(one, new RulingAnswered("case-2", Given.Decision1, Given.Decision2, new(2022, 3, 15)));
        Try(answered, new CloseRuling()).ShouldBeRefused("parliament-not-informed", "Gw 68");
        var informed = Happened(answered, [.. Try(answered, new InformParliament("2022Z0001")).ShouldBeOfType<Accepted>().Events]);
        Try(informed, new CloseRuling()).ShouldGive<RulingClosed>();
    }

    [Fact]
    public void OwedDecision_ThatStaysOut_IsChasedOnceOnEachRung_UntilItWentOut()
    {
        var life = Given.ACaseThatOwesADecision();
        for (var day = Day; day <= new DateOnly(2022, 4, 28); day = day.AddDays(1))
            life = Engine.Perform(Engine.Perform(life, Life.TenOClock(day)), Life.TenOClock(day).AddHours(3));
        Chased(life).ShouldBe(["2022-04-25:before-14", "2022-04-25:before-7", "2022-04-25:before-2", "2022-04-25:due"]);

        life = life.With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), on: new(2022, 4, 29), by: Persons.Handler)
            .LettersPrepared(new(2022, 4, 29)).Decided(Given.Decision2, on: new(2022, 4, 29));
        Engine.Perform(life, Life.TenOClock(new(2022, 5, 9))).Case.Rulings.Single().TellingDone.ShouldBeTrue();
        Chased(Engine.Perform(life, Life.TenOClock(new(2022, 5, 20)))).Count.ShouldBe(4);

        static List<string> Chased(Life life) => [.. life.Case.Reminders.Where(r => r.TermId == "ruling:ruling-1:decision-1").Select(r => r.Rung)];
    }

    [Fact]
    public void Close_NotRegistered_IsRefused() => Try(Ruling.Blank("ruling-1"), new CloseRuling()).ShouldBeRefused("not-registered", "Awb 8:72(4)");

    [Fact]
    public void Refused_ByACase_IsNotOwedAgain()
    {
        var refused = Happened(Registered(), new RulingRefusedByCase("case-2", Given.Decision1, "case-not-found", "apply:case-2:decision-1"));

        refused.Rows[1].NotApplied.ShouldBe("case-not-found");
        Agenda.Of(refused, Life.TenOClock(Day)).Due.ShouldBe([new ApplyRuling(refused.Rows[0])]);
    }

    [Fact]
    public void Failure_OfARulingsDuty_RestsUntilItsRetryAndIsForgottenWhenDone()
    {
        var now = Life.TenOClock(Day);
        var failed = Happened(Registered(), new RulingDutyFailed("apply:case-1:decision-1", "apply-ruling", 1, now.AddMinutes(5), "unexpected"));

        Agenda.Of(failed, now).Due.ShouldBe([new ApplyRuling(failed.Rows[1])]);
        Agenda.Of(failed, now).Next.ShouldBe(now.AddMinutes(5));
        Agenda.Of(failed, now.AddMinutes(5)).Due.Length.ShouldBe(2);
        Happened(failed, new RulingReachedCase("case-1", Given.Decision1, "apply:case-1:decision-1")).Failures.ShouldBeEmpty();
    }

    private static DraftLetter Letter => new(
        "maatregel", "het kabinet", 2018, "om de software uit te faseren", "https://open.overheid.nl/1", [new DocumentToReport("Analyse", "een analyse van open bronnen")]);

    private static Ruling Registered() => Happened(Ruling.Blank("ruling-1"), [.. Try(Ruling.Blank("ruling-1"), TwoCases).ShouldBeOfType<Accepted>().Events]);

    private static Outcome Try<TStep>(Ruling ruling, TStep step)
        where TStep : IStep<Ruling, TStep> => Define<TStep>().Decide(ruling, step, Life.At(Day, Persons.Litigator, Organisation.Blank("o")));

    private static StepDefinition<Ruling> Define<TStep>() => Catalogue.RulingSteps.Single(row => row.Payload == typeof(TStep));

    private static Ruling Happened(Ruling ruling, params Event[] events) =>
        events.Aggregate(ruling, (state, happened) => state.Apply(happened, new Entry(1, Life.TenOClock(Day), Day, "x")));
}
