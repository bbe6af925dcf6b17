using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using WobWorkflow.Cases;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed partial class ReminderMailTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>The kinds of term that a case or a ruling in it can have, as their ids begin.</summary>
    public static TheoryData<string> Terms { get; } =
    [
        "decision", "progress",
        .. new[] { "Terms", "Rulings" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository, "functions", "Cases", folder), "*.cs"))
            .Where(file => Path.GetFileName(file).StartsWith("CaseTerms", StringComparison.Ordinal) || Path.GetFileName(file) == "Ruling.cs")
            .SelectMany(file => TermId().Matches(File.ReadAllText(file))).Select(id => id.Groups["kind"].Value).Distinct(),
    ];

    [Fact]
    public void Terms_ThatCanBeRemindedOf_AreFound() => new[] { "withheld", "release", "objection-decision", "ruling", "loop", "leak" }.ShouldBeSubsetOf(Terms.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Terms))]
    public void Reminder_OfAnyTerm_SaysWhichItIs(string kind)
    {
        var on = new DateOnly(2022, 9, 1);
        var reminder = new Reminder("0123456789abcdef", ReminderKind.Term, $"{kind}:x-1", on, $"{on:yyyy-MM-dd}:due", null, LocalTime.MorningOf(on), null);
        var mail = new ReminderMail(new MailOptions { PublicAddress = "https://woo.example.nl" }, new CaseClock(TimeProvider.System)).For(Case.Blank("aaaa-aaaa-aaaa"), reminder, "anna@example.nl");

        mail.Subject.ShouldNotBeNull().ShouldNotContain("een termijn");
        mail.Subject.ShouldEndWith("eindigt vandaag");
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("\\$\"(?<kind>[a-z-]+):\\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TermId();
}
