using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// The overview in a package: for an agency what it is asked of, for a third party what it gets of what concerns it, for a judge which passages are for the judge
/// alone and why. What goes by another way than this system has a line that says so.
/// </summary>
public sealed class PackageOverviewWriter(Texts texts)
{
    private const string Elsewhere = "De inhoud gaat buiten dit systeem om.";
    private const string Whole = "het gehele document";

    private static readonly ImmutableArray<(string Heading, int Share)> ForAgency =
        [("Nr.", 6), ("Document", 26), ("Blz.", 6), ("Passage", 34), ("Voorgenomen", 18), ("Grond", 10)];

    private static readonly ImmutableArray<(string Heading, int Share)> ForThirdParty =
        [("Nr.", 8), ("Soort", 22), ("Datum", 20), ("Bladzijden", 12), ("In dit pakket", 38)];

    private static readonly ImmutableArray<(string Heading, int Share)> ForJudge =
        [("Nr.", 5), ("Document", 19), ("Blz.", 5), ("Passage", 33), ("Grond", 10), ("Reden", 28)];

    public async Task<byte[]> WriteAsync(Case c, PackagePlan plan, CancellationToken cancellation)
    {
        if (plan.Kind.Audience == Audience.ThirdParty)
        {
            return TableDocument.Write(
                "Overzicht van de documenten waarover uw zienswijze wordt gevraagd",
                [
                    "De documenten zijn bijgevoegd zoals zij openbaar zouden worden. Wat niet openbaar zou worden, is onleesbaar gemaakt.",
                    .. plan.GoingIn.Any(planned => planned.Answer is GoesIn { Version: DocumentVersion.ReaderRendition })
                        ? [$"Waar ‘{ReaderRenditions.Mark}’ staat, gaat het niet om u: uw zienswijze wordt daarover niet gevraagd."] : Array.Empty<string>(),
                ],
                ForThirdParty, plan.Documents.Select(planned => RowForThirdParty(c.Documents[planned.Id]!, planned)));
        }

        var reader = Reader.Of(c, plan.About);
        var lines = await LinesAsync(
            c, [.. plan.Documents.Select(document => document.Id)], document => reader is null ? [] : [.. ReaderRenditions.HiddenBesideOf(c, reader, document).Select(passage => passage.Id)], cancellation);
        return plan.Kind.Audience == Audience.Court
            ? TableDocument.Write(
                "Lijst van documenten en passages waarvan alleen de rechter kennisneemt (artikel 8:29 Awb)", [await ReasonsAsync(c, plan, cancellation)], ForJudge,
                lines.Select(line => ImmutableArray.Create(Number(line.Number), line.Title, line.Page is { } page ? Number(page) : "", line.Elsewhere ? Elsewhere : line.Quote ?? Whole, line.Grounds, line.Reason ?? "")))
            : TableDocument.Write(
                "Overzicht van de voorgelegde documenten en passages", ["Het oordeel is voorlopig. Uw advies bindt niet; het bestuursorgaan beslist zelf."], ForAgency,
                lines.Select(line => ImmutableArray.Create(
                    Number(line.Number), line.Title, line.Page is { } page ? Number(page) : "", line.Elsewhere ? Elsewhere : line.Quote ?? Whole, line.Proposed, line.Grounds)));
    }

    /// <summary>What only the judge may see, passage by passage, in the order of the inventory.</summary>
    public Task<ImmutableArray<OverviewLine>> LinesAsync(Case c, ImmutableArray<DocumentId> documents, CancellationToken cancellation) => LinesAsync(c, documents, _ => [], cancellation);

    /// <param name="hidden">The passages of a document that this reader doesn't see: of them there is no line.</param>
    private async Task<ImmutableArray<OverviewLine>> LinesAsync(
        Case c, ImmutableArray<DocumentId> documents, Func<Document, ImmutableHashSet<PassageId>> hidden, CancellationToken cancellation)
    {
        var judged = documents.OrderBy(id => id.Number).Select(id => c.Documents[id]!)
            .Select(document => (Document: document, Passages: Shown(document).OrderBy(passage => (passage.Page, passage.Range?.Start ?? 0, passage.Id.Number)).ToList())).ToList();
        var read = await texts.ReadAsync(LogId.Case(c.Id), judged.SelectMany(x => TextsOf(c, x.Document, x.Passages)), cancellation);
        return
        [
            .. judged.SelectMany(x =>
            {
                var elsewhere = x.Document.Content is null || Markings.IsStateSecret(x.Document.Marking);
                var title = $"{Read(x.Document.Title)}{(x.Document.Date is { } date ? $" ({Cases.Dutch.Date(date)})" : "")}{(Markings.Find(x.Document.Marking).Stamp is { } stamp ? $"\n{stamp}" : "")}";
                var whole = x.Passages.Count == 0 || x.Document.Assessment is { Grounds.IsEmpty: false };
                var ofWhole = new OverviewLine(
                    x.Document.Id, null, x.Document.Id.Number, title, null, null, elsewhere,
                    Reviewing.JudgementOf(c, x.Document) is { } judgement ? Judgements.Dutch(judgement).ToLowerInvariant() : "nog niet beoordeeld",
                    Keys(x.Document.Assessment?.Grounds ?? []), ReasonOf(x.Document.Assessment?.Reason, null, x.Document.Assessment?.Grounds ?? []));
                return (whole || elsewhere ? [ofWhole] : Array.Empty<OverviewLine>()).Concat(x.Passages.Select(passage => new OverviewLine(
                    x.Document.Id, passage.Id, x.Document.Id.Number, title, passage.Page, passage.Quote is { } quote ? Read(quote) : $"passage {passage.Id.Number.ToString(CultureInfo.InvariantCulture)}",
                    elsewhere, DutchLetters.Of(passage.Treatment), Keys(passage.Grounds), ReasonOf(passage.Reason, passage.Id, passage.Grounds))));
            }),
        ];

        IEnumerable<Passage> Shown(Document document)
        {
            var kept = hidden(document);
            return c.PassagesOf(document.Id).Where(passage => !kept.Contains(passage.Id));
        }

        string Read(FreeText text) => read.GetValueOrDefault(text) ?? Texts.Erased;

        string? ReasonOf(FreeText? own, PassageId? passage, ImmutableArray<Ground> grounds) =>
            own is { } reason ? Read(reason) : ThemesOfPassages.Of(c, passage, grounds) is { } theme ? Read(theme.Text) : null;
    }

    private async Task<string> ReasonsAsync(Case c, PackagePlan plan, CancellationToken cancellation)
    {
        _ = Id.TryParse<CourtBundleId>(plan.About, out var id);
        var reasons = c.CourtBundles[id]!.Reasons;
        return (await texts.ReadAsync(LogId.Case(c.Id), [reasons], cancellation))[reasons] ?? Texts.Erased;
    }

    private static IEnumerable<FreeText> TextsOf(Case c, Document document, List<Passage> passages) =>
        passages.SelectMany(passage => new[] { passage.Quote, passage.Reason, ThemesOfPassages.Of(c, passage.Id, passage.Grounds)?.Text })
            .Append(document.Title).Append(document.Assessment?.Reason).Append(ThemesOfPassages.Of(c, null, document.Assessment?.Grounds ?? [])?.Text).OfType<FreeText>();

    /// <summary>Without its title, which may name people, and without what stands in it.</summary>
    private static ImmutableArray<string> RowForThirdParty(Document document, PlannedDocument planned) =>
    [
        Number(document.Id.Number), DutchLetters.Of(document.Kind), document.Date is { } date ? Cases.Dutch.Date(date) : "", document.Content?.Pages is { } pages ? Number(pages) : "",
        planned.Answer switch
        {
            GoesIn { Version: DocumentVersion.Rendition or DocumentVersion.ReaderRendition } => "Bijgevoegd, met onleesbaar gemaakte passages.",
            GoesIn => "Bijgevoegd, geheel.",
            StaysOut { Code: "not-public" } => "Niet bijgevoegd: dit document wordt niet openbaar gemaakt.",
            StaysOut => "Niet bijgevoegd: over dit document wordt niet beslist.",
            _ => "Nog niet bijgevoegd.",
        },
    ];

    private static string Keys(ImmutableArray<Ground> grounds) => string.Join("\n", Grounds.InOrder(grounds).Select(ground => ground.Key));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A document or passage of an overview.</summary>
/// <param name="PassageId">Null for the document as a whole.</param>
/// <param name="Title">With the document's date, and on a line of its own the marking.</param>
/// <param name="Quote">Null for the document as a whole.</param>
/// <param name="Elsewhere">Whether the content goes by another way than this system.</param>
/// <param name="Proposed">What is decided or proposed, in Dutch.</param>
/// <param name="Grounds">One on each line.</param>
/// <param name="Reason">Null where nobody wrote one.</param>
public sealed record OverviewLine(
    DocumentId DocumentId, PassageId? PassageId, int Number, string Title, int? Page, string? Quote, bool Elsewhere, string Proposed, string Grounds, string? Reason);
