using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace WobWorkflow.Browser;

/// <summary>A case and its inventory on paper: all that is said, nothing to press, and nothing beside the sheet.</summary>
[Collection(typeof(InTheBrowser))]
public sealed partial class PrintTests(BrowserOffice office)
{
    private const double PointsOfA4 = 595;

    [Fact]
    public async Task Case_OnPaper_TellsWhatIsFoldedAway_AndOffersNothing()
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        await desk.GoAsync($"/cases/{office.Scene.Busy}");
        var folded = await desk.Page.Locator("main details:not([open]) :is(li, td, p)").EvaluateAllAsync<string[]>("all => all.filter(e => !e.closest('.noprint, aside')).map(e => e.textContent)");
        folded.ShouldNotBeEmpty();

        var (pages, text) = await PrintAsync(desk);

        foreach (var words in folded)
            text.ShouldContain(Plain(words), customMessage: words);
        text.ShouldContain(Plain("Nota aan de directie"));
        foreach (var control in (string[])["Een dag verder", "Zet de klok", "Documenten toevoegen", "Afmelden", "Naar de inhoud"])
            text.ShouldNotContain(Plain(control), customMessage: control);
        pages.ShouldAllBe(page => page.Width < PointsOfA4 + 1);
    }

    [Fact]
    public async Task Inventory_OnPaper_HasEveryRow_OnItsSide()
    {
        await using var desk = await office.OpenAsync(Person.Handler);
        await desk.GoAsync($"/cases/{office.Scene.Busy}/inventory");
        var rows = await desk.Page.Locator("main table tbody tr").EvaluateAllAsync<string[]>("all => all.map(row => row.textContent.replace(/\\s+/g, ''))");
        rows.Length.ShouldBe(5);

        var (pages, text) = await PrintAsync(desk);

        pages.ShouldAllBe(page => page.Width > page.Height);
        foreach (var word in await desk.Page.Locator("main table tbody td, main table tbody th, main table thead th").AllTextContentsAsync())
            text.ShouldContain(Plain(word), customMessage: word);
    }

    /// <summary>What lies wholly on the sheets, without white space.</summary>
    private static async Task<(IReadOnlyList<Page> Pages, string Text)> PrintAsync(DeskPage desk)
    {
        var file = await desk.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, Format = "A4" });
        using var pdf = PdfDocument.Open(file);
        var pages = pdf.GetPages().ToList();
        pages.ShouldNotBeEmpty();
        var letters = pages.SelectMany(page => page.Letters.Where(letter =>
            letter.BoundingBox.Left >= 0 && letter.BoundingBox.Right <= page.Width && letter.BoundingBox.Bottom >= 0 && letter.BoundingBox.Top <= page.Height));
        return (pages, Plain(string.Concat(letters.Select(letter => letter.Value))));
    }

    // Paper knows no soft hyphens and breaks lines where it likes.
    private static string Plain(string text) => White().Replace(text, "").Normalize(System.Text.NormalizationForm.FormKC);

    [GeneratedRegex(@"[\s\u00AD\u200B]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex White();
}
