namespace WobWorkflow.Cases.Tests;

/// <summary>What a person asks to have erased goes, unless it is still needed; that it was there stays in the log.</summary>
public sealed class EraseTests
{
    private static readonly Actor Administrator = new("administrator", [Role.Administrator]);
    private static readonly DateOnly Later = new(2022, 5, 2);

    [Fact]
    public void Erase_AParty_NamesItsTexts_AndIsOwedUntilItIsDone()
    {
        var closed = Given.AClosedCase();
        var details = closed.Case.Parties.First().Details.Hash;
        var erased = closed.With(new Erase("Verzoek van 2 mei.", new PersonId(1), [details, closed.Case.Request!.Subject.Hash]), Later, Administrator);

        erased.Case.Erasures.ShouldHaveSingleItem().Texts.ShouldBe([details, closed.Case.Request.Subject.Hash]);
        erased.Agenda(Life.TenOClock(Later)).Due.OfType<EraseTexts>().ShouldHaveSingleItem().Number.ShouldBe(1);
        Engine.Perform(erased, Life.TenOClock(Later)).Case.Erasures[0].DoneOn.ShouldBe(Later);
    }

    [Fact]
    public void Erase_WhatIsNeededToDecide_IsRefused()
    {
        var open = Given.ACaseInCollection();

        open.Try(new Erase("x", new PersonId(1)), Later, Administrator).ShouldBeOfType<Refused>().ShouldSatisfyAllConditions(
            refused => refused.Code.ShouldBe("still-needed"), refused => refused.Article.ShouldBe("AVG 17(3)"));
        open.Try(new Erase("x", Texts: [open.Case.Request!.Text.Hash]), Later, Administrator).ShouldBeOfType<Refused>().Code.ShouldBe("still-needed");
        _ = open.With(new Erase("x", Texts: [open.Case.Searches[0].Place.Hash]), Later, Administrator);
    }

    [Fact]
    public void Erase_AThirdPartyThatIsStillHeard_IsRefused()
    {
        var asked = Given.ACaseInCollection().With(new AskView([Given.Doc1], "Uw gegevens.", new(2022, 2, 1), Name: "Derde BV"), new(2022, 1, 20), Persons.Handler);

        asked.Try(new Erase("x", new PersonId(2)), new(2022, 1, 21), Administrator).ShouldBeOfType<Refused>().Code.ShouldBe("still-needed");
        _ = asked.Sent(LetterKind.ThirdPartyViewRequest, "view-1", new(2022, 1, 21)).With(new RecordView(new ViewId(1), ViewDrift.NoObjection), new(2022, 1, 25), Persons.Handler).With(new Erase("x", new PersonId(2)), new(2022, 1, 26), Administrator);
    }

    [Fact]
    public void Erase_WithNothingNamed_OrNoHash_IsInvalid()
    {
        Given.AClosedCase().Try(new Erase("x"), Later, Administrator).ShouldBeOfType<Refused>().Code.ShouldBe("nothing-to-erase");
        Given.AClosedCase().Try(new Erase("x", Texts: ["de naam"]), Later, Administrator).ShouldBeOfType<Refused>().Code.ShouldBe("not-a-hash");
        Given.AClosedCase().Try(new Erase("x", new PersonId(9)), Later, Administrator).ShouldBeOfType<Refused>().Code.ShouldBe("person-not-found");
    }
}
