using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The forums, services and ministries that cases are coordinated with.</summary>
/// <remarks>
/// Sources: the services' ministers and the CVIN, aivd.nl (“Wie controleert de AIVD?”); the names of ministries and their identifiers, the
/// TOOI value list <c>rwc_ministeries_compleet/4</c>; the changes of name, the swearing in of the cabinets of 26 October 2017 and
/// 2 July 2024. Ministries that were gone before 26 October 2017 are not here: their successor is consulted.
/// </remarks>
public static class Agencies
{
    private static readonly DateOnly Rutte3 = new(2017, 10, 26);
    private static readonly DateOnly Schoof = new(2024, 7, 2);

    public static ImmutableArray<AgencyDefinition> All { get; } =
    [
        Forum("CVIN", "Comité Verenigde Inlichtingendiensten Nederland", "Het Comité Verenigde Inlichtingendiensten Nederland",
            "Ambtelijk voorportaal; voorgezeten door de secretaris-generaal van Algemene Zaken. "
            + "Eigenaars (AIVD, MIVD, NCTV) worden per passage geraadpleegd."),
        Forum("RVI", "Raad Veiligheid en Inlichtingen", "De Raad Veiligheid en Inlichtingen",
            "Onderraad van de ministerraad. Wanneer deze naam die van de RIV verving is niet geverifieerd."),
        Forum("RIV", "Raad voor de Inlichtingen- en Veiligheidsdiensten", "De Raad voor de Inlichtingen- en Veiligheidsdiensten",
            "Onderraad van de ministerraad, sinds 2010; voorloper van de RVI. Tot wanneer deze naam gold is niet geverifieerd."),

        Service("AIVD", "Algemene Inlichtingen- en Veiligheidsdienst", "BZK",
            ["De Minister van Binnenlandse Zaken en Koninkrijksrelaties", "t.a.v. de Algemene Inlichtingen- en Veiligheidsdienst"],
            "Geachte minister,",
            "De minister van BZK beslist. Gegevens onder de Wiv 2017 hebben een eigen regeling voor kennisneming."),
        Service("MIVD", "Militaire Inlichtingen- en Veiligheidsdienst", "DEF",
            ["De Minister van Defensie", "t.a.v. de Militaire Inlichtingen- en Veiligheidsdienst"],
            "Geachte minister,",
            "De minister van Defensie beslist. Gegevens onder de Wiv 2017 hebben een eigen regeling voor kennisneming."),
        Service("NCTV", "Nationaal Coördinator Terrorismebestrijding en Veiligheid", "JenV",
            ["De Nationaal Coördinator Terrorismebestrijding en Veiligheid", "Ministerie van Justitie en Veiligheid"],
            "Geachte heer, mevrouw,",
            "Onderdeel van het ministerie van Justitie en Veiligheid: wat de NCTV heeft, berust bij die minister."),

        Ministry("AZ", "Algemene Zaken", "mnre1010", office: "De Minister-President, Minister van Algemene Zaken"),
        Ministry("AenM", "Asiel en Migratie", "mnre1162", from: Schoof),
        Ministry("BZK", "Binnenlandse Zaken en Koninkrijksrelaties", "mnre1034"),
        Ministry("BZ", "Buitenlandse Zaken", "mnre1013"),
        Ministry("DEF", "Defensie", "mnre1018"),
        Ministry("EZ", "Economische Zaken", tooi: null, from: Schoof, note: "De waardelijst heeft deze naam twee keer; kies daaruit zelf."),
        Ministry("EZK", "Economische Zaken en Klimaat", tooi: null, from: Rutte3, until: Schoof.AddDays(-1), note: "Opgegaan in EZ en KGG."),
        Ministry("FIN", "Financiën", "mnre1090"),
        Ministry("IenW", "Infrastructuur en Waterstaat", "mnre1130", from: Rutte3),
        Ministry("JenV", "Justitie en Veiligheid", "mnre1058", from: Rutte3, note: "Voordien Veiligheid en Justitie."),
        Ministry("KGG", "Klimaat en Groene Groei", "mnre1182", from: Schoof),
        Ministry("LNV", "Landbouw, Natuur en Voedselkwaliteit", "mnre1150", from: Rutte3, until: Schoof.AddDays(-1), note: "Sindsdien LVVN."),
        Ministry("LVVN", "Landbouw, Visserij, Voedselzekerheid en Natuur", "mnre1153", from: Schoof),
        Ministry("OCW", "Onderwijs, Cultuur en Wetenschap", "mnre1109"),
        Ministry("SZW", "Sociale Zaken en Werkgelegenheid", "mnre1073"),
        Ministry("VRO", "Volkshuisvesting en Ruimtelijke Ordening", "mnre1171", from: Schoof),
        Ministry("VWS", "Volksgezondheid, Welzijn en Sport", "mnre1025"),
    ];

    private static readonly FrozenDictionary<string, AgencyDefinition> ByCode =
        All.ToFrozenDictionary(a => a.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes in the order of <see cref="All"/>, for a refusal that says what would have been accepted.</summary>
    public static ImmutableArray<string> KnownCodes { get; } = [.. All.Select(a => a.Code)];

    /// <summary>Who an agency is, or null when its code is not in the table.</summary>
    public static AgencyDefinition? Find(Agency agency) => ByCode.GetValueOrDefault(agency.Code);

    /// <summary>Whether a body that decides can forward a request (doorzending, Wob 4, Woo 4.2(1)) to another agency.</summary>
    /// <remarks>Not to a forum, which has nothing, not to a part of itself, and not to or from a code that is unknown.</remarks>
    public static bool CanForward(Agency from, Agency to) =>
        Find(from) is { DecidingBody: { } sender } && Find(to) is { DecidingBody: { } receiver } && sender != receiver;

    internal static string? Spelling(string code) => ByCode.GetValueOrDefault(code)?.Code;

    private static AgencyDefinition Forum(string code, string name, string addressee, string note) =>
        new(code, name, AgencyKind.Forum, DecidingBody: null,
            [$"{addressee} ({code})", "t.a.v. het secretariaat", "Ministerie van Algemene Zaken"], "Geachte secretaris,", Note: note);

    private static AgencyDefinition Service(
        string code, string name, string decidingBody, ImmutableArray<string> addressee, string salutation, string note) =>
        new(code, name, AgencyKind.Service, decidingBody, addressee, salutation, Note: note);

    private static AgencyDefinition Ministry(
        string code, string name, string? tooi, DateOnly? from = null, DateOnly? until = null, string? office = null, string? note = null) =>
        new(code, $"Ministerie van {name}", AgencyKind.Ministry, code, [office ?? $"De Minister van {name}"], "Geachte minister,",
            from, until, tooi, note);
}
