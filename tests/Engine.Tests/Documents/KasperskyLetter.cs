using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>The facts of the letter to Parliament of March 2022 on the supplementary decisions about the Kaspersky threat analysis. Date and ECLI of the ruling are not known to us.</summary>
internal static class KasperskyLetter
{
    public static LetterToParliament Content { get; } = new(
        LetterAct.Wob,
        new RulingReported(
            "de Afdeling bestuursrechtspraak van de Raad van State",
            On: null,
            ["202003618/1/A3", "202003716/1/A3"],
            Ecli: null,
            "https://www.raadvanstate.nl/uitspraken/@128366/202003618-1-a3-en-202003716-1-a3/"),
        Decisions: 2,
        DecisionAdjective: "aanvullende",
        Requests: 2,
        new MeasureReported(
            "voorzorgsmaatregel",
            "het kabinet",
            2018,
            "om vanwege risico’s voor de nationale veiligheid het gebruik van antivirussoftware van Kaspersky Lab bij de Rijksoverheid uit te faseren en om bedrijven en organisaties met vitale diensten en processen en bedrijven die vallen onder de Algemene Beveiligingseisen Defensie Opdrachten (ABDO) te adviseren hetzelfde te doen",
            new ParliamentaryPaper("2017/2018", ["30 821"], "46")),
        [new DocumentReported("Dreigingsanalyse Kaspersky Lab", "een analyse die op open bronnen is gebaseerd", BasisOfMeasure: true)],
        [new PassagesReported("enkele passages", "Dreigingsanalyse Kaspersky Lab", "nota’s", ["het Comité Verenigde Inlichtingendiensten Nederland (CVIN)", "de Raad Veiligheid en Inlichtingen (RVI)"])],
        "www.rijksoverheid.nl",
        "informatie van de inlichtingen- en veiligheidsdiensten",
        [
            new EarlierLetter(
                "de staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",
                "over de uitfasering van de antivirussoftware van Kaspersky bij de Rijksoverheid",
                new ParliamentaryPaper("2020/2021", ["30 821", "26 643"], "117")),
        ],
        new Reassessment(
            2021,
            "de antivirussoftware van Kaspersky daarom bij de Rijksoverheid buiten gebruik blijft",
            new ParliamentaryPaper("2021/2022", ["26 643"], "813")),
        "Ik benadruk nogmaals dat de maatregel alleen het gebruik van de antivirussoftware van Kaspersky Lab betreft. Zij vormt geen belemmering voor het gebruik van andere producten en diensten van Kaspersky, of voor samenwerking met Kaspersky, door de Rijksoverheid, vitale bedrijven en ABDO-bedrijven.");
}
