using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The life of a case on one line: phases, terms with the days on which they stood still, reminders, remedies and rulings.</summary>
internal sealed record Timeline(
    DateOnly From, DateOnly Through, DateOnly Today, ImmutableArray<PhaseSpan> Phases, ImmutableArray<TermSpan> Terms, ImmutableArray<TimelineMark> Marks)
{
    /// <summary>More kinds of term than these would make a wall of the picture; the table below it has them all.</summary>
    private const int MostLanes = 12;

    /// <summary>The terms of a kind share a line, in the order in which the first of them began.</summary>
    public ImmutableArray<TermLane> Lanes =>
        [.. Terms.GroupBy(term => term.Title).Take(MostLanes).Select(kind => new TermLane(kind.Count() == 1 ? kind.Key : $"{kind.Key} ({kind.Count()})", [.. kind]))];

    public static Timeline Of(Case c, CaseView view, Organisation facts, DateOnly today)
    {
        var phases = PhasesOf(c, view, today);
        var gaps = CaseTerms.Suspensions(c, today);
        ImmutableArray<TermSpan> terms =
        [
            .. view.Terms.OrderBy(term => term.Kind == TermKind.Decision ? 0 : 1).ThenBy(term => term.StartedOn).Select(term => new TermSpan(
                Labels.Of(term.Kind), term.StartedOn, term.Due, term.State, term.MetOn,
                term.Kind == TermKind.Decision ? [.. gaps.Select(gap => (gap.From, gap.Through ?? today))] : [],
                term.DaysLeft < 0 && term.MetOn is null && term.State != TermState.Withdrawn && TermOwners.IsOurs(term.Kind))),
        ];
        ImmutableArray<TimelineMark> marks =
        [
            .. view.Reminders.Select(reminder => new TimelineMark(MarkKind.Reminder, LocalTime.DateOf(reminder.At), Labels.Of(reminder.Kind), Sentences.Say("case.timeline.mark-for", Labels.Of(reminder.Kind), Written.Date(reminder.Due)))),
            .. view.Decisions.Where(decision => decision.DispatchedOn is not null).Select(decision => new TimelineMark(MarkKind.Decision, decision.DispatchedOn!.Value, Labels.Of(decision.Kind), Sentences.Say("case.timeline.mark-sent", Labels.Of(decision.Kind)))),
            .. view.Remedies.Select(remedy => new TimelineMark(MarkKind.Remedy, remedy.LodgedOn, Labels.Of(remedy.Kind), Sentences.Say("case.timeline.mark-lodged", Labels.Of(remedy.Kind)))),
            .. view.Rulings.Select(ruling => new TimelineMark(MarkKind.Ruling, ruling.SentOn, Sentences.Say("common.ruling"), Sentences.Say("case.timeline.mark-ruling", ruling.CaseNumber))),
        ];
        var through = marks.Select(mark => mark.On).Concat(terms.Select(term => term.Due)).Append(today).Append(view.ClosedOn ?? today).Max();
        return new Timeline(view.ReceivedOn, through <= view.ReceivedOn ? view.ReceivedOn.AddDays(1) : through, today, phases, terms, [.. marks.OrderBy(mark => mark.On)]);
    }

    /// <summary>Since when each phase has traces, as the facts tell; the phase of a case is a summary, and so is this.</summary>
    private static ImmutableArray<PhaseSpan> PhasesOf(Case c, CaseView view, DateOnly today)
    {
        static DateOnly? First(IEnumerable<DateOnly?> days) => days.Where(day => day is not null).Min();

        (Phase Phase, DateOnly? Since)[] traces =
        [
            (Phase.Intake, view.ReceivedOn),
            (Phase.Collection, First(c.Searches.Select(search => (DateOnly?)search.On))),
            (Phase.Consultation, First([.. c.Consultations.Select(asked => (DateOnly?)asked.AskedOn), .. c.Views.Select(asked => asked.SentOn)])),
            (Phase.Review, First([.. c.Passages.Select(passage => (DateOnly?)passage.On), .. c.Documents.Select(document => document.Assessment?.On)])),
            (Phase.Decision, First([.. c.Decisions.SelectMany(decision => decision.Approvals).Select(approval => (DateOnly?)approval.On), .. c.Decisions.Select(decision => decision.TakenOn)])),
            (Phase.Publication, First(c.Publications.Select(publication => (DateOnly?)publication.On))),
            (Phase.Remedies, First([.. c.Remedies.Select(remedy => (DateOnly?)remedy.LodgedOn), .. c.Decisions.Select(decision => decision.DispatchedOn)])),
            (Phase.Supplement, First(c.Rulings.Where(ruling => ruling.Owes).Select(ruling => (DateOnly?)ruling.SentOn))),
            (Phase.Closed, c.ClosedOn),
        ];
        var known = traces.Where(trace => trace.Since is not null && trace.Since <= today).Select(trace => (trace.Phase, Since: trace.Since!.Value)).OrderBy(trace => trace.Since).ThenBy(trace => trace.Phase).ToList();
        return [.. known.Select((trace, i) => new PhaseSpan(trace.Phase, trace.Since, i + 1 < known.Count ? known[i + 1].Since : c.ClosedOn ?? today))];
    }

    /// <summary>Where a day stands, from 0 to the width.</summary>
    public double X(DateOnly day, double width) => Math.Clamp((day.DayNumber - From.DayNumber) * width / (Through.DayNumber - From.DayNumber), 0, width);

    /// <summary>Days on which the axis is marked: months, or years in a long life.</summary>
    public IEnumerable<(DateOnly Day, string Title)> Axis()
    {
        var months = ((Through.Year - From.Year) * 12) + Through.Month - From.Month;
        var step = months switch { <= 8 => 1, <= 24 => 3, <= 60 => 6, _ => 12 };
        for (var day = new DateOnly(From.Year, From.Month, 1).AddMonths(1); day <= Through; day = day.AddMonths(1))
        {
            if ((day.Month - 1) % step == 0)
                yield return (day, step < 12 ? Dutch.Date(day).Split(' ')[1][..3] + " " + (day.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture) : day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

internal sealed record PhaseSpan(Phase Phase, DateOnly Since, DateOnly Until);

/// <param name="Gaps">Days on which it stood still, both included.</param>
/// <param name="Late">Whether the body itself let it pass.</param>
internal sealed record TermSpan(string Title, DateOnly From, DateOnly Due, TermState State, DateOnly? MetOn, ImmutableArray<(DateOnly From, DateOnly Through)> Gaps, bool Late);

/// <summary>Terms of one kind, on one line.</summary>
internal sealed record TermLane(string Title, ImmutableArray<TermSpan> Terms);

/// <param name="Name">In a word or two.</param>
/// <param name="Title">In full.</param>
internal sealed record TimelineMark(MarkKind Kind, DateOnly On, string Name, string Title);

internal enum MarkKind
{
    Reminder,
    Decision,
    Remedy,
    Ruling,
}
