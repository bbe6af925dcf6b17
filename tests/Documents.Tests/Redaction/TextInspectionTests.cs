namespace WobWorkflow.Documents.Tests;

/// <summary>Renditions of documents without pages, made by hand: what leaks is refused with its reason, and what is right passes.</summary>
public sealed class TextInspectionTests
{
    private static readonly RedactionInspector Inspector = new();

    public static TheoryData<string, string> Bad
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in TextPaper.Originals.Keys)
            {
                foreach (var bad in BadTextRedactions.All)
                    all.Add(format, bad.Way);
            }

            return all;
        }
    }

    public static TheoryData<string> Formats => [.. TextPaper.Originals.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_redaction_is_refused_for_the_right_reason_and_seen_by_others(string format, string way)
    {
        var bad = BadTextRedactions.All.Single(known => known.Way == way);
        var paper = TextPaper.Of(format);
        var pdf = bad.Make(paper);

        Inspector.Inspect(paper.Task with { StruckMarkings = bad.StruckMarkings }, pdf, bad.FileName, Ct).ShouldContain(new RedactionFinding(bad.Flaw, bad.Page));
        if (bad.Seen is { } seen)
            seen(pdf).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Rendition_that_was_printed_with_codes_passes(string format)
    {
        var paper = TextPaper.Of(format);
        paper.Passages.ShouldNotBeEmpty();
        var pdf = paper.ToArray();

        Inspector.Inspect(paper.Task, pdf, "gelakt.pdf", Ct).ShouldBeEmpty();
        Tool.Complaints(pdf).ShouldBe("");
        (Tool.Text(pdf) + Tool.Everything(pdf)).ShouldNotContain(TextPaper.Name);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
