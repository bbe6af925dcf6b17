using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What was filed with a court for the judge alone.</summary>
/// <param name="Sealed">What only the judge may see now: without what was taken back or filed openly.</param>
/// <param name="Readable">Whether this caller may read the list and fetch the bundle, and not only know of them.</param>
internal sealed record CourtBundleView(
    string CourtBundleId,
    string RemedyId,
    string? CaseNumber,
    LimitedKnowledge Asked,
    CourtBundleState State,
    ImmutableArray<string> Sealed,
    string? Reasons,
    bool Readable,
    ImmutableArray<CourtBundleMadeView> Made,
    CourtBundleLinks Links)
{
    public static CourtBundleView Of(Case c, CourtBundle bundle, Sight sight, Func<FreeText, string?> text)
    {
        var reads = sight.ReadsSealed(c, bundle);
        return new CourtBundleView(
            bundle.Id.ToString(), bundle.RemedyId.ToString(), c.Remedies[bundle.RemedyId]!.CaseNumber, bundle.Asked, bundle.State, [.. bundle.Sealed.Select(id => id.ToString())],
            reads ? text(bundle.Reasons) : null, reads,
            [
                .. c.Packages.Where(package => package.Kind == PackageKind.Court && package.About == bundle.Id.ToString()).Select(package => new CourtBundleMadeView(
                    package.Id.ToString(), package.State, package.AskedBy, package.AskedOn, package.Result?.On, package.Result is { } result ? c.Artifacts[result.ArtifactId]!.Sha256 : null,
                    package.Result?.ManifestSha256, package.Result?.Documents,
                    reads && package.Result is not null ? $"{CaseLinks.Of(c.Id).Self}/packages/{package.Id}/content" : null)),
            ],
            CourtBundleLinks.Of(c.Id, bundle.Id));
    }
}

/// <param name="On">When it was made; absent while it is being made.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Documents">How many documents are in it.</param>
/// <param name="Href">The file; absent for who may not have it.</param>
internal sealed record CourtBundleMadeView(
    string PackageId, PackageState State, string AskedBy, DateOnly AskedOn, DateOnly? On, string? Sha256, string? ManifestSha256, int? Documents, string? Href);

internal sealed record CourtBundleLinks(string List, string Log)
{
    public static CourtBundleLinks Of(string caseId, CourtBundleId id)
    {
        var self = $"{CaseLinks.Of(caseId).Self}/court-bundles/{id}";
        return new CourtBundleLinks($"{self}/list", $"{self}/log");
    }
}

internal sealed record SealedListView(string CourtBundleId, ImmutableArray<SealedLineView> Lines);

/// <param name="PassageId">Absent for the document as a whole.</param>
/// <param name="Elsewhere">Whether the content goes by another way than this system.</param>
internal sealed record SealedLineView(
    string DocumentId, string? PassageId, int Number, string Title, int? Page, string? Quote, bool Elsewhere, ImmutableArray<string> Grounds, string? Reason)
{
    public static SealedLineView Of(OverviewLine line) => new(
        line.DocumentId.ToString(), line.PassageId?.ToString(), line.Number, line.Title, line.Page, line.Quote, line.Elsewhere,
        [.. line.Grounds.Split('\n', StringSplitOptions.RemoveEmptyEntries)], line.Reason);
}
