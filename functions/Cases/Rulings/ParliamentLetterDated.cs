namespace WobWorkflow.Cases;

/// <summary>The engine filed a copy of the letter to Parliament on which the date stands on which it was sent. The version that was sent stays as it is.</summary>
public sealed record ParliamentLetterDated(DateOnly On, string Sha256, string MediaType, string Extension, long Size, string DutyKey) : RulingEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    /// <summary>Whether the letter was sent and its date stands on no copy yet.</summary>
    public static bool IsOwed(Ruling ruling) => ruling is { InformedOn: not null, Letter: { IsPrepared: true, DatedCopy: null } };

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Artifacts = ruling.Artifacts.Add(new Artifact(
            ruling.Artifacts.NextId, ParliamentLetter.Kind, Sha256, MediaType, Extension, Size, About: null, entry.Actor, entry.On)),
        Letter = ruling.Letter! with { DatedCopy = ruling.Artifacts.NextId },
    };
}
