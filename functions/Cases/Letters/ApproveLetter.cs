namespace WobWorkflow.Cases;

/// <summary>Approves a letter as it stands. Never the one who wrote it.</summary>
public sealed record ApproveLetter(LetterId LetterId) : IStep<Case, ApproveLetter>
{
    public static StepRule<Case> Rule { get; } = new(
        "approve-letter", nl: "Brief accorderen", en: "Approve the letter", [Role.Approver, Role.Coordinator],
        when: c => c.Letters.Any(l => l.State <= LetterState.Edited) ? null : new Refused("no-draft-letter", "Er is geen brief om te accorderen."));

    public static Outcome Decide(Case c, ApproveLetter step, At at) => c.Letters[step.LetterId] switch
    {
        null => Refused.Unknown("letter-not-found", "Deze brief hoort niet bij deze zaak."),
        { State: > LetterState.Edited } => new Refused("letter-not-a-draft", "Deze brief is al geaccordeerd, ondertekend of verzonden."),
        var letter when letter.DraftedBy == at.Actor.Id =>
            Refused.Forbidden("approver-is-drafter", "Wie een brief schrijft, accordeert hem niet: vraag een ander."),
        { Kind: LetterKind.Decision } letter when c.Decisions.Any(d => d.Id.ToString() == letter.About && d.DraftedBy == at.Actor.Id) =>
            Refused.Forbidden("approver-is-drafter", "Wie een besluit opstelt, accordeert de brief niet: vraag een ander."),
        var letter => LettersLeftOpen.WhyNot(LettersLeftOpen.In(c, letter)) ?? (Outcome)new LetterApproved(step.LetterId),
    };
}

public sealed record LetterApproved(LetterId LetterId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Letters = c.Letters.With(LetterId, letter => letter with { State = LetterState.Approved, ApprovedBy = entry.Actor }),
    };
}
