using System.IO.Compression;
using System.Text;
using Azure.Storage.Blobs;

namespace WobWorkflow.Scenarios;

/// <summary>What is marked higher than this environment may hold: refused at the door, and taken out where it turns out later. What is known of it stays.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class MarkingTests(OpenOffice open, Azurite azurite)
{
    private const string Secret = "agentennetwerk";
    private const string Text = "Verslag van de kade. Het agentennetwerk is niet genoemd. De muur staat nog.";

    private Office Office => open.Office;

    [Fact]
    public async Task Marking_RaisedOnAStoredDocument_IsRefused_AndItsContentGoes_ToTheLastByte()
    {
        var id = await Office.AssignedAsync();
        (await Office.Handler.UploadAsync($"cases/{id}/documents", Zip(("map/verslag.txt", Text), ("map/anders.txt", "Iets anders.")), "stukken.zip", new { title = "Map van de dienst" })).Status.ShouldBe(HttpStatusCode.Accepted);
        await Office.SettleAsync();
        await AssessAsync(id);
        await DecideAsync(id);
        var package = await PackagedAsync(id);
        Holds((await Office.Handler.GetAsync((string)package["href"]!)).Bytes).ShouldBeTrue();
        (await StoredWithSecretAsync(id)).Count.ShouldBeGreaterThan(4); // archive, file, text, quotation, package

        // It may not be marked so while its content is here; the refusal says what to do.
        var refused = (await Office.Handler.StepAsync(id, "describe-document", new { documentId = "doc-2", marking = "stg-geheim" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "marking-above-ceiling");
        refused.Fields.ShouldBe(["marking"]);
        refused.Text.ShouldContain("remove-content");
        (await Office.Handler.StepAsync(id, "remove-content", new { documentId = "doc-2", marking = "none", keptAt = "De kluis." })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "marking-may-be-here").Fields.ShouldBe(["marking"]);
        (await Office.Handler.StepAsync(id, "remove-content", new { documentId = "doc-2", marking = "stg-geheim" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["keptAt"]);
        (await Office.Auditor.StepAsync(id, "remove-content", new { documentId = "doc-2", marking = "stg-geheim", keptAt = "De kluis." })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");

        _ = (await Office.Handler.StepAsync(id, "remove-content", new { documentId = "doc-2", marking = "stg-geheim", keptAt = "De kluis van de dienst, kast 4." })).Done;
        // Gone for who asks, before storage has caught up.
        (await Office.Handler.GetAsync($"cases/{id}/documents/doc-2/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        await Office.SettleAsync();

        // Nothing of it lies anywhere: neither the file, nor its text, rendition, quotation, the archive that it came in or the package that it was in.
        (await StoredWithSecretAsync(id)).ShouldBeEmpty();
        var cleared = await Office.EnterAsync("Vera Vertrouwd", ["handler"], clearance: "stg-geheim");
        var stub = (await cleared.GetAsync($"cases/{id}/documents/doc-2")).Done;
        ((bool)stub["stub"]!, (string)stub["marking"]!, (string)stub["title"]!, (string)stub["judgement"]!).ShouldBe((true, "stg-geheim", "map/verslag.txt", "partly-public"));
        ((string)stub["removed"]!["keptAt"]!, (string)stub["removed"]!["doneOn"]!).ShouldBe(("De kluis van de dienst, kast 4.", "2018-05-24"));
        stub["renditions"]!.AsArray().ShouldBeEmpty();
        ((string?)stub["passages"]![0]!["quote"]).ShouldBeNull();
        // Who isn't cleared sees that there is something, and no more.
        var seen = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-2")).Done;
        ((string?)seen["title"], (string)seen["withheld"]!, (string?)seen["removed"]!["keptAt"]).ShouldBe((null, "clearance", null));

        // Its neighbour stays; the package says that it is gone, and a new one that something is missing.
        (await Office.Handler.GetAsync($"cases/{id}/documents/doc-3/original")).Text.ShouldBe("Iets anders.");
        var removed = (await Office.Handler.GetAsync($"cases/{id}/packages/package-1")).Done;
        ((string)removed["removedOn"]!, (string?)removed["href"]).ShouldBe(("2018-05-24", null));
        removed["changedSince"]!.AsArray().Select(changed => (string)changed!).ShouldContain("documents");
        (await Office.Handler.GetAsync($"cases/{id}/artifacts/{removed["artifactId"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var log = await Office.Auditor.AllAsync($"cases/{id}/log");
        var gone = log.Single(row => (string)row["event"]!["type"]! == "content-gone")["event"]!;
        ((int)gone["files"]!, (int)gone["texts"]!, gone["artifacts"]!.AsArray().Count).ShouldSatisfyAllConditions(
            went => went.Item1.ShouldBeGreaterThanOrEqualTo(4), went => went.Item2.ShouldBe(1), went => went.Item3.ShouldBe(1));
        ((bool)(await Office.Auditor.GetAsync($"cases/{id}/log/verification")).Done["intact"]!).ShouldBeTrue();
        (await Office.Handler.StepAsync(id, "remove-content", new { documentId = "doc-2", marking = "stg-geheim", keptAt = "De kluis." })).ShouldBeProblem(HttpStatusCode.Conflict, "no-content");
    }

    private async Task AssessAsync(string id)
    {
        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 2 })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-passage", new
        {
            documentId = "doc-2",
            page = 1,
            treatment = "disclosed",
            start = Text.IndexOf("Het agenten", StringComparison.Ordinal),
            length = 34,
            quote = "Het agentennetwerk is niet genoemd",
        })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-passage", new { documentId = "doc-2", page = 1, treatment = "withheld", grounds = new[] { "10.2.e" }, reason = "Zo.", start = 0, length = 7 })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-document", new { documentId = "doc-3", judgement = "public" })).Done;
    }

    private async Task DecideAsync(string id)
    {
        _ = (await Office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await Office.SettleAsync();
        _ = (await Office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).Done;
        _ = await Office.AnnounceAsync(id, "decision-1");
        await Office.SettleAsync();
    }

    private async Task<JsonNode> PackagedAsync(string id)
    {
        var asked = await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "decision", decisionId = "decision-1" });
        while ((string)(await Office.Handler.GetAsync(asked.Headers.Location!.ToString())).Done["state"]! == "running")
        {
        }

        return (await Office.Handler.GetAsync($"cases/{id}/packages/package-1")).Done;
    }

    /// <summary>The names of blobs of the case, in any container, in which the words can be found: as they stand, in an archive, or as the text of a PDF.</summary>
    private async Task<IReadOnlyList<string>> StoredWithSecretAsync(string id)
    {
        var found = new List<string>();
        foreach (var kind in (string[])["artifacts", "parties", "cache", "published", "logs"])
        {
            var container = new BlobContainerClient(azurite.ConnectionString, $"{open.Service.Prefix}-{kind}");
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                if (blob.Name.Contains(id, StringComparison.Ordinal) && Holds((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray()))
                    found.Add($"{kind}/{blob.Name}");
            }
        }

        return found;
    }

    private static bool Holds(byte[] file)
    {
        if (Encoding.UTF8.GetString(file).Contains(Secret, StringComparison.Ordinal))
            return true;
        if (file is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
            return pdf.GetPages().Any(page => page.Text.Replace(" ", "", StringComparison.Ordinal).Contains(Secret, StringComparison.Ordinal));
        }

        if (file is not [(byte)'P', (byte)'K', 3, 4, ..])
            return false;
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            if (Holds(content.ToArray()))
                return true;
        }

        return false;
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
