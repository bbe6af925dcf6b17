using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>A court, by the code that its rulings carry in an ECLI.</summary>
/// <param name="Code">The code: <c>RVS</c>, <c>RBMNE</c>.</param>
/// <param name="Name">Its name in Dutch, as a sentence names it.</param>
/// <param name="Kind">Its place in the order of courts.</param>
/// <param name="InterimReliefJudge">
/// Who rules on interim relief (voorlopige voorziening, Awb 8:81) there; null where this engine has no such rulings.
/// </param>
public sealed record Court(string Code, string Name, CourtKind Kind, string? InterimReliefJudge);

[JsonConverter(typeof(KebabConverter<CourtKind>))]
public enum CourtKind
{
    /// <summary>A district court (rechtbank): first instance on an appeal (beroep).</summary>
    DistrictCourt,

    /// <summary>The Afdeling bestuursrechtspraak van de Raad van State: higher appeal (hoger beroep) on the Wob and the Woo.</summary>
    AdministrativeJurisdictionDivision,

    /// <summary>
    /// The Centrale Raad van Beroep and the College van Beroep voor het bedrijfsleven: highest in their own fields, cited for the Awb.
    /// </summary>
    SpecialTribunal,

    /// <summary>A court of appeal (gerechtshof): civil, criminal and tax law.</summary>
    CourtOfAppeal,

    /// <summary>The Hoge Raad: cassation; never the judge of a refusal under the Wob or the Woo.</summary>
    SupremeCourt,

    /// <summary>The procurator general's office at the Hoge Raad: conclusions, not rulings.</summary>
    ProcuratorGeneral,
}
