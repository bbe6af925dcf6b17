using System.Collections.Immutable;
using System.Text;
using WobWorkflow.Cases;

namespace WobWorkflow.Scenarios;

/// <summary>
/// A real report of a government, of 62 pages with figures, where it lies beside the checkout (<c>data/samples</c>, also under <c>shared</c>); it is not part of the project,
/// and where it isn't there the tests on it are skipped and say so.
/// </summary>
internal static class RealReport
{
    public const string Name = "cybersecuritybeeld_nederland_2024.pdf";
    public const string Missing = "The report doesn't lie beside the checkout.";

    /// <summary>Null where it isn't there.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var place in new[] { Path.Combine("data", "samples", Name), Path.Combine("shared", "data", "samples", Name) })
            {
                if (File.Exists(Path.Combine(folder.FullName, place)))
                    return Path.Combine(folder.FullName, place);
            }
        }

        return null;
    }

    /// <summary>Some words in the middle of each of the first forty pages that have enough of them.</summary>
    public static ImmutableArray<(int Page, TextRange Range)> FortyPassages(ImmutableArray<string> pages) =>
    [
        .. pages.Index().Where(page => page.Item.Length > 800).Take(40).Select(page =>
        {
            var start = page.Item.IndexOf(' ', page.Item.Length / 2) + 1;
            var end = page.Item.IndexOf(' ', start + 30 + (page.Index * 3 % 120));
            return (page.Index + 1, new TextRange(start, end - start));
        }),
    ];

    /// <summary>Letters and digits alone, so that lines and spaces don't matter.</summary>
    public static string Squashed(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
