namespace WobWorkflow.Cases.Tests;

public sealed class QualifyAndAssignTests
{
    [Fact]
    public void Qualify_RegisteredCase_SaysWhatItIs() =>
        Given.AQualifiedCase(qualification: Qualification.OwnData).Case.Intake.Qualification.ShouldBe(Qualification.OwnData);

    [Fact]
    public void Qualify_Again_ReplacesTheEarlierOne() =>
        Given.AQualifiedCase().With(new Qualify(Qualification.Reuse), on: new(2022, 1, 12), by: Persons.Coordinator)
            .Case.Intake.Qualification.ShouldBe(Qualification.Reuse);

    [Fact]
    public void Qualify_AfterTheDecision_IsRefused() =>
        Given.ADecisionTaken().Try(new Qualify(Qualification.Reuse), on: new(2022, 3, 4), by: Persons.Handler).ShouldBeRefused("already-decided", "Wob 3");

    [Fact]
    public void Qualify_WhileTheDecisionIsBeingApproved_IsTaken() =>
        Given.ADecisionAwaitingApproval().Try(new Qualify(Qualification.Reuse), on: new(2022, 3, 4), by: Persons.Handler).ShouldGive<RequestQualified>();

    [Fact]
    public void Assign_ToSomeoneElse_ChangesTheHandler() =>
        Given.AQualifiedCase().With(new Assign("someone-else"), on: new(2022, 1, 12), by: Persons.Coordinator).Case.Intake.Handler.ShouldBe("someone-else");

    [Fact]
    public void Assign_ToWhoHasItAlready_IsRefused() =>
        Given.AQualifiedCase().Try(new Assign(Persons.Handler.Id), on: new(2022, 1, 12), by: Persons.Coordinator).ShouldBeRefused("already-assigned");
}
