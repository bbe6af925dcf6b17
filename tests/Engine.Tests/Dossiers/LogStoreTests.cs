using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using WobWorkflow.Dossiers;
using static WobWorkflow.Engine.Tests.LogEntries;

namespace WobWorkflow.Engine.Tests;

public sealed class LogStoreTests(Azurite azurite)
{
    private static readonly LogId Log = LogId.Case("c1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_Registered_IsReadAsItWasWritten()
    {
        var logs = new LogStore(await azurite.OpenAsync());

        var created = (await logs.CreateAsync(Log, Step("register", 2), Ct)).ShouldBeOfType<Created>();
        var read = (await logs.ReadAsync(Log, null, Ct))!;

        created.Version.ShouldBe(2);
        read.Position.ShouldBe(created.Position);
        read.Entries.Select(entry => (entry.Seq, entry.At, entry.On, entry.Actor, entry.Command))
            .ShouldBe([(1L, At, new DateOnly(2018, 5, 22), "tester", "register"), (2L, At, new DateOnly(2018, 5, 22), "tester", "register")]);
        read.Entries.Select(entry => entry.Prev).ShouldBe(created.Entries.Select(entry => entry.Prev));
        read.Entries[0].Prev.ShouldBe(new string('0', 64));
    }

    [Fact]
    public async Task PieceOfALog_IsReadFromAMark_AndNotBeyondWhatWasAskedFor()
    {
        var logs = new LogStore(await azurite.OpenAsync());
        var created = (Created)await logs.CreateAsync(Log, Step("import", 350), Ct);
        var marks = (await logs.ReadAsync(Log, null, Ct))!.Marks;

        marks.Select(mark => mark.Seq).ShouldBe([100L, 200L, 300L]);
        var some = await logs.ReadSomeAsync(Log, marks[1], 20, Ct);
        some.Entries.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(201, 20).Select(seq => (long)seq));
        (await logs.ReadSomeAsync(Log, marks[2], 200, Ct)).Entries.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(301, 50).Select(seq => (long)seq));
        (await logs.ReadSomeAsync(Log, some.Position, 1000, Ct)).Position.ShouldBe(created.Position);
    }

    [Fact]
    public async Task PieceOfALog_WithALineLongerThanIsReadAtOnce_IsReadAllTheSame()
    {
        var logs = new LogStore(await azurite.OpenAsync());
        var created = (Created)await logs.CreateAsync(Log, [Entry("a"), Entry("a", $$"""{"type":"noted","x":"{{new string('x', 300_000)}}"}"""), Entry("a")], Ct);

        (await logs.ReadSomeAsync(Log, LogPosition.Start, 2, Ct)).Entries.Select(entry => entry.Seq).ShouldBe([1L, 2L]);
        (await logs.ReadSomeAsync(Log, LogPosition.Start, 100, Ct)).Position.ShouldBe(created.Position);
    }

    [Fact]
    public async Task Log_NeverRegistered_IsNull() =>
        (await new LogStore(await azurite.OpenAsync()).ReadAsync(Log, null, Ct)).ShouldBeNull();

    [Fact]
    public async Task Line_AsWritten_HasTheAgreedShape()
    {
        var account = await azurite.OpenAsync();
        await new LogStore(account).CreateAsync(Log, [Entry("register", """{"type":"registered","x":1}""")], Ct);

        var text = await RawText(account, 1);

        text.ShouldBe(
            """{"seq":1,"at":"2018-05-22T09:30:00Z","on":"2018-05-22","actor":"tester","command":"register","event":{"type":"registered","x":1},"prev":"0000000000000000000000000000000000000000000000000000000000000000"}"""
            + "\n");
    }

    [Fact]
    public async Task Registration_StoppedBetweenItsTwoOperations_DoesNotExistAndIsFilledByTheNext()
    {
        var faults = new StorageFaults();
        var account = await azurite.OpenAsync(faults.Apply);
        var logs = new LogStore(account);
        faults.Down(request => StorageFaults.IsAppend(request) || StorageFaults.IsRead(request));
        await Should.ThrowAsync<StorageUnavailableException>(() => logs.CreateAsync(Log, Step("first"), Ct));
        faults.Down(null);

        (await logs.ReadAsync(Log, null, Ct)).ShouldBeNull();
        (await logs.ListAsync("", Ct).ToListAsync(Ct)).ShouldBeEmpty();
        (await logs.CreateAsync(Log, Step("second"), Ct)).ShouldBeOfType<Created>().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Registration_OfARegisteredLog_ChangesNothingAndTells()
    {
        var logs = new LogStore(await azurite.OpenAsync());
        await logs.WriteAsync(Log, 3, Ct);

        var exists = (await logs.CreateAsync(Log, Step("another"), Ct)).ShouldBeOfType<Exists>();

        exists.Entries.Commands().ShouldBe(["step-1", "step-2", "step-3"]);
        (await logs.VerifyAsync(Log, exists.Position, Ct))!.Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task Registration_Repeated_IsCreatedOnce()
    {
        var logs = new LogStore(await azurite.OpenAsync());
        await logs.CreateAsync(Log, Step("register"), Ct);

        (await logs.CreateAsync(Log, Step("register"), Ct)).ShouldBeOfType<Created>().Version.ShouldBe(1);

        (await logs.ReadAsync(Log, null, Ct))!.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Registration_OfTooLargeAStep_LeavesNothing()
    {
        var account = await azurite.OpenAsync();
        var large = Entry("register", $$"""{"type":"large","text":"{{new string('x', 1024 * 1024)}}"}""");

        await Should.ThrowAsync<StepTooLargeException>(() => new LogStore(account).CreateAsync(Log, [large], Ct));

        (await Container(account).GetBlobsAsync(cancellationToken: Ct).ToListAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Append_AtTheHead_IsOneOperation()
    {
        var account = await azurite.OpenAsync();
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 1, Ct);

        using var tally = account.Meter.Measure();
        await logs.AppendAsync(Log, position, Step("step", 3), Ct);

        tally.Kinds.ShouldBe([new("PUT logs appendblock", 1)]);
    }

    [Fact]
    public async Task IsHead_Asked_IsOneHead()
    {
        var account = await azurite.OpenAsync();
        var logs = new LogStore(account);
        var first = await logs.WriteAsync(Log, 1, Ct);
        var second = (await logs.AppendAsync(Log, first, Step("step"), Ct)).Position;

        using var tally = account.Meter.Measure();
        (await logs.IsHeadAsync(Log, second, Ct)).ShouldBeTrue();
        tally.Kinds.ShouldBe([new("HEAD logs", 1)]);
        (await logs.IsHeadAsync(Log, first, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Append_AfterAnotherWriter_HasMovedAndShowsWhatCame()
    {
        var logs = new LogStore(await azurite.OpenAsync());
        var position = await logs.WriteAsync(Log, 1, Ct);
        var theirs = await logs.AppendAsync(Log, position, Step("theirs", 2), Ct);

        var moved = (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Moved>();

        moved.Entries.Commands().ShouldBe(["theirs", "theirs"]);
        moved.Position.ShouldBe(theirs.Position);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_WhoseAnswerIsLost_IsAppendedOnce(bool belowRetries)
    {
        // Below its retries the SDK tries again and comes back with 412; above them it comes back with nothing.
        var faults = new StorageFaults(belowRetries);
        var account = await azurite.OpenAsync(faults.Apply);
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.LoseAnswer(StorageFaults.IsAppend);
        var appended = (await logs.AppendAsync(Log, position, Step("ours", 2), Ct)).ShouldBeOfType<Appended>();

        faults.Outstanding.ShouldBe(0);
        appended.Version.ShouldBe(3);
        var read = (await logs.ReadAsync(Log, null, Ct))!;
        read.Entries.Commands().ShouldBe(["step-1", "ours", "ours"]);
        read.Position.ShouldBe(appended.Position);
    }

    [Fact]
    public async Task Append_WhoseAnswerIsLostWhileOthersGoOn_IsAppendedAndShowsTheirs()
    {
        var faults = new StorageFaults(belowRetries: false);
        var account = await azurite.OpenAsync(faults.Apply);
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.After(StorageFaults.IsAppend, async () =>
        {
            var now = (await logs.ReadAsync(Log, null, Ct))!.Position;
            await logs.AppendAsync(Log, now, Step("theirs"), Ct);
            throw new IOException("The connection broke.");
        });
        var appended = (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Appended>();

        appended.Entries.Commands().ShouldBe(["ours", "theirs"]);
        appended.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Append_LostOnItsWayWhileAnotherComes_HasMoved()
    {
        var faults = new StorageFaults(belowRetries: false);
        var account = await azurite.OpenAsync(faults.Apply);
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.Before(StorageFaults.IsAppend, async () =>
        {
            await logs.AppendAsync(Log, position, Step("theirs"), Ct);
            throw new IOException("The connection broke.");
        });

        (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Moved>().Entries.Commands().ShouldBe(["theirs"]);
    }

    [Fact]
    public async Task Append_LostOnItsWay_IsTriedAgainAndAppendedOnce()
    {
        var faults = new StorageFaults(belowRetries: false);
        var logs = new LogStore(await azurite.OpenAsync(faults.Apply));
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.LoseRequest(StorageFaults.IsAppend).Busy(StorageFaults.IsAppend);
        (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Appended>();

        faults.Outstanding.ShouldBe(0);
        (await logs.ReadAsync(Log, null, Ct))!.Entries.Commands().ShouldBe(["step-1", "ours"]);
    }

    [Fact]
    public async Task Append_WhoseLostAttemptArrivesLate_IsAppendedOnce()
    {
        // The first attempt reaches storage only when we have given it up and are about to send the second.
        var faults = new StorageFaults(belowRetries: false);
        var account = await azurite.OpenAsync(faults.Apply);
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 1, Ct);
        var straggler = new LogStore(account);

        faults.LoseRequest(StorageFaults.IsAppend);
        faults.After(StorageFaults.IsRead, async () => await straggler.AppendAsync(Log, position, Step("ours"), Ct));
        (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Appended>().Version.ShouldBe(2);

        (await logs.ReadAsync(Log, null, Ct))!.Entries.Commands().ShouldBe(["step-1", "ours"]);
    }

    [Fact]
    public async Task Append_WhenStorageIsBusyForAWhile_IsAppended()
    {
        var faults = new StorageFaults();
        var logs = new LogStore(await azurite.OpenAsync(faults.Apply));
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.Busy(StorageFaults.IsAppend).Busy(StorageFaults.IsAppend);

        (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Appended>();
    }

    [Fact]
    public async Task Append_WhenStorageIsDown_IsUnknownAndSucceedsWhenAskedAgain()
    {
        var faults = new StorageFaults();
        var logs = new LogStore(await azurite.OpenAsync(faults.Apply));
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.LoseAnswer(StorageFaults.IsAppend);
        faults.Down(StorageFaults.IsRead);
        await Should.ThrowAsync<StorageUnavailableException>(() => logs.AppendAsync(Log, position, Step("ours"), Ct));
        faults.Down(null);

        (await logs.AppendAsync(Log, position, Step("ours"), Ct)).ShouldBeOfType<Appended>().Version.ShouldBe(2);
        (await logs.ReadAsync(Log, null, Ct))!.Entries.Commands().ShouldBe(["step-1", "ours"]);
    }

    [Fact]
    public async Task Append_Cancelled_IsCancelledAndNotUnavailable()
    {
        using var cancellation = new CancellationTokenSource();
        var faults = new StorageFaults();
        var logs = new LogStore(await azurite.OpenAsync(faults.Apply));
        var position = await logs.WriteAsync(Log, 1, Ct);

        faults.Before(StorageFaults.IsAppend, () => cancellation.CancelAsync());

        await Should.ThrowAsync<OperationCanceledException>(() => logs.AppendAsync(Log, position, Step("ours"), cancellation.Token));
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(3)]
    public async Task EightWriters_AtOnce_AreAllAppendedOneAfterTheOther(int blocksPerSegment)
    {
        var account = await azurite.OpenAsync(blocksPerSegment: blocksPerSegment);
        var start = await new LogStore(account).WriteAsync(Log, 1, Ct);

        async Task<(int Lost, List<long> Versions)> WriteAll(int writer)
        {
            var logs = new LogStore(account);
            var (position, lost, versions) = (start, 0, new List<long>());
            while (versions.Count < 5)
            {
                var result = await logs.AppendAsync(Log, position, Step($"w{writer}-{versions.Count}"), Ct);
                position = result.Position;
                if (result is Appended appended) versions.Add(appended.Version);
                else lost++;
            }
            return (lost, versions);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(WriteAll));

        results.SelectMany(result => result.Versions).Order().ShouldBe(Enumerable.Range(2, 40).Select(version => (long)version));
        results.Sum(result => result.Lost).ShouldBeGreaterThan(0);
        var read = (await new LogStore(account).ReadAsync(Log, null, Ct))!;
        read.Entries.Commands().Distinct().Count().ShouldBe(41);
        (await new LogStore(account).VerifyAsync(Log, read.Position, Ct))!.ShouldBe(new LogVerification(true, 41, read.Position.Hash, null));
    }

    [Fact]
    public async Task Segment_WhenFull_IsSealedAndTheLogGoesOn()
    {
        var account = await azurite.OpenAsync(blocksPerSegment: 3);
        var logs = new LogStore(account);

        var position = await logs.WriteAsync(Log, 7, Ct);

        (position.Segment, position.Seq, position.Blocks).ShouldBe((3, 7L, 1));
        (await logs.ReadAsync(Log, null, Ct))!.Position.ShouldBe(position);
        (await logs.ListAsync("cases/", Ct).ToListAsync(Ct)).ShouldBe([(Log, position.Length)]);
        var lines = (await RawText(account, 1)).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(4);
        lines[3].ShouldStartWith("""{"continued":"00002","head":""");
    }

    [Fact]
    public async Task Reader_OfAnEarlierPosition_FollowsAcrossSegments()
    {
        var logs = new LogStore(await azurite.OpenAsync(blocksPerSegment: 2));
        var early = await logs.WriteAsync(Log, 2, Ct);
        var position = early;
        for (var step = 3; step <= 7; step++) position = (await logs.AppendAsync(Log, position, Step($"step-{step}"), Ct)).Position;

        var read = (await logs.ReadAsync(Log, early, Ct))!;

        read.Entries.Select(entry => entry.Seq).ShouldBe([3, 4, 5, 6, 7]);
        read.Position.ShouldBe(position);
        (await logs.ReadAsync(Log, position, Ct))!.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoWriters_AtTheRoll_NeitherForkNorLose()
    {
        var faults = new StorageFaults();
        var prefix = Azurite.NewPrefix();
        var slow = new LogStore(await azurite.OpenAsync(faults.Apply, 3, prefix));
        var quick = new LogStore(azurite.Open(null, 3, prefix));
        var full = await quick.WriteAsync(Log, 3, Ct);

        // The quick one rolls and appends while the slow one is about to write its seal.
        faults.Before(StorageFaults.IsAppend, async () =>
            (await quick.AppendAsync(Log, full, Step("quick"), Ct)).ShouldBeOfType<Appended>());
        var moved = (await slow.AppendAsync(Log, full, Step("slow"), Ct)).ShouldBeOfType<Moved>();

        moved.Entries.Commands().ShouldBe(["quick"]);
        (await slow.AppendAsync(Log, moved.Position, Step("slow"), Ct)).ShouldBeOfType<Appended>().Version.ShouldBe(5);
        (await quick.VerifyAsync(Log, null, Ct))!.ShouldSatisfyAllConditions(v => v.Intact.ShouldBeTrue(), v => v.Events.ShouldBe(5));
    }

    [Fact]
    public async Task TwoWriters_WhoseCreatesOfTheNextSegmentCross_NeitherForkNorLose()
    {
        var faults = new StorageFaults();
        var prefix = Azurite.NewPrefix();
        var slow = new LogStore(await azurite.OpenAsync(faults.Apply, 3, prefix));
        var quick = new LogStore(azurite.Open(null, 3, prefix));
        var full = await quick.WriteAsync(Log, 3, Ct);

        // The slow one has sealed; before it creates the next segment, the quick one finds the seal, creates it and appends.
        faults.Before(StorageFaults.InSegment(2, StorageFaults.IsCreate), async () =>
            (await quick.AppendAsync(Log, full, Step("quick"), Ct)).ShouldBeOfType<Appended>());

        (await slow.AppendAsync(Log, full, Step("slow"), Ct)).ShouldBeOfType<Moved>().Entries.Commands().ShouldBe(["quick"]);
        (await quick.VerifyAsync(Log, null, Ct))!.Events.ShouldBe(4);
    }

    [Fact]
    public async Task Writer_DyingBetweenSealAndCreate_LosesNothing()
    {
        var faults = new StorageFaults();
        var prefix = Azurite.NewPrefix();
        var dying = new LogStore(await azurite.OpenAsync(faults.Apply, 3, prefix));
        var other = new LogStore(azurite.Open(null, 3, prefix));
        var full = await dying.WriteAsync(Log, 3, Ct);
        faults.Down(StorageFaults.InSegment(2, _ => true));
        await Should.ThrowAsync<StorageUnavailableException>(() => dying.AppendAsync(Log, full, Step("dying"), Ct));

        (await other.VerifyAsync(Log, full, Ct))!.ShouldSatisfyAllConditions(v => v.Intact.ShouldBeTrue(), v => v.Events.ShouldBe(3));
        var read = (await other.ReadAsync(Log, full, Ct))!;
        read.Entries.ShouldBeEmpty();
        (read.Position.Segment, read.Position.Offset).ShouldBe((2, 0L));
        (await other.IsHeadAsync(Log, read.Position, Ct)).ShouldBeTrue();

        // From what it knew before the seal, and from what it has read since.
        (await other.AppendAsync(Log, full, Step("next"), Ct)).ShouldBeOfType<Appended>().Version.ShouldBe(4);
        (await other.AppendAsync(Log, read.Position, Step("late"), Ct)).ShouldBeOfType<Moved>().Entries.Commands().ShouldBe(["next"]);
        (await other.VerifyAsync(Log, null, Ct))!.Events.ShouldBe(4);
    }

    [Fact]
    public async Task Writer_FindingASealWithoutSuccessor_CreatesIt()
    {
        var faults = new StorageFaults();
        var prefix = Azurite.NewPrefix();
        var dying = new LogStore(await azurite.OpenAsync(faults.Apply, 3, prefix));
        var other = new LogStore(azurite.Open(null, 3, prefix));
        var full = await dying.WriteAsync(Log, 3, Ct);
        faults.Down(StorageFaults.InSegment(2, _ => true));
        await Should.ThrowAsync<StorageUnavailableException>(() => dying.AppendAsync(Log, full, Step("dying"), Ct));

        var position = (await other.ReadAsync(Log, null, Ct))!.Position;

        (await other.AppendAsync(Log, position, Step("next"), Ct)).ShouldBeOfType<Appended>().Version.ShouldBe(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Seal_WhoseAnswerIsLost_IsWrittenOnce(bool belowRetries)
    {
        var faults = new StorageFaults(belowRetries);
        var account = await azurite.OpenAsync(faults.Apply, 3);
        var logs = new LogStore(account);
        var full = await logs.WriteAsync(Log, 3, Ct);

        faults.LoseAnswer(StorageFaults.InSegment(1, StorageFaults.IsAppend)).LoseAnswer(StorageFaults.InSegment(2, StorageFaults.IsCreate));
        (await logs.AppendAsync(Log, full, Step("next"), Ct)).ShouldBeOfType<Appended>();

        (await RawText(account, 1)).Split("continued").Length.ShouldBe(2);
        (await logs.VerifyAsync(Log, null, Ct))!.Events.ShouldBe(4);
    }

    [Fact]
    public async Task Create_OfALogThatIsThere_NeverEmptiesIt()
    {
        var account = await azurite.OpenAsync();
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 3, Ct);

        await logs.CreateAsync(Log, Step("other"), Ct);

        (await logs.IsHeadAsync(Log, position, Ct)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reader_WhoseAnswerBreaksOff_ReadsAll(bool logGrowsMeanwhile)
    {
        var faults = new StorageFaults();
        var logs = new LogStore(await azurite.OpenAsync(faults.Apply));
        var position = await logs.WriteAsync(Log, 20, Ct);

        faults.BreakBody(StorageFaults.IsRead, 1000, logGrowsMeanwhile ? () => logs.AppendAsync(Log, position, Step("step-21"), Ct) : null);
        var read = (await logs.ReadAsync(Log, null, Ct))!;

        faults.Outstanding.ShouldBe(0);
        read.Entries.Commands().ShouldBe(Enumerable.Range(1, logGrowsMeanwhile ? 21 : 20).Select(step => $"step-{step}"));
    }

    [Fact]
    public async Task Reader_OfALogThatBecameShorter_Refuses()
    {
        var account = await azurite.OpenAsync();
        var logs = new LogStore(account);
        var position = await logs.WriteAsync(Log, 3, Ct);
        await Container(account).GetAppendBlobClient($"{Log}/00001.ndjson").DeleteAsync(cancellationToken: Ct);
        (await logs.CreateAsync(Log, Step("other"), Ct)).ShouldBeOfType<Created>();

        var broken = await Should.ThrowAsync<LogBrokenException>(() => logs.ReadAsync(Log, position, Ct));

        broken.Break!.Kind.ShouldBe(LogBreakKind.Missing);
        broken.Message.ShouldBe("Log cases/c1 is broken in segment 1 at 4: the segment is shorter than it was");
    }

    [Fact]
    public async Task Events_OfOtherShape_AreRefusedBeforeStorageIsAsked()
    {
        var account = await azurite.OpenAsync();
        var logs = new LogStore(account);
        using var tally = account.Meter.Measure();

        await Should.ThrowAsync<ArgumentException>(() => logs.CreateAsync(Log, [Entry("a", "[1]")], Ct));
        await Should.ThrowAsync<ArgumentException>(() => logs.CreateAsync(Log, [Entry("a", "{")], Ct));
        await Should.ThrowAsync<ArgumentException>(() => logs.CreateAsync(Log, [], Ct));
        await Should.ThrowAsync<ArgumentException>(() => logs.CreateAsync(Log, [Entry("a"), Entry("b")], Ct));

        tally.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Event_OverSeveralLines_IsKeptOnOne()
    {
        var logs = new LogStore(await azurite.OpenAsync());

        await logs.CreateAsync(Log, [Entry("a", "{\n  \"type\": \"noted\"\r\n}\n")], Ct);

        System.Text.Encoding.UTF8.GetString((await logs.ReadAsync(Log, null, Ct))!.Entries[0].Event.Span).ShouldBe("""{"type":"noted"}""");
    }

    internal static BlobContainerClient Container(StorageAccount account) => account.Logs;

    private static async Task<string> RawText(StorageAccount account, int segment) =>
        (await Container(account).GetBlobClient($"{Log}/{segment:D5}.ndjson").DownloadContentAsync(Ct)).Value.Content.ToString();
}
