using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>
/// What goes into a package, and what doesn't and why, on the state of the moment. Whoever makes it plans anew for every piece, and begins again where the
/// basis has moved: no package holds two states of a case.
/// </summary>
public sealed record PackagePlan(
    PackageKindDefinition Kind, string About, PackageBasis Basis, ImmutableArray<PlannedFile> Files, ImmutableArray<PlannedDocument> Documents)
{
    /// <param name="today">The local date on which it is made.</param>
    public static PackagePlan Of(Case c, PackageKind kind, string about, DateOnly today)
    {
        var definition = PackageKinds.Find(kind);
        var files = definition.Files(c, about, today);
        var gate = new OutgoingGate(c, definition.Audience, about, today);
        ImmutableArray<PlannedDocument> documents =
        [
            .. definition.Documents(c, about).Distinct().OrderBy(id => id.Number).Select(id => c.Documents[id] is { } document
                ? new PlannedDocument(id, document.InScope ? Reviewing.JudgementOf(c, document) : Judgement.OutOfScope, gate.Of(document))
                : new PlannedDocument(id, null, new Stopped("not-of-this-case"))),
        ];
        return new PackagePlan(definition, about, new PackageBasis(
            BasisOf(c, files), definition.Told is { } told ? Hashed(told(c, about, [.. documents.Select(document => document.Id)])) : InventoryBasisOf(c, definition), BasisOf(documents)), files, documents);
    }

    /// <summary>The documents that go in, in the order of the inventory.</summary>
    public IEnumerable<PlannedDocument> GoingIn => Documents.Where(document => document.Answer is GoesIn);

    /// <summary>What belongs in it and may not go now.</summary>
    public IEnumerable<PackageMissing> Missing =>
        Files.Where(file => file.Stopped is not null).Select(file => new PackageMissing(file.Name, file.Stopped!))
            .Concat(Documents.Where(document => document.Answer is Stopped).Select(document => new PackageMissing(document.Id.ToString(), ((Stopped)document.Answer).Code)));

    private static string BasisOf(Case c, ImmutableArray<PlannedFile> files) =>
        Hashed(files.Select(file => $"{file.Name}|{file.Kind}|{(file.ArtifactId is { } id ? c.Artifacts[id]!.Sha256 : null)}|{file.Stopped}"));

    private static string BasisOf(ImmutableArray<PlannedDocument> documents) => Hashed(documents.Select(document => string.Create(CultureInfo.InvariantCulture,
        $"{document.Id.Number}|{document.Judgement}|{document.Answer switch
        {
            GoesIn goes => goes.Content.Sha256,
            StaysOut stays => stays.Code,
            Stopped stopped => stopped.Code,
            _ => "",
        }}")));

    /// <summary>Whose names are taken out of a list follows from the parties.</summary>
    private static string InventoryBasisOf(Case c, PackageKindDefinition kind) =>
        Hashed([Inventory.BasisOf(c), .. kind.Anonymised ? c.Parties.Select(party => party.Details.Hash) : [], .. c.Documents.Where(d => d.Marking != Marking.None).Select(d => $"{d.Id}:{d.Marking}")]);

    private static string Hashed(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A file that goes beside the documents.</summary>
/// <param name="Name">Without its extension.</param>
/// <param name="ArtifactId">The stored file; null where it is made for the package.</param>
/// <param name="Stopped">Why it may not go now, as a code; null where it may.</param>
public sealed record PlannedFile(string Name, PackageFileKind Kind, ArtifactId? ArtifactId = null, string? Stopped = null);

/// <summary>What goes beside the documents.</summary>
public enum PackageFileKind
{
    /// <summary>A stored file of the case, as the plan names it.</summary>
    Letter,

    /// <summary>The articles that were used, with where (bijlage met wetsartikelen).</summary>
    Articles,

    /// <summary>The inventory as a workbook.</summary>
    InventoryWorkbook,

    /// <summary>The inventory as CSV.</summary>
    InventoryCsv,

    /// <summary>What is in the package per document and passage, and what goes by another way: for an agency, a third party or a judge.</summary>
    Overview,
}

/// <summary>A document that the package is about.</summary>
public sealed record PlannedDocument(DocumentId Id, Judgement? Judgement, GateAnswer Answer)
{
    /// <summary>Its name in the archive, without an extension: its number on the inventory and nothing more, since a title may name people.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"documenten/{Id.Number:0000}");
}
