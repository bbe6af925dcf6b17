namespace WobWorkflow.Cases.Tests;

/// <summary>Decisions, documents and the letter to Parliament come out in one moment, and what doesn't is pointed out.</summary>
public sealed class PlannedMomentTests
{
    private static readonly DateOnly Day = new(2022, 3, 21);
    private static readonly DateOnly Moment = new(2022, 3, 28);
    private static readonly FreeText Text = new(new string('c', 64));

    [Fact]
    public void PlanMoment_InThePast_OrTheDayThatItIs_IsRefused()
    {
        Try(ARuling(), new PlanMoment(Day.AddDays(-1))).ShouldBeInvalid("on", "date-in-past");
        Try(ARuling() with { PlannedOn = Moment }, new PlanMoment(Moment)).ShouldBeRefused("moment-known");
        Try(ARuling() with { InformedOn = Day }, new PlanMoment(Moment)).ShouldBeRefused("already-informed");
        Try(Ruling.Blank("ruling-1"), new PlanMoment(Moment)).ShouldBeRefused("not-registered");
    }

    [Fact]
    public void PlanMoment_CanBeMoved_AndLeavesTheLetterAsItIs()
    {
        var planned = Happened(ARuling(), new MomentPlanned(Moment));
        var moved = Happened(planned, Try(planned, new PlanMoment(Moment.AddDays(7))).ShouldGive<MomentPlanned>());

        moved.PlannedOn.ShouldBe(Moment.AddDays(7));
        moved.Letter.ShouldBe(planned.Letter);
    }

    [Fact]
    public void InformParliament_BeforeTheMoment_IsRefused_AndOnItTaken()
    {
        var ruling = Signed(ARuling() with { PlannedOn = Moment });

        Try(ruling, new InformParliament(), Moment.AddDays(-1)).ShouldBeRefused("before-planned-moment", "Gw 68").Detail.ShouldContain("28 maart 2022");
        Try(ruling, new InformParliament(), Moment).ShouldGive<ParliamentInformed>();
    }

    [Fact]
    public void Moment_ThatNobodySet_IsTheDayOfTheReleases_WhileThatIsOneDay()
    {
        var one = ADisclosure("case-1", Moment);

        PlannedMoment.Of(ARuling(), CaseOf(one), Day).ShouldNotBeNull().ShouldSatisfyAllConditions(
            moment => moment.On.ShouldBe(Moment), moment => moment.IsSet.ShouldBeFalse(), moment => moment.Warnings.ShouldBeEmpty());
        var two = PlannedMoment.Of(ARuling(), CaseOf(one, ADisclosure("case-2", Moment.AddDays(2))), Day).ShouldNotBeNull();
        two.On.ShouldBeNull();
        two.Warnings.Select(warning => (warning.Concern, warning.CaseId, warning.On)).ShouldBe(
            [(MomentConcern.ReleasesOnDifferentDays, "case-1", Moment), (MomentConcern.ReleasesOnDifferentDays, "case-2", Moment.AddDays(2))]);
        PlannedMoment.Of(ARuling(), CaseOf(ADisclosure("case-1", null)), Day).ShouldBeNull();
    }

    [Fact]
    public void Moment_ThatWasSet_PointsOutWhatDoesNotFallInIt()
    {
        var ruling = ARuling() with { PlannedOn = Moment };

        Concerns(ruling, Moment, ADisclosure("case-1", Moment), ADisclosure("case-2", Moment)).ShouldBeEmpty();
        Concerns(ruling, Moment, ADisclosure("case-1", Moment.AddDays(1)), ADisclosure("case-2", null)).ShouldBe(
            [(MomentConcern.ReleaseOnOtherDay, "case-1"), (MomentConcern.ReleaseNotPlanned, "case-2")]);
        // The decisions were announced on the 28th.
        Concerns(ruling with { PlannedOn = Moment.AddDays(-1) }, Moment.AddDays(-1), ADisclosure("case-1", Moment)).ShouldBe(
            [(MomentConcern.DecisionAfter, "case-1"), (MomentConcern.ReleaseOnOtherDay, "case-1")]);
        Concerns(ruling, Moment.AddDays(1), ADisclosure("case-1", Moment)).ShouldBe([(MomentConcern.LetterNotSent, null)]);
        Concerns(ruling with { InformedOn = Moment }, Moment.AddDays(1), ADisclosure("case-1", Moment)).ShouldBeEmpty();
    }

    private static IEnumerable<(MomentConcern, string?)> Concerns(Ruling ruling, DateOnly today, params Case[] cases) =>
        PlannedMoment.Of(ruling, CaseOf(cases), today)!.Warnings.Select(warning => (warning.Concern, warning.CaseId));

    private static Func<string, Case?> CaseOf(params Case[] cases) => id => cases.FirstOrDefault(c => c.Id == id);

    /// <summary>A case that answered the ruling on 28 March by making a memo public that was withheld, with the day for which its release is planned; null for no plan.</summary>
    private static Case ADisclosure(string id, DateOnly? plannedOn)
    {
        var life = Given.ACaseThatOwesADecision()
            .With(new AssessPassage(Given.Doc2, 1, Treatment.Disclosed, new PassageId(1)), Day, Persons.Reviewer)
            .With(new DepartFromAdvice(Given.Consultation1, [1], "De uitspraak vraagt het."), Day, Persons.Handler)
            .With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), Day, Persons.Handler)
            .Decided(Given.Decision2, Moment);
        if (plannedOn is { } on)
            life = life.With(new PlanRelease(Given.Decision2, on, ObjectionExpected: false), Moment, Persons.Coordinator);
        return life.Case with { Id = id };
    }

    private static Ruling ARuling() => Happened(
        Ruling.Blank("ruling-1"),
        new RulingRegistered("RVS", RulingKind.Final, null, null, null, new(2022, 3, 14), [Row("case-1"), Row("case-2")], []),
        new RulingReachedCase("case-1", Given.Decision1, "a"), new RulingReachedCase("case-2", Given.Decision1, "b"),
        new ScopeConfirmed(null),
        new ParliamentLetterDrafted(1, Text, Text, 2018, Text, "https://open.overheid.nl", [], null, null));

    private static Ruling Signed(Ruling ruling) => Happened(
        ruling,
        new RulingAnswered("case-1", Given.Decision1, Given.Decision2, Day), new RulingAnswered("case-2", Given.Decision1, Given.Decision2, Day),
        new ParliamentLetterPrepared(1, new string('a', 64), "application/docx", ".docx", 1, "parliament-letter:1"),
        new ParliamentLetterSigned(new(1)));

    private static RulingRow Row(string caseId) => new("202003618/1/A3", caseId, Given.Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], 42);

    private static Outcome Try<TStep>(Ruling ruling, TStep step, DateOnly? on = null)
        where TStep : IStep<Ruling, TStep> =>
        Catalogue.RulingSteps.Single(row => row.Payload == typeof(TStep)).Decide(ruling, step, Life.At(on ?? Day, Persons.Coordinator, Organisation.Blank("o")));

    private static Ruling Happened(Ruling ruling, params Event[] events) =>
        events.Aggregate(ruling, (state, happened) => state.Apply(happened, new Entry(1, Life.TenOClock(Day), Day, "x")));
}
