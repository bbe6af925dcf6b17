namespace WobWorkflow.Documents;

/// <summary>How much of a document on arrival is read before it is taken for an attack or a mistake.</summary>
public sealed record ReadingLimits
{
    /// <summary>Size of the file, in bytes.</summary>
    public long Bytes { get; init; } = 256L << 20;

    /// <summary>What the parts of an archive, or the streams of a PDF, may come to together when expanded, in bytes.</summary>
    public long ExpandedBytes { get; init; } = 512L << 20;

    /// <summary>How many times larger a part may become when expanded; counts only from a mebibyte up.</summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Entries in an archive.</summary>
    public int ArchiveEntries { get; init; } = 10_000;

    /// <summary>Files in an archive, or with a mail, that become documents of their own.</summary>
    public int Members { get; init; } = 2000;

    /// <summary>Size of one of them, in bytes.</summary>
    public long MemberBytes { get; init; } = 100L << 20;

    /// <summary>Points of a picture: what a viewer or a redaction must hold in memory, four bytes each.</summary>
    public long Pixels { get; init; } = 150_000_000;

    /// <summary>Pages of a PDF.</summary>
    public int Pages { get; init; } = 20_000;

    /// <summary>Characters of text.</summary>
    public int Characters { get; init; } = 50_000_000;
}
