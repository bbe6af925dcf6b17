using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Every step and every event, by name. Routes, schemas, forms and the list of what may be done now are read from here.</summary>
public static class Catalogue
{
    public static ImmutableArray<StepDefinition<Case>> CaseSteps { get; } =
    [
        // Intake
        StepDefinition<Case>.Of<Register>(),
        StepDefinition<Case>.Of<Qualify>(),
        StepDefinition<Case>.Of<Assign>(),
        StepDefinition<Case>.Of<AskClarification>(),
        StepDefinition<Case>.Of<RecordClarification>(),
        StepDefinition<Case>.Of<ExtendTerm>(),
        StepDefinition<Case>.Of<InformPreservation>(),
        StepDefinition<Case>.Of<AgreePhasing>(),
        StepDefinition<Case>.Of<Forward>(),
        StepDefinition<Case>.Of<DemandInformation>(),
        StepDefinition<Case>.Of<Suspend>(),
        StepDefinition<Case>.Of<Resume>(),
        StepDefinition<Case>.Of<DeclineToTreat>(),
        StepDefinition<Case>.Of<Withdraw>(),
        StepDefinition<Case>.Of<InformRequester>(),
        StepDefinition<Case>.Of<RecordContact>(),
        // Collection
        StepDefinition<Case>.Of<AddDocument>(),
        StepDefinition<Case>.Of<DescribeDocument>(),
        StepDefinition<Case>.Of<DropDocument>(),
        StepDefinition<Case>.Of<RecordSearch>(),
        StepDefinition<Case>.Of<AskUnit>(),
        StepDefinition<Case>.Of<RecordUnitAnswer>(),
        StepDefinition<Case>.Of<CloseCollection>(),
        StepDefinition<Case>.Of<ReopenCollection>(),
        // Consultation
        StepDefinition<Case>.Of<Consult>(),
        StepDefinition<Case>.Of<RecordAdvice>(),
        StepDefinition<Case>.Of<CancelConsultation>(),
        StepDefinition<Case>.Of<RecordDeclassification>(),
        StepDefinition<Case>.Of<AskView>(),
        StepDefinition<Case>.Of<RecordView>(),
        StepDefinition<Case>.Of<CloseConsultation>(),
        // Review
        StepDefinition<Case>.Of<AssessDocument>(),
        StepDefinition<Case>.Of<AssessPassage>(),
        StepDefinition<Case>.Of<LinkDocument>(),
        StepDefinition<Case>.Of<WriteMotivation>(),
        StepDefinition<Case>.Of<CloseReview>(),
        StepDefinition<Case>.Of<ReopenReview>(),
        // Decision
        StepDefinition<Case>.Of<DraftDecision>(),
        StepDefinition<Case>.Of<SubmitDecision>(),
        StepDefinition<Case>.Of<ApproveDecision>(),
        StepDefinition<Case>.Of<ReturnDecision>(),
        StepDefinition<Case>.Of<TakeDecision>(),
        // Letters
        StepDefinition<Case>.Of<AddArtifact>(),
        StepDefinition<Case>.Of<EditLetter>(),
        StepDefinition<Case>.Of<ApproveLetter>(),
        StepDefinition<Case>.Of<SignLetter>(),
        StepDefinition<Case>.Of<RecordDispatch>(),
        // Any time, and the end
        StepDefinition<Case>.Of<Correct>(),
        StepDefinition<Case>.Of<Close>(),
        StepDefinition<Case>.Of<Reopen>(),
    ];

    public static ImmutableArray<StepDefinition<Ruling>> RulingSteps { get; } =
    [
        StepDefinition<Ruling>.Of<RegisterRuling>(),
        StepDefinition<Ruling>.Of<CloseRuling>(),
    ];

    public static ImmutableArray<StepDefinition<Organisation>> OrganisationSteps { get; } =
    [
        StepDefinition<Organisation>.Of<DesignateDay>(),
        StepDefinition<Organisation>.Of<UndesignateDay>(),
        StepDefinition<Organisation>.Of<SetLadder>(),
        StepDefinition<Organisation>.Of<SetLetterhead>(),
    ];

    /// <summary>
    /// The name under which an event stands in the log. A name means one record for good: a row is never changed or taken out, only added.
    /// </summary>
    public static ImmutableArray<EventName> Events { get; } =
    [
        new("request-registered", typeof(RequestRegistered)),
        new("request-qualified", typeof(RequestQualified)),
        new("case-assigned", typeof(CaseAssigned)),
        new("clarification-asked", typeof(ClarificationAsked)),
        new("clarification-recorded", typeof(ClarificationRecorded)),
        new("term-extended", typeof(TermExtended)),
        new("document-added", typeof(DocumentAdded)),
        new("document-described", typeof(DocumentDescribed)),
        new("document-dropped", typeof(DocumentDropped)),
        new("search-recorded", typeof(SearchRecorded)),
        new("agency-consulted", typeof(AgencyConsulted)),
        new("advice-recorded", typeof(AdviceRecorded)),
        new("consultation-cancelled", typeof(ConsultationCancelled)),
        new("consultation-escalated", typeof(ConsultationEscalated)),
        new("document-assessed", typeof(DocumentAssessed)),
        new("passage-assessed", typeof(PassageAssessed)),
        new("decision-drafted", typeof(DecisionDrafted)),
        new("decision-submitted", typeof(DecisionSubmitted)),
        new("decision-approved", typeof(DecisionApproved)),
        new("decision-returned", typeof(DecisionReturned)),
        new("decision-taken", typeof(DecisionTaken)),
        new("letter-prepared", typeof(LetterPrepared)),
        new("artifact-added", typeof(ArtifactAdded)),
        new("letter-edited", typeof(LetterEdited)),
        new("letter-approved", typeof(LetterApproved)),
        new("letter-signed", typeof(LetterSigned)),
        new("letter-dispatched", typeof(LetterDispatched)),
        new("reminder-begun", typeof(ReminderBegun)),
        new("reminder-delivered", typeof(ReminderDelivered)),
        new("duty-failed", typeof(DutyFailed)),
        new("ruling-applied", typeof(RulingApplied)),
        new("ruling-told", typeof(RulingTold)),
        new("fact-corrected", typeof(FactCorrected)),
        new("case-closed", typeof(CaseClosed)),
        new("case-reopened", typeof(CaseReopened)),
        new("ruling-registered", typeof(RulingRegistered)),
        new("ruling-reached-case", typeof(RulingReachedCase)),
        new("ruling-refused-by-case", typeof(RulingRefusedByCase)),
        new("ruling-answered", typeof(RulingAnswered)),
        new("ruling-duty-failed", typeof(RulingDutyFailed)),
        new("ruling-closed", typeof(RulingClosed)),
        new("day-designated", typeof(DayDesignated)),
        new("day-undesignated", typeof(DayUndesignated)),
        new("ladder-set", typeof(LadderSet)),
        new("letterhead-set", typeof(LetterheadSet)),
        new("request-suspended", typeof(RequestSuspended)),
        new("request-resumed", typeof(RequestResumed)),
        new("phasing-agreed", typeof(PhasingAgreed)),
        new("preservation-informed", typeof(PreservationInformed)),
        new("preservation-confirmed", typeof(PreservationConfirmed)),
        new("request-forwarded", typeof(RequestForwarded)),
        new("information-demanded", typeof(InformationDemanded)),
        new("demand-met", typeof(DemandMet)),
        new("treatment-declined", typeof(TreatmentDeclined)),
        new("request-withdrawn", typeof(RequestWithdrawn)),
        new("requester-informed", typeof(RequesterInformed)),
        new("contact-recorded", typeof(ContactRecorded)),
        new("unit-asked", typeof(UnitAsked)),
        new("unit-answered", typeof(UnitAnswered)),
        new("collection-closed", typeof(CollectionClosed)),
        new("collection-reopened", typeof(CollectionReopened)),
        new("document-declassified", typeof(DocumentDeclassified)),
        new("view-asked", typeof(ViewAsked)),
        new("view-recorded", typeof(ViewRecorded)),
        new("consultations-closed", typeof(ConsultationsClosed)),
        new("document-linked", typeof(DocumentLinked)),
        new("motivation-written", typeof(MotivationWritten)),
        new("review-closed", typeof(ReviewClosed)),
        new("review-reopened", typeof(ReviewReopened)),
    ];
}

/// <summary>A row of <see cref="Catalogue.Events"/>.</summary>
public sealed record EventName(string Name, Type Type);
