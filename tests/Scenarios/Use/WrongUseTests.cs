namespace WobWorkflow.Scenarios;

/// <summary>"Wrong use gets an answer that a person can act on."</summary>
[Collection(typeof(AtTheOffice))]
public sealed class WrongUseTests(OpenOffice open)
{
    private Office Office => open.Office;

    private static string Tomorrow => $"{OpenOffice.Today.AddDays(1):yyyy-MM-dd}";

    [Fact]
    public async Task Step_OutOfOrder_SaysWhichStepsThereAreInstead()
    {
        var id = await Office.RegisterAsync();

        var answer = (await Office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).ShouldBeProblem(HttpStatusCode.Conflict, "step-not-allowed");

        ((string)answer.Json["reason"]!).ShouldBe("no-draft");
        var allowed = answer.Json["allowedSteps"]!.AsArray().Select(step => (string)step!).ToList();
        allowed.ShouldContain("qualify");
        allowed.ShouldNotContain("submit-decision");
        allowed.ShouldBe((await Office.Handler.AllAsync($"cases/{id}/steps")).Select(step => (string)step["name"]!));
        (await Office.Auditor.AllAsync($"cases/{id}/log")).ShouldNotContain(row => (string)row["event"]!["type"]! == "decision-submitted");
    }

    [Fact]
    public async Task Step_OnAVersionThatHasPassed_Is412_AndNothingHappens()
    {
        var id = await Office.RegisterAsync();
        var seen = (await Office.Handler.GetAsync($"cases/{id}")).ETag!;
        _ = (await Office.Coordinator.StepAsync(id, "qualify", new { kind = "public-information" })).Done;

        foreach (var stale in (string[])[seen, "\"99\"", $"W/{seen}", "\"geen versie\""])
            (await AssignAsync(stale)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "outdated");
        (await AssignAsync("5")).ShouldBeProblem(HttpStatusCode.BadRequest, "if-match-unreadable");

        ((string?)(await Office.Handler.GetAsync($"cases/{id}")).Done["handler"]).ShouldBeNull();

        Task<Answer> AssignAsync(string version) => Office.Handler.StepAsync(id, "assign", new { handler = "wie-dan-ook" }, ("If-Match", version));
    }

    [Fact]
    public async Task Step_OnAVersionAfterWhichOnlyTheEngineDidItsDuty_IsTaken()
    {
        var registered = await Office.Coordinator.PostAsync("cases", await Office.RequestAsync());
        await Office.SettleAsync();
        var id = (string)registered.Done["caseId"]!;
        ((long)(await Office.Handler.GetAsync($"cases/{id}")).Done["version"]!).ShouldBeGreaterThan(1);

        (await Office.Handler.StepAsync(id, "assign", new { handler = Office.Handler.Id }, ("If-Match", registered.ETag!))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Approval_ByWhoDraftedTheDecision_IsRefused()
    {
        var both = await Office.EnterAsync("Bas Beide", ["handler", "approver", "signatory"]);
        var id = await Office.SubmittedAsync(drafter: both);

        (await both.StepAsync(id, "approve-decision", new { decisionId = "decision-1" })).ShouldBeProblem(HttpStatusCode.Forbidden, "approver-is-drafter");
        _ = (await Office.Approver.StepAsync(id, "approve-decision", new { decisionId = "decision-1" })).Done;
        (await both.StepAsync(id, "take-decision", new { decisionId = "decision-1" })).ShouldBeProblem(HttpStatusCode.Forbidden, "signatory-is-drafter");
    }

    [Fact]
    public async Task Document_OfAnotherCase_IsNotThere()
    {
        var (mine, other) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        _ = await Office.AddAsync(mine, "Van deze zaak.");
        _ = await Office.AddAsync(other, "Van die andere.");
        var stray = await Office.AddAsync(other, "Ook van die andere.");

        (await Office.Handler.GetAsync($"cases/{mine}/documents/{stray}")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await Office.Handler.GetAsync($"cases/{mine}/documents/{stray}/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await Office.Handler.StepAsync(mine, "assess-document", new { documentId = stray, judgement = "public" })).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        var consult = new { agency = "NCTV", documents = new[] { stray }, question = "Mag dit openbaar?", answerBy = "2018-06-05" };
        (await Office.Handler.StepAsync(mine, "consult", consult)).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
    }

    [Fact]
    public async Task Date_InTheFuture_OrBeforeTheRequest_IsRefused()
    {
        var id = await Office.RegisterAsync();

        (await Office.Coordinator.StepAsync(id, "qualify", new { kind = "public-information", effectiveOn = Tomorrow }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "date-in-future").Fields.ShouldBe(["effectiveOn"]);
        (await Office.Coordinator.StepAsync(id, "qualify", new { kind = "public-information", effectiveOn = "2018-05-01" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "date-before-request").Fields.ShouldBe(["effectiveOn"]);
        (await Office.Coordinator.PostAsync("cases", new { subject = "s", text = "t", receivedOn = Tomorrow, channel = "email", requester = new { } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "date-in-future").Fields.ShouldBe(["receivedOn"]);
    }

    [Fact]
    public async Task Body_WrongInEveryField_IsToldAllAtOnce()
    {
        var answer = await Office.Coordinator.PostTextAsync("cases",
            """{"subject": null, "text": 7, "receivedOn": "31-05-2018", "channel": "duif", "requester": {"name": ["Jan"], "email": "geen adres"}, "environmental": "nee", "kleur": "rood"}""");

        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        answer.Fields.ShouldBe(["subject", "text", "receivedOn", "channel", "requester.name", "requester.email", "environmental", "kleur"], ignoreOrder: true);
        // A person can act on it: what it is that can be given.
        ((string)answer.Json["errors"]!["channel"]![0]!).ShouldContain("email");
        ((string)answer.Json["errors"]!["kleur"]![0]!).ShouldContain("subject");
    }

    [Theory]
    [InlineData("days", """{"days": "veertien", "reason": "Het is veel."}""")]
    [InlineData("days", """{"days": "14", "reason": "Het is veel."}""")]
    [InlineData("days", """{"days": 1.5, "reason": "Het is veel."}""")]
    [InlineData("days", """{"days": 99999999999999999999, "reason": "Het is veel."}""")]
    [InlineData("days", """{"days": null, "reason": "Het is veel."}""")]
    [InlineData("days", """{"reason": "Het is veel."}""")]
    [InlineData("days", """{"days": 366, "reason": "Het is veel."}""")]
    [InlineData("reason", """{"days": 14, "reason": null}""")]
    [InlineData("reason", """{"days": 14, "reason": "  "}""")]
    [InlineData("Days", """{"Days": 14, "days": 14, "reason": "Het is veel."}""")]
    [InlineData("reason", """{"days": 14, "reason": "Een", "reason": "Twee"}""")]
    [InlineData("$", """[{"days": 14, "reason": "Het is veel."}]""")]
    public async Task Field_ThatIsNotWhatItShouldBe_IsNamed(string field, string body)
    {
        var id = await Office.RegisterAsync();
        var answer = await Office.Handler.PostTextAsync($"cases/{id}/steps/extend-term", body);
        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        answer.Fields.ShouldBe([field]);
    }

    [Fact]
    public async Task Extension_BeyondTheCeiling_NamesItsArticle()
    {
        var id = await Office.RegisterAsync();
        var answer = (await Office.Handler.StepAsync(id, "extend-term", new { days = 29, reason = "Het is veel." })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "extension-too-long");
        answer.Fields.ShouldBe(["days"]);
        ((string)answer.Json["article"]!).ShouldBe("Wob 6(2)");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"days\": 14,}")]
    [InlineData("{'days': 14}")]
    [InlineData("geen json")]
    [InlineData("{\"days\": NaN}")]
    [InlineData("{\"reason\": \"\\ud800\"}")]
    public async Task Json_ThatIsNone_Is400_WithThePlace(string body)
    {
        var id = await Office.RegisterAsync();
        var answer = (await Office.Handler.PostTextAsync($"cases/{id}/steps/extend-term", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
        ((string)answer.Json["detail"]!).ShouldContain("regel 1, positie");
    }

    [Fact]
    public async Task Json_OfFiftyMegabytes_Is413_AndNotRead()
    {
        var id = await Office.RegisterAsync();
        var huge = $$"""{"days": 14, "reason": "{{new string('x', 50 * 1024 * 1024)}}"}""";
        (await Office.Handler.PostTextAsync($"cases/{id}/steps/extend-term", huge)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        // The service is none the worse.
        (await Office.Handler.GetAsync($"cases/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Json_NestedAHundredThousandDeep_Is400()
    {
        var id = await Office.RegisterAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        (await Office.Handler.PostTextAsync($"cases/{id}/steps/extend-term", deep)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task MediaType_OtherThanJson_Is415(string type)
    {
        var id = await Office.RegisterAsync();
        (await Office.Handler.PostTextAsync($"cases/{id}/steps/qualify", "{}", type)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media-type-not-supported");
        (await Office.Handler.PostTextAsync($"cases/{id}/documents", "{}", type)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media-type-not-supported");
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("steps")]
    [InlineData("rulings")]
    [InlineData("reminders")]
    [InlineData("cases/aaaa-aaaa-aaaa")]
    public async Task Nobody_GetsNothing(string path)
    {
        var answer = (await Office.Nobody.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        var forged = new Desk(open.Service.Http, "x", Office.Handler.Token![..^4] + "AAAA");
        (await forged.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Role_ThatMayNotTakeAStep_Is403_AndSaysWhich()
    {
        var id = await Office.SubmittedAsync();
        var answer = (await Office.Handler.StepAsync(id, "approve-decision", new { decisionId = "decision-1" })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        ((string)answer.Json["detail"]!).ShouldContain("approver");
        (await Office.Auditor.StepAsync(id, "assign", new { handler = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        (await Office.Approver.PostAsync("cases", await Office.RequestAsync())).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        (await Office.Auditor.UploadAsync($"cases/{id}/documents", [1], "x.pdf", new { title = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        var nobody = await Office.EnterAsync("Zonder Rol", []);
        (await nobody.GetAsync("cases")).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Theory]
    [InlineData("cases/aaaa-aaaa-aaaa")]
    [InlineData("cases/aaaa-aaaa-aaaa/log")]
    [InlineData("cases/aaaa-aaaa-aaaa/log/verification")]
    [InlineData("cases/aaaa-aaaa-aaaa/documents")]
    [InlineData("cases/aaaa-aaaa-aaaa/artifacts/artifact-1")]
    [InlineData("cases/..%2Forganisation")]
    [InlineData("cases/..%2F..%2Fhealth")]
    [InlineData("cases/%2e%2e%2forganisation/log")]
    [InlineData("cases/a%0d%0aSet-Cookie:x")]
    [InlineData("cases/organisation")]
    [InlineData("cases/aaaa-aaaa-aaaa%2F00001.ndjson")]
    [InlineData("cases/é")]
    public async Task Case_ThatIsNone_Is404(string path) =>
        (await Office.Handler.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");

    [Theory]
    [InlineData("nergens", "not-found")]
    [InlineData("rulings/aaaa-aaaa-aaaa", "ruling-not-found")]
    [InlineData("rulings/..%2Forganisation", "ruling-not-found")]
    public async Task Path_ThatIsNone_Is404(string path, string code) => (await Office.Handler.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, code);

    [Fact]
    public async Task Step_ThatIsNone_Is404_AndAMethodThatIsNone_Is405()
    {
        var id = await Office.RegisterAsync();
        (await Office.Handler.StepAsync(id, "opheffen", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
        var refused = (await Office.Handler.SendAsync(HttpMethod.Delete, $"cases/{id}", null)).ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        refused.Content.Allow.ShouldContain("GET");
    }

    [Fact]
    public async Task Host_ThatSomeoneMadeUp_ComesBackNowhere()
    {
        var answer = await Office.Coordinator.PostAsync("cases", await Office.RequestAsync(), ("Host", "kwaad.example"), ("X-Forwarded-Host", "kwaad.example"));

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/cases/{answer.Json["caseId"]}");
        answer.Text.ShouldNotContain("kwaad.example");
    }

    [Fact]
    public async Task Ids_ThatPointOutsideTheCase_AreRefused()
    {
        var id = await Office.AssignedAsync();
        _ = await Office.AddAsync(id, "Iets.");
        foreach (var stray in (string[])["doc-0", "doc--1", "doc-01", "doc-99999999999999999999", "../doc-1", "DOC-1", "decision-1"])
        {
            (await Office.Handler.GetAsync($"cases/{id}/documents/{Uri.EscapeDataString(stray)}")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
            (await Office.Handler.StepAsync(id, "assess-document", new { documentId = stray, judgement = "public" }))
                .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["documentId"]);
        }
    }

    [Theory]
    [InlineData("cases?limit=0", "limit")]
    [InlineData("cases?limit=201", "limit")]
    [InlineData("cases?limit=veel", "limit")]
    [InlineData("cases?cursor=%21%21", "cursor")]
    [InlineData("cases?phase=slapend", "phase")]
    [InlineData("cases?sort=kleur", "sort")]
    [InlineData("cases?dueBefore=morgen", "dueBefore")]
    [InlineData("cases?overdue=misschien", "overdue")]
    [InlineData("rulings?cursor=%21%21", "cursor")]
    [InlineData("reminders?limit=-1", "limit")]
    [InlineData("terms/calculation?rule=woo-4.4-1&start=gisteren", "start")]
    [InlineData("terms/calculation?rule=nergens&start=2023-03-10", "rule")]
    [InlineData("calendar/nooit", "year")]
    public async Task Question_ThatCannotBe_Is422_AndNamesTheField(string path, string field)
    {
        var answer = await Office.Handler.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, answer.Code!).Fields.ShouldBe([field]);
    }

    [Fact]
    public async Task Service_ThatWasUsedWrongly_TellsNothingOfItsContent()
    {
        // Whatever the others in this collection did to it: its errors quote nobody.
        _ = await Office.Coordinator.PostTextAsync("cases", """{"subject": "Geheime kwestie Zwaluw", "text": {"a": "Zwaluw"}, "receivedOn": "Zwaluw"}""");
        open.Service.Output.ShouldNotContain("Zwaluw");
        open.Service.Output.ShouldNotContain("kademuren");
        open.Service.Output.ShouldNotContain("Particulier");
    }
}
