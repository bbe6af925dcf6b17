using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>Operators hear how many cases are late, and of no case.</summary>
public sealed class OverdueTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comparison_CountsTheCasesThatAreLate()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await host.RegisterAsync(subject: "Zonnebloemakkoord");
        await host.DecidedAsync();
        await host.Get<Indexer>().FlushAsync(Ct);
        host.Time.Now += TimeSpan.FromDays(60);
        await host.Get<Indexer>().CatchUpAsync(Ct);

        await host.Get<Sweeper>().CompareAsync(Ct);

        host.Said.All.ShouldContain("Warning Terms overdue: 1 of 2 open cases");
        host.Said.All.ShouldNotContain("Zonnebloem");
    }

    [Fact]
    public async Task Comparison_NothingLate_IsNoWarning()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        await host.Get<Sweeper>().CompareAsync(Ct);

        host.Said.All.ShouldContain("Information Terms overdue: 0 of 1 open cases");
    }

    /// <summary>Two hosts that both said it would raise it twice.</summary>
    [Fact]
    public async Task Comparison_OnAHostThatStandsBy_SaysNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await host.Get<Driving>().AppointAsync(null, new HostIdentity("functions", "WobWorkflow"), "operator", Ct);

        await host.Get<Sweeper>().CompareAsync(Ct);

        host.Said.All.ShouldNotContain("Terms overdue");
    }
}
