using System.Collections.Frozen;

namespace WobWorkflow.Cases;

/// <summary>The documents of a case by what the inventory calls them, without regard to case.</summary>
internal sealed class References
{
    private readonly FrozenDictionary<string, DocumentId> _documents;

    private References(FrozenDictionary<string, DocumentId> documents) => _documents = documents;

    public static References Of(Case c) => new(c.Documents
        .Select(document => (Id: c.Inventoried.GetValueOrDefault(document.Id)?.Reference ?? document.Id.ToString(), document))
        .GroupBy(row => row.Id, row => row.document.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Null where there is no such document.</summary>
    public DocumentId? Find(string id) => _documents.TryGetValue(id, out var document) ? document : null;
}
