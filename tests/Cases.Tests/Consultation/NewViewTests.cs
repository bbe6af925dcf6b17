using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class NewViewTests
{
    private static readonly ViewId First = new(1);
    private static readonly ViewId Second = new(2);

    [Fact]
    public void AskView_RequesterNotTold_SuspendsNothing()
    {
        var life = Asked("2024-09-02", "2024-09-10", "2024-09-24");
        life.Send("2024-09-10", LetterKind.ThirdPartyViewRequest, "view-1");
        life.Term("decision", "2024-09-20").Due.ShouldBe(Day("2024-09-30"));
        life.Term("view:view-1", "2024-09-20").Due.ShouldBe(Day("2024-09-24"));
    }

    [Fact]
    public void RecordView_UnderTheWoo_SuspendsThroughTheDayOfTheView()
    {
        // T25
        var life = Told("2024-09-02", "2024-09-10", "2024-09-30");
        life.Term("decision", "2024-09-20").State.ShouldBe(TermState.Suspended);
        life.Take("2024-09-24", new RecordView(First, ViewDrift.Objects, "Bedrijfsgegevens."));
        life.Term("decision", "2024-09-25").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void RecordView_UnderTheWob_SuspendsUntilTheDayOfTheView()
    {
        var life = Told("2018-05-22", "2018-05-29", "2018-06-12");
        life.Take("2018-06-07", new RecordView(First, ViewDrift.NoObjection));
        // 30 May through 6 June: eight days after 19 June.
        life.Term("decision", "2018-06-08").Due.ShouldBe(Day("2018-06-27"));
    }

    [Fact]
    public void AskView_TermPassedUnused_EndsTheSuspension()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.Term("decision", "2024-09-25").State.ShouldBe(TermState.Running);
        life.Term("decision", "2024-09-25").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void RecordView_LongAfterItsTerm_SuspendsNoLonger()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.Take("2024-10-01", new RecordView(First, ViewDrift.NoObjection));
        life.Term("decision", "2024-10-01").Due.ShouldBe(Day("2024-10-14"));
    }

    [Fact]
    public void AskView_SeveralBeforeTheNotice_SuspendUntilTheLastOne()
    {
        var life = Asked("2024-09-02", "2024-09-10", "2024-09-24");
        life.PrepareLetters("2024-09-10");
        life.Take("2024-09-10", new AskView([Doc1], "Ook u komt erin voor.", Day("2024-09-26"), Name: "B BV"));
        life.Case.ViewRounds.Count.ShouldBe(1);
        life.Send("2024-09-10", LetterKind.SuspensionNotice, "views-1");
        life.Send("2024-09-10", LetterKind.ThirdPartyViewRequest, "view-1");
        life.Send("2024-09-10", LetterKind.ThirdPartyViewRequest, "view-2");
        life.Take("2024-09-12", new RecordView(First, ViewDrift.NoObjection));
        life.Term("decision", "2024-09-13").State.ShouldBe(TermState.Suspended);
        life.Take("2024-09-20", new RecordView(Second, ViewDrift.NoObjection));
        life.Term("decision", "2024-09-21").Due.ShouldBe(Day("2024-10-10"));
    }

    [Fact]
    public void AskView_AfterTheNotice_NeedsANoticeOfItsOwn()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.Take("2024-09-11", new AskView([Doc1], "Ook u.", Day("2024-09-25"), Name: "B BV"));
        life.Case.Views[Second]!.Round.ShouldBe(new ViewRoundId(2));
        OwedLetters.Of(life.Case).ShouldContain(owed => owed.Kind == LetterKind.SuspensionNotice && owed.About == "views-2");
    }

    [Fact]
    public void OwedLetters_SuspensionEndedByAView_OwesTheNoticeOfTheNewDate()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.AgendaOf("2024-09-17").Due.OfType<PrepareLetter>().ShouldNotContain(duty => duty.Letter.Kind == LetterKind.SuspensionEnded);
        life.Take("2024-09-17", new RecordView(First, ViewDrift.NoObjection));
        life.AgendaOf("2024-09-17").Due.OfType<PrepareLetter>().ShouldContain(duty => duty.Letter.Kind == LetterKind.SuspensionEnded);
    }

    [Fact]
    public void OwedLetters_TermForAViewPassed_OwesTheNoticeTheDayAfter()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.AgendaOf("2024-09-24").Due.OfType<PrepareLetter>().ShouldNotContain(duty => duty.Letter.Kind == LetterKind.SuspensionEnded);
        life.AgendaOf("2024-09-25").Due.OfType<PrepareLetter>().ShouldContain(duty => duty.Letter.Kind == LetterKind.SuspensionEnded);
    }

    [Fact]
    public void RecordView_BeforeItsLetterWent_IsRefused() =>
        Asked("2024-09-02", "2024-09-10", "2024-09-24").Refuse("2024-09-11", new RecordView(First, ViewDrift.NoObjection)).Code.ShouldBe("not-dispatched");

    [Fact]
    public void RecordView_ObjectionWithoutText_IsRefused() =>
        Told("2024-09-02", "2024-09-10", "2024-09-24").Refuse("2024-09-11", new RecordView(First, ViewDrift.Objects)).Code.ShouldBe("view-missing");

    [Fact]
    public void AskView_NameAndPartyBoth_IsRefused() =>
        Asked("2024-09-02", "2024-09-10", "2024-09-24").Refuse("2024-09-11", new AskView([Doc1], "-", Day("2024-09-30"), new PersonId(2), "A")).Field.ShouldBe("name");

    [Fact]
    public void AskView_SamePartyWhileItsTermRuns_IsRefused() =>
        Asked("2024-09-02", "2024-09-10", "2024-09-24").Refuse("2024-09-11", new AskView([Doc1], "-", Day("2024-09-30"), new PersonId(2))).Code.ShouldBe("view-open");

    [Fact]
    public void SubmitDecision_ViewAwaited_IsRefused()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.Take("2024-09-12", new DraftDecision(DecisionKind.Primary));
        life.PrepareLetters("2024-09-12");
        life.Refuse("2024-09-24", new SubmitDecision(Decision1)).Code.ShouldBe("view-awaited");
        life.Try("2024-09-25", new SubmitDecision(Decision1)).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void CloseConsultation_ViewAwaited_IsRefused()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-24");
        life.Refuse("2024-09-24", new CloseConsultation()).Code.ShouldBe("view-awaited");
        life.Take("2024-09-25", new CloseConsultation());
        Phases.Of(life.Case).ShouldBe(Phase.Review);
    }

    [Fact]
    public void Correct_DayOfAView_MovesTheTerm()
    {
        var life = Told("2024-09-02", "2024-09-10", "2024-09-30");
        life.Take("2024-09-24", new RecordView(First, ViewDrift.NoObjection));
        life.Take("2024-09-26", new Correct(CorrectableFact.ViewedOn, Day("2024-09-23"), "Verkeerd gelezen.", "view-1"));
        life.Term("decision", "2024-09-26").Nominal.ShouldBe(Day("2024-10-13"));
    }

    private static NewLife Asked(string received, string asked, string answerBy)
    {
        var life = Reviewed(received);
        life.Take(asked, new AskView([Doc1], "Uw bedrijf komt erin voor.", Day(answerBy), Name: "A BV"));
        return life;
    }

    private static NewLife Told(string received, string asked, string answerBy)
    {
        var life = Asked(received, asked, answerBy);
        life.Send(asked, LetterKind.ThirdPartyViewRequest, "view-1");
        life.Send(asked, LetterKind.SuspensionNotice, "views-1");
        return life;
    }
}
