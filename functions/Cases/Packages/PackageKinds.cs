using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The sorts of package.</summary>
public enum PackageKind
{
    /// <summary>A decision for the requester (besluitpakket): the letter in their name, annexes, and what is disclosed.</summary>
    Decision,

    /// <summary>A decision for everybody else: the letter without personal data, annexes, and what is disclosed.</summary>
    DecisionPublic,

    /// <summary>What is put to an agency, with the letter that consults it.</summary>
    Consultation,

    /// <summary>What a third party is asked its view of, with the proposed redactions.</summary>
    View,

    /// <summary>What is filed with a court for the judge alone (Awb 8:29).</summary>
    Court,
}

/// <summary>For whom a package is: that decides what may be in it.</summary>
public enum Audience
{
    Requester,

    /// <summary>Third parties, and whoever reads what is published.</summary>
    Public,

    /// <summary>An agency that is consulted.</summary>
    Agency,

    /// <summary>A third party that is asked its view before the decision.</summary>
    ThirdParty,

    /// <summary>The judge alone.</summary>
    Court,
}

/// <summary>What can be packaged, and what goes into it. A new sort is a row here, and a new audience one in <see cref="OutgoingGate"/>.</summary>
public static class PackageKinds
{
    public static ImmutableArray<PackageKindDefinition> All { get; } =
    [
        new(PackageKind.Decision, Audience.Requester, "decision-package",
            step => step.DecisionId?.ToString(), DecisionPackages.When, DecisionPackages.WhyNot, DecisionPackages.Documents, DecisionPackages.FilesForRequester),
        new(PackageKind.DecisionPublic, Audience.Public, "decision-package-public",
            step => step.DecisionId?.ToString(), DecisionPackages.When, DecisionPackages.WhyNot, DecisionPackages.Documents, DecisionPackages.FilesForPublic),
        new(PackageKind.Consultation, Audience.Agency, "consultation-package",
            step => step.ConsultationId?.ToString(), ConsultationPackages.When, ConsultationPackages.WhyNot, ConsultationPackages.Documents, ConsultationPackages.Files)
        {
            IsFetchLogged = true,
            Told = PackageOverviews.Told,
        },
        new(PackageKind.View, Audience.ThirdParty, "view-package", step => step.ViewId?.ToString(), ViewPackages.When, ViewPackages.WhyNot, ViewPackages.Documents, ViewPackages.Files)
        {
            IsFetchLogged = true,
            Told = PackageOverviews.Told,
        },
        new(PackageKind.Court, Audience.Court, "court-bundle", step => step.CourtBundleId?.ToString(), CourtPackages.When, CourtPackages.WhyNot, CourtPackages.Documents, CourtPackages.Files)
        {
            SeenBy = [Role.Litigator],
            MadeBy = [Role.Litigator],
            IsSealed = true,
            IsFetchLogged = true,
            AsReceived = true,
            Told = PackageOverviews.Told,
        },
    ];

    public static PackageKindDefinition Find(PackageKind kind) => All.Single(row => row.Kind == kind);

    /// <summary>The sort whose finished packages are artifacts of this kind; null where there is none.</summary>
    public static PackageKindDefinition? OfArtifact(string artifactKind) => All.FirstOrDefault(row => row.ArtifactKind == artifactKind);
}

/// <summary>A row of <see cref="PackageKinds.All"/>.</summary>
/// <param name="ArtifactKind">The kind of the finished artifact.</param>
/// <param name="AboutOf">What the package belongs to, from what was asked; null where that was left out.</param>
/// <param name="When">The refusal in this state, whatever it would be about; null where one may be asked for.</param>
/// <param name="WhyNot">The refusal for what it is to belong to; null where it may be made.</param>
/// <param name="Documents">The documents that may be in it at all; which of them do, the gate says.</param>
/// <param name="Files">What goes beside the documents, in the order of the archive.</param>
public sealed record PackageKindDefinition(
    PackageKind Kind,
    Audience Audience,
    string ArtifactKind,
    Func<AskPackage, string?> AboutOf,
    Func<Case, Refused?> When,
    Func<Case, string, Refused?> WhyNot,
    Func<Case, string, ImmutableArray<DocumentId>> Documents,
    Func<Case, string, DateOnly, ImmutableArray<PlannedFile>> Files)
{
    /// <summary>Who may see what was made; empty for everyone who sees the whole case.</summary>
    public ImmutableHashSet<Role> SeenBy { get; init; } = [];

    /// <summary>Who may ask for it; empty for everyone who may ask for packages.</summary>
    public ImmutableHashSet<Role> MadeBy { get; init; } = [];

    /// <summary>Whether it is an access class of its own: its file is no artifact that the ordinary routes give, and who isn't let in isn't told of it.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Whether the log keeps who fetched it (<see cref="FetchPackage"/>); there is no other way to it then.</summary>
    public bool IsFetchLogged { get; init; }

    /// <summary>Whether documents go exactly as they came, with all that programs wrote into them about themselves.</summary>
    public bool AsReceived { get; init; }

    /// <summary>What the files tell that are made for it, where that is not the inventory; null for the inventory.</summary>
    public Func<Case, string, ImmutableArray<DocumentId>, IEnumerable<string>>? Told { get; init; }

    /// <summary>Whether names of natural persons are taken out of its inventory, and titles of what is marked left out.</summary>
    public bool Anonymised { get; init; } = true;
}
