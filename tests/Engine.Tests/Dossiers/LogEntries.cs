using System.Text;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>Entries as tests want them.</summary>
internal static class LogEntries
{
    public static readonly DateTimeOffset At = new(2018, 5, 22, 9, 30, 0, TimeSpan.Zero);

    public static NewEntry Entry(string command, string json = """{"type":"noted"}""") =>
        new(At, new DateOnly(2018, 5, 22), "tester", command, Encoding.UTF8.GetBytes(json));

    public static NewEntry[] Step(string command, int events = 1) => [.. Enumerable.Range(0, events).Select(_ => Entry(command))];

    public static IEnumerable<string> Commands(this IEnumerable<LogEntry> entries) => entries.Select(entry => entry.Command);

    /// <summary>A log of so many steps of one event, each appended for itself.</summary>
    public static async Task<LogPosition> WriteAsync(this LogStore logs, LogId log, int steps, CancellationToken cancellation)
    {
        var position = (await logs.CreateAsync(log, Step("step-1"), cancellation)).Position;
        for (var step = 2; step <= steps; step++)
            position = (await logs.AppendAsync(log, position, Step($"step-{step}"), cancellation)).ShouldBeOfType<Appended>().Position;
        return position;
    }
}
