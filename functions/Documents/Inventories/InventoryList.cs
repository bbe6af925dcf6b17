using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents;

/// <summary>
/// A layout of the inventory as a table. The law prescribes none; these are the columns of the open platform of the Ministry of Health, which others use
/// as well: those that go in (productierapport), and those that the public gets.
/// </summary>
public sealed class InventoryList
{
    private const string Yes = "ja";

    private readonly ImmutableArray<Column> _columns;

    private InventoryList(string name, ImmutableArray<Column> columns) => (Name, _columns) = (name, columns);

    /// <summary>The columns in which inventories are exchanged, and can be read in again.</summary>
    public static InventoryList ProductionReport { get; } = new("productierapport",
    [
        new(ReportColumns.Id, entry => entry.Line.Id),
        new(ReportColumns.Document, entry => entry.Title),
        new(ReportColumns.Judgement, JudgementOf),
        new(ReportColumns.Grounds, GroundsOf),
        new(ReportColumns.Date, entry => entry.Line.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new(ReportColumns.Family, entry => entry.FamilyId ?? entry.Line.FamilyCode),
        new(ReportColumns.FileType, entry => entry.Line.FileType),
        new(ReportColumns.Thread, entry => entry.Line.Thread),
        new(ReportColumns.CaseNumber, entry => entry.CaseId),
        new(ReportColumns.Suspended, SuspendedOf),
        new(ReportColumns.PublicLink, LinkOf),
        new(ReportColumns.Remark, entry => entry.Remark),
        new(ReportColumns.Matter, entry => entry.Matter),
        new(ReportColumns.Related, entry => Joined(entry.RelatedIds)),
    ]);

    /// <summary>The columns of the list that goes with a decision.</summary>
    public static InventoryList Public { get; } = new("inventarislijst",
    [
        new("Document ID", entry => entry.Line.Id),
        new("Documentnummer", entry => entry.Line.Number.ToString(CultureInfo.InvariantCulture)),
        new("Bestandsnaam", entry => entry.Title),
        new("Beoordeling", JudgementOf),
        new("Beoordelingsgrond", GroundsOf),
        new("Toelichting", RemarkOf),
        new("Publieke link", entry => entry.Line.Location),
        new("Locatie document ID", entry => entry.PublicLink),
        new("Opgeschort", SuspendedOf),
        new("Gerelateerd Documentnummer", entry => Joined(entry.RelatedNumbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))),
        new("Locatie gerelateerd ID", entry => Joined(entry.RelatedLinks)),
        new("Besluitnaam", entry => entry.Decision),
    ]);

    /// <summary>What the list is called; a file name and a sheet's.</summary>
    public string Name { get; }

    public ImmutableArray<string> Headers => [.. _columns.Select(column => column.Header)];

    /// <summary>A row, in the order of <see cref="Headers"/>; an empty text where there is nothing to say.</summary>
    public ImmutableArray<string> RowOf(InventoryEntry entry) => [.. _columns.Select(column => PlainCharacters.OneLine(column.Cell(entry) ?? ""))];

    private static string? JudgementOf(InventoryEntry entry) => entry.Line.Judgement is { } judgement ? Judgements.Dutch(judgement) : null;

    private static string? GroundsOf(InventoryEntry entry) =>
        Joined([.. entry.Line.Grounds.Select(ground => ground.Key), .. entry.Line.DuplicateOf is null ? Array.Empty<string>() : [ReportColumns.Duplicate]]);

    private static string? SuspendedOf(InventoryEntry entry) => entry.Line.Suspended ? Yes : null;

    private static string? LinkOf(InventoryEntry entry) => entry.Line.Location ?? entry.PublicLink;

    private static string? RemarkOf(InventoryEntry entry) =>
        entry.Line.DroppedOn is { } dropped ? string.Join(". ", new[] { entry.Remark, $"Vervallen op {DutchText.Date(dropped)}" }.OfType<string>()) : entry.Remark;

    private static string Joined(IEnumerable<string> parts) => string.Join(ReportColumns.Separator, parts.Where(part => part.Length > 0));

    private sealed record Column(string Header, Func<InventoryEntry, string?> Cell);
}
