using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>Disclosure in one case and what derives from it in another: told once, whatever dies in between.</summary>
public sealed class ReassessmentDutyTests(Azurite azurite)
{
    private static readonly DocumentId Doc1 = new(1);
    private static readonly PassageId Passage1 = new(1);
    private static readonly string Hash = new('d', 64);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disclosure_InOneCase_PutsUpTheParaphraseInTheOther_AndItsDecisionWaits()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (analysis, memo) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.StepAsync(memo, Paraphrasing(analysis));
        await host.Turns.RunAsync();
        (await host.CaseAsync(memo)).Derivations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(told => told.ToldOn.ShouldNotBeNull(), told => told.Refused.ShouldBeNull());

        await host.StepAsync(analysis, Disclosing());
        await host.Turns.RunAsync();

        var put = (await host.EventsAsync<PutUpForReassessment>(LogId.Case(memo))).ShouldHaveSingleItem();
        (put.PassageId, put.Cause.Place).ShouldBe((Passage1, new JudgedPlace(analysis, Doc1, Passage1)));
        (await host.TakeAsync(memo, new DraftDecision(DecisionKind.Primary))).ShouldBeOfType<NotTaken<Case>>().Refused.Code.ShouldBe("reassessment-open");
        await host.StepAsync(memo, new KeepAssessment(put.ReassessmentId, "De paraphrase zegt meer dan de bron."));
        await host.StepAsync(memo, new DraftDecision(DecisionKind.Primary));
    }

    [Fact]
    public async Task Disclosure_WhoseEveryAnswerIsLost_ReachesTheOtherCaseOnce()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var (analysis, memo) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.StepAsync(memo, Paraphrasing(analysis));
        await host.StepAsync(analysis, Disclosing());

        for (var append = 0; append < 4; append++)
            faults.LoseAnswer(StorageFaults.IsAppend);
        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<DerivationNoted>(LogId.Case(analysis))).Length.ShouldBe(1);
        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(memo))).Length.ShouldBe(1);
        (await host.EventsAsync<ReassessmentAsked>(LogId.Case(analysis))).Length.ShouldBe(1);
        await host.VerifiedAsync(LogId.Case(memo));
    }

    [Fact]
    public async Task Disclosure_WhoseHostDiedAfterTheOtherCaseHadIt_IsRecordedByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var (analysis, memo) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.StepAsync(memo, Paraphrasing(analysis));
        await host.Turns.RunAsync();
        await host.StepAsync(analysis, Disclosing());
        faults.Down(request => StorageFaults.IsAppend(request) && request.Uri.Path.Contains(analysis, StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());
        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(memo))).Length.ShouldBe(1);

        await using var next = await host.AnotherAsync();
        await next.Get<Turn>().RunAsync(LogId.Case(analysis), Ct);
        await next.Get<Turn>().RunAsync(LogId.Case(analysis), Ct);

        (await next.EventsAsync<PutUpForReassessment>(LogId.Case(memo))).Length.ShouldBe(1);
        (await next.EventsAsync<ReassessmentAsked>(LogId.Case(analysis))).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("een zaak van elders")]
    public async Task Derivation_FromACaseThatIsNotThere_SaysSo(string unknown)
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var memo = await WithheldAsync(host);
        await host.StepAsync(memo, Paraphrasing(unknown));
        await host.Turns.RunAsync();
        (await host.CaseAsync(memo)).Derivations.Single().Refused.ShouldBe("case-not-found");
        (await host.CaseAsync(memo)).Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task SameFile_JudgedDifferentlyInTwoCases_IsPutUpInBothOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithFileAsync(host, Judgement.NotPublic), await WithFileAsync(host, Judgement.Public));
        await host.StepAsync(two, new DraftDecision(DecisionKind.Primary));
        for (var time = 0; time < 2; time++)
        {
            await host.Get<Indexer>().FlushAsync(Ct);
            await host.Turns.RunAsync();
        }

        foreach (var (here, there) in ((string, string)[])[(one, two), (two, one)])
        {
            var put = (await host.EventsAsync<PutUpForReassessment>(LogId.Case(here))).ShouldHaveSingleItem();
            (put.Cause.Reason, put.Cause.Place).ShouldBe((ReassessmentReason.JudgedDifferently, new JudgedPlace(there, Doc1)));
            var keep = new KeepAssessment(put.ReassessmentId, "De andere zaak gaat over een ander tijdstip.");
            if (here == one)
            {
                // No decision is drafted until someone keeps the judgement, or judges anew.
                (await host.TakeAsync(here, new DraftDecision(DecisionKind.Primary))).ShouldBeOfType<NotTaken<Case>>().Refused.Code.ShouldBe("judged-differently");
                await host.StepAsync(here, keep);
                await host.StepAsync(here, new DraftDecision(DecisionKind.Primary));
                continue;
            }

            // It shows after the draft: then the check before the approval finds it.
            var found = SameText(await host.CaseAsync(here), host);
            (found.State, found.Found.Single().Contains("reassessment-1", StringComparison.Ordinal)).ShouldBe((CheckState.Wrong, true));
            await host.StepAsync(here, keep);
            SameText(await host.CaseAsync(here), host).State.ShouldBe(CheckState.Right);
        }

        static CheckResult SameText(Case c, EngineHost host) => DecisionChecks.Of(c, c.Decisions.Last(), Organisation.Blank(Organisation.TheId), DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime))
            .Single(check => check.Check == DecisionCheck.SameText);

        // Made again from the logs, the index finds what it found, and nothing is said twice.
        await host.Get<Sweeper>().RebuildAsync(Ct);
        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(one))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task SameWords_JudgedDifferentlyInTwoCases_ArePutUp_AndShortOnesAreNot()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        const string Words = "De   leverancier kan worden gedwongen mee te werken aan spionage.";
        var (one, two) = (await WithheldAsync(host, Words), await WithheldAsync(host, Words.Replace("   ", " ", StringComparison.Ordinal)));
        var (three, four) = (await WithheldAsync(host, "J. Jansen"), await WithheldAsync(host, "J. Jansen"));
        foreach (var id in (string[])[two, four])
            await host.StepAsync(id, Disclosing());
        await host.Get<Indexer>().FlushAsync(Ct);
        await host.Turns.RunAsync();

        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(one))).ShouldHaveSingleItem().Cause.Theirs.ShouldBe("public");
        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(three))).ShouldBeEmpty();
    }

    [Fact]
    public async Task SamePlaceInTheSameFile_Disclosed_PutsUpWhatDerivesFromItInTheOtherCase()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithFileAsync(host, null), await WithFileAsync(host, null));
        foreach (var id in (string[])[one, two])
            await host.StepAsync(id, AtThePlace(Treatment.Withheld));
        var memo = (await host.StepAsync(one, new AddDocument("Nota"))).After.State.Documents.Last().Id;
        await host.StepAsync(one, new AssessPassage(memo, 1, Treatment.Withheld, Grounds: [Ground.Parse("10.1.b")], Reason: "Zo.", DerivedFrom: Passage1));
        await host.Get<Indexer>().FlushAsync(Ct);
        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(one))).ShouldBeEmpty();

        await host.StepAsync(two, AtThePlace(Treatment.Disclosed) with { PassageId = Passage1 });
        await host.Get<Indexer>().FlushAsync(Ct);

        (await host.EventsAsync<PutUpForReassessment>(LogId.Case(one))).Where(put => put.PassageId is not null).Select(put => put.PassageId).ShouldBe([Passage1, new PassageId(2)], ignoreOrder: true);
    }

    [Fact]
    public async Task SameFile_JudgedAlikeAgain_AsksNobodyAnyMore()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithFileAsync(host, Judgement.NotPublic), await WithFileAsync(host, Judgement.Public));
        await host.Get<Indexer>().FlushAsync(Ct);
        (await host.CaseAsync(one)).Reassessments.Single().AnsweredOn.ShouldBeNull();

        await host.StepAsync(two, new AssessDocument(Doc1, Judgement.NotPublic, Grounds: [Ground.Parse("10.1.b")], Reason: "Toch niet."), Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);

        (await host.CaseAsync(one)).Reassessments.Single().AnsweredOn.ShouldNotBeNull();
        (await host.EventsAsync<DifferenceSettled>(LogId.Case(one))).ShouldHaveSingleItem();
        // Should they differ again, both are asked again.
        await host.StepAsync(two, new AssessDocument(Doc1, Judgement.Public, []), Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);
        (await host.CaseAsync(one)).Reassessments.Count(put => put.AnsweredOn is null).ShouldBe(1);

        // Who judged anew answered it there already.
        (await host.EventsAsync<DifferenceSettled>(LogId.Case(two))).ShouldBeEmpty();
    }

    [Fact]
    public async Task SameFile_ThatTheOtherCaseCameToJudgeAlike_IsNotPutUp_ThoughTheIndexIsBehind()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithFileAsync(host, Judgement.NotPublic), await WithFileAsync(host, Judgement.NotPublic));
        await host.Get<Indexer>().FlushAsync(Ct);
        foreach (var id in (string[])[one, two])
            await host.StepAsync(id, new AssessDocument(Doc1, Judgement.Public, []), Reviewer);

        // The index knows of the first case what was so before.
        await host.Get<Consistency>().UpdateAsync((await host.Get<Dossier<Case>>().ReadAsync(two, Ct))!, Ct);
        await host.Get<Indexer>().FlushAsync(Ct);

        foreach (var id in (string[])[one, two])
            (await host.CaseAsync(id)).Reassessments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Difference_ThatOnlyOneCaseWasToldOf_IsSettledThere_WhenTheOtherComesToAgree()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithFileAsync(host, Judgement.NotPublic), await WithFileAsync(host, Judgement.NotPublic));
        await host.Get<Indexer>().FlushAsync(Ct);
        foreach (var id in (string[])[one, two])
            await host.StepAsync(id, new AssessDocument(Doc1, Judgement.Public, []), Reviewer);
        await host.Get<Consistency>().UpdateAsync((await host.Get<Dossier<Case>>().ReadAsync(two, Ct))!, Ct);
        await host.Get<Records>().OnCaseAsync(two, "told", c => Verdicts.Contradicted(c, Doc1, null, Verdicts.Public, new JudgedPlace(one, Doc1), "not-public"), Ct);

        await host.Get<Indexer>().FlushAsync(Ct);

        (await host.EventsAsync<DifferenceSettled>(LogId.Case(two))).ShouldHaveSingleItem();
    }

    private static AssessPassage Paraphrasing(string analysis) => new(
        Doc1, 1, Treatment.Withheld, Passage1, Grounds: [Ground.Parse("10.1.b")], Reason: "Zo.", DerivedFrom: Passage1, DerivedFromCase: analysis, DerivedFromDocument: Doc1);

    private static AssessPassage AtThePlace(Treatment treatment) => new(
        Doc1, 1, treatment, Start: 10, Length: 20, Grounds: treatment == Treatment.Withheld ? [Ground.Parse("10.1.b")] : [], Reason: "Zo.");

    private static AssessPassage Disclosing() => new(Doc1, 1, Treatment.Disclosed, Passage1);

    private static async Task<string> WithheldAsync(EngineHost host, string quote = "[passage]")
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new AddDocument("Analyse"));
        await host.StepAsync(id, new RecordSearch(SearchChannel.Mail, "Postvak", "zonnebloem", 1));
        await host.StepAsync(id, new AssessPassage(Doc1, 1, Treatment.Withheld, Quote: quote, Grounds: [Ground.Parse("10.1.b")], Reason: "Zo."), Reviewer);
        return id;
    }

    private static async Task<string> WithFileAsync(EngineHost host, Judgement? judgement)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new AddDocument("Analyse") { Content = new StoredContent(Hash, "application/pdf", ".pdf", 1000, 3, null, null) });
        if (judgement is { } whole)
        {
            var withheld = whole == Judgement.NotPublic;
            await host.StepAsync(id, new AssessDocument(Doc1, whole, withheld ? [Ground.Parse("10.1.b")] : [], withheld ? "Zo." : null), Reviewer);
        }

        return id;
    }

    private static Actor Reviewer { get; } = new("rika", [Role.Reviewer]);
}
