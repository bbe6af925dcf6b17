using System.Globalization;
using System.Security.Cryptography;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Whether this is a rehearsal, in which everything is kept apart and every letter is marked as an exercise.</summary>
public sealed record RehearsalMode(bool Enabled);

/// <summary>
/// The clock of a rehearsal. Moving it forward visits, in order, each moment at which something falls due, and lets that be done before it goes on, so
/// that years pass as they would have passed.
/// </summary>
public sealed class Rehearsal(
    RehearsalMode mode, CaseClock clock, CacheStore cache, AgendaIndex agenda, Worklist worklist, Indexer indexer, IWaker waker, IDriver driver,
    Redating redating, Everything everything, Driving driving, Resemblances resemblances, TimeProvider real)
{
    /// <summary>More rounds than this at one moment mean that something falls due again as soon as it is done.</summary>
    private const int Rounds = 200;

    private const string ClockName = "rehearsal/clock";
    private const string KeyName = "rehearsal/key";
    private readonly SemaphoreSlim _moving = new(1, 1);

    public bool Enabled => mode.Enabled;

    /// <summary>Counts how often this process forgot a rehearsal: what was kept of an earlier life, such as its key, is no good any more.</summary>
    public long Life { get; private set; }

    public DateTimeOffset Now => clock.Now;

    /// <summary>Takes up the clock where it was left.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        if (mode.Enabled && await cache.GetAsync(ClockName, cancellation) is { } kept)
            clock.Offset = TimeSpan.FromTicks(long.Parse(kept.ToString(), CultureInfo.InvariantCulture));
    }

    /// <summary>Follows a clock that another process moved; while this one moves it, nothing.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        if (!mode.Enabled || !await _moving.WaitAsync(TimeSpan.Zero, cancellation))
            return;
        try
        {
            await ResumeAsync(cancellation);
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>The key that signs the tokens of this rehearsal: made at the first use, gone when the rehearsal is forgotten.</summary>
    public async Task<byte[]> KeyAsync(CancellationToken cancellation) =>
        (await cache.AddAsync(KeyName, BinaryData.FromBytes(RandomNumberGenerator.GetBytes(32)), cancellation)).ToArray();

    /// <summary>Moves the clock of the cases. Back only while nothing is registered: what has happened can't be undone.</summary>
    /// <returns>When this returns, what fell due on the way has been done.</returns>
    public async Task<MoveResult> MoveAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await _moving.WaitAsync(cancellation);
        try
        {
            if (await driving.EpochNowAsync(cancellation) is null)
            {
                return new MoveResult(clock.Now, new Refused(
                    "stands-by", "Een andere host, of een ander proces, voert uit wat onderweg vervalt. Verzet de klok daar, of laat deze host uitvoeren (--appoint)."));
            }

            // What was registered a moment ago, here or by another host, isn't in the list yet.
            await SettleAsync(cancellation);
            await indexer.CatchUpAsync(cancellation);
            var back = clock.Now - to;
            // The clock ticks: who sends back the time that was just read doesn't mean to go back.
            var stays = back >= TimeSpan.Zero && back < TimeSpan.FromMinutes(1);
            if (back > TimeSpan.Zero && !stays && !worklist.IsEmpty)
            {
                return new MoveResult(clock.Now, new Refused(
                    "clock-goes-forward", "De klok gaat alleen vooruit zodra er iets is geregistreerd. Vergeet de oefening om opnieuw te beginnen."));
            }

            while (await agenda.EarliestAsync(cancellation) is { } earliest && earliest.Next <= to)
            {
                if (earliest.Next > clock.Now)
                    await SetAsync(earliest.Next, cancellation);
                await SettleAsync(cancellation);
            }

            if (!stays)
                await SetAsync(to, cancellation);
            await SettleAsync(cancellation);
            await resemblances.FlushAsync(cancellation);
            return new MoveResult(clock.Now, Refused: null);
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Forgets every case, letter and setting of the rehearsal, and goes back to real time.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await _moving.WaitAsync(cancellation);
        try
        {
            await driver.WhenQuietAsync(cancellation);
            await everything.ForgetAsync(cancellation);
            clock.Offset = TimeSpan.Zero;
            Life++;
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Lets everything that is due be done, and brings the indexes up to date.</summary>
    private async Task SettleAsync(CancellationToken cancellation)
    {
        await redating.RunPendingAsync(cancellation);
        await driver.WhenQuietAsync(cancellation);
        await indexer.FlushAsync(cancellation);
        for (var round = 0; await agenda.DueAsync(clock.Now, cancellation) is { Count: > 0 } due; round++)
        {
            if (round == Rounds)
                throw new InvalidOperationException("Something falls due again each time it is done.");
            foreach (var row in due)
                waker.Wake(row.Log);
            await driver.WhenQuietAsync(cancellation);
            await indexer.FlushAsync(cancellation);
        }
    }

    private async Task SetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var offset = now - real.GetUtcNow();
        await cache.PutAsync(ClockName, BinaryData.FromString(offset.Ticks.ToString(CultureInfo.InvariantCulture)), cancellation);
        clock.Offset = offset;
    }
}

/// <summary>What came of moving the clock.</summary>
/// <param name="Refused">Why it was not moved; null where it was.</param>
public sealed record MoveResult(DateTimeOffset Now, Refused? Refused);

/// <summary>Whoever runs turns on this host.</summary>
public interface IDriver
{
    /// <summary>Returns when every turn that was asked for has been run.</summary>
    Task WhenQuietAsync(CancellationToken cancellation);
}
