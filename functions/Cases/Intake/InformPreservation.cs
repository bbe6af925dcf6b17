using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that a unit or custodian was told to preserve the documents that the request covers, chats and automatic deletion included (Woo 4.1a);
/// taken again with <paramref name="Confirmed"/>, that it answered.
/// </summary>
/// <param name="Unit">Who was told; left out where a notice is confirmed.</param>
/// <param name="Confirmed">The notice that its unit confirmed; null for a new one.</param>
public sealed record InformPreservation(
    [property: MaxLength(300)] string? Unit = null,
    PreservationId? Confirmed = null,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, InformPreservation>
{
    public static StepRule<Case> Rule { get; } = new(
        "inform-preservation", nl: "Bewaarbericht vastleggen", en: "Record a preservation notice", [Role.Handler, Role.Coordinator, Role.Unit],
        article: "Woo 4.1a");

    public static Outcome Decide(Case c, InformPreservation step, At at)
    {
        if (step.Confirmed is not { } id)
        {
            return string.IsNullOrWhiteSpace(step.Unit)
                ? Refused.Invalid("unit", "unit-missing", "Zeg aan welk onderdeel of welke medewerker het bericht is gestuurd, of welk bericht is bevestigd.")
                : new PreservationInformed(c.Intake.Preservations.NextId, at.Keep(step.Unit), at.KeepOrNull(step.Note));
        }

        return c.Intake.Preservations[id] switch
        {
            null => Refused.Unknown("preservation-not-found", "Dit bewaarbericht hoort niet bij deze zaak."),
            { ConfirmedOn: not null } => new Refused("already-confirmed", "Dit bewaarbericht is al bevestigd."),
            { On: var told } when at.On < told => Refused.Invalid("effectiveOn", "before-notice", "Een bericht kan niet zijn bevestigd vóór het was gestuurd."),
            _ => new PreservationConfirmed(id, at.KeepOrNull(step.Note)),
        };
    }
}

/// <summary>A notice to preserve documents.</summary>
/// <param name="ConfirmedOn">When the unit answered that it does; null until then.</param>
public sealed record Preservation(PreservationId Id, FreeText Unit, FreeText? Note, DateOnly On, string By, DateOnly? ConfirmedOn = null);

public sealed record PreservationInformed(PreservationId PreservationId, FreeText Unit, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Preservations = c.Intake.Preservations.Add(new Preservation(PreservationId, Unit, Note, entry.On, entry.Actor)) },
    };
}

public sealed record PreservationConfirmed(PreservationId PreservationId, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Preservations = c.Intake.Preservations.With(PreservationId, told => told with { ConfirmedOn = entry.On }) },
    };
}
