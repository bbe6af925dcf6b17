using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>
/// Sees to it that packages are made that were asked for: at once where this process recorded that, and again every minute by the list of cases, so that what a
/// process left lying when it died is found.
/// </summary>
public sealed class PackageWatch(Worklist worklist, IPackageStarter starter)
{
    /// <summary>To be called with each case that changed.</summary>
    public void Notice(Case c)
    {
        foreach (var about in Packages.BeingMade(c).Select(package => package.About).Distinct(StringComparer.Ordinal))
            starter.Start(c.Id, about);
    }

    public Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var row in worklist.All())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var about in row.Packages ?? [])
                starter.Start(row.CaseId, about);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Starts whoever makes packages, beside the turn of the case.</summary>
public interface IPackageStarter
{
    /// <summary>Returns at once; a call while it is being worked on does nothing. Losing a call costs a minute.</summary>
    void Start(string caseId, string about);
}
