using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Extends the term for deciding once (verdaging). It takes effect when the requester is told, in writing and with reasons, before the first term
/// has ended: the engine drafts that notice, and its dispatch counts.
/// </summary>
/// <param name="Days">Calendar days; at most 28 under the Wob, 14 under the Woo. More is refused under the article that says so.</param>
public sealed record ExtendTerm([property: Range(1, 365)] int Days, [property: MaxLength(4000)] string Reason) : IStep<Case, ExtendTerm>
{
    public static StepRule<Case> Rule { get; } = new(
        "extend-term", nl: "Verdagen", en: "Extend the term", [Role.Handler, Role.Coordinator], article: "Woo 4.4(2)",
        when: c => c.Intake.Extension is not null
            ? new Refused("already-extended", "De termijn is al verdaagd; dat kan één keer.", CaseTerms.ExtensionArticle(c))
            // A decision on a part leaves the term for the rest.
            : Treating.WhyNot(c) is { } over ? over with { Article = CaseTerms.ExtensionArticle(c) } : null);

    public static Outcome Decide(Case c, ExtendTerm step, At at)
    {
        var article = CaseTerms.ExtensionArticle(c);
        var ceiling = CaseTerms.ExtensionCeiling(c);
        if (step.Days > ceiling)
            return Refused.Invalid("days", "extension-too-long", $"De termijn kan met ten hoogste {ceiling} dagen worden verdaagd.", article);
        var last = CaseTerms.LastDayToExtend(c, at.Facts, at.On);
        if (at.On > last)
            return new Refused("first-term-ended", $"Verdagen kon tot en met {Dutch.Date(last)}, het einde van de eerste termijn.", article);
        return new TermExtended(step.Days, at.Keep(step.Reason));
    }
}

public sealed record TermExtended(int Days, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Extension = new Extension(Days, Reason, entry.On, entry.Actor, null) },
    };
}
