using System.Runtime.CompilerServices;

namespace WobWorkflow.Cases;

/// <summary>The views by the documents that they are about, and what is the same document: counted out once for each state, for a package asks it of thousands.</summary>
internal static class ViewsByDocument
{
    private static readonly ConditionalWeakTable<Numbered<ViewId, ThirdPartyView>, ILookup<DocumentId, ThirdPartyView>> Views = [];
    private static readonly ConditionalWeakTable<Numbered<DocumentId, Document>, ILookup<DocumentId, DocumentId>> Duplicates = [];

    /// <summary>The views about the document, or about one that is the same: what is a party's in the one is so in the other.</summary>
    public static IEnumerable<ThirdPartyView> Of(Case c, Document document)
    {
        var views = Views.GetValue(c.Views, static views => views.SelectMany(view => view.Documents.Select(id => (id, view))).ToLookup(row => row.id, row => row.view));
        if (views.Count == 0)
            return [];
        var duplicates = Duplicates.GetValue(c.Documents, static all => all.Where(one => one.DuplicateOf is not null).ToLookup(one => one.DuplicateOf!.Value, one => one.Id));
        var first = document.DuplicateOf ?? document.Id;
        return duplicates[first].Append(first).Append(document.Id).Distinct().SelectMany(id => views[id]).Distinct();
    }
}
