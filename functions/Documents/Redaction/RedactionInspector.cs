using System.Collections.Immutable;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace WobWorkflow.Documents;

/// <summary>
/// Finds out whether a redacted rendition holds: that nothing of what is withheld can be had from the file by any means, that all else is there, and that each gap shows its code.
/// It fails closed: what can't be judged is a finding.
/// </summary>
public sealed partial class RedactionInspector(ReadingLimits? limits = null)
{
    private readonly ReadingLimits _limits = limits ?? new();

    /// <summary>Inspects a rendition.</summary>
    /// <param name="task">The original, and what is withheld of it.</param>
    /// <param name="rendition">A PDF.</param>
    /// <param name="fileName">What the sender called it; null where nobody gave it a name.</param>
    /// <returns>What is wrong, by page; empty where it holds. Nothing in it says what leaked.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<RedactionFinding> Inspect(RedactionTask task, ReadOnlyMemory<byte> rendition, string? fileName, CancellationToken cancellation = default)
    {
        try
        {
            var scan = PdfScan.Of(rendition, _limits.ExpandedBytes);
            if (scan.Trailers.Exists(trailer => trailer.Has("Encrypt")))
                return [new(RedactionFlaw.Encrypted)];
            using var shown = PdfReading.Open(rendition.ToArray(), _limits);
            if (shown.NumberOfPages is 0 || shown.NumberOfPages > _limits.Pages)
                return [new(RedactionFlaw.NotReadable)];
            var (words, findings) = Compare(task, shown, cancellation);
            findings.AddRange(new StructureInspection(scan, words).Run());
            if (fileName is not null && words.AreIn(Path.GetFileNameWithoutExtension(fileName)))
                findings.Add(new(RedactionFlaw.FileName));
            return [.. findings.Distinct().OrderBy(finding => finding.Page ?? 0).ThenBy(finding => finding.Flaw)];
        }
        catch (PdfDocumentEncryptedException)
        {
            return [new(RedactionFlaw.Encrypted)];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary to hostile input: parsers throw what they like, and what can't be read isn't accepted.
            return [new(RedactionFlaw.NotReadable)];
        }
    }

    private (WithheldWords Words, List<RedactionFinding> Findings) Compare(RedactionTask task, PdfDocument shown, CancellationToken cancellation)
    {
        var content = task.Original.ToArray();
        if (DocumentType.Of(content) == DocumentType.Pdf)
            return CompareWithPages(task, content, shown, cancellation);
        var reading = new DocumentReader(_limits).Read(content, null, cancellation);
        var expected = RedactedText.Of(TextBlock.Of(content, reading), reading.Text, task.Passages);
        var words = new WithheldWords(expected.WithheldTexts, [.. expected.Seen, .. CommonWords(task, expected.WithheldTexts)]);
        var findings = new TextInspection(expected, words, PicturesIn.Package(content), task.StruckMarkings).Run(shown).ToList();
        if (!reading.Readable)
            findings.Add(new(RedactionFlaw.PassageNotLocated));
        return (words, findings);
    }

    /// <summary>
    /// What themes say in ordinary words gives nothing away, though the passage may have the same (<c>10.2.e: concept</c>). A name or a number does: a word that is
    /// written with a small letter neither in the theme nor in a passage, or that has a digit.
    /// </summary>
    private static IEnumerable<string> CommonWords(RedactionTask task, IReadOnlyCollection<string> withheld)
    {
        var small = withheld.SelectMany(WordsOf).Where(word => char.IsLower(word[0])).Select(WithheldWords.Squash).ToHashSet(StringComparer.Ordinal);
        foreach (var theme in task.Passages.Select(passage => passage.Theme).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var row = new List<string>();
            foreach (var word in WordsOf(theme))
            {
                if (!word.Any(char.IsDigit) && (char.IsLower(word[0]) || small.Contains(WithheldWords.Squash(word))))
                {
                    row.Add(word);
                    continue;
                }

                yield return string.Join(' ', row);
                row.Clear();
            }

            yield return string.Join(' ', row);
        }

        static IEnumerable<string> WordsOf(string text) => Words().Matches(text).Select(word => word.Value);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    private (WithheldWords Words, List<RedactionFinding> Findings) CompareWithPages(
        RedactionTask task, byte[] content, PdfDocument shown, CancellationToken cancellation)
    {
        using var original = PdfReading.Open(content, _limits);
        var expected = RedactedPages.Of(original, task.Passages, cancellation);
        var words = RedactedPages.WordsOf(expected, withheld => CommonWords(task, withheld));
        var findings = new List<RedactionFinding>();
        if (shown.NumberOfPages != original.NumberOfPages)
            findings.Add(new(RedactionFlaw.PageCountDiffers));
        if (task.Passages.Any(passage => passage.Page > original.NumberOfPages))
            findings.Add(new(RedactionFlaw.PassageNotLocated));
        foreach (var page in expected)
        {
            cancellation.ThrowIfCancellationRequested();
            if (page.Number <= shown.NumberOfPages)
                findings.AddRange(new PageInspection(page, shown.GetPage(page.Number), words, task.StruckMarkings).Run());
        }

        return (words, findings);
    }
}
