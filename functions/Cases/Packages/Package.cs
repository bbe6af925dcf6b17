using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A package (pakket): files of the case that go out together, in one archive with a manifest. It is asked for by a person and made by the engine, in pieces
/// and beside its turn; once made it never changes.
/// </summary>
/// <param name="About">What it belongs to: the id of a decision, consultation, view or court bundle.</param>
public sealed record Package(PackageId Id, PackageKind Kind, string About, string AskedBy, DateOnly AskedOn)
{
    /// <summary>What came of it; null while it is being made, and where it failed.</summary>
    public PackageResult? Result { get; init; }

    /// <summary>Why it could not be made at all, as a code; null where it was, or may still be.</summary>
    public string? Failure { get; init; }

    /// <summary>The signed decision (PDF) that goes with it; null where nobody bound one.</summary>
    public SignedDecision? Signed { get; init; }

    public PackageState State => (Result, Failure) switch
    {
        (null, null) => PackageState.Making,
        (null, _) => PackageState.Failed,
        ({ MissingCount: 0 }, _) => PackageState.Complete,
        _ => PackageState.Incomplete,
    };
}

public enum PackageState
{
    Making,

    /// <summary>Everything that belongs in it is.</summary>
    Complete,

    /// <summary>It was made without something that belongs in it: the result says what, and why.</summary>
    Incomplete,

    /// <summary>Nothing was made.</summary>
    Failed,
}

/// <summary>What a package came to.</summary>
/// <param name="ManifestSha256">Of its manifest, which names every file with its own hash: this one stands for all of them.</param>
/// <param name="Files">How many files are in it, the manifest not counted.</param>
/// <param name="Documents">How many of those are documents of the request.</param>
/// <param name="Missing">What belongs in it and isn't there; the first ones where there are many.</param>
/// <param name="MissingCount">How many there are in all.</param>
public sealed record PackageResult(
    ArtifactId ArtifactId,
    PackageBasis Basis,
    string ManifestSha256,
    int Files,
    int Documents,
    ImmutableArray<PackageMissing> Missing,
    int MissingCount,
    DateOnly On);

/// <summary>
/// What a package was made of, each part by a hash: the same case gives the same basis and the same package. What differs now says what was changed since.
/// </summary>
/// <param name="Files">The letter and whatever else goes beside the documents.</param>
/// <param name="Inventory">What the inventory says.</param>
/// <param name="Documents">Which version of which document goes in, and why others don't.</param>
public sealed record PackageBasis(string Files, string Inventory, string Documents)
{
    /// <summary>The parts that differ, in words of the contract: <c>files</c>, <c>inventory</c>, <c>documents</c>.</summary>
    public ImmutableArray<string> ChangedIn(PackageBasis now) =>
    [
        .. Files == now.Files ? Array.Empty<string>() : ["files"],
        .. Inventory == now.Inventory ? Array.Empty<string>() : ["inventory"],
        .. Documents == now.Documents ? Array.Empty<string>() : ["documents"],
    ];
}

/// <summary>What belongs in a package and isn't there.</summary>
/// <param name="Subject">The id of a document, or the name of a file.</param>
/// <param name="Code">Why, kebab-case.</param>
public sealed record PackageMissing(string Subject, string Code);

/// <summary>The signed decision (PDF) that was bound to a package by their hashes.</summary>
/// <param name="Sha256">Of the signed file.</param>
/// <param name="ManifestSha256">Of the manifest of the package that it was signed with.</param>
public sealed record SignedDecision(ArtifactId ArtifactId, string Sha256, string ManifestSha256, string By, DateOnly On);
