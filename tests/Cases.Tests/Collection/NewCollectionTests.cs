using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewCollectionTests
{
    [Fact]
    public void AskUnit_Unanswered_HasATermAndKeepsTheCollectionOpen()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new AskUnit("NCTV", "Wat heeft u?", Day("2024-09-10")));
        life.Term("unit:unit-question-1", "2024-09-04").Due.ShouldBe(Day("2024-09-10"));
        life.Refuse("2024-09-04", new CloseCollection()).Code.ShouldBe("question-open");
        life.Take("2024-09-09", new RecordUnitAnswer(new UnitQuestionId(1), UnitAnswer.NothingFound), "unit");
        life.Term("unit:unit-question-1", "2024-09-12").State.ShouldBe(TermState.Met);
        life.Take("2024-09-09", new CloseCollection());
    }

    [Fact]
    public void RecordUnitAnswer_Twice_IsRefused()
    {
        var life = Received("2024-09-02");
        life.Take("2024-09-03", new AskUnit("NCTV", "Wat heeft u?", Day("2024-09-10")));
        life.Take("2024-09-03", new AskUnit("DGPol", "Wat heeft u?", Day("2024-09-10")));
        life.Take("2024-09-09", new RecordUnitAnswer(new UnitQuestionId(1), UnitAnswer.Delivered));
        life.Refuse("2024-09-09", new RecordUnitAnswer(new UnitQuestionId(1), UnitAnswer.Delivered)).Code.ShouldBe("already-answered");
    }

    [Fact]
    public void CloseCollection_Closed_KeepsDocumentsOutUntilReopened()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new CloseCollection());
        life.Refuse("2024-09-04", new AddDocument("Nog een")).Code.ShouldBe("collection-closed");
        life.Take("2024-09-04", new ReopenCollection("Nagekomen stukken."));
        life.Take("2024-09-04", new AddDocument("Nog een"));
    }

    [Fact]
    public void CloseCollection_WithoutSearch_IsRefused() => Received("2024-09-02").Refuse("2024-09-03", new CloseCollection()).Code.ShouldBe("no-search-recorded");

    [Fact]
    public void ReopenCollection_ReviewClosed_OpensTheReviewToo()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new CloseCollection());
        life.Take("2024-09-03", new CloseReview());
        life.Refuse("2024-09-04", new AssessDocument(Doc1, Judgement.Public)).Code.ShouldBe("review-closed");
        life.Take("2024-09-04", new ReopenCollection("Nagekomen stukken."));
        life.Take("2024-09-04", new AssessDocument(Doc1, Judgement.Public));
    }

    [Fact]
    public void CloseReview_DocumentUnassessed_IsRefused()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new AddDocument("Nog een"));
        life.Refuse("2024-09-03", new CloseReview()).Code.ShouldBe("documents-unassessed");
    }

    [Fact]
    public void ReopenReview_DecisionPending_IsRefused()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new CloseReview());
        life.Take("2024-09-03", new DraftDecision(DecisionKind.Primary));
        life.PrepareLetters("2024-09-03");
        life.Take("2024-09-03", new SubmitDecision(Decision1));
        life.Refuse("2024-09-04", new ReopenReview("Toch nog kijken.")).Code.ShouldBe("decision-pending");
    }

    [Fact]
    public void LinkDocument_Duplicate_TakesTheJudgementOfItsOriginal()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new AddDocument("Dezelfde analyse"));
        Reviewing.Unassessed(life.Case).ShouldHaveSingleItem();
        life.Take("2024-09-03", new LinkDocument(new DocumentId(3), Doc2, DocumentLinkKind.DuplicateOf));
        Reviewing.JudgementOf(life.Case, life.Case.Documents[new DocumentId(3)]!).ShouldBe(Judgement.PartlyPublic);
    }

    [Fact]
    public void LinkDocument_InACircle_IsRefused()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new LinkDocument(Doc1, Doc2, DocumentLinkKind.DerivedFrom));
        life.Refuse("2024-09-03", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom)).Code.ShouldBe("link-in-circle");
        life.Refuse("2024-09-03", new LinkDocument(Doc1, Doc2, DocumentLinkKind.DerivedFrom)).Code.ShouldBe("already-linked");
    }

    [Fact]
    public void WriteMotivation_Passages_CoverTheirGrounds()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new WriteMotivation("Persoonsgegevens", "Namen van ambtenaren.", [new PassageId(1)]));
        var written = life.Case.Motivations.Single();
        written.GroundsIn(life.Case).ShouldBe([Ground.Parse("5.1.2.e")]);
        written.Covers(new PassageId(1), []).ShouldBeTrue();
        life.Refuse("2024-09-03", new WriteMotivation("Nog eens", "-", [new PassageId(1)])).Code.ShouldBe("passage-motivated");
        life.Take("2024-09-04", new WriteMotivation("Anders", "Beter gezegd.", [new PassageId(1)], MotivationId: written.Id));
        life.Case.Motivations.Count.ShouldBe(1);
    }

    [Fact]
    public void WriteMotivation_GroundThatNothingRestsOn_IsRefused() =>
        Reviewed("2024-09-02").Refuse("2024-09-03", new WriteMotivation("-", "-", Ground: Ground.Parse("5.1.2.a"))).Code.ShouldBe("ground-not-used");

    [Fact]
    public void RecordDeclassification_ByTheOwner_LiftsTheMarking()
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new DescribeDocument(Doc1, Marking: Marking.StgGeheim));
        life.Refuse("2024-09-04", new RecordDeclassification(Doc1)).Code.ShouldBe("not-the-owner");
        life.Refuse("2024-09-04", new RecordDeclassification(Doc1, By: new Agency("NCTV")), "liaison-AIVD").Kind.ShouldBe(RefusalKind.Unknown);
        life.Refuse("2024-09-04", new RecordDeclassification(Doc1, Marking.StgGeheim, new Agency("NCTV"))).Code.ShouldBe("marking-not-lower");
        life.Take("2024-09-04", new RecordDeclassification(Doc1, By: new Agency("NCTV")), "liaison-NCTV");
        life.Case.Documents[Doc1]!.Marking.ShouldBe(Marking.None);
    }
}
