using System.Text.RegularExpressions;
using WobWorkflow.Api;

namespace WobWorkflow.Scenarios;

/// <summary>What the infrastructure says of the program is true of it. That it compiles is seen by ./test itself.</summary>
public sealed partial class InfrastructureTests
{
    private static readonly string Root = RootFrom(AppContext.BaseDirectory);
    private static readonly string Watch = File.ReadAllText(Path.Combine(Root, "infra/modules/watch.bicep"));
    private static readonly string App = File.ReadAllText(Path.Combine(Root, "infra/modules/app.bicep"));

    public static TheoryData<string> Sentences() => [.. AlertSentence().Matches(Watch).Select(match => match.Groups[1].Value.Replace(@"\\", @"\", StringComparison.Ordinal))];

    /// <summary>An alert on a sentence that nobody says would be silent for ever.</summary>
    [Theory]
    [MemberData(nameof(Sentences))]
    public void Alert_ListensForWhatTheProgramSays(string sentence)
    {
        var said = Directory.EnumerateFiles(Path.Combine(Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => LogSentence().Matches(File.ReadAllText(file)).Select(match => Hole().Replace(match.Groups[1].Value, "1")))
            .ToList();

        foreach (var alternative in Alternatives(sentence))
            said.ShouldContain(line => Regex.IsMatch(line, alternative, RegexOptions.None, TimeSpan.FromSeconds(1)), alternative);
    }

    [Fact]
    public void Alerts_AreThere()
    {
        Sentences().ShouldNotBeEmpty();
        AlertName().Matches(Watch).Select(match => match.Groups[1].Value)
            .ShouldBe(["duty-failed", "rows-or-turn-failed", "sweeper-silent", "terms-overdue", "answers-failed"], ignoreOrder: true);
    }

    /// <summary>An alert on a function that is called otherwise would be silent for ever, or never silent.</summary>
    [Fact]
    public void Alert_WatchesFunctionsThatAreThere()
    {
        var functions = Directory.EnumerateFiles(Path.Combine(Root, "functions/App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => FunctionName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();

        var watched = OperationName().Matches(Watch).Select(match => match.Groups[1].Value).ToList();

        watched.ShouldNotBeEmpty();
        watched.ShouldBeSubsetOf(functions);
    }

    /// <summary>What operators are told to do about an alert stands in the documentation, for each.</summary>
    [Fact]
    public void Alerts_AreExplained()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/azure.md"));

        foreach (Match name in AlertName().Matches(Watch))
            page.ShouldContain($"| `{name.Groups[1].Value}` |");
    }

    /// <summary>What is too large is refused by the program, in a sentence, and never by the Functions host before it.</summary>
    [Fact]
    public void FunctionsHost_TakesLargerRequestsThanTheProgram()
    {
        var limit = long.Parse(BodyLimit().Match(App).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        limit.ShouldBeGreaterThan(WobApi.LargestRequest);
    }

    /// <summary><c>^(one|other): </c> listens for two sentences; each must be said.</summary>
    private static IEnumerable<string> Alternatives(string sentence) =>
        Choice().Match(sentence) is { Success: true } choice
            ? choice.Groups[1].Value.Split('|').Select(one => $"^{one}{choice.Groups[2].Value}")
            : [sentence];

    private static string RootFrom(string folder) =>
        File.Exists(Path.Combine(folder, "WobWorkflow.sln")) ? folder : RootFrom(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("""matches regex @"([^"]+)"\'""")]
    private static partial Regex AlertSentence();

    [GeneratedRegex("""name: '([a-z-]+)'\s+text:""")]
    private static partial Regex AlertName();

    [GeneratedRegex(@"OperationName == ""([^""]+)""")]
    private static partial Regex OperationName();

    [GeneratedRegex("""\[Function\("([^"]+)"\)\]""")]
    private static partial Regex FunctionName();

    [GeneratedRegex("Message = \"([^\"]+)\"")]
    private static partial Regex LogSentence();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^\^\((.+)\)(.*)$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '(\d+)'")]
    private static partial Regex BodyLimit();
}
