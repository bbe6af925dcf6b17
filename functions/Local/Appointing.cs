using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>The operator's command that hands the wheel to another host.</summary>
internal static class Appointing
{
    /// <returns>The exit code: 0 when that host drives from now on.</returns>
    public static async Task<int> AppointAsync(Driving driving, HostIdentity host, TextWriter output, CancellationToken cancellation)
    {
        var before = await driving.CurrentAsync(cancellation);
        if (before is not null && Is(before, host))
        {
            await output.WriteLineAsync($"{host.Kind}/{host.Hub} drives already, in epoch {before.Epoch}.");
            return 0;
        }

        var appointment = await driving.AppointAsync(before, host, "operator", cancellation);
        await output.WriteLineAsync(appointment.Current is { } now && Is(now, host)
            ? $"{host.Kind}/{host.Hub} drives from now on, in epoch {now.Epoch}."
            : $"Somebody else appointed {appointment.Current?.Kind}/{appointment.Current?.Hub} meanwhile. Nothing was changed.");
        return appointment.Made ? 0 : 1;
    }

    private static bool Is(HostRecord record, HostIdentity host) => record.Kind == host.Kind && record.Hub == host.Hub;
}
