using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// Storage that fails to order. Hand <see cref="Apply"/> to whatever opens the account, then say what is to happen to the next request of a
/// kind; each order is for one request, first come first served.
/// </summary>
/// <remarks>
/// Under the SDK's retries a fault hits one attempt and the SDK tries again; above them (<c>belowRetries: false</c>) it is what the caller
/// gets in the end.
/// </remarks>
public sealed class StorageFaults(bool belowRetries = true)
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _orders = [];
    private volatile Func<Request, bool>? _down;

    /// <summary>Counts down to nothing when every order was carried out.</summary>
    public int Outstanding
    {
        get { lock (_gate) return _orders.Count; }
    }

    public void Apply(ClientOptions options) =>
        options.AddPolicy(new Policy(this), belowRetries ? HttpPipelinePosition.PerRetry : HttpPipelinePosition.PerCall);

    /// <summary>The request is carried out, and then the connection breaks.</summary>
    public StorageFaults LoseAnswer(Func<Request, bool> of) => Order(of, After: () => throw new IOException("The connection broke."));

    /// <summary>The connection breaks before the request gets there.</summary>
    public StorageFaults LoseRequest(Func<Request, bool> of) => Order(of, Before: () => throw new IOException("The connection broke."));

    /// <summary>Storage says that it is busy (503) and does nothing.</summary>
    public StorageFaults Busy(Func<Request, bool> of) =>
        Order(of, Instead: message => message.Response = new BusyResponse(message.Request.ClientRequestId));

    /// <summary>The answer arrives, but its body breaks off after so many bytes; and something happens meanwhile.</summary>
    public StorageFaults BreakBody(Func<Request, bool> of, int after, Func<Task>? meanwhile = null) => Order(
        of,
        After: meanwhile,
        Answer: message => message.Response.ContentStream = new BrokenStream(message.Response.ContentStream!, after));

    /// <summary>Something happens just before the request gets there: another writer, say.</summary>
    public StorageFaults Before(Func<Request, bool> of, Func<Task> happens) => Order(of, Before: happens);

    /// <summary>Something happens after the request was carried out, before its answer arrives.</summary>
    public StorageFaults After(Func<Request, bool> of, Func<Task> happens) => Order(of, After: happens);

    /// <summary>All such requests fail from now on (null: none any more).</summary>
    public void Down(Func<Request, bool>? of) => _down = of;

    public static bool IsAppend(Request request) =>
        request.Method == RequestMethod.Put && request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal);

    public static bool IsCreate(Request request) =>
        request.Method == RequestMethod.Put && request.Headers.TryGetValue("x-ms-blob-type", out var type) && type == "AppendBlob";

    public static bool IsRead(Request request) => request.Method == RequestMethod.Get;

    /// <summary>Requests that name this segment.</summary>
    public static Func<Request, bool> InSegment(int segment, Func<Request, bool> of) =>
        request => of(request) && request.Uri.Path.EndsWith($"{segment:D5}.ndjson", StringComparison.Ordinal);

    private StorageFaults Order(
        Func<Request, bool> of,
        Func<Task>? Before = null,
        Func<Task>? After = null,
        Action<HttpMessage>? Instead = null,
        Action<HttpMessage>? Answer = null)
    {
        lock (_gate) _orders.Add(new Fault(of, Before, After, Instead, Answer));
        return this;
    }

    private Fault? Take(Request request)
    {
        lock (_gate)
        {
            var order = _orders.Find(order => order.Of(request));
            if (order is not null) _orders.Remove(order);
            return order;
        }
    }

    private sealed record Fault(
        Func<Request, bool> Of, Func<Task>? Before, Func<Task>? After, Action<HttpMessage>? Instead, Action<HttpMessage>? Answer);

    private sealed class Policy(StorageFaults faults) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("Storage is asked asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (faults._down?.Invoke(message.Request) == true) throw new IOException("Storage is down.");
            var fault = faults.Take(message.Request);
            if (fault?.Before is { } before) await before();
            if (fault?.Instead is { } instead)
            {
                instead(message);
                return;
            }
            await ProcessNextAsync(message, pipeline);
            fault?.Answer?.Invoke(message);
            if (fault?.After is { } after) await after();
        }
    }

    private sealed class BusyResponse(string id) : Response
    {
        public override int Status => 503;

        public override bool IsError => true;

        public override string ReasonPhrase => "Server Busy";

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = id;

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }

    private sealed class BrokenStream(Stream inner, int left) : Stream
    {
        private int _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Storage is asked asynchronously.");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0) throw new IOException("The connection broke.");
            var read = await inner.ReadAsync(buffer[..Math.Min(_left, buffer.Length)], cancellationToken);
            _left -= read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
