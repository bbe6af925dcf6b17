using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Finds what is wrong with the facts of a term, so that nothing is computed from them.</summary>
internal static class TermChecks
{
    public static ImmutableArray<TermProblem> Of(TermFacts facts)
    {
        if (TermRules.Find(facts.Rule) is not { } rule)
            return [new("unknown-rule", new($"Er is geen termijn met de naam \"{facts.Rule}\".", $"There is no term named \"{facts.Rule}\"."), null)];

        ImmutableArray<TermProblem> problems =
        [
            .. Start(facts, rule),
            .. Length(facts, rule),
            .. Extension(facts, rule),
            .. facts.Suspensions.SelectMany(suspension => OneSuspension(suspension, rule)),
        ];

        // Counting needs facts that can be counted with.
        return problems.IsEmpty ? [.. InForce(facts, rule)] : problems;
    }

    private static IEnumerable<TermProblem> Start(TermFacts facts, TermRule rule)
    {
        if (OutOfRange(facts.StartedOn))
            yield return DateOutOfRange("start-out-of-range", rule.Article);
    }

    private static IEnumerable<TermProblem> Length(TermFacts facts, TermRule rule)
    {
        if (facts.Chosen is null && rule.Length is null)
        {
            yield return new("length-missing", new("Deze termijn heeft geen vaste lengte; geef de gekozen lengte.", "This term has no fixed length; give the chosen one."),
                rule.Article);
        }
        else if (facts.Chosen is not null && !rule.LengthIsChosen)
        {
            yield return new("length-fixed", new("De lengte van deze termijn ligt vast.", "The length of this term is fixed."), rule.Article);
        }
        else if (facts.Chosen is { } chosen && (chosen.Amount < 1 || chosen.Amount > Terms.LongestChosenDays || chosen.InDays > Terms.LongestChosenDays))
        {
            yield return new("length-out-of-range",
                new($"De lengte moet tussen 1 en {SpokenDate.DaysNl(Terms.LongestChosenDays)} liggen.", $"The length must lie between 1 and {SpokenDate.DaysEn(Terms.LongestChosenDays)}."),
                rule.Article);
        }
    }

    private static IEnumerable<TermProblem> Extension(TermFacts facts, TermRule rule)
    {
        if (facts.ExtensionDays < 0)
        {
            yield return new("extension-negative", new("Een verdaging kan een termijn niet korter maken.", "An extension cannot shorten a term."),
                rule.ExtensionArticle ?? rule.Article);
        }
        else if (facts.ExtensionDays > 0 && rule.ExtensionCeilingDays is null)
        {
            yield return new("extension-not-possible", new("Deze termijn kan niet worden verdaagd.", "This term cannot be extended."), rule.Article);
        }
        else if (facts.ExtensionDays > rule.ExtensionCeilingDays)
        {
            yield return new("extension-beyond-ceiling",
                new($"Verdagen kan met ten hoogste {SpokenDate.DaysNl(rule.ExtensionCeilingDays.Value)}.",
                    $"An extension can be at most {SpokenDate.DaysEn(rule.ExtensionCeilingDays.Value)}."),
                rule.ExtensionArticle);
        }
    }

    private static IEnumerable<TermProblem> OneSuspension(Suspension suspension, TermRule rule)
    {
        if (OutOfRange(suspension.From) || (suspension.Through is { } last && OutOfRange(last)))
        {
            yield return DateOutOfRange("suspension-out-of-range", rule.Article);
        }
        else if (suspension.Through < suspension.From)
        {
            yield return new("suspension-ends-before-it-begins",
                new($"De opschorting vanaf {SpokenDate.Nl(suspension.From)} eindigt voordat zij begint.", $"The suspension from {SpokenDate.En(suspension.From)} ends before it begins."),
                SuspensionBases.Find(suspension.Basis)?.Article);
        }

        if (rule.Suspensions.IsEmpty)
        {
            yield return new("suspension-not-possible", new("Deze termijn kan niet worden opgeschort.", "This term cannot be suspended."), rule.Article);
            yield break;
        }

        if (suspension.Basis is null)
            yield break;

        if (SuspensionBases.Find(suspension.Basis) is not { } basis)
        {
            yield return new("unknown-basis", new($"Er is geen grond voor opschorting met de naam \"{suspension.Basis}\".", $"There is no suspension basis named \"{suspension.Basis}\"."), null);
        }
        else if (!rule.Suspensions.Contains(basis.Name, StringComparer.Ordinal))
        {
            yield return new("suspension-not-possible",
                new($"Deze termijn wordt niet opgeschort door: {basis.Title.Nl}.", $"This term is not suspended by: {basis.Title.En}."), basis.Article);
        }
        else if (!OutOfRange(suspension.From) && !WasInForce(basis, basis.TriggerOf(suspension)))
        {
            yield return new("basis-not-in-force",
                new($"{basis.Article} gold niet op {SpokenDate.Nl(basis.TriggerOf(suspension))}.", $"{basis.Article} was not in force on {SpokenDate.En(basis.TriggerOf(suspension))}."),
                basis.Article);
        }
    }

    /// <summary>A rule must have been in force on some day of the term: a Woo term may have started as a Wob term, which is a human's choice.</summary>
    private static IEnumerable<TermProblem> InForce(TermFacts facts, TermRule rule)
    {
        if (facts.StartedOn > rule.ValidThrough || (rule.ValidFrom is { } from && TermCount.Of(facts, asOf: from).Nominal < from))
        {
            yield return new("rule-not-in-force",
                new($"{rule.Article} gold niet voor een termijn die op {SpokenDate.Nl(facts.StartedOn)} begon.",
                    $"{rule.Article} was not in force for a term that started on {SpokenDate.En(facts.StartedOn)}."),
                rule.Article);
        }
    }

    private static bool WasInForce(SuspensionBasis basis, DateOnly day) =>
        (basis.ValidFrom is null || day >= basis.ValidFrom) && (basis.ValidThrough is null || day <= basis.ValidThrough);

    private static bool OutOfRange(DateOnly date) => date < Terms.Earliest || date > Terms.Latest;

    private static TermProblem DateOutOfRange(string code, string article) =>
        new(code, new($"Termijnen worden berekend van {SpokenDate.Nl(Terms.Earliest)} tot en met {SpokenDate.Nl(Terms.Latest)}.",
            $"Terms are computed from {SpokenDate.En(Terms.Earliest)} through {SpokenDate.En(Terms.Latest)}."), article);
}
