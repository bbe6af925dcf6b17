namespace WobWorkflow.Cases;

/// <summary>Whether a request still has to be decided upon.</summary>
internal static class Treating
{
    public static Refused? WhyNot(Case c) =>
        c.Intake.WithdrawnOn is not null ? new Refused("request-withdrawn", "Het verzoek is ingetrokken; er valt niets meer te behandelen. De zaak kan dicht.")
        : c.Intake.ForwardedOn is not null ? new Refused("request-forwarded", "Het hele verzoek is doorgezonden; het andere bestuursorgaan behandelt het. De zaak kan dicht.")
        : c.Decisions.Any(d => d is { Settles: true, TakenOn: not null })
            ? new Refused("already-decided", "Op dit verzoek is al beslist. Gebruik de stappen voor bezwaar en beroep, of neem een aanvullend besluit.")
            : null;

    /// <summary>No term that a person sets is longer than can be computed with.</summary>
    public static Refused? TooFar(string field, DateOnly? date, At at) => date is { } day && day.DayNumber - at.On.DayNumber > Terms.LongestChosenDays
        ? Refused.Invalid(field, "date-out-of-range", "Deze datum ligt te ver weg: geef een dag binnen tien jaar.")
        : null;

    /// <summary>A suspension stops a term that runs; one that has ended can't be stopped any more.</summary>
    public static Refused? TermEnded(Case c, At at)
    {
        var term = CaseTerms.ForDeciding(c, at.Facts, at.On);
        return at.On > term.Due
            ? new Refused("term-ended", $"De beslistermijn is op {Dutch.Date(term.Due)} geëindigd en kan niet meer worden opgeschort. Informeer de verzoeker.", "Awb 4:15")
            : null;
    }
}
