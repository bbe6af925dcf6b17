using System.Text;

namespace WobWorkflow.Browser;

/// <summary>
/// A request goes from receipt to release through the pages, in the hands of five people none of whom has a mouse; the coordinator works without script too.
/// </summary>
[Collection(typeof(InTheBrowser))]
public sealed class StoryTests(BrowserOffice office)
{
    [Fact]
    public async Task Request_GoesFromReceiptToRelease_ByKeyboardAlone()
    {
        var id = await ReceivedAsync();
        await CollectedAndJudgedAsync(id);
        await DraftedAsync(id);
        await ApprovedAsync(id);
        await TakenAndSentAsync(id);
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
        await desk.GoAsync("/cases");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Verzoek registreren");
        await user.TypeAsync("f-subject", "de staat van de sluisdeuren");
        await user.TypeAsync("f-text", "Alle stukken over de sluisdeuren.");
        await user.TypeDateAsync("f-receivedOn", new DateOnly(2018, 5, 24));
        await user.ChooseAsync("f-channel", "post");
        await user.TypeAsync("f-requester-name", "P. Particulier");
        await user.TypeAsync("f-requester-address", "Kade 1\n3511 AA Utrecht");
        await SendAsync(user, "Verzoek registreren");
        var id = new Uri(desk.Page.Url).Segments[^1];

        await user.FollowAsync("Verzoek duiden");
        await user.ChooseAsync("f-kind", "public-information");
        await SendAsync(user, "Verzoek duiden");
        await user.FollowAsync("Toewijzen");
        await user.TypeAsync("f-handler", office.Office.Handler.Id);
        await SendAsync(user, "Toewijzen");
        await Assertions.Expect(desk.Page.GetByText("Henk Behandelaar").First).ToBeVisibleAsync();
        return id;
    }

    /// <summary>The handler adds what was found, and judges a passage of one document and the other as a whole.</summary>
    private async Task CollectedAndJudgedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        var page = desk.Page;
        var user = new KeyboardUser(page);
        await desk.GoAsync($"/cases/{id}");
        await user.FollowAsync("Zoekslag vastleggen");
        await user.ChooseAsync("f-channel", "mail");
        await user.TypeAsync("f-place", "Postvak van de directie");
        await user.TypeAsync("f-terms", "sluisdeur");
        await user.TypeAsync("f-found", "2");
        await SendAsync(user, "Zoekslag vastleggen");

        await user.FollowAsync("Documenten toevoegen");
        await user.ChooseFilesAsync("f-file",
            new() { Name = "keuring.txt", MimeType = "text/plain", Buffer = "Keurmeester B. Bakker vond scheuren."u8.ToArray() },
            new() { Name = "verslag.txt", MimeType = "text/plain", Buffer = "De deuren sluiten goed."u8.ToArray() });
        await user.PressAsync("Documenten toevoegen");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("verslag");

        await user.FollowAsync("Beoordelen (doc-1)");
        await AllPages.ReadyAsync(page);
        await user.TypeAsync("f-quote", "Keurmeester B. Bakker");
        await user.PressHereAsync("find");
        await user.TypeAsync("f-grounds-0", "10.2.e");
        await user.TypeAsync("f-reason", "De naam van een keurmeester.");
        await user.PressAsync("Leg vast");
        await Assertions.Expect(page.Locator("mark[data-passage=passage-1]")).ToHaveTextAsync("Keurmeester B. Bakker");
        await AllPages.ReadyAsync(page);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("verslag");
        await AllPages.ReadyAsync(page);
        await user.FollowAsync("Beoordeel het document als geheel");
        await user.ChooseAsync("f-judgement", "public");
        await SendAsync(user, "Document beoordelen");
        desk.Complaints.ShouldBeEmpty();
    }

    private async Task DraftedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        var user = new KeyboardUser(desk.Page);
        await desk.GoAsync($"/cases/{id}");
        await user.FollowAsync("Besluit opstellen");
        await user.ChooseAsync("f-kind", "primary");
        await SendAsync(user, "Besluit opstellen");
        // The engine writes the letter; nothing is submitted without it.
        await office.Office.SettleAsync();
        await desk.Page.ReloadAsync();
        await user.FollowAsync("Ter accordering voorleggen");
        await user.ChooseAsync("f-decisionId", "decision-1");
        await SendAsync(user, "Ter accordering voorleggen");
    }

    private async Task ApprovedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Approver);
        await desk.GoAsync($"/cases/{id}");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Besluit accorderen");
        await user.ChooseAsync("f-decisionId", "decision-1");
        await SendAsync(user, "Besluit accorderen");
    }

    private async Task TakenAndSentAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Signatory);
        await desk.GoAsync($"/cases/{id}");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Besluit nemen");
        await user.ChooseAsync("f-decisionId", "decision-1");
        await SendAsync(user, "Besluit nemen");
        var letter = (string)(await office.Office.Signatory.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last(l => (string)l!["about"]! == "decision-1")!["letterId"]!;
        await user.FollowAsync("Brief ondertekenen");
        await user.ChooseAsync("f-letterId", letter);
        await SendAsync(user, "Brief ondertekenen");
        await user.FollowAsync("Verzending vastleggen");
        await user.ChooseAsync("f-letterId", letter);
        await user.ChooseAsync("f-channel", "post");
        await SendAsync(user, "Verzending vastleggen");
    }

    private async Task ReleasedAsync(string id)
    {
        await using var desk = await office.OpenAsync(Person.Publisher);
        await desk.GoAsync($"/cases/{id}");
        var user = new KeyboardUser(desk.Page);
        await user.FollowAsync("Openbaarmaking plannen");
        await user.ChooseAsync("f-decisionId", "decision-1");
        await user.TypeDateAsync("f-on", new DateOnly(2018, 5, 24));
        await user.ChooseAsync("f-objectionExpected", "no");
        await user.CheckAsync("f-documents-doc-2");
        await SendAsync(user, "Openbaarmaking plannen");
        await user.FollowAsync("Openbaarmaking vrijgeven");
        await user.ChooseAsync("f-publicationId", "publication-1");
        await user.ChooseAsync("f-noInterimReliefKnown", "yes");
        await SendAsync(user, "Openbaarmaking vrijgeven");
        await user.FollowAsync("Openbaar maken");
        await user.ChooseAsync("f-publicationId", "publication-1");
        await SendAsync(user, "Openbaar maken");
        await office.Office.SettleAsync();
    }

    private static async Task SendAsync(KeyboardUser user, string title)
    {
        await user.PressAsync(title);
        await Assertions.Expect(user.Page.GetByText($"Vastgelegd: {title}.")).ToBeVisibleAsync();
    }
}
