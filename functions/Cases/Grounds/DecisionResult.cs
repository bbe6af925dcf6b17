using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>What a decision comes to, as its publication names it.</summary>
[JsonConverter(typeof(KebabConverter<DecisionResult>))]
public enum DecisionResult
{
    /// <summary>Openbaarmaking.</summary>
    Disclosure,

    /// <summary>Gedeeltelijke openbaarmaking.</summary>
    PartialDisclosure,

    /// <summary>Geen openbaarmaking.</summary>
    NoDisclosure,

    /// <summary>Reeds openbaar.</summary>
    AlreadyPublic,

    /// <summary>Geen documenten aangetroffen.</summary>
    NoDocumentsFound,
}

/// <summary>The words for what a decision comes to, and how it follows from its documents.</summary>
public static class DecisionResults
{
    private static readonly FrozenDictionary<DecisionResult, string> Words = new Dictionary<DecisionResult, string>
    {
        [DecisionResult.Disclosure] = "Openbaarmaking",
        [DecisionResult.PartialDisclosure] = "Gedeeltelijke openbaarmaking",
        [DecisionResult.NoDisclosure] = "Geen openbaarmaking",
        [DecisionResult.AlreadyPublic] = "Reeds openbaar",
        [DecisionResult.NoDocumentsFound] = "Geen documenten aangetroffen",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DecisionResult> Read =
        Words.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.OrdinalIgnoreCase);

    public static string Dutch(DecisionResult result) => Words[result];

    /// <summary>Reads the Dutch words, and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DecisionResult result) =>
        Read.TryGetValue(text?.Trim() ?? "", out result);

    /// <summary>What a decision comes to, from the judgements on its documents.</summary>
    /// <remarks>
    /// Documents outside the request do not count. Nor do those already public, unless there are no others: the decision discloses or
    /// refuses what is left. Order does not matter.
    /// </remarks>
    public static DecisionResult Of(IEnumerable<Judgement> documents)
    {
        var judgements = documents.ToHashSet();
        judgements.Remove(Judgement.OutOfScope);
        if (judgements.Count == 0)
            return DecisionResult.NoDocumentsFound;

        judgements.Remove(Judgement.AlreadyPublic);
        if (judgements.Count == 0)
            return DecisionResult.AlreadyPublic;

        return judgements.SetEquals([Judgement.Public]) ? DecisionResult.Disclosure
            : judgements.SetEquals([Judgement.NotPublic]) ? DecisionResult.NoDisclosure
            : DecisionResult.PartialDisclosure;
    }
}
