using System.Diagnostics.Metrics;

namespace WobWorkflow.Engine;

/// <summary>What the engine counts of its own work, under names that dashboards and alerts may rely on. Kinds and numbers, nothing of a case.</summary>
internal static class EngineMeter
{
    private static readonly Meter Meter = new("WobWorkflow.Engine");

    /// <summary>Duties that failed and will be tried again, by <c>kind</c>.</summary>
    public static readonly Counter<long> FailedDuties = Meter.CreateCounter<long>("wobworkflow.duties.failed", "{duty}", "Duties that failed, by kind.");

    /// <summary>Sweeps that were finished by this process: silence of some minutes in every process means that lost wake-ups are not found.</summary>
    public static readonly Counter<long> Sweeps = Meter.CreateCounter<long>("wobworkflow.sweeps", "{sweep}", "Sweeps that were finished.");

    private static long _overdue;

    static EngineMeter() => Meter.CreateObservableGauge("wobworkflow.terms.overdue", () => Interlocked.Read(ref _overdue), "{case}", "Open cases with a term that is overdue.");

    /// <summary>Open cases with a term that is overdue, as counted at the last comparison.</summary>
    public static long Overdue
    {
        set => Interlocked.Exchange(ref _overdue, value);
    }
}
