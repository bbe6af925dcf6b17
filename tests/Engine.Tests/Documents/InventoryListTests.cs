using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>The inventory as tables: exact headers, RFC 4180, and no cell that a spreadsheet program takes for a formula.</summary>
public sealed class InventoryListTests
{
    [Fact]
    public void Public_Headers_AreThoseOfThePublicList() => InventoryList.Public.Headers.ShouldBe(
    [
        "Document ID", "Documentnummer", "Bestandsnaam", "Beoordeling", "Beoordelingsgrond", "Toelichting", "Publieke link", "Locatie document ID", "Opgeschort",
        "Gerelateerd Documentnummer", "Locatie gerelateerd ID", "Besluitnaam",
    ]);

    [Fact]
    public void ProductionReport_Headers_AreThoseOfTheProductionReport() => InventoryList.ProductionReport.Headers.ShouldBe(
    [
        "id", "document", "beoordeling", "beoordelingsgrond", "datum", "family", "file type", "email thread id", "zaaknr", "opgeschort", "publieke link", "toelichting", "matter",
        "gerelateerd id",
    ]);

    [Fact]
    public void Row_HoldsJudgementAndGrounds_AsTheyAreExchanged()
    {
        var row = Cells(InventoryList.ProductionReport, Entry("Nota", grounds: ["10.1.b", "10.2.e"], duplicate: 1));

        (row["id"], row["document"], row["beoordeling"], row["beoordelingsgrond"], row["datum"]).ShouldBe(("ABC-7", "Nota", "Deels openbaar", "10.1b;10.2e;dubbel", "2021-04-10"));
        (row["file type"], row["zaaknr"], row["gerelateerd id"], row["opgeschort"]).ShouldBe(("pdf", "case-1", "doc-1", "ja"));
        Cells(InventoryList.Public, Entry("Nota"))["Documentnummer"].ShouldBe("7");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+31 6")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task Csv_CellThatBeginsLikeAFormula_IsText(string title)
    {
        var csv = await CsvAsync(Entry(title));

        csv.ShouldContain("'" + title.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Split("\r\n")[1].Split(',')[1].TrimStart('"')[0].ShouldBe('\'');
    }

    [Fact]
    public async Task Csv_IsRfc4180_InUtf8WithAByteOrderMark()
    {
        using var to = new MemoryStream();
        await using (var csv = await InventoryCsv.BeginAsync(to, InventoryList.ProductionReport))
            await csv.WriteAsync(InventoryList.ProductionReport.RowOf(Entry("Nota \"één\", twee\nregels")));
        var bytes = to.ToArray();

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var text = Encoding.UTF8.GetString(bytes.AsSpan(3));
        text.ShouldStartWith("id,document,beoordeling,beoordelingsgrond,");
        text.ShouldContain("\"Nota \"\"één\"\", twee regels\"");
        text.ShouldEndWith("\r\n");
    }

    [Fact]
    public void Workbook_EveryCell_IsAnInlineTextAndNeverAFormula()
    {
        var bytes = InventoryWorkbook.Write(InventoryList.Public, [InventoryList.Public.RowOf(Entry("=1+1")), InventoryList.Public.RowOf(Entry("Ünïcode & <teken>"))]);

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(workbook).Select(error => error.Description).ShouldBeEmpty();
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        rows.Count.ShouldBe(3);
        rows.SelectMany(row => row.Descendants<CellFormula>()).ShouldBeEmpty();
        rows[1].Elements<Cell>().ElementAt(2).InnerText.ShouldBe("=1+1");
        rows[2].Elements<Cell>().ElementAt(2).InnerText.ShouldBe("Ünïcode & <teken>");
    }

    [Fact]
    public void Workbook_IsTheSameBytes_WheneverItIsWritten()
    {
        byte[] Write() => InventoryWorkbook.Write(InventoryList.Public, [InventoryList.Public.RowOf(Entry("Nota"))]);
        var first = Write();

        Convert.ToHexString(SHA256.HashData(Write())).ShouldBe(Convert.ToHexString(SHA256.HashData(first)));
        // A time in it would make it another file each second.
        using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    private static Dictionary<string, string> Cells(InventoryList list, InventoryEntry entry) =>
        list.Headers.Zip(list.RowOf(entry)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);

    private static async Task<string> CsvAsync(InventoryEntry entry)
    {
        using var to = new MemoryStream();
        await using (var csv = await InventoryCsv.BeginAsync(to, InventoryList.ProductionReport))
            await csv.WriteAsync(InventoryList.ProductionReport.RowOf(entry));
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static InventoryEntry Entry(string title, string[]? grounds = null, int? duplicate = null) => new(
        new InventoryLine(
            new DocumentId(7), 7, "ABC-7", FreeText.Of(title, new byte[32]), new DateOnly(2021, 4, 10), DocumentKind.Memo, Judgement.PartlyPublic,
            [.. (grounds ?? []).Select(Ground.Parse)], null, null, duplicate is { } of ? new DocumentId(of) : null, null, [], Suspended: true, null, FileType: "pdf"),
        title, null, "case-1", null, null, duplicate is { } related ? [new DocumentId(related).ToString()] : ImmutableArray<string>.Empty, [], null, [], null);
}
