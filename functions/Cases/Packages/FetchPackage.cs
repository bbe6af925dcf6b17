namespace WobWorkflow.Cases;

/// <summary>
/// Fetches a package of which the log keeps who fetched it: one that went to an agency, one for a third party's view, and what only a judge may see. It is a
/// step so that it stands in the log before a byte leaves. Taken by <c>GET …/packages/{packageId}/content</c>.
/// </summary>
public sealed record FetchPackage(PackageId PackageId) : IStep<Case, FetchPackage>
{
    public static StepRule<Case> Rule { get; } = new(
        "fetch-package", nl: "Pakket ophalen", en: "Fetch a package", [.. Enum.GetValues<Role>().Where(role => role is not (Role.Unit or Role.Auditor))],
        when: c => c.Packages.Count > 0 ? null : new Refused("no-package", "In deze zaak is geen pakket gemaakt."), afterClosing: true,
        reading: true);

    public static Outcome Decide(Case c, FetchPackage step, At at) => c.Packages[step.PackageId] is { Result: { } result } package && PackageAccess.MayFetch(c, package, at.Actor)
        ? new PackageFetched(step.PackageId, package.Kind, package.About, c.Artifacts[result.ArtifactId]!.Sha256)
        : Refused.Unknown("package-not-found", "Dit pakket hoort niet bij deze zaak.");
}

/// <summary>Someone fetched a package.</summary>
/// <param name="Sha256">Of the file.</param>
public sealed record PackageFetched(PackageId PackageId, PackageKind Kind, string About, string Sha256) : CaseEvent
{
    /// <summary>Fetching changes nothing of the case: a version that a client read before still stands.</summary>
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c;
}

/// <summary>Who may know of a package, and who may have it.</summary>
public static class PackageAccess
{
    /// <summary>Whether this person may know that there is one, and read its log.</summary>
    public static bool MayKnow(Case c, Package package, Actor actor) => PackageKinds.Find(package.Kind) switch
    {
        { IsSealed: true } => actor.Is(Role.Litigator) || actor.Is(Role.Auditor),
        _ when IsOutsider(actor) => OwnConsultation(c, package, actor) is not null,
        _ => true,
    };

    /// <summary>
    /// Whether this person may have the file: an agency what went to it, a unit nothing, who litigates what only the judge may see; and whatever the role nobody
    /// what is marked above the clearance, or was taken out of storage.
    /// </summary>
    public static bool MayFetch(Case c, Package package, Actor actor)
    {
        var kind = PackageKinds.Find(package.Kind);
        if (package.Result is { } made && c.Artifacts[made.ArtifactId]!.RemovedOn is not null)
            return false;
        if (kind.IsFetchLogged && kind.Documents(c, package.About).Any(id => c.Documents[id]?.Marking > actor.Clearance))
            return false;
        return kind.IsSealed ? actor.Is(Role.Litigator)
            : IsOutsider(actor) ? OwnConsultation(c, package, actor) is { } asked && asked.SentPackage == package.Id
            : true;
    }

    private static bool IsOutsider(Actor actor) => actor.Roles.IsSubsetOf([Role.Unit, Role.Liaison]);

    private static Consultation? OwnConsultation(Case c, Package package, Actor actor) =>
        package.Kind == PackageKind.Consultation && actor.Is(Role.Liaison) && actor.Agency is { } agency && Id.TryParse<ConsultationId>(package.About, out var id)
        && c.Consultations[id] is { SentOn: not null } asked && asked.Agency == agency
            ? asked
            : null;
}
