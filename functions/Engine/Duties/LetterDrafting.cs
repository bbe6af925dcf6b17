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
        var anonymised = await AnonymisedAsync(caseId, now, duty.Letter, cancellation);
        var stored = await files.StoreArtifactAsync(caseId, Kebab.Of(duty.Letter.Kind), file, fileName: null, cancellation);
        // What was corrected while the letter was composed isn't in it: then nothing is recorded, and the turn composes another.
        await records.OnCaseAsync(caseId, duty.Key, c => IsStillOwed(c, duty)
            ? new LetterPrepared(
                c.Letters.NextId, duty.Letter.Kind, duty.Letter.About, duty.Letter.To, c.Artifacts.NextId, stored.Sha256, stored.MediaType, stored.Extension, stored.Size, duty.Key,
                anonymised is null ? null : new PreparedRendition(ArtifactId.Of(c.Artifacts.NextId.Number + 1), anonymised.Sha256, anonymised.Size),
                stored.OpenPlaces.IsEmpty ? null : stored.OpenPlaces)
            : Outcome.Of(), cancellation, ifMatch: now.Version);
    }

    /// <summary>A decision has a second rendition, without personal data; null for every other letter.</summary>
    private async Task<StoredContent?> AnonymisedAsync(string caseId, Folded<Case> now, OwedLetter owed, CancellationToken cancellation)
    {
        if (owed.Kind != LetterKind.Decision)
            return null;
        using var file = new MemoryStream(writer.Write(await composer.ComposeAsync(now, owed, cancellation, LetterRendition.Anonymised)));
        return await files.StoreArtifactAsync(caseId, LetterPrepared.AnonymisedKind, file, fileName: null, cancellation);
    }

    private bool IsStillOwed(Case c, PrepareLetter duty) => OwedLetters.Of(c, clock.Today).Any(owed => owed.DutyKey == duty.Key);
}
