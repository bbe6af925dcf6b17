using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says how the new decision does what the court told the body to do: each instruction of the ruling is answered by itself, before the decision that
/// answers the ruling is submitted: its letter prints the answers. An answer can be given anew until then.
/// </summary>
/// <param name="Number">The instruction's place in the ruling, from 1.</param>
/// <param name="DecisionId">The contested decision, where the ruling reaches several of this case.</param>
/// <param name="Discloses">The passages that are disclosed to do it; what derives from them is looked at again, in every case.</param>
public sealed record AnswerInstruction(
    [property: MaxLength(64)] string RulingId,
    [property: Range(1, 500)] int Number,
    [property: MaxLength(20_000)] string Answer,
    DecisionId? DecisionId = null,
    ImmutableArray<PassageId> Discloses = default) : IStep<Case, AnswerInstruction>
{
    /// <summary>Never a default array.</summary>
    public ImmutableArray<PassageId> Discloses { get; init; } = Discloses.IsDefault ? [] : Discloses;

    public static StepRule<Case> Rule { get; } = new(
        "answer-instruction", nl: "Opdracht beantwoorden", en: "Answer an instruction", [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Litigator],
        article: "Awb 8:72(4)",
        when: c => c.Rulings.Exists(applied => applied.AnsweredBy is null && !applied.Instructions.IsEmpty)
            ? null
            : new Refused("no-instruction", "Er is geen uitspraak met opdrachten die nog beantwoord kunnen worden."));

    public static Outcome Decide(Case c, AnswerInstruction step, At at)
    {
        if (Rulings.OpenFor(c, step.RulingId, step.DecisionId) is not { } applied)
            return Refused.Unknown("ruling-not-found", "Deze uitspraak vraagt hier niets meer, of zeg om welk bestreden besluit het gaat.");
        if (step.Number > applied.Instructions.Count)
            return Refused.Unknown("instruction-not-found", $"Deze uitspraak heeft {applied.Instructions.Count} opdrachten.");
        switch (c.Decisions.LastOrDefault(d => d.AnswersRuling == step.RulingId && d.State is DecisionState.Approval or DecisionState.Approved or DecisionState.Taken))
        {
            case { State: DecisionState.Taken }:
                return new Refused("decision-taken", "Het besluit dat deze uitspraak beantwoordt, is al genomen.");
            case not null:
                return new Refused("decision-pending", "Het besluit dat deze uitspraak beantwoordt, ligt ter accordering, en de antwoorden staan in de brief: stuur het eerst terug.");
        }

        ImmutableArray<PassageId> discloses = [.. step.Discloses.Distinct()];
        foreach (var id in discloses)
        {
            if (c.Passages[id] is not { } passage)
                return Refused.Unknown("passage-not-found", $"{id} hoort niet bij deze zaak.");
            if (passage.Treatment != Treatment.Disclosed)
                return new Refused("passage-not-disclosed", $"{id} is niet als openbaar beoordeeld: beoordeel die passage eerst opnieuw.");
        }

        var answered = new InstructionAnswered(step.RulingId, applied.DecisionId!.Value, step.Number, at.Keep(step.Answer), discloses.IsEmpty ? null : discloses);
        return Outcome.Of([answered, .. DerivedToReassess(c, answered)]);
    }

    /// <summary>What derives from what is disclosed, but for what was judged in the knowledge of it.</summary>
    private static ImmutableArray<Event> DerivedToReassess(Case c, InstructionAnswered answered) => (answered.Discloses ?? []).Aggregate(
        (Case: c, Events: ImmutableArray<Event>.Empty),
        (so, id) =>
        {
            var passage = c.Passages[id]!;
            var put = so.Case.Reassessments.Any(known => known.Cause.Place == new JudgedPlace(c.Id, passage.DocumentId, id))
                ? []
                : Reassessing.PutUp(
                    so.Case, passage.DocumentId, id,
                    new ReassessmentCause(
                        ReassessmentReason.InstructionAnswered, new JudgedPlace(c.Id, passage.DocumentId, id), RulingId: answered.RulingId, Instruction: answered.Number),
                    self: false);
            return (put.Aggregate(so.Case, (at, happened) => ((CaseEvent)happened).ApplyTo(at, new Entry(0, default, default, ""))), so.Events.AddRange(put));
        }).Events;
}

/// <summary>What a court told the body to do, against the decision that does it.</summary>
internal static class InstructionsOfRuling
{
    /// <summary>The refusal where an instruction was not answered; null where all were.</summary>
    public static Refused? Unanswered(Case c, Decision decision) =>
        decision.AnswersRuling is { } ruling
        && Rulings.OpenFor(c, ruling, decision.Supplements)?.Instructions.Find(instruction => instruction.Answer is null) is { } unanswered
            ? new Refused("instruction-unanswered", $"Opdracht {unanswered.Number} van de uitspraak is nog niet beantwoord.", "Awb 8:72(4)")
            : null;
}

/// <summary>An instruction of a court, as a case knows it.</summary>
/// <param name="Number">Its place in the ruling, from 1.</param>
/// <param name="Text">What the court says; the text itself is kept with the ruling.</param>
/// <param name="Answer">How the new decision does it; null until someone said.</param>
public sealed record Instruction(int Number, FreeText Text, FreeText? Answer = null)
{
    /// <summary>The passages that are disclosed to do it.</summary>
    public ImmutableArray<PassageId> Passages { get; init; } = [];
}

public sealed record InstructionAnswered(string RulingId, DecisionId DecisionId, int Number, FreeText Answer, ImmutableArray<PassageId>? Discloses = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Rulings = c.Rulings.ConvertAll(applied => applied.RulingId == RulingId && applied.DecisionId == DecisionId
            ? applied with { Instructions = applied.Instructions.SetItem(Number - 1, applied.Instructions[Number - 1] with { Answer = Answer, Passages = Discloses ?? [] }) }
            : applied),
    };
}
