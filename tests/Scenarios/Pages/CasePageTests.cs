using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>A case through its pages: what a form sends is what the API would have been sent.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class CasePageTests(OpenOffice open)
{
    [Fact]
    public async Task Request_RegisteredByForm_IsACase_OnItsPage()
    {
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var answer = await coordinator.SubmitAsync("/cases/new", "/cases/new",
            ("subject", "de brug over de vaart"), ("text", "Alle stukken over de brug."), ("receivedOn", "2018-05-24"), ("channel", "post"), ("requester.name", "P. Particulier"), ("language", "nl"));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        var page = await coordinator.GetAsync(answer.Headers.Location!.OriginalString);
        page.Text.ShouldContain("de brug over de vaart");
        page.Text.ShouldContain("Vastgelegd: Verzoek registreren.");
        page.Text.ShouldContain("nog 28 dagen");
        page.Text.ShouldContain("Waarom deze datum?");
    }

    [Fact]
    public async Task Form_ThatIsRefused_KeepsWhatWasTyped_AndSaysWhyByField()
    {
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var answer = await coordinator.SubmitAsync("/cases/new", "/cases/new", ("subject", "de sluis bij de haven"), ("channel", "post"), ("requester.email", "geen adres"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(">de sluis bij de haven</textarea>");
        answer.Text.ShouldContain("value=\"geen adres\"");
        answer.Text.ShouldContain("Dit veld is verplicht: vul het in.");
        answer.Text.ShouldContain("Geef een e-mailadres");
    }

    [Fact]
    public async Task Step_ThatTheLawRefuses_SaysTheArticle()
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var step = $"/cases/{id}/steps/extend-term";
        (await handler.SubmitAsync(step, step, ("days", "14"), ("reason", "De omvang."))).Status.ShouldBe(HttpStatusCode.SeeOther);

        var again = await handler.GetAsync(step);

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Text.ShouldContain("De termijn is al verdaagd");
        again.Text.ShouldContain("Wob 6(2)");
    }

    [Fact]
    public async Task SameFormSentTwice_IsDoneOnce()
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var step = $"/cases/{id}/steps/record-search";
        var hidden = Visitor.HiddenOf((await handler.GetAsync(step)).Text, step, []);
        (string, string)[] fields = [.. hidden, ("channel", "mail"), ("place", "Postvak"), ("terms", "kade"), ("found", "0")];

        (await handler.PostAsync(step, fields)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await handler.PostAsync(step, fields)).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await open.Office.Handler.GetAsync($"cases/{id}")).Done["searches"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnotherHandlerWasFirst_ShowsWhatChanged_AndKeepsTheInput()
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var step = $"/cases/{id}/steps/record-search";
        var hidden = Visitor.HiddenOf((await handler.GetAsync(step)).Text, step, []);
        _ = (await open.Office.Coordinator.StepAsync(id, "assign", new { handler = "iemand-anders" })).Done;

        var answer = await handler.PostAsync(step, [.. hidden, ("channel", "mail"), ("place", "Postvak van Jan"), ("terms", "kade"), ("found", "2")]);

        answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        answer.Text.ShouldContain("Een ander was u voor");
        answer.Text.ShouldContain("Zaak toegewezen, door Marijke Coördinator");
        answer.Text.ShouldContain("Postvak van Jan");
        // The form now knows the case as it is: sent again, it is taken.
        (string, string)[] again = [.. Visitor.HiddenOf(answer.Text, step, []), ("channel", "mail"), ("place", "Postvak van Jan"), ("terms", "kade"), ("found", "2")];
        (await handler.PostAsync(step, again)).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SeveralFilesAtOnce_BecomeDocuments_CalledAsTheirFiles()
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var add = $"/cases/{id}/documents/add";

        var answer = await handler.UploadAsync(add, add, [("rapport.txt", "De muur staat."u8.ToArray()), ("nota.txt", "De muur wankelt."u8.ToArray())], ("kind", "report"), ("marking", "none"));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        var documents = await open.Office.Handler.AllAsync($"cases/{id}/documents");
        documents.Select(document => (string)document["title"]!).ShouldBe(["rapport", "nota"]);
        var page = await handler.GetAsync($"/cases/{id}/documents/doc-1");
        page.Text.ShouldContain("rapport");
        Encoding.UTF8.GetString((await handler.GetAsync($"/cases/{id}/documents/doc-1/original")).Bytes).ShouldBe("De muur staat.");
    }

    [Fact]
    public async Task FormOfACaseWithManyDocuments_OffersTwoHundred_AndTakesTheOthersTyped()
    {
        var id = await open.Office.AssignedAsync();
        for (var i = 1; i <= 205; i++)
            _ = (await open.Office.Handler.PostAsync($"cases/{id}/documents", new { title = $"Stuk {i}", kind = "memo" })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var step = $"/cases/{id}/steps/consult";

        var form = (await handler.GetAsync(step)).Text;
        var one = (await handler.GetAsync($"/cases/{id}/steps/drop-document")).Text;

        form.ShouldContain("<textarea class=\"utrecht-textarea utrecht-textarea--html-textarea\" id=\"f-documents\"");
        one.ShouldContain("<option value=\"doc-200\">");
        one.ShouldNotContain("<option value=\"doc-201\">");
        var answer = await handler.SubmitAsync(step, step, ("agency", "NCTV"), ("documents", "doc-3\r\ndoc-205"), ("question", "Mag dit openbaar?"), ("answerBy", "2018-06-05"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        var asked = (await open.Office.Handler.GetAsync($"cases/{id}")).Done["consultations"]![0]!["documents"]!.AsArray();
        asked.Select(document => (string)document!).ShouldBe(["doc-3", "doc-205"]);
    }

    [Fact]
    public async Task EveryStepThatIsOffered_HasAFormThatOpens()
    {
        var id = await open.Office.DecidedAsync();
        string[] roles = ["coordinator", "handler", "reviewer", "approver", "signatory", "objection-handler", "litigator", "publisher", "archivist", "administrator"];
        var anyone = await open.Office.EnterAsync("Alle Hens", roles);
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Alle Hens", roles);

        foreach (var step in (await anyone.GetAsync($"cases/{id}")).Done["steps"]!.AsArray())
        {
            var answer = await visitor.GetAsync($"/cases/{id}/steps/{step!["name"]}");
            ((int)answer.Status).ShouldBeLessThan(400, $"{step["name"]}: {answer.Text}");
        }

        (await visitor.GetAsync($"/cases/{id}")).Text.ShouldContain("Tijdlijn als tabel");
        (await visitor.GetAsync($"/cases/{id}/log")).Text.ShouldContain("Verzoek geregistreerd");
    }

    [Fact]
    public async Task FreshCase_SaysWhatToDoFirst()
    {
        var id = await open.Office.RegisterAsync();
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var page = (await coordinator.GetAsync($"/cases/{id}")).Text;

        page.ShouldContain("Eerst dit");
        page.ShouldContain($"href=\"/cases/{id}/steps/qualify\">Stel vast wat voor verzoek dit is</a>");
        _ = (await open.Office.Coordinator.StepAsync(id, "qualify", new { kind = "public-information" })).Done;
        (await coordinator.GetAsync($"/cases/{id}")).Text.ShouldNotContain("Stel vast wat voor verzoek dit is");
    }

    [Fact]
    public async Task CaseThatWaitsForAnother_SaysForWhomAndUntilWhen()
    {
        var id = await open.Office.AssignedAsync();
        _ = (await open.Office.Handler.StepAsync(id, "ask-unit", new { unit = "Directie Beheer", question = "Wat ligt er bij u?", answerBy = "2018-06-01" })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var page = (await handler.GetAsync($"/cases/{id}")).Text;

        page.ShouldContain("De zaak wacht op");
        page.ShouldContain("Antwoord van Directie Beheer");
        page.ShouldContain("uiterlijk 1 juni 2018");
    }

    [Fact]
    public async Task Log_ShowsTheNewestFirst_AndLeadsBackToTheBeginning()
    {
        var id = await open.Office.AssignedAsync();
        for (var i = 1; i <= 110; i++)
            _ = (await open.Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = $"woord {i}", found = 0 })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var newest = (await handler.GetAsync($"/cases/{id}/log")).Text;
        newest.ShouldNotContain("Verzoek geregistreerd");
        var older = newest.Split("rel=\"next\" href=\"")[1].Split('"')[0];

        var oldest = (await handler.GetAsync(WebUtility.HtmlDecode(older))).Text;
        oldest.ShouldContain("Verzoek geregistreerd");
        oldest.ShouldContain("Nieuwste");
        oldest.ShouldNotContain("rel=\"next\"");
        (await handler.GetAsync($"/cases/{id}/log?before=geen")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task CorrectedFact_ShowsWhatMovedAndWhatItOvertook()
    {
        var id = await open.Office.DecidedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        var step = $"/cases/{id}/steps/correct";
        (await handler.GetAsync(step)).Text.ShouldContain("Alle termijnen die aan dit gegeven hangen worden opnieuw berekend.");

        (await handler.SubmitAsync(step, step, ("fact", "received-on"), ("date", "2018-04-02"), ("reason", "Het poststempel was over het hoofd gezien."))).Status.ShouldBe(HttpStatusCode.SeeOther);

        var page = (await handler.GetAsync($"/cases/{id}")).Text;
        page.ShouldContain("Datum van ontvangst: van 24 mei 2018 naar 2 april 2018");
        page.ShouldContain("Het poststempel was over het hoofd gezien.");
        page.ShouldContain("Wat daardoor anders ligt dan toen werd beslist");
        page.ShouldContain("verschoven");
    }

    /// <summary>Steps that end something, bind the body, or can't be taken back without another step.</summary>
    [Theory]
    [InlineData("withdraw")]
    [InlineData("decline-to-treat")]
    [InlineData("forward")]
    [InlineData("close-collection")]
    [InlineData("correct")]
    public async Task StepThatEndsSomething_SaysWhatWillHappen_BeforeItIsTaken(string step)
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "coordinator"]);

        (await handler.GetAsync($"/cases/{id}/steps/{step}")).Text.ShouldContain("class=\"utrecht-alert utrecht-alert--warning\"");
    }

    [Fact]
    public async Task Case_OfNoneOfTheLiaisonsBusiness_IsNotThere()
    {
        var id = await open.Office.AssignedAsync();
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        foreach (var path in (string[])[$"/cases/{id}", $"/cases/{id}/log", $"/cases/{id}/documents", $"/cases/{id}/steps/record-advice"])
            (await liaison.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }
}
