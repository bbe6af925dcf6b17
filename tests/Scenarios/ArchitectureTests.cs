using System.Reflection;
using WobWorkflow.Api;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Scenarios;

/// <summary>Arrows run one way: Local → Api → Engine → Documents, Dossiers → Cases. The compiler holds what the projects say; this holds the projects.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, Assembly> Projects = new(StringComparer.Ordinal)
    {
        ["Cases"] = typeof(Cases.Case).Assembly,
        ["Dossiers"] = typeof(LogStore).Assembly,
        ["Documents"] = typeof(LetterWriter).Assembly,
        ["Engine"] = typeof(Turn).Assembly,
        ["Api"] = typeof(WobApi).Assembly,
        ["Local"] = typeof(Program).Assembly,
    };

    [Theory]
    [InlineData("Cases", "")]
    [InlineData("Dossiers", "Cases")]
    [InlineData("Documents", "Cases")]
    [InlineData("Engine", "Cases Documents Dossiers")]
    [InlineData("Api", "Cases Documents Dossiers Engine")]
    [InlineData("Local", "Api Cases Documents Dossiers Engine")]
    public void Project_Uses_OnlyWhatLiesBelowIt(string project, string below)
    {
        var used = Projects[project].GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("WobWorkflow.", StringComparison.Ordinal)).Select(name => name["WobWorkflow.".Length..]);

        used.ShouldBeSubsetOf(below.Split(' '));
    }

    [Theory]
    [InlineData("Documents", "Azure.")]
    [InlineData("Documents", "Microsoft.AspNetCore")]
    [InlineData("Dossiers", "Microsoft.AspNetCore")]
    [InlineData("Engine", "Microsoft.AspNetCore")]
    [InlineData("Api", "Azure.Storage")]
    public void Project_Knows_NothingOfWhatIsNotItsBusiness(string project, string assembly) =>
        Projects[project].GetReferencedAssemblies().Select(name => name.Name!).ShouldNotContain(name => name.StartsWith(assembly, StringComparison.Ordinal));
}
