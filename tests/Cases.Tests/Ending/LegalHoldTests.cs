namespace WobWorkflow.Cases.Tests;

/// <summary>While a hold rests on a case nothing of it is lost, and who places it does not lift it.</summary>
public sealed class LegalHoldTests
{
    private static readonly Actor Archivist = new("archivist", [Role.Archivist]);
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly PlaceLegalHold Placing = new("De parlementaire enquêtecommissie heeft deze stukken gevorderd.");

    [Fact]
    public void Hold_BlocksDestructionErasureAndDropping()
    {
        var held = Given.ACaseInCollection().With(Placing, Day, Persons.Coordinator);

        held.Try(new DropDocument(Given.Doc1, "Valt erbuiten."), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("legal-hold");
        held.Try(new Erase("Verzoek van betrokkene.", Texts: [new string('a', 64)]), Day, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("legal-hold");
        Given.AClosedCase().Under(new RetentionSet(RequestEnd.Decided, "14.1", 1)).With(Placing, new(2022, 5, 1), Persons.Coordinator)
            .Try(new Destroy("x"), new(2032, 1, 1), Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("legal-hold");
    }

    [Fact]
    public void Holds_AreLiftedOneByOne_EachByAnother()
    {
        var held = Given.ACaseInCollection().With(Placing, Day, Persons.Coordinator).With(Placing, Day, Archivist);

        held.Try(new LiftLegalHold(new HoldId(1), "Afgerond."), Day, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("lifter-is-placer");
        var one = held.With(new LiftLegalHold(new HoldId(1), "Afgerond."), Day, Archivist);
        one.Try(new DropDocument(Given.Doc1, "Valt erbuiten."), Day, Persons.Handler).ShouldBeOfType<Refused>().Code.ShouldBe("legal-hold");
        one.Try(new LiftLegalHold(new HoldId(1), "Afgerond."), Day, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("already-lifted");
        _ = one.With(new LiftLegalHold(new HoldId(2), "Afgerond."), Day, Persons.Coordinator).With(new DropDocument(Given.Doc1, "Valt erbuiten."), Day, Persons.Handler);
    }

    [Fact]
    public void Lift_WhereNothingIsHeld_IsRefused() =>
        Given.ACaseInCollection().Try(new LiftLegalHold(new HoldId(1), "x"), Day, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("no-legal-hold");
}
