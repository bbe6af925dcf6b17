namespace WobWorkflow.Documents;

/// <summary>Why no rendition could be made safely, so that a person makes one.</summary>
public enum RenditionRefusal
{
    /// <summary>There is a passage whose place isn't known.</summary>
    PassageNotLocated,

    /// <summary>A format that isn't rebuilt: a spreadsheet, a presentation, an archive.</summary>
    FormatNotRebuilt,

    /// <summary>Beside text there are pictures or embedded documents, which a rebuilt text would lose.</summary>
    HoldsPictures,

    /// <summary>Notes or filled fields lie on top of pages, and nobody judged them as text.</summary>
    HoldsAnnotations,

    /// <summary>The original can't be read.</summary>
    OriginalUnreadable,

    /// <summary>A page is too large to be drawn.</summary>
    PageTooLarge,

    /// <summary>The program that draws pages isn't installed here.</summary>
    NoRenderer,

    /// <summary>The pages couldn't be drawn.</summary>
    PagesNotDrawn,

    /// <summary>What was made didn't hold under inspection.</summary>
    InspectionFailed,
}

/// <summary>Stops the making of a rendition.</summary>
internal sealed class RenditionRefusedException : Exception
{
    public RenditionRefusedException() { }

    public RenditionRefusedException(string message) : base(message) { }

    public RenditionRefusedException(string message, Exception? inner) : base(message, inner) { }

    public RenditionRefusedException(RenditionRefusal why) : base(why.ToString()) => Why = why;

    public RenditionRefusal Why { get; } = RenditionRefusal.PagesNotDrawn;
}
