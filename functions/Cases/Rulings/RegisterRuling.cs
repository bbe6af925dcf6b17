using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Registers a ruling; the engine then records it in each case that it names.</summary>
/// <param name="Court">Code of the court as in an ECLI.</param>
/// <param name="PronouncedOn">Null where it isn't known.</param>
public sealed record RegisterRuling(
    [property: RegularExpression("[A-Z]{2,7}")] string Court,
    RulingKind Kind,
    DateOnly SentOn,
    [property: MinLength(1)] ImmutableArray<RulingRowPayload> Rows,
    [property: RegularExpression(@"ECLI:NL:[A-Z]{2,7}:\d{4}:[A-Z0-9.]{1,25}")] string? Ecli = null,
    [property: MaxLength(500), Url] string? Url = null,
    DateOnly? PronouncedOn = null,
    ImmutableArray<string> Instructions = default) : IStep<Ruling, RegisterRuling>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "register", nl: "Uitspraak registreren", en: "Register a ruling", [Role.Litigator, Role.Coordinator], article: "Awb 8:70",
        when: r => r.Facts is null ? null : new Refused("already-registered", "Deze uitspraak is al geregistreerd."));

    public static Outcome Decide(Ruling ruling, RegisterRuling step, At at)
    {
        if (step.SentOn > at.Today)
            return Refused.Invalid("sentOn", "date-in-future", "Een uitspraak kan niet na vandaag zijn verzonden.");
        if (step.Rows.Any(row => !Terms.Validate(CaseTerms.FactsForNewDecision(step.SentOn, row.TermDays, row.DecisionId is null)).IsEmpty))
            return Refused.Invalid("sentOn", "date-out-of-range", "Voor een uitspraak van deze datum is geen termijn bekend.");
        if (step.PronouncedOn > step.SentOn)
            return Refused.Invalid("pronouncedOn", "date-after-sending", "Een uitspraak wordt niet verzonden vóór zij is gedaan.");
        if (step.Rows.FirstOrDefault(row => row.Outcomes.IsDefaultOrEmpty) is not null)
            return Refused.Invalid("rows", "outcome-missing", "Geef bij elke zaak ten minste één uitkomst.");
        if (step.Rows.Any(row => row is { DecisionId: null, RemedyId: null }))
            return RulingSteps.NothingContested("rows");
        if (step.Rows.Select(row => Dicta.Contradiction(row.Outcomes)).FirstOrDefault(refused => refused is not null) is { } contradiction)
            return contradiction with { Field = "rows" };
        if (step.Rows.GroupBy(row => (row.CaseId, row.DecisionId)).Any(same => same.Count() > 1))
            return Refused.Invalid("rows", "rows-doubled", "Hetzelfde besluit staat meer dan één keer in de uitspraak.");
        var instructions = step.Instructions.IsDefault ? [] : step.Instructions;
        return new RulingRegistered(
            step.Court, step.Kind, step.Ecli, step.Url, step.PronouncedOn, step.SentOn,
            [.. step.Rows.Select(row => new RulingRow(row.CaseNumber, row.CaseId, row.DecisionId, row.Outcomes, row.TermDays)
            {
                RemedyId = row.RemedyId,
                PenaltyPerDay = row.PenaltyPerDay,
                PenaltyMaximum = row.PenaltyMaximum,
            })],
            [.. instructions.Select(at.Keep)]);
    }
}

/// <summary>A row as a client sends it; see <see cref="RulingRow"/>.</summary>
/// <param name="DecisionId">The contested decision; left out where the court ruled that none was taken in time.</param>
/// <param name="RemedyId">The remedy on which was ruled; asked where no decision is contested.</param>
public sealed record RulingRowPayload(
    [property: MaxLength(40)] string CaseNumber,
    [property: MaxLength(64)] string CaseId,
    DecisionId? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    [property: Range(1, 730)] int? TermDays = null,
    RemedyId? RemedyId = null,
    [property: Range(1, 100_000)] int? PenaltyPerDay = null,
    [property: Range(1, 10_000_000)] int? PenaltyMaximum = null);

public sealed record RulingRegistered(
    string Court,
    RulingKind Kind,
    string? Ecli,
    string? Url,
    DateOnly? PronouncedOn,
    DateOnly SentOn,
    ImmutableArray<RulingRow> Rows,
    ImmutableArray<FreeText> Instructions) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Facts = new RulingFacts(Court, Kind, Ecli, Url, PronouncedOn, SentOn, entry.Actor),
        Rows = Rows,
        Instructions = Instructions,
    };
}
