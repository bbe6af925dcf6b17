using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace WobWorkflow.Api;

/// <summary>
/// Turns the fields of a form into the JSON that the API would be sent, so that both are read, checked and answered by the same code. What can't be turned
/// stays as it was typed: then the reader says what is wrong with it, and the form shows it again.
/// </summary>
internal static class FormPayload
{
    /// <summary>More rows than this nobody fills in by hand.</summary>
    private const int MostRows = 500;

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>A step's payload, with its date of effect beside it.</summary>
    public static JsonObject ReadStep(PayloadShape shape, IFormCollection form)
    {
        var json = Read(shape, form, "");
        if (Text(form[PayloadReader.EffectiveOn]) is { } on)
            json[PayloadReader.EffectiveOn] = on;
        return json;
    }

    public static JsonObject Read(PayloadShape shape, IFormCollection form, string path)
    {
        var json = new JsonObject();
        foreach (var field in shape.Fields)
        {
            if (NodeOf(field.Value, form, In(path, field.Name), field.Required) is { } node)
                json[field.Name] = node;
        }

        return json;
    }

    public static string In(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static JsonNode? NodeOf(PayloadValue value, IFormCollection form, string path, bool required) => value switch
    {
        TruthValue => Text(form[path]) switch { "true" => true, "false" => false, _ => null },
        NumberValue => NumberOf(Text(form[path])),
        MomentValue => MomentOf(Text(form[path])),
        ListValue list => ListOf(list, form, path),
        RecordValue record => Read(record.Shape, form, path) is { } json && (required || !IsBlank(record.Shape, json)) ? json : null,
        _ => Text(form[path]),
    };

    private static JsonNode? NumberOf(string? text) =>
        text is null ? null : long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;

    /// <summary>A moment is typed in Dutch time.</summary>
    private static JsonNode? MomentOf(string? text)
    {
        if (text is null || !DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return text;
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    private static JsonArray? ListOf(ListValue list, IFormCollection form, string path)
    {
        var items = list.Item switch
        {
            RecordValue record => Rows(record.Shape, form, path),
            TextValue or AreaValue or ReferenceValue => Lines(form[path]).Select(line => (JsonNode?)line),
            NumberValue => Lines(form[path]).Select(NumberOf),
            _ => form[path].Select(text => (JsonNode?)Text(text)),
        };
        var json = new JsonArray([.. items.Where(item => item is not null)]);
        return json.Count == 0 ? null : json;
    }

    /// <summary>A row in which nothing was filled in is no row.</summary>
    private static IEnumerable<JsonNode?> Rows(PayloadShape shape, IFormCollection form, string path)
    {
        for (var i = 0; i < MostRows; i++)
        {
            var at = At(path, i);
            if (!form.Keys.Any(key => key.StartsWith(at + ".", StringComparison.Ordinal)))
                yield break;
            if (Read(shape, form, at) is { } row && !IsBlank(shape, row))
                yield return row;
        }
    }

    private static IEnumerable<string?> Lines(StringValues given) => given.SelectMany(text => (text ?? "").Split('\n')).Select(Text);

    private static bool IsBlank(PayloadShape shape, JsonObject json) => shape.Fields.All(field => json[field.Name] switch
    {
        null => true,
        JsonObject inner when field.Value is RecordValue record => IsBlank(record.Shape, inner),
        JsonValue value when value.TryGetValue<bool>(out var truth) => !truth,
        var value => field.Default is { } given && field.Value.Write(given)?.ToJsonString() == value.ToJsonString(),
    });

    private static string? Text(StringValues given) => given.Count == 0 ? null : Text(given[0]);

    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
}
