using System.Net.Http.Json;
using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>The same request sent twice is done once, also where the service died in between; and what was seen already is not sent again.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class SecondTimeTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Registration_SentTwice_IsOneCase_AlsoAfterARestart()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var request = await Office.RequestAsync();
        var first = await Office.Coordinator.PostAsync("cases", request, key);
        first.Status.ShouldBe(HttpStatusCode.Created);
        // What happens since makes no difference to the answer.
        await Office.SettleAsync();
        _ = (await Office.Coordinator.StepAsync((string)first.Json["caseId"]!, "assign", new { handler = Office.Handler.Id })).Done;

        ShouldBeTheSame(await Office.Coordinator.PostAsync("cases", request, key), first);
        await open.Service.KillAsync();
        await open.Service.StartAgainAsync();
        ShouldBeTheSame(await Office.Coordinator.PostAsync("cases", request, key), first);

        (await Office.Auditor.AllAsync($"cases/{first.Json["caseId"]}/log")).Count(row => (string)row["event"]!["type"]! == "request-registered").ShouldBe(1);
        (await Office.Coordinator.PostAsync("cases", new { subject = "iets anders", text = "t", receivedOn = "2018-05-24", channel = "email", requester = new { } }, key))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        // Another's key is another key.
        ((string)(await Office.Handler.PostAsync("cases", request, key)).Done["caseId"]!).ShouldNotBe((string)first.Json["caseId"]!);
    }

    [Fact]
    public async Task Step_SentTwice_IsTakenOnce_AlsoAfterARestart()
    {
        var id = await Office.AssignedAsync();
        (string, string) key = ("Idempotency-Key", "verdagen-1");
        var extend = new { days = 14, reason = "Er is veel te bekijken." };
        var first = await Office.Handler.StepAsync(id, "extend-term", extend, key);
        first.Status.ShouldBe(HttpStatusCode.OK);
        await Office.SettleAsync();

        ShouldBeTheSame(await Office.Handler.StepAsync(id, "extend-term", extend, key), first);
        await open.Service.KillAsync();
        await open.Service.StartAgainAsync();
        ShouldBeTheSame(await Office.Handler.StepAsync(id, "extend-term", extend, key), first);

        (await Office.Auditor.AllAsync($"cases/{id}/log")).Count(row => (string)row["event"]!["type"]! == "term-extended").ShouldBe(1);
        (await Office.Handler.StepAsync(id, "extend-term", new { days = 28, reason = "Er is veel te bekijken." }, key))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        // The same key for another step is something else too.
        (await Office.Handler.StepAsync(id, "assign", new { handler = "iemand" }, key)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        // Without a key each is a request of its own.
        (await Office.Handler.StepAsync(id, "extend-term", extend)).ShouldBeProblem(HttpStatusCode.Conflict, "step-not-allowed");
    }

    [Fact]
    public async Task DesignatedDay_UnderTheKeyOfAnotherDay_IsRefused()
    {
        var administrator = await Office.EnterAsync("Bas Beheerder", ["administrator"]);
        (string, string) key = ("Idempotency-Key", "dag-1");
        var reason = new { reason = "Stcrt. 2032, 1" };
        var first = await DesignateAsync("2033-05-27");
        first.Status.ShouldBe(HttpStatusCode.Accepted, first.Text);

        ShouldBeTheSame(await DesignateAsync("2033-05-27"), first);
        (await DesignateAsync("2033-05-28")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");

        (await administrator.GetAsync("calendar/2033")).Text.ShouldNotContain("2033-05-28");

        Task<Answer> DesignateAsync(string day) => administrator.SendAsync(HttpMethod.Put, $"calendar/designated-days/{day}", JsonContent.Create(reason), key);
    }

    [Fact]
    public async Task Step_SentEightTimesAtOnce_IsTakenOnce()
    {
        var id = await Office.AssignedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Office.Handler.StepAsync(id, "extend-term", new { days = 14, reason = "Er is veel te bekijken." }, ("Idempotency-Key", "tegelijk"))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.ETag).Distinct().ShouldHaveSingleItem();
        (await Office.Auditor.AllAsync($"cases/{id}/log")).Count(row => (string)row["event"]!["type"]! == "term-extended").ShouldBe(1);
    }

    [Fact]
    public async Task Steps_OnOneVersionAtOnce_AreTakenByOneOfThem()
    {
        var id = await Office.AssignedAsync();
        await Office.SettleAsync();
        var seen = (await Office.Handler.GetAsync($"cases/{id}")).ETag!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Office.Handler.StepAsync(id, "assign", new { handler = $"behandelaar-{n}" }, ("If-Match", seen))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(7);
    }

    [Fact]
    public async Task Upload_SentTwice_IsOneDocument()
    {
        var id = await Office.AssignedAsync();
        var file = "De muur is gebarsten."u8.ToArray();
        (string, string) key = ("Idempotency-Key", "upload-1");
        var first = await Office.Handler.UploadAsync($"cases/{id}/documents", file, "a.txt", new { title = "Rapport" }, key);
        first.Status.ShouldBe(HttpStatusCode.Created);
        // What came since is not what the first attempt added.
        _ = await Office.AddAsync(id, "Een ander stuk.");

        // The boundary is another each time; the file and what is said of it are the same.
        ShouldBeTheSame(await Office.Handler.UploadAsync($"cases/{id}/documents", file, "a.txt", new { title = "Rapport" }, key), first);
        (await Office.Handler.UploadAsync($"cases/{id}/documents", "Iets anders."u8.ToArray(), "a.txt", new { title = "Rapport" }, key))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await Office.Handler.UploadAsync($"cases/{id}/documents", file, "b.txt", new { title = "Nog eens" })).ShouldBeProblem(HttpStatusCode.Conflict, "document-already-here");
        (await Office.Handler.AllAsync($"cases/{id}/documents")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Key_ThatCannotBe_Is400()
    {
        foreach (var key in (string[])["", new string('k', 256)])
            (await Office.Coordinator.PostAsync("cases", await Office.RequestAsync(), ("Idempotency-Key", key))).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-unusable");
        var twice = await Office.Coordinator.PostAsync("cases", await Office.RequestAsync(), ("Idempotency-Key", "een"), ("Idempotency-Key", "twee"));
        twice.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Created);
    }

    [Fact]
    public async Task WhatWasSeenAlready_IsNotSentAgain()
    {
        var id = await Office.AssignedAsync();
        await Office.SettleAsync();
        var seen = await Office.Handler.GetAsync($"cases/{id}");
        seen.ETag.ShouldBe($"\"{seen.Done["version"]}\"");

        var again = await Office.Handler.GetAsync($"cases/{id}", ("If-None-Match", seen.ETag!));
        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Bytes.ShouldBeEmpty();
        again.ETag.ShouldBe(seen.ETag);
        _ = (await Office.Handler.StepAsync(id, "extend-term", new { days = 7, reason = "Drukte." })).Done;
        (await Office.Handler.GetAsync($"cases/{id}", ("If-None-Match", seen.ETag!))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Original_ComesInParts()
    {
        var id = await Office.AssignedAsync();
        var document = await Office.AddAsync(id, "0123456789");
        var path = $"cases/{id}/documents/{document}/original";
        var whole = await Office.Handler.GetAsync(path);
        whole.Text.ShouldBe("0123456789");
        whole.Content.ContentDisposition!.ToString().ShouldBe($"attachment; filename=\"{document}.txt\"");
        whole.Headers.AcceptRanges.ShouldBe(["bytes"]);

        var part = await Office.Handler.GetAsync(path, ("Range", "bytes=2-4"));
        part.Status.ShouldBe(HttpStatusCode.PartialContent);
        part.Text.ShouldBe("234");
        part.Content.ContentRange!.ToString().ShouldBe("bytes 2-4/10");
        (await Office.Handler.GetAsync(path, ("Range", "bytes=-3"))).Text.ShouldBe("789");
        (await Office.Handler.GetAsync(path, ("Range", "bytes=2-4"), ("If-Range", "\"iets anders\""))).Text.ShouldBe("0123456789");
        (await Office.Handler.GetAsync(path, ("Range", "bytes=10-"))).ShouldBeProblem(HttpStatusCode.RequestedRangeNotSatisfiable, "range-not-satisfiable");
        (await Office.Handler.GetAsync(path, ("If-None-Match", whole.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    private static void ShouldBeTheSame(Answer again, Answer first)
    {
        again.Status.ShouldBe(first.Status, again.Text);
        again.ETag.ShouldBe(first.ETag);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        again.Text.ShouldBe(first.Text);
    }
}
