using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The engine made a package. From here on it is a file of the case that never changes.</summary>
/// <param name="Name">What the file is stored under, without its extension: it is written in pieces, before its hash is known.</param>
/// <param name="Missing">The first of what belongs in it and isn't there.</param>
/// <param name="MissingCount">How many there are in all.</param>
public sealed record PackageFinished(
    PackageId PackageId,
    ArtifactId ArtifactId,
    string Name,
    string Sha256,
    string MediaType,
    string Extension,
    long Size,
    PackageBasis Basis,
    string ManifestSha256,
    int Files,
    int Documents,
    ImmutableArray<PackageMissing> Missing,
    int MissingCount) : CaseEvent
{
    /// <summary>So many of what is missing stand in the log; the manifest names all.</summary>
    public const int MissingKept = 200;

    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = c.Artifacts.Add(new Artifact(
            ArtifactId, PackageKinds.Find(c.Packages[PackageId]!.Kind).ArtifactKind, Sha256, MediaType, Extension, Size, c.Packages[PackageId]!.About, entry.Actor, entry.On)
        {
            Name = Name,
        }),
        Packages = c.Packages.With(PackageId, package => package with
        {
            Result = new PackageResult(ArtifactId, Basis, ManifestSha256, Files, Documents, Missing, MissingCount, entry.On),
        }),
    };
}

/// <summary>The engine could not make a package at all. A person asks for it again once the cause is gone.</summary>
/// <param name="Code">Why; never a message, which might hold content.</param>
public sealed record PackageFailed(PackageId PackageId, string Code) : CaseEvent
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with { Packages = c.Packages.With(PackageId, package => package with { Failure = Code }) };
}
