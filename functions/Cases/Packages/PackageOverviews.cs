using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What an overview tells: what each document is called, which passages are in it, and what is proposed or decided for them with which reasons.</summary>
internal static class PackageOverviews
{
    /// <summary>All that makes it another one, text by its hash.</summary>
    /// <param name="about">What the package belongs to: whom it is for decides which passages it tells of.</param>
    public static IEnumerable<string> Told(Case c, string about, ImmutableArray<DocumentId> documents) => documents.SelectMany(id => c.Documents[id] is { } document
        ? c.PassagesOf(id).OrderBy(passage => passage.Id.Number)
            .Select(passage => string.Join('|', passage.Id, passage.Page, passage.Treatment, string.Join(',', passage.Grounds.Select(ground => ground.Key)), passage.Quote?.Hash, passage.Reason?.Hash,
                ThemesOfPassages.Of(c, passage.Id, passage.Grounds)?.Text.Hash))
            .Concat(Reader.Of(c, about) is { } reader ? ReaderRenditions.HiddenBesideOf(c, reader, document).Select(passage => $"{passage.Id}|{ReaderRenditions.Mark}") : [])
            .Prepend(string.Join('|', id, document.Title.Hash, document.Date, document.Marking, document.Assessment?.Judgement, document.Assessment?.Reason?.Hash,
                string.Join(',', Reviewing.GroundsOf(c, document).Select(ground => ground.Key))))
        : [$"{id}|"]);
}
