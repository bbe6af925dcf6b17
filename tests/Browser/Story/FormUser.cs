using System.Globalization;
using System.Text.Json;

namespace WobWorkflow.Browser;

/// <summary>Someone who fills in the form of a page: each value in the control that the page has for it.</summary>
internal sealed class FormUser(IPage page)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Fills in a payload as the API would be sent it.</summary>
    public async Task FillAsync(JsonObject payload)
    {
        await AddRowsAsync("", payload);
        foreach (var folded in await page.Locator("main form details:not([open]) > summary").AllAsync())
        {
            if (await folded.IsVisibleAsync())
                await folded.ClickAsync();
        }

        await FillAsync("", payload);
    }

    /// <summary>A row for each item of a list: the page has one, and asks the service for more.</summary>
    private async Task AddRowsAsync(string path, JsonObject payload)
    {
        foreach (var (name, value) in payload)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (value is JsonObject inner)
                await AddRowsAsync(at, inner);
            if (value is not JsonArray { Count: > 0 } list || list[0] is not JsonObject)
                continue;
            // Filled in as it grows: a row in which nothing stands is no row.
            for (var i = 0; i < list.Count - 1; i++)
            {
                await FillAsync($"{at}[{i}]", (JsonObject)list[i]!);
                await page.Locator($"button[name=_more][value='{at}']").ClickAsync();
                await page.Locator($"[name^='{at}[{i + 1}].']").First.WaitForAsync();
            }
        }
    }

    private async Task FillAsync(string path, JsonObject payload)
    {
        foreach (var (name, value) in payload)
        {
            if (value is not null)
                await FillAsync(path.Length == 0 ? name : $"{path}.{name}", value);
        }
    }

    private Task FillAsync(string path, JsonNode value) => value switch
    {
        JsonObject inner => FillAsync(path, inner),
        JsonArray rows when rows.All(row => row is JsonObject) => RowsAsync(path, rows),
        JsonArray list => SeveralAsync(path, [.. list.Select(item => item!.ToString())]),
        _ => OneAsync(path, value),
    };

    private async Task RowsAsync(string path, JsonArray rows)
    {
        for (var i = 0; i < rows.Count; i++)
            await FillAsync($"{path}[{i}]", (JsonObject)rows[i]!);
    }

    private async Task OneAsync(string path, JsonNode value)
    {
        var id = IdOf(path);
        var text = value.ToString();
        var truth = value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        if (truth)
            text = value.GetValue<bool>() ? "yes" : "no";
        if (await page.EvaluateAsync<Control?>(
                """
                ([id, option]) => {
                  const of = e => e && { kind: e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase(), id: e.id };
                  return of(document.getElementById(option)) ?? of(document.getElementById(id));
                }
                """, new[] { id, $"{id}-{text}" }) is not { } control)
        {
            throw new InvalidOperationException($"{page.Url} has no place for {path}.");
        }

        var locator = page.Locator($"[id='{control.Id}']");
        switch (control.Kind)
        {
            case "radio":
                await locator.CheckAsync();
                break;
            case "checkbox" when truth:
                await locator.SetCheckedAsync(text == "yes");
                break;
            case "checkbox":
                await locator.CheckAsync();
                break;
            case "select":
                await locator.SelectOptionAsync(text);
                break;
            case "datetime-local":
                await locator.FillAsync(TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), Amsterdam).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
                break;
            default:
                await locator.FillAsync(text);
                break;
        }
    }

    /// <summary>Boxes to check, options to choose, fields one beside the other, or lines to type.</summary>
    private async Task SeveralAsync(string path, string[] values)
    {
        if (values.Length == 0)
            return;
        var id = IdOf(path);
        var list = page.Locator($"[id='{id}']");
        if (await list.CountAsync() > 0)
        {
            if (await list.EvaluateAsync<bool>("e => e.tagName === 'SELECT'"))
                await list.SelectOptionAsync(values);
            else
                await list.FillAsync(string.Join('\n', values));
            return;
        }

        var fields = await page.Locator($"[id='{id}-0'][type=text], [id='{id}-0']:not([type])").CountAsync() > 0;
        foreach (var (i, value) in values.Index())
        {
            if (fields)
                await page.Locator($"[id='{id}-{i}']").FillAsync(value);
            else
                await page.Locator($"[id='{id}-{value}']").CheckAsync();
        }
    }

    private static string IdOf(string path) => "f-" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    // Playwright fills it in field by field.
    private sealed record Control
    {
        public string Kind { get; init; } = "";

        public string Id { get; init; } = "";
    }
}
