using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace WobWorkflow.MailServer;

/// <summary>
/// A mail server for tests, in a process of its own: <c>MailServer FOLDER PORT [tls] [user:password]</c>. What it takes becomes a file in the folder. It
/// says "listening" once it does, and ends when its input ends, so that it never outlives who started it.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder, var number, ..] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return 2;
        using var certificate = arguments.Contains("tls") ? SelfSigned() : null;
        var login = arguments.Skip(2).FirstOrDefault(argument => argument.Contains(':', StringComparison.Ordinal))?.Split(':');
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).AuthenticationRequired(login is not null).AllowUnsecureAuthentication();
            if (certificate is not null)
                endpoint.Certificate(certificate);
        }).Build();
        var services = new ServiceProvider();
        services.Add(new Folder(folder));
        if (login is not null)
            services.Add(new Login(login[0], login[1]));

        using var stopping = new CancellationTokenSource();
        var serving = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
        await ListeningAsync(port);
        Console.WriteLine("listening");
        await Console.In.ReadToEndAsync(stopping.Token);
        await stopping.CancelAsync();
        await serving;
        return 0;
    }

    private static async Task ListeningAsync(int port)
    {
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>One that nobody has reason to trust.</summary>
    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private sealed class Folder(string path) : MessageStore
    {
        private int _taken;

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var name = Path.Combine(path, $"{Environment.ProcessId}-{Interlocked.Increment(ref _taken)}");
            // Whole or not there at all, for who looks meanwhile.
            await File.WriteAllBytesAsync(name + ".part", buffer.ToArray(), cancellationToken);
            File.Move(name + ".part", name + ".eml");
            return SmtpResponse.Ok;
        }
    }

    private sealed class Login(string user, string password) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string givenUser, string givenPassword, CancellationToken cancellationToken) =>
            Task.FromResult(user == givenUser && password == givenPassword);
    }
}
