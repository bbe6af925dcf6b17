using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letters to the requester before there is a decision.</summary>
internal static class ReceiptLetters
{
    public static LetterContent Confirmation(LetterFacts says) => new ReceiptConfirmation(
        says.Act, RequestDated: null, says.Request.ReceivedOn, says.Say(says.Request.Text), says.DecisionTerm.Rule.Length!.Amount, says.DecisionTerm.Due,
        says.DecisionTerm.Article);

    public static LetterContent Clarification(LetterFacts says, string about)
    {
        _ = Id.TryParse<ClarificationId>(about, out var id);
        var asked = says.Case.Intake.Clarifications[id]!;
        return new ClarificationRequest(
            says.Act, says.Request.ReceivedOn, says.Say(says.Request.Text), [says.Say(asked.Question)], [], asked.AnswerBy, SuspendsTerm: true);
    }

    public static LetterContent Extension(LetterFacts says)
    {
        var extension = says.Case.Intake.Extension!;
        var rule = says.DecisionTerm.Rule;
        // The letter tells what will hold once it has been sent, so both dates are computed as if it went today.
        var told = says.Case with { Intake = says.Case.Intake with { Extension = extension with { NoticeOn = extension.DecidedOn } } };
        return new ExtensionNotice(
            says.Act, says.Request.ReceivedOn, rule.ExtensionArticle ?? rule.Article, extension.Days, says.Say(extension.Reason),
            CaseTerms.ForDeciding(says.Case with { Intake = says.Case.Intake with { Extension = null } }, says.Organisation, says.Today).Due,
            CaseTerms.ForDeciding(told, says.Organisation, says.Today).Due,
            says.DecisionTerm.State == TermState.Suspended);
    }
}
