
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class RulingPhasesTests
{
    private static readonly DateOnly Day = new(2022, 3, 2);

    private static readonly RulingRow Row = new("202003618/1/A3", "c1", DecisionId.Of(1), [Dictum.NewDecision], null);

    [Fact]
    public void NotInItsCases_IsRegistered() => Of(Row).ShouldBe(RulingPhase.Registered);

    [Fact]
    public void OneCaseOfTwo_IsRegistered() => Of(Row, Row with { AppliedOn = Day }).ShouldBe(RulingPhase.Registered);

    [Fact]
    public void DecisionOwed_IsPending() => Of(Row with { AppliedOn = Day }).ShouldBe(RulingPhase.Pending);

    [Fact]
    public void EveryDecisionAnnounced_IsLetter() => Of(Row with { AppliedOn = Day, AnsweredOn = Day }).ShouldBe(RulingPhase.Letter);

    [Fact]
    public void NothingOwed_IsLetter() => Of(Row with { AppliedOn = Day, Outcomes = [Dictum.Unfounded] }).ShouldBe(RulingPhase.Letter);

    [Fact]
    public void Closed_IsClosed() => RulingPhases.Of(new Ruling("r1") { Rows = [Row], ClosedOn = Day }).ShouldBe(RulingPhase.Closed);

    private static RulingPhase Of(params RulingRow[] rows) => RulingPhases.Of(new Ruling("r1") { Rows = [.. rows] });
}
