using System.Collections.Concurrent;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Finds the texts to which events refer.</summary>
public sealed class Texts(PartyStore parties)
{
    /// <summary>What a page or letter says in the place of a text that was erased.</summary>
    public const string Erased = "[gewist]";

    /// <summary>A case can have thousands of texts; storage is not asked for all of them in one breath.</summary>
    private const int AtOnce = 32;

    /// <summary>Each text by its reference; null for one that was erased.</summary>
    public async Task<IReadOnlyDictionary<FreeText, string?>> ReadAsync(LogId aggregate, IEnumerable<FreeText> texts, CancellationToken cancellation)
    {
        var scope = PartyScope.Of(aggregate);
        var read = new ConcurrentDictionary<FreeText, string?>();
        await Parallel.ForEachAsync(
            texts.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (text, stop) => read[text] = await parties.GetAsync(scope, text.Hash, stop));
        return read;
    }
}
