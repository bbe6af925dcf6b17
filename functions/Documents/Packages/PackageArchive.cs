using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes an archive (zip) that may be larger than memory and may take several processes to write, one after another: each goes on where the one before it
/// stood, and whoever is last writes the directory from what all of them wrote. Its bytes depend on its files and their order alone: not compressed (documents
/// are already), one fixed time, no sign of the operating system. Files above 4 GiB and archives of more than 65,534 files are written as Zip64.
/// </summary>
/// <param name="to">Written from here on and never read; it stays open.</param>
/// <param name="offset">How much of the archive was written before.</param>
public sealed class PackageArchive(Stream to, long offset = 0)
{
    public const string MediaType = "application/zip";
    public const string Extension = ".zip";

    private const ushort Plain = 20;
    private const ushort Zip64 = 45;
    private const ushort Utf8Names = 0x0800;
    private const ushort FirstOfJanuary1980 = (1 << 5) | 1;
    private const int BufferSize = 128 * 1024;

    /// <summary>How much of the archive has been written.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Adds a file.</summary>
    /// <param name="name">With its folder; slashes, and no letters that a file system would mind.</param>
    /// <param name="content">Read from where it stands to its end, twice: it must be able to go back.</param>
    public async Task<ArchivedFile> AddAsync(string name, Stream content, CancellationToken cancellation)
    {
        var begin = content.Position;
        var (crc, sha256, size) = await MeasureAsync(content, cancellation);
        content.Position = begin;
        var file = new ArchivedFile(name, Offset, size, crc, sha256);
        await WriteAsync(HeaderOf(file), cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (var left = size; left > 0;)
            {
                var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation);
                if (read == 0)
                    throw new EndOfStreamException("A file became shorter while it was archived.");
                await WriteAsync(buffer.AsMemory(0, read), cancellation);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return file;
    }

    /// <summary>Writes the directory, with which the archive is whole.</summary>
    /// <param name="files">Everything that was added, by whomever, in the order of their offsets.</param>
    public async Task FinishAsync(IAsyncEnumerable<ArchivedFile> files, CancellationToken cancellation)
    {
        var begin = Offset;
        long count = 0;
        await foreach (var file in files.WithCancellation(cancellation))
        {
            await WriteAsync(EntryOf(file), cancellation);
            count++;
        }

        await WriteAsync(EndOf(count, begin, Offset - begin), cancellation);
    }

    private static async Task<(uint Crc, string Sha256, long Size)> MeasureAsync(Stream content, CancellationToken cancellation)
    {
        var crc = new Crc32();
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                crc.Append(buffer.AsSpan(0, read));
                sha256.AppendData(buffer, 0, read);
                size += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (crc.GetCurrentHashAsUInt32(), Convert.ToHexStringLower(sha256.GetHashAndReset()), size);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await to.WriteAsync(bytes, cancellation);
        Offset += bytes.Length;
    }

    /// <summary>APPNOTE 4.3.7.</summary>
    private static byte[] HeaderOf(ArchivedFile file)
    {
        var name = Encoding.UTF8.GetBytes(file.Name);
        var large = file.Size >= uint.MaxValue;
        return new Fields()
            .Add(0x04034B50u)
            .Add(Common(file, name, large, large ? (ushort)20 : (ushort)0))
            .Add(name)
            .Add(large ? new Fields().Add((ushort)1).Add((ushort)16).Add(file.Size).Add(file.Size).ToArray() : [])
            .ToArray();
    }

    /// <summary>APPNOTE 4.3.12.</summary>
    private static byte[] EntryOf(ArchivedFile file)
    {
        var name = Encoding.UTF8.GetBytes(file.Name);
        var (large, far) = (file.Size >= uint.MaxValue, file.Offset >= uint.MaxValue);
        var extra = new Fields();
        if (large || far)
        {
            extra.Add((ushort)1).Add((ushort)((large ? 16 : 0) + (far ? 8 : 0)));
            if (large)
                extra.Add(file.Size).Add(file.Size);
            if (far)
                extra.Add(file.Offset);
        }

        return new Fields()
            .Add(0x02014B50u)
            .Add(large || far ? Zip64 : Plain)
            .Add(Common(file, name, large || far, (ushort)extra.ToArray().Length, large))
            .Add((ushort)0)         // comment
            .Add((ushort)0)         // disk
            .Add((ushort)0)         // attributes
            .Add(0u)
            .Add(far ? uint.MaxValue : (uint)file.Offset)
            .Add(name)
            .Add(extra.ToArray())
            .ToArray();
    }

    private static byte[] Common(ArchivedFile file, byte[] name, bool zip64, ushort extra, bool? large = null)
    {
        var size = large ?? zip64 ? uint.MaxValue : (uint)file.Size;
        return new Fields()
            .Add(zip64 ? Zip64 : Plain)
            .Add(Utf8Names)
            .Add((ushort)0)         // stored
            .Add((ushort)0)
            .Add(FirstOfJanuary1980)
            .Add(file.Crc32)
            .Add(size)
            .Add(size)
            .Add((ushort)name.Length)
            .Add(extra)
            .ToArray();
    }

    /// <summary>APPNOTE 4.3.14 to 4.3.16.</summary>
    private static byte[] EndOf(long count, long begin, long length)
    {
        var end = new Fields();
        var large = count >= ushort.MaxValue || begin >= uint.MaxValue || length >= uint.MaxValue;
        if (large)
        {
            end.Add(0x06064B50u).Add(44L).Add(Zip64).Add(Zip64).Add(0u).Add(0u).Add(count).Add(count).Add(length).Add(begin);
            end.Add(0x07064B50u).Add(0u).Add(begin + length).Add(1u);
        }

        var some = large ? ushort.MaxValue : (ushort)count;
        return end.Add(0x06054B50u).Add(0u).Add(some).Add(some)
            .Add(large ? uint.MaxValue : (uint)length).Add(large ? uint.MaxValue : (uint)begin).Add((ushort)0)
            .ToArray();
    }

    /// <summary>Numbers as a zip holds them: little-endian.</summary>
    private sealed class Fields
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();

        public Fields Add(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(2), value);
            _bytes.Advance(2);
            return this;
        }

        public Fields Add(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
            _bytes.Advance(4);
            return this;
        }

        public Fields Add(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), value);
            _bytes.Advance(8);
            return this;
        }

        public Fields Add(byte[] bytes)
        {
            _bytes.Write(bytes);
            return this;
        }

        public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
    }
}

/// <summary>A file as it stands in an archive.</summary>
/// <param name="Offset">Where its header begins.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
public sealed record ArchivedFile(string Name, long Offset, long Size, uint Crc32, string Sha256);
