using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>A date turns out wrong after something was decided on it: the log points out what, and rewrites nothing.</summary>
public sealed class RechecksTests
{
    private static readonly DateOnly Due = new(2022, 3, 7);

    [Fact]
    public void Receipt_EarlierThanRecorded_PointsOutTheLateDecisionAndTheExtensionThatCameTooLate()
    {
        var decided = Given.ADispatchedDecision();

        var corrected = Receipt(decided, new(2022, 1, 5));

        // Four weeks end on 2 February; the requester was told of the extension on the 4th.
        Overtaken(corrected).ShouldBe(
        [
            new(OvertakenKind.DecisionLate, "decision-1", "decision", Given.AnnouncedOn, Due, new(2022, 2, 2)),
            new(OvertakenKind.ExtensionTooLate, "extension", "decision", new(2022, 2, 4), new(2022, 2, 7), new(2022, 2, 2)),
        ]);
        ((FactCorrected)corrected.Last).Moved.ShouldBe([new MovedTerm("decision", Due, new DateOnly(2022, 2, 2))]);
        corrected.Case.Decisions.ShouldBe(decided.Case.Decisions);
        corrected.Case.Intake.Extension.ShouldBe(decided.Case.Intake.Extension);
        corrected.Log.Take(decided.Log.Count).ShouldBe(decided.Log);
    }

    [Fact]
    public void Receipt_CorrectedBack_PointsOutThatBothWereInTimeAfterAll() =>
        Overtaken(Receipt(Receipt(Given.ADispatchedDecision(), new(2022, 1, 5)), Given.ReceivedOn)).Select(overtaken => (overtaken.Kind, overtaken.From, overtaken.To)).ShouldBe(
        [
            (OvertakenKind.DecisionInTime, new DateOnly(2022, 2, 2), Due),
            (OvertakenKind.ExtensionInTime, new DateOnly(2022, 2, 2), new DateOnly(2022, 2, 7)),
        ]);

    [Fact]
    public void Receipt_ThatChangesNoJudgement_PointsOutNothing()
    {
        // Three days earlier the requester was told of the extension on the last day, and of the decision too.
        var corrected = Receipt(Given.ADispatchedDecision(), new(2022, 1, 7));

        ((FactCorrected)corrected.Last).Moved.ShouldNotBeEmpty();
        ((FactCorrected)corrected.Last).Overtaken.ShouldBeNull();
        corrected.Case.Corrections.ShouldHaveSingleItem().Overtaken.ShouldBeEmpty();
    }

    [Fact]
    public void Receipt_LaterThanRecorded_MakesTheNoticePremature() =>
        Overtaken(Receipt(Noticed(new(2022, 1, 10), new(2022, 2, 8)), new(2022, 1, 12)))
            .ShouldBe([new(OvertakenKind.NoticePremature, "notice-1", "decision", new(2022, 2, 8), new(2022, 2, 7), new(2022, 2, 9))]);

    [Fact]
    public void Receipt_InTheYearsOfThePenalty_MakesItDueOrNot()
    {
        var (monday, weekLater) = (new DateOnly(2015, 1, 5), new DateOnly(2015, 1, 12));
        var (notice, first) = (new DateOnly(2015, 2, 3), new DateOnly(2015, 2, 18));

        Overtaken(Receipt(Noticed(monday, notice), weekLater)).ShouldBe(
        [
            new(OvertakenKind.NoticePremature, "notice-1", "decision", notice, new(2015, 2, 2), new(2015, 2, 9)),
            new(OvertakenKind.PenaltyNotDue, "decision", "decision", null, first, null),
        ]);
        Overtaken(Receipt(Noticed(weekLater, notice), monday)).ShouldBe(
        [
            new(OvertakenKind.NoticeEffective, "notice-1", "decision", notice, new(2015, 2, 9), new(2015, 2, 2)),
            new(OvertakenKind.PenaltyDue, "decision", "decision", null, null, first),
        ]);
    }

    [Fact]
    public void Receipt_LaterThanRecorded_MakesTheAppealForLatenessPremature()
    {
        var appealed = Noticed(new(2024, 9, 2), new(2024, 10, 1))
            .With(new LodgeRemedy(RemedyKind.LateAppeal, RemedyParty.Requester), on: new(2024, 10, 16), by: Persons.Litigator);

        Overtaken(Receipt(appealed, new(2024, 9, 9))).Select(overtaken => (overtaken.Kind, overtaken.Subject)).ShouldBe(
            [(OvertakenKind.NoticePremature, "notice-1"), (OvertakenKind.RemedyPremature, "remedy-1")]);
    }

    [Fact]
    public void Receipt_UnderTheOtherAct_MakesTheExtensionTooLong()
    {
        var extended = Given.AQualifiedCase(new(2022, 4, 29))
            .With(new ExtendTerm(28, "De afstemming vraagt meer tijd."), on: new(2022, 5, 19), by: Persons.Handler)
            .Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 5, 20));

        Overtaken(Receipt(extended, new(2022, 5, 2))).ShouldHaveSingleItem().Kind.ShouldBe(OvertakenKind.ExtensionTooLong);
    }

    [Theory]
    [InlineData("2022-04-19", null, "2022-03-03", OvertakenKind.RemedyLate)]
    [InlineData("2022-04-21", "2022-04-19", "2022-03-03", OvertakenKind.RemedyLate)]
    [InlineData("2022-04-20", null, "2022-03-07", OvertakenKind.RemedyLate, false)]
    [InlineData("2022-04-21", null, "2022-03-11", OvertakenKind.RemedyInTime)]
    public void Dispatch_Corrected_SaysOfAnObjectionWhetherItWasInTime(string lodgedOn, string? postedOn, string dispatchedOn, OvertakenKind kind, bool overtaken = true)
    {
        var objected = Given.ADispatchedDecision().With(
            new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1, PostedOn: postedOn is null ? null : NewLife.Day(postedOn)),
            on: NewLife.Day(lodgedOn), by: Persons.ObjectionHandler);

        var found = Dispatched(objected, dispatchedOn, "2022-05-02").Where(x => x.Kind is OvertakenKind.RemedyLate or OvertakenKind.RemedyInTime).ToList();

        if (overtaken)
            found.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        else
            found.ShouldBeEmpty();
    }

    [Fact]
    public void Dispatch_LaterThanRecorded_PointsOutTheDecisionAndTheCaseThatWasClosedTooSoon() =>
        Dispatched(Given.AClosedCase(), "2022-03-11", "2022-04-25").ShouldBe(
        [
            new(OvertakenKind.DecisionLate, "decision-1", "decision", new(2022, 3, 11), Due, Due),
            new(OvertakenKind.ClosedEarly, "case", null, new(2022, 4, 20), null, null),
        ]);

    [Fact]
    public void Dispatch_EarlierThanRecorded_EndsTheTermOnTheObjectionBeforeItWasExtended()
    {
        var extended = Given.ADispatchedDecision()
            .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), on: new(2022, 3, 10), by: Persons.ObjectionHandler)
            .With(new ExtendObjectionTerm(new(1), "Omvang.", Days: 42), on: new(2022, 5, 30), by: Persons.ObjectionHandler);

        Dispatched(extended, "2022-03-03", "2022-06-02")
            .ShouldBe([new(OvertakenKind.ExtensionTooLate, "remedy-1", "objection-decision:remedy-1", new(2022, 5, 30), new(2022, 5, 31), new(2022, 5, 26))]);
    }

    [Fact]
    public void Dispatch_LaterThanRecorded_BringsTheNoticeOfACommitteeWithinSixWeeks()
    {
        var told = Given.ADispatchedDecision()
            .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), on: new(2022, 3, 10), by: Persons.ObjectionHandler)
            .With(new ScheduleHearing(new(1), new(2022, 6, 10), Committee: true), on: new(2022, 6, 1), by: Persons.ObjectionHandler);

        Dispatched(told, "2022-03-07", "2022-06-07").ShouldBeEmpty();
        Dispatched(told, "2022-03-11", "2022-06-07").ShouldContain(
            new Overtaken(OvertakenKind.CommitteeToldInTime, "remedy-1", "objection-decision:remedy-1", new(2022, 6, 1), new(2022, 5, 31), new(2022, 6, 3)));
    }

    [Fact]
    public void Dispatch_OfADecisionOnObjection_Corrected_MovesTheDayOnWhichTheObjectionEnded()
    {
        var life = NewLife.Decided("2018-02-05", "2018-03-02");
        life.Take("2018-03-10", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, NewLife.Decision1));
        life.Take("2018-05-22", new RecordHearing(NewLife.Remedy1, Waiver: HearingWaiver.Declined));
        life.Decide("2018-05-25", new DraftDecision(DecisionKind.OnObjection, Supplements: NewLife.Decision1), "signatory-2");
        var letter = life.Case.Letters.Last(l => l.About == "decision-2").Id.ToString();

        var corrected = (FactCorrected)life.Take("2018-06-07", new Correct(CorrectableFact.DispatchedOn, new(2018, 5, 28), "Poststempel.", letter)).Single();

        corrected.Overtaken.ShouldNotBeNull().ShouldBe(
            [new(OvertakenKind.DecisionLate, "decision-2", "objection-decision:remedy-1", new(2018, 5, 28), new(2018, 5, 25), new(2018, 5, 25))]);
        life.Case.Remedies[NewLife.Remedy1]!.EndedOn.ShouldBe(new DateOnly(2018, 5, 28));
    }

    [Fact]
    public void EveryKind_HasASentenceInBothLanguages_WithWhatItIsAbout()
    {
        foreach (var kind in Enum.GetValues<OvertakenKind>())
        {
            var wording = OvertakenWording.Of(new Overtaken(kind, "decision-1", "decision-1", new(2022, 3, 4), new(2022, 3, 7), new(2022, 2, 2)));

            wording.Nl.ShouldEndWith(".");
            wording.En.ShouldEndWith(".");
            if (kind is not (OvertakenKind.ClosedEarly or OvertakenKind.ClosedInTime))
                wording.Nl.ShouldContain("decision-1");
        }
    }

    [Fact]
    public void Log_OfBeforeThisWasPointedOut_FoldsTheSame()
    {
        const string Line = """
            {"type":"fact-corrected","fact":"received-on","from":"2022-01-10","to":"2022-01-05","reason":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","moved":[]}
            """;
        using var json = System.Text.Json.JsonDocument.Parse(EventJson.Write(((FactCorrected)Receipt(Given.AQualifiedCase(), new(2022, 1, 7)).Last) with { Overtaken = null }));
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["type", "fact", "from", "to", "reason", "moved"], ignoreOrder: true);

        var old = (FactCorrected)EventJson.Read(System.Text.Encoding.UTF8.GetBytes(Line));

        old.Overtaken.ShouldBeNull();
        old.ApplyTo(Given.AQualifiedCase().Case, new Entry(9, Life.TenOClock(new(2022, 1, 12)), new(2022, 1, 12), "x")).Request!.ReceivedOn.ShouldBe(new DateOnly(2022, 1, 5));
    }

    private static Life Noticed(DateOnly receivedOn, DateOnly noticeOn) =>
        Given.AQualifiedCase(receivedOn).With(new RecordNoticeOfDefault(), on: noticeOn, by: Persons.Handler);

    private static Life Receipt(Life life, DateOnly date) =>
        life.With(new Correct(CorrectableFact.ReceivedOn, date, "Ontvangststempel."), on: life.Log[^1].Entry.On.AddDays(40), by: Persons.Coordinator);

    private static ImmutableArray<Overtaken> Overtaken(Life corrected) => ((FactCorrected)corrected.Last).Overtaken.ShouldNotBeNull();

    private static ImmutableArray<Overtaken> Dispatched(Life life, string dispatchedOn, string on) =>
        ((FactCorrected)life.With(
            new Correct(CorrectableFact.DispatchedOn, NewLife.Day(dispatchedOn), "Poststempel.", life.Letter(LetterKind.Decision, "decision-1").Id.ToString()),
            on: NewLife.Day(on), by: Persons.Coordinator).Last).Overtaken ?? [];
}
