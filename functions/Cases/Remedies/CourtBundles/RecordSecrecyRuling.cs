using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records what the secrecy chamber (geheimhoudingskamer: other judges than who decide the case) decided on a request for limited knowledge (Awb 8:29(3)).
/// </summary>
/// <param name="Refused">The documents for which the limitation is not justified: asked where it was refused in part; left out where for all.</param>
/// <param name="AnswerBy">The day by which the court wants to hear what becomes of them; left out where it set none.</param>
public sealed record RecordSecrecyRuling(
    CourtBundleId CourtBundleId,
    SecrecyOutcome Outcome,
    ImmutableArray<DocumentId> Refused = default,
    DateOnly? AnswerBy = null,
    [property: MaxLength(20_000)] string? Note = null) : IStep<Case, RecordSecrecyRuling>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-secrecy-ruling", nl: "Beslissing geheimhoudingskamer vastleggen", en: "Record the secrecy chamber's decision", [Role.Litigator], article: "Awb 8:29(3)",
        when: c => c.CourtBundles.Any(bundle => bundle.State == CourtBundleState.Pending) ? null
            : CourtBundles.None(c) ?? new Refused("no-decision-awaited", "Op geen verzoek om beperkte kennisneming is nog een beslissing nodig."));

    public static Outcome Decide(Case c, RecordSecrecyRuling step, At at)
    {
        if (c.CourtBundles[step.CourtBundleId] is not { } bundle)
            return CourtBundles.NotFound;
        if (bundle.Ruling is not null)
            return new Refused("already-decided", "Op dit verzoek is al beslist. In hoger beroep wordt het opnieuw gedaan.");
        if (bundle.ByLaw)
            return new Refused("limited-by-law", "Over een besluit op grond van de Woo neemt alleen de rechter van de stukken kennis; een beslissing daarop is niet nodig.", "Awb 8:29(6)");
        if (at.On < bundle.AskedOn)
            return Cases.Refused.Invalid("effectiveOn", "before-request", "De beslissing kan niet van vóór het verzoek zijn.");
        var given = step.Refused.IsDefault ? [] : step.Refused;
        if (given.FirstOrDefault(id => !bundle.Documents.Contains(id)) is { Number: > 0 } stray)
            return Cases.Refused.Unknown("document-not-found", $"{stray} hoort niet bij dit verzoek.");
        if (step.Outcome == SecrecyOutcome.PartlyJustified ? given.IsEmpty || given.Distinct().Count() == bundle.Documents.Length : !given.IsEmpty)
            return Cases.Refused.Invalid("refused", "refused-unclear", "Noem bij een gedeeltelijke afwijzing de documenten waarvoor zij geldt, en anders geen.");
        if (step.AnswerBy is { } day)
        {
            if (step.Outcome == SecrecyOutcome.Justified)
                return Cases.Refused.Invalid("answerBy", "date-not-used", "Bij een toewijzing hoort geen termijn om te reageren.");
            if (ChosenDay.WhyNot("answerBy", day, at) is { } refused)
                return refused;
        }

        return new SecrecyRuled(
            step.CourtBundleId, step.Outcome, step.Outcome == SecrecyOutcome.NotJustified ? bundle.Documents : [.. given.Distinct().OrderBy(id => id.Number)],
            step.AnswerBy, at.KeepOrNull(step.Note));
    }
}

/// <param name="Refused">The documents for which the limitation is not justified; empty where it is for all.</param>
public sealed record SecrecyRuled(CourtBundleId CourtBundleId, SecrecyOutcome Outcome, ImmutableArray<DocumentId> Refused, DateOnly? AnswerBy, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        CourtBundles = c.CourtBundles.With(CourtBundleId, bundle => bundle with { Ruling = new SecrecyRuling(Outcome, Refused, AnswerBy, Note, entry.On, entry.Actor) }),
    };
}
