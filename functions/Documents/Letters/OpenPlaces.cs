using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// Finds what was left open in a letter, between square brackets, by the engine or by whoever edits it: <c>[reactie op deze zienswijze]</c>, <c>[invullen]</c>. What an
/// anonymised rendition puts in the place of a name, an omission in a quotation (<c>[…]</c>) and the date of dispatch are no open places.
/// </summary>
public static class OpenPlaces
{
    public const string ThirdPartyViews = "third-party-views";
    public const string ObjectionGrounds = "objection-grounds";
    public const string Hearing = "hearing";
    public const string Other = "other";

    /// <summary>How a place begins that is to be filled in, without its bracket, and where in the letter it belongs. The first that fits holds.</summary>
    private static readonly ImmutableArray<(string Opening, string Place)> Known =
    [
        ("datum verzending", ""),
        ("reactie op deze zienswijze", ThirdPartyViews),
        ("reactie op deze grond", ObjectionGrounds),
        ("horen", Hearing),
        .. new[] { "reactie", "invullen", "in te vullen", "aanvullen", "aan te vullen", "motivering", "toelichting", "datum", "naam", "nader", "kiezen", "kies", "nog ", "pm", "p.m.", "todo", "xx", "..." }
            .Select(opening => (opening, Other)),
    ];

    /// <summary>The places that are open, in the order of the text, each as often as it is there; only codes, never words of the letter.</summary>
    public static ImmutableArray<string> In(string text)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var at = text.IndexOf('[', StringComparison.Ordinal); at >= 0; at = text.IndexOf('[', at + 1))
        {
            var rest = text.AsSpan(at + 1).TrimStart();
            foreach (var (opening, place) in Known)
            {
                if (!rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase) || IsOmission(rest))
                    continue;
                if (place.Length > 0)
                    found.Add(place);
                break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Three dots and nothing else stand for words left out of a quotation.</summary>
    private static bool IsOmission(ReadOnlySpan<char> rest) => rest.StartsWith("...]", StringComparison.Ordinal);
}
