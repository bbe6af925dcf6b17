namespace WobWorkflow.Scenarios;

/// <summary>An agency advises per passage; what is done with it shows by itself, and where the judgement departs from it the decision waits for the reason.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class AdviceTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task DepartureFromAdvice_HoldsTheDecisionUp_AndIsShownToTheAgencyOnceItWentOut()
    {
        var nctv = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var id = await Office.AssignedAsync();
        var doc = await Office.AddAsync(id, "De eerste zin. De tweede zin.");
        foreach (var (start, quote) in ((int, string)[])[(0, "De eerste zin."), (15, "De tweede zin.")])
            await PassageAsync(new { documentId = doc, page = 1, start, length = 14, treatment = "withheld", grounds = new[] { "10.1b" }, quote, reason = "Inzicht in de werkwijze." });
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { doc }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        await Office.SettleAsync();
        _ = await Office.SendAsync(id, "consultation-request");
        _ = (await nctv.StepAsync(id, "record-advice", new
        {
            consultationId = "consultation-1",
            advice = "redact",
            items = new object[]
            {
                new { documentId = doc, passageId = "passage-1", advice = "redact", ground = "10.1b", reason = "Dit is onze werkwijze." },
                new { documentId = doc, passageId = "passage-2", advice = "redact", ground = "10.1b" },
            },
        })).Done;
        await PassageAsync(new { documentId = doc, passageId = "passage-2", page = 1, start = 15, length = 14, treatment = "disclosed" });

        (await LinesAsync(Office.Handler)).ShouldBe(["1 passage-1 followed ", "2 passage-2 departed "]);
        (await LinesAsync(nctv)).ShouldBeEmpty();
        const string decision = "decision-1";
        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 })).Done;
        _ = (await Office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await SubmitAsync();
        (await Office.Approver.StepAsync(id, "approve-decision", new { decisionId = decision })).ShouldBeProblem(HttpStatusCode.Conflict, "checks-unanswered");
        _ = (await Office.Approver.StepAsync(id, "return-decision", new { decisionId = decision, reason = "Motiveer de afwijking." })).Done;
        (await nctv.StepAsync(id, "depart-from-advice", new { consultationId = "consultation-1", lines = new[] { 2 }, reason = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        _ = (await Office.Handler.StepAsync(id, "depart-from-advice", new { consultationId = "consultation-1", lines = new[] { 2 }, reason = "De zin berust op open bronnen.", tell = true })).Done;
        (await nctv.AllAsync($"cases/{id}/log")).Select(row => (string)row["event"]!["type"]!).ShouldNotContain("advice-departed");
        await SubmitAsync();
        _ = await Office.AnnounceAsync(id, decision);

        (await LinesAsync(nctv)).ShouldBe(["1 passage-1 followed ", "2 passage-2 departed De zin berust op open bronnen."]);

        async Task SubmitAsync()
        {
            await Office.SettleAsync();
            _ = (await Office.Handler.StepAsync(id, "submit-decision", new { decisionId = decision })).Done;
        }

        async Task PassageAsync(object judged) => _ = (await Office.Handler.StepAsync(id, "assess-passage", judged)).Done;

        async Task<string[]> LinesAsync(Desk by) =>
        [
            .. (await by.GetAsync($"cases/{id}")).Done["consultations"]![0]!["lines"]!.AsArray()
                .Select(line => $"{line!["line"]} {line["passageId"]} {line["followUp"]} {line["departure"]?["reason"]}"),
        ];
    }
}
