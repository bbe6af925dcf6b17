using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewSuspensionTests
{
    private static readonly SuspensionId First = new(1);

    [Fact]
    public void Suspend_AgreedPeriod_MovesTheTermByItsDays()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief van verzoeker.", Day("2024-09-19")));
        life.Term("decision", "2024-09-11").State.ShouldBe(TermState.Suspended);
        life.Term("decision", "2024-09-20").Due.ShouldBe(Day("2024-10-10"));
        life.Term("decision", "2024-09-20").State.ShouldBe(TermState.Running);
    }

    [Fact]
    public void Suspend_ForeignAuthority_CountsFromTheDayAfterTheNoticeUntilTheAnswer()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.ForeignAuthority, "Duitse dienst gevraagd."));
        life.Take("2024-09-19", new Resume(First));
        life.Term("decision", "2024-09-19").Due.ShouldBe(Day("2024-10-08"));
    }

    [Fact]
    public void Suspend_TwoThatOverlap_CountTogetherOnce()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief.", Day("2024-09-19")));
        life.Take("2024-09-12", new Suspend(SuspensionGround.ForceMajeure, "Brand in het archief."));
        life.Take("2024-09-24", new Resume(new SuspensionId(2)));
        // 10 through 23 September: fourteen days.
        life.Term("decision", "2024-09-30").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void Suspend_AgreedWithoutLastDay_IsRefused() =>
        Received("2024-09-02").Refuse("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Telefonisch.")).Code.ShouldBe("period-missing");

    [Fact]
    public void Suspend_AfterTheTermEnded_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Try("2024-09-30", new Suspend(SuspensionGround.ForceMajeure, "Brand.")).ShouldBeOfType<Accepted>();
        life.Refuse("2024-10-01", new Suspend(SuspensionGround.ForceMajeure, "Brand.")).Code.ShouldBe("term-ended");
    }

    [Fact]
    public void Suspend_LastDayBeyondWhatCanBeComputed_IsRefused() =>
        Received("2024-09-02").Refuse("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief.", DateOnly.MaxValue)).Code.ShouldBe("date-out-of-range");

    [Fact]
    public void Resume_UnknownSuspension_IsUnknown()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.ForceMajeure, "Brand."));
        life.Refuse("2024-09-11", new Resume(new SuspensionId(2))).Kind.ShouldBe(RefusalKind.Unknown);
    }

    [Fact]
    public void Resume_EndedSuspension_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.ForceMajeure, "Brand."));
        life.Take("2024-09-12", new Suspend(SuspensionGround.RequesterDelay, "Geen reactie."));
        life.Take("2024-09-13", new Resume(First));
        life.Refuse("2024-09-14", new Resume(First)).Code.ShouldBe("suspension-ended");
    }

    [Fact]
    public void Resume_AgreedPeriodThatRanOut_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief.", Day("2024-09-12")));
        life.Refuse("2024-09-13", new Resume(First)).Code.ShouldBe("suspension-ended");
    }

    [Fact]
    public void Resume_WithinAnAgreedPeriod_CountsThatDayAgain()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new Suspend(SuspensionGround.RequesterAgreed, "Brief.", Day("2024-09-19")));
        life.Take("2024-09-13", new Resume(First));
        life.Term("decision", "2024-09-13").Due.ShouldBe(Day("2024-10-03"));
    }

    [Fact]
    public void AgreePhasing_WithoutDelay_SuspendsNothing()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new AgreePhasing("Eerst 2018.", [new PhaseToAgree("2018", Day("2024-10-15")), new PhaseToAgree("2019", Day("2024-11-15"))]));
        life.Term("decision", "2024-09-11").Due.ShouldBe(Day("2024-09-30"));
        life.Term("phase:2", "2024-09-11").Due.ShouldBe(Day("2024-11-15"));
    }

    [Fact]
    public void AgreePhasing_WithDelay_SuspendsThroughItsLastDay()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-10", new AgreePhasing("Eerst 2018.", DelayThrough: Day("2024-09-23")));
        life.Term("decision", "2024-09-24").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void AgreePhasing_PartDecidedUpon_MeetsTheFirstPhaseOnly()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-10", new AgreePhasing("Eerst 2018.", [new PhaseToAgree("2018", Day("2024-10-15")), new PhaseToAgree("2019", Day("2024-11-15"))]));
        life.Decide("2024-10-10", new DraftDecision(DecisionKind.Partial, Part: "2018"));
        life.Term("phase:1", "2024-10-11").MetOn.ShouldBe(Day("2024-10-10"));
        life.Term("phase:2", "2024-10-11").MetOn.ShouldBeNull();
    }

    [Fact]
    public void AgreePhasing_PhasesOutOfOrder_IsRefused() =>
        Received("2024-09-02").Refuse("2024-09-10", new AgreePhasing("-", [new PhaseToAgree("a", Day("2024-11-15")), new PhaseToAgree("b", Day("2024-10-15"))]))
            .Code.ShouldBe("phases-out-of-order");
}
