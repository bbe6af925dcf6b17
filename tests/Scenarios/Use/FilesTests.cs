using System.IO.Compression;
using System.Text;
using Azure.Storage.Blobs;

namespace WobWorkflow.Scenarios;

/// <summary>What people upload is kept as it came and believed in nothing.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class FilesTests(OpenOffice open, Azurite azurite)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Zip_CalledPdf_IsAZip_AndItsFilesBecomeDocuments()
    {
        var id = await Office.AssignedAsync();
        var zip = Zip(("../../etc/brief.txt", "Geachte lezer"u8.ToArray()), ("map/mail.eml", Mail()), ("__MACOSX/._brief.txt", [1]), ("leeg.txt", []), ("kopie.txt", "Geachte lezer"u8.ToArray()));
        var added = await Office.Handler.UploadAsync($"cases/{id}/documents", zip, "rapport.pdf", new { title = "Alles bij elkaar", marking = "departementaal-vertrouwelijk", owner = "NCTV" }, ("Idempotency-Key", $"zip {id}"));
        added.Status.ShouldBe(HttpStatusCode.Accepted, added.Text);
        ((int)added.Json["unpacking"]!["members"]!, (int)added.Json["unpacking"]!["done"]!).ShouldBe((4, 0));
        var job = added.Headers.Location!.ToString();
        (await Office.Handler.UploadAsync($"cases/{id}/documents", zip, "rapport.pdf", new { title = "Alles bij elkaar", marking = "departementaal-vertrouwelijk", owner = "NCTV" }, ("Idempotency-Key", $"zip {id}"))).ETag.ShouldBe(added.ETag);

        await Office.SettleAsync();
        var progress = (await Office.Handler.GetAsync(job)).Done;
        ((string)progress["state"]!, (int)progress["done"]!, (int)progress["total"]!).ShouldBe(("done", 4, 4));
        var reader = await Office.EnterAsync("Vera Vertrouwd", ["reviewer"], clearance: "departementaal-vertrouwelijk");
        var documents = await reader.AllAsync($"cases/{id}/documents");
        documents.Select(document => (string?)document["title"]).ShouldBe(["Alles bij elkaar", "etc/brief.txt", "map/mail.eml", "bijlage.txt"]);
        documents.Skip(1).ShouldAllBe(document => (string)document["marking"]! == "departementaal-vertrouwelijk" && (string)document["owner"]! == "NCTV");
        documents[0]["unpacking"]!["refused"]!.AsArray().Select(refused => $"{refused!["name"]}: {refused["reason"]} {refused["same"]}").ShouldBe(["leeg.txt: empty ", "kopie.txt: document-already-here doc-2"]);
        documents[0]["unpacking"]!["refused"]!.AsArray().ShouldAllBe(refused => ((string)refused!["advice"]!).Length > 0);
        // The mail's attachment is of its family, and what the mail says of itself is proposed and nothing more.
        documents[3]["links"]!.AsArray().Select(link => $"{link!["kind"]} {link["to"]}").ShouldBe(["attachment-of doc-3"]);
        documents[2].AsObject().ContainsKey("date").ShouldBeFalse();
        var proposed = documents[2]["proposed"]!;
        ((string)proposed["date"]!, (string)proposed["title"]!, (string)proposed["from"]!).ShouldBe(("2018-04-03", "De kade", "\"P. Particulier\" <p@example.nl>"));
        _ = (await Office.Handler.StepAsync(id, "describe-document", new { documentId = "doc-3", date = "2018-04-03", title = "De kade", from = "P. Particulier", to = "het ministerie" })).Done;
        var described = (await reader.GetAsync($"cases/{id}/documents/doc-3")).Done;
        (described["proposed"], (string)described["from"]!, (string)described["to"]!).ShouldBe((null, "P. Particulier", "het ministerie"));

        // The archive itself is judged in its files.
        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 3 })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-documents", new { judgement = "public", documents = new[] { "doc-2", "doc-3", "doc-4" } })).Done;
        _ = (await Office.Handler.StepAsync(id, "close-review", new { })).Done;
        (await StoredAsync(id)).ShouldAllBe(blob => !blob.Contains("passwd") && !blob.Contains("..") && !blob.Contains("brief"));
    }

    [Fact]
    public async Task EncryptedPdf_IsKept_AndSaidToBeUnreadable() => await ShouldBeKeptAsync(EncryptedPdf(), "geheim.pdf", "application/pdf", ".pdf", "encrypted-pdf");

    [Fact]
    public async Task BrokenPdf_IsKept_AndSaidToBeBroken() =>
        await ShouldBeKeptAsync("%PDF-1.7\nen verder niets"u8.ToArray(), "kapot.pdf", "application/pdf", ".pdf", "damaged-pdf");

    [Fact]
    public async Task EmptyFile_IsSaidToBeEmpty() => await ShouldBeKeptAsync([], "leeg.pdf", "application/octet-stream", ".bin", "empty");

    [Fact]
    public async Task ArchiveBomb_IsNotExpanded() => await ShouldBeKeptAsync(Zip(("bom.bin", new byte[64 << 20])), "bom.zip", "application/zip", ".zip", "expands-too-much");

    [Fact]
    public async Task WebPage_IsKeptAsText_AndNeverShownAsAPage() =>
        await ShouldBeKeptAsync("<html><script>alert(1)</script></html>"u8.ToArray(), "pagina.html", "text/plain", ".txt", problem: null);

    [Fact]
    public async Task Name_WithAPathInIt_GoesNowhere() => await ShouldBeKeptAsync("x"u8.ToArray(), "../../../etc/passwd", "text/plain", ".txt", problem: null);

    [Fact]
    public async Task File_OfMoreThanThirtyMegabytes_Is413()
    {
        var id = await Office.AssignedAsync();
        foreach (var size in (int[])[(30 << 20) + 1, 40 << 20])
        {
            (await Office.Handler.UploadAsync($"cases/{id}/documents", new byte[size], "groot.pdf", new { title = "Groot" }))
                .ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "file-too-large");
        }

        (await Office.Handler.AllAsync($"cases/{id}/documents")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Form_ThatIsCutOff_Is400_AndOneWithoutMetadataIsToldWhatIsMissing()
    {
        var id = await Office.AssignedAsync();
        var cut = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalver");
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await Office.Handler.SendAsync(HttpMethod.Post, $"cases/{id}/documents", cut)).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-form");
        var bare = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.bin" } };
        (await Office.Handler.SendAsync(HttpMethod.Post, $"cases/{id}/documents", bare)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["title"]);
    }

    [Fact]
    public async Task Marking_AboveTheCeiling_IsRefused_BeforeAByteIsKept_WithAStubAsTheWayOut()
    {
        var id = await Office.AssignedAsync();
        var metadata = new { title = "Stuk in de kluis", marking = "stg-geheim", owner = "AIVD" };

        var refused = (await Office.Handler.UploadAsync($"cases/{id}/documents", "Staatsgeheim."u8.ToArray(), "geheim.txt", metadata))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "marking-above-ceiling");
        refused.Fields.ShouldBe(["marking"]);
        ((string)refused.Json["detail"]!).ShouldContain("zonder bestand");
        (await StoredAsync(id)).ShouldBeEmpty();

        var stub = (await Office.Handler.PostAsync($"cases/{id}/documents", metadata)).Done;
        ((bool)stub["stub"]!).ShouldBeTrue();
        stub["renditions"]!.AsArray().ShouldBeEmpty();
        (await Office.Handler.GetAsync($"cases/{id}/documents/{stub["documentId"]}/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await StoredAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_WhileADecisionAwaitsApproval_IsRefused_AndNotKept()
    {
        var id = await Office.SubmittedAsync();
        var before = await StoredAsync(id);
        before.ShouldNotBeEmpty();

        (await Office.Handler.UploadAsync($"cases/{id}/documents", "Te laat."u8.ToArray(), "laat.txt", new { title = "Te laat" })).ShouldBeProblem(HttpStatusCode.Conflict, "step-not-allowed");

        (await StoredAsync(id)).ShouldBe(before);
    }

    private async Task ShouldBeKeptAsync(byte[] file, string name, string mediaType, string extension, string? problem)
    {
        var id = await Office.AssignedAsync();
        var added = await Office.Handler.UploadAsync($"cases/{id}/documents", file, name, new { title = "Zoals het kwam" });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        var original = added.Json["renditions"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)original["mediaType"]!).ShouldBe(mediaType);
        ((string)original["extension"]!).ShouldBe(extension);
        ((long)original["size"]!).ShouldBe(file.Length);
        ((string?)original["problem"]).ShouldBe(problem);
        added.Headers.Location!.ToString().ShouldBe($"/api/v1/cases/{id}/documents/doc-1");

        var back = await Office.Handler.GetAsync((string)original["href"]!);
        back.Bytes.ShouldBe(file);
        back.Content.ContentType!.MediaType.ShouldBe(mediaType);
        back.Content.ContentDisposition!.ToString().ShouldBe($"attachment; filename=\"doc-1{extension}\"");
        back.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        back.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
        back.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await StoredAsync(id)).ShouldAllBe(blob => !blob.Contains("passwd") && !blob.Contains(".."));
    }

    /// <summary>The files that are stored for a case and that the engine didn't write itself.</summary>
    private async Task<IReadOnlyList<string>> StoredAsync(string id)
    {
        var container = new BlobContainerClient(azurite.ConnectionString, $"{open.Service.Prefix}-artifacts");
        var stored = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"cases/{id}/" }))
        {
            if (!blob.Name.EndsWith(".docx", StringComparison.Ordinal))
                stored.Add(blob.Name);
        }

        return stored;
    }

    private static byte[] Mail() => Encoding.ASCII.GetBytes(string.Join("\r\n",
        "From: \"P. Particulier\" <p@example.nl>", "To: ministerie@example.nl", "Subject: De kade", "Date: Tue, 03 Apr 2018 10:00:00 +0200", "Message-ID: <1@example.nl>", "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/plain", "", "Zie de bijlage.", "--x", "Content-Type: text/plain; name=bijlage.txt",
        "Content-Disposition: attachment; filename=bijlage.txt", "", "De muur staat nog.", "--x--", ""));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] EncryptedPdf()
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[]/Count 0>>",
            $"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{new string('1', 64)}>/U<{new string('2', 64)}>>>",
        ];
        foreach (var text in objects)
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{offsets.Count} 0 obj\n{text}\nendobj\n");
        }

        var (table, start) = (string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n")), pdf.Length);
        const string Id = "00112233445566778899AABBCCDDEEFF";
        pdf.Append($"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<{Id}><{Id}>]>>\nstartxref\n{start}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
