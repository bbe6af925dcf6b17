using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Reflection;
using System.Text;

namespace WobWorkflow.Api;

/// <summary>
/// Stylesheets and scripts, out of the assembly. Each has an address that holds the hash of its content, so that browsers keep it for good and a new one is
/// never mistaken for it.
/// </summary>
internal sealed class Assets
{
    /// <summary>The part of pdf.js that works beside the page.</summary>
    public const string Worker = "pdfjs/pdf.worker.min.mjs";

    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
        [".bcmap"] = "application/octet-stream",
        [".pfb"] = "application/octet-stream",
        [".icc"] = "application/octet-stream",
        [".ttf"] = "font/ttf",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Asset> _assets;

    /// <param name="theme">The organisation's own tokens, a stylesheet on this machine; null for the neutral ones.</param>
    /// <exception cref="IOException">The theme can't be read.</exception>
    public Assets(string? theme)
    {
        var assembly = typeof(Assets).Assembly;
        var all = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && MediaTypes.ContainsKey(Path.GetExtension(name)))
            .Select(name => Asset.Of(name[Prefix.Length..], Read(assembly, name), MediaTypes[Path.GetExtension(name)]))
            .ToDictionary(asset => asset.Name, StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(theme))
            all["theme.css"] = Asset.Of("theme.css", File.ReadAllBytes(theme), MediaTypes[".css"]);
        // Files of a bundle ask for each other by name: they share the hash of all.
        foreach (var bundle in all.Values.Where(asset => asset.Name.Contains('/', StringComparison.Ordinal)).GroupBy(asset => asset.Name[..asset.Name.IndexOf('/', StringComparison.Ordinal)]).ToList())
        {
            var hash = Asset.HashOf([.. bundle.OrderBy(asset => asset.Name, StringComparer.Ordinal).SelectMany(asset => Encoding.ASCII.GetBytes(asset.Hash))]);
            foreach (var asset in bundle)
                all[asset.Name] = asset with { Hash = hash };
        }

        _assets = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The address of an asset as it is now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string Href(string name) => $"/assets/{_assets[name].Hash}/{name}";

    /// <summary>Null where there is none, or not any more.</summary>
    public Asset? Find(string hash, string name) => _assets.TryGetValue(name, out var asset) && asset.Hash == hash ? asset : null;

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

internal sealed record Asset(string Name, string Hash, byte[] Content, string MediaType)
{
    public static Asset Of(string name, byte[] content, string mediaType) => new(name, HashOf(content), content, mediaType);

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];
}
