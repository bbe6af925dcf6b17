using System.Globalization;
using System.Text;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Local;

/// <summary>
/// Tells whether a process that once stood here still does, where that can be known for sure: on Linux, on the same machine since the same start, among the
/// same numbers of processes (a container has its own). Otherwise nothing is known, and a lease ends when its time is over.
/// </summary>
internal static class ProcessMarks
{
    public static ProcessMark Here { get; } =
        Started(Environment.ProcessId) is { } started ? new(Place(), Environment.ProcessId, started) : new("", Environment.ProcessId, "");

    public static bool IsGone(ProcessMark mark) => mark.Place.Length > 0 && mark.Place == Here.Place && Started(mark.Pid) != mark.Started;

    private static string Place()
    {
        if (!OperatingSystem.IsLinux())
            return "";
        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            return new FileInfo("/proc/self/ns/pid").LinkTarget is { Length: > 0 } numbers ? $"{Environment.MachineName} {boot} {numbers}" : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>When a process began, in ticks since the machine started; null where there is none of this number, or only what is left of one.</summary>
    private static string? Started(int pid)
    {
        try
        {
            // The name of the program stands in parentheses and may hold any character; after it come the state and, nineteen fields on, the start.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"), Encoding.Latin1);
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
