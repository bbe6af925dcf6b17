using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WobWorkflow.Documents;

/// <summary>
/// Escapes values for Markdown. Every ASCII punctuation mark becomes a character reference (<c>&amp;#x2A;</c>), which CommonMark reads as text and never as structure
/// (section 2.5), so no subject can start a list, a heading, a footnote or a link.
/// </summary>
internal static class MarkdownValues
{
    public static HtmlEncoder Encoder { get; } = CreateEncoder();

    /// <summary>One line of text, in Markdown.</summary>
    public static string Escape(string value) => Encoder.Encode(PlainCharacters.OneLine(value));

    private static HtmlEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(char.IsAscii).Where(c => !char.IsAsciiLetterOrDigit(c))]);
        return HtmlEncoder.Create(settings);
    }
}
