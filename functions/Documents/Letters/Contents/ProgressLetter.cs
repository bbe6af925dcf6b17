using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Tells the requester how far the request is; when the term has passed it says so.</summary>
/// <param name="Done">What was done, in order of time.</param>
/// <param name="Outstanding">What is still to be done.</param>
/// <param name="DecideBy">Last day of the term.</param>
/// <param name="TermPassed">Whether that day has passed: judged by the caller, on its own clock.</param>
/// <param name="ExpectedOn">When the decision is expected; null when nobody can say.</param>
public sealed record ProgressLetter(
    LetterAct Act,
    DateOnly ReceivedOn,
    ImmutableArray<DatedEvent> Done,
    ImmutableArray<string> Outstanding,
    DateOnly DecideBy,
    bool TermPassed,
    DateOnly? ExpectedOn) : LetterContent
{
    public override string Kind => "progress-letter";
}

/// <summary>Something that happened on a day, told in a full sentence.</summary>
public sealed record DatedEvent(DateOnly On, string What);
