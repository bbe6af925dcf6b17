using System.Globalization;

namespace WobWorkflow.Scenarios;

/// <summary>The numbers of a year, over HTTP and as a page.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class ReportPageTests(OpenOffice open)
{
    [Fact]
    public async Task Decision_RaisesTheNumbersOfItsYear_AndThePageShowsThem()
    {
        await open.Office.SettleAsync();
        var before = (await open.Office.Auditor.GetAsync("reports/2018")).Done;

        await open.Office.DecidedAsync();
        await open.Office.SettleAsync();

        var after = (await open.Office.Auditor.GetAsync("reports/2018")).Done;
        foreach (var number in (string[])["received", "decided", "inTime"])
            ((int)after[number]!).ShouldBe((int)before[number]! + 1, number);
        ((int)after["months"]![4]!["decided"]!).ShouldBe((int)before["months"]![4]!["decided"]! + 1);
        ((int)after["outcomes"]!["disclosed"]!).ShouldBeGreaterThan(0);
        using var auditor = await Visitor.SignedInAsync(open.Service.Address, "Truus Toezichthouder", ["auditor"]);
        (await auditor.GetAsync("/reports")).Headers.Location!.OriginalString.ShouldBe("/reports/2018");
        var page = (await auditor.GetAsync("/reports/2018")).Text;
        page.ShouldContain($"<strong>{((int)after["received"]!).ToString(CultureInfo.InvariantCulture)}</strong>");
        page.ShouldContain("Ontvangen en besliste verzoeken per maand");
        page.ShouldContain("<th scope=\"row\">Openbaarmaking</th>");
    }

    [Fact]
    public async Task Report_OfNoYear_IsRefused_AndNoneIsForWhoSeesInPart()
    {
        (await open.Office.Auditor.GetAsync("reports/2999")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        (await open.Office.Auditor.GetAsync("reports/x")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        var liaison = await open.Office.EnterAsync("Lex Liaison", ["liaison"], "MIVD");
        (await liaison.GetAsync("reports/2018")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }
}
