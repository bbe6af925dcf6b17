using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Puts the case in a matter (dossier) with other cases about the same subject, or takes it out. A matter is nothing but the cases that name it: it
/// links, and decides nothing.
/// </summary>
/// <param name="MatterId">The same for all its cases; left out to take the case out. It stays in the log for good, so it names nobody.</param>
public sealed record SetMatter([property: MaxLength(64), RegularExpression(SetMatter.Pattern)] string? MatterId = null) : IStep<Case, SetMatter>
{
    public const string Pattern = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    public static StepRule<Case> Rule { get; } = new(
        "set-matter", nl: "In een dossier plaatsen", en: "Put in a matter", [Role.Coordinator, Role.Handler], afterClosing: true);

    public static Outcome Decide(Case c, SetMatter step, At at) => c.Connections.MatterId == step.MatterId
        ? new Refused("nothing-to-change", step.MatterId is null ? "Deze zaak zit in geen dossier." : "Deze zaak zit al in dit dossier.")
        : new MatterSet(step.MatterId);
}

public sealed record MatterSet(string? MatterId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Connections = c.Connections with { MatterId = MatterId } };
}
