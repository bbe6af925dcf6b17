using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

/// <summary>Holds the Functions app to what is asked of it, also where the packages to build it are missing: by its source.</summary>
public sealed partial class AppSourceTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>A new kind of duty needs a method in functions/App/Duties/DutyActivities.cs: without it the Functions host would fail on each case that owes it.</summary>
    [Fact]
    public void DutyKinds_All_HaveExactlyOneActivity()
    {
        var activities = Sources().SelectMany(source => ActivityName().Matches(source)).Select(match => match.Groups["name"].Value).ToList();

        activities.Where(name => name != "look").Order(StringComparer.Ordinal).ShouldBe(
            typeof(Duty).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Duty))).Select(KindOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void App_WithoutComments_IsUnderFiveHundredLines() =>
        Sources().SelectMany(source => source.Split('\n')).Count(line => line.Trim() is { Length: > 0 } code && !code.StartsWith("//", StringComparison.Ordinal))
            .ShouldBeLessThan(500);

    [Theory]
    [InlineData("Term")]
    [InlineData("Letter")]
    [InlineData("Woo")]
    [InlineData("Article")]
    [InlineData("Decision")]
    [InlineData("Catalogue")]
    public void App_HoldsNoRulesTermsOrLetters(string word)
    {
        // The names of duties are the one thing of the field that it must know.
        var code = Sources().SelectMany(source => source.Split('\n')).Where(line => !ActivityMethod().IsMatch(line) && !line.Contains("Letters:Templates", StringComparison.Ordinal));

        code.Where(line => Regex.IsMatch(line, $@"(?<![A-Za-z]){word}|{word}(?=[A-Z])", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty();
    }

    [Fact]
    public void HostJson_SaysWhatTheAppRestsOn()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "host.json")));
        var extensions = json.RootElement.GetProperty("extensions");

        json.RootElement.GetProperty("version").GetString().ShouldBe("2.0");
        extensions.GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        var durable = extensions.GetProperty("durableTask");
        durable.GetProperty("hubName").GetString()!.ShouldMatch("^[A-Za-z][A-Za-z0-9]{2,44}$");
        durable.GetProperty("maxConcurrentActivityFunctions").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Solution_BuildsTheApp_UnderConfigurationAzureOnly()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "WobWorkflow.sln"));
        var id = Regex.Match(solution, """functions\\App\\App.csproj", "(?<id>\{[^}]+\})""", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        id.ShouldNotBeEmpty();

        var builds = solution.Split('\n').Where(line => line.Contains($"{id}.", StringComparison.Ordinal) && line.Contains(".Build.0", StringComparison.Ordinal));

        builds.ShouldHaveSingleItem().ShouldContain("Azure|Any CPU.Build.0");
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "functions", "App"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(File.ReadAllText);

    private static string KindOf(Type duty) => JsonNamingPolicy.KebabCaseLower.ConvertName(duty.Name);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("""\[Function\("(?<name>[a-z-]+)"\)\]\s+public Task<bool>""", RegexOptions.None, 1000)]
    private static partial Regex ActivityName();

    [GeneratedRegex("""\[Function\("|public Task<bool> \w+Async\(""", RegexOptions.None, 1000)]
    private static partial Regex ActivityMethod();
}
