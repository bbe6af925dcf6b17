using System.Collections.Immutable;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Makes packages, a batch at a time: the plan is made anew on the state of the moment, the next files go through the gate into the archive, and how far that came is
/// put down. A process that dies costs a batch; where the case came to say otherwise meanwhile, the package is begun again. When all is in it, the event is appended
/// that makes it a file of the case, decided once more on the newest state.
/// </summary>
public sealed class PackageBuilding(
    Dossier<Case> cases, Records records, ArtifactStore artifacts, CacheStore cache, JobStore jobs, PackageContents contents, Driving driving, CaseClock clock)
{
    private const string JobKind = "package";
    private const long BatchBytes = 256 * 1024 * 1024;
    private const int Attempts = 3;

    /// <summary>So many files go in at a time; less than five minutes' work also where each is cleaned.</summary>
    public int FilesInABatch { get; set; } = 200;

    /// <summary>The job by which a package can be watched.</summary>
    public static string JobOf(string caseId, PackageId id) => $"package-{caseId}-{id.Number}";

    /// <summary>Begins the job, so that it can be looked at; <see cref="BatchAsync"/> does the work.</summary>
    public Task<StoredJob> BeginAsync(string caseId, PackageId id, CancellationToken cancellation) =>
        jobs.BeginAsync(new Job(JobOf(caseId, id), JobKind, JobState.Running, 0, 0, null, []), cancellation);

    /// <summary>Does the next batch of what is being made of packages that belong to something.</summary>
    /// <param name="about">What they belong to; one of them is made at a time.</param>
    /// <exception cref="StorageUnavailableException">Nothing is lost: the batch is done again.</exception>
    public async Task<PackageProgress> BatchAsync(string caseId, string about, CancellationToken cancellation)
    {
        if (await driving.EpochAsync(cancellation) is null)
            return new PackageProgress(PackageWork.StandsBy, 0, 0);
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var c } || Packages.BeingMade(c).FirstOrDefault(package => package.About == about) is not { } package)
            return new PackageProgress(PackageWork.Done, 0, 0);
        var job = await BeginAsync(caseId, package.Id, cancellation);
        try
        {
            return await GoOnAsync(c, package, job, cancellation);
        }
        catch (PartsLostException)
        {
            await SaveAsync(job, Begun(job.Job, null), cancellation);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or StorageUnavailableException or Azure.RequestFailedException))
        {
            // A package that can't be made must not spin: after some attempts a person is told.
            var cursor = Cursor.Of(job.Job) ?? new Cursor("", "", 0, 0, 0);
            if (cursor.Attempts + 1 >= Attempts)
                await FailAsync(caseId, package.Id, job, "unexpected-error", cancellation);
            else
                await SaveAsync(job, job.Job with { Cursor = (cursor with { Attempts = cursor.Attempts + 1 }).Write() }, cancellation);
        }

        return new PackageProgress(PackageWork.Goes, job.Job.Done, job.Job.Total);
    }

    private async Task<PackageProgress> GoOnAsync(Case c, Package package, StoredJob job, CancellationToken cancellation)
    {
        if ((c.WhyNot(AskPackage.Rule.Name) ?? PackageKinds.Find(package.Kind).WhyNot(c, package.About)) is { } refused)
        {
            await FailAsync(c.Id, package.Id, job, refused.Code, cancellation);
            return new PackageProgress(PackageWork.Goes, 0, 0);
        }

        var plan = PackagePlan.Of(c, package.Kind, package.About, clock.Today);
        var work = Work.Of(plan);
        var basis = BasisOf(plan);
        if (Cursor.Of(job.Job) is not { } cursor || cursor.Basis != basis)
        {
            cursor = new Cursor(basis, Guid.NewGuid().ToString("N")[..16], 0, 0, 0);
            job = await SaveAsync(job, Begun(job.Job, cursor) with { Total = work.Length, Failures = [.. plan.Missing.Select(missing => new JobFailure(missing.Subject, missing.Code))] }, cancellation);
        }

        if (cursor.Next >= work.Length)
        {
            await FinishAsync(c, package, plan, cursor, job, cancellation);
            return new PackageProgress(PackageWork.Goes, work.Length, work.Length);
        }

        var after = await PackAsync(c, package, plan, work, cursor, job, cancellation);
        return new PackageProgress(PackageWork.Goes, after.Next, work.Length);
    }

    /// <summary>Puts the next files into the archive, and down how far it came.</summary>
    private async Task<Cursor> PackAsync(Case c, Package package, PackagePlan plan, ImmutableArray<Work> work, Cursor cursor, StoredJob job, CancellationToken cancellation)
    {
        await using var written = artifacts.WriteInParts(PathOf(c, plan, package, cursor.Run), cursor.Written);
        var archive = new PackageArchive(written, cursor.Written);
        var packed = new List<PackedFile>();
        var missing = new List<PackageMissing>();
        var next = cursor.Next;
        for (; next < work.Length && next - cursor.Next < FilesInABatch && written.Length - cursor.Written < BatchBytes; next++)
        {
            var (file, document) = work[next];
            var found = file is not null ? await contents.OfAsync(c, plan, file, cancellation) : await contents.OfAsync(c, plan, document!, cancellation);
            if (found.Content is null)
            {
                missing.Add(new PackageMissing(file?.Name ?? document!.Id.ToString(), found.Code!));
                continue;
            }

            await using (found.Content)
            {
                var archived = await archive.AddAsync((file?.Name ?? document!.Name) + found.Extension, found.Content, cancellation);
                packed.Add(new PackedFile(archived, document?.Id, document?.Judgement, (document?.Answer as GoesIn)?.Version));
            }
        }

        var blocks = await written.PutDownAsync(cancellation);
        await cache.PutAsync(PartOf(c.Id, cursor.Run, cursor.Part), BinaryData.FromObjectAsJson(new Part([.. packed], [.. missing], [.. blocks]), CaseJson.Options), cancellation);
        var after = cursor with { Next = next, Part = cursor.Part + 1, Written = written.Length, Attempts = 0 };
        await SaveAsync(
            job,
            job.Job with { Done = next, Total = work.Length, Cursor = after.Write(), Failures = [.. job.Job.Failures, .. missing.Select(one => new JobFailure(one.Subject, one.Code))] },
            cancellation);
        return after;
    }

    private async Task FinishAsync(Case c, Package package, PackagePlan plan, Cursor cursor, StoredJob job, CancellationToken cancellation)
    {
        var missing = plan.Missing.ToList();
        var (files, documents) = (0, 0);
        for (var part = 0; part < cursor.Part; part++)
        {
            var read = await PartAsync(c.Id, cursor, part, cancellation);
            missing.AddRange(read.Missing);
            files += read.Files.Length;
            documents += read.Files.Count(file => file.DocumentId is not null);
        }

        await using var manifest = Scratch.Open();
        await PackageManifest.WriteAsync(manifest, c.Id, package, plan, FilesAsync(c.Id, cursor, cancellation), missing, cancellation);
        manifest.Position = 0;
        var manifestHash = await ArtifactPath.HashOfAsync(manifest, cancellation);
        manifest.Position = 0;
        await artifacts.PutAsync(ManifestPathOf(c.Id, manifestHash), manifest, PackageManifest.MediaType, cancellation);
        manifest.Position = 0;
        var whole = await JoinAsync(c, package, plan, cursor, manifest, cancellation);

        var taken = await records.OnCaseAsync(c.Id, $"{JobOf(c.Id, package.Id)}:{cursor.Run}", latest => Decide(latest), cancellation);
        if (taken is not Done<Case> { After.State: var now })
            return;
        if (now.Packages[package.Id] is not { State: not PackageState.Making })
        {
            // It is of no use, nothing refers to it, and it holds documents that may have had to go.
            await artifacts.RemoveAsync(PathOf(c, plan, package, cursor.Run), cancellation);
            return;
        }

        await SaveAsync(job, job.Job with { State = JobState.Done, Done = job.Job.Total }, cancellation);
        for (var part = 0; part < cursor.Part; part++)
            await cache.RemoveAsync(PartOf(c.Id, cursor.Run, part), cancellation);

        // What was made of an earlier state is no package of this one: then nothing is recorded, and the next batch begins again.
        Outcome Decide(Case latest) =>
            latest.Packages[package.Id] is { State: PackageState.Making } && latest.WhyNot(AskPackage.Rule.Name) is null && PackagePlan.Of(latest, package.Kind, package.About, clock.Today).Basis == plan.Basis
                ? new PackageFinished(
                    package.Id, latest.Artifacts.NextId, NameOf(package, cursor.Run), whole.Sha256, PackageArchive.MediaType, PackageArchive.Extension, whole.Length, plan.Basis,
                    manifestHash, files, documents, [.. missing.Take(PackageFinished.MissingKept)], missing.Count)
                : Outcome.Of();
    }

    private async Task<ArtifactPut> JoinAsync(Case c, Package package, PackagePlan plan, Cursor cursor, Stream manifest, CancellationToken cancellation)
    {
        var path = PathOf(c, plan, package, cursor.Run);
        // Nobody else writes under this name: what is there is what an attempt before made of the same parts.
        if (await artifacts.FindJoinedAsync(path, cancellation) is { } there)
            return there;
        await using var written = artifacts.WriteInParts(path, cursor.Written);
        var archive = new PackageArchive(written, cursor.Written);
        var last = await archive.AddAsync(PackageManifest.Name, manifest, cancellation);
        await archive.FinishAsync(FilesAsync(c.Id, cursor, cancellation).Select(file => file.File).Append(last), cancellation);
        var blocks = await written.PutDownAsync(cancellation);
        var all = new List<string>();
        for (var part = 0; part < cursor.Part; part++)
            all.AddRange((await PartAsync(c.Id, cursor, part, cancellation)).Blocks);
        return await artifacts.JoinAsync(path, [.. all, .. blocks], written.Length, PackageArchive.MediaType, cancellation);
    }

    private async IAsyncEnumerable<PackedFile> FilesAsync(string caseId, Cursor cursor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var part = 0; part < cursor.Part; part++)
        {
            foreach (var file in (await PartAsync(caseId, cursor, part, cancellation)).Files)
                yield return file;
        }
    }

    /// <exception cref="PartsLostException">The cache lost it.</exception>
    private async Task<Part> PartAsync(string caseId, Cursor cursor, int part, CancellationToken cancellation) =>
        (await cache.GetAsync(PartOf(caseId, cursor.Run, part), cancellation))?.ToObjectFromJson<Part>(CaseJson.Options) ?? throw new PartsLostException();

    private async Task FailAsync(string caseId, PackageId id, StoredJob job, string code, CancellationToken cancellation)
    {
        await records.OnCaseAsync(caseId, $"{JobOf(caseId, id)}:failed", c => c.Packages[id] is { State: PackageState.Making } ? new PackageFailed(id, code) : Outcome.Of(), cancellation);
        await SaveAsync(job, job.Job with { State = JobState.Failed, Failures = [new JobFailure(id.ToString(), code)] }, cancellation);
    }

    /// <summary>Puts down how far it came, where nobody else did meanwhile: of two that work on one package, the one who is second does nothing that counts.</summary>
    private async Task<StoredJob> SaveAsync(StoredJob from, Job to, CancellationToken cancellation) =>
        await jobs.AdvanceAsync(from, to, cancellation) ?? await jobs.BeginAsync(to, cancellation);

    private static Job Begun(Job job, Cursor? cursor) => job with { State = JobState.Running, Done = 0, Cursor = cursor?.Write(), Failures = [] };

    private static string BasisOf(PackagePlan plan) => $"{plan.Basis.Files}{plan.Basis.Inventory}{plan.Basis.Documents}";

    private static string NameOf(Package package, string run) => $"{package.Id}-{run}";

    private static ArtifactPath PathOf(Case c, PackagePlan plan, Package package, string run) =>
        ArtifactPath.Of(LogId.Case(c.Id), plan.Kind.ArtifactKind, NameOf(package, run) + PackageArchive.Extension);

    /// <summary>Where the manifest of a package lies beside it.</summary>
    internal static ArtifactPath ManifestPathOf(string caseId, string sha256) => ArtifactPath.Of(LogId.Case(caseId), PackageManifest.ArtifactKind, sha256 + ".json");

    private static string PartOf(string caseId, string run, int part) => $"packages/{LogId.Case(caseId).Text}/{run}/{part:00000}.json";

    /// <summary>What goes in, one after another.</summary>
    private sealed record Work(PlannedFile? File, PlannedDocument? Document)
    {
        public static ImmutableArray<Work> Of(PackagePlan plan) =>
            [.. plan.Files.Where(file => file.Stopped is null).Select(file => new Work(file, null)), .. plan.GoingIn.Select(document => new Work(null, document))];
    }

    /// <summary>What a batch put in.</summary>
    private sealed record Part(ImmutableArray<PackedFile> Files, ImmutableArray<PackageMissing> Missing, ImmutableArray<string> Blocks);

    /// <param name="Basis">What it is made of: another one begins anew.</param>
    /// <param name="Run">Names this attempt at it; 16 hexadecimal digits.</param>
    /// <param name="Next">The first of what goes in that isn't in it.</param>
    /// <param name="Part">How many parts there are.</param>
    /// <param name="Written">Bytes in those parts.</param>
    /// <param name="Attempts">How often the next batch failed.</param>
    private sealed record Cursor(string Basis, string Run, int Next, int Part, long Written, int Attempts = 0)
    {
        public string Write() => JsonSerializer.Serialize(this, CaseJson.Options);

        public static Cursor? Of(Job job) => job.Cursor is { } text ? JsonSerializer.Deserialize<Cursor>(text, CaseJson.Options) : null;
    }
}

/// <summary>How far a package has come: counts alone.</summary>
public sealed record PackageProgress(PackageWork Work, long Done, long Total);

/// <summary>What becomes of the work on a package.</summary>
public enum PackageWork
{
    /// <summary>There may be more to do.</summary>
    Goes,

    /// <summary>Nothing is being made.</summary>
    Done,

    /// <summary>Another host drives.</summary>
    StandsBy,
}
