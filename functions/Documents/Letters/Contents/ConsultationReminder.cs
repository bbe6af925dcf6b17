namespace WobWorkflow.Documents;

/// <summary>Reminds a consulted body that its advice is awaited.</summary>
/// <param name="Ordinal">1 for the first reminder.</param>
/// <param name="RequestDated">Date of the letter that asked.</param>
/// <param name="RequestReference">Reference of that letter.</param>
/// <param name="AskedBy">The day that was named then.</param>
/// <param name="NewDate">The day that is named now.</param>
/// <param name="OpenPassages">Number of passages still without advice.</param>
/// <param name="DecideBy">When the decision is due; null when that is not told.</param>
public sealed record ConsultationReminder(
    LetterAct Act,
    string Matter,
    int Ordinal,
    DateOnly RequestDated,
    string RequestReference,
    DateOnly AskedBy,
    DateOnly NewDate,
    int OpenPassages,
    DateOnly? DecideBy) : LetterContent
{
    public override string Kind => "consultation-reminder";
}
