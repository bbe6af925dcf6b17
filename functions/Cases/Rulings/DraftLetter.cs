using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Gives what the letter to Parliament (Kamerbrief) must say beside what the ruling and the cases hold; the engine drafts it. It can be drafted while
/// the decisions are drafts still, and drafted again: the last one holds. Parliament is then to be informed before the ruling can be closed.
/// </summary>
/// <param name="Measure">The noun that the letter repeats: <c>voorzorgsmaatregel</c>.</param>
/// <param name="MeasureBy">Who took it, with article: <c>het kabinet</c>.</param>
/// <param name="MeasureText">What it says, beginning with <c>om</c>.</param>
/// <param name="Documents">What becomes public, with the nature of each.</param>
/// <param name="PublishedAt">Where it can be found.</param>
/// <param name="OtherBasis">What else the measure rested on; left out where nothing is said of it.</param>
/// <param name="Closing">The closing statement of policy.</param>
/// <param name="Passages">Passages that become public with them: <c>enkele passages</c>; left out where there are none.</param>
/// <param name="PassagesParaphrase">The title of the document that they paraphrase.</param>
/// <param name="PassagesIn">In what they stand: <c>nota's</c>.</param>
/// <param name="Forums">For whom those were written, with article and abbreviation, a line each.</param>
/// <param name="ReassessedIn">The year in which the measure was assessed again; left out where it wasn't.</param>
/// <param name="Reassessment">What therefore stays so, as a clause after <c>dat</c>.</param>
public sealed record DraftLetter(
    [property: MaxLength(200)] string Measure,
    [property: MaxLength(200)] string MeasureBy,
    [property: Range(1980, 2199)] int MeasureYear,
    [property: MaxLength(2000)] string MeasureText,
    [property: MaxLength(2000), Url] string PublishedAt,
    [property: MinLength(1)] ImmutableArray<DocumentToReport> Documents,
    [property: MaxLength(2000)] string? OtherBasis = null,
    [property: MaxLength(4000)] string? Closing = null,
    [property: MaxLength(200)] string? Passages = null,
    [property: MaxLength(500)] string? PassagesParaphrase = null,
    [property: MaxLength(200)] string? PassagesIn = null,
    [property: MaxLength(1000)] string? Forums = null,
    [property: Range(1980, 2199)] int? ReassessedIn = null,
    [property: MaxLength(1000)] string? Reassessment = null) : IStep<Ruling, DraftLetter>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "draft-letter", nl: "Kamerbrief opstellen", en: "Draft the letter to Parliament", [Role.Litigator, Role.Coordinator, Role.Handler], article: "Gw 68",
        when: ruling => RulingSteps.NotRegistered(ruling)
            ?? (ruling.InformedOn is not null ? new Refused("already-informed", "De Kamer is al geïnformeerd.")
            : ruling.ScopeConfirmedOn is null ? new Refused("scope-not-confirmed", "Bevestig eerst welke zaken en besluiten de uitspraak raakt.")
            : null));

    public static Outcome Decide(Ruling ruling, DraftLetter step, At at)
    {
        if (step.Passages is not null && (string.IsNullOrWhiteSpace(step.PassagesIn) || string.IsNullOrWhiteSpace(step.Forums)))
            return Refused.Invalid("passagesIn", "passages-unclear", "Zeg in welke stukken de passages staan, en voor welk overleg die waren.");
        if (step.ReassessedIn is null != step.Reassessment is null)
            return Refused.Invalid("reassessment", "reassessment-unclear", "Geef het jaar van de herbeoordeling en wat daardoor zo blijft: allebei, of geen van beide.");
        if (step.ReassessedIn is not null && !ruling.EarlierLetters.Exists(earlier => earlier.CitedAs == PaperRole.Reassessment))
            return new Refused("reassessment-paper-missing", "Voeg eerst de Kamerbrief over de herbeoordeling toe.");
        return new ParliamentLetterDrafted(
            (ruling.Letter?.Revision ?? 0) + 1, at.Keep(step.Measure), at.Keep(step.MeasureBy), step.MeasureYear, at.Keep(step.MeasureText), step.PublishedAt,
            [.. step.Documents.Select(document => new ReportedDocument(at.Keep(document.Title), at.Keep(document.Nature), document.BasisOfMeasure))],
            at.KeepOrNull(step.OtherBasis), at.KeepOrNull(step.Closing),
            step.Passages is null
                ? null
                : new ReportedPassages(at.Keep(step.Passages), at.KeepOrNull(step.PassagesParaphrase), at.Keep(step.PassagesIn!), at.Keep(step.Forums!)),
            step.ReassessedIn, at.KeepOrNull(step.Reassessment));
    }
}

/// <summary>Passages in other papers that become public with the documents.</summary>
public sealed record ReportedPassages(FreeText What, FreeText? ParaphraseOf, FreeText Papers, FreeText Forums);

/// <summary>A document in the letter, as a client sends it.</summary>
/// <param name="Nature">What it is, with article: <c>een analyse die op open bronnen is gebaseerd</c>.</param>
/// <param name="BasisOfMeasure">Whether it is one of the papers on which the measure rested.</param>
public sealed record DocumentToReport([property: MaxLength(500)] string Title, [property: MaxLength(1000)] string Nature, bool BasisOfMeasure = false);

/// <summary>A document that the letter tells of.</summary>
public sealed record ReportedDocument(FreeText Title, FreeText Nature, bool BasisOfMeasure);

/// <summary>The letter to Parliament.</summary>
/// <param name="Revision">Counts from 1; goes up each time its facts are given anew.</param>
/// <param name="PreparedRevision">Which one the engine has drafted; null while it has none.</param>
public sealed record ParliamentLetter(
    int Revision,
    FreeText Measure,
    FreeText MeasureBy,
    int MeasureYear,
    FreeText MeasureText,
    string PublishedAt,
    ImmutableArray<ReportedDocument> Documents,
    FreeText? OtherBasis,
    FreeText? Closing,
    ReportedPassages? Passages,
    int? ReassessedIn,
    FreeText? Reassessment,
    string DraftedBy,
    int? PreparedRevision = null,
    string? Sha256 = null)
{
    /// <summary>The kind that its files have.</summary>
    public const string Kind = "letter-to-parliament";

    /// <summary>The files of this revision, the engine's draft first; empty while there is none.</summary>
    public ImmutableList<ArtifactId> Versions { get; init; } = [];

    /// <summary>Who edited the latest version; null where that is the engine's draft.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Since when who signs the engine's draft holds the office; null where the draft names nobody.</summary>
    public DateOnly? HolderSince { get; init; }

    /// <summary>Who signed the latest version; null while nobody has.</summary>
    public string? SignedBy { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>Whether the engine has drafted it as its facts are now.</summary>
    public bool IsPrepared => PreparedRevision == Revision;
}

public sealed record ParliamentLetterDrafted(
    int Revision,
    FreeText Measure,
    FreeText MeasureBy,
    int MeasureYear,
    FreeText MeasureText,
    string PublishedAt,
    ImmutableArray<ReportedDocument> Documents,
    FreeText? OtherBasis,
    FreeText? Closing,
    ReportedPassages? Passages = null,
    int? ReassessedIn = null,
    FreeText? Reassessment = null) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Letter = new ParliamentLetter(
            Revision, Measure, MeasureBy, MeasureYear, MeasureText, PublishedAt, Documents, OtherBasis, Closing, Passages, ReassessedIn, Reassessment, entry.Actor),
    };
}

/// <summary>The engine drafted the letter to Parliament. Drafting is all it does with it.</summary>
/// <param name="HolderSince">See <see cref="ParliamentLetter.HolderSince"/>.</param>
public sealed record ParliamentLetterPrepared(
    int Revision, string Sha256, string MediaType, string Extension, long Size, string DutyKey, DateOnly? HolderSince = null) : RulingEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Letter = ruling.Letter! with { PreparedRevision = Revision, Sha256 = Sha256, Versions = [ruling.Artifacts.NextId], EditedBy = null, HolderSince = HolderSince },
        Artifacts = ruling.Artifacts.Add(new Artifact(
            ruling.Artifacts.NextId, ParliamentLetter.Kind, Sha256, MediaType, Extension, Size, About: null, entry.Actor, entry.On)),
    };
}
