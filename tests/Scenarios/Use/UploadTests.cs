using System.Security.Cryptography;
using Azure.Storage.Blobs;

namespace WobWorkflow.Scenarios;

/// <summary>A document larger than one request may be comes in parts, in any order and as often as it takes, and is then a document as any other.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class UploadTests(OpenOffice open, Azurite azurite)
{
    private const int Part = 8 << 20;

    private Office Office => open.Office;

    [Fact]
    public async Task File_OfMoreThanThirtyMegabytes_ComesInParts_AndIsADocument()
    {
        var id = await Office.AssignedAsync();
        var file = Text((32 << 20) + 1234);
        var begun = await BeginAsync(id, file, key: $"big {id}");
        begun.Status.ShouldBe(HttpStatusCode.Created, begun.Text);
        var upload = (string)begun.Json["uploadId"]!;
        begun.Headers.Location!.ToString().ShouldBe($"/api/v1/cases/{id}/uploads/{upload}");
        ((string)(await BeginAsync(id, file, key: $"big {id}")).Done["uploadId"]!).ShouldBe(upload);

        // In any order, one of them wrong at first, and one twice.
        foreach (var n in (int[])[5, 2, 1, 3, 3])
            (await PutAsync(id, upload, n, n == 2 ? new byte[100] : PartOf(file, n))).Status.ShouldBe(HttpStatusCode.OK);
        (await CompleteAsync(id, upload)).ShouldBeProblem(HttpStatusCode.Conflict, "upload-incomplete");
        var so = (await Office.Handler.GetAsync($"cases/{id}/uploads/{upload}")).Done;
        so["parts"]!.AsArray().Select(part => $"{part!["n"]}:{part["size"]}").ShouldBe([$"1:{Part}", "2:100", $"3:{Part}", $"5:{1234}"]);
        foreach (var n in (int[])[2, 4])
            _ = (await PutAsync(id, upload, n, PartOf(file, n))).Done;

        var added = await CompleteAsync(id, upload);
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Headers.Location!.ToString().ShouldBe($"/api/v1/cases/{id}/documents/doc-1");
        var original = added.Json["renditions"]!.AsArray().ShouldHaveSingleItem()!;
        ((long)original["size"]!, (string)original["sha256"]!, (string)original["mediaType"]!).ShouldBe((file.Length, Hash(file), "text/plain"));
        SHA256.HashData((await Office.Handler.GetAsync((string)original["href"]!)).Bytes).ShouldBe(SHA256.HashData(file));

        // Completed again it is the same document, and its parts are gone.
        var again = await CompleteAsync(id, upload);
        (again.Status, again.ETag, again.Text).ShouldBe((added.Status, added.ETag, added.Text));
        (await Office.Handler.AllAsync($"cases/{id}/documents")).Count.ShouldBe(1);
        (await PutAsync(id, upload, 1, [1])).ShouldBeProblem(HttpStatusCode.Conflict, "upload-completed");
        (await PartsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_ThatIsWrong_SaysWhatToDo()
    {
        var id = await Office.AssignedAsync();
        (await Office.Handler.PostAsync($"cases/{id}/uploads", new { size = (256 << 20) + 1 })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["size"]);
        (await Office.Handler.PostAsync($"cases/{id}/uploads", new { size = 10, sha256 = "x" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["sha256"]);
        (await Office.Approver.PostAsync($"cases/{id}/uploads", new { size = 10 })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        var upload = (string)(await Office.Handler.PostAsync($"cases/{id}/uploads", new { size = 4, sha256 = new string('0', 64) })).Done["uploadId"]!;

        (await PutAsync(id, upload, 0, [1])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["n"]);
        (await PutAsync(id, upload, 101, [1])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        (await PutAsync(id, upload, 1, new byte[Part + 1])).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "part-too-large");
        _ = (await PutAsync(id, upload, 1, [1, 2, 3, 4])).Done;
        (await CompleteAsync(id, upload)).ShouldBeProblem(HttpStatusCode.Conflict, "upload-differs");
        (await Office.Coordinator.GetAsync($"cases/{id}/uploads/{upload}")).ShouldBeProblem(HttpStatusCode.NotFound, "upload-not-found");
        (await Office.Handler.GetAsync($"cases/{id}/uploads/..%2f..%2f{upload}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Office.Handler.SendAsync(HttpMethod.Delete, $"cases/{id}/uploads/{upload}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await PutAsync(id, upload, 1, [1])).ShouldBeProblem(HttpStatusCode.NotFound, "upload-not-found");
        (await PartsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_OfWhatMayNotBeHere_IsRefusedBeforeAByteIsKept()
    {
        var id = await Office.AssignedAsync();

        (await Office.Handler.PostAsync($"cases/{id}/uploads", new { size = 10, marking = "stg-geheim" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "marking-above-ceiling");

        var upload = (string)(await Office.Handler.PostAsync($"cases/{id}/uploads", new { size = 1 })).Done["uploadId"]!;
        _ = (await PutAsync(id, upload, 1, [65])).Done;
        (await Office.Handler.PostAsync($"cases/{id}/uploads/{upload}/complete", new { title = "Toch geheim", marking = "stg-geheim" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["marking"]);
        (await Office.Handler.AllAsync($"cases/{id}/documents")).ShouldBeEmpty();
    }

    private Task<Answer> BeginAsync(string id, byte[] file, string key) =>
        Office.Handler.PostAsync($"cases/{id}/uploads", new { size = file.Length, sha256 = Hash(file) }, ("Idempotency-Key", key));

    private Task<Answer> PutAsync(string id, string upload, int n, byte[] part) =>
        Office.Handler.SendAsync(HttpMethod.Put, $"cases/{id}/uploads/{upload}/{n}", new ByteArrayContent(part));

    private Task<Answer> CompleteAsync(string id, string upload) => Office.Handler.PostAsync($"cases/{id}/uploads/{upload}/complete", new { title = "Een groot stuk" });

    private async Task<IReadOnlyList<string>> PartsAsync(string id)
    {
        var parts = new List<string>();
        await foreach (var blob in new BlobContainerClient(azurite.ConnectionString, $"{open.Service.Prefix}-cache").GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"uploads/{id}/" }))
        {
            if (!blob.Name.EndsWith("/upload", StringComparison.Ordinal))
                parts.Add(blob.Name);
        }

        return parts;
    }

    private static byte[] PartOf(byte[] file, int n) => file[((n - 1) * Part)..Math.Min(file.Length, n * Part)];

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static byte[] Text(int length)
    {
        var file = new byte[length];
        for (var i = 0; i < length; i++)
            file[i] = (byte)(i % 71 == 70 ? '\n' : 'a' + (i % 23));
        return file;
    }
}
