using System.Collections.Concurrent;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Brings the rows of changed aggregates up to date, off the path of any answer: changes within a second become one write. Every row can be made again
/// from the logs, so what is lost here costs a delay.
/// </summary>
public sealed class Indexer(
    Dossier<Case> cases, Dossier<Ruling> rulings, AgendaIndex agenda, WorklistIndex index, Worklist worklist, WorklistRows rows, Settings settings, CaseClock clock,
    People people)
{
    private const int AtOnce = 8;
    private readonly ConcurrentDictionary<LogId, byte> _changed = new();
    private readonly SemaphoreSlim _flushing = new(1, 1);

    /// <summary>Notes that an aggregate changed. Returns at once.</summary>
    public void Mark(LogId aggregate) => _changed[aggregate] = 0;

    /// <summary>Writes the rows of all that changed before this was called.</summary>
    /// <exception cref="StorageUnavailableException">What was not written stays noted.</exception>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await _flushing.WaitAsync(cancellation);
        try
        {
            await Parallel.ForEachAsync(_changed.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (log, stop) =>
            {
                _changed.TryRemove(log, out _);
                try
                {
                    await WriteAsync(log, stop);
                }
                catch
                {
                    Mark(log);
                    throw;
                }
            });
            await people.SaveAsync(cancellation);
        }
        finally
        {
            _flushing.Release();
        }
    }

    /// <summary>Takes in what other hosts wrote, and writes anew what can't be read.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        foreach (var log in await worklist.CatchUpAsync(cancellation))
            Mark(log);
    }

    internal void Forget() => _changed.Clear();

    private async Task WriteAsync(LogId log, CancellationToken cancellation)
    {
        var facts = await settings.CurrentAsync(cancellation);
        if (log.CaseId() is { } caseId && await cases.GlanceAsync(caseId, cancellation) is { } c)
        {
            await agenda.SetAsync(log, MomentOf(Agenda.Of(c.State, facts, clock.Now)), c.Version, c.Position.Length, cancellation);
            var row = await rows.OfAsync(c, facts, clock.Today, cancellation);
            await index.SetAsync(log, "case", JsonSerializer.SerializeToUtf8Bytes(row, CaseJson.Options), c.Version, c.Position.Length, cancellation);
            worklist.Put(row);
        }
        else if (log.RulingId() is { } rulingId && await rulings.GlanceAsync(rulingId, cancellation) is { } ruling)
        {
            await agenda.SetAsync(log, MomentOf(Agenda.Of(ruling.State, clock.Now)), ruling.Version, ruling.Position.Length, cancellation);
            var row = WorklistRows.Of(ruling);
            await index.SetAsync(log, "ruling", JsonSerializer.SerializeToUtf8Bytes(row, CaseJson.Options), ruling.Version, ruling.Position.Length, cancellation);
            worklist.Put(row);
        }
    }

    /// <summary>What is due already is due now: the sweeper finds it if nobody else does.</summary>
    private DateTimeOffset? MomentOf(Agenda of) => of.Due.IsEmpty ? of.Next : clock.Now;
}
