namespace WobWorkflow.Cases.Tests;

/// <summary>What may go into a package: a row for each reason why something may not.</summary>
public sealed class OutgoingGateTests
{
    private static readonly DateOnly Day = new(2022, 3, 4);
    private static readonly string About = Given.Decision1.ToString();

    [Fact]
    public void Gate_PublicDocument_GoesInAsItIs() => Of(ACase()).ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.Original);

    [Fact]
    public void Gate_PartlyPublicDocument_GoesInAsItsRendition() =>
        Of(WithRendition(Partly(ACase()))).ShouldBeOfType<GoesIn>().ShouldBe(new GoesIn(Rendition, DocumentVersion.Rendition));

    public static TheoryData<string> Stops => [.. StoppedBy.Keys];

    [Theory]
    [MemberData(nameof(Stops))]
    public void Gate_WhatMayNotGo_IsStopped(string code) => Of(StoppedBy[code]).ShouldBe(new Stopped(code));

    public static TheoryData<string> LeavesOut => [.. LeftOutBy.Keys];

    [Theory]
    [MemberData(nameof(LeavesOut))]
    public void Gate_WhatIsNotDisclosed_StaysOut(string code) => Of(LeftOutBy[code]).ShouldBe(new StaysOut(code));

    [Theory]
    [InlineData(Audience.Requester)]
    [InlineData(Audience.Public)]
    public void Gate_DocumentOfAnotherCase_IsStopped(Audience audience) =>
        new OutgoingGate(ACase(), audience, About, Day).Of(ACase().Documents[Given.Doc1]! with { FormalDecisionMaking = true }).ShouldBe(new Stopped("not-of-this-case"));

    [Fact]
    public void Gate_AudienceWithoutARow_StopsEverything() =>
        new OutgoingGate(ACase(), (Audience)99, About, Day).Of(ACase().Documents[Given.Doc1]!).ShouldBe(new Stopped("audience-unknown"));

    private static readonly Entry Entry = new(999, Life.TenOClock(Day), Day, "engine");
    private static readonly StoredContent Rendition = new(new string('f', 64), "application/pdf", ".pdf", 900, 3, null, null);

    private static readonly Dictionary<string, Case> StoppedBy = new(StringComparer.Ordinal)
    {
        ["not-assessed"] = Changed(ACase(), document => document with { Assessment = null }),
        ["reassessment-open"] = Reassessed(ACase()),
        ["withdrawn"] = Changed(ACase(), document => document with { Release = new DocumentRelease(WithdrawnOn: Day) }),
        ["suspended"] = Changed(ACase(), document => document with { Release = new DocumentRelease(SuspendedOn: Day) }),
        ["held"] = Planned(ACase(), objectionExpected: false, held: true),
        ["release-too-early"] = Planned(ACase(), objectionExpected: true, held: false),
        ["release-stayed"] = Stayed(),
        ["marking-not-lifted"] = Changed(ACase(), document => document with { Marking = Marking.StgConfidentieel }),
        ["content-elsewhere"] = Changed(ACase(), document => document with { Content = null }),
        ["rendition-missing"] = Partly(ACase()),
        ["rendition-outdated"] = Partly(WithRendition(Partly(ACase()))),
        ["rendition-not-made"] = NotMade(Partly(ACase())),
    };

    private static readonly Dictionary<string, Case> LeftOutBy = new(StringComparer.Ordinal)
    {
        ["dropped"] = Changed(ACase(), document => document with { DroppedOn = Day }),
        ["taken-apart"] = Changed(ACase(), document => document with { Content = document.Content! with { Extension = ".zip", Members = 2 }, Unpacking = new Unpacking(2, [], Day) }),
        ["duplicate"] = Changed(ACase(), document => document with { Assessment = null, Links = [new DocumentLink(Given.Doc2, DocumentLinkKind.DuplicateOf)] }),
        ["not-public"] = Judged(ACase(), Judgement.NotPublic),
        ["out-of-scope"] = Judged(ACase(), Judgement.OutOfScope),
        ["already-public"] = Judged(ACase(), Judgement.AlreadyPublic),
    };

    private static GateAnswer Of(Case c) => new OutgoingGate(c, Audience.Requester, About, Day).Of(c.Documents[Given.Doc1]!);

    private static Case ACase() => Filed(Given.ADecisionTaken().Case);

    private static Case Filed(Case c) => Changed(c, document => document with { Content = Given.AFile().Content });

    private static Case Changed(Case c, Func<Document, Document> change) => c with { Documents = c.Documents.With(Given.Doc1, change) };

    private static Case Judged(Case c, Judgement judgement) => Changed(c, document => document with { Assessment = document.Assessment! with { Judgement = judgement } });

    private static Case Partly(Case c) => c with
    {
        Passages = c.Passages.Add(new Passage(c.Passages.NextId, Given.Doc1, 1, null, null, Treatment.Withheld, [Given.StateSecurity], null, null, Day, "x")),
    };

    private static Case WithRendition(Case c) => new RedactionRendered(Given.Doc1, Rendition, Redactions.BasisOf(c, c.Documents[Given.Doc1]!), "key").ApplyTo(c, Entry);

    private static Case NotMade(Case c) =>
        new RedactionNotRendered(Given.Doc1, Redactions.BasisOf(c, c.Documents[Given.Doc1]!), "format-not-rebuilt", "key").ApplyTo(c, Entry);

    private static Case Planned(Case c, bool objectionExpected, bool held) => c with
    {
        Publications = c.Publications.Add(new Publication(c.Publications.NextId, Given.Decision1, [Given.Doc1], Day.AddDays(30), objectionExpected, "x") { Held = held ? [Given.Doc1] : [] }),
    };

    private static Case Reassessed(Case c) => c with
    {
        Reassessments = c.Reassessments.Add(new Reassessment(c.Reassessments.NextId, Given.Doc1, null, new ReassessmentCause(ReassessmentReason.SourceAssessed, new JudgedPlace("case-2", Given.Doc1)), Day)),
    };

    private static Case Stayed()
    {
        var lodged = Filed(Given.ADispatchedDecision()
            .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), on: new(2022, 3, 10), by: Persons.Handler).Case);
        return lodged with { Remedies = lodged.Remedies.With(lodged.Remedies.Last().Id, remedy => remedy with { Relief = InterimReliefState.Requested }) };
    }
}
