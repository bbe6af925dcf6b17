namespace WobWorkflow.Local;

/// <summary>The ruling and both cases are closed; what they left behind is listed.</summary>
internal sealed class Ending(Scene scene, Cast cast, CaseOnStage journalist, CaseOnStage company, string ruling)
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["public"] = "openbaar",
        ["partly-public"] = "deels openbaar",
        ["not-public"] = "niet openbaar",
        ["already-public"] = "reeds openbaar",
        ["out-of-scope"] = "elders beoordeeld",
    };

    public async Task PlayAsync()
    {
        await scene.OnAsync("ruling-closed");
        await scene.PostAsync(cast.Litigator, $"rulings/{ruling}/steps/close", new { });
        await scene.SayAsync("De uitspraak is gesloten: beide besluiten zijn verzonden en de Kamer weet ervan");
        await journalist.RefusedAsync(cast.Handler, "close", new { }, "De zaak sluiten terwijl nog beroep open staat");

        await scene.OnAsync("first-closed");
        await journalist.StepAsync(cast.Handler, "close", new { note = "Geen beroep ingesteld." }, "Gesloten; tweede paasdag schoof de laatste dag van het beroep een dag op");
        await scene.OnAsync("second-closed");
        await company.StepAsync(cast.SecondHandler, "close", new { note = "Geen beroep ingesteld." }, "Gesloten; Koningsdag schoof ook hier de laatste dag een dag op");
        await TellAsync(journalist);
        await TellAsync(company);
        await scene.SayAsync("[uitspraak]");
        await ListAsync($"rulings/{ruling}");
        await scene.SayAsync($"[openbaar] de analyse, voor iedereen en zonder token: /open/documents/{journalist.Id}/doc-1");
        await scene.SayAsync($"[openbaar] alles wat openbaar is van deze zaak: /open/sitemap-diwoo-infocat014-{journalist.Id}.xml");
    }

    private async Task TellAsync(CaseOnStage c)
    {
        var view = await c.SeeAsync(cast.Coordinator);
        await c.SayAsync($"{view["decisions"]!.AsArray().Count} besluiten, {view["letters"]!.AsArray().Count} brieven, {view["reminders"]!.AsArray().Count} herinneringen, {view["documents"]!["total"]} documenten");
        await ListAsync($"cases/{c.Id}");
        var inventory = (await scene.GetAsync(cast.Coordinator, $"cases/{c.Id}/inventory"))["items"]!.AsArray();
        await c.SayAsync($"de inventarislijst zoals er nu is beoordeeld, als JSON, CSV of XLSX (Accept): /api/v1/cases/{c.Id}/inventory");
        foreach (var line in inventory)
            await c.SayAsync($"  {line!["number"]}. {line["title"]}: {Words[(string)line["judgement"]!]}{(line["grounds"]!.AsArray() is { Count: > 0 } grounds ? $" ({string.Join(", ", grounds)})" : "")}");
    }

    private async Task ListAsync(string of)
    {
        foreach (var artifact in await scene.AllAsync(cast.Coordinator, $"{of}/artifacts"))
            await scene.SayAsync($"  {artifact["kind"],-30} /api/v1/{of}/artifacts/{artifact["artifactId"]}");
    }
}
