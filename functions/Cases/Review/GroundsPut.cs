using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Grounds as a judgement puts them forward, before it is known whether they may stand.</summary>
/// <param name="HasReasons">Whether reasons are given for them, by the judgement or by a theme.</param>
/// <param name="HasReasonDespiteAge">Whether it is said why the interests weigh more in spite of the time passed (Woo 5.3).</param>
/// <param name="WithheldUntil">The day on which it is disclosed after all; null for withholding without end.</param>
/// <param name="Emissions">Whether the information is about emissions into the environment.</param>
internal sealed record GroundsPut(ImmutableArray<Ground> Grounds, bool HasReasons, bool HasReasonDespiteAge, DateOnly? WithheldUntil, bool Emissions)
{
    /// <summary>With what is known of the document that they are put forward for.</summary>
    public GroundUse Use(Case c, Document document, DateOnly on) => new(
        Regimes.Of(on), Grounds, HasReasons, EnvironmentalInformation: document.Environmental ?? c.Request!.Environmental, Emissions, document.Date, DecisionDate: on, WithheldUntil,
        FiveYearReasons: HasReasonDespiteAge, document.SpecialRegime, document.FormalDecisionMaking);

    /// <summary>Grounds as a passage was judged on them.</summary>
    public static GroundsPut Of(Case c, Passage passage) => new(
        passage.Grounds, passage.Reason is not null || Reviewing.HasMotivation(c, passage.Id, passage.Grounds), passage.ReasonDespiteAge is not null, passage.WithheldUntil, passage.Emissions);

    /// <summary>Grounds as a document was judged on them as a whole.</summary>
    public static GroundsPut Of(Case c, Assessment assessment) => new(
        assessment.Grounds, assessment.Reason is not null || Reviewing.HasMotivation(c, null, assessment.Grounds), assessment.ReasonDespiteAge is not null, assessment.WithheldUntil,
        assessment.Emissions);
}
