using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>Documents that only the judge may see (Awb 8:29): asked, decided, consented to, refused, and asked anew on appeal.</summary>
public sealed class LimitedKnowledgeTests
{
    private const string Litigator = "litigator-1";
    private static readonly CourtBundleId Bundle1 = new(1);
    private static readonly RequestLimitedKnowledge Asked = new(Remedy2, "De passages noemen derden.");

    [Fact]
    public void RequestLimitedKnowledge_NoDocumentsNamed_IsAboutAllThatIsRefused()
    {
        var bundle = Requested().Case.CourtBundles.ShouldHaveSingleItem();

        bundle.Documents.ShouldBe([Doc2]);
        (bundle.State, bundle.AskedBy).ShouldBe((CourtBundleState.Pending, Litigator));
    }

    [Fact]
    public void RequestLimitedKnowledge_DecisionUnderTheWoo_IsLimitedByLaw()
    {
        var life = Decided("2024-09-02", "2024-09-23");
        life.Take("2024-10-01", new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, Decision1));
        life.Take("2024-10-10", Asked with { RemedyId = Remedy1 }, Litigator);

        life.Case.CourtBundles[Bundle1]!.State.ShouldBe(CourtBundleState.ByLaw);
        life.Refuse("2024-10-20", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.Justified), Litigator).Code.ShouldBe("no-decision-awaited");
        life.Refuse("2024-10-20", new RecordConsent(Bundle1, new(1), true), Litigator).Code.ShouldBe("no-consent-asked");
    }

    [Fact]
    public void RequestLimitedKnowledge_WhatIsPublic_HasNoWeightyReasons()
    {
        var refused = Appealed().Refuse("2019-05-15", Asked with { Documents = [Doc1] }, Litigator);

        (refused.Code, refused.Article).ShouldBe(("document-public", "Awb 8:29(2)"));
    }

    [Fact]
    public void RequestLimitedKnowledge_OfAnObjection_IsRefused() =>
        OnObjection().Refuse("2018-08-02", Asked with { RemedyId = Remedy1 }, Litigator).Code.ShouldBe("not-before-a-court");

    [Fact]
    public void RequestLimitedKnowledge_SameDocumentsAgain_IsRefused() =>
        Requested().Refuse("2019-05-16", Asked, Litigator).Code.ShouldBe("limited-knowledge-requested");

    [Theory]
    [InlineData("handler")]
    [InlineData("approver")]
    [InlineData("publisher")]
    [InlineData("auditor")]
    [InlineData("signatory")]
    public void RequestLimitedKnowledge_ByWhoDoesNotLitigate_IsRefused(string by) => Appealed().Refuse("2019-05-15", Asked, by).Code.ShouldBe("role-not-allowed");

    [Fact]
    public void RecordSecrecyRuling_Refused_OwesAnAnswerByTheDayOfTheCourt()
    {
        var life = Requested();
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.NotJustified, AnswerBy: Day("2019-06-11")), Litigator);

        var term = life.Term("secrecy-ruling:remedy-2:court-bundle-1", "2019-06-04");
        (term.Kind, term.Due, term.State).ShouldBe((TermKind.LimitedKnowledge, Day("2019-06-11"), TermState.Running));
        Agenda.Watches(term).ShouldBeTrue();
        life.Take("2019-06-07", new AnswerSecrecyRuling(Bundle1, RefusedAnswer.Withdrawn), Litigator);
        life.Term("secrecy-ruling:remedy-2:court-bundle-1", "2019-06-08").State.ShouldBe(TermState.Met);
        life.Case.CourtBundles[Bundle1]!.Sealed.ShouldBeEmpty();
    }

    [Fact]
    public void RecordSecrecyRuling_RefusedWithoutADay_OwesAnAnswerInTwoWeeks()
    {
        var life = Requested();
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.NotJustified), Litigator);

        life.Term("secrecy-ruling:remedy-2:court-bundle-1", "2019-06-04").Due.ShouldBe(Day("2019-06-17"));
    }

    [Fact]
    public void RecordSecrecyRuling_PartlyWithoutSayingWhich_IsInvalid() =>
        Requested().Refuse("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.PartlyJustified), Litigator).Code.ShouldBe("refused-unclear");

    [Fact]
    public void RecordSecrecyRuling_Partly_KeepsTheRestForTheJudge()
    {
        var life = Appealed();
        life.Take("2019-05-14", new AddDocument("Verslag"));
        life.Take("2019-05-14", new AssessDocument(new(3), Judgement.NotPublic, [Ground.Parse("10.2.e")], "Persoonlijke levenssfeer."));
        life.Take("2019-05-15", Asked, Litigator);
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.PartlyJustified, [new(3)]), Litigator);
        life.Take("2019-06-04", new AnswerSecrecyRuling(Bundle1, RefusedAnswer.FiledOpenly), Litigator);

        life.Case.CourtBundles[Bundle1]!.Sealed.ShouldBe([Doc2]);
    }

    [Fact]
    public void RecordConsent_Refused_RefersTheCaseToAnotherChamber()
    {
        var life = Requested();
        life.Refuse("2019-06-02", new RecordConsent(Bundle1, new(1), false), Litigator).Code.ShouldBe("no-consent-asked");
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.Justified), Litigator);
        life.Take("2019-06-10", new RecordConsent(Bundle1, new(1), false), Litigator);
        life.Case.CourtBundles[Bundle1]!.IsReferred.ShouldBeTrue();

        life.Take("2019-06-12", new RecordConsent(Bundle1, new(1), true), Litigator);

        life.Case.CourtBundles[Bundle1]!.IsReferred.ShouldBeFalse();
    }

    [Fact]
    public void RecordConsent_DocumentsWithheldFromTheCourt_NeedsNone()
    {
        var life = Appealed();
        life.Take("2019-05-15", Asked with { Asked = LimitedKnowledge.Withheld }, Litigator);
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.Justified), Litigator);

        var refused = life.Refuse("2019-06-10", new RecordConsent(Bundle1, new(1), true), Litigator);
        (refused.Code, refused.Article).ShouldBe(("no-consent-asked", "Awb 8:29(4)"));
    }

    [Fact]
    public void HigherAppeal_WhatTheFirstCourtLimited_IsToBeAskedAnew()
    {
        var life = Requested();
        life.Take("2019-06-03", new RecordSecrecyRuling(Bundle1, SecrecyOutcome.Justified), Litigator);
        life.Happen("2020-05-19", new RulingApplied("ruling-1", "UTR 19/2967", Decision2, [Dictum.Unfounded], Day("2020-05-19"), null, null, "RBMNE"));
        life.Take("2020-06-20", new LodgeRemedy(RemedyKind.HigherAppeal, RemedyParty.Requester, RulingId: "ruling-1"));

        life.Term("limited-knowledge:remedy-3", "2020-06-21").Due.ShouldBe(Day("2020-07-18"));
        life.Take("2020-06-25", Asked with { RemedyId = new(3) }, Litigator);
        life.Terms("2020-06-26").ShouldNotContain(term => term.TermId == "limited-knowledge:remedy-3");
        life.Case.CourtBundles.Count.ShouldBe(2);
    }

    private static NewLife Requested()
    {
        var life = Appealed();
        life.Take("2019-05-15", Asked, Litigator);
        return life;
    }

    private static NewLife OnObjection()
    {
        var life = Decided("2018-05-22", "2018-07-17");
        life.Take("2018-08-01", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        return life;
    }

    private static NewLife Appealed()
    {
        var life = OnObjection();
        life.Take("2019-04-01", new RecordHearing(Remedy1, Report: "Verslag."), "objection-handler");
        life.Decide("2019-04-04", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1), "signatory-2");
        life.Take("2019-05-10", new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision2, CaseNumber: "UTR 19/2967"));
        return life;
    }
}
