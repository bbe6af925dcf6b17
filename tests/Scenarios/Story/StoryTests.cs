namespace WobWorkflow.Scenarios;

/// <summary>How the whole story ends, who did what in it, and what was refused.</summary>
[Collection(typeof(AtTheStory))]
public sealed class StoryTests(ToldStory story)
{
    [Fact]
    public void Story_EndsWithTwoCasesAndTheRulingClosed_OnOneMatter()
    {
        ((string)story.Journalist.View["phase"]!).ShouldBe("closed");
        ((string)story.Journalist.View["closedOn"]!).ShouldBe("2022-04-20");
        ((string)story.Company.View["phase"]!).ShouldBe("closed");
        ((string)story.Company.View["closedOn"]!).ShouldBe("2022-04-29");
        ((string)story.Ruling["phase"]!).ShouldBe("closed");
        ((string)story.Ruling["closedOn"]!).ShouldBe("2022-03-17");
        ((string)story.Journalist.View["matterId"]!).ShouldBe((string)story.Company.View["matterId"]!);
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            told.View["failures"]!.AsArray().ShouldBeEmpty();
            told.Events("duty-failed").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Moment_OfDecisionsDocumentsAndLetter_MovedWithTheLateDecision_AndTheRulingWarned()
    {
        var moment = story.Ruling["moment"]!;
        ((string)moment["on"]!, (bool)moment["set"]!).ShouldBe(("2022-03-16", true));
        moment["warnings"]!.AsArray().ShouldBeEmpty();
        ((string)story.Ruling["letter"]!["sentOn"]!).ShouldBe("2022-03-16");
        story.Performance.Told.ShouldContain(line => line.Contains($"De uitspraak waarschuwt: Zaak {story.Journalist.Id} heeft de openbaarmaking gepland op 16 maart 2022", StringComparison.Ordinal));
    }

    [Fact]
    public void Decisions_AreThoseOfTheStory_AllUnderTheWob()
    {
        Decisions(story.Journalist).ShouldBe(
        [
            "decision-1 primary wob dispatched 2018-12-20 by sander-tekenbevoegd",
            "decision-2 on-objection wob dispatched 2019-05-28 by gerda-secretaris-generaal supplements decision-1",
            "decision-3 supplementary wob dispatched 2022-03-07 by gerda-secretaris-generaal supplements decision-2",
        ]);
        Decisions(story.Company).ShouldBe(
        [
            "decision-1 primary wob dispatched 2019-07-25 by sander-tekenbevoegd",
            "decision-2 supplementary wob dispatched 2022-03-16 by gerda-secretaris-generaal supplements decision-1",
        ]);

        static IEnumerable<string> Decisions(ToldCase told) => told.View["decisions"]!.AsArray().Select(d =>
            $"{d!["decisionId"]} {d["kind"]} {d["regime"]} {d["state"]} {d["dispatchedOn"]} by {d["takenBy"]}{(d["supplements"] is { } earlier ? $" supplements {earlier}" : "")}");
    }

    [Fact]
    public void NobodyDecidesOnTheirOwnDraft_NorOnAnObjectionAgainstTheirOwnDecision()
    {
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            foreach (var decision in told.View["decisions"]!.AsArray())
            {
                var approvers = decision!["approvals"]!.AsArray().Select(approval => (string)approval!["by"]!).ToList();
                string[] hands = [(string)decision["draftedBy"]!, .. approvers, (string)decision["takenBy"]!];
                approvers.ShouldNotBeEmpty();
                hands.ShouldBeUnique((string)decision["decisionId"]!);
            }
        }

        var decisions = story.Journalist.View["decisions"]!;
        ((string)decisions[1]!["takenBy"]!).ShouldNotBe((string)decisions[0]!["takenBy"]!);
    }

    [Fact]
    public void EveryoneDidWhatIsTheirs_AndTheEngineOnlyItsDuties()
    {
        Actors(story.Journalist, "request-registered", "request-qualified", "case-assigned").ShouldBe(["marijke-coordinator"]);
        Actors(story.Journalist, "document-added", "search-recorded", "unit-answered").ShouldBe(["umar-analist"]);
        Actors(story.Journalist, "advice-recorded").ShouldBe(
            ["contact-aivd", "contact-mivd", "contact-nctv", "secretariaat-cvin", "secretariaat-rvi"]);
        Actors(story.Journalist, "document-declassified").ShouldBe(["contact-nctv"]);
        Actors(story.Journalist, "hearing-recorded", "hearing-scheduled", "committee-advised").ShouldBe(["olga-bezwaarbehandelaar"]);
        Actors(story.Journalist, "court-documents-filed", "court-hearing-recorded").ShouldBe(["lot-procesvertegenwoordiger"]);
        Actors(story.Journalist, "release-planned", "publication-cleared", "publication-ordered", "publication-recorded").ShouldBe(["petra-publicatie"]);
        Actors(story.Company, "passage-assessed", "decision-drafted").ShouldBe(["fatima-behandelaar"]);
        Actors(story.Journalist, "letter-prepared", "reminder-begun", "reminder-delivered", "ruling-applied", "published").ShouldBe(["engine"]);
        // The engine drafts, reminds and performs; it never certifies.
        foreach (var type in (string[])["decision-approved", "decision-taken", "letter-approved", "letter-signed", "letter-dispatched", "passage-assessed", "document-assessed",
            "document-declassified", "release-planned", "publication-cleared", "publication-ordered", "case-closed"])
        {
            Actors(story.Journalist, type).ShouldNotContain("engine", type);
            Actors(story.Company, type).ShouldNotContain("engine", type);
        }

        static IEnumerable<string> Actors(ToldCase told, params string[] types) =>
            told.Log.Where(row => types.Contains((string)row["event"]!["type"]!)).Select(row => (string)row["actor"]!).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void WhatShouldBeRefused_WasRefused_ForItsReason()
    {
        story.Performance.Recorder.Spoken.Where(spoken => (int)spoken.Status is >= 400 and < 500).Select(Told).ShouldBe(
        [
            "redacted 422 redaction-does-not-hold",
            "approve-decision 403 role-not-allowed",
            "take-decision 403 took-contested-decision",
            "inventory 422 inventory-not-imported",
            "inform-parliament 409 decision-owed",
            "approve-decision 409 checks-unanswered",
            "inform-parliament 409 decision-owed",
            "close 409 appeal-term-running",
        ]);

        static string Told(Spoken spoken) => $"{spoken.Path[(spoken.Path.LastIndexOf('/') + 1)..]} {(int)spoken.Status} {spoken.Json["code"]}";
    }

    [Fact]
    public void Remedies_AreThoseOfBothParties_AndEachIsEnded()
    {
        Remedies(story.Journalist).ShouldBe(["objection requester decided", "appeal requester decided", "higher-appeal requester decided"]);
        Remedies(story.Company).ShouldBe(["direct-appeal requester decided", "higher-appeal requester decided"]);
        var parties = story.Journalist.View["parties"]!.AsArray();
        parties.Select(party => $"{party!["role"]} {party["name"]}").ShouldBe(["requester Redactie Pointer (KRO-NCRV)", "third-party Kaspersky Lab"]);
        ((string)story.Company.View["parties"]![0]!["name"]!).ShouldBe("Kaspersky Lab");

        static IEnumerable<string> Remedies(ToldCase told) => told.View["remedies"]!.AsArray().Select(r => $"{r!["kind"]} {r["by"]} {r["state"]}");
    }

    [Fact]
    public async Task Passages_ThatParaphraseTheAnalysis_BecomePublicWithIt_InBothCases()
    {
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            var documents = await story.Office.Auditor.AllAsync($"cases/{told.Id}/documents");
            documents.Take(3).Select(document => (string)document["judgement"]!).ShouldBe(["public", "partly-public", "partly-public"], told.Id);
            var first = told.Log.ToList().FindIndex(row => (string)row["event"]!["type"]! == "ruling-applied" && (string)row["on"]! == "2022-01-26");
            told.Log.Skip(first).Where(row => (string)row["event"]!["type"]! == "passage-assessed" && (string)row["event"]!["treatment"]! == "disclosed")
                .Select(row => (string)row["event"]!["passageId"]!).ShouldBe(["passage-1", "passage-2", "passage-3", "passage-4", "passage-6"], ignoreOrder: true);
        }
    }

    /// <summary>Nobody has to remember where the analysis was paraphrased: what derives from it is put up, and no decision goes out before it was looked at.</summary>
    [Fact]
    public async Task Analysis_DisclosedAfterTheRuling_ReopensWhatDerivesFromIt_InTheMemosOfBothCases()
    {
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            var ruled = told.Log.ToList().FindIndex(row => (string)row["event"]!["type"]! == "ruling-applied" && (string)row["on"]! == "2022-01-26");
            var put = told.Log.Skip(ruled).Where(row => (string)row["event"]!["type"]! == "put-up-for-reassessment" && (string)row["event"]!["cause"]!["reason"]! == "source-assessed").ToList();
            put.Select(row => $"{row["event"]!["documentId"]} {row["event"]!["passageId"]} by {row["event"]!["cause"]!["place"]!["passageId"]}").Distinct().ShouldBe(
                ["doc-2 passage-3 by passage-1", "doc-3 passage-6 by passage-1", "doc-2 passage-4 by passage-2"], ignoreOrder: true, told.Id);
            var passages = (await story.Office.Auditor.AllAsync($"cases/{told.Id}/documents")).SelectMany(document => document["passages"]!.AsArray());
            var reopened = passages.SelectMany(passage => passage!["reassess"]!.AsArray()).Where(one => (string)one!["cause"]!["reason"]! == "source-assessed").ToList();
            reopened.Count.ShouldBe(put.Count);
            reopened.ShouldAllBe(one => one!["answeredOn"] != null);
        }
    }

    [Fact]
    public async Task Inventories_OfBothCases_SayWhatWasJudgedInTheEnd()
    {
        foreach (var (told, mails) in ((ToldCase, string[])[])
            [(story.Journalist, ["4 partly-public 10.2e;11.1", "7 partly-public 10.1c;10.2e", "9 partly-public 10.2e;11.1", "10 out-of-scope "]), (story.Company, ["4 already-public ", "7 already-public "])])
        {
            var items = (await story.Office.Auditor.GetAsync($"cases/{told.Id}/inventory")).Done["items"]!.AsArray();
            items.Select(line => $"{line!["number"]} {line["judgement"]} {string.Join(';', line["grounds"]!.AsArray())}").ShouldBe(
                ["1 public ", "2 partly-public 10.1b", "3 partly-public 11.1", "5 not-public 10.1b", "6 already-public ", .. mails], ignoreOrder: true, told.Id);
            items.Select(line => (int)line!["number"]!).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task LikePassages_OfTwoMails_AreOneStep_AndTheirMarkSaysWhatTheyAre()
    {
        story.Journalist.Events("passages-assessed").Select(row => row["event"]!["passages"]!.AsArray().Count).ShouldBe([4, 3]);
        var mail = (await story.Office.Auditor.AllAsync($"cases/{story.Journalist.Id}/documents"))[6];
        mail["passages"]!.AsArray().Select(passage => (string?)passage!["mark"]).ShouldContain("persoonsgegevens");
    }

    [Fact]
    public async Task Analysis_IsOpenToThePublic_AndTheTellingSaysWhere()
    {
        var address = $"/open/documents/{story.Journalist.Id}/doc-1";
        story.Performance.Told.ShouldContain(line => line.EndsWith(address, StringComparison.Ordinal));
        var open = await story.Office.Nobody.GetAsync(address);
        open.Status.ShouldBe(HttpStatusCode.OK);
        open.Content.ContentType!.MediaType.ShouldBe("application/pdf");
        // What was placed elsewhere, or withheld, isn't there.
        (await story.Office.Nobody.GetAsync($"/open/documents/{story.Journalist.Id}/doc-5")).Status.ShouldBe(HttpStatusCode.NotFound);
        story.Performance.Told.ShouldContain(line => line.Contains($"/api/v1/rulings/{story.RulingId}/artifacts/artifact-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_AreIntact_AndHoldNoneOfTheTexts()
    {
        string[] logs = [$"cases/{story.Journalist.Id}", $"cases/{story.Company.Id}", .. story.Performance.RulingIds.Select(id => $"rulings/{id}")];
        foreach (var log in logs)
            ((bool)(await story.Office.Auditor.GetAsync($"{log}/log/verification")).Done["intact"]!).ShouldBeTrue(log);
        var rows = story.Journalist.Log.Concat(story.Company.Log).Select(row => row.ToJsonString()).ToList();
        // The name of a level of approval is nobody's secret.
        story.Performance.Recorder.Secrets.Where(secret => secret != "Directeur" && rows.Exists(row => row.Contains(secret, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Telling_MarksWhatIsAssumed_AndNamesItsSourceOtherwise()
    {
        var facts = StoryFacts.Read();
        facts.Moments.Values.ShouldAllBe(moment => string.IsNullOrWhiteSpace(moment.Source) != string.IsNullOrWhiteSpace(moment.Assumed));
        facts.Facts.Values.ShouldAllBe(fact => string.IsNullOrWhiteSpace(fact.Source) != string.IsNullOrWhiteSpace(fact.Assumed));
        foreach (var moment in facts.Moments.Values)
        {
            var end = moment.Source is { } source ? $"{moment.What} [{source}]" : moment.What;
            var line = story.Performance.Told.Single(told => told.EndsWith($" · {end}", StringComparison.Ordinal));
            line.Contains("(aangenomen)", StringComparison.Ordinal).ShouldBe(moment.Assumed is not null, line);
        }

        story.Performance.Told.ShouldContain("25 juli 2019 · Het besluit op het verzoek van Kaspersky Lab: geweigerd [ECLI:NL:RBMNE:2020:1939]");
        story.Performance.Told.ShouldContain(line => line.EndsWith("beroep ongegrond (aangenomen)", StringComparison.Ordinal));
    }
}
