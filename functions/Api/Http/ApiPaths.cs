using Microsoft.AspNetCore.Http;

namespace WobWorkflow.Api;

/// <summary>Which paths are spoken to by programs; the others are pages, for people.</summary>
internal static class ApiPaths
{
    public const string Root = "/api/v1";

    private static readonly PathString[] Programs = ["/api", "/rehearsal", "/health", "/openapi", "/open", "/robots.txt"];

    public static bool Cover(PathString path) => Array.Exists(Programs, program => path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase));
}
