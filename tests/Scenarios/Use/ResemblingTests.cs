using WobWorkflow.Local;

namespace WobWorkflow.Scenarios;

/// <summary>Two versions of a memo, and the mail that forwards it, find each other; what follows from that a person says.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class ResemblingTests(OpenOffice open)
{
    private const string Confidential = "departementaal-vertrouwelijk";

    private static readonly string[] Words =
    [
        "kademuur", "inspectie", "aannemer", "scheur", "fundering", "gemeente", "rapport", "veiligheid", "verkeer", "herstel", "kosten", "begroting", "besluit", "wethouder", "advies",
        "ingenieur", "meting", "grondwater", "zakking", "trilling", "vergunning", "bewoners", "afsluiting", "omleiding", "planning", "risico", "damwand", "anker", "beton", "metselwerk",
    ];

    private Office Office => open.Office;

    [Fact]
    public async Task Versions_AsWordAndPdf_AndAForwardedMail_FindEachOther_InBothCases()
    {
        var (memo, later) = (Memo(1), (string[])[.. Memo(1)[..^1], "Op verzoek van de directie is deze laatste alinea vervangen door een kortere."]);
        var (here, there) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        var first = await UploadAsync(here, OfficeProps.Docx("Nota over de kade", memo), "nota.docx", "2018-03-01");
        var second = await UploadAsync(here, Props.Pdf("Nota over de kade", later), "nota-v2.pdf", "2018-03-09");
        var mail = await UploadAsync(there, OfficeProps.Mail("kade-1", "h@example.nl", "p@example.nl", new DateTimeOffset(2018, 3, 12, 9, 0, 0, TimeSpan.Zero), "FW: nota", ["Ter kennisneming, graag uw reactie voor vrijdag.", .. memo]), "fw.eml", "2018-03-12");
        _ = await UploadAsync(there, OfficeProps.Docx("Iets anders", Memo(2)), "anders.docx", "2018-03-12");
        await Office.SettleAsync();

        var found = await OfAsync(Office.Handler, here, first);
        found.Select(PlaceOf).ShouldBe([(here, second), (there, mail)], ignoreOrder: true);
        var version = found.Single(item => PlaceOf(item) == (here, second));
        ((double)version["resemblance"]!).ShouldBeInRange(0.7, 0.99);
        ((string)version["propose"]!["documentId"]!, (string)version["propose"]!["to"]!).ShouldBe((second, first));
        var forwarded = found.Single(item => PlaceOf(item) == (there, mail));
        ((double)forwarded["within"]!).ShouldBeGreaterThan(0.9);
        forwarded["propose"].ShouldBeNull(); // across cases the engine has nothing to propose
        (await OfAsync(Office.Handler, there, mail)).Select(PlaceOf).ShouldBe([(here, first), (here, second)], ignoreOrder: true);

        // Nothing follows from it until somebody says so.
        (await DocumentAsync(here, second))["links"]!.AsArray().ShouldBeEmpty();
        _ = (await Office.Handler.StepAsync(here, "link-document", version["propose"]!)).Done;
        var linked = (await OfAsync(Office.Handler, here, first)).Single(item => PlaceOf(item) == (here, second));
        ((string?)linked["linked"], linked["propose"]).ShouldBe(((string?)version["propose"]!["kind"], null));

        // What is dropped is gone from there at once.
        _ = (await Office.Handler.StepAsync(there, "drop-document", new { documentId = mail, reason = "Valt er niet onder." })).Done;
        (await OfAsync(Office.Handler, here, first)).Select(PlaceOf).ShouldBe([(here, second)]);
    }

    [Fact]
    public async Task Versions_ThatAreJudgedDifferently_AreListedFirst_AndStopNothing()
    {
        var id = await Office.AssignedAsync();
        var (memo, later) = (Memo(3), (string[])[.. Memo(3), "Deze zin kwam er later bij."]);
        var (one, two) = (await UploadAsync(id, OfficeProps.Docx("Nota", memo), "nota.docx", "2018-03-01"), await UploadAsync(id, OfficeProps.Docx("Nota", later), "nota2.docx", "2018-03-02"));
        _ = await UploadAsync(id, OfficeProps.Docx("Verslag", Memo(4)), "verslag.docx", "2018-03-01");
        _ = await UploadAsync(id, OfficeProps.Docx("Verslag", [.. Memo(4), "En nog een zin."]), "verslag2.docx", "2018-03-02");
        await Office.SettleAsync();
        (await Office.Handler.AllAsync($"cases/{id}/resembling?judgedDifferently=true")).ShouldBeEmpty();

        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 4 })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-documents", new { judgement = "public", documents = new[] { one, "doc-3", "doc-4" } })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-document", new { documentId = two, judgement = "not-public", grounds = new[] { "10.2.e" }, reason = "Persoonlijke levenssfeer." })).Done;

        var all = await Office.Handler.AllAsync($"cases/{id}/resembling?limit=1");
        all.Count.ShouldBe(2);
        ((bool?)all[0]["judgedDifferently"], (string)all[0]["resembles"]!["documentId"]!, all[1]["judgedDifferently"]).ShouldBe((true, (string)all[0]["documentId"]! == one ? two : one, null));
        (await Office.Handler.AllAsync($"cases/{id}/resembling?judgedDifferently=true")).Count.ShouldBe(1);
        (await Office.Handler.GetAsync($"cases/{id}/resembling?judgedDifferently=misschien")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");

        // The drafter reads it on the page of the case; the check before the approval is of what is the same, and not of what resembles.
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        (await handler.GetAsync($"/cases/{id}")).Text.ShouldNotContain($"/cases/{id}/resembling?differently=true");
        var drafted = (await Office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        drafted["decisions"]!.AsArray().Last()!["checks"]!.AsArray().Single(check => (string)check!["check"]! == "same-text")!["state"]!.ToString().ShouldBe("right");
        (await handler.GetAsync($"/cases/{id}")).Text.ShouldContain($"/cases/{id}/resembling?differently=true");
        var list = await handler.GetAsync($"/cases/{id}/resembling?differently=true");
        list.Text.ShouldContain("Anders beoordeeld");
        list.Text.ShouldNotContain("doc-3");

        // Once a person says that the one is the other, it is the same text, and the check finds it.
        _ = (await Office.Handler.StepAsync(id, "link-document", new { documentId = two, to = one, kind = "duplicate-of" })).Done;
        (await Office.Handler.GetAsync($"cases/{id}")).Done["decisions"]!.AsArray().Last()!["checks"]!.AsArray().Single(check => (string)check!["check"]! == "same-text")!["state"]!.ToString().ShouldBe("wrong");
    }

    [Fact]
    public async Task Pages_ShowWhatADocumentResembles_WithItsText_AndAFormThatIsFilledIn()
    {
        var id = await Office.AssignedAsync();
        var one = await UploadAsync(id, OfficeProps.Docx("Nota", Memo(5)), "nota.docx", "2018-03-01");
        var two = await UploadAsync(id, OfficeProps.Docx("Nota", [.. Memo(5), "Slotzin."]), "nota2.docx", "2018-03-02");
        await Office.SettleAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var page = await handler.GetAsync($"/cases/{id}/documents/{one}");
        page.Text.ShouldContain("Bijna hetzelfde (1)");
        var form = $"/cases/{id}/steps/link-document?documentId={two}&amp;to={one}&amp;kind=duplicate-of";
        page.Text.ShouldContain(form);
        var filled = await handler.GetAsync(form.Replace("&amp;", "&"));
        filled.Text.ShouldContain($"value=\"{two}\" selected");
        filled.Text.ShouldContain($"value=\"{one}\" selected");
        var review = await handler.GetAsync($"/cases/{id}/documents/{one}/review");
        review.Text.ShouldContain($"Tekst van {id} {two}");
        review.Text.ShouldContain("Slotzin.");
        (await handler.GetAsync($"/cases/{id}/documents")).Text.ShouldContain($"/cases/{id}/resembling");
        (await handler.GetAsync($"/cases/{id}/resembling")).Text.ShouldContain("99% gelijk");
        // A reader who may not link is offered no form.
        using var auditor = await Visitor.SignedInAsync(open.Service.Address, "Truus Toezichthouder", ["auditor"]);
        var read = await auditor.GetAsync($"/cases/{id}/documents/{one}");
        read.Text.ShouldContain("Bijna hetzelfde (1)");
        read.Text.ShouldNotContain("link-document");
        (await auditor.GetAsync($"/cases/{await Office.AssignedAsync()}/resembling")).Text.ShouldContain("minder dan 50 woorden");
    }

    [Fact]
    public async Task Resemblance_IsNothingToWhoSeesCasesInPart_OrMayNotReadBoth()
    {
        var (here, there) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        var plain = await UploadAsync(here, OfficeProps.Docx("Nota", Memo(6)), "nota.docx", "2018-03-01");
        var marked = await UploadAsync(there, OfficeProps.Docx("Nota", [.. Memo(6), "Slotzin."]), "nota2.docx", "2018-03-02", Confidential);
        _ = (await Office.Handler.StepAsync(here, "consult", new { agency = "NCTV", documents = new[] { plain }, question = "Mag dit?", answerBy = "2018-06-05" })).Done;
        _ = await Office.SendAsync(here, "consultation-request");
        var cleared = await Office.EnterAsync("Vera Vertrouwd", ["reviewer"], clearance: Confidential);
        (await OfAsync(cleared, here, plain)).Select(PlaceOf).ShouldBe([(there, marked)]);
        (await OfAsync(cleared, there, marked)).Select(PlaceOf).ShouldBe([(here, plain)]);

        // That it resembles what one may not read would tell what is in that.
        (await OfAsync(Office.Handler, here, plain)).ShouldBeEmpty();
        (await OfAsync(Office.Handler, there, marked)).ShouldBeEmpty();
        (await Office.Handler.AllAsync($"cases/{here}/resembling")).ShouldBeEmpty();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        (await handler.GetAsync($"/cases/{here}/documents/{plain}")).Text.ShouldNotContain("Bijna hetzelfde (");

        var liaison = await Office.EnterAsync("Lies Verbinding", ["liaison"], "NCTV", Confidential);
        (await OfAsync(liaison, here, plain)).ShouldBeEmpty();
        (await liaison.AllAsync($"cases/{here}/resembling")).ShouldBeEmpty();
        (await liaison.GetAsync($"cases/{there}/documents/{marked}/resembling")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await liaison.GetAsync($"cases/{there}/resembling")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await Office.Nobody.GetAsync($"cases/{here}/resembling")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static (string, string) PlaceOf(JsonNode item) => ((string)item["resembles"]!["caseId"]!, (string)item["resembles"]!["documentId"]!);

    private static async Task<IReadOnlyList<JsonNode>> OfAsync(Desk desk, string id, string document) => await desk.AllAsync($"cases/{id}/documents/{document}/resembling");

    private async Task<JsonNode> DocumentAsync(string id, string document) => (await Office.Handler.GetAsync($"cases/{id}/documents/{document}")).Done;

    private async Task<string> UploadAsync(string id, byte[] file, string name, string date, string marking = "none") =>
        (string)(await Office.Handler.UploadAsync($"cases/{id}/documents", file, name, new { title = "Nota", date, marking, owner = marking == "none" ? null : "NCTV" })).Done["documentId"]!;

    /// <summary>Eight paragraphs that no other seed has.</summary>
    private static string[] Memo(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 8).Select(_ => string.Join(' ', Enumerable.Range(0, 30).Select(_ => Words[random.Next(Words.Length)])) + ".")];
    }
}
