namespace WobWorkflow.Browser;

/// <summary>Takes a picture of every page as the story leaves it. Run by <c>./screenshots</c>, never by the tests.</summary>
public sealed class Screenshots(Azurite azurite)
{
    private const int Width = 1280;
    private const int Height = 860;

    [Fact(Explicit = true)]
    public async Task EveryPage_OfTheStory_IsPhotographed()
    {
        Assert.SkipWhen(Chromium.Program is null, "There is no Chromium here to take pictures with.");
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("SCREENSHOTS") ?? throw new InvalidOperationException("Say in SCREENSHOTS where the pictures go."));
        await using var service = await ServiceProcess.StartAsync(azurite, settings: null, "--play");
        await service.LineAsync(line => line.Contains("Het stuk is uit", StringComparison.Ordinal));
        var office = await Office.OpenAsync(service.Http);
        var told = await ToldAsync(office);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        foreach (var (name, who, path, prepare) in Pictures(told))
        {
            await using var context = await browser.NewContextAsync(new()
            {
                BaseURL = service.Address.ToString(),
                ViewportSize = new() { Width = Width, Height = Height },
                Locale = "nl-NL",
                ReducedMotion = ReducedMotion.Reduce,
            });
            if (who is not null)
                await BrowserOffice.SignInAsync(context, who);
            var page = await context.NewPageAsync();
            await page.GotoAsync(path);
            if (prepare is not null)
                await prepare(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png"), Animations = ScreenshotAnimations.Disabled });
            TestContext.Current.SendDiagnosticMessage("{0}", name);
        }
    }

    private static IEnumerable<(string Name, Person? Who, string Path, Func<IPage, Task>? Prepare)> Pictures(Told told)
    {
        yield return ("sign-in", null, "/sign-in", null);
        yield return ("worklist", Person.Coordinator, "/cases?view=all&phase=closed", null);
        yield return ("register", Person.Coordinator, "/cases/new", null);
        yield return ("case", Person.Coordinator, $"/cases/{told.Case}", null);
        yield return ("timeline", Person.Coordinator, $"/cases/{told.Case}", page => page.Locator("#h-timeline").EvaluateAsync("e => e.closest('section').scrollIntoView()"));
        yield return ("decisions", Person.Coordinator, $"/cases/{told.Case}#besluiten", null);
        yield return ("documents", Person.Handler, $"/cases/{told.Case}/documents", null);
        yield return ("document", Person.Handler, $"/cases/{told.Case}/documents/doc-1", null);
        yield return ("review", Person.Handler, $"/cases/{told.Reopened}/documents/{told.Reviewed}/review", AllPages.ReadyAsync);
        yield return ("step", Person.Handler, $"/cases/{told.Reopened}/steps/record-search", null);
        yield return ("add-documents", Person.Handler, $"/cases/{told.Reopened}/documents/add", null);
        yield return ("inventory", Person.Handler, $"/cases/{told.Case}/inventory?decision=decision-1", null);
        yield return ("log", Person.Auditor, $"/cases/{told.Case}/log", null);
        yield return ("rulings", Person.Litigator, "/rulings", null);
        yield return ("ruling", Person.Litigator, $"/rulings/{told.Ruling}", null);
        yield return ("calculator", Person.Handler, "/calculator?rule=woo-4.4-1&start=2023-03-10&extension=14&from1=2023-03-20&through1=2023-03-27&basis1=awb-4.15-2-a", null);
        yield return ("report", Person.Coordinator, "/reports/2018", null);
        yield return ("calendar", Person.Coordinator, "/calendar?view=all", null);
        yield return ("organisation", Person.Administrator, "/organisation", null);
    }

    /// <summary>The story ends with everything closed: one case is opened again, so that there is something to do in it.</summary>
    private static async Task<Told> ToldAsync(Office office)
    {
        var cases = await office.Auditor.AllAsync("cases");
        var ids = cases.OrderBy(row => (string)row["receivedOn"]!, StringComparer.Ordinal).Select(row => (string)row["caseId"]!).ToList();
        _ = (await office.Coordinator.StepAsync(ids[1], "reopen", new { reason = "Er wordt nog een postbus doorzocht." })).Done;
        _ = await office.Handler.StepAsync(ids[1], "reopen-review", new { reason = "Een passage wordt opnieuw bekeken." });
        var reviewed = (await office.Auditor.AllAsync($"cases/{ids[1]}/documents")).First(document =>
            document["renditions"]!.AsArray().Any(rendition => (string)rendition!["kind"]! == "original" && (string)rendition["mediaType"]! == "application/pdf"));
        var ruling = (await office.Auditor.AllAsync("rulings")).Single(row => (string)row["court"]! == "RVS");
        return new Told(ids[0], ids[1], (string)reviewed["documentId"]!, (string)ruling["rulingId"]!);
    }

    private sealed record Told(string Case, string Reopened, string Reviewed, string Ruling);
}
