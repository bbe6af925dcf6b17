using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Puts together what is to be redacted of a document: its original, its passages as they are judged, and the markings to strike.</summary>
public sealed class RedactionTasks(CaseFiles files, Texts texts)
{
    /// <returns>Null where the original isn't here.</returns>
    public async Task<RedactionTask?> OfAsync(Case c, Document document, CancellationToken cancellation)
    {
        if (await files.OpenDocumentAsync(c.Id, document, cancellation) is not { } file)
            return null;
        using var original = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(original, cancellation);
        var hidden = Redactions.HiddenOf(c, document).ToList();
        var themes = hidden.ToDictionary(passage => passage.Id, passage => Redactions.ThemeOf(c, passage));
        var said = await texts.ReadAsync(LogId.Case(c.Id), hidden.Select(passage => passage.Quote).Concat(themes.Values).OfType<FreeText>(), cancellation);
        return new RedactionTask(
            original.ToArray(),
            [
                .. hidden.Select(passage => new WithheldPassage(
                    passage.Page, passage.Range, passage.Areas, passage.Quote is { } quote ? said[quote] : null, Redactions.CodesOf(passage),
                    themes[passage.Id] is { } theme ? said[theme] : null)),
                // Judged partly public without a passage: nobody can tell which part that is.
                .. hidden.Count == 0 && Reviewing.JudgementOf(c, document) == Judgement.PartlyPublic ? [new WithheldPassage(1, null, [], null, [])] : Array.Empty<WithheldPassage>(),
            ],
            Redactions.StruckOf(document));
    }
}
