using System.IO.Compression;
using System.Text;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class RedactionDutyTests(Azurite azurite)
{
    private const string Report = "Verslag\n\nMevrouw Zonneveld belde op 12 april over het akkoord.\nDe directie stemt in.\n";
    private static readonly DocumentId Doc1 = new(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rendition_IsMadeWhenTheReviewIsClosed_AndHolds()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReviewedAsync(host);
        await host.Turns.RunAsync();
        (await host.EventsAsync<RedactionRendered>(LogId.Case(id))).ShouldBeEmpty();

        await host.StepAsync(id, new CloseReview());
        await host.Turns.RunAsync();

        var rendered = (await host.EventsAsync<RedactionRendered>(LogId.Case(id))).ShouldHaveSingleItem();
        var pdf = await RenditionAsync(host, id);
        (rendered.Content.MediaType, rendered.Content.Pages, rendered.Content.Size).ShouldBe(("application/pdf", 1, pdf.Length));
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)).ShouldBe(rendered.Content.Sha256);
        var text = new DocumentReader().Read(pdf, null, Ct).Text;
        text.ShouldContain("De directie stemt in.");
        text.ShouldContain("10.2e");
        text.ShouldNotContain("Zonneveld");
        host.Said.All.ShouldNotContain("Zonneveld");
    }

    [Fact]
    public async Task Rendition_WhoseEveryAnswerIsLost_IsMadeOnce()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await ReviewedAsync(host);
        await host.StepAsync(id, new CloseReview());
        faults.LoseAnswer(StorageFaults.IsAppend);

        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<RedactionRendered>(LogId.Case(id))).Length.ShouldBe(1);
        await host.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task PassageThatCannotBeLocated_IsLeftToAPerson()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReviewedAsync(host, new AssessPassage(Doc1, 1, Treatment.Withheld, Quote: "een alinea over iemand", Grounds: [Ground.Parse("10.2.e")], Reason: "Een persoon."));
        await host.StepAsync(id, new CloseReview());

        await host.Turns.RunAsync();

        (await host.EventsAsync<RedactionNotRendered>(LogId.Case(id))).ShouldHaveSingleItem().Reason.ShouldBe("passage-not-located");
        (await host.CaseAsync(id)).Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Release_OfAPartlyPublicDocument_IsOfItsRendition()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReviewedAsync(host);
        await host.StepAsync(id, new CloseReview());
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.OrderedAsync(id);

        await host.Turns.RunAsync();

        var shown = (await host.Get<PublicDocuments>().FindAsync(id, "doc-1", Ct)).ShouldNotBeNull();
        (shown.MediaType, shown.Extension).ShouldBe(("application/pdf", ".pdf"));
        var file = (await host.Get<PublicDocuments>().OpenAsync(shown, Ct)).ShouldNotBeNull();
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        content.ToArray().ShouldBe(await RenditionAsync(host, id));
        await foreach (var blob in host.Get<StorageAccount>().Published.GetBlobsAsync(cancellationToken: Ct))
            blob.Name.ShouldNotEndWith(".txt");
    }

    [Fact]
    public async Task RequesterCopy_OfAPartlyPublicDocument_HoldsItsRendition_AndNeverTheOriginal()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReviewedAsync(host);
        await host.StepAsync(id, new CloseReview());
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.OrderedAsync(id);

        await host.Turns.RunAsync();

        var c = await host.CaseAsync(id);
        var copy = c.Artifacts[c.Publications.Single().Rounds.Single().RequesterCopy!.Value]!;
        await using var file = (await host.Get<CaseFiles>().OpenArtifactAsync(id, copy, Ct))!.Content;
        using var zip = new ZipArchive(file);
        var entry = zip.Entries.ShouldHaveSingleItem();
        entry.FullName.ShouldBe("doc-1.pdf");
        using var content = new MemoryStream();
        await using (var part = await entry.OpenAsync(Ct))
            await part.CopyToAsync(content, Ct);
        content.ToArray().ShouldBe(await RenditionAsync(host, id));
    }

    [Fact]
    public async Task Release_WithoutARendition_FailsClosed()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReviewedAsync(host, new AssessPassage(Doc1, 1, Treatment.OutOfScope, Quote: "iets anders", Grounds: []));
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.OrderedAsync(id);

        await host.Turns.RunAsync();

        (await host.CaseAsync(id)).Failures.Values.ShouldHaveSingleItem().Reason.ShouldBe("no-public-version");
        (await host.Get<PublicDocuments>().FindAsync(id, "doc-1", Ct)).ShouldBeNull();
    }

    private static async Task<string> ReviewedAsync(EngineHost host, AssessPassage? passage = null)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 1));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Report));
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "verslag.txt", Ct);
        await host.StepAsync(id, new AddDocument("Verslag") { Content = stored });
        await host.StepAsync(id, passage ?? new AssessPassage(
            Doc1, 1, Treatment.Withheld, Start: Report.IndexOf("Zonneveld", StringComparison.Ordinal), Length: 9, Grounds: [Ground.Parse("10.2.e")], Reason: "Een persoon."));
        return id;
    }

    private static async Task<byte[]> RenditionAsync(EngineHost host, string id)
    {
        var redaction = (await host.CaseAsync(id)).Redacted[Doc1].Rendition.ShouldNotBeNull();
        var file = (await host.Get<CaseFiles>().OpenRedactionAsync(id, Doc1, redaction.Content, Ct)).ShouldNotBeNull();
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        return content.ToArray();
    }
}
