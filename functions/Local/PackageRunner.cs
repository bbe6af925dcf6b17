using System.Collections.Concurrent;
using System.Threading.Channels;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>Makes packages beside the turns, one at a time: it takes a batch after another, and what is left when this process ends is found at the next start.</summary>
internal sealed partial class PackageRunner(PackageQueue queue, PackageBuilding building, ILogger<PackageRunner> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (caseId, about) in queue.TakeAsync(stoppingToken))
        {
            try
            {
                while ((await building.BatchAsync(caseId, about, stoppingToken)).Work == PackageWork.Goes)
                {
                }
            }
            catch (Exception exception) when (exception is StorageUnavailableException or Azure.RequestFailedException)
            {
                // Storage is out: the sweep brings it again, and it goes on where it stood.
                Postponed(caseId, exception.GetType().Name);
            }
            finally
            {
                queue.LetGo(caseId, about);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A package of {CaseId} is postponed: {Exception}")]
    private partial void Postponed(string caseId, string exception);
}

/// <summary>Packages that wait to be made by this process, each once.</summary>
internal sealed class PackageQueue : IPackageStarter
{
    private readonly Channel<(string CaseId, string About)> _waiting = Channel.CreateUnbounded<(string, string)>();
    private readonly ConcurrentDictionary<(string CaseId, string About), bool> _known = new(); // the value says whether it was asked for once more meanwhile

    public Task StartAsync(string caseId, string about, CancellationToken cancellation)
    {
        Start(caseId, about);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<(string CaseId, string About)> TakeAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>It was worked on until nothing was left, or failed.</summary>
    public void LetGo(string caseId, string about)
    {
        if (_known.TryRemove((caseId, about), out var again) && again)
            Start(caseId, about);
    }

    private void Start(string caseId, string about)
    {
        if (!_known.AddOrUpdate((caseId, about), false, (_, _) => true))
            _waiting.Writer.TryWrite((caseId, about));
    }
}
