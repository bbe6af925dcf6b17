using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>
/// The turn of one aggregate, for ever: look at the agenda, perform what is due, sleep until woken or until the next moment, begin anew. It decides nothing
/// and remembers nothing, so that it may be lost, doubled or of an older version without harm.
/// </summary>
internal static class AggregateTurn
{
    /// <summary>Performing one duty can bring another; more rounds than this in one history mean that something spins.</summary>
    internal const int Rounds = 20;

    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(IDurableTurn turn, string aggregate)
    {
        turn.Show(new TurnStatus(TurnStatus.Working));
        var woken = turn.WokenAsync();
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                // The agenda that is read next answers every wake-up so far: any number of steps calls for one look.
                while (woken.IsCompleted)
                    woken = turn.WokenAsync();
                var look = await turn.LookAsync(aggregate);
                if (look.State != LookState.Drives)
                {
                    turn.Show(new TurnStatus(look.State == LookState.Gone ? TurnStatus.Gone : TurnStatus.StandingBy));
                    return;
                }

                if (look.Due.Count > 0)
                {
                    turn.Show(new TurnStatus(TurnStatus.Working, null, look.Failing));
                    await Task.WhenAll(look.Due.Select(duty => turn.PerformAsync(duty.Kind, new Errand(aggregate, duty.Key, look.Epoch))));
                }
                else if (!woken.IsCompleted)
                {
                    turn.Show(new TurnStatus(TurnStatus.Asleep, look.Next, look.Failing));
                    await SleepAsync(turn, woken, look.Delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
                    BeginAnew(turn);
                    return;
                }
            }
        }
        catch (ErrandFailedException)
        {
            // Whatever was left undone is on the agenda again.
        }

        turn.Show(new TurnStatus(TurnStatus.Waiting));
        await SleepAsync(turn, woken, Pause);
        BeginAnew(turn);
    }

    private static void BeginAnew(IDurableTurn turn)
    {
        // Who looks on in between must not take it for asleep still.
        turn.Show(new TurnStatus(TurnStatus.Working));
        turn.ContinueAsNew();
    }

    /// <param name="delay">Null: until woken.</param>
    private static async Task SleepAsync(IDurableTurn turn, Task woken, TimeSpan? delay)
    {
        if (delay is null)
        {
            await woken;
            return;
        }

        using var timer = new CancellationTokenSource();
        if (await Task.WhenAny(turn.SleepAsync(delay.Value, timer.Token), woken) == woken)
            timer.Cancel();
    }
}
