using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Tells the court that only the judge may see documents that it is sent, or that they are withheld from it, for weighty reasons (Awb 8:29(1)). Weighty
/// reasons there are none for what would have to be disclosed (Awb 8:29(2)).
/// </summary>
/// <param name="Documents">Left out: every document of which something is refused.</param>
/// <param name="Reasons">As the court is told.</param>
public sealed record RequestLimitedKnowledge(
    RemedyId RemedyId,
    [property: MaxLength(20_000)] string Reasons,
    LimitedKnowledge Asked = LimitedKnowledge.OnlyTheJudge,
    ImmutableArray<DocumentId> Documents = default) : IStep<Case, RequestLimitedKnowledge>
{
    public static StepRule<Case> Rule { get; } = new(
        "request-limited-knowledge", nl: "Beperkte kennisneming vragen", en: "Ask for limited knowledge", [Role.Litigator], article: "Awb 8:29(1)", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, RequestLimitedKnowledge step, At at)
    {
        if (Remedies.NotBeforeACourt(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        if (at.On < remedy.LodgedOn)
            return Refused.Invalid("effectiveOn", "before-remedy", "Dit kan niet van vóór het beroep zijn.");
        var documents = step.Documents.IsDefaultOrEmpty ? CourtBundles.Withheld(c) : step.Documents;
        if (documents.IsEmpty)
            return new Refused("nothing-withheld", "Van geen document wordt iets geweigerd; gewichtige redenen voor beperkte kennisneming zijn er dan niet.", "Awb 8:29(2)");
        if (documents.FirstOrDefault(id => c.Documents[id] is not { InScope: true }) is { Number: > 0 } missing)
            return Refused.Unknown("document-not-found", $"{missing} hoort niet bij deze zaak.");
        if (documents.Distinct().Count() != documents.Length)
            return Refused.Invalid("documents", "documents-doubled", "Een document staat meer dan één keer in de lijst.");
        if (documents.FirstOrDefault(id => Reviewing.JudgementOf(c, c.Documents[id]!) is Judgement.Public or Judgement.AlreadyPublic) is { Number: > 0 } disclosed)
        {
            return Refused.Invalid("documents", "document-public", $"{disclosed} is openbaar beoordeeld: wat openbaar moet worden, kan niet beperkt worden ingediend.", "Awb 8:29(2)");
        }

        if (CourtBundles.Of(c, step.RemedyId).FirstOrDefault(bundle => bundle.Sealed.Intersect(documents).Any()) is { } there)
            return new Refused("limited-knowledge-requested", $"Voor een van deze documenten is in deze procedure al beperkte kennisneming gevraagd ({there.Id}).");
        return new LimitedKnowledgeRequested(
            c.CourtBundles.NextId, step.RemedyId, step.Asked, CourtBundles.IsByLaw(c, remedy, step.Asked, at.On), [.. documents.OrderBy(id => id.Number)], at.Keep(step.Reasons));
    }
}

public sealed record LimitedKnowledgeRequested(
    CourtBundleId CourtBundleId, RemedyId RemedyId, LimitedKnowledge Asked, bool ByLaw, ImmutableArray<DocumentId> Documents, FreeText Reasons) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        CourtBundles = c.CourtBundles.Add(new CourtBundle(CourtBundleId, RemedyId, Asked, ByLaw, Documents, Reasons, entry.On, entry.Actor)),
    };
}
