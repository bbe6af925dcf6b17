using System.Collections.Immutable;

namespace WobWorkflow.Documents.Tests;

/// <summary>A real report of 62 pages is rebuilt without forty passages.</summary>
public sealed class RealReportTests
{
    [Fact]
    public async Task Forty_passages_are_gone_from_a_real_report()
    {
        Assert.SkipUnless(RealReport.Find() is not null, RealReport.Missing);
        var original = await File.ReadAllBytesAsync(RealReport.Find()!, Ct);
        var reading = new DocumentReader().Read(original, RealReport.Name, Ct);
        (reading.Pages, reading.Readable).ShouldBe((62, true));
        ImmutableArray<WithheldPassage> passages =
            [.. RealReport.FortyPassages(reading.PageTexts).Select(at => new WithheldPassage(at.Page, at.Range, [], null, [at.Page % 2 == 1 ? "5.1.2e" : "5.1.2i, 5.2.1"]))];
        passages.Length.ShouldBe(40);

        var inspector = new RedactionInspector();
        var task = new RedactionTask(original, passages, []);
        var result = await new RedactionMaker(inspector).MakeAsync(task, Ct);

        var pdf = result.ShouldBeOfType<RenditionMade>($"{result}: {string.Join(", ", (result as RenditionNotMade)?.Findings ?? [])}").Pdf.ToArray();
        pdf.Length.ShouldBeLessThan(30_000_000);
        // What is left reads as before, page by page.
        var rebuilt = new DocumentReader().Read(pdf, null, Ct);
        rebuilt.Pages.ShouldBe(62);
        RealReport.Squashed(rebuilt.PageTexts[2]).ShouldContain("inhoudsopgave");
        // What is gone is gone, to others too: looked for in text and in every stream.
        var pages = Tool.Text(pdf).Split('\f');
        var everything = Tool.Everything(pdf);
        foreach (var passage in passages)
        {
            var gone = reading.PageTexts[passage.Page - 1].Substring(passage.Range!.Start, passage.Range.Length);
            RealReport.Squashed(pages[passage.Page - 1]).ShouldNotContain(RealReport.Squashed(gone));
            everything.ShouldNotContain(gone);
        }

        // And the original doesn't pass for its own rendition.
        inspector.Inspect(task, original, null, Ct).ShouldContain(new RedactionFinding(RedactionFlaw.TextUnderBox, passages[0].Page));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
