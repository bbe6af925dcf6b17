using System.Collections.Immutable;
using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>Disclosure of a passage puts up what derives from it, here and elsewhere, before anything is decided on it.</summary>
public sealed class ReassessmentTests
{
    private static readonly PassageId Source = new(1);
    private static readonly PassageId Paraphrase = new(2);
    private static readonly PassageId ParaphraseOfIt = new(3);
    private static readonly JudgedPlace Memo = new("case-2", Doc1, new PassageId(4));

    [Fact]
    public void Disclosure_OfAPassage_PutsUpWhatDerivesFromItOverAnyNumberOfSteps()
    {
        var life = Derived();
        var events = life.Take("2018-06-20", Disclosing());

        events.OfType<PutUpForReassessment>().Select(put => (put.PassageId, put.Cause.Reason, put.Cause.Place)).ShouldBe(
        [
            (Paraphrase, ReassessmentReason.SourceAssessed, new JudgedPlace("case-1", Doc1, Source)),
            (ParaphraseOfIt, ReassessmentReason.SourceAssessed, new JudgedPlace("case-1", Doc1, Source)),
        ]);
    }

    [Fact]
    public void Disclosure_OfWhatWasDisclosedAlready_PutsUpNothing()
    {
        var life = Derived();
        life.Take("2018-06-20", Disclosing());
        life.Take("2018-06-21", Disclosing()).ShouldHaveSingleItem();
    }

    [Fact]
    public void Disclosure_OfWhatIsPublicEverywhere_PutsUpNothing()
    {
        var life = Derived();
        life.Take("2018-06-20", new AssessPassage(Doc2, 1, Treatment.Disclosed, Paraphrase));
        life.Case.Reassessments.Where(put => put.IsOpen(life.Case)).Select(put => put.PassageId).ShouldBe([ParaphraseOfIt]);
        life.Take("2018-06-20", new AssessPassage(Doc2, 1, Treatment.Disclosed, ParaphraseOfIt));
        life.Take("2018-06-20", Disclosing()).ShouldHaveSingleItem();
    }

    [Fact]
    public void Decision_WhileSomethingWaits_IsNeitherDraftedNorSubmittedNorTaken()
    {
        var life = Derived();
        life.Take("2018-06-19", new DraftDecision(DecisionKind.Primary));
        life.PrepareLetters("2018-06-19");
        life.Take("2018-06-20", Disclosing());
        life.Refuse("2018-06-20", new SubmitDecision(Decision1)).Code.ShouldBe("reassessment-open");
        Derived().Apply(life => life.Take("2018-06-20", Disclosing())).Refuse("2018-06-20", new DraftDecision(DecisionKind.Primary)).Code.ShouldBe("reassessment-open");

        life.Take("2018-06-21", new AssessPassage(Doc2, 1, Treatment.Disclosed, Paraphrase));
        life.Refuse("2018-06-21", new SubmitDecision(Decision1)).Detail.ShouldContain("reassessment-2");
        life.Take("2018-06-21", new KeepAssessment(new(2), "Dit deel is eigen beleidsopvatting."));
        life.Case.Reassessments.Select(put => (put.AnsweredBy, put.Kept is null)).ShouldBe([("handler", true), ("handler", false)]);
        Submit(life, "2018-06-21");
        life.Take("2018-06-21", new ApproveDecision(Decision1), "approver");

        // It comes while the decision lies approved: it stands in the way all the same, and can be answered without taking the decision back.
        life.Happen("2018-06-22", Reassessing.Answer(life.Case, new("case-1", Doc2, ParaphraseOfIt), Cause()).ShouldBeOfType<Accepted>().Events.Single());
        life.Refuse("2018-06-22", new TakeDecision(Decision1), "signatory").Code.ShouldBe("reassessment-open");
        life.Take("2018-06-22", new KeepAssessment(new(3), "Ook nu nog."));
        life.Take("2018-06-22", new TakeDecision(Decision1), "signatory");
    }

    [Fact]
    public void KeepAssessment_OfWhatWasAnswered_IsRefused()
    {
        var life = Derived();
        life.Refuse("2018-06-20", new KeepAssessment(new(1), "Nee.")).Code.ShouldBe("nothing-to-reassess");
        life.Take("2018-06-20", Disclosing());
        life.Take("2018-06-20", new KeepAssessment(new(1), "Nee."));
        life.Refuse("2018-06-20", new KeepAssessment(new(1), "Nee.")).Code.ShouldBe("already-reassessed");
        life.Refuse("2018-06-20", new KeepAssessment(new(9), "Nee.")).Kind.ShouldBe(RefusalKind.Unknown);
    }

    [Fact]
    public void Disclosure_WithSomethingDerivedElsewhere_OwesThatCaseTheNewsOnceForEachCause()
    {
        var life = Derived();
        life.Happen("2018-06-19", DerivationNoted.Decide(life.Case, new("case-1", Doc1, Source), Memo).ShouldBeOfType<Accepted>().Events.Single());
        DerivationNoted.Decide(life.Case, new("case-1", Doc1, Source), Memo).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        Owed(life, "2018-06-19").ShouldBeEmpty();

        life.Take("2018-06-20", Disclosing());
        var assessed = Owed(life, "2018-06-20").ShouldHaveSingleItem();
        (assessed.By, assessed.Cause.Reason).ShouldBe((Memo, ReassessmentReason.SourceAssessed));
        life.Happen("2018-06-20", new ReassessmentAsked(assessed.By, assessed.Cause.Key, null, assessed.Key));
        Owed(life, "2018-06-20").ShouldBeEmpty();

        // Withheld again, and disclosed again: that is another cause.
        life.Take("2018-06-21", Withholding(Source, Doc1));
        life.Take("2018-06-22", Disclosing());
        var again = Owed(life, "2018-06-22").ShouldHaveSingleItem();
        again.Cause.Key.ShouldNotBe(assessed.Cause.Key);
        life.Happen("2018-06-22", new ReassessmentAsked(again.By, again.Cause.Key, null, again.Key));

        foreach (var put in life.Case.Reassessments.Where(put => put.IsOpen(life.Case)).ToList())
            life.Take("2018-06-22", new KeepAssessment(put.Id, "Eigen opvatting."));
        life.Take("2018-06-25", new DraftDecision(DecisionKind.Primary));
        Submit(life, "2018-06-25");
        life.Take("2018-06-25", new ApproveDecision(Decision1), "approver");
        life.Take("2018-06-25", new TakeDecision(Decision1), "signatory");
        life.Send("2018-06-25", LetterKind.Decision, Decision1.ToString());
        var decided = Owed(life, "2018-06-25").ShouldHaveSingleItem();
        (decided.Cause.Reason, decided.Cause.DecisionId).ShouldBe((ReassessmentReason.SourceDecided, Decision1));
    }

    [Fact]
    public void Answer_OfTheOtherCase_PutsUpOnceForACause_AndPassesItOn()
    {
        var life = Derived();
        var accepted = Reassessing.Answer(life.Case, new("case-1", Doc2, Paraphrase), Cause()).ShouldBeOfType<Accepted>();
        accepted.Events.Cast<PutUpForReassessment>().Select(put => put.PassageId).ShouldBe([Paraphrase, ParaphraseOfIt]);
        foreach (var happened in accepted.Events)
            life.Happen("2018-06-20", happened);
        Reassessing.Answer(life.Case, new("case-1", Doc2, Paraphrase), Cause()).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();

        life.Happen("2018-06-21", new DerivationNoted(Doc2, ParaphraseOfIt, Memo));
        Owed(life, "2018-06-21").ShouldHaveSingleItem().Cause.ShouldBe(Cause());
    }

    [Fact]
    public void Answer_AboutWhatIsNotHere_IsRefused() =>
        Reassessing.Answer(Derived().Case, new("case-1", Doc1, new PassageId(99)), Cause()).ShouldBeOfType<Refused>().Code.ShouldBe("passage-not-found");

    [Fact]
    public void Instruction_AnsweredByDisclosing_PutsUpWhatWasNotLookedAtSince_AndTellsOthers()
    {
        var life = Derived();
        life.Decide("2018-07-17", new DraftDecision(DecisionKind.Primary));
        life.Happen("2022-01-26", new RulingApplied(
            "ruling-1", "1", Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], Day("2022-01-26"), null, RulingKind.Final, "RVS",
            Instructions: [new FreeText(new string('e', 64))]));
        life.Happen("2022-01-26", new DerivationNoted(Doc1, Source, Memo));
        life.Refuse("2022-01-27", new AnswerInstruction("ruling-1", 1, "Zo.", Discloses: [Source])).Code.ShouldBe("passage-not-disclosed");
        life.Take("2022-01-27", Disclosing());
        life.Take("2022-01-27", new AnswerInstruction("ruling-1", 1, "Zo.", Discloses: [Source])).ShouldHaveSingleItem(); // put up already
        Owed(life, "2022-01-27").Select(ask => ask.Cause.Reason).ShouldBe([ReassessmentReason.SourceAssessed, ReassessmentReason.InstructionAnswered]);
    }

    [Fact]
    public void Document_LinkedAsAWhole_IsPutUpWhenItsSourceIsDisclosed()
    {
        var life = NewLife.Reviewed("2018-05-22");
        life.Take("2018-06-01", new AssessDocument(Doc1, Judgement.NotPublic, [Ground.Parse("10.1.b")], "Reden"));
        life.Take("2018-06-01", new AssessDocument(Doc2, Judgement.NotPublic, [Ground.Parse("10.1.b")], "Reden"));
        life.Take("2018-06-01", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom));
        life.Take("2018-06-02", new AssessDocument(Doc1, Judgement.Public)).OfType<PutUpForReassessment>().Single().ShouldSatisfyAllConditions(
            put => put.DocumentId.ShouldBe(Doc2),
            put => put.PassageId.ShouldBeNull());
        life.Take("2018-06-03", new AssessDocument(Doc2, Judgement.PartlyPublic, [Ground.Parse("10.1.b")], "Reden"));
        life.Case.Reassessments.Single().IsOpen(life.Case).ShouldBeFalse();
    }

    [Fact]
    public void Link_ToAnotherCase_IsTold_AndWhatThatCaseSaysIsKept()
    {
        var life = Derived();
        life.Refuse("2018-06-20", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DuplicateOf, "case-2")).Field.ShouldBe("kind");
        life.Refuse("2018-06-20", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom, "case-1")).Field.ShouldBe("toCase");
        life.Refuse("2018-06-20", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom, ToPassage: Source)).Field.ShouldBe("passage");
        life.Take("2018-06-20", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom, "case-2", Paraphrase, new PassageId(7)));
        life.Refuse("2018-06-20", new LinkDocument(Doc2, Doc1, DocumentLinkKind.DerivedFrom, "case-2", Paraphrase, new PassageId(7))).Code.ShouldBe("already-linked");
        var tell = life.AgendaOf("2018-06-20").Due.OfType<TellDerivation>().ShouldHaveSingleItem();
        tell.Derivation.Source.ShouldBe(new JudgedPlace("case-2", Doc1, new PassageId(7)));
        life.Happen("2018-06-20", new DerivationTold(1, "passage-not-found", tell.Key));
        life.AgendaOf("2018-06-20").Due.OfType<TellDerivation>().ShouldBeEmpty();
        life.Case.Derivations.Single().Refused.ShouldBe("passage-not-found");
    }

    [Fact]
    public void Passage_FromAnotherCase_NamesCaseDocumentAndPassage()
    {
        var life = Derived();
        life.Refuse("2018-06-20", Withholding(null, Doc2) with { DerivedFromCase = "case-2" }).Field.ShouldBe("derivedFrom");
        life.Refuse("2018-06-20", Withholding(null, Doc2) with { DerivedFromDocument = Doc1 }).Field.ShouldBe("derivedFromCase");
        life.Take("2018-06-20", Withholding(null, Doc2) with { DerivedFrom = new PassageId(8), DerivedFromDocument = Doc1, DerivedFromCase = "case-2" });
        life.Case.Derivations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            known => known.PassageId.ShouldBe(new PassageId(4)),
            known => known.Source.ShouldBe(new JudgedPlace("case-2", Doc1, new PassageId(8))));
        life.Case.Passages.Last().DerivedFrom.ShouldBeNull();
    }

    [Fact]
    public void Contradicted_BySamePassageElsewhere_IsPutUpOncePerPairOfJudgements()
    {
        var life = Derived();
        var there = new JudgedPlace("case-2", Doc1, Source);
        life.Happen("2018-06-20", Verdicts.Contradicted(life.Case, Doc1, Source, "withheld:10.1b", there, "withheld:10.2e").ShouldBeOfType<Accepted>().Events.Single());
        Verdicts.Contradicted(life.Case, Doc1, Source, "withheld:10.1b", there, "withheld:10.2e").ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        // Public there: what differed in another way is let go, and what derives from it here is looked at with it.
        var differently = Verdicts.Contradicted(life.Case, Doc1, Source, "withheld:10.1b", there, "public").ShouldBeOfType<Accepted>().Events;
        (differently[0], differently.Length).ShouldBe((new DifferenceSettled(new(1)), 4));
        // Judged anew meanwhile: it isn't so any more.
        Verdicts.Contradicted(life.Case, Doc1, Source, "public", there, "withheld:10.1b").ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("public", "withheld:10.1b", true)]
    [InlineData("public", "not-public", true)]
    [InlineData("partly-public", "not-public", true)]
    [InlineData("withheld:10.1b", "withheld:10.2e", true)]
    [InlineData("withheld:10.1b", "withheld:5.1.1b", false)] // another act
    [InlineData("withheld:10.1b", "withheld:10.1b", false)]
    [InlineData("public", "public", false)]
    public void Verdicts_OfTheSameContent_DifferOrNot(string one, string other, bool differ)
    {
        Verdicts.Differ(one, other).ShouldBe(differ);
        Verdicts.Differ(other, one).ShouldBe(differ);
    }

    /// <summary>A passage in the first document, one in the second that paraphrases it, and one that paraphrases that one; all withheld.</summary>
    private static NewLife Derived()
    {
        var life = Received("2018-05-22");
        life.Take("2018-05-22", new AddDocument("Analyse"));
        life.Take("2018-05-22", new AddDocument("Nota"));
        life.Take("2018-05-22", new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 2));
        life.Take("2018-05-23", Withholding(null, Doc1));
        life.Take("2018-05-23", Withholding(null, Doc2) with { DerivedFrom = Source });
        life.Take("2018-05-23", Withholding(null, Doc2) with { DerivedFrom = Paraphrase });
        return life;
    }

    /// <summary>Submits the decision on the letter of that day, with an answer to whatever the checks find.</summary>
    private static void Submit(NewLife life, string on)
    {
        life.PrepareLetters(on);
        life.Take(on, new SubmitDecision(Decision1));
        ImmutableArray<CheckAnswerPayload> answers =
        [
            .. DecisionChecks.Of(life.Case, life.Case.Decisions[Decision1]!, life.Facts, Day(on))
                .Where(check => check.State == CheckState.Wrong)
                .Select(check => new CheckAnswerPayload(check.Check, CheckAnswer.Yes, "Gezien.")),
        ];
        if (!answers.IsEmpty)
            life.Take(on, new AnswerChecks(Decision1, answers));
    }

    private static AssessPassage Withholding(PassageId? again, DocumentId document) =>
        new(document, 1, Treatment.Withheld, again, Grounds: [Ground.Parse("10.1.b")], Reason: "De werkwijze.");

    private static AssessPassage Disclosing() => new(Doc1, 1, Treatment.Disclosed, Source);

    private static ReassessmentCause Cause() => new(ReassessmentReason.SourceAssessed, new JudgedPlace("case-9", Doc1, Source), 1);

    private static List<AskReassessment> Owed(NewLife life, string on) => [.. life.AgendaOf(on).Due.OfType<AskReassessment>()];
}

file static class Fluently
{
    public static NewLife Apply(this NewLife life, Action<NewLife> act)
    {
        act(life);
        return life;
    }
}
