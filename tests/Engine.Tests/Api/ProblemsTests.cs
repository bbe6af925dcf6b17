using System.Text.Json;
using WobWorkflow.Api;
using WobWorkflow.Cases;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed class ProblemsTests
{
    private static readonly StepDefinition<Case> Close = Catalogue.CaseSteps.Single(step => step.Payload == typeof(Close));
    private static readonly StepDefinition<Case> Extend = Catalogue.CaseSteps.Single(step => step.Payload == typeof(ExtendTerm));

    [Theory]
    [InlineData(RefusalKind.Conflict, 409)]
    [InlineData(RefusalKind.Invalid, 422)]
    [InlineData(RefusalKind.Unknown, 404)]
    [InlineData(RefusalKind.Forbidden, 403)]
    public void Refusal_OfAKind_HasItsStatus(RefusalKind kind, int status)
    {
        var problem = Problems.Of(new Refused("some-code", "Wat eraan te doen is.", "Woo 4.4(2)", kind));

        (problem.Status, problem.Code, problem.Detail, problem.Article).ShouldBe((status, "some-code", "Wat eraan te doen is.", "Woo 4.4(2)"));
    }

    [Fact]
    public void Refusal_OfAField_NamesIt()
    {
        var problem = Problems.Of(Refused.Invalid("days", "extension-too-long", "Ten hoogste 14 dagen."));

        problem.Errors!["days"].ShouldBe(["Ten hoogste 14 dagen."]);
    }

    [Fact]
    public void Step_ThatItsRuleForbidsNow_IsNotAllowed_WithTheReasonAndWhatIs()
    {
        var closed = new Case("c") { ClosedOn = new DateOnly(2018, 7, 1) };

        var problem = Problems.Of(Extend.Rule.WhyNot(closed, closed: true)!, Extend, closed, ["correct", "reopen"]);

        (problem.Status, problem.Code, problem.Reason).ShouldBe((409, "step-not-allowed", "step-not-allowed"));
        problem.AllowedSteps!.Value.ShouldBe(["correct", "reopen"]);
    }

    [Fact]
    public void Step_ThatItsRuleForbidsInThisPhase_KeepsTheRulesOwnCodeAsReason()
    {
        var approve = Catalogue.CaseSteps.Single(step => step.Payload == typeof(ApproveDecision));
        var state = new Case("c");

        var problem = Problems.Of(approve.Rule.WhyNot(state, closed: false)!, approve, state, []);

        (problem.Code, problem.Reason).ShouldBe(("step-not-allowed", "nothing-submitted"));
    }

    [Fact]
    public void Step_ThatRefusesItself_KeepsItsCode()
    {
        var problem = Problems.Of(new Refused("not-qualified", "Leg eerst vast wat voor verzoek dit is."), Close, new Case("c"), ["qualify"]);

        (problem.Code, problem.Reason).ShouldBe(("not-qualified", null));
    }

    [Fact]
    public void MalformedJson_TellsThePlaceAndNoContent()
    {
        var problem = Problems.Of(new PayloadMalformed(2, 12))!;

        (problem.Status, problem.Code).ShouldBe((400, "malformed-json"));
        problem.Detail.ShouldContain("regel 2, positie 12");
    }

    [Fact]
    public void Problem_AsJson_HasTheMembersOfTheContract()
    {
        var json = JsonSerializer.SerializeToElement(
            Problems.Of(Refused.Invalid("days", "extension-too-long", "Ten hoogste 14 dagen.", "Woo 4.4(2)")), CaseJson.Options);

        json.EnumerateObject().Select(member => member.Name).ShouldBe(["type", "title", "status", "detail", "code", "article", "errors"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(500)]
    public void Status_WithoutABody_BecomesAProblem(int status)
    {
        var problem = Problems.OfStatus(status);

        problem.Status.ShouldBe(status);
        problem.Code.ShouldMatch("^[a-z-]+$");
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void UnavailableStorage_SaysWhenToTryAgain() => Problems.StorageUnavailable.RetryAfter.ShouldNotBeNull();
}
