using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>
/// The orchestrations of the task hub, one for each aggregate. The host says where it listens with each call of a function; until the first one there is
/// nobody to ask.
/// </summary>
public sealed class DurableInstances : IInstances, IPackageStarter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DurableTaskClient? _client;

    public void Meet(DurableTaskClient client)
    {
        _client = client;
        _met.TrySetResult();
    }

    public async Task<bool> RaiseAsync(LogId aggregate, CancellationToken cancellation)
    {
        try
        {
            await (await ClientAsync(cancellation)).RaiseEventAsync(InstanceOf(aggregate), DurableTurn.StepTaken, null, cancellation);
            return true;
        }
        catch (Exception exception) when (IsAnswer(exception))
        {
            // There is none, or it has ended; hosts differ in how they say so.
            return false;
        }
    }

    public Task<bool> StartAsync(LogId aggregate, CancellationToken cancellation)
    {
        var (orchestrator, id) = aggregate.CaseId() is { } caseId ? (CaseOrchestrator.Name, caseId) : (RulingOrchestrator.Name, aggregate.RulingId()!);
        return StartAsync(orchestrator, id, InstanceOf(aggregate), cancellation);
    }

    public Task StartAsync(string caseId, string about, CancellationToken cancellation) =>
        StartAsync(PackageOrchestrator.Name, new PackageErrand(caseId, about), $"{caseId}:package:{about}", cancellation);

    private async Task<bool> StartAsync(string orchestrator, object input, string instance, CancellationToken cancellation)
    {
        try
        {
            await (await ClientAsync(cancellation)).ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instance), cancellation);
            return true;
        }
        catch (Exception exception) when (exception is OrchestrationAlreadyExistsException or RpcException { StatusCode: StatusCode.AlreadyExists })
        {
            return false;
        }
    }

    public async Task<bool> RestsSinceAsync(LogId aggregate, DateTimeOffset moment, CancellationToken cancellation)
    {
        var instance = await (await ClientAsync(cancellation)).GetInstanceAsync(InstanceOf(aggregate), getInputsAndOutputs: true, cancellation);
        return instance?.IsRunning != true
            || (instance.LastUpdatedAt >= moment && instance.ReadCustomStatusAs<TurnStatus>() is { Phase: TurnStatus.Asleep or TurnStatus.Waiting });
    }

    /// <summary>Ids of instances may hold no slash.</summary>
    private static string InstanceOf(LogId aggregate) => aggregate.Text.Replace('/', ':');

    private static bool IsAnswer(Exception exception) => exception is ArgumentException or InvalidOperationException
        || (exception is RpcException rpc && rpc.StatusCode is not (StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled));

    private async Task<DurableTaskClient> ClientAsync(CancellationToken cancellation)
    {
        await _met.Task.WaitAsync(Patience, cancellation);
        return _client!;
    }
}
