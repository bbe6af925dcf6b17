using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Re-dates open cases after a change of the calendar: one event for each case whose running terms moved. A job that can stop anywhere and be run again;
/// that it is called for shows from the organisation's log.
/// </summary>
public sealed class Redating(
    LogStore logs, Dossier<Case> cases, Dossier<Organisation> organisations, Records records, JobStore jobs, IWaker waker, CaseClock clock)
{
    private const string Kind = "redate";
    private const int Batch = 200;
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _running = new(1, 1);
    private readonly SemaphoreSlim _called = new(0);
    private long _finished;

    /// <summary>The job that a change of the calendar calls for.</summary>
    /// <param name="version">The version of the organisation's settings that the change brought.</param>
    public static string JobOf(long version) => $"redate-{version}";

    /// <summary>Begins the job of a change, so that it can be looked at; <see cref="RunPendingAsync"/> does the work.</summary>
    public Task<StoredJob> BeginAsync(long version, CancellationToken cancellation) =>
        jobs.BeginAsync(new Job(JobOf(version), Kind, JobState.Running, 0, 0, null, []), cancellation);

    /// <summary>Tells that the calendar changed. Losing a call costs a delay.</summary>
    public void Call() => _called.Release();

    /// <summary>Waits until the calendar changes, or for so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _called.WaitAsync(atMost, cancellation);

    /// <summary>Does what changes of the calendar call for and was not done yet, oldest first. Returns how many jobs it finished.</summary>
    public async Task<int> RunPendingAsync(CancellationToken cancellation)
    {
        await _running.WaitAsync(cancellation);
        try
        {
            if (await organisations.ReadAsync(Organisation.TheId, cancellation) is not { } organisation)
                return 0;
            var finished = 0;
            foreach (var version in organisation.State.Calendars.Select(since => since.Calendar.Version).Where(version => version > _finished))
            {
                var job = await BeginAsync(version, cancellation);
                if (job.Job.State == JobState.Running)
                {
                    await RunAsync(job, version, cancellation);
                    finished++;
                }

                _finished = version;
            }

            return finished;
        }
        finally
        {
            _running.Release();
        }
    }

    private async Task RunAsync(StoredJob job, long version, CancellationToken cancellation)
    {
        var before = (await organisations.ReadAtAsync(Organisation.TheId, version - 1, cancellation))?.State ?? Organisation.Blank(Organisation.TheId);
        var after = (await organisations.ReadAtAsync(Organisation.TheId, version, cancellation))!.State;
        var cause = CauseOf(before, after);
        var all = new List<string>();
        await foreach (var (log, _) in logs.ListAsync("cases/", cancellation))
            all.Add(log.CaseId()!);
        all.Sort(StringComparer.Ordinal);

        foreach (var batch in all.Where(id => job.Job.Cursor is null || string.CompareOrdinal(id, job.Job.Cursor) > 0).Chunk(Batch))
        {
            var failures = new List<JobFailure>();
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (id, stop) =>
            {
                try
                {
                    await RedateAsync(id, version, before, after, cause, stop);
                }
                catch (Exception exception) when (exception is LogBrokenException or ArgumentException)
                {
                    lock (failures)
                        failures.Add(new JobFailure(id, exception is LogBrokenException ? "log-broken" : "terms-not-computable"));
                }
            });
            var further = job.Job with { Done = job.Job.Done + batch.Length, Total = all.Count, Cursor = batch[^1], Failures = [.. job.Job.Failures, .. failures] };
            job = await SaveAsync(job, further, cancellation);
        }

        await SaveAsync(job, job.Job with { State = JobState.Done, Total = all.Count, Done = all.Count }, cancellation);
    }

    private async Task RedateAsync(string caseId, long version, Organisation before, Organisation after, string cause, CancellationToken cancellation)
    {
        // Most cases are untouched: they are looked at, and nothing is asked of storage beyond that.
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || Decide(now.State) is not Accepted { Events: [TermsRedated moved] })
            return;
        await records.OnCaseAsync(caseId, JobOf(version), Decide, cancellation);
        if (moved.MovesEarlier)
            waker.Wake(LogId.Case(caseId));

        Outcome Decide(Case c) => TermsRedated.Decide(c, before, after, cause, clock.Today);
    }

    /// <summary>Progress is for who watches. Where another process wrote it meanwhile, that is as good; where it was lost, it is written anew.</summary>
    private async Task<StoredJob> SaveAsync(StoredJob from, Job to, CancellationToken cancellation) =>
        await jobs.AdvanceAsync(from, to, cancellation) ?? await jobs.BeginAsync(to, cancellation);

    private static string CauseOf(Organisation before, Organisation after)
    {
        var added = after.Calendar.Designated.Keys.Except(before.Calendar.Designated.Keys).Select(day => $"day-designated:{day:yyyy-MM-dd}");
        var removed = before.Calendar.Designated.Keys.Except(after.Calendar.Designated.Keys).Select(day => $"day-undesignated:{day:yyyy-MM-dd}");
        var completed = after.Calendar.Years.Where(year => before.Calendar.Years.GetValueOrDefault(year.Key) != year.Value).Select(year => $"year-completed:{year.Key}");
        return string.Join(' ', added.Concat(removed).Concat(completed));
    }
}
