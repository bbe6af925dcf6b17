namespace WobWorkflow.Documents;

/// <summary>A type of document and how it is known by its first bytes.</summary>
internal sealed record DocumentType(string MediaType, string Extension, string DamageCode = "damaged-document")
{
    public static readonly DocumentType Pdf = new("application/pdf", ".pdf", "damaged-pdf");
    public static readonly DocumentType Zip = new("application/zip", ".zip", "damaged-archive");
    public static readonly DocumentType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly DocumentType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly DocumentType Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    public static readonly DocumentType Mail = new("message/rfc822", ".eml");
    public static readonly DocumentType Text = new("text/plain", ".txt");
    public static readonly DocumentType Png = new("image/png", ".png");
    public static readonly DocumentType Jpeg = new("image/jpeg", ".jpg");
    public static readonly DocumentType Gif = new("image/gif", ".gif");
    public static readonly DocumentType Tiff = new("image/tiff", ".tif");
    public static readonly DocumentType Webp = new("image/webp", ".webp");

    /// <summary>The container of Office before 2007, of Outlook messages, and of Office documents under a password.</summary>
    public static readonly DocumentType Compound = new("application/x-cfb", ".cfb");
    public static readonly DocumentType Unknown = new("application/octet-stream", ".bin");

    private const int HeadOfPdf = 1024;
    private const int HeadOfText = 8192;

    private static readonly string[] MailHeaders =
        ["received", "from", "to", "cc", "subject", "date", "mime-version", "return-path", "message-id", "delivered-to", "reply-to", "content-type", "sender"];

    public static DocumentType Of(ReadOnlySpan<byte> content)
    {
        if (content is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..])
            return Png;
        if (content is [0xFF, 0xD8, 0xFF, ..])
            return Jpeg;
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            return Gif;
        if (content is [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..])
            return Tiff;
        if (content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8))
            return Webp;
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8))
            return Zip;
        if (content is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..])
            return Compound;
        // Readers accept a PDF that begins after some other bytes.
        if (content[..Math.Min(content.Length, HeadOfPdf)].IndexOf("%PDF-"u8) >= 0)
            return Pdf;
        var head = content[..Math.Min(content.Length, HeadOfText)];
        if (head.IsEmpty || !TextDecoding.LooksLikeText(head))
            return Unknown;
        return LooksLikeMail(head) ? Mail : Text;
    }

    /// <summary>An Office document under a password is a compound file with a stream of this name.</summary>
    public static bool HoldsEncryptedPackage(ReadOnlySpan<byte> content) =>
        content.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    /// <summary>A message as Outlook saves it (MSG) is a compound file with streams of properties so named.</summary>
    public static bool IsOutlookMessage(ReadOnlySpan<byte> content) =>
        content.IndexOf(System.Text.Encoding.Unicode.GetBytes("__substg1.0_")) >= 0;

    private static bool LooksLikeMail(ReadOnlySpan<byte> head)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, line) in System.Text.Encoding.Latin1.GetString(head).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Length == 0)
                break;
            if (i > 0 && line[0] is (' ' or '\t'))
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(' ', '\t'))
                return false;
            if (MailHeaders.Contains(line[..colon], StringComparer.OrdinalIgnoreCase))
                known.Add(line[..colon]);
        }

        // "Datum: ..." and "Betreft: ..." on top of a memo are no headers; a mail has several of these.
        return known.Count >= 3 && (known.Contains("message-id") || known.Contains("mime-version") || known.Contains("received") || known.Contains("date"));
    }
}
