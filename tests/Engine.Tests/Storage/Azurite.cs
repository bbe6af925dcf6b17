using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Core;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine.Tests;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// One Azurite for all tests of the assembly, with a folder and ports of its own; or the storage of WOBWORKFLOW_STORAGE (a connection
/// string). Every test opens an account of its own in it: <c>await azurite.OpenAsync()</c>.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    // The development account's key, which Azurite has in common with the emulator before it; it opens nothing.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? _process;
    private string? _folder;

    public string ConnectionString { get; private set; } = "";

    /// <summary>An empty account; nothing in it is seen by other tests.</summary>
    public async Task<StorageAccount> OpenAsync(Action<ClientOptions>? configure = null, int blocksPerSegment = 40_000, string? prefix = null)
    {
        var account = Open(configure, blocksPerSegment, prefix ?? NewPrefix());
        await account.CreateMissingAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>An account as another process would open it: with the same prefix it is the same account.</summary>
    public StorageAccount Open(Action<ClientOptions>? configure, int blocksPerSegment, string prefix) => StorageAccount.Open(new StorageOptions
    {
        Account = StorageLocation.Of(ConnectionString),
        Prefix = prefix,
        AllowEmulator = true,
        BlocksPerSegment = blocksPerSegment,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        Configure = configure,
    });

    public static string NewPrefix() => "t" + Guid.NewGuid().ToString("N")[..16];

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("WOBWORKFLOW_STORAGE") is { Length: > 0 } given)
        {
            ConnectionString = given;
            return;
        }

        var script = Path.Combine(Root(), "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException(
                "These tests need Azurite: run `npm ci` in the repository, or set WOBWORKFLOW_STORAGE to a connection string.");
        }

        _folder = Directory.CreateTempSubdirectory("wobworkflow-azurite-").FullName;
        var ports = FreePorts(3);
        _process = Start(script, _folder, ports);
        await ListeningAsync(_process);
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    // In a session of its own, so that Ctrl-C does not kill it under the tests. The shell waits for its input to end, which it does also when
    // this process dies, and then asks Azurite to stop.
    private static Process Start(string script, string folder, int[] ports)
    {
        const string Shell = "\"$@\" & child=$!; read -r _; kill -TERM $child; wait $child";
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "sh", "-c", Shell, "sh", "node", script, "--location", folder, "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task ListeningAsync(Process process)
    {
        var said = new StringBuilder();
        var listening = new TaskCompletionSource();
        var services = 0;
        void Heard(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.AppendLine(line.Data);
                if (line.Data is null) listening.TrySetException(new InvalidOperationException($"Azurite did not start: {said}"));
                else if (line.Data.Contains("successfully listen", StringComparison.Ordinal) && ++services == 3) listening.TrySetResult();
            }
        }
        process.OutputDataReceived += Heard;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WobWorkflow.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
