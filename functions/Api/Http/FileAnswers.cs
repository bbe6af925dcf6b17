using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What endpoints that take and give files have in common.</summary>
internal static class FileAnswers
{
    /// <summary>Stands for a file that isn't stored yet, where a step is tried before it is taken.</summary>
    public static StoredContent NotStored(string? fileName) =>
        new(new string('0', 64), "application/octet-stream", Path.GetExtension(fileName) is { Length: > 1 } extension ? extension.ToLowerInvariant() : ".bin", 0, null, null, null);

    /// <summary>A file leaves under its id, as something to keep and never to show: a browser must make nothing of what a stranger sent.</summary>
    public static IResult Download(HttpContext http, StoredFile file, string name, string sha256)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}{file.Extension}\"";
        return Results.Stream(file.Content, file.MediaType, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>What was asked, for the key: the metadata and which file, not the boundaries that the client made up around them.</summary>
    public static ReadOnlyMemory<byte> BodyOf(Upload upload, StoredContent? content) =>
        content is null ? upload.Metadata : (byte[])[.. upload.Metadata.Span, (byte)'\n', .. Encoding.ASCII.GetBytes(content.Sha256)];

    /// <summary>What the sender called the file; null where it has no name.</summary>
    public static string? NameOf(IFormFile file) => string.IsNullOrWhiteSpace(file.FileName) ? null : Path.GetFileName(file.FileName);

    public static (IReadOnlyList<T> Items, string? Next) PageOf<T>(IEnumerable<T> all, PageAsked asked)
    {
        var start = asked.Start();
        var items = all.Skip((int)Math.Min(start, int.MaxValue)).Take(asked.Limit + 1).ToList();
        if (items.Count <= asked.Limit)
            return (items, null);
        items.RemoveAt(asked.Limit);
        return (items, PageAsked.CursorOf(start + asked.Limit));
    }
}

/// <summary>Stands for the bytes of a file in the contract.</summary>
internal sealed record FileContent;
