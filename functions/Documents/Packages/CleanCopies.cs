using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// Makes a copy of a document that may go out as it came: without what programs wrote into it about themselves and their users (author, history, thumbnails, where
/// a photo was taken). What only the reader of a file finds, and nobody judged (comments, earlier versions, hidden sheets, attachments), is not silently taken out:
/// then the document is made anew from its pages where that can be done, and otherwise a person is told.
/// </summary>
/// <param name="maker">Makes documents anew from what their pages show.</param>
public sealed class CleanCopies(RedactionMaker maker, ReadingLimits? limits = null)
{
    /// <summary>Larger ones a person cleans: they would not fit in memory beside all else.</summary>
    public const int Largest = 256 * 1024 * 1024;

    private readonly ReadingLimits _limits = limits ?? new();

    /// <summary>The same content gives the same copy.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<CleanCopyResult> OfAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var result = Cleaned(content);
        return result is NotCleaned { Code: NotCleaned.HiddenParts or NotCleaned.MailHeaders } && await AnewAsync(content, cancellation) is { } anew ? anew : result;
    }

    private CleanCopyResult Cleaned(ReadOnlyMemory<byte> content)
    {
        try
        {
            var type = DocumentType.Of(content.Span);
            return type == DocumentType.Pdf ? CleanPdf.Of(content, _limits)
                : type == DocumentType.Zip ? CleanOffice.Of(content)
                : type == DocumentType.Jpeg || type == DocumentType.Png ? CleanPicture.Of(content)
                : type == DocumentType.Text ? new CleanCopy(content, type.Extension)
                // Where a mail passed, and by which programs, stands above it.
                : type == DocumentType.Mail ? new NotCleaned(NotCleaned.MailHeaders)
                : new NotCleaned(NotCleaned.UnknownFormat);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary to hostile input: parsers throw what they like, and what can't be read isn't clean.
            return new NotCleaned(NotCleaned.Unreadable);
        }
    }

    private async Task<CleanCopyResult?> AnewAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        await maker.MakeAsync(new RedactionTask(content.ToArray(), ImmutableArray<WithheldPassage>.Empty, []), cancellation) is RenditionMade made
            ? new CleanCopy(made.Pdf, DocumentType.Pdf.Extension)
            : null;
}

/// <summary>What came of making a clean copy.</summary>
public abstract record CleanCopyResult;

/// <param name="Extension">With its dot; another than the original's where it was made anew.</param>
public sealed record CleanCopy(ReadOnlyMemory<byte> Content, string Extension) : CleanCopyResult;

/// <param name="Code">Why, kebab-case.</param>
public sealed record NotCleaned(string Code) : CleanCopyResult
{
    /// <summary>There is something in it that its pages don't show.</summary>
    public const string HiddenParts = "hidden-parts";

    /// <summary>A mail, whose headers tell more than its text.</summary>
    public const string MailHeaders = "mail-headers";

    /// <summary>Nobody can say what a file of this sort holds.</summary>
    public const string UnknownFormat = "format-not-cleaned";

    public const string Unreadable = "content-unreadable";
}
