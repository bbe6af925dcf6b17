using System.Text.RegularExpressions;

namespace WobWorkflow.Scenarios;

/// <summary>The calendar, the calculator and the address for one's own calendar program.</summary>
[Collection(typeof(AtTheOffice))]
public sealed partial class CalendarPageTests(OpenOffice open)
{
    [Fact]
    public async Task Calculator_AnswersWithTheProof_AndKeepsTheQuestionInTheAddress()
    {
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);

        var page = await handler.GetAsync("/calculator?rule=woo-4.4-1&start=2023-03-10&extension=14&from1=2023-03-20&through1=2023-03-27&basis1=awb-4.15-2-a");

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        // 4 + 2 weeks after 10 March is 21 April; eight days stood still: 29 April is a Saturday.
        page.Text.ShouldContain("Uiterlijk maandag 1 mei 2023");
        page.Text.ShouldContain("Bewijs");
        page.Text.ShouldContain("Hierbij is aangenomen");
        page.Text.ShouldContain("value=\"2023-03-20\"");
    }

    [Fact]
    public async Task Calculator_SaysWhatIsWrong_AtTheField()
    {
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);

        var page = await handler.GetAsync("/calculator?rule=woo-4.4-1&start=2023-03-10&extension=99");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("id=\"extension-error\"");
        (await handler.GetAsync("/calculator")).Text.ShouldNotContain("role=\"alert\"");
    }

    [Fact]
    public async Task Calendar_ShowsWhatEndsInWhichWeek_AndTheHolidays()
    {
        // Somebody's own week: that of all has what other tests registered too, a page at a time.
        var keeper = await open.Office.EnterAsync("Kees Kalender", ["handler"]);
        var id = await open.Office.AssignedAsync();
        _ = (await open.Office.Coordinator.StepAsync(id, "assign", new { handler = keeper.Id })).Done;
        await open.Office.SettleAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Kees Kalender", ["handler"]);

        var page = (await handler.GetAsync("/calendar?from=2018-06-18&view=all")).Text;

        page.ShouldContain("Week 25: 18 juni 2018");
        page.ShouldContain("Tweede Pinksterdag");
        var week = (await handler.GetAsync("/cases?view=mine&week=2018-06-18")).Text;
        week.ShouldContain($"/cases/{id}");
        (await handler.GetAsync("/cases?view=mine&week=2018-07-16")).Text.ShouldNotContain($"/cases/{id}");
    }

    [Fact]
    public async Task DesignatedDay_IsAddedByTheAdministrator_AndTheJobIsFollowed()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);
        (await administrator.SubmitAsync("/calendar", "/calendar/days", ("do", "add"), ("date", "2031-05-23"), ("reason", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var added = await administrator.SubmitAsync("/calendar", "/calendar/days", ("do", "add"), ("date", "2031-05-23"), ("reason", "Stcrt. 2030, 1"));

        added.Status.ShouldBe(HttpStatusCode.SeeOther, added.Text);
        await open.Office.SettleAsync();
        var job = await administrator.GetAsync(added.Headers.Location!.OriginalString);
        job.Text.ShouldContain("Termijnen herberekenen");
        job.Text.ShouldContain("Klaar");
        job.Text.ShouldNotContain("http-equiv=\"refresh\"");
        (await administrator.GetAsync("/calendar?year=2031")).Text.ShouldContain("Stcrt. 2030, 1");
        (await administrator.SubmitAsync("/calendar", "/calendar/days", ("do", "remove"), ("date", "2031-05-23"), ("reason", "Vergissing"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await administrator.GetAsync("/calendar?year=2031")).Text.ShouldNotContain("Stcrt. 2030, 1");
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);
        (await handler.GetAsync("/calendar")).Text.ShouldNotContain("Aangewezen dag wijzigen");
    }

    [Fact]
    public async Task Year_IsDeclaredCompleteByTheAdministrator()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);
        (await administrator.GetAsync("/calendar?year=2034")).Text.ShouldContain("Verklaar 2034 compleet");
        var refused = await administrator.SubmitAsync("/calendar?year=2034", "/calendar/days", ("do", "complete"), ("year", "2034"), ("reason", ""));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("id=\"decree-error\"");

        (await administrator.SubmitAsync("/calendar?year=2034", "/calendar/days", ("do", "complete"), ("year", "2034"), ("reason", "Stcrt. 2033, 1"))).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await administrator.GetAsync("/calendar?year=2034")).Text.ShouldNotContain("Verklaar 2034 compleet");
        ((bool)(await open.Office.Auditor.GetAsync("calendar/2034")).Done["complete"]!).ShouldBeTrue();
        ((bool)(await open.Office.Auditor.GetAsync("calendar/2035")).Done["complete"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task OwnAddress_GivesOwnTerms_UntilItIsTakenBack()
    {
        var id = await open.Office.AssignedAsync();
        await open.Office.SettleAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var href = new Uri(WebUtility.HtmlDecode(Address().Match((await handler.SubmitAsync("/calendar", "/calendar/address", ("do", "issue"))).Text).Groups["href"].Value)).PathAndQuery;

        var feed = await open.Office.Nobody.GetAsync(href);
        feed.Status.ShouldBe(HttpStatusCode.OK, feed.Text);
        feed.Content.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = feed.Text.Replace("\r\n ", "", StringComparison.Ordinal);
        text.ShouldContain($"UID:{id}-decision@");
        text.ShouldContain("DTSTART;VALUE=DATE:20180621");
        // No word of what a case is about, and no one else's cases.
        text.ShouldNotContain("kademuren");
        var other = await open.Office.EnterAsync("Ada Ander", ["handler"]);
        (await open.Office.Nobody.GetAsync(new Uri((string)(await other.PostAsync("calendar/address", new { })).Done["href"]!).PathAndQuery)).Text.ShouldNotContain("VEVENT");
        (await open.Office.Nobody.GetAsync(href + "x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await open.Office.Nobody.GetAsync("/api/v1/calendar.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        await handler.SubmitAsync("/calendar", "/calendar/address", ("do", "revoke"));
        (await open.Office.Nobody.GetAsync(href)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Job_IsNothingForALiaison()
    {
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        (await liaison.GetAsync("/jobs/redate-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await liaison.GetAsync("/calendar")).Text.ShouldNotContain("Mijn termijnen");
    }

    [GeneratedRegex("id=\"address\" readonly value=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
