using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What is wrong with the grounds put forward.</summary>
/// <param name="Code">Which rule is broken, in kebab case.</param>
/// <param name="DetailNl">A sentence for the handler, naming the grounds concerned.</param>
/// <param name="DetailEn">The same in English.</param>
/// <param name="Article">The provision that the rule is from; null for a rule of tidiness.</param>
public sealed record GroundObjection(string Code, string DetailNl, string DetailEn, string? Article);

/// <summary>The rules on which grounds may be put forward for which information: Woo chapter 5, 8.8 and 10.2c; Wob 10 and 11.</summary>
/// <remarks>
/// A machine does not judge whether a ground applies, only what the text of the law rules out whatever the information says. A rule of
/// one law looks at grounds of that law and only where it governs; grounds of the other law have one objection, that they are.
/// </remarks>
public static class GroundRules
{
    /// <summary>The code of the objection to grounds of the act that doesn't govern the decision.</summary>
    public const string OfOtherLaw = "ground-of-other-law";

    /// <summary>The code of the objection to old information without reasons of its own.</summary>
    public const string OldInformation = "five-years-need-reasons";

    private static readonly DateOnly FirstDayOfWoo = new(2022, 5, 1);

    /// <summary>Every rule, the general ones first.</summary>
    public static ImmutableArray<GroundRule> All { get; } =
    [
        new("A refusal names its ground", "no-ground", "Awb 3:46",
            "Een weigering noemt ten minste één weigeringsgrond.",
            "A refusal names at least one ground.",
            use => Put(use).IsEmpty && !use.SpecialRegime ? [] : null),
        new("A ground is put forward once", "ground-twice", null,
            "Elke grond wordt één keer genoemd: {0} staat er meer dan eens.",
            "Each ground is named once: {0} is there more than once.",
            use => Some(Put(use).GroupBy(g => g).Where(g => g.Count() > 1).Select(g => g.Key))),
        new("A ground is of the law that governs the decision", OfOtherLaw, "Woo 10.1",
            "{0} hoort niet bij de wet die dit besluit beheerst: besluiten tot en met 30 april 2022 rusten op de Wob, latere op de Woo.",
            "{0} is not of the law that governs this decision: decisions until 30 April 2022 rest on the Wob, later ones on the Woo.",
            use => Some(Put(use).Where(g => g.Regime != use.Regime))),

        Woo("Grounds of the Woo do not reach what a special regime governs", "special-regime-bars-ground", "Woo 8.8",
            "Voor deze informatie geldt een bijzondere regeling uit de bijlage bij de Woo; {0} is daarop niet van toepassing.",
            "A special regime of the annex to the Woo governs this information; {0} does not apply to it.",
            g => In(g, "5.1.1", "5.1.2", "5.1.5", "5.2.1"), use => use.SpecialRegime && !IsFromBeforeTheWoo(use)),
        Woo("The Woo does not reach a document of a special regime from before 1 May 2022", "woo-bars-older-special-regime", "Woo 10.2c",
            "De Woo is niet van toepassing op documenten van vóór 1 mei 2022 onder een bijzondere regeling; {0} kan dus niet worden gebruikt.",
            "The Woo does not apply to documents from before 1 May 2022 under a special regime, so {0} cannot be used.",
            _ => true, use => use.SpecialRegime && IsFromBeforeTheWoo(use)),
        Woo("The residual ground stands alone", "residual-ground-beside-other", "Woo 5.1(5)",
            "Artikel 5.1, vijfde lid, kan voor dezelfde informatie niet naast een grond uit het eerste of tweede lid worden gebruikt: {0}.",
            "Article 5.1(5) cannot be used for the same information beside a ground of the first or second paragraph: {0}.",
            g => In(g, "5.1.1", "5.1.2"), use => Put(use).Any(g => In(g, "5.1.5"))),
        Woo("The residual ground is not for environmental information", "residual-ground-for-environment", "Woo 5.1(5)",
            "{0} geldt niet voor milieu-informatie.",
            "{0} is not for environmental information.",
            g => In(g, "5.1.5"), IsEnvironmental),
        Woo("Business data in environmental information need serious harm", "business-data-in-environment", "Woo 5.1(6)",
            "Bij milieu-informatie komt artikel 5.1, zesde lid, in de plaats van {0}.",
            "For environmental information article 5.1(6) takes the place of {0}.",
            g => In(g, "5.1.1c"), IsEnvironmental),
        Woo("The ground of serious harm is for environmental information alone", "serious-harm-outside-environment", "Woo 5.1(6)",
            "{0} geldt alleen voor milieu-informatie.",
            "{0} is for environmental information alone.",
            g => In(g, "5.1.6"), use => !IsEnvironmental(use)),
        Woo("Emissions are not withheld", "emissions-bar-ground", "Woo 5.1(7)",
            "{0} geldt niet voor milieu-informatie over emissies in het milieu.",
            "{0} is not for environmental information on emissions.",
            g => In(g, "5.1.1", "5.1.2"), use => use.EmissionsInformation),
        Woo("A relative ground has explicit reasons", "relative-ground-needs-reasons", "Woo 5.1(3)",
            "Het besluit motiveert {0} uitdrukkelijk.",
            "The decision gives explicit reasons for {0}.",
            g => In(g, "5.1.2"), use => !use.HasReasons),
        Woo("A ground that is weighed shows the weighing", "weighed-ground-needs-reasons", "Awb 3:46",
            "{0} vraagt een afweging, en het besluit laat die zien.",
            "{0} asks for a weighing, and the decision shows it.",
            g => In(g, "5.1.5", "5.1.6"), use => !use.HasReasons),
        Woo("Temporary withholding has a term", "temporary-ground-needs-term", "Woo 5.1(4)",
            "Bij {0} hoort de verzoeker binnen welke termijn alsnog openbaar wordt gemaakt.",
            "With {0} the requester is told within which term disclosure follows.",
            g => In(g, "5.1.4"), use => use.WithheldUntil is null),
        Woo("The term of temporary withholding lies ahead", "term-already-over", "Woo 5.1(4)",
            "De termijn bij {0} is al verstreken op de dag van het besluit; de informatie wordt openbaar gemaakt.",
            "The term given with {0} is over on the day of the decision; the information is disclosed.",
            g => In(g, "5.1.4"), use => use.WithheldUntil < use.DecisionDate),
        Woo("Old information needs reasons why time has not outweighed the interest", OldInformation, "Woo 5.3",
            "De informatie is ouder dan vijf jaar: motiveer waarom het belang van {0} ondanks het tijdsverloop zwaarder weegt.",
            "The information is older than five years: say why the interest of {0} weighs more in spite of the time passed.",
            g => In(g, "5.1.2", "5.1.5", "5.2.1"), use => IsOlderThanFiveYears(use) && !use.FiveYearReasons),
        Woo("Views in papers for formal decision-making are given without names", "formal-decision-needs-harm-reasons", "Woo 5.2(3)",
            "Het document diende formele bestuurlijke besluitvorming: verstrek in niet tot personen herleidbare vorm, "
            + "of motiveer dat het intern beraad onevenredig wordt geschaad ({0}).",
            "The document served formal decision-making: give the views without names, "
            + "or say why internal deliberation would be harmed disproportionately ({0}).",
            g => In(g, "5.2.1"), use => use.FormalDecisionMaking && !use.HasReasons),
        Woo("Policy views in environmental information are weighed", "views-in-environment-are-weighed", "Woo 5.2(4)",
            "Bij milieu-informatie wordt {0} afgewogen tegen het belang van openbaarmaking; motiveer die afweging.",
            "For environmental information {0} is weighed against the interest of disclosure; give that weighing.",
            g => In(g, "5.2.1"), use => IsEnvironmental(use) && !use.HasReasons),
        Woo("Economic interests in environmental information cover confidential acts alone", "confidential-acts-alone", "Woo 5.1(2)(b)",
            "Bij milieu-informatie geldt {0} alleen voor handelingen met een vertrouwelijk karakter; motiveer dat daarvan sprake is.",
            "For environmental information {0} covers acts of a confidential nature alone; say why these are such.",
            g => In(g, "5.1.2b"), use => IsEnvironmental(use) && !use.HasReasons),

        Wob("Emissions are not withheld under the Wob", "wob-emissions-bar-ground", "Wob 10(4)",
            "{0} geldt niet voor milieu-informatie over emissies in het milieu.",
            "{0} is not for environmental information on emissions.",
            g => In(g, "10.1c", "10.1d", "10.2e", "10.7a"), use => use.EmissionsInformation),
        Wob("Business data in environmental information are weighed under the Wob", "wob-business-data-are-weighed", "Wob 10(4)",
            "Bij milieu-informatie wordt {0} afgewogen tegen het belang van openbaarmaking; motiveer die afweging.",
            "For environmental information {0} is weighed against the interest of disclosure; give that weighing.",
            g => In(g, "10.1c"), use => IsEnvironmental(use) && !use.HasReasons),
        Wob("Economic interests cover confidential acts alone under the Wob", "wob-confidential-acts-alone", "Wob 10(5)",
            "Bij milieu-informatie geldt {0} alleen voor handelingen met een vertrouwelijk karakter; motiveer dat daarvan sprake is.",
            "For environmental information {0} covers acts of a confidential nature alone; say why these are such.",
            g => In(g, "10.2b"), use => IsEnvironmental(use) && !use.HasReasons),
        Wob("Disproportionate disadvantage is not for environmental information", "wob-disadvantage-for-environment", "Wob 10(6)",
            "{0} geldt niet voor milieu-informatie.",
            "{0} is not for environmental information.",
            g => In(g, "10.2g"), IsEnvironmental),
        Wob("The grounds of article 10(7) are for environmental information alone", "wob-environmental-ground-elsewhere", "Wob 10(7)",
            "{0} geldt alleen voor milieu-informatie.",
            "{0} is for environmental information alone.",
            g => In(g, "10.7"), use => !IsEnvironmental(use)),
        Wob("Policy views in environmental information are weighed under the Wob", "wob-views-in-environment-are-weighed", "Wob 11(4)",
            "Bij milieu-informatie wordt {0} afgewogen tegen het belang van openbaarmaking; motiveer die afweging.",
            "For environmental information {0} is weighed against the interest of disclosure; give that weighing.",
            g => In(g, "11.1"), use => IsEnvironmental(use) && !use.HasReasons),
        Wob("A relative ground of the Wob shows the weighing", "wob-relative-ground-needs-reasons", "Awb 3:46",
            "{0} vraagt een afweging, en het besluit laat die zien.",
            "{0} asks for a weighing, and the decision shows it.",
            g => In(g, "10.2", "10.7"), use => !use.HasReasons),
    ];

    /// <summary>Every rule that the grounds put forward break, in the order of <see cref="All"/>; empty when they may stand.</summary>
    public static ImmutableArray<GroundObjection> Check(GroundUse use) =>
        [.. All.Select(rule => rule.Check(use)).OfType<GroundObjection>()];

    private static GroundRule Woo(
        string name, string code, string article, string nl, string en, Func<Ground, bool> against, Func<GroundUse, bool> when) =>
        new(name, code, article, nl, en, Of(Regime.Woo, against, when));

    private static GroundRule Wob(
        string name, string code, string article, string nl, string en, Func<Ground, bool> against, Func<GroundUse, bool> when) =>
        new(name, code, article, nl, en, Of(Regime.Wob, against, when));

    private static Func<GroundUse, ImmutableArray<Ground>?> Of(Regime regime, Func<Ground, bool> against, Func<GroundUse, bool> when) =>
        use => use.Regime == regime && when(use) ? Some(Put(use).Where(g => g.Regime == regime && against(g))) : null;

    private static ImmutableArray<Ground>? Some(IEnumerable<Ground> grounds) =>
        Grounds.InOrder(grounds) is { IsEmpty: false } some ? some : null;

    private static ImmutableArray<Ground> Put(GroundUse use) => use.Grounds.IsDefault ? [] : use.Grounds;

    private static bool In(Ground ground, params ReadOnlySpan<string> provisions)
    {
        foreach (var provision in provisions)
        {
            if (ground.Key.StartsWith(provision, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsEnvironmental(GroundUse use) => use.EnvironmentalInformation || use.EmissionsInformation;

    // the law measures at the request; the day of the decision is later, and so asks for reasons sooner rather than too late
    private static bool IsOlderThanFiveYears(GroundUse use) =>
        use.InformationDate is { Year: < 9990 } day && day.AddYears(5) < use.DecisionDate;

    private static bool IsFromBeforeTheWoo(GroundUse use) => use.InformationDate < FirstDayOfWoo;
}
