namespace WobWorkflow.Cases;

/// <summary>A run of days on which a term does not count (opschorting). Both days are suspended days.</summary>
/// <param name="From">The first suspended day.</param>
/// <param name="Through">The last suspended day; null while the suspension runs.</param>
/// <param name="Basis">Name of the <see cref="SuspensionBasis"/>; null when it was not stated (the calculator asks for dates only).</param>
public sealed record Suspension(DateOnly From, DateOnly? Through, string? Basis = null)
{
    /// <summary>
    /// True when it ended because the term that was set went by unused. Then the last day of that term counts as the day on which it lapsed
    /// (assumption <c>unused-term-boundary</c>).
    /// </summary>
    public bool TermUnused { get; init; }
}
