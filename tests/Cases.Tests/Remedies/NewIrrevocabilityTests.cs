using System.Collections.Immutable;
using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewIrrevocabilityTests
{
    [Fact]
    public void IrrevocableOn_NothingLodged_IsTheDayAfterTheTerm()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        On(life, Decision1, "2022-04-19").ShouldBeNull();
        On(life, Decision1, "2022-04-20").ShouldBe(Day("2022-04-20"));
        On(life, Decision1, "2024-01-01").ShouldBe(Day("2022-04-20"));
    }

    [Fact]
    public void IrrevocableOn_ObjectionRuns_IsNotYet()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-03-10", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        On(life, Decision1, "2022-05-01").ShouldBeNull();
        life.Refuse("2022-05-01", new Close()).Code.ShouldBe("remedy-running");
    }

    [Fact]
    public void IrrevocableOn_ObjectionWithdrawnAfterTheTerm_IsThatDay()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-03-10", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take("2022-05-02", new WithdrawRemedy(Remedy1));
        On(life, Decision1, "2022-05-03").ShouldBe(Day("2022-05-02"));
    }

    [Fact]
    public void IrrevocableOn_LateObjectionWithoutExcuse_ChangesNothing()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-05-02", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        On(life, Decision1, "2022-05-03").ShouldBe(Day("2022-04-20"));
    }

    [Fact]
    public void IrrevocableOn_LateObjectionExcused_IsNotYet()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-05-02", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1, Excusable: true));
        On(life, Decision1, "2022-05-03").ShouldBeNull();
    }

    [Fact]
    public void IrrevocableOn_ObjectionDecided_SharesTheFateOfThatDecision()
    {
        var life = OnObjection();
        // Announced on 4 April 2019: appeal through 16 May.
        On(life, Decision1, "2019-05-16").ShouldBeNull();
        life.Refuse("2019-05-16", new Close()).Code.ShouldBe("appeal-term-running");
        On(life, Decision1, "2019-05-17").ShouldBe(Day("2019-05-17"));
        life.Take("2019-05-17", new Close());
    }

    [Fact]
    public void IrrevocableOn_DistrictCourtUpheld_IsWhenHigherAppealIsOver()
    {
        var life = Appealed();
        Rule(life, "2020-05-19", "RBMNE", null, Dictum.Unfounded);
        life.Case.Remedies[Remedy2]!.RuledBy.ShouldBe("ruling-1");
        life.Term("higher-appeal:ruling-1:decision-2", "2020-05-20").Due.ShouldBe(Day("2020-06-30"));
        life.Refuse("2020-06-30", new Close()).Code.ShouldBe("higher-appeal-term-running");
        On(life, Decision2, "2020-07-01").ShouldBe(Day("2020-07-01"));
        On(life, Decision1, "2020-07-01").ShouldBe(Day("2020-07-01"));
    }

    [Fact]
    public void IrrevocableOn_HigherAppealRuns_IsNotYet()
    {
        var life = Appealed();
        Rule(life, "2020-05-19", "RBMNE", null, Dictum.Unfounded);
        life.Take("2020-06-20", new LodgeRemedy(RemedyKind.HigherAppeal, RemedyParty.Requester, RulingId: "ruling-1", CaseNumber: "202003618/1/A3"));
        On(life, Decision2, "2020-08-01").ShouldBeNull();
    }

    [Fact]
    public void IrrevocableOn_Annulled_NeverIs()
    {
        var life = Appealed();
        Rule(life, "2020-05-19", "RBMNE", null, Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision);
        On(life, Decision2, "2024-01-01").ShouldBeNull();
    }

    [Fact]
    public void IrrevocableOn_UpheldByTheAfdeling_IsTheDayOfTheRuling()
    {
        var life = Appealed();
        Rule(life, "2022-01-26", "RVS", null, Dictum.Upheld);
        On(life, Decision2, "2022-01-26").ShouldBe(Day("2022-01-26"));
    }

    [Fact]
    public void RulingApplied_Interim_LeavesTheAppealRunning()
    {
        var life = Appealed();
        Rule(life, "2020-05-19", "RBMNE", RulingKind.Interim, Dictum.WellFounded);
        life.Case.Remedies[Remedy2]!.Runs.ShouldBeTrue();
    }

    [Fact]
    public void RulingApplied_WithPenalty_AccruesUntilTheDecisionUpToItsMaximum()
    {
        var life = Appealed();
        life.Happen("2020-05-19", new RulingApplied(
            "ruling-1", "UTR 19/2967", Decision2, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], Day("2020-05-19"), 14, RulingKind.Final, "RBMNE", null, 100, 1500));
        Term(life, "2020-06-02").Penalty!.Accrued.ShouldBe(0);
        Term(life, "2020-06-03").Penalty!.Accrued.ShouldBe(100);
        Term(life, "2021-01-01").Penalty!.Accrued.ShouldBe(1500);
        life.Take("2020-06-20", new RecordPayment(PaymentKind.CourtPenalty, 300, "ruling-1"));
        Term(life, "2020-06-21").Penalty!.Paid.ShouldBe(300);
    }

    [Fact]
    public void LodgeRemedy_AgainstARulingOfTheAfdeling_IsRefused()
    {
        var life = Appealed();
        Rule(life, "2022-01-26", "RVS", null, Dictum.Upheld);
        life.Refuse("2022-02-01", new LodgeRemedy(RemedyKind.HigherAppeal, RemedyParty.Body, RulingId: "ruling-1")).Code.ShouldBe("no-higher-appeal");
    }

    [Fact]
    public void LodgeRemedy_CrossAppealWithoutHigherAppeal_IsRefused()
    {
        var life = Appealed();
        Rule(life, "2020-05-19", "RBMNE", null, Dictum.Unfounded);
        var cross = new LodgeRemedy(RemedyKind.CrossAppeal, RemedyParty.ThirdParty, RulingId: "ruling-1", Name: "Kaspersky Lab BV");
        life.Refuse("2020-06-20", cross).Code.ShouldBe("no-higher-appeal-pending");
        life.Take("2020-06-20", new LodgeRemedy(RemedyKind.HigherAppeal, RemedyParty.Body, RulingId: "ruling-1"));
        life.Take("2020-07-20", cross);
    }

    [Fact]
    public void RecordCouncilComplaint_SuspendsTheObjectionTermUntilTheAdvice()
    {
        var life = Decided("2024-09-02", "2024-09-23");
        life.Term("objection:decision-1", "2024-09-24").Due.ShouldBe(Day("2024-11-04"));
        life.Take("2024-10-01", new RecordCouncilComplaint(Decision1));
        life.Term("objection:decision-1", "2024-10-10").State.ShouldBe(TermState.Suspended);
        life.Take("2024-10-16", new RecordCouncilAdvice(new ComplaintId(1), "Maak meer openbaar."));
        // 2 through 15 October: fourteen days.
        life.Term("objection:decision-1", "2024-10-17").Due.ShouldBe(Day("2024-11-18"));
        life.Refuse("2024-10-17", new RecordCouncilAdvice(new ComplaintId(1))).Code.ShouldBe("no-complaint");
    }

    [Fact]
    public void RecordCouncilAdvice_ObjectionOfWhoComplained_IsDecidedWithinTwoWeeks()
    {
        var life = Decided("2024-09-02", "2024-09-23");
        life.Take("2024-09-30", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take("2024-10-01", new RecordCouncilComplaint(Decision1));
        life.Term("objection-decision:remedy-1", "2024-10-10").State.ShouldBe(TermState.Suspended);
        life.Take("2024-10-16", new RecordCouncilAdvice(new ComplaintId(1)));
        life.Term("objection-decision:remedy-1", "2024-10-17").Due.ShouldBe(Day("2024-10-30"));
        life.Refuse("2024-10-17", new ExtendObjectionTerm(Remedy1, "Omvang.", Days: 14)).Code.ShouldBe("not-extendable");
    }

    [Fact]
    public void RecordCouncilComplaint_UnderTheWob_IsRefused() =>
        Decided("2022-02-07", "2022-03-04").Refuse("2022-03-10", new RecordCouncilComplaint(Decision1)).Code.ShouldBe("not-in-this-act");

    [Fact]
    public void RecordCouncilComplaint_AfterTheObjectionTerm_IsRefused() =>
        Decided("2024-09-02", "2024-09-23").Refuse("2024-11-05", new RecordCouncilComplaint(Decision1)).Code.ShouldBe("objection-term-ended");

    private static DateOnly? On(NewLife life, DecisionId id, string today) => Remedies.IrrevocableOn(life.Case, life.Case.Decisions[id]!, life.Facts, Day(today));

    private static Term Term(NewLife life, string on) => life.Term("ruling:ruling-1:decision-2", on);

    private static void Rule(NewLife life, string sentOn, string court, RulingKind? kind, params ImmutableArray<Dictum> outcomes) =>
        life.Happen(sentOn, new RulingApplied("ruling-1", "UTR 19/2967", Decision2, outcomes, Day(sentOn), null, kind, court));

    private static NewLife OnObjection()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        life.Take("2018-08-01", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take("2019-04-01", new RecordHearing(Remedy1, Report: "Verslag."), "objection-handler");
        life.Decide("2019-04-04", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1), "signatory-2");
        return life;
    }

    private static NewLife Appealed()
    {
        var life = OnObjection();
        life.Take("2019-05-10", new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision2, CaseNumber: "UTR 19/2967"));
        return life;
    }
}
