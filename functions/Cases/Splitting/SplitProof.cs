namespace WobWorkflow.Cases;

/// <summary>Says in the proof of the term of a case that was split off why no new term began.</summary>
internal static class SplitProof
{
    public static Term On(Case c, Term term)
    {
        if (c.Origin is not { } origin)
            return term;
        var assumption = Assumptions.Find(Origin.Assumption)!;
        return term with
        {
            Trail =
            [
                new(origin.On,
                    $"Deze zaak is op {SpokenDate.Nl(origin.On)} afgesplitst van zaak {origin.CaseId}. Het is hetzelfde verzoek: de termijn loopt vanaf de ontvangst daarvan.",
                    $"This case was split off case {origin.CaseId} on {SpokenDate.En(origin.On)}. It is the same request: the term runs from its receipt.",
                    term.Article),
                .. term.Trail,
                new(term.Due,
                    $"Aangenomen, nog door een jurist te bevestigen: {assumption.Question.Nl} {assumption.Assumed.Nl}",
                    $"Assumed, to be confirmed by a jurist: {assumption.Question.En} {assumption.Assumed.En}",
                    assumption.Article),
            ],
        };
    }
}
