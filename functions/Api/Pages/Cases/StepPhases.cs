using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Puts steps under the phase to which they belong, so that a long list is a few short ones.</summary>
internal static class StepPhases
{
    private static string Other => Sentences.Say("case.steps-other");

    private static readonly ImmutableArray<(Phase Phase, ImmutableArray<Type> Steps)> Known =
    [
        (Phase.Intake,
        [
            typeof(Qualify), typeof(Assign), typeof(AskClarification), typeof(RecordClarification), typeof(ExtendTerm), typeof(InformPreservation), typeof(AgreePhasing), typeof(Forward),
            typeof(DemandInformation), typeof(Suspend), typeof(Resume), typeof(DeclineToTreat), typeof(IntendDisclosure), typeof(Withdraw), typeof(InformRequester), typeof(RecordContact), typeof(Split), typeof(Join), typeof(Unjoin), typeof(SetMatter), typeof(LinkCase), typeof(LinkParty),
        ]),
        (Phase.Collection, [typeof(AddDocument), typeof(DescribeDocument), typeof(DropDocument), typeof(RemoveContent), typeof(ImportInventory), typeof(RecordSearch), typeof(AskUnit), typeof(RecordUnitAnswer), typeof(CloseCollection), typeof(ReopenCollection)]),
        (Phase.Consultation, [typeof(Consult), typeof(RecordAdvice), typeof(DepartFromAdvice), typeof(CancelConsultation), typeof(RecordDeclassification), typeof(AskView), typeof(RecordView), typeof(AttributePassages), typeof(HidePassages), typeof(AddReaderRendition), typeof(CloseConsultation)]),
        (Phase.Review, [typeof(AssessDocument), typeof(AssessDocuments), typeof(AssessPassage), typeof(AssessPassages), typeof(LinkDocument), typeof(WriteMotivation), typeof(TranslateGrounds), typeof(CloseReview), typeof(ReopenReview)]),
        (Phase.Decision,
        [
            typeof(DraftDecision), typeof(SubmitDecision), typeof(ApproveDecision), typeof(ReturnDecision), typeof(TakeDecision), typeof(EditLetter), typeof(AddAnonymisedDecision), typeof(ApproveLetter), typeof(SignLetter), typeof(RecordDispatch),
            typeof(AddArtifact), typeof(AskPackage), typeof(BindSignedDecision),
        ]),
        (Phase.Publication,
        [
            typeof(PlanRelease), typeof(ClearPublication), typeof(HoldPublication), typeof(Publish), typeof(RecordPublication), typeof(SuspendDocument), typeof(WithdrawDocument), typeof(ReplaceDocument), typeof(ReportLeak),
        ]),
        (Phase.Remedies,
        [
            typeof(RecordNoticeOfDefault), typeof(LodgeRemedy), typeof(RecordRepresentative), typeof(RecordAuthorisation), typeof(InviteToRepair), typeof(JoinParty), typeof(ScheduleHearing), typeof(RecordHearing), typeof(RecordCommitteeAdvice), typeof(ExtendObjectionTerm),
            typeof(RecordCouncilComplaint), typeof(RecordCouncilAdvice), typeof(FileCourtDocuments), typeof(RequestLimitedKnowledge), typeof(RecordSecrecyRuling), typeof(RecordConsent), typeof(AnswerSecrecyRuling), typeof(RecordCourtHearing), typeof(RecordInterimRelief), typeof(WithdrawRemedy), typeof(RecordPayment),
        ]),
        (Phase.Supplement, [typeof(AnswerInstruction)]),
        (Phase.Closed, [typeof(Close), typeof(Reopen), typeof(PlaceLegalHold), typeof(LiftLegalHold), typeof(Erase), typeof(Destroy)]),
    ];

    private static readonly ImmutableDictionary<string, Phase> PhaseOf = Known
        .SelectMany(row => row.Steps.Select(payload => (Name: Catalogue.CaseSteps.Single(step => step.Payload == payload).Rule.Name, row.Phase)))
        .ToImmutableDictionary(row => row.Name, row => row.Phase, StringComparer.Ordinal);

    public static string TitleOf(Phase phase) => Labels.Of(phase);

    /// <summary>The steps by phase, in the order of the phases; a step that belongs to none comes last.</summary>
    public static IReadOnlyList<(string Title, List<StepChoice> Steps)> Group(ImmutableArray<StepChoice> steps) =>
    [
        .. steps.GroupBy(step => PhaseOf.TryGetValue(step.Name, out var phase) ? phase : (Phase?)null)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key)
            .Select(group => (group.Key is { } phase ? TitleOf(phase) : Other, group.ToList())),
    ];
}
