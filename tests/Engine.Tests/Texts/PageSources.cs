using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WobWorkflow.Engine.Tests;

/// <summary>The sources of pages, the sentences that they may say, and where they do.</summary>
internal static partial class PageSources
{
    private static string Api { get; } = Path.Combine(Azurite.Root(), "functions", "Api");

    private static string Pages { get; } = Path.Combine(Api, "Pages");

    internal sealed record Source(string Name, string Text)
    {
        public int Line(int at) => Text.AsSpan(0, at).Count('\n') + 1;
    }

    /// <param name="Where">File and line.</param>
    /// <param name="Words">How many places it fills; null where that can't be seen.</param>
    internal sealed record Call(string Where, string How, string Key, int? Words);

    /// <param name="Where">File and line.</param>
    internal sealed record Row(string File, string Where, string Key, string Text);

    public static IEnumerable<Source> Components { get; } = Read(Pages, "*.razor");

    /// <summary>What stands beside the components, but for the files that look sentences up.</summary>
    public static IEnumerable<Source> Code { get; } = Read(Pages, "*.cs").Where(source => !source.Name.StartsWith("Texts", StringComparison.Ordinal)).ToList();

    public static IEnumerable<Source> Scripts { get; } = Read(Pages, "*.js");

    /// <summary>Every sentence, in the order of its file; <c>Labels.resx</c> has words for what code has names for, and tests of its own.</summary>
    public static IEnumerable<Row> Rows { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Pages, "Texts"), "*.resx").Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file) != "Labels.resx" && !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file, LoadOptions.SetLineInfo).Root!.Elements("data").Select(row => new Row(
                Path.GetFileNameWithoutExtension(file), $"{Path.GetFileName(file)}:{((System.Xml.IXmlLineInfo)row).LineNumber}", row.Attribute("name")!.Value, row.Element("value")!.Value)))];

    /// <summary>Each time that code or a script says something.</summary>
    public static IEnumerable<Call> Calls { get; } =
        [.. Components.Concat(Read(Api, "*.cs")).Where(source => Path.GetFileName(source.Name) != "Sentences.cs").SelectMany(CallsIn), .. CallsInScripts()];

    private static IEnumerable<Call> CallsIn(Source source) =>
        from call in Saying().Matches(source.Text).Cast<Match>()
        let arguments = CSharpText.Arguments(source.Text, call.Index + call.Length - 1)
        from key in KeysIn(arguments[0])
        select new Call($"{source.Name}:{source.Line(call.Index)}", call.Groups["how"].Value, key, arguments.Exists(argument => argument.StartsWith("..", StringComparison.Ordinal)) ? null : arguments.Count - 1);

    /// <summary>A component names its script and the group of sentences that the script has.</summary>
    private static IEnumerable<Call> CallsInScripts() =>
        from component in Components
        from script in ScriptName().Matches(component.Text).Select(match => Scripts.Single(source => Path.GetFileName(source.Name) == match.Groups["name"].Value))
        from @group in ScriptGroup().Matches(component.Text).Select(match => match.Groups["key"].Value)
        from call in Saying().Matches(script.Text).Cast<Match>()
        let arguments = CSharpText.Arguments(script.Text.Replace('\'', '"').Replace('`', '"'), call.Index + call.Length - 1)
        from key in KeysIn(arguments[0])
        select new Call($"{script.Name}:{script.Line(call.Index)}", "say", $"{@group}.{key}", arguments.Exists(argument => argument.StartsWith("...", StringComparison.Ordinal)) ? null : arguments.Count - 1);

    /// <summary>One key, or each of those between which a condition chooses.</summary>
    private static IEnumerable<string> KeysIn(string argument) =>
        Key().Matches(argument).Select(match => match.Groups["key"].Value);

    private static List<Source> Read(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => new Source(Path.GetRelativePath(folder, file), File.ReadAllText(file)))
            .Where(source => !source.Name.StartsWith("obj", StringComparison.Ordinal) && !source.Name.StartsWith("bin", StringComparison.Ordinal))
            .OrderBy(source => source.Name, StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<![\w.])(Sentences\.)?(?<how>Say|Phrase|Count|ForScript|say)\((?![)}])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Saying();

    [GeneratedRegex(@"(^|\? |: )""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"Href\(""(?<name>\w+\.js)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptName();

    [GeneratedRegex(@"ForScript\(""(?<key>[\w.-]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptGroup();
}
