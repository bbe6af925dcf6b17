using Microsoft.AspNetCore.Http;

namespace WobWorkflow.Api;

/// <summary>Headers by which a browser makes nothing of an answer but what it is, and keeps nothing of it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Those that belong to the path.</summary>
    public static void PutOn(HttpContext http)
    {
        if (ApiPaths.Cover(http.Request.Path))
            PutOnAnswer(http.Response);
        else if (PagePaths.Cover(http.Request.Path))
            PutOnPage(http.Response);
        else
            http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!Contract.IsAt(http.Request.Path))
            return;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    public Task InvokeAsync(HttpContext http)
    {
        PutOn(http);
        return next(http);
    }

    private static void PutOnAnswer(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The API Design Rules ask for the full version in every answer.
        headers["API-Version"] = "1.0.0";
    }

    /// <summary>Pages take styles and pictures from here alone, run no script but ours, and are shown in nobody's frame.</summary>
    private static void PutOnPage(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
