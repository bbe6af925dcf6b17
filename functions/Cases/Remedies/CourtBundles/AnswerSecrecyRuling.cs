using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says what becomes of the documents for which the court refused to limit the knowledge: the body takes them back, after which the court may draw its own
/// conclusions (Awb 8:31), or files them for all parties to read.
/// </summary>
public sealed record AnswerSecrecyRuling(CourtBundleId CourtBundleId, RefusedAnswer Answer, [property: MaxLength(20_000)] string? Note = null) : IStep<Case, AnswerSecrecyRuling>
{
    public static StepRule<Case> Rule { get; } = new(
        "answer-secrecy-ruling", nl: "Gevolg geven aan afwijzing beperkte kennisneming", en: "Follow up a refusal to limit the knowledge", [Role.Litigator], article: "Awb 8:29(3)",
        when: c => c.CourtBundles.Any(bundle => bundle.IsFollowUpOwed) ? null
            : CourtBundles.None(c) ?? new Refused("nothing-refused", "Van geen document is de beperkte kennisneming geweigerd zonder dat daaraan gevolg is gegeven."));

    public static Outcome Decide(Case c, AnswerSecrecyRuling step, At at) => c.CourtBundles[step.CourtBundleId] switch
    {
        null => CourtBundles.NotFound,
        { IsFollowUpOwed: false } => new Refused("nothing-refused", "Hier is geen beperkte kennisneming geweigerd, of er is al gevolg aan gegeven."),
        { Ruling.On: var ruled } when at.On < ruled => Refused.Invalid("effectiveOn", "before-ruling", "Dit kan niet van vóór de beslissing zijn."),
        _ => new SecrecyRulingAnswered(step.CourtBundleId, step.Answer, at.KeepOrNull(step.Note)),
    };
}

public sealed record SecrecyRulingAnswered(CourtBundleId CourtBundleId, RefusedAnswer Answer, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        CourtBundles = c.CourtBundles.With(CourtBundleId, bundle => bundle with { FollowUp = new RefusedDocuments(Answer, Note, entry.On, entry.Actor) }),
    };
}
