using System.Globalization;
using System.Text.RegularExpressions;
using WobWorkflow.Api;

namespace WobWorkflow.Engine.Tests;

/// <summary>What pages say and what the files of sentences hold is the same.</summary>
public sealed partial class SentencesTests
{
    [Fact]
    public void EverySentence_ThatIsSaid_IsThere()
    {
        var keys = PageSources.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);

        PageSources.Calls.Where(call => call.How != "ForScript").SelectMany(call => Said(call).Where(key => !keys.Contains(key)).Select(key => $"{call.Where}: {key}")).ShouldBeEmpty();
    }

    [Fact]
    public void EverySentence_ThatIsThere_IsSaid()
    {
        var said = PageSources.Calls.SelectMany(Said).ToHashSet(StringComparer.Ordinal);

        PageSources.Rows.Where(row => row.File != "Field" && !said.Contains(row.Key)).Select(row => $"{row.Where}: {row.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void EveryTitle_OfAField_HasAFieldThatItIsOf()
    {
        var named = Parameter().Matches(string.Join('\n', Directory.EnumerateFiles(Path.Combine(Azurite.Root(), "functions"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)))
            .Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

        PageSources.Rows.Where(row => row.File == "Field" && !named.Contains(row.Key.Split('.')[^1])).Select(row => $"{row.Where}: {row.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Places_AreAsMany_AsTheWordsThatAreSaid()
    {
        var places = PageSources.Rows.GroupBy(row => row.Key, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => PlacesIn(rows.First().Text), StringComparer.Ordinal);

        PageSources.Calls.Where(call => call is { How: "Say" or "say" or "Phrase", Words: not null })
            .Where(call => places.TryGetValue(call.Key, out var there) && !there.SetEquals(Enumerable.Range(0, call.Words!.Value)) && !IsForOne(call, there))
            .Select(call => $"{call.Where}: {call.Key} is said with {call.Words}, and has the places {string.Join(", ", places[call.Key])}").ShouldBeEmpty();
        PageSources.Calls.Where(call => call.How == "Count").SelectMany(call => Said(call).Where(key => places.TryGetValue(key, out var there) && !there.IsSubsetOf([0])).Select(key => $"{call.Where}: {key}")).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_AreThereOnce_InTheFileThatTheirFirstWordNames()
    {
        PageSources.Rows.GroupBy(row => row.Key, StringComparer.Ordinal).Where(rows => rows.Count() > 1).Select(rows => $"{rows.Key}: {string.Join(", ", rows.Select(row => row.Where))}").ShouldBeEmpty();
        PageSources.Rows.Where(row => Labels.Pascal(row.Key.Split('.')[0]) != row.File || !Shape().IsMatch(row.Key)).Select(row => $"{row.Where}: {row.Key}").ShouldBeEmpty();
        PageSources.Rows.Where(row => string.IsNullOrWhiteSpace(row.Text)).Select(row => $"{row.Where}: {row.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Rows_AndCalls_AreFound()
    {
        PageSources.Rows.Count().ShouldBeGreaterThan(900);
        PageSources.Calls.Count(call => call.How == "say").ShouldBeGreaterThan(20);
        PageSources.Calls.Count(call => call.How == "Phrase").ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Say_FillsItsPlaces_AndCount_KnowsOneFromMany()
    {
        Sentences.Say("common.back-to", "hier").ShouldBe("Terug naar hier");
        Sentences.Count("common.count.days", 1).ShouldBe("1 dag");
        Sentences.Count("common.count.days", 0).ShouldBe("0 dagen");
    }

    [Fact]
    public void Say_WithoutSuchASentence_Throws() =>
        Should.Throw<InvalidOperationException>(() => Sentences.Say("common.nobody-wrote-this")).Message.ShouldContain("common.nobody-wrote-this");

    [Fact]
    public void ForScript_HasTheSentencesOfItsGroup_ByTheRestOfTheirKeys()
    {
        var sentences = System.Text.Json.JsonDocument.Parse(Sentences.ForScript("document.script")).RootElement;

        sentences.GetProperty("begun").GetString().ShouldBe("0 van {0} gedaan.");
        sentences.TryGetProperty("document.number", out _).ShouldBeFalse();
    }

    private static IEnumerable<string> Said(PageSources.Call call) => call.How == "Count" ? [$"{call.Key}.one", $"{call.Key}.many"] : [call.Key];

    /// <summary>A script chooses one from many itself, and the sentence for one may do without the number.</summary>
    private static bool IsForOne(PageSources.Call call, HashSet<int> places) => call.Key.EndsWith(".one", StringComparison.Ordinal) && places.IsSubsetOf(Enumerable.Range(0, call.Words!.Value));

    private static HashSet<int> PlacesIn(string text) => [.. Place().Matches(text).Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{(?<n>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*(\.[A-Za-z0-9-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b[A-Za-z]\w*\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Parameter();
}
