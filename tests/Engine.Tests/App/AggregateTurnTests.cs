using WobWorkflow.App;

namespace WobWorkflow.Engine.Tests;

public sealed class AggregateTurnTests
{
    private const string Case = "cases/abcd-efgh-jkmn";
    private static readonly DateTimeOffset Later = new(2018, 6, 5, 5, 0, 0, TimeSpan.Zero);
    private readonly Queue<Look> _looks = new();
    private Func<string, Errand, Task> _perform = (_, _) => Task.CompletedTask;

    [Fact]
    public async Task Turn_NothingDue_SleepsUntilTheNextMomentAndBeginsAnew()
    {
        var turn = Turn(Asleep(86_400));

        var run = AggregateTurn.RunAsync(turn, Case);

        turn.Slept.ShouldBe([TimeSpan.FromDays(1)]);
        turn.Shown[^1].ShouldBe(new TurnStatus("asleep", Later, turn.Shown[^1].Failing));
        turn.BegunAnew.ShouldBeFalse();
        turn.TimerFires();
        await run;
        turn.BegunAnew.ShouldBeTrue();
        turn.TimerCancelled.ShouldBeFalse();
    }

    [Fact]
    public async Task Turn_WokenInItsSleep_BeginsAnewAndLeavesNoTimer()
    {
        var turn = Turn(Asleep(86_400));
        var run = AggregateTurn.RunAsync(turn, Case);

        turn.StepTaken();
        await run;

        (turn.BegunAnew, turn.TimerCancelled).ShouldBe((true, true));
    }

    [Fact]
    public async Task Turn_NothingAhead_SleepsUntilItIsWoken()
    {
        var turn = Turn(Asleep(null));
        var run = AggregateTurn.RunAsync(turn, Case);
        turn.Slept.ShouldBeEmpty();
        run.IsCompleted.ShouldBeFalse();

        turn.StepTaken();
        await run;

        turn.BegunAnew.ShouldBeTrue();
    }

    [Fact]
    public void Turn_ThatFindsManyWakeUps_LooksOnce()
    {
        var turn = Turn(Asleep(60));
        for (var step = 0; step < 5; step++)
            turn.StepTaken();

        _ = AggregateTurn.RunAsync(turn, Case);

        (turn.Looks, turn.Buffered).ShouldBe((1, 0));
    }

    [Fact]
    public void Turn_WithDuties_FansOutAndLooksAgain()
    {
        var open = new TaskCompletionSource();
        _perform = (_, _) => open.Task;
        var turn = Turn(Owing(("prepare-letter", "letter:a"), ("remind", "remind:b")), Asleep(60));

        _ = AggregateTurn.RunAsync(turn, Case);

        // Both are under way before either is done.
        turn.Performed.ShouldBe(["prepare-letter letter:a 7", "remind remind:b 7"]);
        turn.Looks.ShouldBe(1);
        open.SetResult();
        turn.Looks.ShouldBe(2);
        turn.Slept.ShouldBe([TimeSpan.FromMinutes(1)]);
    }

    [Fact]
    public void Turn_WokenWhileItPerforms_LooksAgainBeforeItSleeps()
    {
        var open = new TaskCompletionSource();
        _perform = (_, _) => open.Task;
        var turn = Turn(Owing(("remind", "remind:b")), Asleep(60));
        _ = AggregateTurn.RunAsync(turn, Case);

        turn.StepTaken();
        open.SetResult();

        (turn.Looks, turn.Buffered).ShouldBe((2, 0));
        turn.Slept.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Turn_ActivityFails_WaitsAMinuteAndBeginsAnew()
    {
        _perform = (_, _) => throw new ErrandFailedException("storage");
        var turn = Turn(Owing(("remind", "remind:b")));
        var run = AggregateTurn.RunAsync(turn, Case);

        turn.Slept.ShouldBe([AggregateTurn.Pause]);
        turn.Shown[^1].Phase.ShouldBe(TurnStatus.Waiting);
        turn.TimerFires();
        await run;
        turn.BegunAnew.ShouldBeTrue();
    }

    [Fact]
    public void Turn_WhoseDutiesNeverEnd_PausesAfterItsRounds()
    {
        var turn = Turn([.. Enumerable.Repeat(Owing(("remind", "remind:b")), AggregateTurn.Rounds)]);

        _ = AggregateTurn.RunAsync(turn, Case);

        turn.Looks.ShouldBe(AggregateTurn.Rounds);
        turn.Slept.ShouldBe([AggregateTurn.Pause]);
    }

    [Theory]
    [InlineData(LookState.StandsBy, TurnStatus.StandingBy)]
    [InlineData(LookState.Gone, TurnStatus.Gone)]
    public async Task Turn_NothingToDrive_Completes(LookState state, string shown)
    {
        var turn = Turn(Look.Of(state));

        await AggregateTurn.RunAsync(turn, Case);

        turn.BegunAnew.ShouldBeFalse();
        turn.Shown[^1].Phase.ShouldBe(shown);
    }

    [Fact]
    public async Task Turn_BeforeItBeginsAnew_NoLongerShowsThatItSleeps()
    {
        var turn = Turn(Asleep(60));
        var run = AggregateTurn.RunAsync(turn, Case);

        turn.TimerFires();
        await run;

        turn.Shown[^1].Phase.ShouldBe(TurnStatus.Working);
    }

    private static Look Asleep(long? delay) => new(LookState.Drives, 7, [], delay, delay is null ? null : Later, []);

    private static Look Owing(params (string Kind, string Key)[] duties) =>
        new(LookState.Drives, 7, [.. duties.Select(duty => new OwedDuty(duty.Kind, duty.Key))], null, null, []);

    private InMemoryTurn Turn(params Look[] looks)
    {
        foreach (var look in looks)
            _looks.Enqueue(look);
        return new InMemoryTurn(_looks.Dequeue, (kind, errand) => _perform(kind, errand));
    }
}
