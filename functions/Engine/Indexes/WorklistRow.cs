using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>A case as a list shows it.</summary>
/// <param name="Subject">Null where it was erased.</param>
/// <param name="Due">The last day of the term that presses most; null where none runs.</param>
/// <param name="Reminders">The latest that were sent and the next that will be.</param>
/// <param name="Agencies">Who was consulted and may know of the case, by code.</param>
/// <param name="Waiting">For whom the case waits; null where the body itself is to act, and in rows that an earlier version wrote.</param>
/// <param name="MatterId">The matter that it is in; null where it is in none.</param>
/// <param name="Packages">What packages belong to that are being made; null where none are.</param>
/// <param name="Figures">What the numbers of a year are counted from; null in rows that an earlier version wrote.</param>
public sealed record WorklistRow(
    string CaseId,
    string? Subject,
    string Phase,
    string? Handler,
    DateOnly ReceivedOn,
    DateOnly? Due,
    long Version,
    ImmutableArray<WorklistReminder> Reminders,
    ImmutableArray<string> Agencies,
    WaitingFor? Waiting = null,
    string? MatterId = null,
    CaseFigures? Figures = null,
    ImmutableArray<string>? Packages = null)
{
    public bool IsOverdue(DateOnly today) => Due < today;
}

/// <summary>Others, for whom work on a case waits.</summary>
public enum WaitingFor
{
    /// <summary>For the requester, to say what is meant.</summary>
    Clarification,

    /// <summary>For the advice of an agency.</summary>
    Advice,

    /// <summary>For the view of a third party.</summary>
    View,

    /// <summary>For the end of a suspension on another basis.</summary>
    Suspension,
}

/// <summary>A reminder, sent or coming.</summary>
/// <param name="To">The handler's id; null for the coordinators.</param>
/// <param name="SentAt">Null while it has not been delivered.</param>
/// <param name="ComesOn">The local date on which it will be; null once it is in the log.</param>
public sealed record WorklistReminder(string TermId, string Kind, DateOnly Due, string Rung, string? To, DateTimeOffset? SentAt, DateOnly? ComesOn);

/// <summary>A matter as a list shows it.</summary>
/// <param name="Cases">How many cases are in it.</param>
/// <param name="Open">How many of those are not closed.</param>
/// <param name="Due">The first of their last days; null where none runs.</param>
public sealed record MatterListRow(string MatterId, int Cases, int Open, DateOnly? Due);

/// <summary>A ruling as a list shows it.</summary>
public sealed record RulingListRow(string RulingId, string Court, ImmutableArray<string> CaseNumbers, string Phase, DateOnly? Due, long Version);

/// <summary>Makes rows of aggregates.</summary>
public sealed class WorklistRows(Texts texts)
{
    /// <summary>Older ones are in the case itself.</summary>
    private const int RemindersShown = 30;

    public async Task<WorklistRow> OfAsync(Folded<Case> of, Organisation facts, DateOnly today, CancellationToken cancellation)
    {
        var c = of.State;
        var request = c.Request!;
        var subject = (await texts.ReadAsync(of.Log, [request.Subject], cancellation))[request.Subject];
        var terms = CaseTerms.Of(c, facts, today);
        return new WorklistRow(
            c.Id, subject, Kebab.Of(Phases.Of(c)), c.Intake.Handler, request.ReceivedOn, Phases.Pressing(terms)?.Due, of.Version,
            [.. Sent(c).TakeLast(RemindersShown), .. Coming(c, facts, terms, today)],
            [.. c.Consultations.Where(asked => asked.SentOn is not null).Select(asked => asked.Agency.Code).Distinct()],
            c.IsClosed ? null : WaitingOf(c, terms),
            c.Connections.MatterId,
            CaseFigures.Of(c, facts, today),
            Cases.Packages.BeingMade(c).Select(package => package.About).Distinct(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } packages ? packages : null);
    }

    public static RulingListRow Of(Folded<Ruling> of, Organisation facts, DateOnly today)
    {
        var ruling = of.State;
        return new RulingListRow(
            ruling.Id, ruling.Facts!.Court, [.. ruling.Rows.Select(row => row.CaseNumber)],
            Kebab.Of(RulingPhases.Of(ruling)), RulingPhases.DueOf(ruling, facts, today),
            of.Version);
    }

    private static WaitingFor? WaitingOf(Case c, ImmutableArray<Term> terms) =>
        c.Intake.Clarifications.Any(asked => asked is { SentOn: not null, AnsweredOn: null }) ? WaitingFor.Clarification
        : c.Consultations.Any(asked => asked is { IsOpen: true, SentOn: not null }) ? WaitingFor.Advice
        : c.Views.Any(asked => asked.AnsweredOn is null) ? WaitingFor.View
        : terms.Any(term => term.State == TermState.Suspended) ? WaitingFor.Suspension
        : null;

    private static IEnumerable<WorklistReminder> Sent(Case c) => c.Reminders.Where(reminder => reminder.Kind != ReminderKind.PassedOver)
        .SelectMany(reminder => new[] { reminder.To, reminder.Also }.Take(reminder.Also is null ? 1 : 2)
            .Select(to => new WorklistReminder(reminder.TermId, Kebab.Of(reminder.Kind), reminder.Due, reminder.Rung, to, reminder.DeliveredAt, null)));

    /// <summary>The next reminder of each term of which the engine reminds.</summary>
    private static IEnumerable<WorklistReminder> Coming(Case c, Organisation facts, ImmutableArray<Term> terms, DateOnly today)
    {
        if (c.IsClosed)
            yield break;
        foreach (var term in terms.Where(Agenda.Watches))
        {
            if (Agenda.RemindersOf(c, term, facts, today).NextLook is { } next)
            {
                yield return new WorklistReminder(term.TermId, Kebab.Of(ReminderKind.Term), term.Due, "", Agenda.RemindedOf(c, term), null, next);
                if (Agenda.AlsoRemindedOf(c, term) is { } also)
                    yield return new WorklistReminder(term.TermId, Kebab.Of(ReminderKind.Term), term.Due, "", also, null, next);
            }
        }
    }
}
