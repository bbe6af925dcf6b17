using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Reads production reports in. The file is stored first, named by its content; the event refers to it. Of a long one the rows are taken in some hundreds at a time, each part an append: whoever
/// dies in between goes on where the log says it was. How far it has come is a job, for who waits for it.
/// </summary>
public sealed class InventoryImporting(Dossier<Case> cases, Records records, CaseFiles files, ReportReader reader, Texts texts, JobStore jobs)
{
    private const string Kind = "import-inventory";

    /// <summary>The job that shows how far a report has been read in.</summary>
    public static string JobOf(string caseId, int number) => string.Create(CultureInfo.InvariantCulture, $"import-{caseId}-{number}");

    /// <summary>A report with the words to which its rows must be compared.</summary>
    /// <param name="part">The rows of it that are gone through.</param>
    public async Task<ProductionReport> ReportAsync(
        Folded<Case> of, string sha256, string extension, ImmutableArray<ReportedRow> rows, ImmutableArray<ReportedRow> part, CancellationToken cancellation)
    {
        var read = await texts.ReadAsync(of.Log, InventoryImports.TextsOf(of.State, part), cancellation);
        return new ProductionReport(sha256, extension, rows, read.ToDictionary(text => text.Key, text => ReportReader.CellOf(text.Value ?? Texts.Erased) ?? ""));
    }

    /// <summary>Begins the job, so that it can be looked at; the duty does the work.</summary>
    public Task BeginAsync(string caseId, InventoryImport import, CancellationToken cancellation) => jobs.BeginAsync(JobFor(caseId, import), cancellation);

    /// <summary>Takes in all that is left of a report, part by part.</summary>
    public async Task PerformAsync(string caseId, ImportRows duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || InventoryImports.Owed(now.State) != duty || InventoryImports.UnfinishedIn(now.State) is not { } import)
            return;
        var rows = await RowsAsync(caseId, import, cancellation);
        while (InventoryImports.Owed(now.State) is { } next && next.Number == import.Number)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = await ReportAsync(now, import.Sha256, import.Extension, rows, InventoryImports.RowsFor(next, rows), cancellation);
            if (await records.OnCaseAsync(caseId, next.Key, (latest, at) => InventoryImports.Take(latest, next, report, at), cancellation) is not Done<Case> done)
                return;
            now = done.After;
            await ShowAsync(JobFor(caseId, now.State.Imports[import.Number - 1]), cancellation);
        }
    }

    private async Task<ImmutableArray<ReportedRow>> RowsAsync(string caseId, InventoryImport import, CancellationToken cancellation)
    {
        var file = await files.OpenReportAsync(caseId, import.Sha256, import.Extension, cancellation) ?? throw new ArtifactDiffersException("A production report is not where it was stored.");
        using var content = new MemoryStream();
        await using (file)
            await file.CopyToAsync(content, cancellation);
        var read = reader.Read(content.ToArray(), cancellation);
        return read.Rows.Length == import.Rows ? read.Rows : throw new ArtifactDiffersException("A production report doesn't read as it did.");
    }

    private static Job JobFor(string caseId, InventoryImport import) => new(
        JobOf(caseId, import.Number), Kind, import.FinishedOn is null ? JobState.Running : JobState.Done, import.Done, InventoryImports.CursorsOf(import.Rows), null, []);

    /// <summary>Progress is for who watches; the log knows it anyway.</summary>
    private async Task ShowAsync(Job job, CancellationToken cancellation)
    {
        var known = await jobs.FindAsync(job.Id, cancellation);
        if (known is null)
            await jobs.BeginAsync(job, cancellation);
        else if (known.Job.Done <= job.Done)
            await jobs.AdvanceAsync(known, job, cancellation);
    }
}
