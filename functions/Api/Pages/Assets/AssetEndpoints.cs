using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace WobWorkflow.Api;

/// <summary>Serves what the pages are dressed in.</summary>
internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{hash}/{**name}", See).ExcludeFromDescription();

    /// <summary>What a worker may do is said by its own file: this one fetches fonts and character maps from here, and compiles the decoders of pictures.</summary>
    private const string WorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    private static IResult See(HttpContext http, string hash, string name, Assets assets)
    {
        if (assets.Find(hash, name) is not { } asset)
            throw new ProblemException(Problems.NotFound);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (name == Assets.Worker)
            http.Response.Headers.ContentSecurityPolicy = WorkerPolicy;
        return Results.Bytes(asset.Content, asset.MediaType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }
}
