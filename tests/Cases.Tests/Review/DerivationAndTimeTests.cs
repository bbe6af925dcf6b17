namespace WobWorkflow.Cases.Tests;

/// <summary>Passages that derive from each other, and what is withheld for a time.</summary>
public sealed class DerivationAndTimeTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);
    private static readonly Ground Temporary = Ground.Parse("5.1.4");

    [Fact]
    public void DerivedFrom_ThatComesBackToItself_IsRefusedWithTheChain()
    {
        var life = Given.ACaseInCollection()
            .With(Given.Withholding(Given.Doc1, Given.StateSecurity), Day, Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurity) with { DerivedFrom = new PassageId(1) }, Day, Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurity, page: 2) with { DerivedFrom = new PassageId(2) }, Day, Persons.Reviewer);

        life.Try(Given.Withholding(Given.Doc1, Given.StateSecurity, again: new PassageId(1)) with { DerivedFrom = new PassageId(3) }, Day, Persons.Reviewer)
            .ShouldBeRefused("derivation-in-circle", "Wob 10").Detail.ShouldContain("passage-1 van passage-3 van passage-2 van passage-1");
        life.Try(Given.Withholding(Given.Doc2, Given.StateSecurity, page: 2, again: new PassageId(3)) with { DerivedFrom = new PassageId(1) }, Day, Persons.Reviewer)
            .ShouldGive<PassageAssessed>();
    }

    [Fact]
    public void TemporaryGround_WithItsDay_CanBeUsed_AndDisclosureFallsDueThen()
    {
        var on = new DateOnly(2022, 6, 1);
        var life = NewLife.Received("2022-05-09");
        life.Take("2022-05-16", new AddDocument("Nota"));
        life.Take("2022-05-16", new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 1));
        var passage = new AssessPassage(NewLife.Doc1, 1, Treatment.Withheld, Grounds: [Temporary], Reason: "De onderhandelingen lopen nog.");
        life.Refuse("2022-05-23", passage).Code.ShouldBe("temporary-ground-needs-term");
        life.Refuse("2022-05-23", passage with { Grounds = [Ground.Parse("5.1.1.b")], WithheldUntil = on }).Code.ShouldBe("date-not-used");
        life.Refuse("2022-05-23", new AssessDocument(NewLife.Doc1, Judgement.NotPublic, [Temporary], "Reden.")).Code.ShouldBe("temporary-ground-needs-term");
        life.Take("2022-05-23", passage with { WithheldUntil = new(2022, 9, 1) });
        life.Decide("2022-05-30", new DraftDecision(DecisionKind.Primary));

        var term = life.Term("withheld:passage-1", "2022-06-01");
        term.Due.ShouldBe(new DateOnly(2022, 9, 1));
        term.Article.ShouldBe("Woo 5.1(4)");
        Agenda.Watches(term).ShouldBeTrue();
        life.Take("2022-09-01", new AssessPassage(NewLife.Doc1, 1, Treatment.Disclosed, new PassageId(1)));
        life.Terms("2022-09-02").ShouldNotContain(left => left.TermId == "withheld:passage-1");
    }
}
