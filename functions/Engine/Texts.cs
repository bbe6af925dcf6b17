using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Finds the texts to which events refer.</summary>
public sealed class Texts(PartyStore parties)
{
    /// <summary>What a page or letter says in the place of a text that was erased.</summary>
    public const string Erased = "[gewist]";

    /// <summary>Each text by its reference; null for one that was erased.</summary>
    public async Task<IReadOnlyDictionary<FreeText, string?>> ReadAsync(LogId aggregate, IEnumerable<FreeText> texts, CancellationToken cancellation)
    {
        var scope = PartyScope.Of(aggregate);
        var read = await Task.WhenAll(texts.Distinct().Select(async text => (text, Content: await parties.GetAsync(scope, text.Hash, cancellation))));
        return read.ToDictionary(pair => pair.text, pair => pair.Content);
    }
}
