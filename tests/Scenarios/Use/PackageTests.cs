using System.IO.Compression;
using System.Security.Cryptography;

namespace WobWorkflow.Scenarios;

/// <summary>A package over HTTP: asked for, watched, fetched, and bound to what was signed.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class PackageTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Package_OfADecision_IsMadeBesideAndFetched()
    {
        var id = await Office.DecidedAsync();
        await Office.SettleAsync();

        var asked = await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "decision", decisionId = "decision-1" });
        asked.Status.ShouldBe(HttpStatusCode.Accepted);
        var package = await MadeAsync(id, asked);

        ((string)package["state"]!, (int)package["documents"]!, package["changedSince"]!.AsArray().Count).ShouldBe(("complete", 1, 0));
        var archive = await Office.Handler.GetAsync((string)package["href"]!);
        using var zip = new ZipArchive(new MemoryStream(archive.Bytes));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(
            ["besluit.docx", "wetsartikelen.docx", "inventarislijst.xlsx", "inventarislijst.csv", "documenten/0001.txt", "manifest.json"]);
        var manifest = await Office.Handler.GetAsync((string)package["manifest"]!);
        Convert.ToHexStringLower(SHA256.HashData(manifest.Bytes)).ShouldBe((string)package["manifestSha256"]!);

        // Who asks again gets the same one, and it is ready.
        var again = await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "decision", decisionId = "decision-1" });
        again.Status.ShouldBe(HttpStatusCode.OK);
        ((string)again.Done["packageId"]!).ShouldBe("package-1");
    }

    [Fact]
    public async Task Package_AskedForWrongly_SaysWhatIsWrong()
    {
        var id = await Office.AssignedAsync();

        (await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "decision" })).ShouldBeProblem(HttpStatusCode.Conflict, "step-not-allowed");
        (await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "alles" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["kind"]);
        (await Office.Auditor.PostAsync($"cases/{id}/packages", new { kind = "decision", decisionId = "decision-1" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Office.Handler.GetAsync($"cases/{id}/packages/package-9")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Package_Signed_IsBoundByHash()
    {
        var id = await Office.DecidedAsync();
        await Office.SettleAsync();
        await MadeAsync(id, await Office.Handler.PostAsync($"cases/{id}/packages", new { kind = "decision", decisionId = "decision-1" }));
        var pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8.ToArray();
        var artifact = (await Office.Handler.UploadAsync($"cases/{id}/artifacts", pdf, "besluit.pdf", new { kind = "signed-decision", about = "decision-1" })).Done;

        _ = (await Office.Handler.StepAsync(id, "bind-signed-decision", new { packageId = "package-1", artifactId = (string)artifact["artifactId"]! })).Done;

        var package = (await Office.Handler.GetAsync($"cases/{id}/packages/package-1")).Done;
        ((string)package["signed"]!["sha256"]!, (string)package["signed"]!["manifestSha256"]!).ShouldBe(
            (Convert.ToHexStringLower(SHA256.HashData(pdf)), (string)package["manifestSha256"]!));
    }

    /// <summary>Watches the job, as a client does, and returns the package.</summary>
    private async Task<JsonNode> MadeAsync(string id, Answer asked)
    {
        var job = asked.Headers.Location!.ToString();
        while ((string)(await Office.Handler.GetAsync(job)).Done["state"]! == "running")
        {
        }

        return (await Office.Handler.GetAsync($"cases/{id}/packages/{(string)asked.Done["packageId"]!}")).Done;
    }
}
