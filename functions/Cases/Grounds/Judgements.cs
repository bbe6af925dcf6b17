using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace WobWorkflow.Cases;

/// <summary>The words for judgements, and how the judgement on a document follows from its passages.</summary>
public static class Judgements
{
    private static readonly FrozenDictionary<Judgement, string> Words = new Dictionary<Judgement, string>
    {
        [Judgement.Public] = "Openbaar",
        [Judgement.PartlyPublic] = "Deels openbaar",
        [Judgement.NotPublic] = "Niet openbaar",
        [Judgement.AlreadyPublic] = "Reeds openbaar",
        [Judgement.OutOfScope] = "Buiten verzoek",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Judgement> Read = Words
        .Select(w => (Word: w.Value, Judgement: w.Key))
        .Append((Word: "Geheel openbaar", Judgement: Judgement.Public))
        .Append((Word: "Volledig openbaar", Judgement: Judgement.Public))
        .Append((Word: "Gedeeltelijk openbaar", Judgement: Judgement.PartlyPublic))
        .Append((Word: "Geheel niet openbaar", Judgement: Judgement.NotPublic))
        .Append((Word: "Al openbaar", Judgement: Judgement.AlreadyPublic))
        .Append((Word: "Buiten reikwijdte", Judgement: Judgement.OutOfScope))
        .Append((Word: "Buiten reikwijdte verzoek", Judgement: Judgement.OutOfScope))
        .Append((Word: "Buiten bereik", Judgement: Judgement.OutOfScope))
        .ToFrozenDictionary(w => w.Word, w => w.Judgement, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that the inventory prints.</summary>
    public static string Dutch(Judgement judgement) => Words[judgement];

    /// <summary>Reads the words of inventories, ours and others'. Unknown text is not read: “niet openbaar” is never the default.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Judgement judgement)
    {
        judgement = default;
        return text is { Length: <= 80 }
            && Read.TryGetValue(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), out judgement);
    }

    /// <summary>Whether the inventory must name a ground beside it.</summary>
    public static bool NeedsGround(Judgement judgement) => judgement is Judgement.PartlyPublic or Judgement.NotPublic;

    /// <summary>Whether the inventory must say where the document can be found.</summary>
    public static bool NeedsLocation(Judgement judgement) => judgement is Judgement.AlreadyPublic;

    /// <summary>The judgement on a document, from those on its passages; null while one of them is a mere proposal.</summary>
    /// <remarks>
    /// It says what <em>this body refuses</em>. So parts outside the request or left to another body make a document no less public,
    /// and a document without passages is public. Order does not matter, nor saying a thing twice; where passages contradict each
    /// other the one that makes less public wins.
    /// </remarks>
    public static Judgement? Of(IEnumerable<PassageJudgement> passages)
    {
        var all = passages.ToHashSet();
        bool Whole(PassageKind kind) => all.Contains(new(kind, CoversWhole: true));
        bool Any(PassageKind kind) => Whole(kind) || all.Contains(new(kind, CoversWhole: false));

        return Any(PassageKind.Proposed) ? null
            : Whole(PassageKind.Withheld) ? Judgement.NotPublic
            : Whole(PassageKind.OutOfScope) || Whole(PassageKind.LeftToOther) ? Judgement.OutOfScope
            : Any(PassageKind.Withheld) ? Judgement.PartlyPublic
            : Whole(PassageKind.AlreadyPublic) ? Judgement.AlreadyPublic
            : Judgement.Public;
    }
}
