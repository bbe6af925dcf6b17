using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A letter (brief). The engine drafts it; a person edits, approves, signs and dispatches it, and legal dates hang on that dispatch.
/// </summary>
/// <param name="About">What it is about: the id of a clarification, consultation, decision, view, round of views, forwarding or progress letter; <c>request</c>, <c>extension</c> or <c>join-1</c>.</param>
/// <param name="DraftedBy">Who wrote the latest version: <c>engine</c> until a person edits it. That person neither approves nor signs it.</param>
/// <param name="DispatchedOn">When it went out (verzending); null until a person recorded that.</param>
public sealed record Letter(
    LetterId Id,
    LetterKind Kind,
    string About,
    Addressee To,
    LetterState State,
    string DraftedBy,
    ImmutableList<ArtifactId> Versions,
    string? ApprovedBy = null,
    string? SignedBy = null,
    DateOnly? SignedOn = null,
    DateOnly? DispatchedOn = null,
    Channel? Channel = null)
{
    /// <summary>What the case told when the latest version was written; see <see cref="Case.Basis"/>.</summary>
    public long Basis { get; init; }

    /// <summary>The day of the latest version.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>The act under which the latest version was written: that of its day.</summary>
    public Regime? Act => WrittenOn is { } day ? Regimes.Of(day) : null;

    /// <summary>The anonymised rendition of the latest version, for publication and third parties; null for other letters, and where an editor gave none.</summary>
    public ArtifactId? Anonymised { get; init; }

    /// <summary>Copies on which the engine put the date of dispatch, one for each date that was ever recorded; the last one holds.</summary>
    public ImmutableList<ArtifactId> DatedCopies { get; init; } = [];

    /// <summary>The date on the last of those copies; null while there is none.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>The letter as it was sent: the dated copy where there is one, or else the last version.</summary>
    public ArtifactId AsSent => DatedOn == DispatchedOn && DatedCopies is [.., var copy] ? copy : Versions[^1];

    /// <summary>Whether no person has edited it.</summary>
    public bool IsWrittenByEngine => DraftedBy == Actor.Engine.Id;
}

/// <summary>To whom a letter goes: one of these is there.</summary>
/// <param name="CourtOf">The court that has this remedy.</param>
public sealed record Addressee(PersonId? Person = null, Agency? Agency = null, RemedyId? CourtOf = null);

public enum LetterState
{
    Drafted,
    Edited,
    Approved,
    Signed,
    Dispatched,

    /// <summary>Set aside because a newer draft took its place.</summary>
    Withdrawn,
}

/// <summary>The kinds of letter that the engine drafts.</summary>
public enum LetterKind
{
    /// <summary>Confirms receipt (ontvangstbevestiging).</summary>
    ReceiptConfirmation,

    /// <summary>Asks to be more precise (precisering).</summary>
    ClarificationRequest,

    /// <summary>Tells the requester of the extension (verdaging).</summary>
    ExtensionNotice,

    /// <summary>Consults the owner of information (afstemming).</summary>
    ConsultationRequest,

    /// <summary>Consults a forum, through its secretariat.</summary>
    ConsultationRequestForum,

    /// <summary>Reminds an agency that its advice is awaited (rappel).</summary>
    ConsultationReminder,

    /// <summary>Announces a decision (besluit).</summary>
    Decision,

    /// <summary>Asks a third party for its view (zienswijze).</summary>
    ThirdPartyViewRequest,

    /// <summary>Tells the requester that views were asked, from which the suspension follows (Woo 4.4(3)).</summary>
    SuspensionNotice,

    /// <summary>Tells the requester that the suspension is over, with the new last day (Woo 4.4(4)).</summary>
    SuspensionEnded,

    /// <summary>Sends the request on to another body (doorzending).</summary>
    Forwarding,

    /// <summary>Tells the requester of the forwarding.</summary>
    ForwardingNotice,

    /// <summary>Tells the requester how far the request is.</summary>
    ProgressLetter,

    /// <summary>Tells the requester that a part of the request goes on in a case of its own.</summary>
    SplitNotice,

    /// <summary>Tells a third party of a decision, with its rendition without personal data (Awb 3:43, Woo 4.4(6)); about <c>decision-1:person-2</c>.</summary>
    ThirdPartyDecision,

    /// <summary>Tells the requester that the request is treated together with another.</summary>
    JoinNotice,

    /// <summary>Tells the requester that the request is treated by itself again.</summary>
    JoinEnded,

    /// <summary>Sends a decision to the court where something is pending that it joins (Awb 6:19(3)).</summary>
    CourtNotice,
}

/// <summary>A stored file of the case that is not a document of the request.</summary>
/// <param name="Kind">Kebab-case: the kind of letter, or what an upload said it is.</param>
/// <param name="About">As <see cref="Letter.About"/>; null where it's about nothing in particular.</param>
public sealed record Artifact(ArtifactId Id, string Kind, string Sha256, string MediaType, string Extension, long Size, string? About, string AddedBy, DateOnly AddedOn)
{
    /// <summary>What was left open in it, as codes: <c>third-party-views</c>, <c>objection-grounds</c>, <c>hearing</c>, <c>other</c>.</summary>
    public ImmutableArray<string> OpenPlaces { get; init; } = [];

    /// <summary>What it is stored under, without its extension, where that is not its hash; null otherwise.</summary>
    public string? Name { get; init; }

    /// <summary>Which rendition of a decision letter it is; null for everything else.</summary>
    public LetterRendition? Rendition { get; init; }

    /// <summary>When its file was taken out of storage, because it held a document that may not be kept here; null where it is there.</summary>
    public DateOnly? RemovedOn { get; init; }
}

/// <summary>The renditions of a decision letter.</summary>
public enum LetterRendition
{
    /// <summary>With the name of the requester, to whom alone it goes.</summary>
    Named,

    /// <summary>Without the personal data of natural persons: for publication and for third parties.</summary>
    Anonymised,
}
