using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>A redacted rendition (gelakte versie) of a document, which held under inspection.</summary>
/// <param name="Basis">What it was made of, as <see cref="Redactions.BasisOf"/> says it: judged otherwise since, it is outdated.</param>
/// <param name="By">Who made it: a person's id, or <c>engine</c>.</param>
public sealed record Redaction(StoredContent Content, string Basis, DateOnly On, string By);

/// <summary>That the engine could not make a rendition, so that a person makes one.</summary>
/// <param name="Reason">A code, such as <c>passage-not-located</c> or <c>format-not-rebuilt</c>.</param>
public sealed record RedactionNotMade(string Basis, string Reason, DateOnly On);

/// <summary>What came of redacting a document.</summary>
/// <param name="Rendition">The latest that held; null where there is none.</param>
/// <param name="NotMade">Why the engine last could not make one; null where it never failed.</param>
public sealed record RedactedDocument(Redaction? Rendition = null, RedactionNotMade? NotMade = null);

/// <summary>Which documents need a redacted rendition, and whether there is one that still says what was judged.</summary>
public static class Redactions
{
    /// <summary>So many renditions are owed at once: the other duties of the case don't wait for hundreds.</summary>
    private const int AtOnce = 4;

    /// <summary>Whether the public can't read the document as it came: parts of it are not for its eyes, or a marking on it was lifted and must be struck.</summary>
    public static bool NeedsRendition(Case c, Document document) =>
        document is { InScope: true, Content: not null } && Reviewing.JudgementOf(c, document) switch
        {
            Judgement.PartlyPublic => true,
            Judgement.Public => !document.LiftedMarkings.IsEmpty || HiddenOf(c, document).Any(),
            _ => false,
        };

    /// <summary>Whether a person may put a rendition in the place of the document: also of one that is public as a whole, where it can't go out as it came.</summary>
    public static bool MayHaveRendition(Case c, Document document) =>
        NeedsRendition(c, document) || (document is { InScope: true, Content: not null } && Reviewing.JudgementOf(c, document) == Judgement.Public);

    /// <summary>The rendition that says what is judged now; null where there is none, or it is outdated.</summary>
    public static Redaction? CurrentOf(Case c, Document document) =>
        LatestOf(c, document) is { } redaction && redaction.Basis == BasisOf(c, document) ? redaction : null;

    /// <summary>The latest rendition that held, outdated or not; null where there is none.</summary>
    public static Redaction? LatestOf(Case c, Document document) => c.Redacted.GetValueOrDefault(document.Id)?.Rendition;

    /// <summary>Why the engine made no rendition of what is judged now; null where it did, or may still.</summary>
    public static RedactionNotMade? NotMadeOf(Case c, Document document) =>
        c.Redacted.GetValueOrDefault(document.Id)?.NotMade is { } failed && failed.Basis == BasisOf(c, document) ? failed : null;

    /// <summary>The passages that are not to be seen: withheld, outside the request, or another body's to judge.</summary>
    public static IEnumerable<Passage> HiddenOf(Case c, Document document) =>
        c.PassagesOf(document.Id).Where(passage => passage.Treatment != Treatment.Disclosed);

    /// <summary>What stands in the place of a passage.</summary>
    public static ImmutableArray<string> CodesOf(Passage passage) => passage.Treatment switch
    {
        Treatment.Withheld when passage.Grounds.IsEmpty => ["bijzondere regeling"],
        Treatment.Withheld => [.. Grounds.InOrder(passage.Grounds).Select(ground => ground.Key)],
        Treatment.OutOfScope => ["buiten verzoek"],
        Treatment.LeftToOther => ["ander orgaan"],
        _ => [],
    };

    /// <summary>What the mark says beside its codes: of a theme, the word for it. Null where it says nothing.</summary>
    public static FreeText? ThemeOf(Case c, Passage passage) => MarkedThemeOf(c, passage)?.Mark;

    /// <summary>The markings that its owner lifted, as they are printed.</summary>
    public static ImmutableArray<string> StruckOf(Document document) =>
        [.. document.LiftedMarkings.Distinct().Select(Markings.Find).SelectMany(row => new[] { row.Stamp, row.Nl }).OfType<string>()];

    /// <summary>Names what a rendition must show and hide: the same judgements give the same basis, whoever gave them and when. 64 hexadecimal digits.</summary>
    public static string BasisOf(Case c, Document document)
    {
        var basis = new StringBuilder(document.Content?.Sha256);
        foreach (var passage in HiddenOf(c, document))
            Append(basis, Hidden(c, passage));
        basis.Append('\n').AppendJoin(',', document.LiftedMarkings);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(basis.ToString())));
    }

    /// <summary>A passage that nobody gets to see, with what stands in its place.</summary>
    public static HiddenPassage Hidden(Case c, Passage passage) => new(passage, CodesOf(passage), MarkedThemeOf(c, passage));

    /// <summary>Adds to a basis where a passage is and what stands in its place.</summary>
    internal static void Append(StringBuilder basis, HiddenPassage hidden)
    {
        var passage = hidden.Passage;
        basis.Append(CultureInfo.InvariantCulture, $"\n{passage.Page}|{passage.Range?.Start}|{passage.Range?.Length}|{string.Join(';', passage.Areas)}|{passage.QuotesGiven}|");
        basis.AppendJoin(',', hidden.Codes);
        // Without a theme the basis is what it was before marks could carry one. The hash of a theme is salted: the same judgements would give another basis.
        if (hidden.Theme is { } theme)
            basis.Append(CultureInfo.InvariantCulture, $":{theme.Id}.{theme.Writing}");
    }

    private static Motivation? MarkedThemeOf(Case c, Passage passage) =>
        passage.Treatment == Treatment.Withheld && ThemesOfPassages.Of(c, passage.Id, passage.Grounds) is { Mark: not null } theme ? theme : null;

    /// <summary>When the document or a passage of it was last judged; null where it takes the judgement of what it duplicates.</summary>
    private static DateOnly? JudgedOn(Case c, Document document) =>
        c.PassagesOf(document.Id).Select(passage => (DateOnly?)passage.On).Append(document.Assessment?.On).Max();

    internal static ImmutableDictionary<DocumentId, RedactedDocument> With(Case c, DocumentId id, Func<RedactedDocument, RedactedDocument> change) =>
        c.Redacted.SetItem(id, change(c.Redacted.GetValueOrDefault(id) ?? new RedactedDocument()));

    /// <summary>
    /// What the engine is to render now: what nobody is judging any more, and what a third party is about to be asked its view of; until it did or found that it can't.
    /// </summary>
    internal static ImmutableArray<RenderRedaction> Owed(Case c)
    {
        var all = c.Milestones.ReviewClosedOn is not null || Pending.WhyNot(c) is not null;
        var announced = c.Decisions.Select(decision => decision.DispatchedOn).Max();
        var shown = c.Views.Where(view => view is { SentOn: null, AnsweredOn: null }).SelectMany(view => view.Documents).ToHashSet();
        if (!all && announced is null && shown.Count == 0)
            return [];
        var planned = c.Publications.SelectMany(publication => publication.Outstanding(c)).ToHashSet();
        var hidden = c.Passages.Where(passage => passage.Treatment != Treatment.Disclosed).Select(passage => passage.DocumentId).ToHashSet();
        return
        [
            .. c.Documents.Where(document => (hidden.Contains(document.Id) || !document.LiftedMarkings.IsEmpty) && NeedsRendition(c, document))
                .Where(document => all || planned.Contains(document.Id) || shown.Contains(document.Id) || JudgedOn(c, document) <= announced)
                .Where(document => CurrentOf(c, document) is null && NotMadeOf(c, document) is null)
                .Take(AtOnce)
                .Select(document => new RenderRedaction(document.Id, BasisOf(c, document))),
        ];
    }
}

/// <summary>The engine made a redacted rendition, and it held under inspection.</summary>
public sealed record RedactionRendered(DocumentId DocumentId, StoredContent Content, string Basis, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Redacted = Redactions.With(c, DocumentId, redacted => redacted with { Rendition = new Redaction(Content, Basis, entry.On, entry.Actor) }),
    };
}

/// <summary>The engine could not make a redacted rendition safely; a person makes one.</summary>
/// <param name="Reason">A code; never a message, which might hold content.</param>
public sealed record RedactionNotRendered(DocumentId DocumentId, string Basis, string Reason, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Redacted = Redactions.With(c, DocumentId, redacted => redacted with { NotMade = new RedactionNotMade(Basis, Reason, entry.On) }),
    };
}
