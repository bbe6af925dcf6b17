using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>Many documents and passages judged in one step, all of them or none.</summary>
public sealed class BulkAssessmentTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);
    private static readonly Ground Privacy = Ground.Parse("10.2.e");

    [Fact]
    public void AssessPassages_InTwoDocuments_AreJudgedAsIfOneByOne()
    {
        var life = Given.ACaseInCollection().With(Withholding(Row(Given.Doc1, 1), Row(Given.Doc2, 2), Row(Given.Doc1, 3)), on: Day, by: Persons.Reviewer);
        var byOne = new[] { Row(Given.Doc1, 1), Row(Given.Doc2, 2), Row(Given.Doc1, 3) }.Aggregate(Given.ACaseInCollection(), (one, row) =>
            one.With(new AssessPassage(row.DocumentId, row.Page, Treatment.Withheld, Start: row.Start, Length: row.Length, Grounds: [Privacy], Reason: "Zo."), on: Day, by: Persons.Reviewer));

        life.Log.Count.ShouldBe(byOne.Log.Count - 2);
        // Only where in the log they were judged is not the same.
        life.Case.Passages.Select(passage => passage with { Judged = 0 }).ShouldBe(byOne.Case.Passages.Select(passage => passage with { Judged = 0 }), new SamePassage());
        Reviewing.JudgementOf(life.Case, life.Case.Documents[Given.Doc2]!).ShouldBe(Judgement.PartlyPublic);
    }

    [Fact]
    public void AssessPassages_SomeWrong_NothingIsJudged_AndEachRowSaysWhatIsWrong()
    {
        var life = Given.ACaseInCollection().With(Given.AFile('q', pages: 2), on: new(2022, 1, 14), by: Persons.Handler);
        var refused = life.Try(
                Withholding(Row(Given.Doc1, 1), Row(new(9), 1), Row(new(3), 3), Row(Given.Doc2, 1) with { Length = null }, Row(Given.Doc2, 1) with { PassageId = new(4) }),
                on: Day, by: Persons.Reviewer)
            .ShouldBeRefused("passages-not-assessed", "Wob 10", RefusalKind.Invalid);

        refused.Errors.Select(error => error.Field).ShouldBe(["passages[1]", "passages[2].page", "passages[3].length", "passages[4]"]);
        refused.Errors.ShouldAllBe(error => error.Detail.Length > 0);
    }

    [Fact]
    public void AssessPassages_GroundThatCannotStand_IsSaidOfEveryRow() =>
        Given.ACaseInCollection().Try(Withholding(Row(Given.Doc1, 1), Row(Given.Doc2, 1)) with { Reason = null }, on: Day, by: Persons.Reviewer)
            .ShouldBeOfType<Refused>().Errors.Select(error => error.Field).ShouldBe(["passages[0].grounds", "passages[1].grounds"]);

    [Fact]
    public void AssessPassages_WithATheme_GivesItsReasonsOnce()
    {
        var life = Given.ACaseInCollection().With(Withholding(Row(Given.Doc1, 1), Row(Given.Doc2, 2)) with { Theme = "concept", Reason = "Het zijn concepten." }, on: Day, by: Persons.Reviewer);

        var theme = life.Case.Motivations.ShouldHaveSingleItem();
        theme.Passages.ShouldBe([new PassageId(1), new PassageId(2)]);
        theme.Mark.ShouldBe(theme.Theme);
        life.Case.Passages.ShouldAllBe(passage => passage.Reason == null);
        var drafted = life.With(new DraftDecision(DecisionKind.Primary), on: Day, by: Persons.Handler);
        DecisionChecks.Of(drafted.Case, drafted.Decision, drafted.Facts, Day).Single(check => check.Check == DecisionCheck.GroundsReasoned).State.ShouldBe(CheckState.Right);

        // Others come under the same theme later.
        var more = life.With(Withholding(Row(Given.Doc2, 3)) with { Reason = null, MotivationId = theme.Id }, on: Day, by: Persons.Reviewer);
        more.Case.Motivations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            extended => extended.Passages.Length.ShouldBe(3),
            extended => extended.Text.ShouldBe(theme.Text),
            extended => extended.Mark.ShouldBe(theme.Mark));
    }

    [Fact]
    public void AssessPassages_ThemeThatIsNone_IsInvalid()
    {
        var step = Withholding(Row(Given.Doc1, 1));
        Given.ACaseInCollection().Try(step with { Theme = "concept", Reason = null }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("reason", "theme-without-text", "Awb 3:46");
        Given.ACaseInCollection().Try(step with { MotivationId = new(1) }, on: Day, by: Persons.Reviewer).ShouldBeUnknown("motivation-not-found", "Wob 10");
        Given.ACaseInCollection().Try(step with { Theme = "concept", MotivationId = new(1) }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("motivationId", "theme-unclear", "Wob 10");
        Given.ACaseInCollection().Try(step with { Theme = "concept", Treatment = Treatment.OutOfScope, Grounds = [] }, on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("theme", "theme-without-refusal", "Wob 10");
    }

    [Fact]
    public void AssessPassages_Disclosing_PutsUpWhatDerivesFromThem_UnlessItIsJudgedInTheSameStep()
    {
        var life = Given.ACaseInCollection()
            .With(Withholding(Row(Given.Doc1, 1)), on: Day, by: Persons.Reviewer)
            .With(Withholding(Row(Given.Doc2, 1) with { DerivedFrom = new(1) }, Row(Given.Doc2, 2) with { DerivedFrom = new(1) }), on: Day, by: Persons.Reviewer);

        var disclosed = life.With(
            new AssessPassages(Treatment.Disclosed, [new(Given.Doc1, 1, new(1)), new(Given.Doc2, 1, new(2))]), on: Day, by: Persons.Reviewer);

        disclosed.Case.Reassessments.Where(put => put.IsOpen(disclosed.Case)).ShouldHaveSingleItem().PassageId.ShouldBe(new PassageId(3));
    }

    [Fact]
    public void AssessPassages_TheSameOneTwice_IsInvalid()
    {
        var life = Given.ACaseInCollection().With(Withholding(Row(Given.Doc1, 1)), on: Day, by: Persons.Reviewer);
        life.Try(Withholding(Row(Given.Doc1, 1) with { PassageId = new(1) }, Row(Given.Doc1, 2) with { PassageId = new(1) }), on: Day, by: Persons.Reviewer)
            .ShouldBeInvalid("passages", "passages-doubled", "Wob 10");
    }

    [Fact]
    public void AssessDocuments_Alike_OrNotAtAll()
    {
        var step = new AssessDocuments(Judgement.NotPublic, [Given.Doc1, Given.Doc2], [Given.StateSecurity], "Zo.");
        var life = Given.ACaseInCollection().With(step, on: Day, by: Persons.Reviewer);
        life.Case.Documents.ShouldAllBe(document => document.Assessment!.Judgement == Judgement.NotPublic);
        life.Last.ShouldBeOfType<DocumentsAssessed>();

        var refused = Given.ACaseInCollection().With(Withholding(Row(Given.Doc2, 1)), on: Day, by: Persons.Reviewer)
            .Try(step with { Judgement = Judgement.Public, Grounds = [] }, on: Day, by: Persons.Reviewer).ShouldBeRefused("documents-not-assessed", "Wob 10", RefusalKind.Invalid);
        refused.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(error => error.Field.ShouldBe("documents[1]"), error => error.Detail.ShouldContain("deels openbaar"));
        Given.ACaseInCollection().Try(step with { Documents = [Given.Doc1, Given.Doc1] }, on: Day, by: Persons.Reviewer).ShouldBeInvalid("documents", "documents-doubled", "Wob 10");
    }

    [Fact]
    public void AssessDocuments_Public_PutsUpWhatDerivesAndStaysWithheld()
    {
        var life = Given.ACaseInCollection().With(new AddDocument("Bron"), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new LinkDocument(Given.Doc1, new(3), DocumentLinkKind.DerivedFrom), on: Day, by: Persons.Handler)
            .With(new LinkDocument(Given.Doc2, new(3), DocumentLinkKind.DerivedFrom), on: Day, by: Persons.Handler)
            .With(new AssessDocuments(Judgement.NotPublic, [Given.Doc1, Given.Doc2, new(3)], [Given.StateSecurity], "Zo."), on: Day, by: Persons.Reviewer)
            .With(new AssessDocuments(Judgement.Public, [new(3), Given.Doc2]), on: Day, by: Persons.Reviewer);

        life.Case.Reassessments.Where(put => put.IsOpen(life.Case)).ShouldHaveSingleItem().DocumentId.ShouldBe(Given.Doc1);
    }

    [Fact]
    public void Mark_CarriesTheTheme_AndOutdatesTheRendition()
    {
        var life = Given.ACaseInCollection().With(Withholding(Row(Given.Doc1, 1)), on: Day, by: Persons.Reviewer);
        var before = Redactions.BasisOf(life.Case, life.Case.Documents[Given.Doc1]!);

        var named = life.With(new WriteMotivation("Voorbereiding van besluiten in de ministerraad (concept)", "Zo.", [new(1)], Mark: "concept"), on: Day, by: Persons.Reviewer);
        Redactions.ThemeOf(named.Case, named.Case.Passages.Single()).ShouldBe(named.Case.Motivations.Single().Mark);
        Redactions.BasisOf(named.Case, named.Case.Documents[Given.Doc1]!).ShouldNotBe(before);

        // Another mark asks for another rendition.
        var renamed = named.With(new WriteMotivation("Voorbereiding", "Zo.", [new(1)], MotivationId: new(1), Mark: "ontwerp"), on: Day, by: Persons.Reviewer);
        Redactions.BasisOf(renamed.Case, renamed.Case.Documents[Given.Doc1]!).ShouldNotBe(Redactions.BasisOf(named.Case, named.Case.Documents[Given.Doc1]!));

        // A theme that is too long, or that the font of the marks can't write, is no mark by itself.
        foreach (var theme in (string[])["Voorbereiding van besluiten in de ministerraad", "Thema (oud)", "Ωmega"])
            life.With(new WriteMotivation(theme, "Zo.", [new(1)]), on: Day, by: Persons.Reviewer).Case.Motivations.Single().Mark.ShouldBeNull();
    }

    [Fact]
    public void RenditionsBasis_WithATheme_IsTheSameWhateverTheSaltOfItsWords()
    {
        var life = Given.ACaseInCollection().With(Withholding(Row(Given.Doc1, 1)), on: Day, by: Persons.Reviewer);

        var (one, other) = (Written(1), Written(2));

        one.Motivations.Single().Mark.ShouldNotBe(other.Motivations.Single().Mark);
        Redactions.BasisOf(one, one.Documents[Given.Doc1]!).ShouldBe(Redactions.BasisOf(other, other.Documents[Given.Doc1]!));

        Case Written(byte salt)
        {
            var word = FreeText.Of("concept", [.. Enumerable.Repeat(salt, 32)]);
            return new MotivationWritten(new(1), word, word, [new(1)], null, word).ApplyTo(life.Case, new Entry(0, default, Day, Persons.Reviewer.Id));
        }
    }

    [Fact]
    public void TwoThousandDocuments_AndTenThousandPassages_AreAssessedInAFewSteps()
    {
        var life = Given.AQualifiedCase();
        for (var i = 0; i < 2000; i++)
            life = life.With(new AddDocument("Stuk", Date: new(2021, 4, 10)), on: new(2022, 1, 14), by: Persons.Handler);
        life = life.With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 2000), on: new(2022, 1, 14), by: Persons.Handler);
        var rows = Enumerable.Range(0, 10_000).Select(i => Row(new(1 + (i % 1600)), 1 + (i % 7)) with { Start = i, Quote = $"Passage {i}", Areas = [new(72, i % 500, 200, 14)] }).Chunk(1000).ToList();
        foreach (var chunk in rows)
        {
            life = life.With(Withholding(chunk) with { Theme = "concept", Reason = "Het zijn concepten." }, on: Day, by: Persons.Reviewer);
            EventJson.Write(life.Log[^2].Event).Length.ShouldBeLessThan(512 * 1024, "a step appends at most 1 MiB");
        }

        life = life.With(new AssessDocuments(Judgement.Public, [.. Enumerable.Range(1601, 400).Select(DocumentId.Of)]), on: Day, by: Persons.Reviewer);
        EventJson.Write(life.Last).Length.ShouldBeLessThan(64 * 1024);

        (life.Case.Passages.Count, life.Case.Motivations.Count).ShouldBe((10_000, 10));
        Reviewing.Unassessed(life.Case).ShouldBeEmpty();
        life.Case.Documents.CountBy(document => Reviewing.JudgementOf(life.Case, document)!.Value).ShouldBe(
            [KeyValuePair.Create(Judgement.PartlyPublic, 1600), KeyValuePair.Create(Judgement.Public, 400)]);
        life = life.With(new CloseReview(), on: Day, by: Persons.Reviewer).With(new DraftDecision(DecisionKind.Primary), on: Day, by: Persons.Handler);
        DecisionChecks.Of(life.Case, life.Decision, life.Facts, Day).Single(check => check.Check == DecisionCheck.GroundsReasoned).State.ShouldBe(CheckState.Right);
        // And with one confirmation all of it rests on the other act, as far as one append holds.
        var translation = new TranslateGrounds([new(Privacy, Ground.Parse("5.1.2e"))]);
        life.With(new ReopenReview("Nieuw recht."), on: new(2022, 6, 1), by: Persons.Coordinator).Try(translation, on: new(2022, 6, 1), by: Persons.Reviewer)
            .ShouldBeInvalid("documents", "too-many-at-once", "Woo 10.1");
        var half = life.With(new ReopenReview("Nieuw recht."), on: new(2022, 6, 1), by: Persons.Coordinator)
            .With(translation with { Documents = [.. Enumerable.Range(1, 700).Select(DocumentId.Of)] }, on: new(2022, 6, 1), by: Persons.Reviewer);
        EventJson.Write(half.Last).Length.ShouldBeLessThan(900 * 1024);
    }

    private static PassageToAssess Row(DocumentId document, int page) => new(document, page, Start: 0, Length: 10);

    private static AssessPassages Withholding(params PassageToAssess[] rows) => new(Treatment.Withheld, [.. rows], [Privacy], "Zo.");

    /// <summary>Passages that differ in nothing but when their lists were made.</summary>
    private sealed class SamePassage : IEqualityComparer<Passage>
    {
        public bool Equals(Passage? x, Passage? y) =>
            x is not null && y is not null && x.Grounds.SequenceEqual(y.Grounds) && x with { Grounds = default, Areas = default, Disclosed = y.Disclosed } == y with { Grounds = default, Areas = default };

        public int GetHashCode(Passage obj) => obj.Id.GetHashCode();
    }
}
