using System.Text;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>
/// Takes the personal data of the natural persons of a case out of a text: names, addresses, e-mail addresses. It errs on the side of taking out too
/// much, also the last name alone; who is a legal person is left as it is. What the case doesn't know of, such as a colleague's name in a reason, it can't find.
/// </summary>
internal sealed class Anonymiser
{
    private readonly List<(string Find, string Label)> _replacements;

    private Anonymiser(List<(string, string)> replacements) => _replacements = replacements;

    /// <param name="details">Who each party is; an empty record where that was erased.</param>
    public static Anonymiser Of(Case c, Func<PersonId, PersonDetails> details) => new(
    [
        .. c.Parties.Where(party => party.Role != PartyRole.OtherBody)
            .SelectMany(party => Traces(details(party.Id), Label(party)))
            .DistinctBy(trace => trace.Find.ToUpperInvariant())
            .OrderByDescending(trace => trace.Find.Length),
    ]);

    public string Apply(string text)
    {
        foreach (var (find, label) in _replacements)
            text = Replace(text, find, label);
        return WithoutMail(text);
    }

    /// <summary>What a letter calls a party whose name it doesn't say.</summary>
    public static string Label(Party party) => party.Role switch
    {
        PartyRole.Requester => "[verzoeker]",
        PartyRole.Representative => "[gemachtigde]",
        _ => $"[belanghebbende {party.Id.Number}]",
    };

    private static IEnumerable<(string Find, string Label)> Traces(PersonDetails details, string label)
    {
        if (details.Email is { Length: > 0 } email)
            yield return (email, "[e-mailadres]");
        foreach (var line in Lines(details.Address))
            yield return (line, "[adres]");
        foreach (var person in new[] { details.LegalPerson ? null : details.Name, details.Representative }.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 1))
        {
            yield return (person, label);
            if (person.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., { Length: >= 4 } last])
                yield return (last, label);
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Replaces whole words alone, whatever their case.</summary>
    private static string Replace(string text, string find, string label)
    {
        var at = 0;
        while ((at = text.IndexOf(find, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = at + find.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(find[0])) || (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(find[^1])))
            {
                at = end;
                continue;
            }

            text = string.Concat(text.AsSpan(0, at), label, text.AsSpan(end));
            at += label.Length;
        }

        return text;
    }

    /// <summary>An e-mail address that nobody registered names someone all the same.</summary>
    private static string WithoutMail(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            return text;
        var without = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
                continue;
            var word = text.AsSpan(start, i - start);
            without.Append(word.Contains('@') ? "[e-mailadres]" : word);
            if (i < text.Length)
                without.Append(text[i]);
            start = i + 1;
        }

        return without.ToString();
    }
}
