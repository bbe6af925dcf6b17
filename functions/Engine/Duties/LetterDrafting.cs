using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Drafts letters: the file first, named by its content, then the event that refers to it.</summary>
public sealed class LetterDrafting(Dossier<Case> cases, Records records, CaseFiles files, LetterComposer composer, LetterWriter writer, CaseClock clock)
{
    public async Task PerformAsync(string caseId, PrepareLetter duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || !IsStillOwed(now.State, duty))
            return;
        using var file = new MemoryStream(writer.Write(await composer.ComposeAsync(now, duty.Letter, cancellation)));
        var stored = await files.StoreArtifactAsync(caseId, Kebab.Of(duty.Letter.Kind), file, fileName: null, cancellation);
        // What was corrected while the letter was composed isn't in it: then nothing is recorded, and the turn composes another.
        await records.OnCaseAsync(caseId, duty.Key, c => IsStillOwed(c, duty)
            ? new LetterPrepared(
                c.Letters.NextId, duty.Letter.Kind, duty.Letter.About, duty.Letter.To, c.Artifacts.NextId, stored.Sha256, stored.MediaType, stored.Extension, stored.Size, duty.Key)
            : Outcome.Of(), cancellation, ifMatch: now.Version);
    }

    private bool IsStillOwed(Case c, PrepareLetter duty) => OwedLetters.Of(c, clock.Today).Any(owed => owed.DutyKey == duty.Key);
}
