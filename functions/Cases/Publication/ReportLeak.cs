using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that personal data leaked (datalek), on the day on which that became known: the supervisor is to be notified within 72 hours (GDPR 33).
/// Taken again with <paramref name="Notified"/>, that it was.
/// </summary>
/// <param name="What">What leaked, and how; left out where a leak was notified.</param>
/// <param name="DocumentId">The document that it was in; left out where there is none.</param>
/// <param name="Notified">The leak that was notified to the supervisor, or found not to need that; null for a new one.</param>
public sealed record ReportLeak(
    [property: MaxLength(20_000)] string? What = null,
    DocumentId? DocumentId = null,
    LeakId? Notified = null,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, ReportLeak>
{
    public static StepRule<Case> Rule { get; } = new(
        "report-leak", nl: "Datalek melden", en: "Report a leak", [Role.Handler, Role.Coordinator, Role.Publisher, Role.Reviewer], article: "AVG 33(1)",
        afterClosing: true,
        when: c => c.Request is null ? new Refused("not-registered", "Er is nog geen verzoek geregistreerd.") : null);

    public static Outcome Decide(Case c, ReportLeak step, At at)
    {
        if (step.Notified is { } id)
        {
            return c.Leaks[id] switch
            {
                null => Refused.Unknown("leak-not-found", "Dit datalek hoort niet bij deze zaak."),
                { NotifiedOn: not null } => new Refused("already-notified", "Dit datalek is al gemeld."),
                { KnownOn: var known } when at.On < known => Refused.Invalid("effectiveOn", "before-leak", "Een lek kan niet zijn gemeld vóór het bekend was."),
                _ => new LeakNotified(id, at.KeepOrNull(step.Note)),
            };
        }

        if (string.IsNullOrWhiteSpace(step.What))
            return Refused.Invalid("what", "leak-empty", "Zeg wat er is gelekt en hoe.");
        return step.DocumentId is { } document && c.Documents[document] is null
            ? Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.")
            : new LeakReported(c.Leaks.NextId, at.Keep(step.What), step.DocumentId);
    }
}

/// <summary>A leak of personal data.</summary>
/// <param name="NotifiedOn">When the supervisor was notified, or it was found that this isn't needed; null until then.</param>
public sealed record Leak(LeakId Id, FreeText What, DocumentId? DocumentId, DateOnly KnownOn, string By, DateOnly? NotifiedOn = null, FreeText? Note = null);

public sealed record LeakReported(LeakId LeakId, FreeText What, DocumentId? DocumentId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Leaks = c.Leaks.Add(new Leak(LeakId, What, DocumentId, entry.On, entry.Actor)) };
}

public sealed record LeakNotified(LeakId LeakId, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Leaks = c.Leaks.With(LeakId, leak => leak with { NotifiedOn = entry.On, Note = Note }),
    };
}
