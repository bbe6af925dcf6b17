using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Asks the owner of information (AIVD, NCTV, ...) for advice on passages (afstemming). It names no requester.</summary>
/// <param name="Matter">What the request is about.</param>
/// <param name="Passages">What is asked about.</param>
/// <param name="AskedBy">When the advice is asked for; the law sets no term.</param>
/// <param name="DecideBy">When the decision is due; null when that is not told.</param>
/// <param name="Delivery">How the documents reach the agency; null when they go with the letter.</param>
/// <param name="Question">What is asked in the handler's own words, in full sentences; null when nothing is added.</param>
public sealed record ConsultationRequest(
    LetterAct Act,
    string Matter,
    ImmutableArray<PassageForAdvice> Passages,
    DateOnly AskedBy,
    DateOnly? DecideBy,
    string? Delivery,
    string? Question = null) : LetterContent
{
    public override string Kind => "consultation-request";
}

/// <summary>A passage on which somebody else is heard.</summary>
/// <param name="Document">Number and title on our inventory.</param>
/// <param name="Page">Page or pages; null for the whole document.</param>
/// <param name="Passage">Description that gives nothing away that the addressee may not know.</param>
/// <param name="ProposedJudgement">For instance <c>Deels openbaar</c>.</param>
/// <param name="Grounds">Grounds of refusal proposed, as <c>10.1.b</c>; empty when disclosure is proposed.</param>
public sealed record PassageForAdvice(
    string Document,
    string? Page,
    string Passage,
    string ProposedJudgement,
    ImmutableArray<string> Grounds);
