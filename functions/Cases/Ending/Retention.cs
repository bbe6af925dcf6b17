using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Enters for how long closed cases of a kind are kept, as the selection list of the organisation says (selectielijst, Archiefwet 1995 art. 5). Without it
/// nothing of that kind can be destroyed.
/// </summary>
/// <param name="Of">How the request ended.</param>
/// <param name="Category">The row of the selection list, as it is cited: <c>14.1.2</c>. It stays in the log.</param>
/// <param name="Years">Whole years after the case was closed; left out where such cases are kept for good and are transferred to the archive.</param>
public sealed record SetRetention(
    RequestEnd Of,
    [property: MaxLength(100), RegularExpression(SetRetention.Pattern)] string Category,
    [property: Range(1, 120)] int? Years = null) : IStep<Organisation, SetRetention>
{
    public const string Pattern = "[A-Za-z0-9][A-Za-z0-9 ./_()-]{0,99}";

    public static StepRule<Organisation> Rule { get; } = new(
        "set-retention", nl: "Bewaartermijn instellen", en: "Set a retention period", [Role.Archivist, Role.Administrator], article: "Archiefwet 1995, art. 5");

    public static Outcome Decide(Organisation organisation, SetRetention step, At at) =>
        organisation.Retentions.GetValueOrDefault(step.Of) == new RetentionRule(step.Category, step.Years)
            ? new Refused("nothing-to-change", "Zo was dit al vastgelegd.")
            : new RetentionSet(step.Of, step.Category, step.Years);
}

public sealed record RetentionSet(RequestEnd Of, string Category, int? Years) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) =>
        organisation with { Retentions = organisation.Retentions.SetItem(Of, new RetentionRule(Category, Years)) };
}

/// <param name="Years">Null for good.</param>
public sealed record RetentionRule(string Category, int? Years);

/// <summary>How a request ended, which decides for how long its case is kept.</summary>
public enum RequestEnd
{
    /// <summary>Decided upon.</summary>
    Decided,

    /// <summary>Not treated (Woo 4.6, Awb 4:5).</summary>
    NotTreated,

    /// <summary>Withdrawn by the requester.</summary>
    Withdrawn,

    /// <summary>Forwarded to another body as a whole.</summary>
    Forwarded,

    /// <summary>A question that an answer settled.</summary>
    PlainQuestion,
}

/// <summary>For how long a closed case is kept.</summary>
/// <param name="Category">The row of the selection list; null where the organisation set none for such cases.</param>
/// <param name="Years">Null where it is kept for good, or nobody said.</param>
/// <param name="StartedOn">When it was closed.</param>
/// <param name="EndsOn">The last day on which it is kept; null where there is none.</param>
public sealed record Retention(RequestEnd End, string? Category, int? Years, DateOnly StartedOn, DateOnly? EndsOn)
{
    /// <summary>Null while the case is open: nothing runs then.</summary>
    public static Retention? Of(Case c, Organisation facts)
    {
        if (c.ClosedOn is not { } closed)
            return null;
        var end = EndOf(c);
        return facts.Retentions.TryGetValue(end, out var rule)
            ? new Retention(end, rule.Category, rule.Years, closed, rule.Years is { } years ? closed.AddYears(years) : null)
            : new Retention(end, null, null, closed, null);
    }

    private static RequestEnd EndOf(Case c) =>
        c.Intake.WithdrawnOn is not null ? RequestEnd.Withdrawn
        : c.Intake.ForwardedOn is not null ? RequestEnd.Forwarded
        : c.Intake.Qualification == Qualification.PlainQuestion && c.Decisions.Count == 0 ? RequestEnd.PlainQuestion
        : c.Decisions.LastOrDefault(decision => decision.DispatchedOn is not null)?.Kind == DecisionKind.NotTreated ? RequestEnd.NotTreated
        : RequestEnd.Decided;
}
