using System.Collections.Immutable;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Where templates come from: first the organisation's directory, then those that we ship. A file there replaces the one of the same name here, one by one;
/// it is read again for each letter, so a change needs no restart.
/// </summary>
/// <param name="directory">The organisation's directory; null when it has none of its own.</param>
public sealed class LetterTemplates(string? directory = null)
{
    /// <summary>The document with letterhead, styles and content controls.</summary>
    public const string Letterhead = "letterhead.docx";

    internal const string TextExtension = ".nl.md.liquid";

    /// <summary>Names of all the templates that we ship, which are those that can be replaced.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. typeof(LetterTemplates).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    /// <summary>A template as we ship it: what an organisation starts from.</summary>
    /// <exception cref="LetterTemplateException">There is none of that name.</exception>
    public static byte[] Default(string name)
    {
        using var stream = typeof(LetterTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new LetterTemplateException(name, null, "not-found");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The template that is in force.</summary>
    /// <exception cref="LetterTemplateException">There is none of that name.</exception>
    public byte[] Read(string name)
    {
        // A name is a plain file name; a path from a template's include never leaves the directory.
        if (directory is not null && Path.GetFileName(name) == name && Path.Combine(directory, name) is var path && File.Exists(path))
            return File.ReadAllBytes(path);
        return Default(name);
    }

    internal bool Has(string name) =>
        Names.Contains(name) || (directory is not null && Path.GetFileName(name) == name && File.Exists(Path.Combine(directory, name)));

    internal string ReadText(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Read(name)), Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
