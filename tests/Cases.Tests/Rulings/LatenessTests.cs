using System.Collections.Immutable;
using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>A court rules that no decision was taken in time: its term, its penalty, and what ends them (Awb 8:55d, Woo 8.4).</summary>
public sealed class LatenessTests
{
    private static readonly ImmutableArray<Dictum> Granted = [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision, Dictum.Penalty];

    [Fact]
    public void Ruling_WithoutATerm_GivesTwoWeeksFromItsSending()
    {
        var life = Ruled("2024-12-03", Row());

        var term = life.Term("ruling:ruling-1:remedy-1", "2024-12-10");
        term.Rule.Name.ShouldBe("awb-8.55d-1");
        term.Due.ShouldBe(Day("2024-12-17"));
        term.DecisionId.ShouldBeNull();
        life.Case.Remedies[Remedy1]!.RuledBy.ShouldBe("ruling-1");
        Phases.Of(life.Case).ShouldNotBe(Phase.Supplement);
        life.Refuse("2024-12-10", new Close(), "coordinator").Code.ShouldBe("decision-owed");
    }

    [Theory]
    [InlineData("2024-12-03", "woo-8.4")]
    [InlineData("2022-02-01", "awb-8.55d-3")]
    public void Ruling_WithATerm_GivesThatOne(string sentOn, string rule)
    {
        var of = CaseTerms.FactsForNewDecision(Day(sentOn), 60, late: true);

        of.Rule.ShouldBe(rule);
        Terms.Calculate(of, HolidayCalendar.Statutory, Day(sentOn)).Due.ShouldBe(Day(sentOn).AddDays(60));
    }

    [Fact]
    public void Penalty_RunsFromTheDayAfterTheCourtsTerm_UntilTheDecisionWentOut()
    {
        var life = Ruled("2024-12-03", Row() with { PenaltyPerDay = 100, PenaltyMaximum = 15_000 });
        life.Term("ruling:ruling-1:remedy-1", "2024-12-27").Penalty!.Accrued.ShouldBe(1000);

        life.Decide("2024-12-30", new DraftDecision(DecisionKind.Primary));

        life.Case.Rulings.Single().AnsweredBy.ShouldBe(Decision1);
        var met = life.Term("ruling:ruling-1:remedy-1", "2025-03-01");
        (met.State, met.MetOn, met.Penalty!.Accrued).ShouldBe((TermState.Met, Day("2024-12-30"), 1300));
        Agenda.Of(life.Case, life.Facts, Life.TenOClock(Day("2024-12-30"))).Due.OfType<TellRuling>().Single()
            .ShouldBe(new TellRuling("ruling-1", null, "remedy-1", Decision1, Day("2024-12-30")));
    }

    [Fact]
    public void PartialDecision_LeavesTheCourtsTermRunning()
    {
        var life = Ruled("2024-12-03", Row());
        life.Decide("2024-12-10", new DraftDecision(DecisionKind.Partial, Part: "De e-mails"));

        life.Case.Rulings.Single().AnsweredBy.ShouldBeNull();
        life.Term("ruling:ruling-1:remedy-1", "2024-12-11").State.ShouldBe(TermState.Running);
    }

    [Fact]
    public void Ruling_AfterTheDecisionWentOut_OwesNothing()
    {
        var life = Late();
        life.Decide("2024-11-29", new DraftDecision(DecisionKind.Primary));
        life.Happen("2024-12-04", Applied(life, Row()));

        life.Case.Rulings.Single().AnsweredBy.ShouldBe(Decision1);
        life.Term("ruling:ruling-1:remedy-1", "2024-12-10").State.ShouldBe(TermState.Met);
    }

    [Fact]
    public void Ruling_OnTheDecisionOnObjectionThatStayedOut_IsAnsweredByThatAlone()
    {
        var life = Decided("2023-01-02", "2023-01-30");
        life.Take("2023-02-06", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take("2023-06-20", new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester, LateTerm: "objection-decision:remedy-1", CaseNumber: "UTR 23/9"), "litigator");
        life.Happen("2023-08-02", Applied(life, Row(Remedy2), "2023-08-01"));
        life.Case.Rulings.Single().AnsweredBy.ShouldBeNull();

        life.Take("2023-08-03", new RecordHearing(Remedy1, HearingWaiver.Declined));
        life.Decide("2023-08-10", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1), "signatory-2");

        life.Case.Rulings.Single().AnsweredBy.ShouldBe(Decision2);
        life.Term("ruling:ruling-1:remedy-2", "2023-08-11").MetOn.ShouldBe(Day("2023-08-10"));
    }

    [Fact]
    public void Ruling_OnTheNewDecisionThatStayedOut_IsAnsweredByTheAnswerToTheFirst()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        life.Happen("2022-05-10", new RulingApplied("ruling-0", "1", Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], Day("2022-05-10"), 14, RulingKind.Final, "RVS"));
        life.Take("2022-07-01", new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester, LateTerm: "ruling:ruling-0:decision-1"), "litigator");
        life.Happen("2022-09-02", Applied(life, Row(), "2022-09-01"));
        life.Take("2022-09-05", new AssessPassage(Doc2, 1, Treatment.Withheld, new PassageId(1), Grounds: [Ground.Parse("5.1.2.e")], Reason: "Persoonlijke levenssfeer."));

        life.Decide("2022-09-06", new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Decision1, AnswersRuling: "ruling-0"));

        life.Case.Rulings.ShouldAllBe(applied => applied.AnsweredBy == Decision2);
    }

    [Fact]
    public void Ruling_OnAnOrdinaryRemedy_DoesNotFitARowWithoutDecision()
    {
        var life = Decided("2023-01-02", "2023-01-30");
        life.Take("2023-02-06", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        var ruling = new Ruling("ruling-1") { Facts = new("RBMNE", RulingKind.Final, null, null, null, Day("2023-08-01"), "litigator") };

        RulingApplied.Decide(life.Case, ruling, Row()).ShouldBeRefused("remedy-not-for-lateness", "Awb 6:2");
        RulingApplied.Decide(life.Case, ruling, Row(Remedy2)).ShouldBeUnknown("remedy-not-found");
    }

    [Fact]
    public void LodgeRemedy_ForATermThatIsNotForDeciding_IsRefused() =>
        Decided("2023-01-02", "2023-01-30").Refuse("2023-04-01", new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester, LateTerm: "objection:decision-1"), "litigator")
            .Code.ShouldBe("not-a-decision-term");

    [Fact]
    public void RegisterRuling_RowThatNamesNothingContested_SaysWhatToGive()
    {
        var step = new RegisterRuling("RBMNE", RulingKind.Final, Day("2024-12-03"), [new("AMS 24/1", "case-1", null, Granted)]);
        var at = Late().At("2024-12-04", "litigator");

        RegisterRuling.Decide(Ruling.Blank("ruling-1"), step, at).ShouldBeOfType<Refused>().Code.ShouldBe("contested-missing");
        RegisterRuling.Decide(Ruling.Blank("ruling-1"), step with { Rows = [step.Rows[0] with { RemedyId = Remedy1 }] }, at).ShouldBeOfType<Accepted>();
    }

    /// <summary>Late on 1 October 2024, put in default on the 16th, taken to court in November.</summary>
    private static NewLife Late()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-10-16", new RecordNoticeOfDefault());
        life.Take("2024-11-01", new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester, CaseNumber: "AMS 24/1"), "litigator");
        return life;
    }

    private static NewLife Ruled(string sentOn, RulingRow row)
    {
        var life = Late();
        life.Happen("2024-12-04", Applied(life, row, sentOn));
        return life;
    }

    private static RulingRow Row(RemedyId? remedy = null) => new("AMS 24/1", "case-1", null, Granted, null) { RemedyId = remedy ?? Remedy1 };

    private static RulingApplied Applied(NewLife life, RulingRow row, string sentOn = "2024-12-03") =>
        RulingApplied.Decide(life.Case, new Ruling("ruling-1") { Facts = new("RBAMS", RulingKind.Final, null, null, null, Day(sentOn), "litigator") }, row)
            .ShouldBeOfType<Accepted>().Events.Single().ShouldBeOfType<RulingApplied>();
}
