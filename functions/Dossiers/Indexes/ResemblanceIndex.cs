using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace WobWorkflow.Dossiers;

/// <summary>A text of a case as it can be looked up.</summary>
/// <param name="Item">What of the case it is; for who reads it.</param>
/// <param name="Text">Names the text and how it was sketched: another name, and the rest is outdated.</param>
/// <param name="Parts">A signature, opaque, of each part, with the keys under which it is looked up; none for a text that is not looked up.</param>
public sealed record SketchedItem(string Item, string Text, ImmutableArray<SketchedPart> Parts);

/// <inheritdoc cref="SketchedItem"/>
public sealed record SketchedPart(ReadOnlyMemory<byte> Signature, ImmutableArray<string> Keys);

/// <summary>A part that has a key in common with another.</summary>
public sealed record FoundPart(LogId Log, string Item, ReadOnlyMemory<byte> Signature);

/// <summary>Two texts that are nearly the same, seen from one of them.</summary>
/// <param name="Resemblance">What they share of all that is in either, from 0 to 1.</param>
/// <param name="Within">How much of the one is in the other.</param>
/// <param name="Contains">How much of the other is in the one.</param>
public sealed record ResemblingPair(LogId Log, string Item, LogId OtherLog, string OtherItem, double Resemblance, double Within, double Contains)
{
    /// <summary>The same pair, seen from the other.</summary>
    public ResemblingPair Mirrored => new(OtherLog, OtherItem, Log, Item, Resemblance, Contains, Within);
}

/// <summary>
/// Which texts are nearly the same: a row for each key with the parts that have it, a row for each text that says what is there of it, and two rows for each
/// pair, one with either case. Derived from the logs and the texts.
/// </summary>
/// <remarks>The row of a text comes last and goes last: what was cut off in between is done again. What is to be done is noted in a row of its own.</remarks>
public sealed class ResemblanceIndex(StorageAccount account)
{
    private const string Owner = "of:";
    private const string Noted = "noted";
    private const string Text = "text|";
    private const string Pair = "pair|";
    private const string Parts = "Part";
    private const int Attempts = 50;

    /// <summary>Parts that are kept under a key. What more have in common finds nothing that other keys don't.</summary>
    private const int MostUnderAKey = 25;

    private readonly TableClient _table = account.Resemblance;
    private readonly TableClient _bands = account.Bands;

    /// <summary>Notes that a case is to be looked at, so that another process does it where this one dies.</summary>
    public Task NoteAsync(LogId log, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(Noted, KeyOf(log)), TableUpdateMode.Replace, cancellation);

    /// <summary>Takes a note away, unless the case was noted again since.</summary>
    /// <param name="tag">Of the note that was done; null where there was none.</param>
    public async Task DoneAsync(LogId log, string? tag, CancellationToken cancellation)
    {
        if (tag is null)
            return;
        try
        {
            await _table.DeleteEntityAsync(Noted, KeyOf(log), new ETag(tag), cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // done by another, or noted again
        }
    }

    /// <summary>The note on a case; null where there is none.</summary>
    public async Task<string?> NoteOnAsync(LogId log, CancellationToken cancellation) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(Noted, KeyOf(log), cancellationToken: cancellation) is { HasValue: true, Value: { } note } ? note.ETag.ToString() : null;

    /// <summary>The cases that are noted.</summary>
    public IAsyncEnumerable<LogId> NotedAsync(CancellationToken cancellation) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Noted}"), cancellationToken: cancellation).Select(row => LogOf(row.RowKey));

    /// <summary>What stands of a case, by item.</summary>
    public async Task<Dictionary<string, SketchedItem>> ItemsAsync(LogId log, CancellationToken cancellation)
    {
        var items = new Dictionary<string, SketchedItem>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync<TableEntity>(Between(log, Text, Text + "~"), cancellationToken: cancellation))
            items[row.RowKey[Text.Length..]] = ItemOf(row);
        return items;
    }

    /// <summary>Makes a text findable: reading and writing once for each key. Of two at once, the one that comes last finds the other.</summary>
    public Task OfferAsync(LogId log, SketchedItem item, CancellationToken cancellation) => Task.WhenAll(KeysOf(log, item).Select(mine => ChangeAsync(mine.Key, members =>
    {
        if (members.Count >= MostUnderAKey || members.Exists(member => member.Name == mine.Name))
            return false;
        members.Add(new Member(mine.Name, mine.Signature));
        members.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return true;
    }, cancellation)));

    /// <summary>Ends what <see cref="OfferAsync"/> began.</summary>
    public Task SettleAsync(LogId log, SketchedItem item, CancellationToken cancellation)
    {
        var row = new TableEntity(Owner + KeyOf(log), Text + item.Item) { ["Text"] = item.Text };
        for (var part = 0; part < item.Parts.Length; part++)
        {
            row[string.Create(CultureInfo.InvariantCulture, $"{Parts}{part}")] = item.Parts[part].Signature.ToArray();
            row[string.Create(CultureInfo.InvariantCulture, $"{Parts}{part}Keys")] = string.Join('|', item.Parts[part].Keys);
        }

        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>What is under a key, in one request.</summary>
    public async Task<IReadOnlyList<FoundPart>> FindAsync(string key, CancellationToken cancellation) =>
    [
        .. MembersOf(await _bands.GetEntityIfExistsAsync<TableEntity>(key, key, cancellationToken: cancellation))
            .Select(member => member.Name.Split('|') is var parts ? new FoundPart(LogOf(parts[0]), parts[1], member.Signature) : null!),
    ];

    /// <summary>Records a pair with both cases.</summary>
    public Task PutAsync(ResemblingPair pair, CancellationToken cancellation) => Task.WhenAll(((ResemblingPair[])[pair, pair.Mirrored]).Select(side =>
        _table.UpsertEntityAsync(
            new TableEntity(Owner + KeyOf(side.Log), RowOf(side)) { ["Resemblance"] = side.Resemblance, ["Within"] = side.Within, ["Contains"] = side.Contains }, TableUpdateMode.Replace, cancellation)));

    /// <summary>Forgets a pair with both cases.</summary>
    public Task RemoveAsync(ResemblingPair pair, CancellationToken cancellation) => Task.WhenAll(((ResemblingPair[])[pair, pair.Mirrored]).Select(side =>
        DeleteAsync(Owner + KeyOf(side.Log), RowOf(side), cancellation)));

    /// <summary>What stands of one text; null where nothing does.</summary>
    public async Task<SketchedItem?> ItemAsync(LogId log, string item, CancellationToken cancellation) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(Owner + KeyOf(log), Text + item, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? ItemOf(row) : null;

    /// <summary>What a text resembles, the nearest first, in one request.</summary>
    /// <param name="most">How many at most.</param>
    public Task<IReadOnlyList<ResemblingPair>> OfItemAsync(LogId log, string item, int most, CancellationToken cancellation) => FirstAsync(log, $"{Pair}{item}|", most, cancellation);

    /// <summary>What the texts of a case resemble, text by text, the nearest first, in one request.</summary>
    /// <inheritdoc cref="OfItemAsync"/>
    public Task<IReadOnlyList<ResemblingPair>> OfCaseAsync(LogId log, int most, CancellationToken cancellation) => FirstAsync(log, Pair, most, cancellation);

    /// <summary>Forgets a text: its pairs with both cases, its keys, and then itself.</summary>
    public async Task RemoveAsync(LogId log, SketchedItem item, CancellationToken cancellation)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(Between(log, $"{Pair}{item.Item}|", $"{Pair}{item.Item}|~"), cancellationToken: cancellation))
        {
            var pair = PairOf(log, row);
            await DeleteAsync(Owner + KeyOf(pair.OtherLog), RowOf(pair.Mirrored), cancellation);
            await DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }

        await Task.WhenAll(KeysOf(log, item).Select(mine => ChangeAsync(mine.Key, members => members.RemoveAll(member => member.Name == mine.Name) > 0, cancellation)));
        await DeleteAsync(Owner + KeyOf(log), Text + item.Item, cancellation);
    }

    /// <summary>Forgets all of a case.</summary>
    public async Task RemoveAsync(LogId log, CancellationToken cancellation)
    {
        foreach (var item in (await ItemsAsync(log, cancellation)).Values)
            await RemoveAsync(log, item, cancellation);
        // A pair whose text was gone when it was found.
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Owner + KeyOf(log)}"), cancellationToken: cancellation))
            await DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
    }

    /// <summary>Forgets everything, before it is derived anew.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        await _table.DeleteAllAsync(cancellation);
        await _bands.DeleteAllAsync(cancellation);
    }

    /// <summary>Changes what is under a key, unless there is nothing to change.</summary>
    private async Task ChangeAsync(string key, Func<List<Member>, bool> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await _bands.GetEntityIfExistsAsync<TableEntity>(key, key, cancellationToken: cancellation);
            var members = MembersOf(found);
            if (!change(members))
                return;
            var row = new TableEntity(key, key) { ["Members"] = string.Join('\n', members.Select(member => member.Name)), ["Signatures"] = members.SelectMany(member => member.Signature.ToArray()).ToArray() };
            try
            {
                if (!found.HasValue)
                    await _bands.AddEntityAsync(row, cancellation);
                else if (members.Count == 0)
                    await _bands.DeleteEntityAsync(key, key, found.Value!.ETag, cancellation);
                else
                    await _bands.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
            {
                // Another changed it, or this is our own lost answer: look again.
                if (attempt == Attempts)
                    throw new StorageUnavailableException("A row could not be changed: others kept changing it.", exception);
            }
        }
    }

    /// <summary>Signatures are all of one length.</summary>
    private static List<Member> MembersOf(NullableResponse<TableEntity> found)
    {
        if (!found.HasValue)
            return [];
        var (names, signatures) = (found.Value!.GetString("Members").Split('\n'), found.Value.GetBinary("Signatures"));
        var length = signatures.Length / names.Length;
        return [.. names.Select((name, at) => new Member(name, signatures.AsMemory(at * length, length)))];
    }

    private async Task<IReadOnlyList<ResemblingPair>> FirstAsync(LogId log, string prefix, int most, CancellationToken cancellation)
    {
        await foreach (var page in _table.QueryAsync<TableEntity>(Between(log, prefix, prefix + "~"), most, cancellationToken: cancellation).AsPages())
            return [.. page.Values.Select(row => PairOf(log, row))];
        return [];
    }

    private async Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        try
        {
            await _table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // gone already
        }
    }

    private static IEnumerable<(string Key, string Name, ReadOnlyMemory<byte> Signature)> KeysOf(LogId log, SketchedItem item) => item.Parts.SelectMany((part, number) =>
        part.Keys.Select(key => (key, string.Create(CultureInfo.InvariantCulture, $"{KeyOf(log)}|{item.Item}|{number}"), part.Signature)));

    private static SketchedItem ItemOf(TableEntity row)
    {
        var parts = ImmutableArray.CreateBuilder<SketchedPart>();
        for (var part = 0; row.GetBinary(string.Create(CultureInfo.InvariantCulture, $"{Parts}{part}")) is { } signature; part++)
            parts.Add(new SketchedPart(signature, [.. row.GetString(string.Create(CultureInfo.InvariantCulture, $"{Parts}{part}Keys")).Split('|')]));
        return new SketchedItem(row.RowKey[Text.Length..], row.GetString("Text"), parts.ToImmutable());
    }

    /// <summary>Rows of an item stand in the order of how near the other is.</summary>
    private static string RowOf(ResemblingPair pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{Pair}{pair.Item}|{(int)((1 - Math.Max(pair.Resemblance, Math.Max(pair.Within, pair.Contains))) * 1000):D4}|{KeyOf(pair.OtherLog)}|{pair.OtherItem}");

    private static ResemblingPair PairOf(LogId log, TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new ResemblingPair(
            log, parts[1], LogOf(parts[3]), parts[4], row.GetDouble("Resemblance") ?? 0, row.GetDouble("Within") ?? 0, row.GetDouble("Contains") ?? 0);
    }

    private static string Between(LogId log, string low, string high) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {Owner + KeyOf(log)} and RowKey ge {low} and RowKey lt {high}");

    // A key of a table has no slash.
    private static string KeyOf(LogId log) => log.Text.Replace('/', ':');

    private static LogId LogOf(string key) => LogId.Parse(key.Replace(':', '/'));

    /// <param name="Name">Log, item and number of a part.</param>
    private sealed record Member(string Name, ReadOnlyMemory<byte> Signature);
}
