using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WobWorkflow.Documents;

/// <summary>
/// What is kept of a text to find texts that are nearly the same: the signature of the whole and, of a mail that quotes others, of each message in it, so that the
/// mail that is quoted in a long reply is found too.
/// </summary>
/// <param name="Whole">All shingles, for a comparison with another text.</param>
/// <param name="Signatures">That of the whole comes first.</param>
public sealed record TextSketch(Shingles Whole, ImmutableArray<MinHashSignature> Signatures)
{
    /// <summary>Changes when the same text gets another sketch, so that kept ones are made anew.</summary>
    public const int Version = 1;

    /// <summary>Messages of one mail that have a signature of their own.</summary>
    public const int MostMessages = 4;

    /// <summary>The heading of a message as mail programs write it, in Dutch and English.</summary>
    private static readonly Regex Heading = new(
        @"^[>\s]*(?:-{2,}\s*(?:oorspronkelijk|doorgestuurd|original|forwarded)|(?:van|aan|cc|bcc|datum|verzonden|onderwerp|bijlage|bijlagen|from|to|sent|date|subject|attachments?)\s*:\s|(?:op|on)\s.{5,120}(?:schreef|wrote)\b.*:\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The sketch of a text; null where it has fewer than <see cref="Shingles.FewestWords"/> words.</summary>
    public static TextSketch? Of(string text) => Shingles.Of(text) is not { } whole ? null : new TextSketch(
        whole, [MinHashSignature.Of(whole), .. MessagesIn(text).Select(Shingles.Of).OfType<Shingles>().Take(MostMessages).Select(MinHashSignature.Of)]);

    /// <summary>The messages of a mail, without the lines that say who wrote when; none where it quotes nothing.</summary>
    internal static IEnumerable<string> MessagesIn(string text)
    {
        var messages = new List<List<string>> { new() };
        foreach (var line in text.Split('\n'))
        {
            if (Heading.IsMatch(line))
            {
                // The lines of one heading belong together.
                if (messages[^1].Exists(said => !string.IsNullOrWhiteSpace(said)))
                    messages.Add([]);
            }
            else
            {
                messages[^1].Add(line);
            }
        }

        var said = messages.Where(message => message.Exists(line => !string.IsNullOrWhiteSpace(line))).ToList();
        return said.Count > 1 ? said.Select(message => string.Join('\n', message)) : [];
    }
}
