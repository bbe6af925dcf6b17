namespace WobWorkflow.Cases.Tests;

/// <summary>What must hold of every row of the tables.</summary>
public sealed class TermTableTests
{
    public static TheoryData<string> Rules { get; } = [.. TermRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_Row_IsWhole(string name)
    {
        var rule = TermRules.Find(name).ShouldNotBeNull();

        rule.Name.ShouldMatch(@"^((wob|woo|awb|atw|gdpr)-[0-9]+(\.[0-9]+[a-e]?)?|practice)(-[a-z0-9.]+)*$");
        (rule.Length is not null || rule.LengthIsChosen).ShouldBeTrue("a term without a length must be given one");
        (rule.ExtensionCeilingDays is null).ShouldBe(rule.ExtensionArticle is null);
        (rule.Atw && rule.Origin != TermOrigin.Statutory).ShouldBeFalse("the Atw reaches terms in acts only");
        rule.Suspensions.ShouldAllBe(basis => SuspensionBases.Find(basis) != null);
        rule.Assumptions.ShouldAllBe(assumption => Assumptions.Find(assumption) != null);
    }

    [Theory]
    [InlineData("wob-6-1", 4, TermUnit.Weeks)]
    [InlineData("wob-6-6", 2, TermUnit.Weeks)]
    [InlineData("wob-6-5", 2, TermUnit.Weeks)]
    [InlineData("woo-4.4-1", 4, TermUnit.Weeks)]
    [InlineData("woo-4.1-5", 2, TermUnit.Weeks)]
    [InlineData("woo-4.1-6", 2, TermUnit.Weeks)]
    [InlineData("woo-4.6", 2, TermUnit.Weeks)]
    [InlineData("woo-4.4-5", 2, TermUnit.Weeks)]
    [InlineData("woo-7.3-3", 2, TermUnit.Weeks)]
    [InlineData("awb-6.7", 6, TermUnit.Weeks)]
    [InlineData("awb-6.7-appeal", 6, TermUnit.Weeks)]
    [InlineData("awb-6.7-higher-appeal", 6, TermUnit.Weeks)]
    [InlineData("awb-8.110-2", 6, TermUnit.Weeks)]
    [InlineData("awb-7.10-1", 6, TermUnit.Weeks)]
    [InlineData("awb-7.10-1-committee", 12, TermUnit.Weeks)]
    [InlineData("awb-6.12-2", 2, TermUnit.Weeks)]
    [InlineData("awb-8.55b-1", 8, TermUnit.Weeks)]
    [InlineData("awb-8.55d-1", 2, TermUnit.Weeks)]
    [InlineData("awb-8.42-1", 4, TermUnit.Weeks)]
    [InlineData("awb-8.58-1", 10, TermUnit.Days)]
    [InlineData("awb-8.66-1", 6, TermUnit.Weeks)]
    [InlineData("gdpr-33-1", 72, TermUnit.Hours)]
    public void Rule_Length_IsThatOfTheArticle(string rule, int amount, TermUnit unit) => TermRules.Find(rule)!.Length.ShouldBe(new TermLength(amount, unit));

    [Fact]
    public void Names_EachTable_AreUnique()
    {
        TermRules.All.Select(rule => rule.Name).ShouldBeUnique();
        SuspensionBases.All.Select(basis => basis.Name).ShouldBeUnique();
        Assumptions.All.Select(assumption => assumption.Name).ShouldBeUnique();
    }

    [Fact]
    public void Wordings_EachRow_SayItInBothLanguages() =>
        TermRules.All.SelectMany(rule => new[] { rule.Title, rule.Start, rule.Lapse })
            .Concat(SuspensionBases.All.SelectMany(basis => new[] { basis.Title, basis.Trigger, basis.Ending }))
            .Concat(Assumptions.All.SelectMany(assumption => new[] { assumption.Question, assumption.Assumed }))
            .ShouldAllBe(wording => wording.Nl.Length > 0 && wording.En.Length > 0);

    [Fact]
    public void Bases_EachRow_TouchSomeRule() =>
        SuspensionBases.All.Select(basis => basis.Name).Except(TermRules.All.SelectMany(rule => rule.Suspensions)).ShouldBeEmpty();

    [Fact]
    public void Bases_EachRow_ReferToAssumptionsThatExist() =>
        SuspensionBases.All.SelectMany(basis => basis.Assumptions).ShouldAllBe(name => Assumptions.Find(name) != null);

    [Fact]
    public void Assumptions_EachRow_IsReliedOnSomewhere()
    {
        // Overlap, rolled days and extension belong to the arithmetic, the first day of the penalty to its function; each has a test of its own.
        string[] elsewhere =
            ["overlapping-suspensions", "suspension-in-rolled-days", "extension-from-nominal", "extended-beyond-twelve-weeks", "penalty-first-day"];
        Assumptions.All.Select(assumption => assumption.Name)
            .Except(TermRules.All.SelectMany(rule => rule.Assumptions))
            .Except(SuspensionBases.All.SelectMany(basis => basis.Assumptions))
            .Except(HolidayCalendar.Statutory.Years.Values.Select(year => year.Assumption ?? ""))
            .Except(StatutoryPenalty.Tariffs.Select(tariff => tariff.Assumption ?? ""))
            .Except(DecisionChecks.Assumptions)
            .Except(RemedyClause.Assumptions)
            .Except([Judging.Assumption, Origin.Assumption, CourtBundles.Assumption])
            .ShouldBe(elsewhere, ignoreOrder: true);
    }

    [Fact]
    public void Boundaries_TotAndTotEnMet_AreWhatTheArticlesSay() =>
        SuspensionBases.All.Where(basis => basis.Boundary == SuspensionBoundary.Through).ShouldHaveSingleItem().Name.ShouldBe("woo-4.4-3");

    [Fact]
    public void Tariffs_Rows_FollowOnEachOther() =>
        StatutoryPenalty.Tariffs.Zip(StatutoryPenalty.Tariffs.Skip(1)).ShouldAllBe(pair => pair.First.ReceivedThrough!.Value.AddDays(1) == pair.Second.ReceivedFrom);

    [Fact]
    public void Find_UnknownName_IsNull()
    {
        TermRules.Find("woo-4.4").ShouldBeNull();
        SuspensionBases.Find("woo-4.4").ShouldBeNull();
        SuspensionBases.Find(name: null).ShouldBeNull();
        Assumptions.Find("x").ShouldBeNull();
    }
}
