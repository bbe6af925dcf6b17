using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace WobWorkflow.Dossiers;

/// <summary>
/// An artifact that is written in parts, by one process after another, and is there only when the last one is done. What was written stays with storage, and
/// whoever goes on must know its length and the blocks of each part, so that a process that dies costs one part. No more than a block of it is in memory.
/// </summary>
/// <remarks>Storage throws parts away that were not made into an artifact within a week.</remarks>
public sealed class ArtifactInParts : Stream
{
    private const int BlockSize = 8 * 1024 * 1024;

    private readonly BlockBlobClient _blob;
    private readonly byte[] _block = new byte[BlockSize];
    private readonly Guid _part = Guid.NewGuid();
    private readonly List<string> _staged = [];
    private int _filled;
    private long _length;

    internal ArtifactInParts(BlobContainerClient artifacts, ArtifactPath path, long length) => (_blob, _length) = (artifacts.GetBlockBlobClient(path.Text), length);

    /// <summary>Puts down what was written since the last time. Only what is put down can be gone on from.</summary>
    /// <returns>The blocks that were added to it, which <see cref="ArtifactStore.JoinAsync"/> wants in the order of the parts.</returns>
    public async Task<IReadOnlyList<string>> PutDownAsync(CancellationToken cancellation)
    {
        await StageAsync(cancellation);
        var blocks = _staged.ToList();
        _staged.Clear();
        return blocks;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _length += buffer.Length;
        while (buffer.Length > 0)
        {
            var some = Math.Min(buffer.Length, BlockSize - _filled);
            buffer[..some].CopyTo(_block.AsMemory(_filled));
            _filled += some;
            buffer = buffer[some..];
            if (_filled == BlockSize)
                await StageAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private async Task StageAsync(CancellationToken cancellation)
    {
        if (_filled == 0)
            return;
        // A name of its own: two that write the same part at once must not mix, and those of who comes second are never made into anything.
        var id = Convert.ToBase64String([.. _part.ToByteArray(), .. BitConverter.GetBytes(_staged.Count), .. BitConverter.GetBytes(_length)]);
        using var content = new MemoryStream(_block, 0, _filled, writable: false);
        await _blob.StageBlockAsync(id, content, cancellationToken: cancellation);
        _staged.Add(id);
        _filled = 0;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Does nothing: what was written is put down by <see cref="PutDownAsync"/> alone.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
