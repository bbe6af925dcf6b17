namespace WobWorkflow.Cases.Tests;

/// <summary>What is known of a document and a passage decides which grounds its judgement may rest on.</summary>
public sealed class GroundsOfJudgementsTests
{
    private static readonly DateOnly Day = new(2022, 6, 1);
    private static readonly Ground Privacy = Ground.Parse("5.1.2e");

    [Fact]
    public void OldInformation_WithReasonsButNoneForItsAge_IsRefused_AndAcceptedWithThem()
    {
        var life = With(new DescribeDocument(Given.Doc1, Date: new(2017, 5, 31)));
        var step = Withholding(Privacy);

        life.Try(step, on: Day, by: Persons.Reviewer).ShouldBeInvalid("reasonDespiteAge", "five-years-need-reasons", "Woo 5.3");
        life.Try(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Privacy], "Zo."), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("reasonDespiteAge", "five-years-need-reasons", "Woo 5.3");
        life.With(step with { ReasonDespiteAge = "De betrokkene is nog in dienst." }, on: Day, by: Persons.Reviewer).Case.Passages.Single().ReasonDespiteAge.ShouldNotBeNull();
        With(new DescribeDocument(Given.Doc1, Date: new(2017, 6, 1))).Try(step, on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
    }

    [Fact]
    public void Emissions_AreNotWithheldOnAnyGroundOfTheFirstTwoParagraphs()
    {
        var life = With(new DescribeDocument(Given.Doc1, Environmental: true));

        life.Try(Withholding(Privacy) with { Emissions = true }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("grounds", "emissions-bar-ground", "Woo 5.1(7)");
        life.Try(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Privacy], "Zo.", Emissions: true), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "emissions-bar-ground", "Woo 5.1(7)");
        life.Try(Withholding(Privacy), on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
    }

    [Fact]
    public void EnvironmentalDocument_InARequestThatIsNot_FollowsItsOwnRules()
    {
        var ground = Ground.Parse("5.1.1c");
        With(new DescribeDocument(Given.Doc1, Environmental: true)).Try(Withholding(ground), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "business-data-in-environment", "Woo 5.1(6)");
        Given.ACaseInCollection().Try(Withholding(ground), on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
    }

    [Fact]
    public void SpecialRegime_BarsTheGroundsOfTheWoo_AndIsRefusedWithoutOne()
    {
        var life = With(new DescribeDocument(Given.Doc1, Date: new(2022, 5, 20), SpecialRegime: true));

        life.Try(Withholding(Privacy), on: Day, by: Persons.Reviewer).ShouldBeInvalid("grounds", "special-regime-bars-ground", "Woo 8.8");
        var judged = life.With(Withholding() with { Reason = "Artikel 23 van de bijzondere wet." }, on: Day, by: Persons.Reviewer);
        Redactions.CodesOf(judged.Case.Passages.Single()).ShouldBe(["bijzondere regeling"]);
        With(new DescribeDocument(Given.Doc1, Date: new(2018, 4, 3), SpecialRegime: true)).Try(Withholding(Privacy) with { ReasonDespiteAge = "x" }, on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "woo-bars-older-special-regime", "Woo 10.2c");
    }

    [Fact]
    public void FormalDecisionMaking_AsksWhyDeliberationWouldBeHarmed()
    {
        var views = Ground.Parse("5.2.1");
        var life = With(new DescribeDocument(Given.Doc1, FormalDecisionMaking: true));

        life.Try(Withholding(views) with { Reason = null }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("grounds", "formal-decision-needs-harm-reasons", "Woo 5.2(3)");
        life.Try(Withholding(views), on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
    }

    [Fact]
    public void RelativeGround_WhoseReasonsAThemeGives_NeedsNoneOfItsOwn()
    {
        var life = Given.ACaseInCollection().With(Withholding(Privacy), on: Day, by: Persons.Reviewer)
            .With(new WriteMotivation("Persoonsgegevens", "Namen van ambtenaren.", Ground: Privacy), on: Day, by: Persons.Reviewer);

        life.Try(Withholding(Privacy) with { Reason = null }, on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
        life.Try(Withholding(Ground.Parse("5.1.2i")) with { Reason = null }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("grounds", "relative-ground-needs-reasons", "Woo 5.1(3)");
    }

    [Fact]
    public void Check_AgeOfWhatWasJudgedBefore_IsFoundOnTheDayOfTheDecision()
    {
        // Five years old on 10 April 2026: judged before that day without reasons for it, decided on after.
        var life = Given.ACaseInCollection().With(Withholding(Privacy), on: new(2026, 4, 1), by: Persons.Reviewer)
            .With(new DraftDecision(DecisionKind.Primary), on: new(2026, 4, 1), by: Persons.Handler);
        CheckResult On(DateOnly day) => DecisionChecks.Of(life.Case, life.Decision, life.Facts, day).Single(check => check.Check == DecisionCheck.AgeReasoned);

        On(new(2026, 4, 10)).State.ShouldBe(CheckState.Right);
        On(new(2026, 4, 11)).ShouldSatisfyAllConditions(
            late => late.State.ShouldBe(CheckState.Wrong),
            late => late.Found.Single().ShouldStartWith("passage-1 "),
            late => late.Article.ShouldBe("Woo 5.3"));
    }

    private static Life With(DescribeDocument known) => Given.ACaseInCollection().With(known, on: new(2022, 2, 1), by: Persons.Handler);

    private static AssessPassage Withholding(params Ground[] grounds) => new(Given.Doc1, 1, Treatment.Withheld, Grounds: [.. grounds], Reason: "De naam van een ambtenaar.");
}
