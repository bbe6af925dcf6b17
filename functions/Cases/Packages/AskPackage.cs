namespace WobWorkflow.Cases;

/// <summary>
/// Asks for a package: files of the case that go out together. The engine makes it, beside its other work. Who asks again while it is being made gets the same
/// one, and so does who asks again for one that is complete and still says what the case says.
/// </summary>
/// <param name="DecisionId">The decision that it belongs to; only for the package of a decision.</param>
/// <param name="ConsultationId">The consultation with whose letter it goes; only for that of an agency.</param>
/// <param name="ViewId">The view with whose letter it goes; only for that of a third party.</param>
/// <param name="CourtBundleId">The request for limited knowledge; only for what is filed with a court, which only who litigates may ask for.</param>
public sealed record AskPackage(
    PackageKind Kind, DecisionId? DecisionId = null, ConsultationId? ConsultationId = null, ViewId? ViewId = null, CourtBundleId? CourtBundleId = null) : IStep<Case, AskPackage>
{
    public static StepRule<Case> Rule { get; } = new(
        "ask-package", nl: "Pakket maken", en: "Make a package",
        [Role.Handler, Role.Coordinator, Role.Reviewer, Role.Approver, Role.Signatory, Role.ObjectionHandler, Role.Publisher, Role.Litigator],
        when: c => PackageKinds.All.Any(kind => kind.When(c) is null) ? null : PackageKinds.All[0].When(c), afterClosing: true);

    public static Outcome Decide(Case c, AskPackage step, At at)
    {
        var kind = PackageKinds.Find(step.Kind);
        if (!kind.MadeBy.IsEmpty && !kind.MadeBy.Overlaps(at.Actor.Roles))
            return Refused.Forbidden("role-not-allowed", $"Dit pakket vraagt een van deze rollen: {string.Join(", ", kind.MadeBy.Select(Kebab.Of).Order(StringComparer.Ordinal))}.");
        if (kind.AboutOf(step) is not { } about)
            return Refused.Invalid("decisionId", "package-subject-missing", "Zeg waarbij het pakket hoort.");
        if (kind.WhyNot(c, about) is { } refused)
            return refused;
        return Packages.Reusable(c, step.Kind, about, at.Today) is null ? new PackageAsked(c.Packages.NextId, step.Kind, about) : Outcome.Of();
    }
}

/// <param name="About">What it belongs to: the id of a decision, consultation, view or court bundle.</param>
public sealed record PackageAsked(PackageId PackageId, PackageKind Kind, string About) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Packages = c.Packages.Add(new Package(PackageId, Kind, About, entry.Actor, entry.On)) };
}

/// <summary>What there is of packages.</summary>
public static class Packages
{
    /// <summary>The package that answers a new request as well: one that is being made, or one that is complete and of the same basis; null where there is none.</summary>
    public static Package? Reusable(Case c, PackageKind kind, string about, DateOnly today)
    {
        var last = c.Packages.LastOrDefault(package => package.Kind == kind && package.About == about);
        return last?.State switch
        {
            PackageState.Making => last,
            PackageState.Complete when ChangedSince(c, last, today).IsEmpty => last,
            _ => null,
        };
    }

    /// <summary>What changed in the case since the package was made: <c>files</c>, <c>inventory</c>, <c>documents</c>. Empty where nothing did, or it isn't there.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> ChangedSince(Case c, Package package, DateOnly today) =>
        package.Result is { } result ? result.Basis.ChangedIn(PackagePlan.Of(c, package.Kind, package.About, today).Basis) : [];

    /// <summary>Those that are being made, the first one asked for first.</summary>
    public static IEnumerable<Package> BeingMade(Case c) => c.Packages.Where(package => package.State == PackageState.Making);
}
