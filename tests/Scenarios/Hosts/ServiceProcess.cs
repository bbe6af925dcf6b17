using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>
/// A host as people start it: a process of its own, on a free port, with storage of its own; the local host, or a real Functions host with its worker. It
/// can be killed at any instruction and started again on the same data and the same address.
/// </summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const string Ready = "WobWorkflow: ";

    // Says who the child is and waits for its input to end, which it also does when the tests die: then the child goes too.
    private const string Shell = "\"$@\" & child=$!; echo $child; read -r _; kill -KILL $child 2>/dev/null; wait $child 2>/dev/null; exit 0";

    // The same for a host that has a process below it: both are in a session of their own and go together, also where the tests are stopped by a signal.
    private const string ShellOfTwo = "trap '' INT TERM HUP; setsid \"$@\" & child=$!; echo $child; read -r _; kill -KILL -$child 2>/dev/null; wait $child 2>/dev/null; exit 0";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _settings;
    private readonly string[] _arguments;
    private Process? _shell;
    private TaskCompletionSource<int> _child = new();
    private TaskCompletionSource<Uri> _address = new();
    private TaskCompletionSource<string>? _awaited;
    private Func<string, bool>? _line;
    private bool _borrowed;
    private bool _onFunctions;

    private ServiceProcess(Dictionary<string, string> settings, string[] arguments) => (_settings, _arguments) = (settings, arguments);

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public HttpClient Http { get; private set; } = new();

    /// <summary>Where mail lands, a file for each message.</summary>
    public string MailFolder { get; private init; } = "";

    /// <summary>What the containers and tables begin with.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>All that the process wrote to either stream, over all its lives.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <param name="settings">Beside those of storage and mail: <c>Section__Name</c>.</param>
    public static async Task<ServiceProcess> StartAsync(Azurite azurite, Dictionary<string, string>? settings = null, params string[] arguments)
    {
        var (prefix, mail) = (Azurite.NewPrefix(), Directory.CreateTempSubdirectory("wobworkflow-mail-").FullName);
        var service = new ServiceProcess(
            new(settings ?? [], StringComparer.Ordinal)
            {
                ["Storage__ConnectionString"] = azurite.ConnectionString,
                ["Storage__Prefix"] = prefix,
                ["Mail__Folder"] = mail,
                ["DOTNET_ENVIRONMENT"] = "Production",
            },
            arguments)
        { Prefix = prefix, MailFolder = mail };
        await service.StartAgainAsync();
        return service;
    }

    /// <summary>A Functions host; see <see cref="FunctionsHost"/>.</summary>
    public static async Task<ServiceProcess> StartOnFunctionsAsync(Azurite azurite, Dictionary<string, string>? settings = null)
    {
        var (prefix, mail, port) = (Azurite.NewPrefix(), Directory.CreateTempSubdirectory("wobworkflow-mail-").FullName, FunctionsHost.FreePort());
        var service = new ServiceProcess(FunctionsHost.Settings(azurite.ConnectionString, prefix, port), [])
        {
            Prefix = prefix,
            MailFolder = mail,
            Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            _onFunctions = true,
        };
        foreach (var (name, value) in settings ?? [])
            service._settings[name] = value;
        service._settings["Storage__ConnectionString"] = azurite.ConnectionString;
        service._settings["Storage__Prefix"] = prefix;
        service._settings["Mail__Folder"] = mail;
        service.Http = new HttpClient { BaseAddress = service.Address };
        await service.StartAgainAsync();
        return service;
    }

    /// <summary>
    /// A rehearsal that somebody else started, on whatever host, emptied; it can be neither killed nor heard. It must be the play's alone.
    /// </summary>
    /// <param name="mail">Where its mail lands; null where that can't be seen from here.</param>
    public static async Task<ServiceProcess> AtAsync(Uri address, string? mail)
    {
        var service = new ServiceProcess([], [])
        {
            Address = address,
            Http = new HttpClient { BaseAddress = address },
            MailFolder = mail ?? Directory.CreateTempSubdirectory("wobworkflow-mail-").FullName,
            _borrowed = mail is not null,
        };
        using var emptied = await service.Http.DeleteAsync("api/v1/rehearsal");
        emptied.StatusCode.ShouldBe(HttpStatusCode.NoContent, $"{address} is no rehearsal.");
        return service;
    }

    /// <summary>A second process of the same host, on the same data, at an address of its own.</summary>
    public static async Task<ServiceProcess> BesideAsync(ServiceProcess first)
    {
        var service = new ServiceProcess(first._settings, []) { Prefix = first.Prefix, MailFolder = first.MailFolder, _borrowed = true };
        await service.StartAgainAsync();
        return service;
    }

    /// <summary>Starts it, the first time or after its death.</summary>
    public async Task StartAgainAsync()
    {
        (_child, _address) = (new(), new());
        var start = new ProcessStartInfo("sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var port = Address.Port.ToString(CultureInfo.InvariantCulture);
        string[] all = _onFunctions
            ? ["-c", ShellOfTwo, "sh", .. FunctionsHost.Command]
            : ["-c", Shell, "sh", "dotnet", Path.Combine(AppContext.BaseDirectory, "WobWorkflow.Local.dll"), "--rehearsal", "--port", port, .. _arguments];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        // The first moves the address; by the second a Functions host takes itself for one in Azure's own container.
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("CONTAINER_NAME");
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        _shell = Process.Start(start)!;
        _shell.OutputDataReceived += (_, line) => Heard(line.Data);
        _shell.ErrorDataReceived += (_, line) => Heard(line.Data ?? "");
        _shell.BeginOutputReadLine();
        _shell.BeginErrorReadLine();
        var address = _onFunctions ? await ListeningAsync() : await _address.Task.WaitAsync(Patience);
        if (address != Address)
            (Address, Http) = (address, new HttpClient { BaseAddress = address });
        using var ready = await Http.GetAsync("health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, Output);
    }

    /// <summary>SIGKILL: it gets to do nothing more. Returns when it is gone.</summary>
    public async Task KillAsync()
    {
        using (var child = Process.GetProcessById(await _child.Task))
            child.Kill(entireProcessTree: _onFunctions);
        await GoneAsync();
    }

    /// <summary>Waits until the process has written such a line.</summary>
    public async Task<string> LineAsync(Func<string, bool> line)
    {
        TaskCompletionSource<string> awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(line) is { } earlier)
                return earlier;
            (_line, _awaited) = (line, awaited);
        }

        return await awaited.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await GoneAsync();
        Http.Dispose();
        if (!_borrowed)
            Directory.Delete(MailFolder, recursive: true);
    }

    /// <summary>A Functions host says nothing when its app is up: it is asked until it answers.</summary>
    private async Task<Uri> ListeningAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var live = await Http.GetAsync("health/live", patience.Token);
                if (live.IsSuccessStatusCode)
                    return Address;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            catch (OperationCanceledException)
            {
                // listening, and no answer
            }

            _shell!.HasExited.ShouldBeFalse(Output);
            patience.IsCancellationRequested.ShouldBeFalse($"The Functions host did not answer: {Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        }
    }

    private async Task GoneAsync()
    {
        if (_shell is null)
            return;
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _shell = null;
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The service did not start: {Output}"));
            _awaited?.TrySetException(new InvalidOperationException($"The service ended: {Output}"));
            return;
        }

        if (!_child.Task.IsCompleted && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var child))
        {
            _child.SetResult(child);
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
            if (_line?.Invoke(line) == true)
                _awaited!.TrySetResult(line);
        }

        if (line.StartsWith(Ready, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Ready.Length..]));
    }
}
