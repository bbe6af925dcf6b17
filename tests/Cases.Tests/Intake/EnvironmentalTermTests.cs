using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>The term of two weeks for environmental information that is to be disclosed while an objection is expected (Wob 6(6)).</summary>
public sealed class EnvironmentalTermTests
{
    [Fact]
    public void IntendDisclosure_UnderTheWob_GivesTwoWeeksWithTheirProof()
    {
        // T19
        var life = Intended("2019-04-05", "2019-04-09");

        var term = life.Term("decision", "2019-04-09");
        (term.Rule.Name, term.Nominal, term.Due).ShouldBe(("wob-6-6", Day("2019-04-19"), Day("2019-04-23")));
        term.Article.ShouldBe("Wob 6(6)(a)");
        term.Trail.ShouldContain(line => line.Nl.Contains(Assumptions.Find("environmental-intention")!.Question.Nl, StringComparison.Ordinal));
    }

    [Fact]
    public void Register_EnvironmentalWithoutAnIntention_HasFourWeeks() =>
        Environmental("2019-04-05").Term("decision", "2019-04-09").Rule.Name.ShouldBe("wob-6-1");

    [Fact]
    public void IntendDisclosure_GivenUp_HasFourWeeksAgain()
    {
        var life = Intended("2019-04-05", "2019-04-09");
        life.Take("2019-04-12", new IntendDisclosure(Intended: false, "De derde stemt in."));
        life.Term("decision", "2019-04-12").Due.ShouldBe(Day("2019-05-03"));
        life.Refuse("2019-04-12", new IntendDisclosure(Intended: false, "Nogmaals.")).Code.ShouldBe("nothing-to-change");
    }

    [Fact]
    public void AskView_UnderTheTermForEnvironmentalInformation_SuspendsNothingAndOwesNoNotice()
    {
        var life = Intended("2019-04-05", "2019-04-08");
        life.Take("2019-04-08", new AddDocument("Meetrapport"));
        life.Take("2019-04-08", new AskView([Doc1], "Uw meetgegevens.", Day("2019-04-15"), Name: "Fabriek BV"));

        OwedLetters.Of(life.Case).ShouldNotContain(owed => owed.Kind == LetterKind.SuspensionNotice);
        OwedLetters.Of(life.Case).ShouldContain(owed => owed.Kind == LetterKind.ThirdPartyViewRequest);
        life.Term("decision", "2019-04-10").Due.ShouldBe(Day("2019-04-23"));
    }

    [Fact]
    public void IntendDisclosure_AfterTheNoticeOfViews_EndsTheirSuspension()
    {
        var life = Environmental("2019-04-05");
        life.Take("2019-04-08", new AddDocument("Meetrapport"));
        life.Take("2019-04-08", new AskView([Doc1], "Uw meetgegevens.", Day("2019-04-22"), Name: "Fabriek BV"));
        life.Send("2019-04-08", LetterKind.SuspensionNotice, "views-1");
        life.Term("decision", "2019-04-10").State.ShouldBe(TermState.Suspended);

        life.Take("2019-04-10", new IntendDisclosure(Intended: true, "Emissiegegevens; de fabriek maakt naar verwachting bezwaar."));

        life.Term("decision", "2019-04-10").Due.ShouldBe(Day("2019-04-23"));
        life.Term("decision", "2019-04-10").State.ShouldBe(TermState.Running);
    }

    [Fact]
    public void ExtendTerm_OfTwoWeeks_IsMeasuredByWob66()
    {
        var life = Intended("2019-04-05", "2019-04-08");
        life.Refuse("2019-04-24", new ExtendTerm(14, "Omvang.")).ShouldSatisfyAllConditions(
            no => no.Code.ShouldBe("first-term-ended"),
            no => no.Article.ShouldBe("Wob 6(6)(b)"));
        life.Take("2019-04-15", new ExtendTerm(28, "De omvang."));
        life.Send("2019-04-16", LetterKind.ExtensionNotice, "extension");
        life.Term("decision", "2019-04-16").Due.ShouldBe(Day("2019-05-17"));
    }

    [Fact]
    public void IntendDisclosure_RecordedLater_SaysInTheLogWhatItMoved()
    {
        var life = Environmental("2019-04-05");
        var at = life.At("2019-04-08", today: "2019-04-12");
        var told = Backdating.Tell(life.Case, StepDefinition<Case>.Of<IntendDisclosure>().Decide(life.Case, new IntendDisclosure(Intended: true, "Bezwaar verwacht."), at), at);

        told.ShouldBeOfType<Accepted>().Events.OfType<TermsMoved>().Single().Moved
            .ShouldBe([new MovedTerm("decision", Day("2019-05-03"), Day("2019-04-23"))]);
    }

    [Fact]
    public void IntendDisclosure_UnderTheWooOrForOtherInformation_IsRefused()
    {
        Environmental("2023-03-06").Refuse("2023-03-07", new IntendDisclosure(Intended: true, "Bezwaar verwacht.")).Code.ShouldBe("not-under-the-wob");
        Received("2019-04-05").Refuse("2019-04-08", new IntendDisclosure(Intended: true, "Bezwaar verwacht.")).Code.ShouldBe("not-environmental");
    }

    [Fact]
    public void Qualify_EnvironmentalLeftOut_StaysAsItWas()
    {
        var life = Environmental("2019-04-05");
        life.Take("2019-04-08", new Qualify(Qualification.PublicInformation));
        life.Case.Request!.Environmental.ShouldBeTrue();
        life.Take("2019-04-08", new Qualify(Qualification.PublicInformation, Environmental: false));
        life.Case.Request!.Environmental.ShouldBeFalse();
    }

    private static NewLife Environmental(string receivedOn)
    {
        var life = Received(receivedOn);
        life.Take(receivedOn, new Qualify(Qualification.PublicInformation, Environmental: true));
        return life;
    }

    private static NewLife Intended(string receivedOn, string on)
    {
        var life = Environmental(receivedOn);
        life.Take(on, new IntendDisclosure(Intended: true, "De fabriek maakt naar verwachting bezwaar."));
        return life;
    }
}
