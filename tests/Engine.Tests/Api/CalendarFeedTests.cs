using System.Text;
using Ical.Net;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

/// <summary>Terms as an iCalendar (RFC 5545).</summary>
public sealed class CalendarFeedTests
{
    private static readonly DateTimeOffset Now = new(2018, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly CalendarTerm Term = new("n2ps-27av-tgm1", "consultation:consultation-1", TermKind.Consultation, "praktijk", new DateOnly(2018, 6, 15));

    [Fact]
    public void Feed_CanBeParsed_AndTellsEachTermAsAWholeDay()
    {
        var calendar = Calendar.Load(Feed(Term, Term with { TermId = "decision", Kind = TermKind.Decision, Due = new DateOnly(2018, 6, 19) }))!;

        calendar.Events.Count.ShouldBe(2);
        var first = calendar.Events.Single(one => one.Uid!.StartsWith("n2ps-27av-tgm1-consultation-", StringComparison.Ordinal));
        first.IsAllDay.ShouldBeTrue();
        first.Start!.Value.ShouldBe(new DateTime(2018, 6, 15));
        first.Summary.ShouldBe("Afstemming: zaak n2ps-27av-tgm1");
        first.Url!.OriginalString.ShouldBe("https://wob.example.nl/cases/n2ps-27av-tgm1");
    }

    [Fact]
    public void Lines_EndWithCrLf_AndAreNoLongerThan75Octets()
    {
        var text = Feed(Term with { CaseId = string.Concat(Enumerable.Repeat("zaak-met-een-lang-kenmerk-é-", 6)) });

        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", "").ShouldNotContain('\n');
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
    }

    [Fact]
    public void Commas_AndSemicolons_AreEscaped() =>
        Feed(Term with { Article = "Woo 4.4(1); Awb 4:15, lid 2" }).Replace("\r\n ", "").ShouldContain("Woo 4.4(1)\\; Awb 4:15\\, lid 2");

    [Fact]
    public void SameTerm_HasTheSameUid_WheneverItIsAsked() => UidOf(Feed(Term)).ShouldBe(UidOf(CalendarFeed.Of([Term with { Due = Term.Due.AddDays(3) }], Now.AddDays(1), "https://wob.example.nl")));

    private static string Feed(params CalendarTerm[] terms) => CalendarFeed.Of(terms, Now, "https://wob.example.nl");

    private static string UidOf(string feed) => Calendar.Load(feed)!.Events.Single().Uid!;
}
