using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A document that the request may cover (Woo 2.1).</summary>
/// <param name="Marking">The marking (rubricering) on it. A marking is not a refusal ground; it says where the content may be kept and who may read it.</param>
/// <param name="Content">Null for a stub: the content stays elsewhere, on a system accredited for it.</param>
/// <param name="Assessment">The judgement (beoordeling) of the whole; null until someone gave one.</param>
/// <param name="DroppedOn">When it was found not to belong to the case; null where it does.</param>
public sealed record Document(
    DocumentId Id,
    FreeText Title,
    DocumentKind Kind,
    DateOnly? Date,
    Marking Marking,
    Agency? Forum,
    Agency? Owner,
    StoredContent? Content,
    string AddedBy,
    Assessment? Assessment = null,
    DateOnly? DroppedOn = null)
{
    /// <summary>How it hangs together with other documents of the case.</summary>
    public ImmutableList<DocumentLink> Links { get; init; } = [];

    /// <summary>What was done to its release.</summary>
    public DocumentRelease Release { get; init; } = new();

    /// <summary>Markings on it that their owner lifted (derubricering), the first one first; they are still printed on the original.</summary>
    public ImmutableList<Marking> LiftedMarkings { get; init; } = [];

    /// <summary>Whether it holds environmental information (milieu-informatie); null where the request says it.</summary>
    public bool? Environmental { get; init; }

    /// <summary>Whether a rule of the annex to the Woo governs it in place of the Woo's own grounds (Woo 8.8, 10.2c).</summary>
    public bool SpecialRegime { get; init; }

    /// <summary>Whether it was drawn up for formal decision-making by a minister or another office that Woo 5.2(3) lists.</summary>
    public bool FormalDecisionMaking { get; init; }

    /// <summary>The case that it went to when the request was split; null where it didn't.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Who it is from, as a person described it.</summary>
    public FreeText? From { get; init; }

    /// <summary>Whom it is to, as a person described it.</summary>
    public FreeText? To { get; init; }

    /// <summary>What it seems to say of itself; null where nothing was found.</summary>
    public ProposedDescription? Proposed { get; init; }

    /// <summary>The archive or mail that it came in; null where it came by itself.</summary>
    public DocumentId? Container { get; init; }

    /// <summary>How far it has been taken apart; null where nothing was begun.</summary>
    public Unpacking? Unpacking { get; init; }

    /// <summary>What it held before its content was taken out of this environment (<see cref="RemoveContent"/>); null where that wasn't done.</summary>
    public RemovedContent? Removed { get; init; }

    /// <summary>Whether it is judged: an archive that was taken apart is judged in its files.</summary>
    public bool InScope => DroppedOn is null && !((Content ?? Removed?.Was) is { IsArchive: true } && Unpacking is { FinishedOn: not null });

    /// <summary>The document of which this is a duplicate; null where it's none.</summary>
    public DocumentId? DuplicateOf => Links.Find(link => link.Kind == DocumentLinkKind.DuplicateOf)?.To;
}

/// <summary>The sort of document, as the inventory prints it.</summary>
public enum DocumentKind
{
    Memo,
    Analysis,
    Report,
    Letter,
    Email,
    Minutes,
    Chat,
    Presentation,
    Other,
}

/// <summary>A file as it is kept: named by its content, never by what the sender called it.</summary>
/// <param name="Sha256">Of the bytes as received, 64 lower-case hexadecimal digits.</param>
/// <param name="Extension">With the dot, from the content and not from the name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Pages">Null where the format has none or doesn't say.</param>
/// <param name="TextSha256">The stored text read from it; null where there is none.</param>
/// <param name="Problem">Why it could not be read, as a code; null where it could.</param>
/// <param name="Members">How many files in it become documents of their own; null where none do.</param>
/// <param name="Thread">Names the conversation that a mail belongs to, 16 hexadecimal digits; null for what is no mail.</param>
public sealed record StoredContent(
    string Sha256, string MediaType, string Extension, long Size, int? Pages, string? TextSha256, string? Problem, int? Members = null, string? Thread = null)
{
    /// <summary>Whether it is no document itself, but what documents came in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsArchive => Members is not null && Extension == ".zip";

    /// <summary>What was left open in it, as codes; only on its way from the store to the step that adds it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<string> OpenPlaces { get; init; } = [];

    public bool Equals(StoredContent? other) => other is not null
        && (Sha256, MediaType, Extension, Size, Pages, TextSha256, Problem, Members, Thread)
        == (other.Sha256, other.MediaType, other.Extension, other.Size, other.Pages, other.TextSha256, other.Problem, other.Members, other.Thread);

    public override int GetHashCode() => HashCode.Combine(Sha256, MediaType, Extension, Size, Pages, TextSha256, Problem);
}

/// <summary>What a document seems to say of itself: nothing of it is taken over before a person says so (<c>describe-document</c>).</summary>
public sealed record ProposedDescription(DateOnly? Date = null, FreeText? From = null, FreeText? To = null, FreeText? Title = null);

/// <summary>How far an archive or a mail has been taken apart.</summary>
/// <param name="Done">How many of its files were looked at.</param>
/// <param name="Refused">Those that became no document of their own.</param>
/// <param name="FinishedOn">Null while some are left.</param>
public sealed record Unpacking(int Done, ImmutableList<MemberRefused> Refused, DateOnly? FinishedOn);

/// <summary>A file of a container that became no document of its own.</summary>
/// <param name="Reason">A code, such as <c>document-already-here</c>.</param>
/// <param name="Same">The document that is exactly this file; null where there is none.</param>
public sealed record MemberRefused(FreeText Name, string Reason, DocumentId? Same = null);

/// <summary>A search for documents (zoekslag), found or not: courts annul what was not searched for well.</summary>
public sealed record Search(SearchChannel Channel, FreeText Place, FreeText Terms, DateOnly? From, DateOnly? Through, int Found, FreeText? Note, DateOnly On, string By);

/// <summary>Where was searched; named one by one, since a court asks for each.</summary>
public enum SearchChannel
{
    DocumentManagement,
    Mail,
    NetworkDrive,
    PaperArchive,
    Sms,
    WhatsApp,
    Signal,
    Other,
}
