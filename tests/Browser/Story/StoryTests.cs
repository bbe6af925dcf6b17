using System.Text;

namespace WobWorkflow.Browser;

/// <summary>
/// A request goes from receipt to release through the pages, in the hands of five people: the coordinator works without script, the approver and the
/// signatory without a mouse.
/// </summary>
[Collection(typeof(InTheBrowser))]
public sealed class StoryTests(BrowserOffice office)
{
    [Fact]
    public async Task Request_GoesFromReceiptToRelease_ThroughThePages()
    {
        var id = await ReceivedAsync();
        await CollectedAndJudgedAsync(id);
        await DraftedAsync(id);
        await ApprovedByKeyboardAsync(id);
        await TakenAndSentByKeyboardAsync(id);
        await ReleasedAsync(id);

        Encoding.UTF8.GetString((await office.Office.Nobody.GetAsync($"/open/documents/{id}/doc-2")).Bytes).ShouldBe("De deuren sluiten goed.");
        await EachDidTheirOwnAsync(id);
    }

    /// <summary>Five persons, and whoever drafted neither approved nor took nor signed.</summary>
    private async Task EachDidTheirOwnAsync(string id)
    {
        var log = await office.Office.Auditor.AllAsync($"cases/{id}/log");
        string By(string type) => (string)log.First(row => (string)row["event"]!["type"]! == type)["actor"]!;
        string[] each = [By("request-registered"), By("decision-drafted"), By("decision-approved"), By("decision-taken"), By("publication-cleared")];
        each.Distinct().Count().ShouldBe(5, string.Join(", ", each));
        By("passage-assessed").ShouldBe(By("decision-drafted"));
        By("letter-signed").ShouldBe(By("decision-taken"));
    }

    /// <summary>The coordinator registers the request, says what it is and gives it to a handler; in a browser that runs no script.</summary>
    private async Task<string> ReceivedAsync()
    {
        await using var desk = await office.OpenAsync(Person.Coordinator, script: false);
        var page = desk.Page;
        await desk.GoAsync("/cases");
        await page.GetByRole(AriaRole.Link, new() { Name = "Verzoek registreren" }).ClickAsync();
        await page.Locator("#f-subject").FillAsync("de staat van de sluisdeuren");
        await page.Locator("#f-text").FillAsync("Alle stukken over de sluisdeuren.");
        await page.Locator("#f-receivedOn").FillAsync("2018-05-24");
        await ChooseAsync(page, "channel", "post");
        await page.Locator("#f-requester-name").FillAsync("P. Particulier");
        await page.Locator("#f-requester-address").FillAsync("Kade 1\n3511 AA Utrecht");
        await SendAsync(page, "Verzoek registreren");
        var id = new Uri(page.Url).Segments[^1];

        await StepAsync(page, "Verzoek duiden");
        await ChooseAsync(page, "kind", "public-information");
        await SendAsync(page, "Verzoek duiden");
        await StepAsync(page, "Toewijzen");
        await page.Locator("#f-handler").FillAsync(office.Office.Handler.Id);
        await SendAsync(page, "Toewijzen");
        await Assertions.Expect(page.GetByText("Henk Behandelaar").First).ToBeVisibleAsync();
        return id;
    }

    /// <summary>The handler adds what was found, and judges a passage of one document and the other as a whole.</summary>
    private async Task CollectedAndJudgedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        var page = desk.Page;
        await desk.GoAsync($"/cases/{id}");
        await StepAsync(page, "Zoekslag vastleggen");
        await ChooseAsync(page, "channel", "mail");
        await page.Locator("#f-place").FillAsync("Postvak van de directie");
        await page.Locator("#f-terms").FillAsync("sluisdeur");
        await page.Locator("#f-found").FillAsync("2");
        await SendAsync(page, "Zoekslag vastleggen");

        await desk.GoAsync($"/cases/{id}/documents/add");
        await page.Locator("#f-file").SetInputFilesAsync(
        new FilePayload[]
        {
            new() { Name = "keuring.txt", MimeType = "text/plain", Buffer = "Keurmeester B. Bakker vond scheuren."u8.ToArray() },
            new() { Name = "verslag.txt", MimeType = "text/plain", Buffer = "De deuren sluiten goed."u8.ToArray() },
        });
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Documenten toevoegen", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("verslag");

        await desk.GoAsync($"/cases/{id}/documents");
        await page.GetByRole(AriaRole.Link, new() { Name = "Beoordelen (doc-1)" }).ClickAsync();
        await AllPages.ReadyAsync(page);
        await page.Locator("#f-quote").FillAsync("Keurmeester B. Bakker");
        await page.Locator("#find").ClickAsync();
        await page.Locator("#f-grounds-0").FillAsync("10.2.e");
        await page.Locator("#f-reason").FillAsync("De naam van een keurmeester.");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("mark[data-passage=passage-1]")).ToHaveTextAsync("Keurmeester B. Bakker");
        await AllPages.ReadyAsync(page);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("verslag");
        await AllPages.ReadyAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Beoordeel het document als geheel" }).ClickAsync();
        await ChooseAsync(page, "judgement", "public");
        await SendAsync(page, "Document beoordelen");
        desk.Complaints.ShouldBeEmpty();
    }

    private async Task DraftedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        var page = desk.Page;
        await desk.GoAsync($"/cases/{id}");
        await StepAsync(page, "Besluit opstellen");
        await ChooseAsync(page, "kind", "primary");
        await SendAsync(page, "Besluit opstellen");
        // The engine writes the letter; nothing is submitted without it.
        await office.Office.SettleAsync();
        await page.ReloadAsync();
        await StepAsync(page, "Ter accordering voorleggen");
        await ChooseAsync(page, "decisionId", "decision-1");
        await SendAsync(page, "Ter accordering voorleggen");
    }

    private async Task ApprovedByKeyboardAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Approver);
        await desk.GoAsync($"/cases/{id}");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Besluit accorderen");
        await ReferAsync(user, "decisionId", "decision-1");
        await user.PressAsync("Besluit accorderen");
        await Assertions.Expect(desk.Page.GetByText("Vastgelegd: Besluit accorderen.")).ToBeVisibleAsync();
    }

    private async Task TakenAndSentByKeyboardAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Signatory);
        await desk.GoAsync($"/cases/{id}");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Besluit nemen");
        await ReferAsync(user, "decisionId", "decision-1");
        await user.PressAsync("Besluit nemen");
        var letter = (string)(await office.Office.Signatory.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last(l => (string)l!["about"]! == "decision-1")!["letterId"]!;
        await user.FollowAsync("Brief ondertekenen");
        await ReferAsync(user, "letterId", letter);
        await user.PressAsync("Brief ondertekenen");
        await user.FollowAsync("Verzending vastleggen");
        await ReferAsync(user, "letterId", letter);
        await ReferAsync(user, "channel", "post");
        await user.PressAsync("Verzending vastleggen");
        await Assertions.Expect(desk.Page.GetByText("Vastgelegd: Verzending vastleggen.")).ToBeVisibleAsync();
    }

    private async Task ReleasedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Publisher);
        var page = desk.Page;
        await desk.GoAsync($"/cases/{id}");
        await StepAsync(page, "Openbaarmaking plannen");
        await ChooseAsync(page, "decisionId", "decision-1");
        await page.Locator("#f-on").FillAsync("2018-05-24");
        await page.Locator("#f-objectionExpected-no").CheckAsync();
        await page.Locator("#f-documents-doc-2").CheckAsync();
        await SendAsync(page, "Openbaarmaking plannen");
        await StepAsync(page, "Openbaarmaking vrijgeven");
        await ChooseAsync(page, "publicationId", "publication-1");
        await page.Locator("#f-noInterimReliefKnown-yes").CheckAsync();
        await SendAsync(page, "Openbaarmaking vrijgeven");
        await StepAsync(page, "Openbaar maken");
        await ChooseAsync(page, "publicationId", "publication-1");
        await SendAsync(page, "Openbaar maken");
        await office.Office.SettleAsync();
    }

    /// <summary>Opens the form of a step from what can be done now, where steps of another phase are folded away.</summary>
    private static async Task StepAsync(IPage page, string title)
    {
        var link = page.Locator(".steps").GetByRole(AriaRole.Link, new() { Name = title, Exact = true, IncludeHidden = true }).First;
        if (!await link.IsVisibleAsync())
            await page.Locator("aside details", new() { Has = link }).Locator("summary").ClickAsync();
        await link.ClickAsync();
    }

    private static async Task SendAsync(IPage page, string title)
    {
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Vastgelegd: {title}.")).ToBeVisibleAsync();
    }

    /// <summary>A field with few choices has a button for each, one with many a list.</summary>
    private static async Task ChooseAsync(IPage page, string field, string value)
    {
        var buttons = page.Locator($"#f-{field}-{value}");
        if (await buttons.CountAsync() > 0)
            await buttons.CheckAsync();
        else
            await page.Locator($"#f-{field}").SelectOptionAsync(value);
    }

    private static async Task ReferAsync(KeyboardUser user, string field, string value)
    {
        var option = await user.Page.Locator($"#f-{field} option[value={value}]").TextContentAsync();
        await user.ChooseAsync($"f-{field}", option!.Trim());
    }
}
