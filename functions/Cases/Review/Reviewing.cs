using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What the review (beoordeling) of documents comes to.</summary>
public static class Reviewing
{
    /// <summary>The judgement of a document; null while there is none. Where passages were assessed it follows from them.</summary>
    public static Judgement? JudgementOf(Case c, Document document) =>
        Judgements.Of(document.Assessment?.Judgement, [.. c.Passages.Where(p => p.DocumentId == document.Id).Select(p => p.Treatment)]);

    /// <summary>Every ground used in a document, each once, in the order of the act.</summary>
    public static ImmutableArray<Ground> GroundsOf(Case c, Document document) =>
        Grounds.InOrder(
        [
            .. document.Assessment?.Grounds ?? [],
            .. c.Passages.Where(p => p.DocumentId == document.Id && p.Treatment == Treatment.Withheld).SelectMany(p => p.Grounds),
        ]);

    public static ImmutableArray<Document> Unassessed(Case c) =>
        [.. c.Documents.Where(d => d.InScope && JudgementOf(c, d) is null)];

    internal static Refused? WhyNot(Case c) => c.Decisions.Any(d => d.State is DecisionState.Approval or DecisionState.Approved)
        ? new Refused("decision-pending", "Er ligt een besluit ter accordering; neem dat eerst of stuur het terug.")
        : c.Documents.Any(d => d.InScope) ? null : new Refused("no-documents", "Er zijn nog geen documenten om te beoordelen.");

    /// <summary>The refusal that the grounds themselves give, under the act that governs a decision on that date.</summary>
    internal static Refused? Check(Case c, Document document, ImmutableArray<Ground> grounds, bool hasReason, DateOnly on)
    {
        var use = new GroundUse(
            Regimes.Of(on), grounds, HasReasons: hasReason, EnvironmentalInformation: c.Request!.Environmental, EmissionsInformation: false,
            InformationDate: document.Date, DecisionDate: on, WithheldUntil: null, FiveYearReasons: hasReason, SpecialRegime: false);
        return GroundRules.Check(use) is [var first, ..] ? Refused.Invalid("grounds", first.Code, first.DetailNl, first.Article) : null;
    }
}
