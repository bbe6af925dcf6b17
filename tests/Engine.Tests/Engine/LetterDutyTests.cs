using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed class LetterDutyTests(Azurite azurite)
{
    private const string Template = "receipt-confirmation.nl.md.liquid";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirmation_OfARegisteredRequest_IsDraftedOnceAndSaysWhatItMust()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        await host.Turns.RunAsync();
        (await host.Get<Turn>().RunAsync(LogId.Case(id), Ct)).Performed.ShouldBe(0);

        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).ShouldHaveSingleItem().Kind.ShouldBe(LetterKind.ReceiptConfirmation);
        var text = await host.LetterTextAsync(id, LetterKind.ReceiptConfirmation);
        text.ShouldContain(id);
        text.ShouldContain("19 juni 2018");
        text.ShouldContain("Wilhelmina Verzoekster");
    }

    [Fact]
    public async Task Turns_OfTwoProcessesAtOnce_DraftOneLetter()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();

        faults.Before(StorageFaults.IsAppend, () => other.Get<Turn>().RunAsync(LogId.Case(id), Ct)); // the whole of the other's turn, just before our append
        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldBeEmpty();
        await host.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Turns_ManyAtOnce_DraftOneLetterForEachCase()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var ids = new[] { await host.RegisterAsync(), await host.RegisterAsync(), await host.RegisterAsync() };

        await Task.WhenAll(ids.SelectMany(id => new[] { host, other, host, other }.Select(one => Task.Run(() => one.Get<Turn>().RunAsync(LogId.Case(id), Ct)))));

        foreach (var id in ids)
        {
            (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
            (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Host_ThatDiedBetweenFileAndEvent_LeavesOneLetterToTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();
        faults.Down(StorageFaults.IsAppend);
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());
        (await FilesAsync(host)).ShouldHaveSingleItem();

        await using var next = await host.AnotherAsync();
        await next.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        (await next.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
        (await FilesAsync(next)).ShouldHaveSingleItem();
        (await next.LetterTextAsync(id, LetterKind.ReceiptConfirmation)).ShouldContain("19 juni 2018");
    }

    [Fact]
    public async Task Letter_ComposedBeforeAFactWasCorrected_IsComposedAgain()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();

        faults.Before(
            request => request.Uri.Path.Contains("-artifacts/", StringComparison.Ordinal),
            () => other.StepAsync(id, new Correct(CorrectableFact.ReceivedOn, new DateOnly(2018, 5, 15), "Stempel")));
        await host.Turns.RunAsync();

        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.LetterTextAsync(id, LetterKind.ReceiptConfirmation)).ShouldContain("12 juni 2018");
    }

    [Fact]
    public async Task DecisionLetter_WhenTheCaseChangesUnderIt_IsDraftedAnew()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        var decision = (await host.StepAsync(id, new DraftDecision(DecisionKind.Primary))).After.State.Decisions.Last().Id;
        await host.Turns.RunAsync();
        (await host.LetterTextAsync(id, LetterKind.Decision)).ShouldNotContain("zonnebloempitten");

        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloempitten", 0));
        (await host.TakeAsync(id, new SubmitDecision(decision))).ShouldBeOfType<NotTaken<Case>>().Refused.Code.ShouldBe("letter-not-ready");
        await host.Turns.RunAsync();

        (await host.LetterTextAsync(id, LetterKind.Decision)).ShouldContain("zonnebloempitten");
        (await host.CaseAsync(id)).Letters.Where(letter => letter.Kind == LetterKind.Decision).Select(letter => letter.State)
            .ShouldBe([LetterState.Withdrawn, LetterState.Drafted]);
        (await host.Get<Turn>().RunAsync(LogId.Case(id), Ct)).Performed.ShouldBe(0);
        await host.StepAsync(id, new SubmitDecision(decision));
    }

    [Fact]
    public async Task DecisionLetter_HasAnAnonymisedRendition_ThatNamesNobody()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = (await host.RegisterAsync(new Register(
            "de zonnebloemen van Wilhelmina Verzoekster",
            "Mevrouw VERZOEKSTER, Dorpsstraat 1, 1234 AB Ons Dorp, vraagt om alles. Mail naar wilhelmina@example.nl of buurman@example.nl.",
            LocalTime.DateOf(host.Get<CaseClock>().Now), Channel.Email,
            new PersonDetails("Wilhelmina Verzoekster", "wilhelmina@example.nl", "Dorpsstraat 1\n1234 AB Ons Dorp", Representative: "mr. P. Gemachtigde")), null))
            .ShouldBeOfType<Done<Case>>().After.State.Id;
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new DraftDecision(DecisionKind.Primary, Considerations: "Mevrouw Verzoekster en haar gemachtigde mr. P. Gemachtigde zijn gebeld. De Verzoeksterstraat niet."));
        await host.Turns.RunAsync();

        var named = await host.LetterTextAsync(id, LetterKind.Decision);
        named.ShouldContain("Wilhelmina Verzoekster");
        var c = await host.CaseAsync(id);
        var letter = c.Letters.Single(l => l.Kind == LetterKind.Decision);
        var artifact = c.Artifacts[letter.Anonymised!.Value]!;
        artifact.Rendition.ShouldBe(LetterRendition.Anonymised);
        c.Artifacts[letter.Versions[^1]]!.Rendition.ShouldBe(LetterRendition.Named);

        var file = (await host.Get<CaseFiles>().OpenArtifactAsync(id, artifact, Ct))!;
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        var anonymous = DocxText.Read(content.ToArray()).All;
        foreach (var trace in (string[])["Wilhelmina", "mevrouw verzoekster", "Dorpsstraat", "1234 AB", "@", "P. Gemachtigde"])
            anonymous.ShouldNotContain(trace, Shouldly.Case.Insensitive);
        anonymous.ShouldContain("[verzoeker]");
        anonymous.ShouldContain("Verzoeksterstraat", customMessage: "only whole words are taken out");
    }

    [Fact]
    public async Task DecisionLetter_ThatJoinsAnAppeal_SaysSoAndIsSentToTheCourt()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var first = (await host.CaseAsync(id)).Decisions.Last().Id;
        await host.StepAsync(id, new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, first, CaseNumber: "UTR 18/2222"));
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Amending, Supplements: first));
        await host.Turns.RunAsync();

        var decision = await host.LetterTextAsync(id, LetterKind.Decision);
        decision.ShouldContain("UTR 18/2222");
        decision.ShouldContain("artikel 6:19, eerste lid");
        var notice = await host.LetterTextAsync(id, LetterKind.CourtNotice);
        notice.ShouldContain("UTR 18/2222");
        notice.ShouldContain("6:19, derde lid");
        notice.ShouldNotContain("Wilhelmina");
    }

    [Fact]
    public async Task Template_ThatIsBroken_FailsAsAnEventAndHoldsUpNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Templates = true });
        Break(host);
        var id = await host.RegisterAsync();
        var version = (await host.StepAsync(id, new ExtendTerm(14, "Veel werk aan de zonnebloemen."))).Version;

        await host.Turns.RunAsync();

        var failed = (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem();
        (failed.Key, failed.Kind, failed.Attempt, failed.Reason)
            .ShouldBe(("letter:receipt-confirmation:request", "prepare-letter", 1, "letter-template-broken"));
        failed.RetryAt.ShouldBe(host.Time.Now.AddMinutes(1));
        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).ShouldHaveSingleItem().Kind.ShouldBe(LetterKind.ExtensionNotice);
        (await host.TakeAsync(id, new Assign("bert"), ifMatch: version)).ShouldBeOfType<Done<Case>>();
        host.Said.All.ShouldContain("prepare-letter");
        host.Said.All.ShouldNotContain("Zonnebloem", Shouldly.Case.Insensitive);
        host.Said.All.ShouldNotContain("Wilhelmina");
    }

    [Fact]
    public async Task Template_ThatIsMended_IsTriedAgainInItsTimeAndSucceeds()
    {
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Templates = true });
        Break(host);
        var id = await host.RegisterAsync();
        var start = host.Time.Now;
        await host.Turns.RunAsync();
        host.Turns.Next[LogId.Case(id)].ShouldBe(start.AddMinutes(1));

        host.Time.Now = start.AddSeconds(59);
        (await host.Get<Turn>().RunAsync(LogId.Case(id), Ct)).Performed.ShouldBe(0);
        await host.Turns.LiveUntilAsync(host.Time, start.AddMinutes(4));
        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).Select(failed => (failed.Attempt, failed.RetryAt))
            .ShouldBe([(1, start.AddMinutes(1)), (2, start.AddMinutes(6))]);
        File.Delete(Path.Combine(host.Folder, "templates", Template));
        await host.Turns.LiveUntilAsync(host.Time, start.AddMinutes(6));

        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.CaseAsync(id)).Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Failure_OfTwoProcessesAtOnce_IsOneAttempt()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Templates = true, Faults = faults });
        await using var other = await host.AnotherAsync();
        Break(host);
        var id = await host.RegisterAsync();

        faults.Before(StorageFaults.IsAppend, () => other.Get<Turn>().RunAsync(LogId.Case(id), Ct));
        await host.Turns.RunAsync();

        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem().Attempt.ShouldBe(1);
    }

    private static void Break(EngineHost host)
    {
        Directory.CreateDirectory(Path.Combine(host.Folder, "templates"));
        File.WriteAllText(Path.Combine(host.Folder, "templates", Template), "{% if zonder einde");
    }

    private static async Task<List<string>> FilesAsync(EngineHost host)
    {
        var names = new List<string>();
        await foreach (var blob in host.Get<StorageAccount>().Artifacts.GetBlobsAsync(cancellationToken: Ct))
            names.Add(blob.Name);
        return names;
    }
}
