using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Storage gave no answer to rely on. Whether a write was done is unknown: ask again with the same key. The inner exception is for operators;
/// neither holds content.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException() : this("Storage does not answer; what was asked may or may not have been done.") { }

    public StorageUnavailableException(string message) : base(message) { }

    public StorageUnavailableException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>
/// Stands before the SDK's own retries and gives all their ways of failing one name, so that no caller has to know that a timeout comes as
/// a cancellation, a broken connection as status 0, and several of them as an aggregate.
/// </summary>
internal sealed class UnansweredPolicy : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception exception) when (IsUnanswered(exception, message))
        {
            throw Unanswered(exception);
        }
        RefuseServerFailure(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception exception) when (IsUnanswered(exception, message))
        {
            throw Unanswered(exception);
        }
        RefuseServerFailure(message);
    }

    internal static bool IsUnanswered(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.Any(IsUnanswered),
        RequestFailedException failed => IsServerFailure(failed.Status),
        StorageUnavailableException or IOException or HttpRequestException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    private static bool IsUnanswered(Exception exception, HttpMessage message) =>
        !message.CancellationToken.IsCancellationRequested && IsUnanswered(exception);

    private static void RefuseServerFailure(HttpMessage message)
    {
        if (message.HasResponse && IsServerFailure(message.Response.Status))
            throw Unanswered(new RequestFailedException(message.Response));
    }

    private static bool IsServerFailure(int status) => status is 0 or 408 or 429 or >= 500;

    private static StorageUnavailableException Unanswered(Exception exception) =>
        new("Storage does not answer; what was asked may or may not have been done.", exception);
}
