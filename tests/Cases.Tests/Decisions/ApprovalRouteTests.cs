using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>A decision passes the levels of the organisation's route in their order, each by another person, and is reminded of to whose turn it is.</summary>
public sealed class ApprovalRouteTests
{
    private static readonly DateOnly Submitted = new(2022, 2, 22);
    private static readonly DateOnly Day = new(2022, 2, 24);

    private static readonly Actor Jurist = new("jurist", [Role.Reviewer]);
    private static readonly Actor Director = new("director", [Role.Approver]);
    private static readonly Actor OtherDirector = new("other-director", [Role.Approver]);
    private static readonly Actor Secretary = new("secretary-general", [Role.Signatory]);
    private static readonly Actor Deputy = new("deputy", [Role.Coordinator]);

    private static readonly ImmutableArray<ApprovalLevel> Levels =
    [
        new("Jurist", Role.Reviewer),
        new("Directeur", Role.Approver, Persons: ["director"], Deputies: ["deputy"]),
        new("SG", Role.Signatory, Kinds: [DecisionKind.Primary, DecisionKind.OnObjection]),
    ];

    [Fact]
    public void Submit_WithoutASetRoute_HasOneLevelForWhoApproves()
    {
        var life = Given.ADecisionAwaitingApproval();

        life.Last.ShouldBe(new DecisionSubmitted(Given.Decision1));
        life.Decision.NextLevel.ShouldBe(ApprovalLevel.Default);
        life.Try(new ApproveDecision(Given.Decision1), Day, Secretary).ShouldBeForbidden("role-not-allowed", "Awb 10:3");
        life.With(new ApproveDecision(Given.Decision1), Day, Persons.Approver).Decision.NextLevel.ShouldBeNull();
    }

    [Fact]
    public void Submit_WithARoute_RecordsItWithTheVersionOfTheSettings()
    {
        var submitted = UnderWay().Last.ShouldBeOfType<DecisionSubmitted>();

        submitted.Route!.Value.Select(level => level.Name).ShouldBe(["Jurist", "Directeur", "SG"]);
        submitted.Settings.ShouldBe(1);
    }

    [Fact]
    public void Route_KindThatPassesFewerLevels_HasThoseAlone() =>
        Given.ADraftDecision().Under(new ApprovalRouteSet(Levels)).Facts.RouteFor(DecisionKind.Supplementary).Select(level => level.Name).ShouldBe(["Jurist", "Directeur"]);

    [Fact]
    public void Approve_InOrder_IsApprovedWithTheLastLevel()
    {
        var life = UnderWay();
        life = life.With(new ApproveDecision(Given.Decision1), Day, Jurist);
        life.Decision.State.ShouldBe(DecisionState.Approval);
        life.Decision.NextLevel!.Name.ShouldBe("Directeur");
        life = life.With(new ApproveDecision(Given.Decision1), Day, Director);
        life.Decision.State.ShouldBe(DecisionState.Approval);
        life = life.With(new ApproveDecision(Given.Decision1), Day, Secretary);

        life.Decision.State.ShouldBe(DecisionState.Approved);
        life.Decision.Approvals.Select(approval => approval.By).ShouldBe(["jurist", "director", "secretary-general"]);
    }

    [Fact]
    public void Approve_OutOfTurn_IsForbidden()
    {
        var life = UnderWay();

        life.Try(new ApproveDecision(Given.Decision1), Day, Director).ShouldBeForbidden("role-not-allowed", "Awb 10:3");
        life.Try(new TakeDecision(Given.Decision1), Day, Secretary).ShouldBeRefused("nothing-approved", "Awb 1:3");
        life.With(new ApproveDecision(Given.Decision1), Day, Jurist)
            .Try(new ApproveDecision(Given.Decision1), Day, OtherDirector).ShouldBeForbidden("not-your-level", "Awb 10:3");
    }

    [Fact]
    public void Approve_SecondLevelByTheSamePerson_IsForbidden() =>
        UnderWay().With(new ApproveDecision(Given.Decision1), Day, Director.WithEveryRole())
            .Try(new ApproveDecision(Given.Decision1), Day, Director.WithEveryRole()).ShouldBeForbidden("already-approved", "Awb 10:3");

    [Fact]
    public void Approve_ByADeputy_IsForItsLevelWithoutItsRole() =>
        UnderWay().With(new ApproveDecision(Given.Decision1), Day, Jurist).With(new ApproveDecision(Given.Decision1), Day, Deputy).Decision.Approvals[^1].By.ShouldBe("deputy");

    [Fact]
    public void Approve_BeforeTheLevelBelow_IsInvalid() =>
        UnderWay().With(new ApproveDecision(Given.Decision1), Day, Jurist)
            .Try(new ApproveDecision(Given.Decision1), Day, Director, effectiveOn: Submitted).ShouldBeInvalid("effectiveOn", "before-approval", "Awb 10:3");

    [Fact]
    public void Approve_IsOfferedToWhoseTurnItIsAlone()
    {
        var step = Catalogue.CaseSteps.Single(row => row.Payload == typeof(ApproveDecision));
        var life = UnderWay();

        step.MayBeTaken(life.Case, Jurist).ShouldBeTrue();
        step.MayBeTaken(life.Case, Director).ShouldBeFalse();
        step.MayBeTaken(life.With(new ApproveDecision(Given.Decision1), Day, Jurist).Case, Director).ShouldBeTrue();
    }

    [Fact]
    public void Return_HalfWay_StartsOverUnderTheRouteOfThatDay()
    {
        var life = UnderWay().With(new ApproveDecision(Given.Decision1), Day, Jurist)
            .With(new ReturnDecision(Given.Decision1, "Te mager."), Day, Director).LettersPrepared(Day)
            .Under(new ApprovalRouteSet([new("Directeur", Role.Approver)]))
            .With(new SubmitDecision(Given.Decision1), Day, Persons.Handler);

        life.Decision.Approvals.ShouldBeEmpty();
        life.Decision.Route.Select(level => level.Name).ShouldBe(["Directeur"]);
    }

    [Fact]
    public void Reminder_WhileItWaits_GoesToWhoseTurnItIs()
    {
        // The last day is 7 March: the rung of 28 February.
        var waiting = UnderWay().With(new ApproveDecision(Given.Decision1), Day, Jurist);
        RemindedOn(waiting).ShouldBe("director");

        RemindedOn(UnderWay()).ShouldBe(Persons.Handler.Id, "the jurist's level names nobody");
        RemindedOn(waiting.With(new ApproveDecision(Given.Decision1), Day, Director)).ShouldBe(Persons.Handler.Id);
    }

    [Fact]
    public void SetApprovalRoute_WhatCanNotBe_IsInvalid()
    {
        Set([new("Medewerker", Role.Handler)]).ShouldBeInvalid("levels", "role-not-possible", "Awb 10:3");
        Set([new("SG", Role.Signatory), new("sg ", Role.Approver)]).ShouldBeInvalid("levels", "levels-doubled", "Awb 10:3");
        Set([new("SG", Role.Signatory, Deputies: ["Jan Jansen"])]).ShouldBeInvalid("levels", "person-unclear", "Awb 10:3");
        Set([]).ShouldGive<ApprovalRouteSet>();
    }

    private static Outcome Set(ImmutableArray<ApprovalLevel> levels) => StepDefinition<Organisation>.Of<SetApprovalRoute>()
        .Decide(Organisation.Blank("organisation"), new SetApprovalRoute(levels), Life.At(Day, Persons.Administrator, Organisation.Blank("organisation")));

    private static Life UnderWay() => Given.ADraftDecision().Under(new ApprovalRouteSet(Levels)).With(new SubmitDecision(Given.Decision1), Submitted, Persons.Handler);

    private static string? RemindedOn(Life life) =>
        life.Agenda(LocalTime.MorningOf(new(2022, 2, 28))).Due.OfType<Remind>().Single(remind => remind.TermId == "decision").To;
}
