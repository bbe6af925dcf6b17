using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;

namespace WobWorkflow.Documents;

/// <summary>
/// Sitemaps as the national index of public documents harvests them: sitemaps.org 0.9, with the metadata of DiWoo 0.9.8 for each document. The values
/// are those of the lists in that schema.
/// </summary>
public static class DiwooSitemaps
{
    /// <summary>The category under which documents of a request are published: Woo-verzoeken en -besluiten (Woo 3.3(2)(i)).</summary>
    public const string Category = "infocat014";

    private const string Authority = "http://publications.europa.eu/resource/authority/";

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Diwoo = "https://standaarden.overheid.nl/diwoo/metadata/";

    private static readonly FrozenDictionary<string, (string Code, string Label)> Formats = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [".pdf"] = ("PDF", "PDF"),
        [".docx"] = ("DOCX", "Word DOCX"),
        [".xlsx"] = ("XLSX", "Excel XLSX"),
        [".pptx"] = ("PPTX", "PowerPoint PPTX"),
        [".txt"] = ("TXT", "Plain text"),
        [".zip"] = ("ZIP", "ZIP"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The index of sitemaps, the only thing that <c>robots.txt</c> names.</summary>
    /// <param name="sitemaps">Their addresses.</param>
    public static XDocument Index(IEnumerable<Uri> sitemaps) => new(
        new XElement(Sitemap + "sitemapindex", sitemaps.Select(sitemap => new XElement(Sitemap + "sitemap", new XElement(Sitemap + "loc", sitemap.AbsoluteUri)))));

    /// <summary>A sitemap: an address for each document, with its metadata where the publisher is known.</summary>
    public static XDocument Of(IEnumerable<(Uri Address, DateTimeOffset ChangedAt, DiwooDocument? Metadata)> documents) => new(
        new XElement(
            Sitemap + "urlset",
            new XAttribute(XNamespace.Xmlns + "diwoo", Diwoo.NamespaceName),
            documents.Select(document => new XElement(
                Sitemap + "url",
                new XElement(Sitemap + "loc", document.Address.AbsoluteUri),
                new XElement(Sitemap + "lastmod", Moment(document.ChangedAt)),
                document.Metadata is { } metadata ? MetadataOf(metadata) : null))));

    /// <summary>The metadata of one document, as an element <c>diwoo:Document</c>.</summary>
    public static XElement MetadataOf(DiwooDocument document) => new(
        Diwoo + "Document",
        new XAttribute(XNamespace.Xmlns + "diwoo", Diwoo.NamespaceName),
        new XElement(
            Diwoo + "DiWoo",
            new XElement(Diwoo + "identifiers", new XElement(Diwoo + "identifier", document.Address.AbsoluteUri)),
            Labelled("publisher", document.Publisher.Uri, document.Publisher.Name),
            new XElement(Diwoo + "titelcollectie", new XElement(Diwoo + "officieleTitel", Plain(document.Title))),
            new XElement(
                Diwoo + "classificatiecollectie",
                new XElement(
                    Diwoo + "informatiecategorieen",
                    Labelled("informatiecategorie", "https://identifier.overheid.nl/tooi/def/thes/kern/c_3baef532", "Woo-verzoeken en -besluiten"))),
            document.CreatedOn is { } created ? new XElement(Diwoo + "creatiedatum", Day(created)) : null,
            Labelled("language", Authority + "language/NLD", "Nederlands"),
            Formats.TryGetValue(document.Extension, out var format) ? Labelled("format", Authority + "file-type/" + format.Code, format.Label) : null,
            new XElement(
                Diwoo + "documenthandelingen",
                new XElement(
                    Diwoo + "documenthandeling",
                    // Of a document without a date nobody knows when it was made; that it becomes public was settled by the decision.
                    Labelled("soortHandeling", "https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76", "vaststelling"),
                    new XElement(Diwoo + "atTime", $"{Day(document.CreatedOn ?? document.DecidedOn)}T00:00:00")))));

    private static XElement Labelled(string name, string resource, string label) => new(Diwoo + name, new XAttribute("resource", resource), label);

    /// <summary>XML holds no control characters, and a title has no lines.</summary>
    private static string Plain(string title) => PlainCharacters.OneLine(title);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
