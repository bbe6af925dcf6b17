using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WobWorkflow.Cases;

/// <summary>How events are written in the log: the payload's JSON with <c>type</c> first, from the names in the catalogue.</summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static byte[] Write(Event happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Options);

    /// <exception cref="JsonException">The type is unknown or a field is missing: such a log does not fold.</exception>
    public static Event Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Event>(json, Options) ?? throw new JsonException("An event can't be null.");
        }
        catch (NotSupportedException exception)
        {
            throw new JsonException("An event without a type does not fold.", exception);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type =>
        {
            if (type.Type != typeof(Event))
                return;
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "type",
                UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
            };
            foreach (var row in Catalogue.Events)
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(row.Type, row.Name));
        });
        resolver.Modifiers.Add(LeaveOutWhatIsDerived);
        resolver.Modifiers.Add(CaseJson.NullMayBeMissing);
        var options = new JsonSerializerOptions(CaseJson.Options) { TypeInfoResolver = resolver };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Only what the record was made with is written; a property that computes something is not part of the log.</summary>
    private static void LeaveOutWhatIsDerived(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Set is null && type.Properties[i].AssociatedParameter is null)
                type.Properties.RemoveAt(i);
        }
    }
}
