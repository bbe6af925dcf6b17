using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Why a term may be suspended (opschorting), and which days that suspends.</summary>
/// <remarks>The rows are in <see cref="SuspensionBases"/>.</remarks>
public sealed record SuspensionBasis
{
    /// <summary>Stable name, <c>act-article-paragraph</c>.</summary>
    public required string Name { get; init; }

    public required Wording Title { get; init; }

    /// <summary>The event after which the term is suspended.</summary>
    public required Wording Trigger { get; init; }

    /// <summary>The event that ends it.</summary>
    public required Wording Ending { get; init; }

    public required SuspensionBoundary Boundary { get; init; }

    public required string Article { get; init; }

    /// <summary>The first day on which the trigger could have this effect; null when it always could.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last such day; null while the basis is in force.</summary>
    public DateOnly? ValidThrough { get; init; }

    /// <summary>Names of the <see cref="Assumption"/>s that a calculation with this basis may rest on.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>
    /// The suspension between two dates: the day of the trigger (of a period: its first day) and the day of the ending (of a period: its last day).
    /// With "tot" that is S - I - 1 days, with "tot en met" E - N, with a period all of it.
    /// </summary>
    /// <param name="trigger">Day of the trigger; of a period its first day.</param>
    /// <param name="ended">Null while the suspension runs.</param>
    /// <returns>Null when no day is suspended: answered on the day of the trigger, or with "tot" on the day after.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ended"/> lies before <paramref name="trigger"/>.</exception>
    public Suspension? Between(DateOnly trigger, DateOnly? ended)
    {
        if (ended < trigger)
            throw new ArgumentOutOfRangeException(nameof(ended), ended, "A suspension cannot end before its trigger.");

        var from = Boundary == SuspensionBoundary.Period ? trigger : trigger.AddDays(1);
        var through = Boundary == SuspensionBoundary.Until ? ended?.AddDays(-1) : ended;
        return through < from ? null : new Suspension(from, through, Name);
    }

    /// <summary>The day whose date decides whether the basis was in force: that of the trigger.</summary>
    internal DateOnly TriggerOf(Suspension suspension) =>
        Boundary == SuspensionBoundary.Period ? suspension.From : suspension.From.AddDays(-1);
}

/// <summary>The word of the act on which the last suspended day hangs.</summary>
public enum SuspensionBoundary
{
    /// <summary>"tot": the day of the ending itself counts again.</summary>
    Until,

    /// <summary>"tot en met": the day of the ending is still suspended.</summary>
    Through,

    /// <summary>The days of an agreed or factual period, first and last included.</summary>
    Period,
}
