using System.Text.Json;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class CaseViewTests
{
    private static readonly DateOnly Received = new(2018, 5, 22);

    private static readonly string[] ContractMembers =
    [
        "caseId", "version", "phase", "subject", "receivedOn", "handler", "terms", "steps", "parties", "consultations", "views", "documents", "decisions",
        "letters", "publications", "remedies", "rulings", "reminders", "failures", "links",
    ];

    [Fact]
    public void NewCase_AsJson_HasEveryMemberOfTheContract()
    {
        var json = JsonSerializer.SerializeToElement(View(CaseOnPaper.Qualified()), CaseJson.Options);

        foreach (var member in ContractMembers)
            json.TryGetProperty(member, out _).ShouldBeTrue(member);
        json.GetProperty("phase").GetString().ShouldBe("intake");
        json.GetProperty("handler").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void NewCase_TellsItsTermWithTheTrail()
    {
        var term = View(CaseOnPaper.Qualified()).Terms.Single();

        (term.TermId, term.Rule, term.Article, term.State).ShouldBe(("decision", "wob-6-1", "Wob 6(1)", TermState.Running));
        term.Due.ShouldBe(new DateOnly(2018, 6, 19));
        term.Trail[0].Text.ShouldStartWith("Beginpunt:");
    }

    [Fact]
    public void Trail_InEnglish_WhereAsked() =>
        View(CaseOnPaper.Qualified(), language: Language.En).Terms.Single().Trail[0].Text.ShouldStartWith("Start:");

    [Fact]
    public void Requester_IsNamed_UntilErased()
    {
        var paper = CaseOnPaper.Qualified();

        View(paper).Parties.Single().Name.ShouldBe("A. Aanvrager");
        paper.Erase(paper.State.Parties.Single().Details);
        View(paper).Parties.Single().ShouldSatisfyAllConditions(party => party.Name.ShouldBeNull(), party => party.Erased.ShouldBeTrue());
    }

    [Fact]
    public void Subject_ThatWasErased_IsNullAndStillThere()
    {
        var paper = CaseOnPaper.Qualified();
        paper.Erase(paper.State.Request!.Subject);

        JsonSerializer.SerializeToElement(View(paper), CaseJson.Options).GetProperty("subject").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Steps_AreThoseThisCallerMayTakeNow()
    {
        var paper = CaseOnPaper.Qualified();

        View(paper).Steps.Select(step => step.Name).ShouldContain("extend-term");
        View(paper).Steps.Select(step => step.Name).ShouldNotContain("reopen");
        View(paper, CaseOnPaper.Someone("x", Role.Auditor)).Steps.ShouldBeEmpty();
    }

    [Fact]
    public void Decision_Dispatched_TellsItsRouteAndWhenItBecomesIrrevocable()
    {
        var decision = View(Decided()).Decisions.Single();

        decision.RemedyRoute.ShouldBe(RemedyRoute.Objection);
        decision.Regime.ShouldBe(Regime.Wob);
        // Dispatched on 12 June 2018: six weeks, through 24 July.
        decision.IrrevocableOn.ShouldBe(new DateOnly(2018, 7, 25));
    }

    [Fact]
    public void Decision_ThatACourtRuledOn_HasNoSuchDate()
    {
        var paper = Decided().Happen(new RulingApplied("r1", "202003618/1/A3", DecisionId.Of(1), [Dictum.Annulled], new DateOnly(2018, 12, 3), null));

        View(paper).Decisions.Single().IrrevocableOn.ShouldBeNull();
        View(paper).Rulings.Single().Owes.ShouldBeTrue();
    }

    [Fact]
    public void Documents_AreCountedByJudgement()
    {
        var paper = CaseOnPaper.Qualified()
            .Take(new AddDocument("Een")).Take(new AddDocument("Twee")).Take(new AddDocument("Drie"))
            .Take(new AssessDocument(DocumentId.Of(1), Judgement.Public)).Take(new DropDocument(DocumentId.Of(3), "Dubbel"));

        var counts = View(paper).Documents;

        counts.Total.ShouldBe(2);
        counts.ByJudgement.ToDictionary(count => count.Key, count => count.Value).ShouldBe(new Dictionary<string, int> { ["public"] = 1, ["unassessed"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void Failures_OfWhatIsStillOwed_AreTold()
    {
        var paper = CaseOnPaper.Qualified().Happen(new DutyFailed("letter:receipt-confirmation:request", "prepare-letter", 1, DateTimeOffset.UnixEpoch, "template-broken"))
            .Happen(new DutyFailed("letter:x", "prepare-letter", 1, DateTimeOffset.UnixEpoch, "over-and-done"));

        View(paper).Failures.Single().Reason.ShouldBe("template-broken");
    }

    [Fact]
    public void Liaison_BeforeTheDispatch_MayNotKnowOfTheCase()
    {
        var paper = Consulted(dispatched: false);

        new Sight(Liaison("AIVD")).Sees(paper.State).ShouldBeFalse();
    }

    [Fact]
    public void Liaison_OfAnotherAgency_MayNotKnowOfTheCase() => new Sight(Liaison("MIVD")).Sees(Consulted(dispatched: true).State).ShouldBeFalse();

    [Fact]
    public void LiaisonWithoutAgency_SeesNothing() =>
        new Sight(CaseOnPaper.Someone("l", Role.Liaison)).Sees(Consulted(dispatched: true).State).ShouldBeFalse();

    [Fact]
    public void Liaison_SeesWhatWasPutToIt_AndNothingBeside()
    {
        var paper = Consulted(dispatched: true);
        var sight = new Sight(Liaison("AIVD"));

        sight.Sees(paper.State).ShouldBeTrue();
        paper.State.Documents.Where(document => sight.Sees(paper.State, document)).Select(document => document.Id).ShouldBe([DocumentId.Of(1)]);
        var view = View(paper, sight.Actor);
        view.ShouldSatisfyAllConditions(
            () => view.Parties.ShouldBeEmpty(),
            () => view.Request.ShouldBeNull(),
            () => view.Consultations.Single().Agency.ShouldBe("AIVD"),
            () => view.Terms.Select(term => term.TermId).ShouldBe(["consultation:consultation-1"]),
            () => view.Letters.Single().To.Agency.ShouldBe("AIVD"),
            () => view.Steps.Select(step => step.Name).ShouldBe(["record-advice"]),
            () => view.Documents.Total.ShouldBe(1),
            () => view.Decisions.ShouldBeEmpty(),
            () => view.Reminders.ShouldBeEmpty());
    }

    [Fact]
    public void Liaison_WhoIsHandlerToo_SeesTheWholeCase() =>
        new Sight(CaseOnPaper.Someone("h", Role.Liaison, Role.Handler)).Sees(Consulted(dispatched: false).State).ShouldBeTrue();

    [Fact]
    public void Unit_SeesOfTheDocumentsItsOwn()
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Een")).Take(new AddDocument("Twee"), CaseOnPaper.Someone("u.1", Role.Unit));
        var sight = new Sight(CaseOnPaper.Someone("u.1", Role.Unit));

        sight.Sees(paper.State).ShouldBeTrue();
        paper.State.Documents.Where(document => sight.Sees(paper.State, document)).Select(document => document.Id).ShouldBe([DocumentId.Of(2)]);
        View(paper, sight.Actor).Parties.ShouldBeEmpty();
    }

    [Fact]
    public void Document_AboveTheClearance_IsShownWithoutItsTexts()
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Geheime titel", Marking: Marking.StgGeheim))
            .Take(new AssessPassage(DocumentId.Of(1), 1, Treatment.Withheld, Quote: "geheim", Grounds: [Ground.Parse("10.1b")], Reason: "Staatsveiligheid"));
        var handler = CaseOnPaper.Someone("h.2", Role.Handler) with { Clearance = Marking.DepartementaalVertrouwelijk };

        var asked = new List<FreeText>();
        var view = new DocumentViews(new Sight(handler), Language.Nl, new DateOnly(2022, 2, 14)).Of(paper.State, paper.State.Documents.Single(), text =>
        {
            asked.Add(text);
            return "gelezen";
        });

        (view.Title, view.Withheld).ShouldBe((null, "clearance"));
        view.Passages.Single().ShouldSatisfyAllConditions(passage => passage.Quote.ShouldBeNull(), passage => passage.Reason.ShouldBeNull());
        view.Passages.Single().Grounds.Single().Key.ShouldBe("10.1b");
        asked.ShouldBeEmpty();
    }

    [Fact]
    public void Document_WithinTheClearance_IsShownWhole()
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Een titel", Marking: Marking.StgGeheim));

        var view = new DocumentViews(new Sight(CaseOnPaper.Someone("h", Role.Handler)), Language.Nl, new DateOnly(2022, 2, 14)).Of(paper.State, paper.State.Documents.Single(), paper.Text);

        (view.Title, view.Withheld, view.Stub).ShouldBe(("Een titel", null, true));
    }

    [Fact]
    public async Task Texts_AreReadAtOnce_AndOnlyThoseAsked()
    {
        var paper = CaseOnPaper.Qualified();
        var reads = new List<int>();

        var view = await ViewTexts.FillAsync(
            text => Views(paper, CaseOnPaper.Someone("h", Role.Handler), Language.Nl).Of(paper.State, paper.Version, text),
            wanted =>
            {
                reads.Add(wanted.Count);
                return Task.FromResult<IReadOnlyDictionary<FreeText, string?>>(wanted.ToDictionary(text => text, paper.Text));
            });

        reads.ShouldBe([3]); // subject, text, requester
        view.Subject.ShouldBe("Zwarte lijst");
    }

    [Fact]
    public void Remedy_BeforeTheCourt_TellsItsNumberItsHearingAndTheCourtsTerms()
    {
        var paper = Decided().On(new DateOnly(2018, 7, 2)).Take(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, DecisionId.Of(1), Grounds: "Te weinig gezocht."))
            .On(new DateOnly(2018, 7, 16)).Take(new ScheduleHearing(RemedyId.Of(1), new DateOnly(2018, 8, 6)));

        var remedy = View(paper).Remedies.ShouldHaveSingleItem();

        (remedy.RemedyId, remedy.Kind, remedy.By, remedy.State).ShouldBe(("remedy-1", RemedyKind.Objection, RemedyParty.Requester, RemedyState.Running));
        (remedy.LodgedOn, remedy.Grounds, remedy.Hearing!.On).ShouldBe((new DateOnly(2018, 7, 2), "Te weinig gezocht.", new DateOnly(2018, 8, 6)));
        remedy.Terms.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            term => term.TermId.ShouldBe("objection-decision:remedy-1"), term => term.Kind.ShouldBe(TermKind.ObjectionDecision));
        View(paper).Decisions.Single().IrrevocableOn.ShouldBeNull();
    }

    [Fact]
    public void Remedy_ByAThirdParty_IsNothingForALiaisonOrAUnit()
    {
        var paper = Decided().On(new DateOnly(2018, 7, 2)).Take(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, DecisionId.Of(1)));

        foreach (var actor in (Actor[])[CaseOnPaper.Someone("u.1", Role.Unit), Liaison("AIVD")])
        {
            View(paper, actor).ShouldSatisfyAllConditions(
                view => view.Remedies.ShouldBeEmpty(), view => view.Publications.ShouldBeEmpty(), view => view.Views.ShouldBeEmpty(),
                view => view.Notices.ShouldBeEmpty(), view => view.Payments.ShouldBeEmpty(), view => view.Rulings.ShouldBeEmpty());
        }
    }

    [Fact]
    public void Ruling_WithAPenalty_TellsWhatAccruedOnTheTermAndOnTheRemedy()
    {
        var paper = Decided().On(new DateOnly(2018, 7, 2))
            .Take(new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, DecisionId.Of(1), CaseNumber: "UTR 18/1"))
            .On(new DateOnly(2018, 9, 3))
            .Happen(new RulingApplied(
                "r1", "UTR 18/1", DecisionId.Of(1), [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision, Dictum.Penalty], new DateOnly(2018, 9, 3), 14,
                RulingKind.Final, "RBMNE", PenaltyPerDay: 100, PenaltyMaximum: 15_000))
            .On(new DateOnly(2018, 9, 20));

        var view = View(paper);

        view.Terms.Single(term => term.Kind == TermKind.NewDecision).Penalty.ShouldBe(new TermPenalty(100, 15_000, 300, new DateOnly(2018, 9, 18), 0));
        view.Remedies.Single().ShouldSatisfyAllConditions(
            remedy => remedy.CaseNumber.ShouldBe("UTR 18/1"), remedy => remedy.RuledBy.ShouldBe("r1"), remedy => remedy.PenaltyAccrued.ShouldBe(300));
        view.Rulings.Single().ShouldSatisfyAllConditions(
            ruling => ruling.Due.ShouldBe(new DateOnly(2018, 9, 17)), ruling => ruling.CourtName.ShouldBe("rechtbank Midden-Nederland"), ruling => ruling.PenaltyPerDay.ShouldBe(100));
    }

    [Theory]
    [InlineData("2022-04-29", "2023-01-16", Regime.Wob)]
    [InlineData("2022-05-02", "2023-01-16", Regime.Woo)]
    public void Ruling_AfterTheTransition_ReviewsUnderTheActOfTheContestedDecision(string takenOn, string ruledOn, Regime regime)
    {
        var paper = Decided().On(DateOnly.Parse(ruledOn)).Happen(new RulingApplied(
            "r1", "UTR 22/1", DecisionId.Of(1), [Dictum.WellFounded, Dictum.Annulled], DateOnly.Parse(ruledOn), null, RulingKind.Final, "RBMNE"));
        paper.As(c => c with { Decisions = c.Decisions.With(DecisionId.Of(1), decision => decision with { TakenOn = DateOnly.Parse(takenOn) }) });

        View(paper).Rulings.Single().ReviewedUnder.ShouldBe(regime);
    }

    [Fact]
    public void View_OfAThirdParty_IsShownUnlessTheDocumentIsAboveTheClearance()
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Een")).Take(new AddDocument("Twee", Marking: Marking.StgGeheim))
            .Take(new AskView([DocumentId.Of(1)], "U wordt genoemd.", Received.AddDays(14), Name: "B.V. Genoemd"))
            .Take(new AskView([DocumentId.Of(2)], "Geheim belang.", Received.AddDays(14), Name: "B.V. Anders"));

        var views = View(paper, CaseOnPaper.Someone("h.2", Role.Handler) with { Clearance = Marking.None }).Views;

        (views[0].Concern, views[0].Withheld, views[0].AnswerBy).ShouldBe(("U wordt genoemd.", null, Received.AddDays(14)));
        (views[1].Concern, views[1].Withheld).ShouldBe((null, "clearance"));
    }

    [Fact]
    public void Publication_TellsWhatIsHeldClearedOutAndTakenDown()
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Een")).Take(new AddDocument("Twee"))
            .Take(new AssessDocument(DocumentId.Of(1), Judgement.Public)).Take(new AssessDocument(DocumentId.Of(2), Judgement.Public))
            .Take(new RecordSearch(SearchChannel.Mail, "Postbus", "zwarte lijst", 2)).DispatchLetters()
            .On(new DateOnly(2018, 6, 12)).Decide(new DraftDecision(DecisionKind.Primary));
        PublicationView Shown() => View(paper).Publications.ShouldHaveSingleItem();
        var first = PublicationId.Of(1);

        paper.Take(new PlanRelease(DecisionId.Of(1), new DateOnly(2018, 6, 20), ObjectionExpected: false));
        (Shown().State, Shown().EarliestOn, Shown().Documents.Length).ShouldBe((PublicationState.Planned, new DateOnly(2018, 6, 12), 2));
        paper.Take(new ClearPublication(first, NoInterimReliefKnown: true), Role.Publisher);
        (Shown().State, Shown().ClearedBy).ShouldBe((PublicationState.Cleared, "h.1"));
        paper.Take(new Publish(first), Role.Publisher).Take(new HoldPublication(first, "Nog kijken.", [DocumentId.Of(2)]));
        (Shown().State, Shown().Held.Single()).ShouldBe((PublicationState.Held, "doc-2"));
        paper.On(new DateOnly(2018, 6, 20)).Happen(new PublishBegun(first, 1, [DocumentId.Of(1)], "d")).Happen(new Published(first, 1, "d"));
        Shown().Rounds.Single().Documents.ShouldBe(["doc-1"]);
        paper.Take(new WithdrawDocument(DocumentId.Of(1), "Een naam bleef staan."), Role.Publisher);
        Shown().TakenDown.Single().ShouldBe(new TakenDownView("doc-1", null, new DateOnly(2018, 6, 20)));
    }

    private static CaseOnPaper Consulted(bool dispatched)
    {
        var paper = CaseOnPaper.Qualified().Take(new AddDocument("Een")).Take(new AddDocument("Twee"))
            .Take(new Consult(new Agency("AIVD"), [DocumentId.Of(1)], "Wat vindt u?", Received.AddDays(14)));
        return dispatched ? paper.DispatchLetters() : paper;
    }

    private static CaseOnPaper Decided() => CaseOnPaper.Qualified()
        .Take(new RecordSearch(SearchChannel.Mail, "Postbus", "zwarte lijst", 0))
        .DispatchLetters()
        .On(new DateOnly(2018, 6, 12))
        .Decide(new DraftDecision(DecisionKind.Primary));

    private static Actor Liaison(string agency) => CaseOnPaper.Someone("l.1", Role.Liaison) with { Agency = new Agency(agency) };

    private static CaseView View(CaseOnPaper paper, Actor? actor = null, Language language = Language.Nl) =>
        Views(paper, actor ?? CaseOnPaper.Someone("h.1", Role.Handler, Role.Coordinator), language).Of(paper.State, paper.Version, paper.Text);

    private static CaseViews Views(CaseOnPaper paper, Actor actor, Language language) => new(paper.Facts, paper.Today, new Sight(actor), language);
}
