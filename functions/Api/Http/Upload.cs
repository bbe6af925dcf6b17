using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace WobWorkflow.Api;

/// <summary>A file with what is said about it, or what is said alone.</summary>
/// <param name="Metadata">JSON; empty where there was none.</param>
/// <param name="File">Null where only metadata was sent.</param>
internal sealed record Upload(ReadOnlyMemory<byte> Metadata, IFormFile? File)
{
    /// <summary>30 MB, as the contract says.</summary>
    public const long MaxFileBytes = 30 * 1024 * 1024;

    /// <summary>What a form may weigh beside its file.</summary>
    private const long MaxRestBytes = 2 * 1024 * 1024;

    /// <summary>Reads a form with a part <c>file</c> and a part <c>metadata</c>, or the metadata alone as a JSON body.</summary>
    /// <exception cref="ProblemException">It is too large, or neither.</exception>
    public static async Task<Upload> ReadAsync(HttpContext http, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return JsonBody.IsJson(http.Request.ContentType)
                ? new Upload(await JsonBody.ReadAsync(http.Request, cancellation), File: null)
                : throw new ProblemException(Problems.NotMultipart);
        }

        if (http.Request.ContentLength > MaxFileBytes + MaxRestBytes)
            throw new ProblemException(Problems.FileTooLarge);
        // The server's own limit is another, and would cut the connection instead of answering.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        http.Request.Body = new LimitedStream(http.Request.Body, MaxFileBytes + MaxRestBytes);
        return await FormAsync(http.Request, cancellation);
    }

    private static async Task<Upload> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        IFormCollection form;
        try
        {
            form = await new FormFeature(request, new FormOptions
            {
                MultipartBodyLengthLimit = MaxFileBytes + MaxRestBytes,
                ValueLengthLimit = JsonBody.MaxBytes,
                ValueCountLimit = 8,
                KeyLengthLimit = 64,
                MultipartHeadersCountLimit = 16,
                MultipartHeadersLengthLimit = 8 * 1024,
            }).ReadFormAsync(cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new ProblemException(Problems.MultipartUnreadable);
        }

        if (form.Files.GetFile("file") is { Length: > MaxFileBytes })
            throw new ProblemException(Problems.FileTooLarge);
        return new Upload(await MetadataAsync(form, cancellation), form.Files.GetFile("file"));
    }

    /// <summary>A part with a file name is a file to the form's reader, and some clients give their JSON one.</summary>
    private static async Task<ReadOnlyMemory<byte>> MetadataAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.GetFile("metadata") is not { } file)
            return Encoding.UTF8.GetBytes(form["metadata"].ToString());
        await using var content = file.OpenReadStream();
        return await JsonBody.ReadAsync(content, JsonBody.MaxBytes, cancellation) ?? throw new ProblemException(Problems.BodyTooLarge);
    }

    /// <summary>Ends the request once more comes in than may, whatever the headers said.</summary>
    private sealed class LimitedStream(Stream inner, long most) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            _read += count;
            return _read <= most ? count : throw new ProblemException(Problems.FileTooLarge);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
