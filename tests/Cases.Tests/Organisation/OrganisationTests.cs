namespace WobWorkflow.Cases.Tests;

public sealed class OrganisationTests
{
    private static readonly DateOnly Day = new(2022, 1, 17);

    [Fact]
    public void DesignateDay_LastDayOfATerm_MovesIt()
    {
        var life = Given.AQualifiedCase();

        life.Term("decision", today: Day).Due.ShouldBe(new DateOnly(2022, 2, 7));
        life.Under(new DayDesignated(new(2022, 2, 7), "Stcrt. 2022, 1")).Term("decision", today: Day).Due.ShouldBe(new DateOnly(2022, 2, 8));
        life.Under(new DayDesignated(new(2022, 2, 7), "Stcrt. 2022, 1")).Under(new DayUndesignated(new(2022, 2, 7), "Vergissing."))
            .Term("decision", today: Day).Due.ShouldBe(new DateOnly(2022, 2, 7));
    }

    [Fact]
    public void DesignateDay_AsAStep_GivesTheDayAndANewVersion()
    {
        var designated = Try(Blank, new DesignateDay(new(2022, 2, 7), "Stcrt. 2022, 1"), Persons.Administrator).ShouldGive<DayDesignated>();

        var after = Happened(Blank, designated, seq: 7);
        after.Version.ShouldBe(7);
        after.Calendar.Version.ShouldBe(7);
        after.Calendar.IsWorkingDay(new(2022, 2, 7)).ShouldBeFalse();
        Try(after, new DesignateDay(new(2022, 2, 7), "x"), Persons.Administrator).ShouldBeRefused("already-designated", "Atw 3(3)");
        Try(after, new UndesignateDay(new(2022, 2, 7), "x"), Persons.Administrator).ShouldGive<DayUndesignated>();
    }

    [Fact]
    public void UndesignateDay_NotDesignated_IsUnknown() =>
        Try(Blank, new UndesignateDay(new(2022, 2, 7), "x"), Persons.Administrator).ShouldBeUnknown("not-designated", "Atw 3(3)");

    [Fact]
    public void CompleteYear_AYearWithoutADecree_EndsTheDoubtInEveryProof()
    {
        var day = Happened(Blank, new DayDesignated(new(2029, 5, 11), "Stcrt. 2028, 1"), seq: 1);
        Doubts(day).ShouldBeTrue();

        var completed = Try(day, new CompleteYear(2029, "Stcrt. 2028, 1"), Persons.Administrator).ShouldGive<YearCompleted>();

        var after = Happened(day, completed, seq: 2);
        Doubts(after).ShouldBeFalse();
        after.Calendar.Version.ShouldBe(2);
        Try(after, new CompleteYear(2029, "x"), Persons.Administrator).ShouldBeRefused("already-complete", "Atw 3(3)");

        static bool Doubts(Organisation organisation) =>
            Terms.Calculate(new("woo-4.4-1", new(2029, 4, 2)), organisation.Calendar, new(2029, 4, 2)).Trail.Any(line => line.Nl.StartsWith("Van 2029 is niet bekend", StringComparison.Ordinal));
    }

    [Fact]
    public void CompleteYear_AYearThatRestsOnAnAssumption_ConfirmsIt()
    {
        var completed = Try(Blank, new CompleteYear(2021, "besluit van 20 september 2019"), Persons.Administrator).ShouldGive<YearCompleted>();

        Terms.Calculate(new("wob-6-1", new(2021, 3, 1)), Happened(Blank, completed, seq: 1).Calendar, new(2021, 3, 1)).Assumptions.ShouldNotContain("designated-days-2020-2022");
    }

    [Fact]
    public void SetLadder_DaysInAnyOrder_AreSortedAndDoubledOnesDropped() =>
        Try(Blank, new SetLadder(TermKind.Decision, [3, 10, 3, 5], WeeksAfter: 2), Persons.Coordinator).ShouldGive<LadderSet>().DaysBefore.ShouldBe([10, 5, 3]);

    [Fact]
    public void SetLadder_NoDaysBefore_RemindsOnTheDayItself()
    {
        var set = Try(Blank, new SetLadder(TermKind.CourtNotice, []), Persons.Coordinator).ShouldGive<LadderSet>();

        Happened(Blank, set).LadderFor(TermKind.CourtNotice).Owed(new(2022, 2, 7), new(2022, 1, 10), new HashSet<string>(), new(2022, 2, 1)).NextLook.ShouldBe(new DateOnly(2022, 2, 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(366)]
    public void SetLadder_DaysOutOfRange_IsInvalid(int days) =>
        Try(Blank, new SetLadder(TermKind.Decision, [7, days]), Persons.Coordinator).ShouldBeInvalid("daysBefore", "days-out-of-range");

    [Fact]
    public void SetLadder_OneKindOfTerm_LeavesTheOthers()
    {
        var after = Happened(Blank, new LadderSet(TermKind.Decision, [3], 0));

        after.LadderFor(TermKind.Decision).DaysBefore.ShouldBe([3]);
        after.LadderFor(TermKind.Decision).WeeksAfter.ShouldBe(0);
        after.LadderFor(TermKind.Consultation).ShouldBe(ReminderLadder.Default);
    }

    [Fact]
    public void SetLadder_Changed_MovesTheReminders()
    {
        var life = Engine.Perform(Given.AQualifiedCase().Under(new LadderSet(TermKind.Decision, [3], 0)), Life.TenOClock(new(2022, 1, 31)));

        life.Case.Reminders.ShouldBeEmpty();
        life.Agenda(Life.TenOClock(new(2022, 1, 31))).Next.ShouldBe(LocalTime.MorningOf(new(2022, 2, 4)));
        life.Agenda(Life.TenOClock(new(2022, 2, 4))).Due.ShouldHaveSingleItem().ShouldBeOfType<Remind>().Rung.ShouldBe("2022-02-07:before-3");
    }

    [Fact]
    public void SetLetterhead_Lines_AreTakenApart()
    {
        var set = Try(
            Blank, new SetLetterhead("Ministerie\n\n Postbus 1 \n", "Team", "De Minister", "het hoofd", "Adres", "de rechtbank", "coordinatoren@example.nl"),
            Persons.Administrator).ShouldGive<LetterheadSet>();

        set.Letterhead.Sender.ShouldBe(["Ministerie", "Postbus 1"]);
        Happened(Blank, set).CoordinatorsEmail.ShouldBe("coordinatoren@example.nl");
    }

    [Fact]
    public void Settings_ByAHandler_AreForbidden()
    {
        Try(Blank, new DesignateDay(new(2022, 2, 7), "x"), Persons.Handler).ShouldBeForbidden("role-not-allowed");
        Try(Blank, new UndesignateDay(new(2022, 2, 7), "x"), Persons.Coordinator).ShouldBeForbidden("role-not-allowed");
        Try(Blank, new SetLadder(TermKind.Decision, [7]), Persons.Handler).ShouldBeForbidden("role-not-allowed");
        Try(Blank, new SetLetterhead("a", "b", "c", "d", "e", "f"), Persons.Coordinator).ShouldBeForbidden("role-not-allowed");
    }

    private static Organisation Blank => Organisation.Blank(Organisation.TheId);

    private static Outcome Try<TStep>(Organisation organisation, TStep step, Actor by)
        where TStep : IStep<Organisation, TStep> =>
        Catalogue.OrganisationSteps.Single(row => row.Payload == typeof(TStep)).Decide(organisation, step, Life.At(Day, by, organisation));

    private static Organisation Happened(Organisation organisation, Event happened, long seq = 1) =>
        organisation.Apply(happened, new Entry(seq, Life.TenOClock(Day), Day, Persons.Administrator.Id));
}
