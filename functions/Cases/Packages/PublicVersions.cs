namespace WobWorkflow.Cases;

/// <summary>The version of a document that whoever it is disclosed to may read.</summary>
public static class PublicVersions
{
    /// <summary>
    /// Of what is public in part, or carries a marking that was lifted, the redacted rendition that says what is judged now; of what is public as a whole the
    /// document itself, or a rendition that a person put in its place. It fails closed: null where it isn't sure that there is one.
    /// </summary>
    public static StoredContent? Of(Case c, Document document) =>
        document is not { InScope: true, Content: not null, Marking: Marking.None } ? null
        : Redactions.NeedsRendition(c, document) ? Redactions.CurrentOf(c, document)?.Content
        : Reviewing.JudgementOf(c, document) == Judgement.Public ? Redactions.CurrentOf(c, document)?.Content ?? document.Content
        : null;

    /// <summary>Why there is none, of a document that is disclosed; null where there is one.</summary>
    public static string? WhyNot(Case c, Document document) => document switch
    {
        { Marking: not Marking.None } => "marking-not-lifted",
        { Content: null } => "content-elsewhere",
        _ when Of(c, document) is not null => null,
        _ when Redactions.NotMadeOf(c, document) is not null => "rendition-not-made",
        _ => Redactions.LatestOf(c, document) is null ? "rendition-missing" : "rendition-outdated",
    };
}
