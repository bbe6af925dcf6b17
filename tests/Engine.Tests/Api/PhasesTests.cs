using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class PhasesTests
{
    [Fact]
    public void WholeLife_PassesThroughThePhases()
    {
        var paper = CaseOnPaper.Qualified();
        Phases.Of(paper.State).ShouldBe(Phase.Intake);

        paper.DispatchLetters().Take(new RecordSearch(SearchChannel.Mail, "Postbus", "zwarte lijst", 1)).Take(new AddDocument("Een"));
        Phases.Of(paper.State).ShouldBe(Phase.Collection);

        paper.Take(new Consult(new Agency("AIVD"), [DocumentId.Of(1)], "Wat vindt u?", new DateOnly(2018, 6, 5))).DispatchLetters();
        Phases.Of(paper.State).ShouldBe(Phase.Consultation);

        paper.Take(new RecordAdvice(ConsultationId.Of(1), AdviceKind.NoObjection)).Take(new AssessDocument(DocumentId.Of(1), Judgement.Public));
        Phases.Of(paper.State).ShouldBe(Phase.Review);

        paper.Take(new DraftDecision(DecisionKind.Primary));
        Phases.Of(paper.State).ShouldBe(Phase.Decision);
    }

    [Fact]
    public void Settled_IsPublication() => Phases.Of(Settled().State).ShouldBe(Phase.Publication);

    [Fact]
    public void RulingThatOwes_IsSupplement_UntilTheNewDecisionIsDispatched()
    {
        var paper = Settled().Happen(new RulingApplied("r1", "202003618/1/A3", DecisionId.Of(1), [Dictum.NewDecision], new DateOnly(2018, 12, 3), 42));
        Phases.Of(paper.State).ShouldBe(Phase.Supplement);

        paper.On(new DateOnly(2018, 12, 10)).Decide(new DraftDecision(DecisionKind.Supplementary, Supplements: DecisionId.Of(1), AnswersRuling: "r1"));
        Phases.Of(paper.State).ShouldBe(Phase.Publication);
    }

    [Fact]
    public void Closed_IsClosed() => Phases.Of(Settled().On(new DateOnly(2018, 9, 1)).Take(new Close()).State).ShouldBe(Phase.Closed);

    [Fact]
    public void Ruling_GoesFromRegisteredToLetter()
    {
        var row = new RulingRow("202003618/1/A3", "c1", DecisionId.Of(1), [Dictum.NewDecision], null);
        var ruling = new Ruling("r1") { Rows = [row] };

        Phases.Of(ruling).ShouldBe(RulingPhase.Registered);
        Phases.Of(ruling with { Rows = [row with { AppliedOn = new DateOnly(2022, 3, 2) }] }).ShouldBe(RulingPhase.Pending);
        Phases.Of(ruling with { Rows = [row with { AppliedOn = new DateOnly(2022, 3, 2), AnsweredOn = new DateOnly(2022, 6, 1) }] }).ShouldBe(RulingPhase.Letter);
        Phases.Of(ruling with { ClosedOn = new DateOnly(2022, 7, 1) }).ShouldBe(RulingPhase.Closed);
    }

    private static CaseOnPaper Settled() => CaseOnPaper.Qualified()
        .Take(new RecordSearch(SearchChannel.Mail, "Postbus", "zwarte lijst", 0)).DispatchLetters()
        .On(new DateOnly(2018, 6, 12)).Decide(new DraftDecision(DecisionKind.Primary));
}
