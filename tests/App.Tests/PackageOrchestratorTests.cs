using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using WobWorkflow.Engine;

namespace WobWorkflow.App.Tests;

/// <summary>The making of a package on the durable runtime: small, however many documents go into it.</summary>
public sealed class PackageOrchestratorTests
{
    private const string CaseId = "abcd-efgh-jkmn";
    private const int Documents = 10_000;
    private const int Batch = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly PackageErrand Errand = new(CaseId, "decision-1");
    private int _attempts;
    private int _batches;
    private int _failures;

    static PackageOrchestratorTests() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_OfTenThousandDocuments_KeepsIdsAndCountsInAShortHistory()
    {
        await using var host = await StartAsync();

        var done = await MakeAsync(host);

        done.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        _batches.ShouldBe((Documents / Batch) + 2, "a batch each, one that closes it, one that finds nothing more");
        done.ReadInputAs<PackageErrand>().ShouldBe(Errand);
        done.SerializedInput!.Length.ShouldBeLessThan(100);
        done.SerializedCustomStatus!.Length.ShouldBeLessThan(100);
        // It began anew on the way: what is left is the history of the last batches.
        (await host.Client.GetOrchestrationHistoryAsync(done.InstanceId, Ct)).Count.ShouldBeLessThan(50);
    }

    [Fact]
    public async Task Batch_ThatFailsOnce_IsDoneAgain()
    {
        _failures = 1;
        await using var host = await StartAsync();

        (await MakeAsync(host)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        _attempts.ShouldBe(_batches + 1);
    }

    private static async Task<OrchestrationMetadata> MakeAsync(DurableTaskTestHost host)
    {
        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            PackageOrchestrator.Name, Errand, new StartOrchestrationOptions($"{CaseId}:package:decision-1"), Ct);
        return await host.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, Ct).WaitAsync(Patience, Ct);
    }

    private Task<DurableTaskTestHost> StartAsync() => DurableTaskTestHost.StartAsync(
        tasks =>
        {
            tasks.AddOrchestratorFunc<PackageErrand>(PackageOrchestrator.Name, PackageOrchestrator.RunAsync);
            tasks.AddActivityFunc<PackageErrand, PackageProgress>("package-batch", (_, _) => Pack());
        },
        cancellationToken: Ct);

    private PackageProgress Pack()
    {
        _attempts++;
        if (_failures-- > 0)
            throw new TimeoutException();
        _batches++;
        var done = Math.Min(_batches * Batch, Documents);
        return new PackageProgress(_batches > (Documents / Batch) + 1 ? PackageWork.Done : PackageWork.Goes, done, Documents);
    }
}
