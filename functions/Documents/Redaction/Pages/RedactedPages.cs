using System.Collections.Immutable;
using UglyToad.PdfPig;

namespace WobWorkflow.Documents;

/// <summary>All pages of an original with what is withheld of each.</summary>
internal static class RedactedPages
{
    public static ImmutableArray<RedactedPage> Of(PdfDocument original, ImmutableArray<WithheldPassage> passages, CancellationToken cancellation)
    {
        var byPage = passages.ToLookup(passage => passage.Page);
        var pages = ImmutableArray.CreateBuilder<RedactedPage>(original.NumberOfPages);
        for (var n = 1; n <= original.NumberOfPages; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(RedactedPage.Of(original.GetPage(n), [.. byPage[n]]));
        }

        return pages.MoveToImmutable();
    }

    /// <param name="themes">What themes say that gives nothing away, given what is withheld.</param>
    public static WithheldWords WordsOf(ImmutableArray<RedactedPage> pages, Func<IReadOnlyCollection<string>, IEnumerable<string>> themes)
    {
        string[] withheld = [.. pages.SelectMany(page => page.WithheldTexts)];
        return new(withheld, [.. pages.Select(page => page.AllowedText), .. themes(withheld)]);
    }
}
