using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// The one moment in which decisions, documents and the letter to Parliament come out, and what doesn't fall in it. A person sets it; where nobody did, it is the
/// day for which the cases planned their releases, as long as that is one day.
/// </summary>
/// <param name="On">Null where nobody set it and the cases planned nothing, or different days.</param>
/// <param name="IsSet">Whether a person set it.</param>
/// <param name="Warnings">What doesn't fall in it, a row for each, in the order of the ruling's rows.</param>
public sealed record PlannedMoment(DateOnly? On, bool IsSet, ImmutableArray<MomentWarning> Warnings)
{
    /// <param name="caseOf">A case by its id; null where there is none.</param>
    /// <returns>Null where nothing is planned and no letter to Parliament was drafted: then there is nothing that must come out together.</returns>
    public static PlannedMoment? Of(Ruling ruling, Func<string, Case?> caseOf, DateOnly today)
    {
        var answers = ruling.Rows.Where(row => row is { Owes: true, NotApplied: null, DecisionId: not null })
            .Select(row => (row.CaseId, Case: caseOf(row.CaseId), row.DecisionId))
            .Select(row => (row.CaseId, row.Case, Decision: row.Case?.Decisions.LastOrDefault(decision => decision.AnswersRuling == ruling.Id && decision.Supplements == row.DecisionId)))
            .Where(row => row.Decision is not null).ToList();
        var releases = answers.SelectMany(row => row.Case!.Publications.Where(publication => publication.DecisionId == row.Decision!.Id).Select(publication => (row.CaseId, publication.Id, publication.On))).ToList();
        var days = releases.Select(release => release.On).Distinct().ToList();
        var moment = ruling.PlannedOn ?? (days is [var one] ? one : null);
        if (moment is null && days.Count == 0)
            return null;
        var warnings = ImmutableArray.CreateBuilder<MomentWarning>();
        if (ruling.PlannedOn is null && days.Count > 1)
            warnings.AddRange(releases.DistinctBy(release => (release.CaseId, release.On)).Select(release => new MomentWarning(MomentConcern.ReleasesOnDifferentDays, release.CaseId, release.On)));
        foreach (var (caseId, c, decision) in answers)
        {
            if (moment is not { } day)
                break;
            if (decision!.DispatchedOn > day)
                warnings.Add(new MomentWarning(MomentConcern.DecisionAfter, caseId, decision.DispatchedOn));
            if (ruling.PlannedOn is not null)
                warnings.AddRange(releases.Where(release => release.CaseId == caseId && release.On != day).Select(release => release.On).Distinct().Select(on => new MomentWarning(MomentConcern.ReleaseOnOtherDay, caseId, on)));
            if (decision.DispatchedOn is not null && Discloses(c!, decision) && !releases.Exists(release => release.CaseId == caseId))
                warnings.Add(new MomentWarning(MomentConcern.ReleaseNotPlanned, caseId, null));
        }

        if (moment < today && ruling is { Letter: not null, InformedOn: null })
            warnings.Add(new MomentWarning(MomentConcern.LetterNotSent, null, moment));
        return new PlannedMoment(moment, ruling.PlannedOn is not null, warnings.ToImmutable());
    }

    private static bool Discloses(Case c, Decision decision) => DecisionChanges.Of(c, decision).Any(change =>
        change.Now is Judgement.Public or Judgement.PartlyPublic && (change.Before != change.Now || change.Passages.Any(passage => passage.IsDisclosedNow)));
}

/// <param name="CaseId">The case; null where it is about the letter.</param>
/// <param name="On">The day on which it happens, or happened; null where it isn't planned.</param>
public sealed record MomentWarning(MomentConcern Concern, string? CaseId, DateOnly? On);

/// <summary>What doesn't fall in the planned moment.</summary>
public enum MomentConcern
{
    /// <summary>Nobody set the moment, and the cases planned their releases for different days.</summary>
    ReleasesOnDifferentDays,

    /// <summary>A case planned a release for another day.</summary>
    ReleaseOnOtherDay,

    /// <summary>A case announced a decision that discloses documents, and planned no release of them.</summary>
    ReleaseNotPlanned,

    /// <summary>A decision was announced after the moment.</summary>
    DecisionAfter,

    /// <summary>The moment has passed and Parliament was not informed.</summary>
    LetterNotSent,
}
