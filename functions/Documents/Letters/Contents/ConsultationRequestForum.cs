using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// Consults a forum such as CVIN or RVI through its secretariat. A forum keeps no files of its own: the papers are with us, and the owners of what they say are asked per passage.
/// </summary>
/// <param name="Forum">Its full name with article and abbreviation, as in a sentence.</param>
/// <param name="Owners">The bodies that are consulted on the contents.</param>
/// <param name="Question">What is asked in the handler's own words, in full sentences; null when nothing is added.</param>
public sealed record ConsultationRequestForum(
    LetterAct Act,
    string Forum,
    string Matter,
    ImmutableArray<string> Owners,
    ImmutableArray<PassageForAdvice> Passages,
    DateOnly AskedBy,
    DateOnly? DecideBy,
    string? Question = null) : LetterContent
{
    public override string Kind => "consultation-request-forum";
}
