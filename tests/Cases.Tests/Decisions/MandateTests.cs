namespace WobWorkflow.Cases.Tests;

/// <summary>Who may take and sign a decision: by the register of mandates, and never who took what is contested (Awb 10:3).</summary>
public sealed class MandateTests
{
    private static readonly DateOnly Taken = new(2022, 3, 3);
    private static readonly Actor Director = new("director", [Role.Signatory]);

    private static MandateGranted AMandate(string person = "director", string from = "2022-01-01", string? to = null, params DecisionKind[] kinds) =>
        new(new(1), person, "de directeur-generaal", [.. kinds], NewLife.Day(from), to is null ? null : NewLife.Day(to));

    [Fact]
    public void Take_EmptyRegister_IsForTheRole() => Given.AnApprovedDecision().With(Take, Taken, Persons.Signatory).Decision.Capacity.ShouldBeNull();

    [Fact]
    public void Take_WithAMandate_RecordsTheCapacityAndTheVersionOfTheSettings()
    {
        var life = Given.AnApprovedDecision().Under(AMandate()).With(Take, Taken, Director);

        life.Last.ShouldBe(new DecisionTaken(Given.Decision1, "de directeur-generaal", 1));
        life.Decision.Capacity.ShouldBe("de directeur-generaal");
    }

    [Fact]
    public void Take_WithoutOneForTheKindOrTheDay_IsForbidden()
    {
        var approved = Given.AnApprovedDecision();

        approved.Under(AMandate()).Try(Take, Taken, Persons.Signatory).ShouldBeForbidden("no-mandate", "Awb 10:3");
        approved.Under(AMandate(from: "2022-03-04")).Try(Take, Taken, Director).ShouldBeForbidden("no-mandate", "Awb 10:3");
        approved.Under(AMandate(to: "2022-03-02")).Try(Take, Taken, Director).ShouldBeForbidden("no-mandate", "Awb 10:3");
        approved.Under(AMandate(to: "2022-03-03")).Try(Take, Taken, Director).ShouldGive<DecisionTaken>();
        approved.Under(AMandate()).Under(new MandateEnded(new(1), new(2022, 3, 2))).Try(Take, Taken, Director).ShouldBeForbidden("no-mandate", "Awb 10:3");
    }

    [Fact]
    public void Take_RegisterForOtherKindsAlone_AsksNone() =>
        Given.AnApprovedDecision().Under(AMandate(kinds: DecisionKind.OnObjection)).Try(Take, Taken, Persons.Signatory).ShouldGive<DecisionTaken>();

    [Fact]
    public void Sign_WithoutAMandateOnTheDay_IsForbidden()
    {
        var taken = Given.AnApprovedDecision().Under(AMandate()).With(Take, Taken, Director);
        var letter = new SignLetter(taken.DecisionLetter.Id);

        taken.Try(letter, Taken, Persons.Signatory).ShouldBeForbidden("no-mandate", "Awb 10:3");
        taken.With(letter, Taken, Director).DecisionLetter.State.ShouldBe(LetterState.Signed);
    }

    [Fact]
    public void Sign_OnObjectionByWhoTookTheContestedOne_IsForbidden()
    {
        var life = OnObjection().With(new TakeDecision(Given.Decision2), new(2022, 3, 28), Director);

        life.Try(new SignLetter(life.DecisionLetter.Id), new(2022, 3, 28), Persons.Signatory).ShouldBeForbidden("took-contested-decision", "Awb 10:3(3)");
        life.Try(new SignLetter(life.DecisionLetter.Id), new(2022, 3, 28), Director).ShouldGive<LetterSigned>();
    }

    [Fact]
    public void Take_AfterAnnulmentOfADecisionOnObjection_IsNotForWhoTookThePrimaryOne()
    {
        var life = OnObjection().With(new TakeDecision(Given.Decision2), new(2022, 3, 28), Director);
        life = life.Sent(LetterKind.Decision, "decision-2", new(2022, 3, 28), by: Director);
        life = Engine.Record(life, Given.AnAnnulment(Given.Decision2), Life.TenOClock(new(2022, 4, 4)))
            .With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision2, AnswersRuling: "ruling-1"), new(2022, 4, 11), Persons.ObjectionHandler)
            .LettersPrepared(new(2022, 4, 11))
            .With(new SubmitDecision(new(3)), new(2022, 4, 11), Persons.ObjectionHandler)
            .With(new ApproveDecision(new(3)), new(2022, 4, 11), Persons.Approver);

        life.Try(new TakeDecision(new(3)), new(2022, 4, 11), Persons.Signatory).ShouldBeForbidden("took-contested-decision", "Awb 10:3(3)");
        life.Try(new TakeDecision(new(3)), new(2022, 4, 11), Director).ShouldGive<DecisionTaken>();
    }

    [Fact]
    public void Hearing_LedByOrMostlyByWhoPrepared_IsRefused()
    {
        var life = Given.ADispatchedDecision()
            .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), new(2022, 3, 14), Persons.ObjectionHandler);
        Outcome Heard(params string[] by) =>
            life.Try(new RecordHearing(new(1), Report: "Verslag.", HeardBy: [.. by]), new(2022, 4, 25), Persons.ObjectionHandler);

        Heard(Persons.Approver.Id).ShouldBeRefused("heard-by-preparer", "Awb 7:5(1)");
        Heard(Persons.Handler.Id, "chair", "member").ShouldBeRefused("heard-by-preparer", "Awb 7:5(1)");
        Heard("chair", Persons.Handler.Id, Persons.Signatory.Id).ShouldBeRefused("heard-by-preparer", "Awb 7:5(1)");
        Heard("chair", Persons.Handler.Id).ShouldBeRefused("heard-by-preparer", "Awb 7:5(1)");
        Heard("chair", "member", Persons.Handler.Id).ShouldGive<HearingRecorded>().HeardBy!.Value.ShouldBe(["chair", "member", Persons.Handler.Id]);
        Heard().ShouldGive<HearingRecorded>().HeardBy.ShouldBeNull();
        Heard("Jan Jansen").ShouldBeInvalid("heardBy", "person-unclear", "Awb 7:7");
    }

    [Fact]
    public void Register_MandateThatEndsBeforeItBegins_IsInvalid()
    {
        var at = Life.At(Taken, Persons.Administrator, Organisation.Blank("organisation"));
        var granted = Organisation.Blank("organisation").Apply(AMandate(), new Entry(1, at.Moment, at.On, "a"));

        StepDefinition<Organisation>.Of<GrantMandate>().Decide(granted, new GrantMandate("x", "directeur", Taken, To: Taken.AddDays(-1)), at)
            .ShouldBeInvalid("to", "date-out-of-order", "Awb 10:3");
        StepDefinition<Organisation>.Of<GrantMandate>().Decide(granted, new GrantMandate("x", "directeur", Taken), at).ShouldGive<MandateGranted>().MandateId.ShouldBe(new MandateId(2));
        StepDefinition<Organisation>.Of<EndMandate>().Decide(granted, new EndMandate(new(2), Taken), at).ShouldBeUnknown("mandate-not-found", "Awb 10:8");
        StepDefinition<Organisation>.Of<EndMandate>().Decide(granted, new EndMandate(new(1), new(2021, 12, 31)), at).ShouldBeInvalid("to", "date-out-of-order", "Awb 10:8");
        StepDefinition<Organisation>.Of<EndMandate>().Decide(granted, new EndMandate(new(1), Taken), at).ShouldGive<MandateEnded>();
    }

    private static TakeDecision Take { get; } = new(Given.Decision1);

    private static Life OnObjection() => Given.ADispatchedDecision()
        .With(new DraftDecision(DecisionKind.OnObjection, Supplements: Given.Decision1), on: new(2022, 3, 28), by: Persons.ObjectionHandler)
        .LettersPrepared(new(2022, 3, 28))
        .With(new SubmitDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.ObjectionHandler)
        .With(new ApproveDecision(Given.Decision2), on: new(2022, 3, 28), by: Persons.Approver);
}
