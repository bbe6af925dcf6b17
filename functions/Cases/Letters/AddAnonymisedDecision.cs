namespace WobWorkflow.Cases;

/// <summary>
/// Brings in the rendition without personal data of a decision letter that a person edited: a file that was added as an artifact before. It goes to third
/// parties and is what may be published. Also after the letter was signed or sent, since that one stays as it is.
/// </summary>
public sealed record AddAnonymisedDecision(LetterId LetterId, ArtifactId ArtifactId) : IStep<Case, AddAnonymisedDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "add-anonymised-decision", nl: "Geanonimiseerd besluit toevoegen", en: "Add the anonymised decision", [Role.Handler, Role.Coordinator, Role.ObjectionHandler],
        article: "Woo 4.4(6)", when: c => c.Letters.Any(l => l is { Kind: LetterKind.Decision, Anonymised: null, State: not LetterState.Withdrawn })
            ? null
            : new Refused("nothing-to-anonymise", "Er is geen brief bij een besluit waarvan de geanonimiseerde versie ontbreekt."));

    public static Outcome Decide(Case c, AddAnonymisedDecision step, At at) => (c.Letters[step.LetterId], c.Artifacts[step.ArtifactId]) switch
    {
        (not { Kind: LetterKind.Decision }, _) => Refused.Unknown("letter-not-found", "Dit is geen brief bij een besluit van deze zaak."),
        ({ State: LetterState.Withdrawn }, _) => new Refused("letter-fixed", "Deze brief is vervangen."),
        ({ Anonymised: not null }, _) => new Refused("already-anonymised", "Van deze brief is er al een geanonimiseerde versie."),
        (_, null) => Refused.Unknown("artifact-not-found", "Voeg de geanonimiseerde versie eerst als stuk toe aan deze zaak."),
        ({ } letter, _) when letter.Versions.Contains(step.ArtifactId) || letter.DatedCopies.Contains(step.ArtifactId) =>
            Refused.Invalid("artifactId", "rendition-unclear", "Dit is de brief zelf; de geanonimiseerde versie is een ander stuk."),
        (_, { OpenPlaces: { IsEmpty: false } open }) => LettersLeftOpen.WhyNot(open)!,
        _ => new AnonymisedDecisionAdded(step.LetterId, step.ArtifactId),
    };
}

public sealed record AnonymisedDecisionAdded(LetterId LetterId, ArtifactId ArtifactId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = c.Artifacts.With(ArtifactId, artifact => artifact with { Rendition = LetterRendition.Anonymised }),
        Letters = c.Letters.With(LetterId, letter => letter with { Anonymised = ArtifactId }),
    };
}
