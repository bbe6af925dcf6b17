using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Answers what is checked before a decision is approved: what only a person can say, and what the engine found wrong and stands nevertheless. An
/// answer holds until the letter, or what it tells, changes.
/// </summary>
public sealed record AnswerChecks(
    DecisionId DecisionId,
    [property: MinLength(1), MaxLength(20)] ImmutableArray<CheckAnswerPayload> Answers) : IStep<Case, AnswerChecks>
{
    public static StepRule<Case> Rule { get; } = new(
        "answer-checks", nl: "Controles beantwoorden", en: "Answer the checks", [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Reviewer],
        article: "Awb 3:2",
        when: c => c.Decisions.Any(d => d.State is DecisionState.Draft or DecisionState.Approval) ? null : new Refused("nothing-to-check", "Er is geen besluit in voorbereiding."));

    public static Outcome Decide(Case c, AnswerChecks step, At at) => c.Decisions[step.DecisionId] switch
    {
        null => Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak."),
        { State: not (DecisionState.Draft or DecisionState.Approval) } => new Refused("already-approved", "Dit besluit is al geaccordeerd."),
        var decision => Refuse(c, decision, step.Answers, at) ?? (Outcome)Answered(step.DecisionId, step.Answers, at),
    };

    /// <summary>Why these answers can't stand; null where they can.</summary>
    internal static Refused? Refuse(Case c, Decision decision, ImmutableArray<CheckAnswerPayload> answers, At at)
    {
        if (answers.Select(answer => answer.Check).Distinct().Count() != answers.Length)
            return Refused.Invalid("answers", "answers-doubled", "Een controle staat meer dan één keer in de lijst.");
        var wrong = DecisionChecks.Of(c, decision, at.Facts, at.On).Where(check => check.State == CheckState.Wrong).Select(check => check.Check).ToHashSet();
        return answers.FirstOrDefault(answer => string.IsNullOrWhiteSpace(answer.Remark) && (answer.Answer == CheckAnswer.No || wrong.Contains(answer.Check))) is { } bare
            ? Refused.Invalid("answers", "remark-missing", $"Zeg bij {Kebab.Of(bare.Check)} in een toelichting waarom het besluit zo toch verder kan.")
            : null;
    }

    internal static ChecksAnswered Answered(DecisionId id, ImmutableArray<CheckAnswerPayload> answers, At at) =>
        new(id, [.. answers.Select(answer => new CheckAnsweredAs(answer.Check, answer.Answer, at.KeepOrNull(answer.Remark)))]);
}

/// <summary>An answer as a client sends it.</summary>
/// <param name="Remark">Asked for where the answer is no, or the engine found something wrong.</param>
public sealed record CheckAnswerPayload(DecisionCheck Check, CheckAnswer Answer, [property: MaxLength(4000)] string? Remark = null);

/// <summary>An answer as the log keeps it.</summary>
public sealed record CheckAnsweredAs(DecisionCheck Check, CheckAnswer Answer, FreeText? Remark);

public sealed record ChecksAnswered(DecisionId DecisionId, ImmutableArray<CheckAnsweredAs> Answers) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var letter = DecisionBasis.LetterOf(c, c.Decisions[DecisionId]!)?.Versions[^1];
        return c with
        {
            Decisions = c.Decisions.With(DecisionId, decision => decision with
            {
                CheckAnswers = decision.CheckAnswers.AddRange(Answers.Select(given =>
                    new CheckAnswered(given.Check, given.Answer, given.Remark, entry.Actor, entry.On) { Basis = c.Basis, Letter = letter })),
            }),
        };
    }
}
