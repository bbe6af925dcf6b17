using System.Collections.Frozen;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>The ways in which decisions, inventories and redaction software write a ground.</summary>
/// <remarks>
/// A text is taken apart into numbers, letters and the words of a citation; what remains must be exactly one ground. A word or sign
/// that no citation has, two grounds in one text, or a law that does not have the ground: nothing is read, for a person to look at.
/// </remarks>
internal static class GroundNotation
{
    private const int Longest = 120;

    private static readonly FrozenDictionary<string, string> Ordinals = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["eerste"] = "1",
        ["tweede"] = "2",
        ["derde"] = "3",
        ["vierde"] = "4",
        ["vijfde"] = "5",
        ["zesde"] = "6",
        ["zevende"] = "7",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Citing = FrozenSet.ToFrozenSet(
        ["artikel", "art", "article", "lid", "aanhef", "en", "onder", "onderdeel", "sub", "letter", "van", "de"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Regime> Laws = new Dictionary<string, Regime>(StringComparer.Ordinal)
    {
        ["wob"] = Regime.Wob,
        ["woo"] = Regime.Woo,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Ground> ByParts = Grounds.All
        .Select(d => (Parts: Joined(Tokens(d.Ground.Key)!), d.Ground))
        .Append((Parts: "5 2", Grounds.Get("5.2.1").Ground)) // the article's only ground; the platform of the Ministry of VWS writes it so
        .Append((Parts: "11", Grounds.Get("11.1").Ground))
        .Append((Parts: "5 4 a 1", Grounds.Get("5.4a").Ground))
        .ToFrozenDictionary(p => p.Parts, p => p.Ground, StringComparer.Ordinal);

    public static Ground? Read(string? text, Regime? regime = null)
    {
        if (text is null || text.Length > Longest || Tokens(LawsInShort(text.ToLowerInvariant())) is not { } tokens)
            return null;

        var named = new HashSet<Regime>();
        if (regime is { } asked)
            named.Add(asked);

        var parts = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Text;
            if (Laws.TryGetValue(word, out var law))
                named.Add(law);
            else if (Ordinals.TryGetValue(word, out var number))
                parts.Add(number);
            else if (char.IsAsciiDigit(word[0]) || word.Length == 1 && !IsOrdinalEnding(tokens, i))
                parts.Add(word);
            else if (!Citing.Contains(word) && !IsOrdinalEnding(tokens, i))
                return null;
        }

        return ByParts.TryGetValue(string.Join(' ', parts), out var ground) && named.All(r => r == ground.Regime) ? ground : null;
    }

    private static string LawsInShort(string text) => text
        .Replace("wet openbaarheid van bestuur", "wob", StringComparison.Ordinal)
        .Replace("wet open overheid", "woo", StringComparison.Ordinal);

    // "2e lid", "2de lid", "1ste lid": the letters belong to the number, not to a ground's letter
    private static bool IsOrdinalEnding(List<Token> tokens, int i) =>
        tokens[i] is { Adjacent: true, Text: "e" or "de" or "ste" }
        && i > 0 && char.IsAsciiDigit(tokens[i - 1].Text[0])
        && i + 1 < tokens.Count && tokens[i + 1].Text == "lid";

    private static string Joined(List<Token> tokens) => string.Join(' ', tokens.Select(t => t.Text));

    private static List<Token>? Tokens(string text)
    {
        var tokens = new List<Token>();
        var run = new StringBuilder();
        var adjacent = false;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c);
            if (!digit && !char.IsAsciiLetterLower(c) && !IsSeparator(c))
                return null;

            var ends = run.Length > 0 && (IsSeparator(c) || char.IsAsciiDigit(run[0]) != digit);
            if (ends)
            {
                tokens.Add(new(run.ToString(), adjacent));
                run.Clear();
            }

            adjacent = ends ? !IsSeparator(c) : adjacent && !IsSeparator(c);
            if (!IsSeparator(c))
                run.Append(c);
        }

        if (run.Length > 0)
            tokens.Add(new(run.ToString(), adjacent));
        return tokens;
    }

    private static bool IsSeparator(char c) => c is '.' or ',' or '(' or ')' || char.IsWhiteSpace(c);

    /// <param name="Text">A run of digits or a run of letters.</param>
    /// <param name="Adjacent">Nothing stands between this run and the one before it.</param>
    private readonly record struct Token(string Text, bool Adjacent);
}
