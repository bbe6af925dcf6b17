using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes an inventory as a workbook (XLSX) with one sheet, row by row. Every cell is an inline text and never a formula, whatever it begins with.
/// </summary>
public sealed class InventoryWorkbook : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Extension = ".xlsx";

    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlWriter _sheet;

    private InventoryWorkbook(Stream to, string name)
    {
        _document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var workbook = _document.AddWorkbookPart();
        // Chance would make each file another one.
        _document.ChangeIdOfPart(workbook, "rId1");
        var sheet = workbook.AddNewPart<WorksheetPart>("rId1");
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = name, SheetId = 1, Id = "rId1" }));
        workbook.Workbook.Save();
        _sheet = OpenXmlWriter.Create(sheet);
        _sheet.WriteStartElement(new Worksheet());
        // The headers stay in sight.
        var headers = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var view = new SheetView(headers) { WorkbookViewId = 0 };
        _sheet.WriteElement(new SheetViews(view));
        _sheet.WriteStartElement(new SheetData());
    }

    /// <summary>Begins a list; <paramref name="to"/> must be able to go back, and stays open.</summary>
    public static InventoryWorkbook Begin(Stream to, InventoryList list)
    {
        var workbook = new InventoryWorkbook(to, list.Name);
        workbook.Write(list.Headers);
        return workbook;
    }

    /// <summary>The same rows as the same bytes, whenever they are written.</summary>
    public static byte[] Write(InventoryList list, IEnumerable<ImmutableArray<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var workbook = Begin(stream, list))
        {
            foreach (var row in rows)
                workbook.Write(row);
        }

        return StoredPackage.Rewrite(stream.ToArray());
    }

    /// <summary>A workbook that was written elsewhere, as the bytes that its rows alone decide: without the times at which its parts were written.</summary>
    public static byte[] Settled(Stream workbook)
    {
        workbook.Position = 0;
        using var bytes = new MemoryStream();
        workbook.CopyTo(bytes);
        return StoredPackage.Rewrite(bytes.ToArray());
    }

    public void Write(ImmutableArray<string> row)
    {
        _sheet.WriteStartElement(new Row());
        foreach (var cell in row)
        {
            _sheet.WriteElement(cell.Length == 0
                ? new Cell()
                : new Cell(new InlineString(new Text(cell) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString });
        }

        _sheet.WriteEndElement();
    }

    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Close();
        _sheet.Dispose();
        _document.Dispose();
    }
}
