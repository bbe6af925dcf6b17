using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A row of a production report (productierapport) as it stands in the file: cells on one line each, of which nothing is believed. A cell is null where it is empty or its column isn't there.</summary>
/// <param name="Number">Where it stands in the file, as a spreadsheet program counts: the headers are row 1.</param>
public sealed record ReportedRow(int Number, string? Id, string? Document, string? Judgement, string? Grounds)
{
    public string? Date { get; init; }

    public string? Family { get; init; }

    public string? FileType { get; init; }

    public string? Thread { get; init; }

    public string? CaseNumber { get; init; }

    public string? Suspended { get; init; }

    public string? PublicLink { get; init; }

    public string? Remark { get; init; }

    public string? Related { get; init; }
}

/// <summary>The headers of a production report, as errors name its columns.</summary>
public static class ReportColumns
{
    public const string Id = "id";
    public const string Document = "document";
    public const string Judgement = "beoordeling";
    public const string Grounds = "beoordelingsgrond";
    public const string Date = "datum";
    public const string Family = "family";
    public const string FileType = "file type";
    public const string Thread = "email thread id";
    public const string CaseNumber = "zaaknr";
    public const string Suspended = "opgeschort";
    public const string PublicLink = "publieke link";
    public const string Remark = "toelichting";
    public const string Matter = "matter";
    public const string Related = "gerelateerd id";

    /// <summary>What stands among the grounds of a document that was judged with its duplicate.</summary>
    public const string Duplicate = "dubbel";

    /// <summary>What tells grounds, or ids, from each other within a cell.</summary>
    public const char Separator = ';';

    /// <summary>Those without which a report can't be read.</summary>
    public static ImmutableArray<string> Required { get; } = [Id, Document, Judgement, Grounds];

    /// <summary>All of them, in the order in which they are written.</summary>
    public static ImmutableArray<string> All { get; } =
        [Id, Document, Judgement, Grounds, Date, Family, FileType, Thread, CaseNumber, Suspended, PublicLink, Remark, Matter, Related];
}
