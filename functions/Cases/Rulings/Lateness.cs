namespace WobWorkflow.Cases;

/// <summary>A ruling on a decision that stayed out (beroep niet tijdig, Awb 6:2, 6:12, 8:55b to 8:55d; Woo 8.4): what it is about, and what ends it.</summary>
public static class Lateness
{
    /// <summary>Why a ruling can't be on that remedy; null where it can.</summary>
    public static Refused? WhyNot(Case c, RemedyId? id) => id is not { } there || c.Remedies[there] is null
        ? Remedies.NotFound
        : TermOf(c, there) is null
            ? new Refused("remedy-not-for-lateness", "Dit beroep richt zich niet tegen het uitblijven van een besluit: geef het bestreden besluit.", "Awb 6:2")
            : null;

    /// <summary>The term that passed without a decision, also where the remedy is higher appeal against an earlier ruling on that; null for every other remedy.</summary>
    public static string? TermOf(Case c, RemedyId id) => c.Remedies[id] switch
    {
        { Kind: RemedyKind.LateAppeal } late => late.LateTerm,
        { RulingId: { } ruling } => c.Rulings.FindLast(applied => applied.RulingId == ruling)?.LateTerm,
        _ => null,
    };

    /// <summary>The terms for decisions: a court can be asked to see to it that these are met.</summary>
    public static bool IsForDecision(Term term) => term.Kind is TermKind.Decision or TermKind.ObjectionDecision or TermKind.NewDecision;

    /// <summary>Whether a decision is the one that stayed out.</summary>
    public static bool IsEndedBy(Case c, AppliedRuling late, Decision decision) => late.LateTerm switch
    {
        null => false,
        CaseTerms.DecisionTerm => decision.Settles,
        var term => c.Rulings.Exists(applied => applied.NewDecisionTerm == term && (applied.LateTerm is null
                ? decision.AnswersRuling == applied.RulingId && (decision.Supplements is not { } contested || contested == applied.DecisionId)
                : IsEndedBy(c, applied, decision)))
            || (decision.Kind == DecisionKind.OnObjection && c.Remedies.Any(objection => term == CaseTerms.ObjectionDecisionTerm(objection.Id) && objection.DecisionId == decision.Supplements)),
    };

    /// <summary>The decision that was announced already; null while there is none.</summary>
    public static DecisionId? EndedBy(Case c, AppliedRuling late) =>
        c.Decisions.FirstOrDefault(decision => decision.DispatchedOn is not null && IsEndedBy(c, late, decision))?.Id;
}
