namespace WobWorkflow.Scenarios;

[Collection(typeof(AtTheOffice))]
public sealed class OrganisationPageTests(OpenOffice open)
{
    [Fact]
    public async Task Ladder_OpensWithWhatStands_AndIsChangedByForm()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);
        var form = await administrator.GetAsync("/organisation/steps/set-ladder?term=demand");
        WebUtility.HtmlDecode(form.Text).ShouldContain(">14\n7\n2</textarea>");

        var answer = await administrator.SubmitAsync("/organisation/steps/set-ladder?term=demand", "/organisation/steps/set-ladder", ("term", "demand"), ("daysBefore", "5\r\n1"), ("weeksAfter", "3"));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        var page = (await administrator.GetAsync(answer.Headers.Location!.OriginalString)).Text;
        page.ShouldContain("Vastgelegd: Herinneringen instellen.");
        page.ShouldContain("5, 1");
    }

    [Fact]
    public async Task Letterhead_OpensWithWhatStands_SoThatNothingIsLostByChangingALine()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);

        var form = (await administrator.GetAsync("/organisation/steps/set-letterhead")).Text;

        form.ShouldContain("De Minister van Justitie en Veiligheid");
        form.ShouldContain("Brieven die de motor hierna opstelt dragen dit briefhoofd.");
    }

    [Fact]
    public async Task Route_WithARoleThatCannotApprove_IsRefused_AndKeepsItsRows()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);
        const string Step = "/organisation/steps/set-approval-route";

        var answer = await administrator.SubmitAsync(Step, Step,
            ("levels[0].name", "Jurist"), ("levels[0].role", "approver"), ("levels[1].name", "Directeur"), ("levels[1].role", "unit"), ("levels[1].deputies", "anna\r\nbert"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("value=\"Jurist\"");
        answer.Text.ShouldContain("value=\"Directeur\"");
        WebUtility.HtmlDecode(answer.Text).ShouldContain(">anna\nbert</textarea>");
        answer.Text.ShouldContain("Awb 10:3");
    }

    [Fact]
    public async Task Team_IsMadeAndGone()
    {
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);
        const string Step = "/organisation/steps/set-team";
        (await coordinator.SubmitAsync(Step, Step, ("name", "Kaden & sluizen"), ("persons", "henk-behandelaar"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = (await coordinator.GetAsync("/organisation")).Text;
        page.ShouldContain("Kaden &amp; sluizen");

        (await coordinator.SubmitAsync($"{Step}?name={Uri.EscapeDataString("Kaden & sluizen")}", Step, ("name", "Kaden & sluizen"), ("persons", ""))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await coordinator.GetAsync("/organisation")).Text.ShouldNotContain("Kaden &amp; sluizen");
    }

    [Fact]
    public async Task Setting_ThatAnotherChangedMeanwhile_SaysWhatChanged_AndKeepsWhatWasTyped()
    {
        using var administrator = await Visitor.SignedInAsync(open.Service.Address, "Bas Beheerder", ["administrator"]);
        const string Step = "/organisation/steps/set-office-holder";
        var hidden = Visitor.HiddenOf((await administrator.GetAsync(Step)).Text, Step, []);
        using var other = await Visitor.SignedInAsync(open.Service.Address, "Bea Beheerder", ["administrator"]);
        (await other.SubmitAsync(Step, Step, ("office", "De Minister"), ("name", "A. Ander"), ("from", "2018-01-01"))).Status.ShouldBe(HttpStatusCode.SeeOther);

        var answer = await administrator.PostAsync(Step, [.. hidden, ("office", "De Staatssecretaris"), ("name", "B. Bewindspersoon"), ("from", "2018-02-01")]);

        answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        answer.Text.ShouldContain("Een ander was u voor");
        answer.Text.ShouldContain("door Bea Beheerder");
        answer.Text.ShouldContain("B. Bewindspersoon");
    }

    [Fact]
    public async Task WhoMayChangeNothing_ReadsTheSettings_AndIsOfferedNoForm()
    {
        using var auditor = await Visitor.SignedInAsync(open.Service.Address, "Truus Toezichthouder", ["auditor"]);
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        (await auditor.GetAsync("/organisation")).Text.ShouldNotContain("/organisation/steps/");
        (await auditor.GetAsync("/organisation/steps/set-letterhead")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await liaison.GetAsync("/organisation")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
