namespace WobWorkflow.Cases.Tests;

/// <summary>Requests at other bodies about the same documents, and who judges what.</summary>
public sealed class LinkCaseTests
{
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly LinkedCaseId Linked1 = new(1);

    [Fact]
    public void LinkCase_New_IsKnownByItsBodyAndReference()
    {
        var linked = Given.ACaseInCollection().With(AtBzk(Given.Doc2), Day, Persons.Handler).Case.Connections.Linked.ShouldHaveSingleItem();

        (linked.Id, linked.Agency, linked.State, linked.ToldOn).ShouldBe((Linked1, new Agency("BZK"), LinkedCaseState.Treated, Day));
        linked.Documents.ShouldBe([Given.Doc2]);
        linked.Reference.Text.ShouldBe("2018-0001");
    }

    [Fact]
    public void LinkCase_ToldSince_KeepsBodyAndReference()
    {
        var life = Given.ACaseInCollection().With(AtBzk(), Day, Persons.Handler);
        var reference = life.Case.Connections.Linked.Single().Reference;

        var linked = life.With(new LinkCase(LinkedCaseState.Court, Linked1, Note: "Beroep ingesteld."), Day.AddDays(9), Persons.Litigator).Case.Connections.Linked.ShouldHaveSingleItem();

        (linked.Agency, linked.Reference, linked.State, linked.ToldOn).ShouldBe((new Agency("BZK"), reference, LinkedCaseState.Court, Day.AddDays(9)));
    }

    [Fact]
    public void LinkCase_WhatCannotBe_IsRefused()
    {
        var life = Given.ACaseInCollection().With(AtBzk(), Day, Persons.Handler);

        life.Try(new LinkCase(LinkedCaseState.Treated), Day, Persons.Handler).ShouldBeInvalid("body", "body-unclear");
        life.Try(new LinkCase(LinkedCaseState.Treated, Agency: new Agency("BZK"), Body: "Gemeente Ons Dorp", Reference: "1"), Day, Persons.Handler).ShouldBeInvalid("body", "body-unclear");
        life.Try(new LinkCase(LinkedCaseState.Treated, Agency: new Agency("CVIN"), Reference: "1"), Day, Persons.Handler).ShouldBeInvalid("agency", "agency-does-not-decide");
        life.Try(new LinkCase(LinkedCaseState.Treated, Agency: new Agency("DEF")), Day, Persons.Handler).ShouldBeInvalid("reference", "reference-missing");
        life.Try(new LinkCase(LinkedCaseState.Treated, new LinkedCaseId(2)), Day, Persons.Handler).ShouldBeUnknown("linked-case-not-found");
        life.Try(new LinkCase(LinkedCaseState.Treated, Linked1, Agency: new Agency("DEF")), Day, Persons.Handler).ShouldBeInvalid("body", "body-known");
        life.Try(AtBzk(new DocumentId(9)), Day, Persons.Handler).ShouldBeUnknown("document-not-found");
    }

    [Fact]
    public void AssessDocument_LeftToAnotherBody_NamesWhoJudges()
    {
        var life = Given.ACaseInCollection().With(AtBzk(Given.Doc2), Day, Persons.Handler)
            .With(new AssessDocument(Given.Doc2, Judgement.OutOfScope, JudgedBy: Linked1), Day, Persons.Reviewer);

        Judging.LeftWhole(life.Case).ShouldHaveSingleItem().Document.Id.ShouldBe(Given.Doc2);
        Judging.IsJudgedBy(life.Case, Linked1).ShouldBeTrue();
        // Judged here after all: nothing is left.
        Judging.LeftWhole(life.With(new AssessDocument(Given.Doc2, Judgement.Public), Day, Persons.Reviewer).Case).ShouldBeEmpty();
    }

    [Fact]
    public void AssessPassage_LeftToAnotherBody_NamesWhoJudges()
    {
        var life = Given.ACaseInCollection().With(AtBzk(), Day, Persons.Handler)
            .With(new AssessPassage(Given.Doc1, 1, Treatment.LeftToOther, JudgedBy: Linked1), Day, Persons.Reviewer);

        Judging.LeftWhole(life.Case).ShouldBeEmpty();
        Judging.LeftInPart(life.Case).ShouldHaveSingleItem().Document.Id.ShouldBe(Given.Doc1);
    }

    [Fact]
    public void Assess_JudgedHere_NamesNoOtherBody()
    {
        var life = Given.ACaseInCollection().With(AtBzk(), Day, Persons.Handler);

        life.Try(new AssessDocument(Given.Doc1, Judgement.Public, JudgedBy: Linked1), Day, Persons.Reviewer).ShouldBeInvalid("judgedBy", "judged-here", "Wob 10");
        life.Try(new AssessPassage(Given.Doc1, 1, Treatment.Disclosed, JudgedBy: Linked1), Day, Persons.Reviewer).ShouldBeInvalid("judgedBy", "judged-here", "Wob 10");
        life.Try(new AssessDocument(Given.Doc1, Judgement.OutOfScope, JudgedBy: new LinkedCaseId(2)), Day, Persons.Reviewer).ShouldBeUnknown("linked-case-not-found", "Wob 10");
    }

    [Fact]
    public void Basis_OfTheLetter_MovesWithTheReferenceOfWhoJudges_AndNotWithItsState()
    {
        var life = Given.ACaseInCollection().With(AtBzk(), Day, Persons.Handler)
            .With(new AssessDocument(Given.Doc2, Judgement.OutOfScope, JudgedBy: Linked1), Day, Persons.Reviewer);

        life.With(new LinkCase(LinkedCaseState.Decided, Linked1), Day, Persons.Handler).Case.Basis.ShouldBe(life.Case.Basis);
        life.With(new LinkCase(LinkedCaseState.Decided, Linked1, Reference: "2018-0002"), Day, Persons.Handler).Case.Basis.ShouldBeGreaterThan(life.Case.Basis);
    }

    [Fact]
    public void SetMatter_PutsIn_TakesOut_AlsoAfterClosing()
    {
        var life = Given.AClosedCase().With(new SetMatter("D-2018-014"), new(2022, 5, 2), Persons.Coordinator);

        life.Case.Connections.MatterId.ShouldBe("D-2018-014");
        life.Try(new SetMatter("D-2018-014"), new(2022, 5, 2), Persons.Coordinator).ShouldBeRefused("nothing-to-change");
        life.With(new SetMatter(), new(2022, 5, 2), Persons.Coordinator).Case.Connections.MatterId.ShouldBeNull();
    }

    [Fact]
    public void Register_InAMatter_IsInItFromTheStart() =>
        Given.NoCase().With(Given.ARequest() with { MatterId = "D-1" }, Given.ReceivedOn, Persons.Coordinator).Case.Connections.MatterId.ShouldBe("D-1");

    private static LinkCase AtBzk(params DocumentId[] documents) =>
        new(LinkedCaseState.Treated, Agency: new Agency("BZK"), Reference: "2018-0001", Documents: [.. documents]);
}
