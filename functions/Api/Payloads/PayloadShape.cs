using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WobWorkflow.Api;

/// <summary>
/// What a payload is made of, taken once from its record: the constructor's parameters, what may be left out, and what the attributes ask.
/// The reader and the schemas both come from here, so that they can't say different things.
/// </summary>
internal sealed class PayloadShape
{
    private static readonly ConcurrentDictionary<Type, PayloadShape> Known = new();

    private readonly ConstructorInfo _constructor;

    private PayloadShape(Type type)
    {
        // A record's copy constructor is private where the record is sealed, as every payload is.
        _constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type.Name} has no public constructor.");
        Type = type;
        Fields = [.. _constructor.GetParameters().Select(parameter => PayloadField.Of(type, parameter))];
    }

    public Type Type { get; }

    public ImmutableArray<PayloadField> Fields { get; }

    public static PayloadShape Of(Type type) => Known.GetOrAdd(type, static type => new PayloadShape(type));

    /// <summary>Makes the record; null where something is wrong with it, and then the errors say what.</summary>
    public object? Read(JsonElement json, string path, PayloadErrors errors) => Read(json, path, errors, [], []);

    /// <inheritdoc cref="Read(JsonElement, string, PayloadErrors)"/>
    /// <param name="beside">Fields that stand in the same object and are not the record's.</param>
    /// <param name="values">What they held, in their order.</param>
    public object? Read(JsonElement json, string path, PayloadErrors errors, PayloadField[] beside, object?[] values)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path.Length == 0 ? "$" : path, "Geef een object: gegevens met hun naam, tussen accolades.");
            return null;
        }

        var before = errors.Count;
        var given = Given(json, path, errors, beside);
        var arguments = Fields.Select(field => field.Read(given.GetValueOrDefault(field.Name), In(path, field.Name), errors)).ToArray();
        for (var i = 0; i < beside.Length; i++)
            values[i] = beside[i].Read(given.GetValueOrDefault(beside[i].Name), In(path, beside[i].Name), errors);
        return errors.Count == before ? _constructor.Invoke(arguments) : null;
    }

    public JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Schema()))),
        };
        var required = Fields.Where(field => field.Required).Select(field => (JsonNode)field.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    /// <summary>A document that the reader accepts.</summary>
    /// <param name="everything">Whether what may be left out is given too.</param>
    public JsonObject Example(bool everything) =>
        new(Fields.Where(field => everything || field.Required).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Example(everything))));

    private Dictionary<string, JsonElement> Given(JsonElement json, string path, PayloadErrors errors, PayloadField[] beside)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!Fields.Concat(beside).Any(field => field.Name == property.Name))
                errors.Add(In(path, Shown(property.Name)), Unknown(beside));
            else if (!given.TryAdd(property.Name, property.Value))
                errors.Add(In(path, property.Name), "Dit veld staat er meer dan één keer: laat er één staan.");
        }

        return given;
    }

    private string Unknown(PayloadField[] beside) => Fields.Length + beside.Length == 0
        ? "Dit veld bestaat hier niet: laat het weg."
        : $"Dit veld bestaat hier niet: laat het weg, of gebruik een van: {string.Join(", ", Fields.Concat(beside).Select(field => field.Name))}.";

    /// <summary>A name that nobody here gave is repeated only as far as it can be read.</summary>
    private static string Shown(string name) => name is { Length: > 0 and <= 64 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? name : "?";

    private static string In(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
