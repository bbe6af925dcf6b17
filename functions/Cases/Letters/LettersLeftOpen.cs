using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A letter in which a place is still open goes nowhere: it is neither submitted, approved nor signed.</summary>
public static class LettersLeftOpen
{
    /// <summary>The open places of the latest version, and of the anonymised rendition beside it.</summary>
    public static ImmutableArray<string> In(Case c, Letter letter) => InVersion(c, letter.Versions[^1], letter.Anonymised);

    internal static ImmutableArray<string> InVersion(Case c, ArtifactId version, ArtifactId? anonymised)
    {
        var open = c.Artifacts[version]?.OpenPlaces ?? [];
        // The other rendition has the same places, unless only it was left open.
        return open.IsEmpty && anonymised is { } other ? c.Artifacts[other]?.OpenPlaces ?? [] : open;
    }

    /// <summary>The refusal that names the places by what they are about; null where none is open.</summary>
    public static Refused? WhyNot(ImmutableArray<string> open, string? article = null) => open.IsEmpty
        ? null
        : new Refused("letter-has-open-places",
            $"In de brief {(open.Length == 1 ? "staat nog één plaats" : $"staan nog {Dutch.Number(open.Length)} plaatsen")} open: {Dutch.List([.. open.GroupBy(place => place).Select(Named)])}. "
            + "Vul ze in en breng de bewerkte versie in met edit-letter.", article);

    private static string Named(IGrouping<string, string> same)
    {
        var heading = same.Key switch
        {
            "third-party-views" => "onder ‘Zienswijzen van derden’",
            "objection-grounds" => "onder ‘Het bezwaar’ bij de gronden",
            "hearing" => "onder ‘Het bezwaar’ bij het horen",
            _ => "elders tussen vierkante haken",
        };
        return same.Count() == 1 ? heading : $"{heading} ({Dutch.Number(same.Count())} keer)";
    }
}
