using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what an agency advised. A liaison records only for its own agency.</summary>
public sealed record RecordAdvice(
    ConsultationId ConsultationId,
    AdviceKind Advice,
    ImmutableArray<AdviceItemPayload> Items = default,
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
        if (items.FirstOrDefault(item => item.Page is { } page && (item.PassageId is not null || item.Advice != AdviceKind.Redact || page > c.Documents[item.DocumentId]?.Content?.Pages)) is { } paged)
        {
            return Refused.Invalid("items", "page-not-possible",
                $"Een bladzijde hoort bij een lakvoorstel voor wat nog geen passage is, binnen {paged.DocumentId}: geef de passage, of een bestaande bladzijde.");
        }

        if (items.FirstOrDefault(item => item is { Ground: not null, Advice: AdviceKind.NoObjection or AdviceKind.Declassify }) is { } idle)
            return Refused.Invalid("items", "ground-without-refusal", $"Bij {Place(idle)} is een grond gegeven zonder voorstel om te weigeren: laat de grond weg, of kies een ander advies.");
        if (items.Where(item => item.Page is null).GroupBy(item => (item.DocumentId, item.PassageId, Lifts: item.Advice == AdviceKind.Declassify)).FirstOrDefault(same => same.Count() > 1) is { } doubled)
            return Refused.Invalid("items", "items-doubled", $"Over {Place(doubled.First())} staat meer dan één advies in de lijst.");
        return new AdviceRecorded(
            step.ConsultationId, step.Advice,
            [.. items.Select(item => new AdviceItem(item.DocumentId, item.Advice, item.PassageId, item.Ground, item.Page, at.KeepOrNull(item.Reason)))],
            at.KeepOrNull(step.Note));
    }

    private static string Place(AdviceItemPayload item) => item.PassageId?.ToString() ?? item.DocumentId.ToString();

    private static bool MaySee(Actor actor, Consultation consultation) =>
        actor.Is(Role.Handler) || actor.Is(Role.Coordinator) || actor.Agency == consultation.Agency;
}

/// <summary>An advice on one document, passage or page, as it is sent in.</summary>
/// <param name="Ground">The ground that the agency proposes; only with a proposal to withhold.</param>
/// <param name="Page">The page, from 1, for a proposal to withhold what is no passage yet; the reason says what.</param>
public sealed record AdviceItemPayload(
    DocumentId DocumentId,
    AdviceKind Advice,
    PassageId? PassageId = null,
    Ground? Ground = null,
    [property: Range(1, 100_000)] int? Page = null,
    [property: MaxLength(4000)] string? Reason = null);

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
