using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>Whenever the engine is woken, and however often, nobody is told a thing twice and in the end everything was told or passed over.</summary>
public sealed class AgendaPropertyTests
{
    private static readonly DateTimeOffset From = Life.TenOClock(new(2022, 1, 18));
    private static readonly DateTimeOffset Through = Life.TenOClock(new(2022, 3, 1));

    // Four weeks with a consultation that is never answered: rungs for both terms, and an escalation.
    private static readonly Life Start = Given.ACaseWithOpenConsultation();

    /// <summary>Moments at which the engine is woken, in order; the last one is the same for all.</summary>
    private static readonly Gen<DateTimeOffset[]> WakeUps = Gen.Int[0, (int)(Through - From).TotalMinutes - 1].Array[0, 40]
        .Select(minutes => minutes.Order().Select(minute => From.AddMinutes(minute)).Append(Through).ToArray());

    [Fact]
    public void Agenda_AnyWakeUps_TellEachReachedRungAtMostOnce() => WakeUps.Sample(wakeUps =>
    {
        var told = Woken(Start, wakeUps).Case.Reminders;

        told.Select(r => r.MessageId).ShouldBeUnique();
        told.Select(r => (r.TermId, r.Rung)).ShouldBeUnique();
        told.Where(r => r.Kind != ReminderKind.PassedOver).ShouldAllBe(r => r.DeliveredAt != null);
    });

    [Fact]
    public void Agenda_AnyWakeUps_RecordTheSameRungs()
    {
        var everyHour = Woken(Start, Enumerable.Range(0, (int)(Through - From).TotalHours).Select(hour => From.AddHours(hour)).Append(Through));

        WakeUps.Sample(wakeUps => Recorded(Woken(Start, wakeUps)).ShouldBe(Recorded(everyHour)));
        Recorded(everyHour).ShouldContain("decision 2022-02-07:after-3w");
        Recorded(everyHour).ShouldContain("consultation:consultation-1 escalation");
        everyHour.Case.Reminders.ShouldNotContain(r => r.Kind == ReminderKind.PassedOver);
    }

    [Fact]
    public void Agenda_AnyWakeUps_TellAtEachOneTheRungReachedLast() => WakeUps.Sample(wakeUps =>
    {
        // Told anew from the dates alone, without the ladder.
        var due = new DateOnly(2022, 2, 7);
        (DateOnly On, string Name)[] rungs =
        [
            (due.AddDays(-14), "before-14"), (due.AddDays(-7), "before-7"), (due.AddDays(-2), "before-2"), (due, "due"),
            (due.AddDays(7), "after-1w"), (due.AddDays(14), "after-2w"), (due.AddDays(21), "after-3w"),
        ];
        var expected = wakeUps.Select(now => rungs.LastOrDefault(rung => LocalTime.MorningOf(rung.On) <= now).Name).OfType<string>().Distinct()
            .Select(name => $"2022-02-07:{name}");

        Woken(Start, wakeUps).Case.Reminders.Where(r => r is { TermId: "decision", Kind: ReminderKind.Term }).Select(r => r.Rung).ShouldBe(expected);
    });

    [Fact]
    public void Agenda_AfterAnyWakeUp_IsEmptyAndLooksAhead() => WakeUps.Sample(wakeUps =>
    {
        var life = Start;
        foreach (var now in wakeUps)
        {
            life = Engine.Perform(life, now);
            var agenda = life.Agenda(now);
            agenda.Due.ShouldBeEmpty();
            agenda.Next.ShouldNotBeNull().ShouldBeGreaterThan(now);
        }
    });

    /// <summary>Nothing falls due between a wake-up and the moment that it gave: a host may sleep until then.</summary>
    [Fact]
    public void Agenda_UntilTheNextMoment_OwesNothing() => Gen.Select(WakeUps, Gen.Double[0, 1]).Sample((wakeUps, part) =>
    {
        var life = Woken(Start, wakeUps.SkipLast(1).DefaultIfEmpty(From));
        var now = wakeUps.Length > 1 ? wakeUps[^2] : From;
        var next = life.Agenda(now).Next!.Value;
        var between = now + ((next - now) * part);

        if (between < next)
            life.Agenda(between).Due.ShouldBeEmpty();
        life.Agenda(next).Due.ShouldNotBeEmpty();
    });

    [Fact]
    public void Agenda_DutiesThatFailNowAndThen_AreAllDoneInTheEnd() => Gen.Select(WakeUps, Gen.Int[0, 1000]).Sample((wakeUps, seed) =>
    {
        var chance = new Random(seed);
        var life = Start;
        foreach (var now in wakeUps.SkipLast(1))
        {
            foreach (var duty in life.Agenda(now).Due)
            {
                life = chance.Next(2) == 0
                    ? Engine.Fail(life, duty, now, now.AddMinutes(chance.Next(1, 2000)))
                    : Engine.Record(life, Engine.Discharge(life, duty), now);
            }
        }

        // Two days after the last failure every retry has come.
        life = Engine.Perform(life, Through.AddDays(2));
        life.Case.Reminders.Select(r => (r.TermId, r.Rung)).ShouldBeUnique();
        Recorded(life).ShouldBe(Recorded(Woken(Start, [Through.AddDays(2)])));
        life.Case.Failures.Keys.ShouldAllBe(key => key.StartsWith("remind:"), "a reminder that was overtaken by a later one is not tried again");
    });

    private static Life Woken(Life life, IEnumerable<DateTimeOffset> wakeUps) => wakeUps.Aggregate(life, (at, now) => Engine.Perform(at, now));

    private static IEnumerable<string> Recorded(Life life) => life.Case.Reminders.Select(r => $"{r.TermId} {r.Rung}").Order(StringComparer.Ordinal);
}
