using System.Text;

namespace WobWorkflow.Documents;

/// <summary>Decodes plain text: by its byte order mark, else as UTF-8 when it is that, else as Windows-1252, which old exports are.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>The text; null when it is none after all.</returns>
    public static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, .. var little])
            return Encoding.Unicode.GetString(little);
        if (content is [0xFE, 0xFF, .. var big])
            return Encoding.BigEndianUnicode.GetString(big);
        if (content is [0xEF, 0xBB, 0xBF, .. var marked])
            return Encoding.UTF8.GetString(marked);
        if (!LooksLikeText(content))
            return null;
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(content);
        }
    }

    public static bool LooksLikeText(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return content.Length > 2;
        foreach (var b in content)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F)
                return false;
        }

        return true;
    }
}
