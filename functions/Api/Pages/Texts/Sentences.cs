using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace WobWorkflow.Api;

/// <summary>What pages say. The first word of a key names the file beside this one that holds the sentence: <c>court-bundle.list.title</c> stands in <c>CourtBundle.resx</c>.</summary>
internal static class Sentences
{
    /// <summary>In which all that pages say is looked up. The files themselves are Dutch, which the invariant culture finds.</summary>
    public static readonly CultureInfo Language = CultureInfo.InvariantCulture;

    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.Ordinal);

    /// <summary>A sentence with these words in its places.</summary>
    /// <exception cref="InvalidOperationException">Nobody wrote that sentence.</exception>
    public static string Say(string key, params ReadOnlySpan<object?> words)
    {
        var sentence = Sentence(key);
        return words.IsEmpty ? sentence : string.Format(Language, sentence, words);
    }

    /// <summary>A sentence of which some words are links or otherwise marked up, so that it stays one sentence for who translates it.</summary>
    /// <param name="words">What stands in its places, in the order of their numbers.</param>
    /// <exception cref="InvalidOperationException">Nobody wrote that sentence.</exception>
    public static RenderFragment Phrase(string key, params RenderFragment[] words) => builder =>
    {
        var parts = Sentence(key).Split('{');
        builder.AddContent(0, parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('}', StringComparison.Ordinal);
            builder.AddContent(1, words[int.Parse(part[..end], CultureInfo.InvariantCulture)]);
            builder.AddContent(2, part[(end + 1)..]);
        }
    };

    /// <summary>A word of a <see cref="Phrase"/> that isn't marked up.</summary>
    public static RenderFragment Word(object? word) => builder => builder.AddContent(0, word);

    /// <summary>A number with what is counted: the sentence <c>.one</c> of the key for 1, <c>.many</c> for the rest, with the number in its first place.</summary>
    /// <exception cref="InvalidOperationException">Nobody wrote that sentence.</exception>
    public static string Count(string key, long count) => Say(count == 1 ? $"{key}.one" : $"{key}.many", count);

    /// <summary>What a script in the browser says, as JSON: each sentence under <paramref name="group"/> by the rest of its key.</summary>
    public static string ForScript(string group) => JsonSerializer.Serialize(new SortedDictionary<string, string>(
        FileOf(group).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().Select(row => (string)row.Key)
            .Where(key => key.StartsWith(group + ".", StringComparison.Ordinal))
            .ToDictionary(key => key[(group.Length + 1)..], Sentence, StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>Null where nobody wrote that sentence.</summary>
    public static string? Find(string key) => FileOf(key).GetString(key, Language);

    private static string Sentence(string key) => Find(key) ?? throw new InvalidOperationException($"No file of sentences has '{key}'.");

    private static ResourceManager FileOf(string key) =>
        Files.GetOrAdd(key[..key.IndexOf('.', StringComparison.Ordinal)], first => new ResourceManager($"WobWorkflow.Api.{Labels.Pascal(first)}", typeof(Sentences).Assembly));
}
