using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace WobWorkflow.Api;

/// <summary>The body of a request that should be JSON. No more of it is read than may be there.</summary>
internal static class JsonBody
{
    /// <summary>1 MiB: what a step may append, too.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <exception cref="ProblemException">It is too large, or something else than JSON.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes)
        {
            // The server's own limit is another: it would cut the connection under whoever is still sending, instead of letting the answer be read.
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = null;
            throw new ProblemException(Problems.BodyTooLarge);
        }

        var body = await ReadAsync(request.Body, MaxBytes, cancellation) ?? throw new ProblemException(Problems.BodyTooLarge);
        return body.IsEmpty || IsJson(request.ContentType) ? body : throw new ProblemException(Problems.NotJson);
    }

    /// <summary>All of a stream; null where there is more of it than that.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (kept.Length + count > most)
                return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    public static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
