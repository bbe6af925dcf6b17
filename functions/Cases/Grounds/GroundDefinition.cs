using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>What the law says about a refusal ground.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="ArticleNl">The reference as a decision prints it: “artikel 5.1, tweede lid, aanhef en onder e, van de Woo”.</param>
/// <param name="Article">The same, short: <c>Woo 5.1(2)(e)</c>.</param>
/// <param name="Kind">Whether the interest of disclosure is weighed against it.</param>
/// <param name="TitleNl">The protected interest in a few Dutch words.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="From">First day on which a decision can rest on it; null where this table does not know.</param>
/// <param name="Until">Last day on which a decision could rest on it; null while the law is in force.</param>
/// <param name="Note">What limits or qualifies it, in Dutch; null when nothing does.</param>
public sealed record GroundDefinition(
    Ground Ground,
    string ArticleNl,
    string Article,
    GroundKind Kind,
    string TitleNl,
    string TitleEn,
    DateOnly? From,
    DateOnly? Until,
    string? Note)
{
    public Regime Regime => Ground.Regime;
}

/// <summary>How a ground works.</summary>
[JsonConverter(typeof(KebabConverter<GroundKind>))]
public enum GroundKind
{
    /// <summary>Where it applies, nothing is weighed (absolute weigeringsgrond).</summary>
    Absolute,

    /// <summary>It applies only where disclosure weighs less than the interest (relatieve weigeringsgrond).</summary>
    Relative,

    /// <summary>It withholds until a moment and no longer.</summary>
    Temporary,

    /// <summary>For exceptional cases, and for an interest that no other ground names.</summary>
    Residual,
}
