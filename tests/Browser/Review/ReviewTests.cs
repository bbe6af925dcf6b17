namespace WobWorkflow.Browser;

/// <summary>A document beside its passages: what is pointed out on a page becomes a passage, by hand and by keyboard.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class ReviewTests(BrowserOffice office)
{
    [Fact]
    public async Task SelectedText_BecomesAPassage_OnThePageWhereItWasSelected()
    {
        var (id, page) = await OpenAsync(SetScene.Pdf);
        await using var open = page;

        await SelectAsync(page.Page, ".textLayer", "telefoon 06 00000000");
        await page.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Page.Locator("#f-quote")).ToHaveValueAsync("telefoon 06 00000000");
        await page.Page.Locator("#f-grounds-0").FillAsync("levenssfeer");
        await page.Page.Locator("#f-reason").FillAsync("Het nummer van een adviseur.");
        await Assertions.Expect(page.Page.Locator("#f-grounds-0")).ToHaveValueAsync("10.2e");
        await page.Page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Page.GetByText("Vastgelegd: passage-3.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".review-marks [data-passage=passage-3]")).ToHaveCountAsync(1);
        var passage = (await office.Office.Handler.GetAsync($"cases/{id}/documents/{SetScene.Pdf}")).Done["passages"]![1]!;
        ((string)passage["quote"]!).ShouldBe("telefoon 06 00000000");
        ((string)passage["grounds"]![0]!["key"]!).ShouldBe("10.2e");
        // The words stand on the fifth line of the page, to the right of the middle.
        var area = ((string)passage["areas"]![0]!).Split(',').Select(double.Parse).ToArray();
        area[0].ShouldBeInRange(180, 260);
        area[1].ShouldBeInRange(100, 135);
        area[2].ShouldBeInRange(80, 140);
        area[3].ShouldBeInRange(6, 18);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Area_DrawnByKeyboard_IsTakenOver()
    {
        var (_, page) = await OpenAsync(SetScene.Pdf);
        await using var open = page;

        await page.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(page.Page.Locator("#draw")).ToHaveAttributeAsync("aria-pressed", "true");
        var before = await page.Page.Locator(".draft").BoundingBoxAsync();
        foreach (var key in (string[])["ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowRight"])
            await page.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Page.Locator("#told")).ToContainTextAsync("punten");
        var after = (await page.Page.Locator(".draft").BoundingBoxAsync())!;
        after.Y.ShouldBeGreaterThan(before!.Y);
        after.X.ShouldBeGreaterThan(before.X);
        after.Width.ShouldBeGreaterThan(before.Width);
        after.Height.ShouldBeGreaterThan(before.Height);
        await page.Page.Keyboard.PressAsync("Enter");

        // A4 is 595 by 842 points.
        await Assertions.Expect(page.Page.Locator("#f-areas")).ToHaveValueAsync("82.4,121.2,156.8,24");
        await Assertions.Expect(page.Page.Locator("#f-grounds-0")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Area_DrawnByMouse_StandsWhereItWasDrawn()
    {
        var (_, page) = await OpenAsync(SetScene.Pdf);
        await using var open = page;
        await page.Page.Locator("#draw").ClickAsync();
        var paper = (await page.Page.Locator(".review-page").BoundingBoxAsync())!;

        await page.Page.Mouse.MoveAsync(paper.X + 100, paper.Y + 50);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(paper.X + 300, paper.Y + 90, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();

        await Assertions.Expect(page.Page.Locator("#f-areas")).Not.ToHaveValueAsync("");
        var drawn = (await page.Page.Locator(".draft").BoundingBoxAsync())!;
        drawn.Width.ShouldBe(200, tolerance: 2);
        drawn.Height.ShouldBe(40, tolerance: 2);
    }

    [Fact]
    public async Task Text_IsTakenAsARange_AndShownAsAMark()
    {
        var (id, page) = await OpenAsync(SetScene.Memo);
        await using var open = page;
        await Assertions.Expect(page.Page.Locator("mark[data-passage=passage-1]")).ToHaveTextAsync("Ambtenaar K. Klaassen");

        // Without selecting anything: the words are typed and looked up.
        await page.Page.Locator("#f-quote").FillAsync("De onderhandelingen met de aannemer");
        await page.Page.Locator("#find").ClickAsync();
        await page.Page.Locator("#f-grounds-0").FillAsync("10.2b");
        await page.Page.Locator("#f-reason").FillAsync("De onderhandelingen lopen nog.");
        await page.Page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Page.Locator("mark[data-passage=passage-3]")).ToHaveTextAsync("De onderhandelingen met de aannemer");
        var passage = (await office.Office.Handler.GetAsync($"cases/{id}/documents/{SetScene.Memo}")).Done["passages"]![1]!;
        ((int)passage["length"]!).ShouldBe("De onderhandelingen met de aannemer".Length);
    }

    [Fact]
    public async Task EarlierReason_IsUsedAgain()
    {
        var (_, page) = await OpenAsync(SetScene.Mail);
        await using var open = page;

        await page.Page.Locator("#reuse").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.Page.Locator("#reuse-take").ClickAsync();

        await Assertions.Expect(page.Page.Locator("#f-reason")).ToHaveValueAsync("De naam van een ambtenaar zonder publieke functie.");
        await Assertions.Expect(page.Page.Locator("#f-grounds-0")).ToHaveValueAsync("10.2e");
    }

    [Fact]
    public async Task Keys_GoThroughDocumentsPassagesAndPages_AndCanBeTurnedOff()
    {
        var (id, page) = await OpenAsync(SetScene.Pdf);
        await using var open = page;

        await page.Page.Keyboard.PressAsync("]");
        await Assertions.Expect(page.Page.Locator("#sheet")).ToHaveAttributeAsync("data-shown", "2");
        await page.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Page.Locator("#passage-2")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("#sheet")).ToHaveAttributeAsync("data-shown", "1");
        await page.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(office.Address, $"/cases/{id}/documents/{SetScene.Memo}/review").ToString());
        await AllPages.ReadyAsync(page.Page);
        await page.Page.Locator("#keys-on").UncheckAsync();
        await page.Page.Keyboard.PressAsync("n");
        await page.Page.Locator("#keys-on").CheckAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(office.Address, $"/cases/{id}/documents/{SetScene.Memo}/review").ToString());
    }

    [Fact]
    public async Task RelatedDocuments_StandBeside_WithWhatWasJudged()
    {
        var (_, page) = await OpenAsync(SetScene.Duplicate);
        await using var open = page;

        var related = page.Page.Locator("article", new() { HasText = "Dubbel van" });
        await Assertions.Expect(related).ToContainTextAsync("Analyse van de kademuren");
        await Assertions.Expect(related).ToContainTextAsync("passage-2, bladzijde 1: Geweigerd 10.2e");
    }

    [Fact]
    public async Task AnotherWasFirst_ShowsWhatChanged_AndKeepsWhatWasTyped()
    {
        var (id, page) = await OpenAsync(SetScene.Memo);
        await using var open = page;
        _ = (await office.Office.Coordinator.StepAsync(id, "assign", new { handler = "iemand-anders" })).Done;

        await page.Page.Locator("#f-quote").FillAsync("stelt voor");
        await page.Page.Locator("#f-reason").FillAsync("Een reden die niet weg mag.");
        await page.Page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Een ander was u voor");
        await Assertions.Expect(page.Page.Locator("#f-reason")).ToHaveValueAsync("Een reden die niet weg mag.");
        await Assertions.Expect(page.Page.Locator("#f-quote")).ToHaveValueAsync("stelt voor");
    }

    [Fact]
    public async Task WithoutScript_AFormAndAListRemain_AndWork()
    {
        var id = await FilledAsync();
        await using var page = await office.OpenAsync(Person.Handler, script: false);
        await page.GoAsync($"/cases/{id}/documents/{SetScene.Pdf}/review");

        await page.Page.Locator("#reuse").SelectOptionAsync("0");
        await page.Page.Locator("#reuse-take").ClickAsync();
        await Assertions.Expect(page.Page.Locator("#f-grounds-0")).ToHaveValueAsync("10.2e");
        await page.Page.Locator("#f-page").FillAsync("2");
        await page.Page.Locator("#f-quote").FillAsync("wekelijks herhaald");
        await page.Page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Page.Locator("#passage-3")).ToContainTextAsync("wekelijks herhaald");
    }

    private static async Task SelectAsync(IPage page, string within, string words) => await page.EvaluateAsync(
        """
        ([within, words]) => {
          const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
          }
          throw new Error(`not there: ${words}`);
        }
        """, new[] { within, words });

    private async Task<string> FilledAsync()
    {
        var id = await office.Office.AssignedAsync();
        await SetScene.FillAsync(office.Office, id);
        return id;
    }

    private async Task<(string Id, DeskPage Page)> OpenAsync(string document)
    {
        var id = await FilledAsync();
        var page = await office.OpenAsync(Person.Handler);
        await page.GoAsync($"/cases/{id}/documents/{document}/review");
        await AllPages.ReadyAsync(page.Page);
        return (id, page);
    }
}
