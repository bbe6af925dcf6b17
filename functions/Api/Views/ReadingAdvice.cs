using System.Collections.Frozen;

namespace WobWorkflow.Api;

/// <summary>What to do about a file that could not be read, or could not be taken out of what it came in.</summary>
internal static class ReadingAdvice
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["empty"] = "Dit bestand is leeg. Vraag het opnieuw op.",
        ["too-large"] = "Dit bestand is te groot om te lezen. Splits het, en voeg de delen toe.",
        ["unknown-type"] = "Dit soort bestand is hier niet te lezen. Zet het om naar PDF en voeg dat toe.",
        ["legacy-office-document"] = "Dit is een Office-bestand van vóór 2007. Sla het op als DOCX, XLSX, PPTX of PDF en voeg dat toe.",
        ["outlook-message"] = "Dit is een bericht zoals Outlook het opslaat (MSG). Sla het op als EML en voeg dat toe; dan komen ook de bijlagen mee.",
        ["encrypted-document"] = "Dit bestand is met een wachtwoord beveiligd. Voeg het toe zonder wachtwoord.",
        ["encrypted-pdf"] = "Deze PDF is met een wachtwoord beveiligd. Voeg hem toe zonder wachtwoord.",
        ["damaged-pdf"] = "Deze PDF is beschadigd. Vraag hem opnieuw op, of print hem naar een nieuwe PDF.",
        ["damaged-archive"] = "Dit archief is beschadigd. Vraag het opnieuw op.",
        ["damaged-document"] = "Dit document is beschadigd. Vraag het opnieuw op.",
        ["too-many-entries"] = "Dit bestand heeft meer onderdelen dan hier worden gelezen. Splits het.",
        ["too-many-members"] = "In dit archief zitten meer bestanden dan hier in één keer worden uitgepakt. Splits het, met ten hoogste 2.000 bestanden per archief.",
        ["expands-too-much"] = "Uitgepakt is dit bestand veel te groot. Controleer waar het vandaan komt; voeg de documenten zelf toe.",
        ["too-many-pages"] = "Dit document heeft meer bladzijden dan hier worden gelezen. Splits het.",
        ["too-much-text"] = "Dit document heeft meer tekst dan hier wordt gelezen. Splits het.",
        ["picture-too-large"] = "Deze afbeelding is te groot om te verwerken. Verklein haar en voeg haar opnieuw toe.",
        ["document-already-here"] = "Precies dit bestand zit al in de zaak.",
        ["nested-too-deep"] = "Dit archief zit te diep in andere archieven. Pak het zelf uit en voeg de documenten toe.",
        ["unreadable"] = "Dit bestand was niet uit te pakken. Voeg het zelf toe.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null where there is no problem, or nothing to say of it.</summary>
    public static string? On(string? code) => code is null ? null : Sentences.GetValueOrDefault(code);
}
