using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Writes the reasoning behind a term's dates as sentences, in the order in which one would explain it.</summary>
internal static class TermProof
{
    public static ImmutableArray<ProofLine> Of(
        TermFacts facts, TermCount count, ActReach reach, DateOnly due, ImmutableArray<Assumption> relied, HolidayCalendar calendar, DateOnly asOf) =>
    [
        Start(facts, count),
        Length(facts, count),
        .. Extension(facts, count),
        .. facts.Suspensions
            .OrderBy(suspension => suspension.From)
            .ThenBy(suspension => suspension.Through ?? DateOnly.MaxValue)
            .ThenBy(suspension => suspension.Basis, StringComparer.Ordinal)
            .Select(suspension => OneSuspension(suspension, facts, count, asOf)),
        .. AllSuspensions(facts, count),
        Nominal(count),
        .. Moved(facts, count, reach, due, calendar),
        new(due, $"De laatste dag is {SpokenDate.Nl(due)}.", $"The last day is {SpokenDate.En(due)}.", count.Rule.Article),
        .. Calendar(count, reach, due, calendar),
        .. relied.Select(assumption => new ProofLine(
            due,
            $"Aangenomen, nog door een jurist te bevestigen: {assumption.Question.Nl} {assumption.Assumed.Nl}",
            $"Assumed, to be confirmed by a jurist: {assumption.Question.En} {assumption.Assumed.En}",
            assumption.Article)),
    ];

    private static ProofLine Start(TermFacts facts, TermCount count)
    {
        var rule = count.Rule;
        if (rule.Direction == CountingDirection.Back)
        {
            return new(
                facts.StartedOn,
                $"De termijn telt terug vanaf {rule.Start.Nl} op {SpokenDate.Nl(facts.StartedOn)}; die dag telt niet mee.",
                $"The term counts back from {rule.Start.En} on {SpokenDate.En(facts.StartedOn)}; that day does not count.",
                rule.Article);
        }

        var first = facts.StartedOn.AddDays(1);
        return count.Length.Unit == TermUnit.Hours
            ? new(
                facts.StartedOn,
                $"Beginpunt: {rule.Start.Nl} op {SpokenDate.Nl(facts.StartedOn)}; de uren lopen vanaf dat tijdstip.",
                $"Start: {rule.Start.En} on {SpokenDate.En(facts.StartedOn)}; the hours run from that time of day.",
                rule.Article)
            : new(
                facts.StartedOn,
                $"Beginpunt: {rule.Start.Nl} op {SpokenDate.Nl(facts.StartedOn)}; de eerste dag van de termijn is {SpokenDate.Nl(first)}.",
                $"Start: {rule.Start.En} on {SpokenDate.En(facts.StartedOn)}; the first day of the term is {SpokenDate.En(first)}.",
                rule.Article);
    }

    private static ProofLine Length(TermFacts facts, TermCount count)
    {
        var (nl, en) = count.Length.Spoken;
        if (count.Rule.Direction == CountingDirection.Back)
        {
            return new(
                count.Nominal,
                $"Daartussen moeten {nl} liggen; de laatste dag ligt daarvoor.",
                $"Between them must lie {en}; the last day is the one before those.",
                count.Rule.Article);
        }

        var last = facts.StartedOn.AddDays(count.Length.InDays);
        return new(
            last,
            $"De termijn is {nl}; zonder verdaging en opschorting eindigt zij op {SpokenDate.Nl(last)}.",
            $"The term is {en}; without extension and suspension it ends on {SpokenDate.En(last)}.",
            count.Rule.Article);
    }

    private static IEnumerable<ProofLine> Extension(TermFacts facts, TermCount count)
    {
        if (facts.ExtensionDays == 0)
            yield break;

        var last = facts.StartedOn.AddDays(count.Length.InDays + facts.ExtensionDays);
        yield return new(
            last,
            $"De termijn is verdaagd met {SpokenDate.DaysNl(facts.ExtensionDays)}; zonder opschorting eindigt zij op {SpokenDate.Nl(last)}.",
            $"The term was extended by {SpokenDate.DaysEn(facts.ExtensionDays)}; without suspension it ends on {SpokenDate.En(last)}.",
            count.Rule.ExtensionArticle);
    }

    private static ProofLine OneSuspension(Suspension suspension, TermFacts facts, TermCount count, DateOnly asOf)
    {
        var basis = SuspensionBases.Find(suspension.Basis);
        var titleNl = basis is null ? "grond niet vermeld" : basis.Title.Nl;
        var titleEn = basis is null ? "basis not stated" : basis.Title.En;
        var days = DaysInside(suspension, facts, count, asOf);
        var (runNl, runEn) = suspension.Through is { } through
            ? ($"van {SpokenDate.Nl(suspension.From)} tot en met {SpokenDate.Nl(through)}", $"from {SpokenDate.En(suspension.From)} through {SpokenDate.En(through)}")
            : ($"sinds {SpokenDate.Nl(suspension.From)}; zij loopt nog en is geteld tot en met {SpokenDate.Nl(asOf)}",
                $"since {SpokenDate.En(suspension.From)}; it still runs and was counted through {SpokenDate.En(asOf)}");
        return days == 0
            ? new(
                suspension.From,
                $"Opschorting ({titleNl}) {runNl}; geen van die dagen valt binnen de termijn.",
                $"Suspension ({titleEn}) {runEn}; none of those days falls within the term.",
                basis?.Article)
            : new(
                suspension.From,
                $"Opgeschort ({titleNl}) {runNl}: {SpokenDate.DaysNl(days)} binnen de termijn.",
                $"Suspended ({titleEn}) {runEn}: {SpokenDate.DaysEn(days)} within the term.",
                basis?.Article);
    }

    private static IEnumerable<ProofLine> AllSuspensions(TermFacts facts, TermCount count)
    {
        if (facts.Suspensions.Length < 2 || count.DaysSuspended == 0)
            yield break;

        yield return new(
            count.Runs[^1].Through!.Value,
            $"Samen is de termijn {SpokenDate.DaysNl(count.DaysSuspended)} opgeschort; dagen met meer dan één grond tellen één keer.",
            $"Together the term is suspended for {SpokenDate.DaysEn(count.DaysSuspended)}; days with more than one basis count once.",
            null);
    }

    private static ProofLine Nominal(TermCount count) => new(
        count.Nominal,
        $"Geteld eindigt de termijn op {SpokenDate.Nl(count.Nominal)}.",
        $"Counted, the term ends on {SpokenDate.En(count.Nominal)}.",
        count.Rule.Article);

    private static IEnumerable<ProofLine> Moved(TermFacts facts, TermCount count, ActReach reach, DateOnly due, HolidayCalendar calendar)
    {
        if (reach != ActReach.Reached)
        {
            var (nl, en) = ActReaches.Reason(reach);
            yield return new(
                count.Nominal,
                $"De Algemene termijnenwet verschuift dit einde niet: {nl}.",
                $"The General Extension of Time Limits Act does not move this end: {en}.",
                ActReaches.Article(reach));
            yield break;
        }

        var rolled = GeneralTermsAct.Roll(count.Nominal, calendar);
        foreach (var off in GeneralTermsAct.DaysOffBetween(count.Nominal, due, calendar))
        {
            yield return new(
                off.Date,
                $"Op {SpokenDate.Nl(off.Date)} eindigt de termijn niet: dat is geen werkdag ({off.Name.Nl}).",
                $"The term does not end on {SpokenDate.En(off.Date)}: that is no working day ({off.Name.En}).",
                off.Basis);
        }

        if (due != rolled)
        {
            yield return new(
                due,
                $"In de termijn vanaf {SpokenDate.Nl(facts.StartedOn.AddDays(1))} moeten ten minste twee werkdagen vallen; daarom loopt zij door tot en met {SpokenDate.Nl(due)}.",
                $"The term from {SpokenDate.En(facts.StartedOn.AddDays(1))} must contain at least two working days; so it runs on through {SpokenDate.En(due)}.",
                "Atw 2");
        }
    }

    private static IEnumerable<ProofLine> Calendar(TermCount count, ActReach reach, DateOnly due, HolidayCalendar calendar)
    {
        yield return new(
            due,
            $"Berekend met kalender versie {SpokenDate.Number(calendar.Version)}.",
            $"Computed with calendar version {SpokenDate.Number(calendar.Version)}.",
            null);
        foreach (var year in ReliedOn.YearsOf(count, reach, due).Where(year => !calendar.KnowsDesignatedDaysOf(year)))
        {
            yield return new(
                due,
                $"Van {SpokenDate.Number(year)} is niet bekend welke dagen bij koninklijk besluit met een feestdag zijn gelijkgesteld; de datum kan nog verschuiven.",
                $"It is not known which days of {SpokenDate.Number(year)} were equated with a holiday by royal decree; the date may still move.",
                "Atw 3(3)");
        }
    }

    private static int DaysInside(Suspension suspension, TermFacts facts, TermCount count, DateOnly asOf)
    {
        var from = Math.Max(suspension.From.DayNumber, facts.StartedOn.DayNumber + 1);
        var through = Math.Min((suspension.Through ?? asOf).DayNumber, count.Nominal.DayNumber);
        return count.Rule.Direction == CountingDirection.Back ? 0 : Math.Max(0, through - from + 1);
    }
}
