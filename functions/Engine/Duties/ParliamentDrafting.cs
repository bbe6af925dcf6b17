using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Drafts the letter to Parliament (Kamerbrief) about a ruling: from the ruling, the cases that it reaches, and the facts that a person gave for it.</summary>
public sealed class ParliamentDrafting(
    Dossier<Ruling> rulings, Dossier<Case> cases, Records records, Settings settings, Texts texts, ArtifactStore artifacts, LetterWriter writer, RehearsalMode rehearsal, CaseClock clock)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Extension = ".docx";

    /// <summary>Where a drafted letter is stored.</summary>
    public static ArtifactPath PathOf(string rulingId, string sha256) => ArtifactPath.Of(LogId.Ruling(rulingId), ParliamentLetter.Kind, sha256 + Extension);

    public async Task PerformAsync(string rulingId, PrepareParliamentLetter duty, CancellationToken cancellation)
    {
        if (await rulings.ReadAsync(rulingId, cancellation) is not { } now || now.State.Letter is not { } given || given.Revision != duty.Revision)
            return;
        var facts = await settings.CurrentAsync(cancellation);
        var words = await texts.ReadAsync(now.Log, ParliamentLetters.TextsOf(now.State), cancellation);
        var holder = facts.HolderOn(facts.Letterhead.Body, clock.Today);
        var answers = await AnswersAsync(now.State, cancellation);
        using var file = new MemoryStream(writer.Write(
            Compose(now.State, answers, facts, holder, text => text is null ? "" : words.GetValueOrDefault(text) ?? Texts.Erased)));
        var hash = await ArtifactPath.HashOfAsync(file, cancellation);
        file.Position = 0;
        var put = await artifacts.PutAsync(PathOf(rulingId, hash), file, MediaType, cancellation);
        await records.OnRulingAsync(rulingId, duty.Key, ruling => ruling.Letter is { } letter && letter.Revision == duty.Revision && letter.PreparedRevision != duty.Revision
            ? new ParliamentLetterPrepared(duty.Revision, hash, MediaType, Extension, put.Length, duty.Key, holder?.From)
            : Outcome.Of(), cancellation);
    }

    /// <summary>How each case answers the ruling, drafts included.</summary>
    private async Task<ImmutableArray<RulingAnswer>> AnswersAsync(Ruling ruling, CancellationToken cancellation)
    {
        var answers = ImmutableArray.CreateBuilder<RulingAnswer>();
        foreach (var row in ParliamentLetters.Owing(ruling))
        {
            if (await cases.ReadAsync(row.CaseId, cancellation) is { State: { Request: { } request } c })
            {
                var answer = c.Decisions.LastOrDefault(decision => decision.AnswersRuling == ruling.Id && decision.Supplements == row.DecisionId)
                    ?? c.Decisions.LastOrDefault(decision => decision.AnswersRuling == ruling.Id);
                answers.Add(new RulingAnswer(row.CaseId, request.ReceivedOn, answer?.Kind));
            }
        }

        return answers.ToImmutable();
    }

    private Documents.Letter Compose(
        Ruling ruling, ImmutableArray<RulingAnswer> answers, Organisation facts, OfficeHolder? holder, Func<FreeText?, string> say)
    {
        return new Documents.Letter(
            new Letterhead(facts.Letterhead.Sender, facts.Letterhead.Contact),
            new LetterParty(["De Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA Den Haag"], Salutation: null),
            Date: null,
            Reference: ruling.Id,
            Subject: $"Besluiten na de uitspraak van {ParliamentLetters.CourtOf(ruling.Facts!.Court)}",
            ParliamentLetters.Of(ruling, answers, say),
            new Signature(facts.Letterhead.Body, OnBehalf: null, holder?.Name),
            [],
            rehearsal.Enabled,
            Marking: null);
    }
}
