using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A case (zaak): one request for information, from its receipt to the last decision on it. A fold of its events, and nothing else.
/// </summary>
public sealed record Case(string Id) : IAggregate<Case>, ISubject
{
    /// <summary>Null until the request is registered.</summary>
    public Request? Request { get; init; }

    public Intake Intake { get; init; } = Intake.None;

    public Numbered<PersonId, Party> Parties { get; init; } = Numbered<PersonId, Party>.None;

    public Numbered<DocumentId, Document> Documents { get; init; } = Numbered<DocumentId, Document>.None;

    public ImmutableList<Search> Searches { get; init; } = [];

    public Numbered<ConsultationId, Consultation> Consultations { get; init; } = Numbered<ConsultationId, Consultation>.None;

    public Numbered<PassageId, Passage> Passages { get; init; } = Numbered<PassageId, Passage>.None;

    /// <summary>The passages of one document, the first one judged first.</summary>
    public IEnumerable<Passage> PassagesOf(DocumentId document) => PassagesByDocument.Of(this, document);

    /// <summary>What came of redacting documents; apart from them, since a rendition changes nothing of what is judged and told.</summary>
    public ImmutableDictionary<DocumentId, RedactedDocument> Redacted { get; init; } = ImmutableDictionary<DocumentId, RedactedDocument>.Empty;

    /// <summary>Which passages of a document concern which third party, as people said it.</summary>
    public ImmutableDictionary<(DocumentId DocumentId, PersonId Party), Attribution> Attributions { get; init; } = ImmutableDictionary<(DocumentId, PersonId), Attribution>.Empty;

    /// <summary>Passages that people keep from who is asked, by the id of the view or the consultation.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<PassageId>> HiddenFrom { get; init; } = ImmutableDictionary<string, ImmutableHashSet<PassageId>>.Empty;

    /// <summary>What came of renditions for one reader, by document and the id of the view or the consultation.</summary>
    public ImmutableDictionary<(DocumentId DocumentId, string About), RedactedDocument> ForReaders { get; init; } = ImmutableDictionary<(DocumentId, string), RedactedDocument>.Empty;

    /// <summary>What the inventory tells of documents beside what is known of them here.</summary>
    public ImmutableDictionary<DocumentId, InventoryFacts> Inventoried { get; init; } = ImmutableDictionary<DocumentId, InventoryFacts>.Empty;

    /// <summary>Production reports (productierapporten) that were read in, the first one first.</summary>
    public ImmutableList<InventoryImport> Imports { get; init; } = [];

    public Numbered<DecisionId, Decision> Decisions { get; init; } = Numbered<DecisionId, Decision>.None;

    public Numbered<LetterId, Letter> Letters { get; init; } = Numbered<LetterId, Letter>.None;

    public Numbered<ArtifactId, Artifact> Artifacts { get; init; } = Numbered<ArtifactId, Artifact>.None;

    public Numbered<PackageId, Package> Packages { get; init; } = Numbered<PackageId, Package>.None;

    /// <summary>What units of the body were asked.</summary>
    public Numbered<UnitQuestionId, UnitQuestion> UnitQuestions { get; init; } = Numbered<UnitQuestionId, UnitQuestion>.None;

    /// <summary>Which parts of the work were declared done.</summary>
    public Milestones Milestones { get; init; } = new();

    public Numbered<ViewId, ThirdPartyView> Views { get; init; } = Numbered<ViewId, ThirdPartyView>.None;

    public Numbered<ViewRoundId, ViewRound> ViewRounds { get; init; } = Numbered<ViewRoundId, ViewRound>.None;

    public Numbered<MotivationId, Motivation> Motivations { get; init; } = Numbered<MotivationId, Motivation>.None;

    /// <summary>Judgements that have or had to be looked at again because of what was judged elsewhere.</summary>
    public Numbered<ReassessmentId, Reassessment> Reassessments { get; init; } = Numbered<ReassessmentId, Reassessment>.None;

    /// <summary>What derives from something in another case.</summary>
    public ImmutableList<Derivation> Derivations { get; init; } = [];

    /// <summary>What in other cases derives from something here.</summary>
    public ImmutableList<DerivedElsewhere> DerivedElsewhere { get; init; } = [];

    public Numbered<RemedyId, Remedy> Remedies { get; init; } = Numbered<RemedyId, Remedy>.None;

    /// <summary>What was filed with courts for the judge alone.</summary>
    public Numbered<CourtBundleId, CourtBundle> CourtBundles { get; init; } = Numbered<CourtBundleId, CourtBundle>.None;

    /// <summary>Notices of default.</summary>
    public Numbered<NoticeId, NoticeOfDefault> Notices { get; init; } = Numbered<NoticeId, NoticeOfDefault>.None;

    /// <summary>Complaints to the advisory council on openness.</summary>
    public Numbered<ComplaintId, CouncilComplaint> Complaints { get; init; } = Numbered<ComplaintId, CouncilComplaint>.None;

    public ImmutableList<Payment> Payments { get; init; } = [];

    public Numbered<PublicationId, Publication> Publications { get; init; } = Numbered<PublicationId, Publication>.None;

    public Numbered<LeakId, Leak> Leaks { get; init; } = Numbered<LeakId, Leak>.None;

    public ImmutableList<Contact> Contacts { get; init; } = [];

    /// <summary>The case that it was split off; null where it was registered.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The cases in which it was treated, oldest first.</summary>
    public ImmutableList<JoinedTo> Joinings { get; init; } = [];

    /// <summary>The case in which it is treated; null where that is this one.</summary>
    public JoinedTo? Joining => Joinings is [.., { Holds: true } last] ? last : null;

    /// <summary>Cases that are or were treated here too.</summary>
    public ImmutableList<JoinedCase> Joined { get; init; } = [];

    /// <summary>Who acts for whom.</summary>
    public Numbered<RepresentationId, Representation> Representations { get; init; } = Numbered<RepresentationId, Representation>.None;

    /// <summary>Which parties are the same person as in another case.</summary>
    public ImmutableList<PartyLink> PartyLinks { get; init; } = [];

    /// <summary>What keeps it from being destroyed, or did.</summary>
    public Numbered<HoldId, LegalHold> Holds { get; init; } = Numbered<HoldId, LegalHold>.None;

    /// <summary>Content of documents that was taken out of this environment, oldest first.</summary>
    public ImmutableList<ContentRemoval> Removals { get; init; } = [];

    /// <summary>Erasures of texts about people, oldest first.</summary>
    public ImmutableList<Erasure> Erasures { get; init; } = [];

    /// <summary>The declaration of its destruction; null while it is there.</summary>
    public Destruction? Destruction { get; init; }

    /// <summary>What it has to do with other cases about the same subject.</summary>
    public Connections Connections { get; init; } = Connections.None;

    /// <summary>Facts that were corrected, oldest first.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    public ImmutableList<AppliedRuling> Rulings { get; init; } = [];

    public ImmutableList<Reminder> Reminders { get; init; } = [];

    /// <summary>Duties that failed and were not performed since, by the duty's key.</summary>
    public ImmutableSortedDictionary<string, DutyFailure> Failures { get; init; } = ImmutableSortedDictionary<string, DutyFailure>.Empty;

    /// <summary>The number of the last event that changed something which a decision letter tells; see <see cref="DecisionBasis"/>.</summary>
    public long Basis { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public bool IsClosed => ClosedOn is not null;

    /// <summary>No step takes effect before the request was received.</summary>
    public DateOnly? Since => Request?.ReceivedOn;

    public Refused? WhyNot(string step) => WobWorkflow.Cases.Destruction.WhyNot(this) ?? WobWorkflow.Cases.Joining.WhyNot(this, step);

    public static Case Blank(string id) => new(id);

    public Case Apply(Event happened, Entry entry)
    {
        var next = ((CaseEvent)happened).ApplyTo(this, entry);
        if (DecisionBasis.Moved(this, next))
            next = next with { Basis = entry.Seq };
        return happened is IDischarge discharge && next.Failures.ContainsKey(discharge.DutyKey)
            ? next with { Failures = next.Failures.Remove(discharge.DutyKey) }
            : next;
    }
}
