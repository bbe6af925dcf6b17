using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>What was done with an advice shows from the judgement; where it departs from it, a person says why.</summary>
public sealed class AdviceLinesTests
{
    private static readonly DateOnly Advised = new(2022, 1, 28);
    private static readonly DateOnly Judged = new(2022, 2, 14);
    private static readonly PassageId Passage1 = new(1);
    private static readonly Ground Deliberation = Ground.Parse("11.1");

    [Theory]
    [InlineData(AdviceKind.Redact, "withheld", AdviceFollowUp.Followed)]
    [InlineData(AdviceKind.Redact, "disclosed", AdviceFollowUp.Departed)]
    [InlineData(AdviceKind.Withhold, "withheld", AdviceFollowUp.Followed)]
    [InlineData(AdviceKind.Withhold, "disclosed", AdviceFollowUp.Departed)]
    [InlineData(AdviceKind.NoObjection, "disclosed", AdviceFollowUp.Followed)]
    [InlineData(AdviceKind.NoObjection, "withheld", AdviceFollowUp.Departed)]
    [InlineData(AdviceKind.NoObjection, "withheld-own", AdviceFollowUp.OwnReasons)]
    public void Of_AdviceOnAPassage_FollowsFromItsJudgement(AdviceKind advice, string judged, AdviceFollowUp expected) =>
        Line(Advice(new AdviceItemPayload(Given.Doc2, advice, Passage1)).With(Judging(judged), Judged, Persons.Reviewer)).FollowUp.ShouldBe(expected);

    [Theory]
    [InlineData(AdviceKind.Redact, Judgement.PartlyPublic, AdviceFollowUp.Followed)]
    [InlineData(AdviceKind.Redact, Judgement.Public, AdviceFollowUp.Departed)]
    [InlineData(AdviceKind.Withhold, Judgement.PartlyPublic, AdviceFollowUp.Departed)]
    [InlineData(AdviceKind.Withhold, Judgement.NotPublic, AdviceFollowUp.Followed)]
    [InlineData(AdviceKind.NoObjection, Judgement.Public, AdviceFollowUp.Followed)]
    public void Of_AdviceAsAWhole_IsALineForEachDocument(AdviceKind advice, Judgement judgement, AdviceFollowUp expected)
    {
        var life = Given.ACaseWithOpenConsultation().With(new RecordAdvice(Given.Consultation1, advice), Advised, Persons.Handler);

        Line(life).FollowUp.ShouldBe(AdviceFollowUp.Open);
        Line(life.With(Whole(judgement), Judged, Persons.Reviewer)).FollowUp.ShouldBe(expected);
    }

    [Fact]
    public void Of_WithheldOnAnotherGroundThanAdvised_Departs() =>
        Line(Advice(new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Passage1, Deliberation)).With(Judging("withheld"), Judged, Persons.Reviewer))
            .FollowUp.ShouldBe(AdviceFollowUp.Departed);

    [Fact]
    public void Of_ProposalForAPageThatIsNoPassageYet_IsFollowedOnceSomethingThereIsWithheld()
    {
        var life = Advice(new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Ground: Given.StateSecurity, Page: 3, Reason: "De derde alinea."));

        Line(life.With(Judging("disclosed"), Judged, Persons.Reviewer)).FollowUp.ShouldBe(AdviceFollowUp.Departed);
        Line(life.With(Given.Withholding(Given.Doc2, Given.StateSecurity, page: 3), Judged, Persons.Reviewer)).FollowUp.ShouldBe(AdviceFollowUp.Followed);
    }

    [Fact]
    public void Of_AgencyAdvisesAnewOnTheDocument_TheEarlierLineIsOvertaken()
    {
        var life = Disclosed()
            .With(new Consult(new Agency("AIVD"), [Given.Doc2], "Kan de rubricering vervallen?", new(2022, 2, 25)), new(2022, 2, 15), Persons.Handler)
            .Sent(LetterKind.ConsultationRequest, "consultation-2", on: new(2022, 2, 15))
            .With(new RecordAdvice(new(2), AdviceKind.Declassify), new(2022, 2, 16), Persons.Handler);

        Line(life).FollowUp.ShouldBe(AdviceFollowUp.Overtaken);
        AdviceLines.Unanswered(life.Case).ShouldBeEmpty();
    }

    [Fact]
    public void DepartFromAdvice_WithItsReason_HoldsWhileTheJudgementStands()
    {
        var life = Departed();

        Line(life).Departure!.ShouldSatisfyAllConditions(
            departure => departure.By.ShouldBe(Persons.Handler.Id),
            departure => departure.On.ShouldBe(new DateOnly(2022, 2, 15)));
        AdviceLines.Unanswered(life.Case).ShouldBeEmpty();
        var again = life.With(Judging("withheld-own"), new(2022, 2, 16), Persons.Reviewer).With(Judging("disclosed"), new(2022, 2, 16), Persons.Reviewer);
        Line(again).Departure.ShouldNotBeNull();
        Line(life.With(Judging("withheld-own"), new(2022, 2, 16), Persons.Reviewer)).Departure.ShouldBeNull();
    }

    [Fact]
    public void DepartFromAdvice_LineThatIsFollowed_IsInvalid() =>
        Advice(new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Passage1), new AdviceItemPayload(Given.Doc2, AdviceKind.NoObjection))
            .With(Judging("disclosed"), Judged, Persons.Reviewer)
            .Try(Reason with { Lines = [1, 2] }, new(2022, 2, 15), Persons.Handler).ShouldBeInvalid("lines", "advice-not-departed-from", "Awb 3:46");

    [Fact]
    public void DepartFromAdvice_LineThatIsNotThere_IsInvalid() =>
        Disclosed().Try(Reason with { Lines = [2] }, new(2022, 2, 15), Persons.Handler).ShouldBeInvalid("lines", "line-not-found", "Awb 3:46");

    [Fact]
    public void DepartFromAdvice_NothingIsDepartedFrom_IsRefused() =>
        Given.AReviewedCase().Try(Reason, new(2022, 2, 15), Persons.Handler).ShouldBeRefused("advice-not-departed-from", "Awb 3:46");

    [Fact]
    public void ApproveDecision_DepartureWithoutReason_IsRefused()
    {
        var open = Decision(Disclosed());

        open.Try(new ApproveDecision(Given.Decision1), new(2022, 2, 24), Persons.Approver).ShouldBeRefused("checks-unanswered", "Awb 3:46");
        Check(open).State.ShouldBe(CheckState.Wrong);
        Check(Decision(Departed())).State.ShouldBe(CheckState.Right);
    }

    [Fact]
    public void DepartFromAdvice_ToldInTheDecision_OutdatesItsLetter()
    {
        var draft = Decision(Disclosed(), submit: false);

        DecisionBasis.IsOutdated(draft.With(Reason, new(2022, 2, 23), Persons.Handler).Case, draft.DecisionLetter, null).ShouldBeFalse();
        DecisionBasis.IsOutdated(draft.With(Reason with { Tell = true }, new(2022, 2, 23), Persons.Handler).Case, draft.DecisionLetter, null).ShouldBeTrue();
    }

    [Fact]
    public void AsDecided_OnlyOnceTheDecisionWentOut()
    {
        var life = Given.ADecisionTaken();

        AdviceLines.AsDecided(life.Case, life.Case.Consultations.Single()).ShouldBeNull();
        AdviceLines.AsDecided(Given.ADispatchedDecision().Case, life.Case.Consultations.Single()).ShouldNotBeNull();
    }

    [Fact]
    public void RecordAdvice_TwiceOnOnePassage_IsInvalid() =>
        Given.ACaseWithOpenConsultation().With(Given.Withholding(Given.Doc2, Given.StateSecurity), new(2022, 1, 20), Persons.Reviewer)
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new(Given.Doc2, AdviceKind.Redact, Passage1), new(Given.Doc2, AdviceKind.NoObjection, Passage1)]), Advised, Persons.Handler)
            .ShouldBeInvalid("items", "items-doubled");

    [Fact]
    public void RecordAdvice_GroundWithoutAProposalToWithhold_IsInvalid() =>
        Given.ACaseWithOpenConsultation()
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.NoObjection, [new(Given.Doc2, AdviceKind.NoObjection, Ground: Deliberation)]), Advised, Persons.Handler)
            .ShouldBeInvalid("items", "ground-without-refusal");

    [Fact]
    public void RecordAdvice_PageBesideAPassage_IsInvalid() =>
        Given.ACaseWithOpenConsultation().With(Given.Withholding(Given.Doc2, Given.StateSecurity), new(2022, 1, 20), Persons.Reviewer)
            .Try(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new(Given.Doc2, AdviceKind.Redact, Passage1, Page: 2)]), Advised, Persons.Handler)
            .ShouldBeInvalid("items", "page-not-possible");

    private static DepartFromAdvice Reason { get; } = new(Given.Consultation1, [1], "De passage berust op open bronnen.");

    /// <summary>A case in which a passage was put to the AIVD, with what it answered.</summary>
    private static Life Advice(params ImmutableArray<AdviceItemPayload> items) =>
        Given.ACaseWithOpenConsultation().With(Given.Withholding(Given.Doc2, Given.StateSecurity), new(2022, 1, 20), Persons.Reviewer)
            .With(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, items), Advised, Persons.LiaisonOf("AIVD"));

    private static Life Disclosed() => Advice(new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Passage1, Given.StateSecurity))
        .With(Judging("disclosed"), Judged, Persons.Reviewer).With(Whole(Judgement.Public, Given.Doc1), Judged, Persons.Reviewer);

    private static Life Departed() => Disclosed().With(Reason, new(2022, 2, 15), Persons.Handler);

    private static Life Decision(Life life, bool submit = true)
    {
        var draft = life.With(new DraftDecision(DecisionKind.Primary), new(2022, 2, 21), Persons.Handler).LettersPrepared(new(2022, 2, 21));
        return submit ? draft.With(new SubmitDecision(Given.Decision1), new(2022, 2, 22), Persons.Handler) : draft;
    }

    private static CheckResult Check(Life life) =>
        DecisionChecks.Of(life.Case, life.Decision, life.Facts, new(2022, 2, 22)).Single(check => check.Check == DecisionCheck.AdviceAnswered);

    private static AdviceLine Line(Life life) => AdviceLines.Of(life.Case, life.Case.Consultations[Given.Consultation1]!)[0];

    private static AssessPassage Judging(string how) => how switch
    {
        "disclosed" => new AssessPassage(Given.Doc2, 1, Treatment.Disclosed, Passage1),
        "withheld" => Given.Withholding(Given.Doc2, Given.StateSecurity, again: Passage1),
        _ => Given.Withholding(Given.Doc2, Deliberation, again: Passage1),
    };

    private static AssessDocument Whole(Judgement judgement, DocumentId? document = null) =>
        judgement is Judgement.Public
            ? new AssessDocument(document ?? Given.Doc2, judgement)
            : new AssessDocument(document ?? Given.Doc2, judgement, [Given.StateSecurity], "Inzicht in de werkwijze.");
}
