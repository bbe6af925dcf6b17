using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Makes documents of the files in archives and mails, a batch for each append: the files first, named by their content, then the event that refers to them. Whoever dies in between begins
/// the batch again and stores the same files. How far it has come is a job, for who waits for it.
/// </summary>
public sealed class ContainerUnpacking(Dossier<Case> cases, Records records, CaseFiles files, ContainerReader reader, JobStore jobs)
{
    private const string Kind = "unpack";
    private const int Batch = 50;

    /// <summary>The job that shows how far a container has been taken apart.</summary>
    public static string JobOf(string caseId, DocumentId document) => $"unpack-{caseId}-{document}";

    /// <summary>Begins the job, so that it can be looked at; the duty does the work.</summary>
    public Task BeginAsync(string caseId, Document container, CancellationToken cancellation) => jobs.BeginAsync(JobFor(caseId, container), cancellation);

    public async Task PerformAsync(string caseId, UnpackContainer duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var c } || c.Documents[duty.DocumentId] is not { } container || Containers.Owed(c) != duty)
            return;
        var members = await ReadAsync(caseId, container, duty.From, cancellation);
        var taken = await records.OnCaseAsync(caseId, duty.Key, (latest, at) => Containers.Take(latest, duty, members, at), cancellation);
        if (taken is Done<Case> { After.State: var after } && after.Documents[duty.DocumentId] is { } now)
            await ShowAsync(JobFor(caseId, now), cancellation);
    }

    private async Task<ImmutableArray<ReadMember>> ReadAsync(string caseId, Document container, int from, CancellationToken cancellation)
    {
        var file = await files.OpenDocumentAsync(caseId, container, cancellation) ?? throw new ArtifactDiffersException("An original is not where it was stored.");
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, cancellation);
        var read = ImmutableArray.CreateBuilder<ReadMember>();
        foreach (var member in reader.Read(content.ToArray(), from, Batch, cancellation))
        {
            if (member.Problem is not null)
            {
                read.Add(new ReadMember(member.Name, null, new ReadDescription(null, null, null, null), member.Problem));
                continue;
            }

            using var part = new MemoryStream(member.Content.ToArray(), writable: false);
            var (stored, description) = await files.StoreDocumentAsync(caseId, part, Path.GetFileName(member.Name), cancellation);
            read.Add(new ReadMember(member.Name, stored, description, null));
        }

        return read.ToImmutable();
    }

    private static Job JobFor(string caseId, Document container) => new(
        JobOf(caseId, container.Id), Kind, container.Unpacking is { FinishedOn: not null } ? JobState.Done : JobState.Running, container.Unpacking?.Done ?? 0, container.Content?.Members ?? 0, null,
        [.. (container.Unpacking?.Refused ?? []).Select((refused, i) => new JobFailure(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{container.Id}:{i + 1}"), refused.Reason))]);

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
