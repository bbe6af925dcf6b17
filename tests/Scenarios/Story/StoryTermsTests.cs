namespace WobWorkflow.Scenarios;

/// <summary>The terms of both cases, counted by hand: a term of n weeks from day D ends on D + 7n; only its end rolls over weekends and holidays.</summary>
[Collection(typeof(AtTheStory))]
public sealed class StoryTermsTests(ToldStory story)
{
    [Fact]
    public void FirstRequest_ExtendedAndSuspended_RollsOverChristmas()
    {
        // Tue 16 Oct 2018 + 56 days (4 + 4 weeks, Wob 6(1), 6(2)) = Tue 11 Dec.
        // Views: the requester was told on Fri 2 Nov, the view came on Thu 15 Nov; "tot" (Wob 6(3)): 3 to 14 Nov = 12 days -> Sun 23 Dec.
        // Sun 23 Dec, Mon 24 Dec (designated, KB 31-10-2016), 25 and 26 Dec -> Thu 27 Dec.
        Check(story.Journalist, "decision", started: "2018-10-16", nominal: "2018-12-23", due: "2018-12-27", met: "2018-12-20");
        story.Journalist.Term("decision")["trail"]!.AsArray().Select(line => (string)line!["text"]!).ShouldContain(text => text.Contains("24 december 2018", StringComparison.Ordinal));
    }

    [Fact]
    public void FirstObjection_BeforeACommittee_Extended()
    {
        // Announced Thu 20 Dec 2018 + 42 = Thu 31 Jan 2019.
        Check(story.Journalist, "objection:decision-1", "2018-12-20", "2019-01-31", "2019-01-31", met: null);
        // From the end of that term (Awb 7:10(1)): 12 weeks with a committee of which the objector was told on 4 March, within the first six
        // (until 14 March) -> Thu 25 April; + 42 days (7:10(3)), told on 16 April -> Thu 6 June 2019.
        Check(story.Journalist, "objection-decision:remedy-1", "2019-01-31", "2019-06-06", "2019-06-06", met: "2019-05-28");
        // Announced Tue 28 May 2019 + 42 = Tue 9 July.
        Check(story.Journalist, "appeal:decision-2", "2019-05-28", "2019-07-09", "2019-07-09", met: null);
    }

    [Fact]
    public void SecondRequest_Extended_DecidedOnTheKnownDay()
    {
        // Thu 20 June 2019 + 56 = Thu 15 Aug; decided on 25 July 2019 (ECLI:NL:RBMNE:2020:1939).
        Check(story.Company, "decision", "2019-06-20", "2019-08-15", "2019-08-15", met: "2019-07-25");
        // Thu 25 July + 42 = Thu 5 Sept.
        Check(story.Company, "objection:decision-1", "2019-07-25", "2019-09-05", "2019-09-05", met: null);
    }

    [Fact]
    public void Courts_GetTheirDocumentsWithinFourWeeks_AndHigherAppealIsSixWeeks()
    {
        // Awb 8:42: Mon 3 June 2019 + 28 = Mon 1 July; Tue 13 Aug 2019 + 28 = Tue 10 Sept; Mon 29 June 2020 + 28 = Mon 27 July.
        Check(story.Journalist, "court-documents:remedy-2", "2019-06-03", "2019-07-01", "2019-07-01", met: "2019-06-18");
        Check(story.Company, "court-documents:remedy-1", "2019-08-13", "2019-09-10", "2019-09-10", met: "2019-09-10");
        Check(story.Journalist, "court-documents:remedy-3", "2020-06-29", "2020-07-27", "2020-07-27", met: "2020-07-21");
        Check(story.Company, "court-documents:remedy-2", "2020-06-29", "2020-07-27", "2020-07-27", met: "2020-07-21");
        // Sent Tue 19 May 2020 + 42 = Tue 30 June 2020.
        Check(story.Journalist, $"higher-appeal:{story.Performance.RulingIds[0]}:decision-2", "2020-05-19", "2020-06-30", "2020-06-30", met: null);
        Check(story.Company, $"higher-appeal:{story.Performance.RulingIds[1]}:decision-1", "2020-05-19", "2020-06-30", "2020-06-30", met: null);
    }

    [Fact]
    public void NewDecisions_AreOwedWithinSixWeeksOfTheRuling_OneIsAWeekLate()
    {
        // Sent Wed 26 Jan 2022; the court set no term, so the first one for an objection applies (ECLI:NL:CRVB:2017:2275): + 42 = Wed 9 March.
        Check(story.Journalist, $"ruling:{story.RulingId}:decision-2", "2022-01-26", "2022-03-09", "2022-03-09", met: "2022-03-07");
        Check(story.Company, $"ruling:{story.RulingId}:decision-1", "2022-01-26", "2022-03-09", "2022-03-09", met: "2022-03-16");
    }

    [Fact]
    public void LastAppeals_RollOverEasterMondayAndKingsDay()
    {
        // Mon 7 March 2022 + 42 = Mon 18 April, Easter Monday -> Tue 19 April. Irrevocable the day after.
        Check(story.Journalist, "appeal:decision-3", "2022-03-07", "2022-04-18", "2022-04-19", met: null);
        ((string)story.Journalist.View["decisions"]![2]!["irrevocableOn"]!).ShouldBe("2022-04-20");
        // Wed 16 March + 42 = Wed 27 April, King's Day -> Thu 28 April.
        Check(story.Company, "appeal:decision-2", "2022-03-16", "2022-04-27", "2022-04-28", met: null);
        ((string)story.Company.View["decisions"]![1]!["irrevocableOn"]!).ShouldBe("2022-04-29");
    }

    [Fact]
    public void FirstRelease_WaitsTwoWeeks()
    {
        // Announced 20 Dec 2018; two full weeks (Wob 6(5)) end on 3 Jan 2019: placed on the 4th.
        Check(story.Journalist, "release:publication-1", "2018-12-20", "2019-01-03", "2019-01-03", met: "2019-01-04");
    }

    private static void Check(ToldCase of, string termId, string started, string nominal, string due, string? met)
    {
        var term = of.Term(termId);
        ((string)term["startedOn"]!).ShouldBe(started, termId);
        ((string)term["nominal"]!).ShouldBe(nominal, termId);
        ((string)term["due"]!).ShouldBe(due, termId);
        ((string?)term["metOn"]).ShouldBe(met, termId);
        ((string)term["state"]!).ShouldBe(met is null ? "lapsed" : "met", termId);
    }
}
