using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewRemedyTests
{
    // Announced on 4 March 2022: the objection term ends on 19 April (T21).
    private const string Received = "2022-02-07";
    private const string Announced = "2022-03-04";

    [Fact]
    public void LodgeRemedy_Objection_IsDecidedUponFromTheEndOfTheObjectionTerm()
    {
        // T22
        var life = Objected("2022-03-10");
        var term = life.Term("objection-decision:remedy-1", "2022-03-11");
        term.StartedOn.ShouldBe(Day("2022-04-19"));
        term.Due.ShouldBe(Day("2022-05-31"));
        term.Kind.ShouldBe(TermKind.ObjectionDecision);
    }

    [Fact]
    public void ScheduleHearing_ByACommittee_GivesTwelveWeeks()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-04-20", new ScheduleHearing(Remedy1, Day("2022-05-10"), Committee: true));
        life.Term("objection-decision:remedy-1", "2022-04-21").Due.ShouldBe(Day("2022-07-12"));
    }

    [Fact]
    public void ScheduleHearing_CommitteeToldAfterSixWeeks_ChangesNothing()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-06-01", new ScheduleHearing(Remedy1, Day("2022-06-10"), Committee: true));
        life.Term("objection-decision:remedy-1", "2022-06-02").Due.ShouldBe(Day("2022-05-31"));
    }

    [Fact]
    public void ExtendObjectionTerm_WithACommittee_AddsSixWeeksToTwelve()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-04-20", new ScheduleHearing(Remedy1, Day("2022-05-10"), Committee: true));
        life.Take("2022-07-01", new ExtendObjectionTerm(Remedy1, "Omvang.", Days: 42));
        life.Term("objection-decision:remedy-1", "2022-07-02").Due.ShouldBe(Day("2022-08-23"));
        life.Refuse("2022-07-02", new ExtendObjectionTerm(Remedy1, "Nog eens.", Days: 7)).Code.ShouldBe("already-extended");
    }

    [Fact]
    public void ExtendObjectionTerm_DelayAgreed_SuspendsThroughItsLastDay()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-05-23", new ExtendObjectionTerm(Remedy1, "In overleg.", AgreedThrough: Day("2022-06-05")));
        life.Term("objection-decision:remedy-1", "2022-06-07").Due.ShouldBe(Day("2022-06-14"));
    }

    [Fact]
    public void ExtendObjectionTerm_AfterItEnded_IsRefused() =>
        Objected("2022-03-10").Refuse("2022-06-01", new ExtendObjectionTerm(Remedy1, "Te laat.", Days: 7)).Code.ShouldBe("term-ended");

    [Fact]
    public void InviteToRepair_Repaired_SuspendsUntilTheRepair()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-05-02", new InviteToRepair(Remedy1, "De gronden ontbreken.", Day("2022-05-16")));
        life.Term("objection-decision:remedy-1", "2022-05-03").State.ShouldBe(TermState.Suspended);
        life.Term("repair:remedy-1:1", "2022-05-03").Due.ShouldBe(Day("2022-05-16"));
        life.Take("2022-05-10", new InviteToRepair(Remedy1, Repaired: true));
        // 3 through 9 May: seven days.
        life.Term("objection-decision:remedy-1", "2022-05-11").Due.ShouldBe(Day("2022-06-07"));
        life.Refuse("2022-05-11", new InviteToRepair(Remedy1, Repaired: true)).Code.ShouldBe("nothing-to-repair");
    }

    [Fact]
    public void InviteToRepair_WhileItsTermRuns_IsRefused()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-05-02", new InviteToRepair(Remedy1, "De gronden ontbreken.", Day("2022-05-16")));
        life.Refuse("2022-05-03", new InviteToRepair(Remedy1, "Ook de machtiging.", Day("2022-05-20"))).Code.ShouldBe("repair-open");
    }

    [Fact]
    public void LodgeRemedy_AppealAgainstAPrimaryDecision_PointsToObjection()
    {
        var life = Decided(Received, Announced);
        life.Refuse("2022-03-10", new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision1)).Code.ShouldBe("objection-first");
        life.Try("2022-03-10", new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, Decision1)).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void LodgeRemedy_ObjectionAgainstADecisionOnObjection_PointsToAppeal()
    {
        var life = ObjectionDecided();
        life.Refuse("2022-06-01", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision2)).Code.ShouldBe("appeal-open");
        life.Take("2022-06-01", new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision2, CaseNumber: "UTR 22/1"));
        life.Term("court-documents:remedy-2", "2022-06-02").Due.ShouldBe(Day("2022-06-29"));
    }

    [Fact]
    public void LodgeRemedy_ByAnotherWhileOneRuns_IsAccepted()
    {
        var life = Objected("2022-03-10");
        life.Refuse("2022-03-11", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1)).Code.ShouldBe("already-lodged");
        life.Take("2022-03-11", new LodgeRemedy(RemedyKind.Objection, RemedyParty.ThirdParty, Decision1, Name: "Kaspersky Lab BV"));
        life.Case.Remedies[Remedy2]!.Person.ShouldBe(new PersonId(2));
        life.Case.Parties[new PersonId(2)]!.Role.ShouldBe(PartyRole.ThirdParty);
    }

    [Fact]
    public void LodgeRemedy_AfterTheTerm_IsLate() => Objected("2022-04-20").Case.Remedies[Remedy1]!.Late.ShouldBeTrue();

    [Fact]
    public void LodgeRemedy_OnTheLastDay_IsInTime() => Objected("2022-04-19").Case.Remedies[Remedy1]!.Late.ShouldBeFalse();

    [Theory]
    [InlineData("2022-04-26", false)]
    [InlineData("2022-04-27", true)]
    public void LodgeRemedy_PostedInTime_MayArriveAWeekLater(string received, bool late)
    {
        var life = Decided(Received, Announced);
        life.Take(received, new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1, PostedOn: Day("2022-04-19")));
        life.Case.Remedies[Remedy1]!.Late.ShouldBe(late);
    }

    [Fact]
    public void LodgeRemedy_BeforeTheAnnouncement_IsRefused() =>
        Reviewed(Received).Refuse("2022-03-03", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1)).Kind.ShouldBe(RefusalKind.Unknown);

    [Fact]
    public void LodgeRemedy_ByTheBodyAgainstItsOwnDecision_IsRefused() =>
        Decided(Received, Announced).Refuse("2022-03-10", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Body, Decision1)).Code.ShouldBe("not-by-the-body");

    [Fact]
    public void LodgeRemedy_OnAClosedCase_OpensIt()
    {
        var life = Decided(Received, Announced);
        life.Take("2022-04-20", new Close());
        life.Take("2022-04-21", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1, Excusable: true));
        life.Case.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void SubmitDecision_NobodyHeard_IsRefused()
    {
        var life = Objected("2022-03-10");
        JudgeUnderTheWoo(life);
        life.Take("2022-05-20", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1));
        life.PrepareLetters("2022-05-20");
        life.Refuse("2022-05-20", new SubmitDecision(Decision2)).Code.ShouldBe("not-heard");
        life.Take("2022-05-20", new RecordHearing(Remedy1, HearingWaiver.Declined));
        life.PrepareLetters("2022-05-20");
        life.Take("2022-05-20", new SubmitDecision(Decision2));
    }

    [Fact]
    public void TakeDecision_OnObjectionByWhoTookThePrimaryOne_IsForbidden()
    {
        var life = Heard();
        life.Take("2022-05-20", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1));
        life.PrepareLetters("2022-05-20");
        life.Take("2022-05-20", new SubmitDecision(Decision2));
        life.Take("2022-05-20", new ApproveDecision(Decision2), "approver");
        var refused = life.Refuse("2022-05-20", new TakeDecision(Decision2), "signatory");
        refused.Kind.ShouldBe(RefusalKind.Forbidden);
        refused.Article.ShouldBe("Awb 10:3(3)");
        life.Take("2022-05-20", new TakeDecision(Decision2), "signatory-2");
    }

    [Fact]
    public void RecordDispatch_DecisionOnObjection_EndsEveryObjectionToIt()
    {
        var life = ObjectionDecided();
        life.Case.Remedies[Remedy1]!.State.ShouldBe(RemedyState.Decided);
        life.Term("objection-decision:remedy-1", "2022-05-25").State.ShouldBe(TermState.Met);
    }

    [Fact]
    public void RecordHearing_WithoutReport_IsRefused()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-04-20", new ScheduleHearing(Remedy1, Day("2022-05-10")));
        life.Refuse("2022-05-10", new RecordHearing(Remedy1)).Code.ShouldBe("report-missing");
        life.Take("2022-05-10", new RecordHearing(Remedy1, Report: "Verslag."));
        life.Refuse("2022-05-11", new RecordHearing(Remedy1, Report: "Verslag.")).Code.ShouldBe("already-heard");
    }

    [Fact]
    public void RecordCommitteeAdvice_WithoutCommittee_IsRefused()
    {
        var life = Objected("2022-03-10");
        life.Refuse("2022-05-10", new RecordCommitteeAdvice(Remedy1, CommitteeAdviceKind.Unfounded)).Code.ShouldBe("no-committee");
        life.Take("2022-05-10", new ScheduleHearing(Remedy1, Day("2022-05-20"), Committee: true));
        life.Take("2022-05-25", new RecordCommitteeAdvice(Remedy1, CommitteeAdviceKind.PartlyFounded));
        life.Case.Remedies[Remedy1]!.CommitteeAdvice!.Kind.ShouldBe(CommitteeAdviceKind.PartlyFounded);
    }

    [Fact]
    public void JoinParty_WhoObjects_IsPartyAlready()
    {
        var life = Objected("2022-03-10");
        life.Refuse("2022-03-11", new JoinParty(Remedy1, new PersonId(1))).Code.ShouldBe("already-party");
        life.Take("2022-03-11", new JoinParty(Remedy1, Name: "Kaspersky Lab BV"));
        life.Case.Remedies[Remedy1]!.Joined.ShouldBe([new PersonId(2)]);
    }

    [Fact]
    public void WithdrawRemedy_Objection_WithdrawsItsTerm()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-04-01", new WithdrawRemedy(Remedy1));
        life.Term("objection-decision:remedy-1", "2022-04-02").State.ShouldBe(TermState.Withdrawn);
        life.Refuse("2022-04-02", new WithdrawRemedy(Remedy1)).Code.ShouldBe("no-remedy");
    }

    [Fact]
    public void FileCourtDocuments_OnAnObjection_IsRefused() =>
        Objected("2022-03-10").Refuse("2022-03-11", new FileCourtDocuments(Remedy1), "litigator").Code.ShouldBe("not-before-a-court");

    [Fact]
    public void FileCourtDocuments_MeetsTheTermOfTheCourt()
    {
        var life = Appealed("2022-06-01");
        life.Take("2022-06-28", new FileCourtDocuments(Remedy2), "litigator");
        life.Term("court-documents:remedy-2", "2022-07-10").State.ShouldBe(TermState.Met);
        life.Refuse("2022-06-29", new FileCourtDocuments(Remedy2), "litigator").Code.ShouldBe("already-filed");
    }

    [Fact]
    public void RecordCourtHearing_CountsTenDaysBack()
    {
        var life = Appealed("2022-06-01");
        life.Take("2022-08-01", new RecordCourtHearing(Remedy2, Day("2022-09-14")), "litigator");
        var term = life.Term("hearing-documents:remedy-2", "2022-08-02");
        term.Due.ShouldBe(Day("2022-09-03"));
        term.StartedOn.ShouldBe(Day("2022-08-01"));
        life.Take("2022-09-14", new RecordCourtHearing(Remedy2, Day("2022-09-14"), Held: true), "litigator");
        life.Terms("2022-09-15").ShouldNotContain(x => x.Kind == TermKind.HearingDocuments);
    }

    [Fact]
    public void RecordNoticeOfDefault_AfterTheTerm_AllowsAppealAfterTwoWeeks()
    {
        // T27
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-10", new ExtendTerm(14, "Omvang."));
        life.Send("2024-09-10", LetterKind.ExtensionNotice, "extension");
        life.Take("2024-10-16", new RecordNoticeOfDefault()).OfType<NoticeOfDefaultRecorded>().Single().Premature.ShouldBeFalse();
        life.Term("notice:notice-1", "2024-10-17").Due.ShouldBe(Day("2024-10-30"));
    }

    [Fact]
    public void RecordNoticeOfDefault_OnTheLastDay_IsPremature()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-30", new RecordNoticeOfDefault()).OfType<NoticeOfDefaultRecorded>().Single().Premature.ShouldBeTrue();
        life.Terms("2024-10-17").ShouldNotContain(term => term.Kind == TermKind.NoticeOfDefault);
        life.Term("decision", "2024-11-30").Penalty.ShouldBeNull();
    }

    [Fact]
    public void RecordNoticeOfDefault_AfterTheDecision_IsRefused() =>
        Decided(Received, Announced).Refuse("2022-03-10", new RecordNoticeOfDefault()).Code.ShouldBe("decision-not-owed");

    [Fact]
    public void RecordNoticeOfDefault_ForATermOfAnother_IsRefused() =>
        Decided(Received, Announced).Refuse("2022-03-10", new RecordNoticeOfDefault("objection:decision-1")).Code.ShouldBe("not-a-decision-term");

    [Fact]
    public void LodgeRemedy_LateObjectionAfterTheDecision_IsRefused()
    {
        NewLife.Received("2024-09-02").Try("2024-10-02", new LodgeRemedy(RemedyKind.LateObjection, RemedyParty.Requester)).ShouldBeOfType<Accepted>();
        Decided(Received, Announced).Refuse("2022-03-10", new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester)).Code.ShouldBe("decision-not-owed");
    }

    [Fact]
    public void RecordInterimRelief_Requested_IsARemedyThatRuns()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-03-11", new RecordInterimRelief(InterimReliefState.Requested, Decision1, Name: "Kaspersky Lab BV"));
        life.Case.Remedies[Remedy2]!.Relief.ShouldBe(InterimReliefState.Requested);
        life.Refuse("2022-03-20", new RecordInterimRelief(InterimReliefState.Refused, RemedyId: Remedy1)).Kind.ShouldBe(RefusalKind.Unknown);
        life.Take("2022-03-20", new RecordInterimRelief(InterimReliefState.Refused, RemedyId: Remedy2));
        life.Case.Remedies[Remedy2]!.Runs.ShouldBeFalse();
        life.Refuse("2022-03-21", new RecordInterimRelief(InterimReliefState.Granted, RemedyId: Remedy2)).Code.ShouldBe("remedy-ended");
    }

    [Fact]
    public void RecordPayment_CourtPenaltyWithoutRuling_IsRefused()
    {
        var life = Decided(Received, Announced);
        life.Refuse("2022-03-10", new RecordPayment(PaymentKind.CourtPenalty, 100)).Code.ShouldBe("ruling-missing");
        life.Take("2022-03-10", new RecordPayment(PaymentKind.Costs, 1518));
        life.Case.Payments.Single().Euros.ShouldBe(1518);
    }

    private static NewLife Objected(string on)
    {
        var life = Decided(Received, Announced);
        life.Take(on, new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        return life;
    }

    /// <summary>A decision of 20 May 2022 falls under the Woo, so the passage is judged again.</summary>
    private static void JudgeUnderTheWoo(NewLife life) => life.Take(
        "2022-05-12",
        new AssessPassage(Doc2, 1, Treatment.Withheld, new PassageId(1), Grounds: [Ground.Parse("5.1.2.e")], Reason: "Persoonlijke levenssfeer."));

    private static NewLife Heard()
    {
        var life = Objected("2022-03-10");
        life.Take("2022-05-10", new RecordHearing(Remedy1, HearingWaiver.Declined));
        JudgeUnderTheWoo(life);
        return life;
    }

    private static NewLife ObjectionDecided()
    {
        var life = Heard();
        life.Decide("2022-05-20", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1), "signatory-2");
        return life;
    }

    private static NewLife Appealed(string on)
    {
        var life = ObjectionDecided();
        life.Take(on, new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision2, CaseNumber: "UTR 22/1"));
        return life;
    }
}
