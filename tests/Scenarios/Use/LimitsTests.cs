using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>What is too much, locked or not what it is called: it is kept as it came, nothing is made of it, and what to do is said in words.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class LimitsTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Theory]
    [InlineData("zip under a password", ".zip", "encrypted-document", "zonder wachtwoord")]
    [InlineData("zip with a part that expands too much", ".zip", "expands-too-much", "Uitgepakt is dit bestand veel te groot")]
    [InlineData("zip with more files than documents may come of it", ".zip", "too-many-members", "2.000")]
    [InlineData("zip with more entries than are read", ".zip", "too-many-entries", "Splits het")]
    [InlineData("zip that is cut off", ".zip", "damaged-archive", "beschadigd")]
    [InlineData("word document that expands too much", ".docx", "expands-too-much", "Uitgepakt is dit bestand veel te groot")]
    [InlineData("program called pdf", ".bin", "unknown-type", "Zet het om naar PDF")]
    [InlineData("old office document called docx", ".cfb", "legacy-office-document", "DOCX, XLSX, PPTX of PDF")]
    public async Task File_BeyondTheLimits_IsKept_WithWhatToDo(string kind, string extension, string problem, string advice)
    {
        var id = await Office.AssignedAsync();

        var added = await Office.Handler.UploadAsync($"cases/{id}/documents", File(kind), "stuk.pdf", new { title = "Zoals het kwam" });

        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        var original = added.Json["renditions"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)original["problem"]!, (string)original["extension"]!).ShouldBe((problem, extension));
        ((string)original["advice"]!).ShouldContain(advice);
        added.Json["unpacking"].ShouldBeNull();
        await Office.SettleAsync();
        (await Office.Handler.AllAsync($"cases/{id}/documents")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Archive_TooDeepInOthers_IsTheOneThatIsNotTakenApart()
    {
        var id = await Office.AssignedAsync();
        var deepest = Zip(("diep.txt", "Te diep."u8.ToArray()));
        var file = Zip(("1.zip", Zip(("2.zip", Zip(("3.zip", deepest), ("twee.txt", "Twee."u8.ToArray()))), ("een.txt", "Een."u8.ToArray()))));

        (await Office.Handler.UploadAsync($"cases/{id}/documents", file, "alles.zip", new { title = "Alles" })).Status.ShouldBe(HttpStatusCode.Accepted);
        await Office.SettleAsync();

        var documents = await Office.Handler.AllAsync($"cases/{id}/documents");
        documents.Select(document => (string)document["title"]!).ShouldBe(["Alles", "1.zip", "2.zip", "een.txt", "twee.txt"], ignoreOrder: true);
        var refused = documents.SelectMany(document => document["unpacking"]?["refused"]?.AsArray() ?? []).ShouldHaveSingleItem()!;
        ((string)refused["name"]!, (string)refused["reason"]!).ShouldBe(("3.zip", "nested-too-deep"));
        ((string)refused["advice"]!).ShouldContain("Pak het zelf uit");
    }

    private static byte[] File(string kind)
    {
        switch (kind)
        {
            case "zip under a password":
                var locked = Zip(("a.txt", "geheim"u8.ToArray()));
                // The flag of a password in the local header and in the directory (APPNOTE 4.4.4).
                locked[6] |= 1;
                locked[locked.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
                return locked;
            case "zip with a part that expands too much":
                return Zip(("a.txt", new byte[40 << 20]));
            case "zip with more files than documents may come of it":
                return Zip([.. Enumerable.Range(1, 2001).Select(i => ($"{i}.txt", Array.Empty<byte>()))]);
            case "zip with more entries than are read":
                return Zip([.. Enumerable.Range(1, 10_001).Select(i => ($"{i}/", Array.Empty<byte>()))]);
            case "zip that is cut off":
                return Zip(("a.txt", "heel"u8.ToArray()))[..^10];
            case "word document that expands too much":
                return Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")), ("word/document.xml", new byte[40 << 20]));
            case "program called pdf":
                return [0x7F, (byte)'E', (byte)'L', (byte)'F', .. Enumerable.Range(0, 200).Select(i => (byte)(i % 7))];
            default:
                return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        }
    }

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
}
