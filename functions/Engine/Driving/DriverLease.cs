using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Whether this process drives among those of its host, where these share no task hub: it holds a short lease, or stands by until whoever holds it is gone.
/// It believes in its lease for no longer than storage does.
/// </summary>
/// <param name="isGone">Whether a process that stands in a lease has ended, as far as can be seen from here.</param>
public sealed class DriverLease(HostLease lease, Func<ProcessMark, bool> isGone, TimeProvider real)
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly Lock _gate = new();
    private long? _heldSince;
    private long _tenure;

    /// <summary>Called after it was taken or lost.</summary>
    public event Action? Changed;

    public bool IsHeld
    {
        get { lock (_gate) return IsStillHeld; }
    }

    /// <summary>Counts how often this process took it: what it knew from an earlier time may be stale. Null while it doesn't hold it.</summary>
    public long? Tenure
    {
        get { lock (_gate) return IsStillHeld ? _tenure : null; }
    }

    private bool IsStillHeld => _heldSince is { } since && real.GetElapsedTime(since) < HostLease.Length;

    /// <summary>Takes or renews it now. The lease of a process that ended without letting go is broken where that can be seen.</summary>
    /// <returns>Whether this process holds it.</returns>
    /// <exception cref="StorageUnavailableException">Storage does not answer: as it was, until its time is over.</exception>
    public async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            var asked = real.GetTimestamp();
            var answer = await lease.HoldAsync(cancellation);
            if (answer is { Held: false, Holder: { } holder, Tag: { } tag } && isGone(holder))
            {
                await lease.BreakAsync(tag, cancellation);
                asked = real.GetTimestamp();
                answer = await lease.HoldAsync(cancellation);
            }

            Keep(answer.Held ? asked : null);
            return answer.Held;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Lets another process have it.</summary>
    public async Task LetGoAsync(CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            Keep(null);
            await lease.ReleaseAsync(cancellation);
        }
        finally
        {
            _asking.Release();
        }
    }

    private void Keep(long? heldSince)
    {
        bool changed;
        lock (_gate)
        {
            var before = IsStillHeld;
            changed = before != heldSince.HasValue;
            if (changed && heldSince is not null)
                _tenure++;
            _heldSince = heldSince;
        }

        if (changed)
            Changed?.Invoke();
    }
}
