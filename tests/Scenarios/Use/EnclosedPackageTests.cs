using System.Text;
using static WobWorkflow.Scenarios.Packed;

namespace WobWorkflow.Scenarios;

/// <summary>What goes to an agency, to a third party and to a judge: only that, only to them, and with who fetched it in the log.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class EnclosedPackageTests(OpenOffice open)
{
    private const string Secret = "Zonneveld";
    private const string Report = "Verslag van de kade.\n\nMevrouw Zonneveld heeft gebeld.\nDe muur staat nog.\n";

    private static readonly string[] Roles =
        ["coordinator", "handler", "reviewer", "approver", "signatory", "objection-handler", "litigator", "publisher", "unit", "liaison", "auditor", "archivist", "administrator"];

    private Office Office => open.Office;

    [Fact]
    public async Task Agency_GetsWhatIsPutToIt_AndOnlyFromTheDispatch()
    {
        var nctv = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var aivd = await Office.EnterAsync("Arie Aivd", ["liaison"], agency: "AIVD");
        var id = await Office.AssignedAsync();
        var (own, other) = (await Office.AddAsync(id, "Voor de NCTV."), await Office.AddAsync(id, "Voor niemand."));
        var stub = (string)(await Office.Handler.PostAsync($"cases/{id}/documents", new { title = "Stuk in de kluis", marking = "stg-geheim", owner = "AIVD" })).Done["documentId"]!;
        var cleared = await Office.EnterAsync("Vera Vertrouwd", ["handler"], clearance: "stg-geheim");
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { own }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "AIVD", documents = new[] { other, stub }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        await Office.SettleAsync();
        var package = await MadeAsync(Office.Handler, id, new { kind = "consultation", consultationId = "consultation-1" }, view => view["consultations"]![0]!["package"]);
        var path = $"cases/{id}/packages/{package["packageId"]}/content";
        ((string)package["state"]!).ShouldBe("complete");

        // Not before the letter went.
        (await nctv.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var letter = (string)(await Office.Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Single(l => (string)l!["about"]! == "consultation-1")!["letterId"]!;
        _ = (await Office.Handler.StepAsync(id, "sign-letter", new { letterId = letter })).Done;
        _ = (await Office.Handler.StepAsync(id, "record-dispatch", new { letterId = letter, channel = "courier" })).Done;

        var fetched = await nctv.GetAsync((string)(await nctv.GetAsync($"cases/{id}")).Done["consultations"]!.AsArray().Single()!["package"]!["href"]!);
        var entries = Entries(fetched.Bytes);
        entries.Keys.ShouldBe(["overzicht.docx", "documenten/0001.txt", "manifest.json"], ignoreOrder: true);
        Encoding.UTF8.GetString(entries["documenten/0001.txt"]).ShouldBe("Voor de NCTV.");
        foreach (var word in (string[])["Particulier", "Voor niemand", "kluis"])
            Holds(fetched.Bytes, word).ShouldBeFalse(word);

        // Another agency, a unit and whoever may not see that marking find nothing there.
        (await aivd.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await (await Office.EnterAsync("Udo Onderdeel", ["unit"])).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nctv.GetAsync($"cases/{id}/artifacts")).Text.ShouldNotContain("consultation-package");
        (await Office.Auditor.AllAsync($"cases/{id}/log")).Where(row => (string)row["event"]!["type"]! == "package-fetched").Select(row => (string)row["actor"]!).ShouldBe([nctv.Id]);

        // A state secret is a line in the overview and nothing more.
        var secret = await MadeAsync(cleared, id, new { kind = "consultation", consultationId = "consultation-2" }, view => view["consultations"]![1]!["package"]);
        var elsewhere = Entries((await cleared.GetAsync((string)secret["href"]!)).Bytes);
        elsewhere.Keys.ShouldBe(["overzicht.docx", "documenten/0002.txt", "manifest.json"], ignoreOrder: true);
        Holds(elsewhere["overzicht.docx"], "gaat buiten dit systeem om").ShouldBeTrue();
        (await Office.Handler.GetAsync($"cases/{id}/packages/{secret["packageId"]}/content")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ThirdParty_GetsNoRequesterAndNoWithheldByte()
    {
        var id = await Office.AssignedAsync();
        var doc = await PartlyAsync(id);
        _ = (await Office.Handler.StepAsync(id, "ask-view", new { documents = new[] { doc }, concern = "Uw product wordt genoemd.", answerBy = "2018-06-07", name = "Kaspersky Lab BV", legalPerson = true })).Done;
        await Office.SettleAsync();

        var package = await MadeAsync(Office.Handler, id, new { kind = "view", viewId = "view-1" }, view => view["views"]![0]!["package"]);

        ((string)package["state"]!).ShouldBe("complete");
        var bytes = (await Office.Handler.GetAsync((string)package["href"]!)).Bytes;
        Entries(bytes).Keys.ShouldBe(["overzicht.docx", "documenten/0001.pdf", "manifest.json"], ignoreOrder: true);
        foreach (var word in (string[])[Secret, "Particulier", "Kade 1", "werkwijze", "Inspectierapport"])
            Holds(bytes, word).ShouldBeFalse(word);
        Holds(bytes, "De muur staat nog").ShouldBeTrue();
        (await Office.Handler.AllAsync($"cases/{id}/log")).Count(row => (string)row["event"]!["type"]! == "package-fetched").ShouldBe(1);
    }

    [Fact]
    public async Task Court_OnlyWhoLitigatesReadsIt_AndEachTimeIsInItsLog()
    {
        var litigator = await Office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var id = await Office.AssignedAsync();
        var doc = await PartlyAsync(id);
        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 })).Done;
        _ = (await Office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await Office.SettleAsync();
        _ = (await Office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).Done;
        _ = await Office.AnnounceAsync(id, "decision-1");
        _ = (await litigator.StepAsync(id, "lodge-remedy", new { kind = "direct-appeal", by = "requester", decisionId = "decision-1", caseNumber = "UTR 18/1" })).Done;
        _ = (await litigator.StepAsync(id, "request-limited-knowledge", new { remedyId = "remedy-1", reasons = "De passage noemt een derde." })).Done;
        var bundle = $"cases/{id}/court-bundles/court-bundle-1";
        _ = await MadeAsync(litigator, id, new { kind = "court", courtBundleId = "court-bundle-1" }, _ => null, async () => (await litigator.GetAsync(bundle)).Done["made"]!.AsArray().Last());
        var content = $"cases/{id}/packages/package-1/content";

        var denied = new List<string>();
        foreach (var role in Roles)
        {
            var desk = role == "litigator" ? litigator : await Office.EnterAsync($"Rol {role}", [role], agency: role == "liaison" ? "AIVD" : null, clearance: "stg-zeer-geheim");
            var knows = role is "litigator" or "auditor";
            (await desk.GetAsync(bundle)).Status.ShouldBe(knows ? HttpStatusCode.OK : HttpStatusCode.NotFound, role);
            (await desk.GetAsync($"{bundle}/log")).Status.ShouldBe(knows ? HttpStatusCode.OK : HttpStatusCode.NotFound, role);
            if (role == "litigator")
                continue;
            (await desk.GetAsync($"{bundle}/list")).Status.ShouldBe(HttpStatusCode.NotFound, role);
            (await desk.GetAsync(content)).Status.ShouldBe(HttpStatusCode.NotFound, role);
            var asked = await desk.StepAsync(id, "ask-package", new { kind = "court", courtBundleId = "court-bundle-1" });
            ((int)asked.Status).ShouldBeInRange(403, 404, role);
            var artifacts = await desk.GetAsync($"cases/{id}/artifacts");
            artifacts.Text.ShouldNotContain("court-bundle");
            if ((await desk.GetAsync($"cases/{id}/log?limit=200")) is { Status: HttpStatusCode.OK } log)
                log.Text.Contains("package-asked", StringComparison.Ordinal).ShouldBe(knows, role);
            denied.Add(role);
        }

        denied.Count.ShouldBe(Roles.Length - 1);
        (await Office.Nobody.GetAsync(content)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        // The ordinary way to files leads nowhere, for who litigates too.
        foreach (var n in Enumerable.Range(1, 20))
            Holds((await litigator.GetAsync($"cases/{id}/artifacts/artifact-{n}")).Bytes, "heeft gebeld").ShouldBeFalse();

        var list = (await litigator.GetAsync($"{bundle}/list")).Done["lines"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)list["documentId"]!, (string)list["quote"]!, (string)list["reason"]!).ShouldBe((doc, Secret, "Persoonlijke levenssfeer."));
        var fetched = await litigator.GetAsync(content);
        var entries = Entries(fetched.Bytes);
        entries.Keys.ShouldBe(["lijst-voor-de-rechter.docx", "documenten/0001.txt", "manifest.json"], ignoreOrder: true);
        Encoding.UTF8.GetString(entries["documenten/0001.txt"]).ShouldBe(Report);
        Holds(entries["lijst-voor-de-rechter.docx"], "De passage noemt een derde").ShouldBeTrue();

        var events = (await Office.Auditor.AllAsync($"{bundle}/log")).Select(row => ((string)row["event"]!["type"]!, (string)row["actor"]!)).ToArray();
        events.ShouldBe(
        [
            ("limited-knowledge-requested", litigator.Id), ("package-asked", litigator.Id), ("package-finished", "engine"), ("court-bundle-read", litigator.Id), ("package-fetched", litigator.Id),
        ]);
        (await Office.Auditor.GetAsync(bundle)).Text.ShouldNotContain("noemt een derde");
    }

    [Fact]
    public async Task Agency_BelowTheMarking_DoesNotGetItsOwnPackage()
    {
        var low = await Office.EnterAsync("Lage Liaison", ["liaison"], agency: "NCTV");
        var high = await Office.EnterAsync("Hoge Liaison", ["liaison"], agency: "NCTV", clearance: "departementaal-vertrouwelijk");
        var handler = await Office.EnterAsync("Vera Vertrouwd", ["handler"], clearance: "departementaal-vertrouwelijk");
        var id = await Office.AssignedAsync();
        var marked = (string)(await handler.UploadAsync($"cases/{id}/documents", "Vertrouwelijk."u8.ToArray(), "v.txt", new { title = "Over de kluis", marking = "departementaal-vertrouwelijk" })).Done["documentId"]!;
        _ = (await handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { marked }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        await Office.SettleAsync();
        var package = await MadeAsync(handler, id, new { kind = "consultation", consultationId = "consultation-1" }, view => view["consultations"]![0]!["package"]);
        _ = await Office.SendAsync(id, "consultation-request");

        (await low.GetAsync($"cases/{id}/packages/{package["packageId"]}/content")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await high.GetAsync($"cases/{id}/packages/{package["packageId"]}/content")).Status.ShouldBe(HttpStatusCode.OK);
        (await Office.Auditor.AllAsync($"cases/{id}/log")).Where(row => (string)row["event"]!["type"]! == "package-fetched").Select(row => (string)row["actor"]!).ShouldBe([high.Id]);
    }

    /// <summary>A document of which a name is to be withheld.</summary>
    private async Task<string> PartlyAsync(string id)
    {
        var doc = await Office.AddAsync(id, Report);
        _ = (await Office.Handler.StepAsync(id, "assess-passage", new
        {
            documentId = doc,
            page = 1,
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            quote = Secret,
            start = Report.IndexOf(Secret, StringComparison.Ordinal),
            length = Secret.Length,
            reason = "Persoonlijke levenssfeer.",
        })).Done;
        return doc;
    }

    /// <summary>Asks for a package and waits until it is made.</summary>
    private async Task<JsonNode> MadeAsync(Desk by, string id, object asked, Func<JsonNode, JsonNode?> of, Func<Task<JsonNode?>>? find = null)
    {
        _ = (await by.StepAsync(id, "ask-package", asked)).Done;
        for (var i = 0; i < 200; i++)
        {
            await Office.SettleAsync();
            var package = find is null ? of((await by.GetAsync($"cases/{id}")).Done) : await find();
            if (package is { } there && (string)there["state"]! != "making")
                return there;
        }

        throw new TimeoutException("The package was not made.");
    }
}
