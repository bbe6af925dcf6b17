using System.IO.Compression;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

public sealed class DatedLetterTests
{
    private static readonly DateOnly Day = new(2022, 3, 11);

    [Fact]
    public void Letter_WithoutItsControl_HasTheWordsReplaced()
    {
        // As a program leaves it that knows no content controls.
        var letter = Changed(Letter(), xml => xml.Replace("w:val=\"date\"", "w:val=\"was-date\"", StringComparison.Ordinal));

        var dated = DocxText.Read(DatedLetter.Of(letter, Day)).All;

        dated.ShouldContain("11 maart 2022");
        dated.ShouldNotContain(LetterWriter.NoDateYet);
    }

    [Fact]
    public void Letter_OnWhichSomebodyWroteADate_KeepsIt()
    {
        var letter = Changed(Letter(), xml => xml.Replace("w:val=\"date\"", "w:val=\"was-date\"", StringComparison.Ordinal)
            .Replace(LetterWriter.NoDateYet, "medio maart", StringComparison.Ordinal));

        DocxText.Read(DatedLetter.Of(letter, Day)).All.ShouldBe(DocxText.Read(letter).All);
    }

    [Fact]
    public void Letter_DatedTwice_IsTheSameBytes_AndNothingElseChanged()
    {
        var letter = Letter();

        DatedLetter.Of(letter, Day).ShouldBe(DatedLetter.Of(letter, Day));
        DocxText.Read(DatedLetter.Of(letter, Day)).All.ShouldBe(DocxText.Read(letter).All.Replace(LetterWriter.NoDateYet, "11 maart 2022", StringComparison.Ordinal));
    }

    [Fact]
    public void File_ThatIsNoLetter_IsRefused()
    {
        Should.Throw<LetterTemplateException>(() => DatedLetter.Of("geen Word"u8.ToArray(), Day));
        Should.Throw<LetterTemplateException>(() => DatedLetter.Of(Changed(Letter(), _ => "<kapot"), Day));
    }

    private static byte[] Letter() => LetterExamples.Write(LetterExamples.Of(LetterExamples.All[0]) with { Date = null });

    /// <summary>The letter with its text changed, as an editor would.</summary>
    private static byte[] Changed(byte[] letter, Func<string, string> change)
    {
        using var package = new MemoryStream();
        package.Write(letter);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var name in zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
                && (name.Contains("document", StringComparison.Ordinal) || name.Contains("header", StringComparison.Ordinal) || name.Contains("footer", StringComparison.Ordinal))).ToList())
            {
                string xml;
                using (var part = new StreamReader(zip.GetEntry(name)!.Open()))
                    xml = part.ReadToEnd();
                zip.GetEntry(name)!.Delete();
                using var changed = new StreamWriter(zip.CreateEntry(name).Open());
                changed.Write(change(xml));
            }
        }

        return package.ToArray();
    }
}
