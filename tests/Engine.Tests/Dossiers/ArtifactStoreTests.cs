using System.Text;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class ArtifactStoreTests(Azurite azurite)
{
    private static readonly LogId Owner = LogId.Case("c1");
    private static readonly ArtifactPath Letter = ArtifactPath.Of(Owner, "letters", "7-receipt.docx");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Artifact_Stored_IsReadAndFound()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());

        var put = await artifacts.PutAsync(Letter, Content("a letter"), "text/plain", Ct);

        put.Existed.ShouldBeFalse();
        (await TextAsync(await artifacts.OpenAsync(Letter, Ct))).ShouldBe("a letter");
        (await artifacts.FindAsync(Letter, Ct)).ShouldBe(new ArtifactInfo(Letter, 8, "text/plain", put.Sha256));
        (await artifacts.ListAsync(Owner, Ct).ToListAsync(Ct)).ShouldBe([new ArtifactInfo(Letter, 8, "text/plain", put.Sha256)]);
        (await artifacts.ListAsync(LogId.Case("c"), Ct).ToListAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Artifact_StoredAgain_IsTheSame()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());
        await artifacts.PutAsync(Letter, Content("a letter"), "text/plain", Ct);

        (await artifacts.PutAsync(Letter, Content("a letter"), "text/plain", Ct)).Existed.ShouldBeTrue();
    }

    [Fact]
    public async Task Artifact_UnderATakenName_IsRefusedAndNothingOverwritten()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());
        await artifacts.PutAsync(Letter, Content("a letter"), "text/plain", Ct);

        await Should.ThrowAsync<ArtifactDiffersException>(() => artifacts.PutAsync(Letter, Content("another!"), "text/plain", Ct));

        (await TextAsync(await artifacts.OpenAsync(Letter, Ct))).ShouldBe("a letter");
    }

    [Fact]
    public async Task Artifact_WhoseAnswerIsLost_IsStored()
    {
        var faults = new StorageFaults();
        var artifacts = new ArtifactStore(await azurite.OpenAsync(faults.Apply));

        faults.LoseAnswer(request => request.Uri.Path.Contains("/letters/", StringComparison.Ordinal));
        await artifacts.PutAsync(Letter, Content("a letter"), "text/plain", Ct);

        faults.Outstanding.ShouldBe(0);
        (await TextAsync(await artifacts.OpenAsync(Letter, Ct))).ShouldBe("a letter");
    }

    [Fact]
    public async Task LargeArtifacts_UnderOneNameAtOnce_AreNeverMixed()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());
        byte[][] contents = [.. Enumerable.Range(1, 2).Select(fill => Enumerable.Repeat((byte)fill, 17 * 1024 * 1024).ToArray())];

        async Task<bool> Put(byte[] content)
        {
            try
            {
                return !(await artifacts.PutAsync(Letter, new MemoryStream(content), "text/plain", Ct)).Existed;
            }
            catch (ArtifactDiffersException)
            {
                return false;
            }
        }

        var stored = await Task.WhenAll(contents.Select(content => Task.Run(() => Put(content), Ct)));

        stored.Count(won => won).ShouldBe(1);
        var winner = contents[Array.IndexOf(stored, true)];
        await using var stream = (await artifacts.OpenAsync(Letter, Ct))!;
        var read = new MemoryStream();
        await stream.CopyToAsync(read, Ct);
        read.ToArray().AsSpan().SequenceEqual(winner).ShouldBeTrue();
    }

    [Fact]
    public async Task Range_OfAnArtifact_IsThatPart()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());
        await artifacts.PutAsync(Letter, Content("0123456789"), "text/plain", Ct);

        (await TextAsync(await artifacts.OpenRangeAsync(Letter, 3, 4, Ct))).ShouldBe("3456");
        (await TextAsync(await artifacts.OpenRangeAsync(Letter, 7, null, Ct))).ShouldBe("789");
        (await TextAsync(await artifacts.OpenRangeAsync(Letter, 0, null, Ct))).ShouldBe("0123456789");
        await Should.ThrowAsync<ArgumentException>(() => artifacts.OpenRangeAsync(Letter, 11, null, Ct));
    }

    [Fact]
    public async Task Artifact_NeverStored_IsNull()
    {
        var artifacts = new ArtifactStore(await azurite.OpenAsync());

        (await artifacts.OpenAsync(Letter, Ct)).ShouldBeNull();
        (await artifacts.OpenRangeAsync(Letter, 0, 1, Ct)).ShouldBeNull();
        (await artifacts.ExistsAsync(Letter, Ct)).ShouldBeFalse();
    }

    [Fact]
    public void Path_ParsedFromItsText_IsTheSame()
    {
        ArtifactPath[] paths =
        [
            Letter,
            ArtifactPath.Of(LogId.Organisation, "templates", "a.liquid"),
            ArtifactPath.Original(Owner, "d1", new string('a', 64), ".pdf"),
            ArtifactPath.Redacted(Owner, "d1", new string('a', 64), ""),
        ];

        paths.Select(path => ArtifactPath.Parse(path.Text)).ShouldBe(paths);
    }

    [Theory]
    [InlineData("cases/c1/letters/../x")]
    [InlineData("cases/c1/letters/.x")]
    [InlineData("cases/c1/documents/x")]
    [InlineData("cases/c1/documents/d1/original/naam van verzoeker.pdf")]
    [InlineData("cases/../letters/x")]
    [InlineData("logs/c1/letters/x")]
    public void Path_OfOtherShape_IsRefused(string text) => Should.Throw<FormatException>(() => ArtifactPath.Parse(text));

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> TextAsync(Stream? stream)
    {
        using var reader = new StreamReader(stream!);
        return await reader.ReadToEndAsync(Ct);
    }
}
