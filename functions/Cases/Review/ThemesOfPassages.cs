using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace WobWorkflow.Cases;

/// <summary>Which theme gives the reasons of a refusal, counted out once for each state of the themes: they may cover ten thousand passages.</summary>
public sealed class ThemesOfPassages
{
    private static readonly ConditionalWeakTable<Numbered<MotivationId, Motivation>, ThemesOfPassages> Known = [];

    private readonly FrozenDictionary<PassageId, Motivation> _byPassage;
    private readonly FrozenDictionary<Ground, Motivation> _byGround;

    private ThemesOfPassages(Numbered<MotivationId, Motivation> motivations)
    {
        // The first one counts, where several would.
        _byPassage = motivations.Reverse().SelectMany(theme => theme.Passages.Select(passage => (passage, theme)))
            .GroupBy(row => row.passage).ToFrozenDictionary(same => same.Key, same => same.Last().theme);
        _byGround = motivations.Where(theme => theme.Ground is not null).GroupBy(theme => theme.Ground!).ToFrozenDictionary(same => same.Key, same => same.First());
    }

    /// <summary>The theme of a refusal on these grounds; null where it has none.</summary>
    /// <param name="passage">Null for a document as a whole.</param>
    public static Motivation? Of(Case c, PassageId? passage, ImmutableArray<Ground> grounds)
    {
        var known = Known.GetValue(c.Motivations, static motivations => new ThemesOfPassages(motivations));
        return passage is { } id && known._byPassage.TryGetValue(id, out var named) ? named
            : grounds is [var only] && known._byGround.TryGetValue(only, out var byGround) ? byGround
            : null;
    }
}
