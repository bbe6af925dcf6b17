using System.Text.Json;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>Writes a value as its canonical text and reads every notation that its own parser accepts.</summary>
/// <remarks>Text that cannot be parsed is a <see cref="JsonException"/>: a caller sees a malformed payload, never a guess.</remarks>
public sealed class TextConverter<T> : JsonConverter<T> where T : class, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parsed(reader.GetString())
            : throw new JsonException($"A {typeof(T).Name} is written as a text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parsed(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    private static T Parsed(string? text) =>
        T.TryParse(text, null, out var value) ? value : throw new JsonException($"This text is not a {typeof(T).Name}.");
}
