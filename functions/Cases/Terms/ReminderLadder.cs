using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>When to remind of a term: so many days before its last day, on the day itself, then weekly.</summary>
/// <remarks>
/// <para>
/// A rung is told late rather than never, and once. After days on which nobody looked only the rung reached last is told; the ones before it are
/// passed over, and recorded as such.
/// </para>
/// <para>
/// A rung's identity carries the last day of the term (<c>2018-06-19:before-7</c>). When the term is re-dated it gets rungs of its own: what
/// was told about the old day does not silence what must be told about the new one.
/// </para>
/// </remarks>
/// <param name="DaysBefore">In any order; each at least 1.</param>
/// <param name="WeeksAfter">How many weeks to go on after the last day; null without end, 0 not at all.</param>
public sealed record ReminderLadder(ImmutableArray<int> DaysBefore, int? WeeksAfter = null)
{
    /// <summary>14, 7 and 2 days before, the day itself, then every week.</summary>
    public static ReminderLadder Default { get; } = new([14, 7, 2]);

    /// <summary>The last day itself, then every week.</summary>
    public static ReminderLadder OnTheDay { get; } = new([]);

    /// <summary>Whether a ladder can be climbed: days before from 1 through 365, no day twice, weeks after not negative.</summary>
    [JsonIgnore]
    public bool IsValid =>
        !DaysBefore.IsDefault && DaysBefore.All(days => days is >= 1 and <= 365) && DaysBefore.Distinct().Count() == DaysBefore.Length && WeeksAfter is null or >= 0;

    /// <summary>What to tell now, what to pass over, and when to look again.</summary>
    /// <param name="due">Last day of the term.</param>
    /// <param name="termStartedOn">
    /// The day on which the term began; of one counted back, the day on which its event became known. A rung before the last day that lies on
    /// or before it is never owed and never recorded: a two-week term is not announced on the day it begins. The last day itself and the weeks
    /// after it are always owed.
    /// </param>
    /// <param name="recorded">Identities of the rungs that were told or passed over, of this and of earlier last days.</param>
    /// <param name="today">Local date.</param>
    public RemindersOwed Owed(DateOnly due, DateOnly termStartedOn, IReadOnlySet<string> recorded, DateOnly today)
    {
        var reached = new List<Rung>();
        DateOnly? nextLook = null;
        foreach (var rung in Rungs(due, termStartedOn))
        {
            if (rung.On > today)
            {
                nextLook = rung.On;
                break;
            }

            reached.Add(rung);
        }

        var unsent = reached.Where(rung => !recorded.Contains(rung.Id)).ToArray();
        return unsent is [.., var last] && last == reached[^1]
            ? new(last, [.. unsent[..^1]], nextLook)
            : new(null, [.. unsent], nextLook);
    }

    /// <summary>
    /// <see cref="Owed"/> for a computed term. While a suspension runs whose end is not known the last day moves every day, and each day would have
    /// rungs of its own: nothing is owed until it ends.
    /// </summary>
    public RemindersOwed OwedFor(TermCalculation term, DateOnly termStartedOn, IReadOnlySet<string> recorded, DateOnly today) =>
        term.DueMoves ? new(null, [], null) : Owed(term.Due, termStartedOn, recorded, today);

    /// <summary>In order of date; without end when <see cref="WeeksAfter"/> is null.</summary>
    private IEnumerable<Rung> Rungs(DateOnly due, DateOnly termStartedOn)
    {
        foreach (var days in DaysBefore.OrderDescending())
        {
            if (due.AddDays(-days) > termStartedOn)
                yield return Rung.Of(due, $"before-{days.ToString(CultureInfo.InvariantCulture)}", due.AddDays(-days));
        }

        yield return Rung.Of(due, "due", due);
        for (var week = 1; WeeksAfter is null || week <= WeeksAfter; week++)
            yield return Rung.Of(due, $"after-{week.ToString(CultureInfo.InvariantCulture)}w", due.AddDays(7 * week));
    }
}

/// <summary>One reminder of a ladder.</summary>
/// <param name="Id">Stable identity: the last day of the term and the name, <c>2018-06-19:before-7</c>.</param>
/// <param name="Name"><c>before-14</c>, <c>due</c>, <c>after-1w</c>.</param>
/// <param name="On">The day from which it is owed.</param>
public sealed record Rung(string Id, string Name, DateOnly On)
{
    internal static Rung Of(DateOnly due, string name, DateOnly on) =>
        new($"{due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:{name}", name, on);
}

/// <summary>What a ladder asks on a day.</summary>
/// <param name="Send">The rung to tell now; null when none is owed.</param>
/// <param name="PassedOver">Rungs to record without telling them, oldest first.</param>
/// <param name="NextLook">The day of the next rung; null when the ladder has no more, or rests while the last day moves.</param>
public sealed record RemindersOwed(Rung? Send, ImmutableArray<Rung> PassedOver, DateOnly? NextLook);
