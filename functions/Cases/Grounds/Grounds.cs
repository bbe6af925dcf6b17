using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// The refusal grounds of the Wob (articles 10 and 11) and of the Woo (articles 5.1, 5.2, 5.4 and 5.4a), in the order of the law.
/// </summary>
/// <remarks>
/// The Woo as it stood on 12 February 2025 (BWBR0045754); the letters of the Wob (BWBR0005252) as practice uses them. A ground belongs
/// to the law that governs the <em>decision</em>: decisions until 30 April 2022 rest on the Wob, later ones on the Woo (ABRvS 18 May
/// 2022, ECLI:NL:RVS:2022:1432). Since when the Wob had each ground is not kept here. “Dubbel” (judged in another document) and
/// “buiten verzoek” (outside the request) are marks on an inventory, and no grounds.
/// </remarks>
public static class Grounds
{
    private static readonly DateOnly LastDayOfWob = new(2022, 4, 30);
    private static readonly DateOnly FirstDayOfWoo = new(2022, 5, 1);
    private static readonly ImmutableArray<string> Paragraphs = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"];

    public static ImmutableArray<GroundDefinition> All { get; } =
    [
        Wob("10", 1, 'a', GroundKind.Absolute, "eenheid van de Kroon", "unity of the Crown"),
        Wob("10", 1, 'b', GroundKind.Absolute, "veiligheid van de Staat", "security of the State"),
        Wob("10", 1, 'c', GroundKind.Absolute,
            "vertrouwelijk verstrekte bedrijfs- en fabricagegegevens", "business and manufacturing data given in confidence",
            "Bij milieu-informatie wordt afgewogen; niet voor emissies (artikel 10, vierde lid)."),
        Wob("10", 1, 'd', GroundKind.Absolute, "bijzondere persoonsgegevens", "special categories of personal data",
            "Niet indien verstrekking kennelijk geen inbreuk op de persoonlijke levenssfeer maakt; niet voor emissies (artikel 10, vierde lid)."),
        Wob("10", 2, 'a', GroundKind.Relative, "internationale betrekkingen", "international relations"),
        Wob("10", 2, 'b', GroundKind.Relative,
            "economische of financiële belangen van de overheid", "economic or financial interests of public bodies",
            "Bij milieu-informatie alleen voor handelingen met een vertrouwelijk karakter (artikel 10, vijfde lid)."),
        Wob("10", 2, 'c', GroundKind.Relative, "opsporing en vervolging van strafbare feiten", "investigation and prosecution of offences"),
        Wob("10", 2, 'd', GroundKind.Relative,
            "inspectie, controle en toezicht door bestuursorganen", "inspection, control and supervision by public bodies"),
        Wob("10", 2, 'e', GroundKind.Relative, "eerbiediging van de persoonlijke levenssfeer", "respect for private life",
            "Niet bij instemming van de betrokkene (artikel 10, derde lid); niet voor emissies (artikel 10, vierde lid)."),
        Wob("10", 2, 'f', GroundKind.Temporary,
            "belang van de geadresseerde om als eerste kennis te nemen", "the addressee's interest to know first"),
        Wob("10", 2, 'g', GroundKind.Relative, "onevenredige bevoordeling of benadeling", "disproportionate advantage or disadvantage",
            "Niet voor milieu-informatie (artikel 10, zesde lid)."),
        Wob("10", 7, 'a', GroundKind.Relative,
            "bescherming van het milieu waarop de informatie betrekking heeft", "protection of the environment concerned",
            "Alleen voor milieu-informatie; niet voor emissies (artikel 10, vierde lid)."),
        Wob("10", 7, 'b', GroundKind.Relative,
            "beveiliging van bedrijven en voorkomen van sabotage", "security of companies and prevention of sabotage",
            "Alleen voor milieu-informatie."),
        Wob("11", 1, null, GroundKind.Absolute,
            "persoonlijke beleidsopvattingen in documenten voor intern beraad",
            "personal policy views in documents for internal deliberation",
            "Kan in niet tot personen herleidbare vorm (artikel 11, tweede lid); bij milieu-informatie wordt afgewogen (artikel 11, vierde lid)."),

        Woo("5.1", 1, 'a', GroundKind.Absolute, "eenheid van de Kroon", "unity of the Crown"),
        Woo("5.1", 1, 'b', GroundKind.Absolute, "veiligheid van de Staat", "security of the State"),
        Woo("5.1", 1, 'c', GroundKind.Absolute,
            "vertrouwelijk verstrekte bedrijfs- en fabricagegegevens", "business and manufacturing data given in confidence",
            "Bij milieu-informatie geldt in plaats hiervan artikel 5.1, zesde lid."),
        Woo("5.1", 1, 'd', GroundKind.Absolute, "bijzondere en strafrechtelijke persoonsgegevens", "special and criminal personal data",
            "Niet bij uitdrukkelijke toestemming, noch voor wat de betrokkene kennelijk zelf openbaar maakte."),
        Woo("5.1", 1, 'e', GroundKind.Absolute,
            "wettelijke identificatienummers van personen", "statutory identification numbers of persons",
            "Niet indien verstrekking kennelijk geen inbreuk op de levenssfeer maakt."),
        Woo("5.1", 2, 'a', GroundKind.Relative, "internationale betrekkingen", "international relations"),
        Woo("5.1", 2, 'b', GroundKind.Relative,
            "economische of financiële belangen van de overheid", "economic or financial interests of public bodies",
            "Bij milieu-informatie alleen voor handelingen met een vertrouwelijk karakter."),
        Woo("5.1", 2, 'c', GroundKind.Relative,
            "opsporing en vervolging van strafbare feiten", "investigation and prosecution of offences"),
        Woo("5.1", 2, 'd', GroundKind.Relative,
            "inspectie, controle en toezicht door bestuursorganen", "inspection, control and supervision by public bodies"),
        Woo("5.1", 2, 'e', GroundKind.Relative, "eerbiediging van de persoonlijke levenssfeer", "respect for private life"),
        Woo("5.1", 2, 'f', GroundKind.Relative,
            "andere concurrentiegevoelige bedrijfs- en fabricagegegevens", "other competition-sensitive business and manufacturing data"),
        Woo("5.1", 2, 'g', GroundKind.Relative,
            "bescherming van het milieu waarop de informatie betrekking heeft", "protection of the environment concerned"),
        Woo("5.1", 2, 'h', GroundKind.Relative,
            "beveiliging van personen en bedrijven en voorkomen van sabotage",
            "security of persons and companies and prevention of sabotage"),
        Woo("5.1", 2, 'i', GroundKind.Relative,
            "goed functioneren van de Staat, andere publiekrechtelijke lichamen of bestuursorganen",
            "proper functioning of the State and other public bodies"),
        Woo("5.1", 4, null, GroundKind.Temporary,
            "belang van de geadresseerde om als eerste kennis te nemen", "the addressee's interest to know first",
            "De verzoeker hoort de termijn waarbinnen alsnog openbaar wordt gemaakt."),
        Woo("5.1", 5, null, GroundKind.Residual,
            "onevenredige benadeling van een ander belang", "disproportionate harm to another interest",
            "In uitzonderlijke gevallen; niet voor milieu-informatie; niet naast een grond uit het eerste of tweede lid."),
        Woo("5.1", 6, null, GroundKind.Relative,
            "vertrouwelijke bedrijfsgegevens in milieu-informatie, bij ernstige schade",
            "confidential business data in environmental information, on serious harm",
            "Alleen voor milieu-informatie, in plaats van artikel 5.1, eerste lid, aanhef en onder c."),
        Woo("5.2", 1, null, GroundKind.Absolute,
            "persoonlijke beleidsopvattingen in documenten voor intern beraad",
            "personal policy views in documents for internal deliberation",
            "Niet voor feiten, prognoses, beleidsalternatieven en hun gevolgen; kan in niet tot personen herleidbare vorm (tweede lid), "
            + "moet dat bij formele bestuurlijke besluitvorming tenzij het intern beraad onevenredig wordt geschaad (derde lid); "
            + "bij milieu-informatie wordt afgewogen (vierde lid). Het derde lid is sinds 1 mei 2022 gewijzigd."),
        Woo("5.4", null, null, GroundKind.Temporary,
            "informatie bij of voor de formateur of informateur", "information of or for the (in)formateur",
            "Totdat de formatie is afgerond."),
        Woo("5.4a", null, null, GroundKind.Absolute,
            "ambtelijke ondersteuning van individuele leden van volksvertegenwoordigingen",
            "support by officials of individual members of representative bodies"),
    ];

    private static readonly FrozenDictionary<string, GroundDefinition> ByKey =
        All.ToFrozenDictionary(d => d.Ground.Key, StringComparer.Ordinal);

    /// <summary>What the law says about a ground.</summary>
    public static GroundDefinition Find(Ground ground) => ByKey[ground.Key];

    /// <summary>The grounds once each and in the order of the law, as an annex or a mark lists them.</summary>
    public static ImmutableArray<Ground> InOrder(IEnumerable<Ground> grounds)
    {
        var used = grounds.ToHashSet();
        return [.. All.Select(d => d.Ground).Where(used.Contains)];
    }

    /// <inheritdoc cref="GroundTranslation.Candidates"/>
    public static ImmutableArray<Ground> Translate(Ground wob) => GroundTranslation.Candidates(wob);

    internal static GroundDefinition Get(string key) => ByKey[key];

    private static GroundDefinition Wob(
        string article, int? paragraph, char? letter, GroundKind kind, string nl, string en, string? note = null) =>
        Row(Regime.Wob, article, paragraph, letter, kind, nl, en, note) with { Until = LastDayOfWob };

    private static GroundDefinition Woo(
        string article, int? paragraph, char? letter, GroundKind kind, string nl, string en, string? note = null) =>
        Row(Regime.Woo, article, paragraph, letter, kind, nl, en, note) with { From = FirstDayOfWoo };

    private static GroundDefinition Row(
        Regime regime, string article, int? paragraph, char? letter, GroundKind kind, string nl, string en, string? note)
    {
        var law = regime == Regime.Wob ? "Wob" : "Woo";
        var key = article + (paragraph is null ? "" : $".{paragraph}") + letter;
        var inDutch = $"artikel {article}"
            + (paragraph is { } p ? $", {Paragraphs[p - 1]} lid," : "")
            + (letter is null ? "" : $" aanhef en onder {letter},")
            + $" van de {law}";
        var inShort = $"{law} {article}" + (paragraph is null ? "" : $"({paragraph})") + (letter is null ? "" : $"({letter})");
        return new(new Ground(regime, key), inDutch, inShort, kind, nl, en, From: null, Until: null, note);
    }
}
