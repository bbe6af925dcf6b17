using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What the review (beoordeling) of documents comes to.</summary>
public static class Reviewing
{
    /// <summary>The judgement of a document; null while there is none. Where passages were assessed it follows from them.</summary>
    public static Judgement? JudgementOf(Case c, Document document)
    {
        var passages = c.PassagesOf(document.Id).Select(p => new PassageJudgement(KindOf(p.Treatment), CoversWhole: false)).ToList();
        if (document.Assessment is null && passages.Count == 0)
            return document.DuplicateOf is { } original ? JudgementOf(c, c.Documents[original]!) : null;
        return Judgements.Of(passages.Concat(OfTheWhole(document.Assessment?.Judgement)));
    }

    /// <summary>A judgement of the whole counts as one on a passage that covers all of it.</summary>
    private static ImmutableArray<PassageJudgement> OfTheWhole(Judgement? judgement) => judgement switch
    {
        Judgement.NotPublic => [new PassageJudgement(PassageKind.Withheld, CoversWhole: true)],
        Judgement.PartlyPublic => [new PassageJudgement(PassageKind.Withheld, CoversWhole: false)],
        Judgement.AlreadyPublic => [new PassageJudgement(PassageKind.AlreadyPublic, CoversWhole: true)],
        Judgement.OutOfScope => [new PassageJudgement(PassageKind.OutOfScope, CoversWhole: true)],
        _ => [],
    };

    private static PassageKind KindOf(Treatment treatment) => treatment switch
    {
        Treatment.Withheld => PassageKind.Withheld,
        Treatment.OutOfScope => PassageKind.OutOfScope,
        Treatment.LeftToOther => PassageKind.LeftToOther,
        _ => PassageKind.Disclosed,
    };

    /// <summary>Every ground used in a document, each once, in the order of the act.</summary>
    public static ImmutableArray<Ground> GroundsOf(Case c, Document document) =>
        Grounds.InOrder(
        [
            .. document.Assessment?.Grounds ?? [],
            .. c.PassagesOf(document.Id).Where(p => p.Treatment == Treatment.Withheld).SelectMany(p => p.Grounds),
        ]);

    public static ImmutableArray<Document> Unassessed(Case c) =>
        [.. c.Documents.Where(d => d.InScope && JudgementOf(c, d) is null)];

    internal static Refused? WhyNot(Case c) => Pending.WhyNot(c) is { } pending ? pending
        : c.Milestones.ReviewClosedOn is not null ? new Refused("review-closed", "De beoordeling is afgesloten: heropen haar eerst.")
        : c.Documents.Any(d => d.InScope) ? null : new Refused("no-documents", "Er zijn nog geen documenten om te beoordelen.");

    /// <summary>The refusal that the grounds themselves give, under the act that governs a decision on that date.</summary>
    internal static Refused? Check(Case c, Document document, GroundsPut put, DateOnly on) => GroundRules.Check(put.Use(c, document, on)) switch
    {
        [] => null,
        [var first, ..] => Refused.Invalid(first.Code == GroundRules.OldInformation && put.HasReasons ? "reasonDespiteAge" : "grounds", first.Code, first.DetailNl, first.Article) with
        {
            Proposed = first.Code == GroundRules.OfOtherLaw ? GroundTranslation.Of(document.Id, null, put.Grounds, on) : [],
        },
    };

    /// <summary>Whether the reasons of a theme cover a refusal on these grounds.</summary>
    internal static bool HasMotivation(Case c, PassageId? passage, ImmutableArray<Ground> grounds) => ThemesOfPassages.Of(c, passage, grounds) is not null;

    /// <summary>A day of disclosure goes with the temporary ground alone.</summary>
    internal static Refused? NotTemporary(ImmutableArray<Ground> grounds, DateOnly? withheldUntil) =>
        withheldUntil is not null && !grounds.Any(ground => Grounds.Find(ground).Kind == GroundKind.Temporary)
            ? Refused.Invalid("withheldUntil", "date-not-used", "Een dag waarop alsnog openbaar wordt gemaakt, hoort alleen bij tijdelijk achterwege laten.", "Woo 5.1(4)")
            : null;
}
