using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>One rule on grounds, its name a sentence that is true while the rule is kept.</summary>
public sealed record GroundRule
{
    private readonly string detailNl;
    private readonly string detailEn;
    private readonly Func<GroundUse, ImmutableArray<Ground>?> broken;

    /// <param name="name">The rule as a sentence.</param>
    /// <param name="code">Its code, kebab case.</param>
    /// <param name="article">The provision; null for a rule of tidiness.</param>
    /// <param name="detailNl">What is said when it is broken; <c>{0}</c> stands for the grounds concerned.</param>
    /// <param name="detailEn">The same in English.</param>
    /// <param name="broken">The grounds that break it, none where it is broken by their absence; null while it is kept.</param>
    internal GroundRule(
        string name, string code, string? article, string detailNl, string detailEn, Func<GroundUse, ImmutableArray<Ground>?> broken)
    {
        (Name, Code, Article) = (name, code, article);
        (this.detailNl, this.detailEn, this.broken) = (detailNl, detailEn, broken);
    }

    public string Name { get; }

    public string Code { get; }

    public string? Article { get; }

    /// <summary>The objection, or null while the rule is kept.</summary>
    public GroundObjection? Check(GroundUse use) =>
        broken(use) is { } grounds
            ? new(Code, Filled(detailNl, grounds), Filled(detailEn, grounds), Article)
            : null;

    private static string Filled(string detail, ImmutableArray<Ground> grounds) =>
        detail.Replace("{0}", string.Join(", ", grounds), StringComparison.Ordinal);
}
