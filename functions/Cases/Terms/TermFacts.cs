using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The base facts of one term, from which its dates are always computed anew.</summary>
/// <param name="Rule">Name of a <see cref="TermRule"/>.</param>
/// <param name="StartedOn">Day of the start event, local date (Europe/Amsterdam); the day after it is day 1.</param>
/// <param name="Chosen">The length that a court or letter set; null to take the rule's own.</param>
/// <param name="ExtensionDays">Days added by an extension (verdaging); 0 when there was none.</param>
/// <param name="Suspensions">In any order; they may overlap. Left out: none.</param>
public sealed record TermFacts(
    string Rule,
    DateOnly StartedOn,
    TermLength? Chosen = null,
    int ExtensionDays = 0,
    ImmutableArray<Suspension> Suspensions = default)
{
    /// <summary>In any order; they may overlap. Never a default array.</summary>
    public ImmutableArray<Suspension> Suspensions
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = Suspensions.IsDefault ? [] : Suspensions;

    /// <summary>
    /// The facts with the longest extension that the rule allows. Of a rule that allows none they get one day, so that
    /// <see cref="Terms.Validate"/> says why that cannot be.
    /// </summary>
    public TermFacts Extended() => this with { ExtensionDays = TermRules.Find(Rule)?.ExtensionCeilingDays ?? 1 };

    public bool Equals(TermFacts? other) =>
        other is not null && Rule == other.Rule && StartedOn == other.StartedOn && Chosen == other.Chosen
        && ExtensionDays == other.ExtensionDays && Suspensions.SequenceEqual(other.Suspensions);

    public override int GetHashCode() => HashCode.Combine(Rule, StartedOn, Chosen, ExtensionDays, Suspensions.Length);
}
