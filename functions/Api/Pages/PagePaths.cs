using Microsoft.AspNetCore.Http;

namespace WobWorkflow.Api;

/// <summary>Which paths are pages: all that is not for programs.</summary>
internal static class PagePaths
{
    public static bool Cover(PathString path) => !ApiPaths.Cover(path) && !path.StartsWithSegments("/.well-known", StringComparison.OrdinalIgnoreCase);
}
