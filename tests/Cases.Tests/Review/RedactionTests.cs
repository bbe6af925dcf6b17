namespace WobWorkflow.Cases.Tests;

public sealed class RedactionTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);
    private static readonly DateTimeOffset Now = Life.TenOClock(Day);
    private static readonly Ground Privacy = Ground.Parse("10.2.e");
    private static readonly StoredContent File = new(new string('d', 64), "application/pdf", ".pdf", 9_000, 2, null, null);
    private static readonly DocumentId Doc3 = new(3);

    [Fact]
    public void Rendition_IsOwed_OnceTheReviewIsClosed()
    {
        var life = AWithheldPassage();
        Owed(life).ShouldBeEmpty();

        life = Closed(life);

        var owed = Owed(life).ShouldHaveSingleItem();
        (owed.DocumentId, owed.Kind).ShouldBe((Doc3, "render-redaction"));
        owed.Key.ShouldStartWith("render:doc-3:");
        Owed(Rendered(life, owed)).ShouldBeEmpty();
    }

    [Fact]
    public void Rendition_IsOwed_WhileADecisionWaits_AndNotOfWhatIsJudgedAfterItWasAnnounced()
    {
        var life = AWithheldPassage();
        foreach (var document in Reviewing.Unassessed(life.Case))
            life = life.With(new AssessDocument(document.Id, Judgement.Public), on: Day, by: Persons.Reviewer);
        life = life.With(new DraftDecision(DecisionKind.Primary), on: Day, by: Persons.Handler).LettersPrepared(Day);
        Owed(life).ShouldBeEmpty();

        life = life.With(new SubmitDecision(Given.Decision1), on: Day, by: Persons.Handler);
        Owed(life).ShouldHaveSingleItem();

        life = life.With(new ApproveDecision(Given.Decision1), on: Day, by: Persons.Approver).With(new TakeDecision(Given.Decision1), on: Day, by: Persons.Signatory);
        life = life.With(new SignLetter(life.DecisionLetter.Id), on: Day, by: Persons.Signatory).With(new RecordDispatch(life.DecisionLetter.Id, Channel.Email), on: Day, by: Persons.Handler);
        Owed(life).ShouldHaveSingleItem();

        life = life.With(Withheld(new(1), start: 4), on: Day.AddDays(1), by: Persons.Reviewer);
        Owed(life).ShouldBeEmpty();
    }

    [Fact]
    public void Rendition_ThatCannotBeMade_IsNotTriedAgainUntilItIsJudgedOtherwise()
    {
        var life = Closed(AWithheldPassage());
        var owed = Owed(life).Single();
        life = Engine.Record(life, new RedactionNotRendered(Doc3, owed.Basis, "passage-not-located", owed.Key), Now);
        Owed(life).ShouldBeEmpty();
        Redactions.NotMadeOf(life.Case, Document(life))!.Reason.ShouldBe("passage-not-located");

        life = Closed(Reopened(life).With(Withheld(new(1), start: 4), on: Day, by: Persons.Reviewer));

        Owed(life).ShouldHaveSingleItem().Basis.ShouldNotBe(owed.Basis);
        Redactions.NotMadeOf(life.Case, Document(life)).ShouldBeNull();
    }

    [Fact]
    public void Rendition_OfWhatIsJudgedOtherwise_IsOutdated_AndHoldsAgainWhenThatIsUndone()
    {
        var life = Closed(AWithheldPassage());
        life = Rendered(life, Owed(life).Single());
        Redactions.CurrentOf(life.Case, Document(life)).ShouldNotBeNull();

        life = Reopened(life).With(Withheld(new(1), start: 4), on: Day, by: Persons.Reviewer);
        Redactions.CurrentOf(life.Case, Document(life)).ShouldBeNull();

        life = life.With(Withheld(new(1), start: 0), on: Day, by: Persons.Handler);
        Redactions.CurrentOf(life.Case, Document(life)).ShouldNotBeNull();
    }

    [Fact]
    public void PublicDocument_WithAPartOutsideTheRequest_NeedsARenditionAllTheSame()
    {
        var life = ADocument().With(new AssessPassage(Doc3, 1, Treatment.OutOfScope, Start: 0, Length: 5), on: Day, by: Persons.Reviewer);

        Reviewing.JudgementOf(life.Case, Document(life)).ShouldBe(Judgement.Public);
        Redactions.NeedsRendition(life.Case, Document(life)).ShouldBeTrue();
        Redactions.CodesOf(life.Case.Passages.Single()).ShouldBe(["buiten verzoek"]);
    }

    [Fact]
    public void PublicDocument_WhoseMarkingWasLifted_NeedsARenditionWithTheMarkingStruck()
    {
        var life = ADocument(Marking.DepartementaalVertrouwelijk)
            .With(new AssessDocument(Doc3, Judgement.Public), on: Day, by: Persons.Reviewer);
        Redactions.NeedsRendition(life.Case, Document(life)).ShouldBeFalse();

        life = life.With(new RecordDeclassification(Doc3), on: Day, by: Persons.Handler);

        Redactions.NeedsRendition(life.Case, Document(life)).ShouldBeTrue();
        Redactions.StruckOf(Document(life)).ShouldBe(["Dep. VERTROUWELIJK", "Departementaal vertrouwelijk"]);
    }

    [Fact]
    public void AddRedaction_OfWhatWasInspected_IsCurrent()
    {
        var life = AWithheldPassage();
        life = life.With(Adding(life), on: Day, by: Persons.Reviewer);

        Redactions.CurrentOf(life.Case, Document(life)).ShouldBe(new Redaction(File, Redactions.BasisOf(life.Case, Document(life)), Day, Persons.Reviewer.Id));
        Owed(Closed(life)).ShouldBeEmpty();
        life.Try(Adding(life), on: Day, by: Persons.Reviewer).ShouldBeRefused("redaction-already-here", "Wob 10");
    }

    [Fact]
    public void AddRedaction_JudgedOtherwiseMeanwhile_IsRefused()
    {
        var life = AWithheldPassage();
        var adding = Adding(life);

        life.With(Withheld(new(1), start: 4), on: Day, by: Persons.Reviewer).Try(adding, on: Day, by: Persons.Reviewer).ShouldBeRefused("assessed-meanwhile", "Wob 10");
    }

    [Fact]
    public void AddRedaction_OfNothingRedacted_IsRefused()
    {
        ADocument().Try(new AddRedaction(Doc3) { Content = File, Basis = "x" }, on: Day, by: Persons.Reviewer).ShouldBeRefused("nothing-to-redact", "Wob 10");
        var life = AWithheldPassage();
        life.Try(new AddRedaction(Given.Doc1) { Content = File, Basis = "x" }, on: Day, by: Persons.Reviewer).ShouldBeRefused("document-is-stub", "Wob 10");
        life.Try(new AddRedaction(new(9)) { Content = File, Basis = "x" }, on: Day, by: Persons.Reviewer).ShouldBeUnknown("document-not-found", "Wob 10");
    }

    [Fact]
    public void Passage_OnAnAreaOfThePage_IsKept()
    {
        var life = ADocument().With(
            new AssessPassage(Doc3, 1, Treatment.Withheld, Grounds: [Privacy], Reason: "Een handtekening.", Areas: [new PageArea(72, 600, 120.5, 40)]), on: Day, by: Persons.Reviewer);

        life.Case.Passages.Single().Areas.ShouldBe([new PageArea(72, 600, 120.5, 40)]);
    }

    [Theory]
    [InlineData("72,120.5,200,14", true)]
    [InlineData(" 0 , 0 , 1 , 1 ", true)]
    [InlineData("72,120.5,200", false)]
    [InlineData("72,120.5,200,0", false)]
    [InlineData("-1,0,5,5", false)]
    [InlineData("1,2,3,NaN", false)]
    [InlineData("1,2,3,99999", false)]
    [InlineData("", false)]
    public void Area_IsFourNumbersOfPoints(string text, bool reads)
    {
        PageArea.TryParse(text, null, out var area).ShouldBe(reads);
        if (reads)
            PageArea.Parse(area!.ToString(), null).ShouldBe(area);
    }

    private static Life ADocument(Marking marking = Marking.None) => Given.ACaseInCollection().With(
        new AddDocument("Verslag", Marking: marking) { Content = new StoredContent(new string('a', 64), "application/pdf", ".pdf", 40_000, 2, new string('e', 64), null) },
        on: Day, by: Persons.Handler);

    private static Life AWithheldPassage() => ADocument().With(Withheld(null, start: 0), on: Day, by: Persons.Reviewer);

    private static AssessPassage Withheld(PassageId? again, int start) =>
        new(Doc3, 1, Treatment.Withheld, again, Start: start, Length: 9, Grounds: [Privacy], Reason: "Een persoon die niet in de openbaarheid treedt.");

    private static AddRedaction Adding(Life life) => new(Doc3) { Content = File, Basis = Redactions.BasisOf(life.Case, Document(life)) };

    private static Life Closed(Life life)
    {
        foreach (var document in Reviewing.Unassessed(life.Case))
            life = life.With(new AssessDocument(document.Id, Judgement.Public), on: Day, by: Persons.Reviewer);
        return life.With(new CloseReview(), on: Day, by: Persons.Reviewer);
    }

    private static Life Reopened(Life life) => life.With(new ReopenReview("Nog iets gezien."), on: Day, by: Persons.Reviewer);

    private static Life Rendered(Life life, Duty duty) => Engine.Record(life, Engine.Discharge(life, duty), Now);

    private static Document Document(Life life) => life.Case.Documents[Doc3]!;

    private static IEnumerable<RenderRedaction> Owed(Life life) => life.Agenda(Now).Due.OfType<RenderRedaction>();
}
