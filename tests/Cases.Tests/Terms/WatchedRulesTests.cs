using System.Runtime.CompilerServices;

namespace WobWorkflow.Cases.Tests;

/// <summary>Which rules of the table a case or a ruling computes by, and which are for the calculator alone; <c>docs/law.md</c> says of each of those why.</summary>
public sealed class WatchedRulesTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>Terms of a court or a party that nothing here can watch, and terms that a person chooses to compute.</summary>
    private static readonly string[] ForTheCalculator =
    [
        "woo-4.1-5", "practice-receipt-confirmation", "practice-preservation-notice", "practice-forwarding", "atw-1-1", "practice-objection-confirmation",
        "awb-8.55b-1", "awb-8.55b-hearing", "awb-8.66-1", "awb-8.55-1", "awb-8.55e", "awb-8.110-2", "awb-8.110-3",
        "awb-8.51b-1", "awb-8.51b-3", "awb-7.10-1-anew-committee",
    ];

    [Fact]
    public void Rules_OfTheTable_AreUsedByACaseOrNamedHere()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository, "functions", "Cases"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(file) != "TermRules.cs")
            .Select(File.ReadAllText));

        TermRules.All.Select(rule => rule.Name).Where(name => !source.Contains($"\"{name}\"", StringComparison.Ordinal)).ShouldBe(ForTheCalculator, ignoreOrder: true);
    }

    [Fact]
    public void Rules_ForTheCalculatorAlone_AreExplainedInTheDocumentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "law.md"));
        var explained = page[page.IndexOf("### For the calculator alone", StringComparison.Ordinal)..page.IndexOf("## Grounds", StringComparison.Ordinal)];

        ForTheCalculator.ShouldAllBe(name => explained.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
