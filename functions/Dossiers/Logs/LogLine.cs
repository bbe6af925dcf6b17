using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WobWorkflow.Dossiers;

/// <summary>
/// The text of a log: one JSON object a line, each chained to the line before it by that line's SHA-256. A line is exactly what is written
/// here; another shape is refused rather than understood halfway.
/// </summary>
internal static class LogLine
{
    public const int MaxStep = 1024 * 1024;

    public static readonly string NoHash = new('0', 64);

    private const int MaxEventDepth = 64;
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of one step after this position.</summary>
    /// <exception cref="ArgumentException">There is nothing to write, a command differs or is empty, or an event is no JSON object.</exception>
    /// <exception cref="StepTooLargeException">They exceed 1 MiB together.</exception>
    public static LogBlock Write(LogPosition after, IReadOnlyList<NewEntry> entries)
    {
        if (entries.Count == 0) throw new ArgumentException("A step appends at least one event.", nameof(entries));
        var command = entries[0].Command;
        if (command.Length == 0 || entries.Any(entry => entry.Command != command))
            throw new ArgumentException("All events of a step carry its command.", nameof(entries));

        var block = new ArrayBufferWriter<byte>(1024);
        var written = new List<LogEntry>(entries.Count);
        var (seq, hash) = (after.Seq, after.Hash);
        foreach (var entry in entries)
        {
            seq++;
            var begin = block.WrittenCount;
            var @event = Compact(entry.Event);
            WriteLine(block, seq, entry, @event, hash);
            written.Add(new LogEntry(seq, entry.At.ToUniversalTime(), entry.On, entry.Actor, command, @event, hash));
            hash = Hash(block.WrittenSpan[begin..]);
            block.Write("\n"u8);
            if (block.WrittenCount > MaxStep)
                throw new StepTooLargeException("A step appends at most 1 MiB; what is larger goes into a blob that the event refers to.");
        }
        return new LogBlock(block.WrittenMemory, written, seq, hash);
    }

    /// <summary>The line that ends a segment. It depends on the position alone, so all who seal write the same.</summary>
    public static LogBlock Seal(LogPosition after)
    {
        var line = StrictUtf8.GetBytes(
            $$"""{"continued":"{{SegmentName(after.Segment + 1)}}","head":"{{after.Hash}}","prev":"{{after.Hash}}"}""");
        return new LogBlock((byte[])[.. line, (byte)'\n'], [], after.Seq, Hash(line));
    }

    public static string SegmentName(int segment) => segment.ToString("D5", CultureInfo.InvariantCulture);

    public static string Hash(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));

    /// <summary>An entry or a seal, whichever the line is.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static (LogEntry? Entry, LogSeal? Seal) Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line.Span, new JsonReaderOptions { MaxDepth = MaxEventDepth + 2 });
            reader.Read();
            Expect(reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName);
            return reader.ValueTextEquals("continued"u8)
                ? (null, new LogSeal(Text(ref reader, "continued"), Text(ref reader, "head"), End(ref reader, Text(ref reader, "prev"))))
                : (ReadEntry(ref reader, line), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not a line of a log.", exception);
        }
    }

    private static LogEntry ReadEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> line)
    {
        Named(ref reader, "seq");
        Expect(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _));
        var seq = reader.GetInt64();
        var at = DateTimeOffset.ParseExact(Text(ref reader, "at"), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var on = DateOnly.ParseExact(Text(ref reader, "on"), DateFormat, CultureInfo.InvariantCulture);
        var actor = Text(ref reader, "actor");
        var command = Text(ref reader, "command");
        Named(ref reader, "event");
        Expect(reader.TokenType == JsonTokenType.StartObject);
        var begin = (int)reader.TokenStartIndex;
        reader.Skip();
        var @event = line[begin..(int)reader.BytesConsumed];
        return new LogEntry(seq, at, on, actor, command, @event, End(ref reader, Text(ref reader, "prev")));
    }

    private static string Text(ref Utf8JsonReader reader, string name)
    {
        Named(ref reader, name);
        Expect(reader.TokenType == JsonTokenType.String);
        return reader.GetString()!;
    }

    // Stands on the value of the property of this name, which must come next (or is the first one, already reached).
    private static void Named(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.PropertyName) Expect(reader.Read());
        Expect(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read());
    }

    private static string End(ref Utf8JsonReader reader, string last)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read());
        return last;
    }

    private static void Expect(bool met)
    {
        if (!met) throw new FormatException("Not a line of a log.");
    }

    private static void WriteLine(ArrayBufferWriter<byte> block, long seq, NewEntry entry, ReadOnlyMemory<byte> @event, string prev)
    {
        using var json = new Utf8JsonWriter(block, Relaxed);
        json.WriteStartObject();
        json.WriteNumber("seq", seq);
        json.WriteString("at", entry.At.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
        json.WriteString("on", entry.On.ToString(DateFormat, CultureInfo.InvariantCulture));
        json.WriteString("actor", Whole(entry.Actor));
        json.WriteString("command", Whole(entry.Command));
        json.WritePropertyName("event");
        json.WriteRawValue(@event.Span, skipInputValidation: true);
        json.WriteString("prev", prev);
        json.WriteEndObject();
    }

    // Half a surrogate pair would be replaced silently, and a command would not be recognised when it is read back.
    private static string Whole(string text)
    {
        _ = StrictUtf8.GetByteCount(text);
        return text;
    }

    // An event is written as it came, unless it is spread over several lines.
    private static ReadOnlyMemory<byte> Compact(ReadOnlyMemory<byte> @event)
    {
        try
        {
            using var document = JsonDocument.Parse(@event, new JsonDocumentOptions { MaxDepth = MaxEventDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ArgumentException("An event is a JSON object.", nameof(@event));
            if (@event.Span[0] == (byte)'{' && @event.Span[^1] == (byte)'}' && !@event.Span.ContainsAny((byte)'\n', (byte)'\r'))
            {
                _ = StrictUtf8.GetCharCount(@event.Span);
                return @event;
            }

            var compact = new ArrayBufferWriter<byte>(@event.Length);
            using (var json = new Utf8JsonWriter(compact, Relaxed)) document.RootElement.WriteTo(json);
            return compact.WrittenMemory;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("An event is a JSON object.", nameof(@event), exception);
        }
    }
}

/// <summary>Lines that are appended in one operation, and where the chain stands after them.</summary>
internal sealed record LogBlock(ReadOnlyMemory<byte> Bytes, IReadOnlyList<LogEntry> Entries, long Seq, string Hash);

/// <summary>The last line of a segment: where the log goes on, and the hash of the last event before.</summary>
internal sealed record LogSeal(string Continued, string Head, string Prev);
