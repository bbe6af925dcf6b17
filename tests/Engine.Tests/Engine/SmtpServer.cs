using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WobWorkflow.Engine.Tests;

/// <summary>A mail server over TCP that speaks as much of RFC 5321 as a sender needs, and misbehaves when told to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages taken, as they came over the wire.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What to answer in place of the ordinary answer to a command (<c>RCPT</c>), or to a message (<c>.</c>); empty hangs up without a word.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // the test is over
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            await SayAsync(stream, "220 test ESMTP");
            while (await reader.ReadLineAsync(_stopping.Token) is { } line)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                if (!await SayAsync(stream, Answers.GetValueOrDefault(command) ?? Ordinary(command)) || command == "QUIT")
                    return;
                if (command == "DATA" && !Answers.ContainsKey("DATA") && !await TakeAsync(stream, reader))
                    return;
            }
        }
        catch (IOException)
        {
            // the client hung up
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var answer = Answers.GetValueOrDefault(".") ?? "250 taken";
        if (answer.StartsWith("250", StringComparison.Ordinal))
            Taken.Enqueue(message.ToString());
        return await SayAsync(stream, answer);
    }

    private async Task<bool> SayAsync(NetworkStream stream, string answer)
    {
        if (answer.Length == 0)
            return false;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _stopping.Token);
        return true;
    }

    private static string Ordinary(string command) => command switch
    {
        "EHLO" => "250-test\r\n250 8BITMIME",
        "MAIL" or "RCPT" or "RSET" or "NOOP" => "250 ok",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "502 what?",
    };
}
