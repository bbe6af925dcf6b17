using System.Reflection;
using System.Text.Json;

namespace WobWorkflow.Cases.Tests;

/// <summary>Deciding is pure: it touches nothing outside the process and reads no clock (the analyzer sees to the clock).</summary>
public sealed class PurityTests
{
    private static readonly Assembly Assembly = typeof(Case).Assembly;

    [Fact]
    public void Cases_References_AreOfTheRuntimeAlone() =>
        Assembly.GetReferencedAssemblies().Select(name => name.Name!).ShouldAllBe(name => name.StartsWith("System."));

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.IO")]
    [InlineData("System.Data")]
    [InlineData("System.Diagnostics")]
    [InlineData("System.Threading")]
    [InlineData("System.Runtime.InteropServices.RuntimeInformation")]
    public void Cases_References_HoldNothingThatReachesOut(string prefix) =>
        Assembly.GetReferencedAssemblies().Select(name => name.Name!).ShouldNotContain(name => name == prefix || name.StartsWith(prefix + "."));

    /// <summary>State that outlives a decision would make the next one depend on it.</summary>
    [Fact]
    public void Cases_StaticFields_NeverChange() =>
        Assembly.GetTypes().Where(type => type.Namespace == "WobWorkflow.Cases" && !type.Name.Contains('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<'))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}").ShouldBeEmpty();

    [Fact]
    public void Decide_SameCircumstancesTwice_GiveTheSameEvents() =>
        Given.NoCase().Try(Given.ARequest(), on: Given.ReceivedOn, by: Persons.Coordinator).ShouldBeOfType<Accepted>().Events
            .ShouldBe(Given.NoCase().Try(Given.ARequest(), on: Given.ReceivedOn, by: Persons.Coordinator).ShouldBeOfType<Accepted>().Events);

    [Fact]
    public void Fold_WholeLifeFromItsLog_GivesTheSameState()
    {
        var life = Given.AnAnsweredRuling();
        var folded = life.Log.Aggregate(Case.Blank("case-1"), (c, line) => c.Apply(EventJson.Read(EventJson.Write(line.Event)), line.Entry));

        // As JSON, because a text doesn't come back from the log: only its hash does.
        JsonSerializer.Serialize(folded, CaseJson.Options).ShouldBe(JsonSerializer.Serialize(life.Case, CaseJson.Options));
    }
}
