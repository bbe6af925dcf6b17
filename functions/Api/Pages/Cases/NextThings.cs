using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>What to do first in a case, for whoever may do it: derived from its state, so that nobody has to know the order of the work by heart.</summary>
/// <param name="Path">The page on which it is done.</param>
internal sealed record NextThing(string Text, string Path)
{
    private const int Most = 5;

    public static ImmutableArray<NextThing> Of(Case c, CaseView view)
    {
        bool May(string step) => view.Steps.Any(choice => choice.Name == step);
        string Step(string step) => $"/cases/{view.CaseId}/steps/{step}";
        var open = c.Reassessments.Count(put => put.IsOpen(c));
        var unassessed = c.Documents.Count(document => document.InScope && Reviewing.JudgementOf(c, document) is null);
        (bool Now, string Key, object[] With, string Step, string? Path)[] all =
        [
            (c.Intake.Qualification is null, "qualify", [], "qualify", null),
            (c.Intake.Handler is null, "assign", [], "assign", null),
            (open > 0, open == 1 ? "reassess-one" : "reassess", [open], "keep-assessment", $"/cases/{view.CaseId}#herbeoordelen"),
            (Letters(view, LetterState.Signed) > 0, "dispatch", [Letters(view, LetterState.Signed)], "record-dispatch", $"/cases/{view.CaseId}#brieven"),
            (Letters(view, LetterState.Drafted, LetterState.Edited, LetterState.Approved) > 0, "sign", [Letters(view, LetterState.Drafted, LetterState.Edited, LetterState.Approved)], "sign-letter", $"/cases/{view.CaseId}#brieven"),
            (view.Decisions.Any(decision => decision.State == DecisionState.Approved), "take", [], "take-decision", $"/cases/{view.CaseId}#besluiten"),
            (view.Decisions.Any(decision => decision.State == DecisionState.Approval), "approve", [], "approve-decision", $"/cases/{view.CaseId}#besluiten"),
            (view.Decisions.Any(decision => decision.State == DecisionState.Draft), "submit", [], "submit-decision", $"/cases/{view.CaseId}#besluiten"),
            (c.Searches.IsEmpty && view.Decisions.IsEmpty, "search", [], "record-search", null),
            (view.Documents.Total == 0 && view.Decisions.IsEmpty, "add", [], "add-document", $"/cases/{view.CaseId}/documents/add"),
            (unassessed > 0, unassessed == 1 ? "assess-one" : "assess", [unassessed], "assess-document", $"/cases/{view.CaseId}#documenten"),
            (view.Documents.Total > 0 && unassessed == 0 && view.Decisions.IsEmpty, "draft", [], "draft-decision", null),
        ];
        return [.. all.Where(thing => thing.Now && May(thing.Step)).Take(Most).Select(thing => new NextThing(Labels.Say($"next.{thing.Key}", thing.With), thing.Path ?? Step(thing.Step)))];
    }

    private static int Letters(CaseView view, params LetterState[] states) => view.Letters.Count(letter => states.Contains(letter.State));
}
