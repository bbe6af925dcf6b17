namespace WobWorkflow.Cases.Tests;

/// <summary>A ruling in one word and one date, the same in a list and in its view; and rows that no case would take.</summary>
public sealed class RulingSummaryTests
{
    private static readonly Organisation Facts = Organisation.Blank("organisation");
    private static readonly DateOnly Sent = new(2022, 1, 26);

    private static readonly RulingRow Owed = new("202003618/1/A3", "case-1", new(1), [Dictum.Annulled, Dictum.NewDecision], null, AppliedOn: Sent);

    [Fact]
    public void Due_IsThatOfTheCaseAlsoWhereTheCourtSetNoTerm()
    {
        RulingPhases.DueOf(Of(Owed), Facts, Sent).ShouldBe(new DateOnly(2022, 3, 9));
        RulingPhases.DueOf(Of(Owed with { TermDays = 14 }), Facts, Sent).ShouldBe(new DateOnly(2022, 2, 9));
        RulingPhases.DueOf(Of(Owed, Owed with { DecisionId = new(2), TermDays = 14 }), Facts, Sent).ShouldBe(new DateOnly(2022, 2, 9));
    }

    [Fact]
    public void Due_OfWhatIsAnsweredRefusedOrOwesNothing_IsNone()
    {
        RulingPhases.DueOf(Of(Owed with { AnsweredOn = Sent }), Facts, Sent).ShouldBeNull();
        RulingPhases.DueOf(Of(Owed with { AppliedOn = null, NotApplied = "case-not-found" }), Facts, Sent).ShouldBeNull();
        RulingPhases.DueOf(Of(Owed with { Outcomes = [Dictum.Unfounded] }), Facts, Sent).ShouldBeNull();
    }

    [Fact]
    public void Close_OverARowThatNoCaseTook_AsksThatAPersonConfirmsTheScope()
    {
        var ruling = Of(Owed with { AnsweredOn = Sent }, Owed with { CaseId = "case-2", AppliedOn = null, NotApplied = "case-not-found" });
        var at = Life.At(new(2022, 3, 1), Persons.Litigator, Facts);
        var close = StepDefinition<Ruling>.Of<CloseRuling>();

        close.Decide(ruling, new CloseRuling(), at).ShouldBeRefused("row-refused", "Awb 8:72(4)").Detail.ShouldContain("confirm-scope");
        close.Decide(ruling with { ScopeConfirmedOn = Sent }, new CloseRuling(), at).ShouldGive<RulingClosed>();
    }

    private static Ruling Of(params RulingRow[] rows) =>
        new("ruling-1") { Rows = [.. rows], Facts = new RulingFacts("RVS", RulingKind.Final, null, null, null, Sent, "litigator") };
}
