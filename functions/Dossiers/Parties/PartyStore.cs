using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Free texts that may name people, kept apart from the log so that they can be erased. A text is named by the SHA-256 of salt and text: the
/// log holds that name, which proves the text and, the salt being gone with it, betrays nothing once it is erased.
/// </summary>
/// <remarks>
/// Texts are remembered for at most five minutes, so that one that another process erased is not shown for longer; what this process erases
/// is gone at once. <paramref name="time"/> is real time, never that of a rehearsal.
/// </remarks>
public sealed class PartyStore(StorageAccount account, TimeProvider time)
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly BlobContainerClient _parties = account.Parties;
    private readonly PartyMemory _memory = new(time);

    /// <summary>Stores a text; a repeat with the same salt stores the same.</summary>
    /// <param name="scope">Whose it is.</param>
    /// <param name="salt">32 random bytes, the same when a step is tried again.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Leaves open whether it was stored.</param>
    /// <returns>Its name for the log: 64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentException">The salt has another length, or the text is no whole Unicode.</exception>
    public async Task<string> PutAsync(PartyScope scope, ReadOnlyMemory<byte> salt, string text, CancellationToken cancellation)
    {
        if (salt.Length != SaltLength) throw new ArgumentException("A salt has 32 bytes.", nameof(salt));
        byte[] content = [.. salt.Span, .. Utf8.GetBytes(text)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        try
        {
            var unless = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await _parties.GetBlobClient(NameOf(scope, hash)).UploadAsync(BinaryData.FromBytes(content), unless, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // it is there, and its name says that it is the same
        }
        return hash;
    }

    /// <summary>The text of this name; null if it was erased or never stored.</summary>
    /// <exception cref="PartyTextAlteredException">What is stored under the name is another text.</exception>
    public async Task<string?> GetAsync(PartyScope scope, string hash, CancellationToken cancellation)
    {
        var name = NameOf(scope, hash);
        if (_memory.Find(name) is { } remembered) return remembered;

        var erasures = _memory.Erasures;
        byte[] content;
        try
        {
            content = (await _parties.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        if (content.Length < SaltLength || Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
            throw new PartyTextAlteredException($"Another text stands under {name}.");

        var text = Utf8.GetString(content.AsSpan(SaltLength));
        _memory.Keep(name, text, erasures);
        return text;
    }

    /// <summary>Stores a text, salt and all, under another scope too, so that each can be erased without the other. One that was erased is not copied.</summary>
    public async Task CopyAsync(PartyScope from, PartyScope to, string hash, CancellationToken cancellation)
    {
        try
        {
            var content = (await _parties.GetBlobClient(NameOf(from, hash)).DownloadContentAsync(cancellation)).Value.Content;
            var unless = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await _parties.GetBlobClient(NameOf(to, hash)).UploadAsync(content, unless, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412 || exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // it is there already, or was erased
        }
    }

    /// <summary>Erases one text for good. No error if it is gone already.</summary>
    public Task EraseAsync(PartyScope scope, string hash, CancellationToken cancellation)
    {
        var name = NameOf(scope, hash);
        return _memory.ErasingAsync(name, () => _parties.GetBlobClient(name)
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation));
    }

    /// <summary>Erases everything of a scope for good. Repeat it after a failure: it begins where it stopped.</summary>
    public Task EraseAsync(PartyScope scope, CancellationToken cancellation) =>
        _memory.ErasingAsync($"{scope}/", () => _parties.DeleteAllAsync($"{scope}/", cancellation));

    /// <summary>Whether storage has a text of this name.</summary>
    public async Task<bool> ExistsAsync(PartyScope scope, string hash, CancellationToken cancellation) =>
        (await _parties.GetBlobClient(NameOf(scope, hash)).ExistsAsync(cancellation)).Value;

    /// <summary>How many texts a scope holds.</summary>
    public async Task<int> CountAsync(PartyScope scope, CancellationToken cancellation) =>
        await _parties.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{scope}/" }, cancellation).CountAsync(cancellation);

    private static string NameOf(PartyScope scope, string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
            ? $"{scope}/texts/{hash}"
            : throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(hash));
}

/// <summary>A text is not the one its name was made of. The message names the place and never the content.</summary>
public sealed class PartyTextAlteredException : Exception
{
    public PartyTextAlteredException() : this("A text is not the one its name was made of.") { }

    public PartyTextAlteredException(string message) : base(message) { }

    public PartyTextAlteredException(string message, Exception? inner) : base(message, inner) { }
}
