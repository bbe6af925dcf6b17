using MimeKit;

namespace WobWorkflow.Engine;

/// <summary>Writes mail to files (<c>.eml</c>, RFC 5322) where no server is configured. The same message is the same file.</summary>
internal sealed class FileChannel(MailOptions options) : IMailChannel
{
    public async Task<string> SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Folder);
        var name = message.MessageId!.Split('@')[0];
        var path = Path.Combine(options.Folder, name + ".eml");
        // Written beside it and then moved, so that a file that is there is whole; two hosts may be at it at once.
        var partial = $"{path}.{Path.GetRandomFileName()}.partial";
        await message.WriteToAsync(partial, cancellation);
        File.Move(partial, path, overwrite: true);
        return "file";
    }
}
