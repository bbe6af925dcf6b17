namespace WobWorkflow.Cases;

/// <summary>Something changed that the letter to Parliament tells: the engine drafts it anew.</summary>
public sealed record ParliamentLetterOutdated(int Revision) : RulingEvent
{
    /// <summary>The record that goes with a change; nothing where there is no letter to keep up.</summary>
    internal static IEnumerable<Event> For(Ruling ruling) =>
        ruling is { Letter: { } letter, InformedOn: null } ? [new ParliamentLetterOutdated(letter.Revision + 1)] : [];

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Letter = ruling.Letter! with { Revision = Revision, SignedBy = null, SignedOn = null },
    };
}
