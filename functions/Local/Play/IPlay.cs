namespace WobWorkflow.Local;

/// <summary>A story that is told over HTTP. Every step is safe to repeat: a play that was cut off goes on where it was.</summary>
public interface IPlay
{
    /// <summary>The cases that it played with, in the order in which they came in; complete when it has been told.</summary>
    IReadOnlyList<string> CaseIds { get; }

    /// <summary>The rulings, in the order in which they were registered; complete when it has been told.</summary>
    IReadOnlyList<string> RulingIds { get; }

    /// <exception cref="PlayStoppedException">An answer was not what the story expects.</exception>
    Task PlayAsync(CancellationToken cancellation);
}
