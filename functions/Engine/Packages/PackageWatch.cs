using Microsoft.Extensions.Logging;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>
/// Sees to it that packages are made that were asked for: at once where this process recorded that, and again with each sweep by the list of cases, so that what a
/// process left lying when it died is found.
/// </summary>
public sealed partial class PackageWatch(Worklist worklist, IPackageStarter starter, ILogger<PackageWatch> log)
{
    /// <summary>To be called with each case that changed.</summary>
    public void Notice(Case c)
    {
        foreach (var about in Packages.BeingMade(c).Select(package => package.About).Distinct(StringComparer.Ordinal))
            Start(c.Id, about);
    }

    public void Sweep()
    {
        foreach (var row in worklist.All())
        {
            foreach (var about in row.Packages ?? [])
                Start(row.CaseId, about);
        }
    }

    private void Start(string caseId, string about)
    {
        // It outlives the request that brought it; what flows with that one ends with its answer.
        using (ExecutionContext.SuppressFlow())
            _ = StartAsync(caseId, about);
    }

    private async Task StartAsync(string caseId, string about)
    {
        try
        {
            await starter.StartAsync(caseId, about, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The message may hold anything, its type does not.
            NotStarted(caseId, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A package of {CaseId} could not be started: {Exception}. The sweep will find it")]
    private partial void NotStarted(string caseId, string exception);
}

/// <summary>Starts whoever makes packages, beside the turn of the case.</summary>
public interface IPackageStarter
{
    /// <summary>Starts one, or hands it over; while it is being worked on it does nothing. Losing a call costs a minute.</summary>
    Task StartAsync(string caseId, string about, CancellationToken cancellation);
}
