using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

public sealed class MovedTermsTests
{
    private const string Cause = "day-designated:2022-02-07";
    private static readonly DateOnly Due = new(2022, 2, 7);
    private static readonly DateOnly Today = new(2022, 1, 17);
    private static readonly DayDesignated Designation = new(Due, "Stcrt. 2022, 1");

    [Fact]
    public void Redating_RunningTermOnTheDay_SaysFromWhatToWhat()
    {
        var life = Given.AQualifiedCase();

        var redated = Redate(life, life.Under(Designation)).ShouldHaveSingleItem().ShouldBeOfType<TermsRedated>();

        redated.Moved.ShouldBe([new MovedTerm("decision", Due, new DateOnly(2022, 2, 8))]);
        redated.CalendarVersion.ShouldBe(life.Under(Designation).Facts.Version);
        redated.MovesEarlier.ShouldBeFalse();
    }

    [Fact]
    public void Redating_DayTakenBack_MovesEarlier()
    {
        var life = Given.AQualifiedCase().Under(Designation);

        var back = Redate(life, life.Under(new DayUndesignated(Due, "Vergissing."))).ShouldHaveSingleItem().ShouldBeOfType<TermsRedated>();

        back.Moved.ShouldBe([new MovedTerm("decision", new DateOnly(2022, 2, 8), Due)]);
        back.MovesEarlier.ShouldBeTrue();
    }

    [Fact]
    public void Redating_ASecondTime_ChangesNothing()
    {
        var after = Given.AQualifiedCase().Under(Designation);

        Redate(after, after).ShouldBeEmpty();
    }

    [Fact]
    public void Redating_DayThatNoTermEndsOn_ChangesNothing()
    {
        var life = Given.AQualifiedCase();

        Redate(life, life.Under(new DayDesignated(new(2022, 2, 9), "Stcrt. 2022, 1"))).ShouldBeEmpty();
    }

    [Fact]
    public void Redating_TermThatWasMet_StaysAsItWas()
    {
        // Announced on 4 March 2022; the day is designated afterwards.
        var life = Given.ADispatchedDecision();
        var late = new DateOnly(2022, 3, 7);
        life.Term("decision", today: new(2022, 3, 10)).Due.ShouldBe(late);

        var after = life with
        {
            Facts = life.Facts.Apply(
                new DayDesignated(late, "Stcrt. 2022, 2"),
                new Entry(life.Facts.Version + 1, Life.TenOClock(new(2022, 3, 8)), new(2022, 3, 8), Persons.Administrator.Id)),
        };

        after.Facts.Calendar.IsWorkingDay(late).ShouldBeFalse();
        after.Term("decision", today: new(2022, 3, 10)).Due.ShouldBe(late);
        TermsRedated.Decide(after.Case, life.Facts, after.Facts, Cause, new(2022, 3, 10)).ShouldBe(Outcome.Of(), Events);
    }

    [Fact]
    public void Backdating_DispatchRecordedLater_SaysWhatItMoved()
    {
        var life = Given.AnExtensionNotYetNotified();
        var letter = life.Letter(LetterKind.ExtensionNotice, "extension");
        life = life.With(new SignLetter(letter.Id), on: new(2022, 2, 4), by: Persons.Handler);
        var step = new RecordDispatch(letter.Id, Channel.Post);

        var told = Tell(life, step, recordedOn: new(2022, 2, 9), effectiveOn: new(2022, 2, 4));

        told.Length.ShouldBe(2);
        told[1].ShouldBeOfType<TermsMoved>().Moved.ShouldBe([new MovedTerm("decision", Due, new DateOnly(2022, 3, 7))]);
        Tell(life, step, recordedOn: new(2022, 2, 4), effectiveOn: new(2022, 2, 4)).ShouldHaveSingleItem().ShouldBeOfType<LetterDispatched>();
    }

    [Fact]
    public void Backdating_StepThatMovesNothing_SaysNothing() =>
        Tell(Given.AQualifiedCase(), new Assign("someone-else"), recordedOn: new(2022, 1, 20), effectiveOn: new(2022, 1, 12))
            .ShouldHaveSingleItem().ShouldBeOfType<CaseAssigned>();

    [Fact]
    public void Backdating_Correction_SaysItOnlyOnce()
    {
        var step = new Correct(CorrectableFact.ReceivedOn, new(2022, 1, 5), "Het poststempel is van 5 januari.");

        Tell(Given.AQualifiedCase(), step, recordedOn: new(2022, 1, 20), effectiveOn: new(2022, 1, 19)).ShouldHaveSingleItem().ShouldBeOfType<FactCorrected>();
    }

    private static ImmutableArray<Event> Redate(Life before, Life after) =>
        TermsRedated.Decide(before.Case, before.Facts, after.Facts, Cause, Today).ShouldBeOfType<Accepted>().Events;

    private static ImmutableArray<Event> Tell<TStep>(Life life, TStep step, DateOnly recordedOn, DateOnly effectiveOn)
        where TStep : IStep<Case, TStep>
    {
        var by = step is Assign ? Persons.Coordinator : Persons.Handler;
        var at = Life.At(recordedOn, by, life.Facts, effectiveOn);
        return Backdating.Tell(life.Case, life.Try(step, recordedOn, by, effectiveOn), at).ShouldBeOfType<Accepted>().Events;
    }

    private static readonly IEqualityComparer<Outcome> Events =
        EqualityComparer<Outcome>.Create((one, other) => ((Accepted)one!).Events.SequenceEqual(((Accepted)other!).Events));
}
