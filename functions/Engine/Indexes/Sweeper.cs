using Microsoft.Extensions.Logging;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Finds what nobody was woken for: rows of the agenda whose moment passed, and logs that grew while no row was written. This is what makes a lost wake-up
/// cost a delay and never a fact.
/// </summary>
public sealed partial class Sweeper(
    LogStore logs, AgendaIndex agenda, WorklistIndex worklist, ContentIndex content, ResemblanceIndex resemblance, Resemblances resemblances, Indexer indexer, IWaker waker,
    Driving driving, Worklist list, CaseClock clock, PackageWatch packages, ILogger<Sweeper> log)
{
    /// <summary>Whoever was woken in the ordinary way has had this long to do its work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Wakes what should have happened some minutes ago, and starts packages that nobody is making, on the host that drives. Every minute.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        if (await driving.EpochAsync(cancellation) is null)
            return 0;
        var due = await agenda.DueAsync(clock.Now - Patience, cancellation);
        foreach (var row in due)
            waker.Wake(row.Log);
        packages.Sweep();
        EngineMeter.Sweeps.Add(1);
        return due.Count;
    }

    /// <summary>
    /// Compares the lengths of the logs with those at which rows were written, writes what lags behind, and starts packages that nobody is making. At start and every hour.
    /// </summary>
    public async Task<int> CompareAsync(CancellationToken cancellation)
    {
        var indexed = await LengthsAsync(agenda.LengthsAsync(cancellation));
        var listed = await LengthsAsync(worklist.LengthsAsync(cancellation));
        var behind = 0;
        await foreach (var (log, length) in logs.ListAsync("", cancellation))
        {
            if (log.CaseId() is null && log.RulingId() is null)
                continue;
            if (indexed.GetValueOrDefault(log) >= length && listed.GetValueOrDefault(log) >= length)
                continue;
            indexer.Mark(log);
            waker.Wake(log);
            behind++;
        }

        await indexer.FlushAsync(cancellation);
        await resemblances.CatchUpAsync(cancellation);
        // Who waits for a package that another left lying needn't wait for the next sweep.
        if (await driving.EpochAsync(cancellation) is not null)
            packages.Sweep();
        await TellOverdueAsync(cancellation);
        return behind;
    }

    /// <summary>Throws every row away and makes all of them again from the logs.</summary>
    public async Task<int> RebuildAsync(CancellationToken cancellation)
    {
        await agenda.ClearAsync(cancellation);
        await worklist.ClearAsync(cancellation);
        await content.ClearAsync(cancellation);
        await resemblance.ClearAsync(cancellation);
        indexer.Forget();
        return await CompareAsync(cancellation);
    }

    /// <summary>How many cases are late, and nothing of them: an operator's alert listens for this line.</summary>
    private async Task TellOverdueAsync(CancellationToken cancellation)
    {
        if (await driving.EpochAsync(cancellation) is null)
            return;
        var open = new WorklistQuery(null, null, null, null, null, "due", 1, null, clock.Today, Open: true);
        var overdue = list.Count(open with { Overdue = true });
        EngineMeter.Overdue = overdue;
        TermsOverdue(overdue > 0 ? LogLevel.Warning : LogLevel.Information, overdue, list.Count(open));
    }

    private static async Task<Dictionary<LogId, long>> LengthsAsync(IAsyncEnumerable<IndexedLog> rows)
    {
        var lengths = new Dictionary<LogId, long>();
        await foreach (var row in rows)
            lengths[row.Log] = row.Length;
        return lengths;
    }

    [LoggerMessage(Message = "Terms overdue: {Overdue} of {Open} open cases")]
    private partial void TermsOverdue(LogLevel level, int overdue, int open);
}
