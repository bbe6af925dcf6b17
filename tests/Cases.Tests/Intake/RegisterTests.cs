namespace WobWorkflow.Cases.Tests;

public sealed class RegisterTests
{
    [Fact]
    public void Register_NewRequest_StartsTheCase()
    {
        var life = Given.ARegisteredCase();

        life.Case.Request!.ReceivedOn.ShouldBe(Given.ReceivedOn);
        life.Case.Request.RegisteredBy.ShouldBe(Persons.Coordinator.Id);
        life.Case.Parties.ShouldHaveSingleItem().Role.ShouldBe(PartyRole.Requester);
        life.Case.Request.Requester.ShouldBe(life.Case.Parties.Single().Id);
        Phases.Of(life.Case).ShouldBe(Phase.Intake);
    }

    [Fact]
    public void Register_WobRequest_IsDueInFourWeeks()
    {
        var term = Given.ARegisteredCase().Term("decision", today: new(2022, 1, 11));

        term.Rule.Name.ShouldBe("wob-6-1");
        term.Due.ShouldBe(new DateOnly(2022, 2, 7));
        term.State.ShouldBe(TermState.Running);
        term.DaysLeft.ShouldBe(27);
    }

    [Theory]
    [InlineData("2022-04-30", "wob-6-1")]
    [InlineData("2022-05-01", "woo-4.4-1")]
    public void Register_AroundTheTransition_TakesTheTermOfTheActOnTheDayOfReceipt(string receivedOn, string rule) =>
        Given.ARegisteredCase(DateOnly.Parse(receivedOn)).Term("decision", today: DateOnly.Parse(receivedOn)).Rule.Name.ShouldBe(rule);

    [Fact]
    public void Register_WhatPeopleWrote_IsOnlyAHashInTheLog()
    {
        var registered = (RequestRegistered)Given.ARegisteredCase().Last;
        var json = System.Text.Encoding.UTF8.GetString(EventJson.Write(registered));

        json.ShouldNotContain("Journalist");
        json.ShouldNotContain("antivirus");
        registered.Subject.Text.ShouldBe("de voorzorgsmaatregel antivirussoftware");
    }

    [Fact]
    public void Register_RequestWithoutANameSpoken_IsTaken() =>
        Given.NoCase().Try(Given.ARequest() with { Channel = Channel.Oral, Requester = new PersonDetails() }, on: Given.ReceivedOn, by: Persons.Handler)
            .ShouldGive<RequestRegistered>();

    [Fact]
    public void Register_Twice_IsRefused() =>
        Given.ARegisteredCase().Try(Given.ARequest(), on: new(2022, 1, 11), by: Persons.Coordinator).ShouldBeRefused("already-registered", "Wob 3");

    [Fact]
    public void Register_ReceivedTomorrow_IsInvalid() =>
        Given.NoCase().Try(Given.ARequest(new(2022, 1, 12)), on: new(2022, 1, 11), by: Persons.Coordinator).ShouldBeInvalid("receivedOn", "date-in-future", "Wob 3");

    [Fact]
    public void Register_EffectBeforeReceipt_IsInvalid() =>
        Given.NoCase().Try(Given.ARequest(), on: new(2022, 1, 11), by: Persons.Coordinator, effectiveOn: new(2022, 1, 7))
            .ShouldBeInvalid("effectiveOn", "date-before-request", "Wob 3");

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1979-12-31")]
    [InlineData("2009-09-02")]
    public void Register_ReceivedBeforeAnyTermIsKnown_IsInvalid(string receivedOn) =>
        Given.NoCase().Try(Given.ARequest(DateOnly.Parse(receivedOn)), on: new(2022, 1, 11), by: Persons.Coordinator)
            .ShouldBeInvalid("receivedOn", "date-out-of-range", "Wob 3");

    [Fact]
    public void Register_ReceivedOnTheFirstDayWithAKnownTerm_HasATerm() =>
        Given.ARegisteredCase(new(2009, 9, 3)).HasTerm("decision", today: new(2022, 1, 11)).ShouldBeTrue();
}
