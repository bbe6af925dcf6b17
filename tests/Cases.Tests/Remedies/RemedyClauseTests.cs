using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>What follows from each kind of decision, with each remedy that can be pending and each thing that a ruling can say.</summary>
public sealed class RemedyClauseTests
{
    private static readonly DateOnly Day = new(2022, 3, 21);

    private static readonly ImmutableArray<DecisionKind> FirstKinds = [DecisionKind.Primary, DecisionKind.Partial, DecisionKind.NotTreated];
    private static readonly ImmutableArray<DecisionKind> AfterACourt = [DecisionKind.Repair, DecisionKind.NewAfterAnnulment];
    private static readonly ImmutableArray<DecisionKind> Later = [DecisionKind.Supplementary, DecisionKind.Amending];

    /// <summary>For each situation: the route of what comes on top of an earlier decision, with its article and court.</summary>
    private static readonly Dictionary<string, (Func<Case, Case> Situation, string? Ruling, string Expected)> Situations = new(StringComparer.Ordinal)
    {
        ["objection"] = (c => Pending(c, RemedyKind.Objection), null, "JoinsPendingObjection Awb 6:19(1) "),
        ["direct appeal"] = (c => Pending(c, RemedyKind.DirectAppeal), null, "JoinsPendingAppeal Awb 6:19(1) "),
        ["appeal"] = (c => Pending(c, RemedyKind.Appeal), null, "JoinsPendingAppeal Awb 6:19(1) "),
        ["higher appeal"] = (c => Pending(Ruled(c, RulingKind.Final, "RBMNE", Dictum.Unfounded), RemedyKind.HigherAppeal, "ruling-1"), null, "JoinsPendingAppeal Awb 6:24 RVS"),
        ["annulment by the district court"] = (c => Ruled(c, RulingKind.Final, "RBMNE", Dictum.Annulled, Dictum.NewDecision), "ruling-1", "Appeal Awb 8:1 "),
        ["annulment by the Afdeling"] = (c => Ruled(c, RulingKind.Final, "RVS", Dictum.Annulled, Dictum.NewDecision), "ruling-1", "Appeal Awb 8:1 "),
        ["annulment, the Afdeling alone"] =
            (c => Ruled(c, RulingKind.Final, "RVS", Dictum.Annulled, Dictum.NewDecision, Dictum.DivisionAlone), "ruling-1", "AppealToDivision Awb 8:113(2) RVS"),
        ["loop of the district court"] = (c => Ruled(c, RulingKind.Interim, "RBMNE", Dictum.Loop), "ruling-1", "JoinsPendingAppeal Awb 6:19(1) RBMNE"),
        ["loop of the Afdeling"] = (c => Ruled(c, RulingKind.Interim, "RVS", Dictum.Loop), "ruling-1", "JoinsPendingAppeal Awb 6:24 RVS"),
    };

    public static TheoryData<DecisionKind> Kinds { get; } = [.. Enum.GetValues<DecisionKind>()];

    [Fact]
    public void Kinds_AreAllInTheTable() =>
        FirstKinds.Concat(AfterACourt).Concat(Later).Append(DecisionKind.OnObjection).ShouldBe(Enum.GetValues<DecisionKind>(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Clause_NothingPending_FollowsFromTheKind(DecisionKind kind)
    {
        var (c, decision) = Draft(kind);

        Shown(c, decision).ShouldBe(FirstKinds.Contains(kind) || Later.Contains(kind) ? "Objection Awb 7:1 " : "Appeal Awb 8:1 ");
        RemedyClause.Of(c, decision).Assumption.ShouldBe(Later.Contains(kind) ? "amending-is-objectable" : null);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Clause_EachSituation_FollowsFromItUnlessTheKindSaysIt(DecisionKind kind)
    {
        foreach (var (name, (situation, ruling, expected)) in Situations)
        {
            var (c, decision) = Draft(kind, ruling);
            var route = FirstKinds.Contains(kind) ? "Objection Awb 7:1 " : kind == DecisionKind.OnObjection && ruling is null ? "Appeal Awb 8:1 " : expected;

            Shown(situation(c), decision).ShouldBe(route, $"{kind} with {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Term_AfterAnnouncement_IsSixWeeksForWhatTheKindIsOpenTo(DecisionKind kind)
    {
        var (c, decision) = Draft(kind);
        var term = CaseTerms.ForRemedy(c, decision with { DispatchedOn = Day }, Organisation.Blank("organisation"), Day);

        term.Kind.ShouldBe(RemedyClause.Of(c, decision).Route == RemedyRoute.Objection ? TermKind.Objection : TermKind.Appeal);
        term.Nominal.ShouldBe(Day.AddDays(7 * RemedyClause.Weeks));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lodge_EachRemedyAgainstEachKind_IsTakenOrSaysWhichLies(DecisionKind kind)
    {
        var (c, decision) = Draft(kind);
        c = c with { Decisions = c.Decisions.With(decision.Id, d => d with { State = DecisionState.Dispatched, TakenOn = Day, DispatchedOn = Day }) };
        var objectable = FirstKinds.Contains(kind) || Later.Contains(kind);

        Lodged(c, RemedyKind.Objection, decision.Id).ShouldBe(objectable ? null : "appeal-open");
        Lodged(c, RemedyKind.DirectAppeal, decision.Id).ShouldBe(objectable ? null : "appeal-open");
        Lodged(c, RemedyKind.Appeal, decision.Id).ShouldBe(objectable ? "objection-first" : null);
        Lodged(c, RemedyKind.InterimRelief, decision.Id).ShouldBeNull();
        Lodged(c, objectable ? RemedyKind.Objection : RemedyKind.Appeal, decision.Id, RemedyParty.ThirdParty).ShouldBeNull();
        Lodged(c, objectable ? RemedyKind.Objection : RemedyKind.Appeal, decision.Id, RemedyParty.Body).ShouldBe("not-by-the-body");
    }

    [Theory]
    [InlineData(RulingKind.Final, "RBMNE", null, null)]
    [InlineData(RulingKind.Final, "RVS", "no-higher-appeal", null)]
    [InlineData(RulingKind.Interim, "RBMNE", "no-higher-appeal", null)]
    [InlineData(RulingKind.InterimRelief, "RBMNE", "no-higher-appeal", null)]
    [InlineData(RulingKind.Opposition, "RBMNE", "no-higher-appeal", null)]
    public void Lodge_AgainstARuling_LiesForEveryoneTheBodyToo(RulingKind kind, string court, string? higherAppeal, string? opposition)
    {
        var c = Ruled(Given.ADispatchedDecision().Case, kind, court, Dictum.Unfounded);

        foreach (var by in Enum.GetValues<RemedyParty>())
        {
            LodgedAgainst(c, RemedyKind.HigherAppeal, by).ShouldBe(higherAppeal, $"{by}");
            LodgedAgainst(c, RemedyKind.Opposition, by).ShouldBe(opposition, $"{by}");
            LodgedAgainst(c, RemedyKind.CrossAppeal, by).ShouldBe(higherAppeal ?? "no-higher-appeal-pending", $"{by}");
        }

        if (higherAppeal is null)
            LodgedAgainst(Pending(c, RemedyKind.HigherAppeal, "ruling-1"), RemedyKind.CrossAppeal, RemedyParty.Body).ShouldBeNull();
    }

    [Theory]
    [InlineData(RemedyKind.LateObjection)]
    [InlineData(RemedyKind.LateAppeal)]
    public void Lodge_ForLateness_LiesWhileADecisionIsOwed(RemedyKind kind)
    {
        Code(Given.AReviewedCase().Try(new LodgeRemedy(kind, RemedyParty.Requester), new(2022, 3, 8), Persons.Litigator)).ShouldBeNull();
        Code(Given.AReviewedCase().Try(new LodgeRemedy(kind, RemedyParty.Body), new(2022, 3, 8), Persons.Litigator)).ShouldBe("not-by-the-body");
        Code(Given.ADispatchedDecision().Try(new LodgeRemedy(kind, RemedyParty.Requester), Day, Persons.Litigator)).ShouldBe("decision-not-owed");
    }

    [Theory]
    [InlineData(RemedyKind.Objection)]
    [InlineData(RemedyKind.DirectAppeal)]
    [InlineData(RemedyKind.Appeal)]
    [InlineData(RemedyKind.HigherAppeal)]
    [InlineData(RemedyKind.CrossAppeal)]
    [InlineData(RemedyKind.InterimRelief)]
    [InlineData(RemedyKind.Opposition)]
    [InlineData(RemedyKind.LateObjection)]
    [InlineData(RemedyKind.LateAppeal)]
    public void Close_WhileARemedyRuns_IsBlocked(RemedyKind kind)
    {
        var life = Given.ADispatchedDecision();

        Code((life with { Case = Pending(life.Case, kind) }).Try(new Close(), new(2022, 6, 1), Persons.Coordinator)).ShouldBe("remedy-running");
    }

    [Fact]
    public void LateAppeal_WhileItRuns_ExtendsToTheDecisionAndItsCourtIsTold()
    {
        var late = Pending(Given.ADraftDecision().Case, RemedyKind.LateAppeal);
        RemedyClause.Of(late, late.Decisions.Last()).ShouldBe(new RemedyClause(RemedyRoute.Objection, "Awb 7:1", LateAppeal: new RemedyId(1)));

        var life = (Given.ADraftDecision() with { Case = late }).Decided(Given.Decision1, Given.AnnouncedOn);
        OwedLetters.Of(life.Case).Single(owed => owed.Kind == LetterKind.CourtNotice).To.ShouldBe(new Addressee(CourtOf: new RemedyId(1)));
        RemedyClause.Of(life.Case, life.Decision).LateAppeal.ShouldBe(new RemedyId(1));
    }

    [Fact]
    public void Joining_AnAppeal_IsSentToItsCourtAndSharesItsFate()
    {
        var appealed = Given.ADispatchedDecision();
        appealed = appealed with { Case = Pending(appealed.Case, RemedyKind.DirectAppeal) };
        var life = appealed.With(new DraftDecision(DecisionKind.Amending, Supplements: Given.Decision1), Day, Persons.Handler).Decided(Given.Decision2, Day);
        var today = new DateOnly(2022, 9, 1);

        life.Decision.Joins.ShouldBe(new RemedyId(1));
        OwedLetters.Of(life.Case).Select(owed => owed.Kind).ShouldContain(LetterKind.CourtNotice);
        Remedies.IrrevocableOn(life.Case, life.Decision, life.Facts, today).ShouldBeNull();

        var ended = Engine.Record(life, new RemedyWithdrawn(new(1), null), Life.TenOClock(new(2022, 6, 20)));
        RemedyClause.Of(ended.Case, ended.Decision).Route.ShouldBe(RemedyRoute.JoinsPendingAppeal, "the clause stays that of the day of announcement");
        Remedies.IrrevocableOn(ended.Case, ended.Decision, ended.Facts, today).ShouldBe(new DateOnly(2022, 6, 20));
    }

    [Fact]
    public void Draft_WhenAnAppealIsLodged_HasAnotherClauseAndIsDraftedAnew()
    {
        var life = Given.ADispatchedDecision().With(new DraftDecision(DecisionKind.Amending, Supplements: Given.Decision1), Day, Persons.Handler).LettersPrepared(Day);
        var appealed = life.With(new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, Given.Decision1, CaseNumber: "UTR 22/1"), Day, Persons.Litigator);

        RemedyClause.Of(life.Case, life.Decision).Route.ShouldBe(RemedyRoute.Objection);
        RemedyClause.Of(appealed.Case, appealed.Decision).CaseNumber.ShouldBe("UTR 22/1");
        OwedLetters.Of(appealed.Case, Day).ShouldContain(owed => owed.Replaces == life.DecisionLetter.Id);
    }

    private static string Shown(Case c, Decision decision) => RemedyClause.Of(c, decision) is var clause ? $"{clause.Route} {clause.Article} {clause.Court}" : "";

    /// <summary>A case with an announced primary decision, and a draft of a kind that builds on it, or stands beside it.</summary>
    private static (Case, Decision) Draft(DecisionKind kind, string? ruling = null)
    {
        var c = Given.ADispatchedDecision().Case;
        var draft = new Decision(Given.Decision2, kind, null, null, DecisionState.Draft, Persons.Handler.Id)
        {
            Supplements = FirstKinds.Contains(kind) ? null : Given.Decision1,
            AnswersRuling = FirstKinds.Contains(kind) ? null : ruling,
        };
        return (c with { Decisions = c.Decisions.Add(draft) }, draft);
    }

    private static Case Pending(Case c, RemedyKind kind, string? ruling = null) => c with
    {
        Remedies = c.Remedies.Add(new Remedy(
            c.Remedies.NextId, kind, RemedyParty.Requester, c.Request!.Requester, ruling is null && kind is not (RemedyKind.LateAppeal or RemedyKind.LateObjection) ? Given.Decision1 : null,
            ruling, kind is RemedyKind.LateAppeal or RemedyKind.LateObjection ? CaseTerms.DecisionTerm : null, new(2022, 3, 14), false, false, null, null, null)),
    };

    private static Case Ruled(Case c, RulingKind kind, string court, params ImmutableArray<Dictum> outcomes) => c with
    {
        Rulings = c.Rulings.Add(new AppliedRuling("ruling-1", "202003618/1/A3", Given.Decision1, outcomes, new(2022, 3, 14), null) { Kind = kind, Court = court }),
    };

    private static string? Lodged(Case c, RemedyKind kind, DecisionId decision, RemedyParty by = RemedyParty.Requester) =>
        Code((Given.ADispatchedDecision() with { Case = c }).Try(
            new LodgeRemedy(kind, by, decision, Name: by == RemedyParty.ThirdParty ? "Kaspersky" : null), Day, Persons.Litigator));

    private static string? LodgedAgainst(Case c, RemedyKind kind, RemedyParty by) =>
        Code((Given.ADispatchedDecision() with { Case = c }).Try(
            new LodgeRemedy(kind, by, RulingId: "ruling-1", Name: by == RemedyParty.ThirdParty ? "Kaspersky" : null), Day, Persons.Litigator));

    private static string? Code(Outcome outcome) => (outcome as Refused)?.Code;
}
