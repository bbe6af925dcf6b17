namespace WobWorkflow.Cases.Tests;

public sealed class ReviewTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);
    private static readonly DateOnly DayUnderTheWoo = new(2022, 5, 2);
    private const string Why = "Inzicht in de werkwijze.";

    [Fact]
    public void AssessDocument_WithGroundAndReason_IsJudged()
    {
        var life = Given.ACaseInCollection().With(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Given.StateSecurity], Why), on: Day, by: Persons.Reviewer);

        Reviewing.JudgementOf(life.Case, life.Case.Documents.First()).ShouldBe(Judgement.NotPublic);
        Reviewing.GroundsOf(life.Case, life.Case.Documents.First()).ShouldBe([Given.StateSecurity]);
        Reviewing.Unassessed(life.Case).Select(d => d.Id).ShouldBe([Given.Doc2]);
        Phases.Of(life.Case).ShouldBe(Phase.Review);
    }

    [Fact]
    public void AssessDocument_Again_ReplacesTheEarlierJudgement() =>
        Given.ACaseInCollection().With(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Given.StateSecurity], Why), on: Day, by: Persons.Reviewer)
            .With(new AssessDocument(Given.Doc1, Judgement.Public), on: Day, by: Persons.Handler)
            .Case.Documents.First().Assessment.ShouldBe(new Assessment(Judgement.Public, [], null, null, Day, Persons.Handler.Id) { Disclosed = new(8, 1), Judged = 8 });

    [Fact]
    public void AssessDocument_RefusalWithoutGround_IsInvalid() =>
        Given.ACaseInCollection().Try(new AssessDocument(Given.Doc1, Judgement.NotPublic, Reason: Why), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "no-ground", "Awb 3:46");

    [Fact]
    public void AssessDocument_RelativeGroundWithoutReason_IsInvalid() =>
        Given.ACaseInCollection().Try(new AssessDocument(Given.Doc1, Judgement.PartlyPublic, [Ground.Parse("10.2.e")], "  "), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "wob-relative-ground-needs-reasons", "Awb 3:46");

    [Fact]
    public void AssessDocument_GroundWithoutRefusal_IsInvalid() =>
        Given.ACaseInCollection().Try(new AssessDocument(Given.Doc1, Judgement.Public, [Given.StateSecurity]), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "ground-without-refusal", "Wob 10");

    [Fact]
    public void AssessDocument_AlreadyPublicWithoutPlace_IsInvalid()
    {
        Given.ACaseInCollection().Try(new AssessDocument(Given.Doc1, Judgement.AlreadyPublic), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("location", "location-missing", "Wob 10");
        Given.ACaseInCollection().Try(new AssessDocument(Given.Doc1, Judgement.AlreadyPublic, Location: "https://zoek.officielebekendmakingen.nl/x"), on: Day, by: Persons.Reviewer)
            .ShouldGive<DocumentAssessed>();
    }

    [Fact]
    public void AssessDocument_NotHereOrDropped_IsUnknown()
    {
        Given.ACaseInCollection().Try(new AssessDocument(new(3), Judgement.Public), on: Day, by: Persons.Reviewer).ShouldBeUnknown("document-not-found", "Wob 10");
        Given.ACaseInCollection().With(new DropDocument(Given.Doc1, "x"), on: Day, by: Persons.Handler)
            .Try(new AssessDocument(Given.Doc1, Judgement.Public), on: Day, by: Persons.Reviewer).ShouldBeUnknown("document-not-found", "Wob 10");
    }

    [Fact]
    public void AssessDocument_NoDocuments_IsRefused() =>
        Given.AQualifiedCase().Try(new AssessDocument(Given.Doc1, Judgement.Public), on: Day, by: Persons.Reviewer).ShouldBeRefused("no-documents", "Wob 10");

    [Theory]
    [InlineData("2022-04-30", "10.1.b", null)]
    [InlineData("2022-04-30", "5.1.1.b", "ground-of-other-law")]
    [InlineData("2022-05-01", "10.1.b", "ground-of-other-law")]
    [InlineData("2022-05-01", "5.1.1.b", null)]
    public void AssessDocument_AroundTheTransition_TakesGroundsOfTheActOfThatDay(string on, string ground, string? code)
    {
        var outcome = Given.ACaseInCollection().Try(
            new AssessDocument(Given.Doc1, Judgement.NotPublic, [Ground.Parse(ground)], Why), on: DateOnly.Parse(on), by: Persons.Reviewer);

        if (code is null)
            outcome.ShouldGive<DocumentAssessed>();
        else
            outcome.ShouldBeInvalid("grounds", code, "Woo 10.1");
    }

    [Fact]
    public void AssessDocument_OtherThanItsPassagesSay_IsRefused()
    {
        var life = Given.ACaseInCollection().With(Given.Withholding(Given.Doc1, Given.StateSecurity), on: Day, by: Persons.Reviewer);

        Reviewing.JudgementOf(life.Case, life.Case.Documents.First()).ShouldBe(Judgement.PartlyPublic);
        life.Try(new AssessDocument(Given.Doc1, Judgement.Public), on: Day, by: Persons.Reviewer)
            .ShouldBeRefused("judgement-follows-passages", "Wob 10").Detail.ShouldContain("deels openbaar");
        life.Try(new AssessDocument(Given.Doc1, Judgement.PartlyPublic, [Given.StateSecurity], Why), on: Day, by: Persons.Reviewer).ShouldGive<DocumentAssessed>();
    }

    [Fact]
    public void AssessPassage_DisclosedAfterAll_MakesTheDocumentPublic()
    {
        var life = Given.ACaseInCollection().With(Given.Withholding(Given.Doc1, Given.StateSecurity), on: Day, by: Persons.Reviewer)
            .With(new AssessPassage(Given.Doc1, 1, Treatment.Disclosed, new PassageId(1)), on: Day, by: Persons.Reviewer);

        life.Case.Passages.Count.ShouldBe(1);
        Reviewing.JudgementOf(life.Case, life.Case.Documents.First()).ShouldBe(Judgement.Public);
        Reviewing.GroundsOf(life.Case, life.Case.Documents.First()).ShouldBeEmpty();
    }

    [Fact]
    public void AssessPassage_Again_KeepsItsQuoteAndWhereItCameFrom()
    {
        var life = Given.ACaseInCollection().With(Given.Withholding(Given.Doc1, Given.StateSecurity), on: Day, by: Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurity) with { Quote = "De dienst beschikt over", DerivedFrom = new PassageId(1) }, on: Day, by: Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Ground.Parse("11.1"), page: 2, again: new(2)), on: Day, by: Persons.Reviewer);

        var passage = life.Case.Passages.Last();
        passage.DerivedFrom.ShouldBe(new PassageId(1));
        passage.Quote.ShouldNotBeNull();
        passage.Grounds.ShouldBe([Ground.Parse("11.1")]);
        passage.Page.ShouldBe(2);
    }

    [Fact]
    public void AssessPassage_OutOfScopeOrLeftToOther_WithholdsNothing()
    {
        var life = Given.ACaseInCollection()
            .With(new AssessPassage(Given.Doc1, 1, Treatment.OutOfScope), on: Day, by: Persons.Reviewer)
            .With(new AssessPassage(Given.Doc1, 2, Treatment.LeftToOther), on: Day, by: Persons.Reviewer);

        Reviewing.JudgementOf(life.Case, life.Case.Documents.First()).ShouldBe(Judgement.Public);
    }

    public static TheoryData<AssessPassage, string, string, string?> Invalid { get; } = new()
    {
        { Given.Withholding(Given.Doc1, Given.StateSecurity) with { Grounds = [] }, "grounds", "no-ground", "Awb 3:46" },
        { Given.Withholding(Given.Doc1, Given.StateSecurity) with { Treatment = Treatment.Disclosed }, "grounds", "ground-without-refusal", "Wob 10" },
        { Given.Withholding(Given.Doc1, Ground.Parse("5.1.1.b")), "grounds", "ground-of-other-law", "Woo 10.1" },
        { Given.Withholding(Given.Doc1, Given.StateSecurity) with { Start = 3 }, "length", "range-incomplete", "Wob 10" },
        { Given.Withholding(Given.Doc1, Given.StateSecurity) with { Length = 3 }, "length", "range-incomplete", "Wob 10" },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void AssessPassage_PayloadThatCanNotBe_IsInvalid(AssessPassage step, string field, string code, string? article) =>
        Given.ACaseInCollection().Try(step, on: Day, by: Persons.Reviewer).ShouldBeInvalid(field, code, article);

    [Fact]
    public void AssessPassage_PageBeyondTheDocument_IsInvalid()
    {
        var life = Given.ACaseInCollection().With(Given.AFile(pages: 3), on: Day, by: Persons.Handler);

        life.Try(Given.Withholding(new(3), Given.StateSecurity, page: 3), on: Day, by: Persons.Reviewer).ShouldGive<PassageAssessed>();
        life.Try(Given.Withholding(new(3), Given.StateSecurity, page: 4), on: Day, by: Persons.Reviewer).ShouldBeInvalid("page", "page-beyond-document", "Wob 10");
    }

    [Fact]
    public void AssessPassage_ReferenceToWhatIsNotThere_IsUnknown()
    {
        var life = Given.ACaseInCollection().With(Given.Withholding(Given.Doc1, Given.StateSecurity), on: Day, by: Persons.Reviewer);

        life.Try(Given.Withholding(new(3), Given.StateSecurity), on: Day, by: Persons.Reviewer).ShouldBeUnknown("document-not-found", "Wob 10");
        life.Try(Given.Withholding(Given.Doc2, Given.StateSecurity, again: new(1)), on: Day, by: Persons.Reviewer).ShouldBeUnknown("passage-not-found", "Wob 10");
        life.Try(Given.Withholding(Given.Doc2, Given.StateSecurity) with { DerivedFrom = new PassageId(9) }, on: Day, by: Persons.Reviewer)
            .ShouldBeUnknown("passage-not-found", "Wob 10");
        life.Try(Given.Withholding(Given.Doc1, Given.StateSecurity, again: new(1)) with { DerivedFrom = new PassageId(1) }, on: Day, by: Persons.Reviewer)
            .ShouldBeUnknown("passage-not-found", "Wob 10");
    }

    [Fact]
    public void AssessPassage_WithholdingInADocumentThatIsAlreadyPublic_IsRefused() =>
        Given.ACaseInCollection().With(new AssessDocument(Given.Doc1, Judgement.AlreadyPublic, Location: "https://example.nl"), on: Day, by: Persons.Reviewer)
            .Try(Given.Withholding(Given.Doc1, Given.StateSecurity), on: Day, by: Persons.Reviewer).ShouldBeRefused("document-already-judged", "Wob 10");

    [Fact]
    public void AssessDocument_OldInformationUnderTheWoo_NeedsReasons()
    {
        var old = new AddDocument("Oud stuk", Date: new(2015, 1, 1));
        var life = Given.AQualifiedCase().With(old, on: new(2022, 1, 14), by: Persons.Handler);

        life.Try(new AssessDocument(Given.Doc1, Judgement.NotPublic, [Ground.Parse("5.2.1")]), on: DayUnderTheWoo, by: Persons.Reviewer)
            .ShouldBeInvalid("grounds", "five-years-need-reasons", "Woo 5.3");
    }
}
