using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// What was typed in a form survives its refusal: the form that is shown again holds exactly what was sent. For every step of the catalogue, with all that its
/// payload can hold: lists, rows in lists, records, areas, moments.
/// </summary>
public sealed partial class FormsKeepTests
{
    public static TheoryData<string> Payloads() => [.. AllPayloads.Keys.Order(StringComparer.Ordinal)];

    private static ImmutableDictionary<string, Type> AllPayloads { get; } = Catalogue.CaseSteps.Select(step => step.Payload)
        .Concat(Catalogue.RulingSteps.Select(step => step.Payload)).Concat(Catalogue.OrganisationSteps.Select(step => step.Payload))
        .DistinctBy(payload => payload.Name).ToImmutableDictionary(payload => payload.Name, StringComparer.Ordinal);

    [Theory, MemberData(nameof(Payloads))]
    public async Task Form_ShownAgain_HoldsAllThatWasSent(string payload)
    {
        var shape = PayloadShape.Of(AllPayloads[payload]);
        var typed = shape.Example(everything: true);

        var sentAgain = FormPayload.Read(shape, await SubmittedAsync(shape, typed), "");

        sentAgain.ToJsonString().ShouldBe(Meant(shape, typed).ToJsonString());
    }

    [Fact]
    public async Task Rows_OfAListOfRecords_KeepTheirOrderAndTheirOwnErrors()
    {
        var shape = PayloadShape.Of(typeof(SetApprovalRoute));
        var typed = new JsonObject { ["levels"] = new JsonArray(Level("Jurist", "geen rol"), Level("Directeur", "approver")) };

        var html = await HtmlOfAsync(shape, typed, FormContext.Empty with { Errors = FormContext.Empty.Errors.Add("levels[0].role", ["Kies een van de rollen."]) });

        html.IndexOf("value=\"Jurist\"", StringComparison.Ordinal).ShouldBeInRange(1, html.IndexOf("value=\"Directeur\"", StringComparison.Ordinal));
        html.ShouldContain("id=\"f-levels-0--role-error\"");
        html.ShouldNotContain("id=\"f-levels-1--role-error\"");
    }

    private static JsonObject Level(string name, string role) => new() { ["name"] = name, ["role"] = role };

    /// <summary>A form leaves out what says the same as leaving it out.</summary>
    private static JsonObject Meant(PayloadShape shape, JsonObject typed)
    {
        var meant = new JsonObject();
        foreach (var field in shape.Fields)
        {
            var node = typed[field.Name]?.DeepClone();
            if (node is JsonValue truth && field.Value is TruthValue && truth.TryGetValue<bool>(out var yes) && !yes && field is { Required: false, Default: false or null })
                continue;
            if (node is JsonObject inner && field.Value is RecordValue record)
                node = Meant(record.Shape, inner);
            if (node is JsonArray rows && field.Value is ListValue { Item: RecordValue row })
                node = new JsonArray([.. rows.Select(one => (JsonNode)Meant(row.Shape, (JsonObject)one!))]);
            if (node is not null and not JsonArray { Count: 0 })
                meant[field.Name] = node;
        }

        return meant;
    }

    private static async Task<IFormCollection> SubmittedAsync(PayloadShape shape, JsonObject typed)
    {
        var html = await HtmlOfAsync(shape, typed, FormContext.Empty);
        var sent = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        void Send(string name, string value) => sent[WebUtility.HtmlDecode(name)] = StringValues.Concat(sent.GetValueOrDefault(WebUtility.HtmlDecode(name)), WebUtility.HtmlDecode(value));
        foreach (Match control in Controls().Matches(html))
        {
            if (Attribute(control.Value, "name") is not { } name)
                continue;
            if (control.Value.StartsWith("<textarea", StringComparison.Ordinal))
                Send(name, control.Groups["text"].Value.Replace("\n", "\r\n", StringComparison.Ordinal));
            else if (control.Value.StartsWith("<select", StringComparison.Ordinal))
                foreach (Match option in Options().Matches(control.Value).Where(option => Attribute(option.Value, "selected") is not null))
                    Send(name, Attribute(option.Value, "value") ?? "");
            else if (Attribute(control.Value, "type") is not ("checkbox" or "radio") || Attribute(control.Value, "checked") is not null)
                Send(name, Attribute(control.Value, "value") ?? "");
        }

        return new FormCollection(sent);
    }

    private static async Task<string> HtmlOfAsync(PayloadShape shape, JsonObject values, FormContext context)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var html = "";
            foreach (var field in shape.Fields)
            {
                var shown = new FormField(field, field.Name, values[field.Name], context);
                html += (await renderer.RenderComponentAsync<FormFieldInput>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = shown }))).ToHtmlString();
            }

            return html;
        });
    }

    /// <summary>Empty for an attribute without a value; null where it isn't there.</summary>
    private static string? Attribute(string tag, string name)
    {
        var open = tag[..(tag.IndexOf('>', StringComparison.Ordinal) + 1)];
        var match = Regex.Match(open, $"\\s{name}(=\"(?<value>[^\"]*)\")?(?=[\\s/>])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["value"].Value : null;
    }

    [GeneratedRegex("<textarea[^>]*>(?<text>[^<]*)</textarea>|<select[^>]*>.*?</select>|<input[^>]*>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Controls();

    [GeneratedRegex("<option[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Options();
}
