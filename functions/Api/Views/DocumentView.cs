using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A document as one caller may see it.</summary>
/// <param name="Title">Null where it was erased, or is withheld.</param>
/// <param name="Withheld">Why its texts are not shown: <c>clearance</c>; absent where they are.</param>
/// <param name="Judgement">Of the document as a whole, following from its passages where there are any; absent while there is none.</param>
/// <param name="Renditions">None for a stub, whose content stays elsewhere.</param>
/// <param name="NotRedacted">Why the engine made no redacted rendition, as a code, so that a person adds one; absent where it did, or needn't.</param>
/// <param name="Removed">Why it is a stub that was none; absent where it is none, or was one from the start.</param>
/// <param name="Attributions">Which passages concern which third party; absent where nobody said anything.</param>
internal sealed record DocumentView(
    string DocumentId,
    string CaseId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title,
    string? Withheld,
    DocumentKind Kind,
    DateOnly? Date,
    Marking Marking,
    string? Forum,
    string? Owner,
    string AddedBy,
    bool Stub,
    DateOnly? DroppedOn,
    string? MovedTo,
    string? From,
    string? To,
    ProposedView? Proposed,
    string? Container,
    UnpackingView? Unpacking,
    ImmutableArray<LinkView> Links,
    ImmutableArray<string>? Thread,
    bool? Environmental,
    bool? SpecialRegime,
    bool? FormalDecisionMaking,
    Judgement? Judgement,
    ImmutableArray<string> Grounds,
    AssessmentView? Assessment,
    ImmutableArray<PassageView> Passages,
    ImmutableArray<ReassessmentView> Reassess,
    ImmutableArray<RenditionView> Renditions,
    string? NotRedacted,
    RemovedContentView? Removed,
    ImmutableArray<AttributionView>? Attributions);

/// <summary>Which passages of a document concern a third party, as a person said it.</summary>
/// <param name="Passages">All of it; empty where nothing does.</param>
/// <param name="Outdated">Whether passages came, moved or became public since, so that it has to be said again.</param>
internal sealed record AttributionView(string ThirdParty, ImmutableArray<string> Passages, DateOnly On, string By, bool Outdated);

/// <summary>Content that was taken out of this environment, because its marking is higher than may be kept here.</summary>
/// <param name="Sha256">Of the file as it was here.</param>
/// <param name="KeptAt">Where it is kept since; null where the caller may not read it, or it was erased.</param>
/// <param name="DoneOn">When nothing of it was left in storage; absent while some may be.</param>
internal sealed record RemovedContentView(string Sha256, DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? KeptAt, DateOnly? DoneOn)
{
    public static RemovedContentView? Of(Case c, Document document, Func<FreeText?, string?> read) => document.Removed is { } removed
        ? new(removed.Was.Sha256, removed.On, read(removed.KeptAt), c.Removals[removed.Number - 1].DoneOn)
        : null;
}

/// <param name="ReasonDespiteAge">Why its interests weigh more in spite of the time passed (Woo 5.3).</param>
/// <param name="JudgedBy">The request at another body in which it is judged instead; absent where it is judged here.</param>
/// <param name="Translation">What may take the place of grounds of the Wob, for a person to confirm; absent where there is nothing to translate.</param>
internal sealed record AssessmentView(
    Judgement Judgement, ImmutableArray<GroundView> Grounds, string? Reason, string? Location, DateOnly On, string By, DateOnly? WithheldUntil, string? ReasonDespiteAge, bool? Emissions,
    ImmutableArray<TranslationView>? Translation, string? JudgedBy);

/// <inheritdoc cref="AssessmentView"/>
/// <param name="MotivationId">The theme that gives its reasons; absent where it gives its own.</param>
/// <param name="Mark">What its mark says beside the grounds; absent where it says no more.</param>
internal sealed record PassageView(
    string PassageId,
    int Page,
    int? Start,
    int? Length,
    string? Quote,
    Treatment Treatment,
    ImmutableArray<GroundView> Grounds,
    string? Reason,
    string? DerivedFrom,
    ImmutableArray<SourceView> Sources,
    ImmutableArray<ReassessmentView> Reassess,
    DateOnly On,
    string By,
    ImmutableArray<PageArea> Areas,
    DateOnly? WithheldUntil,
    string? ReasonDespiteAge,
    bool? Emissions,
    string? MotivationId,
    string? Mark,
    ImmutableArray<TranslationView>? Translation,
    string? JudgedBy);

/// <param name="Key">The mark beside a redacted passage: <c>5.1.2e</c>.</param>
internal sealed record GroundView(string Key, string Article, string Title)
{
    public static GroundView Of(Ground ground, Language language)
    {
        var row = Cases.Grounds.Find(ground);
        return language == Language.En ? new GroundView(ground.Key, row.Article, row.TitleEn) : new GroundView(ground.Key, row.ArticleNl, row.TitleNl);
    }
}

/// <param name="Kind"><c>original</c>, <c>redacted</c>, or <c>for-reader</c> for the one of a single reader.</param>
/// <param name="Outdated">Whether it says what was judged before and not what is judged now; absent for the original.</param>
/// <param name="Problem">Why it could not be read, as a code; absent where it could.</param>
/// <param name="Reader">Whose it is: the id of a view or a consultation; absent for the others.</param>
internal sealed record RenditionView(string Kind, string MediaType, string Extension, long Size, int? Pages, string Sha256, string? Problem, string Href, bool? Outdated = null, string? Reader = null)
{
    /// <summary>What to do about the problem; absent where there is none.</summary>
    public string? Advice => ReadingAdvice.On(Problem);
}

/// <summary>Builds the view of a document.</summary>
/// <param name="today">Picks the act whose grounds a decision would rest on.</param>
internal sealed class DocumentViews(Sight sight, Language language, DateOnly today)
{
    /// <summary>What a view says in place of a text that the caller's clearance doesn't reach.</summary>
    public const string Clearance = "clearance";

    public DocumentView Of(Case c, Document document, Func<FreeText, string?> text)
    {
        var reads = sight.Reads(document.Marking);
        string? Read(FreeText? kept) => reads && kept is not null ? text(kept) : null;
        // What the body makes of a document is its own until it is decided; an agency advises on the passages without it.
        var all = sight.SeesAll;
        var hidden = sight.HiddenIn(c, document);
        return new DocumentView(
            document.Id.ToString(),
            c.Id,
            Read(document.Title),
            reads ? null : Clearance,
            document.Kind,
            document.Date,
            document.Marking,
            document.Forum?.Code,
            document.Owner?.Code,
            document.AddedBy,
            document.Content is null,
            document.DroppedOn,
            sight.SeesAll ? document.MovedTo : null,
            Read(document.From),
            Read(document.To),
            ProposedOf(document, Read),
            document.Container?.ToString(),
            UnpackingView.Of(c.Id, document, Read),
            [.. document.Links.Where(link => sight.Sees(c, c.Documents[link.To]!)).Select(link => new LinkView(link.Kind, link.To.ToString()))],
            ThreadOf(c, document),
            document.Environmental,
            document.SpecialRegime ? true : null,
            document.FormalDecisionMaking ? true : null,
            all ? Reviewing.JudgementOf(c, document) : null,
            all ? [.. Reviewing.GroundsOf(c, document).Select(ground => ground.Key)] : [],
            all && document.Assessment is { } assessment
                ? new AssessmentView(
                    assessment.Judgement, GroundsOf(assessment.Grounds), Read(assessment.Reason), assessment.Location, assessment.On, assessment.By,
                    assessment.WithheldUntil, Read(assessment.ReasonDespiteAge), assessment.Emissions ? true : null, TranslationOf(c, document.Id, null, assessment.Grounds), assessment.JudgedBy?.ToString())
                : null,
            [
                .. c.PassagesOf(document.Id).Where(passage => !hidden.Contains(passage.Id)).Select(passage => new PassageView(
                    passage.Id.ToString(), passage.Page, passage.Range?.Start, passage.Range?.Length, Read(passage.Quote), passage.Treatment,
                    GroundsOf(passage.Grounds), all ? Read(passage.Reason) : null, passage.DerivedFrom?.ToString(), SourcesOf(c, document.Id, passage.Id),
                    ReassessmentsOf(c, document.Id, passage.Id, Read), passage.On, passage.By, passage.Areas,
                    passage.WithheldUntil, all ? Read(passage.ReasonDespiteAge) : null, passage.Emissions ? true : null,
                    all ? ThemesOfPassages.Of(c, passage.Id, passage.Grounds)?.Id.ToString() : null, all ? Read(Redactions.ThemeOf(c, passage)) : null,
                    TranslationOf(c, document.Id, passage.Id, passage.Grounds), all ? passage.JudgedBy?.ToString() : null)),
            ],
            ReassessmentsOf(c, document.Id, null, Read),
            reads ? [.. RenditionsOf(c, document, all, whole: hidden.IsEmpty)] : [],
            all && Redactions.NeedsRendition(c, document) && Redactions.CurrentOf(c, document) is null ? Redactions.NotMadeOf(c, document)?.Reason : null,
            all ? RemovedContentView.Of(c, document, Read) : null,
            all ? AttributionsOf(c, document) : null);
    }

    /// <summary>A redacted rendition shows what is judged: it is for whom sees the judgements.</summary>
    private IEnumerable<RenditionView> RenditionsOf(Case c, Document document, bool all, bool whole)
    {
        var place = $"{ApiPaths.Root}/cases/{c.Id}/documents/{document.Id}";
        RenditionView Of(string kind, StoredContent content, bool? outdated) =>
            new(kind, content.MediaType, content.Extension, content.Size, content.Pages, content.Sha256, content.Problem, $"{place}/{kind}", outdated);
        if (document.Content is { } original && whole)
            yield return Of("original", original, null);
        if (all && Redactions.LatestOf(c, document) is { } redaction)
            yield return Of("redacted", redaction.Content, Redactions.CurrentOf(c, document) is null);
        if (c.ForReaders.IsEmpty)
            yield break;
        foreach (var reader in Reader.All(c).Where(reader => reader.Documents.Contains(document.Id) && sight.Sees(c, reader)))
        {
            if (ReaderRenditions.LatestOf(c, reader, document) is { Content: var made })
            {
                yield return new RenditionView(
                    "for-reader", made.MediaType, made.Extension, made.Size, made.Pages, made.Sha256, null, $"{place}/renditions/{reader.About}",
                    ReaderRenditions.CurrentOf(c, reader, document) is null, reader.About);
            }
        }
    }

    private static ImmutableArray<AttributionView>? AttributionsOf(Case c, Document document) =>
        Attributions.OfAll(c, document.Id).Select(row => new AttributionView(
            row.Party.ToString(), [.. row.Said.Passages.OrderBy(id => id.Number).Select(id => id.ToString())], row.Said.On, row.Said.By, !row.Said.IsCurrent(c))).ToImmutableArray()
            is { IsEmpty: false } said ? said : null;

    /// <summary>What in other cases it derives from.</summary>
    private ImmutableArray<SourceView> SourcesOf(Case c, DocumentId document, PassageId passage) => sight.SeesAll
        ? [.. c.Derivations.Where(known => known.DocumentId == document && known.PassageId == passage).Select(SourceView.Of)]
        : [];

    private ImmutableArray<ReassessmentView> ReassessmentsOf(Case c, DocumentId document, PassageId? passage, Func<FreeText?, string?> read) => sight.SeesAll
        ? [.. c.Reassessments.Where(put => put.DocumentId == document && put.PassageId == passage).Select(put => ReassessmentView.Of(put, read))]
        : [];

    /// <summary>What nobody confirmed or said otherwise yet.</summary>
    private static ProposedView? ProposedOf(Document document, Func<FreeText?, string?> read)
    {
        if (document.Proposed is not { } proposed)
            return null;
        var (from, to) = (document.From is null ? read(proposed.From) : null, document.To is null ? read(proposed.To) : null);
        var (date, title) = (document.Date is null ? proposed.Date : null, read(proposed.Title) is { } called && called != read(document.Title) ? called : null);
        return (date, from, to, title) is (null, null, null, null) ? null : new ProposedView(date, from, to, title);
    }

    /// <summary>The other mails of the conversation, the first one added first; null where there are none.</summary>
    private ImmutableArray<string>? ThreadOf(Case c, Document document) =>
        document.Content?.Thread is { } thread
            && c.Documents.Where(other => other.Id != document.Id && other.InScope && other.Content?.Thread == thread && sight.Sees(c, other)).Select(other => other.Id.ToString()).ToImmutableArray()
                is { IsEmpty: false } others ? others : null;

    private ImmutableArray<TranslationView>? TranslationOf(Case c, DocumentId document, PassageId? passage, ImmutableArray<Ground> grounds) =>
        sight.SeesAll && !c.IsClosed && GroundTranslation.Of(document, passage, grounds, today) is { IsEmpty: false } proposed ? [.. proposed.Select(TranslationView.Of)] : null;

    private ImmutableArray<GroundView> GroundsOf(ImmutableArray<Ground> grounds) => [.. grounds.Select(ground => GroundView.Of(ground, language))];
}
