using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says how the new decision does what the court told the body to do: each instruction of the ruling is answered by itself, before the decision that
/// answers the ruling is submitted: its letter prints the answers. An answer can be given anew until then.
/// </summary>
/// <param name="Number">The instruction's place in the ruling, from 1.</param>
/// <param name="DecisionId">The contested decision, where the ruling reaches several of this case.</param>
public sealed record AnswerInstruction(
    [property: MaxLength(64)] string RulingId,
    [property: Range(1, 500)] int Number,
    [property: MaxLength(20_000)] string Answer,
    DecisionId? DecisionId = null) : IStep<Case, AnswerInstruction>
{
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
        return c.Decisions.LastOrDefault(d => d.AnswersRuling == step.RulingId && d.State is DecisionState.Approval or DecisionState.Approved or DecisionState.Taken) switch
        {
            { State: DecisionState.Taken } => new Refused("decision-taken", "Het besluit dat deze uitspraak beantwoordt, is al genomen."),
            { State: not DecisionState.Taken } =>
                new Refused("decision-pending", "Het besluit dat deze uitspraak beantwoordt, ligt ter accordering, en de antwoorden staan in de brief: stuur het eerst terug."),
            _ => new InstructionAnswered(step.RulingId, applied.DecisionId, step.Number, at.Keep(step.Answer)),
        };
    }
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
public sealed record Instruction(int Number, FreeText Text, FreeText? Answer = null);

public sealed record InstructionAnswered(string RulingId, DecisionId DecisionId, int Number, FreeText Answer) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Rulings = c.Rulings.ConvertAll(applied => applied.RulingId == RulingId && applied.DecisionId == DecisionId
            ? applied with { Instructions = applied.Instructions.SetItem(Number - 1, applied.Instructions[Number - 1] with { Answer = Answer }) }
            : applied),
    };
}
