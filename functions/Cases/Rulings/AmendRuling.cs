using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What a ruling does in this case was added to, or the loop for repair was answered. Takes the place of what <see cref="RulingApplied"/> said.</summary>
public sealed record RulingAmended(
    string RulingId,
    DecisionId? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    int? TermDays,
    bool? LoopAccepted) : CaseEvent
{
    /// <summary>Decides what is new for this case; nothing where it knows already.</summary>
    public static Outcome Decide(Case c, Ruling ruling, RulingRow row) =>
        c.Rulings.Find(applied => applied.RulingId == ruling.Id && applied.DecisionId == row.DecisionId) switch
        {
            null => Refused.Unknown("ruling-not-found", "Deze uitspraak is in deze zaak niet vastgelegd."),
            var known when known.Outcomes.SequenceEqual(row.Outcomes) && known.TermDays == row.TermDays && known.LoopAccepted == row.LoopAccepted => Outcome.Of(),
            _ => new RulingAmended(ruling.Id, row.DecisionId, row.Outcomes, row.TermDays, row.LoopAccepted),
        };

    public override Case ApplyTo(Case c, Entry entry)
    {
        var rulings = c.Rulings.ConvertAll(applied => applied.RulingId == RulingId && applied.DecisionId == DecisionId
            ? applied with { Outcomes = Outcomes, TermDays = TermDays, LoopAccepted = LoopAccepted }
            : applied);
        return c with { Rulings = rulings, ClosedOn = rulings.Exists(applied => applied.Owes && applied.AnsweredBy is null) ? null : c.ClosedOn };
    }
}

/// <summary>The ruling's own record that a case took an addition in.</summary>
public sealed record RulingAmendmentReachedCase(string CaseId, DecisionId? DecisionId, int Revision, string DutyKey) : RulingEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Rows = [.. ruling.Rows.Select(row => row.CaseId == CaseId && row.DecisionId == DecisionId ? row with { ReachedRevision = Revision } : row)],
    };
}
