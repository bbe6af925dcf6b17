using System.Text.Json;
using System.Text.Unicode;

namespace WobWorkflow.Api;

/// <summary>
/// Reads a JSON object into a step's payload and finds everything that is wrong with it at once. Strict: what the payload doesn't know is refused and
/// not ignored, because whoever sent it meant something by it.
/// </summary>
internal static class PayloadReader
{
    /// <summary>The date of effect stands beside the payload of every step.</summary>
    public const string EffectiveOn = "effectiveOn";

    /// <summary>No payload is nested deeper than a list of records.</summary>
    private const int MaxDepth = 16;

    private static readonly PayloadField EffectiveOnField = PayloadField.Optional(EffectiveOn, typeof(DateOnly?));

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a payload, with <c>effectiveOn</c> beside it.</summary>
    /// <param name="payload">The record to make.</param>
    /// <param name="json">UTF-8; nothing at all is read as an empty object.</param>
    public static PayloadRead ReadStep(Type payload, ReadOnlyMemory<byte> json) => Read(payload, json, [EffectiveOnField]);

    /// <summary>Reads a payload that has no date of effect.</summary>
    public static PayloadRead Read(Type payload, ReadOnlyMemory<byte> json) => Read(payload, json, []);

    private static PayloadRead Read(Type payload, ReadOnlyMemory<byte> json, PayloadField[] beside)
    {
        if (json.IsEmpty)
            json = "{}"u8.ToArray();
        if (Unreadable(json.Span) is { } place)
            return place;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(PayloadShape.Of(payload), document.RootElement, beside);
        }
        catch (JsonException malformed)
        {
            return new PayloadMalformed((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        }
    }

    private static PayloadRead Read(PayloadShape shape, JsonElement json, PayloadField[] beside)
    {
        var errors = new PayloadErrors();
        var dates = new object?[beside.Length];
        var made = shape.Read(json, "", errors, beside, dates);
        return errors.Count > 0
            ? new PayloadRefused(errors.Messages)
            : new PayloadAccepted(made!, dates is [DateOnly on] ? on : null);
    }

    /// <summary>Where the text isn't Unicode: broken UTF-8, or half of a surrogate pair. The parser lets both through until someone asks for the text.</summary>
    private static PayloadMalformed? Unreadable(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return At(json, FirstInvalid(json));
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return At(json, (int)reader.TokenStartIndex);
        }
        catch (JsonException malformed)
        {
            return new PayloadMalformed((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        }

        return null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> json)
    {
        var valid = 0;
        while (System.Text.Rune.DecodeFromUtf8(json[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
            valid += length;
        return valid;
    }

    private static PayloadMalformed At(ReadOnlySpan<byte> json, int index)
    {
        var before = json[..index];
        return new PayloadMalformed(before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }
}
