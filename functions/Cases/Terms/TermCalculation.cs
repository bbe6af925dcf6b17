using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The dates of a term, with their proof.</summary>
/// <param name="Nominal">The last day by counting alone.</param>
/// <param name="Due">The last day to act: the nominal one, moved by the General Extension of Time Limits Act where that applies.</param>
/// <param name="Suspended">Whether the term is suspended on the day for which it was computed.</param>
/// <param name="Trail">A sentence for each step, in the order in which the reasoning goes.</param>
/// <param name="CalendarVersion">Version of the <see cref="HolidayCalendar"/> that was used.</param>
public sealed record TermCalculation(DateOnly Nominal, DateOnly Due, bool Suspended, ImmutableArray<ProofLine> Trail, long CalendarVersion)
{
    /// <summary>True while a suspension runs whose end is not known: nominal and due then move on every day.</summary>
    public bool DueMoves { get; init; }

    /// <summary>How many days of the term are suspended; days with more than one basis count once.</summary>
    public int SuspendedDays { get; init; }

    /// <summary>Names of the <see cref="Assumption"/>s the dates rest on.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];
}

/// <summary>One step of a proof, as a sentence that can be read aloud in court.</summary>
/// <param name="Date">The day the sentence is about.</param>
/// <param name="Nl">The sentence in Dutch.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="Basis">Article or source; null where the sentence rests on none.</param>
public sealed record ProofLine(DateOnly Date, string Nl, string En, string? Basis);

/// <summary>Why a term cannot be computed from its facts.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Detail">What is wrong, as a sentence for the user.</param>
/// <param name="Article">The article that stands in the way; null where none does.</param>
public sealed record TermProblem(string Code, Wording Detail, string? Article);
