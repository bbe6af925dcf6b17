using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace WobWorkflow.Browser;

/// <summary>Many files at once: one by one, with what failed of each and another try for those alone.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class UploadTests(BrowserOffice office)
{
    [Fact]
    public async Task Files_AreSentOneByOne_AndWhatFailedCanBeTriedAgain_WithoutDoublingTheRest()
    {
        var id = await office.Office.AssignedAsync();
        await using var desk = await office.OpenAsync(Person.Handler);
        var page = desk.Page;
        var down = true;
        // The connection breaks once, on one of them.
        await page.RouteAsync($"**/cases/{id}/documents/add", route => route.Request.Method == "POST" && down && route.Request.PostData?.Contains("nota-2.txt", StringComparison.Ordinal) == true
            ? route.AbortAsync()
            : route.ContinueAsync());
        await desk.GoAsync($"/cases/{id}/documents/add");
        await Assertions.Expect(page.Locator("#add[data-ready]")).ToBeAttachedAsync();
        await page.Locator("#f-file").SetInputFilesAsync(
            [.. Enumerable.Range(1, 4).Select(i => new FilePayload { Name = $"nota-{i}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"Nota {i}.") }), new FilePayload { Name = "leeg.txt", MimeType = "text/plain", Buffer = [] }]);
        await page.Locator("#add button[type=submit]").ClickAsync();

        await Assertions.Expect(page.GetByText("3 van 5 toegevoegd. 2 niet")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#sending-failed li")).ToContainTextAsync(["nota-2.txt: De verbinding viel weg", "leeg.txt"]);
        await desk.ShouldBeSoundAsync("after a failure");
        down = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Probeer deze 2 opnieuw" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Probeer dit bestand opnieuw" })).ToBeFocusedAsync();

        var titles = (await office.Office.Handler.AllAsync($"cases/{id}/documents")).Select(document => (string)document["title"]!).ToList();
        titles.ShouldBe(["nota-1", "nota-3", "nota-4", "nota-2"]);
    }

    [Fact]
    public async Task Files_ThatAllWentWell_LeadToTheCase()
    {
        var id = await office.Office.AssignedAsync();
        await using var desk = await office.OpenAsync(Person.Handler);
        await desk.GoAsync($"/cases/{id}/documents/add");
        await Assertions.Expect(desk.Page.Locator("#add[data-ready]")).ToBeAttachedAsync();
        await desk.Page.Locator("#f-file").SetInputFilesAsync([.. Enumerable.Range(1, 3).Select(i => new FilePayload { Name = $"mail-{i}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"Mail {i}.") })]);
        await desk.Page.Locator("#add button[type=submit]").ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("Vastgelegd: Document toevoegen.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("#documenten")).ToContainTextAsync("mail-3");
        desk.Complaints.ShouldBeEmpty();
    }

    /// <summary>As many as the page takes at once, some of which fail. Run by <c>./bench upload</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Files_AsManyAsThePageTakes_AllGetThere()
    {
        const int EveryFails = 50;
        var count = int.Parse(Environment.GetEnvironmentVariable("BENCH_DOCUMENTS") ?? "500", CultureInfo.InvariantCulture);
        var id = await office.Office.AssignedAsync();
        await using var desk = await office.OpenAsync(Person.Handler);
        var page = desk.Page;
        var down = true;
        await page.RouteAsync($"**/cases/{id}/documents/add", route => route.Request.Method == "POST" && down && FailsAt(route.Request.PostData)
            ? route.AbortAsync()
            : route.ContinueAsync());
        await desk.GoAsync($"/cases/{id}/documents/add");
        await Assertions.Expect(page.Locator("#add[data-ready]")).ToBeAttachedAsync();
        await page.Locator("#f-file").SetInputFilesAsync([.. Enumerable.Range(1, count).Select(i => new FilePayload { Name = $"stuk-{i}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"Stuk {i}.") })]);

        var time = Stopwatch.StartNew();
        await page.Locator("#add button[type=submit]").ClickAsync();
        var failed = count / EveryFails;
        await Assertions.Expect(page.GetByText($"{count - failed} van {count} toegevoegd. {failed} niet")).ToBeVisibleAsync(new() { Timeout = 600_000 });
        var first = time.Elapsed;
        await Assertions.Expect(page.Locator("#sending-failed li")).ToHaveCountAsync(failed);
        down = false;
        await page.Locator("#sending-again").ClickAsync();
        await Assertions.Expect(page.GetByText("Vastgelegd: Document toevoegen.")).ToBeVisibleAsync(new() { Timeout = 600_000 });

        var titles = (await office.Office.Handler.AllAsync($"cases/{id}/documents")).Select(document => (string)document["title"]!).ToList();
        titles.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, count).Select(i => $"stuk-{i}").Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} files, {failed} of which failed: {first.TotalSeconds:0.0} s, {first.TotalMilliseconds / count:0} ms each; with another try for those {time.Elapsed.TotalSeconds:0.0} s"));

        bool FailsAt(string? sent) => sent is not null && Enumerable.Range(1, count / EveryFails).Any(i => sent.Contains(string.Create(CultureInfo.InvariantCulture, $"\"stuk-{i * EveryFails}.txt\""), StringComparison.Ordinal));
    }
}
