using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace WobWorkflow.Api;

/// <summary>Serves what the pages are dressed in.</summary>
internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{hash}/{name}", See).ExcludeFromDescription();

    private static IResult See(HttpContext http, string hash, string name, Assets assets)
    {
        if (assets.Find(hash, name) is not { } asset)
            throw new ProblemException(Problems.NotFound);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.MediaType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }
}
