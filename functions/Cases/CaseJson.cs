using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WobWorkflow.Cases;

/// <summary>How payloads and views are written as JSON: camelCase names, kebab-case enumerations, nulls left out.</summary>
public static class CaseJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A null isn't written, so what may be null may also be missing; everything else must be there.</summary>
    internal static void NullMayBeMissing(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { } parameter && (parameter.IsNullable || Nullable.GetUnderlyingType(parameter.ParameterType) is not null))
                property.IsRequired = false;
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        };
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(NullMayBeMissing);
        options.TypeInfoResolver = resolver;
        options.MakeReadOnly();
        return options;
    }
}
