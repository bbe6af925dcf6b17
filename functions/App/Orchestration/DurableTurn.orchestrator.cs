using Microsoft.DurableTask;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>The turn on the durable runtime.</summary>
/// <param name="id">The orchestration's input, with which it begins anew.</param>
internal sealed class DurableTurn(TaskOrchestrationContext context, string id) : IDurableTurn
{
    public const string StepTaken = "StepTaken";

    /// <summary>For what passes by itself within seconds. What takes longer is an event in the log, with the moment of the next try.</summary>
    internal static readonly TaskOptions Quick = new(new RetryPolicy(maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2));

    public Task<Look> LookAsync(string aggregate) => AskAsync(context.CallActivityAsync<Look>(Looking.Name, aggregate, Quick));

    public Task PerformAsync(string kind, Errand errand) => AskAsync(context.CallActivityAsync<bool>(kind, errand, Quick));

    public Task WokenAsync() => context.WaitForExternalEvent<object>(StepTaken);

    public Task SleepAsync(TimeSpan delay, CancellationToken cancellation) => context.CreateTimer(delay, cancellation);

    public void Show(TurnStatus status) => context.SetCustomStatus(status);

    public void ContinueAsNew() => context.ContinueAsNew(id, preserveUnprocessedEvents: true);

    private static async Task<T> AskAsync<T>(Task<T> activity)
    {
        try
        {
            return await activity;
        }
        catch (TaskFailedException exception)
        {
            throw new ErrandFailedException("An activity failed.", exception);
        }
    }
}
