using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>What is put up because cases judge the same text differently is so in the end, whoever was behind whom.</summary>
public sealed class ConsistencyTests(Azurite azurite)
{
    private static readonly DocumentId Doc1 = new(1);
    private static readonly DocumentId Memo = new(2);
    private static readonly PassageId[] Places = [new(1), new(2)];
    private static readonly PassageId Paraphrase = new(3);
    private static readonly string Hash = new('d', 64);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_ThatWentOnWhileItWasCompared_LeavesNothingPutUpElsewhere()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.Get<Indexer>().FlushAsync(Ct);
        await host.StepAsync(two, Judging(Places[0], Treatment.Disclosed), Reviewer);
        var before = (await host.Cases.ReadAsync(two, Ct))!;
        await host.StepAsync(two, Judging(Places[0], Treatment.Withheld), Reviewer);

        await host.Get<Consistency>().UpdateAsync(before, Ct);

        var c = await host.CaseAsync(one);
        c.Reassessments.Where(put => put.PassageId == Places[0] || put.PassageId == Paraphrase).ShouldAllBe(put => put.Settled);
        c.Reassessments.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Passage_ThatIsLeftToAnotherBody_DiffersWithNobody()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.StepAsync(two, Judging(Places[0], Treatment.Disclosed), Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);
        Open(await host.CaseAsync(one)).ShouldBe([Places[0], Paraphrase], ignoreOrder: true);

        await host.StepAsync(two, Judging(Places[0], Treatment.OutOfScope), Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);

        Open(await host.CaseAsync(one)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Passage_ThatNowStandsElsewhereInTheText_DiffersWithNobody()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await WithheldAsync(host), await WithheldAsync(host));
        await host.StepAsync(two, Judging(Places[0], Treatment.Disclosed), Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);

        await host.StepAsync(two, Judging(Places[0], Treatment.Disclosed) with { Start = 500 }, Reviewer);
        await host.Get<Indexer>().FlushAsync(Ct);

        Open(await host.CaseAsync(one)).ShouldBeEmpty();
    }

    /// <summary>
    /// Three cases, two processes, and judgements that change while both compare: in the end exactly what differs is put up, and what derives from it.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task WhatIsPutUp_AfterAnySequenceOfJudgements_IsWhatDiffersNow(int seed)
    {
        var random = new Random(seed);
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        string[] ids = [await WithheldAsync(host), await WithheldAsync(host), await WithheldAsync(host)];
        for (var round = 0; round < 12; round++)
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ActAsync(random.Next(8), random.Next(3), random.Next(2), random.Next(3), random.Next(2))));

        for (var time = 0; time < 3; time++)
        {
            foreach (var process in (EngineHost[])[host, other])
            {
                foreach (var id in ids)
                    process.Get<Indexer>().Mark(LogId.Case(id));
                await process.Get<Indexer>().FlushAsync(Ct);
            }
        }

        var cases = await Task.WhenAll(ids.Select(host.CaseAsync));
        cases.Sum(c => c.Reassessments.Count).ShouldBeGreaterThan(4);
        foreach (var c in cases)
        {
            foreach (var put in c.Reassessments.Where(put => put is { AnsweredOn: null, IsByComparison: true }))
                IsSo(put, c, cases).ShouldBeTrue($"seed {seed}: {c.Id} {put}");
            foreach (var there in cases.Where(there => there.Id != c.Id))
            {
                foreach (var place in Places.Where(place => Verdicts.Differ(Of(c, place), Of(there, place))))
                {
                    var cause = new ReassessmentCause(ReassessmentReason.JudgedDifferently, new JudgedPlace(there.Id, Doc1, place), Ours: Of(c, place), Theirs: Of(there, place));
                    c.Reassessments.ShouldContain(put => put.PassageId == place && put.Cause == cause && !put.Settled, $"seed {seed}: {c.Id} {cause}");
                }
            }
        }

        async Task ActAsync(int what, int which, int place, int treatment, int process)
        {
            var on = process == 0 ? host : other;
            if (what == 0)
            {
                var open = (await on.CaseAsync(ids[which])).Reassessments.FirstOrDefault(put => put.AnsweredOn is null);
                if (open is not null)
                    await on.TakeAsync(ids[which], new KeepAssessment(open.Id, "Hier weegt het anders."), Reviewer);
            }
            else if (what < 3)
                await on.Get<Indexer>().FlushAsync(Ct);
            else
            {
                var step = Judging(Places[place], treatment == 0 ? Treatment.Disclosed : Treatment.Withheld);
                await on.TakeAsync(ids[which], treatment == 2 ? step with { Grounds = [Ground.Parse("10.2.e")] } : step, Reviewer);
            }
        }
    }

    private static bool IsSo(Reassessment put, Case c, Case[] cases)
    {
        var there = cases.Single(other => other.Id == put.Cause.Place.CaseId);
        return put.Cause.Reason == ReassessmentReason.SourceJudgedDifferently
            ? Of(c, Places[0]) != Verdicts.Public && (Of(there, Places[0]) == Verdicts.Public || Whole(there) == Verdicts.Public)
            : (Verdicts.Of(c, put.DocumentId, put.PassageId), Verdicts.Of(there, Doc1, put.Cause.Place.PassageId)) == (put.Cause.Ours, put.Cause.Theirs);
    }

    private static string Of(Case c, PassageId place) => Verdicts.Of(c, Doc1, place)!;

    private static string? Whole(Case c) => Verdicts.Of(c, Doc1, null);

    private static List<PassageId?> Open(Case c) => [.. c.Reassessments.Where(put => put.AnsweredOn is null && put.PassageId is not null).Select(put => put.PassageId)];

    /// <summary>A file that other cases hold too, with two passages in it, and a memo with a passage that paraphrases the first; all withheld.</summary>
    private static async Task<string> WithheldAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new AddDocument("Analyse") { Content = new StoredContent(Hash, "application/pdf", ".pdf", 1000, 3, null, null) });
        await host.StepAsync(id, new AddDocument("Nota"));
        foreach (var place in Places)
            await host.StepAsync(id, Judging(place, Treatment.Withheld) with { PassageId = null }, Reviewer);
        await host.StepAsync(id, new AssessPassage(Memo, 1, Treatment.Withheld, Grounds: [Ground.Parse("10.1.b")], Reason: "Zo.", DerivedFrom: Places[0]), Reviewer);
        return id;
    }

    private static AssessPassage Judging(PassageId place, Treatment treatment) => new(
        Doc1, 1, treatment, place, Start: 10 * place.Number, Length: 9, Grounds: treatment == Treatment.Withheld ? [Ground.Parse("10.1.b")] : [], Reason: "Zo.");

    private static Actor Reviewer { get; } = new("rika", [Role.Reviewer]);
}
