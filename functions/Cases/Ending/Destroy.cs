using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Destroys what a closed case holds, at the end of its retention (vernietiging, Archiefwet 1995 art. 3): documents, renditions, letters and other files, all texts
/// about people, and what was public of it. The log stays, as the proof with its hashes, and with it the declaration of what was destroyed.
/// </summary>
/// <param name="Authorisation">The reference of the written authorisation for it. It stays in the log, so it names nobody.</param>
public sealed record Destroy([property: MaxLength(100), RegularExpression(SetRetention.Pattern)] string Authorisation) : IStep<Case, Destroy>
{
    public static StepRule<Case> Rule { get; } = new(
        "destroy", nl: "Zaak vernietigen", en: "Destroy the case", [Role.Archivist], article: "Archiefwet 1995, art. 3", afterClosing: true,
        when: c => !c.IsClosed ? new Refused("not-closed", "Alleen een gesloten zaak kan worden vernietigd.") : LegalHold.WhyNot(c) ?? Needed(c));

    public static Outcome Decide(Case c, Destroy step, At at)
    {
        var kept = Retention.Of(c, at.Facts)!;
        if (kept.Category is not { } category)
            return new Refused("retention-not-set", "Voor zulke zaken is geen bewaartermijn ingesteld: leg die eerst vast met set-retention, naar de selectielijst.");
        if (kept is not { Years: { } years, EndsOn: { } last })
            return new Refused("kept-for-good", $"Zulke zaken worden blijvend bewaard (selectielijst {category}) en gaan naar de archiefbewaarplaats.");
        if (at.On <= last)
            return new Refused("retention-running", $"De bewaartermijn loopt tot en met {Dutch.Date(last)} (selectielijst {category}).");
        return Remedies.StillContestable(c, at.Facts, at.On) ?? (Outcome)new DestructionBegun(
            kept.End, category, years, kept.StartedOn, last, step.Authorisation, at.Facts.Version,
            c.Documents.Count, c.Letters.Count(letter => letter.State != LetterState.Withdrawn), c.Artifacts.Count);
    }

    /// <summary>Why others still need it; null where nobody does.</summary>
    private static Refused? Needed(Case c) =>
        c.Rulings.Exists(applied => applied.Owes && applied.AnsweredBy is null) ? new Refused("decision-owed", "Een uitspraak vraagt nog een nieuw besluit in deze zaak.")
        : c.Rulings.Exists(applied => applied.AnsweredBy is not null && !applied.TellingDone) ? new Refused("ruling-not-told", "De uitspraak weet nog niet dat in deze zaak is beslist.")
        : c.Intake.Splits.Exists(split => split.FoundedOn is null) ? new Refused("split-pending", "Een afgesplitste zaak wordt nog aangemaakt.")
        : c.Joining is not null || c.Joined.Exists(joined => joined.LeftOn is null)
            ? new Refused("joined", "Deze zaak is samengevoegd met een andere: beëindig eerst de samenvoeging, zodat elke zaak haar eigen stukken heeft.")
        : c.Connections.MatterId is not null
            ? new Refused("in-matter", "Deze zaak zit in een dossier. Haal haar daaruit (set-matter) als geen andere zaak daarin haar meer nodig heeft.")
        : null;
}

/// <summary>From here on the case shows itself as destroyed; its content goes as a duty, until nothing is left.</summary>
/// <param name="Settings">The version of the settings that held the retention.</param>
/// <param name="Documents">How many documents it had, with those that were dropped.</param>
/// <param name="Letters">How many letters, without drafts that were set aside.</param>
/// <param name="Artifacts">How many files beside the documents: versions of letters, inventories and what was added.</param>
public sealed record DestructionBegun(
    RequestEnd Of,
    string Category,
    int Years,
    DateOnly ClosedOn,
    DateOnly RetainedThrough,
    string Authorisation,
    long Settings,
    int Documents,
    int Letters,
    int Artifacts) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Destruction = new Destruction(this, entry.On, entry.Actor) };
}

/// <summary>What lies in storage was counted, before the first of it went.</summary>
/// <param name="Files">Stored files: documents, what was read of them, renditions, letters and others.</param>
/// <param name="Bytes">What they come to.</param>
/// <param name="Texts">Texts outside the log.</param>
/// <param name="PublicDocuments">Documents that were public, or had been.</param>
public sealed record DestructionCounted(int Files, long Bytes, int Texts, int PublicDocuments, string DutyKey) : CaseEvent
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with { Destruction = c.Destruction! with { Counted = this } };
}

/// <summary>Nothing of it is left in storage but the log.</summary>
public sealed record DestructionDone(string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with { Destruction = c.Destruction! with { DoneOn = entry.On } };
}

/// <summary>The declaration of destruction (verklaring van vernietiging): what went, on which ground, by whom.</summary>
/// <param name="Counted">Null until what was stored had been counted.</param>
/// <param name="DoneOn">When nothing was left; null while it goes on.</param>
public sealed record Destruction(DestructionBegun Ground, DateOnly On, string By, DestructionCounted? Counted = null, DateOnly? DoneOn = null)
{
    /// <summary>The refusal of every step; null where the case is there.</summary>
    internal static Refused? WhyNot(Case c) => c.Destruction is { } gone
        ? new Refused("case-destroyed", $"De inhoud van deze zaak is op {Dutch.Date(gone.On)} vernietigd. Alleen het logboek en de verklaring van vernietiging zijn er nog.")
        : null;
}
