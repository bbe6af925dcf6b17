using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>
/// Whatever is sent to whatever route of the contract: never an answer of 500 or more, and where it wasn't done a problem with a code. A service of its
/// own, for what happens to be accepted is done.
/// </summary>
public sealed class NonsenseTests(Azurite azurite)
{
    /// <summary>Other nonsense with another number in NONSENSE_SEED.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("NONSENSE_SEED"), out var given) ? given : 20_180_522;

    private const int TriesOfAStep = 24;
    private const int TriesOfAnotherRoute = 12;

    /// <summary>Operations after which the cases are so battered that others take their place.</summary>
    private const int OperationsPerLife = 30;

    private static readonly string[] EveryRole =
        ["coordinator", "handler", "reviewer", "approver", "signatory", "objection-handler", "litigator", "publisher", "administrator", "archivist"];

    /// <summary>Texts that no field asks for, and some that fit the field beside it. Written as JSON.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "2147483647", "2147483648", "-9223372036854775809", "1.5", "1e999", "[]", "[null]", "[[[]]]", "{}", "{\"a\":{\"b\":[1]}}",
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"\\u202e\\u0007\"", "\"<b onload=x>\"", "\"{{ case.id }}\"", "\"../../x\"", "\"%00\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"1979-12-31\"", "\"1980-01-01\"", "\"2199-12-31\"", "\"2018-02-30\"", "\"2018-05-24\"", "\"2018-05-23\"", "\"2018-06-07\"",
        "\"doc-1\"", "\"doc-2147483647\"", "\"decision-1\"", "\"letter-1\"", "\"person-1\"", "\"remedy-1\"", "\"passage-1\"", "\"publication-1\"", "\"suspension-1\"", "\"artifact-1\"",
        "[\"doc-1\"]", "[\"doc-1\",\"doc-1\"]", "\"primary\"", "\"objection\"", "\"requester\"", "\"5.1.2.e\"", "[\"10.2.e\"]", "\"ECLI:NL:RVS:2022:1\"", "\"NCTV\"",
    ];

    private static readonly string[] Bodies =
        ["", "null", "[]", "\"x\"", "7", "{", "{}", "{\"a\":}", "\ufeff{}", "{\"effectiveOn\":\"0001-01-01\"}", "{\"\":1}", "{\"a\":1,\"a\":2}", "--x\r\n\r\n", "%%%"];

    private static readonly string[] Types = ["application/json; charset=utf-16", "text/html", "multipart/form-data", "multipart/form-data; boundary=x", "application/problem+json"];

    /// <summary>Without a zero byte: the server itself turns that away before anything of ours is asked.</summary>
    private static readonly string[] InAPath = ["0", "-1", "aaaa-aaaa-aaaa", "..", "%2e%2e%2f", "%01", "é", "doc-99", "x", "2018-02-30", "0001-01-01", "9999-12-31", new('a', 3000)];

    private static readonly string[] InAQuery = ["", "0", "-1", "201", "99999999999999999999", "x", "%00", "true", "2018-02-30", "0001-01-01", "9999-12-31", "!!", "é", "2018-05-22/2018-05-01", "1/2/3/4"];

    private readonly Random _chance = new(Seed);
    private readonly List<string> _failures = [];
    private readonly Dictionary<int, int> _answers = [];

    private Dictionary<string, string[]> _known = [];

    [Fact]
    public async Task AnyRoute_SentNonsense_AnswersWithAProblemAndNeverFails()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, OpenOffice.Today);
        var anyone = await office.EnterAsync("Alle Hens", EveryRole, clearance: "stg-zeer-geheim");
        var operations = (await office.Nobody.GetAsync("/openapi/v1.json")).Done["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith("/api/v1/", StringComparison.Ordinal) && !path.Key.Contains("/rehearsal", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Where(of => of.Value is JsonObject && of.Key is "get" or "put" or "post" or "delete")
                .Select(of => (Path: path.Key, Method: new HttpMethod(of.Key.ToUpperInvariant()), Of: of.Value!)))
            // Settings last: after nonsense about mandates and routes nobody may decide anything.
            .OrderBy(operation => IsOfSettings(operation.Path))
            .ToList();
        operations.Count.ShouldBeGreaterThan(130);

        for (var i = 0; i < operations.Count; i++)
        {
            if (i % OperationsPerLife == 0 && !IsOfSettings(operations[i].Path))
            {
                _failures.ShouldBeEmpty($"Seed {Seed}:\n{string.Join('\n', _failures)}\n{service.Output}");
                _known = await BeginAsync(office, anyone);
            }

            var tries = operations[i].Path.Contains("/steps/", StringComparison.Ordinal) ? TriesOfAStep : TriesOfAnotherRoute;
            for (var j = 0; j < tries; j++)
                await TryAsync(anyone, operations[i].Method, operations[i].Path, operations[i].Of);
            // What was accepted can be shown, and what follows from it be done.
            foreach (var seen in _known["caseId"].Select(id => $"/api/v1/cases/{id}").Concat(_known["rulingId"].Select(id => $"/api/v1/rulings/{id}")).Append("/api/v1/organisation"))
                Look(await anyone.GetAsync(seen), $"GET {seen} after {operations[i].Path}");
        }

        await office.SettleAsync();
        foreach (var id in _known["caseId"])
            (await anyone.GetAsync($"cases/{id}")).Json["failures"]?.ToJsonString().ShouldNotContain("unexpected");
        _failures.ShouldBeEmpty($"Seed {Seed}:\n{string.Join('\n', _failures)}\n{service.Output}");
        service.Output.ShouldNotContain("Answered 5");
        // Nonsense that comes no further than the reader of the body would prove little.
        _answers.Where(answer => answer.Key is 200 or 404 or 409 or 422).ShouldAllBe(answer => answer.Value > 50);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", _answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}")));
    }

    /// <summary>Cases in several states and a ruling, for nonsense to be about.</summary>
    private static async Task<Dictionary<string, string[]>> BeginAsync(Office office, Desk anyone)
    {
        var (fresh, submitted, decided) = (await office.AssignedAsync(), await office.SubmittedAsync(), await office.DecidedAsync());
        _ = (await office.Handler.StepAsync(fresh, "suspend", new { ground = "force-majeure", reason = "Brand." })).Done;
        _ = (await anyone.StepAsync(decided, "lodge-remedy", new { kind = "objection", by = "requester", decisionId = "decision-1" })).Done;
        var ruling = await anyone.PostAsync("rulings", new
        {
            court = "RVS",
            kind = "final",
            sentOn = $"{OpenOffice.Today:yyyy-MM-dd}",
            rows = new[] { new { caseNumber = "201812345/1/A3", caseId = decided, decisionId = "decision-1", outcomes = new[] { "well-founded", "annulled" } } },
        });
        await office.SettleAsync();
        return new(StringComparer.Ordinal)
        {
            ["caseId"] = [fresh, submitted, decided],
            ["rulingId"] = [(string)ruling.Done["rulingId"]!],
            ["documentId"] = ["doc-1"],
            ["artifactId"] = ["artifact-1"],
            ["date"] = ["2018-05-11", "2031-05-23"],
            ["year"] = ["2018", "1980", "2199"],
            ["jobId"] = ["redate-1"],
        };
    }

    private async Task TryAsync(Desk anyone, HttpMethod method, string route, JsonNode operation)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(
            route, @"\{(?<name>[^}]+)\}", part => Rarely() ? Of(InAPath) : _known.TryGetValue(part.Groups["name"].Value, out var known) ? Of(known) : Of(InAPath),
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        var query = (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query" && _chance.Next(2) == 0)
            .Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(Of(InAQuery))}").ToList();
        if (query.Count > 0)
            path += "?" + string.Join('&', query);
        var (content, sent) = operation["requestBody"] is { } body ? Content(body) : (null, "");
        var headers = new List<(string, string)>();
        if (Rarely())
            headers.Add(("If-Match", Of(["\"0\"", "*", "x", "W/\"1\"", "\"99999999999999999999\""])));
        if (Rarely())
            headers.Add(("Idempotency-Key", Of(["sleutel", "\u007f", new string('k', 256)])));
        if (Rarely())
            headers.Add(("Range", Of(["bytes=5-1", "bytes=-0", "bytes=99999999999-", "x"])));
        if (Rarely())
            headers.Add(("Accept", Of(["text/csv", "x", "*/*;q=2", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])));
        Look(await anyone.SendAsync(method, path, content, [.. headers]), $"{method} {path} {string.Join(' ', headers)} {sent}");
    }

    private void Look(Answer answer, string sent)
    {
        _answers[(int)answer.Status] = _answers.GetValueOrDefault((int)answer.Status) + 1;
        if ((int)answer.Status < 400)
            return;
        var problem = answer.Content.ContentType?.MediaType == "application/problem+json" && answer.Bytes.Length > 0 && answer.Code is { Length: > 0 };
        if ((int)answer.Status >= 500 || !problem)
            _failures.Add($"{(int)answer.Status} to {(sent.Length > 600 ? sent[..600] : sent)}: {answer.Text}");
    }

    private (HttpContent Content, string Sent) Content(JsonNode body)
    {
        var schema = body["content"]!["application/json"]?["schema"] ?? body["content"]!["multipart/form-data"]?["schema"]?["properties"]?["metadata"];
        var text = Rarely() || schema is null ? Of(Bodies) : Payload(schema);
        if (body["content"]!["multipart/form-data"] is not null && _chance.Next(2) == 0)
        {
            var form = new MultipartFormDataContent { { Written(text), "metadata" } };
            if (!Rarely())
                form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes(Of(["", "%PDF-1.7\n%%EOF", "PK\u0003\u0004", "From: x\r\n\r\n", "\u0000\u0001", "Document ID,Beoordeling\n1,x"]))), "file", Of(["x.pdf", "..", "é\u202e.zip", "a"]));
            return (form, text);
        }

        return (Written(text), text);
    }

    private StringContent Written(string text)
    {
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", Rarely() ? Of(Types) : "application/json");
        return content;
    }

    /// <summary>The example of the contract, with some of its fields, or of those it may have, turned into something else.</summary>
    private string Payload(JsonNode schema)
    {
        var fields = schema["examples"]?[0]?.AsObject().ToDictionary(field => field.Key, field => field.Value?.ToJsonString() ?? "null", StringComparer.Ordinal) ?? [];
        var names = schema["properties"]?.AsObject().Select(property => property.Key).ToArray() ?? [];
        for (var turns = _chance.Next(1, 4); turns > 0; turns--)
        {
            var name = names.Length == 0 || Rarely() ? "kleur" : Of(names);
            var property = schema["properties"]?[name];
            fields[name] = property?["enum"] is JsonArray words && _chance.Next(2) == 0 ? words[_chance.Next(words.Count)]?.ToJsonString() ?? "null" : Of(Values);
        }

        return $"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}";
    }

    private static bool IsOfSettings(string path) => path.StartsWith("/api/v1/organisation", StringComparison.Ordinal);

    private bool Rarely() => _chance.Next(12) == 0;

    private string Of(string[] some) => some[_chance.Next(some.Length)];
}
