using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Accessors;
using Fluid.Values;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace WobWorkflow.Documents;

/// <summary>Renders a letter's text template (Liquid) to Markdown. Every value is escaped; what may have several lines says so with a filter.</summary>
internal sealed partial class LetterText
{
    private static readonly FluidParser Parser = new();
    private readonly LetterTemplates templates;
    private readonly TemplateOptions options;

    public LetterText(LetterTemplates templates)
    {
        this.templates = templates;
        options = new TemplateOptions
        {
            StrictFilters = true,
            DefaultFileExtension = LetterTemplates.TextExtension,
            FileProvider = new Partials(this),
            MaxSteps = 1_000_000,
            MaxRecursion = 20,
            // A letter that read the clock could never be written twice.
            Now = () => DateTimeOffset.UnixEpoch,
            TimeZone = TimeZoneInfo.Utc,
        };
        options.MemberAccessStrategy = new FactsOfALetter();
        options.ValueConverters.Add(value => value switch
        {
            DateOnly date => DutchText.Date(date),
            Enum name => KebabCase(name.ToString()),
            _ => null,
        });
        options.Filters.Clear();
        LetterFilters.AddTo(options.Filters);
    }

    /// <exception cref="LetterTemplateException">The template, or one that it includes, is missing or broken.</exception>
    public string Render(Letter letter)
    {
        var file = letter.Kind + LetterTemplates.TextExtension;
        var source = templates.ReadText(file);
        var template = Parse(file, source);
        var context = new TemplateContext(options);
        foreach (var (name, value) in Roots(letter))
            context.SetValue(name, value);
        // Fluid's own strictness takes an empty value for an unknown one: a date that is not known yet is no mistake of the template.
        context.Undefined = name => context.ValueNames.Contains(name.Split('.')[0]) ? new(NilValue.Instance) : throw new UnknownName(name);
        try
        {
            return template.Render(context, MarkdownValues.Encoder, isolateContext: false);
        }
        catch (LetterTemplateException)
        {
            throw;
        }
        catch (UnknownName e)
        {
            throw Located(file, e.Message, "unknown-value");
        }
        catch (FluidException e) when (UnknownFilter().Match(e.Message) is { Success: true } filter)
        {
            throw Located(file, filter.Groups["name"].Value, "unknown-filter");
        }
        catch (Exception)
        {
            // Whatever an unknown template brings about in the engine: its message could carry content.
            throw new LetterTemplateException(file, null, "cannot-be-rendered");
        }
    }

    private static IEnumerable<(string Name, object Value)> Roots(Letter letter) =>
    [
        ("content", letter.Content),
        ("to", letter.Addressee),
        ("reference", letter.Reference),
        ("subject", letter.Subject),
        ("annexes", letter.Annexes),
    ];

    private static IFluidTemplate Parse(string file, string source) =>
        Parser.TryParse(source, out var template, out var error)
            ? template
            : throw new LetterTemplateException(file, Position().Match(error) is { Success: true } at ? int.Parse(at.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : null, "syntax");

    /// <summary>The engine does not tell where a name stands: it is looked up in the text of the template and of those that it may include.</summary>
    private LetterTemplateException Located(string file, string name, string problem)
    {
        var word = new Regex($@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(1));
        foreach (var candidate in LetterTemplates.Names.Where(n => n.StartsWith('_')).Prepend(file))
        {
            var line = Array.FindIndex(templates.ReadText(candidate).Split('\n'), l => l.Contains('{') && word.IsMatch(l));
            if (line >= 0)
                return new(candidate, line + 1, problem);
        }

        return new(file, null, problem);
    }

    private static string KebabCase(string name) => Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    private static string SnakeCase(string name) => Capital().Replace(name, "_$0").TrimStart('_').ToLowerInvariant();

    [GeneratedRegex(@"\((?<line>\d+):\d+\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Position();

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();

    [GeneratedRegex("filter '(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownFilter();

    /// <summary>A template sees the properties of the records of a letter, in snake case, and nothing else of .NET.</summary>
    private sealed class FactsOfALetter : MemberAccessStrategy
    {
        private readonly ConcurrentDictionary<(Type, string), IMemberAccessor> accessors = new();

        public override IMemberAccessor GetAccessor(Type type, string name) => accessors.GetOrAdd((type, name), static key =>
        {
            var property = key.Item1.Assembly == typeof(Letter).Assembly
                ? key.Item1.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(p => SnakeCase(p.Name) == key.Item2)
                : null;
            return property is null ? throw new UnknownName(key.Item2) : new DelegateAccessor((fact, _) => Known(property.GetValue(fact))!);
        });

        /// <summary>In Liquid an empty text is true; here it is as unknown as null.</summary>
        private static object? Known(object? value) => value is string text && string.IsNullOrWhiteSpace(text) ? null : value;

        public override void Register(Type type, IEnumerable<KeyValuePair<string, IMemberAccessor>> accessors) => throw new NotSupportedException();
    }

    private sealed class UnknownName(string name) : Exception(name);

    /// <summary>Included templates (names beginning with an underscore) come from the same places as the others.</summary>
    private sealed class Partials(LetterText owner) : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath)
        {
            // Fluid asks for the name as written first, and then with the extension.
            if (!subpath.EndsWith(LetterTemplates.TextExtension, StringComparison.Ordinal))
                return new NotFoundFileInfo(subpath);
            if (!owner.templates.Has(subpath))
                throw new LetterTemplateException(subpath, null, "not-found");
            var text = owner.templates.ReadText(subpath);
            // Fluid would not say in which file the error is.
            Parse(subpath, text);
            return new Partial(subpath, text);
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }

    private sealed class Partial(string name, string text) : IFileInfo
    {
        private readonly byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
