using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What the public reads in the place of a document that is not public any more (410).</summary>
internal static class PublicNotice
{
    public static IResult Gone(HttpContext http, PublicDocument document)
    {
        var on = document.GoneOn is { } day ? $" op {Dutch.Date(day)}" : "";
        return document.Destroyed
            ? Page(http, "Dit document is vernietigd", $"Dit document was openbaar. De bewaartermijn is afgelopen en het is{on} vernietigd.", reason: null)
            : document.Withdrawn
            ? Page(http, "Dit document is ingetrokken", $"Dit document was openbaar. Het is{on} ingetrokken en komt hier niet terug.", document.Reason)
            : Page(http, "Dit document is nu niet openbaar",
                $"Dit document was openbaar. De openbaarmaking is{on} opgeschort. Als het weer openbaar wordt, staat het op dit adres.", reason: null);
    }

    /// <param name="current">Where the version is that holds.</param>
    public static IResult Replaced(HttpContext http, Uri current)
    {
        http.Response.Headers.Append(HeaderNames.Link, $"<{current.AbsolutePath}>; rel=\"latest-version\"");
        return Page(http, "Deze versie is vervangen", "Van dit document is een nieuwe versie openbaar.", reason: null, current.AbsolutePath);
    }

    private static IResult Page(HttpContext http, string title, string text, string? reason, string? link = null)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ContentLanguage = "nl";
        var body = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"nl\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><main>\n<h1>{title}</h1>\n<p>{text}</p>\n");
        if (reason is not null)
            body.Append(CultureInfo.InvariantCulture, $"<p>De reden: {WebUtility.HtmlEncode(reason)}</p>\n");
        if (link is not null)
            body.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">Naar de versie die nu geldt</a></p>\n");
        return Results.Text(body.Append("</main></body>\n</html>\n").ToString(), "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status410Gone);
    }
}
