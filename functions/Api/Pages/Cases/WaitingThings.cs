using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Something that a case waits for and that is another's to do.</summary>
/// <param name="Until">The last day on which it is expected; null where there is none.</param>
/// <param name="Path">Where it stands on the page, or a page of its own.</param>
internal sealed record WaitingThing(string Text, DateOnly? Until, string Path)
{
    public static ImmutableArray<WaitingThing> Of(CaseView view, Func<string, string> personName)
    {
        var page = $"/cases/{view.CaseId}";
        IEnumerable<WaitingThing> all =
        [
            .. view.Clarifications.Where(asked => asked.SentOn is not null && asked.AnsweredOn is null).Select(asked => new WaitingThing(Sentences.Say("case.waiting.clarification"), asked.AnswerBy, $"{page}#termijnen")),
            .. view.Consultations.Where(asked => asked.State == ConsultationState.Dispatched)
                .Select(asked => new WaitingThing(Sentences.Say("case.waiting.advice", asked.Agency), asked.AnswerBy, $"{page}/consultations/{asked.ConsultationId}")),
            .. view.Views.Where(asked => asked.SentOn is not null && asked.AnsweredOn is null).Select(asked => new WaitingThing(Sentences.Say("case.waiting.view", personName(asked.Person)), asked.AnswerBy, $"{page}#{asked.ViewId}")),
            .. view.UnitQuestions.Where(asked => asked.AnsweredOn is null).Select(asked => new WaitingThing(Sentences.Say("case.waiting.unit", asked.Unit ?? asked.UnitQuestionId), asked.AnswerBy, $"{page}#{asked.UnitQuestionId}")),
            .. view.Decisions.Where(decision => decision.State == DecisionState.Approval).Select(decision => new WaitingThing(Sentences.Say("case.waiting.approval"), null, $"{page}#{decision.DecisionId}")),
            .. view.Decisions.Where(decision => decision.State == DecisionState.Approved).Select(decision => new WaitingThing(Sentences.Say("case.waiting.taking"), null, $"{page}#{decision.DecisionId}")),
        ];
        return [.. all.OrderBy(thing => thing.Until ?? DateOnly.MaxValue)];
    }
}

/// <summary>Whose a term is.</summary>
internal static class TermOwners
{
    private static readonly ImmutableHashSet<TermKind> Others =
        [TermKind.Clarification, TermKind.Consultation, TermKind.Objection, TermKind.Appeal, TermKind.HigherAppeal, TermKind.View, TermKind.UnitAnswer, TermKind.Demand, TermKind.Repair];

    /// <summary>Whether the body itself must meet it: that another let one pass is no failure.</summary>
    public static bool IsOurs(TermKind kind) => !Others.Contains(kind);
}
