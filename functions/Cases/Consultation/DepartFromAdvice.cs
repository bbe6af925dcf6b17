using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says why the judgement departs from what an agency advised. The advice binds nobody; who departs from it gives the reason, line by line or for several
/// lines at once. It holds while what it is about stays judged as it is.
/// </summary>
/// <param name="Lines">The lines of the advice, by number.</param>
/// <param name="Tell">Whether the decision says that, and why, it departs from the advice.</param>
public sealed record DepartFromAdvice(
    ConsultationId ConsultationId,
    [property: MinLength(1), MaxLength(1000)] ImmutableArray<int> Lines,
    [property: MaxLength(4000)] string Reason,
    bool Tell = false) : IStep<Case, DepartFromAdvice>
{
    public static StepRule<Case> Rule { get; } = new(
        "depart-from-advice", nl: "Afwijken van advies motiveren", en: "Give the reason for departing from an advice",
        [Role.Handler, Role.Reviewer, Role.Coordinator, Role.ObjectionHandler], article: "Awb 3:46",
        when: c => c.Consultations.Any(x => !x.Advices.IsEmpty && AdviceLines.Of(c, x).Any(line => line.FollowUp == AdviceFollowUp.Departed))
            ? null
            : new Refused("advice-not-departed-from", "Van geen advies wordt afgeweken."));

    public static Outcome Decide(Case c, DepartFromAdvice step, At at)
    {
        if (c.Consultations[step.ConsultationId] is not { } consultation)
            return Refused.Unknown("consultation-not-found", "Deze afstemming hoort niet bij deze zaak.");
        if (step.Lines.Distinct().Count() != step.Lines.Length)
            return Refused.Invalid("lines", "lines-doubled", "Een regel staat meer dan één keer in de lijst.");
        var lines = AdviceLines.Of(c, consultation).ToDictionary(line => line.Number);
        foreach (var number in step.Lines)
        {
            if (!lines.TryGetValue(number, out var line))
                return Refused.Invalid("lines", "line-not-found", $"Het advies heeft geen regel {number}.");
            if (line.FollowUp != AdviceFollowUp.Departed)
                return Refused.Invalid("lines", "advice-not-departed-from", $"Van regel {number} wordt niet afgeweken; daar hoort geen reden bij.");
        }

        return new AdviceDeparted(step.ConsultationId, step.Lines, at.Keep(step.Reason), step.Tell ? true : null);
    }
}

/// <param name="Tell">Whether the decision says so; null where it doesn't.</param>
public sealed record AdviceDeparted(ConsultationId ConsultationId, ImmutableArray<int> Lines, FreeText Reason, bool? Tell = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var lines = AdviceLines.Of(c, c.Consultations[ConsultationId]!).ToDictionary(line => line.Number, line => AdviceLines.JudgedOf(c, line.Item));
        return c with
        {
            Consultations = c.Consultations.With(ConsultationId, consultation => consultation with
            {
                Departures = consultation.Departures.AddRange(Lines.Select(number => new AdviceDeparture(number, Reason, entry.On, entry.Actor, lines[number], Tell ?? false))),
            }),
        };
    }
}
