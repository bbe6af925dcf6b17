namespace WobWorkflow.Cases;

/// <summary>When a decision that stays out can be taken to court: notice of default (ingebrekestelling), then appeal (beroep niet tijdig).</summary>
/// <remarks>
/// An objection for lateness (Wob 15a, Woo 8.3) needs no notice. Nor does an appeal where a notice cannot reasonably be asked (Awb 6:12(3)):
/// both are for a person to judge.
/// </remarks>
public static class LateDecision
{
    /// <summary>The first day on which a notice of default is not premature: the day after the term ended, as moved by the Atw.</summary>
    public static DateOnly EarliestNotice(DateOnly due) => due.AddDays(1);

    /// <summary>True when the notice came before the term had ended, the days that the Atw adds included; it then has no effect.</summary>
    public static bool IsPremature(DateOnly due, DateOnly noticeReceivedOn) => noticeReceivedOn < EarliestNotice(due);

    /// <summary>
    /// The first day on which an appeal is admissible: two weeks have passed since the day after the notice was received (Awb 6:12(2)).
    /// The Atw is not applied to these weeks (assumption <c>notice-of-default-weeks</c>).
    /// </summary>
    /// <returns>Null when the notice was premature: another one is needed.</returns>
    public static DateOnly? EarliestAppeal(DateOnly due, DateOnly noticeReceivedOn) =>
        IsPremature(due, noticeReceivedOn) ? null : noticeReceivedOn.AddDays(15);
}
