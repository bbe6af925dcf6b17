using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WobWorkflow.Api;

/// <summary>How much a form may hold.</summary>
internal static class FormBodies
{
    /// <summary>Of all files that are sent together.</summary>
    public const long MostBytes = 250L * 1024 * 1024;

    private const int MostFields = 4_000;

    public static void Limit(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            throw new ProblemException(Problems.FormTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions
        {
            MultipartBodyLengthLimit = MostBytes,
            BufferBodyLengthLimit = MostBytes,
            ValueLengthLimit = JsonBody.MaxBytes,
            ValueCountLimit = MostFields,
            KeyLengthLimit = 256,
            MultipartHeadersCountLimit = 16,
            MultipartHeadersLengthLimit = 8 * 1024,
        }));
    }
}
