using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The request (verzoek), as it was registered.</summary>
/// <param name="MatterId">The matter in which it was registered; null where there was none. See <see cref="Connections"/> for where it is.</param>
/// <param name="Language">The language of the letters, as an ISO 639-1 code.</param>
public sealed record Request(
    FreeText Subject,
    FreeText Text,
    DateOnly ReceivedOn,
    Channel Channel,
    PersonId Requester,
    bool Environmental,
    string? MatterId,
    string Language,
    string RegisteredBy);

/// <summary>The way along which something came in or went out.</summary>
public enum Channel
{
    Email,
    Post,
    Portal,
    Courier,
    InPerson,

    /// <summary>Spoken: a request may be made orally (Woo 4.1(2)).</summary>
    Oral,
}

/// <summary>What was settled about a request before anyone looked for documents.</summary>
/// <param name="Handler">The case handler's id; null while the case is nobody's.</param>
/// <param name="Qualification">Null until someone said what kind of request it is.</param>
/// <param name="Extension">The extension (verdaging); null where there was none.</param>
public sealed record Intake(
    string? Handler,
    Qualification? Qualification,
    Numbered<ClarificationId, Clarification> Clarifications,
    Extension? Extension)
{
    public static Intake None { get; } = new(null, null, Numbered<ClarificationId, Clarification>.None, null);

    /// <summary>What suspends the term beside clarifications and views (Awb 4:15).</summary>
    public Numbered<SuspensionId, RequestSuspension> Suspensions { get; init; } = Numbered<SuspensionId, RequestSuspension>.None;

    /// <summary>What was agreed with the requester on handling a large request in phases, oldest first; the last one holds.</summary>
    public ImmutableList<Phasing> Phasings { get; init; } = [];

    public Numbered<PreservationId, Preservation> Preservations { get; init; } = Numbered<PreservationId, Preservation>.None;

    public Numbered<ForwardingId, Forwarded> Forwardings { get; init; } = Numbered<ForwardingId, Forwarded>.None;

    public Numbered<DemandId, Demand> Demands { get; init; } = Numbered<DemandId, Demand>.None;

    public Numbered<ProgressId, Progress> ProgressLetters { get; init; } = Numbered<ProgressId, Progress>.None;

    /// <summary>The intention to disclose while an objection is expected (Wob 6(6)(a)); null where there is none, or it was given up.</summary>
    public DisclosureIntention? Intention { get; init; }

    /// <summary>What went on in cases of its own, oldest first.</summary>
    public ImmutableList<SplitOff> Splits { get; init; } = [];

    /// <summary>Suspensions that had ended in the case that this one was split off, for views of third parties.</summary>
    public ImmutableList<Suspension> SuspendedBefore { get; init; } = [];

    /// <summary>When the requester withdrew the request; null where that didn't happen.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>When the whole request had been forwarded to another body; null where it wasn't.</summary>
    public DateOnly? ForwardedOn => Forwardings.Where(forwarded => forwarded.Part is null).Select(forwarded => forwarded.SentOn).FirstOrDefault(on => on is not null);

    /// <summary>From when the body need not decide on the request any more: it was withdrawn, or went to another body as a whole.</summary>
    public DateOnly? ReleasedOn => WithdrawnOn ?? ForwardedOn;
}

/// <summary>What a request is, before anything else: each kind has its own law.</summary>
public enum Qualification
{
    /// <summary>A request for public information (Wob 3, Woo 4.1).</summary>
    PublicInformation,

    /// <summary>Information about the requester itself (Woo 5.5); disclosed to the requester alone.</summary>
    OwnData,

    /// <summary>Disclosure to one person for compelling reasons (Woo 5.6).</summary>
    CompellingReasons,

    /// <summary>Disclosure for historical, statistical or scientific research (Woo 5.7).</summary>
    Research,

    /// <summary>Access to data of the intelligence and security services (Wiv 2017).</summary>
    IntelligenceServices,

    /// <summary>Access to personal data (GDPR 15).</summary>
    PersonalData,

    /// <summary>Re-use of public sector information (Who).</summary>
    Reuse,

    /// <summary>A question that an answer settles.</summary>
    PlainQuestion,
}

/// <summary>A request for clarification (precisering; Wob 3(4), Woo 4.1(5)).</summary>
/// <param name="AnswerBy">The last day of the term set for the answer.</param>
/// <param name="SentOn">When the invitation was dispatched; null until then, and the term isn't suspended before.</param>
/// <param name="AnsweredOn">Null while there is no answer.</param>
public sealed record Clarification(ClarificationId Id, FreeText Question, DateOnly AnswerBy, string AskedBy, DateOnly? SentOn, DateOnly? AnsweredOn, FreeText? Answer)
{
    /// <summary>When the handler went on without an answer; null where that didn't happen.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether an answer is still awaited.</summary>
    public bool IsOpen => AnsweredOn is null && EndedOn is null;
}

/// <summary>An extension of the term for deciding (verdaging; Wob 6(2), Woo 4.4(2)).</summary>
/// <param name="Days">Calendar days.</param>
/// <param name="NoticeOn">When the requester was told; null until then, and the extension has no effect before.</param>
public sealed record Extension(int Days, FreeText Reason, DateOnly DecidedOn, string By, DateOnly? NoticeOn);

/// <summary>Someone with a part in the case (partij).</summary>
/// <param name="Details">Name, address and the like, as JSON of <see cref="PersonDetails"/>.</param>
public sealed record Party(PersonId Id, PartyRole Role, FreeText Details);

/// <summary>The part that a person has in a case.</summary>
public enum PartyRole
{
    /// <summary>Who asked (verzoeker).</summary>
    Requester,

    /// <summary>Who is concerned by what would be disclosed (derde-belanghebbende).</summary>
    ThirdParty,

    /// <summary>Another administrative body, to which a request was forwarded.</summary>
    OtherBody,

    /// <summary>Who acts for another party (gemachtigde).</summary>
    Representative,
}
