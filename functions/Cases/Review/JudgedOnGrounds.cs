namespace WobWorkflow.Cases;

/// <summary>Something that is refused on grounds: a document as a whole, or a passage.</summary>
/// <param name="PassageId">Null for the document as a whole.</param>
internal sealed record JudgedOnGrounds(DocumentId DocumentId, PassageId? PassageId, GroundsPut Put)
{
    /// <summary>As a sentence names it.</summary>
    public string Place => PassageId is { } passage ? passage.ToString() : DocumentId.ToString();

    /// <summary>All of a case that is in scope, document by document.</summary>
    public static IEnumerable<JudgedOnGrounds> In(Case c) => c.Documents.Where(document => document.InScope).SelectMany(document => In(c, document));

    private static IEnumerable<JudgedOnGrounds> In(Case c, Document document)
    {
        if (document.Assessment is { Grounds.IsEmpty: false } assessment)
            yield return new(document.Id, null, GroundsPut.Of(c, assessment));
        foreach (var passage in c.PassagesOf(document.Id).Where(passage => passage is { Treatment: Treatment.Withheld, Grounds.IsEmpty: false }))
            yield return new(document.Id, passage.Id, GroundsPut.Of(c, passage));
    }
}
