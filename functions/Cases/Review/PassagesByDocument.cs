using System.Runtime.CompilerServices;

namespace WobWorkflow.Cases;

/// <summary>The passages of a case by document, counted out once for each state of them: a case may have ten thousand, and nearly everything asks document by document.</summary>
internal static class PassagesByDocument
{
    private static readonly ConditionalWeakTable<Numbered<PassageId, Passage>, ILookup<DocumentId, Passage>> Known = [];

    /// <summary>The passages of a document, the first one judged first.</summary>
    public static IEnumerable<Passage> Of(Case c, DocumentId document) =>
        Known.GetValue(c.Passages, static passages => passages.ToLookup(passage => passage.DocumentId))[document];
}
