using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>
/// The rendition of a document for one reader (<see cref="Reader"/>): the document without what is another party's, and without what a person keeps from this
/// reader; for a third party without what is proposed to be withheld, too. It is bound to reader and document by its basis, and judged or said otherwise it is
/// outdated by that alone.
/// </summary>
public static class ReaderRenditions
{
    /// <summary>What stands in the place of what this reader doesn't see. It says neither why, nor whose it is.</summary>
    public const string Mark = "niet voorgelegd";

    /// <summary>So many are owed at once, as of the renditions for the public.</summary>
    private const int AtOnce = 4;

    /// <summary>So many documents are named in a refusal.</summary>
    private const int Named = 20;

    /// <summary>Why a document can't go to the reader now, and what to do about it.</summary>
    private static readonly ImmutableArray<(string Code, string Detail)> Reasons =
    [
        ("concerns-another-party", "Hierover wordt ook een andere partij gevraagd, en nog niet is gezegd welke passages die aangaan. Leg dat voor elke partij vast (attribute-passages)."),
        ("attribution-outdated", "Sinds is gezegd welke passages wie aangaan, zijn passages toegevoegd, verplaatst of alsnog openbaar geworden. Leg het opnieuw vast (attribute-passages)."),
        ("reader-rendition-missing", "De weergave zonder wat deze lezer niet mag zien, wordt nog gemaakt: probeer het zo opnieuw, of voeg er zelf een toe."),
        ("reader-rendition-outdated", "De weergave voor deze lezer is ouder dan wat nu is vastgelegd en wordt opnieuw gemaakt: probeer het zo opnieuw, of voeg er zelf een toe."),
        ("reader-rendition-not-made", "De weergave voor deze lezer kon niet veilig worden gemaakt: maak er zelf een en voeg haar toe (PUT documents/{documentId}/renditions/{reader})."),
    ];

    /// <summary>
    /// Which passages this reader doesn't get to see beside those that nobody gets: what concerns another party that didn't say that it has no objection and isn't
    /// this party's too, and what a person keeps from it.
    /// </summary>
    public static ImmutableArray<Passage> HiddenBesideOf(Case c, Reader reader, Document document)
    {
        var kept = reader.HiddenBy(c);
        if (reader.Party is not { } own)
            return kept.IsEmpty ? [] : [.. c.PassagesOf(document.Id).Where(passage => kept.Contains(passage.Id))];
        var others = Attributions.OfAll(c, document.Id).Where(row => row.Party != own && MayObject(c, row.Party, document)).SelectMany(row => row.Said.Passages).ToHashSet();
        if (others.Count == 0 && kept.IsEmpty)
            return [];
        var shared = Attributions.Of(c, document.Id, own)?.Passages ?? [];
        return
        [
            .. c.PassagesOf(document.Id).Where(passage => passage.Treatment == Treatment.Disclosed
                && (kept.Contains(passage.Id) || (others.Contains(passage.Id) && !shared.Contains(passage.Id)))),
        ];
    }

    /// <summary>All that this reader doesn't get to see, with what stands in its place.</summary>
    public static ImmutableArray<HiddenPassage> HiddenOf(Case c, Reader reader, Document document)
    {
        var beside = HiddenBesideOf(c, reader, document).Select(passage => passage.Id).ToHashSet();
        return
        [
            .. c.PassagesOf(document.Id).Where(passage => beside.Contains(passage.Id) || (reader.Party is not null && passage.Treatment != Treatment.Disclosed))
                .Select(passage => beside.Contains(passage.Id) ? new HiddenPassage(passage, [Mark], null) : Redactions.Hidden(c, passage)),
        ];
    }

    /// <summary>The lifted markings to strike: an agency sees them as they were.</summary>
    public static ImmutableArray<string> StruckOf(Reader reader, Document document) => reader.Party is null ? [] : Redactions.StruckOf(document);

    /// <summary>Whether this reader can't have what everyone else may, so that it gets a rendition of its own.</summary>
    public static bool Needs(Case c, Reader reader, Document document) => IsShown(c, reader, document) && !HiddenBesideOf(c, reader, document).IsEmpty;

    /// <summary>
    /// Why the document can't be put to this reader as far as it goes by what other readers may see: a code; null where nothing stands in the way. It fails closed:
    /// where another party is asked too and nobody said what is whose, that is a reason.
    /// </summary>
    public static string? WhyNot(Case c, Reader reader, Document document) =>
        !IsShown(c, reader, document) ? null
        : Unclear(c, reader, document) is { } unclear ? unclear
        : HiddenBesideOf(c, reader, document).IsEmpty || CurrentOf(c, reader, document) is not null ? null
        : NotMadeOf(c, reader, document) is not null ? "reader-rendition-not-made"
        : LatestOf(c, reader, document) is null ? "reader-rendition-missing" : "reader-rendition-outdated";

    /// <summary>Whether it isn't known what of the document is whose: a code; null where it is.</summary>
    internal static string? Unclear(Case c, Reader reader, Document document)
    {
        if (reader.Party is not { } own)
            return null;
        var asked = ViewsByDocument.Of(c, document).Where(view => view.Party != own && view.Drift != ViewDrift.NoObjection).Select(view => view.Party).Distinct();
        if (asked.Any(party => Attributions.Of(c, document.Id, party) is null))
            return "concerns-another-party";
        return Attributions.OfAll(c, document.Id).Any(row => (row.Party == own || MayObject(c, row.Party, document)) && !row.Said.IsCurrent(c)) ? "attribution-outdated" : null;
    }

    /// <summary>The refusal of a package for this reader, which names the documents and what to do; null where it can be made.</summary>
    internal static Refused? WhyNotPackaged(Case c, Reader reader)
    {
        var waiting = reader.Documents.Select(id => c.Documents[id]).OfType<Document>().Select(document => (document.Id, Code: WhyNot(c, reader, document)))
            .Where(row => row.Code is not null).ToLookup(row => row.Code!, row => row.Id);
        if (waiting.Count == 0)
            return null;
        var reasons = Reasons.Where(reason => waiting.Contains(reason.Code)).ToList();
        return new Refused(reasons[0].Code, string.Join(' ', reasons.Select(reason => $"{Ids([.. waiting[reason.Code]])}: {char.ToLowerInvariant(reason.Detail[0])}{reason.Detail[1..]}")));
    }

    /// <summary>Names what the reader may see of the document: the same reader, judgements and attributions give the same basis. 64 hexadecimal digits.</summary>
    public static string BasisOf(Case c, Reader reader, Document document)
    {
        var basis = new StringBuilder(reader.About).Append('|').Append(reader.Party).Append('|').Append(reader.Agency).Append('|').Append(document.Id).Append('|').Append(document.Content?.Sha256);
        foreach (var hidden in HiddenOf(c, reader, document))
            Redactions.Append(basis, hidden);
        basis.Append('\n').AppendJoin(',', StruckOf(reader, document));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(basis.ToString())));
    }

    /// <summary>The rendition that says what this reader may see now; null where there is none, or it is outdated.</summary>
    public static Redaction? CurrentOf(Case c, Reader reader, Document document) =>
        LatestOf(c, reader, document) is { } rendition && rendition.Basis == BasisOf(c, reader, document) ? rendition : null;

    /// <summary>The latest that held, outdated or not; null where there is none.</summary>
    public static Redaction? LatestOf(Case c, Reader reader, Document document) => c.ForReaders.GetValueOrDefault((document.Id, reader.About))?.Rendition;

    /// <summary>Why the engine made none of what the reader may see now; null where it did, or may still.</summary>
    public static RedactionNotMade? NotMadeOf(Case c, Reader reader, Document document) =>
        c.ForReaders.GetValueOrDefault((document.Id, reader.About))?.NotMade is { } failed && failed.Basis == BasisOf(c, reader, document) ? failed : null;

    /// <summary>Whether this rendition is the engine's to make now.</summary>
    public static bool IsOwed(Case c, Reader reader, Document document) =>
        IsShownTo(reader) && Needs(c, reader, document) && Unclear(c, reader, document) is null
        && CurrentOf(c, reader, document) is null && NotMadeOf(c, reader, document) is null;

    /// <summary>A third party gets it with the letter; an agency reads here for as long as it may answer.</summary>
    private static bool IsShownTo(Reader reader) => reader.IsAwaited && (reader.SentOn is null || reader.Agency is not null);

    /// <summary>What the engine is to make now.</summary>
    internal static ImmutableArray<RenderForReader> Owed(Case c) => c.Attributions.IsEmpty && c.HiddenFrom.IsEmpty ? [] :
    [
        .. Reader.All(c).Where(IsShownTo)
            .SelectMany(reader => reader.Documents.Select(id => c.Documents[id]).OfType<Document>().Where(document => IsOwed(c, reader, document))
                .Select(document => new RenderForReader(document.Id, reader.About, BasisOf(c, reader, document))))
            .Take(AtOnce),
    ];

    internal static ImmutableDictionary<(DocumentId, string), RedactedDocument> With(Case c, DocumentId id, string about, Func<RedactedDocument, RedactedDocument> change) =>
        c.ForReaders.SetItem((id, about), change(c.ForReaders.GetValueOrDefault((id, about)) ?? new RedactedDocument()));

    /// <summary>Whether the document goes to this reader at all: only then is anything to be hidden in it.</summary>
    private static bool IsShown(Case c, Reader reader, Document document) =>
        document is { InScope: true, Content: not null } && (reader.Party is null
            ? !Markings.IsStateSecret(document.Marking)
            : document.Marking == Marking.None && Reviewing.JudgementOf(c, document) is Judgement.Public or Judgement.PartlyPublic);

    /// <summary>Whether what concerns the party is to be kept from others: unless it was asked and has no objection to disclosure.</summary>
    private static bool MayObject(Case c, PersonId party, Document document)
    {
        var asked = ViewsByDocument.Of(c, document).Where(view => view.Party == party).ToList();
        return asked.Count == 0 || asked.Exists(view => view.Drift != ViewDrift.NoObjection);
    }

    private static string Ids(ImmutableArray<DocumentId> ids) =>
        ids.Length <= Named ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(Named))} en nog {Dutch.Number(ids.Length - Named)}";
}

/// <summary>A passage that a rendition doesn't show.</summary>
/// <param name="Codes">What stands in its place.</param>
/// <param name="Theme">What its mark says beside the codes; null where it says no more.</param>
public sealed record HiddenPassage(Passage Passage, ImmutableArray<string> Codes, Motivation? Theme);

/// <summary>The engine made the rendition of a document for one reader, and it held under inspection.</summary>
/// <param name="About">The id of the view or the consultation.</param>
public sealed record ReaderRenditionMade(DocumentId DocumentId, string About, StoredContent Content, string Basis, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        ForReaders = ReaderRenditions.With(c, DocumentId, About, made => made with { Rendition = new Redaction(Content, Basis, entry.On, entry.Actor) }),
    };
}

/// <summary>The engine could not make the rendition for one reader safely; a person makes one.</summary>
/// <param name="Reason">A code; never a message, which might hold content.</param>
public sealed record ReaderRenditionNotMade(DocumentId DocumentId, string About, string Basis, string Reason, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        ForReaders = ReaderRenditions.With(c, DocumentId, About, made => made with { NotMade = new RedactionNotMade(Basis, Reason, entry.On) }),
    };
}
