using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The settings as they stand.</summary>
/// <param name="Version">0 for those that the engine comes with.</param>
/// <param name="Ladders">One for each kind of term.</param>
/// <param name="ApprovalRoute">The levels along which decisions are approved, in their order.</param>
/// <param name="Mandates">The register of mandates; while it has none for a kind of decision, the role alone says who takes it.</param>
/// <param name="OfficeHolders">Who holds which office, each from a day on until the next one of that office.</param>
/// <param name="Teams">Who work together, by the name of the team.</param>
/// <param name="Retentions">For how long closed cases are kept, by how their requests ended.</param>
/// <param name="MarkingCeiling">The highest marking of which the content may be kept here.</param>
internal sealed record OrganisationView(
    long Version,
    LetterheadFacts Letterhead,
    string? CoordinatorsEmail,
    Marking MarkingCeiling,
    ImmutableArray<LadderView> Ladders,
    ImmutableArray<DesignatedDayView> DesignatedDays,
    ImmutableArray<ApprovalLevelView> ApprovalRoute,
    ImmutableArray<MandateView> Mandates,
    ImmutableArray<OfficeHolder> OfficeHolders,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Teams,
    ImmutableArray<RetentionSetView> Retentions)
{
    public static OrganisationView Of(Organisation organisation) => new(
        organisation.Version,
        organisation.Letterhead,
        organisation.CoordinatorsEmail,
        organisation.MarkingCeiling,
        [.. Enum.GetValues<TermKind>().Select(kind => LadderView.Of(kind, organisation.LadderFor(kind)))],
        [.. organisation.Calendar.Designated.Select(day => new DesignatedDayView(day.Key, day.Value))],
        [.. (organisation.ApprovalLevels is { IsEmpty: false } levels ? levels : [ApprovalLevel.Default]).Select(ApprovalLevelView.Of)],
        [.. organisation.Mandates.Select(MandateView.Of)],
        organisation.OfficeHolders,
        organisation.Teams,
        [.. organisation.Retentions.Select(row => new RetentionSetView(row.Key, row.Value.Category, row.Value.Years))]);
}

/// <param name="Years">Absent where such cases are kept for good.</param>
internal sealed record RetentionSetView(RequestEnd Of, string Category, int? Years);

/// <param name="Kinds">Empty for all kinds of decision.</param>
/// <param name="Persons">Empty for everyone with the role.</param>
internal sealed record ApprovalLevelView(
    string Name, Role Role, ImmutableArray<DecisionKind> Kinds, ImmutableArray<string> Persons, ImmutableArray<string> Deputies)
{
    public static ApprovalLevelView Of(ApprovalLevel level) => new(level.Name, level.Role, level.Kinds, level.Persons, level.Deputies);
}

/// <param name="Kinds">Empty for all kinds of decision.</param>
/// <param name="To">The last day; absent while no end is known.</param>
internal sealed record MandateView(string MandateId, string Person, string Capacity, ImmutableArray<DecisionKind> Kinds, DateOnly From, DateOnly? To)
{
    public static MandateView Of(Mandate mandate) => new(mandate.Id.ToString(), mandate.Person, mandate.Capacity, mandate.Kinds, mandate.From, mandate.To);
}

/// <param name="WeeksAfter">For how many weeks after the last day is reminded each week; absent: as long as the term is unmet.</param>
internal sealed record LadderView(TermKind Term, ImmutableArray<int> DaysBefore, int? WeeksAfter)
{
    public static LadderView Of(TermKind kind, ReminderLadder ladder) => new(kind, ladder.DaysBefore, ladder.WeeksAfter);
}

internal sealed record DesignatedDayView(DateOnly Date, string Reason);

/// <summary>What is sent to designate a day, or to take that back.</summary>
/// <param name="Reason">The decree and where it was published.</param>
internal sealed record DesignatedDayBody([property: MaxLength(500)] string Reason);
