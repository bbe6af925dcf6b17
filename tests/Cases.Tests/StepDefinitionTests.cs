namespace WobWorkflow.Cases.Tests;

/// <summary>What holds for every step, before the step itself has a say: who, then when.</summary>
public sealed class StepDefinitionTests
{
    public static TheoryData<string> CaseSteps { get; } = [.. Catalogue.CaseSteps.Select(step => step.Rule.Name)];

    [Theory]
    [MemberData(nameof(CaseSteps))]
    public void Decide_RoleThatTheRuleDoesNotName_IsForbidden(string name)
    {
        var step = Catalogue.CaseSteps.Single(row => row.Rule.Name == name);
        var others = Enum.GetValues<Role>().Where(role => !step.Rule.Roles.Contains(role));

        // The payload is never looked at, so none is needed.
        foreach (var role in others)
            step.Decide(Given.ADispatchedDecision().Case, new object(), At(new Actor("x", [role]))).ShouldBeForbidden("role-not-allowed");
        step.Decide(Given.ADispatchedDecision().Case, new object(), At(Actor.Engine)).ShouldBeForbidden("role-not-allowed");
    }

    [Theory]
    [MemberData(nameof(CaseSteps))]
    public void Rule_AnyStep_IsNeverForWhoOnlyReads(string name) =>
        Catalogue.CaseSteps.Single(row => row.Rule.Name == name).Rule.Roles.ShouldNotContain(Role.Auditor);

    [Fact]
    public void Decide_EffectInTheFuture_IsInvalid() =>
        Given.ARegisteredCase().Try(new Qualify(Qualification.PublicInformation), on: new(2022, 1, 12), by: Persons.Handler, effectiveOn: new(2022, 1, 13))
            .ShouldBeInvalid("effectiveOn", "date-in-future");

    [Fact]
    public void Decide_EffectBeforeTheRequest_IsInvalid() =>
        Given.ARegisteredCase().Try(new Qualify(Qualification.PublicInformation), on: new(2022, 1, 12), by: Persons.Handler, effectiveOn: new(2022, 1, 9))
            .ShouldBeInvalid("effectiveOn", "date-before-request");

    [Fact]
    public void Decide_EffectOnTheDayOfTheRequest_IsTaken() =>
        Given.ARegisteredCase().With(new Qualify(Qualification.PublicInformation), on: new(2022, 1, 12), by: Persons.Handler, effectiveOn: Given.ReceivedOn)
            .Log[^1].Entry.On.ShouldBe(Given.ReceivedOn);

    [Theory]
    [InlineData("2022-01-11T22:59:59Z", 11)]
    [InlineData("2022-01-11T23:00:00Z", 12)]
    public void Today_AroundMidnight_IsTheDateInAmsterdam(string moment, int day) =>
        (At(Persons.Handler) with { Moment = DateTimeOffset.Parse(moment) }).Today.ShouldBe(new DateOnly(2022, 1, day));

    [Theory]
    [MemberData(nameof(CaseSteps))]
    public void Decide_ClosedCase_TakesOnlyWhatIsMeantForAfterClosing(string name)
    {
        var step = Catalogue.CaseSteps.Single(row => row.Rule.Name == name);
        var closed = Given.AClosedCase().Case;

        if (name is "correct" or "reopen" or "add-artifact" or "record-contact" or "lodge-remedy" or "record-interim-relief" or "record-payment" or "report-leak"
            or "set-matter" or "link-case" or "ask-package" or "place-legal-hold" or "link-party" or "erase" or "destroy")
            step.MayBeTaken(closed, Persons.Handler.WithEveryRole()).ShouldBeTrue();
        else if (name is "unjoin" or "lift-legal-hold")
            step.Decide(closed, new object(), At(Persons.Handler.WithEveryRole())).ShouldBeRefused(name == "unjoin" ? "not-joined" : "no-legal-hold", step.Rule.Article);
        else if (name is "suspend-document" or "withdraw-document" or "keep-assessment" or "bind-signed-decision" or "fetch-package" or "read-court-bundle" or "remove-content")
            step.Decide(closed, new object(), At(Persons.Handler.WithEveryRole())).ShouldBeRefused(
                name switch { "keep-assessment" => "nothing-to-reassess", "bind-signed-decision" or "fetch-package" => "no-package", "read-court-bundle" => "no-court-bundle", "remove-content" => "no-content", _ => "nothing-planned" }, step.Rule.Article);
        else
            step.Decide(closed, new object(), At(Persons.Handler.WithEveryRole())).ShouldBeRefused("step-not-allowed", step.Rule.Article);
    }

    [Fact]
    public void MayBeTaken_RoleAndStateFit_SaysSo()
    {
        var approve = Catalogue.CaseSteps.Single(row => row.Payload == typeof(ApproveDecision));

        approve.MayBeTaken(Given.ADecisionAwaitingApproval().Case, Persons.Approver).ShouldBeTrue();
        approve.MayBeTaken(Given.ADecisionAwaitingApproval().Case, Persons.Handler).ShouldBeFalse();
        approve.MayBeTaken(Given.ADraftDecision().Case, Persons.Approver).ShouldBeFalse();
    }

    [Fact]
    public void Decide_RefusalWithoutArticle_TakesThatOfTheRule() =>
        Given.ACaseInCollection().Try(new AssessDocument(new(9), Judgement.Public), on: new(2022, 1, 20), by: Persons.Reviewer)
            .ShouldBeUnknown("document-not-found", "Wob 10");

    private static At At(Actor by) => Life.At(new(2022, 5, 2), by, Organisation.Blank("o"));
}
