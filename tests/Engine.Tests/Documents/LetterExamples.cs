using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>A good example of every kind of letter, and ways to open them.</summary>
internal static class LetterExamples
{
    public static readonly DateOnly Received = new(2018, 5, 22);

    private static readonly ImmutableArray<PassageForAdvice> Passages =
    [
        new("3. Nota voor het CVIN van 12 april 2018", "2", "Tweede alinea: parafrase van de dreigingsanalyse", "Openbaar", []),
        new("4. Nota voor de RVI van 16 april 2018", "1-2", "Werkwijze van de dienst", "Niet openbaar", ["10.1.b", "11.1"]),
    ];

    public static ImmutableArray<LetterContent> All =>
    [
        new ReceiptConfirmation(LetterAct.Wob, new DateOnly(2018, 5, 20), Received, "Alle documenten over de voorzorgsmaatregel.\nPeriode: 2017 en 2018.", 4, new DateOnly(2018, 6, 19), "Wob 6(1)"),
        new ClarificationRequest(LetterAct.Woo, Received, "Alles over antivirussoftware.", ["de periode", "de onderdelen van het ministerie"], ["een begin- en einddatum", "namen van afdelingen"], new DateOnly(2018, 6, 5), SuspendsTerm: true),
        new ExtensionNotice(LetterAct.Wob, Received, "Wob 6(2)", 28, "Het verzoek betreft een groot aantal documenten, waarvan een deel gerubriceerd is.", new DateOnly(2018, 6, 19), new DateOnly(2018, 7, 17)),
        new ConsultationRequest(LetterAct.Wob, "de voorzorgsmaatregel over antivirussoftware", Passages, new DateOnly(2018, 6, 8), new DateOnly(2018, 7, 17), Delivery: null),
        new ConsultationRequestForum(LetterAct.Wob, "het Comité Verenigde Inlichtingendiensten Nederland (CVIN)", "de voorzorgsmaatregel over antivirussoftware", ["de NCTV", "de AIVD", "de MIVD"], Passages, new DateOnly(2018, 6, 8), new DateOnly(2018, 7, 17)),
        new ConsultationReminder(LetterAct.Wob, "de voorzorgsmaatregel over antivirussoftware", 2, new DateOnly(2018, 5, 25), "2274001", new DateOnly(2018, 6, 8), new DateOnly(2018, 6, 15), 2, new DateOnly(2018, 7, 17)),
        new ThirdPartyViewRequest(LetterAct.Wob, "de voorzorgsmaatregel over antivirussoftware", "in de documenten staan gegevens over uw onderneming en haar producten.", Passages, new DateOnly(2018, 6, 12), Delivery: null),
        new SuspensionNotice(LetterAct.Woo, Received, "Woo 4.4(3)", 2, new DateOnly(2018, 6, 12)),
        new SuspensionEnded(LetterAct.Woo, Received, "Woo 4.4(4)", new DateOnly(2018, 5, 29), new DateOnly(2018, 6, 12), 14, new DateOnly(2018, 7, 3)),
        new SplitNotice(LetterAct.Woo, Received, "2271-4820-0000", Received.AddDays(9), "Documenten over de uitfasering.", "Dat deel kan eerder worden afgerond.", Received.AddDays(28), "Woo 4.4(1)"),
        new JoinNotice(LetterAct.Woo, Received, "2271-4820-0000", Received.AddDays(9), "Beide verzoeken gaan over de uitfasering.", Received.AddDays(28), "Woo 4.4(1)"),
        new JoinEnded(LetterAct.Woo, Received, "2271-4820-0000", Received.AddDays(12), "U wilt eerder een besluit over een deel.", Decided: false, Received.AddDays(28), "Woo 4.4(1)"),
        new FollowedDecision(LetterAct.Woo, DecisionVariant.Primary, Received, new DateOnly(2018, 6, 18), "2271-4820-0000", "Ik vraag om alle documenten over de voorzorgsmaatregel.", null, [new(new DateOnly(2018, 5, 23), "De ontvangst van uw verzoek is bevestigd.")], null, Remedies(Remedy.Objection)),
        new ForwardingNotice(LetterAct.Woo, Received, "de Minister van Binnenlandse Zaken en Koninkrijksrelaties", ["Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "Postbus 20011", "2500 EA Den Haag"], "Documenten over de uitfasering bij de Rijksoverheid.", "De uitfasering is door dat ministerie voorbereid."),
        new Forwarding(LetterAct.Woo, Received, "Documenten over de uitfasering bij de Rijksoverheid.", "De uitfasering is door uw ministerie voorbereid.", "documenten over de dreigingsanalyse."),
        new ProgressLetter(LetterAct.Woo, Received, [new(new DateOnly(2018, 6, 1), "de zoekslag is afgerond."), new(new DateOnly(2018, 6, 12), "de zienswijzen zijn ontvangen.")], ["de beoordeling van 31 documenten"], new DateOnly(2018, 7, 3), TermPassed: true, new DateOnly(2018, 7, 20)),
        new CourtNotice(LetterAct.Wob, "de Afdeling bestuursrechtspraak van de Raad van State", "202003618/1/A3", new DateOnly(2022, 3, 10), "Awb 6:19(3)", Late: false),
        new ThirdPartyDecision(LetterAct.Woo, "de voorzorgsmaatregel over antivirussoftware", new DateOnly(2022, 6, 10), GaveView: true, [new("3. E-mail", "wordt gedeeltelijk openbaar")], ReleaseWaits: true, Remedies(Remedy.Objection)),
        Decision(DecisionVariant.Primary, LetterAct.Woo),
        KasperskyLetter.Content,
    ];

    public static DecisionLetter Decision(DecisionVariant variant, LetterAct act) => new()
    {
        Variant = variant,
        Act = act,
        RequestDated = new DateOnly(2018, 5, 20),
        ReceivedOn = Received,
        Request = "Ik vraag om alle documenten over de voorzorgsmaatregel.\nIn het bijzonder de dreigingsanalyse.",
        PartNumber = variant == DecisionVariant.Partial ? 1 : null,
        PartScope = variant == DecisionVariant.Partial ? "de documenten tot en met 2017" : null,
        Course = [new(new DateOnly(2018, 5, 23), "ontvangst van het verzoek bevestigd."), new(new DateOnly(2018, 6, 14), "de beslistermijn met vier weken verdaagd.")],
        Objection = variant == DecisionVariant.OnObjection
            ? new(new DateOnly(2018, 9, 1), new DateOnly(2018, 8, 1), "Het bezwaar is tijdig en voldoet aan de eisen van de wet.", [new("De weigering is niet per onderdeel gemotiveerd.", "Deze grond slaagt. Ik motiveer hierna per onderdeel.")], "De bezwaarmaker is op 4 april 2019 gehoord.", "De adviescommissie adviseert het bezwaar gegrond te verklaren.", "De kosten van rechtsbijstand vergoed ik.")
            : null,
        Ruling = variant is DecisionVariant.Supplementary or DecisionVariant.Repair or DecisionVariant.NewAfterAnnulment
            ? new("de Afdeling bestuursrechtspraak van de Raad van State", null, ["202003618/1/A3", "202003716/1/A3"], null, "De Afdeling heeft het hoger beroep gegrond verklaard.", [new("Beoordeel de dreigingsanalyse opnieuw.", "Ik maak de dreigingsanalyse alsnog openbaar.")], new DateOnly(2019, 7, 25))
            : null,
        LegalFramework = ["Op het verzoek is de wet van toepassing zoals die luidt op de dag van dit besluit."],
        Search = "Er is gezocht bij de betrokken directies.",
        Searched = [new("Documentmanagementsysteem", "'Kaspersky', 2017-2018", "41 documenten"), new("Berichtendiensten van bewindspersonen", null, "geen documenten aangetroffen")],
        DocumentsFound = 3,
        AlreadyPublic = [new("Kamerbrief van 14 mei 2018", "https://zoek.officielebekendmakingen.nl/kst-30821-46.html")],
        OutsideRequest = "Passages over andere onderwerpen zijn onleesbaar gemaakt onder vermelding van: buiten verzoek.",
        Consulted = ["de AIVD", "de MIVD"],
        Departures = [new("de MIVD", ["een passage op bladzijde 2 van document 3"], "de passage berust op open bronnen.")],
        Views = [new("belanghebbende A", "Zij maakt bezwaar tegen openbaarmaking van haar bedrijfsgegevens.", "Dit betoog volg ik niet, omdat de gegevens al bekend zijn.")],
        Assessment = [new("Eenheid van kabinetsbeleid", act == LetterAct.Woo ? ["Woo 5.1(2)(i)", "Woo 5.2(1)"] : ["Wob 11(1)"], "Uit deze passages blijken standpunten van individuele bewindspersonen.\nOpenbaarmaking daarvan schaadt het overleg.", ["2", "3"], "5.1.2i")],
        Dictum = ["document 1 openbaar te maken", "de documenten 2 en 3 gedeeltelijk openbaar te maken"],
        Disclosure = ["De documenten worden twee weken na de bekendmaking van dit besluit openbaar gemaakt."],
        CopiesTo = ["belanghebbende A"],
        Remedies = Remedies(variant == DecisionVariant.OnObjection ? Remedy.Appeal : Remedy.Objection),
        Inventory =
        [
            new("1", new DateOnly(2018, 4, 1), "Analyse", null, "Dreigingsanalyse Kaspersky Lab", "Openbaar", []),
            new("2", new DateOnly(2018, 4, 12), "Nota", "NCTV aan CVIN", "Nota | voor het CVIN", "Deels openbaar", ["5.1.2i", "5.2.1"]),
            new("3", null, "Nota", "NCTV aan RVI", "Nota voor de RVI", "Deels openbaar", ["5.1.2i"]),
        ],
    };

    public static RemediesClause Remedies(Remedy remedy) =>
        new(remedy, remedy == Remedy.Objection ? "de Minister van Justitie en Veiligheid" : "de rechtbank Midden-Nederland", ["Postbus 20301", "2500 EH Den Haag"], 6, "https://mijn.rechtspraak.nl", remedy == Remedy.JoinsPendingAppeal ? "UTR 19/2967" : null);

    public static Letter Of(LetterContent content) => new(
        new Letterhead(
            ["Ministerie van Justitie en Veiligheid", "Nationaal Coördinator Terrorismebestrijding en Veiligheid", "Turfmarkt 147", "2511 DP Den Haag", "Postbus 20301", "2500 EH Den Haag"],
            ["Coördinator openbaarheid", "T 070 370 79 11"]),
        new LetterParty(["De heer A. de Vries", "Dorpsstraat 1", "1234 AB Utrecht"], "Geachte heer De Vries,"),
        new DateOnly(2018, 5, 23),
        "2271482",
        "Uw verzoek over de voorzorgsmaatregel",
        content,
        new Signature("De Minister van Justitie en Veiligheid", "de directeur Juridische Zaken", "mr. B. Bakker"),
        [],
        Exercise: false,
        Marking: null);

    public static byte[] Write(Letter letter, string? directory = null) => new LetterWriter(new LetterTemplates(directory)).Write(letter);

    public static IEnumerable<string> Errors(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }
}
