using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents;

/// <summary>
/// Reads the rows of a production report (productierapport) from CSV or a workbook. Columns come in any order, under headers whose case, spaces and points don't matter; a column that nobody
/// knows is passed over. Which of the two a file is, its content says.
/// </summary>
public sealed class ReportReader(ReadingLimits? limits = null)
{
    /// <summary>Rows that one report may have.</summary>
    public const int MostRows = 20_000;

    private const int LongestCell = 20_000;

    private static readonly FrozenDictionary<string, string> Known = ReportColumns.All.Select(column => (column, As: column))
        .Concat(
        [
            ("document id", ReportColumns.Id), ("bestandsnaam", ReportColumns.Document), ("documentnaam", ReportColumns.Document), ("titel", ReportColumns.Document),
            ("beoordelingsgronden", ReportColumns.Grounds), ("weigeringsgrond", ReportColumns.Grounds), ("weigeringsgronden", ReportColumns.Grounds),
            ("familie", ReportColumns.Family), ("family id", ReportColumns.Family), ("bestandstype", ReportColumns.FileType), ("thread id", ReportColumns.Thread),
            ("zaaknummer", ReportColumns.CaseNumber), ("gerelateerde id", ReportColumns.Related), ("gerelateerd document id", ReportColumns.Related),
        ])
        .ToFrozenDictionary(row => Plain(row.Item1), row => row.Item2, StringComparer.Ordinal);

    private readonly DocumentReader _documents = new(limits ?? new ReadingLimits());

    /// <summary>Reads a report. Whatever the file is, the answer is rows or what is wrong with it as a whole.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: the one exception that comes out.</exception>
    public ReadReportFile Read(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.IsEmpty)
            return Wrong("file", "Dit bestand is leeg.");
        try
        {
            var type = DocumentType.Of(content.Span);
            if (type != DocumentType.Zip)
                return type == DocumentType.Text && TextDecoding.Decode(content.Span) is { } text ? Rows(".csv", Csv(text, cancellation)) : Wrong("file", "Dit is geen CSV-bestand en geen Excel-werkmap (XLSX).");
            // Whether it may be opened at all is found as for any document that comes in.
            var read = _documents.Read(content, fileName: null, cancellation);
            return read is { Readable: true, Extension: ".xlsx" or ".xlsm" }
                ? Rows(".xlsx", WorkbookRows.Of(content.ToArray(), cancellation))
                : Wrong("file", "Deze werkmap is niet te lezen: zij is beschadigd, versleuteld of geen Excel-werkmap (XLSX).");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The boundary to hostile input: parsers throw what they like.
            return Wrong("file", "Dit bestand is niet te lezen. Bewaar het opnieuw als CSV (UTF-8) of XLSX.");
        }
    }

    private static ReadReportFile Rows(string extension, IEnumerable<(int Number, ImmutableArray<string?> Cells)> rows)
    {
        using var all = rows.Where(row => row.Cells.Any(cell => cell is not null)).GetEnumerator();
        if (!all.MoveNext())
            return Wrong("file", "Dit bestand heeft geen rijen.");
        var headers = all.Current.Cells;
        var columns = headers.Index().Select(header => (header.Index, Column: header.Item is { } text ? Known.GetValueOrDefault(Plain(text)) : null)).Where(header => header.Column is not null).ToList();
        ImmutableArray<FieldError> wrong =
        [
            .. ReportColumns.Required.Where(required => columns.TrueForAll(header => header.Column != required)).Select(missing => new FieldError("columns", $"De kolom {missing} ontbreekt.")),
            .. columns.GroupBy(header => header.Column).Where(same => same.Count() > 1).Select(same => new FieldError("columns", $"De kolom {same.Key} staat er meer dan één keer.")),
        ];
        if (!wrong.IsEmpty)
            return new ReadReportFile(extension, [], wrong);
        var place = columns.ToDictionary(header => header.Column!, header => header.Index, StringComparer.Ordinal);
        var (read, tooLong) = (ImmutableArray.CreateBuilder<ReportedRow>(), ImmutableArray.CreateBuilder<FieldError>());
        while (all.MoveNext())
        {
            if (read.Count == MostRows)
                return Wrong("file", $"Een productierapport heeft hier ten hoogste {MostRows} rijen. Splits het.");
            var (number, cells) = all.Current;
            string? Cell(string column) => place.TryGetValue(column, out var at) && at < cells.Length ? cells[at] : null;
            foreach (var column in ReportColumns.All.Where(column => Cell(column) is { Length: > LongestCell }))
                tooLong.Add(new FieldError(string.Create(CultureInfo.InvariantCulture, $"rows[{number}].{column}"), $"Een cel heeft ten hoogste {LongestCell} tekens."));
            read.Add(new ReportedRow(number, Cell(ReportColumns.Id), Cell(ReportColumns.Document), Cell(ReportColumns.Judgement), Cell(ReportColumns.Grounds))
            {
                Date = DateOf(Cell(ReportColumns.Date), extension),
                Family = Cell(ReportColumns.Family),
                FileType = Cell(ReportColumns.FileType),
                Thread = Cell(ReportColumns.Thread),
                CaseNumber = Cell(ReportColumns.CaseNumber),
                Suspended = Cell(ReportColumns.Suspended),
                PublicLink = Cell(ReportColumns.PublicLink),
                Remark = Cell(ReportColumns.Remark),
                Related = Cell(ReportColumns.Related),
            });
        }

        return tooLong.Count > 0 ? new ReadReportFile(extension, [], tooLong.ToImmutable())
            : read.Count == 0 ? Wrong("file", "Dit bestand heeft alleen kopjes en geen rijen.")
            : new ReadReportFile(extension, read.ToImmutable(), []);
    }

    private static IEnumerable<(int Number, ImmutableArray<string?> Cells)> Csv(string text, CancellationToken cancellation)
    {
        text = text.TrimStart('\uFEFF');
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = DelimiterOf(text), IgnoreBlankLines = false, BadDataFound = null, MaxFieldSize = 1 << 20 };
        using var parser = new CsvParser(new StringReader(text), configuration);
        while (parser.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (parser.Row, [.. (parser.Record ?? []).Select(cell => CellOf(SpreadsheetCell.Bare(cell)))]);
        }
    }

    /// <summary>What stands most between the headers: a semicolon is what a Dutch spreadsheet program writes, and stands within cells in other files.</summary>
    private static string DelimiterOf(string text)
    {
        var quoted = false;
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        foreach (var c in text.SkipWhile(c => c is '\r' or '\n').TakeWhile(c => quoted || c is not ('\r' or '\n')))
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && counts.TryGetValue(c, out var count))
                counts[c] = count + 1;
        }

        return counts.MaxBy(count => count.Value).Key.ToString();
    }

    /// <summary>On one line, as an inventory is written; null where nothing is left.</summary>
    public static string? CellOf(string? text) => PlainCharacters.OneLine(text ?? "").Trim() is { Length: > 0 } cell ? cell : null;

    /// <summary>A workbook keeps a date as a number of days.</summary>
    private static string? DateOf(string? cell, string extension) =>
        extension == ".xlsx" && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 1 and < 2_958_466
            ? DateOnly.FromDateTime(DateTime.FromOADate(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell;

    /// <summary>Letters and digits alone.</summary>
    private static string Plain(string header)
    {
        var plain = new StringBuilder();
        foreach (var c in header.Where(char.IsLetterOrDigit))
            plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    private static ReadReportFile Wrong(string field, string detail) => new("", [], [new FieldError(field, detail)]);
}

/// <summary>What was read from the file of a production report.</summary>
/// <param name="Extension">By its content, with its dot.</param>
/// <param name="Rows">None where anything is wrong with the file as a whole.</param>
/// <param name="Errors">What that is; none of it says what stands in a cell.</param>
public sealed record ReadReportFile(string Extension, ImmutableArray<ReportedRow> Rows, ImmutableArray<FieldError> Errors);
