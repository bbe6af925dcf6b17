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
            var now = new IndexedContent(ItemOf(content), content.Verdict, content.Judged, await KeysAsync(of.Log, content, before, stop), content.Quote?.Hash);
            if (now.Is(before) || (now.Keys.IsEmpty && before is null))
                return;
            await index.OfferAsync(of.Log, now, stop);
            // Whoever comes last finds the other: both write before they look.
            var (here, same) = (new JudgedPlace(of.State.Id, content.DocumentId, content.PassageId), await FoundAsync(of, now.Keys, stop));
            foreach (var there in same)
                await CompareAsync(of.State, here, there, stop);
            await LetGoAsync(of, here, [.. (before?.Keys ?? []).Except(now.Keys)], same, stop);
            await index.SettleAsync(of.Log, now, before, stop);
        });
        var present = judged.Select(ItemOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in stored.Values.Where(item => !present.Contains(item.Item)))
        {
            if (PlaceOf(of.Log, gone.Item) is { } place)
                await LetGoAsync(of, place, gone.Keys, [], cancellation);
            await index.RemoveAsync(of.Log, gone, cancellation);
        }
    }

    /// <summary>Where other cases hold it, each place once.</summary>
    private async Task<HashSet<JudgedPlace>> FoundAsync(Folded<Case> of, ImmutableArray<string> keys, CancellationToken cancellation)
    {
        var places = new HashSet<JudgedPlace>();
        foreach (var key in keys)
        {
            foreach (var found in await index.FindAsync(key, cancellation))
            {
                if (PlaceOf(found.Log, found.Item) is { } there && there.CaseId != of.State.Id)
                    places.Add(there);
            }
        }

        return places;
    }

    /// <summary>Tells both how they stand, until neither went on meanwhile: the index is a second behind the logs, and so are they to each other.</summary>
    private async Task CompareAsync(Case c, JudgedPlace here, JudgedPlace there, CancellationToken cancellation)
    {
        (string?, string?)? told = null;
        while (await cases.ReadAsync(there.CaseId, cancellation) is { State: var other })
        {
            var now = (Ours: Verdicts.Of(c, here.DocumentId, here.PassageId), Theirs: Verdicts.Of(other, there.DocumentId, there.PassageId));
            if (now == told)
                return;
            if (now is { Ours: { } mine, Theirs: { } theirs } && Verdicts.Differ(mine, theirs))
            {
                await TellAsync(here.CaseId, "judged-differently", x => Verdicts.Contradicted(x, here.DocumentId, here.PassageId, mine, there, theirs), cancellation);
                await TellAsync(there.CaseId, "judged-differently", x => Verdicts.Contradicted(x, there.DocumentId, there.PassageId, theirs, here, mine), cancellation);
            }
            else if (Verdicts.HasDiffered(c, here.DocumentId, here.PassageId, there) || Verdicts.HasDiffered(other, there.DocumentId, there.PassageId, here))
            {
                await TellAsync(here.CaseId, "judged-alike", x => Verdicts.Agreed(x, here.DocumentId, here.PassageId, there, now.Theirs), cancellation);
                await TellAsync(there.CaseId, "judged-alike", x => Verdicts.Agreed(x, there.DocumentId, there.PassageId, here, now.Ours), cancellation);
            }
            else
                return;

            told = now;
            if (await cases.ReadAsync(here.CaseId, cancellation) is not { State: var after })
                return;
            c = after;
        }
    }

    /// <summary>What no key has in common any more, differs no more.</summary>
    private async Task LetGoAsync(Folded<Case> of, JudgedPlace here, ImmutableArray<string> keys, HashSet<JudgedPlace> same, CancellationToken cancellation)
    {
        foreach (var there in (await FoundAsync(of, keys, cancellation)).Except(same))
        {
            if (await cases.ReadAsync(there.CaseId, cancellation) is { State: var other } && Verdicts.HasDiffered(other, there.DocumentId, there.PassageId, here))
                await TellAsync(there.CaseId, "judged-no-more", x => Verdicts.Agreed(x, there.DocumentId, there.PassageId, here, null), cancellation);
            if (of.State.Destruction is null && Verdicts.HasDiffered(of.State, here.DocumentId, here.PassageId, there))
                await TellAsync(here.CaseId, "judged-no-more", x => Verdicts.Agreed(x, here.DocumentId, here.PassageId, there, null), cancellation);
        }
    }

    private async Task TellAsync(string caseId, string command, Func<Case, Outcome> decide, CancellationToken cancellation)
    {
        // Whoever comes second finds that it was said: the case itself knows which judgements were compared, so the command needs no name of its own.
        if (await records.OnCaseAsync(caseId, $"{command}:{Guid.NewGuid():N}", decide, cancellation) is Done<Case> { Replayed: false })
            waker.Wake(LogId.Case(caseId));
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

    private static JudgedPlace? PlaceOf(LogId log, string item)
    {
        var parts = item.Split('.');
        return log.CaseId() is { } caseId && Id.TryParse<DocumentId>(parts[0], out var document)
            ? new JudgedPlace(caseId, document, parts.Length > 1 && Id.TryParse<PassageId>(parts[1], out var passage) ? passage : null)
            : null;
    }
}
