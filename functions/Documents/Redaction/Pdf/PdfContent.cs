namespace WobWorkflow.Documents;

/// <summary>What a content stream draws and says, as far as that can be seen without drawing it.</summary>
internal static class PdfContent
{
    /// <summary>Names that are drawn with <c>Do</c>.</summary>
    public static IEnumerable<string> Drawn(ReadOnlyMemory<byte> content)
    {
        PdfValue? before = null;
        foreach (var value in Values(content))
        {
            if (value is PdfKeyword { Text: "Do" } && before is PdfName name)
                yield return name.Text;
            before = value;
        }
    }

    /// <summary>The strings of marked content, which may say in words what the letters draw.</summary>
    public static IEnumerable<string> Described(ReadOnlyMemory<byte> content) =>
        Values(content).OfType<PdfDictionary>().SelectMany(d => d.Entries.Values).OfType<PdfBytes>().Select(s => s.Text);

    /// <summary>All strings one after the other, as if their codes were characters.</summary>
    public static string Strings(ReadOnlyMemory<byte> content) =>
        string.Concat(Values(content).SelectMany(value => value is PdfArray array ? array.Items : [value]).OfType<PdfBytes>().Select(s => s.Text));

    private static List<PdfValue> Values(ReadOnlyMemory<byte> content)
    {
        var values = new List<PdfValue>();
        var lexer = new PdfLexer(content);
        while (!lexer.AtEnd)
        {
            var start = lexer.Position;
            try
            {
                if (lexer.Read() is not { } value)
                {
                    lexer.Position = Math.Max(lexer.Position, start) + 1;
                    continue;
                }

                values.Add(value);
                if (value is PdfKeyword { Text: "ID" })
                    lexer.Position = EndOfPicture(content.Span, lexer.Position);
            }
            catch (InvalidDataException)
            {
                lexer.Position = start + 1;
            }
        }

        return values;
    }

    private static int EndOfPicture(ReadOnlySpan<byte> content, int from)
    {
        for (var at = from; at + 2 < content.Length; at++)
        {
            if (PdfLexer.IsWhite(content[at]) && content[at + 1] == 'E' && content[at + 2] == 'I' && (at + 3 >= content.Length || PdfLexer.IsWhite(content[at + 3])))
                return at + 1;
        }

        return content.Length;
    }
}
