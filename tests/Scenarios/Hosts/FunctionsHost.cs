using System.Globalization;
using System.Net.Sockets;

namespace WobWorkflow.Scenarios;

/// <summary>
/// A real Functions host on this machine, on which plays are told instead of on the local host where WOBWORKFLOW_FUNCTIONS_HOST names its program
/// (<c>Microsoft.Azure.WebJobs.Script.WebHost.dll</c>, as in Microsoft's images under <c>/azure-functions-host</c>). WOBWORKFLOW_FUNCTIONS_APP names the
/// folder of the built app; without it that of configuration Azure.
/// </summary>
internal static class FunctionsHost
{
    public static string? Program { get; } = Environment.GetEnvironmentVariable("WOBWORKFLOW_FUNCTIONS_HOST") is { Length: > 0 } given ? given : null;

    /// <summary>How it is started: no arguments, and everything it must know as settings.</summary>
    public static string[] Command => Program!.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", Program] : [Program];

    /// <summary>What the host must know beside the settings of the app, which it passes on.</summary>
    /// <param name="hub">A task hub of its own: letters and digits.</param>
    public static Dictionary<string, string> Settings(string storage, string hub, int port)
    {
        var here = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        return new(StringComparer.Ordinal)
        {
            ["AzureWebJobsScriptRoot"] = App(),
            ["AzureWebJobsStorage"] = storage,
            ["AzureWebJobsSecretStorageType"] = "files",
            ["AzureFunctionsWebHost__hostid"] = hub,
            ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = hub,
            // Each moment of a play waits for a queue.
            ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.500",
            ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",
            ["FUNCTIONS_EXTENSION_VERSION"] = "~4",
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "268435456",
            ["WEBSITE_HOSTNAME"] = here,
            ["ASPNETCORE_URLS"] = $"http://{here}",
            ["Rehearsal__Enabled"] = "true",
        };
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string App()
    {
        var app = Environment.GetEnvironmentVariable("WOBWORKFLOW_FUNCTIONS_APP") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(Azurite.Root(), "functions", "App", "bin", "Release", "net10.0");
        return File.Exists(Path.Combine(app, "host.json"))
            ? app
            : throw new InvalidOperationException($"There is no Functions app in {app}: build configuration Azure, or name its folder in WOBWORKFLOW_FUNCTIONS_APP.");
    }
}
