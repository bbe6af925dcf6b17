namespace WobWorkflow.Cases;

/// <summary>
/// Puts an edited version in place of a draft: a DOCX that was added as an artifact before. Who edits is from then on its drafter, and says with it
/// that the letter tells what the case tells now.
/// </summary>
/// <param name="ArtifactId">The edited version; left out to set aside the letter of a decision, so that the engine drafts it anew from the case.</param>
/// <param name="AnonymisedId">The same without personal data, for publication and third parties; left out where there is none yet.</param>
public sealed record EditLetter(LetterId LetterId, ArtifactId? ArtifactId = null, ArtifactId? AnonymisedId = null) : IStep<Case, EditLetter>
{
    public static StepRule<Case> Rule { get; } = new(
        "edit-letter", nl: "Brief bewerken", en: "Edit the letter", [Role.Handler, Role.Coordinator, Role.ObjectionHandler],
        when: c => c.Letters.Any(l => l.State <= LetterState.Approved) ? null : new Refused("no-draft-letter", "Er is geen brief die nog bewerkt kan worden."));

    public static Outcome Decide(Case c, EditLetter step, At at)
    {
        if (c.Letters[step.LetterId] is not { } letter)
            return Refused.Unknown("letter-not-found", "Deze brief hoort niet bij deze zaak.");
        if (letter.State > LetterState.Approved)
            return new Refused("letter-fixed", "Deze brief is ondertekend, verzonden of vervangen en verandert niet meer.");
        if (letter.Kind == LetterKind.Decision && c.Decisions.Any(d => d.Id.ToString() == letter.About && d.State != DecisionState.Draft))
            return new Refused("decision-pending", "Dit besluit ligt ter accordering: stuur het eerst terug.");
        if (step.ArtifactId is not { } id)
        {
            return letter.Kind == LetterKind.Decision
                ? new LetterSetAside(step.LetterId)
                : Refused.Invalid("artifactId", "artifact-missing", "Geef de bewerkte versie. Alleen een brief bij een besluit kan opzij, voor een nieuw concept.");
        }

        if (c.Artifacts[id] is not { } artifact || letter.Versions.Contains(id))
            return Refused.Unknown("artifact-not-found", "Voeg de bewerkte versie eerst als stuk toe aan deze zaak.");
        if (artifact.Extension != ".docx")
            return Refused.Invalid("artifactId", "not-a-docx", "Een bewerkte brief komt terug als Word-bestand (.docx).");
        if (step.AnonymisedId is not { } other)
            return new LetterEdited(step.LetterId, id);
        if (letter.Kind != LetterKind.Decision || other == id)
            return Refused.Invalid("anonymisedId", "rendition-unclear", "Alleen een besluit heeft een geanonimiseerde versie, en dat is een ander stuk dan de brief zelf.");
        return c.Artifacts[other] is { Extension: ".docx" }
            ? new LetterEdited(step.LetterId, id, other)
            : Refused.Unknown("artifact-not-found", "Voeg de geanonimiseerde versie eerst als Word-bestand (.docx) toe aan deze zaak.");
    }
}

public sealed record LetterEdited(LetterId LetterId, ArtifactId ArtifactId, ArtifactId? AnonymisedId = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = Marked(c),
        Letters = c.Letters.With(LetterId, letter => letter with
        {
            State = LetterState.Edited,
            DraftedBy = entry.Actor,
            ApprovedBy = null,
            Versions = letter.Versions.Add(ArtifactId),
            Basis = c.Basis,
            WrittenOn = entry.On,
            Anonymised = AnonymisedId,
        }),
    };

    /// <summary>The artifacts, with which rendition these are.</summary>
    private Numbered<ArtifactId, Artifact> Marked(Case c)
    {
        if (c.Letters[LetterId]!.Kind != LetterKind.Decision)
            return c.Artifacts;
        var named = c.Artifacts.With(ArtifactId, artifact => artifact with { Rendition = LetterRendition.Named });
        return AnonymisedId is { } other ? named.With(other, artifact => artifact with { Rendition = LetterRendition.Anonymised }) : named;
    }
}

/// <summary>The letter of a decision was set aside: the engine drafts it anew from the case.</summary>
public sealed record LetterSetAside(LetterId LetterId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Letters = c.Letters.With(LetterId, letter => letter with { State = LetterState.Withdrawn }),
    };
}
