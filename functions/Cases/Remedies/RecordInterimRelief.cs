using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records a request for interim relief (voorlopige voorziening, Awb 8:81) or what became of it. A request stops the release of what the decision
/// discloses until the court has ruled or it is withdrawn (Woo 4.4(5)); after that a person clears the release again.
/// </summary>
/// <param name="DecisionId">The decision whose release is to be stopped; only with a new request.</param>
/// <param name="RemedyId">The request that was ruled upon or withdrawn; left out for a new one.</param>
/// <param name="Person">The third party that asks for it; left out for a new one, whose name is then asked.</param>
public sealed record RecordInterimRelief(
    InterimReliefState State,
    DecisionId? DecisionId = null,
    RemedyId? RemedyId = null,
    RemedyParty By = RemedyParty.ThirdParty,
    PersonId? Person = null,
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(40)] string? CaseNumber = null) : IStep<Case, RecordInterimRelief>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-interim-relief", nl: "Voorlopige voorziening vastleggen", en: "Record interim relief",
        [Role.Litigator, Role.ObjectionHandler, Role.Handler, Role.Coordinator, Role.Publisher], article: "Woo 4.4(5)", afterClosing: true,
        when: c => LodgeRemedy.Rule.WhyNot(c, closed: false));

    public static Outcome Decide(Case c, RecordInterimRelief step, At at)
    {
        if (step.State == InterimReliefState.Requested)
        {
            return step.RemedyId is not null
                ? Refused.Invalid("remedyId", "contested-unclear", "Een nieuw verzoek heeft nog geen kenmerk: geef het besluit.")
                : LodgeRemedy.Decide(
                    c, new LodgeRemedy(RemedyKind.InterimRelief, step.By, step.DecisionId, Person: step.Person, Name: step.Name, CaseNumber: step.CaseNumber), at);
        }

        if (step.RemedyId is not { } id)
            return Refused.Invalid("remedyId", "remedy-missing", "Zeg op welk verzoek om een voorlopige voorziening dit ziet.");
        return c.Remedies[id] switch
        {
            not { Kind: RemedyKind.InterimRelief } => Remedies.NotFound,
            { Relief: InterimReliefState.Refused or InterimReliefState.Withdrawn } => new Refused("remedy-ended", "Op dit verzoek is al beslist, of het is ingetrokken."),
            { Relief: InterimReliefState.Granted } when step.State != InterimReliefState.Withdrawn =>
                new Refused("remedy-ended", "Op dit verzoek is al beslist. Is de voorziening vervallen of opgeheven, leg dan intrekking vast."),
            { LodgedOn: var lodged } when at.On < lodged => Refused.Invalid("effectiveOn", "before-remedy", "Dit kan niet van vóór het verzoek zijn."),
            _ => new InterimReliefRecorded(id, step.State),
        };
    }
}

public sealed record InterimReliefRecorded(RemedyId RemedyId, InterimReliefState State) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Relief = State,
            State = State == InterimReliefState.Withdrawn ? RemedyState.Withdrawn : RemedyState.Decided,
            EndedOn = entry.On,
        }),
    };
}
