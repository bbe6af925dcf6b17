using MimeKit;

namespace WobWorkflow.Engine;

/// <summary>The way along which mail leaves.</summary>
public interface IMailChannel
{
    /// <summary>Hands a message over. Once this returns it will not be sent again by us.</summary>
    /// <returns>The channel's name, for the log: <c>smtp</c> or <c>file</c>.</returns>
    /// <exception cref="MailRefusedException">It was not taken; try again later.</exception>
    Task<string> SendAsync(MimeMessage message, CancellationToken cancellation);
}

/// <summary>Mail was not taken. Holds no address and nothing of the message.</summary>
public sealed class MailRefusedException : Exception
{
    public MailRefusedException() : this("The mail server did not take a message.") { }

    public MailRefusedException(string message) : base(message) { }

    public MailRefusedException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>Where mail goes: over SMTP where a server is given, to files otherwise.</summary>
public sealed record MailOptions
{
    /// <summary>The SMTP server's name; null writes <c>.eml</c> files to <see cref="Folder"/>.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Whether the connection may go on without TLS; only for a server on this machine.</summary>
    public bool AllowPlain { get; init; }

    public string From { get; init; } = "openbaarheid@localhost";

    /// <summary>Where <c>.eml</c> files are written, each under its message id.</summary>
    public string Folder { get; init; } = "mail";

    /// <summary>The address of this service as people see it, without a slash at the end; links in mail start with it.</summary>
    public string PublicAddress { get; init; } = "http://127.0.0.1:5080";
}
