using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class WorklistTests(Azurite azurite)
{
    private static readonly DateOnly Today = new(2018, 6, 1);

    private static readonly ImmutableArray<WorklistRow> Rows =
    [
        Row("aaaa", "Financiën van de énergietransitie", "intake", "anna", received: 1, due: 29),
        Row("bbbb", "Zonnebloemen langs de A2", "intake", "bert", received: 3, due: 31),
        Row("cccc", "Zonnebloemen langs de A4", "consultation", "anna", received: 2, due: 40, agencies: ["NCTV"]),
        Row("dddd", null, "closed", "bert", received: 5, due: null),
        Row("eeee", "Straße nach IJmuiden", "review", null, received: 4, due: 40),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("financien", "aaaa")]
    [InlineData("FINANCIËN", "aaaa")]
    [InlineData("energietransitie", "aaaa")]
    [InlineData("zonnebloemen", "bbbb cccc")]
    [InlineData("langs de a4", "cccc")]
    [InlineData("DDD", "dddd")]
    [InlineData("ijmuiden", "eeee")]
    [InlineData("tulpen", "")]
    public async Task Search_OfWords_FindsSubjectsAndReferences(string words, string found) =>
        Found(await ListAsync(), new Query { Q = words }).ShouldBe(found);

    [Fact]
    public async Task Filters_OfEachKind_LeaveWhatFits()
    {
        var list = await ListAsync();

        Found(list, new Query { Phase = "intake" }).ShouldBe("aaaa bbbb");
        Found(list, new Query { Handler = "anna" }).ShouldBe("aaaa cccc");
        Found(list, new Query { DueBefore = new DateOnly(2018, 5, 31) }).ShouldBe("aaaa");
        Found(list, new Query { Overdue = true }).ShouldBe("aaaa bbbb");
        Found(list, new Query { Overdue = false }).ShouldBe("cccc eeee dddd");
        Found(list, new Query { Agency = "NCTV" }).ShouldBe("cccc");
        Found(list, new Query { Handler = "anna", Phase = "intake", Q = "zonnebloemen" }).ShouldBe("");
    }

    [Fact]
    public async Task Order_OfEachKind_IsKept()
    {
        var list = await ListAsync();

        Found(list, new Query()).ShouldBe("aaaa bbbb cccc eeee dddd"); // without a term last
        Found(list, new Query { Sort = "received" }).ShouldBe("dddd eeee bbbb cccc aaaa");
    }

    [Theory]
    [InlineData("due")]
    [InlineData("received")]
    public async Task Pages_OneAfterAnother_ShowEachCaseOnce(string sort)
    {
        var list = await ListAsync();
        var (seen, cursor, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = list.Find(new Query { Sort = sort, Limit = 2, Cursor = cursor }.Of(Today));
            seen.AddRange(page.Items.Select(row => row.CaseId));
            (cursor, pages) = (page.Next, pages + 1);
        }
        while (cursor is not null);

        pages.ShouldBe(3);
        string.Join(' ', seen).ShouldBe(Found(list, new Query { Sort = sort }));
    }

    [Fact]
    public async Task Cursor_ThatIsNotOurs_IsRefusedAlsoWhereNothingIsFound()
    {
        var list = await ListAsync();

        Should.Throw<FormatException>(() => list.Find(new Query { Cursor = "geen cursor!" }.Of(Today)));
        Should.Throw<FormatException>(() => list.Find(new Query { Cursor = "geen cursor!", Q = "tulpen" }.Of(Today)));
        Should.Throw<FormatException>(() => list.FindRulings(10, "geen cursor!"));
    }

    [Fact]
    public async Task Row_OfAnEarlierVersion_DoesNotReplaceALaterOne()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        // The feed is read in sixteen parts. When all have answered and before any answer is taken in, the case goes on and its row is written.
        var (answered, written) = (0, new TaskCompletionSource());
        for (var part = 0; part < 16; part++)
        {
            faults.After(request => StorageFaults.IsRead(request) && request.Uri.Path.Contains("worklist", StringComparison.Ordinal), async () =>
            {
                if (Interlocked.Increment(ref answered) == 16)
                {
                    await host.StepAsync(id, new Assign("later"));
                    await host.Get<Indexer>().FlushAsync(Ct);
                    written.SetResult();
                }

                await written.Task.WaitAsync(Ct);
            });
        }

        await host.Get<Indexer>().CatchUpAsync(Ct);

        faults.Outstanding.ShouldBe(0);
        host.Get<Worklist>().Find(new Query().Of(Today)).Items.ShouldHaveSingleItem().Handler.ShouldBe("later");
    }

    [Fact]
    public async Task List_Asked_AsksStorageNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        using var tally = host.Measure();
        host.Get<Worklist>().Find(new Query { Q = "zonnebloem" }.Of(Today)).Items.Count.ShouldBe(1);

        tally.Total.ShouldBe(0);
    }

    private async Task<Worklist> ListAsync()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        foreach (var row in Rows)
            await WriteAsync(host, row);
        await host.Get<Worklist>().CatchUpAsync(Ct);
        return host.Get<Worklist>();
    }

    private static Task<bool> WriteAsync(EngineHost host, WorklistRow row) =>
        host.Get<WorklistIndex>().SetAsync(LogId.Case(row.CaseId), "case", JsonSerializer.SerializeToUtf8Bytes(row, CaseJson.Options), row.Version, 1, Ct);

    private static string Found(Worklist list, Query query) => string.Join(' ', list.Find(query.Of(Today)).Items.Select(row => row.CaseId));

    private static WorklistRow Row(string id, string? subject, string phase, string? handler, int received, int? due, ImmutableArray<string>? agencies = null) => new(
        id, subject, phase, handler, new DateOnly(2018, 5, received), due is { } days ? new DateOnly(2018, 5, 1).AddDays(days - 1) : null, 1, [], agencies ?? []);

    private sealed record Query
    {
        public string? Phase { get; init; }

        public string? Handler { get; init; }

        public DateOnly? DueBefore { get; init; }

        public bool? Overdue { get; init; }

        public string? Q { get; init; }

        public string? Agency { get; init; }

        public string Sort { get; init; } = "due";

        public int Limit { get; init; } = 100;

        public string? Cursor { get; init; }

        public WorklistQuery Of(DateOnly today) => new(Phase, Handler, DueBefore, Overdue, Q, Sort, Limit, Cursor, today, Agency);
    }
}
