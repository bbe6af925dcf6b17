using System.Collections.Immutable;
using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewRulingTests
{
    [Fact]
    public void AddOutcome_ToARowThatItsCaseHas_OwesTheCaseTheNews()
    {
        var court = Registered(RulingKind.Final, "RBMNE", Dictum.WellFounded, Dictum.Annulled);
        court.Reached();
        court.Take("2022-02-02", new AddOutcome("case-1", Decision1, [Dictum.NewDecision], TermDays: 42));
        court.Ruling.Rows.Single().Outcomes.ShouldBe([Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision]);
        var duty = court.Agenda().Due.OfType<AmendRuling>().ShouldHaveSingleItem();
        court.Happen("2022-02-02", new RulingAmendmentReachedCase("case-1", Decision1, duty.Row.Revision, duty.Key));
        court.Agenda().Due.ShouldBeEmpty();
    }

    [Fact]
    public void AddOutcome_NewRowWithoutCaseNumber_IsRefused()
    {
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded);
        court.Refuse("2022-02-02", new AddOutcome("case-2", Decision1, [Dictum.WellFounded])).Field.ShouldBe("caseNumber");
        court.Take("2022-02-02", new AddOutcome("case-2", Decision1, [Dictum.WellFounded], "202003716/1/A3"));
        court.Agenda().Due.OfType<ApplyRuling>().Select(duty => duty.Row.CaseId).ShouldContain("case-2");
    }

    [Fact]
    public void AddOutcome_ThatWasThere_IsRefused() =>
        Registered(RulingKind.Final, "RVS", Dictum.WellFounded).Refuse("2022-02-02", new AddOutcome("case-1", Decision1, [Dictum.WellFounded])).Code.ShouldBe("nothing-to-change");

    [Theory]
    [InlineData(true, Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision, Dictum.DivisionAlone, Dictum.Penalty)]
    [InlineData(true, Dictum.RulingAnnulled, Dictum.WellFounded, Dictum.Annulled, Dictum.EffectsUpheld)]
    [InlineData(false, Dictum.WellFounded, Dictum.Unfounded)]
    [InlineData(false, Dictum.Unfounded, Dictum.Annulled)]
    [InlineData(false, Dictum.Upheld, Dictum.RulingAnnulled)]
    [InlineData(false, Dictum.WellFounded, Dictum.EffectsUpheld)]
    [InlineData(false, Dictum.WellFounded, Dictum.CourtDecides)]
    [InlineData(false, Dictum.WellFounded, Dictum.Annulled, Dictum.AnnulledInPart)]
    public void Dicta_Outcomes_CombineAsTheActSays(bool together, params Dictum[] outcomes) => (Dicta.Contradiction([.. outcomes]) is null).ShouldBe(together);

    [Fact]
    public void RulingAmended_OnTheCase_ReplacesOutcomesAndTerm()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        life.Happen("2022-01-26", new RulingApplied("ruling-1", "1", Decision1, [Dictum.WellFounded], Day("2022-01-26"), null, RulingKind.Final, "RVS"));
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision);
        var row = court.Ruling.Rows.Single() with { TermDays = 42 };
        life.Happen("2022-02-02", RulingAmended.Decide(life.Case, court.Ruling, row).ShouldBeOfType<Accepted>().Events.Single());
        life.Term("ruling:ruling-1:decision-1", "2022-02-02").Due.ShouldBe(Day("2022-03-09"));
        RulingAmended.Decide(life.Case, court.Ruling, row).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void ConfirmScope_RowNotInItsCaseYet_IsRefused()
    {
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded);
        court.Refuse("2022-02-02", new ConfirmScope()).Code.ShouldBe("row-not-applied");
        court.Reached();
        court.Take("2022-02-02", new ConfirmScope());
        court.Refuse("2022-02-02", new ConfirmScope()).Code.ShouldBe("already-confirmed");
    }

    [Fact]
    public void AcceptLoop_OnAFinalRuling_IsRefused() =>
        Registered(RulingKind.Final, "RBMNE", Dictum.WellFounded).Refuse("2022-02-02", new AcceptLoop(true)).Code.ShouldBe("not-interim");

    [Fact]
    public void AcceptLoop_DeclinedBeforeTheAfdeling_IsRefused() =>
        Registered(RulingKind.Interim, "RVS", Dictum.Loop).Refuse("2022-02-02", new AcceptLoop(false)).Code.ShouldBe("repair-ordered");

    [Fact]
    public void AcceptLoop_Accepted_KeepsTheRulingOpenUntilTheRepairIsReported()
    {
        var court = Registered(RulingKind.Interim, "RBMNE", Dictum.Loop);
        court.Reached();
        court.Take("2022-02-02", new AcceptLoop(true));
        court.Agenda().Due.OfType<AmendRuling>().ShouldHaveSingleItem().Row.LoopAccepted.ShouldBe(true);
        court.Refuse("2022-02-10", new CloseRuling()).Code.ShouldBe("repair-not-reported");
        court.Refuse("2022-02-10", new ReportRepair()).Code.ShouldBe("repair-missing");
        court.Happen("2022-03-01", new RulingAnswered("case-1", Decision1, Decision2, Day("2022-03-01")));
        court.Refuse("2022-02-28", new ReportRepair()).Code.ShouldBe("before-repair");
        court.Take("2022-03-01", new ReportRepair());
        court.Take("2022-03-02", new CloseRuling());
    }

    [Fact]
    public void RulingApplied_InterimWithALoop_HasATermForTheRepairUnlessDeclined()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        life.Happen("2020-05-19", new RulingApplied("ruling-1", "UTR 19/3064-T", Decision1, [Dictum.Loop], Day("2020-05-19"), null, RulingKind.Interim, "RBMNE"));
        life.Term("loop:ruling-1:decision-1", "2020-05-20").Due.ShouldBe(Day("2020-06-30"));
        life.Happen("2020-05-25", new RulingAmended("ruling-1", Decision1, [Dictum.Loop], null, LoopAccepted: false));
        life.Terms("2020-05-26").ShouldNotContain(term => term.Kind == TermKind.LoopRepair);
    }

    [Fact]
    public void AppealFurther_AgainstTheAfdeling_IsRefused()
    {
        Registered(RulingKind.Final, "RVS", Dictum.WellFounded).Refuse("2022-02-02", new AppealFurther(RemedyParty.Body)).Code.ShouldBe("no-higher-appeal");
        var court = Registered(RulingKind.Final, "RBMNE", Dictum.WellFounded);
        court.Take("2022-02-02", new AppealFurther(RemedyParty.Body, "202200001/1/A3"));
        court.Refuse("2022-02-03", new AppealFurther(RemedyParty.Body)).Code.ShouldBe("already-lodged");
        court.Take("2022-02-03", new AppealFurther(RemedyParty.Requester));
    }

    [Fact]
    public void AddEarlierLetter_Twice_IsRefused()
    {
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded);
        var letter = new AddEarlierLetter("de minister", "over de maatregel", "2017/2018", "30 821, 26 643", "46", PaperRole.Measure);
        court.Take("2022-02-02", letter);
        court.Refuse("2022-02-02", letter).Code.ShouldBe("already-added");
    }

    [Fact]
    public void DraftLetter_ScopeNotConfirmed_IsRefused() =>
        Registered(RulingKind.Final, "RVS", Dictum.WellFounded).Refuse("2022-02-02", Letter()).Code.ShouldBe("scope-not-confirmed");

    [Fact]
    public void DraftLetter_Again_OwesANewDraft()
    {
        var court = Confirmed();
        court.Take("2022-02-02", Letter());
        court.Happen("2022-02-02", new ParliamentLetterPrepared(1, new string('a', 64), "application/docx", ".docx", 1, "parliament-letter:1"));
        court.Agenda().Due.ShouldBeEmpty();
        court.Take("2022-02-03", Letter());
        court.Agenda().Due.OfType<PrepareParliamentLetter>().ShouldHaveSingleItem().Revision.ShouldBe(2);
    }

    [Fact]
    public void DraftLetter_ReassessmentWithoutItsPaper_IsRefused() =>
        Confirmed().Refuse("2022-02-02", Letter() with { ReassessedIn = 2021, Reassessment = "de maatregel van kracht blijft" }).Code.ShouldBe("reassessment-paper-missing");

    [Fact]
    public void InformParliament_BeforeEachOwedDecisionWentOut_IsRefused()
    {
        var court = Confirmed();
        court.Refuse("2022-02-02", new InformParliament()).Code.ShouldBe("letter-missing");
        court.Take("2022-02-02", Letter());
        court.Refuse("2022-02-02", new InformParliament()).Code.ShouldBe("decision-owed");
        court.Happen("2022-03-10", new RulingAnswered("case-1", Decision1, Decision2, Day("2022-03-10")));
        court.Refuse("2022-03-11", new InformParliament()).Code.ShouldBe("letter-not-signed");
        Sign(court, "2022-03-11");
        court.Refuse("2022-03-11", new CloseRuling()).Code.ShouldBe("parliament-not-informed");
        court.Take("2022-03-11", new InformParliament("2022Z0001"));
        court.Take("2022-03-11", new CloseRuling());
    }

    [Fact]
    public void AddEarlierLetter_AfterTheDraft_OwesANewOne_ThatIsSignedAnew()
    {
        var court = Confirmed();
        court.Take("2022-02-02", Letter());
        Sign(court, "2022-02-02");
        court.Take("2022-02-03", new AddEarlierLetter("de minister", "over de maatregel", "2017/2018", "30 821", "46", PaperRole.Measure));
        court.Agenda().Due.OfType<PrepareParliamentLetter>().ShouldHaveSingleItem().Revision.ShouldBe(2);
        court.Refuse("2022-02-03", new SignParliamentLetter(), "signatory", Role.Signatory).Code.ShouldBe("letter-not-ready");
    }

    [Fact]
    public void SignParliamentLetter_ByWhoDraftedIt_IsForbidden()
    {
        var court = Confirmed();
        court.Take("2022-02-02", Letter());
        court.Happen("2022-02-02", Prepared(1));
        court.Refuse("2022-02-02", new SignParliamentLetter(), court.Ruling.Letter!.DraftedBy, Role.Signatory).Code.ShouldBe("signatory-is-drafter");
        court.Happen("2022-02-02", new RulingArtifactAdded(court.Ruling.Artifacts.NextId, ParliamentLetter.Kind, new string('b', 64), "application/docx", ".docx", 1, null));
        court.Refuse("2022-02-02", new SignParliamentLetter(), court.Ruling.Letter!.EditedBy!, Role.Signatory).Code.ShouldBe("signatory-is-drafter");
        court.Take("2022-02-02", new SignParliamentLetter(), "signatory", Role.Signatory);
    }

    [Fact]
    public void InformParliament_UnderAnotherMinister_IsRefused()
    {
        const string Office = "De Minister van Justitie en Veiligheid";
        var court = Confirmed();
        court.Facts = court.Facts with { OfficeHolders = [new OfficeHolder(Office, "A. Eerste", Day("2017-10-26"))] };
        court.Take("2022-02-02", Letter());
        court.Happen("2022-02-02", Prepared(1, Day("2017-10-26")));
        court.Take("2022-02-02", new SignParliamentLetter(), "signatory", Role.Signatory);
        court.Happen("2022-03-10", new RulingAnswered("case-1", Decision1, Decision2, Day("2022-03-10")));
        court.Facts = court.Facts with { OfficeHolders = [.. court.Facts.OfficeHolders, new OfficeHolder(Office, "B. Tweede", Day("2022-03-01"))] };
        court.Refuse("2022-03-11", new InformParliament()).Code.ShouldBe("office-holder-changed");
        court.Take("2022-03-11", Letter());
        court.Happen("2022-03-11", Prepared(2, Day("2022-03-01")));
        court.Take("2022-03-11", new SignParliamentLetter(), "signatory", Role.Signatory);
        court.Take("2022-03-11", new InformParliament());
    }

    [Fact]
    public void SubmitDecision_InstructionUnanswered_IsRefused()
    {
        var life = Instructed();
        life.Take("2022-03-01", new DraftDecision(DecisionKind.Supplementary, Supplements: Decision1, AnswersRuling: "ruling-1"));
        life.Take("2022-03-01", new AnswerInstruction("ruling-1", 1, "Document 2 wordt openbaar."));
        life.PrepareLetters("2022-03-01");
        life.Refuse("2022-03-01", new SubmitDecision(Decision2)).Code.ShouldBe("instruction-unanswered");
        life.Take("2022-03-01", new AnswerInstruction("ruling-1", 2, "De passages zijn opnieuw beoordeeld."));
        life.PrepareLetters("2022-03-01");
        life.Take("2022-03-01", new SubmitDecision(Decision2));
        life.Refuse("2022-03-01", new AnswerInstruction("ruling-1", 2, "Toch anders.")).Code.ShouldBe("decision-pending");
        life.Take("2022-03-01", new ApproveDecision(Decision2), "approver");
        life.Take("2022-03-01", new TakeDecision(Decision2), "signatory-2");
        life.Refuse("2022-03-02", new AnswerInstruction("ruling-1", 2, "Toch anders.")).Code.ShouldBe("decision-taken");
    }

    [Fact]
    public void AnswerInstruction_ThatTheRulingLacks_IsUnknown()
    {
        Instructed().Refuse("2022-03-01", new AnswerInstruction("ruling-1", 3, "-")).Code.ShouldBe("instruction-not-found");
        Instructed().Refuse("2022-03-01", new AnswerInstruction("ruling-2", 1, "-")).Code.ShouldBe("ruling-not-found");
    }

    private static NewLife Instructed()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision);
        life.Happen("2022-01-26", RulingApplied.Decide(life.Case, court.Ruling, court.Ruling.Rows.Single()).ShouldBeOfType<Accepted>().Events.Single());
        return life;
    }

    private static Court Confirmed()
    {
        var court = Registered(RulingKind.Final, "RVS", Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision);
        court.Reached();
        court.Take("2022-02-01", new ConfirmScope());
        return court;
    }

    private static DraftLetter Letter() => new(
        "voorzorgsmaatregel", "het kabinet", 2018, "om het gebruik uit te faseren", "https://open.overheid.nl/1", [new DocumentToReport("Dreigingsanalyse", "een analyse")]);

    private static ParliamentLetterPrepared Prepared(int revision, DateOnly? holderSince = null) =>
        new(revision, new string('a', 64), "application/docx", ".docx", 1, $"parliament-letter:{revision}", holderSince);

    private static void Sign(Court court, string on)
    {
        court.Happen(on, Prepared(court.Ruling.Letter!.Revision));
        court.Take(on, new SignParliamentLetter(), "signatory", Role.Signatory);
    }

    private static Court Registered(RulingKind kind, string code, params ImmutableArray<Dictum> outcomes)
    {
        var court = new Court();
        court.Take("2022-02-01", new RegisterRuling(
            code, kind, Day("2022-01-26"), [new RulingRowPayload("202003618/1/A3", "case-1", Decision1, outcomes)], Instructions: ["Motiveer opnieuw.", "Beoordeel per passage."]));
        return court;
    }

    /// <summary>A ruling that steps are taken on.</summary>
    private sealed class Court
    {
        private long _seq;

        public Organisation Facts { get; set; } = Organisation.Blank(Organisation.TheId);

        public Ruling Ruling { get; private set; } = Ruling.Blank("ruling-1");

        public Agenda Agenda() => Cases.Agenda.Of(Ruling, At("2022-06-01").Moment);

        public void Reached() => Happen("2022-02-01", new RulingReachedCase("case-1", Decision1, "apply"));

        public void Take<TStep>(string on, TStep step, string by = "litigator", Role role = Role.Litigator)
            where TStep : IStep<Ruling, TStep>
        {
            var outcome = Try(on, step, by, role);
            foreach (var happened in outcome.ShouldBeOfType<Accepted>((outcome as Refused)?.Code).Events)
                Happen(on, happened);
        }

        public Refused Refuse<TStep>(string on, TStep step, string by = "litigator", Role role = Role.Litigator)
            where TStep : IStep<Ruling, TStep> => Try(on, step, by, role).ShouldBeOfType<Refused>();

        public void Happen(string on, Event happened) =>
            Ruling = Ruling.Apply(EventJson.Read(EventJson.Write(happened)), new Entry(++_seq, At(on).Moment, Day(on), "litigator"));

        private Outcome Try<TStep>(string on, TStep step, string by, Role role)
            where TStep : IStep<Ruling, TStep>
        {
            Catalogue.RulingSteps.ShouldContain(row => row.Payload == typeof(TStep));
            return StepDefinition<Ruling>.Of<TStep>().Decide(Ruling, step, At(on, by, role));
        }

        private At At(string on, string by = "litigator", Role role = Role.Litigator) =>
            new(new DateTimeOffset(Day(on).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero), Day(on), new Actor(by, [role]), Facts, [.. new byte[32]]);
    }
}
