namespace WobWorkflow.Cases.Tests;

/// <summary>Two requests that are treated together stay two requests: the documents and the decision are one, receipt, terms and remedies are each its own.</summary>
public sealed class JoinTests
{
    private const string Other = "case-2";
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly Join Joining = new("case-1", "Beide verzoeken gaan over dezelfde stukken.");
    private static readonly Unjoin Parting = new("De andere verzoeker heeft haast.");

    [Fact]
    public void Join_BringsTheDocumentsToTheOtherCase_AndLeavesTheRequestHere()
    {
        var (lead, joined) = Together();

        joined.Case.Joining.ShouldNotBeNull().ShouldSatisfyAllConditions(
            x => x.State.ShouldBe(JoinState.Joined),
            x => (x.CaseId, x.Since).ShouldBe(("case-1", Day)));
        joined.Case.Documents.ShouldAllBe(document => !document.InScope && document.MovedTo == "case-1");
        lead.Case.Documents.Count(document => document.InScope).ShouldBe(4);
        lead.Case.Joined.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            x => (x.CaseId, x.LeftOn, x.ReceivedOn).ShouldBe((Other, null, new DateOnly(2022, 1, 12))),
            x => x.Documents.Select(place => (place.There.Number, place.Here.Number, place.New)).ShouldBe([(1, 3, true), (2, 4, true)]));
        // Each its own term.
        lead.Term("decision", Day).Due.ShouldBe(new DateOnly(2022, 2, 7));
        joined.Term("decision", Day).Due.ShouldBe(new DateOnly(2022, 2, 9));
    }

    [Fact]
    public void Join_OfWhatLiesThereAlready_IsJudgedOnce()
    {
        var (lead, asked) = Asked(With(ACase("case-1"), "hetzelfde"), With(ACase(Other), "hetzelfde"));
        var joined = Answered(lead, asked).Lead;

        joined.Case.Documents.Count.ShouldBe(5);
        joined.Case.Joined[0].Documents[^1].ShouldBe(new JoinedDocument(new DocumentId(3), new DocumentId(3), New: false));
    }

    [Fact]
    public void Join_TellsTheRequesterOnce()
    {
        var (_, joined) = Together();

        OwedLetters.Of(joined.Case).Select(owed => owed.Kind).ShouldContain(LetterKind.JoinNotice);
        OwedLetters.Of(joined.LettersPrepared(Day).Case).ShouldBeEmpty();
    }

    [Fact]
    public void Join_LeavesOnlyWhatIsTheRequestsOwn()
    {
        var (_, joined) = Together();

        joined.Try(new AddDocument("Nog een"), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("joined");
        joined.Try(new DraftDecision(DecisionKind.Primary), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("joined");
        joined.Try(Joining, Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("joined");
        joined.With(new ExtendTerm(7, "Omvangrijk."), Day, Persons.Handler).Case.Intake.Extension!.Days.ShouldBe(7);
        joined.With(new Withdraw(), Day, Persons.Handler).Case.Intake.WithdrawnOn.ShouldBe(Day);
        Cases.Joining.TakenThere.Except(Catalogue.CaseSteps.Select(row => row.Rule.Name)).ShouldBeEmpty();
        Catalogue.CaseSteps.Where(row => row.MayBeTaken(joined.Case, Persons.Coordinator)).Select(row => row.Rule.Name).ShouldNotContain("add-document");
    }

    [Fact]
    public void Join_WhereItMakesNoSense_IsRefused()
    {
        ACase("case-1").Try(Joining, Day, Persons.Coordinator).ShouldBeInvalid("caseId", "joined-to-itself");
        Given.ARegisteredCase().Try(new Join(Other, "x"), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("not-qualified");
        Given.AQualifiedCase(qualification: Qualification.OwnData).Try(new Join(Other, "x"), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("kind-not-joined");
        Given.ACaseWithOpenConsultation().Try(new Join(Other, "x"), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("document-asked-about");
        Given.ADraftDecision().Try(new Join(Other, "x"), new(2022, 2, 22), Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("decision-open");
        Given.ADispatchedDecision().Try(new Join(Other, "x"), new(2022, 3, 7), Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("already-decided");
        var asked = ACase("case-1").With(new AskView([Given.Doc1], "Uw gegevens.", Day.AddDays(14), Name: "Derde BV"), Day, Persons.Handler)
            .Sent(LetterKind.ThirdPartyViewRequest, "view-1", Day).Sent(LetterKind.SuspensionNotice, "views-1", Day);
        asked.Try(new Join(Other, "x"), Day.AddDays(1), Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("document-asked-about");
    }

    [Fact]
    public void Join_ThatTheOtherCaseRefuses_BringsTheDocumentsBack()
    {
        foreach (var (lead, code) in new[]
        {
            (Given.ADispatchedDecision(), "already-decided"), (Given.ADecisionAwaitingApproval(), "decision-pending"), (Given.AClosedCase(), "case-closed"),
            (Given.AQualifiedCase(qualification: Qualification.Reuse), "kind-differs"), (ACase("case-1").With(new Withdraw(), Day, Persons.Handler), "request-withdrawn"),
            (Registered("case-1", environmental: true), "environment-differs"),
        })
        {
            var joined = Answered(lead, Asked(lead, ACase(Other)).Joined).Joined;

            joined.Case.Joinings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(x => x.State.ShouldBe(JoinState.Refused), x => x.Refused.ShouldBe(code));
            joined.Case.Joining.ShouldBeNull();
            joined.Case.Documents.ShouldAllBe(document => document.InScope && document.MovedTo == null);
            _ = joined.With(new AddDocument("Nog een"), Day, Persons.Handler);
        }
    }

    [Fact]
    public void Join_ToACaseThatIsJoinedItself_IsRefused()
    {
        var (_, joined) = Together();

        Answered(joined, Asked(joined, ACase("case-3"), Other).Joined).Joined.Case.Joinings[0].Refused.ShouldBe("joined");
    }

    [Fact]
    public void Lead_CannotAbandonWhoWaitsForIt()
    {
        var (lead, _) = Together();

        lead.Try(new Withdraw(), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("others-joined");
        lead.Try(new Join("case-3", "x"), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("others-joined");
        lead.Try(new Split("x", "y", "z"), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("others-joined");
    }

    [Fact]
    public void Decision_OfTheOtherCase_IsADecisionHere_WithItsOwnDispatchAndRemedies()
    {
        var (lead, joined) = Decided();

        joined.Decision.ShouldSatisfyAllConditions(
            decision => decision.Kind.ShouldBe(DecisionKind.Primary),
            decision => decision.State.ShouldBe(DecisionState.Taken),
            decision => (decision.TakenOn, decision.TakenBy).ShouldBe((lead.Decision.TakenOn, Persons.Signatory.Id)),
            decision => decision.Follows.ShouldBe(new Followed("case-1", Given.Decision1, joined.Case.Artifacts.Last().Id)));
        joined.Term("decision", new(2022, 3, 3)).State.ShouldBe(TermState.Lapsed);

        var sent = joined.Sent(LetterKind.Decision, "decision-1", new(2022, 3, 7), Persons.Signatory);
        sent.Term("decision", new(2022, 3, 7)).MetOn.ShouldBe(new DateOnly(2022, 3, 7));
        sent.Term("objection:decision-1", new(2022, 3, 7)).StartedOn.ShouldBe(new DateOnly(2022, 3, 7));
        var objected = sent.With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), new(2022, 3, 20), Persons.Coordinator);
        objected.Case.Remedies.Count.ShouldBe(1);
        lead.Case.Remedies.Count.ShouldBe(0);
    }

    [Fact]
    public void Decision_IsToldOnce_WhenItsTextIsSettled()
    {
        var (lead, joined) = Together();
        var taken = Taken(lead);
        taken.Agenda(Life.TenOClock(new(2022, 3, 3))).Due.OfType<TellFollower>().ShouldBeEmpty();
        taken.Try(new Close(), new(2022, 3, 3), Persons.Coordinator).ShouldBeOfType<Refused>();
        var signed = Signed(taken);

        var tell = signed.Agenda(Life.TenOClock(new(2022, 3, 3))).Due.OfType<TellFollower>().ShouldHaveSingleItem();
        var told = signed.Happened(new FollowerTold(tell.CaseId, tell.Number, tell.DecisionId, null, tell.Key), Life.TenOClock(new(2022, 3, 3)), new(2022, 3, 3), "engine");
        told.Agenda(Life.TenOClock(new(2022, 3, 3))).Due.OfType<TellFollower>().ShouldBeEmpty();
        var followed = Followed(signed, joined);
        DecisionFollowed.Decide(followed.Case, "case-1", signed.Decision, signed.Case.Artifacts[signed.DecisionLetter.Anonymised!.Value]!).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Decision_OnAnObjectionThatNobodyMadeHere_IsNotFollowed()
    {
        var (lead, joined) = Decided();
        var sent = joined.Sent(LetterKind.Decision, "decision-1", new(2022, 3, 7), Persons.Signatory);
        var onObjection = lead.Decision with { Id = Given.Decision2, Kind = DecisionKind.OnObjection, Supplements = Given.Decision1 };
        var text = lead.Case.Artifacts[lead.DecisionLetter.Anonymised!.Value]!;

        DecisionFollowed.Decide(sent.Case, "case-1", onObjection, text).ShouldBeOfType<Refused>().Code.ShouldBe("no-objection");
        DecisionFollowed.Decide(joined.Case, "case-1", onObjection, text).ShouldBeOfType<Refused>().Code.ShouldBe("decision-not-followed");
        var objected = sent.With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), new(2022, 3, 20), Persons.Coordinator);
        DecisionFollowed.Decide(objected.Case, "case-1", onObjection, text).ShouldGive<DecisionFollowed>().Supplements.ShouldBe(Given.Decision1);
    }

    [Fact]
    public void Decision_OnAWithdrawnRequest_IsNotFollowed()
    {
        var (lead, joined) = Together();
        var signed = Signed(Taken(lead));

        DecisionFollowed.Decide(joined.With(new Withdraw(), Day, Persons.Handler).Case, "case-1", signed.Decision, signed.Case.Artifacts[signed.DecisionLetter.Anonymised!.Value]!)
            .ShouldBeOfType<Refused>().Code.ShouldBe("nothing-to-decide");
    }

    [Fact]
    public void DecisionLetter_IsDraftedAnewWhenACaseJoins()
    {
        var drafted = Given.ADraftDecision().LettersPrepared(new(2022, 2, 22));
        var before = drafted.Case.Basis;
        var joined = Answered(drafted, Asked(drafted, ACase(Other)).Joined).Lead;

        joined.Case.Basis.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Unjoin_BeforeTheDecision_BringsItsOwnDocumentsBack()
    {
        var (lead, joined) = Together();
        var (left, free) = Parted(lead, joined);

        free.Case.Joining.ShouldBeNull();
        free.Case.Documents.Count(document => document.InScope).ShouldBe(2);
        left.Case.Documents.Count(document => document.InScope).ShouldBe(2);
        left.Case.Joined[0].LeftOn.ShouldBe(Day);
        OwedLetters.Of(free.Case).Select(owed => owed.Kind).ShouldContain(LetterKind.JoinEnded);
        // And both go on alone.
        _ = left.With(new Withdraw(), Day, Persons.Handler);
        _ = free.With(new AddDocument("Nog een"), Day, Persons.Handler);
    }

    [Fact]
    public void Unjoin_AfterTheDecision_GivesItAllThatWasDecidedUpon()
    {
        var (lead, joined) = Decided();
        joined.Try(Parting, new(2022, 3, 3), Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("decision-pending");
        var sent = joined.Sent(LetterKind.Decision, "decision-1", new(2022, 3, 7), Persons.Signatory);
        var leadSent = lead.With(new RecordDispatch(lead.DecisionLetter.Id, Channel.Post), new(2022, 3, 7), Persons.Handler);
        var (left, free) = Parted(leadSent, sent, new(2022, 3, 8));

        free.Case.Documents.Count(document => document.InScope).ShouldBe(lead.Case.Documents.Count(document => document.InScope));
        left.Case.Documents.Count(document => document.InScope).ShouldBe(lead.Case.Documents.Count(document => document.InScope));
    }

    [Fact]
    public void Unjoin_WhileADecisionIsPending_IsRefusedThere_AndItStays()
    {
        var (lead, joined) = Together();
        var (_, still) = Parted(Taken(lead), joined, new(2022, 3, 3));

        still.Case.Joining.ShouldNotBeNull().ShouldSatisfyAllConditions(x => x.State.ShouldBe(JoinState.Joined), x => x.Refused.ShouldBe("decision-pending"));
        // It can be asked again, under another key.
        var again = still.With(Parting, new(2022, 3, 4), Persons.Coordinator);
        again.Agenda(Life.TenOClock(new(2022, 3, 4))).Due.OfType<AskUnjoin>().ShouldHaveSingleItem().Key.ShouldBe("unjoin:1:2");
    }

    [Fact]
    public void Unjoin_OfWhatIsNotJoined_IsRefused() => ACase("case-1").Try(Parting, Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("not-joined");

    /// <summary>A case under another id, a day or two later.</summary>
    private static Life ACase(string id) => Registered(id)
        .With(new AddDocument("Dreigingsanalyse", DocumentKind.Analysis), new(2022, 1, 14), Persons.Handler)
        .With(new AddDocument("Nota"), new(2022, 1, 14), Persons.Handler)
        .With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 2), new(2022, 1, 14), Persons.Handler);

    private static Life Registered(string id, bool environmental = false)
    {
        var on = id == "case-1" ? Given.ReceivedOn : new DateOnly(2022, 1, 12);
        return new Life(Case.Blank(id), Life.Blank.Facts, []).With(Given.ARequest(on) with { Environmental = environmental }, on, Persons.Coordinator)
            .With(new Qualify(Qualification.PublicInformation), on, Persons.Handler);
    }

    private static Life With(Life life, string content) => life.With(
        new AddDocument(content) { Content = new StoredContent(new string('d', 64), "text/plain", ".txt", 10, null, null, null) }, new(2022, 1, 14), Persons.Handler);

    private static (Life Lead, Life Joined) Asked(Life lead, Life other, string to = "case-1") => (lead, other.With(Joining with { CaseId = to }, Day, Persons.Coordinator));

    /// <summary>What the engine carries between the two.</summary>
    private static (Life Lead, Life Joined) Answered(Life lead, Life asked)
    {
        var (now, duty) = (Life.TenOClock(Day), asked.Agenda(Life.TenOClock(Day)).Due.OfType<AskJoin>().ShouldHaveSingleItem());
        var outcome = CaseJoined.Decide(lead.Case, asked.Case.Id, asked.Case.Joinings[^1]);
        var taken = outcome is Accepted { Events: [var happened] } ? Engine.Record(lead, happened, now) : lead;
        return (taken, Engine.Record(asked, new JoinAnswered(duty.Number, (outcome as Refused)?.Code, duty.Key), now));
    }

    private static (Life Lead, Life Joined) Together() => Answered(ACase("case-1"), ACase(Other).With(Joining, Day, Persons.Coordinator));

    private static (Life Lead, Life Joined) Parted(Life lead, Life joined, DateOnly? on = null)
    {
        var now = Life.TenOClock(on ?? Day);
        var leaving = joined.With(Parting, on ?? Day, Persons.Coordinator);
        var duty = leaving.Agenda(now).Due.OfType<AskUnjoin>().ShouldHaveSingleItem();
        var outcome = CaseUnjoined.Decide(lead.Case, leaving.Case.Id, duty.Number);
        var left = outcome is Accepted { Events: [var happened] } ? Engine.Record(lead, happened, now) : lead;
        return (left, Engine.Record(leaving, new UnjoinAnswered(duty.Number, (outcome as Refused)?.Code, left.Case.Joined[0].Given, duty.Key), now));
    }

    private static Life Taken(Life lead)
    {
        var life = lead.Case.Documents.Where(document => document.InScope).Aggregate(lead, (at, document) => at.With(new AssessDocument(document.Id, Judgement.Public), new(2022, 2, 21), Persons.Handler))
            .With(new DraftDecision(DecisionKind.Primary), new(2022, 2, 22), Persons.Handler);
        var letter = life.Agenda(Life.TenOClock(new(2022, 2, 22))).Due.OfType<PrepareLetter>().Single(duty => duty.Letter.Kind == LetterKind.Decision);
        var prepared = (LetterPrepared)Engine.Discharge(life, letter);
        life = Engine.Record(
            life, prepared with { Anonymised = new PreparedRendition(ArtifactId.Of(prepared.ArtifactId.Number + 1), new string('f', 64), 100) }, Life.TenOClock(new(2022, 2, 22)));
        return life.With(new SubmitDecision(Given.Decision1), new(2022, 2, 22), Persons.Handler)
            .With(new ApproveDecision(Given.Decision1), new(2022, 2, 24), Persons.Approver)
            .With(new TakeDecision(Given.Decision1), new(2022, 3, 3), Persons.Signatory);
    }

    private static Life Signed(Life taken) => taken.With(new SignLetter(taken.DecisionLetter.Id), new(2022, 3, 3), Persons.Signatory);

    private static Life Followed(Life lead, Life joined) => Engine.Record(
        joined,
        DecisionFollowed.Decide(joined.Case, "case-1", lead.Decision, lead.Case.Artifacts[lead.DecisionLetter.Anonymised!.Value]!).ShouldGive<DecisionFollowed>(),
        Life.TenOClock(new(2022, 3, 3)));

    private static (Life Lead, Life Joined) Decided()
    {
        var (lead, joined) = Together();
        var signed = Signed(Taken(lead));
        var tell = signed.Agenda(Life.TenOClock(new(2022, 3, 3))).Due.OfType<TellFollower>().ShouldHaveSingleItem();
        return (Engine.Record(signed, new FollowerTold(tell.CaseId, tell.Number, tell.DecisionId, null, tell.Key), Life.TenOClock(new(2022, 3, 3))), Followed(signed, joined));
    }
}
