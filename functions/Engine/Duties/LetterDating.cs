using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Files a copy of each letter that went out with the date on which it did; the version that was signed stays as it is.</summary>
public sealed class LetterDating(Dossier<Case> cases, Dossier<Ruling> rulings, Records records, CaseFiles files)
{
    public async Task PerformAsync(string caseId, DateLetter duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || now.State.Letters[duty.LetterId] is not { } letter || !IsStillOwed(letter, duty))
            return;
        var stored = await DatedAsync(now.Log, now.State.Artifacts[letter.Versions[^1]]!, Kebab.Of(letter.Kind), duty.On, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => c.Letters[duty.LetterId] is { } latest && IsStillOwed(latest, duty)
            ? new LetterDated(latest.Id, duty.On, c.Artifacts.NextId, stored.Sha256, stored.MediaType, stored.Extension, stored.Size, duty.Key)
            : Outcome.Of(), cancellation);
    }

    public async Task PerformAsync(string rulingId, DateParliamentLetter duty, CancellationToken cancellation)
    {
        if (await rulings.ReadAsync(rulingId, cancellation) is not { } now || !ParliamentLetterDated.IsOwed(now.State))
            return;
        var stored = await DatedAsync(now.Log, now.State.Artifacts[now.State.Letter!.Versions[^1]]!, ParliamentLetter.Kind, duty.On, cancellation);
        await records.OnRulingAsync(rulingId, duty.Key, ruling => ParliamentLetterDated.IsOwed(ruling) && ruling.InformedOn == duty.On
            ? new ParliamentLetterDated(duty.On, stored.Sha256, stored.MediaType, stored.Extension, stored.Size, duty.Key)
            : Outcome.Of(), cancellation);
    }

    private static bool IsStillOwed(Cases.Letter letter, DateLetter duty) =>
        LetterDated.IsOwed(letter) && letter.DispatchedOn == duty.On && letter.DatedCopies.Count == duty.Copies;

    private async Task<StoredContent> DatedAsync(LogId owner, Artifact version, string kind, DateOnly on, CancellationToken cancellation)
    {
        var file = await files.OpenArtifactAsync(owner, version, cancellation) ?? throw new LetterFileMissingException();
        using var letter = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(letter, cancellation);
        using var dated = new MemoryStream(DatedLetter.Of(letter.ToArray(), on));
        return await files.StoreArtifactAsync(owner, kind, dated, fileName: null, cancellation);
    }
}

/// <summary>A letter's file is not where it should be.</summary>
public sealed class LetterFileMissingException : Exception
{
    public LetterFileMissingException() : this("The file of a letter is not there.") { }

    public LetterFileMissingException(string message) : base(message) { }

    public LetterFileMissingException(string message, Exception? inner) : base(message, inner) { }
}
