namespace WobWorkflow.Documents;

/// <summary>What is wrong with a redacted rendition. It names the kind and the page and never what leaked.</summary>
/// <param name="Page">Counts from 1; null where it concerns the file as a whole.</param>
public sealed record RedactionFinding(RedactionFlaw Flaw, int? Page = null);

/// <summary>The ways in which a redaction does not hold, or does not show.</summary>
public enum RedactionFlaw
{
    /// <summary>It is no PDF, or can't be read as one.</summary>
    NotReadable,

    /// <summary>It is encrypted, so that nobody can say what is in it.</summary>
    Encrypted,

    /// <summary>A stream can't be decoded, so that nobody can say what is in it.</summary>
    UnreadableStream,

    /// <summary>The original has passages whose place on the page isn't known.</summary>
    PassageNotLocated,

    /// <summary>Another number of pages than the original.</summary>
    PageCountDiffers,

    /// <summary>A page of another size than in the original.</summary>
    PageSizeDiffers,

    /// <summary>Text of a withheld passage can still be copied from where it was.</summary>
    TextUnderBox,

    /// <summary>Text of a withheld passage stands elsewhere on the page.</summary>
    WithheldText,

    /// <summary>Text that is drawn invisibly, or in the colour of the paper.</summary>
    InvisibleText,

    /// <summary>Text beside the page.</summary>
    TextOutsidePage,

    /// <summary>Text that isn't in the original.</summary>
    TextAdded,

    /// <summary>Text is gone that was not withheld.</summary>
    TextMissing,

    /// <summary>A picture still shows what lies under a withheld area.</summary>
    PictureUnderBox,

    /// <summary>A picture whose pixels can't be judged lies under a withheld area.</summary>
    PictureNotJudged,

    /// <summary>A picture is in the file and on no page.</summary>
    HiddenPicture,

    /// <summary>A picture carries data about itself, such as a thumbnail of how it was.</summary>
    PictureMetadata,

    /// <summary>A drawing lies in a withheld area: text turned into outlines is still text.</summary>
    DrawingUnderBox,

    /// <summary>A withheld area isn't covered.</summary>
    NotCovered,

    /// <summary>A withheld area doesn't carry its code.</summary>
    CodeMissing,

    /// <summary>A part of the page lies outside what is shown of it.</summary>
    CroppedPage,

    /// <summary>The file holds an earlier version of itself.</summary>
    EarlierRevision,

    /// <summary>An object that nothing refers to.</summary>
    UnreferencedObject,

    /// <summary>Bytes that belong to nothing: before, between or after the objects, or in comments.</summary>
    HiddenBytes,

    /// <summary>An annotation other than a link.</summary>
    Annotation,

    /// <summary>A form.</summary>
    FormField,

    /// <summary>An attachment.</summary>
    Attachment,

    /// <summary>Layers, which can be switched on and off.</summary>
    Layer,

    /// <summary>A script.</summary>
    Script,

    /// <summary>Something that happens when the file is opened or a page turned.</summary>
    AutomaticAction,

    /// <summary>An action that starts a program, sends data or opens another file.</summary>
    LaunchAction,

    /// <summary>A bookmark with withheld text.</summary>
    Outline,

    /// <summary>Data about the document that have no place in it: an author, keywords, withheld text.</summary>
    Metadata,

    /// <summary>A description (alternate or actual text) with withheld text.</summary>
    AlternateText,

    /// <summary>A small picture of the page as it was.</summary>
    Thumbnail,

    /// <summary>Data that a program keeps for itself.</summary>
    PrivateData,

    /// <summary>A name of an object with withheld text.</summary>
    ObjectName,

    /// <summary>Withheld text in a string or stream that no page shows.</summary>
    HiddenText,

    /// <summary>A marking that was lifted still stands there as if it held.</summary>
    MarkingNotStruck,

    /// <summary>The name of the file has withheld text in it.</summary>
    FileName,
}
