namespace WobWorkflow.Scenarios;

/// <summary>A ruling through its pages: registered by a form, its cases with what each owes, and the letter to Parliament up to its closing.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class RulingPageTests(OpenOffice open)
{
    private static readonly string[] Litigator = ["litigator", "coordinator"];

    private Office Office => open.Office;

    [Fact]
    public async Task Ruling_RegisteredByForm_ShowsWhatEachCaseOwes_AndUntilWhen()
    {
        var id = await Office.DecidedAsync();
        using var litigator = await Visitor.SignedInAsync(open.Service.Address, "Lot Landsadvocaat", Litigator);

        var path = await RegisterAsync(litigator, id, "202003618/1/A3");

        await Office.SettleAsync();
        var page = (await litigator.GetAsync(path)).Text;
        page.ShouldContain("Afdeling bestuursrechtspraak van de Raad van State");
        page.ShouldContain("202003618/1/A3");
        page.ShouldContain("Besluit nodig");
        page.ShouldContain("nog 42 dagen");
        page.ShouldContain("het onderhoud van de kademuren");
        page.ShouldContain("Motiveer per passage.");
        page.ShouldContain($"/cases/{id}/steps/draft-decision?supplements=decision-1&amp;answersRuling=");
        // What the link proposes stands in the form.
        var form = (await litigator.GetAsync(WebUtility.HtmlDecode(page.Split('"').First(part => part.Contains("/steps/draft-decision?supplements", StringComparison.Ordinal))))).Text;
        form.ShouldContain($"value=\"{path.Split('/')[^1]}\"");
        (await litigator.GetAsync("/rulings")).Text.ShouldContain("202003618/1/A3");
        (await litigator.GetAsync($"{path}/log")).Text.ShouldContain("Uitspraak geregistreerd");
        // The case leads there, and it is there.
        (await litigator.GetAsync($"/cases/{id}")).Text.ShouldContain($"href=\"{path}\"");
    }

    [Fact]
    public async Task LetterToParliament_IsDraftedByForm_Downloaded_AndSentBackEdited()
    {
        var id = await Office.DecidedAsync();
        using var litigator = await Visitor.SignedInAsync(open.Service.Address, "Lot Landsadvocaat", Litigator);
        var path = await RegisterAsync(litigator, id, "202003716/1/A3");
        await Office.SettleAsync();
        (await litigator.SubmitAsync($"{path}/steps/confirm-scope", $"{path}/steps/confirm-scope", ("note", ""))).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await litigator.SubmitAsync($"{path}/steps/draft-letter", $"{path}/steps/draft-letter",
            ("measure", "voorzorgsmaatregel"), ("measureBy", "het kabinet"), ("measureYear", "2018"), ("measureText", "om het gebruik uit te faseren"),
            ("publishedAt", "https://open.overheid.nl/1"), ("documents[0].title", "Dreigingsanalyse"), ("documents[0].nature", "een analyse"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await Office.SettleAsync();

        var page = (await litigator.GetAsync(path)).Text;
        page.ShouldContain("Brief aan de Kamer: concept");
        (await litigator.GetAsync($"{path}/artifacts/artifact-1")).Content.ContentType!.MediaType!.ShouldContain("wordprocessingml");
        var letter = (string)(await Office.Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last()!["artifactId"]!;
        var edited = (await Office.Handler.GetAsync($"cases/{id}/artifacts/{letter}")).Bytes;
        var add = $"{path}/artifacts/add";
        (await litigator.GetAsync($"{add}?kind=letter-to-parliament")).Text.ShouldContain("value=\"letter-to-parliament\"");
        (await litigator.UploadAsync(add, add, [("brief.txt", "geen Word"u8.ToArray())], ("kind", "letter-to-parliament"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await litigator.UploadAsync(add, add, [("brief.docx", edited)], ("kind", "letter-to-parliament"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await litigator.GetAsync(path)).Text.ShouldContain("Brief aan de Kamer: bewerkt");
    }

    [Fact]
    public async Task Moment_IsPlannedByForm_ShownOnThePage_AndHoldsTheLetter()
    {
        var id = await Office.DecidedAsync();
        using var litigator = await Visitor.SignedInAsync(open.Service.Address, "Lot Landsadvocaat", Litigator);
        var path = await RegisterAsync(litigator, id, "202003719/1/A3");
        await Office.SettleAsync();
        var step = $"{path}/steps/plan-moment";

        (await litigator.SubmitAsync(step, step, ("on", "2001-01-01"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await litigator.SubmitAsync(step, step, ("on", "2018-12-03"))).Status.ShouldBe(HttpStatusCode.SeeOther);

        var page = (await litigator.GetAsync(path)).Text;
        page.ShouldContain("Gepland op maandag 3 december 2018. De brief gaat niet eerder uit.");
        page.ShouldContain("Moment verplaatsen");
        var ruling = await Office.EnterAsync("Lara Landsadvocaat", ["litigator"]);
        ((string)(await ruling.GetAsync(path.TrimStart('/'))).Done["moment"]!["on"]!).ShouldBe("2018-12-03");
    }

    [Fact]
    public async Task Closing_WhileADecisionIsOwed_IsRefusedOnTheForm_WithTheArticle()
    {
        var id = await Office.DecidedAsync();
        using var litigator = await Visitor.SignedInAsync(open.Service.Address, "Lot Landsadvocaat", Litigator);
        var path = await RegisterAsync(litigator, id, "202003717/1/A3");
        await Office.SettleAsync();

        var answer = await litigator.SubmitAsync($"{path}/steps/close", $"{path}/steps/close");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("Nog niet afgerond is wat de uitspraak vraagt");
        answer.Text.ShouldContain("Awb 8:72(4)");
        answer.Text.ShouldContain("De uitspraak wordt afgesloten.");
    }

    [Fact]
    public async Task AnotherWasFirst_ShowsWhatChanged_AndKeepsTheInput()
    {
        var id = await Office.DecidedAsync();
        using var litigator = await Visitor.SignedInAsync(open.Service.Address, "Lot Landsadvocaat", Litigator);
        var path = await RegisterAsync(litigator, id, "202003718/1/A3");
        var step = $"{path}/steps/confirm-scope";
        var hidden = Visitor.HiddenOf((await litigator.GetAsync(step)).Text, step, []);
        var other = await Office.EnterAsync("Lidy Landsadvocaat", ["litigator"]);
        _ = (await other.PostAsync($"{path.TrimStart('/')}/steps/add-earlier-letter", new { by = "de Minister", about = "de maatregel", session = "2017/2018", dossiers = "30 821", number = "46" })).Done;

        var answer = await litigator.PostAsync(step, [.. hidden, ("note", "Alles staat er.")]);

        answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        answer.Text.ShouldContain("Een ander was u voor");
        answer.Text.ShouldContain("Eerdere brief toegevoegd");
        answer.Text.ShouldContain("Alles staat er.");
    }

    [Fact]
    public async Task WhoSeesCasesInPart_SeesNoRulings()
    {
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        foreach (var path in (string[])["/rulings", "/rulings/new", "/rulings/r1", "/rulings/r1/log", "/rulings/r1/artifacts/add"])
            ((int)(await liaison.GetAsync(path)).Status).ShouldBeOneOf(403, 404);
        (await liaison.GetAsync("/cases")).Text.ShouldNotContain("href=\"/rulings\"");
    }

    /// <returns>The path of the ruling's page.</returns>
    private static async Task<string> RegisterAsync(Visitor litigator, string caseId, string number)
    {
        var form = $"/rulings/new?caseId={caseId}";
        (await litigator.GetAsync(form)).Text.ShouldContain(caseId);
        var answer = await litigator.SubmitAsync(form, "/rulings/new",
            ("court", "RVS"), ("kind", "final"), ("sentOn", $"{OpenOffice.Today:yyyy-MM-dd}"), ("instructions", "Motiveer per passage."),
            ("rows[0].caseNumber", number), ("rows[0].caseId", caseId), ("rows[0].decisionId", "decision-1"), ("rows[0].outcomes", "annulled"), ("rows[0].outcomes", "new-decision"), ("rows[0].outcomes", "well-founded"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return answer.Headers.Location!.OriginalString.Split('?')[0];
    }
}
