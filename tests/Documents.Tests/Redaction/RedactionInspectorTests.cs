using CsCheck;

namespace WobWorkflow.Documents.Tests;

public sealed class RedactionInspectorTests
{
    private static readonly RedactionInspector Inspector = new();

    public static TheoryData<string> Bad => [.. BadRedactions.All.Select(bad => bad.Name)];

    public static TheoryData<string> Good => [.. GoodRedactions.All.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_redaction_is_refused_for_the_right_reason(string name)
    {
        var bad = BadRedactions.All.Single(b => b.Name == name);
        var found = Inspector.Inspect(Memo.Task with { StruckMarkings = bad.StruckMarkings }, bad.Make(), bad.FileName, Ct);
        found.ShouldContain(new RedactionFinding(bad.Flaw, bad.Page));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_leaks_is_seen_by_others_too(string name)
    {
        if (BadRedactions.All.Single(b => b.Name == name) is { Seen: { } seen } bad)
            seen(bad.Make()).ShouldBeTrue();
    }

    /// <summary>A passage without a place is no way to make a file; it has tests of its own below.</summary>
    [Fact]
    public void Every_flaw_has_a_file() =>
        Enum.GetValues<RedactionFlaw>().Except(BadRedactions.All.Select(bad => bad.Flaw)).ShouldBe([RedactionFlaw.PassageNotLocated]);

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_redaction_passes(string name)
    {
        var good = GoodRedactions.All[name]();
        Inspector.Inspect(Memo.Task with { StruckMarkings = good.StruckMarkings }, good.Pdf, "gelakt.pdf", Ct).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Others_see_no_leak_in_a_good_one(string name)
    {
        var pdf = GoodRedactions.All[name]().Pdf;
        Tool.Complaints(pdf).ShouldBe("");
        foreach (var seen in new[] { Tool.Text(pdf), Tool.Everything(pdf) })
        {
            seen.ShouldNotContain(Memo.Name);
            seen.ShouldNotContain("48.250");
            seen.ShouldNotContain("blijft");
        }

        string.Concat(Tool.Text(pdf).Where(c => !char.IsWhiteSpace(c))).ShouldContain("Dedirectiestemtinmethetvoorstelvandeafdeling.");
    }

    [Fact]
    public void Passage_without_a_place_is_a_finding()
    {
        var task = Memo.Task with { Passages = [.. Memo.Passages, new WithheldPassage(2, null, [], "een omschrijving die er niet staat", ["5.1.2e"])] };
        Inspector.Inspect(task, Memo.Redacted().ToArray(), null, Ct).ShouldBe([new RedactionFinding(RedactionFlaw.PassageNotLocated, 2)]);
    }

    [Fact]
    public void Passage_beyond_the_last_page_is_a_finding()
    {
        var task = Memo.Task with { Passages = [.. Memo.Passages, Memo.Passages[0] with { Page = 3 }] };
        Inspector.Inspect(task, Memo.Redacted().ToArray(), null, Ct).ShouldBe([new RedactionFinding(RedactionFlaw.PassageNotLocated)]);
    }

    [Fact]
    public void The_original_itself_is_refused_on_every_page_with_a_passage()
    {
        var found = Inspector.Inspect(Memo.Task, Memo.Original(), null, Ct);
        found.ShouldContain(new RedactionFinding(RedactionFlaw.TextUnderBox, 1));
        found.ShouldContain(new RedactionFinding(RedactionFlaw.PictureUnderBox, 2));
        found.ShouldContain(new RedactionFinding(RedactionFlaw.CodeMissing, 2));
    }

    [Fact]
    public void Garbage_in_the_file_never_throws()
    {
        var good = Memo.Redacted().ToArray();
        Gen.Select(Gen.Int[0, good.Length - 40], Gen.Byte.Array[1, 30]).Sample(
            (at, bytes) =>
            {
                var broken = (byte[])good.Clone();
                bytes.CopyTo(broken, at);
                Inspector.Inspect(Memo.Task, broken, null, Ct);
            },
            iter: 60, threads: 1);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
