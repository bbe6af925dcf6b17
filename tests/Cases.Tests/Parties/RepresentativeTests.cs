namespace WobWorkflow.Cases.Tests;

/// <summary>Who acts for another shows that it may; asked for an objection, that is a defect to repair, and no decision goes on without a word about it.</summary>
public sealed class RepresentativeTests
{
    private static readonly RemedyId Remedy1 = new(1);
    private static readonly RepresentationId First = new(1);
    private static readonly DateOnly Day = new(2022, 3, 21);

    [Fact]
    public void Asked_InAnObjection_InvitesToRepair_AndReceivedEndsThat()
    {
        var asked = Represented().With(new RecordAuthorisation(First, AuthorisationState.Asked, Day.AddDays(14)), Day, Persons.Handler);
        asked.Case.Remedies[Remedy1]!.Repairs.ShouldHaveSingleItem().RepairBy.ShouldBe(Day.AddDays(14));
        asked.HasTerm("repair:remedy-1:1", Day).ShouldBeTrue();

        var received = asked.With(new RecordAuthorisation(First, AuthorisationState.Received), Day.AddDays(7), Persons.Handler);
        received.Case.Remedies[Remedy1]!.Repairs[0].RepairedOn.ShouldBe(Day.AddDays(7));
        received.Case.Representations[First]!.IsAuthorised.ShouldBeFalse();
        received.With(new RecordAuthorisation(First, AuthorisationState.Accepted), Day.AddDays(7), Persons.Coordinator).Case.Representations[First]!
            .ShouldSatisfyAllConditions(x => x.IsAuthorised.ShouldBeTrue(), x => x.CheckedBy.ShouldBe(Persons.Coordinator.Id));
    }

    [Fact]
    public void OfALawyer_NoneIsAsked()
    {
        var lawyer = Represented(lawyer: true);

        lawyer.Case.Representations[First]!.IsAuthorised.ShouldBeTrue();
        lawyer.Try(new RecordAuthorisation(First, AuthorisationState.Asked, Day.AddDays(14)), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("lawyer");
    }

    [Fact]
    public void Rejected_MayBeSentAnew()
    {
        var rejected = Represented().With(new RecordAuthorisation(First, AuthorisationState.Received), Day, Persons.Handler)
            .With(new RecordAuthorisation(First, AuthorisationState.Rejected), Day, Persons.Handler);

        rejected.Try(new RecordAuthorisation(First, AuthorisationState.Accepted), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("not-received");
        rejected.With(new RecordAuthorisation(First, AuthorisationState.Received), Day, Persons.Handler)
            .With(new RecordAuthorisation(First, AuthorisationState.Accepted), Day, Persons.Handler).Case.Representations[First]!.IsAuthorised.ShouldBeTrue();
    }

    [Fact]
    public void Decision_OnAnObjectionByWhoIsNotAuthorised_HasAWrongCheck()
    {
        var decision = new Decision(Given.Decision2, DecisionKind.OnObjection, null, null, DecisionState.Draft, Persons.Handler.Id) { Supplements = Given.Decision1 };
        CheckState Of(Life life) => DecisionChecks.Of(life.Case, decision, life.Facts, Day).Single(check => check.Check == DecisionCheck.Authorised).State;

        Of(Represented()).ShouldBe(CheckState.Wrong);
        Of(Represented(lawyer: true)).ShouldBe(CheckState.Right);
        Of(Represented().With(new RecordAuthorisation(First, AuthorisationState.Ended), Day, Persons.Handler)).ShouldBe(CheckState.NotApplicable);
    }

    [Fact]
    public void Representative_OfWhoTakesNoPart_IsRefused()
    {
        var life = Given.ADispatchedDecision();

        life.Try(new RecordRepresentative(RemedyId: Remedy1, Name: "mr. R. Raadsman"), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("remedy-not-found");
        life.Try(new RecordRepresentative(new PersonId(9), Name: "x"), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("person-not-found");
        life.Try(new RecordRepresentative(), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("party-unclear");
        // Of who acts for another nobody is the representative in turn.
        Represented().Try(new RecordRepresentative(new PersonId(2), Name: "x"), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("person-not-found");
    }

    [Fact]
    public void Party_IsRecognisedInAnotherCase_Once()
    {
        var linked = Given.AQualifiedCase().With(new LinkParty(new PersonId(1), "case-2", "person-3"), new(2022, 1, 20), Persons.Handler);

        linked.Case.PartyLinks.ShouldBe([new PartyLink(new PersonId(1), "case-2", new PersonId(3))]);
        linked.Try(new LinkParty(new PersonId(1), "case-2", "person-3"), new(2022, 1, 20), Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("nothing-to-change");
        linked.Try(new LinkParty(new PersonId(1), "case-1", "person-1"), new(2022, 1, 20), Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("same-case");
    }

    private static Life Represented(bool lawyer = false) => Given.ADispatchedDecision()
        .With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1), Day, Persons.Handler)
        .With(new RecordRepresentative(RemedyId: Remedy1, Name: "R. Raadsman", Lawyer: lawyer), Day, Persons.Handler);
}
