using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace WobWorkflow.Documents;

/// <summary>A mail as saved (EML): who, when, about what, its text and the names of its attachments.</summary>
internal static class MailReading
{
    private const int DeepestPart = 32;

    public static ReadDocument Read(byte[] content, CancellationToken cancellation)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = DeepestPart;
        using var stream = new MemoryStream(content, writable: false);
        using var mail = MimeMessage.Load(options, stream, cancellation);
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
        return new(DocumentType.Mail, null, text.ToString().ReplaceLineEndings("\n"), [], sent, OwnDateFirst: true);
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
