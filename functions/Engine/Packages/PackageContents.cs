using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// The bytes of what a plan puts into a package. Everything stored is compared with the hash that the log holds before a byte of it goes in, and what goes out
/// as it came goes as a clean copy. One file is held at a time.
/// </summary>
public sealed class PackageContents(CaseFiles files, CleanCopies clean, InventoryEntries entries, PackageOverviewWriter overviews)
{
    /// <summary>Larger ones are laid on disk.</summary>
    private const long InMemory = 16 * 1024 * 1024;

    public async Task<PackageContent> OfAsync(Case c, PackagePlan plan, PlannedFile file, CancellationToken cancellation) => file.Kind switch
    {
        PackageFileKind.Letter => await LetterAsync(c, c.Artifacts[file.ArtifactId!.Value]!, cancellation),
        PackageFileKind.Articles => new PackageContent(new MemoryStream(ArticlesAnnex.Write(ArticlesOf(c))), ArticlesAnnex.Extension),
        PackageFileKind.InventoryWorkbook => new PackageContent(await WorkbookAsync(Lines(c, plan, cancellation), cancellation), InventoryWorkbook.Extension),
        PackageFileKind.InventoryCsv => new PackageContent(await CsvAsync(Lines(c, plan, cancellation), cancellation), InventoryCsv.Extension),
        PackageFileKind.Overview => new PackageContent(new MemoryStream(await overviews.WriteAsync(c, plan, cancellation), writable: false), TableDocument.Extension),
        _ => throw new NotSupportedException($"Nobody makes a {file.Kind}."),
    };

    public async Task<PackageContent> OfAsync(Case c, PackagePlan plan, PlannedDocument planned, CancellationToken cancellation)
    {
        var (document, goes) = (c.Documents[planned.Id]!, (GoesIn)planned.Answer);
        var opened = goes.Version == DocumentVersion.Original
            ? await files.OpenDocumentAsync(c.Id, document, cancellation)
            : await files.OpenRedactionAsync(c.Id, document.Id, goes.Content, cancellation);
        var content = await LaidDownAsync(opened, goes.Content.Sha256, cancellation);
        return goes.Version == DocumentVersion.Original && !plan.Kind.AsReceived ? await CleanedAsync(content, cancellation) : content;
    }

    private async Task<PackageContent> LetterAsync(Case c, Artifact letter, CancellationToken cancellation)
    {
        var content = await LaidDownAsync(await files.OpenArtifactAsync(c.Id, letter, cancellation), letter.Sha256, cancellation);
        // A letter that was signed as a PDF goes as it was signed: its signature would not outlive a change.
        return letter.Extension == ".pdf" ? content : await CleanedAsync(content, cancellation);
    }

    /// <summary>Takes the file over from storage and sees whether it is what the log says.</summary>
    private static async Task<PackageContent> LaidDownAsync(StoredFile? file, string sha256, CancellationToken cancellation)
    {
        if (file is null)
            return PackageContent.Not("content-missing");
        await using (file.Content)
        {
            Stream laid = file.Size <= InMemory ? new MemoryStream() : Scratch.Open();
            await file.Content.CopyToAsync(laid, cancellation);
            laid.Position = 0;
            var hash = await ArtifactPath.HashOfAsync(laid, cancellation);
            laid.Position = 0;
            if (hash == sha256)
                return new PackageContent(laid, file.Extension);
            await laid.DisposeAsync();
            return PackageContent.Not("content-differs");
        }
    }

    private async Task<PackageContent> CleanedAsync(PackageContent found, CancellationToken cancellation)
    {
        if (found.Content is not { } content)
            return found;
        await using (content)
        {
            if (content.Length > CleanCopies.Largest)
                return PackageContent.Not("too-large-to-clean");
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancellation);
            return await clean.OfAsync(bytes, cancellation) switch
            {
                CleanCopy copy => new PackageContent(new MemoryStream(copy.Content.ToArray(), writable: false), copy.Extension),
                NotCleaned not => PackageContent.Not(not.Code),
                _ => throw new NotSupportedException("A clean copy comes to nothing else."),
            };
        }
    }

    /// <summary>As it goes to people outside: without titles of what is marked.</summary>
    private IAsyncEnumerable<InventoryEntry> Lines(Case c, PackagePlan plan, CancellationToken cancellation) =>
        entries.OfAsync(c, marking => marking == Marking.None, plan.Kind.Anonymised, cancellation);

    private static async Task<Stream> CsvAsync(IAsyncEnumerable<InventoryEntry> lines, CancellationToken cancellation)
    {
        var file = Scratch.Open();
        await using (var csv = await InventoryCsv.BeginAsync(file, InventoryList.Public))
        {
            await foreach (var line in lines.WithCancellation(cancellation))
                await csv.WriteAsync(InventoryList.Public.RowOf(line));
        }

        file.Position = 0;
        return file;
    }

    private static async Task<Stream> WorkbookAsync(IAsyncEnumerable<InventoryEntry> lines, CancellationToken cancellation)
    {
        await using var file = Scratch.Open();
        using (var workbook = InventoryWorkbook.Begin(file, InventoryList.Public))
        {
            await foreach (var line in lines.WithCancellation(cancellation))
                workbook.Write(InventoryList.Public.RowOf(line));
        }

        return new MemoryStream(InventoryWorkbook.Settled(file), writable: false);
    }

    private static ImmutableArray<ArticleUsed> ArticlesOf(Case c)
    {
        var used = Inventory.Of(c).SelectMany(line => line.Grounds.Select(ground => (Ground: ground, line.Number))).ToLookup(pair => pair.Ground, pair => pair.Number);
        return
        [
            .. Grounds.InOrder(used.Select(ground => ground.Key)).Select(ground => (Row: Grounds.Find(ground), Numbers: used[ground]))
                .Select(x => new ArticleUsed(x.Row.ArticleNl, x.Row.TitleNl, x.Row.Note, Runs(x.Numbers))),
        ];
    }

    /// <summary>Numbers as people write them: <c>1, 4-7</c>.</summary>
    internal static string Runs(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
                runs[^1] = (runs[^1].First, number);
            else
                runs.Add((number, number));
        }

        return string.Join(", ", runs.Select(run => run.First == run.Last
            ? run.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{run.First}{(run.Last == run.First + 1 ? ", " : "-")}{run.Last}")));
    }
}

/// <summary>A file for a package, or why there is none.</summary>
/// <param name="Content">Can go back; null where there is none.</param>
/// <param name="Extension">With its dot.</param>
/// <param name="Code">Why there is none, kebab-case; null where there is one.</param>
public sealed record PackageContent(Stream? Content, string Extension, string? Code = null)
{
    public static PackageContent Not(string code) => new(null, "", code);
}
