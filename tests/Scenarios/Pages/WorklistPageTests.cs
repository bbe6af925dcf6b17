namespace WobWorkflow.Scenarios;

[Collection(typeof(AtTheOffice))]
public sealed class WorklistPageTests(OpenOffice open)
{
    [Fact]
    public async Task Cases_GivenToOneHandlerTogether_AreTold_OneByOne()
    {
        var (first, second) = (await open.Office.RegisterAsync(), await open.Office.RegisterAsync());
        _ = (await open.Office.Coordinator.StepAsync(first, "qualify", new { kind = "public-information" })).Done;
        _ = (await open.Office.Coordinator.StepAsync(second, "qualify", new { kind = "public-information" })).Done;
        await open.Office.SettleAsync();
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var answer = await coordinator.SubmitAsync(
            "/cases?view=all", "/cases/assign", ("handler", open.Office.Handler.Id), ("case", first), ("case", second), ("case", "q999-zzzz-zzzz"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("2 zaken zijn toegewezen; 1 niet.");
        answer.Text.ShouldContain("Probeer deze opnieuw");
        ((string)(await open.Office.Handler.GetAsync($"cases/{first}")).Done["handler"]!).ShouldBe(open.Office.Handler.Id);
        ((string)(await open.Office.Handler.GetAsync($"cases/{second}")).Done["handler"]!).ShouldBe(open.Office.Handler.Id);
    }

    [Fact]
    public async Task CasesChosen_WithoutSayingForWhom_StayChosen_AndTheListAsItWas()
    {
        var id = await open.Office.RegisterAsync();
        await open.Office.SettleAsync();
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var answer = await coordinator.SubmitAsync("/cases?view=unassigned&sort=received", "/cases/assign", ("handler", " "), ("case", id));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Vul in wie de zaken krijgt.");
        answer.Text.ShouldContain($"name=\"case\" value=\"{id}\" checked");
        answer.Text.ShouldContain("Zaken van nog niemand");
    }

    [Fact]
    public async Task Search_FindsBySubject_AndKeepsTheWordsOutOfTheAddress()
    {
        await open.Office.RegisterAsync();
        await open.Office.SettleAsync();
        using var coordinator = await Visitor.SignedInAsync(open.Service.Address, "Marijke Coördinator", ["coordinator"]);

        var found = await coordinator.SubmitAsync("/cases", "/cases/search", ("q", "kademuren"));
        found.Text.ShouldContain("het onderhoud van de kademuren");
        found.Text.ShouldNotContain("q=kademuren");

        (await coordinator.SubmitAsync("/cases", "/cases/search", ("q", "geen enkele zaak gaat hierover"))).Text.ShouldContain("Niets gevonden");
    }

    [Fact]
    public async Task Liaison_WithNothingAskedOfIt_SeesAnEmptyListAndNoOneElsesCases()
    {
        await open.Office.RegisterAsync();
        await open.Office.SettleAsync();
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        var answer = await liaison.GetAsync("/cases?view=all");

        answer.Text.ShouldNotContain("kademuren");
        answer.Text.ShouldContain("Hier is nu niets te doen");
        answer.Text.ShouldNotContain("/cases/new");
    }
}
