using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes an inventory as CSV (RFC 4180: commas, CRLF, quotes doubled), in UTF-8 with a byte order mark: without one a spreadsheet program takes accents
/// for something else. Row by row, so that a long one takes no more memory than a short one.
/// </summary>
public sealed class InventoryCsv : IAsyncDisposable
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";
    public const string Extension = ".csv";

    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { Delimiter = ",", NewLine = "\r\n", Encoding = Encoding.UTF8 };

    private readonly CsvWriter _csv;

    private InventoryCsv(Stream to) => _csv = new CsvWriter(new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), Rfc4180);

    /// <summary>Begins a list; <paramref name="to"/> stays open.</summary>
    public static async Task<InventoryCsv> BeginAsync(Stream to, InventoryList list)
    {
        var csv = new InventoryCsv(to);
        await csv.WriteAsync(list.Headers);
        return csv;
    }

    public async Task WriteAsync(ImmutableArray<string> row)
    {
        foreach (var cell in row)
            _csv.WriteField(SpreadsheetCell.Guarded(cell));
        await _csv.NextRecordAsync();
    }

    public async ValueTask DisposeAsync() => await _csv.DisposeAsync();
}
