using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Reads documents on arrival: type, pages, text. What arrives may be hostile; whatever it is, the answer is a reading and not an exception.</summary>
public sealed class DocumentReader(ReadingLimits? limits = null)
{
    private const int LongestProposal = 300;

    private readonly ReadingLimits limits = limits ?? new();

    /// <summary>Reads a document in memory.</summary>
    /// <param name="fileName">Only to look for a date in; the type is never taken from it.</param>
    /// <exception cref="OperationCanceledException">Cancelled: the one exception that comes out.</exception>
    public DocumentReading Read(ReadOnlyMemory<byte> content, string? fileName, CancellationToken cancellation = default)
    {
        var type = DocumentType.Of(content.Span);
        if (content.Length > limits.Bytes)
            return Problem(type, "too-large");
        try
        {
            var found = Read(type, content.ToArray(), cancellation);
            if (found.Text.Length > limits.Characters)
                return Problem(found.Type, "too-much-text");
            return new(
                found.Type.MediaType,
                found.Type.Extension,
                found.Pages,
                found.Text,
                found.PageTexts,
                ProposedDate.Of(found.Text, fileName, found.OwnDate, found.OwnDateFirst),
                Readable: true,
                ProblemCode: null)
            {
                Members = found.Members,
                Thread = found.Thread,
                ProposedFrom = Proposal(found.From),
                ProposedTo = Proposal(found.To),
                ProposedTitle = Proposal(found.Title),
            };
        }
        catch (UnreadableException e)
        {
            return Problem(e.Type ?? type, e.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary to hostile input: parsers throw what they like.
            return Problem(type, type.DamageCode);
        }
    }

    /// <summary>Reads a document from a stream, which is read to its end or to the limit.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?, CancellationToken)"/>
    public DocumentReading Read(Stream content, string? fileName, CancellationToken cancellation = default)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = content.Read(buffer)) > 0 && memory.Length <= limits.Bytes;)
        {
            cancellation.ThrowIfCancellationRequested();
            memory.Write(buffer, 0, n);
        }

        return Read(memory.GetBuffer().AsMemory(0, (int)memory.Length), fileName, cancellation);
    }

    private ReadDocument Read(DocumentType type, byte[] content, CancellationToken cancellation)
    {
        if (type == DocumentType.Pdf)
            return PdfReading.Read(content, limits, cancellation);
        if (type == DocumentType.Zip)
            return ArchiveReading.Read(content, limits, cancellation);
        if (type == DocumentType.Mail)
            return MailReading.Read(content, limits, cancellation);
        if (type == DocumentType.Text)
            return new(type, null, TextDecoding.Decode(content) ?? throw new UnreadableException("unknown-type", DocumentType.Unknown), [], null);
        if (type == DocumentType.Compound)
            throw new UnreadableException(DocumentType.HoldsEncryptedPackage(content) ? "encrypted-document" : DocumentType.IsOutlookMessage(content) ? "outlook-message" : "legacy-office-document");
        if (type == DocumentType.Unknown)
            throw new UnreadableException(content.Length == 0 ? "empty" : "unknown-type");
        if (PictureSize.Of(content) > limits.Pixels)
            throw new UnreadableException("picture-too-large");
        return new(type, null, "", [], null);
    }

    /// <summary>On one line, and no longer than a form takes; null where nothing is left.</summary>
    private static string? Proposal(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(c => !char.IsControl(c)))));
        return line.Length == 0 ? null : line.Length <= LongestProposal ? line : line[..LongestProposal];
    }

    private static DocumentReading Problem(DocumentType type, string code) =>
        new(type.MediaType, type.Extension, null, "", [], null, Readable: false, code);
}

/// <summary>What a reader of one format found.</summary>
/// <param name="OwnDate">The date that the format itself records.</param>
/// <param name="OwnDateFirst">Whether that date goes before one found in the text, as that of a mail does.</param>
internal sealed record ReadDocument(
    DocumentType Type,
    int? Pages,
    string Text,
    ImmutableArray<string> PageTexts,
    DateOnly? OwnDate,
    bool OwnDateFirst = false)
{
    public int Members { get; init; }

    public string? Thread { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Title { get; init; }
}

/// <summary>Stops the reading of a document, with the code that the caller gets.</summary>
internal sealed class UnreadableException(string code, DocumentType? type = null) : Exception(code)
{
    public string Code { get; } = code;

    public DocumentType? Type { get; } = type;
}
