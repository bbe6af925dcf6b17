using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Sets along which levels decisions are approved, in their order. A decision that was submitted before keeps the route under which it was submitted.
/// </summary>
/// <param name="Levels">Empty for the one level that the engine comes with: anyone who may approve.</param>
public sealed record SetApprovalRoute([property: MaxLength(10)] ImmutableArray<ApprovalLevel> Levels) : IStep<Organisation, SetApprovalRoute>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-approval-route", nl: "Accorderingsroute instellen", en: "Set the approval route", [Role.Administrator], article: "Awb 10:3");

    public static Outcome Decide(Organisation organisation, SetApprovalRoute step, At at)
    {
        if (step.Levels.FirstOrDefault(level => !ApproveDecision.Rule.Roles.Contains(level.Role)) is not null)
        {
            return Refused.Invalid("levels", "role-not-possible",
                $"Op een niveau accordeert iemand met een van deze rollen: {string.Join(", ", ApproveDecision.Rule.Roles.Select(Kebab.Of).Order(StringComparer.Ordinal))}.");
        }

        if (step.Levels.Select(level => level.Name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() != step.Levels.Length)
            return Refused.Invalid("levels", "levels-doubled", "Geef elk niveau een eigen naam.");
        return step.Levels.SelectMany(level => level.Persons.Concat(level.Deputies)).Any(id => !PersonIds.IsOne(id))
            ? Refused.Invalid("levels", "person-unclear", PersonIds.HowToWrite)
            : new ApprovalRouteSet(step.Levels);
    }
}

public sealed record ApprovalRouteSet(ImmutableArray<ApprovalLevel> Levels) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { ApprovalLevels = Levels };
}

/// <summary>The ids by which tokens name those who work here.</summary>
internal static class PersonIds
{
    public const string HowToWrite = "Noem personen met het kenmerk uit hun aanmelding: letters, cijfers, punten, apenstaartjes en koppeltekens, zonder spaties.";

    public static bool IsOne(string id) => id.Length is >= 1 and <= 128 && id.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '@' or ':' or '-');
}
