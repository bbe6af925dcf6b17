using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The courts whose rulings a case meets or cites: the eleven district courts of since 2013 and the courts above them.</summary>
public static class Courts
{
    public static ImmutableArray<Court> All { get; } =
    [
        new("RVS", "Afdeling bestuursrechtspraak van de Raad van State", CourtKind.AdministrativeJurisdictionDivision,
            "voorzieningenrechter van de Afdeling bestuursrechtspraak van de Raad van State"),
        District("RBAMS", "Amsterdam"),
        District("RBDHA", "Den Haag"),
        District("RBGEL", "Gelderland"),
        District("RBLIM", "Limburg"),
        District("RBMNE", "Midden-Nederland"),
        District("RBNHO", "Noord-Holland"),
        District("RBNNE", "Noord-Nederland"),
        District("RBOBR", "Oost-Brabant"),
        District("RBOVE", "Overijssel"),
        District("RBROT", "Rotterdam"),
        District("RBZWB", "Zeeland-West-Brabant"),
        new("CRVB", "Centrale Raad van Beroep", CourtKind.SpecialTribunal, "voorzieningenrechter van de Centrale Raad van Beroep"),
        new("CBB", "College van Beroep voor het bedrijfsleven", CourtKind.SpecialTribunal,
            "voorzieningenrechter van het College van Beroep voor het bedrijfsleven"),
        new("GHAMS", "gerechtshof Amsterdam", CourtKind.CourtOfAppeal, null),
        new("GHARL", "gerechtshof Arnhem-Leeuwarden", CourtKind.CourtOfAppeal, null),
        new("GHDHA", "gerechtshof Den Haag", CourtKind.CourtOfAppeal, null),
        new("GHSHE", "gerechtshof 's-Hertogenbosch", CourtKind.CourtOfAppeal, null),
        new("HR", "Hoge Raad der Nederlanden", CourtKind.SupremeCourt, null),
        new("PHR", "Parket bij de Hoge Raad", CourtKind.ProcuratorGeneral, null),
    ];

    private static readonly FrozenDictionary<string, Court> ByCode = All.ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The court of a code, or null: an ECLI of a court that this table does not have is still an ECLI.</summary>
    public static Court? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Court District(string code, string name) =>
        new(code, $"rechtbank {name}", CourtKind.DistrictCourt, $"voorzieningenrechter van de rechtbank {name}");
}
