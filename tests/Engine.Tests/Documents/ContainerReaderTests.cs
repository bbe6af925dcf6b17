using System.IO.Compression;
using System.Text;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>What is taken out of archives and mails, and what is not believed of them.</summary>
public sealed class ContainerReaderTests
{
    private static readonly DocumentReader Reader = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("C:\\geheim\\nota.docx", "geheim/nota.docx")]
    [InlineData("/wortel/./nota.docx", "wortel/nota.docx")]
    [InlineData("map/re\u202Egnp.exe", "map/regnp.exe")]
    [InlineData("..", "Naamloos")]
    public void Name_IsWhatItIsCalled_AndNoWayOut(string name, string shown) =>
        new ContainerReader().Read(Zip((name, "x")), 0, 10, Ct).ShouldHaveSingleItem().Name.ShouldBe(shown);

    [Fact]
    public void Archive_LeavesOutFoldersAndWhatSystemsLeaveBehind_AndCountsWhatIsLeft()
    {
        var zip = Zip(("map/", ""), ("map/a.txt", "a"), ("__MACOSX/map/._a.txt", "x"), ("map/.DS_Store", "x"), ("Thumbs.db", "x"), ("b.txt", "b"));
        Reader.Read(zip, null, Ct).Members.ShouldBe(2);
        new ContainerReader().Read(zip, 0, 10, Ct).Select(member => member.Name).ShouldBe(["map/a.txt", "b.txt"]);
        new ContainerReader().Read(zip, 1, 10, Ct).Select(member => member.Name).ShouldBe(["b.txt"]);
    }

    [Fact]
    public void Archive_WithMoreFilesThanMayBe_IsNotTakenApart()
    {
        var reading = new DocumentReader(new ReadingLimits { Members = 2 }).Read(Zip(("a", "1"), ("b", "2"), ("c", "3")), null, Ct);
        (reading.ProblemCode, reading.Members).ShouldBe(("too-many-members", 0));
    }

    [Fact]
    public void Archive_UnderAPassword_IsRefusedAsAWhole()
    {
        var zip = Zip(("a.txt", "geheim"));
        // The flag of a password in the local header and in the directory (APPNOTE 4.4.4).
        zip[6] |= 1;
        zip[IndexOf(zip, "PK\u0001\u0002"u8) + 8] |= 1;
        Reader.Read(zip, null, Ct).ProblemCode.ShouldBe("encrypted-document");
    }

    [Fact]
    public void File_LargerThanOneMayBe_IsLeftOutWithItsReason() =>
        new ContainerReader(new ReadingLimits { MemberBytes = 3 }).Read(Zip(("a.txt", "kort lang"), ("b.txt", "ja")), 0, 10, Ct)
            .Select(member => member.Problem).ShouldBe(["too-large", null]);

    [Fact]
    public void Mail_GivesItsAttachments_AndMailsWithinIt_ButNoPicturesOfItsText()
    {
        var mail = Mail("<2@x>", "<1@x> <1b@x>");
        var reading = Reader.Read(mail, null, Ct);
        (reading.Members, reading.ProposedTitle, reading.ProposedFrom, reading.ProposedTo).ShouldBe((2, "De kade", "a@example.nl", "b@example.nl, c@example.nl"));
        var members = new ContainerReader().Read(mail, 0, 10, Ct);
        members.Select(member => member.Name).ShouldBe(["nota.txt", "Eerdere mail"]);
        Encoding.UTF8.GetString(members[0].Content.Span).ShouldBe("De muur staat nog.");
        Reader.Read(members[1].Content, null, Ct).MediaType.ShouldBe("message/rfc822");
    }

    [Fact]
    public void Mails_OfOneConversation_HaveOneThread()
    {
        var first = Reader.Read(Mail("<1@x>", null), null, Ct).Thread;
        first.ShouldNotBeNull().Length.ShouldBe(16);
        Reader.Read(Mail("<3@x>", "<1@x> <2@x>"), null, Ct).Thread.ShouldBe(first);
        Reader.Read(Mail("<4@x>", null), null, Ct).Thread.ShouldNotBe(first);
        Reader.Read("gewone tekst"u8.ToArray(), null, Ct).Thread.ShouldBeNull();
    }

    [Fact]
    public void Picture_ThatWouldFillTheMemory_IsKnownByItsHeader()
    {
        // A PNG of 40,000 by 40,000 whose picture was never made.
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40, 8, 2, 0, 0, 0];
        byte[] checkedPng = [.. png, .. Crc(png.AsSpan(12)), 0, 0, 0, 0, (byte)'I', (byte)'D', (byte)'A', (byte)'T', 0x35, 0xAF, 0x06, 0x1E];
        Reader.Read(checkedPng, null, Ct).ProblemCode.ShouldBe("picture-too-large");
    }

    [Theory]
    [InlineData("GIF89a..........", "image/gif")]
    [InlineData("II*\0............", "image/tiff")]
    [InlineData("RIFF....WEBPVP8 ", "image/webp")]
    public void Picture_OfAnotherKind_IsKnownByItsContent(string content, string mediaType) => Reader.Read(Encoding.Latin1.GetBytes(content), "x.jpg", Ct).MediaType.ShouldBe(mediaType);

    [Fact]
    public void OutlookMessage_IsToldFromAnOldOfficeDocument()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        Reader.Read(compound, null, Ct).ProblemCode.ShouldBe("legacy-office-document");
        Reader.Read((byte[])[.. compound, .. Encoding.Unicode.GetBytes("__substg1.0_0037001F")], null, Ct).ProblemCode.ShouldBe("outlook-message");
    }

    private static byte[] Crc(ReadOnlySpan<byte> chunk)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in chunk)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        crc = ~crc;
        return [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
    }

    private static byte[] Mail(string id, string? references) => Encoding.UTF8.GetBytes(string.Join("\r\n", (string[])
    [
        "From: a@example.nl", "To: b@example.nl", "Cc: c@example.nl", "Subject: De kade", "Date: Tue, 03 Apr 2018 10:00:00 +0200", $"Message-ID: {id}",
        .. references is null ? [] : new[] { $"References: {references}" },
        "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "",
        "--x", "Content-Type: text/plain", "", "Zie de bijlage.",
        "--x", "Content-Type: image/png", "Content-ID: <logo>", "Content-Disposition: inline; filename=logo.png", "", "png",
        "--x", "Content-Type: text/plain; name=nota.txt", "Content-Disposition: attachment; filename=nota.txt", "", "De muur staat nog.",
        "--x", "Content-Type: message/rfc822", "", "From: d@example.nl", "To: a@example.nl", "Subject: Eerdere mail", "Date: Mon, 02 Apr 2018 10:00:00 +0200", "Message-ID: <0@x>", "", "Tekst.", "--x--", "",
    ]));

    private static int IndexOf(byte[] content, ReadOnlySpan<byte> sought) => content.AsSpan().IndexOf(sought);

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
