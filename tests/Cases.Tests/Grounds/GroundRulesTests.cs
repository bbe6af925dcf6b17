using System.Collections.Immutable;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class GroundRulesTests
{
    private static readonly DateOnly Woo = new(2025, 3, 3);
    private static readonly DateOnly Wob = new(2019, 7, 25);

    /// <summary>For every rule a use that breaks it and a like one that keeps it.</summary>
    private static readonly (string Code, GroundUse Broken, GroundUse Kept)[] RuleCases =
    [
        ("no-ground", OfWoo(""), OfWoo("5.1.1b")),
        ("no-ground", OfWob(""), OfWob("") with { SpecialRegime = true }),
        ("no-ground", OfWoo("") with { Grounds = default }, OfWoo("5.1.2e")),
        ("ground-twice", OfWoo("5.1.2e 5.2.1 5.1.2e"), OfWoo("5.1.2e 5.2.1")),
        ("ground-of-other-law", OfWoo("10.2e"), OfWoo("5.1.2e")),
        ("ground-of-other-law", OfWob("5.1.2e"), OfWob("10.2e")),
        ("special-regime-bars-ground", OfWoo("5.1.1b") with { SpecialRegime = true }, OfWoo("5.1.1b")),
        ("special-regime-bars-ground", OfWoo("5.2.1") with { SpecialRegime = true }, OfWoo("") with { SpecialRegime = true }),
        ("special-regime-bars-ground", OfWoo("5.1.5") with { SpecialRegime = true }, OfWoo("5.4a") with { SpecialRegime = true }),
        ("woo-bars-older-special-regime",
            OfWoo("5.4a") with { SpecialRegime = true, InformationDate = new(2022, 4, 30) },
            OfWoo("5.4a") with { SpecialRegime = true, InformationDate = new(2022, 5, 1) }),
        ("residual-ground-beside-other", OfWoo("5.1.5 5.1.2e"), OfWoo("5.1.5")),
        ("residual-ground-beside-other", OfWoo("5.1.1b 5.1.5"), OfWoo("5.1.5 5.2.1")),
        ("residual-ground-for-environment", OfWoo("5.1.5") with { EnvironmentalInformation = true }, OfWoo("5.1.5")),
        ("residual-ground-for-environment", OfWoo("5.1.5") with { EmissionsInformation = true }, OfWoo("5.1.5")),
        ("business-data-in-environment", OfWoo("5.1.1c") with { EnvironmentalInformation = true }, OfWoo("5.1.1c")),
        ("serious-harm-outside-environment", OfWoo("5.1.6"), OfWoo("5.1.6") with { EnvironmentalInformation = true }),
        ("emissions-bar-ground", OfWoo("5.1.1d") with { EmissionsInformation = true }, OfWoo("5.1.1d") with { EnvironmentalInformation = true }),
        ("emissions-bar-ground", OfWoo("5.1.2e") with { EmissionsInformation = true }, OfWoo("5.2.1") with { EmissionsInformation = true }),
        ("relative-ground-needs-reasons", OfWoo("5.1.2e") with { HasReasons = false }, OfWoo("5.1.1b") with { HasReasons = false }),
        ("weighed-ground-needs-reasons", OfWoo("5.1.5") with { HasReasons = false }, OfWoo("5.1.5")),
        ("weighed-ground-needs-reasons",
            OfWoo("5.1.6") with { HasReasons = false, EnvironmentalInformation = true },
            OfWoo("5.1.6") with { EnvironmentalInformation = true }),
        ("temporary-ground-needs-term", OfWoo("5.1.4"), OfWoo("5.1.4") with { WithheldUntil = Woo.AddDays(14) }),
        ("term-already-over", OfWoo("5.1.4") with { WithheldUntil = Woo.AddDays(-1) }, OfWoo("5.1.4") with { WithheldUntil = Woo }),
        ("five-years-need-reasons",
            OfWoo("5.1.2e") with { InformationDate = Woo.AddYears(-5).AddDays(-1) },
            OfWoo("5.1.2e") with { InformationDate = Woo.AddYears(-5) }),
        ("five-years-need-reasons",
            OfWoo("5.2.1") with { InformationDate = new(2018, 5, 14) },
            OfWoo("5.2.1") with { InformationDate = new(2018, 5, 14), FiveYearReasons = true }),
        ("five-years-need-reasons",
            OfWoo("5.1.5") with { InformationDate = new(2018, 5, 14) },
            OfWoo("5.1.1b") with { InformationDate = new(2018, 5, 14) }),
        ("formal-decision-needs-harm-reasons",
            OfWoo("5.2.1") with { FormalDecisionMaking = true, HasReasons = false },
            OfWoo("5.2.1") with { FormalDecisionMaking = true }),
        ("views-in-environment-are-weighed",
            OfWoo("5.2.1") with { EnvironmentalInformation = true, HasReasons = false },
            OfWoo("5.2.1") with { HasReasons = false }),
        ("confidential-acts-alone",
            OfWoo("5.1.2b") with { EnvironmentalInformation = true, HasReasons = false },
            OfWoo("5.1.2b") with { EnvironmentalInformation = true }),
        ("wob-emissions-bar-ground", OfWob("10.1c") with { EmissionsInformation = true }, OfWob("10.1b") with { EmissionsInformation = true }),
        ("wob-emissions-bar-ground", OfWob("10.1d") with { EmissionsInformation = true }, OfWob("10.1d")),
        ("wob-emissions-bar-ground", OfWob("10.2e") with { EmissionsInformation = true }, OfWob("10.2e") with { EnvironmentalInformation = true }),
        ("wob-emissions-bar-ground", OfWob("10.7a") with { EmissionsInformation = true }, OfWob("10.7b") with { EmissionsInformation = true }),
        ("wob-business-data-are-weighed",
            OfWob("10.1c") with { EnvironmentalInformation = true, HasReasons = false },
            OfWob("10.1c") with { HasReasons = false }),
        ("wob-confidential-acts-alone",
            OfWob("10.2b") with { EnvironmentalInformation = true, HasReasons = false },
            OfWob("10.2b") with { EnvironmentalInformation = true }),
        ("wob-disadvantage-for-environment", OfWob("10.2g") with { EnvironmentalInformation = true }, OfWob("10.2g")),
        ("wob-environmental-ground-elsewhere", OfWob("10.7b"), OfWob("10.7b") with { EnvironmentalInformation = true }),
        ("wob-views-in-environment-are-weighed",
            OfWob("11.1") with { EnvironmentalInformation = true, HasReasons = false },
            OfWob("11.1") with { HasReasons = false }),
        ("wob-relative-ground-needs-reasons", OfWob("10.2e") with { HasReasons = false }, OfWob("10.1b") with { HasReasons = false }),
    ];

    public static TheoryData<int> EachRuleCase => [.. Enumerable.Range(0, RuleCases.Length)];

    [Theory]
    [MemberData(nameof(EachRuleCase))]
    public void Check_RuleBroken_Objects(int index) =>
        Codes(RuleCases[index].Broken).ShouldContain(RuleCases[index].Code);

    [Theory]
    [MemberData(nameof(EachRuleCase))]
    public void Check_RuleKept_HasNothingToObject(int index) =>
        Codes(RuleCases[index].Kept).ShouldBeEmpty();

    [Fact]
    public void All_EveryRule_HasACase() =>
        GroundRules.All.Select(r => r.Code).ShouldBe(RuleCases.Select(c => c.Code).Distinct(), ignoreOrder: true);

    [Fact]
    public void All_CodesAndNames_AreUniqueAndCodesKebabCase()
    {
        GroundRules.All.Select(r => r.Code).ShouldBeUnique();
        GroundRules.All.Select(r => r.Name).ShouldBeUnique();
        GroundRules.All.ShouldAllBe(r => r.Code.All(c => char.IsAsciiLetterLower(c) || c == '-'));
    }

    [Fact]
    public void Check_Objection_NamesTheGroundsAndTheArticle()
    {
        var objection = GroundRules.Check(OfWoo("5.1.5 5.1.2e 5.1.1b")).ShouldHaveSingleItem();

        objection.Code.ShouldBe("residual-ground-beside-other");
        objection.Article.ShouldBe("Woo 5.1(5)");
        objection.DetailNl.ShouldEndWith("5.1.1b, 5.1.2e.");
        objection.DetailEn.ShouldEndWith("5.1.1b, 5.1.2e.");
    }

    [Fact]
    public void Check_GroundOfTheOtherLaw_HasThatObjectionAlone() =>
        Codes(OfWoo("10.2g") with { EnvironmentalInformation = true, HasReasons = false }).ShouldBe(["ground-of-other-law"]);

    [Fact]
    public void Check_OldSpecialRegime_IsObjectedToOnce() =>
        Codes(OfWoo("5.1.1b") with { SpecialRegime = true, InformationDate = new(2018, 4, 3) }).ShouldBe(["woo-bars-older-special-regime"]);

    [Fact]
    public void Check_UnknownAge_AppliesNoRuleAboutAge() =>
        Codes(OfWoo("5.1.2e") with { InformationDate = null }).ShouldBeEmpty();

    [Fact]
    public void Check_LastDayOfTheCalendar_DoesNotOverflow() =>
        Codes(OfWoo("5.1.2e") with { InformationDate = DateOnly.MaxValue, DecisionDate = DateOnly.MaxValue }).ShouldBeEmpty();

    [Fact]
    public void Check_OrderOfGrounds_ChangesNothing() =>
        AnyUse.Sample(use => GroundRules.Check(use).SequenceEqual(GroundRules.Check(use with { Grounds = [.. use.Grounds.Reverse()] })));

    [Fact]
    public void Check_ReasonsAdded_NeverAddsAnObjection() =>
        AnyUse.Sample(use => Codes(use with { HasReasons = true, FiveYearReasons = true }).All(Codes(use).Contains));

    [Fact]
    public void Check_Details_LeaveNoPlaceholder() =>
        AnyUse.Sample(use => GroundRules.Check(use).All(o => !o.DetailNl.Contains('{') && !o.DetailEn.Contains('{')));

    private static Gen<GroundUse> AnyUse { get; } =
        from regime in Gen.OneOf(Regime.Wob, Regime.Woo)
        from grounds in Gen.OneOf(Grounds.All.Select(d => d.Ground).ToArray()).Array[0, 6]
        from flags in Gen.Bool.Array[6]
        from informationDays in Gen.Int[0, 4000]
        from withheldDays in Gen.Int[-20, 20]
        select new GroundUse(regime, [.. grounds], flags[0], flags[1], flags[2], Woo.AddDays(-informationDays), Woo,
            withheldDays == 0 ? null : Woo.AddDays(withheldDays), flags[3], flags[4], flags[5]);

    private static GroundUse OfWoo(string grounds) => new(Regime.Woo, Read(grounds), HasReasons: true,
        EnvironmentalInformation: false, EmissionsInformation: false, InformationDate: new(2024, 6, 3), DecisionDate: Woo,
        WithheldUntil: null, FiveYearReasons: false, SpecialRegime: false);

    private static GroundUse OfWob(string grounds) =>
        OfWoo(grounds) with { Regime = Regime.Wob, InformationDate = new(2018, 5, 14), DecisionDate = Wob };

    private static ImmutableArray<Ground> Read(string grounds) =>
        [.. grounds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Ground.Parse)];

    private static string[] Codes(GroundUse use) => [.. GroundRules.Check(use).Select(o => o.Code)];
}
