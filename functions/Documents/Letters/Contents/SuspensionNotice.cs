namespace WobWorkflow.Documents;

/// <summary>
/// Tells the requester that third parties are asked for views, from which the suspension follows (opschorting, Woo 4.4(3), Wob 6(3)).
/// It runs from the day after this notice, not from the letter to the third party.
/// </summary>
/// <param name="Article">The article it rests on, as <c>Woo 4.4(3)</c>.</param>
/// <param name="ThirdParties">How many are asked.</param>
/// <param name="ViewsBy">The last day on which a view may be given.</param>
public sealed record SuspensionNotice(LetterAct Act, DateOnly ReceivedOn, string Article, int ThirdParties, DateOnly ViewsBy) : LetterContent
{
    public override string Kind => "suspension-notice";
}
