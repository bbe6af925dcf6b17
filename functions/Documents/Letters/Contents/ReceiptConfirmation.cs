namespace WobWorkflow.Documents;

/// <summary>Confirms receipt of a request (ontvangstbevestiging, Awb 4:3a until 2026).</summary>
/// <param name="Act">The act it is treated under.</param>
/// <param name="RequestDated">Date of the request itself; null when it has none or was made orally.</param>
/// <param name="ReceivedOn">Local date of receipt: the start event of the term.</param>
/// <param name="Scope">The request as we understand it; may have several lines.</param>
/// <param name="TermWeeks">Length of the term in weeks: four, or two for environmental information under the Wob.</param>
/// <param name="DecideBy">Last day of the term, after weekends and holidays.</param>
/// <param name="TermArticle">The article of the term, as <c>Woo 4.4(1)</c>.</param>
public sealed record ReceiptConfirmation(
    LetterAct Act,
    DateOnly? RequestDated,
    DateOnly ReceivedOn,
    string Scope,
    int TermWeeks,
    DateOnly DecideBy,
    string TermArticle) : LetterContent
{
    public override string Kind => "receipt-confirmation";
}
