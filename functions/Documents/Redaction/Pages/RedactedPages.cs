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

    public static WithheldWords WordsOf(ImmutableArray<RedactedPage> pages) => new(pages.SelectMany(page => page.WithheldTexts), pages.Select(page => page.AllowedText));
}
