using System.Collections.Frozen;
using System.Text.Json;

namespace WobWorkflow.Local;

/// <summary>
/// What the story holds for true, from <c>story.json</c>: what is known carries its source, what is not known is assumed and says so. Persons, papers and
/// the words in them are made up throughout.
/// </summary>
public sealed class StoryFacts
{
    private readonly FrozenDictionary<string, StoryMoment> _moments;
    private readonly FrozenDictionary<string, StoryFact> _facts;

    private StoryFacts(Dictionary<string, StoryMoment> moments, Dictionary<string, StoryFact> facts) =>
        (_moments, _facts) = (moments.ToFrozenDictionary(StringComparer.Ordinal), facts.ToFrozenDictionary(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, StoryMoment> Moments => _moments;

    public IReadOnlyDictionary<string, StoryFact> Facts => _facts;

    /// <summary>The day of a moment.</summary>
    public DateOnly On(string moment) => _moments[moment].On;

    /// <summary>What is taken for a fact, known or assumed.</summary>
    public string Say(string fact) => _facts[fact].Value;

    /// <summary><c> (aangenomen)</c> where that is so, for the end of a line that tells of the fact.</summary>
    public string Mark(string fact) => StoryMoment.MarkOf(_facts[fact].Assumed);

    public static StoryFacts Read()
    {
        using var file = typeof(StoryFacts).Assembly.GetManifestResourceStream("story.json")!;
        var read = JsonSerializer.Deserialize<File>(file, JsonSerializerOptions.Web)!;
        return new StoryFacts(read.Moments, read.Facts);
    }

    private sealed record File(Dictionary<string, StoryMoment> Moments, Dictionary<string, StoryFact> Facts);
}

/// <summary>A day on which something happens. One of source and assumption is there.</summary>
/// <param name="What">What happens, as the story tells it.</param>
/// <param name="Source">Where it was read; null where it is assumed.</param>
/// <param name="Assumed">What isn't known of it; null where nothing is assumed.</param>
public sealed record StoryMoment(DateOnly On, string What, string? Source, string? Assumed)
{
    public string Mark => MarkOf(Assumed);

    internal static string MarkOf(string? assumed) => assumed is null ? "" : " (aangenomen)";
}

/// <summary>A fact other than a day. One of source and assumption is there.</summary>
public sealed record StoryFact(string Value, string? Source, string? Assumed);
