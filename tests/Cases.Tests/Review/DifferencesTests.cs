using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>What another case judges differently, and what derives from that here: asked, answered, and let go of when both come to agree.</summary>
public sealed class DifferencesTests
{
    private const string Withheld = "withheld:10.1b";
    private static readonly PassageId Source = new(1);
    private static readonly PassageId Paraphrase = new(2);
    private static readonly PassageId Twice = new(3);
    private static readonly JudgedPlace There = new("case-2", Doc1, Source);
    private static readonly JudgedPlace AllThere = new("case-2", Doc1);

    [Fact]
    public void Public_Elsewhere_PutsUpTheTextItself_AndWhatDerivesFromItForItsOwnReason()
    {
        var life = Differing();
        Put(life).ShouldBe([(Source, ReassessmentReason.JudgedDifferently), (Paraphrase, ReassessmentReason.SourceJudgedDifferently)]);
        life.Case.Reassessments.Last().Cause.ShouldBe(new ReassessmentCause(ReassessmentReason.SourceJudgedDifferently, There));
    }

    [Fact]
    public void Withheld_OnOtherGroundsElsewhere_PutsUpTheTextAlone() =>
        Put(Told(Derived(), Source, There, "withheld:10.2e")).ShouldBe([(Source, ReassessmentReason.JudgedDifferently)]);

    [Fact]
    public void Both_AreLetGo_WhenTheOtherCaseComesToWithhold()
    {
        var life = Differing();
        Agree(life, Source, There, Withheld);
        Put(life).ShouldBeEmpty();
        life.Case.Reassessments.ShouldAllBe(put => put.Settled);

        // When they differ again, both are asked again.
        Told(life, Source, There, Verdicts.Public);
        Put(life).ShouldBe([(Source, ReassessmentReason.JudgedDifferently), (Paraphrase, ReassessmentReason.SourceJudgedDifferently)]);
    }

    [Fact]
    public void WhatDerives_IsLetGo_WhenTheOtherCaseStillDiffersButWithholds()
    {
        var life = Differing();
        Told(life, Source, There, "withheld:10.2e");
        Put(life).ShouldBe([(Source, ReassessmentReason.JudgedDifferently)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Withheld)]
    public void Both_AreLetGo_WhenItIsJudgedThereNoMore_OrAlike(string? theirs)
    {
        var life = Differing();
        Agree(life, Source, There, theirs);
        Put(life).ShouldBeEmpty();
    }

    [Fact]
    public void Agreement_ThatIsNotSoAnyMore_LetsGoOfNothing()
    {
        var life = Differing();
        Verdicts.Agreed(life.Case, Doc1, Source, There, Verdicts.Public).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Source_DisclosedHereToo_AsksForWhatDerivesFromIt_ForThatReason()
    {
        var life = Differing();
        life.Take("2018-06-21", new AssessPassage(Doc1, 1, Treatment.Disclosed, Source));
        Agree(life, Source, There, Verdicts.Public);
        Put(life).ShouldBe([(Paraphrase, ReassessmentReason.SourceAssessed)]);
    }

    [Fact]
    public void WhatDerives_WaitsForOneDocumentOnce_UntilNothingItDerivesFromDiffersWithAnyOfIt()
    {
        var life = Differing();
        Told(life, null, AllThere, Verdicts.Public);
        Put(life).Select(put => put.Passage).ShouldBe([Source, Paraphrase, null]);

        Agree(life, Source, There, Withheld);
        Put(life).Select(put => put.Passage).ShouldBe([Paraphrase, null]);
        Agree(life, null, AllThere, "not-public");
        Put(life).ShouldBeEmpty();
    }

    [Fact]
    public void WhatDerives_FromOneOfTwoCopies_IsLetGoWithThatOne()
    {
        var life = Derived();
        life.Take("2018-05-24", Withholding(Doc2, null));
        life.Take("2018-05-24", Withholding(Doc2, null) with { DerivedFrom = Twice });
        life.Take("2018-05-24", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom));
        Told(life, Source, There, Verdicts.Public);
        Told(life, Twice, There, Verdicts.Public);
        Put(life).Select(put => put.Passage).ShouldBe([Source, Paraphrase, Twice, new PassageId(4)]);

        Agree(life, Source, There, Withheld);
        Put(life).Select(put => put.Passage).ShouldBe([Twice, new PassageId(4)]);
    }

    [Fact]
    public void WhatWasKept_IsNotAskedAnew_ForTheSamePlace()
    {
        var life = Differing();
        foreach (var put in life.Case.Reassessments.ToList())
            life.Take("2018-06-21", new KeepAssessment(put.Id, "Hier weegt het anders."));
        life.Take("2018-06-22", Withholding(Doc1, Source) with { Grounds = [Ground.Parse("10.2.e")] });
        Told(life, Source, There, Verdicts.Public, ours: "withheld:10.2e");
        Put(life).ShouldBe([(Source, ReassessmentReason.JudgedDifferently)]);
    }

    [Fact]
    public void Draft_WhileOneIsUnanswered_IsRefused_AndSaysWhichAndWhere()
    {
        var life = Differing();
        life.Refuse("2018-06-20", new DraftDecision(DecisionKind.Primary)).ShouldSatisfyAllConditions(
            refused => refused.Code.ShouldBe("judged-differently"),
            refused => refused.Detail.ShouldBe("passage-1 van doc-1 is in zaak case-2 anders beoordeeld (reassessment-1): beoordeel opnieuw, of leg vast waarom het oordeel blijft."));
        life.Take("2018-06-20", new KeepAssessment(new(1), "Hier weegt het anders."));
        life.Refuse("2018-06-20", new DraftDecision(DecisionKind.Primary)).Detail
            .ShouldBe("passage-2 van doc-2 is afgeleid van tekst die in zaak case-2 openbaar is (reassessment-2): beoordeel opnieuw, of leg vast waarom het oordeel blijft.");
        life.Take("2018-06-20", new AssessPassage(Doc2, 1, Treatment.Disclosed, Paraphrase));
        life.Take("2018-06-20", new DraftDecision(DecisionKind.Primary));
    }

    [Fact]
    public void Draft_NotToTreatTheRequest_IsNotHeldUp()
    {
        var life = Differing();
        (life.Try("2018-06-20", new DraftDecision(DecisionKind.NotTreated)) as Refused)?.Code.ShouldNotBe("judged-differently");
    }

    [Fact]
    public void Difference_ThatShowsAfterTheDraft_IsFoundByTheCheck()
    {
        var life = Derived();
        life.Take("2018-06-19", new DraftDecision(DecisionKind.Primary));
        Told(life, Source, There, Verdicts.Public);
        Check().State.ShouldBe(CheckState.Wrong);
        Check().Found.Length.ShouldBe(2);
        foreach (var put in life.Case.Reassessments.ToList())
            life.Take("2018-06-21", new KeepAssessment(put.Id, "Hier weegt het anders."));
        Check().State.ShouldBe(CheckState.Right);

        CheckResult Check() => DecisionChecks.Of(life.Case, life.Case.Decisions.Last(), life.Facts, Day("2018-06-21")).Single(check => check.Check == DecisionCheck.SameText);
    }

    /// <summary>A passage of which another case says that it is public, and one in another document that paraphrases it; both withheld.</summary>
    private static NewLife Differing() => Told(Derived(), Source, There, Verdicts.Public);

    private static NewLife Derived()
    {
        var life = Received("2018-05-22");
        life.Take("2018-05-22", new AddDocument("Analyse"));
        life.Take("2018-05-22", new AddDocument("Nota"));
        life.Take("2018-05-22", new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 2));
        life.Take("2018-05-23", Withholding(Doc1, null));
        life.Take("2018-05-23", Withholding(Doc2, null) with { DerivedFrom = Source });
        life.Take("2018-05-23", new AssessDocument(Doc1, Judgement.NotPublic, [Ground.Parse("10.1.b")], "De werkwijze."));
        return life;
    }

    private static NewLife Told(NewLife life, PassageId? passage, JudgedPlace there, string theirs, string? ours = null)
    {
        var (document, said) = passage == Twice ? (Doc2, Withheld) : passage is null ? (Doc1, "not-public") : (Doc1, Withheld);
        foreach (var happened in Verdicts.Contradicted(life.Case, document, passage, ours ?? said, there, theirs).ShouldBeOfType<Accepted>().Events)
            life.Happen("2018-06-20", happened);
        return life;
    }

    private static void Agree(NewLife life, PassageId? passage, JudgedPlace there, string? theirs)
    {
        foreach (var happened in Verdicts.Agreed(life.Case, Doc1, passage, there, theirs).ShouldBeOfType<Accepted>().Events)
            life.Happen("2018-06-21", happened);
    }

    private static List<(PassageId? Passage, ReassessmentReason Reason)> Put(NewLife life) =>
        [.. life.Case.Reassessments.Where(put => put.IsOpen(life.Case)).Select(put => (put.PassageId, put.Cause.Reason))];

    private static AssessPassage Withholding(DocumentId document, PassageId? again) =>
        new(document, 1, Treatment.Withheld, again, Grounds: [Ground.Parse("10.1.b")], Reason: "De werkwijze.");
}
