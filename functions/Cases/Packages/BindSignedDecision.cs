namespace WobWorkflow.Cases;

/// <summary>
/// Binds the signed decision (PDF), which was added as an artifact before, to the package that it was signed with: the log then holds the hash of the one and
/// of the other's manifest, so that a later change of either shows.
/// </summary>
public sealed record BindSignedDecision(PackageId PackageId, ArtifactId ArtifactId) : IStep<Case, BindSignedDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "bind-signed-decision", nl: "Ondertekend besluit aan pakket binden", en: "Bind the signed decision to its package",
        [Role.Handler, Role.Coordinator, Role.Signatory, Role.ObjectionHandler],
        when: c => c.Packages.Any(package => package is { Kind: PackageKind.Decision, State: PackageState.Complete, Signed: null })
            ? null
            : new Refused("no-package", "Er is geen volledig besluitpakket waaraan nog geen ondertekend besluit is gebonden."),
        afterClosing: true);

    public static Outcome Decide(Case c, BindSignedDecision step, At at)
    {
        if (c.Packages[step.PackageId] is not { Kind: PackageKind.Decision } package)
            return Refused.Unknown("package-not-found", "Dit besluitpakket hoort niet bij deze zaak.");
        if (package is not { State: PackageState.Complete, Result: { } result })
            return new Refused("package-not-complete", "Dit pakket is niet volledig: los op wat ontbreekt en maak het opnieuw.");
        if (package.Signed is not null)
            return new Refused("already-bound", "Aan dit pakket is al een ondertekend besluit gebonden.");
        if (c.Artifacts[step.ArtifactId] is not { } artifact)
            return Refused.Unknown("artifact-not-found", "Voeg het ondertekende besluit eerst als stuk toe aan deze zaak.");
        if (artifact.Extension != ".pdf")
            return Refused.Invalid("artifactId", "not-a-pdf", "Het ondertekende besluit is een PDF.");
        if (!Packages.ChangedSince(c, package, at.Today).IsEmpty)
            return new Refused("package-outdated", "Sinds dit pakket is gemaakt, is de zaak gewijzigd: maak het opnieuw en laat dat pakket ondertekenen.");
        return !Id.TryParse<DecisionId>(package.About, out var decision) || c.Decisions[decision]?.TakenOn is null
            ? new Refused("decision-not-taken", "Dit besluit is nog niet genomen.")
            : new SignedDecisionBound(step.PackageId, decision, step.ArtifactId, artifact.Sha256, result.ManifestSha256);
    }
}

/// <param name="Sha256">Of the signed file.</param>
/// <param name="ManifestSha256">Of the package's manifest.</param>
public sealed record SignedDecisionBound(PackageId PackageId, DecisionId DecisionId, ArtifactId ArtifactId, string Sha256, string ManifestSha256) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Packages = c.Packages.With(PackageId, package => package with { Signed = new SignedDecision(ArtifactId, Sha256, ManifestSha256, entry.Actor, entry.On) }),
    };
}
