using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// Makes redacted renditions: text documents are set anew without the passages, PDF pages are rebuilt as pictures with a text of what may be seen. What it makes has passed the inspection;
/// where that can't be had it says why, and a person makes one.
/// </summary>
/// <param name="renderer">poppler's <c>pdftoppm</c>, by name or path.</param>
public sealed class RedactionMaker(RedactionInspector inspector, ReadingLimits? limits = null, string renderer = "pdftoppm")
{
    private readonly ReadingLimits _limits = limits ?? new();

    /// <summary>Makes a rendition; the same task gives the same bytes.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<RenditionResult> MakeAsync(RedactionTask task, CancellationToken cancellation)
    {
        try
        {
            var rendition = await RebuildAsync(task, cancellation);
            var findings = inspector.Inspect(task, rendition, fileName: null, cancellation);
            return findings.IsEmpty ? new RenditionMade(rendition) : new RenditionNotMade(RenditionRefusal.InspectionFailed, findings);
        }
        catch (RenditionRefusedException refused)
        {
            return new RenditionNotMade(refused.Why, []);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary to hostile input: parsers throw what they like.
            return new RenditionNotMade(RenditionRefusal.OriginalUnreadable, []);
        }
    }

    private Task<byte[]> RebuildAsync(RedactionTask task, CancellationToken cancellation)
    {
        var content = task.Original.ToArray();
        if (DocumentType.Of(content) == DocumentType.Pdf)
            return new PageRendition(new PageRaster(renderer)).MakeAsync(task, _limits, cancellation);
        var reading = new DocumentReader(_limits).Read(content, null, cancellation);
        if (!reading.Readable)
            throw new RenditionRefusedException(RenditionRefusal.OriginalUnreadable);
        if (reading.Extension is not (".txt" or ".eml" or ".docx" or ".dotx" or ".docm"))
            throw new RenditionRefusedException(RenditionRefusal.FormatNotRebuilt);
        if (PicturesIn.Package(content))
            throw new RenditionRefusedException(RenditionRefusal.HoldsPictures);
        var text = RedactedText.Of(TextBlock.Of(content, reading), reading.Text, task.Passages);
        return text.NotLocated
            ? throw new RenditionRefusedException(RenditionRefusal.PassageNotLocated)
            : Task.FromResult(TextRendition.Make(text, task.StruckMarkings));
    }
}

/// <summary>What came of making a rendition.</summary>
public abstract record RenditionResult;

/// <param name="Pdf">It passed the inspection.</param>
public sealed record RenditionMade(ReadOnlyMemory<byte> Pdf) : RenditionResult;

/// <param name="Findings">What the inspection found in what was made; empty where nothing was.</param>
public sealed record RenditionNotMade(RenditionRefusal Why, ImmutableArray<RedactionFinding> Findings) : RenditionResult;
