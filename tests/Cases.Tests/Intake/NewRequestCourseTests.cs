using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewRequestCourseTests
{
    [Fact]
    public void Forward_WholeRequest_WithdrawsTheTermOnceItIsSent()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new Forward("De informatie berust daar.", Agency: new Agency("BZK")));
        life.Term("decision", "2024-09-03").State.ShouldBe(TermState.Running);
        life.Send("2024-09-04", LetterKind.Forwarding, "forwarding-1");
        life.Term("decision", "2024-09-05").State.ShouldBe(TermState.Withdrawn);
        life.Take("2024-09-05", new Close());
    }

    [Fact]
    public void Forward_Part_LeavesTheTermRunning()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new Forward("Dat deel berust daar.", Part: "De gemeentelijke stukken", Body: "Gemeente Utrecht", Address: "Stadsplateau 1"));
        life.Send("2024-09-04", LetterKind.Forwarding, "forwarding-1");
        life.Send("2024-09-04", LetterKind.ForwardingNotice, "forwarding-1");
        life.Term("decision", "2024-09-05").State.ShouldBe(TermState.Running);
        life.Case.Intake.Forwardings.Single().NoticeOn.ShouldBe(Day("2024-09-04"));
        life.Case.Parties.Last().Role.ShouldBe(PartyRole.OtherBody);
    }

    [Fact]
    public void Forward_WithoutAddressee_IsRefused() =>
        Received("2024-09-02").Refuse("2024-09-03", new Forward("Elders.")).Field.ShouldBe("body");

    [Fact]
    public void Forward_AfterTheDecision_IsRefused() =>
        Decided("2024-09-02", "2024-09-20").Refuse("2024-09-23", new Forward("Elders.", Agency: new Agency("BZK"))).Code.ShouldBe("already-decided");

    [Fact]
    public void DemandInformation_Received_MeetsItsTerm()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new DemandInformation("Het adviesbureau", "Het eindrapport", Day("2024-09-10")));
        life.Term("demand:demand-1", "2024-09-11").State.ShouldBe(TermState.Lapsed);
        life.Take("2024-09-11", new DemandInformation(Received: new DemandId(1)));
        life.Term("demand:demand-1", "2024-09-11").State.ShouldBe(TermState.Met);
        life.Refuse("2024-09-11", new DemandInformation(Received: new DemandId(1))).Code.ShouldBe("already-received");
    }

    [Fact]
    public void InformPreservation_Confirmed_IsRecordedWithItsNotice()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-02", new InformPreservation("NCTV"));
        life.Take("2024-09-04", new InformPreservation(Confirmed: new PreservationId(1)), "unit");
        life.Case.Intake.Preservations.Single().ConfirmedOn.ShouldBe(Day("2024-09-04"));
        life.Refuse("2024-09-05", new InformPreservation(Confirmed: new PreservationId(1))).Code.ShouldBe("already-confirmed");
    }

    [Fact]
    public void DeclineToTreat_WithinTwoWeeks_StartsADecision()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new DeclineToTreat(DeclineGround.OtherPurpose, "Verzoeker wil de organisatie ontregelen."));
        life.Case.Decisions.Single().Kind.ShouldBe(DecisionKind.NotTreated);
        life.Term("decline:decision-1", "2024-09-10").Due.ShouldBe(Day("2024-09-16"));
        life.Announce("2024-09-16", Decision1);
        life.Term("decision", "2024-09-17").State.ShouldBe(TermState.Met);
    }

    [Fact]
    public void DeclineToTreat_AfterTwoWeeks_IsRefused() =>
        Received("2024-09-02").Refuse("2024-09-17", new DeclineToTreat(DeclineGround.OtherPurpose, "-")).Code.ShouldBe("decline-term-passed");

    [Fact]
    public void DeclineToTreat_OtherPurposeDiscoveredLater_IsAccepted() =>
        Received("2024-09-02").Try("2024-09-25", new DeclineToTreat(DeclineGround.OtherPurpose, "-", Day("2024-09-24"))).ShouldBeOfType<Accepted>();

    [Fact]
    public void DeclineToTreat_NotClarifiedBeforeTheTermPassed_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new AskClarification("Welke periode?", Day("2024-09-17")));
        life.Send("2024-09-03", LetterKind.ClarificationRequest, "clarification-1");
        life.Refuse("2024-09-17", new DeclineToTreat(DeclineGround.NotClarified, "-")).Code.ShouldBe("clarification-not-finished");
        life.Try("2024-09-18", new DeclineToTreat(DeclineGround.NotClarified, "-")).ShouldBeOfType<Accepted>();
        life.Refuse("2024-10-02", new DeclineToTreat(DeclineGround.NotClarified, "-")).Code.ShouldBe("decline-term-passed");
    }

    [Fact]
    public void DeclineToTreat_UnderTheWob_KnowsNoOtherPurpose() =>
        Received("2018-05-22").Refuse("2018-05-24", new DeclineToTreat(DeclineGround.OtherPurpose, "-")).Code.ShouldBe("not-in-this-act");

    [Fact]
    public void TakeDecision_NotTreatedAfterItsTerm_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new DeclineToTreat(DeclineGround.OtherPurpose, "-"));
        life.PrepareLetters("2024-09-10");
        life.Take("2024-09-16", new SubmitDecision(Decision1));
        life.Take("2024-09-16", new ApproveDecision(Decision1), "approver");
        life.Refuse("2024-09-17", new TakeDecision(Decision1), "signatory").Code.ShouldBe("decline-term-passed");
    }

    [Fact]
    public void Withdraw_RunningRequest_EndsEveryTermAndAllowsClosing()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new AskUnit("NCTV", "Wat heeft u?", Day("2024-09-10")));
        life.Refuse("2024-09-09", new Close()).Code.ShouldBe("decision-owed");
        life.Take("2024-09-09", new Withdraw());
        life.Terms("2024-10-20").ShouldAllBe(term => term.State == TermState.Withdrawn);
        life.Take("2024-09-10", new Close());
    }

    [Fact]
    public void Withdraw_AfterTheDecision_IsRefused() => Decided("2024-09-02", "2024-09-20").Refuse("2024-09-23", new Withdraw()).Code.ShouldBe("already-decided");

    [Fact]
    public void DraftDecision_AfterWithdrawal_IsRefused()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-09", new Withdraw());
        life.Refuse("2024-09-10", new DraftDecision(DecisionKind.Primary)).Code.ShouldBe("nothing-to-decide");
    }

    [Fact]
    public void InformRequester_LateRequest_IsAskedForAgainTwoWeeksAfterTheLetter()
    {
        var life = Received("2024-09-02");
        life.Terms("2024-09-30").ShouldNotContain(term => term.Kind == TermKind.Progress);
        life.Term("progress", "2024-10-01").Due.ShouldBe(Day("2024-10-14"));
        life.AgendaOf("2024-10-14").Due.OfType<Remind>().ShouldContain(remind => remind.TermId == "progress");
        life.Take("2024-10-08", new InformRequester("Drie documenten zijn nog bij de AIVD.", Day("2024-11-01")));
        life.Send("2024-10-08", LetterKind.ProgressLetter, "progress-1");
        life.Term("progress", "2024-10-14").Due.ShouldBe(Day("2024-10-22"));
        life.AgendaOf("2024-10-14").Due.OfType<Remind>().ShouldNotContain(remind => remind.TermId == "progress");
    }

    [Fact]
    public void InformRequester_ExpectedInThePast_IsRefused() =>
        Received("2024-09-02").Refuse("2024-10-08", new InformRequester("-", Day("2024-10-07"))).Code.ShouldBe("date-in-past");

    [Fact]
    public void RecordContact_AfterClosing_IsAccepted()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new Withdraw());
        life.Take("2024-09-03", new Close());
        life.Take("2024-09-04", new RecordContact(Channel.Oral, "Belde over de afloop."));
        life.Case.Contacts.Single().With.ShouldBe(new PersonId(1));
        life.Refuse("2024-09-04", new RecordContact(Channel.Oral, "-", new PersonId(9))).Kind.ShouldBe(RefusalKind.Unknown);
    }
}
