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
        // What the story has no page of is looked at in cases that are made for that.
        await using var other = await ServiceProcess.StartAsync(azurite);
        var scene = await SetScene.SetAsync(other.Http);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        foreach (var picture in Pictures)
        {
            await using var context = await browser.NewContextAsync(new()
            {
                BaseURL = (picture.OfStory is null ? other : service).Address.ToString(),
                ViewportSize = new() { Width = Width, Height = Height },
                Locale = "nl-NL",
                ReducedMotion = ReducedMotion.Reduce,
            });
            if (picture.Who is { } who)
                await BrowserOffice.SignInAsync(context, who);
            var page = await context.NewPageAsync();
            await page.GotoAsync(picture.OfStory?.Invoke(told) ?? picture.OfScene!(scene));
            if (picture.Then is not null)
                await picture.Then(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, picture.Name + ".png"), Animations = ScreenshotAnimations.Disabled });
            TestContext.Current.SendDiagnosticMessage("{0}", picture.Name);
        }
    }

    [Fact]
    public void EveryRoute_HasAPicture_ThatIsThereAndShown()
    {
        // These lead to another page.
        string[] elsewhere = ["/", "/reports"];
        AllPages.Rows.Select(row => row.Route).Distinct().Except(elsewhere).Except(Pictures.Select(picture => picture.Route)).ShouldBeEmpty("A page needs a row in Pictures.");
        var folder = Path.Combine(Azurite.Root(), "docs", "screenshots");
        var shown = File.ReadAllText(Path.Combine(folder, "README.md"));

        Directory.GetFiles(folder, "*.png").Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(Pictures.Select(picture => picture.Name).Order(), "Run ./screenshots.");
        Pictures.Where(picture => !shown.Contains($"({picture.Name}.png)", StringComparison.Ordinal)).Select(picture => picture.Name).ShouldBeEmpty("docs/screenshots/README.md");
    }

    private static readonly IReadOnlyList<Picture> Pictures =
    [
        new("sign-in", "/sign-in", null, _ => "/sign-in"),
        new("worklist", "/cases", Person.Coordinator, _ => "/cases?view=all&phase=closed"),
        new("register", "/cases/new", Person.Coordinator, _ => "/cases/new"),
        new("case", "/cases/{caseId}", Person.Coordinator, told => $"/cases/{told.Case}"),
        new("timeline", "/cases/{caseId}", Person.Coordinator, told => $"/cases/{told.Case}") { Then = page => page.Locator("#h-timeline").EvaluateAsync("e => e.closest('section').scrollIntoView()") },
        new("decisions", "/cases/{caseId}", Person.Coordinator, told => $"/cases/{told.Case}#besluiten"),
        new("documents", "/cases/{caseId}/documents", Person.Handler, told => $"/cases/{told.Case}/documents"),
        new("document", "/cases/{caseId}/documents/{documentId}", Person.Handler, told => $"/cases/{told.Case}/documents/doc-1"),
        new("review", "/cases/{caseId}/documents/{documentId}/review", Person.Handler, told => $"/cases/{told.Reopened}/documents/{told.Reviewed}/review") { Then = AllPages.ReadyAsync },
        new("step", "/cases/{caseId}/steps/{step}", Person.Handler, told => $"/cases/{told.Reopened}/steps/record-search"),
        new("add-documents", "/cases/{caseId}/documents/add", Person.Handler, told => $"/cases/{told.Reopened}/documents/add"),
        new("import-report", "/cases/{caseId}/inventory/import", Person.Handler, told => $"/cases/{told.Reopened}/inventory/import"),
        new("add-file", "/cases/{caseId}/artifacts/add", Person.Handler, told => $"/cases/{told.Reopened}/artifacts/add"),
        new("inventory", "/cases/{caseId}/inventory", Person.Handler, told => $"/cases/{told.Case}/inventory?decision=decision-1"),
        new("log", "/cases/{caseId}/log", Person.Auditor, told => $"/cases/{told.Case}/log"),
        new("consultation", "/cases/{caseId}/consultations/{consultationId}", Person.Handler, told => $"/cases/{told.Case}/consultations/consultation-3"),
        new("consultation-liaison", "/cases/{caseId}/consultations/{consultationId}", Person.Liaison) { OfScene = scene => $"/cases/{scene.Busy}/consultations/consultation-1" },
        new("readers", "/cases/{caseId}/documents/{documentId}", Person.Handler) { OfScene = scene => $"/cases/{scene.Divided}/documents/doc-1", Then = page => page.Locator("#h-parties").EvaluateAsync("e => e.closest('section').scrollIntoView()") },
        new("add-rendition", "/cases/{caseId}/renditions/add", Person.Handler) { OfScene = scene => $"/cases/{scene.Divided}/renditions/add?documentId=doc-1&reader=view-1" },
        new("add-redaction", "/cases/{caseId}/redactions/add", Person.Handler) { OfScene = scene => $"/cases/{scene.Busy}/redactions/add?documentId={SetScene.Memo}" },
        new("resembling", "/cases/{caseId}/resembling", Person.Handler) { OfScene = scene => $"/cases/{scene.Resembling}/resembling" },
        new("packages", "/cases/{caseId}/packages", Person.Handler) { OfScene = scene => $"/cases/{scene.Decided}/packages", Then = AllPages.PackagedAsync },
        new("court-bundle", "/cases/{caseId}/court-bundles/{courtBundleId}", Person.Litigator) { OfScene = scene => $"/cases/{scene.Sealed}/court-bundles/court-bundle-1" },
        new("court-bundle-list", "/cases/{caseId}/court-bundles/{courtBundleId}/list", Person.Litigator) { OfScene = scene => $"/cases/{scene.Sealed}/court-bundles/court-bundle-1/list" },
        new("rulings", "/rulings", Person.Litigator, _ => "/rulings"),
        new("register-ruling", "/rulings/new", Person.Litigator, _ => "/rulings/new"),
        new("ruling", "/rulings/{rulingId}", Person.Litigator, told => $"/rulings/{told.Ruling}"),
        new("ruling-log", "/rulings/{rulingId}/log", Person.Auditor, told => $"/rulings/{told.Ruling}/log"),
        new("ruling-step", "/rulings/{rulingId}/steps/{step}", Person.Litigator) { OfScene = scene => $"/rulings/{scene.Ruling}/steps/add-outcome" },
        new("ruling-add-file", "/rulings/{rulingId}/artifacts/add", Person.Litigator) { OfScene = scene => $"/rulings/{scene.Ruling}/artifacts/add" },
        new("calculator", "/calculator", Person.Handler, _ => "/calculator?rule=woo-4.4-1&start=2023-03-10&extension=14&from1=2023-03-20&through1=2023-03-27&basis1=awb-4.15-2-a"),
        new("report", "/reports/{year}", Person.Coordinator, _ => "/reports/2018"),
        new("calendar", "/calendar", Person.Coordinator, _ => "/calendar?view=all"),
        new("organisation", "/organisation", Person.Administrator, _ => "/organisation"),
        new("setting", "/organisation/steps/{step}", Person.Administrator, _ => "/organisation/steps/set-letterhead"),
        new("job", "/jobs/{jobId}", Person.Administrator) { OfScene = scene => $"/jobs/{scene.Job}" },
        new("destroyed", "/cases/{caseId}", Person.Auditor) { OfScene = scene => $"/cases/{scene.Destroyed}" },
        new("signed-out", "/signed-out", null, _ => "/signed-out"),
    ];

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

    /// <param name="Name">Of the file.</param>
    /// <param name="OfStory">Where it is in the story as it ended; null for what is looked at in the scene.</param>
    private sealed record Picture(string Name, string Route, Person? Who, Func<Told, string>? OfStory = null)
    {
        public Func<SetScene, string>? OfScene { get; init; }

        public Func<IPage, Task>? Then { get; init; }
    }
}
