using System.IO.Compression;
using Azure.Core;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed class ReleaseDutyTests(Azurite azurite)
{
    private static readonly PublicationId First = new(1);
    private static readonly DocumentId Doc1 = new(1);
    private static readonly DocumentId Doc2 = new(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Release_OfWhatWasClearedAndOrdered_CanBeRead()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DisclosedAsync();
        (await PublicAsync(host, id, Doc1)).ShouldBeNull();
        await host.OrderedAsync(id);

        await host.Turns.RunAsync();

        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
        (await ReadAsync(host, id, Doc2)).ShouldBe("Het tweede verslag.");
        var shown = (await PublicAsync(host, id, Doc1)).ShouldNotBeNull();
        (shown.Title, shown.MediaType, shown.FirstOn).ShouldBe(("Verslag", "text/plain", new DateOnly(2018, 5, 22)));
        (await host.EventsAsync<PublishBegun>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<Published>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Release_WhoseEveryAnswerIsLost_HappensOnce()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.DisclosedAsync();
        await host.OrderedAsync(id);
        for (var append = 0; append < 3; append++)
            faults.LoseAnswer(StorageFaults.IsAppend);

        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<PublishBegun>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<Published>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<RequesterCopyFiled>(LogId.Case(id))).Length.ShouldBe(1);
        await host.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Release_WhoseHostDiedWhileItCopied_IsFinishedByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.DisclosedAsync();
        await host.OrderedAsync(id);
        faults.Down(request => IsPublicWrite(request) && request.Uri.Path.Contains("doc-2", StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());
        (await PublicAsync(host, id, Doc1)).ShouldBeNull(); // its copy lies there, and the round isn't done

        await using var next = await host.AnotherAsync();
        await next.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        (await ReadAsync(next, id, Doc1)).ShouldBe("Het eerste verslag.");
        (await ReadAsync(next, id, Doc2)).ShouldBe("Het tweede verslag.");
        (await next.EventsAsync<PublishBegun>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Hold_ThatLandsBetweenTheAgendaAndTheRelease_KeepsItsDocumentIn()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DisclosedAsync();
        var duty = await host.OrderedAsync(id);
        await host.StepAsync(id, new HoldPublication(First, "Nog even kijken.", [Doc2]), EngineHost.Frits);

        await host.Get<DutyPerformer>().PerformAsync(LogId.Case(id), duty, Ct);

        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
        (await PublicAsync(host, id, Doc2)).ShouldBeNull();
        (await BlobsAsync(host)).ShouldNotContain(name => name.Contains("doc-2", StringComparison.Ordinal));
    }

    /// <summary>Another process records the request for interim relief at the worst moments there are.</summary>
    [Theory]
    [InlineData("before the beginning is appended")]
    [InlineData("right after the beginning was appended")]
    [InlineData("right before a copy is written")]
    [InlineData("right after the last copy was written")]
    public async Task InterimRelief_ThatArrivesWhileTheEngineReleases_KeepsEverythingIn(string moment)
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var id = await host.DisclosedAsync();
        await host.OrderedAsync(id);
        Task Relief() => other.StepAsync(id, new RecordInterimRelief(InterimReliefState.Requested, new DecisionId(1), Name: "B.V. Zonnebloem"));
        _ = moment switch
        {
            "before the beginning is appended" => faults.Before(StorageFaults.IsAppend, Relief),
            "right after the beginning was appended" => faults.After(StorageFaults.IsAppend, Relief),
            "right before a copy is written" => faults.Before(IsPublicWrite, Relief),
            _ => faults.After(request => IsPublicWrite(request) && request.Uri.Path.Contains("records", StringComparison.Ordinal)
                && request.Uri.Path.Contains("doc-2", StringComparison.Ordinal), Relief),
        };

        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        await NothingIsOutAsync(host, id);
        await NothingIsOutAsync(other, id);
        (await host.EventsAsync<Published>(LogId.Case(id))).ShouldBeEmpty();
        (await host.EventsAsync<RequesterCopyFiled>(LogId.Case(id))).ShouldBeEmpty();
        await host.VerifiedAsync(LogId.Case(id));

        // Refused by the court and cleared by a person, it goes out after all.
        await host.StepAsync(id, new RecordInterimRelief(InterimReliefState.Refused, RemedyId: new RemedyId(1)));
        await host.Turns.RunAsync();
        await NothingIsOutAsync(host, id);
        await host.StepAsync(id, new ClearPublication(First, NoInterimReliefKnown: true), EngineHost.Frits);
        await host.Turns.RunAsync();
        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
        (await ReadAsync(host, id, Doc2)).ShouldBe("Het tweede verslag.");
    }

    [Fact]
    public async Task Release_ThatNobodyClearedOrOrdered_DoesNotHappen()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DisclosedAsync();
        await host.StepAsync(id, new PlanRelease(new DecisionId(1), new DateOnly(2018, 5, 22), ObjectionExpected: false, []));
        await host.Turns.RunAsync();
        await host.StepAsync(id, new ClearPublication(First, NoInterimReliefKnown: true), EngineHost.Frits);
        await host.Turns.RunAsync();

        await NothingIsOutAsync(host, id);
    }

    [Fact]
    public async Task Release_MadeReadyBeforeTheAnnouncement_GoesOutWithIt()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 1));
        await host.AddPublicAsync(id, "Het eerste verslag.");
        await host.StepAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.Turns.RunAsync();
        await host.StepAsync(id, new SubmitDecision(new DecisionId(1)));
        await host.StepAsync(id, new ApproveDecision(new DecisionId(1)), EngineHost.Bert);
        await host.StepAsync(id, new TakeDecision(new DecisionId(1)), EngineHost.Cees);
        await host.StepAsync(id, new PlanRelease(new DecisionId(1), new DateOnly(2018, 5, 22), ObjectionExpected: false, []));
        await host.StepAsync(id, new ClearPublication(First, NoInterimReliefKnown: true), EngineHost.Frits);
        await host.StepAsync(id, new Publish(First), EngineHost.Frits);
        await host.Turns.RunAsync();
        await NothingIsOutAsync(host, id);

        await host.DispatchAsync(id, LetterKind.Decision);
        await host.Turns.RunAsync();

        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
    }

    [Fact]
    public async Task Document_ThatIsPublicInPart_FailsTheDutyAndNothingGoesOut()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DisclosedAsync();
        await host.StepAsync(id, new AssessDocument(Doc2, Judgement.PartlyPublic, [Ground.Parse("10.2.e")], "Persoonlijke levenssfeer."), EngineHost.Frits);
        await host.OrderedAsync(id);

        await host.Turns.RunAsync();

        await NothingIsOutAsync(host, id);
        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem().Reason.ShouldBe("no-public-version");
        (await host.EventsAsync<PublishBegun>(LogId.Case(id))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_Suspended_IsGoneAtOnce_AndComesBackWhenCleared()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReleasedAsync(host);
        await host.StepAsync(id, new SuspendDocument(Doc1, "Een derde heeft bezwaar."), EngineHost.Frits);
        var before = (await PublicAsync(host, id, Doc1)).ShouldNotBeNull(); // before the engine has done anything
        (before.Sha256, before.GoneOn, before.Withdrawn).ShouldBe((null, new DateOnly(2018, 5, 22), false));

        await host.Turns.RunAsync();

        (await BlobsAsync(host)).ShouldNotContain(name => name.StartsWith($"cases/{id}/doc-1/", StringComparison.Ordinal));
        (await PublicAsync(host, id, Doc1))!.Reason.ShouldBeNull(); // why is nobody's business as long as it may come back
        (await ReadAsync(host, id, Doc2)).ShouldBe("Het tweede verslag.");
        (await host.EventsAsync<PublicCopyRemoved>(LogId.Case(id))).ShouldHaveSingleItem().DocumentId.ShouldBe(Doc1);

        await host.StepAsync(id, new ClearPublication(First, NoInterimReliefKnown: true), EngineHost.Frits);
        await host.Turns.RunAsync();
        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
        (await host.CaseAsync(id)).Publications[First]!.Rounds.Count.ShouldBe(2);
        await host.Get<Turn>().RunAsync(LogId.Case(id), Ct);
        (await host.EventsAsync<PublishBegun>(LogId.Case(id))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Document_SuspendedAndReplaced_GoesOutOnceMore()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReleasedAsync(host);
        await host.StepAsync(id, new SuspendDocument(Doc1, "Een naam bleef staan."), EngineHost.Frits);
        await host.Turns.RunAsync();
        await host.StepAsync(id, new ReplaceDocument(Doc1, "Een naam bleef staan."), EngineHost.Frits);
        await host.StepAsync(id, new ClearPublication(First, NoInterimReliefKnown: true), EngineHost.Frits);

        await host.Turns.RunAsync();

        (await host.CaseAsync(id)).Publications[First]!.Rounds.Count.ShouldBe(2);
        (await ReadAsync(host, id, Doc1)).ShouldBe("Het eerste verslag.");
    }

    [Fact]
    public async Task Document_Withdrawn_LeavesItsReason_AlsoWhereTheAnswerIsLost()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await ReleasedAsync(host);
        await host.StepAsync(id, new WithdrawDocument(Doc1, "Er stond een naam in."), EngineHost.Frits);
        faults.LoseAnswer(StorageFaults.IsAppend);

        await host.Turns.RunAsync();

        var gone = (await PublicAsync(host, id, Doc1)).ShouldNotBeNull();
        (gone.Title, gone.Sha256, gone.Withdrawn, gone.Reason).ShouldBe((null, null, true, "Er stond een naam in."));
        (await BlobsAsync(host)).ShouldNotContain(name => name.StartsWith($"cases/{id}/doc-1/", StringComparison.Ordinal));
        (await host.EventsAsync<PublicCopyRemoved>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task RequesterCopy_HoldsWhatWentOut_NamedById()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await ReleasedAsync(host);

        var c = await host.CaseAsync(id);
        var copy = c.Artifacts[c.Publications[First]!.Rounds.Single().RequesterCopy!.Value]!;
        (copy.Kind, copy.About, copy.AddedBy).ShouldBe(("requester-copy", "publication-1", "engine"));
        await using var file = (await host.Get<CaseFiles>().OpenArtifactAsync(id, copy, Ct))!.Content;
        using var zip = new ZipArchive(file);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["doc-1.txt", "doc-2.txt"]);
        using var text = new StreamReader(zip.Entries[0].Open());
        (await text.ReadToEndAsync(Ct)).ShouldBe("Het eerste verslag.");
    }

    private static async Task<string> ReleasedAsync(EngineHost host)
    {
        var id = await host.DisclosedAsync();
        await host.OrderedAsync(id);
        await host.Turns.RunAsync();
        return id;
    }

    private static async Task NothingIsOutAsync(EngineHost host, string id)
    {
        foreach (var document in (DocumentId[])[Doc1, Doc2])
            (await PublicAsync(host, id, document))?.Sha256.ShouldBeNull();
        (await BlobsAsync(host)).ShouldNotContain(name => name.StartsWith("cases/", StringComparison.Ordinal));
    }

    private static Task<PublicDocument?> PublicAsync(EngineHost host, string id, DocumentId document) =>
        host.Get<PublicDocuments>().FindAsync(id, document.ToString(), Ct);

    private static async Task<string> ReadAsync(EngineHost host, string id, DocumentId document)
    {
        var found = (await PublicAsync(host, id, document)).ShouldNotBeNull();
        using var text = new StreamReader((await host.Get<PublicDocuments>().OpenAsync(found, Ct)).ShouldNotBeNull().Content);
        return await text.ReadToEndAsync(Ct);
    }

    private static async Task<List<string>> BlobsAsync(EngineHost host)
    {
        var names = new List<string>();
        await foreach (var blob in host.Get<StorageAccount>().Published.GetBlobsAsync(cancellationToken: Ct))
            names.Add(blob.Name);
        return names;
    }

    private static bool IsPublicWrite(Azure.Core.Request request) =>
        request.Method == RequestMethod.Put && request.Uri.Path.Contains("-published/", StringComparison.Ordinal);
}
