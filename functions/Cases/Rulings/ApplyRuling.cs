using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A ruling reached this case. It may bring a duty to decide anew; a closed case opens again by it.</summary>
public sealed record RulingApplied(
    string RulingId,
    string CaseNumber,
    DecisionId? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    DateOnly SentOn,
    int? TermDays,
    RulingKind? Kind = null,
    string? Court = null,
    RemedyId? RemedyId = null,
    int? PenaltyPerDay = null,
    int? PenaltyMaximum = null,
    ImmutableArray<FreeText>? Instructions = null,
    DateOnly? PronouncedOn = null,
    string? Ecli = null) : CaseEvent
{
    /// <summary>Decides whether the ruling fits this case.</summary>
    public static Outcome Decide(Case c, Ruling ruling, RulingRow row)
    {
        if (c.Rulings.Exists(applied => applied.RulingId == ruling.Id && applied.DecisionId == row.DecisionId))
            return Outcome.Of();
        return Destruction.WhyNot(c) ?? WhyNot(c, row) ?? (Outcome)new RulingApplied(ruling.Id, row.CaseNumber, row.DecisionId, row.Outcomes, ruling.Facts!.SentOn, row.TermDays, ruling.Facts.Kind, ruling.Facts.Court,
                row.RemedyId, row.PenaltyPerDay, row.PenaltyMaximum, ruling.Instructions.IsEmpty ? null : ruling.Instructions,
                ruling.Facts.PronouncedOn, ruling.Facts.Ecli);
    }

    public override Case ApplyTo(Case c, Entry entry)
    {
        var applied = new AppliedRuling(RulingId, CaseNumber, DecisionId, Outcomes, SentOn, TermDays)
        {
            Kind = Kind,
            Court = Court,
            PronouncedOn = PronouncedOn,
            Ecli = Ecli,
            RemedyId = RemedyId,
            LateTerm = DecisionId is null && RemedyId is { } id ? Lateness.TermOf(c, id) : null,
            PenaltyPerDay = PenaltyPerDay,
            PenaltyMaximum = PenaltyMaximum,
            Instructions = [.. (Instructions ?? []).Select((text, i) => new Instruction(i + 1, text))],
        };
        // What the court asks for may have been announced while it deliberated (Awb 6:20).
        applied = applied with { AnsweredBy = Lateness.EndedBy(c, applied) };
        return Remedies.RuledBy(c with { Rulings = c.Rulings.Add(applied), ClosedOn = applied is { Owes: true, AnsweredBy: null } ? null : c.ClosedOn }, applied, RemedyId);
    }

    private static Refused? WhyNot(Case c, RulingRow row) => row.DecisionId is not { } id
        ? Lateness.WhyNot(c, row.RemedyId)
        : c.Decisions[id] switch
        {
            null => Refused.Unknown("decision-not-found", "Het bestreden besluit hoort niet bij deze zaak."),
            { State: not DecisionState.Dispatched } => new Refused("decision-not-announced", "Het bestreden besluit is nog niet bekendgemaakt."),
            _ => null,
        };
}

/// <summary>The ruling's own record that a case took it in.</summary>
public sealed record RulingReachedCase(string CaseId, DecisionId? DecisionId, string DutyKey) : RulingEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Rows = [.. ruling.Rows.Select(row => row.CaseId == CaseId && row.DecisionId == DecisionId ? row with { AppliedOn = entry.On, NotApplied = null } : row)],
    };
}

/// <summary>A case would not take the ruling in: a person has to look at the row.</summary>
public sealed record RulingRefusedByCase(string CaseId, DecisionId? DecisionId, string Code, string DutyKey) : RulingEvent, IDischarge
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Rows = [.. ruling.Rows.Select(row => row.CaseId == CaseId && row.DecisionId == DecisionId ? row with { NotApplied = Code } : row)],
    };
}

/// <summary>A case announced the decision that the ruling made necessary.</summary>
public sealed record RulingAnswered(string CaseId, DecisionId? DecisionId, DecisionId AnsweredBy, DateOnly AnnouncedOn) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Rows = [.. ruling.Rows.Select(row => row.CaseId == CaseId && row.DecisionId == DecisionId ? row with { AnsweredOn = AnnouncedOn } : row)],
    };
}

/// <summary>The case's own record that the ruling was told.</summary>
public sealed record RulingTold(string RulingId, DecisionId? DecisionId, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Rulings = c.Rulings.ConvertAll(applied => applied.RulingId == RulingId && applied.DecisionId == DecisionId ? applied with { TellingDone = true } : applied),
    };
}
