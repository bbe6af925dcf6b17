using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// The remedies clause (Awb 3:45, 6:23), already derived from kind, dictum and pending remedies. It prints the rule and never a last day: that depends on dispatch.
/// </summary>
/// <param name="Remedy">What is open.</param>
/// <param name="Addressee">The body or court it goes to; the court where the appeal is pending for <see cref="Remedy.JoinsPendingAppeal"/>.</param>
/// <param name="Address">Its address, a line each.</param>
/// <param name="Weeks">Length of the term, six weeks (Awb 6:7).</param>
/// <param name="Digital">Where it can be lodged electronically; null when nowhere.</param>
/// <param name="PendingCase">Case number of the appeal that the decision joins; null otherwise.</param>
/// <param name="LateAppeal">Whether an appeal for lateness extends to this decision (Awb 6:20(3)).</param>
public sealed record RemediesClause(
    Remedy Remedy,
    string Addressee,
    ImmutableArray<string> Address,
    int Weeks,
    string? Digital,
    string? PendingCase,
    bool LateAppeal = false);

/// <summary>The remedies against a decision.</summary>
public enum Remedy
{
    /// <summary>Objection (bezwaar) with the body itself.</summary>
    Objection,

    /// <summary>Appeal (beroep) to the district court.</summary>
    Appeal,

    /// <summary>Appeal to the Afdeling bestuursrechtspraak alone, after a judiciële lus (Awb 8:113(2)).</summary>
    AppealToDivision,

    /// <summary>None of its own: the decision is drawn into a pending appeal (Awb 6:19, 6:24).</summary>
    JoinsPendingAppeal,

    /// <summary>None of its own: the decision is drawn into a pending objection (Awb 6:19).</summary>
    JoinsPendingObjection,

    /// <summary>None, as for a notice that prepares a decision (Awb 6:3).</summary>
    None,
}
