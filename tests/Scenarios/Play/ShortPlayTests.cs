using MimeKit;
using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>One request of 2018, from receipt to the running term for objection, as a client sees it.</summary>
[Collection(typeof(AtThePlay))]
public sealed class ShortPlayTests(Undisturbed play)
{
    private const string ReceivedOn = "2018-05-22";

    private JsonNode Term(string id) => play.Case["terms"]!.AsArray().Single(term => (string)term!["termId"]! == id)!;

    [Fact]
    public void Request_ReceivedOn22May_IsToBeDecidedBy19June_AndBy17JulyOnceTheExtensionWasTold()
    {
        var views = play.Performance.Recorder.Spoken.Where(spoken => spoken.Body.Contains("\"terms\":", StringComparison.Ordinal)).ToList();
        var told = views.FindIndex(view => (string?)view.Json["extension"]?["noticeOn"] == "2018-06-12");
        told.ShouldBeGreaterThan(0);

        views[..told].Select(DecisionTerm).Distinct().ShouldBe(["2018-06-19"]);
        views[told..].Select(DecisionTerm).Distinct().ShouldBe(["2018-07-17"]);
        ((string)play.Case["receivedOn"]!).ShouldBe(ReceivedOn);

        static string DecisionTerm(Spoken view) => (string)view.Json["terms"]!.AsArray().Single(term => (string)term!["kind"]! == "decision")!["due"]!;
    }

    [Fact]
    public void Decision_DispatchedOn9July_IsInTime_AndCanBeObjectedToUntil20August()
    {
        var decision = Term("decision");
        ((string)decision["state"]!).ShouldBe("met");
        ((string)decision["metOn"]!).ShouldBe("2018-07-09");
        var objection = Term("objection:decision-1");
        ((string)objection["startedOn"]!).ShouldBe("2018-07-09");
        ((string)objection["due"]!).ShouldBe("2018-08-20");
        ((string)objection["state"]!).ShouldBe("running");
        ((string)objection["article"]!).ShouldContain("6:7");
        ((string)play.Case["decisions"]![0]!["irrevocableOn"]!).ShouldBe("2018-08-21");
    }

    [Fact]
    public void Term_ComesWithItsProof_ASentenceAStep() =>
        Term("decision")["trail"]!.AsArray().Select(line => (string)line!["date"]!).ShouldBe(
            Term("decision")["trail"]!.AsArray().Select(line => (string)line!["date"]!).Where(date => string.CompareOrdinal(date, ReceivedOn) >= 0));

    [Fact]
    public void EveryoneDidWhatTheyMay_AndTheEngineOnlyItsDuties()
    {
        string[] engine = ["letter-prepared", "letter-dated", "reminder-begun", "reminder-delivered", "consultation-escalated", "redaction-rendered", "redaction-not-rendered"];
        foreach (var row in play.Log)
        {
            var type = (string)row["event"]!["type"]!;
            ((string)row["actor"]!).ShouldBe(type switch
            {
                _ when engine.Contains(type) => "engine",
                "request-registered" or "request-qualified" or "case-assigned" => "marijke-coordinator",
                "decision-approved" => "aisha-afdelingshoofd",
                "decision-taken" => "sander-tekenbevoegd",
                "letter-signed" or "letter-dispatched" when (string)row["on"]! == "2018-07-09" => "sander-tekenbevoegd",
                _ => "henk-behandelaar",
            }, type);
        }
    }

    [Fact]
    public void Events_StandInTheOrderAndOnTheDaysOfTheStory()
    {
        play.Log.Select(row => (long)row["seq"]!).ShouldBe(Enumerable.Range(1, play.Log.Count).Select(n => (long)n));
        play.Log.Select(row => (string)row["on"]!).ShouldBeInOrder();
        ((string)play.Events("request-registered").Single()["on"]!).ShouldBe(ReceivedOn);
        play.Events("document-added").Count().ShouldBe(3);
        play.Events("search-recorded").Count().ShouldBe(2);
        play.Events("advice-recorded").Select(row => (string)row["on"]!).ShouldBe(["2018-06-04", "2018-06-19"]);
        ((string)play.Events("term-extended").Single()["on"]!).ShouldBe("2018-06-12");
        ((string)play.Events("decision-taken").Single()["on"]!).ShouldBe("2018-07-09");
        play.Events("duty-failed").ShouldBeEmpty();
    }

    [Fact]
    public void Log_HoldsNoneOfTheTexts() =>
        play.Performance.Recorder.Secrets.Where(secret => play.Log.Any(row => row.ToJsonString().Contains(secret, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public async Task Log_IsIntact()
    {
        var verified = (await play.Office.Auditor.GetAsync($"cases/{play.CaseId}/log/verification")).Done;
        ((bool)verified["intact"]!).ShouldBeTrue();
        ((long)verified["events"]!).ShouldBe(play.Log.Count);
        ((string)verified["head"]!).Length.ShouldBe(64);
    }

    [Fact]
    public async Task Log_AfterAVersion_GoesOnFromThere()
    {
        var (first, last) = (play.Log.Count - 3, play.Log.Count);
        (await play.Office.Auditor.AllAsync($"cases/{play.CaseId}/log?after={first}&limit=2")).Select(row => (int)row["seq"]!).ShouldBe([first + 1, first + 2, last]);
    }

    [Fact]
    public async Task Worklist_ShowsTheCaseWithTheTermThatPresses()
    {
        var row = (await play.Office.Coordinator.GetAsync("cases?q=antivirus&handler=henk-behandelaar")).Done["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)row["caseId"]!).ShouldBe(play.CaseId);
        ((string)row["subject"]!).ShouldBe("de voorzorgsmaatregel antivirussoftware van 2018");
        ((string)row["phase"]!).ShouldBe((string)play.Case["phase"]!);
        ((string)row["phase"]!).ShouldBe("remedies");
        ((string)row["receivedOn"]!).ShouldBe(ReceivedOn);
        ((bool)row["overdue"]!).ShouldBeFalse();
        ((long)row["version"]!).ShouldBe(play.Log.Count);
        foreach (var none in (string[])["cases?q=kademuren", "cases?phase=intake", "cases?overdue=true", "cases?handler=nobody"])
            (await play.Office.Coordinator.AllAsync(none)).ShouldBeEmpty(none);
    }

    [Fact]
    public async Task Documents_AreReadOnArrival()
    {
        var documents = await play.Office.Handler.AllAsync($"cases/{play.CaseId}/documents");
        documents.Select(document => (string)document["documentId"]!).ShouldBe(["doc-1", "doc-2", "doc-3"]);
        foreach (var document in documents)
        {
            var original = document["renditions"]!.AsArray()[0]!;
            ((string)original["kind"]!).ShouldBe("original");
            ((int)original["pages"]!).ShouldBe(1);
            ((string)original["mediaType"]!).ShouldBe("application/pdf");
            original["problem"].ShouldBeNull();
            var bytes = (await play.Office.Handler.GetAsync((string)original["href"]!)).Bytes;
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe((string)original["sha256"]!);
            new DocumentReader().Read(bytes, null).Text.ShouldContain("oefenstuk");
        }

        play.Events("document-added").ShouldAllBe(row => ((string)row["event"]!["content"]!["textSha256"]!).Length == 64);
        documents.Select(document => (string)document["judgement"]!).ShouldBe(["public", "partly-public", "partly-public"]);
        ((int)play.Case["documents"]!["total"]!).ShouldBe(3);
        ((int)play.Case["documents"]!["byJudgement"]!["partly-public"]!).ShouldBe(2);
    }

    [Fact]
    public void LateAgency_WasRemindedOf_Escalated_AndWrittenTo()
    {
        var escalated = play.Events("consultation-escalated").ShouldHaveSingleItem();
        ((string)escalated["event"]!["consultationId"]!).ShouldBe("consultation-2");
        ((string)escalated["on"]!).ShouldBe("2018-06-06");
        var rvi = play.Case["consultations"]![1]!;
        ((string)rvi["agency"]!).ShouldBe("RVI");
        ((string)rvi["escalatedOn"]!).ShouldBe("2018-06-06");
        ((string)rvi["answeredOn"]!).ShouldBe("2018-06-19");
        play.Case["consultations"]![0]!["escalatedOn"].ShouldBeNull();
        var letter = play.Case["letters"]!.AsArray().Single(l => (string)l!["kind"]! == "consultation-reminder")!;
        ((string)letter["about"]!).ShouldBe("consultation-2");
        ((string)letter["dispatchedOn"]!).ShouldBe("2018-06-12");
    }

    [Fact]
    public void Reminders_AreSent_EachRungOnce()
    {
        var reminders = play.Case["reminders"]!.AsArray();
        reminders.Select(r => $"{(string)r!["termId"]!} {(string)r["rung"]!}").ShouldBe(
            [
                "consultation:consultation-1 2018-06-05:before-7",
                "consultation:consultation-2 2018-06-05:before-7",
                "consultation:consultation-1 2018-06-05:before-2",
                "consultation:consultation-2 2018-06-05:before-2",
                "decision 2018-06-19:before-14",
                "consultation:consultation-2 2018-06-05:due",
                "consultation:consultation-2 escalation",
                "decision 2018-06-19:before-7",
                "consultation:consultation-2 2018-06-05:after-1w",
                "consultation:consultation-2 2018-06-05:after-2w",
                "decision 2018-07-17:before-14",
            ], ignoreOrder: true);
        reminders.Select(r => (string)r!["messageId"]!).ShouldBeUnique();
        reminders.ShouldAllBe(r => r!["deliveredAt"] != null);
        play.Events("reminder-begun").Select(row => $"{row["event"]!["termId"]} {row["event"]!["rung"]}").ShouldBeUnique();
        play.Events("reminder-delivered").Select(row => (string)row["event"]!["messageId"]!).ShouldBe(reminders.Select(r => (string)r!["messageId"]!), ignoreOrder: true);
    }

    [Fact]
    public void Reminders_LandOnceEach_AndTellNothingOfTheCase()
    {
        var mails = Directory.GetFiles(play.Performance.Service.MailFolder);
        var toHandler = play.Case["reminders"]!.AsArray().Where(r => r!["to"] is not null).Select(r => (string)r!["messageId"]!);
        mails.Select(file => Path.GetFileNameWithoutExtension(file)).ShouldBe(toHandler, ignoreOrder: true);
        mails.ShouldAllBe(file => file.EndsWith(".eml", StringComparison.Ordinal));
        foreach (var mail in mails.Select(file => MimeMessage.Load(file)))
        {
            mail.To.Mailboxes.Single().Address.ShouldBe("henk-behandelaar@rehearsal.example");
            mail.TextBody!.ShouldContain(play.CaseId);
            play.Performance.Recorder.Secrets.Where(secret => mail.ToString().Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Reminders_AreListedForWhoeverTheyAreFor()
    {
        var handler = await play.Office.Handler.AllAsync("reminders");
        handler.Where(r => r["sentAt"] is not null).Select(r => (string)r["rung"]!).ShouldBe(
            play.Case["reminders"]!.AsArray().Where(r => r!["to"] is not null).Select(r => (string)r!["rung"]!), ignoreOrder: true);
        // What is nobody's is the coordinators'.
        (await play.Office.Coordinator.AllAsync("reminders")).ShouldHaveSingleItem()["kind"]!.GetValue<string>().ShouldBe("escalation");
        (await play.Office.Approver.AllAsync("reminders")).ShouldBeEmpty();
    }
}
