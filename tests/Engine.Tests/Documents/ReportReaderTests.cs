using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>Production reports as programs write them, and as nobody should.</summary>
public sealed class ReportReaderTests
{
    private const string Headers = "id,document,beoordeling,beoordelingsgrond";

    [Theory]
    [InlineData("id,document,beoordeling,beoordelingsgrond,datum\r\nA-1,\"Nota, deel 2\",Deels openbaar,\"10.1.b;10.2.e\",2018-04-03\r\n")]
    [InlineData("\uFEFFDatum;BEOORDELINGSGROND;Beoordeling;Document;Id\n2018-04-03;\"10.1.b;10.2.e\";Deels openbaar;Nota, deel 2;A-1\n")]
    [InlineData("Document ID\tBestandsnaam\tBeoordeling\tBeoordelings_gronden\tOnbekend\tdatum\nA-1\tNota, deel 2\tDeels openbaar\t10.1.b;10.2.e\tx\t2018-04-03")]
    public void Csv_ColumnsInAnyOrder_UnderHeadersInAnyWriting(string csv)
    {
        var row = Read(csv).ShouldHaveSingleItem();

        (row.Number, row.Id, row.Document, row.Judgement, row.Grounds, row.Date).ShouldBe((2, "A-1", "Nota, deel 2", "Deels openbaar", "10.1.b;10.2.e", "2018-04-03"));
        (row.Family, row.Remark).ShouldBe((null, null));
    }

    [Fact]
    public void Csv_RowNumbers_AreThoseOfASpreadsheet_EmptyRowsIncluded() =>
        Read($"{Headers}\nA-1,x,Openbaar,\n\n,,,\nA-2,\"twee\nregels\",Openbaar,\nA-3,z,Openbaar,").Select(row => (row.Number, row.Id, row.Document)).ShouldBe([(2, "A-1", "x"), (5, "A-2", "twee regels"), (6, "A-3", "z")]);

    [Fact]
    public void Csv_InWindows1252_KeepsItsAccents() =>
        new ReportReader().Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"{Headers}\nA-1,Coördinatie,Openbaar,")).Rows.Single().Document.ShouldBe("Coördinatie");

    [Fact]
    public async Task Csv_ThatWeWrote_ReadsBack_GuardsAgainstFormulasIncluded()
    {
        using var to = new MemoryStream();
        await using (var csv = await InventoryCsv.BeginAsync(to, InventoryList.ProductionReport))
            await csv.WriteAsync(["A-1", "=1+1", "Niet openbaar", "10.1b;dubbel", "2018-04-03", "A-0", "pdf", "T1", "case-1", "ja", "", "-let op", "", "A-0"]);

        var row = new ReportReader().Read(to.ToArray()).Rows.ShouldHaveSingleItem();

        (row.Document, row.Grounds, row.Family, row.FileType, row.Thread, row.CaseNumber, row.Suspended, row.PublicLink, row.Remark, row.Related)
            .ShouldBe(("=1+1", "10.1b;dubbel", "A-0", "pdf", "T1", "case-1", "ja", null, "-let op", "A-0"));
    }

    [Fact]
    public void Workbook_ThatWeWrote_ReadsBack()
    {
        var bytes = InventoryWorkbook.Write(InventoryList.ProductionReport, [["A-1", "'=1+1", "Openbaar", "", "2018-04-03", "", "", "", "", "", "", "", "", ""]]);

        var read = new ReportReader().Read(bytes);

        read.Extension.ShouldBe(".xlsx");
        (read.Rows.Single().Document, read.Rows.Single().Date, read.Rows.Single().Grounds).ShouldBe(("'=1+1", "2018-04-03", null));
    }

    [Fact]
    public void Workbook_WithSharedTexts_Numbers_DatesAndGaps_ReadsWhatItShows()
    {
        var bytes = Workbook(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>beoordeling</t></is></c><c r="D1" t="str"><f>"a"</f><v>beoordelingsgrond</v></c><c r="F1" t="inlineStr"><is><t>Datum</t></is></c></row>"""
            + """<row r="4"><c r="A4"><v>5033</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><r><t>Niet </t></r><r><t>openbaar</t></r></is></c><c r="F4" s="1"><v>43193</v></c></row>""",
            "id", "document", "Nota");

        var row = new ReportReader().Read(bytes).Rows.ShouldHaveSingleItem();

        (row.Number, row.Id, row.Document, row.Judgement, row.Grounds, row.Date).ShouldBe((4, "5033", "Nota", "Niet openbaar", null, "2018-04-03"));
    }

    [Theory]
    [InlineData("", "file")]
    [InlineData("\n\n", "file")]
    [InlineData("id,document,beoordeling,beoordelingsgrond\n", "file")]
    [InlineData("id,document\nA-1,Geheim", "columns,columns")]
    [InlineData("id,document,beoordeling,beoordelingsgrond,Document ID\nA-1,Geheim,Openbaar,,A-2", "columns")]
    public void File_ThatIsNoReport_SaysWhatIsMissing_AndNothingOfWhatStandsThere(string csv, string fields)
    {
        var read = new ReportReader().Read(Encoding.UTF8.GetBytes(csv));

        read.Rows.ShouldBeEmpty();
        string.Join(',', read.Errors.Select(error => error.Field)).ShouldBe(fields);
        read.Errors.ShouldAllBe(error => !error.Detail.Contains("Geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void File_OfAnotherKind_OrWithABomb_IsRefused()
    {
        foreach (var file in new[] { "%PDF-1.7 x"u8.ToArray(), [0, 1, 2, 3], Zip(("a.txt", "x")), Workbook(new string(' ', 64 << 20)), "PK\u0003\u0004"u8.ToArray() })
            new ReportReader().Read(file).ShouldSatisfyAllConditions(read => read.Rows.ShouldBeEmpty(), read => read.Errors.ShouldNotBeEmpty());
    }

    [Fact]
    public void File_WithMoreRowsThanMay_IsRefused() =>
        new ReportReader().Read(Encoding.UTF8.GetBytes(Headers + string.Concat(Enumerable.Range(0, ReportReader.MostRows + 1).Select(i => $"\n{i},x,Openbaar,")))).Errors.ShouldHaveSingleItem().Field.ShouldBe("file");

    private static System.Collections.Immutable.ImmutableArray<ReportedRow> Read(string csv)
    {
        var read = new ReportReader().Read(Encoding.UTF8.GetBytes(csv));
        read.Errors.ShouldBeEmpty();
        read.Extension.ShouldBe(".csv");
        return read.Rows;
    }

    private static byte[] Workbook(string rows, params string[] shared)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>("rId1");
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "x", SheetId = 1, Id = "rId1" }));
            workbook.Workbook.Save();
            using (var writer = new StreamWriter(sheet.GetStream(FileMode.Create)))
                writer.Write($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");
            var table = workbook.AddNewPart<SharedStringTablePart>();
            table.SharedStringTable = new SharedStringTable(shared.Select(text => new SharedStringItem(new Text(text))));
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
