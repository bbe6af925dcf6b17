using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>What follows in a case from each outcome of a ruling: whether a decision is owed, the term, the phase, and whether the case can be closed.</summary>
public sealed class OutcomeTableTests
{
    private static readonly DateOnly Sent = new(2022, 3, 14);
    private static readonly DateOnly Later = new(2022, 6, 1);

    /// <summary>Each outcome, with what must stand beside it, and whether the body must decide anew.</summary>
    private static readonly Dictionary<Dictum, (ImmutableArray<Dictum> With, bool Owes)> Table = new()
    {
        [Dictum.NoJurisdiction] = ([], false),
        [Dictum.Inadmissible] = ([], false),
        [Dictum.Unfounded] = ([], false),
        [Dictum.WellFounded] = ([], false),
        [Dictum.Annulled] = ([Dictum.WellFounded], true),
        [Dictum.AnnulledInPart] = ([Dictum.WellFounded], true),
        [Dictum.EffectsUpheld] = ([Dictum.WellFounded, Dictum.Annulled], false),
        [Dictum.EffectsUpheldInPart] = ([Dictum.WellFounded, Dictum.Annulled], true),
        [Dictum.CourtDecides] = ([Dictum.WellFounded, Dictum.Annulled], false),
        [Dictum.NewDecision] = ([Dictum.WellFounded, Dictum.Annulled], true),
        [Dictum.Upheld] = ([], false),
        [Dictum.UpheldOnOtherGrounds] = ([], false),
        [Dictum.ReferredBack] = ([Dictum.RulingAnnulled], false),
        [Dictum.RulingAnnulled] = ([], false),
        [Dictum.Loop] = ([], false),
        [Dictum.DivisionAlone] = ([Dictum.Annulled, Dictum.NewDecision], true),
        [Dictum.ProvisionalMeasure] = ([Dictum.Unfounded], false),
        [Dictum.Penalty] = ([Dictum.Annulled, Dictum.NewDecision], true),
        [Dictum.FeeRefunded] = ([Dictum.Unfounded], false),
        [Dictum.CostsAwarded] = ([Dictum.Unfounded], false),
    };

    public static TheoryData<Dictum> Outcomes { get; } = [.. Enum.GetValues<Dictum>()];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Outcome_OfTheAfdeling_BringsWhatFollows(Dictum outcome)
    {
        var (with, owes) = Table[outcome];
        ImmutableArray<Dictum> dictum = [outcome, .. with];
        Dicta.Contradiction(dictum).ShouldBeNull();
        var life = Applied(dictum, RulingKind.Final, "RVS", termDays: null);

        Rulings.Owe(dictum).ShouldBe(owes);
        life.HasTerm("ruling:ruling-1:decision-1", Later).ShouldBe(owes);
        (Phases.Of(life.Case) == Phase.Supplement).ShouldBe(owes);
        (life.Try(new Close(), Later, Persons.Coordinator) as Refused)?.Code.ShouldBe(owes ? "decision-owed" : null);
        (Remedies.IrrevocableOn(life.Case, life.Decision, life.Facts, Later) is null).ShouldBe(owes);
        life.Try(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), Later, Persons.Handler)
            .ShouldBeOfType<Accepted>();
    }

    [Theory]
    [InlineData(null, "2022-04-25")]
    [InlineData(42, "2022-04-25")]
    [InlineData(14, "2022-03-28")]
    public void NewDecision_WithOrWithoutATermOfTheCourt_IsDue(int? termDays, string due) =>
        Applied([Dictum.Annulled, Dictum.NewDecision], RulingKind.Final, "RVS", termDays).Term("ruling:ruling-1:decision-1", Sent).Due.ShouldBe(NewLife.Day(due));

    [Theory]
    [InlineData(RulingKind.Final, "RBMNE", true)]
    [InlineData(RulingKind.Final, "RVS", false)]
    [InlineData(RulingKind.Interim, "RBMNE", false)]
    [InlineData(RulingKind.InterimRelief, "RBMNE", false)]
    [InlineData(RulingKind.Opposition, "RBMNE", false)]
    public void Kind_AndCourt_SayWhetherHigherAppealRuns(RulingKind kind, string court, bool runs) =>
        Applied([Dictum.Unfounded], kind, court, null).HasTerm("higher-appeal:ruling-1:decision-1", Sent).ShouldBe(runs);

    [Fact]
    public void Loop_OfTheCourt_HasItsTermForTheRepair() =>
        Applied([Dictum.Loop], RulingKind.Interim, "RBMNE", 28).Term("loop:ruling-1:decision-1", Sent).Due.ShouldBe(Sent.AddDays(28));

    private static Life Applied(ImmutableArray<Dictum> outcomes, RulingKind kind, string court, int? termDays) =>
        Engine.Record(Given.ADispatchedDecision(), new RulingApplied("ruling-1", "202003618/1/A3", Given.Decision1, outcomes, Sent, termDays, kind, court), Life.TenOClock(Sent));
}
