using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;

namespace WobWorkflow.Documents;

/// <summary>Makes a Word document (DOCX) of a letter.</summary>
/// <remarks>Deterministic: the same letter and the same templates give the same bytes, on every host. It reads no clock.</remarks>
public sealed class LetterWriter(LetterTemplates templates)
{
    /// <summary>What stands where the date will be, until a person has dispatched the letter.</summary>
    public const string NoDateYet = "[datum verzending]";

    /// <summary>What stands where the signature will be.</summary>
    public const string NoSignatureYet = "[ondertekening]";

    private const string ExerciseBanner = "OEFENING \u2013 aan deze brief kunnen geen rechten worden ontleend";

    /// <summary>Writes the letter.</summary>
    /// <exception cref="LetterTemplateException">A template is missing, broken, or lacks a control that this letter needs.</exception>
    public byte[] Write(Letter letter)
    {
        var markdown = new LetterText(templates).Render(letter);
        using var package = new MemoryStream();
        package.Write(templates.Read(LetterTemplates.Letterhead));
        try
        {
            using var document = WordprocessingDocument.Open(package, isEditable: true, new OpenSettings { AutoSave = false });
            Fill(document, letter, markdown);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException)
        {
            throw new LetterTemplateException(LetterTemplates.Letterhead, null, "not-a-word-document");
        }

        return StoredPackage.Rewrite(package.ToArray());
    }

    private static void Fill(WordprocessingDocument document, Letter letter, string markdown)
    {
        var main = document.MainDocumentPart ?? throw new LetterTemplateException(LetterTemplates.Letterhead, null, "not-a-word-document");
        var controls = new LetterheadControls(main);
        controls.Fill("sender", letter.Head.Sender, required: false);
        controls.Fill("ourContact", letter.Head.OurContact, required: false);
        controls.Fill("addressee", letter.Addressee.Lines);
        controls.Fill("date", [letter.Date is { } date ? DutchText.Date(date) : NoDateYet]);
        controls.Fill("reference", [letter.Reference]);
        controls.Fill("subject", [letter.Subject]);
        controls.Fill("signature", SignatureLines(letter.Signature));
        controls.Fill("annexes", AnnexLines(letter.Annexes), required: !letter.Annexes.IsEmpty);
        controls.Fill("marking", letter.Marking is { } marking ? [marking] : [], required: letter.Marking is not null);
        controls.Fill("exercise", letter.Exercise ? [ExerciseBanner] : [], required: letter.Exercise);
        var (body, appendix) = new LetterBody(main, LetterStyles.Of(main)).Convert(markdown);
        controls.Fill("body", body);
        controls.Fill("appendix", appendix, required: appendix.Count > 0);
        controls.Save();
    }

    private static ImmutableArray<string> SignatureLines(Signature? signature) => signature switch
    {
        null => [NoSignatureYet],
        { OnBehalf: { } office } => [signature.Capacity + ",", "namens deze,", office + ",", "", "", "", signature.Name ?? ""],
        _ => [signature.Capacity + ",", "", "", "", signature.Name ?? ""],
    };

    private static ImmutableArray<string> AnnexLines(ImmutableArray<string> annexes) => annexes.Length switch
    {
        0 => [],
        1 => ["Bijlage", annexes[0]],
        _ => ["Bijlagen", .. annexes.Select((title, i) => $"{i + 1}. {title}")],
    };
}
