namespace WobWorkflow.Cases;

/// <summary>
/// Reads what only the judge may see: the list of passages with the reasons. It is a step so that the log has who read it and when before a word is shown. Taken
/// by <c>GET …/court-bundles/{courtBundleId}/list</c>; who fetches the bundle itself takes <see cref="FetchPackage"/>.
/// </summary>
public sealed record ReadCourtBundle(CourtBundleId CourtBundleId) : IStep<Case, ReadCourtBundle>
{
    public static StepRule<Case> Rule { get; } = new(
        "read-court-bundle", nl: "Lijst voor de rechter inzien", en: "Read the list for the judge", [Role.Litigator], article: "Awb 8:29", when: CourtBundles.None, afterClosing: true,
        reading: true);

    public static Outcome Decide(Case c, ReadCourtBundle step, At at) => c.CourtBundles[step.CourtBundleId] is { } bundle && CourtBundles.MayRead(c, bundle, at.Actor)
        ? new CourtBundleRead(step.CourtBundleId)
        : CourtBundles.NotFound;
}

/// <summary>Someone read the list of what only the judge may see.</summary>
public sealed record CourtBundleRead(CourtBundleId CourtBundleId) : CaseEvent
{
    /// <summary>Reading changes nothing of the case: a version that a client read before still stands.</summary>
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c;
}
