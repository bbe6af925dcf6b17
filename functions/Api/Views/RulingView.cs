using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A court's ruling as it stands today.</summary>
/// <param name="Due">The first last day of what is still owed; absent where nothing is.</param>
internal sealed record RulingView(
    string RulingId,
    long Version,
    RulingPhase Phase,
    string Court,
    string? CourtName,
    RulingKind Kind,
    string? Ecli,
    string? Url,
    DateOnly? PronouncedOn,
    DateOnly SentOn,
    DateOnly? Due,
    DateOnly? ClosedOn,
    ImmutableArray<RulingRowView> Rows,
    ImmutableArray<InstructionView> Instructions,
    DateOnly? ScopeConfirmedOn,
    LoopAnswer? Loop,
    DateOnly? RepairReportedOn,
    ImmutableArray<FurtherAppeal> Appeals,
    ImmutableArray<EarlierLetterView> EarlierLetters,
    ParliamentLetterView? Letter,
    MomentView? Moment,
    ImmutableArray<StepChoice> Steps,
    ImmutableArray<FailureView> Failures,
    RulingLinks Links);

/// <param name="DecisionId">The contested decision; absent where the court ruled that none was taken in time.</param>
/// <param name="Owes">Whether it made a new decision necessary.</param>
/// <param name="Due">The last day for that decision; absent where none is owed.</param>
internal sealed record RulingRowView(
    string CaseNumber,
    string CaseId,
    string? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    bool Owes,
    int? TermDays,
    DateOnly? Due,
    DateOnly? AppliedOn,
    string? NotApplied,
    DateOnly? AnsweredOn,
    string? RemedyId,
    int? PenaltyPerDay,
    int? PenaltyMaximum);

internal sealed record EarlierLetterView(string? By, string? About, string Session, string Dossiers, string Number, PaperRole CitedAs);

/// <summary>The one moment in which decisions, documents and the letter to Parliament come out.</summary>
/// <param name="On">Absent where nobody set it and the cases planned different days.</param>
/// <param name="Set">Whether a person set it; otherwise it is the day for which the cases planned their releases.</param>
internal sealed record MomentView(DateOnly? On, bool Set, ImmutableArray<MomentWarningView> Warnings)
{
    public static MomentView Of(PlannedMoment moment) => new(moment.On, moment.IsSet, [.. moment.Warnings.Select(MomentWarningView.Of)]);
}

/// <summary>Something that doesn't fall in the planned moment.</summary>
/// <param name="CaseId">Absent where it is about the letter.</param>
/// <param name="On">The day on which it happens, or happened; absent where it isn't planned.</param>
/// <param name="Detail">In Dutch, with what can be done about it.</param>
internal sealed record MomentWarningView(MomentConcern Concern, string? CaseId, DateOnly? On, string Detail)
{
    public static MomentWarningView Of(MomentWarning warning) => new(warning.Concern, warning.CaseId, warning.On, warning.Concern switch
    {
        MomentConcern.ReleasesOnDifferentDays => $"Zaak {warning.CaseId} heeft de openbaarmaking gepland op {Written.Date(warning.On)}, en de zaken verschillen daarin. Leg één moment vast.",
        MomentConcern.ReleaseOnOtherDay => $"Zaak {warning.CaseId} heeft de openbaarmaking gepland op {Written.Date(warning.On)}, en dat is een andere dag. Verplaats het moment, of plan de openbaarmaking anders.",
        MomentConcern.ReleaseNotPlanned => $"Zaak {warning.CaseId} heeft het besluit bekendgemaakt en de openbaarmaking nog niet gepland.",
        MomentConcern.DecisionAfter => $"Het besluit in zaak {warning.CaseId} is na het geplande moment bekendgemaakt, op {Written.Date(warning.On)}.",
        _ => $"Het geplande moment, {Written.Date(warning.On)}, is voorbij en de Kamer is nog niet geïnformeerd.",
    });
}

/// <summary>The letter to Parliament.</summary>
/// <param name="ArtifactId">The latest version; absent until the engine has drafted it as its facts are now.</param>
/// <param name="Versions">Of this revision, the engine's draft first.</param>
/// <param name="DatedCopy">The copy with the date on which it was sent; absent until the engine filed it.</param>
/// <param name="Number">What Parliament called it; absent where it wasn't said.</param>
internal sealed record ParliamentLetterView(
    int Revision,
    ParliamentLetterState State,
    string? ArtifactId,
    string? Href,
    ImmutableArray<string> Versions,
    string DraftedBy,
    string? EditedBy,
    string? SignedBy,
    DateOnly? SignedOn,
    DateOnly? SentOn,
    string? DatedCopy,
    string? Number);

/// <summary>How far the letter to Parliament is.</summary>
internal enum ParliamentLetterState
{
    /// <summary>The engine is still to draft it.</summary>
    Owed,
    Drafted,
    Edited,
    Signed,
    Sent,
}

/// <param name="Number">Counts from 1.</param>
internal sealed record InstructionView(int Number, string? Text);

internal sealed record RulingLinks(string Self, string Steps, string Log, string Verification, string Artifacts)
{
    public static RulingLinks Of(string rulingId)
    {
        var self = $"{ApiPaths.Root}/rulings/{rulingId}";
        return new RulingLinks(self, $"{self}/steps", $"{self}/log", $"{self}/log/verification", $"{self}/artifacts");
    }
}

/// <summary>Builds the view of a ruling.</summary>
internal sealed class RulingViews(Organisation facts, DateOnly today, Sight sight, Language language)
{
    /// <param name="caseOf">The cases that the ruling names, as they are now.</param>
    public RulingView Of(Ruling ruling, long version, Func<string, Case?> caseOf, Func<FreeText, string?> text)
    {
        var known = ruling.Facts!;
        ImmutableArray<RulingRowView> rows = [.. ruling.Rows.Select(row => Of(ruling, row))];
        return new RulingView(
            ruling.Id,
            version,
            RulingPhases.Of(ruling),
            known.Court,
            Courts.Find(known.Court)?.Name,
            known.Kind,
            known.Ecli,
            known.Url,
            known.PronouncedOn,
            known.SentOn,
            RulingPhases.DueOf(ruling, facts, today),
            ruling.ClosedOn,
            rows,
            [.. ruling.Instructions.Select((instruction, i) => new InstructionView(i + 1, text(instruction)))],
            ruling.ScopeConfirmedOn,
            ruling.Loop,
            ruling.RepairReportedOn,
            [.. ruling.Appeals],
            [
                .. ruling.EarlierLetters.Select(earlier => new EarlierLetterView(
                    text(earlier.By), text(earlier.About), earlier.Session, earlier.Dossiers, earlier.Number, earlier.CitedAs)),
            ],
            ruling.Letter is { } letter ? Of(ruling, letter) : null,
            PlannedMoment.Of(ruling, caseOf, today) is { } moment ? MomentView.Of(moment) : null,
            [.. sight.StepsOn(ruling).Select(step => StepChoice.Of(step.Rule, language))],
            [.. Agenda.StillFailing(ruling, LocalTime.MorningOf(today)).Select(FailureView.Of)],
            RulingLinks.Of(ruling.Id));
    }

    private RulingRowView Of(Ruling ruling, RulingRow row) => new(
        row.CaseNumber, row.CaseId, row.DecisionId?.ToString(), row.Outcomes, row.Owes, row.TermDays, RulingPhases.DueOf(ruling, row, facts, today), row.AppliedOn,
        row.NotApplied, row.AnsweredOn, row.RemedyId?.ToString(), row.PenaltyPerDay, row.PenaltyMaximum);

    private static ParliamentLetterView Of(Ruling ruling, ParliamentLetter letter)
    {
        var latest = letter.IsPrepared ? ruling.Artifacts[letter.Versions[^1]] : null;
        return new ParliamentLetterView(
            letter.Revision,
            ruling.InformedOn is not null ? ParliamentLetterState.Sent
                : latest is null ? ParliamentLetterState.Owed
                : letter.SignedBy is not null ? ParliamentLetterState.Signed
                : letter.EditedBy is null ? ParliamentLetterState.Drafted
                : ParliamentLetterState.Edited,
            latest?.Id.ToString(),
            latest is null ? null : ArtifactView.Of(ruling, latest).Href,
            letter.IsPrepared ? [.. letter.Versions.Select(id => id.ToString())] : [],
            letter.DraftedBy,
            letter.EditedBy,
            letter.SignedBy,
            letter.SignedOn,
            ruling.InformedOn,
            letter.DatedCopy?.ToString(),
            ruling.ParliamentNumber);
    }
}
