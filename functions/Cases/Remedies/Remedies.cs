namespace WobWorkflow.Cases;

/// <summary>What remedies do to a decision.</summary>
public static class Remedies
{
    /// <summary>
    /// The day from which a decision can't be contested any more: the day after the term for it ended with nothing lodged, or when the last remedy
    /// ended. A decision that was objected to shares the fate of the decision on objection.
    /// </summary>
    /// <returns>Null while it can still change, and for a decision that was annulled: that never becomes irrevocable.</returns>
    public static DateOnly? IrrevocableOn(Case c, Decision decision, Organisation facts, DateOnly today)
    {
        if (decision.DispatchedOn is null)
            return null;
        var lodged = c.Remedies.Where(remedy => remedy.DecisionId == decision.Id && remedy.Counts && remedy.LodgedOn <= today).ToList();
        if (lodged.Exists(remedy => remedy.Runs))
            return null;
        if (FinalRulingOn(c, decision.Id) is { } ruling)
            return ruling.Owes ? null : FinalOn(c, ruling, facts, today);
        // It shares the fate of what it joined (Awb 6:19), also where the ruling names the earlier decision alone.
        var joined = decision.Joins is { } pending ? c.Remedies[pending] : null;
        if (joined is { Runs: true })
            return null;
        if (joined?.RuledBy is { } ruledBy && c.Rulings.FindLast(applied => applied.RulingId == ruledBy) is { Owes: false } over)
            return FinalOn(c, over, facts, today);

        var replaced = lodged.Select(remedy => remedy.DecidedBy).LastOrDefault(by => by is not null);
        if (replaced is { } onObjection)
            return IrrevocableOn(c, c.Decisions[onObjection]!, facts, today);
        var term = CaseTerms.ForRemedy(c, decision, facts, today);
        if (today <= term.Due)
            return null;
        var ended = lodged.Select(remedy => remedy.EndedOn).Append(joined?.EndedOn).Max();
        return ended > term.Due ? ended : term.Due.AddDays(1);
    }

    /// <summary>Why the case can't be closed yet; null where no decision in it can be contested any more.</summary>
    public static Refused? StillContestable(Case c, Organisation facts, DateOnly today)
    {
        if (c.Remedies.FirstOrDefault(remedy => remedy.Runs) is { } running)
            return new Refused("remedy-running", $"{running.Id} loopt nog: leg vast hoe dit is geëindigd.", "Awb 6:16");
        foreach (var decision in c.Decisions.Where(d => d.DispatchedOn is not null))
        {
            if (IrrevocableOn(c, decision, facts, today) is not null || IsReplaced(c, decision))
                continue;
            if (FinalRulingOn(c, decision.Id) is { } ruling)
            {
                var last = CaseTerms.ForHigherAppeal(c, ruling, facts, today);
                return new Refused("higher-appeal-term-running", $"Tot en met {Dutch.Date(last.Due)} kan nog hoger beroep worden ingesteld; daarna kan de zaak dicht.", last.Article);
            }

            var term = CaseTerms.ForRemedy(c, decision, facts, today);
            return term.Kind == TermKind.Objection
                ? new Refused("objection-term-running", $"Tot en met {Dutch.Date(term.Due)} kan nog bezwaar worden gemaakt; daarna kan de zaak dicht.", term.Article)
                : new Refused("appeal-term-running", $"Tot en met {Dutch.Date(term.Due)} kan nog beroep worden ingesteld; daarna kan de zaak dicht.", term.Article);
        }

        return null;
    }

    /// <summary>Whether nobody but the body can change it any more, because another decision took its place.</summary>
    private static bool IsReplaced(Case c, Decision decision) =>
        c.Rulings.Exists(applied => applied.DecisionId == decision.Id && applied is { Owes: true, AnsweredBy: not null })
        || c.Remedies.Any(remedy => remedy.DecisionId == decision.Id && remedy.DecidedBy is not null);

    /// <summary>The last ruling on the decision that ends something: neither interim nor on interim relief.</summary>
    internal static AppliedRuling? FinalRulingOn(Case c, DecisionId id) =>
        c.Rulings.Where(applied => applied.DecisionId == id && applied.IsFinal).OrderBy(applied => applied.SentOn).LastOrDefault();

    private static DateOnly? FinalOn(Case c, AppliedRuling ruling, Organisation facts, DateOnly today)
    {
        var further = c.Remedies.Where(remedy => remedy.RulingId == ruling.RulingId && remedy.Counts).ToList();
        if (further.Exists(remedy => remedy.Runs))
            return null;
        if (!ruling.AllowsHigherAppeal)
            return ruling.SentOn;
        var due = CaseTerms.ForHigherAppeal(c, ruling, facts, today).Due;
        if (today <= due)
            return null;
        var ended = further.Select(remedy => remedy.EndedOn).Max();
        return ended > due ? ended : due.AddDays(1);
    }

    /// <summary>Ends the objections that a decision on objection decides. Announced already, its day was corrected: they ended on the right one.</summary>
    internal static Case DecidedBy(Case c, Decision decision, DateOnly on) => decision is not { Kind: DecisionKind.OnObjection, Supplements: { } contested }
        ? c
        : c with
        {
            Remedies = c.Remedies.Where(remedy => decision.DispatchedOn is not null
                    ? remedy.DecidedBy == decision.Id
                    : remedy is { Kind: RemedyKind.Objection, Runs: true } && remedy.DecisionId == contested)
                .Aggregate(c.Remedies, (all, remedy) => all.With(remedy.Id, x => x with { State = RemedyState.Decided, EndedOn = on, DecidedBy = decision.Id })),
        };

    /// <summary>Ends the remedy that a final ruling decides: the one it names, or the one with its case number.</summary>
    internal static Case RuledBy(Case c, AppliedRuling ruling, RemedyId? named)
    {
        if (!ruling.IsFinal && ruling.Kind != RulingKind.Opposition)
            return c;
        var decided = named is { } id ? c.Remedies[id] : c.Remedies.LastOrDefault(remedy => remedy.Runs && remedy.CaseNumber == ruling.CaseNumber);
        return decided is not { Runs: true }
            ? c
            : c with
            {
                Remedies = c.Remedies.With(decided.Id, x => x with { State = RemedyState.Decided, EndedOn = ruling.SentOn, RuledBy = ruling.RulingId }),
            };
    }

    internal static Refused NotFound { get; } = Refused.Unknown("remedy-not-found", "Dit rechtsmiddel hoort niet bij deze zaak.");

    /// <summary>The refusal of a step on an objection that isn't there or doesn't run; null where it can be taken.</summary>
    internal static Refused? NotARunningObjection(Case c, RemedyId id) => c.Remedies[id] switch
    {
        null => NotFound,
        { Kind: not (RemedyKind.Objection or RemedyKind.LateObjection) } => new Refused("not-an-objection", "Dit is geen bezwaar; deze stap hoort bij de behandeling van een bezwaar."),
        { Runs: false } => Ended,
        _ => null,
    };

    /// <summary>The refusal of a step on a court's case that isn't there or doesn't run; null where it can be taken.</summary>
    internal static Refused? NotBeforeACourt(Case c, RemedyId id) => c.Remedies[id] switch
    {
        null => NotFound,
        { Kind: RemedyKind.Objection or RemedyKind.LateObjection } => new Refused("not-before-a-court", "Dit is een bezwaar; er is geen rechter bij betrokken."),
        { Runs: false } => Ended,
        _ => null,
    };

    internal static Refused? NoneRuns(Case c) => c.Remedies.Any(remedy => remedy.Runs) ? null : new Refused("no-remedy", "Er loopt geen bezwaar of beroep.");

    private static Refused Ended { get; } = new("remedy-ended", "Dit rechtsmiddel is al geëindigd.");
}
