using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>A change of the calendar, from the step that records it to the last case that it moves.</summary>
public sealed class RedatingTests(Azurite azurite)
{
    /// <summary>The last day of four weeks from 22 May 2018.</summary>
    private static readonly DateOnly Due = new(2018, 6, 19);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CalendarChange_SeveralCases_IsOneEventInEachThatItTouches()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var touched = new[] { await host.RegisterAsync(), await host.RegisterAsync() };
        host.Time.Now = EngineHost.Noon(2018, 5, 23);
        var untouched = await host.RegisterAsync();

        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));
        (await host.Get<Redating>().RunPendingAsync(Ct)).ShouldBe(1);

        foreach (var id in touched)
        {
            var redated = (await host.EventsAsync<TermsRedated>(LogId.Case(id))).ShouldHaveSingleItem();
            redated.Moved.ShouldBe([new MovedTerm("decision", Due, new DateOnly(2018, 6, 20))]);
            redated.Cause.ShouldBe("day-designated:2018-06-19");
        }

        (await host.EventsAsync<TermsRedated>(LogId.Case(untouched))).ShouldBeEmpty();
        var job = (await host.Get<JobStore>().FindAsync(Redating.JobOf(1), Ct)).ShouldNotBeNull().Job;
        (job.State, job.Done, job.Total, job.Failures.Count).ShouldBe((JobState.Done, 3, 3, 0));
    }

    [Fact]
    public async Task CalendarChange_RunTwiceAndByAnotherProcess_IsToldOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));

        await using var other = await host.AnotherAsync();
        await Task.WhenAll(host.Get<Redating>().RunPendingAsync(Ct), other.Get<Redating>().RunPendingAsync(Ct));
        await host.Get<Redating>().RunPendingAsync(Ct);

        (await host.EventsAsync<TermsRedated>(LogId.Case(id))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task CalendarChange_JobThatWasLost_IsRunAgainWithoutASecondEvent()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));
        await host.Get<Redating>().RunPendingAsync(Ct);
        await host.Get<CacheStore>().RemoveAsync($"jobs/{Redating.JobOf(1)}.json", Ct);

        await using var restarted = await host.AnotherAsync();
        (await restarted.Get<Redating>().RunPendingAsync(Ct)).ShouldBe(1);

        (await host.EventsAsync<TermsRedated>(LogId.Case(id))).ShouldHaveSingleItem();
        (await host.Get<JobStore>().FindAsync(Redating.JobOf(1), Ct)).ShouldNotBeNull().Job.State.ShouldBe(JobState.Done);
    }

    [Fact]
    public async Task CalendarChange_TermThatNowEndsEarlier_WakesItsCaseAndNoOther()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));
        var earlier = await host.RegisterAsync();
        host.Time.Now = EngineHost.Noon(2018, 5, 23);
        await host.RegisterAsync();
        await host.Turns.RunAsync();

        await host.SetAsync(new UndesignateDay(Due, "Vergissing."));
        await host.Get<Redating>().RunPendingAsync(Ct);

        host.Wakes.Woken.ShouldBe([LogId.Case(earlier)]);
    }

    /// <summary>Three years of one case whose decision never comes, while the host is down half of the time.</summary>
    [Fact]
    public async Task ThreeYears_HostOftenDown_EachReminderOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Turns.RunAsync();
        var up = LocalTime.DateOf(host.Time.Now);
        for (var month = 1; month <= 36; month++)
        {
            // Down for two weeks, then up for two.
            up = up.AddDays(14);
            host.Time.Now = LocalTime.MorningOf(up).AddHours(3);
            await using var restarted = await host.AnotherAsync();
            restarted.Wakes.Wake(LogId.Case(id));
            await restarted.Turns.RunAsync();
            up = up.AddDays(14);
            await restarted.Turns.LiveUntilAsync(host.Time, LocalTime.MorningOf(up).AddHours(3));
        }

        var reminders = (await host.CaseAsync(id)).Reminders.FindAll(reminder => reminder.TermId == CaseTerms.DecisionTerm);
        reminders.Select(reminder => reminder.Rung).ShouldBeUnique();
        reminders.Select(reminder => reminder.MessageId).ShouldBeUnique();
        var told = reminders.Where(reminder => reminder.Kind == ReminderKind.Term).ToList();
        told.ShouldAllBe(reminder => reminder.DeliveredAt != null);
        // Four rungs up to the last day and one for each week since: told, or passed over while nobody was there.
        var weeks = (LocalTime.DateOf(host.Time.Now).DayNumber - Due.DayNumber) / 7;
        reminders.Count.ShouldBe(4 + weeks);
        told.Count.ShouldBeLessThan(reminders.Count);
        Directory.Exists(Path.Combine(host.Folder, "mail")).ShouldBeFalse(); // a case that is nobody's has no address: it stands in the list
    }
}
