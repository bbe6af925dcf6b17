using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>The letter to Parliament over HTTP: drafted by the engine, fetched, edited in Word, sent back; for those who see rulings alone.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class RulingFilesTests(OpenOffice open)
{
    private static readonly string[] Annulment = ["annulled", "new-decision", "well-founded"];

    private Office Office => open.Office;

    [Fact]
    public async Task LetterToParliament_IsFetchedEditedAndSentBack()
    {
        var litigator = await Office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var (id, rulingId) = await RulingAsync(litigator);
        var path = $"rulings/{rulingId}/artifacts";

        var draft = (await litigator.AllAsync(path)).ShouldHaveSingleItem();
        ((string)draft["kind"]!).ShouldBe("letter-to-parliament");
        ((string)draft["addedBy"]!).ShouldBe("engine");
        var file = await litigator.GetAsync((string)draft["href"]!);
        file.Content.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        file.Content.ContentDisposition!.FileName.ShouldBe("artifact-1.docx");
        DocxText.Read(file.Bytes).All.ShouldContain("om het gebruik uit te faseren");

        // What comes back must be Word, whatever it is called.
        var about = new { kind = "letter-to-parliament" };
        (await litigator.UploadAsync(path, "geen Word"u8.ToArray(), "brief.txt", about)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-a-docx");
        (await litigator.UploadAsync(path, "geen Word"u8.ToArray(), "brief.docx", about)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "not-a-docx");
        (await litigator.UploadAsync(path, file.Bytes, "brief.docx", about)).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-change");

        // Any other letter stands for one that a person edited.
        var edited = await DecisionLetterAsync(id);
        var added = await litigator.UploadAsync(path, edited, "Kamerbrief v2.docx", about, ("Idempotency-Key", $"kamerbrief {rulingId}"));
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Headers.Location!.ToString().ShouldBe($"/api/v1/{path}/artifact-2");
        (await litigator.UploadAsync(path, edited, "Kamerbrief v2.docx", about, ("Idempotency-Key", $"kamerbrief {rulingId}"))).Text.ShouldBe(added.Text);
        (await litigator.GetAsync($"{path}/artifact-2")).Bytes.ShouldBe(edited);
        var letter = (await litigator.GetAsync($"rulings/{rulingId}")).Done["letter"]!;
        ((string)letter["state"]!, (string)letter["artifactId"]!, (string)letter["editedBy"]!).ShouldBe(("edited", "artifact-2", litigator.Id));
        letter["versions"]!.AsArray().Select(version => (string)version!).ShouldBe(["artifact-1", "artifact-2"]);

        // The log is whole, and nothing of it is for someone who sees cases in part.
        var verified = (await litigator.GetAsync($"rulings/{rulingId}/log/verification")).Done;
        ((bool)verified["intact"]!).ShouldBeTrue();
        ((int)verified["events"]!).ShouldBe((await litigator.AllAsync($"rulings/{rulingId}/log")).Count);
        var liaison = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var unit = await Office.EnterAsync("Udo Eenheid", ["unit"]);
        foreach (var desk in (Desk[])[liaison, unit])
        {
            foreach (var part in (string[])["artifacts", "artifacts/artifact-1", "log", "log/verification"])
                (await desk.GetAsync($"rulings/{rulingId}/{part}")).ShouldBeProblem(HttpStatusCode.NotFound, "ruling-not-found");
            (await desk.UploadAsync(path, edited, "brief.docx", about)).ShouldBeProblem(HttpStatusCode.NotFound, "ruling-not-found");
        }

        (await Office.Auditor.UploadAsync(path, edited, "brief.docx", about)).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        (await Office.Auditor.GetAsync($"{path}/artifact-1")).Status.ShouldBe(HttpStatusCode.OK);
        (await litigator.GetAsync($"{path}/artifact-9")).ShouldBeProblem(HttpStatusCode.NotFound, "artifact-not-found");
    }

    [Fact]
    public async Task Case_AfterARuling_TellsTheInstructionsInTheCourtsWords()
    {
        var litigator = await Office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var (id, rulingId) = await RulingAsync(litigator);

        var ruling = (await Office.Handler.GetAsync($"cases/{id}")).Done["rulings"]!.AsArray().ShouldHaveSingleItem()!;

        ((string)ruling["courtName"]!).ShouldBe("Afdeling bestuursrechtspraak van de Raad van State");
        ((string)ruling["instructions"]![0]!["text"]!).ShouldBe("Motiveer per passage.");
        ((string)ruling["href"]!).ShouldBe($"/api/v1/rulings/{rulingId}");
    }

    /// <summary>A case whose decision was annulled today, with the letter to Parliament drafted.</summary>
    private async Task<(string CaseId, string RulingId)> RulingAsync(Desk litigator)
    {
        var id = await Office.DecidedAsync();
        var ruling = (await litigator.PostAsync("rulings", new
        {
            court = "RVS",
            kind = "final",
            sentOn = $"{OpenOffice.Today:yyyy-MM-dd}",
            rows = new object[] { new { caseNumber = "202003618/1/A3", caseId = id, decisionId = "decision-1", outcomes = Annulment } },
            instructions = new[] { "Motiveer per passage." },
        })).Done;
        var rulingId = (string)ruling["rulingId"]!;
        await Office.SettleAsync();
        _ = (await litigator.PostAsync($"rulings/{rulingId}/steps/confirm-scope", new { })).Done;
        _ = (await litigator.PostAsync($"rulings/{rulingId}/steps/draft-letter", new
        {
            measure = "voorzorgsmaatregel",
            measureBy = "het kabinet",
            measureYear = 2018,
            measureText = "om het gebruik uit te faseren",
            publishedAt = "https://open.overheid.nl/1",
            documents = new object[] { new { title = "Dreigingsanalyse", nature = "een analyse" } },
        })).Done;
        await Office.SettleAsync();
        return (id, rulingId);
    }

    private async Task<byte[]> DecisionLetterAsync(string id)
    {
        var letter = (await Office.Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last()!;
        return (await Office.Handler.GetAsync($"cases/{id}/artifacts/{letter["artifactId"]}")).Bytes;
    }
}
