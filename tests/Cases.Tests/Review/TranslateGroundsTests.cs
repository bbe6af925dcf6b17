using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>What was judged under the Wob and is decided on under the Woo.</summary>
public sealed class TranslateGroundsTests
{
    private static readonly DateOnly UnderTheWob = new(2022, 2, 14);
    private static readonly DateOnly UnderTheWoo = new(2022, 6, 1);
    private static readonly PassageId Passage1 = new(1);
    private static readonly PassageId Passage2 = new(2);

    [Fact]
    public void Translate_EverythingOfAGround_IsConfirmedInOneStep_AndKeepsItsReasons()
    {
        var life = Judged().With(Confirming(("10.2e", "5.1.2e"), ("11.1", "5.2.1")), on: UnderTheWoo, by: Persons.Reviewer);

        life.Case.Passages.Select(passage => string.Join(' ', passage.Grounds)).ShouldBe(["5.1.2e", "5.1.2e 5.2.1"]);
        life.Case.Passages.ShouldAllBe(passage => passage.Reason != null && passage.On == UnderTheWoo && passage.By == Persons.Reviewer.Id);
        life.Case.Documents[Given.Doc2]!.Assessment!.Grounds.ShouldBe([Ground.Parse("5.2.1")]);
        GroundTranslation.In(life.Case, UnderTheWoo).ShouldBeEmpty();
    }

    [Fact]
    public void Translate_SomeDocuments_LeavesTheOthers()
    {
        var life = Judged().With(Confirming(("10.2e", "5.1.2e"), ("11.1", "5.2.1")) with { Documents = [Given.Doc2] }, on: UnderTheWoo, by: Persons.Handler);

        life.Case.Passages.ShouldAllBe(passage => passage.Grounds.All(ground => ground.Regime == Regime.Wob));
        GroundTranslation.In(life.Case, UnderTheWoo).Select(proposed => proposed.PassageId).Distinct().ShouldBe([Passage1, Passage2]);
    }

    [Fact]
    public void Translate_OneGroundOfTwo_IsRefusedForThePlaceThatKeepsTheOther_AndNothingIsTranslated()
    {
        var refused = Judged().Try(Confirming(("10.2e", "5.1.2e")), on: UnderTheWoo, by: Persons.Reviewer)
            .ShouldBeRefused("translation-not-possible", "Woo 5.1", RefusalKind.Invalid);

        refused.Errors.ShouldHaveSingleItem().Field.ShouldBe("passage-2");
    }

    [Fact]
    public void Translate_ToTheTemporaryGround_AsksForADay_SoThatPlaceIsJudgedByItself() =>
        Judged().Try(Confirming(("10.2e", "5.1.4"), ("11.1", "5.2.1")), on: UnderTheWoo, by: Persons.Reviewer)
            .ShouldBeOfType<Refused>().Errors.Select(error => error.Field).ShouldBe(["passage-1", "passage-2"]);

    [Fact]
    public void Translate_InformationOlderThanFiveYears_NeedsReasonsForThat()
    {
        var life = Judged(from: new(2016, 5, 1));
        var step = Confirming(("10.2e", "5.1.2e"), ("11.1", "5.2.1"));

        life.Try(step, on: UnderTheWoo, by: Persons.Reviewer).ShouldBeOfType<Refused>().Errors.Select(error => error.Field).ShouldBe(["passage-1", "passage-2"]);
        var translated = life.With(step with { ReasonDespiteAge = "De betrokkene werkt er nog." }, on: UnderTheWoo, by: Persons.Reviewer);

        translated.Case.Passages.ShouldAllBe(passage => passage.ReasonDespiteAge != null);
    }

    [Fact]
    public void Translate_TwoForOne_PutsBoth() =>
        Judged().With(
                new TranslateGrounds([new(Ground.Parse("10.2e"), Ground.Parse("5.1.2e"), AlsoTo: Ground.Parse("5.1.1e")), new(Ground.Parse("11.1"), Ground.Parse("5.2.1"))]),
                on: UnderTheWoo, by: Persons.Reviewer)
            .Case.Passages[Passage1]!.Grounds.ShouldBe([Ground.Parse("5.1.1e"), Ground.Parse("5.1.2e")]);

    [Fact]
    public void Translate_TheReasonsOfAGround_GoWithIt()
    {
        var life = Judged().With(new WriteMotivation("Persoonsgegevens", "Namen van ambtenaren.", Ground: Ground.Parse("10.2e")), on: UnderTheWob, by: Persons.Reviewer)
            .With(Confirming(("10.2e", "5.1.2e"), ("11.1", "5.2.1")), on: UnderTheWoo, by: Persons.Reviewer);

        life.Case.Motivations.Single().Ground.ShouldBe(Ground.Parse("5.1.2e"));
    }

    [Fact]
    public void Translate_OnADayOfTheWob_IsRefused() =>
        Judged().Try(Confirming(("10.2e", "5.1.2e")), on: UnderTheWob, by: Persons.Reviewer).ShouldBeRefused("wob-still-governs", "Woo 10.1");

    [Fact]
    public void Translate_WhatIsNoTranslation_IsInvalid()
    {
        Judged().Try(Confirming(("5.1.2e", "5.1.2e")), on: UnderTheWoo, by: Persons.Reviewer).ShouldBeInvalid("translations", "not-of-the-wob", "Woo 10.1");
        Judged().Try(Confirming(("10.2e", "10.2g")), on: UnderTheWoo, by: Persons.Reviewer).ShouldBeInvalid("translations", "ground-of-other-law", "Woo 10.1");
        Judged().Try(Confirming(("10.2e", "5.1.2e"), ("10.2e", "5.1.2i")), on: UnderTheWoo, by: Persons.Reviewer).ShouldBeInvalid("translations", "ground-twice", "Woo 10.1");
        Judged().Try(Confirming(("10.2e", "5.1.2e")) with { Documents = [new(9)] }, on: UnderTheWoo, by: Persons.Reviewer).ShouldBeUnknown("document-not-found", "Woo 10.1");
        Judged().Try(Confirming(("10.2a", "5.1.2a")), on: UnderTheWoo, by: Persons.Reviewer).ShouldBeRefused("nothing-to-translate", "Woo 10.1");
    }

    [Fact]
    public void AssessPassage_OnAGroundOfTheWobUnderTheWoo_IsRefusedWithWhatMayTakeItsPlace()
    {
        var refused = Judged().Try(
                new AssessPassage(Given.Doc1, 1, Treatment.Withheld, Passage1, Grounds: [Ground.Parse("10.2g")], Reason: "Zo."), on: UnderTheWoo, by: Persons.Reviewer)
            .ShouldBeRefused("ground-of-other-law", "Woo 10.1", RefusalKind.Invalid);

        refused.Proposed.ShouldHaveSingleItem().Candidates.First().ShouldBe(Ground.Parse("5.1.2i"));
    }

    [Fact]
    public void Submit_UnderTheWooOnGroundsOfTheWob_IsRefusedWithEveryProposal_AndGoesOnceConfirmed()
    {
        var life = Judged().With(new DraftDecision(DecisionKind.Primary), on: UnderTheWoo, by: Persons.Handler).LettersPrepared(UnderTheWoo);
        var submit = new SubmitDecision(Given.Decision1);

        var refused = life.Try(submit, on: UnderTheWoo, by: Persons.Handler).ShouldBeRefused("ground-of-other-act", "Woo 10.1");
        refused.Proposed.Select(proposed => $"{proposed.DocumentId} {proposed.PassageId} {proposed.Ground}").ShouldBe(
            ["doc-1 passage-1 10.2e", "doc-1 passage-2 10.2e", "doc-1 passage-2 11.1", "doc-2  11.1"]);

        life = life.With(Confirming(("10.2e", "5.1.2e"), ("11.1", "5.2.1")), on: UnderTheWoo, by: Persons.Reviewer).LettersPrepared(UnderTheWoo);
        life.Try(submit, on: UnderTheWoo, by: Persons.Handler).ShouldGive<DecisionSubmitted>();
    }

    /// <summary>Two passages and a document, judged under the Wob.</summary>
    private static Life Judged(DateOnly? from = null) => Given.AQualifiedCase()
        .With(new AddDocument("Dreigingsanalyse", Date: from ?? new(2021, 4, 10)), on: new(2022, 1, 14), by: Persons.Handler)
        .With(new AddDocument("Nota", Date: new(2021, 4, 17)), on: new(2022, 1, 14), by: Persons.Handler)
        .With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 2), on: new(2022, 1, 14), by: Persons.Handler)
        .With(Withholding("10.2e"), on: UnderTheWob, by: Persons.Handler)
        .With(Withholding("10.2e", "11.1"), on: UnderTheWob, by: Persons.Handler)
        .With(new AssessDocument(Given.Doc2, Judgement.NotPublic, [Ground.Parse("11.1")], "Opvattingen."), on: UnderTheWob, by: Persons.Handler);

    private static AssessPassage Withholding(params string[] grounds) =>
        new(Given.Doc1, 1, Treatment.Withheld, Grounds: [.. grounds.Select(Ground.Parse)], Reason: "De naam van een ambtenaar.");

    private static TranslateGrounds Confirming(params (string From, string To)[] rows) =>
        new([.. rows.Select(row => new GroundTranslated(Ground.Parse(row.From), Ground.Parse(row.To)))]);
}
