using CsCheck;

namespace WobWorkflow.Documents.Tests;

/// <summary>Texts that look like those of a case: words of a small vocabulary, some of them very common.</summary>
internal static class Prose
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 3000).Select(n => $"woord{n}")];

    /// <summary>A text of so many words.</summary>
    public static string[] Of(Random random, int words) => [.. Enumerable.Range(0, words).Select(_ => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 3))])];

    /// <summary>The same text, in which words were replaced, each with this probability: as a later version, or a scan that was misread.</summary>
    public static string[] Changed(Random random, string[] words, double share) =>
        [.. words.Select((word, at) => random.NextDouble() < share ? $"anders{at}" : word)];

    public static string Text(this string[] words) => string.Join(' ', words);

    public static Gen<Random> Seeds { get; } = Gen.Int.Select(seed => new Random(seed));
}
