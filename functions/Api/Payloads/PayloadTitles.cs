using System.Collections.Frozen;

namespace WobWorkflow.Api;

/// <summary>What the fields of payloads are called in Dutch, and what the few that follow a pattern look like.</summary>
internal static class PayloadTitles
{
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["about"] = "Gaat over",
        ["address"] = "Adres",
        ["advice"] = "Advies",
        ["agency"] = "Instantie",
        ["answer"] = "Antwoord",
        ["answerBy"] = "Antwoord uiterlijk op",
        ["answersRuling"] = "Naar aanleiding van uitspraak",
        ["artifactId"] = "Stuk",
        ["body"] = "Bestuursorgaan",
        ["capacity"] = "Hoedanigheid",
        ["caseId"] = "Zaak",
        ["caseNumber"] = "Zaaknummer van de rechter",
        ["channel"] = "Kanaal",
        ["clarificationId"] = "Verzoek om precisering",
        ["clearance"] = "Mag inzien tot en met",
        ["considerations"] = "Overwegingen",
        ["consultationId"] = "Afstemming",
        ["contact"] = "Bereikbaar via",
        ["coordinatorsEmail"] = "E-mailadres van de coördinatoren",
        ["court"] = "Gerecht",
        ["date"] = "Datum",
        ["days"] = "Dagen",
        ["daysBefore"] = "Dagen vooraf",
        ["decisionId"] = "Besluit",
        ["derivedFrom"] = "Afgeleid van passage",
        ["documentId"] = "Document",
        ["documents"] = "Documenten",
        ["ecli"] = "ECLI",
        ["effectiveOn"] = "Ingangsdatum",
        ["email"] = "E-mailadres",
        ["environmental"] = "Milieu-informatie",
        ["fact"] = "Gegeven",
        ["forum"] = "Overleg waarvoor het is gemaakt",
        ["found"] = "Aantal gevonden",
        ["from"] = "Van",
        ["ground"] = "Weigeringsgrond",
        ["grounds"] = "Weigeringsgronden",
        ["handler"] = "Behandelaar",
        ["instructions"] = "Opdrachten van de rechter",
        ["items"] = "Per document",
        ["judgement"] = "Oordeel",
        ["kind"] = "Soort",
        ["language"] = "Taal",
        ["length"] = "Lengte",
        ["letterId"] = "Brief",
        ["location"] = "Vindplaats",
        ["marking"] = "Rubricering",
        ["matterId"] = "Dossier",
        ["name"] = "Naam",
        ["note"] = "Toelichting",
        ["now"] = "Tijdstip",
        ["objectionAddress"] = "Adres voor bezwaar",
        ["onBehalf"] = "Namens deze",
        ["outcomes"] = "Uitkomsten",
        ["owner"] = "Eigenaar van de informatie",
        ["page"] = "Bladzijde",
        ["part"] = "Deel van het verzoek",
        ["passageId"] = "Passage",
        ["place"] = "Waar is gezocht",
        ["pronouncedOn"] = "Uitgesproken op",
        ["question"] = "Vraag",
        ["quote"] = "Tekst van de passage",
        ["reason"] = "Reden",
        ["receivedOn"] = "Ontvangen op",
        ["representative"] = "Gemachtigde",
        ["requester"] = "Verzoeker",
        ["roles"] = "Rollen",
        ["rows"] = "Zaken",
        ["sender"] = "Afzender",
        ["sentOn"] = "Verzonden op",
        ["start"] = "Begin",
        ["subject"] = "Onderwerp",
        ["Correct.subject"] = "Welke (brief, precisering of afstemming)",
        ["supplements"] = "Bouwt voort op besluit",
        ["term"] = "Termijn",
        ["terms"] = "Zoektermen",
        ["termDays"] = "Termijn in dagen",
        ["text"] = "Tekst",
        ["through"] = "Tot en met",
        ["title"] = "Titel",
        ["treatment"] = "Behandeling",
        ["url"] = "Webadres",
        ["weeksAfter"] = "Weken erna",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Examples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["court"] = "RVS",
        ["ecli"] = "ECLI:NL:RVS:2022:1432",
        ["handler"] = "j.jansen",
        ["kind"] = "edited-letter",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The title of a field; its own name where the table has none.</summary>
    /// <param name="record">Whose field it is; null for one that stands beside a payload.</param>
    public static string Of(Type? record, string field) =>
        Titles.GetValueOrDefault($"{record?.Name}.{field}") ?? Titles.GetValueOrDefault(field) ?? field;

    /// <summary>Whether the table has a title for it.</summary>
    public static bool Knows(string field) => Titles.ContainsKey(field);

    /// <summary>A text that follows the field's pattern.</summary>
    public static string ExampleOf(string field) => Examples.GetValueOrDefault(field, "voorbeeld");

    /// <summary>How to follow a pattern.</summary>
    public static string PatternOf(string pattern) => pattern switch
    {
        _ when pattern.StartsWith("ECLI", StringComparison.Ordinal) => "Geef een Nederlandse ECLI, bijvoorbeeld ECLI:NL:RVS:2022:1432.",
        "[A-Z]{2,7}" => "Geef de code van het gerecht zoals in een ECLI, bijvoorbeeld RVS of RBMNE.",
        "[a-z][a-z0-9-]{1,39}" => "Gebruik 2 tot 40 kleine letters, cijfers en koppeltekens, bijvoorbeeld edited-letter.",
        @"[\w.@:\-]+" => "Gebruik letters, cijfers, punten, apenstaartjes en koppeltekens, zonder spaties.",
        _ => $"Schrijf dit volgens het patroon {pattern}",
    };
}
