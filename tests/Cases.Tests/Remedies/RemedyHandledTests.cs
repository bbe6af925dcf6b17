using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>Who hears of the terms of a remedy, when the court is told, and whether a remedy is late once a date was wrong.</summary>
public sealed class RemedyHandledTests
{
    [Fact]
    public void CourtNotice_OfADecisionThatJoinsAnAppeal_IsATermOfPracticeThatItsDispatchMeets()
    {
        var life = Appealed();
        life.Decide("2018-10-01", new DraftDecision(DecisionKind.Amending, Supplements: Decision2), "signatory-2");

        var term = life.Term("court-notice:decision-3", "2018-10-02");
        (term.Rule.Name, term.Rule.Origin, term.Due, term.State).ShouldBe(("practice-court-notice", TermOrigin.Practice, Day("2018-10-02"), TermState.Running));
        life.Term("court-notice:decision-3", "2018-10-03").State.ShouldBe(TermState.Lapsed);
        Agenda.Watches(life.Term("court-notice:decision-3", "2018-10-03")).ShouldBeTrue();

        life.Send("2018-10-04", LetterKind.CourtNotice, "decision-3", "signatory-2");

        (life.Term("court-notice:decision-3", "2018-10-05").State, life.Term("court-notice:decision-3", "2018-10-05").MetOn).ShouldBe((TermState.Met, Day("2018-10-04")));
    }

    [Fact]
    public void Remind_OfATermOfARemedy_GoesToWhoTookItInToo()
    {
        var life = Appealed();

        Agenda.RemindedOf(life.Case, life.Term("court-documents:remedy-2", "2018-09-20")).ShouldBe("behandelaar");
        Agenda.AlsoRemindedOf(life.Case, life.Term("court-documents:remedy-2", "2018-09-20")).ShouldBe("litigator");
        Agenda.AlsoRemindedOf(life.Case, life.Term("decision", "2018-06-01")).ShouldBeNull();
        var remind = life.AgendaOf("2018-09-20").Due.OfType<Remind>().First(duty => duty.TermId == "court-documents:remedy-2");
        (remind.To, remind.Also).ShouldBe(("behandelaar", "litigator"));
        life.Happen("2018-09-20", new ReminderBegun("m", remind.TermId, remind.Due, remind.Rung, remind.To, [], remind.Key, remind.Also));
        life.Case.Reminders.Last().Also.ShouldBe("litigator");
    }

    [Fact]
    public void Correct_DispatchOfTheDecision_JudgesAnewWhetherTheObjectionWasLate()
    {
        var life = Decided("2018-05-22", "2018-06-05");
        life.Take("2018-07-18", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Case.Remedies[Remedy1]!.Late.ShouldBeTrue();
        var letter = life.Case.Letters.Last(l => l.Kind == LetterKind.Decision).Id.ToString();

        life.Take("2018-07-20", new Correct(CorrectableFact.DispatchedOn, Day("2018-06-07"), "Poststempel.", letter));
        life.Case.Remedies[Remedy1]!.Late.ShouldBeFalse();
        life.Case.Remedies[Remedy1]!.Counts.ShouldBeTrue();

        life.Take("2018-07-23", new Correct(CorrectableFact.DispatchedOn, Day("2018-06-05"), "Toch niet.", letter)).OfType<FactCorrected>().Single()
            .Rejudged!.Value.ShouldBe([new RemedyRejudged(Remedy1, Late: true)]);
        life.Case.Remedies[Remedy1]!.Late.ShouldBeTrue();
    }

    /// <summary>A decision on objection, contested in court; the case is handled by <c>behandelaar</c>.</summary>
    private static NewLife Appealed()
    {
        var life = Decided("2018-05-22", "2018-06-05");
        life.Take("2018-06-05", new Assign("behandelaar"));
        life.Take("2018-06-20", new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Decision1));
        life.Take("2018-07-02", new ScheduleHearing(Remedy1, Day("2018-07-09")));
        life.Take("2018-07-09", new RecordHearing(Remedy1, Report: "Gehoord.", HeardBy: ["hoorder"]));
        life.Decide("2018-08-20", new DraftDecision(DecisionKind.OnObjection, Supplements: Decision1), "signatory-2");
        life.Take("2018-09-03", new LodgeRemedy(RemedyKind.Appeal, RemedyParty.Requester, Decision2, CaseNumber: "UTR 18/1"), "litigator");
        return life;
    }
}
