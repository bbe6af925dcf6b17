namespace WobWorkflow.Cases;

/// <summary>
/// The engine filed a copy of a dispatched letter on which the date of dispatch stands. The version that was signed stays as it is. Where that date is
/// corrected later, another copy follows.
/// </summary>
/// <param name="On">The date on the copy.</param>
public sealed record LetterDated(
    LetterId LetterId, DateOnly On, ArtifactId ArtifactId, string Sha256, string MediaType, string Extension, long Size, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    /// <summary>Whether a letter went out and its date stands on no copy yet.</summary>
    public static bool IsOwed(Letter letter) => letter is { State: LetterState.Dispatched, DispatchedOn: { } sent } && letter.DatedOn != sent;

    public override Case ApplyTo(Case c, Entry entry)
    {
        var letter = c.Letters[LetterId]!;
        return c with
        {
            Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, Kebab.Of(letter.Kind), Sha256, MediaType, Extension, Size, letter.About, entry.Actor, entry.On)),
            Letters = c.Letters.With(LetterId, x => x with { DatedCopies = x.DatedCopies.Add(ArtifactId), DatedOn = On }),
        };
    }
}
