using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>Documents that are nearly the same find each other, within a case and across cases, and what is gone is found by nobody.</summary>
public sealed class ResemblanceTests(Azurite azurite)
{
    private const string Disclaimer = "disclaimer";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Versions_InOneCaseAndInAnother_FindEachOther_WithTheirTrueResemblance()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        var memo = Words(1, 300);
        var (first, second) = (await AddAsync(host, one, memo), await AddAsync(host, one, Changed(memo, 40)));
        var third = await AddAsync(host, two, Changed(memo, 25));
        await AddAsync(host, two, Words(2, 300));
        await IndexedAsync(host);

        var found = await OfAsync(host, one, first);
        found.Select(pair => (pair.Other.State.Id, pair.OtherDocument.Id)).ShouldBe([(one, second), (two, third)], ignoreOrder: true);
        found.Single(pair => pair.OtherDocument.Id == second && pair.Other.State.Id == one).Resemblance.ShouldBe(Shingles.Of(memo)!.ResemblanceTo(Shingles.Of(Changed(memo, 40))!));
        (await OfAsync(host, two, third)).Select(pair => (pair.Other.State.Id, pair.OtherDocument.Id)).ShouldBe([(one, first), (one, second)], ignoreOrder: true);
        (await InAsync(host, one)).Length.ShouldBe(3); // each pair once

        // Made again from logs and texts, the index says the same.
        var rows = await RowsAsync(host);
        await host.Get<Sweeper>().RebuildAsync(Ct);
        await host.Get<Resemblances>().FlushAsync(Ct);
        (await RowsAsync(host)).ShouldBe(rows);
    }

    [Fact]
    public async Task Document_ThatIsDropped_IsFoundByNobody_AndLeavesNoRow()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        var (first, second) = (await AddAsync(host, one, Words(1, 200)), await AddAsync(host, two, Changed(Words(1, 200), 50)));
        await IndexedAsync(host);
        (await OfAsync(host, one, first)).ShouldHaveSingleItem();

        await host.StepAsync(two, new DropDocument(second, "Valt er niet onder."));

        (await OfAsync(host, one, first)).ShouldBeEmpty(); // at once
        await IndexedAsync(host);
        (await RowsAsync(host)).ShouldNotContain(row => row.Contains(two, StringComparison.Ordinal)); // and then for good
        (await RowsAsync(host)).ShouldContain(row => row.Contains(one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Content_ThatMayNotBeHere_LeavesNoRow_BeforeTheLogSaysThatItIsGone()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        var (first, second) = (await AddAsync(host, one, Words(1, 200)), await AddAsync(host, two, Changed(Words(1, 200), 50)));
        await IndexedAsync(host);
        await host.StepAsync(two, new RemoveContent(second, Marking.StgGeheim, "De kluis."));
        (await OfAsync(host, one, first)).ShouldBeEmpty(); // at once

        await host.Get<ContentRemoving>().PerformAsync(two, new RemoveStoredContent(1), Ct);

        (await host.CaseAsync(two)).Removals.ShouldHaveSingleItem().DoneOn.ShouldNotBeNull();
        (await RowsAsync(host)).ShouldNotContain(row => row.Contains(two, StringComparison.Ordinal) && !row.StartsWith("noted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_ThatIsDestroyed_LeavesNoRow_AndNobodyResemblesIt()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        var (_, second) = (await AddAsync(host, one, Words(1, 200)), await AddAsync(host, two, Changed(Words(1, 200), 50)));
        await IndexedAsync(host);
        await host.Get<Records>().OnCaseAsync(one, "begun", c =>
            new DestructionBegun(RequestEnd.Withdrawn, "14.3", 1, new(2017, 1, 1), new(2018, 1, 1), "BSD-1", 1, c.Documents.Count, c.Letters.Count, c.Artifacts.Count), Ct);

        await host.Get<CaseEnding>().PerformAsync(one, new DestroyContent(), Ct);

        (await host.CaseAsync(one)).Destruction!.DoneOn.ShouldNotBeNull();
        (await RowsAsync(host)).ShouldNotContain(row => row.Contains(one, StringComparison.Ordinal) && !row.StartsWith("noted", StringComparison.Ordinal));
        (await OfAsync(host, two, second)).ShouldBeEmpty();
        await IndexedAsync(host);
        (await RowsAsync(host)).ShouldNotContain(row => row.Contains(one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_ThatAReplyQuotes_IsFoundInIt_ThoughTheReplyIsMuchLonger()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        var (mail, answer) = (Words(3, 80), Words(4, 500));
        var asked = await AddAsync(host, id, $"Van: P. Particulier\nAan: Postbus\nOnderwerp: De kade\n\n{mail}");
        var reply = await AddAsync(host, id, $"Van: Postbus\nAan: P. Particulier\nOnderwerp: RE: De kade\n\n{answer}\n\nVan: P. Particulier\nAan: Postbus\nOnderwerp: De kade\n\n{mail}");
        await IndexedAsync(host);

        var found = (await OfAsync(host, id, asked)).ShouldHaveSingleItem();
        (found.OtherDocument.Id, found.Resemblance < 0.3, found.Within > 0.9, found.Contains < 0.3).ShouldBe((reply, true, true, true));
    }

    [Fact]
    public async Task Disclaimer_UnderManyMails_MakesNoneResembleAnother_ButTheSameMailTwiceDoes()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        var disclaimer = Words(99, 150, Disclaimer);
        var mails = new List<DocumentId>();
        for (var n = 0; n < 40; n++)
        {
            mails.Add(await AddAsync(host, id, $"{Words(100 + n, 40)} {disclaimer}"));
            // The first ones resemble each other, as far as is known by then.
            if (n is 3 or 15)
                await IndexedAsync(host);
        }

        var again = await AddAsync(host, id, $"{Words(100, 40)} Ter kennisneming. {disclaimer}");
        await IndexedAsync(host);

        (await OfAsync(host, id, again)).ShouldHaveSingleItem().OtherDocument.Id.ShouldBe(mails[0]);
        foreach (var mail in mails[1..])
            (await OfAsync(host, id, mail)).Count.ShouldBe(0);
        (await InAsync(host, id)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Text_OfFewWords_ResemblesNothing_AndIsReadOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        var note = await AddAsync(host, one, Words(1, Shingles.FewestWords - 1));
        await AddAsync(host, two, Words(1, Shingles.FewestWords - 1) + ".");
        await IndexedAsync(host);
        (await OfAsync(host, one, note)).ShouldBeEmpty();

        await host.StepAsync(one, new Assign("bert"));
        await host.Get<Indexer>().FlushAsync(Ct);
        using var again = host.Measure();
        await host.Get<Resemblances>().FlushAsync(Ct);
        again.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Document_ThatAProcessDidNotLiveToCompare_IsComparedByAnother()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        var first = await AddAsync(host, id, Words(1, 200));
        await AddAsync(host, id, Changed(Words(1, 200), 50));
        await host.Get<Indexer>().FlushAsync(Ct); // and then that process dies

        (await other.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(0);
        await other.Get<Resemblances>().FlushAsync(Ct);

        (await OfAsync(other, id, first)).ShouldHaveSingleItem();
        (await RowsAsync(other)).ShouldNotContain(row => row.StartsWith("noted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comparing_ThatWasCutOff_IsDoneAgain()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();
        var first = await AddAsync(host, id, Words(1, 200));
        await AddAsync(host, id, Changed(Words(1, 200), 50));
        await host.Get<Indexer>().FlushAsync(Ct);
        var left = 30;
        faults.Down(request => request.Uri.Path.Contains("bands", StringComparison.Ordinal) && Interlocked.Decrement(ref left) < 0);
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Get<Resemblances>().FlushAsync(Ct));
        faults.Down(null);

        await host.Get<Resemblances>().FlushAsync(Ct);

        (await OfAsync(host, id, first)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Index_HoldsNoWords_AndAnAnswerReadsAsMuch_HoweverMuchIsThere()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        var first = await AddAsync(host, id, Words(1, 200));
        await AddAsync(host, id, Changed(Words(1, 200), 50));
        await IndexedAsync(host);
        var few = await ReadAsync();
        for (var n = 0; n < 20; n++)
            await AddAsync(host, id, Words(200 + n, 100));
        using (var adding = host.Measure())
        {
            await host.Get<Indexer>().FlushAsync(Ct);
            await host.Get<Resemblances>().FlushAsync(Ct);
            // 16 rows read and written, read again to look, 1 for the text, and 2 to read it.
            adding.Kinds.Where(kind => kind.Key.Contains("resemblance", StringComparison.Ordinal) || kind.Key.Contains("bands", StringComparison.Ordinal) || kind.Key.Contains("artifacts", StringComparison.Ordinal)).Sum(kind => kind.Value)
                .ShouldBeInRange(20 * 49, (20 * 52) + 10);
        }

        (await ReadAsync()).ShouldBe(few);
        few.Where(kind => kind.Key.Contains("resemblance", StringComparison.Ordinal)).Sum(kind => kind.Value).ShouldBe(1);
        (await RowsAsync(host)).ShouldNotContain(row => row.Contains("woord", StringComparison.OrdinalIgnoreCase));

        async Task<Dictionary<string, int>> ReadAsync()
        {
            var c = (await host.Cases.ReadAsync(id, Ct))!;
            using var reading = host.Measure();
            (await host.Get<Resemblances>().OfAsync(c, first, Ct)).ShouldHaveSingleItem();
            return reading.Kinds.ToDictionary();
        }
    }

    /// <summary>Run by <c>./bench resembling</c>, not by <c>./test</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Resemblance_AmongThousandsOfDocuments_IsFound()
    {
        var documents = int.TryParse(Environment.GetEnvironmentVariable("BENCH_DOCUMENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 2000;
        await using var host = await EngineHost.StartAsync(azurite);
        var random = new Random(1997);
        var (made, twins) = (new List<(string Case, DocumentId Id, string Text)>(), new List<(int Original, int Version)>());
        string id = "";
        for (var n = 0; n < documents; n++)
        {
            if (n % 2000 == 0)
                id = await host.RegisterAsync();
            // One in ten is a version of an earlier one, of which up to one word in twelve differs: some of them in another case.
            var original = n >= 10 && n % 10 == 9 ? random.Next(n) : -1;
            var text = original < 0 ? Words(n, 150 + random.Next(400)) : $"{Changed(made[original].Text, 12 + random.Next(60))} versie{n}";
            if (original >= 0)
                twins.Add((original, n));
            made.Add((id, await AddAsync(host, id, text), text));
        }

        await host.Get<Indexer>().FlushAsync(Ct);
        var since = Stopwatch.StartNew();
        using var counted = host.Measure();
        await host.Get<Resemblances>().FlushAsync(Ct);
        Say($"{documents} documents compared in {since.Elapsed.TotalSeconds:F0} s: {(double)since.ElapsedMilliseconds / documents:F1} ms and {(double)counted.Total / documents:F1} operations of storage for each.");
        var (near, found, between) = (0, 0, new SortedDictionary<double, (int All, int Found)>());
        foreach (var (original, version) in twins)
        {
            var resemblance = Shingles.Of(made[original].Text)!.ResemblanceTo(Shingles.Of(made[version].Text)!);
            if (resemblance < Resemblances.LeastResemblance)
                continue;
            var c = (await host.Cases.ReadAsync(made[version].Case, Ct))!;
            var isFound = (await host.Get<Resemblances>().OfAsync(c, made[version].Id, Ct)).Any(pair => pair.OtherDocument.Id == made[original].Id && pair.Other.State.Id == made[original].Case);
            near++;
            found += isFound ? 1 : 0;
            var band = Math.Floor(resemblance * 10) / 10;
            var soFar = between.GetValueOrDefault(band);
            between[band] = (soFar.All + 1, soFar.Found + (isFound ? 1 : 0));
        }

        foreach (var (band, count) in between)
            Say(string.Create(CultureInfo.InvariantCulture, $"Resemblance from {band:F1}: {count.Found} of {count.All} pairs found."));
        Say(string.Create(CultureInfo.InvariantCulture, $"In all {found} of {near}: {(double)found / near:P1}."));
        ((double)found / near).ShouldBeGreaterThan(0.9);
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private static string Words(int seed, int count, string word = "woord")
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => $"{word}{(int)(5000 * Math.Pow(random.NextDouble(), 2))}"));
    }

    /// <summary>The same text, in which every so manieth word is another.</summary>
    private static string Changed(string text, int every) => string.Join(' ', text.Split(' ').Select((word, at) => at % every == every - 1 ? $"anders{at}" : word));

    private static async Task<DocumentId> AddAsync(EngineHost host, string id, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        return (await host.StepAsync(id, new AddDocument("Stuk") { Content = stored })).After.State.Documents.Last().Id;
    }

    private static async Task IndexedAsync(EngineHost host)
    {
        await host.Get<Indexer>().FlushAsync(Ct);
        await host.Get<Resemblances>().FlushAsync(Ct);
    }

    private static async Task<IReadOnlyList<Resembling>> OfAsync(EngineHost host, string id, DocumentId document) =>
        await host.Get<Resemblances>().OfAsync((await host.Cases.ReadAsync(id, Ct))!, document, Ct);

    private static async Task<Resembling[]> InAsync(EngineHost host, string id) => [.. await host.Get<Resemblances>().InAsync((await host.Cases.ReadAsync(id, Ct))!, Ct)];

    /// <summary>All rows of the index, with what is readable in them.</summary>
    private static async Task<List<string>> RowsAsync(EngineHost host)
    {
        var rows = new List<string>();
        var account = host.Get<StorageAccount>();
        foreach (var row in await account.Resemblance.QueryAsync<TableEntity>(cancellationToken: Ct).Concat(account.Bands.QueryAsync<TableEntity>(cancellationToken: Ct)).ToListAsync(Ct))
        {
            rows.Add($"{row.PartitionKey}/{row.RowKey} " + string.Join(' ', row.Where(column => column.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey")).OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : string.Create(CultureInfo.InvariantCulture, $"{column.Value}"))}")));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
