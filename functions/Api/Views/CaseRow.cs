using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>A case in a list.</summary>
/// <param name="Due">The last day of the term that ends first; null where none runs.</param>
/// <param name="Waiting">For whom the case waits; absent where the body itself is to act.</param>
internal sealed record CaseRow(
    string CaseId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Subject,
    string Phase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Handler,
    DateOnly ReceivedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Due,
    bool Overdue,
    long Version,
    WaitingFor? Waiting = null);

/// <summary>A ruling in a list.</summary>
internal sealed record RulingInList(
    string RulingId,
    string Court,
    ImmutableArray<string> CaseNumbers,
    string Phase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Due,
    long Version);

/// <summary>A reminder in the list of a person's.</summary>
/// <param name="To">A person's id; null for all coordinators.</param>
/// <param name="SentAt">When it was sent; absent while it is still to come.</param>
/// <param name="ComesOn">The day on which it comes; absent once it was sent.</param>
internal sealed record ReminderRow(
    string CaseId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Subject,
    string TermId,
    string Kind,
    DateOnly Due,
    string Rung,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? To,
    DateTimeOffset? SentAt,
    DateOnly? ComesOn);
