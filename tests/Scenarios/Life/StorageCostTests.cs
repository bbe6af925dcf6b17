using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Scenarios;

/// <summary>
/// "An accepted step reads nothing when warm; a GET or a refusal costs one HEAD": what each answer waited for in storage, counted on the wire of the
/// host as it is mounted. What the engine does after an answer is not on its path.
/// </summary>
public sealed class StorageCostTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly Dictionary<string, int> Nothing = [];
    private static readonly Dictionary<string, int> OneHead = new(StringComparer.Ordinal) { ["HEAD logs"] = 1 };
    private static readonly Dictionary<string, int> OneAppend = new(StringComparer.Ordinal) { ["PUT logs appendblock"] = 1 };

    private readonly InProcess _host = new(azurite);
    private Office _office = null!;
    private string _id = "";

    public async ValueTask InitializeAsync()
    {
        _office = await Office.OpenAsync(_host.CreateClient(), new DateOnly(2018, 5, 24));
        _id = await _office.AssignedAsync();
        await _office.SettleAsync();
        // Warm: everyone's view of the case has been shown once.
        _ = (await _office.Coordinator.GetAsync($"cases/{_id}")).Done;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Step_WithoutText_Accepted_IsOneAppend_AndReadsNothing()
    {
        _ = (await _office.Coordinator.StepAsync(_id, "assign", new { handler = "een-ander" })).Done;
        _host.Last.ShouldBe(OneAppend, ignoreOrder: true);
    }

    [Fact]
    public async Task Step_WithAVersion_Accepted_IsOneAppendToo()
    {
        var seen = (await _office.Coordinator.GetAsync($"cases/{_id}")).ETag!;
        _ = (await _office.Coordinator.StepAsync(_id, "assign", new { handler = "een-ander" }, ("If-Match", seen), ("Idempotency-Key", "k"))).Done;
        _host.Last.ShouldBe(OneAppend, ignoreOrder: true);
    }

    [Fact]
    public async Task Case_Shown_IsOneHead()
    {
        var seen = await _office.Coordinator.GetAsync($"cases/{_id}");
        _host.Last.ShouldBe(OneHead, ignoreOrder: true);
        _ = await _office.Coordinator.GetAsync($"cases/{_id}", ("If-None-Match", seen.ETag!));
        _host.Last.ShouldBe(OneHead, ignoreOrder: true);
        _ = await _office.Coordinator.GetAsync($"cases/{_id}/steps");
        _host.Last.ShouldBe(OneHead, ignoreOrder: true);
    }

    [Fact]
    public async Task Step_Refused_IsOneHead_SoThatTheRefusalIsOfTheNewestState()
    {
        (await _office.Handler.StepAsync(_id, "submit-decision", new { decisionId = "decision-1" })).Status.ShouldBe(HttpStatusCode.Conflict);
        _host.Last.ShouldBe(OneHead, ignoreOrder: true);
        (await _office.Coordinator.StepAsync(_id, "assign", new { handler = "een-ander" }, ("If-Match", "\"1\""))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        _host.Last.ShouldBe(OneHead, ignoreOrder: true);
    }

    [Fact]
    public async Task Step_ThatNobodyCouldTake_CostsNothing()
    {
        (await _office.Auditor.StepAsync(_id, "assign", new { handler = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        _host.Last.ShouldBe(Nothing);
        (await _office.Handler.StepAsync(_id, "assign", new { handler = 7 })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _host.Last.ShouldBe(Nothing);
        (await _office.Nobody.GetAsync($"cases/{_id}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _host.Last.ShouldBe(Nothing);
    }

    [Fact]
    public async Task Worklist_CostsNothing()
    {
        (await _office.Coordinator.AllAsync("cases")).ShouldHaveSingleItem();
        _host.Last.ShouldBe(Nothing);
        _ = await _office.Handler.AllAsync("reminders");
        _host.Last.ShouldBe(Nothing);
    }

    [Fact]
    public async Task IdleCase_CostsNothing()
    {
        var services = _host.Services;
        var meter = services.GetRequiredService<StorageAccount>().Meter;
        using (var second = meter.Measure())
        {
            await services.GetRequiredService<Indexer>().FlushAsync(TestContext.Current.CancellationToken);
            second.Kinds.ShouldBeEmpty();
        }

        // What a host asks each minute is asked of an index, however many cases there are.
        var one = await SweptAsync();
        for (var n = 0; n < 5; n++)
            _ = await _office.RegisterAsync();
        await _office.SettleAsync();
        (await SweptAsync()).ShouldBe(one);
        one.Keys.ShouldBe(["GET agenda"]);

        async Task<Dictionary<string, int>> SweptAsync()
        {
            using var minute = meter.Measure();
            (await services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            return minute.Kinds.ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>The local host in this process, with a tally of what each answer asked of storage. Its real time stands still, so that no setting grows old.</summary>
    private sealed class InProcess(Azurite azurite) : WebApplicationFactory<Program>
    {
        private volatile Dictionary<string, int> _last = [];

        /// <summary>What the last answer waited for.</summary>
        public Dictionary<string, int> Last => _last;

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Production")
            .UseSetting("Rehearsal:Enabled", "true")
            .UseSetting("Storage:ConnectionString", azurite.ConnectionString)
            .UseSetting("Storage:Prefix", Azurite.NewPrefix())
            .UseSetting("Mail:Folder", Path.Combine(Path.GetTempPath(), "wobworkflow-no-mail"))
            .ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(new ManualTime())
                .AddSingleton<IStartupFilter>(new Tally(kinds => _last = kinds)));

        private sealed class Tally(Action<Dictionary<string, int>> tallied) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                var meter = app.ApplicationServices.GetRequiredService<StorageAccount>().Meter;
                app.Use(async (http, inner) =>
                {
                    using var tally = meter.Measure();
                    await inner(http);
                    tallied(tally.Kinds.ToDictionary(StringComparer.Ordinal));
                });
                next(app);
            };
        }
    }
}
