using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WobWorkflow.Api;

/// <summary>One field of a payload.</summary>
/// <param name="Name">As JSON spells it.</param>
/// <param name="Title">In Dutch, as on a form.</param>
/// <param name="Required">Whether it must be there; an optional field may also be null or blank, which says the same as leaving it out.</param>
/// <param name="Default">What it is where it's left out.</param>
/// <param name="Rules">What its attributes ask of a value that is there.</param>
internal sealed record PayloadField(
    string Name, string Title, PayloadValue Value, bool Required, object? Default, ImmutableArray<ValidationAttribute> Rules)
{
    /// <summary>A field that may be left out and is none of a record's own.</summary>
    public static PayloadField Optional(string name, Type type) =>
        new(name, PayloadTitles.Of(null, name), PayloadValue.Of(type), Required: false, Default: null, []);

    public static PayloadField Of(Type record, ParameterInfo parameter)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var value = PayloadValue.Of(parameter.ParameterType);
        var nullable = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        // The attributes sit on the property that the parameter makes.
        var rules = record.GetProperty(parameter.Name!)!.GetCustomAttributes<ValidationAttribute>();
        return new PayloadField(
            name, PayloadTitles.Of(record, name), value, Required: !parameter.HasDefaultValue && !nullable, DefaultOf(parameter, value), [.. rules]);
    }

    /// <summary>What the field holds; null too where an error was found.</summary>
    public object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || Value.IsBlank(json))
        {
            if (Required)
                errors.Add(path, "Dit veld is verplicht: vul het in.");
            return Default;
        }

        if (Value.Read(json, path, errors) is not { } read)
            return null;
        foreach (var message in Rules.Select(rule => PayloadRules.Broken(rule, read)).OfType<string>())
            errors.Add(path, message);
        return read;
    }

    public JsonObject Schema()
    {
        var schema = Value.Schema();
        foreach (var rule in Rules)
            PayloadRules.Describe(rule, schema);
        if (Required && Value is TextValue)
            schema["minLength"] = Math.Max(1, (int?)schema["minLength"] ?? 0);
        if (!Required)
            AllowNull(schema);
        if (!Required && Default is not null && Value.Write(Default) is { } fallback)
            schema["default"] = fallback;
        schema["title"] = Title;
        return schema;
    }

    public JsonNode Example(bool everything) =>
        Rules.Select(rule => PayloadRules.Example(rule, Name)).OfType<JsonNode>().FirstOrDefault() ?? Value.Example(everything);

    private static void AllowNull(JsonObject schema)
    {
        schema["type"] = new JsonArray((string)schema["type"]!, "null");
        if (schema["enum"] is JsonArray choices)
            choices.Add((JsonNode?)null);
    }

    private static object? DefaultOf(ParameterInfo parameter, PayloadValue value) => parameter switch
    {
        _ when value is ListValue list => list.Empty,
        { HasDefaultValue: true, DefaultValue: { } given } when parameter.ParameterType.IsEnum => Enum.ToObject(parameter.ParameterType, given),
        { HasDefaultValue: true } => parameter.DefaultValue,
        _ => null,
    };
}
