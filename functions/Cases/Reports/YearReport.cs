using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// The numbers of a year, for the annual account. Requests for public information alone are counted; <see cref="OtherRequests"/> says how many others came.
/// What each number means is in <c>docs/desk.md</c>, and on the page beside it.
/// </summary>
/// <param name="AsOf">The day on which it was counted: the last day of a year that is over, and today in one that runs.</param>
/// <param name="Received">Requests received in the year.</param>
/// <param name="Decided">Requests of which the decision that settled them was announced in the year, whenever they were received.</param>
/// <param name="InTime">Of those: announced on the last day of the term or before, its extension and suspensions counted.</param>
/// <param name="InTimePercent">With one decimal; null where nothing was decided.</param>
/// <param name="AverageDays">Calendar days from receipt to announcement, with one decimal; null where nothing was decided.</param>
/// <param name="MedianDays">The same, of the one in the middle.</param>
/// <param name="AverageNetDays">The same as the average, without the days on which the term stood still.</param>
/// <param name="Extended">Of those decided: with an extension.</param>
/// <param name="Suspended">Of those decided: with at least one day on which the term stood still.</param>
/// <param name="Withdrawn">Requests withdrawn in the year.</param>
/// <param name="Forwarded">Requests that went to another body as a whole in the year.</param>
/// <param name="Open">Neither decided nor released at <paramref name="AsOf"/>.</param>
/// <param name="OpenLate">Of those: past the last day.</param>
/// <param name="Notices">Notices of default received in the year; those that came too early have no effect and aren't counted.</param>
/// <param name="PenaltiesPaid">Whole euros of penalties, of courts and by statute, paid in the year.</param>
/// <param name="Remedies">Remedies lodged in the year, by kind.</param>
/// <param name="Outcomes">Of those decided, what came of them.</param>
/// <param name="Months">January first.</param>
public sealed record YearReport(
    int Year,
    DateOnly AsOf,
    int Received,
    int OtherRequests,
    int Decided,
    int InTime,
    decimal? InTimePercent,
    decimal? AverageDays,
    int? MedianDays,
    decimal? AverageNetDays,
    int Extended,
    int Suspended,
    int Withdrawn,
    int Forwarded,
    int Open,
    int OpenLate,
    int Notices,
    int PenaltiesPaid,
    ImmutableSortedDictionary<RemedyKind, int> Remedies,
    ImmutableSortedDictionary<RequestOutcome, int> Outcomes,
    ImmutableArray<MonthFigures> Months)
{
    /// <param name="today">The day on which it is counted.</param>
    public static YearReport Of(int year, IEnumerable<CaseFigures> cases, DateOnly today)
    {
        var all = cases.ToList();
        var requests = all.FindAll(one => one.IsForInformation);
        var asOf = new DateOnly(year, 12, 31) < today ? new DateOnly(year, 12, 31) : today;
        bool Falls(DateOnly? day) => day is { } on && on.Year == year && on <= asOf;
        var decided = requests.FindAll(one => Falls(one.SettledOn));
        var open = requests.FindAll(one => one.ReceivedOn <= asOf && !(one.SettledOn <= asOf) && !(one.ReleasedOn <= asOf));
        var inTime = decided.Count(one => one.SettledOn <= one.Due);
        ImmutableArray<int> days = [.. decided.Select(Days).Order()];
        return new YearReport(
            year,
            asOf,
            requests.Count(one => Falls(one.ReceivedOn)),
            all.Count(one => !one.IsForInformation && Falls(one.ReceivedOn)),
            decided.Count,
            inTime,
            Rounded(decided.Count, () => 100m * inTime / decided.Count),
            Rounded(decided.Count, () => (decimal)days.Average()),
            days.IsEmpty ? null : days[(days.Length - 1) / 2],
            Rounded(decided.Count, () => (decimal)decided.Average(one => Days(one) - one.SuspendedDays)),
            decided.Count(one => one.Extended),
            decided.Count(one => one.SuspendedDays > 0),
            requests.Count(one => one.Withdrawn && Falls(one.ReleasedOn)),
            requests.Count(one => !one.Withdrawn && Falls(one.ReleasedOn)),
            open.Count,
            open.Count(one => one.Due < asOf),
            requests.Sum(one => one.Notices.Count(on => Falls(on))),
            requests.Sum(one => one.Payments.Where(paid => paid.Kind is PaymentKind.CourtPenalty or PaymentKind.StatutoryPenalty && Falls(paid.On)).Sum(paid => paid.Euros)),
            requests.SelectMany(one => one.Remedies).Where(remedy => Falls(remedy.LodgedOn)).CountBy(remedy => remedy.Kind).ToImmutableSortedDictionary(),
            decided.CountBy(one => one.Outcome!.Value).ToImmutableSortedDictionary(),
            [.. Enumerable.Range(1, 12).Select(month => new MonthFigures(
                month,
                requests.Count(one => Falls(one.ReceivedOn) && one.ReceivedOn.Month == month),
                decided.Count(one => one.SettledOn!.Value.Month == month),
                decided.Count(one => one.SettledOn!.Value.Month == month && one.SettledOn <= one.Due)))]);
    }

    private static int Days(CaseFigures one) => one.SettledOn!.Value.DayNumber - one.ReceivedOn.DayNumber;

    private static decimal? Rounded(int of, Func<decimal> number) => of == 0 ? null : Math.Round(number(), 1, MidpointRounding.AwayFromZero);
}

/// <param name="Month">From 1.</param>
/// <param name="InTime">Of those decided.</param>
public sealed record MonthFigures(int Month, int Received, int Decided, int InTime);
