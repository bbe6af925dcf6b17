using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Puts together what is to be redacted of a document: its original, its passages as they are judged, and the markings to strike.</summary>
public sealed class RedactionTasks(CaseFiles files, Texts texts)
{
    /// <summary>For the public.</summary>
    /// <returns>Null where the original isn't here.</returns>
    public Task<RedactionTask?> OfAsync(Case c, Document document, CancellationToken cancellation) =>
        OfAsync(c, document, [.. Redactions.HiddenOf(c, document).Select(passage => Redactions.Hidden(c, passage))], IsPartUnknown(c, document), Redactions.StruckOf(document), cancellation);

    /// <summary>For one reader.</summary>
    /// <returns>Null where the original isn't here.</returns>
    public Task<RedactionTask?> OfAsync(Case c, Reader reader, Document document, CancellationToken cancellation) => OfAsync(
        c, document, ReaderRenditions.HiddenOf(c, reader, document), reader.Party is not null && IsPartUnknown(c, document), ReaderRenditions.StruckOf(reader, document), cancellation);

    /// <summary>Whether it is judged partly public without a passage: nobody can tell which part that is.</summary>
    private static bool IsPartUnknown(Case c, Document document) => Reviewing.JudgementOf(c, document) == Judgement.PartlyPublic && !Redactions.HiddenOf(c, document).Any();

    private async Task<RedactionTask?> OfAsync(
        Case c, Document document, ImmutableArray<HiddenPassage> hidden, bool partUnknown, ImmutableArray<string> struck, CancellationToken cancellation)
    {
        if (await files.OpenDocumentAsync(c.Id, document, cancellation) is not { } file)
            return null;
        using var original = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(original, cancellation);
        var said = await texts.ReadAsync(LogId.Case(c.Id), hidden.SelectMany(one => new[] { one.Passage.Quote, one.Theme?.Mark }).OfType<FreeText>(), cancellation);
        return new RedactionTask(
            original.ToArray(),
            [
                .. hidden.Select(one => new WithheldPassage(
                    one.Passage.Page, one.Passage.Range, one.Passage.Areas, one.Passage.Quote is { } quote ? said[quote] : null, one.Codes, one.Theme?.Mark is { } mark ? said[mark] : null)),
                .. partUnknown ? [new WithheldPassage(1, null, [], null, [])] : Array.Empty<WithheldPassage>(),
            ],
            struck);
    }
}
