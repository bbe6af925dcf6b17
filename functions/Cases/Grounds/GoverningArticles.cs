using System.Collections.Frozen;

namespace WobWorkflow.Cases;

/// <summary>
/// The articles of the act that governs a day. Steps name the Woo; under the Wob another article said the same, or none did (assumption
/// <c>wob-text</c>: the Wob was read in commentaries).
/// </summary>
public static class GoverningArticles
{
    private static readonly FrozenDictionary<string, string> UnderTheWob = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Woo 3.1"] = "Wob 8",
        ["Woo 4.1"] = "Wob 3",
        ["Woo 4.1(5)"] = "Wob 3(4)",
        ["Woo 4.1(6)"] = "Awb 4:5",
        ["Woo 4.2(1)"] = "Wob 4",
        ["Woo 4.3"] = "Wob 5",
        ["Woo 4.4"] = "Wob 6",
        ["Woo 4.4(2)"] = "Wob 6(2)",
        ["Woo 4.4(3)"] = "Wob 6(3)",
        ["Woo 4.4(5)"] = "Wob 6(5)",
        ["Woo 5.1"] = "Wob 10",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The article that said on the day what this one says; the same where no other did.</summary>
    public static string? On(string? article, DateOnly day) =>
        article is not null && Regimes.Of(day) == Regime.Wob ? UnderTheWob.GetValueOrDefault(article, article) : article;

    /// <summary>The article of a step on the day; null where the act of that day has none for it.</summary>
    public static string? OfStep(string? article, DateOnly day) =>
        On(article, day) is { } found && !(Regimes.Of(day) == Regime.Wob && found.StartsWith("Woo ", StringComparison.Ordinal)) ? found : null;
}
