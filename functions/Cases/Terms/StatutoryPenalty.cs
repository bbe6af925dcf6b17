using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The statutory penalty for a late decision (dwangsom bij niet tijdig beslissen, Awb 4:17).</summary>
/// <remarks>
/// It plays no part in requests under the Wob since 1 October 2016 (Wob 15) and under the Woo (Woo 8.2). Whether it is owed at all is for a
/// person: not when the notice came unreasonably late, or the application was evidently inadmissible or unfounded (Awb 4:17(6)).
/// </remarks>
public static class StatutoryPenalty
{
    /// <summary>The day from which Wob 15 disapplies the penalty, for notices received then or later.</summary>
    public static DateOnly WobExcluded { get; } = new(2016, 10, 1);

    /// <summary>The tariffs; the day on which the notice of default was received picks the row.</summary>
    public static ImmutableArray<PenaltyTariff> Tariffs { get; } =
    [
        new(new(2009, 10, 1), new(2018, 12, 31), [new(14, 20), new(14, 30), new(14, 40)], null),
        new(new(2019, 1, 1), new(2025, 12, 31), [new(14, 23), new(14, 35), new(14, 45)], null),
        new(new(2026, 1, 1), null, [new(14, 23), new(14, 35), new(14, 45)], "penalty-since-2026"),
    ];

    /// <summary>What a body owes after a number of days.</summary>
    /// <param name="regime">The act of the decision that stays out; null for a decision under another act.</param>
    /// <param name="noticeReceivedOn">Day of receipt of the written notice of default.</param>
    /// <param name="daysLate">Days since <see cref="FirstDay"/>, that day included; 0 or less when nothing has accrued.</param>
    /// <returns>Whole euros; null where the penalty does not apply at all.</returns>
    public static int? Euros(Regime? regime, DateOnly noticeReceivedOn, int daysLate)
    {
        if (TariffOf(regime, noticeReceivedOn) is not { } tariff)
            return null;

        var euros = 0;
        foreach (var (days, perDay) in tariff.Steps)
        {
            euros += perDay * Math.Clamp(daysLate, 0, days);
            daysLate -= days;
        }

        return euros;
    }

    /// <summary>The tariff that a notice received on that day falls under; null where the penalty does not apply.</summary>
    public static PenaltyTariff? TariffOf(Regime? regime, DateOnly noticeReceivedOn) => regime switch
    {
        Regime.Woo => null,
        Regime.Wob when noticeReceivedOn >= WobExcluded => null,
        _ => Tariffs.FirstOrDefault(tariff =>
            noticeReceivedOn >= tariff.ReceivedFrom && (tariff.ReceivedThrough is null || noticeReceivedOn <= tariff.ReceivedThrough)),
    };

    /// <summary>
    /// The first day for which the penalty is due: two weeks after both the end of the term and the receipt of the notice (Awb 4:17(3)),
    /// read as the fifteenth day (assumption <c>penalty-first-day</c>). The Atw does not touch the days of the penalty.
    /// </summary>
    /// <returns>Null when the notice was premature.</returns>
    public static DateOnly? FirstDay(DateOnly due, DateOnly noticeReceivedOn) =>
        LateDecision.IsPremature(due, noticeReceivedOn) ? null : noticeReceivedOn.AddDays(15);
}

/// <summary>One version of the amounts of Awb 4:17(2).</summary>
/// <param name="ReceivedFrom">First day of receipt of a notice it holds for.</param>
/// <param name="ReceivedThrough">Last day of receipt of a notice it holds for; null while it holds.</param>
/// <param name="Steps">In order; after the last one nothing is added.</param>
/// <param name="Assumption">Name of the <see cref="Assumption"/> the row rests on; null when its text was read.</param>
public sealed record PenaltyTariff(DateOnly ReceivedFrom, DateOnly? ReceivedThrough, ImmutableArray<PenaltyStep> Steps, string? Assumption);

/// <summary>So many days at so many euros.</summary>
public sealed record PenaltyStep(int Days, int EurosPerDay);
