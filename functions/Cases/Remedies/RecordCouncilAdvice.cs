using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that the council advised, or told that no advice will come: the term for objection goes on, and an objection of who complained is decided
/// upon within two weeks (Woo 7.3(3)).
/// </summary>
/// <param name="Advice">What it advised; left out where none comes.</param>
public sealed record RecordCouncilAdvice(ComplaintId ComplaintId, [property: MaxLength(100_000)] string? Advice = null) : IStep<Case, RecordCouncilAdvice>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-council-advice", nl: "Advies Adviescollege vastleggen", en: "Record the council's advice", [Role.ObjectionHandler, Role.Handler, Role.Coordinator],
        article: "Woo 7.3(3)",
        when: c => c.Complaints.Any(complaint => complaint.EndedOn is null) ? null : new Refused("no-complaint", "Er loopt geen klacht bij het Adviescollege."));

    public static Outcome Decide(Case c, RecordCouncilAdvice step, At at) => c.Complaints[step.ComplaintId] switch
    {
        null => Refused.Unknown("complaint-not-found", "Deze klacht hoort niet bij deze zaak."),
        { EndedOn: not null } => new Refused("complaint-ended", "Op deze klacht is al geadviseerd."),
        { SentOn: var sent } when at.On < sent => Refused.Invalid("effectiveOn", "before-complaint", "Het advies kan niet van vóór de klacht zijn."),
        _ => new CouncilAdvised(step.ComplaintId, !string.IsNullOrWhiteSpace(step.Advice), at.KeepOrNull(step.Advice)),
    };
}

/// <param name="Given">Whether there is an advice; false where the council told that none comes.</param>
public sealed record CouncilAdvised(ComplaintId ComplaintId, bool Given, FreeText? Advice) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Complaints = c.Complaints.With(ComplaintId, complaint => complaint with { EndedOn = entry.On, Advised = Given, Advice = Advice }),
    };
}

/// <summary>Which complaint speeds up the decision on an objection.</summary>
internal static class CouncilComplaints
{
    /// <summary>The complaint about the contested decision by who objects; null where there is none.</summary>
    public static CouncilComplaint? Hears(this Remedy remedy, Case c, DateOnly today) =>
        c.Complaints.LastOrDefault(complaint => complaint.DecisionId == remedy.DecisionId && complaint.Person == remedy.Person && complaint.SentOn <= today);
}
