using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Says what kind of request this is, because each kind has its own law and its own way of disclosure.</summary>
/// <param name="Environmental">Whether it asks for environmental information (milieu-informatie); left out where that stays as it was registered.</param>
public sealed record Qualify(Qualification Kind, [property: MaxLength(4000)] string? Note = null, bool? Environmental = null) : IStep<Case, Qualify>
{
    public static StepRule<Case> Rule { get; } = new(
        "qualify", nl: "Verzoek duiden", en: "Qualify the request", [Role.Coordinator, Role.Handler], article: "Woo 4.1",
        when: c => c.Decisions.Any(d => d.TakenOn is not null)
            ? new Refused("already-decided", "Er is al een besluit genomen; de aard van het verzoek staat daarmee vast.")
            : null);

    public static Outcome Decide(Case c, Qualify step, At at) => new RequestQualified(
        step.Kind, at.KeepOrNull(step.Note), step.Environmental is { } environmental && environmental != c.Request?.Environmental ? environmental : null);
}

/// <param name="Environmental">Whether it asks for environmental information; null where that stays as it was.</param>
public sealed record RequestQualified(Qualification Kind, FreeText? Note, bool? Environmental = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Request = Environmental is { } environmental && c.Request is { } request ? request with { Environmental = environmental } : c.Request,
        Intake = c.Intake with { Qualification = Kind },
    };
}
