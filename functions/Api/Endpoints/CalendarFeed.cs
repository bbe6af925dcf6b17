using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>
/// Terms as an iCalendar (RFC 5545), a whole day each. It is kept by programs that nobody here knows, so it holds what is due and of which case, and no word
/// of what the case is about.
/// </summary>
internal static class CalendarFeed
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <param name="stamp">When it was made.</param>
    /// <param name="publicAddress">Where people reach the pages.</param>
    public static string Of(IEnumerable<CalendarTerm> terms, DateTimeOffset stamp, string publicAddress)
    {
        var host = new Uri(publicAddress).Host;
        var calendar = new Calendar { ProductId = "-//WobWorkflow//Termijnen//NL" };
        calendar.AddProperty("X-WR-CALNAME", Sentences.Say("calendar.feed.name"));
        foreach (var term in terms)
        {
            var one = new CalendarEvent
            {
                Uid = $"{term.CaseId}-{term.TermId.Replace(':', '-')}@{host}",
                DtStamp = new CalDateTime(stamp.UtcDateTime, "UTC"),
                Start = new CalDateTime(term.Due),
                Summary = Sentences.Say("calendar.feed.summary", Labels.Of(term.Kind), term.CaseId),
                Description = Sentences.Say("calendar.feed.description", term.Article),
                Url = new Uri($"{publicAddress}/cases/{term.CaseId}"),
                Transparency = TransparencyType.Transparent,
            };
            calendar.Events.Add(one);
        }

        var text = new CalendarSerializer().SerializeToString(calendar)!;
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text : text + "\r\n";
    }

    /// <summary>The terms of a case that the body must see to.</summary>
    public static IEnumerable<CalendarTerm> TermsOf(Case c, Organisation facts, DateOnly today) => CaseTerms.Of(c, facts, today)
        .Where(term => Agenda.Watches(term) || term.State == TermState.Suspended)
        .Select(term => new CalendarTerm(c.Id, term.TermId, term.Kind, term.Article, term.Due));

}

/// <summary>A term as a calendar shows it.</summary>
internal sealed record CalendarTerm(string CaseId, string TermId, TermKind Kind, string Article, DateOnly Due);
