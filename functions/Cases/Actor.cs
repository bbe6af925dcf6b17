using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What a person may do, as the claim <c>roles</c> of the token says.</summary>
public enum Role
{
    Coordinator,
    Handler,
    Reviewer,
    Approver,
    Signatory,
    ObjectionHandler,
    Litigator,
    Publisher,
    Unit,
    Liaison,
    Auditor,
    Archivist,
    Administrator,
}

/// <summary>Who takes a step.</summary>
/// <param name="Id">The token's <c>sub</c>: stable and opaque, because it stays in the log for good.</param>
/// <param name="Roles">Empty for the engine, which takes no steps but records what it did.</param>
/// <param name="Agency">The agency a <see cref="Role.Liaison"/> speaks for; null for everyone else.</param>
/// <param name="Clearance">The highest marking (rubricering) whose content may be shown to this person.</param>
public sealed record Actor(string Id, ImmutableHashSet<Role> Roles, Agency? Agency = null, Marking Clearance = Marking.None)
{
    /// <summary>The engine itself, as it appears in the log.</summary>
    public static Actor Engine { get; } = new("engine", []);

    public bool Is(Role role) => Roles.Contains(role);
}
