using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The package that goes with a letter to an agency or a third party.</summary>
/// <param name="On">When it was made; absent while it is being made, and where it failed.</param>
/// <param name="Documents">How many documents are in it.</param>
/// <param name="Missing">How much belongs in it and may not go.</param>
/// <param name="Outdated">Whether what is in it changed since: the letter doesn't go with it then.</param>
/// <param name="Sent">Whether it went with the letter.</param>
/// <param name="Href">The file; absent for who may not have it, and while there is none.</param>
internal sealed record EnclosedView(
    string PackageId, PackageState State, DateOnly? On, string? Sha256, int? Documents, int? Missing, bool Outdated, bool Sent, string? Href)
{
    /// <summary>The one that went; before that the last one that was asked for. Null where there is none, or this caller may not know of it.</summary>
    public static EnclosedView? Of(Case c, PackageKind kind, string about, PackageId? sent, Sight sight, DateOnly today)
    {
        var package = sent is { } id ? c.Packages[id] : sight.SeesAll ? c.Packages.LastOrDefault(package => package.Kind == kind && package.About == about) : null;
        if (package is null || !PackageAccess.MayKnow(c, package, sight.Actor))
            return null;
        return new EnclosedView(
            package.Id.ToString(), package.State, package.Result?.On, package.Result is { } result ? c.Artifacts[result.ArtifactId]!.Sha256 : null, package.Result?.Documents, package.Result?.MissingCount,
            sent is null && !Packages.ChangedSince(c, package, today).IsEmpty, package.Id == sent,
            package.Result is not null && PackageAccess.MayFetch(c, package, sight.Actor) ? $"{CaseLinks.Of(c.Id).Self}/packages/{package.Id}/content" : null);
    }
}
