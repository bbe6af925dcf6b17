using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what an agency advised. A liaison records only for its own agency.</summary>
public sealed record RecordAdvice(
    ConsultationId ConsultationId,
    AdviceKind Advice,
    ImmutableArray<AdviceItem> Items = default,
    [property: MaxLength(20_000)] string? Note = null) : IStep<Case, RecordAdvice>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-advice", nl: "Advies vastleggen", en: "Record the advice", [Role.Handler, Role.Coordinator, Role.Liaison],
        when: c => c.Consultations.Any(open => open.IsOpen) ? null : new Refused("no-consultation-open", "Er staat geen afstemming open."));

    public static Outcome Decide(Case c, RecordAdvice step, At at)
    {
        if (c.Consultations[step.ConsultationId] is not { } consultation || !MaySee(at.Actor, consultation))
            return Refused.Unknown("consultation-not-found", "Deze afstemming hoort niet bij deze zaak.");
        if (!consultation.IsOpen)
            return new Refused("consultation-ended", "Deze afstemming is al beantwoord of beëindigd.");
        if (consultation.SentOn is not { } sent)
            return new Refused("not-dispatched", "De brief aan deze instantie is nog niet verzonden.");
        if (at.On < sent)
            return Refused.Invalid("effectiveOn", "before-dispatch", "Het advies kan niet zijn ontvangen vóór de brief was verzonden.");

        var items = step.Items.IsDefault ? [] : step.Items;
        if (items.FirstOrDefault(item => !consultation.Documents.Contains(item.DocumentId)) is { } stray)
            return Refused.Unknown("document-not-found", $"{stray.DocumentId} is niet aan deze instantie voorgelegd.");
        if (items.FirstOrDefault(item => item.PassageId is { } id && c.Passages[id]?.DocumentId != item.DocumentId) is { } wrong)
            return Refused.Unknown("passage-not-found", $"{wrong.PassageId} hoort niet bij {wrong.DocumentId}.");
        return new AdviceRecorded(step.ConsultationId, step.Advice, items, at.KeepOrNull(step.Note));
    }

    private static bool MaySee(Actor actor, Consultation consultation) =>
        actor.Is(Role.Handler) || actor.Is(Role.Coordinator) || actor.Agency == consultation.Agency;
}

public sealed record AdviceRecorded(ConsultationId ConsultationId, AdviceKind Advice, ImmutableArray<AdviceItem> Items, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Consultations = c.Consultations.With(ConsultationId, consultation => consultation with
        {
            AnsweredOn = entry.On,
            Advices = consultation.Advices.Add(new Advice(Advice, Items, Note, entry.On, entry.Actor)),
        }),
    };
}
