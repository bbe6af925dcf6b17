using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A kind of value in a payload: how it is read, what its schema says and what it looks like. A new kind is a new class here.</summary>
internal abstract class PayloadValue(Type type)
{
    /// <summary>The type that the record asks for, without its nullability.</summary>
    public Type Type { get; } = type;

    public static PayloadValue Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => new TextValue(),
            _ when type == typeof(int) || type == typeof(long) => new NumberValue(type),
            _ when type == typeof(bool) => new TruthValue(),
            _ when type == typeof(DateOnly) => new DateValue(),
            _ when type == typeof(DateTimeOffset) => new MomentValue(),
            _ when type == typeof(Agency) => new AgencyValue(),
            _ when type == typeof(Ground) => new GroundValue(),
            _ when type == typeof(PageArea) => new AreaValue(),
            { IsEnum: true } => new ChoiceValue(type),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => new ListValue(type),
            _ when type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)) => new ReferenceValue(type),
            { IsClass: true } => new RecordValue(type),
            _ => throw new InvalidOperationException($"A payload can't hold a {type.Name}."),
        };
    }

    /// <summary>The value; null where it isn't one, and then the errors say what to do.</summary>
    public abstract object? Read(JsonElement json, string path, PayloadErrors errors);

    public abstract JsonObject Schema();

    public abstract JsonNode Example(bool everything);

    /// <summary>Whether there is nothing in it, though it is there.</summary>
    public virtual bool IsBlank(JsonElement json) => json.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(json.GetString());

    /// <summary>A value as JSON; null where it has no form of its own.</summary>
    public virtual JsonNode? Write(object value) => JsonSerializer.SerializeToNode(value, Type, CaseJson.Options);

    /// <summary>Lets the converter that also writes the value read it.</summary>
    protected object? Convert(JsonElement json, string path, PayloadErrors errors, string otherwise)
    {
        try
        {
            return json.Deserialize(Type, CaseJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            errors.Add(path, otherwise);
            return null;
        }
    }
}

internal sealed class TextValue() : PayloadValue(typeof(string))
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            errors.Add(path, "Geef een tekst, tussen aanhalingstekens.");
            return null;
        }

        var text = json.GetString()!;
        // Neither a letter (XML) nor a log can hold them, and nobody types them.
        if (!text.Any(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\uFFFE' or '\uFFFF'))
            return text;
        errors.Add(path, "Deze tekst bevat stuurtekens: haal ze weg.");
        return null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string" };

    public override JsonNode Example(bool everything) => "Tekst";
}

internal sealed class NumberValue(Type type) : PayloadValue(type)
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors) =>
        Convert(json, path, errors, "Geef een geheel getal, zonder aanhalingstekens.");

    public override JsonObject Schema() => new() { ["type"] = "integer" };

    public override JsonNode Example(bool everything) => 1;
}

internal sealed class TruthValue() : PayloadValue(typeof(bool))
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors) => Convert(json, path, errors, "Geef true of false, zonder aanhalingstekens.");

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override JsonNode Example(bool everything) => false;
}

internal sealed class DateValue() : PayloadValue(typeof(DateOnly))
{
    /// <summary>Documents can be older than the terms that are computed; nothing here is older than the Kingdom.</summary>
    private static readonly DateOnly Earliest = new(1815, 1, 1);

    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        if (Convert(json, path, errors, "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2018-05-22.") is not DateOnly date)
            return null;
        if (date >= Earliest && date <= Cases.Terms.Latest)
            return date;
        errors.Add(path, $"Geef een datum van {Dutch.Date(Earliest)} tot en met {Dutch.Date(Cases.Terms.Latest)}.");
        return null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date" };

    public override JsonNode Example(bool everything) => "2018-05-22";
}

internal sealed class MomentValue() : PayloadValue(typeof(DateTimeOffset))
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        // A moment without its offset would be read in the time zone of whatever machine this is.
        if (json.ValueKind == JsonValueKind.String && json.GetString() is { } text
            && (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'))
            && json.TryGetDateTimeOffset(out var moment))
        {
            return moment.ToUniversalTime();
        }

        errors.Add(path, "Geef een tijdstip met zone, bijvoorbeeld 2018-05-22T07:00:00Z.");
        return null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date-time" };

    public override JsonNode Example(bool everything) => "2018-05-22T07:00:00Z";
}

/// <summary>One of a few.</summary>
internal sealed class ChoiceValue(Type type) : PayloadValue(type)
{
    /// <summary>As JSON spells them.</summary>
    public ImmutableArray<string> Names => _names;

    private readonly ImmutableArray<string> _names = [.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        // The converter would also take a list of names with commas between them.
        if (json.ValueKind == JsonValueKind.String && _names.Contains(json.GetString()!, StringComparer.Ordinal))
            return Convert(json, path, errors, Otherwise);
        errors.Add(path, Otherwise);
        return null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["enum"] = new JsonArray([.. _names.Select(name => (JsonNode)name)]) };

    public override JsonNode Example(bool everything) => _names[0];

    private string Otherwise => $"Kies een van: {string.Join(", ", _names)}.";
}

/// <summary>The id of something in the same case.</summary>
internal sealed class ReferenceValue(Type type) : PayloadValue(type)
{
    private readonly string _prefix = (string)type.GetProperty("Prefix", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    public override object? Read(JsonElement json, string path, PayloadErrors errors) =>
        Convert(json, path, errors, $"Verwijs met {_prefix}-1, {_prefix}-2 enzovoort.");

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = $"^{_prefix}-[1-9][0-9]*$" };

    public override JsonNode Example(bool everything) => $"{_prefix}-1";
}

internal sealed class AgencyValue() : PayloadValue(typeof(Agency))
{
    private static readonly string Otherwise = $"Kies een van: {string.Join(", ", Agencies.KnownCodes)}.";

    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        if (Convert(json, path, errors, Otherwise) is not Agency agency)
            return null;
        // A code can be well-formed and nobody's.
        if (Agencies.Find(agency) is not null)
            return agency;
        errors.Add(path, Otherwise);
        return null;
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Agencies.KnownCodes.Select(code => (JsonNode)code)]) };

    public override JsonNode Example(bool everything) => "AIVD";
}

/// <summary>A refusal ground, in any usual notation.</summary>
internal sealed class GroundValue() : PayloadValue(typeof(Ground))
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors) =>
        Convert(json, path, errors, "Geef een weigeringsgrond van de Woo of de Wob, bijvoorbeeld 5.1.2e of 10.2e.");

    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["maxLength"] = 120,
        ["examples"] = new JsonArray([.. Grounds.All.Select(row => (JsonNode)row.Ground.Key)]),
    };

    public override JsonNode Example(bool everything) => "5.1.2e";
}

/// <summary>A rectangle on a page.</summary>
internal sealed class AreaValue() : PayloadValue(typeof(PageArea))
{
    public override object? Read(JsonElement json, string path, PayloadErrors errors) =>
        Convert(json, path, errors, "Geef een vlak als x,y,breedte,hoogte in punten (1/72 inch) vanaf links en boven, bijvoorbeeld 72,120.5,200,14.");

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = @"^\s*[0-9.]+\s*(,\s*[0-9.]+\s*){3}$", ["maxLength"] = 60 };

    public override JsonNode Example(bool everything) => "72,120.5,200,14";
}

internal sealed class ListValue : PayloadValue
{
    private readonly PayloadValue _item;
    private readonly MethodInfo _make;

    /// <summary>What it is a list of.</summary>
    public PayloadValue Item => _item;

    public ListValue(Type type)
        : base(type)
    {
        var item = type.GetGenericArguments()[0];
        _item = Of(item);
        _make = typeof(ListValue).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
    }

    /// <summary>The list without items; never a default array, which throws when it's counted.</summary>
    public object Empty => _make.Invoke(null, [Array.Empty<object>()])!;

    public override bool IsBlank(JsonElement json) => false;

    public override object? Read(JsonElement json, string path, PayloadErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            errors.Add(path, "Geef een lijst, tussen rechte haken.");
            return null;
        }

        var before = errors.Count;
        var items = new List<object?>();
        foreach (var item in json.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]");
            if (item.ValueKind == JsonValueKind.Null || _item.IsBlank(item))
                errors.Add(place, "Een leeg onderdeel zegt niets: vul het in of haal het weg.");
            items.Add(item.ValueKind == JsonValueKind.Null || _item.IsBlank(item) ? null : _item.Read(item, place, errors));
        }

        return errors.Count == before ? _make.Invoke(null, [items.ToArray()]) : null;
    }

    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = _item.Schema() };

    public override JsonNode Example(bool everything) => new JsonArray(_item.Example(everything));

    public override JsonNode? Write(object value) => null;

    private static ImmutableArray<T> Make<T>(object[] items) => [.. items.Cast<T>()];
}

/// <summary>A record within a record.</summary>
internal sealed class RecordValue(Type type) : PayloadValue(type)
{
    public PayloadShape Shape => PayloadShape.Of(Type);

    public override bool IsBlank(JsonElement json) => false;

    public override object? Read(JsonElement json, string path, PayloadErrors errors) => Shape.Read(json, path, errors);

    public override JsonObject Schema() => Shape.Schema();

    public override JsonNode Example(bool everything) => Shape.Example(everything);
}
