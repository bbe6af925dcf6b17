using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// Something that the engine owes now. It is derived from the state and never queued: performing it appends the event that discharges it, after which
/// it isn't derived any more.
/// </summary>
/// <param name="Key">Names it within its aggregate, the same each time it is derived.</param>
public abstract record Duty(string Key)
{
    /// <summary>The kind, kebab-case, as metrics and failures name it.</summary>
    public string Kind => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name);
}

/// <summary>Draft a letter.</summary>
public sealed record PrepareLetter(OwedLetter Letter) : Duty(Letter.DutyKey);

/// <summary>File a copy of a dispatched letter with its date.</summary>
/// <param name="Copies">How many dated copies there are already: a corrected date asks for another.</param>
public sealed record DateLetter(LetterId LetterId, DateOnly On, int Copies)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"date-letter:{LetterId}:{Copies + 1}"));

/// <summary>Put a reminder in the log, so that it exists once whatever happens to the mail.</summary>
/// <param name="To">The handler's id; null where the case is nobody's.</param>
/// <param name="PassedOver">Earlier rungs that nobody will hear of any more.</param>
/// <param name="Also">Who hears of it besides: who took in the remedy that the term belongs to; null where that is nobody else.</param>
public sealed record Remind(string TermId, DateOnly Due, string Rung, string? To, ImmutableArray<string> PassedOver, string? Also = null)
    : Duty($"remind:{TermId}:{Rung}");

/// <summary>Deliver a reminder that is in the log and has not been delivered yet.</summary>
public sealed record DeliverReminder(string MessageId) : Duty($"deliver:{MessageId}");

/// <summary>Tell the coordinators that an agency did not answer in time.</summary>
public sealed record EscalateConsultation(ConsultationId ConsultationId) : Duty($"escalate:{ConsultationId}");

/// <summary>Tell a ruling that this case announced the decision that it made necessary.</summary>
public sealed record TellRuling(string RulingId, DecisionId? DecisionId, string Contested, DecisionId AnsweredBy, DateOnly AnnouncedOn)
    : Duty($"tell:{RulingId}:{Contested}");

/// <summary>
/// Make documents public: <see cref="PublishBegun"/> first, decided again on the current state; then the copy; then <see cref="Published"/>. What was
/// begun and not finished is done again with the same documents.
/// </summary>
/// <param name="Round">Counts from 1 within the publication.</param>
/// <param name="Documents">As derived now; those in <see cref="PublishBegun"/> hold.</param>
public sealed record ReleasePublication(PublicationId PublicationId, int Round, ImmutableArray<DocumentId> Documents)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"release:{PublicationId}:{Round}"));

/// <summary>Found the case that was split off this one.</summary>
/// <param name="Number">The <see cref="SplitOff"/>.</param>
public sealed record FoundSplitCase(int Number) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"split:{Number}"));

/// <summary>Ask another case to treat this one too.</summary>
/// <param name="Number">The <see cref="JoinedTo"/>.</param>
public sealed record AskJoin(int Number) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"join:{Number}"));

/// <summary>Ask the case in which this one is treated to let it go on by itself.</summary>
/// <param name="Attempt">Counts from 1; how often that was asked.</param>
public sealed record AskUnjoin(int Number, int Attempt) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"unjoin:{Number}:{Attempt}"));

/// <summary>Tell a case that is treated here of a decision that was taken for it too.</summary>
/// <param name="Text">The letter of the decision without personal data.</param>
public sealed record TellFollower(string CaseId, int Number, DecisionId DecisionId, ArtifactId Text)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"follow:{CaseId}:{Number}:{DecisionId}"));

/// <summary>Erase texts about people.</summary>
/// <param name="Number">The <see cref="Erasure"/>.</param>
public sealed record EraseTexts(int Number) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"erase:{Number}"));

/// <summary>Take content that may not be kept here out of storage, with all that was made of it.</summary>
/// <param name="Number">The <see cref="ContentRemoval"/>.</param>
public sealed record RemoveStoredContent(int Number) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"remove-content:{Number}"));

/// <summary>Destroy all that storage holds of a case but its log.</summary>
public sealed record DestroyContent() : Duty("destroy");

/// <summary>Tell another case that something here derives from something there.</summary>
public sealed record TellDerivation(Derivation Derivation)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"derivation:{Derivation.Number}"));

/// <summary>Have something in another case looked at again, because what it derives from was disclosed.</summary>
public sealed record AskReassessment(JudgedPlace By, ReassessmentCause Cause) : Duty($"reassess:{By.Key}:{Cause.Key}");

/// <summary>Remove the public copy of a document that was suspended or withdrawn, and leave a notice in its place.</summary>
/// <param name="Rounds">How often it had gone out.</param>
public sealed record RemovePublicCopy(DocumentId DocumentId, int Rounds)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"remove-copy:{DocumentId}:{Rounds}"));

/// <summary>Put the documents of a release that went out in one file for the requester.</summary>
/// <param name="Documents">As derived now; decided again when it is filed.</param>
public sealed record FileRequesterCopy(PublicationId PublicationId, int Round, ImmutableArray<DocumentId> Documents)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"requester-copy:{PublicationId}:{Round}"));

/// <summary>Make a redacted rendition of a document, or find out that a person must.</summary>
/// <param name="Basis">What it is to show and hide (<see cref="Redactions.BasisOf"/>).</param>
public sealed record RenderRedaction(DocumentId DocumentId, string Basis) : Duty($"render:{DocumentId}:{Basis[..16]}");

/// <summary>Make the rendition of a document for one reader.</summary>
/// <param name="About">The id of the view or the consultation.</param>
/// <param name="Basis">What it is to show and hide (<see cref="ReaderRenditions.BasisOf"/>).</param>
public sealed record RenderForReader(DocumentId DocumentId, string About, string Basis) : Duty($"render-for:{About}:{DocumentId}:{Basis[..16]}");

/// <summary>Record a ruling in a case that it names.</summary>
public sealed record ApplyRuling(RulingRow Row) : Duty($"apply:{Row.CaseId}:{Row.Contested}");

/// <summary>Tell a case what was added to a ruling that it took in before (<see cref="RulingAmended"/>).</summary>
public sealed record AmendRuling(RulingRow Row)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"amend:{Row.CaseId}:{Row.Contested}:{Row.Revision}"));

/// <summary>Draft the letter to Parliament.</summary>
public sealed record PrepareParliamentLetter(int Revision)
    : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"parliament-letter:{Revision}"));

/// <summary>File a copy of the letter to Parliament with the date on which it was sent.</summary>
public sealed record DateParliamentLetter(DateOnly On) : Duty("date-parliament-letter");

/// <summary>A recorded event that discharges a duty.</summary>
public interface IDischarge
{
    string DutyKey { get; }
}

/// <summary>A duty that failed and will be tried again.</summary>
/// <param name="Attempt">Counts from 1.</param>
/// <param name="RetryAt">When to try again (UTC).</param>
/// <param name="Reason">A code; never a message, which might hold content.</param>
public sealed record DutyFailure(string Key, string Kind, int Attempt, DateTimeOffset RetryAt, string Reason);

/// <summary>A duty of a case failed. It is in the log so that it neither spins nor blocks the others, and so that both hosts try again alike.</summary>
public sealed record DutyFailed(string Key, string Kind, int Attempt, DateTimeOffset RetryAt, string Reason) : CaseEvent
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Failures = c.Failures.SetItem(Key, new DutyFailure(Key, Kind, Attempt, RetryAt, Reason)),
    };
}

/// <inheritdoc cref="DutyFailed"/>
public sealed record RulingDutyFailed(string Key, string Kind, int Attempt, DateTimeOffset RetryAt, string Reason) : RulingEvent
{
    public override bool MerelyRecordsDuty => true;

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Failures = ruling.Failures.SetItem(Key, new DutyFailure(Key, Kind, Attempt, RetryAt, Reason)),
    };
}
