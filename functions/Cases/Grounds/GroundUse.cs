using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A passage or document for which grounds are put forward, with what decides whether they may be.</summary>
/// <param name="Regime">The law that governs the decision.</param>
/// <param name="Grounds">The grounds put forward for this same information.</param>
/// <param name="HasReasons">The decision gives explicit reasons for them.</param>
/// <param name="EnvironmentalInformation">It is environmental information (milieu-informatie, Wet milieubeheer 19.1a).</param>
/// <param name="EmissionsInformation">
/// It is about emissions into the environment, and so environmental information whatever the flag beside it says.
/// </param>
/// <param name="InformationDate">The day that the information is from; null when unknown, and then no rule about age is applied.</param>
/// <param name="DecisionDate">The day of the decision, or today for a draft.</param>
/// <param name="WithheldUntil">The day on which disclosure follows after all; null for withholding without end.</param>
/// <param name="FiveYearReasons">The decision says why the interests still weigh more in spite of the time passed (Woo 5.3).</param>
/// <param name="SpecialRegime">
/// An exhaustive rule of another act, listed in the annex to the Woo, governs this information (Woo 8.8).
/// </param>
/// <param name="FormalDecisionMaking">
/// The document was drawn up for formal decision-making by a minister or another office that Woo 5.2(3) lists.
/// </param>
public sealed record GroundUse(
    Regime Regime,
    ImmutableArray<Ground> Grounds,
    bool HasReasons,
    bool EnvironmentalInformation,
    bool EmissionsInformation,
    DateOnly? InformationDate,
    DateOnly DecisionDate,
    DateOnly? WithheldUntil,
    bool FiveYearReasons,
    bool SpecialRegime,
    bool FormalDecisionMaking = false);
