using System.Collections.Frozen;
using WobWorkflow.Documents;

namespace WobWorkflow.Api;

/// <summary>What is wrong with a redacted rendition. It names kind and page and never what leaked.</summary>
/// <param name="Page">Absent where it concerns the file as a whole.</param>
internal sealed record FindingView(RedactionFlaw Kind, int? Page, string Detail)
{
    private static readonly FrozenDictionary<RedactionFlaw, string> Details = new Dictionary<RedactionFlaw, string>
    {
        [RedactionFlaw.NotReadable] = "Dit bestand is geen leesbare PDF. Sla het opnieuw op als PDF.",
        [RedactionFlaw.Encrypted] = "Dit bestand is versleuteld. Sla het op zonder wachtwoord en zonder beperkingen.",
        [RedactionFlaw.UnreadableStream] = "Een deel van het bestand is niet te lezen, zodat niet is na te gaan wat erin staat. Sla het opnieuw op.",
        [RedactionFlaw.PassageNotLocated] = "Van een passage is niet bekend waar zij staat. Geef bij de passage het begin en de lengte op, of een vlak op de bladzijde.",
        [RedactionFlaw.PageCountDiffers] = "Het aantal bladzijden is anders dan in het origineel.",
        [RedactionFlaw.PageSizeDiffers] = "Deze bladzijde heeft een ander formaat dan in het origineel.",
        [RedactionFlaw.TextUnderBox] = "Onder een gelakt vlak staat nog tekst die te kopiëren is.",
        [RedactionFlaw.WithheldText] = "Geweigerde tekst staat ergens anders op deze bladzijde.",
        [RedactionFlaw.InvisibleText] = "Er staat onzichtbare tekst op deze bladzijde, bijvoorbeeld een tekstlaag van een scan of witte letters.",
        [RedactionFlaw.TextOutsidePage] = "Er staat tekst buiten de rand van de bladzijde.",
        [RedactionFlaw.TextAdded] = "Er staat tekst die niet in het origineel staat en geen code is.",
        [RedactionFlaw.TextMissing] = "Er is tekst verdwenen die niet is geweigerd.",
        [RedactionFlaw.PictureUnderBox] = "Onder een gelakt vlak is een afbeelding nog heel. Lak in de afbeelding zelf.",
        [RedactionFlaw.PictureNotJudged] = "Van een afbeelding is niet na te gaan wat zij laat zien.",
        [RedactionFlaw.HiddenPicture] = "In het bestand zit een afbeelding die op geen bladzijde staat.",
        [RedactionFlaw.PictureMetadata] = "Een afbeelding draagt gegevens over zichzelf mee, zoals een verkleinde eerdere versie. Verwijder die.",
        [RedactionFlaw.DrawingUnderBox] = "Onder een gelakt vlak staat een tekening of tekst in de vorm van lijnen.",
        [RedactionFlaw.NotCovered] = "Een geweigerde passage is niet zichtbaar gelakt.",
        [RedactionFlaw.CodeMissing] = "Bij een gelakte passage staat niet de code van de weigeringsgrond.",
        [RedactionFlaw.CroppedPage] = "Een deel van deze bladzijde is weggesneden maar zit nog in het bestand.",
        [RedactionFlaw.EarlierRevision] = "In het bestand zit een eerdere versie van zichzelf. Sla het op als een nieuw bestand.",
        [RedactionFlaw.UnreferencedObject] = "In het bestand zitten onderdelen waar niets naar verwijst, zoals een oude versie van een bladzijde. Sla het op als een nieuw bestand.",
        [RedactionFlaw.HiddenBytes] = "In het bestand staan gegevens die nergens bij horen. Sla het op als een nieuw bestand.",
        [RedactionFlaw.Annotation] = "Op deze bladzijde ligt een opmerking of markering. Verwijder die of voeg haar samen met de bladzijde.",
        [RedactionFlaw.FormField] = "Er zit een invulveld in. Voeg formulieren samen met de bladzijde.",
        [RedactionFlaw.Attachment] = "Er zit een bijlage in het bestand. Verwijder die.",
        [RedactionFlaw.Layer] = "Er zitten lagen in die aan en uit kunnen. Voeg ze samen.",
        [RedactionFlaw.Script] = "Er zit een script in. Verwijder het.",
        [RedactionFlaw.AutomaticAction] = "Er gebeurt iets vanzelf bij het openen of bladeren. Verwijder die actie.",
        [RedactionFlaw.LaunchAction] = "Een koppeling start een programma, stuurt gegevens of opent een ander bestand. Verwijder haar.",
        [RedactionFlaw.Outline] = "In een bladwijzer staat geweigerde tekst.",
        [RedactionFlaw.Metadata] = "De eigenschappen van het bestand noemen een auteur, trefwoorden of geweigerde tekst. Maak ze leeg.",
        [RedactionFlaw.AlternateText] = "In een beschrijving (alternatieve tekst) staat geweigerde tekst.",
        [RedactionFlaw.Thumbnail] = "Er zit een miniatuur in van hoe de bladzijde was. Verwijder die.",
        [RedactionFlaw.PrivateData] = "Er zitten gegevens in die een programma voor zichzelf bewaart. Sla het op als een nieuw bestand.",
        [RedactionFlaw.ObjectName] = "In de naam van een onderdeel staat geweigerde tekst.",
        [RedactionFlaw.HiddenText] = "In het bestand staat geweigerde tekst die geen bladzijde laat zien.",
        [RedactionFlaw.MarkingNotStruck] = "Een opgeheven rubricering staat er nog alsof zij geldt. Haal er een streep door.",
        [RedactionFlaw.FileName] = "In de naam van het bestand staat geweigerde tekst.",
    }.ToFrozenDictionary();

    public static FindingView Of(RedactionFinding finding) => new(finding.Flaw, finding.Page, Details[finding.Flaw]);
}
