using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Finds the same content judged differently in two cases: the same file, the same place in the same text, or the same words. Both cases then have it
/// put up for renewed assessment, each pair of judgements once.
/// </summary>
public sealed class Consistency(ContentIndex index, Dossier<Case> cases, Texts texts, Records records, IWaker waker)
{
    /// <summary>Shorter quotes, such as names, are judged differently for good reasons, and their hash could be guessed.</summary>
    private const int ShortestQuote = 40;

    private const int AtOnce = 16;

    /// <summary>Which judgements were compared last, for as long as something else remembers them: this keeps no case in memory.</summary>
    private readonly ConcurrentDictionary<string, (WeakReference Documents, WeakReference Passages)> _indexed = new(StringComparer.Ordinal);

    /// <summary>Brings what is known of a case's judgements up to date, and compares what changed.</summary>
    /// <remarks>What was cut off is done again at the next change, or when lengths of logs are compared.</remarks>
    public async Task UpdateAsync(Folded<Case> of, CancellationToken cancellation)
    {
        var c = of.State;
        if (c.Destruction is not null)
        {
            // What is no more is compared with nothing.
            _indexed.TryRemove(c.Id, out _);
            await UpdateAsync(of, [], cancellation);
            return;
        }

        if (c.Documents.Count == 0 || (_indexed.TryGetValue(c.Id, out var last) && last.Documents.Target == c.Documents && last.Passages.Target == c.Passages))
            return;
        await UpdateAsync(of, [.. Verdicts.In(c)], cancellation);
        _indexed[c.Id] = (new WeakReference(c.Documents), new WeakReference(c.Passages));
    }

    internal void Forget() => _indexed.Clear();

    private async Task UpdateAsync(Folded<Case> of, List<JudgedContent> judged, CancellationToken cancellation)
    {
        var stored = await index.ItemsAsync(of.Log, cancellation);
        var each = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(judged, each, async (content, stop) =>
        {
            var before = stored.GetValueOrDefault(ItemOf(content));
            var now = new IndexedContent(ItemOf(content), content.Verdict, await KeysAsync(of.Log, content, before, stop), content.Quote?.Hash);
            if (now.Is(before) || (now.Keys.IsEmpty && before is null))
                return;
            await index.OfferAsync(of.Log, now, stop);
            // Whoever comes last finds the other: both write before they look.
            await CompareAsync(of.State, content, now.Keys, stop);
            await index.SettleAsync(of.Log, now, before, stop);
        });
        var present = judged.Select(ItemOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in stored.Values.Where(item => !present.Contains(item.Item)))
            await index.RemoveAsync(of.Log, gone, cancellation);
    }

    private async Task CompareAsync(Case c, JudgedContent ours, ImmutableArray<string> keys, CancellationToken cancellation)
    {
        var here = new JudgedPlace(c.Id, ours.DocumentId, ours.PassageId);
        foreach (var key in keys)
        {
            foreach (var found in await index.FindAsync(key, cancellation))
            {
                if (PlaceOf(found) is not { } there || there.CaseId == c.Id)
                    continue;
                var differ = Verdicts.Differ(ours.Verdict, found.Verdict);
                // The index is a second behind the logs: what it says of another case may be so no more, and then its own update looks here again.
                if (await cases.ReadAsync(there.CaseId, cancellation) is not { State: var other } || Verdicts.Of(other, there.DocumentId, there.PassageId) != found.Verdict)
                    continue;
                if (!differ && !Verdicts.HasDiffered(c, here.DocumentId, here.PassageId, there) && !Verdicts.HasDiffered(other, there.DocumentId, there.PassageId, here))
                    continue;
                await TellAsync(here, ours.Verdict, there, found.Verdict, differ, cancellation);
                await TellAsync(there, found.Verdict, here, ours.Verdict, differ, cancellation);
            }
        }
    }

    private async Task TellAsync(JudgedPlace place, string verdict, JudgedPlace other, string otherVerdict, bool differ, CancellationToken cancellation)
    {
        // Whoever comes second finds that it was said: the case itself knows which judgements were compared, so the command needs no name of its own.
        var taken = await records.OnCaseAsync(
            place.CaseId,
            $"{(differ ? "judged-differently" : "judged-alike")}:{Guid.NewGuid():N}",
            c => differ
                ? Verdicts.Contradicted(c, place.DocumentId, place.PassageId, verdict, other, otherVerdict)
                : Verdicts.Agreed(c, place.DocumentId, place.PassageId, verdict, other, otherVerdict),
            cancellation);
        if (taken is Done<Case> { Replayed: false })
            waker.Wake(LogId.Case(place.CaseId));
    }

    /// <summary>The words of a quote are read once: what was found under their hash stays.</summary>
    private async Task<ImmutableArray<string>> KeysAsync(LogId log, JudgedContent content, IndexedContent? before, CancellationToken cancellation)
    {
        if (content.Quote is not { } quote)
            return content.Keys;
        if (before is not null && before.Quote == quote.Hash)
            return [.. content.Keys, .. before.Keys.Where(key => key.StartsWith("quote:", StringComparison.Ordinal))];
        var words = string.Join(' ', ((await texts.ReadAsync(log, [quote], cancellation))[quote] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return words.Length < ShortestQuote ? content.Keys : [.. content.Keys, $"quote:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))}"];
    }

    private static string ItemOf(JudgedContent content) => content.PassageId is { } passage ? $"{content.DocumentId}.{passage}" : content.DocumentId.ToString();

    private static JudgedPlace? PlaceOf(FoundContent found)
    {
        var parts = found.Item.Split('.');
        return found.Log.CaseId() is { } caseId && Id.TryParse<DocumentId>(parts[0], out var document)
            ? new JudgedPlace(caseId, document, parts.Length > 1 && Id.TryParse<PassageId>(parts[1], out var passage) ? passage : null)
            : null;
    }
}
