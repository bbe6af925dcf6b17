using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>What steps do to terms on the very days on which it turns, and that what is taken away leaves nothing behind.</summary>
public sealed class TermStepsTests
{
    private const string Received = "2022-02-07";

    /// <summary>The objection term then ends on Friday 15 April, Good Friday, and with the Atw on Tuesday the 19th; six weeks after that end on 31 May.</summary>
    private const string Announced = "2022-03-04";

    [Fact]
    public void ExtendTerm_AfterADecisionOnAPart_ExtendsTheTermForTheRest()
    {
        var life = Reviewed("2024-09-02");
        life.Decide("2024-09-16", new DraftDecision(DecisionKind.Partial, Part: "2018"));

        life.Take("2024-09-20", new ExtendTerm(14, "Omvang."));
        life.Send("2024-09-20", LetterKind.ExtensionNotice, "extension");

        life.Term("decision", "2024-09-21").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void ExtendTerm_OfARequestThatWasWithdrawn_IsRefused()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-10", new Withdraw());

        life.Refuse("2024-09-11", new ExtendTerm(14, "Omvang.")).Code.ShouldBe("request-withdrawn");
    }

    [Theory]
    [InlineData(42, null)]
    [InlineData(43, "extension-too-long")]
    public void ExtendObjectionTerm_AtMostSixWeeks(int days, string? refused)
    {
        var outcome = Objected("2022-03-10").Try("2022-05-31", new ExtendObjectionTerm(Remedy1, "Omvang.", days));

        if (refused is null)
            outcome.ShouldBeOfType<Accepted>();
        else
            (((Refused)outcome).Code, ((Refused)outcome).Article, ((Refused)outcome).Field).ShouldBe((refused, "Awb 7:10(3)", "days"));
    }

    [Theory]
    [InlineData("2022-05-31", null)]
    [InlineData("2022-06-01", "term-ended")]
    public void ExtendObjectionTerm_OnTheLastDay_IsInTime(string on, string? refused)
    {
        var outcome = Objected("2022-03-10").Try(on, new ExtendObjectionTerm(Remedy1, "Omvang.", Days: 7));

        if (refused is null)
            outcome.ShouldBeOfType<Accepted>();
        else
            (((Refused)outcome).Code, ((Refused)outcome).Article).ShouldBe((refused, "Awb 7:10(3)"));
    }

    [Theory]
    // The objection was announced so that its six weeks end on Thursday 26 May 2022, Ascension Day; with the designated Friday on Monday the 30th.
    [InlineData("2022-05-30", "2022-07-07")]
    [InlineData("2022-05-31", "2022-05-30")]
    public void Committee_ToldWithinTheSixWeeksAsMovedByTheAtw_GivesTwelve(string told, string due)
    {
        // Announced on Thursday 3 March: objection until 14 April, six weeks until 26 May, twelve until 7 July.
        var life = Decided("2022-02-07", "2022-03-03");
        life.Take("2022-03-10", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take(told, new ScheduleHearing(Remedy1, Day("2022-06-10"), Committee: true));

        life.Term("objection-decision:remedy-1", told).Due.ShouldBe(Day(due));
    }

    [Fact]
    public void Objection_LateButExcused_IsDecidedUponFromTheDayItCame()
    {
        var life = Decided(Received, Announced);
        life.Take("2022-05-02", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1, Excusable: true));

        (life.Case.Remedies[Remedy1]!.Late, life.Case.Remedies[Remedy1]!.Counts).ShouldBe((true, true));
        life.Term("objection-decision:remedy-1", "2022-05-03").Due.ShouldBe(Day("2022-06-13"));
    }

    [Theory]
    [InlineData(DeclineGround.OtherPurpose, "2024-09-12")]
    [InlineData(DeclineGround.NotClarified, "2024-09-13")]
    public void Decline_IsMetByTheDecisionOrByTheWordOfIt_AsItsArticleSays(DeclineGround ground, string met)
    {
        var life = NewLife.Received("2024-09-02");
        if (ground == DeclineGround.NotClarified)
        {
            life.Take("2024-09-03", new AskClarification("Welke stukken?", Day("2024-09-10")));
            life.Send("2024-09-03", LetterKind.ClarificationRequest, "clarification-1", "handler-2");
        }

        life.Take("2024-09-11", new DeclineToTreat(ground, "-"));
        life.PrepareLetters("2024-09-11");
        life.Take("2024-09-11", new SubmitDecision(Decision1));
        life.Take("2024-09-11", new ApproveDecision(Decision1), "approver");
        life.Take("2024-09-12", new TakeDecision(Decision1), "signatory");
        life.Send("2024-09-13", LetterKind.Decision, "decision-1");

        life.Term("decline:decision-1", "2024-09-16").MetOn.ShouldBe(Day(met));
    }

    [Theory]
    [InlineData("2024-09-17", false)]
    [InlineData("2024-09-18", true)]
    public void Clarification_OnTheLastDayOfItsTerm_DidNotGoByUnused(string answered, bool unused)
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-03", new AskClarification("Welke stukken?", Day("2024-09-17")));
        life.Send("2024-09-03", LetterKind.ClarificationRequest, "clarification-1", "handler-2");
        life.Take(answered, new RecordClarification(new ClarificationId(1), "2018"));

        // 4 through 16 September: thirteen days, either way.
        life.Term("decision", "2024-09-20").Due.ShouldBe(Day("2024-10-14"));
        life.Term("decision", "2024-09-20").Trail.Any(line => line.Nl.Contains("ongebruikt is verstreken", StringComparison.Ordinal)).ShouldBe(unused);
    }

    [Fact]
    public void Clarification_WhoseLetterLeftAfterTheDayItAskedFor_SuspendsNothing()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-03", new AskClarification("Welke stukken?", Day("2024-09-10")));
        life.Send("2024-09-11", LetterKind.ClarificationRequest, "clarification-1", "handler-2");

        life.Term("decision", "2024-09-20").Due.ShouldBe(Day("2024-09-30"));
    }

    [Fact]
    public void Phases_AreMetByWhatWasDecidedAfterTheyWereAgreed()
    {
        var life = Reviewed("2024-09-02");
        life.Decide("2024-09-09", new DraftDecision(DecisionKind.Partial, Part: "2017"));
        life.Take("2024-09-10", new AgreePhasing("Eerst 2018.", [new PhaseToAgree("2018", Day("2024-10-15"))]));

        life.Term("phase:1", "2024-09-11").MetOn.ShouldBeNull();
    }

    [Fact]
    public void Advice_OfTheCouncilBeforeTheObjection_CountsFromTheObjection()
    {
        var life = Decided("2024-09-02", "2024-09-20");
        life.Take("2024-09-24", new RecordCouncilComplaint(Decision1));
        life.Take("2024-10-08", new RecordCouncilAdvice(new ComplaintId(1)));
        life.Take("2024-10-15", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));

        life.Term("objection-decision:remedy-1", "2024-10-16").Due.ShouldBe(Day("2024-10-29"));
    }

    [Fact]
    public void Redating_ClosedCase_LeavesItAsItWas()
    {
        var closed = Given.AClosedCase();
        closed.Term("objection:decision-1", new(2022, 4, 25)).Due.ShouldBe(new DateOnly(2022, 4, 19));

        var after = closed.Under(new DayDesignated(new(2022, 4, 19), "Stcrt. 2022, 1"));

        // On the day itself, when it would still have moved.
        TermsRedated.Decide(closed.Case, closed.Facts, after.Facts, "day-designated:2022-04-19", new(2022, 4, 19)).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        TermsRedated.Decide(closed.Case with { ClosedOn = null }, closed.Facts, after.Facts, "day-designated:2022-04-19", new(2022, 4, 19))
            .ShouldBeOfType<Accepted>().Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Redating_TermOfAWithdrawnRequest_TellsOfNoMove()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-10", new Withdraw());
        var designated = life.Facts.Apply(new DayDesignated(new(2024, 9, 30), "Stcrt. 2024, 1"), new Entry(1, default, Day("2024-09-11"), "beheer"));

        TermsRedated.Decide(life.Case, life.Facts, designated, "day-designated:2024-09-30", Day("2024-09-11")).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Suspension_TakenAway_GivesTheDateWithoutIt()
    {
        foreach (var ground in Enum.GetValues<SuspensionGround>())
        {
            var life = NewLife.Received("2024-09-02");
            life.Take("2024-09-10", new Suspend(ground, "Vergissing.", ground is SuspensionGround.RequesterAgreed or SuspensionGround.Phasing ? Day("2024-09-19") : null));
            life.Term("decision", "2024-09-16").Due.ShouldBeGreaterThan(Day("2024-09-30"), ground.ToString());

            var told = life.Take("2024-09-10", new Resume(new SuspensionId(1)), today: "2024-09-16");

            life.Term("decision", "2024-09-16").Due.ShouldBe(Day("2024-09-30"), ground.ToString());
            life.Case.Intake.Suspensions.Count.ShouldBe(1);
            told.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Suspension_ThatEndedOnAWrongDay_IsCorrected_AndTheLogSaysWhatMoved()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.ForceMajeure, "Brand."));
        life.Take("2024-09-20", new Resume(new SuspensionId(1)));
        life.Term("decision", "2024-09-21").Due.ShouldBe(Day("2024-10-10"));

        var moved = life.Take("2024-09-23", new Correct(CorrectableFact.ResumedOn, Day("2024-09-10"), "Er was geen brand.", "suspension-1")).OfType<FactCorrected>().Single().Moved;

        moved.ShouldBe([new MovedTerm("decision", Day("2024-10-10"), Day("2024-09-30"))]);
        life.Term("decision", "2024-09-24").Due.ShouldBe(Day("2024-09-30"));
        life.Refuse("2024-09-24", new Correct(CorrectableFact.ResumedOn, Day("2024-09-09"), "?", "suspension-1")).Code.ShouldBe("date-out-of-order");
    }

    [Fact]
    public void Suspension_ThatBeganOnAWrongDay_IsCorrected()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief.", Day("2024-09-19")));

        life.Take("2024-09-20", new Correct(CorrectableFact.SuspendedOn, Day("2024-09-12"), "De brief is van de twaalfde.", "suspension-1"));

        // 12 through 19 September: eight days.
        life.Term("decision", "2024-09-20").Due.ShouldBe(Day("2024-10-08"));
        life.Refuse("2024-09-20", new Correct(CorrectableFact.SuspendedOn, Day("2024-09-20"), "?", "suspension-1")).Code.ShouldBe("date-out-of-order");
        life.Refuse("2024-09-20", new Correct(CorrectableFact.SuspendedOn, Day("2024-09-01"), "?", "suspension-1")).Code.ShouldBe("date-out-of-order");
    }

    [Fact]
    public void Objection_RecordedOnAWrongDay_IsInTimeAfterAll()
    {
        var life = Objected("2022-04-21");
        life.Case.Remedies[Remedy1]!.Late.ShouldBeTrue();

        var corrected = life.Take("2022-04-25", new Correct(CorrectableFact.LodgedOn, Day("2022-04-19"), "Ontvangststempel.", "remedy-1")).OfType<FactCorrected>().Single();

        corrected.Overtaken.ShouldNotBeNull().ShouldContain(x => x.Kind == OvertakenKind.RemedyInTime && x.Subject == "remedy-1");
        life.Case.Remedies[Remedy1]!.Late.ShouldBeFalse();
        life.Term("objection-decision:remedy-1", "2022-04-26").Due.ShouldBe(Day("2022-05-31"));
        life.Refuse("2022-04-26", new Correct(CorrectableFact.LodgedOn, Day("2022-03-03"), "?", "remedy-1")).Code.ShouldBe("date-out-of-order");
    }

    [Fact]
    public void Objection_TimelyAndRecordedLater_IsInTime()
    {
        var life = Decided(Received, Announced);

        life.Take("2022-04-19", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1), today: "2022-05-10");

        life.Case.Remedies[Remedy1]!.Late.ShouldBeFalse();
        life.Case.Remedies[Remedy1]!.LodgedOn.ShouldBe(Day("2022-04-19"));
    }

    [Fact]
    public void Appeal_RecordedOnAWrongDay_TakesTheCourtsTermWithIt()
    {
        var life = Decided(Received, Announced);
        life.Take("2022-03-15", new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, Decision1));
        life.Term("court-documents:remedy-1", "2022-03-15").Due.ShouldBe(Day("2022-04-12"));

        life.Take("2022-03-16", new Correct(CorrectableFact.LodgedOn, Day("2022-03-10"), "Poststempel.", "remedy-1"));

        life.Term("court-documents:remedy-1", "2022-03-16").Due.ShouldBe(Day("2022-04-07"));
    }

    [Fact]
    public void NoticeOfDefault_RecordedOnAWrongDay_TurnsOutPremature()
    {
        var life = NewLife.Received("2024-09-02");
        life.Take("2024-10-01", new RecordNoticeOfDefault());
        life.Term("notice:notice-1", "2024-10-02").Due.ShouldBe(Day("2024-10-15"));

        var corrected = life.Take("2024-10-02", new Correct(CorrectableFact.NoticeReceivedOn, Day("2024-09-30"), "Ontvangststempel.", "notice-1")).OfType<FactCorrected>().Single();

        corrected.Overtaken.ShouldNotBeNull().ShouldContain(x => x.Kind == OvertakenKind.NoticePremature);
        life.Terms("2024-10-03").ShouldNotContain(term => term.Kind == TermKind.NoticeOfDefault);
    }

    [Fact]
    public void TemporaryWithholding_InALaterPart_CountsFromTheDecisionThatWithheld()
    {
        // The first part is one of the Wob; the second of the Woo.
        var life = NewLife.Received("2022-04-11");
        life.Take("2022-04-19", new AddDocument("Nota"));
        life.Take("2022-04-19", new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 2));
        life.Take("2022-04-19", new AssessDocument(Doc1, Judgement.Public));
        life.Decide("2022-04-25", new DraftDecision(DecisionKind.Partial, Part: "2018"));
        life.Take("2022-05-02", new AddDocument("Analyse"));
        life.Take("2022-05-02", new AssessPassage(Doc2, 1, Treatment.Withheld, Grounds: [Ground.Parse("5.1.4")], Reason: "Loopt nog.", WithheldUntil: Day("2022-09-01")));
        life.Terms("2022-05-03").ShouldNotContain(term => term.TermId == "withheld:passage-1");

        life.Decide("2022-05-09", new DraftDecision(DecisionKind.Primary));

        var term = life.Term("withheld:passage-1", "2022-05-10");
        (term.StartedOn, term.Due).ShouldBe((Day("2022-05-09"), Day("2022-09-01")));
    }

    [Fact]
    public void Close_WhileSomethingIsWithheldForATime_IsRefusedUntilItIsJudgedAnew()
    {
        var life = NewLife.Received("2022-05-09");
        life.Take("2022-05-16", new AddDocument("Nota"));
        life.Take("2022-05-16", new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 1));
        life.Take("2022-05-16", new AssessPassage(Doc1, 1, Treatment.Withheld, Grounds: [Ground.Parse("5.1.4")], Reason: "Loopt nog.", WithheldUntil: Day("2022-09-01")));
        life.Decide("2022-05-23", new DraftDecision(DecisionKind.Primary));

        // Nothing can be contested any more, but disclosure is still due.
        foreach (var day in (string[])["2022-08-01", "2022-09-05"])
            (life.Refuse(day, new Close()).Code, life.Refuse(day, new Close()).Article).ShouldBe(("disclosure-owed", "Woo 5.1(4)"));
        life.Take("2022-09-05", new AssessPassage(Doc1, 1, Treatment.Disclosed, new PassageId(1)));

        life.Try("2022-09-05", new Close()).ShouldBeOfType<Accepted>();
    }

    private static NewLife Objected(string on)
    {
        var life = Decided(Received, Announced);
        life.Take(on, new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        return life;
    }
}
