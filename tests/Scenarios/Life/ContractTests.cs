namespace WobWorkflow.Scenarios;

/// <summary>The OpenAPI document, the catalogue of steps and the service say one thing.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class ContractTests(OpenOffice open)
{
    private static readonly string[] EveryRole =
        ["coordinator", "handler", "reviewer", "approver", "signatory", "objection-handler", "litigator", "publisher", "administrator", "archivist"];

    /// <summary>Steps that come with a file, or before there is anything to take them on; they have routes of their own.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["case register"] = "/api/v1/cases",
        ["case add-document"] = "/api/v1/cases/{caseId}/documents",
        ["case add-redaction"] = "/api/v1/cases/{caseId}/documents/{documentId}/redacted",
        ["case add-reader-rendition"] = "/api/v1/cases/{caseId}/documents/{documentId}/renditions/{reader}",
        ["case import-inventory"] = "/api/v1/cases/{caseId}/inventory",
        ["case add-artifact"] = "/api/v1/cases/{caseId}/artifacts",
        ["ruling add-artifact"] = "/api/v1/rulings/{rulingId}/artifacts",
        ["ruling register"] = "/api/v1/rulings",
    };

    private Office Office => open.Office;

    [Fact]
    public async Task Contract_IsServedToAnyone_AsOpenApi31()
    {
        var answer = await Office.Nobody.GetAsync("/openapi/v1.json");
        answer.Content.ContentType!.MediaType.ShouldBe("application/json");
        ((string)answer.Done["openapi"]!).ShouldStartWith("3.1.");
        answer.Text.ShouldNotContain("127.0.0.1");
        (await Office.Nobody.GetAsync("/openapi/v2.json")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contract_IsAlsoWhereTheApiDesignRulesLookForIt_AndAnyPageMayReadIt()
    {
        var there = await Office.Nobody.GetAsync("/api/v1/openapi.json");

        there.Done.ToJsonString().ShouldBe((await Office.Nobody.GetAsync("/openapi/v1.json")).Done.ToJsonString());
        there.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        (await Office.Handler.GetAsync("cases")).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    /// <summary>What clients were promised, method by method. A row here is taken out for nobody.</summary>
    [Fact]
    public async Task EveryPromisedResource_IsInTheContract()
    {
        var paths = (await Office.Nobody.GetAsync("/openapi/v1.json")).Done["paths"]!.AsObject();
        string[] promised =
        [
            "post /cases", "get /cases", "get /cases/{caseId}", "get /cases/{caseId}/steps", "get /cases/{caseId}/log", "get /cases/{caseId}/log/verification",
            "post /cases/{caseId}/documents", "get /cases/{caseId}/documents", "get /cases/{caseId}/documents/{documentId}", "get /cases/{caseId}/documents/{documentId}/original",
            "get /cases/{caseId}/documents/{documentId}/renditions/{reader}", "put /cases/{caseId}/documents/{documentId}/renditions/{reader}",
            "get /cases/{caseId}/documents/{documentId}/redacted", "put /cases/{caseId}/documents/{documentId}/redacted",
            "get /cases/{caseId}/artifacts", "post /cases/{caseId}/artifacts", "get /cases/{caseId}/artifacts/{artifactId}", "get /cases/{caseId}/inventory",
            "post /rulings", "get /rulings", "get /rulings/{rulingId}", "get /rulings/{rulingId}/log", "get /rulings/{rulingId}/log/verification",
            "get /rulings/{rulingId}/artifacts", "post /rulings/{rulingId}/artifacts", "get /rulings/{rulingId}/artifacts/{artifactId}",
            "get /steps", "get /terms/rules", "get /terms/calculation", "get /calendar/{year}", "put /calendar/designated-days/{date}", "delete /calendar/designated-days/{date}",
            "get /reminders", "get /calendar.ics", "get /reports/{year}", "get /jobs/{jobId}", "get /matters", "get /matters/{matterId}",
            "get /rehearsal/clock", "post /rehearsal/clock", "post /rehearsal/tokens", "delete /rehearsal",
        ];

        promised.Where(row => row.Split(' ') is [var method, var path] && paths["/api/v1" + path]?[method] is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryOperationThatChangesSomething_TakesAKey_OrNeedsNone()
    {
        var without = (await Office.Nobody.GetAsync("/openapi/v1.json")).Done["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(of => of.Key is "post" or "put").Select(of => (Path: path.Key, Of: of.Value!)))
            .Where(of => !(of.Of["parameters"]?.AsArray() ?? []).Any(parameter => (string?)parameter!["name"] == "Idempotency-Key"))
            .Select(of => of.Path);

        without.ShouldBe(["/api/v1/calendar/address", "/api/v1/rehearsal/clock", "/api/v1/rehearsal/tokens"], ignoreOrder: true);
    }

    [Fact]
    public async Task EveryStepOfTheCatalogue_HasARouteAndASchemaOfItsOwn_AndNoRouteIsWithoutAStep()
    {
        var paths = (await Office.Nobody.GetAsync("/openapi/v1.json")).Done["paths"]!.AsObject();
        var steps = await Office.Handler.AllAsync("steps");
        steps.Count.ShouldBeGreaterThan(30);
        var expected = steps.ToDictionary(RouteOf, step => step, StringComparer.Ordinal);

        paths.Select(path => path.Key).Where(path => path.Contains("/steps/", StringComparison.Ordinal))
            .ShouldBe(expected.Keys.Where(path => path.Contains("/steps/", StringComparison.Ordinal)), ignoreOrder: true);
        foreach (var (route, step) in expected)
        {
            var operation = (paths[route]?["post"] ?? paths[route]?["put"]).ShouldNotBeNull(route)!;
            ((string)operation["summary"]!).ShouldNotBeNullOrWhiteSpace(route);
            var content = operation["requestBody"]!["content"]!;
            var schema = content["application/json"]?["schema"] ?? content["multipart/form-data"]!["schema"]!["properties"]!["metadata"]!;
            schema["properties"]!.AsObject().Select(property => property.Key).ShouldBe(step["schema"]!["properties"]!.AsObject().Select(property => property.Key), ignoreOrder: true, route);
            var responses = operation["responses"]!.AsObject().Select(response => response.Key).ToList();
            foreach (var status in (string[])["401", "403", "413", "415", "422"])
                responses.ShouldContain(status, route);
        }
    }

    [Fact]
    public async Task EveryStep_AcceptsItsExample_AsABodyThatItCanRead()
    {
        var anyone = await Office.EnterAsync("Alle Hens", EveryRole);
        foreach (var step in await Office.Handler.AllAsync("steps"))
        {
            var example = step["schema"]!["examples"]!.AsArray().ShouldHaveSingleItem()!;
            var route = RouteOf(step).Replace("{caseId}", await Office.RegisterAsync(), StringComparison.Ordinal).Replace("{rulingId}", "aaaa-aaaa-aaaa", StringComparison.Ordinal)
                .Replace("{documentId}", "doc-1", StringComparison.Ordinal).Replace("{reader}", "view-1", StringComparison.Ordinal);

            var answer = route.EndsWith("/redacted", StringComparison.Ordinal) || route.Contains("/renditions/", StringComparison.Ordinal) || route.EndsWith("/inventory", StringComparison.Ordinal)
                ? await anyone.SendAsync(HttpMethod.Put, route, new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "x.pdf" } })
                : route.EndsWith("/artifacts", StringComparison.Ordinal)
                ? await anyone.UploadAsync(route, [1], "x.bin", example)
                // Settings hold for everyone in the office: they are read, and turned away for their version.
                : await anyone.PostAsync(route, example, (string)step["on"]! == "organisation" ? [("If-Match", "\"999999\"")] : []);

            ((int)answer.Status).ShouldBeOneOf([200, 201, 202, 404, 409, 412, 422], $"{route}: {answer.Text}");
            if ((int)answer.Status >= 400)
                answer.Code.ShouldNotBe("invalid", $"{route}: {answer.Text}");
        }
    }

    [Fact]
    public async Task EveryAnswerOfTheRehearsal_IsInTheContractToo() =>
        (await Office.Nobody.GetAsync("/openapi/v1.json")).Done["paths"]!.AsObject().Select(path => path.Key)
            .Intersect((string[])["/api/v1/rehearsal/clock", "/api/v1/rehearsal/tokens", "/api/v1/cases/{caseId}/log/verification", "/health/ready", "/health/live"]).Count().ShouldBe(5);

    private static string RouteOf(JsonNode step)
    {
        var (on, name) = ((string)step["on"]!, (string)step["name"]!);
        return Elsewhere.GetValueOrDefault($"{on} {name}") ?? on switch
        {
            "case" => $"/api/v1/cases/{{caseId}}/steps/{name}",
            "ruling" => $"/api/v1/rulings/{{rulingId}}/steps/{name}",
            _ => $"/api/v1/organisation/steps/{name}",
        };
    }
}
