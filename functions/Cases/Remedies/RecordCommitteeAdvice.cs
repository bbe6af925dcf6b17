using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what the advisory committee advised on an objection (Awb 7:13(6)).</summary>
public sealed record RecordCommitteeAdvice(
    RemedyId RemedyId,
    CommitteeAdviceKind Advice,
    [property: MaxLength(100_000)] string? Text = null) : IStep<Case, RecordCommitteeAdvice>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-committee-advice", nl: "Advies commissie vastleggen", en: "Record the committee's advice", [Role.ObjectionHandler, Role.Handler, Role.Coordinator],
        article: "Awb 7:13", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, RecordCommitteeAdvice step, At at)
    {
        if (Remedies.NotARunningObjection(c, step.RemedyId) is { } refused)
            return refused;
        return c.Remedies[step.RemedyId]! switch
        {
            { CommitteeToldOn: null } => new Refused("no-committee", "Over dit bezwaar adviseert geen commissie: plan eerst een hoorzitting door de commissie."),
            { CommitteeAdvice: not null } => new Refused("already-advised", "Het advies over dit bezwaar is al vastgelegd."),
            { CommitteeToldOn: { } told } when at.On < told => Refused.Invalid("effectiveOn", "before-committee", "Het advies kan niet van vóór het bericht over de commissie zijn."),
            _ => new CommitteeAdvised(step.RemedyId, step.Advice, at.KeepOrNull(step.Text)),
        };
    }
}

public sealed record CommitteeAdvised(RemedyId RemedyId, CommitteeAdviceKind Advice, FreeText? Text) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with { CommitteeAdvice = new CommitteeAdvice(Advice, Text, entry.On) }),
    };
}
