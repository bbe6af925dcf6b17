using System.Collections.Immutable;
using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewPublicationTests
{
    private static readonly PublicationId First = new(1);

    [Fact]
    public void ClearPublication_ObjectionExpected_WaitsTwoFullWeeks()
    {
        // T29
        var life = Planned(objectionExpected: true);
        life.Term("release:publication-1", "2022-03-10").Due.ShouldBe(Day("2022-03-18"));
        var early = life.Refuse("2022-03-18", new ClearPublication(First, true), "publisher");
        early.Code.ShouldBe("release-too-early");
        early.Article.ShouldBe("Wob 6(5)");
        life.Take("2022-03-19", new ClearPublication(First, true), "publisher");
    }

    [Fact]
    public void ClearPublication_WithoutHavingChecked_IsRefused() =>
        Planned().Refuse("2022-03-21", new ClearPublication(First, false), "publisher").Code.ShouldBe("interim-relief-known");

    [Fact]
    public void ClearPublication_InterimReliefRequested_IsRefusedUntilRefused()
    {
        var life = Planned(objectionExpected: true);
        life.Take("2022-03-15", new RecordInterimRelief(InterimReliefState.Requested, Decision1, Name: "Kaspersky Lab BV"));
        life.Term("release:publication-1", "2022-03-21").State.ShouldBe(TermState.Suspended);
        life.Refuse("2022-03-21", new ClearPublication(First, true), "publisher").Code.ShouldBe("release-stayed");
        life.Take("2022-03-25", new RecordInterimRelief(InterimReliefState.Refused, RemedyId: Remedy1));
        life.Take("2022-03-25", new ClearPublication(First, true), "publisher");
    }

    [Fact]
    public void ClearPublication_MarkedDocument_IsRefused()
    {
        var life = Planned();
        life.Take("2022-03-07", new DescribeDocument(Doc2, Marking: Marking.StgGeheim));
        life.Refuse("2022-03-21", new ClearPublication(First, true), "publisher").Code.ShouldBe("marking-not-lifted");
    }

    [Fact]
    public void RecordInterimRelief_AfterClearance_TakesTheClearanceAway()
    {
        var life = Ordered();
        life.Take("2022-03-22", new RecordInterimRelief(InterimReliefState.Requested, Decision1, Name: "Kaspersky Lab BV"));
        life.Case.Publications[First]!.ClearedOn.ShouldBeNull();
        Duties(life, "2022-03-25").ShouldBeEmpty();
        life.Take("2022-03-24", new RecordInterimRelief(InterimReliefState.Refused, RemedyId: Remedy1));
        Duties(life, "2022-03-25").ShouldBeEmpty();
        life.Take("2022-03-25", new ClearPublication(First, true), "publisher");
        Duties(life, "2022-03-25").ShouldHaveSingleItem();
    }

    [Fact]
    public void Publish_NotCleared_IsRefused() => Planned().Refuse("2022-03-21", new Publish(First), "publisher").Code.ShouldBe("not-cleared");

    [Fact]
    public void Publish_ByAHandler_IsForbidden() => Planned().Refuse("2022-03-21", new Publish(First)).Kind.ShouldBe(RefusalKind.Forbidden);

    [Fact]
    public void Agenda_Ordered_OwesTheReleaseOnItsDay()
    {
        var life = Ordered();
        Duties(life, "2022-03-24").ShouldBeEmpty();
        life.AgendaOf("2022-03-24").Next.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(LocalTime.StartOf(Day("2022-03-25")));
        var duty = Duties(life, "2022-03-25").ShouldHaveSingleItem();
        duty.Documents.ShouldBe([Doc1, Doc2]);
        duty.Key.ShouldBe("release:publication-1:1");
    }

    [Fact]
    public void PublishBegun_HoldCameInBetween_KeepsItsDocumentsIn()
    {
        var life = Ordered();
        var duty = Duties(life, "2022-03-25").Single();
        life.Take("2022-03-25", new HoldPublication(First, "Nog even kijken.", [Doc2]));
        Begin(life, duty, "2022-03-25").Documents.ShouldBe([Doc1]);
    }

    [Fact]
    public void PublishBegun_AllHeld_DoesNotBegin()
    {
        var life = Ordered();
        var duty = Duties(life, "2022-03-25").Single();
        life.Take("2022-03-25", new HoldPublication(First, "Stop."));
        PublishBegun.Decide(life.Case, duty, Day("2022-03-25")).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void PublishBegun_Twice_BeginsOnce()
    {
        var life = Ordered();
        var duty = Duties(life, "2022-03-25").Single();
        Begin(life, duty, "2022-03-25");
        PublishBegun.Decide(life.Case, duty, Day("2022-03-25")).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        // It is still owed: the copy was not made.
        Duties(life, "2022-03-25").ShouldHaveSingleItem().Key.ShouldBe(duty.Key);
    }

    [Fact]
    public void HoldPublication_AfterItBegan_PointsToWithdrawal()
    {
        var life = Ordered();
        Begin(life, Duties(life, "2022-03-25").Single(), "2022-03-25");
        life.Refuse("2022-03-25", new HoldPublication(First, "Stop.")).Code.ShouldBe("publish-begun");
        life.Take("2022-03-25", new WithdrawDocument(Doc2, "Een naam bleef staan."), "publisher");
        life.Case.Documents[Doc2]!.Release.WithdrawnOn.ShouldBe(Day("2022-03-25"));
    }

    [Fact]
    public void Published_DischargesTheDutyAndMeetsTheTerm()
    {
        var life = Ordered(objectionExpected: true);
        Release(life, "2022-03-25");
        Duties(life, "2022-03-26").ShouldBeEmpty();
        life.Term("release:publication-1", "2022-03-26").MetOn.ShouldBe(Day("2022-03-25"));
    }

    [Fact]
    public void ClearPublication_AfterAHold_ReleasesWhatWasLeft()
    {
        var life = Ordered();
        life.Take("2022-03-24", new HoldPublication(First, "Nog even kijken.", [Doc2]));
        Release(life, "2022-03-25");
        life.Take("2022-03-28", new ClearPublication(First, true), "publisher");
        var duty = Duties(life, "2022-03-28").ShouldHaveSingleItem();
        duty.Documents.ShouldBe([Doc2]);
        duty.Round.ShouldBe(2);
    }

    [Fact]
    public void ReplaceDocument_GoesOutAgainOnceCleared()
    {
        var life = Ordered();
        Release(life, "2022-03-25");
        life.Take("2022-04-01", new ReplaceDocument(Doc2, "Meer openbaar."), "publisher");
        Duties(life, "2022-04-01").ShouldBeEmpty();
        life.Take("2022-04-01", new ClearPublication(First, true), "publisher");
        Duties(life, "2022-04-01").ShouldHaveSingleItem().Documents.ShouldBe([Doc2]);
        Release(life, "2022-04-01");
        Duties(life, "2022-04-02").ShouldBeEmpty();
    }

    [Fact]
    public void SuspendDocument_BeforeItsRelease_StaysInUntilCleared()
    {
        var life = Ordered();
        life.Take("2022-03-24", new SuspendDocument(Doc2, "Bezwaar van een derde."), "publisher");
        Duties(life, "2022-03-25").Single().Documents.ShouldBe([Doc1]);
        life.Refuse("2022-03-24", new SuspendDocument(Doc2, "-"), "publisher").Code.ShouldBe("already-suspended");
        life.Take("2022-03-25", new ClearPublication(First, true), "publisher");
        Duties(life, "2022-03-25").Single().Documents.ShouldBe([Doc1, Doc2]);
    }

    [Fact]
    public void WithdrawDocument_NotPublic_IsRefused() => Planned().Refuse("2022-03-21", new WithdrawDocument(Doc1, "-"), "publisher").Code.ShouldBe("not-published");

    [Fact]
    public void RecordPublication_Elsewhere_LeavesNothingToRelease()
    {
        var life = Planned();
        life.Refuse("2022-03-25", new RecordPublication(First, "https://open.overheid.nl/1"), "publisher").Code.ShouldBe("not-cleared");
        life.Take("2022-03-25", new ClearPublication(First, true), "publisher");
        life.Take("2022-03-25", new RecordPublication(First, "https://open.overheid.nl/1"), "publisher");
        Duties(life, "2022-03-26").ShouldBeEmpty();
        life.Case.Publications[First]!.ReleasedOn(life.Case).ShouldBe(Day("2022-03-25"));
    }

    [Fact]
    public void PlanRelease_DocumentThatIsNotDisclosed_IsRefused()
    {
        var life = Reviewed("2022-02-07");
        life.Take("2022-02-07", new AssessDocument(Doc1, Judgement.NotPublic, [Ground.Parse("10.2.e")], "Persoonlijke levenssfeer."));
        life.Decide("2022-03-04", new DraftDecision(DecisionKind.Primary));
        life.Refuse("2022-03-07", new PlanRelease(Decision1, Day("2022-03-25"), false, [Doc1])).Code.ShouldBe("document-not-disclosed");
        life.Take("2022-03-07", new PlanRelease(Decision1, Day("2022-03-25"), false)).OfType<ReleasePlanned>().Single().Documents.ShouldBe([Doc2]);
    }

    [Fact]
    public void PlanRelease_OwnData_IsNeverPublished()
    {
        var life = Reviewed("2022-02-07");
        life.Take("2022-02-07", new Qualify(Qualification.OwnData));
        life.Decide("2022-03-04", new DraftDecision(DecisionKind.Primary));
        life.Refuse("2022-03-07", new PlanRelease(Decision1, Day("2022-03-25"), false)).Code.ShouldBe("not-for-publication");
    }

    [Fact]
    public void ReportLeak_HasSeventyTwoHours()
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-03-07", new ReportLeak("Een naam onder een zwarte balk.", Doc2));
        life.Term("leak:leak-1", "2022-03-08").Due.ShouldBe(Day("2022-03-10"));
        life.Take("2022-03-09", new ReportLeak(Notified: new LeakId(1)));
        life.Term("leak:leak-1", "2022-03-20").State.ShouldBe(TermState.Met);
        life.Refuse("2022-03-09", new ReportLeak(Notified: new LeakId(1))).Code.ShouldBe("already-notified");
    }

    private static NewLife Planned(bool objectionExpected = false)
    {
        var life = Decided("2022-02-07", "2022-03-04");
        life.Take("2022-03-07", new PlanRelease(Decision1, Day("2022-03-25"), objectionExpected));
        return life;
    }

    private static NewLife Ordered(bool objectionExpected = false)
    {
        var life = Planned(objectionExpected);
        life.Take("2022-03-21", new ClearPublication(First, true), "publisher");
        life.Take("2022-03-21", new Publish(First), "publisher");
        return life;
    }

    private static ImmutableArray<ReleasePublication> Duties(NewLife life, string on) => [.. life.AgendaOf(on).Due.OfType<ReleasePublication>()];

    private static PublishBegun Begin(NewLife life, ReleasePublication duty, string on)
    {
        var begun = PublishBegun.Decide(life.Case, duty, Day(on)).ShouldBeOfType<Accepted>().Events.ShouldHaveSingleItem().ShouldBeOfType<PublishBegun>();
        life.Happen(on, begun);
        return begun;
    }

    private static void Release(NewLife life, string on)
    {
        var duty = Duties(life, on).Single();
        Begin(life, duty, on);
        life.Happen(on, Published.Decide(life.Case, duty).ShouldBeOfType<Accepted>().Events.Single());
    }
}
