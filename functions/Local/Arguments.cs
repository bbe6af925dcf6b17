using System.Globalization;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>What was typed on the command line.</summary>
/// <param name="Settings">What goes on to the configuration: <c>--Section:Name value</c>.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
internal sealed record Arguments(int Port, bool Play, string? Sample, bool Rebuild, HostIdentity? Appoint, string[] Settings, string? Problem)
{
    public const string Usage =
        """
        Usage: WobWorkflow.Local [--rehearsal] [--port N] [--play] [--sample FILE] [--rebuild] [--Section:Name VALUE ...]
          --rehearsal     everything is an exercise: a clock that can be moved, tokens for anyone, storage of its own
          --port N        listen on 127.0.0.1:N (5080)
          --play          tell the story of a request over HTTP (in a rehearsal)
          --sample FILE   a PDF that the story collects; without it the story makes one
          --rebuild       make every index again from the logs before starting
          --appoint HOST  let another host drive from now on, and stop: functions/HUB or local/local
        Settings: Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri; Storage:Parties:...; Identity:Authority,
        Identity:Audience; Mail:Host, Mail:Port, Mail:From, Mail:Folder, Mail:PublicAddress; Letters:Templates.
        """;

    public static Arguments Parse(string[] args)
    {
        var (port, play, sample, rebuild, appoint, settings) = (5080, false, (string?)null, false, (HostIdentity?)null, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            string? Value() => i + 1 < args.Length ? args[++i] : null;
            switch (args[i])
            {
                case "--rehearsal":
                    settings.Add("--Rehearsal:Enabled=true");
                    break;
                case "--play":
                    play = true;
                    break;
                case "--rebuild":
                    rebuild = true;
                    break;
                case "--port" when Value() is { } number:
                    if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)
                        return Wrong($"--port takes a number from 0 to 65535, not {number}.");
                    break;
                case "--appoint" when Value() is { } host:
                    if (host.Split('/') is not [("local" or "functions") and var kind, { Length: > 0 } hub])
                        return Wrong($"--appoint takes functions/HUB or local/local, not {host}.");
                    appoint = new HostIdentity(kind, hub);
                    break;
                case "--sample" when Value() is { } file:
                    if (!File.Exists(file))
                        return Wrong("--sample names a file that isn't there.");
                    sample = file;
                    break;
                case var name when name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal) && !name.Contains('=', StringComparison.Ordinal):
                    if (Value() is not { } value)
                        return Wrong($"{name} needs a value.");
                    settings.Add($"{name}={value}");
                    break;
                case var setting when setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal):
                    settings.Add(setting);
                    break;
                case var other:
                    return Wrong($"{other} isn't known here, or lacks its value.");
            }
        }

        return new Arguments(port, play, sample, rebuild, appoint, [.. settings], Problem: null);
    }

    private static Arguments Wrong(string problem) => new(0, Play: false, Sample: null, Rebuild: false, Appoint: null, [], problem);
}
