namespace WobWorkflow.Cases;

/// <summary>What the hearing of third parties (horen, Awb 4:8) does to the term.</summary>
public static class ThirdPartyViews
{
    /// <summary>The round that someone asked now still joins; null where its notice is on its way already, or there is none.</summary>
    public static ViewRoundId? OpenRound(Case c)
    {
        if (c.ViewRounds.LastOrDefault() is not { NoticeOn: null } last)
            return null;
        var about = last.Id.ToString();
        return c.Letters.Any(l => l.Kind == LetterKind.SuspensionNotice && l.About == about && l.State is LetterState.Approved or LetterState.Signed)
            ? null
            : last.Id;
    }

    /// <summary>
    /// What a round suspends: from the day after the requester was told until the last view, or the last term that passed unused. Null where
    /// nothing is suspended: nobody was told, or all had answered before.
    /// </summary>
    public static Suspension? SuspendedBy(Case c, ViewRound round, DateOnly today)
    {
        if (round.NoticeOn is not { } notice)
            return null;
        var basis = SuspensionBases.Find(Regimes.Of(notice) == Regime.Wob ? "wob-6-3" : "woo-4.4-3")!;
        var ends = c.Views.Where(view => view.Round == round.Id).Select(view => EndOf(view, today)).ToList();
        if (ends.Any(end => end is null))
            return basis.Between(notice, null);
        var last = ends.MaxBy(end => end!.Value.On)!.Value;
        return last.On < notice ? null : basis.Between(notice, last.On) is { } days ? days with { TermUnused = last.Unused } : null;
    }

    /// <summary>The day from which the requester can be told that the suspension has ended (Woo 4.4(4)); null where there is none to tell of.</summary>
    public static DateOnly? EndIsKnownFrom(Case c, ViewRound round)
    {
        var views = c.Views.Where(view => view.Round == round.Id).ToList();
        if (SuspendedBy(c, round, DateOnly.MaxValue) is null)
            return null;
        return views.Max(view => view.AnsweredOn <= view.AnswerBy ? view.AnsweredOn!.Value : view.AnswerBy.AddDays(1));
    }

    /// <param name="matters">Which views; null for all.</param>
    internal static Refused? Awaited(Case c, DateOnly on, Func<ThirdPartyView, bool>? matters = null) =>
        c.Views.FirstOrDefault(view => view.AnsweredOn is null && on <= view.AnswerBy && matters?.Invoke(view) != false) is { } awaited
        ? new Refused("view-awaited", $"{awaited.Id} is nog niet ontvangen; de termijn daarvoor loopt tot en met {Dutch.Date(awaited.AnswerBy)}.", "Awb 4:8")
        : null;

    private static (DateOnly On, bool Unused)? EndOf(ThirdPartyView view, DateOnly today) =>
        view.AnsweredOn is { } answered && answered <= view.AnswerBy ? (answered, false)
        : today > view.AnswerBy ? (view.AnswerBy, true)
        : null;
}
