using System.Text.Json;
using Microsoft.Extensions.Logging;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Brings the rows of changed aggregates up to date, off the path of any answer: changes within a second become one write. Every row can be made again
/// from the logs, so what is lost here costs a delay.
/// </summary>
public sealed partial class Indexer(
    Dossier<Case> cases, Dossier<Ruling> rulings, AgendaIndex agenda, WorklistIndex index, Worklist worklist, WorklistRows rows, Settings settings, CaseClock clock,
    People people, Consistency consistency, Resemblances resemblances, ILogger<Indexer> log)
{
    private const int AtOnce = 8;
    private readonly MarkedLogs _changed = new(AtOnce);
    private readonly SemaphoreSlim _flushing = new(1, 1);

    /// <summary>Notes that an aggregate changed. Returns at once.</summary>
    public void Mark(LogId aggregate) => _changed.Mark(aggregate);

    /// <summary>Writes the rows of all that changed before this was called.</summary>
    /// <remarks>A log that can't be read holds up no other, and isn't read again until it changes or lengths are compared.</remarks>
    /// <exception cref="StorageUnavailableException">What was not written stays noted.</exception>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await _flushing.WaitAsync(cancellation);
        try
        {
            // Only the kind of exception is told: its message may quote the case.
            await _changed.EachAsync(WriteAsync, (aggregate, exception) => NotWritten(aggregate.Text, exception.GetType().Name), cancellation);
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
        foreach (var unreadable in await worklist.CatchUpAsync(cancellation))
            Mark(unreadable);
    }

    internal void Forget()
    {
        _changed.Forget();
        consistency.Forget();
        resemblances.Forget();
    }

    /// <summary>As the log stands, not as this process last saw it: another may have gone on and died before it wrote the row.</summary>
    private async Task WriteAsync(LogId aggregate, CancellationToken cancellation)
    {
        var facts = await settings.CurrentAsync(cancellation);
        if (aggregate.CaseId() is { } caseId && await cases.ReadAsync(caseId, cancellation) is { } c)
        {
            await consistency.UpdateAsync(c, cancellation);
            await resemblances.NoticeAsync(c, cancellation);
            await agenda.SetAsync(aggregate, MomentOf(Agenda.Of(c.State, facts, clock.Now)), c.Version, c.Position.Length, cancellation);
            var row = await rows.OfAsync(c, facts, clock.Today, cancellation);
            await index.SetAsync(aggregate, "case", JsonSerializer.SerializeToUtf8Bytes(row, CaseJson.Options), c.Version, c.Position.Length, cancellation);
            worklist.Put(row);
        }
        else if (aggregate.RulingId() is { } rulingId && await rulings.ReadAsync(rulingId, cancellation) is { } ruling)
        {
            await agenda.SetAsync(aggregate, MomentOf(Agenda.Of(ruling.State, clock.Now)), ruling.Version, ruling.Position.Length, cancellation);
            var row = WorklistRows.Of(ruling, facts, clock.Today);
            await index.SetAsync(aggregate, "ruling", JsonSerializer.SerializeToUtf8Bytes(row, CaseJson.Options), ruling.Version, ruling.Position.Length, cancellation);
            worklist.Put(row);
        }
    }

    /// <summary>What is due already is due now: the sweeper finds it if nobody else does.</summary>
    private DateTimeOffset? MomentOf(Agenda of) => of.Due.IsEmpty ? of.Next : clock.Now;

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows of {Aggregate} could not be written: {Exception}")]
    private partial void NotWritten(string aggregate, string exception);
}
