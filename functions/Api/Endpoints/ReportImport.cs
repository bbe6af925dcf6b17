using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Takes in a production report (productierapport), in whatever way it was sent: it is read and tried before a byte of it is kept.</summary>
internal sealed class ReportImport(Steps steps, CaseFiles files, ReportReader reader, InventoryImporting importing, Trial trial, CaseEndpoints cases)
{
    private const string Csv = "text/csv";

    /// <summary>The media types in which a report may be sent as the whole body.</summary>
    public static ImmutableArray<string> MediaTypes { get; } = [Csv, InventoryWorkbook.MediaType];

    /// <summary>Reads in a report.</summary>
    /// <param name="read">Reads what was sent; only once it is known that this caller may.</param>
    /// <returns>The case as the step left it, what was read, and the import; null where nothing changed.</returns>
    /// <exception cref="ProblemException">It was not read in.</exception>
    public async Task<(Folded<Case> After, ImmutableArray<ReportedRow> Rows, InventoryImport? Import)> RunAsync(
        string caseId, Asked asked, Func<Task<(ReadOnlyMemory<byte> File, DateOnly? EffectiveOn)>> read, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var step = CaseEndpoints.StepOf<ImportInventory>();
        NotDone.Unless(step, asked.Actor);
        var (file, effectiveOn) = await read();
        var report = reader.Read(file, cancellation);
        if (report.Errors is { IsEmpty: false } errors)
            throw new ProblemException(Problems.Of(Refused.Invalid("file", "inventory-not-imported", "Dit productierapport is niet ingelezen; er is niets vastgelegd.") with { Errors = errors }));
        var mediaType = report.Extension == InventoryWorkbook.Extension ? InventoryWorkbook.MediaType : Csv;
        var import = new ImportInventory { Report = await importing.ReportAsync(found, NotStored, report.Extension, report.Rows, report.Rows, cancellation) };
        await trial.RunAsync(found, step, import, asked, effectiveOn, asked.Sight.StepsOn(found.State), cancellation);
        var hash = await files.StoreReportAsync(caseId, file, report.Extension, mediaType, cancellation);
        var taken = await steps.TakeAsync(
            caseId, step, import with { Report = import.Report! with { Sha256 = hash } }, asked.Actor, effectiveOn, asked.Key, Encoding.ASCII.GetBytes($"{hash}\n{effectiveOn:yyyy-MM-dd}"), asked.IfMatch, cancellation);
        if (NotDone.Of(taken, step, state => asked.Sight.StepsOn(state), Problems.CaseNotFound) is { } problem)
            throw new ProblemException(problem);
        var done = (Done<Case>)taken;
        var after = await cases.AfterAsync(done, cancellation);
        var imported = IsInTheLog(done, asked) ? after.State.Imports[^1] : null;
        if (imported is { FinishedOn: null })
            await importing.BeginAsync(caseId, imported, cancellation);
        return (after, report.Rows, imported);
    }

    /// <summary>Reads a report out of a request: the body itself, or a form with a part <c>file</c>.</summary>
    /// <exception cref="ProblemException">It is too large, or neither.</exception>
    public static async Task<(ReadOnlyMemory<byte> File, DateOnly? EffectiveOn)> ReadAsync(HttpContext http, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type))
            throw new ProblemException(Problems.NotAReport);
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var upload = await Upload.ReadAsync(http, cancellation);
            if (upload.File is not { } file)
                throw new ProblemException(Problems.Invalid("file", "Stuur het productierapport mee."));
            var metadata = upload.Metadata.IsEmpty ? "{}"u8.ToArray() : upload.Metadata;
            return (await ReadAsync(file, cancellation), NotDone.Payload(typeof(ImportInventory), metadata).EffectiveOn);
        }

        if (!MediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(Problems.NotAReport);
        // The server's own limit is another, and would cut the connection instead of answering.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var body = http.Request.ContentLength > Upload.MaxFileBytes ? null : await JsonBody.ReadAsync(http.Request.Body, (int)Upload.MaxFileBytes, cancellation);
        return (body ?? throw new ProblemException(Problems.FileTooLarge), null);
    }

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using var sent = file.OpenReadStream();
        await sent.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>A hash that no file has, while it is tried.</summary>
    private static string NotStored { get; } = new('0', 64);

    /// <summary>Whether the step appended anything, now or when it was first sent: a report that changes nothing leaves no trace.</summary>
    private static bool IsInTheLog(Done<Case> done, Asked asked) =>
        !done.Replayed || (asked.Key is { } key && done.After.Commands.ContainsKey(Command.Of(asked.Actor.Id, key, default).Key));
}
