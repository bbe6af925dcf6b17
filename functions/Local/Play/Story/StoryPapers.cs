using System.Text;

namespace WobWorkflow.Local;

/// <summary>The papers of the story. Their titles are known where the facts say so; every word in them is made up for an exercise.</summary>
internal static class StoryPapers
{
    /// <summary>What the engine leaves open in a decision letter, and what the handlers of the story fill in.</summary>
    public static Dictionary<string, string> OnTheView { get; } = new()
    {
        ["[reactie op deze zienswijze]"] = "Deze zienswijze volg ik: de contractwaarde en de naam van de medewerker blijven buiten de openbaarmaking.",
    };

    public static Dictionary<string, string> OnTheObjection { get; } = new(OnTheView)
    {
        ["[reactie op deze grond]"] = "Dat de analyse op open bronnen berust, neemt niet weg dat de keuze en de samenhang van bronnen inzicht geven in werkwijze en kennisniveau.",
    };

    private const string Exercise = "Dit stuk is voor een oefening gemaakt en beschrijft geen werkelijke dreiging.";

    /// <summary>What the memos paraphrase.</summary>
    public const string RightsFinding = "Antivirussoftware heeft vergaande rechten op het systeem waarop zij draait en staat in verbinding met haar leverancier.";

    public const string LawFinding = "Wetgeving in het land van vestiging kan een leverancier verplichten mee te werken met de overheid aldaar.";

    public const string RightsInCvin = "De software kan bij alles wat op een werkplek staat en houdt contact met de maker ervan.";

    public const string LawInCvin = "De maker kan door de eigen overheid tot medewerking worden gedwongen.";

    public const string OwnInformation = "De dienst beschikt over eigen informatie die dit beeld bevestigt.";

    public const string RightsInRvi = "Deze software ziet alles op het systeem, en haar maker kan tot medewerking worden verplicht.";

    public const string OpinionInRvi = "Het verdient naar mijn opvatting de voorkeur nog deze maand tot uitfasering te besluiten.";

    public const string OfficialsInMail = "Groet, Berend en Ans, rechtstreeks te bereiken op 070-0000001";

    private const string NextOfMail =
        "De nota gaat volgende week naar de raad. Voor die tijd moet de tekst zijn afgestemd met de dienst die de analyse schreef, met communicatie over de vragen die de maatregel oproept, en met de directie die de uitfasering straks begeleidt. Laat mij weten wie dat oppakt.";

    public const string SenderOfMail = "\"Berend Beleid\" <berend@jenv.example>";

    public const string ReaderOfMail = "\"Ans Analist\" <ans@jenv.example>";

    public const string SenderElsewhere = "\"Bea Beheer\" <bea@bzk.example>";

    public const string Ministry = "\"Ministerie van Justitie en Veiligheid\" <post@jenv.example>";

    public const string SecondReader = "\"Cor Communicatie\" <cor@jenv.example>";

    public const string OpinionInMail = "Ik vind de conceptnota voor de raad te stellig; ik zou eerst de alternatieven noemen.";

    public const string EmployeeInMail = "Contactpersoon: P. Medewerker, 030-0000002";

    public const string TermsInMail = "De lopende overheidscontracten vertegenwoordigen een waarde die wij vertrouwelijk met u hebben gedeeld.";

    public static Paper Analysis(StoryFacts facts) =>
        new(facts.Say("analysis"), "dreigingsanalyse.pdf", "analysis", "2018-04-10", "departementaal-vertrouwelijk", Owner: "NCTV");

    public static byte[] AnalysisFile(StoryFacts facts) => Props.Pdf(
        $"{facts.Say("analysis")} (oefenstuk)", Exercise, RightsFinding, LawFinding, "Deze analyse berust uitsluitend op open bronnen.");

    public static Paper ForCvin { get; } =
        new("Nota ten behoeve van het CVIN", "nota-cvin.docx", "memo", "2018-04-17", "departementaal-vertrouwelijk", Forum: "CVIN", Owner: "NCTV");

    public static byte[] ForCvinFile() => OfficeProps.Docx(
        "Nota ten behoeve van het CVIN (oefenstuk)",
        Exercise, "Aan de leden wordt gevraagd kennis te nemen van de analyse en te adviseren over een voorzorgsmaatregel.",
        RightsInCvin, LawInCvin, OwnInformation);

    public static Paper ForRvi { get; } =
        new("Nota ten behoeve van de RVI", "nota-rvi.docx", "memo", "2018-05-03", "departementaal-vertrouwelijk", Forum: "RVI", Owner: "NCTV");

    public static byte[] ForRviFile() => OfficeProps.Docx(
        "Nota ten behoeve van de RVI (oefenstuk)",
        Exercise, "De raad wordt gevraagd in te stemmen met een voorzorgsmaatregel voor de Rijksoverheid.",
        RightsInRvi, OpinionInRvi, "De maatregel wordt bekendgemaakt in een brief aan de Tweede Kamer.");

    public static Paper AboutDraft { get; } = new("E-mail over de conceptnota voor de RVI", "e-mail-concept.eml", "email", "2018-04-26");

    public static byte[] AboutDraftFile() => OfficeProps.Mail(
        "concept-nota", "Berend Beleid <berend@jenv.example>", "Ans Analist <ans@jenv.example>", At(2018, 4, 26), "Concept nota RVI (oefenstuk)",
        "Collega,", "Het concept ligt op de schijf.", NextOfMail, OpinionInMail, OfficialsInMail);

    public static Paper Folder { get; } = new("Map van het projectteam", "projectmap.zip", "other", "2018-05-14");

    /// <summary>The mail about the draft once more, the same sent on with a line above it, and a mail of which another ministry says what becomes of it.</summary>
    public static byte[] FolderFile() => OfficeProps.Zip(
        ("e-mail-concept.eml", AboutDraftFile()),
        ("doorgestuurd.eml", OfficeProps.Mail(
            "concept-nota-door", "Ans Analist <ans@jenv.example>", "Cor Communicatie <cor@jenv.example>", At(2018, 4, 27), "FW: Concept nota RVI (oefenstuk)",
            "Ter kennisneming.", "Collega,", "Het concept ligt op de schijf.", NextOfMail, OpinionInMail, OfficialsInMail)),
        ("uitfasering.eml", OfficeProps.Mail(
            "uitfasering", "Bea Beheer <bea@bzk.example>", "Ministerie van Justitie en Veiligheid <post@jenv.example>", At(2018, 5, 9), "Planning van de uitfasering (oefenstuk)",
            "Collega,", "Hierbij onze planning voor de werkplekken van het Rijk. Over openbaarmaking hiervan beslissen wij graag zelf.")));

    public static Paper FromCompany { get; } = new("E-mail van Kaspersky Lab aan het ministerie", "e-mail-kaspersky.eml", "email", "2018-05-16");

    public static byte[] FromCompanyFile() => OfficeProps.Mail(
        "reactie-maatregel", "Kaspersky Lab <post@kaspersky.example>", "Ministerie van Justitie en Veiligheid <post@jenv.example>", At(2018, 5, 16),
        "Reactie op de voorzorgsmaatregel (oefenstuk)", "Geachte heer, mevrouw,", "Wij gaan graag met u in gesprek over de maatregel.", TermsInMail, EmployeeInMail);

    /// <summary>The mail of the company as a person redacted it.</summary>
    /// <param name="terms">What stands at the place of the terms.</param>
    public static byte[] FromCompanyRedacted(string terms) => Props.Pdf(
        "Van: \"Kaspersky Lab\" <post@kaspersky.example>", "Aan: \"Ministerie van Justitie en Veiligheid\" <post@jenv.example>", "Datum: 2018-05-16 09:30",
        "Onderwerp: Reactie op de voorzorgsmaatregel (oefenstuk)", "Geachte heer, mevrouw,", "Wij gaan graag met u in gesprek over de maatregel.", terms, "10.2.e");

    /// <summary>Known by its number alone: what it says stays on a system that is accredited for it.</summary>
    public static Paper OfServices { get; } = new("Bijdrage van de diensten (alleen gegevens)", null, "report", "2018-04-20", "stg-geheim", Owner: "AIVD");

    public static Paper ToParliament { get; } = new("Brief aan de Tweede Kamer over de voorzorgsmaatregel", null, "letter", "2018-05-14");

    /// <summary>A production report (productierapport) of one row.</summary>
    public static byte[] Report(string judgement, string address) => Encoding.UTF8.GetBytes(string.Join('\n',
        "id,document,beoordeling,beoordelingsgrond,datum,publieke link,toelichting",
        $"NCTV-7,Nieuwsbericht over de voorzorgsmaatregel,{judgement},,2018-05-14,{address},Oefenstuk"));

    /// <summary>What came back from who signed.</summary>
    public static byte[] Signed(string decisionId) => Props.Pdf($"Ondertekend besluit {decisionId} (oefenstuk)", "Dit stuk staat voor het besluit zoals het op papier is ondertekend.");

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 9, 30, 0, TimeSpan.FromHours(2));
}
