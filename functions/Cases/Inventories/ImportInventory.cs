using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// Reads a production report (productierapport) into the inventory: a row about a document that is here describes and judges it, a new id becomes a document without content. All rows or none;
/// what is wrong is said by row and column. Nothing is ever taken out: what the report doesn't list stays as it was. Taken by <c>PUT …/inventory</c>.
/// </summary>
public sealed record ImportInventory : IStep<Case, ImportInventory>
{
    /// <summary>More errors help nobody.</summary>
    private const int MostErrors = 1000;

    public static StepRule<Case> Rule { get; } = new(
        "import-inventory", nl: "Productierapport inlezen", en: "Import a production report", [Role.Handler], article: "Woo 4.1", when: Pending.WhyNot);

    /// <summary>The report, stored before the step is taken. Never part of what a client sends as JSON.</summary>
    [JsonIgnore]
    public ProductionReport? Report { get; init; }

    public static Outcome Decide(Case c, ImportInventory step, At at)
    {
        if (step.Report is not { } report)
            return Refused.Invalid("file", "file-missing", "Stuur het productierapport mee.");
        var plan = ImportPlan.Checked(c, report, at.Actor.Clearance, at);
        if (plan.Errors is { IsEmpty: false } errors)
            return Wrong(errors);
        if (plan.Rows.IsEmpty)
            return Outcome.Of();
        if (plan.Rows.Any(row => row.Describes) && Collecting.WhyNot(c) is { } collected)
            return collected;
        if (plan.Rows.Any(row => row.Judgement is not null) && c.Milestones.ReviewClosedOn is not null)
            return new Refused("review-closed", "De beoordeling is afgesloten: heropen haar eerst.");

        var number = c.Imports.Count + 1;
        var begun = new InventoryImportBegun(number, report.Sha256, report.Extension, report.Rows.Length, plan.Added, plan.Updated, plan.Left, at.Actor.Clearance);
        if (plan.Rows.Length > InventoryImports.AtOnce)
            return begun;
        // What the event weighs is what its rows say: few enough are in the log with the step itself.
        var rows = new InventoryRowsImported(number, InventoryImports.CursorsOf(report.Rows.Length), plan.Rows, new ImportRows(number, 0).Key);
        return Outcome.Of([begun, rows, .. InventoryImports.DerivedToReassess(c, begun, rows, at)]);
    }

    private static Refused Wrong(ImmutableArray<FieldError> errors) => Refused.Invalid(
        "rows", "inventory-not-imported", "Dit productierapport is niet ingelezen; er is niets vastgelegd. Hieronder staat per rij en kolom wat er mis is.") with
    {
        Errors = errors.Length <= MostErrors
            ? errors
            : [.. errors.Take(MostErrors), new FieldError("rows", string.Create(CultureInfo.InvariantCulture, $"En nog {errors.Length - MostErrors} fouten; herstel eerst deze."))],
    };
}

/// <summary>A production report as it was read from its file.</summary>
/// <param name="Sha256">Of the file, under which it is kept.</param>
/// <param name="Extension">Of the file, with its dot.</param>
/// <param name="Known">The titles and remarks that the case has, each on one line; without them every cell counts as another text.</param>
public sealed record ProductionReport(string Sha256, string Extension, ImmutableArray<ReportedRow> Rows, IReadOnlyDictionary<FreeText, string> Known);

/// <summary>A production report that was, or is being, read in.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Sha256">Of its file.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Added">Documents that were new.</param>
/// <param name="Updated">Documents that it said something else of.</param>
/// <param name="Left">Documents of the inventory that it didn't list; they stay.</param>
/// <param name="Clearance">Of who sent it: of documents above it only the judgement is read.</param>
/// <param name="Done">How far it has come (<see cref="InventoryImports.CursorsOf"/>).</param>
/// <param name="FinishedOn">Null while some of it is left.</param>
public sealed record InventoryImport(
    int Number, string Sha256, string Extension, int Rows, int Added, int Updated, int Left, Marking Clearance, DateOnly On, string By, int Done = 0, DateOnly? FinishedOn = null);

/// <summary>Reads long production reports in by parts, and keeps everything else still meanwhile.</summary>
public static class InventoryImports
{
    /// <summary>Rows that one event holds at most: however long their links are, they come to less than a step may append.</summary>
    public const int AtOnce = 250;

    /// <summary>Each row is gone through twice: what it says of its document, and then, when all are there, how documents hang together.</summary>
    public static int CursorsOf(int rows) => 2 * rows;

    /// <summary>The import that goes on; null where none does.</summary>
    public static InventoryImport? UnfinishedIn(Case c) => c.Imports.LastOrDefault() is { FinishedOn: null } import ? import : null;

    /// <summary>What the engine is to do next; null where there is nothing.</summary>
    public static ImportRows? Owed(Case c) => UnfinishedIn(c) is { } import ? new ImportRows(import.Number, import.Done) : null;

    /// <summary>Nobody changes the documents under a report that was found right as they stood.</summary>
    internal static Refused? WhyNot(Case c) => UnfinishedIn(c) is not null
        ? new Refused("import-unfinished", "Een productierapport wordt nog ingelezen; probeer het zo opnieuw.")
        : null;

    /// <summary>The texts with which rows must be compared to see what changes.</summary>
    public static IEnumerable<FreeText> TextsOf(Case c, IEnumerable<ReportedRow> rows)
    {
        var references = References.Of(c);
        foreach (var id in rows.Select(row => row.Id is { } said ? references.Find(said) : null).OfType<DocumentId>())
        {
            yield return c.Documents[id]!.Title;
            if (c.Inventoried.GetValueOrDefault(id)?.Remark is { } remark)
                yield return remark;
        }
    }

    /// <summary>The rows that a duty goes through.</summary>
    public static ImmutableArray<ReportedRow> RowsFor(ImportRows duty, ImmutableArray<ReportedRow> rows)
    {
        var from = duty.From % Math.Max(1, rows.Length);
        return [.. rows.Skip(from).Take(AtOnce)];
    }

    /// <summary>Takes in the next rows, decided on the newest state; nothing where that was done already.</summary>
    public static Outcome Take(Case c, ImportRows duty, ProductionReport report, At at)
    {
        if (UnfinishedIn(c) is not { } import || import.Number != duty.Number || import.Done != duty.From)
            return Outcome.Of();
        var part = RowsFor(duty, report.Rows);
        var describing = duty.From < report.Rows.Length;
        var rows = describing ? ImportPlan.Describing(c, report, part, import.Clearance, at) : ImportPlan.Linking(c, part, at);
        var happened = new InventoryRowsImported(import.Number, duty.From + part.Length, rows, duty.Key);
        return Outcome.Of([happened, .. DerivedToReassess(c, null, happened, at)]);
    }

    /// <summary>What derives from documents that this makes public.</summary>
    internal static ImmutableArray<Event> DerivedToReassess(Case before, InventoryImportBegun? begun, InventoryRowsImported rows, At at)
    {
        var entry = new Entry(0, at.Moment, at.On, at.Actor.Id);
        var after = rows.ApplyTo(begun?.ApplyTo(before, entry) ?? before, entry);
        var put = ImmutableArray.CreateBuilder<Event>();
        foreach (var judged in rows.Rows.Where(row => before.Documents[row.DocumentId] is not null).Select(row => row.Assessed).OfType<DocumentAssessed>())
        {
            // Each is numbered after those before it.
            foreach (var happened in AssessDocument.DerivedToReassess(before, after, judged).Cast<CaseEvent>())
            {
                put.Add(happened);
                after = happened.ApplyTo(after, entry);
            }
        }

        return put.ToImmutable();
    }
}

/// <summary>Take in the next rows of a production report.</summary>
/// <param name="Number">The <see cref="InventoryImport"/>.</param>
/// <param name="From">How far it had come.</param>
public sealed record ImportRows(int Number, int From) : Duty(string.Create(CultureInfo.InvariantCulture, $"import-rows:{Number}:{From}"));

/// <summary>A production report was found right as a whole. Its file holds the rows; <see cref="InventoryRowsImported"/> says what each changes.</summary>
/// <inheritdoc cref="InventoryImport"/>
public sealed record InventoryImportBegun(int Number, string Sha256, string Extension, int Rows, int Added, int Updated, int Left, Marking Clearance) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Imports = c.Imports.Add(new InventoryImport(Number, Sha256, Extension, Rows, Added, Updated, Left, Clearance, entry.On, entry.Actor)),
    };
}

/// <summary>Rows of a production report were taken in.</summary>
/// <param name="Done">How far it has come.</param>
/// <param name="Rows">Those that changed something.</param>
public sealed record InventoryRowsImported(int Number, int Done, ImmutableArray<ImportedRow> Rows, string DutyKey) : CaseEvent, IDischarge
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var after = Rows.Aggregate(c, (state, row) => row.ApplyTo(state, entry));
        return after with
        {
            Imports = after.Imports.ConvertAll(import => import.Number != Number ? import : import with
            {
                Done = Done,
                FinishedOn = Done >= InventoryImports.CursorsOf(import.Rows) ? entry.On : null,
            }),
        };
    }
}

/// <summary>What a row of a production report changes of a document; what is null stays as it was.</summary>
/// <param name="DocumentId">A document that isn't here yet begins with it.</param>
/// <param name="Reference">The id that a new document goes by in the report.</param>
/// <param name="Kind">The sort of a new document.</param>
/// <param name="Grounds">Together with <paramref name="Judgement"/>.</param>
/// <param name="Suspended">Whether its disclosure is suspended from now on.</param>
public sealed record ImportedRow(
    DocumentId DocumentId,
    string? Reference = null,
    FreeText? Title = null,
    DocumentKind? Kind = null,
    DateOnly? Date = null,
    FreeText? Remark = null,
    string? Family = null,
    string? Thread = null,
    string? FileType = null,
    Judgement? Judgement = null,
    ImmutableArray<Ground>? Grounds = null,
    string? Location = null,
    bool? Suspended = null,
    ImmutableArray<DocumentLink>? Links = null)
{
    /// <summary>Whether it says anything at all.</summary>
    internal bool IsEmpty => this is { Title: null, Date: null, Remark: null, Family: null, Thread: null, FileType: null, Judgement: null, Suspended: null, Links: null };

    /// <summary>Whether it says of a document what the collection says.</summary>
    internal bool Describes => this is not { Title: null, Date: null, Family: null, Thread: null, FileType: null };

    /// <summary>Its judgement as that of a document; null where it gives none.</summary>
    internal DocumentAssessed? Assessed => Judgement is { } judgement ? new DocumentAssessed(DocumentId, judgement, Grounds ?? [], null, Location) : null;

    public Case ApplyTo(Case c, Entry entry)
    {
        var after = c.Documents[DocumentId] is null
            ? new DocumentAdded(DocumentId, Title!, Kind ?? DocumentKind.Other, Date, Marking.None, null, null, null).ApplyTo(c, entry)
            : Title is null && Date is null ? c : new DocumentDescribed(DocumentId, Title, null, Date, null, null, null).ApplyTo(c, entry);
        if (Reference is not null || Remark is not null || Family is not null || Thread is not null || FileType is not null)
        {
            var facts = after.Inventoried.GetValueOrDefault(DocumentId) ?? new InventoryFacts(null, null);
            after = after with
            {
                Inventoried = after.Inventoried.SetItem(DocumentId, new InventoryFacts(
                    Reference ?? facts.Reference, Remark ?? facts.Remark, Family ?? facts.Family, Thread ?? facts.Thread, FileType ?? facts.FileType)),
            };
        }

        after = Assessed?.ApplyTo(after, entry) ?? after;
        if (Suspended == true)
            after = after with { Documents = after.Documents.With(DocumentId, document => document with { Release = document.Release with { SuspendedOn = document.Release.SuspendedOn ?? entry.On } }) };
        return (Links ?? []).Aggregate(after, (state, link) => new DocumentLinked(DocumentId, link.To, link.Kind).ApplyTo(state, entry));
    }
}
