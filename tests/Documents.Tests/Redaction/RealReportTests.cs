using System.Collections.Immutable;
using System.Text;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents.Tests;

/// <summary>
/// A real report of a government, of 62 pages with figures, where it lies beside the checkout (<c>data/samples</c>, also under <c>shared</c>); it is not part of the project.
/// </summary>
public sealed class RealReportTests
{
    private const string Name = "cybersecuritybeeld_nederland_2024.pdf";

    [Fact]
    public async Task Forty_passages_are_gone_from_a_real_report()
    {
        Assert.SkipUnless(Sample() is not null, "The report doesn't lie beside the checkout.");
        var original = await File.ReadAllBytesAsync(Sample()!, Ct);
        var reading = new DocumentReader().Read(original, Name, Ct);
        (reading.Pages, reading.Readable).ShouldBe((62, true));
        var passages = PassagesOf(reading.PageTexts);
        passages.Length.ShouldBe(40);

        var inspector = new RedactionInspector();
        var task = new RedactionTask(original, passages, []);
        var result = await new RedactionMaker(inspector).MakeAsync(task, Ct);

        var pdf = result.ShouldBeOfType<RenditionMade>($"{result}: {string.Join(", ", (result as RenditionNotMade)?.Findings ?? [])}").Pdf.ToArray();
        pdf.Length.ShouldBeLessThan(30_000_000);
        // What is left reads as before, page by page.
        var rebuilt = new DocumentReader().Read(pdf, null, Ct);
        rebuilt.Pages.ShouldBe(62);
        Squashed(rebuilt.PageTexts[2]).ShouldContain("inhoudsopgave");
        // What is gone is gone, to others too: looked for in text and in every stream.
        var pages = Tool.Text(pdf).Split('\f');
        var everything = Tool.Everything(pdf);
        foreach (var passage in passages)
        {
            var gone = reading.PageTexts[passage.Page - 1].Substring(passage.Range!.Start, passage.Range.Length);
            Squashed(pages[passage.Page - 1]).ShouldNotContain(Squashed(gone));
            everything.ShouldNotContain(gone);
        }

        // And the original doesn't pass for its own rendition.
        inspector.Inspect(task, original, null, Ct).ShouldContain(new RedactionFinding(RedactionFlaw.TextUnderBox, passages[0].Page));
    }

    /// <summary>Some words in the middle of every page that has enough of them.</summary>
    private static ImmutableArray<WithheldPassage> PassagesOf(ImmutableArray<string> pages) =>
    [
        .. pages.Index().Where(page => page.Item.Length > 800).Take(40).Select(page =>
        {
            var start = page.Item.IndexOf(' ', page.Item.Length / 2) + 1;
            var end = page.Item.IndexOf(' ', start + 30 + (page.Index * 3 % 120));
            return new WithheldPassage(page.Index + 1, new TextRange(start, end - start), [], null, [page.Index % 2 == 0 ? "5.1.2e" : "5.1.2i, 5.2.1"]);
        }),
    ];

    private static string Squashed(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string? Sample()
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

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
