using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Puts the words to the lines of an inventory, some hundreds at a time: a long inventory is never in memory as a whole.</summary>
public sealed class InventoryEntries(Texts texts, MailOptions mail)
{
    /// <summary>What a list says in the place of a title that its reader may not see.</summary>
    public const string Withheld = "[gerubriceerd]";

    private const int Chunk = 500;

    /// <param name="reads">Whether the reader may see the title and remark of something so marked.</param>
    /// <param name="anonymised">Whether the names of natural persons are taken out, as in what is published.</param>
    public IAsyncEnumerable<InventoryEntry> OfAsync(Case c, Func<Marking, bool> reads, bool anonymised, CancellationToken cancellation) =>
        OfAsync(c, reads, anonymised, 0, int.MaxValue, cancellation);

    /// <param name="skip">So many lines are left out at the beginning; no words are read for them.</param>
    /// <param name="take">So many at most come after those.</param>
    /// <inheritdoc cref="OfAsync(Case, Func{Marking, bool}, bool, CancellationToken)"/>
    public async IAsyncEnumerable<InventoryEntry> OfAsync(
        Case c, Func<Marking, bool> reads, bool anonymised, int skip, int take, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = Inventory.Of(c);
        var log = LogId.Case(c.Id);
        var ids = lines.ToDictionary(line => line.DocumentId, line => line.Id);
        var anonymise = anonymised ? await AnonymiserAsync(c, log, cancellation) : null;
        foreach (var chunk in lines.Skip(skip).Take(take).Chunk(Chunk))
        {
            var readable = chunk.Where(line => reads(c.Documents[line.DocumentId]!.Marking)).ToList();
            var words = await texts.ReadAsync(log, readable.SelectMany(line => new[] { line.Title, line.Remark }).OfType<FreeText>(), cancellation);
            string Say(FreeText text) => words.GetValueOrDefault(text) is { } said ? anonymise?.Apply(said) ?? said : Texts.Erased;
            foreach (var line in chunk)
            {
                var read = reads(c.Documents[line.DocumentId]!.Marking);
                yield return Of(c, line, ids, read ? Say(line.Title) : Withheld, read && line.Remark is { } remark ? Say(remark) : null);
            }
        }
    }

    /// <summary>What a decision is called in a list.</summary>
    public static string? NameOf(Decision? decision) => decision is { TakenOn: { } on } ? $"Besluit van {Dutch.Date(on)}" : null;

    private InventoryEntry Of(Case c, InventoryLine line, Dictionary<DocumentId, string> ids, string title, string? remark)
    {
        ImmutableArray<DocumentId> related = [.. line.DuplicateOf is { } original ? [original] : ImmutableArray<DocumentId>.Empty, .. line.Related];
        related = [.. related.Where(ids.ContainsKey)];
        return new InventoryEntry(
            line,
            title,
            remark,
            c.Documents[line.DocumentId]!.Content?.Extension.TrimStart('.'),
            c.Id,
            c.Request!.MatterId,
            line.Family is { } family ? ids.GetValueOrDefault(family) : null,
            [.. related.Select(id => ids[id])],
            [.. related.Select(id => id.Number)],
            LinkOf(c, line.DocumentId),
            [.. related.Select(id => LinkOf(c, id) ?? "")],
            NameOf(c.Decisions.LastOrDefault(decision => decision.Listed.Contains(line.DocumentId))));
    }

    /// <summary>The same address for good, once the document is public.</summary>
    private string? LinkOf(Case c, DocumentId id) => Publishing.IsPublic(c, id) ? $"{mail.PublicAddress}/open/documents/{c.Id}/{id}" : null;

    private async Task<Anonymiser> AnonymiserAsync(Case c, LogId log, CancellationToken cancellation)
    {
        var stored = await texts.ReadAsync(log, c.Parties.Select(party => party.Details), cancellation);
        return Anonymiser.Of(c, id => stored.GetValueOrDefault(c.Parties[id]!.Details) is ['{', ..] json
            ? JsonSerializer.Deserialize<PersonDetails>(json, CaseJson.Options) ?? new PersonDetails()
            : new PersonDetails());
    }
}
