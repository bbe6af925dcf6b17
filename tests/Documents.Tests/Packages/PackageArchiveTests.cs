using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Documents.Tests;

public sealed class PackageArchiveTests
{
    private const long FiveGibibytes = 5L * 1024 * 1024 * 1024;
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Archive_Written_IsReadBackByOthers()
    {
        var (bytes, _) = await WriteAsync(("besluit.docx", "brief"), ("documenten/0001.pdf", "één"), ("documenten/0002.txt", ""));

        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);

        zip.Entries.Select(entry => (entry.FullName, Text(entry))).ShouldBe([("besluit.docx", "brief"), ("documenten/0001.pdf", "één"), ("documenten/0002.txt", "")]);
    }

    [Fact]
    public async Task Add_File_TellsItsHash()
    {
        var (_, files) = await WriteAsync(("a.txt", "tekst"));

        files[0].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData("tekst"u8)));
    }

    [Fact]
    public async Task Archive_WrittenInTwoGoes_IsTheSameBytes()
    {
        var (whole, _) = await WriteAsync(("a.txt", "een"), ("b.txt", "twee"));
        using var pieces = new MemoryStream();
        var first = new PackageArchive(pieces);
        var one = await first.AddAsync("a.txt", Content("een"), Now);
        var second = new PackageArchive(pieces, first.Offset);
        var two = await second.AddAsync("b.txt", Content("twee"), Now);
        await second.FinishAsync(new[] { one, two }.ToAsyncEnumerable(), Now);

        pieces.ToArray().ShouldBe(whole);
    }

    [Fact]
    public async Task Archive_OfMoreFilesThanAPlainZipCounts_HasThemAll()
    {
        using var bytes = new MemoryStream();
        var archive = new PackageArchive(bytes);
        var files = new List<ArchivedFile>();
        for (var i = 0; i < 66_000; i++)
            files.Add(await archive.AddAsync($"{i}", Stream.Null, Now));
        await archive.FinishAsync(files.ToAsyncEnumerable(), Now);

        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);

        zip.Entries.Count.ShouldBe(66_000);
    }

    [Fact]
    public async Task Archive_LargerThanAPlainZip_FindsWhatLiesBehind()
    {
        // The file has a hole of five gibibytes, which takes no room on disk.
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        file.SetLength(FiveGibibytes);
        file.Position = FiveGibibytes;
        var archive = new PackageArchive(file, FiveGibibytes);
        var last = await archive.AddAsync("laatste.txt", Content("hier"), Now);
        await archive.FinishAsync(new[] { last }.ToAsyncEnumerable(), Now);

        using var zip = new ZipArchive(file, ZipArchiveMode.Read);

        Text(zip.Entries.ShouldHaveSingleItem()).ShouldBe("hier");
    }

    private static async Task<(byte[] Bytes, List<ArchivedFile> Files)> WriteAsync(params (string Name, string Text)[] contents)
    {
        using var bytes = new MemoryStream();
        var archive = new PackageArchive(bytes);
        var files = new List<ArchivedFile>();
        foreach (var (name, text) in contents)
            files.Add(await archive.AddAsync(name, Content(text), Now));
        await archive.FinishAsync(files.ToAsyncEnumerable(), Now);
        return (bytes.ToArray(), files);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
