namespace WobWorkflow.Scenarios;

/// <summary>An agency answers on a page of its own, per document and passage, and sees nothing beside what was put to it; a unit sees what it was asked.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class ConsultationPageTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Liaison_AnswersPerPassage_OnWhatWasPutToItsAgency()
    {
        var id = await Office.AssignedAsync();
        var (own, other) = (await Office.AddAsync(id, "Voor de NCTV.", new { title = "Dreigingsanalyse" }), await Office.AddAsync(id, "Voor niemand.", new { title = "Interne notitie" }));
        _ = (await Office.Handler.StepAsync(id, "assess-passage", new { documentId = own, page = 1, treatment = "withheld", grounds = new[] { "10.1b" }, quote = "Voor de", reason = "Inzicht in de werkwijze schaadt de veiligheid van de Staat." })).Done;
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { own }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        using var nctv = await Visitor.SignedInAsync(open.Service.Address, "Nora Nctv", ["liaison"], "NCTV");
        using var aivd = await Visitor.SignedInAsync(open.Service.Address, "Arie Aivd", ["liaison"], "AIVD");
        var path = $"/cases/{id}/consultations/consultation-1";
        (await nctv.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        await Office.SendAsync(id, "consultation-request");

        var page = (await nctv.GetAsync(path)).Text;

        page.ShouldContain("Mag dit openbaar?");
        page.ShouldContain("Dreigingsanalyse");
        page.ShouldContain("<mark>Voor de</mark>");
        page.ShouldNotContain("Interne notitie");
        page.ShouldNotContain("schaadt de veiligheid");
        (await nctv.GetAsync($"/cases/{id}")).Text.ShouldContain($"href=\"{path}\"");
        (await aivd.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

        // A ground of nowhere is refused, and what was chosen stays.
        (string, string)[] rows =
        [
            ("items[0].documentId", own), ("items[0].advice", ""), ("items[1].documentId", own), ("items[1].passageId", "passage-1"), ("items[1].advice", "redact"), ("note", "Alleen de werkwijze."),
        ];
        var refused = await nctv.SubmitAsync(path, path, [.. rows, ("items[1].ground", "99.9z"), ("advice", "redact")]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Alleen de werkwijze.");
        refused.Text.ShouldContain("value=\"99.9z\"");

        (await nctv.SubmitAsync(path, path, [.. rows, ("items[1].ground", "10.1b"), ("advice", "redact")])).Status.ShouldBe(HttpStatusCode.SeeOther);

        var advice = (await Office.Handler.GetAsync($"cases/{id}")).Done["consultations"]![0]!["advices"]![0]!;
        ((string)advice["advice"]!).ShouldBe("redact");
        var item = advice["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)item["passageId"]!, (string)item["advice"]!, (string)item["ground"]!).ShouldBe(("passage-1", "redact", "10.1b"));
        (await nctv.GetAsync(path)).Text.ShouldNotContain("Verstuur het advies");
    }

    [Fact]
    public async Task Unit_SeesWhatWasAskedOfIt_AndAnswersByForm()
    {
        var id = await Office.AssignedAsync();
        _ = (await Office.Handler.StepAsync(id, "ask-unit", new { unit = "Directie Water", question = "Welke inspectierapporten hebt u?", answerBy = "2018-06-05" })).Done;
        using var unit = await Visitor.SignedInAsync(open.Service.Address, "Udo Onderdeel", ["unit"]);

        var page = (await unit.GetAsync($"/cases/{id}")).Text;

        page.ShouldContain("Welke inspectierapporten hebt u?");
        page.ShouldNotContain("Particulier");
        var step = $"/cases/{id}/steps/record-unit-answer";
        (await unit.GetAsync($"{step}?unitQuestionId=unit-question-1")).Text.ShouldContain("Directie Water");
        (await unit.SubmitAsync(step, step, ("unitQuestionId", "unit-question-1"), ("answer", "nothing-found"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await unit.GetAsync($"/cases/{id}")).Text.ShouldContain("Niets gevonden");
    }
}
