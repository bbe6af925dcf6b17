namespace WobWorkflow.Cases.Tests;

/// <summary>Extending the term once. Under the Wob: received 10 January 2022, due 7 February. Under the Woo: received 2 May 2022, due 30 May.</summary>
public sealed class ExtendTermTests
{
    private static readonly DateOnly WooReceivedOn = new(2022, 5, 2);

    [Fact]
    public void ExtendTerm_NoticeInTime_MovesTheLastDay()
    {
        Given.AnExtensionNotYetNotified().Term("decision", today: new(2022, 2, 4)).Due.ShouldBe(new DateOnly(2022, 2, 7));
        Given.AnExtendedCase().Term("decision", today: new(2022, 2, 4)).Due.ShouldBe(new DateOnly(2022, 3, 7));
    }

    [Fact]
    public void ExtendTerm_NoticeOnTheLastDay_IsInTime() =>
        Given.AnExtensionNotYetNotified().Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 7))
            .Term("decision", today: new(2022, 2, 8)).Due.ShouldBe(new DateOnly(2022, 3, 7));

    [Fact]
    public void ExtendTerm_NoticeADayLate_HasNoEffect()
    {
        var life = Given.AnExtensionNotYetNotified().Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 8));

        life.Term("decision", today: new(2022, 2, 8)).Due.ShouldBe(new DateOnly(2022, 2, 7));
        life.Term("decision", today: new(2022, 2, 8)).State.ShouldBe(TermState.Lapsed);
    }

    [Fact]
    public void Correct_DispatchOfALateNotice_GivesTheExtensionItsEffect()
    {
        var late = Given.AnExtensionNotYetNotified().Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 8), signedOn: new(2022, 2, 4));
        var letter = late.Letter(LetterKind.ExtensionNotice, "extension");

        var corrected = late.With(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 2, 7), "Het poststuk is van 7 februari.", letter.Id.ToString()),
            on: new(2022, 2, 9), by: Persons.Coordinator);

        corrected.Term("decision", today: new(2022, 2, 9)).Due.ShouldBe(new DateOnly(2022, 3, 7));
        ((FactCorrected)corrected.Last).Moved.ShouldBe([new MovedTerm("decision", new(2022, 2, 7), new(2022, 3, 7))]);
    }

    [Fact]
    public void Correct_DispatchOfATimelyNotice_TakesTheEffectAway()
    {
        var life = Given.AnExtendedCase();

        var corrected = life.With(
            new Correct(CorrectableFact.DispatchedOn, new(2022, 2, 8), "Een dag later bezorgd aan de post.", life.Letter(LetterKind.ExtensionNotice, "extension").Id.ToString()),
            on: new(2022, 2, 9), by: Persons.Coordinator);

        corrected.Term("decision", today: new(2022, 2, 9)).Due.ShouldBe(new DateOnly(2022, 2, 7));
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, false)]
    public void ExtendTerm_UnderTheWob_AtMostFourWeeks(int days, bool allowed)
    {
        var outcome = Given.AQualifiedCase().Try(new ExtendTerm(days, "Omvang."), on: new(2022, 2, 3), by: Persons.Handler);

        if (allowed)
            outcome.ShouldGive<TermExtended>().Days.ShouldBe(days);
        else
            outcome.ShouldBeInvalid("days", "extension-too-long", "Wob 6(2)");
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void ExtendTerm_UnderTheWoo_AtMostTwoWeeks(int days, bool allowed)
    {
        var outcome = Given.AQualifiedCase(WooReceivedOn).Try(new ExtendTerm(days, "Omvang."), on: new(2022, 5, 20), by: Persons.Handler);

        if (allowed)
            outcome.ShouldGive<TermExtended>();
        else
            outcome.ShouldBeInvalid("days", "extension-too-long", "Woo 4.4(2)");
    }

    [Fact]
    public void ExtendTerm_Twice_IsRefusedUnderTheArticleOfItsAct()
    {
        Given.AnExtendedCase().Try(new ExtendTerm(7, "Nog meer."), on: new(2022, 2, 5), by: Persons.Handler).ShouldBeRefused("already-extended", "Wob 6(2)");
        Given.AQualifiedCase(WooReceivedOn).With(new ExtendTerm(7, "Omvang."), on: new(2022, 5, 20), by: Persons.Handler)
            .Try(new ExtendTerm(7, "Nog meer."), on: new(2022, 5, 21), by: Persons.Handler).ShouldBeRefused("already-extended", "Woo 4.4(2)");
    }

    [Fact]
    public void ExtendTerm_OnTheLastDayOfTheFirstTerm_IsTaken() =>
        Given.AQualifiedCase().Try(new ExtendTerm(28, "Omvang."), on: new(2022, 2, 7), by: Persons.Handler).ShouldGive<TermExtended>();

    [Fact]
    public void ExtendTerm_AfterTheFirstTerm_IsRefused() =>
        Given.AQualifiedCase().Try(new ExtendTerm(28, "Omvang."), on: new(2022, 2, 8), by: Persons.Handler).ShouldBeRefused("first-term-ended", "Wob 6(2)");

    [Fact]
    public void ExtendTerm_AfterTheFirstTermWouldHaveEndedButForASuspension_IsTaken() =>
        Given.ACaseWithDispatchedClarification()
            .With(new RecordClarification(Given.Clarification1, "2018"), on: new(2022, 1, 24), by: Persons.Handler)
            .Try(new ExtendTerm(28, "Omvang."), on: new(2022, 2, 16), by: Persons.Handler).ShouldGive<TermExtended>();

    [Fact]
    public void ExtendTerm_AfterTheDecision_IsRefused() =>
        Given.ARegisteredCase(new(2022, 1, 31)).With(new Qualify(Qualification.PublicInformation), on: new(2022, 2, 1), by: Persons.Handler)
            .With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 0), on: new(2022, 2, 1), by: Persons.Handler)
            .With(new DraftDecision(DecisionKind.Primary), on: new(2022, 2, 2), by: Persons.Handler)
            .Decided(Given.Decision1, on: new(2022, 2, 3))
            .Try(new ExtendTerm(14, "Omvang."), on: new(2022, 2, 4), by: Persons.Handler).ShouldBeRefused("already-decided", "Wob 6(2)");

    [Fact]
    public void Correct_ReceiptMovesToTheWoo_CutsTheExtensionToWhatThatActAllows()
    {
        var life = Given.AQualifiedCase(new(2022, 4, 29)).With(new ExtendTerm(28, "Omvang."), on: new(2022, 5, 20), by: Persons.Handler)
            .Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 5, 20))
            .With(new Correct(CorrectableFact.ReceivedOn, new(2022, 5, 2), "Ontvangststempel."), on: new(2022, 5, 23), by: Persons.Coordinator);

        life.Term("decision", today: new(2022, 5, 23)).Nominal.ShouldBe(new DateOnly(2022, 5, 30).AddDays(14));
    }
}
