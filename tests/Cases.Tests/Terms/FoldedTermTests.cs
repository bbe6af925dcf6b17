using System.Collections.Immutable;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>The term that a case tells is the one that its facts give, and a new calendar moves it once.</summary>
public sealed class FoldedTermTests
{
    private static readonly Case Received = NewLife.Received("2018-05-22").Case;
    private static readonly Organisation Facts = Organisation.Blank(Organisation.TheId);
    private static readonly FreeText Reason = new(new string('a', 64));

    /// <summary>A day of receipt under either act, days of extension (0 for none), the day of its notice after receipt, and agreed suspensions, and whether
    /// environmental information is to be disclosed while an objection is expected.</summary>
    private static readonly Gen<(DateOnly Start, int Extension, int Notice, (int After, int Days)[] Gaps, bool Environmental)> Lives = Gen.Select(
        TermGen.Date(2014, 2028), Gen.Int[0, 28], Gen.Int[0, 70], Gen.Select(Gen.Int[1, 60], Gen.Int[1, 40], (after, days) => (after, days)).Array[0, 4], Gen.Bool);

    [Fact]
    public void ForDeciding_OfAFoldedCase_IsTheTermOfItsFacts() =>
        Lives.Sample(
            life =>
            {
                var rule = life.Start >= new DateOnly(2022, 5, 1) ? "woo-4.4-1" : life.Environmental ? "wob-6-6" : "wob-6-1";
                var most = life.Start < new DateOnly(2022, 5, 1) ? 28 : 14;
                var today = life.Start.AddDays(life.Notice);
                var first = new TermFacts(rule, life.Start, Suspensions: [.. life.Gaps.Select(gap => Days(life.Start, gap))]);
                var inTime = today <= Terms.LastDayToExtend(first, TermGen.Calendar, today);
                var expected = Terms.Calculate(first with { ExtensionDays = inTime ? Math.Min(life.Extension, most) : 0 }, TermGen.Calendar, today);

                var term = CaseTerms.ForDeciding(Fold(life), Facts, today);

                return (term.Nominal, term.Due) == (expected.Nominal, expected.Due)
                    && term.Due >= TermGen.CountOneByOne(first with { ExtensionDays = inTime ? Math.Min(life.Extension, most) : 0 }, today);
            },
            iter: TermGen.Cases);

    /// <summary>An objection with a committee, an invitation to repair and an extension, each on any day or not at all.</summary>
    private static readonly Gen<(DateOnly Announced, int Lodged, int Told, int Invited, int RepairDays, int Repaired, int Extension, int ExtendedAfter)> Objections = Gen.Select(
        TermGen.Date(2014, 2026), Gen.Int[0, 60], Gen.Int[-20, 120], Gen.Int[-20, 100], Gen.Int[1, 28], Gen.Int[0, 40], Gen.Int[0, 42], Gen.Int[0, 150],
        (announced, lodged, told, invited, days, repaired, extension, after) => (announced, lodged, told, invited, days, repaired, extension, after));

    [Fact]
    public void ForDecidingObjection_OfAFoldedCase_IsTheTermOfItsFacts() =>
        Objections.Sample(
            life =>
            {
                var today = life.Announced.AddDays(400);
                var lodged = life.Announced.AddDays(life.Lodged);
                var objection = Calculated(new TermFacts("awb-6.7", life.Announced));
                var facts = new TermFacts("awb-7.10-1", lodged > objection.Due ? lodged : objection.Due);
                if (life.Invited >= 0)
                {
                    var (invited, by) = (lodged.AddDays(life.Invited), lodged.AddDays(life.Invited + life.RepairDays));
                    var end = life.Repaired > 0 && invited.AddDays(life.Repaired) <= by ? invited.AddDays(life.Repaired) : by;
                    if (end > invited.AddDays(1))
                        facts = facts with { Suspensions = [new(invited.AddDays(1), end.AddDays(-1))] };
                }

                if (life.Told >= 0 && lodged.AddDays(life.Told) <= Calculated(facts).Due)
                    facts = facts with { Rule = "awb-7.10-1-committee" };
                if (life.Extension > 0 && lodged.AddDays(life.ExtendedAfter) <= Calculated(facts).Nominal)
                    facts = facts with { ExtensionDays = life.Extension };
                var expected = Calculated(facts);

                var c = Fold(life);
                var term = CaseTerms.ForDecidingObjection(c, c.Remedies[new RemedyId(1)]!, Facts, today);

                return (term.Rule.Name, term.Nominal, term.Due) == (facts.Rule, expected.Nominal, expected.Due);

                TermCalculation Calculated(TermFacts of) => Terms.Calculate(of, TermGen.Calendar, today);
            },
            iter: TermGen.Cases);

    [Fact]
    public void TermsRedated_ASecondTime_ChangesNothing() =>
        Lives.Select(Gen.Int[0, 120]).Sample(
            (life, after) =>
            {
                var c = Fold(life);
                var today = life.Start.AddDays(life.Notice);
                var designated = Facts.Apply(new DayDesignated(life.Start.AddDays(after), "Brugdag"), new Entry(1, default, today, "beheer"));
                var moved = Once(c, Facts, designated, today);

                return Once(c, designated, designated, today).IsEmpty
                    && moved.All(term => term.To == CaseTerms.Of(c, designated, today).Single(now => now.TermId == term.TermId).Due && term.From != term.To);
            },
            iter: TermGen.Cases);

    private static ImmutableArray<MovedTerm> Once(Case c, Organisation before, Organisation after, DateOnly today) =>
        [.. TermsRedated.Decide(c, before, after, "day-designated", today).ShouldBeOfType<Accepted>().Events.OfType<TermsRedated>().SelectMany(redated => redated.Moved)];

    private static Suspension Days(DateOnly start, (int After, int Days) gap) => new(start.AddDays(gap.After), start.AddDays(gap.After + gap.Days - 1));

    private static readonly Case Announced = NewLife.Decided("2018-05-22", "2018-06-12").Case;

    private static Case Fold((DateOnly Announced, int Lodged, int Told, int Invited, int RepairDays, int Repaired, int Extension, int ExtendedAfter) life)
    {
        var objection = new RemedyId(1);
        var lodged = life.Announced.AddDays(life.Lodged);
        var c = Announced with { Decisions = Announced.Decisions.With(NewLife.Decision1, decision => decision with { DispatchedOn = life.Announced }) };
        c = new RemedyLodged(objection, RemedyKind.Objection, RemedyParty.Requester, new PersonId(1), null, NewLife.Decision1, null, null, Late: false, Excusable: false, null, null, null)
            .ApplyTo(c, On(lodged));
        if (life.Told >= 0)
            c = new HearingScheduled(objection, lodged.AddDays(life.Told + 7), Committee: true).ApplyTo(c, On(lodged.AddDays(life.Told)));
        if (life.Invited >= 0)
        {
            c = new RepairInvited(objection, Reason, lodged.AddDays(life.Invited + life.RepairDays)).ApplyTo(c, On(lodged.AddDays(life.Invited)));
            if (life.Repaired > 0)
                c = new DefectRepaired(objection).ApplyTo(c, On(lodged.AddDays(life.Invited + life.Repaired)));
        }

        return life.Extension > 0 ? new ObjectionTermExtended(objection, life.Extension, null, Reason).ApplyTo(c, On(lodged.AddDays(life.ExtendedAfter))) : c;

        static Entry On(DateOnly day) => new(9, default, day, "handler");
    }

    /// <summary>The case after these events, as a log would tell it.</summary>
    private static Case Fold((DateOnly Start, int Extension, int Notice, (int After, int Days)[] Gaps, bool Environmental) life)
    {
        var c = Received with { Request = Received.Request! with { ReceivedOn = life.Start } };
        if (life.Environmental)
        {
            c = new RequestQualified(Qualification.PublicInformation, null, Environmental: true).ApplyTo(c, On(life.Start));
            c = new DisclosureIntended(Intended: true, Reason).ApplyTo(c, On(life.Start));
        }

        foreach (var gap in life.Gaps)
        {
            var days = Days(life.Start, gap);
            c = new RequestSuspended(c.Intake.Suspensions.NextId, SuspensionGround.RequesterAgreed, Reason, days.Through).ApplyTo(c, On(days.From));
        }

        if (life.Extension == 0)
            return c;
        c = new TermExtended(life.Extension, Reason).ApplyTo(c, On(life.Start));
        return c with { Intake = c.Intake with { Extension = c.Intake.Extension! with { NoticeOn = life.Start.AddDays(life.Notice) } } };

        static Entry On(DateOnly day) => new(9, default, day, "handler");
    }
}
