using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Adds to the dictum of a ruling what was left out, or a case that it reaches too. The engine brings it to the case.</summary>
/// <param name="DecisionId">The contested decision; left out where the court ruled that none was taken in time.</param>
/// <param name="Outcomes">What is added; what was recorded before stays.</param>
/// <param name="CaseNumber">The court's number; asked where the row is new.</param>
/// <param name="TermDays">The term for a new decision, in days from sending; left out where it stays as it was.</param>
/// <param name="RemedyId">The remedy on which was ruled; asked where the row is new and no decision was taken in time.</param>
public sealed record AddOutcome(
    [property: MaxLength(64)] string CaseId,
    DecisionId? DecisionId,
    [property: MinLength(1)] ImmutableArray<Dictum> Outcomes,
    [property: MaxLength(40)] string? CaseNumber = null,
    [property: Range(1, 730)] int? TermDays = null,
    RemedyId? RemedyId = null) : IStep<Ruling, AddOutcome>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "add-outcome", nl: "Uitkomst toevoegen", en: "Add an outcome", [Role.Litigator, Role.Coordinator], article: "Awb 8:72", when: RulingSteps.NotRegistered);

    public static Outcome Decide(Ruling ruling, AddOutcome step, At at)
    {
        var row = ruling.Rows.FirstOrDefault(there => there.CaseId == step.CaseId && there.DecisionId == step.DecisionId);
        if (row is null && string.IsNullOrWhiteSpace(step.CaseNumber))
            return Refused.Invalid("caseNumber", "case-number-missing", "Deze zaak staat nog niet in de uitspraak: geef het zaaknummer van de rechter.");
        if (row is null && step is { DecisionId: null, RemedyId: null })
            return RulingSteps.NothingContested("remedyId");
        var added = step.Outcomes.Distinct().Except(row?.Outcomes ?? []).ToImmutableArray();
        if (added.IsEmpty && (step.TermDays is null || step.TermDays == row?.TermDays))
            return new Refused("nothing-to-change", "Deze uitkomst was al vastgelegd.");
        return Dicta.Contradiction([.. row?.Outcomes ?? [], .. added])
            ?? Outcome.Of(
                [new OutcomeAdded(step.CaseId, step.DecisionId, added, row?.CaseNumber ?? step.CaseNumber!, step.TermDays, row is null ? step.RemedyId : null), .. ParliamentLetterOutdated.For(ruling)]);
    }
}

public sealed record OutcomeAdded(string CaseId, DecisionId? DecisionId, ImmutableArray<Dictum> Outcomes, string CaseNumber, int? TermDays, RemedyId? RemedyId = null) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling.Rows.Any(Here)
        ? ruling with
        {
            Rows = [.. ruling.Rows.Select(row => Here(row) ? (row with { Outcomes = [.. row.Outcomes, .. Outcomes], TermDays = TermDays ?? row.TermDays }).Amended() : row)],
        }
        : ruling with { Rows = ruling.Rows.Add(new RulingRow(CaseNumber, CaseId, DecisionId, Outcomes, TermDays) { RemedyId = RemedyId }), ScopeConfirmedOn = null };

    private bool Here(RulingRow row) => row.CaseId == CaseId && row.DecisionId == DecisionId;
}

/// <summary>What the steps on a ruling have in common.</summary>
internal static class RulingSteps
{
    public static Refused? NotRegistered(Ruling ruling) => ruling.Facts is null ? new Refused("not-registered", "Deze uitspraak is nog niet geregistreerd.") : null;

    public static Refused? NotInterim(Ruling ruling) => NotRegistered(ruling) ?? (ruling.Facts!.Kind != RulingKind.Interim
        ? new Refused("not-interim", "Alleen bij een tussenuitspraak kan een gebrek worden hersteld.")
        : null);

    /// <summary>Which decisions are waited for, as a refusal names them.</summary>
    public static string Named(ImmutableArray<RulingRow> waiting) =>
        string.Join(" en ", waiting.Select(row => row.DecisionId is { } contested
            ? $"op {contested} in {row.CaseNumber} (zaak {row.CaseId})"
            : $"dat uitbleef in {row.CaseNumber} (zaak {row.CaseId})"));

    /// <summary>The refusal of a row that names neither a decision nor a remedy against the lack of one.</summary>
    public static Refused NothingContested(string field) => Refused.Invalid(
        field, "contested-missing", "Zeg welk besluit is bestreden. Gaat de uitspraak over het niet tijdig beslissen, geef dan in plaats daarvan het beroep.", "Awb 6:2");

    /// <summary>The rows on which something is still owed.</summary>
    public static ImmutableArray<RulingRow> Waiting(Ruling ruling) =>
        [.. ruling.Rows.Where(row => row.NotApplied is null && (row.AppliedOn is null || (row.Owes && row.AnsweredOn is null)))];
}
