namespace WobWorkflow.Cases;

/// <summary>
/// Signs a letter. A handler signs what keeps a case moving; a decision is signed by someone with the mandate, after it was taken. Never by who
/// wrote the letter or drafted the decision.
/// </summary>
/// <param name="ArtifactId">The signed version, added as an artifact before; null where the signature is put on the draft.</param>
public sealed record SignLetter(LetterId LetterId, ArtifactId? ArtifactId = null) : IStep<Case, SignLetter>
{
    public static StepRule<Case> Rule { get; } = new(
        "sign-letter", nl: "Brief ondertekenen", en: "Sign the letter", [Role.Signatory, Role.Handler, Role.Coordinator], article: "Awb 10:3",
        when: c => c.Letters.Any(l => l.State <= LetterState.Approved) ? null : new Refused("no-draft-letter", "Er is geen brief om te ondertekenen."));

    public static Outcome Decide(Case c, SignLetter step, At at)
    {
        if (c.Letters[step.LetterId] is not { } letter)
            return Refused.Unknown("letter-not-found", "Deze brief hoort niet bij deze zaak.");
        if (letter.State > LetterState.Approved)
            return new Refused("letter-fixed", "Deze brief is al ondertekend, verzonden of vervangen.");
        if (letter.DraftedBy == at.Actor.Id)
            return Refused.Forbidden("signatory-is-drafter", "Wie een brief schrijft, ondertekent hem niet: vraag een ander.");
        if (step.ArtifactId is { } id && c.Artifacts[id] is null)
            return Refused.Unknown("artifact-not-found", "Voeg de ondertekende versie eerst als stuk toe aan deze zaak.");
        if (LettersLeftOpen.WhyNot(LettersLeftOpen.InVersion(c, step.ArtifactId ?? letter.Versions[^1], letter.Anonymised)) is { } open)
            return open;
        if (letter.Kind != LetterKind.Decision)
            return new LetterSigned(step.LetterId, step.ArtifactId);

        var decision = c.Decisions.Single(d => d.Id.ToString() == letter.About);
        if (!at.Actor.Is(Role.Signatory))
            return Refused.Forbidden("role-not-allowed", "Een besluit wordt ondertekend door wie daarvoor mandaat heeft.");
        if (decision.DraftedBy == at.Actor.Id)
            return Refused.Forbidden("signatory-is-drafter", "Wie een besluit opstelt, ondertekent het niet: vraag een ander.");
        if (MandateLimits.TookContested(c, decision, at.Actor))
        {
            return Refused.Forbidden("took-contested-decision", "Wie het bestreden besluit in mandaat nam, ondertekent het besluit op bezwaar niet: vraag een ander met mandaat.",
                "Awb 10:3(3)");
        }

        if (MandateLimits.WhyNot(decision, at) is { } without)
            return without;
        if (decision.State != DecisionState.Taken)
            return new Refused("decision-not-taken", "Dit besluit is nog niet genomen.");
        return at.On < decision.TakenOn
            ? Refused.Invalid("effectiveOn", "before-decision", "Een besluit kan niet zijn ondertekend vóór het was genomen.")
            : new LetterSigned(step.LetterId, step.ArtifactId);
    }
}

public sealed record LetterSigned(LetterId LetterId, ArtifactId? ArtifactId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Letters = c.Letters.With(LetterId, letter => letter with
        {
            State = LetterState.Signed,
            SignedBy = entry.Actor,
            SignedOn = entry.On,
            Versions = ArtifactId is { } signed && !letter.Versions.Contains(signed) ? letter.Versions.Add(signed) : letter.Versions,
        }),
    };
}
