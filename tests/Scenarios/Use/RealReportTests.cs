using System.Text;
using Azure.Storage.Blobs;
using WobWorkflow.Documents;
using WobWorkflow.Documents.Tests;

namespace WobWorkflow.Scenarios;

/// <summary>A real report of 62 pages on its whole way through the service: collected, read, forty passages of it assessed, rebuilt without them by the engine, inspected and inventoried.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class RealReportTests(OpenOffice open, Azurite azurite)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Report_GoesOut_WithoutTheFortyPassages()
    {
        Assert.SkipUnless(RealReport.Find() is not null, RealReport.Missing);
        var original = await File.ReadAllBytesAsync(RealReport.Find()!, Ct);
        var id = await Office.AssignedAsync();

        // Collected and read.
        var added = (await Office.Handler.UploadAsync($"cases/{id}/documents", original, RealReport.Name, new { title = "Cybersecuritybeeld", kind = "report" })).Done;
        var came = added["renditions"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)came["mediaType"]!, (int)came["pages"]!, (string?)came["problem"], (long)came["size"]!).ShouldBe(("application/pdf", 62, null, original.LongLength));
        var reading = new DocumentReader().Read(original, RealReport.Name, Ct);
        (await StoredTextAsync(id)).ShouldBe(reading.Text);
        var passages = RealReport.FortyPassages(reading.PageTexts);
        passages.Length.ShouldBe(40);

        // Assessed, in two steps with a reason each; the mark of one carries its theme.
        var (persons, services) = (passages.Take(25).ToList(), passages.Skip(25).ToList());
        _ = (await Office.Handler.StepAsync(id, "assess-passages", Alike("10.2.e", "De persoonlijke levenssfeer weegt hier zwaarder.", "personen", persons))).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-passages", Alike("10.1.b", "De passages geven inzicht in de werkwijze van de diensten.", "werkwijze", services))).Done;
        var assessed = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-1")).Done;
        (assessed["passages"]!.AsArray().Count, (string)assessed["judgement"]!).ShouldBe((40, "partly-public"));
        (await Office.Handler.GetAsync($"cases/{id}")).Done["motivations"]!.AsArray().Select(motivation => (int)motivation!["passages"]!).ShouldBe([25, 15]);

        // Rebuilt by the engine, which inspects before it records.
        _ = (await Office.Handler.StepAsync(id, "close-review", new { })).Done;
        await Office.SettleAsync();
        var document = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-1")).Done;
        ((string?)document["notRedacted"]).ShouldBeNull();
        var rendition = document["renditions"]!.AsArray()[1]!;
        ((string)rendition["kind"]!, (bool)rendition["outdated"]!, (int)rendition["pages"]!).ShouldBe(("redacted", false, 62));
        var pdf = (await Office.Handler.GetAsync((string)rendition["href"]!)).Bytes;

        pdf.Length.ShouldBeLessThan(30_000_000);

        // None of the forty can be had from it, says who never saw our program; what is left can be read.
        Tool.Complaints(pdf).ShouldBe("");
        var (pages, everything) = (Tool.Text(pdf).Split('\f'), Tool.Everything(pdf));
        foreach (var (page, range) in passages)
        {
            var gone = reading.PageTexts[page - 1].Substring(range.Start, range.Length);
            RealReport.Squashed(pages[page - 1]).ShouldNotContain(RealReport.Squashed(gone));
            everything.ShouldNotContain(gone);
        }

        RealReport.Squashed(pages[2]).ShouldContain("inhoudsopgave");
        string.Concat(pages).ShouldContain("10.2e");
        string.Concat(pages).ShouldContain("10.1b: werkwijze");

        // The report as it came doesn't pass for its own rendition, and the refusal quotes nothing of it.
        var refused = (await Office.Handler.SendAsync(HttpMethod.Put, $"cases/{id}/documents/doc-1/redacted", new MultipartFormDataContent { { new ByteArrayContent(original), "file", "gelakt.pdf" } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "redaction-does-not-hold");
        refused.Json["findings"]!.AsArray().Where(finding => (string)finding!["kind"]! == "text-under-box").Select(finding => (int)finding!["page"]!).ShouldBe(passages.Select(at => at.Page));
        foreach (var (page, range) in passages)
            refused.Text.ShouldNotContain(reading.PageTexts[page - 1].Substring(range.Start, range.Length));

        // Inventoried: the document, its judgement, its grounds.
        var line = (await Office.Handler.GetAsync($"cases/{id}/inventory")).Done["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)line["documentId"]!, (int)line["number"]!, (string)line["title"]!, (string)line["judgement"]!).ShouldBe(("doc-1", 1, "Cybersecuritybeeld", "partly-public"));
        line["grounds"]!.AsArray().Select(ground => (string)ground!).ShouldBe(["10.1b", "10.2e"]);
        (await Office.Handler.GetAsync($"cases/{id}/inventory", ("Accept", "text/csv"))).Text.ShouldContain("doc-1,Cybersecuritybeeld,Deels openbaar,10.1b;10.2e,");

        static object Alike(string ground, string reason, string theme, IEnumerable<(int Page, Cases.TextRange Range)> passages) => new
        {
            treatment = "withheld",
            grounds = new[] { ground },
            reason,
            theme,
            passages = passages.Select(at => new { documentId = "doc-1", page = at.Page, start = at.Range.Start, length = at.Range.Length }).ToArray(),
        };
    }

    private async Task<string> StoredTextAsync(string id)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"{open.Service.Prefix}-artifacts");
        await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"cases/{id}/texts/" }))
            return Encoding.UTF8.GetString((await container.GetBlobClient(blob.Name).DownloadContentAsync(Ct)).Value.Content.ToArray());
        return "";
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
