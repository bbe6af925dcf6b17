using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>
/// The time in which cases live: real time, or in a rehearsal real time and an offset that is kept with the data. Identity, cookies, retries and
/// telemetry live in real time and never ask here.
/// </summary>
public sealed class CaseClock(TimeProvider real)
{
    private long _offsetTicks;

    public DateTimeOffset Now => real.GetUtcNow() + Offset;

    /// <summary>The local date (Europe/Amsterdam).</summary>
    public DateOnly Today => LocalTime.DateOf(Now);

    /// <summary>How far cases are ahead of real time; negative where they lie in the past.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        internal set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>
    /// How long to sleep until a moment: rounded up to whole seconds and one more, never less than one, because a timer may fire up to a second
    /// early and would then find nothing to do, again and again.
    /// </summary>
    public TimeSpan DelayUntil(DateTimeOffset moment)
    {
        var left = Math.Ceiling((moment - Now).TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(0, left) + 1);
    }
}
