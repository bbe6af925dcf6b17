using System.Collections.Immutable;
using System.Text;
using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>A report of which one name is withheld, and renditions of it as a person's own program would have made them.</summary>
internal static class RedactedReport
{
    public const string Report = "Verslag van de kade.\n\nMevrouw Zonneveld heeft gebeld.\nDe muur staat nog.\n";
    public const string Secret = "Zonneveld";

    /// <returns>The case, and the path of the redacted rendition of its one document.</returns>
    public static async Task<(string Id, string Path)> AssessedAsync(Office office)
    {
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, Report);
        _ = (await office.Handler.StepAsync(id, "assess-passage", new
        {
            documentId = document,
            page = 1,
            treatment = "withheld",
            start = Report.IndexOf(Secret, StringComparison.Ordinal),
            length = Secret.Length,
            grounds = new[] { "10.2.e" },
            reason = "Een persoon die niet in de openbaarheid treedt.",
        })).Done;
        return (id, $"cases/{id}/documents/{document}/redacted");
    }

    /// <summary>One that holds under inspection.</summary>
    public static Task<byte[]> HoldingAsync() =>
        MadeAsync(Report, [new(1, new(Report.IndexOf(Secret, StringComparison.Ordinal), Secret.Length), [], null, ["10.2e"])]);

    public static async Task<byte[]> MadeAsync(string text, ImmutableArray<WithheldPassage> passages)
    {
        var made = await new RedactionMaker(new RedactionInspector()).MakeAsync(new(Encoding.UTF8.GetBytes(text), passages, []), TestContext.Current.CancellationToken);
        return made.ShouldBeOfType<RenditionMade>().Pdf.ToArray();
    }
}
