using System.Buffers;
using System.Security.Cryptography;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Names an artifact by what it belongs to, what it is, and its content or the duty that made it. A file name never comes into it.
/// </summary>
public sealed record ArtifactPath
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
    private static readonly SearchValues<char> Extension = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private ArtifactPath(string text) => Text = text;

    public string Text { get; }

    /// <summary>A document as it was found: <c>cases/{id}/documents/{documentId}/original/{sha256}{extension}</c>.</summary>
    /// <param name="owner">The case.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="sha256">Of the content, lower-case hexadecimal.</param>
    /// <param name="extension">With its dot, lower case; empty for none.</param>
    /// <exception cref="ArgumentException">A part is not what it should be.</exception>
    public static ArtifactPath Original(LogId owner, string documentId, string sha256, string extension) =>
        Document(owner, documentId, "original", sha256, extension);

    /// <summary>A document as it may be shown: <c>cases/{id}/documents/{documentId}/redacted/{sha256}{extension}</c>.</summary>
    /// <inheritdoc cref="Original" />
    public static ArtifactPath Redacted(LogId owner, string documentId, string sha256, string extension) =>
        Document(owner, documentId, "redacted", sha256, extension);

    /// <summary>Anything else: <c>{owner}/{kind}/{name}</c>, where the name is a hash or says which duty made it.</summary>
    /// <exception cref="ArgumentException">
    /// A kind is an id other than <c>documents</c>; a name is 1 to 128 letters, digits, hyphens, underscores and single dots.
    /// </exception>
    public static ArtifactPath Of(LogId owner, string kind, string name)
    {
        if (kind == "documents") throw new ArgumentException("Documents are named by their content.", nameof(kind));
        if (name.Length is 0 or > 128 || name.AsSpan().ContainsAnyExcept(NameCharacters) || name.Split('.').Contains("", StringComparer.Ordinal))
            throw new ArgumentException("A name is 1 to 128 letters, digits, hyphens, underscores and single dots.", nameof(name));
        return new($"{owner}/{LogId.Checked(kind)}/{name}");
    }

    /// <summary>An artifact that an event refers to.</summary>
    /// <exception cref="FormatException">This is not how an artifact is named.</exception>
    public static ArtifactPath Parse(string text)
    {
        try
        {
            var parts = text.Split('/');
            return parts switch
            {
                ["cases" or "rulings", _, "documents", var document, "original" or "redacted", var file] =>
                    Document(Owner(parts[..2]), document, parts[4], Stem(file), file[Stem(file).Length..]),
                ["cases" or "rulings", _, var kind, var name] => Of(Owner(parts[..2]), kind, name),
                ["organisation", var kind, var name] => Of(LogId.Organisation, kind, name),
                _ => throw new FormatException("This is not how an artifact is named."),
            };
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("This is not how an artifact is named.", exception);
        }
    }

    /// <summary>The hash by which content is named: SHA-256, lower-case hexadecimal. The stream is read from where it stands to its end.</summary>
    public static async Task<string> HashOfAsync(Stream content, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));

    public override string ToString() => Text;

    private static LogId Owner(string[] parts) => LogId.Parse(string.Join('/', parts));

    private static string Stem(string file) => file[..Math.Min(64, file.Length)];

    private static ArtifactPath Document(LogId owner, string documentId, string rendition, string sha256, string extension)
    {
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept(Hexadecimal))
            throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(sha256));
        if (extension.Length > 0
            && (extension[0] != '.' || extension.Length is 1 or > 10 || extension.AsSpan(1).ContainsAnyExcept(Extension)))
            throw new ArgumentException("An extension is a dot and at most nine lower-case letters and digits.", nameof(extension));
        return new($"{owner}/documents/{LogId.Checked(documentId)}/{rendition}/{sha256}{extension}");
    }
}
