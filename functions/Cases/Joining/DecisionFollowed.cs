namespace WobWorkflow.Cases;

/// <summary>
/// A decision was taken for this request in the case in which it is treated. It is a decision of this case from now on: announced to its own requester, with
/// remedies of its own. Appended for the other case, never by a person.
/// </summary>
/// <param name="From">The decision there.</param>
/// <param name="Supplements">The decision of this case that it builds on; null for a first one.</param>
/// <param name="ArtifactId">The letter of that decision without personal data, as a file of this case.</param>
public sealed record DecisionFollowed(
    DecisionId DecisionId,
    string CaseId,
    DecisionId From,
    DecisionKind Kind,
    FreeText? Part,
    DateOnly TakenOn,
    string TakenBy,
    string DraftedBy,
    string? Capacity,
    DecisionId? Supplements,
    ArtifactId ArtifactId,
    string Sha256,
    string MediaType,
    string Extension,
    long Size) : CaseEvent
{
    /// <summary>How the enclosed letter is called among the files of a case.</summary>
    public const string FileKind = "followed-decision";

    /// <summary>Follows the decision, where this case is still treated there and the decision is one on it; once, however often it is told.</summary>
    /// <param name="text">The letter of that decision without personal data, as the other case has it.</param>
    public static Outcome Decide(Case c, string from, Decision decision, Artifact text)
    {
        if (c.Decisions.Any(known => known.Follows is { } followed && followed.CaseId == from && followed.DecisionId == decision.Id))
            return Outcome.Of();
        if (c.Joining is not { } joined || joined.CaseId != from)
            return new Refused("not-joined", "Deze zaak wordt daar niet meer behandeld.");
        if (c.Intake.ReleasedOn is not null)
            return new Refused("nothing-to-decide", "Het verzoek is ingetrokken of doorgezonden; er valt niets te beslissen.");
        var builtOn = decision.Supplements is { } earlier
            ? c.Decisions.FirstOrDefault(known => known.Follows is { } followed && followed.CaseId == from && followed.DecisionId == earlier)
            : null;
        if (decision.Supplements is not null && builtOn is not { State: DecisionState.Dispatched })
            return new Refused("decision-not-followed", "Het besluit waarop dit voortbouwt, is in deze zaak niet bekendgemaakt.");
        if (decision.Kind == DecisionKind.OnObjection && !c.Remedies.Any(remedy => remedy is { Kind: RemedyKind.Objection, Runs: true } && remedy.DecisionId == builtOn!.Id))
            return new Refused("no-objection", "In deze zaak is geen bezwaar gemaakt waarop nog moet worden beslist.");
        return new DecisionFollowed(
            c.Decisions.NextId, from, decision.Id, decision.Kind, decision.Part, decision.TakenOn!.Value, decision.TakenBy!, decision.DraftedBy, decision.Capacity, builtOn?.Id,
            c.Artifacts.NextId, text.Sha256, text.MediaType, text.Extension, text.Size);
    }

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, FileKind, Sha256, MediaType, Extension, Size, DecisionId.ToString(), entry.Actor, entry.On)),
        Decisions = c.Decisions.Add(new Decision(DecisionId, Kind, Part, Considerations: null, DecisionState.Taken, DraftedBy)
        {
            TakenOn = TakenOn,
            TakenBy = TakenBy,
            TakenAt = entry.Seq,
            Capacity = Capacity,
            Supplements = Supplements,
            Follows = new Followed(CaseId, From, ArtifactId),
        }),
    };
}

/// <summary>A case that is treated here was told of a decision.</summary>
/// <param name="Refused">The code where it does not follow it; null where it does.</param>
public sealed record FollowerTold(string CaseId, int Number, DecisionId DecisionId, string? Refused, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Joined = c.Joined.ConvertAll(joined => joined.CaseId == CaseId && joined.Number == Number
            ? joined with { Told = joined.Told.Add(new FollowerTelling(DecisionId, entry.On, Refused)) }
            : joined),
    };
}
