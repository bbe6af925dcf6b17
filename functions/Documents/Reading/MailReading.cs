using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace WobWorkflow.Documents;

/// <summary>A mail as saved (EML): who, when, about what, its text and the names of its attachments.</summary>
internal static class MailReading
{
    private const int DeepestPart = 32;

    public static ReadDocument Read(byte[] content, ReadingLimits limits, CancellationToken cancellation)
    {
        using var mail = Load(content, cancellation);
        var members = ContainerReader.CountOf(mail);
        if (members > limits.Members)
            throw new UnreadableException("too-many-members");
        var text = new StringBuilder();
        Line(text, "Van", mail.From.ToString());
        Line(text, "Aan", mail.To.ToString());
        Line(text, "Cc", mail.Cc.ToString());
        Line(text, "Datum", mail.Headers.Contains(HeaderId.Date) ? mail.Date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "");
        Line(text, "Onderwerp", mail.Subject ?? "");
        foreach (var attachment in mail.Attachments)
            Line(text, "Bijlage", attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? "");
        text.Append('\n').Append(mail.TextBody ?? (mail.HtmlBody is { } html ? TextOf(html) : ""));
        // As the sender's clock had it: the day that stands on the mail.
        DateOnly? sent = mail.Headers.Contains(HeaderId.Date) && mail.Date.Year > 1 ? DateOnly.FromDateTime(mail.Date.DateTime) : null;
        return new(DocumentType.Mail, null, text.ToString().ReplaceLineEndings("\n"), [], sent, OwnDateFirst: true)
        {
            Members = members,
            Thread = ThreadOf(mail),
            From = mail.From.ToString(),
            To = string.Join(", ", new[] { mail.To.ToString(), mail.Cc.ToString() }.Where(who => who.Length > 0)),
            Title = mail.Subject,
        };
    }

    public static MimeMessage Load(byte[] content, CancellationToken cancellation)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = DeepestPart;
        return MimeMessage.Load(options, new MemoryStream(content, writable: false), cancellation);
    }

    /// <summary>By the mail that the conversation began with: the first of its references, else what it answers, else itself (RFC 5322 3.6.4).</summary>
    private static string? ThreadOf(MimeMessage mail)
    {
        var root = mail.References is [var first, ..] ? first : mail.InReplyTo ?? mail.MessageId;
        return string.IsNullOrWhiteSpace(root) ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];
    }

    private static void Line(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
            text.Append(label).Append(": ").Append(value).Append('\n');
    }

    private static string TextOf(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        var hidden = false;
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head } skipped)
                hidden = !skipped.IsEndTag && !skipped.IsEmptyElement;
            else if (token is HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI } && text is [.., not '\n'])
                text.Append('\n');
            else if (token is HtmlDataToken data && !hidden)
                text.Append(data.Data);
        }

        return text.ToString();
    }
}
