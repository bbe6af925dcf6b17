namespace WobWorkflow.Cases.Tests;

/// <summary>A document whose marking turns out to be higher than may be kept here becomes a stub, with all that holds the same.</summary>
public sealed class RemoveContentTests
{
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly DocumentId Doc3 = new(3);
    private static readonly DocumentId Doc4 = new(4);
    private static readonly RemoveContent Step = new(Doc3, Marking.StgGeheim, "De kluis van de NCTV, kast 4.");

    [Fact]
    public void RemoveContent_OfAFile_LeavesAStub_WithWhatIsKnownAndJudged()
    {
        var before = WithFile().With(Given.Withholding(Doc3, Given.StateSecurity), Day, Persons.Reviewer);
        var document = before.With(Step, Day, Persons.Handler).Case.Documents[Doc3]!;

        (document.Content, document.Marking, document.InScope).ShouldBe((null, Marking.StgGeheim, true));
        (document.Title, document.Kind).ShouldBe((before.Case.Documents[Doc3]!.Title, DocumentKind.Memo));
        (document.Removed!.Was, document.Removed.On).ShouldBe((before.Case.Documents[Doc3]!.Content!, Day));
        Reviewing.JudgementOf(before.With(Step, Day, Persons.Handler).Case, document).ShouldBe(Judgement.PartlyPublic);
    }

    [Fact]
    public void RemoveContent_IsOwedToStorage_UntilNothingIsLeft()
    {
        var removed = WithFile().With(Step, Day, Persons.Handler);
        removed.Agenda(Life.TenOClock(Day)).Due.OfType<RemoveStoredContent>().ShouldBe([new RemoveStoredContent(1)]);

        var gone = Engine.Perform(removed, Life.TenOClock(Day), duty => duty is RemoveStoredContent);
        gone.Agenda(Life.TenOClock(Day)).Due.OfType<RemoveStoredContent>().ShouldBeEmpty();
        gone.Case.Removals.ShouldHaveSingleItem().DoneOn.ShouldBe(Day);
    }

    [Fact]
    public void RemoveContent_ForgetsTheRedactedRendition_AndOwesNone()
    {
        var decided = WithFile().With(Given.Withholding(Doc3, Given.StateSecurity), Day, Persons.Reviewer)
            .With(new AssessDocument(Given.Doc1, Judgement.Public), Day, Persons.Reviewer).With(new AssessDocument(Given.Doc2, Judgement.Public), Day, Persons.Reviewer)
            .With(new CloseReview(), Day, Persons.Reviewer);
        var made = Engine.Perform(decided, Life.TenOClock(Day), duty => duty is RenderRedaction);
        made.Case.Redacted.ShouldContainKey(Doc3);

        var removed = made.With(Step, Day, Persons.Handler);
        removed.Case.Redacted.ShouldNotContainKey(Doc3);
        removed.Agenda(Life.TenOClock(Day)).Due.OfType<RenderRedaction>().ShouldBeEmpty();
        new OutgoingGate(removed.Case, Audience.Requester, "decision-1", Day).Of(removed.Case.Documents[Doc3]!).ShouldBe(new Stopped("marking-not-lifted"));
    }

    [Theory]
    [InlineData("the same file that was dropped", "3 4")]
    [InlineData("another file with the same text", "3 4")]
    [InlineData("another file", "3")]
    public void RemoveContent_TakesWhatHoldsTheSame(string other, string taken)
    {
        var life = other.StartsWith("the same", StringComparison.Ordinal)
            ? WithFile().With(new DropDocument(Doc3, "Dubbel."), Day, Persons.Handler).With(Given.AFile(), Day, Persons.Handler)
            : WithFile(text: 't').With(Given.AFile('b') with { Content = Given.AFile('b').Content! with { TextSha256 = new string(other.EndsWith("text", StringComparison.Ordinal) ? 't' : 'u', 64) } }, Day, Persons.Handler);

        Removed(life.With(Step with { DocumentId = Doc3 }, Day, Persons.Handler)).ShouldBe(taken);
    }

    [Theory]
    [InlineData(3, "3 4 5 6")] // the archive itself: with all that came out of it, at any depth
    [InlineData(4, "3 4 6")] // a mail in it: the archive holds it too, its attachment is in it, and its neighbour stays
    [InlineData(5, "3 5")]
    [InlineData(6, "3 4 6")]
    public void RemoveContent_TakesWhatItCameIn_AndWhatCameOutOfIt(int document, string taken)
    {
        var archive = Given.AFile() with { Content = Given.AFile().Content! with { Extension = ".zip", Members = 2 } };
        var life = Given.ACaseInCollection().With(archive, Day, Persons.Handler);
        life = Engine.Record(life, new ContainerUnpacked(Doc3, 2, [Member(4, 'd') with { Content = Member(4, 'd').Content with { Extension = ".eml", Members = 1 } }, Member(5, 'e')], [], "unpack:doc-3:0"), Life.TenOClock(Day));
        life = Engine.Record(life, new ContainerUnpacked(Doc4, 1, [Member(6, 'f')], [], "unpack:doc-4:0"), Life.TenOClock(Day));

        var after = life.With(Step with { DocumentId = new(document) }, Day, Persons.Handler);

        Removed(after).ShouldBe(taken);
        // An archive that was taken apart is not judged itself, whether or not its file is here.
        after.Case.Documents[Doc3]!.InScope.ShouldBeFalse();
    }

    [Fact]
    public void RemoveContent_OfWhatMayBeHere_IsInvalid() =>
        WithFile().Try(Step with { Marking = Marking.DepartementaalVertrouwelijk }, Day, Persons.Handler).ShouldBeInvalid("marking", "marking-may-be-here");

    [Fact]
    public void RemoveContent_OfAStubOrNothing_IsRefused()
    {
        WithFile().Try(Step with { DocumentId = Given.Doc1 }, Day, Persons.Handler).ShouldBeRefused("no-content");
        WithFile().Try(Step with { DocumentId = new(9) }, Day, Persons.Handler).ShouldBeUnknown("document-not-found");
        WithFile().With(Step, Day, Persons.Handler).Try(Step, Day, Persons.Handler).ShouldBeRefused("no-content");
    }

    [Fact]
    public void RemoveContent_OfWhatIsPublic_IsRefusedUntilItWasWithdrawn()
    {
        var life = WithFile();
        var open = life with { Case = life.Case with { Documents = life.Case.Documents.With(Doc3, document => document with { Release = document.Release with { CopySince = Day } }) } };

        open.Try(Step, Day, Persons.Handler).ShouldBeRefused("document-public").Detail.ShouldContain("doc-3");
    }

    [Fact]
    public void RemoveContent_WaitsForNobody_HoldOrDecision()
    {
        WithFile().With(new PlaceLegalHold("Er loopt een onderzoek."), Day, Persons.Coordinator).Try(Step, Day, Persons.Handler).ShouldGive<ContentRemoved>();
        var pending = WithFile().With(new AssessDocument(Doc3, Judgement.Public), Day, Persons.Reviewer).With(new AssessDocument(Given.Doc1, Judgement.Public), Day, Persons.Reviewer)
            .With(new AssessDocument(Given.Doc2, Judgement.Public), Day, Persons.Reviewer).With(new DraftDecision(DecisionKind.Primary), Day, Persons.Handler).LettersPrepared(Day)
            .With(new SubmitDecision(Given.Decision1), Day, Persons.Handler);
        pending.Try(new DescribeDocument(Doc3, Title: "x"), Day, Persons.Handler).ShouldBeRefused("decision-pending");
        pending.Try(Step, Day, Persons.Handler).ShouldGive<ContentRemoved>();
    }

    /// <summary>A case that is treated in another has copies of its own.</summary>
    [Fact]
    public void RemoveContent_IsTakenInEachCaseThatHasTheFile() => Joining.TakenThere.ShouldNotContain(RemoveContent.Rule.Name);

    [Fact]
    public void DescribeDocument_AboveTheCeiling_SaysHowTheContentGoes() =>
        WithFile().Try(new DescribeDocument(Doc3, Marking: Marking.StgGeheim), Day, Persons.Handler).ShouldBeOfType<Refused>().Detail.ShouldContain("remove-content");

    [Fact]
    public void ContentGone_MarksThePackagesThatHeldIt()
    {
        var removed = WithFile().With(new AddArtifact("advice") { Content = Given.AFile('9').Content }, Day, Persons.Handler).With(Step, Day, Persons.Handler);
        var artifact = removed.Case.Artifacts.Last().Id;

        Engine.Record(removed, new ContentGone(1, 2, 1, [artifact], "remove-content:1"), Life.TenOClock(Day)).Case.Artifacts[artifact]!.RemovedOn.ShouldBe(Day);
    }

    [Fact]
    public void Package_WhoseFileIsGone_IsForNobody()
    {
        var package = new Package(new(1), PackageKind.Decision, "decision-1", "handler", Day) { Result = new(new(1), new("", "", ""), new string('a', 64), 1, 1, [], 0, Day) };
        Case Holding(DateOnly? removed) => WithFile().Case with
        {
            Artifacts = Numbered<ArtifactId, Artifact>.None.Add(new(new(1), "decision-package", new string('b', 64), "application/zip", ".zip", 9, "decision-1", "engine", Day) { RemovedOn = removed }),
        };

        PackageAccess.MayFetch(Holding(null), package, Persons.Handler).ShouldBeTrue();
        PackageAccess.MayFetch(Holding(Day), package, Persons.Handler).ShouldBeFalse();
    }

    private static Life WithFile(char? text = null) => Given.ACaseInCollection()
        .With(Given.AFile() with { Content = Given.AFile().Content! with { TextSha256 = text is { } hash ? new string(hash, 64) : null } }, Day, Persons.Handler);

    private static MemberAdded Member(int number, char hash) =>
        new(new(number), new FreeText(new string('c', 64)), DocumentKind.Other, new StoredContent(new string(hash, 64), "text/plain", ".txt", 10, null, null, null));

    private static string Removed(Life life) => string.Join(' ', life.Case.Documents.Where(document => document.Removed is not null).Select(document => document.Id.Number));
}
