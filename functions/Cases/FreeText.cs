using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// A text that may name people. The log, which can't be erased, holds only its hash; the text itself is kept in the erasable store under that hash.
/// </summary>
/// <param name="Hash">SHA-256 of salt and UTF-8 text, 64 lower-case hexadecimal digits. The salt is kept with the text and goes with it.</param>
[JsonConverter(typeof(FreeTextConverter))]
public sealed record FreeText(string Hash)
{
    /// <summary>The text, only on its way from a step to the store; null on whatever was read from a log.</summary>
    public string? Text { get; private init; }

    public static FreeText Of(string text, ReadOnlySpan<byte> salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return new FreeText(Convert.ToHexStringLower(hash.GetHashAndReset())) { Text = text };
    }

    /// <summary>Two texts are the same when their hashes are: a copy that lost its text on the way through the log is still the same one.</summary>
    public bool Equals(FreeText? other) => other is not null && Hash == other.Hash;

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    private sealed class FreeTextConverter : JsonConverter<FreeText>
    {
        public override FreeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A text is referred to by its hash."));

        public override void Write(Utf8JsonWriter writer, FreeText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hash);
    }
}
