using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// What everybody may read: the documents that are public now, and the sitemaps by which they are found. Asks for no token. Whatever isn't public, or
/// isn't any more, has nothing here but a notice.
/// </summary>
internal sealed class OpenEndpoints(PublicDocuments documents, Settings settings, MailOptions mail, ApiSettings api)
{
    private const string Tag = "Openbaar";
    private const string Root = "/open";
    private const string IndexName = $"sitemapindex-diwoo-{DiwooSitemaps.Category}.xml";
    private const string SitemapName = $"sitemap-diwoo-{DiwooSitemaps.Category}";

    /// <summary>The most that an index of sitemaps may hold.</summary>
    private const int MostSitemaps = 50_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup(Root).WithTags(Tag);
        open.MapGet("/documents/{caseId}/{documentId}",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).DocumentAsync(http, caseId, documentId, null, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 416).Produces<string>(StatusCodes.Status410Gone, "text/html")
            .WithSummary("Openbaar document; hetzelfde adres voorgoed");
        open.MapGet("/documents/{caseId}/{documentId}/versions/{sha256}",
                (HttpContext http, string caseId, string documentId, string sha256, CancellationToken cancellation) =>
                    Of(http).DocumentAsync(http, caseId, documentId, sha256, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 416).Produces<string>(StatusCodes.Status410Gone, "text/html")
            .WithSummary("Eén versie van een openbaar document");
        open.MapGet("/documents/{caseId}/{documentId}/metadata.xml",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).MetadataAsync(http, caseId, documentId, cancellation))
            .Produces<string>(contentType: "application/xml").ProducesProblems(404).Produces<string>(StatusCodes.Status410Gone, "text/html")
            .WithSummary("Metadata van een openbaar document (DiWoo)");
        open.MapGet($"/{IndexName}", (HttpContext http, CancellationToken cancellation) => Of(http).IndexAsync(http, cancellation))
            .Produces<string>(contentType: "application/xml").WithSummary("Overzicht van sitemaps");
        open.MapGet($"/{SitemapName}-{{caseId}}.xml", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SitemapAsync(http, caseId, cancellation))
            .Produces<string>(contentType: "application/xml").ProducesProblems(404).WithSummary("Openbare documenten van een zaak");
        routes.MapGet("/robots.txt", (HttpContext http) => Of(http).Robots())
            .Produces<string>(contentType: "text/plain").WithSummary("Wat zoekmachines mogen lezen").WithTags(Tag);
    }

    private static OpenEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<OpenEndpoints>();

    /// <param name="version">The version that is asked for, by its hash; null for the one that holds.</param>
    private async Task<IResult> DocumentAsync(HttpContext http, string caseId, string documentId, string? version, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, documentId, cancellation) is not { } document)
            return new ProblemAnswer(Problems.NotFound);
        if (version is not null && version != document.Sha256 && !document.Earlier.Contains(version))
            return new ProblemAnswer(Problems.NotFound);
        if (document.Sha256 is not { } hash)
            return PublicNotice.Gone(http, document);
        if (version is not null && version != hash)
            return PublicNotice.Replaced(http, AddressOf(document));
        if (await documents.OpenAsync(document, cancellation) is not { } file)
            return new ProblemAnswer(Problems.NotFound);
        http.Response.Headers.Append(HeaderNames.Link, $"<{AddressOf(document).AbsolutePath}/metadata.xml>; rel=\"describedby\"; type=\"application/xml\"");
        http.Response.Headers.LastModified = document.ChangedAt.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return FileAnswers.Download(Public(http), file, $"{caseId}-{documentId}", hash);
    }

    private async Task<IResult> MetadataAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, documentId, cancellation) is not { } document)
            return new ProblemAnswer(Problems.NotFound);
        if (document.Sha256 is null)
            return PublicNotice.Gone(http, document);
        return await PublisherAsync(cancellation) is { } publisher
            ? Xml(http, new XDocument(DiwooSitemaps.MetadataOf(Of(document, publisher))))
            : new ProblemAnswer(Problems.NotFound);
    }

    private async Task<IResult> IndexAsync(HttpContext http, CancellationToken cancellation)
    {
        var sitemaps = new List<Uri>();
        await foreach (var caseId in documents.CasesAsync(cancellation))
        {
            if (sitemaps.Count < MostSitemaps && !(await documents.OfCaseAsync(caseId, cancellation)).IsEmpty)
                sitemaps.Add(Address($"{SitemapName}-{caseId}.xml"));
        }

        return Xml(http, DiwooSitemaps.Index(sitemaps));
    }

    private async Task<IResult> SitemapAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        if (!Dossiers.LogId.TryParse($"cases/{caseId}", out _) || await documents.OfCaseAsync(caseId, cancellation) is not { IsEmpty: false } found)
            return new ProblemAnswer(Problems.NotFound);
        var publisher = await PublisherAsync(cancellation);
        return Xml(http, DiwooSitemaps.Of(found.Select(document =>
            (AddressOf(document), document.ChangedAt, publisher is null ? null : Of(document, publisher)))));
    }

    /// <summary>Harvesters may read what is public and nothing else; of an exercise, nothing at all.</summary>
    private IResult Robots() => Results.Text(api.Rehearsal
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nAllow: {Root}/\nDisallow: /\n\nSitemap: {Address(IndexName).AbsoluteUri}\n", "text/plain; charset=utf-8");

    private async Task<PublicDocument?> FindAsync(string caseId, string documentId, CancellationToken cancellation) =>
        Dossiers.LogId.TryParse($"cases/{caseId}", out _) && Id.TryParse<DocumentId>(documentId, out _)
            ? await documents.FindAsync(caseId, documentId, cancellation)
            : null;

    private async Task<DiwooPublisher?> PublisherAsync(CancellationToken cancellation) =>
        (await settings.CurrentAsync(cancellation)).Letterhead is { PublisherUri: { } uri } letterhead ? new DiwooPublisher(uri, letterhead.PublisherName ?? letterhead.Body) : null;

    private DiwooDocument Of(PublicDocument document, DiwooPublisher publisher) => new(
        AddressOf(document), document.Title!, document.Extension!, document.Date, document.DecidedOn, document.ChangedAt, publisher);

    private Uri AddressOf(PublicDocument document) => Address($"documents/{document.CaseId}/{document.DocumentId}");

    /// <summary>As people outside see this service; never as a request called it, since anyone may say any host.</summary>
    private Uri Address(string path) => new($"{mail.PublicAddress}{Root}/{path}");

    private static IResult Xml(HttpContext http, XDocument document)
    {
        Public(http);
        using var text = new StringWriter();
        document.Save(text, SaveOptions.DisableFormatting);
        return Results.Text(text.ToString().Replace("utf-16", "utf-8", StringComparison.Ordinal), "application/xml; charset=utf-8");
    }

    /// <summary>It may be kept, but asked again each time: what is taken down must be gone everywhere.</summary>
    private static HttpContext Public(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return http;
    }
}
