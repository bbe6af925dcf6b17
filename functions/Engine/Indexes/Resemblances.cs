using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Finds documents that are nearly the same, within a case and across cases: candidates by the bands of their MinHash signatures, and of those the true
/// resemblance by their texts. Off the path of any answer, and off that of the lists: a case with thousands of documents keeps nobody waiting.
/// </summary>
public sealed partial class Resemblances(ResemblanceIndex index, Dossier<Case> cases, CaseFiles files, ILogger<Resemblances> log)
{
    /// <summary>Pairs that are said have this resemblance, or the one is in the other for <see cref="LeastContained"/>.</summary>
    public const double LeastResemblance = 0.5;

    /// <inheritdoc cref="LeastResemblance"/>
    public const double LeastContained = 0.8;

    /// <summary>Texts that are alike for so much resemble each other whatever they share with many.</summary>
    public const double NearlyAll = 0.9;

    /// <summary>How many documents are said of one at most. Of a text that resembles more, those of <see cref="NearlyAll"/> alone.</summary>
    public const int MostSaid = 8;

    /// <summary>What so many of the nearest have in common with a text is boilerplate, such as a disclaimer or a standard letter.</summary>
    private const int Common = 8;

    /// <summary>Of a text that is boilerplate for the rest.</summary>
    private const double LeastOwn = 0.1;

    /// <summary>Rows that are read of what a text resembles.</summary>
    private const int Looked = 25;

    /// <summary>Two standard errors below what is said.</summary>
    private const double LeastEstimate = LeastResemblance - 0.09;

    private const int Nearest = 10;
    private const int CasesAtOnce = 2;
    private const int TextsAtOnce = 8;
    private const int MostOfACase = 1000;
    private const int MostRemembered = 4_000_000;

    private static readonly IReadOnlySet<ulong> Nothing = new HashSet<ulong>();

    private readonly MarkedLogs _marked = new(CasesAtOnce);
    private readonly ConcurrentDictionary<string, ulong> _noticed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Shingles> _shingles = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _flushing = new(1, 1);
    private int _remembered;

    /// <summary>
    /// Notes a case whose documents are others than when it was noticed last; one write then, else nothing. To be called before anything says that the
    /// case was indexed, so that another process goes on where this one dies.
    /// </summary>
    public async Task NoticeAsync(Folded<Case> of, CancellationToken cancellation)
    {
        var c = of.State;
        var texts = FingerprintOf(c);
        if (c.Documents.Count == 0 || (_noticed.TryGetValue(c.Id, out var last) && last == texts))
            return;
        await index.NoteAsync(of.Log, cancellation);
        Mark(of.Log);
        _noticed[c.Id] = texts;
    }

    /// <summary>Brings what is known of all cases that were noticed up to date.</summary>
    /// <exception cref="StorageUnavailableException">What was not done stays noted.</exception>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await _flushing.WaitAsync(cancellation);
        try
        {
            // Only the kind of exception is told: its message may quote the case.
            await _marked.EachAsync(UpdateAsync, (marked, exception) => NotCompared(marked.Text, exception.GetType().Name), cancellation);
        }
        finally
        {
            ForgetShingles();
            _flushing.Release();
        }
    }

    /// <summary>Takes over what other processes noted and did not do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await foreach (var noted in index.NotedAsync(cancellation))
            Mark(noted);
    }

    /// <summary>Forgets what of a case could be compared, because its content is to be gone.</summary>
    public Task DestroyAsync(LogId of, CancellationToken cancellation) => index.RemoveAsync(of, cancellation);

    /// <summary>Forgets what of these documents could be compared, because their content is to be gone.</summary>
    public async Task RemoveAsync(LogId of, IReadOnlyCollection<DocumentId> documents, CancellationToken cancellation)
    {
        foreach (var id in documents)
        {
            if (await index.ItemAsync(of, id.ToString(), cancellation) is { } item)
                await index.RemoveAsync(of, item, cancellation);
        }
    }

    /// <summary>What a document resembles, the nearest first, as the cases stand now: one request of the index, and one for each other case.</summary>
    public async Task<ImmutableArray<Resembling>> OfAsync(Folded<Case> of, DocumentId document, CancellationToken cancellation) => of.State.Documents[document] is null || of.State.Destruction is not null
        ? []
        : await SeenAsync(of, Said(await index.OfItemAsync(of.Log, document.ToString(), Looked, cancellation)), cancellation);

    /// <summary>The pairs of a case, each once, the nearest first; of a case with very many, those of its first thousand.</summary>
    public async Task<ImmutableArray<Resembling>> InAsync(Folded<Case> of, CancellationToken cancellation)
    {
        if (of.State.Documents.Count == 0 || of.State.Destruction is not null)
            return [];
        var pairs = (await index.OfCaseAsync(of.Log, MostOfACase, cancellation)).GroupBy(pair => pair.Item, StringComparer.Ordinal).SelectMany(same => Said([.. same]));
        var seen = await SeenAsync(of, pairs, cancellation);
        return
        [
            .. seen.DistinctBy(pair => pair.Other.Log == of.Log && pair.OtherDocument.Id.Number > pair.Document.Id.Number
                    ? (pair.Other.Log, pair.OtherDocument.Id, pair.Document.Id)
                    : (pair.Other.Log, pair.Document.Id, pair.OtherDocument.Id))
                .OrderByDescending(pair => pair.Resemblance),
        ];
    }

    internal void Mark(LogId of) => _marked.Mark(of);

    internal void Forget()
    {
        _marked.Forget();
        _noticed.Clear();
    }

    private static IEnumerable<ResemblingPair> Said(IReadOnlyList<ResemblingPair> pairs) =>
        pairs.Count <= MostSaid ? pairs : pairs.Where(pair => pair.Resemblance >= NearlyAll).Take(MostSaid);

    /// <summary>The index is some time behind the logs, and a text may be gone: what is said is there now.</summary>
    private async Task<ImmutableArray<Resembling>> SeenAsync(Folded<Case> of, IEnumerable<ResemblingPair> pairs, CancellationToken cancellation)
    {
        var all = pairs.ToList();
        var others = new ConcurrentDictionary<LogId, Folded<Case>?> { [of.Log] = of };
        await Parallel.ForEachAsync(
            all.Select(pair => pair.OtherLog).Distinct().Where(other => other != of.Log), new ParallelOptions { MaxDegreeOfParallelism = TextsAtOnce, CancellationToken = cancellation },
            async (other, stop) => others[other] = other.CaseId() is { } id ? await cases.ReadAsync(id, stop) : null);
        return
        [
            .. from pair in all
               let other = others[pair.OtherLog]
               where other is { State.Destruction: null }
               let document = TextOf(of.State, pair.Item)
               let otherDocument = TextOf(other.State, pair.OtherItem)
               where document is not null && otherDocument is not null
               select new Resembling(document, other, otherDocument, pair.Resemblance, pair.Within, pair.Contains),
        ];
    }

    private async Task UpdateAsync(LogId of, CancellationToken cancellation)
    {
        var note = await index.NoteOnAsync(of, cancellation);
        if (of.CaseId() is not { } id || await cases.ReadAsync(id, cancellation) is not { State: var c })
            return;
        if (c.Destruction is not null)
        {
            await index.RemoveAsync(of, cancellation);
        }
        else
        {
            var stored = await index.ItemsAsync(of, cancellation);
            var texts = c.Documents.Select(document => TextOf(c, document.Id.ToString())).OfType<Document>().ToDictionary(document => document.Id.ToString(), StringComparer.Ordinal);
            var each = new ParallelOptions { MaxDegreeOfParallelism = TextsAtOnce, CancellationToken = cancellation };
            await Parallel.ForEachAsync(
                stored.Values.Where(item => !texts.TryGetValue(item.Item, out var document) || NameOf(document) != item.Text), each, async (item, stop) => await index.RemoveAsync(of, item, stop));
            await Parallel.ForEachAsync(
                texts.Values.Where(document => stored.GetValueOrDefault(document.Id.ToString())?.Text != NameOf(document)), each, async (document, stop) => await AddAsync(of, c, document, stop));
        }

        await index.DoneAsync(of, note, cancellation);
    }

    private async Task AddAsync(LogId of, Case c, Document document, CancellationToken cancellation)
    {
        if (await files.ReadTextAsync(c.Id, document, cancellation) is not { } text)
            return;
        var sketch = TextSketch.Of(text);
        var item = new SketchedItem(
            document.Id.ToString(), NameOf(document), sketch is null ? [] : [.. sketch.Signatures.Select(signature => new SketchedPart(signature.Bytes, [.. signature.BandKeys()]))]);
        if (sketch is not null)
        {
            Remember(NameOf(document), sketch.Whole);
            await index.OfferAsync(of, item, cancellation);
            // Whoever comes last finds the other: both write before they look.
            await CompareAsync(of, item, sketch.Whole, cancellation);
        }

        await index.SettleAsync(of, item, cancellation);
    }

    /// <summary>Finds what a text resembles. What most of the nearest have in common with it is left out of that, as boilerplate.</summary>
    private async Task CompareAsync(LogId of, SketchedItem item, Shingles text, CancellationToken cancellation)
    {
        var nearest = await NearestAsync(of, item, cancellation);
        var boilerplate = BoilerplateOf(text, nearest);
        foreach (var other in nearest.Where(other => IsNear(text, other.Text)))
        {
            if (IsNear(text, other.Text, boilerplate))
                await index.PutAsync(PairOf(of, item.Item, text, other), cancellation);
            else
                await ReconsiderAsync(other, cancellation);
        }
    }

    /// <summary>A text of which pairs were found before it showed that what it shares with them is shared by many.</summary>
    private async Task ReconsiderAsync(Compared other, CancellationToken cancellation)
    {
        var doubtful = (await index.OfItemAsync(other.Log, other.Item, Looked, cancellation)).Where(pair => pair.Resemblance < NearlyAll).ToList();
        if (doubtful.Count == 0 || await index.ItemAsync(other.Log, other.Item, cancellation) is not { } item)
            return;
        var boilerplate = BoilerplateOf(other.Text, await NearestAsync(other.Log, item, cancellation));
        foreach (var pair in doubtful)
        {
            if (await ReadAsync(pair.OtherLog, pair.OtherItem, cancellation) is not { } text || !IsNear(other.Text, text, boilerplate))
                await index.RemoveAsync(pair, cancellation);
        }
    }

    /// <summary>Of the texts that have a band in common with this one the nearest, by the estimate of their signatures.</summary>
    private async Task<List<Compared>> NearestAsync(LogId of, SketchedItem item, CancellationToken cancellation)
    {
        var estimates = new Dictionary<(LogId Log, string Item), double>();
        foreach (var part in item.Parts)
        {
            var signature = MinHashSignature.From(part.Signature.Span);
            var bands = await Task.WhenAll(part.Keys.Select(key => index.FindAsync(key, cancellation)));
            foreach (var found in bands.SelectMany(band => band).Where(found => found.Log != of || found.Item != item.Item))
            {
                var key = (found.Log, found.Item);
                estimates[key] = Math.Max(estimates.GetValueOrDefault(key), signature.EstimateTo(MinHashSignature.From(found.Signature.Span)));
            }
        }

        var nearest = new List<Compared>();
        foreach (var ((log, there), _) in estimates.Where(one => one.Value >= LeastEstimate)
            .OrderByDescending(one => one.Value).ThenBy(one => one.Key.Log.Text, StringComparer.Ordinal).ThenBy(one => one.Key.Item, StringComparer.Ordinal).Take(Nearest))
        {
            if (await ReadAsync(log, there, cancellation) is { } text)
                nearest.Add(new Compared(log, there, text));
        }

        return nearest;
    }

    private async Task<Shingles?> ReadAsync(LogId of, string item, CancellationToken cancellation)
    {
        if (of.CaseId() is not { } id || await cases.GlanceAsync(id, cancellation) is not { State: { Destruction: null } c } || TextOf(c, item) is not { } document)
            return null;
        if (_shingles.TryGetValue(NameOf(document), out var known))
            return known;
        if (await files.ReadTextAsync(id, document, cancellation) is not { } text || Shingles.Of(text) is not { } read)
            return null;
        Remember(NameOf(document), read);
        return read;
    }

    private static IReadOnlySet<ulong> BoilerplateOf(Shingles text, List<Compared> nearest) =>
        nearest.Count < Common ? Nothing : text.SharedByAtLeast(Common, [.. nearest.Select(other => other.Text)]);

    /// <summary>Whether a pair is said. Where a text is boilerplate for the most part, only what is the same nearly altogether.</summary>
    private static bool IsNear(Shingles text, Shingles other, IReadOnlySet<ulong> boilerplate)
    {
        if (boilerplate.Count == 0)
            return IsNear(text, other);
        var (own, others) = (text.Without(boilerplate), other.Without(boilerplate));
        return text.ResemblanceTo(other) >= NearlyAll || (own.Count >= text.Count * LeastOwn && others.Count >= other.Count * LeastOwn && IsNear(own, others));
    }

    private static bool IsNear(Shingles text, Shingles other) =>
        text.ResemblanceTo(other) >= LeastResemblance || text.ContainmentIn(other) >= LeastContained || other.ContainmentIn(text) >= LeastContained;

    private static ResemblingPair PairOf(LogId of, string item, Shingles text, Compared other) =>
        new(of, item, other.Log, other.Item, text.ResemblanceTo(other.Text), text.ContainmentIn(other.Text), other.Text.ContainmentIn(text));

    /// <summary>A document that can be compared; null where it was dropped, moved, or has no text.</summary>
    private static Document? TextOf(Case c, string item) =>
        Id.TryParse<DocumentId>(item, out var id) && c.Documents[id] is { InScope: true, Content.TextSha256: not null } document ? document : null;

    private static string NameOf(Document document) => $"{TextSketch.Version}:{document.Content!.TextSha256}";

    private static ulong FingerprintOf(Case c)
    {
        if (c.Destruction is not null)
            return 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in c.Documents.Where(document => document is { InScope: true, Content.TextSha256: not null }))
            hash.AppendData(Encoding.ASCII.GetBytes($"{document.Id}:{document.Content!.TextSha256}\n"));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    /// <summary>Many documents of one case are compared with the same others; no longer than a flush lasts, and no more than some 32 MB.</summary>
    private void Remember(string name, Shingles shingles)
    {
        if (Interlocked.Add(ref _remembered, shingles.Count) > MostRemembered)
            ForgetShingles();
        _shingles[name] = shingles;
    }

    private void ForgetShingles()
    {
        _shingles.Clear();
        Interlocked.Exchange(ref _remembered, 0);
    }

    private sealed record Compared(LogId Log, string Item, Shingles Text);

    [LoggerMessage(Level = LogLevel.Error, Message = "The documents of {Aggregate} could not be compared: {Exception}")]
    private partial void NotCompared(string aggregate, string exception);
}
