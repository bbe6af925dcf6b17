using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Writes the reasons of a theme (motivering): unity of cabinet policy, drafts, personal data of officials. A theme covers the passages named, or
/// everything withheld on one ground; the decision letter then says these reasons once. With <paramref name="MotivationId"/> it is written anew.
/// </summary>
/// <param name="Theme">Its heading.</param>
/// <param name="Passages">The passages that it covers; left out where <paramref name="Ground"/> says it.</param>
/// <param name="Ground">Everything withheld on this ground; left out where passages are named.</param>
/// <param name="Mark">What the mark beside a redacted passage says of it: <c>5.1.2i, 5.2.1: concept</c>; left out for the theme itself, where that is short enough.</param>
public sealed record WriteMotivation(
    [property: MaxLength(300)] string Theme,
    [property: MaxLength(20_000)] string Text,
    ImmutableArray<PassageId> Passages = default,
    Ground? Ground = null,
    MotivationId? MotivationId = null,
    [property: MaxLength(WriteMotivation.LongestMark), RegularExpression(WriteMotivation.MarkPattern)] string? Mark = null) : IStep<Case, WriteMotivation>
{
    /// <summary>More has no room in a black box.</summary>
    public const int LongestMark = 40;

    /// <summary>What the font of the marks can write.</summary>
    public const string MarkPattern = "[A-Za-z0-9À-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ '-]*";

    public static StepRule<Case> Rule { get; } = new(
        "write-motivation", nl: "Motivering schrijven", en: "Write the reasons", [Role.Reviewer, Role.Handler], article: "Awb 3:46", when: Reviewing.WhyNot);

    public static Outcome Decide(Case c, WriteMotivation step, At at)
    {
        var passages = step.Passages.IsDefault ? [] : step.Passages;
        if (passages.IsEmpty == step.Ground is null)
            return Refused.Invalid("passages", "theme-unclear", "Noem de passages waar dit over gaat, of één weigeringsgrond: één van beide.");
        if (step.MotivationId is { } again && c.Motivations[again] is null)
            return Refused.Unknown("motivation-not-found", "Deze motivering hoort niet bij deze zaak.");
        if (passages.Distinct().Count() != passages.Length)
            return Refused.Invalid("passages", "passages-doubled", "Een passage staat meer dan één keer in de lijst.");
        var others = c.Motivations.Where(there => there.Id != step.MotivationId).SelectMany(there => there.Passages.Select(id => (id, there))).ToLookup(row => row.id, row => row.there);
        foreach (var id in passages)
        {
            if (c.Passages[id] is not { } passage)
                return Refused.Unknown("passage-not-found", $"{id} hoort niet bij deze zaak.");
            if (passage.Treatment != Treatment.Withheld)
                return new Refused("passage-not-withheld", $"{id} wordt niet geweigerd en heeft geen motivering nodig.");
            if (others[id].FirstOrDefault() is { } other)
                return new Refused("passage-motivated", $"{id} valt al onder {other.Id}: schrijf die opnieuw.");
        }

        if (step.Ground is { } ground && !c.Documents.Where(d => d.InScope).Any(d => Reviewing.GroundsOf(c, d).Contains(ground)))
            return new Refused("ground-not-used", "Op deze grond wordt in deze zaak niets geweigerd.");
        return new MotivationWritten(step.MotivationId ?? c.Motivations.NextId, at.Keep(step.Theme), at.Keep(step.Text), passages, step.Ground, MarkOf(step.Theme, step.Mark, at));
    }

    /// <summary>What marks say of a theme; null where nothing short says it.</summary>
    internal static FreeText? MarkOf(string theme, string? mark, At at) => at.KeepOrNull(mark ?? (CanBeMark(theme) ? theme : null));

    private static bool CanBeMark(string theme) =>
        theme.Length is > 0 and <= LongestMark && char.IsLetterOrDigit(theme[0]) && theme.All(c => c is ' ' or '-' or '\'' || (char.IsLetterOrDigit(c) && c <= 'ÿ' && c is not ('ª' or 'µ' or 'º')));
}

/// <summary>The reasons of a theme.</summary>
/// <param name="Passages">What it covers; empty where the ground says it.</param>
/// <param name="Ground">Everything withheld on it; null where passages are named.</param>
public sealed record Motivation(MotivationId Id, FreeText Theme, FreeText Text, ImmutableArray<PassageId> Passages, Ground? Ground, DateOnly On, string By)
{
    /// <summary>What the mark beside a passage says of it; null where marks say only the grounds.</summary>
    public FreeText? Mark { get; init; }

    /// <summary>How often it was written, from 1.</summary>
    public int Writing { get; init; } = 1;

    /// <summary>Its grounds, in the order of the act.</summary>
    public ImmutableArray<Ground> GroundsIn(Case c) =>
        Ground is { } one ? [one] : Grounds.InOrder(Passages.SelectMany(id => c.Passages[id]!.Grounds));

    /// <summary>Whether it gives the reasons of a refusal on these grounds.</summary>
    public bool Covers(PassageId? passage, ImmutableArray<Ground> grounds) =>
        (passage is { } id && Passages.Contains(id)) || (Ground is { } one && grounds is [var only] && only == one);
}

public sealed record MotivationWritten(
    MotivationId MotivationId, FreeText Theme, FreeText Text, ImmutableArray<PassageId> Passages, Ground? Ground, FreeText? Mark = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var written = new Motivation(MotivationId, Theme, Text, Passages, Ground, entry.On, entry.Actor)
        {
            Mark = Mark,
            Writing = (c.Motivations[MotivationId]?.Writing ?? 0) + 1,
        };
        return c with
        {
            Motivations = c.Motivations[MotivationId] is null ? c.Motivations.Add(written) : c.Motivations.With(MotivationId, _ => written),
        };
    }
}
