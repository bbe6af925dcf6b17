using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Extends the term for deciding on an objection once (Awb 7:10(3)), or records further delay to which those concerned agreed (Awb 7:10(4)). The
/// step's date of effect is the day on which they were told in writing (Awb 7:10(5)).
/// </summary>
/// <param name="Days">Calendar days, at most 42; left out where delay was agreed.</param>
/// <param name="AgreedThrough">The last day of the delay agreed to; left out where the body extends.</param>
public sealed record ExtendObjectionTerm(
    RemedyId RemedyId,
    [property: MaxLength(4000)] string Reason,
    [property: Range(1, 365)] int? Days = null,
    DateOnly? AgreedThrough = null) : IStep<Case, ExtendObjectionTerm>
{
    public static StepRule<Case> Rule { get; } = new(
        "extend-objection-term", nl: "Termijn op bezwaar verdagen", en: "Extend the term on an objection", [Role.ObjectionHandler, Role.Handler, Role.Coordinator],
        article: "Awb 7:10(3)", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, ExtendObjectionTerm step, At at)
    {
        if (Remedies.NotARunningObjection(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        if (remedy.Kind != RemedyKind.Objection)
            return new Refused("no-term", "Bij een bezwaar tegen het uitblijven van een besluit loopt geen termijn die verdaagd kan worden.");
        if (at.On < remedy.LodgedOn)
            return Refused.Invalid("effectiveOn", "before-remedy", "De termijn kan niet zijn verdaagd vóór het bezwaar er was.");
        if (step.Days is null == step.AgreedThrough is null)
            return Refused.Invalid("days", "extension-unclear", "Geef het aantal dagen verdaging, of de laatste dag van het afgesproken uitstel: één van beide.");
        if (remedy.Hears(c, at.On) is not null)
            return new Refused("not-extendable", "Na een klacht bij het Adviescollege geldt een vaste termijn van twee weken.", "Woo 7.3(3)");
        if (step.Days is not null && remedy.Extension is not null)
            return new Refused("already-extended", "De termijn op dit bezwaar is al verdaagd; dat kan één keer. Verder uitstel vraagt instemming.", "Awb 7:10(4)");
        var term = CaseTerms.ForDecidingObjection(c, remedy, at.Facts, at.On);
        if (step.Days > term.Rule.ExtensionCeilingDays)
        {
            return Refused.Invalid(
                "days", "extension-too-long", $"De termijn kan met ten hoogste {term.Rule.ExtensionCeilingDays} dagen worden verdaagd; verder uitstel vraagt instemming.",
                term.Rule.ExtensionArticle);
        }

        if (at.On > term.Nominal)
            return new Refused("term-ended", $"De termijn op dit bezwaar is op {Dutch.Date(term.Nominal)} geëindigd.", term.Rule.ExtensionArticle);
        if (step.AgreedThrough < at.On)
            return Refused.Invalid("agreedThrough", "period-reversed", "Het uitstel eindigt vóór het begint.", "Awb 7:10(4)");
        return Treating.TooFar("agreedThrough", step.AgreedThrough, at) ?? (Outcome)new ObjectionTermExtended(step.RemedyId, step.Days, step.AgreedThrough, at.Keep(step.Reason));
    }
}

/// <param name="Days">Null where delay was agreed.</param>
/// <param name="AgreedThrough">Null where the body extended.</param>
public sealed record ObjectionTermExtended(RemedyId RemedyId, int? Days, DateOnly? AgreedThrough, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Extension = Days is { } days ? new ObjectionExtension(days, Reason, entry.On) : remedy.Extension,
            Delays = AgreedThrough is { } last ? remedy.Delays.Add(new AgreedDelay(entry.On, last)) : remedy.Delays,
        }),
    };
}
