using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace WobWorkflow.Engine;

/// <summary>Sends mail to a server (RFC 5321).</summary>
internal sealed class SmtpChannel(MailOptions options) : IMailChannel
{
    public async Task<string> SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        try
        {
            var security = options.AllowPlain ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
            await client.ConnectAsync(options.Host!, options.Port, options.Port == 465 ? SecureSocketOptions.SslOnConnect : security, cancellation);
            if (options.User is not null)
                await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return "smtp";
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // What a server answers may repeat an address; only the kind of failure goes on.
#pragma warning disable MA0054
            throw new MailRefusedException($"The mail server did not take a message: {exception.GetType().Name}.");
#pragma warning restore MA0054
        }
    }
}
