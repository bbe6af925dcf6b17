namespace WobWorkflow.Cases.Tests;

public sealed class CollectionTests
{
    private static readonly DateOnly Day = new(2022, 1, 17);

    [Fact]
    public void AddDocument_File_GetsTheNextNumber()
    {
        var life = Given.ACaseInCollection().With(Given.AFile(), on: Day, by: Persons.Handler);

        life.Case.Documents.Last().Id.ShouldBe(new DocumentId(3));
        life.Case.Documents.Last().Content!.Pages.ShouldBe(3);
        Phases.Of(life.Case).ShouldBe(Phase.Collection);
    }

    [Fact]
    public void AddDocument_SameFileAgain_IsRefused() =>
        Given.ACaseInCollection().With(Given.AFile(), on: Day, by: Persons.Handler).Try(Given.AFile(), on: Day, by: Persons.Handler)
            .ShouldBeRefused("document-already-here", "Wob 3").Detail.ShouldContain("doc-3");

    [Fact]
    public void AddDocument_SameFileAfterItWasDropped_IsTaken() =>
        Given.ACaseInCollection().With(Given.AFile(), on: Day, by: Persons.Handler)
            .With(new DropDocument(new(3), "Buiten het verzoek."), on: Day, by: Persons.Handler)
            .Try(Given.AFile(), on: Day, by: Persons.Handler).ShouldGive<DocumentAdded>().DocumentId.ShouldBe(new DocumentId(4));

    [Fact]
    public void AddDocument_TwoStubs_AreNotTheSameFile() =>
        Given.ACaseInCollection().Case.Documents.Count(d => d.Content is null).ShouldBe(2);

    [Fact]
    public void AddDocument_FileAtTheMarkingCeiling_IsTaken() =>
        Given.AQualifiedCase().Try(Given.AFile(marking: Marking.DepartementaalVertrouwelijk), on: Day, by: Persons.Handler).ShouldGive<DocumentAdded>();

    [Fact]
    public void AddDocument_FileAboveTheMarkingCeiling_IsInvalid() =>
        Given.AQualifiedCase().Try(Given.AFile(marking: Marking.StgConfidentieel), on: Day, by: Persons.Handler)
            .ShouldBeInvalid("marking", "marking-above-ceiling", "Wob 3");

    [Fact]
    public void AddDocument_StubAboveTheMarkingCeiling_IsTaken() =>
        Given.AQualifiedCase().Try(new AddDocument("Stuk elders", Marking: Marking.StgZeerGeheim), on: Day, by: Persons.Handler)
            .ShouldGive<DocumentAdded>().Content.ShouldBeNull();

    [Fact]
    public void AddDocument_ContentSentByAClient_IsNeverRead() =>
        System.Text.Json.JsonSerializer.Deserialize<AddDocument>("""{"title":"x","content":{"sha256":"a"}}""", CaseJson.Options)!.Content.ShouldBeNull();

    [Fact]
    public void DescribeDocument_SomeOfIt_LeavesTheRest()
    {
        var life = Given.ACaseInCollection().With(new DescribeDocument(Given.Doc1, Kind: DocumentKind.Report, Forum: new Agency("CVIN")), on: Day, by: Persons.Reviewer);

        var document = life.Case.Documents.First();
        document.Kind.ShouldBe(DocumentKind.Report);
        document.Forum.ShouldBe(new Agency("CVIN"));
        document.Owner.ShouldBe(new Agency("NCTV"));
        document.Date.ShouldBe(new DateOnly(2021, 4, 10));
        document.Title.ShouldBe(Given.ACaseInCollection().Case.Documents.First().Title);
    }

    [Fact]
    public void DescribeDocument_Nothing_IsInvalid() =>
        Given.ACaseInCollection().Try(new DescribeDocument(Given.Doc1), on: Day, by: Persons.Handler).ShouldBeInvalid("title", "nothing-to-change");

    [Fact]
    public void DescribeDocument_AnotherNumber_IsUnknown() =>
        Given.ACaseInCollection().Try(new DescribeDocument(new(3), Title: "x"), on: Day, by: Persons.Handler).ShouldBeUnknown("document-not-found");

    [Fact]
    public void DescribeDocument_MarkingAboveTheCeiling_IsInvalidForAFileAndFineForAStub()
    {
        var life = Given.ACaseInCollection().With(Given.AFile(), on: Day, by: Persons.Handler);

        life.Try(new DescribeDocument(new(3), Marking: Marking.StgGeheim), on: Day, by: Persons.Handler).ShouldBeInvalid("marking", "marking-above-ceiling");
        life.Try(new DescribeDocument(Given.Doc1, Marking: Marking.StgGeheim), on: Day, by: Persons.Handler).ShouldGive<DocumentDescribed>();
    }

    [Fact]
    public void DropDocument_InScope_LeavesTheReviewButKeepsItsNumber()
    {
        var life = Given.ACaseInCollection().With(new DropDocument(Given.Doc1, "Valt buiten het verzoek."), on: Day, by: Persons.Handler);

        life.Case.Documents.First().DroppedOn.ShouldBe(Day);
        Reviewing.Unassessed(life.Case).Select(d => d.Id).ShouldBe([Given.Doc2]);
        life.With(Given.AFile(), on: Day, by: Persons.Handler).Case.Documents.Last().Id.ShouldBe(new DocumentId(3));
    }

    [Fact]
    public void DropDocument_Twice_IsRefused() =>
        Given.ACaseInCollection().With(new DropDocument(Given.Doc1, "x"), on: Day, by: Persons.Handler)
            .Try(new DropDocument(Given.Doc1, "x"), on: Day, by: Persons.Handler).ShouldBeRefused("already-dropped");

    [Fact]
    public void DropDocument_AnotherNumber_IsUnknown() =>
        Given.ACaseInCollection().Try(new DropDocument(new(3), "x"), on: Day, by: Persons.Handler).ShouldBeUnknown("document-not-found");

    [Fact]
    public void RecordSearch_ThatFoundNothing_IsKept()
    {
        var search = Given.AQualifiedCase()
            .With(new RecordSearch(SearchChannel.Signal, "Diensttelefoons", "antivirus", Found: 0), on: Day, by: Persons.Handler, effectiveOn: new(2022, 1, 14))
            .Case.Searches.ShouldHaveSingleItem();

        search.Found.ShouldBe(0);
        search.On.ShouldBe(new DateOnly(2022, 1, 14));
        search.By.ShouldBe(Persons.Handler.Id);
    }

    [Fact]
    public void RecordSearch_PeriodReversed_IsInvalid() =>
        Given.AQualifiedCase().Try(
            new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 1, From: new(2022, 1, 2), Through: new(2022, 1, 1)), on: Day, by: Persons.Handler)
            .ShouldBeInvalid("through", "period-reversed", "Wob 3");

    public static TheoryData<string> StandingStill { get; } = ["awaiting", "approved", "taken", "signed"];

    [Theory]
    [MemberData(nameof(StandingStill))]
    public void Documents_FromSubmissionToDispatch_StandStill(string state)
    {
        var life = state switch
        {
            "awaiting" => Given.ADecisionAwaitingApproval(),
            "approved" => Given.AnApprovedDecision(),
            "taken" => Given.ADecisionTaken(),
            _ => Given.ASignedDecision(),
        };

        life.Try(new AddDocument("Nieuw"), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("decision-pending", "Wob 3");
        life.Try(new DescribeDocument(Given.Doc1, Title: "x"), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("decision-pending");
        life.Try(new DropDocument(Given.Doc1, "x"), on: Given.AnnouncedOn, by: Persons.Handler).ShouldBeRefused("decision-pending");
        life.Try(new AssessDocument(Given.Doc1, Judgement.Public), on: Given.AnnouncedOn, by: Persons.Reviewer).ShouldBeRefused("decision-pending", "Wob 10");
        life.Try(Given.Withholding(Given.Doc2, Given.StateSecurity), on: Given.AnnouncedOn, by: Persons.Reviewer).ShouldBeRefused("decision-pending", "Wob 10");
    }

    [Fact]
    public void Documents_AfterTheDispatch_MoveAgain() =>
        Given.ADispatchedDecision().Try(new AddDocument("Nagekomen"), on: new(2022, 3, 7), by: Persons.Handler).ShouldGive<DocumentAdded>();
}
