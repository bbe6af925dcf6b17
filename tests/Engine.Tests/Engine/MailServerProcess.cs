using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace WobWorkflow.Engine.Tests;

/// <summary>A mail server as one would install it, in a process of its own, that can be killed and started again at the same address.</summary>
internal sealed class MailServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("wobworkflow-smtp-").FullName;
    private readonly string[] _arguments;
    private Process? _process;

    private MailServerProcess(string[] arguments) => _arguments = arguments;

    public int Port { get; } = FreePort();

    /// <param name="arguments"><c>tls</c>, <c>user:password</c>.</param>
    public static async Task<MailServerProcess> StartAsync(params string[] arguments)
    {
        var server = new MailServerProcess(arguments);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "WobWorkflow.MailServer.dll"), _folder, Port.ToString(CultureInfo.InvariantCulture), .. _arguments])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)).ShouldBe("listening");
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>The messages that it took, over all its lives.</summary>
    public async Task<MimeMessage[]> TakenAsync() =>
        await Task.WhenAll(Directory.GetFiles(_folder, "*.eml").Select(file => MimeMessage.LoadAsync(file)));

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
