using System.Collections.Concurrent;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Logs for which something has to be done off the path of any answer, each once, however often it was marked. What is not done stays marked.</summary>
/// <param name="atOnce">How many are worked on beside each other.</param>
internal sealed class MarkedLogs(int atOnce)
{
    private readonly ConcurrentDictionary<LogId, byte> _marked = new();

    public void Mark(LogId log) => _marked[log] = 0;

    public void Forget() => _marked.Clear();

    /// <summary>Does the work for all that were marked before this was called.</summary>
    /// <param name="givenUp">Told of a log whose work can't be done: it holds up no other, and isn't tried again until it is marked again.</param>
    /// <exception cref="StorageUnavailableException">Storage is out. That log stays marked, and so do those whose work was cut off by it, whatever that looked like to them.</exception>
    public Task EachAsync(Func<LogId, CancellationToken, Task> work, Action<LogId, Exception> givenUp, CancellationToken cancellation) =>
        Parallel.ForEachAsync(_marked.Keys, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (log, stop) =>
        {
            _marked.TryRemove(log, out _);
            try
            {
                await work(log, stop);
            }
            catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException || stop.IsCancellationRequested)
            {
                Mark(log);
                throw;
            }
            catch (Exception exception)
            {
                givenUp(log, exception);
            }
        });
}
