using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Judges like passages alike, in one document or in many: one treatment, one set of grounds, one reason. All of them or none: what is wrong is said row by row. With a theme the reason is
/// written as that of a theme (<see cref="WriteMotivation"/>), and the decision letter gives it once.
/// </summary>
/// <param name="Theme">The heading of a new theme, of which <paramref name="Reason"/> is the text; left out for a reason with each passage.</param>
/// <param name="MotivationId">The theme that is there already and gives the reasons of these passages too.</param>
/// <param name="JudgedBy">The request at another body in which they are judged instead; only with <see cref="Treatment.LeftToOther"/>.</param>
/// <param name="Mark">What the mark beside a redacted passage says of a new theme; see <see cref="WriteMotivation"/>.</param>
public sealed record AssessPassages(
    Treatment Treatment,
    ImmutableArray<PassageToAssess> Passages,
    ImmutableArray<Ground> Grounds = default,
    [property: MaxLength(20_000)] string? Reason = null,
    [property: MaxLength(300)] string? Theme = null,
    MotivationId? MotivationId = null,
    DateOnly? WithheldUntil = null,
    [property: MaxLength(20_000)] string? ReasonDespiteAge = null,
    bool Emissions = false,
    LinkedCaseId? JudgedBy = null,
    [property: MaxLength(WriteMotivation.LongestMark), RegularExpression(WriteMotivation.MarkPattern)] string? Mark = null) : IStep<Case, AssessPassages>
{
    /// <summary>Never a default array.</summary>
    [MinLength(1), MaxLength(1000)]
    public ImmutableArray<PassageToAssess> Passages { get; init; } = Passages.IsDefault ? [] : Passages;

    /// <summary>Never a default array.</summary>
    public ImmutableArray<Ground> Grounds { get; init; } = Grounds.IsDefault ? [] : Grounds;

    public static StepRule<Case> Rule { get; } = new(
        "assess-passages", nl: "Passages samen beoordelen", en: "Assess passages together", [Role.Reviewer, Role.Handler], article: "Woo 5.1", when: Reviewing.WhyNot);

    public static Outcome Decide(Case c, AssessPassages step, At at)
    {
        if (step.WhyNoTheme(c) is { } theme)
            return theme;
        var (after, wrong, assessed) = (c, ImmutableArray.CreateBuilder<FieldError>(), ImmutableArray.CreateBuilder<PassageAssessed>());
        var entry = new Entry(0, at.Moment, at.On, at.Actor.Id);
        foreach (var (i, row) in step.Passages.Index())
        {
            switch (AssessPassage.Judge(after, step.One(row), at, hasTheme: step.Theme is not null || step.MotivationId is not null))
            {
                case (_, { } refused):
                    wrong.Add(new FieldError($"passages[{i}]{(refused.Field is { } field ? $".{field}" : "")}", refused.Detail));
                    break;
                case ({ } happened, _):
                    assessed.Add(happened);
                    after = happened.ApplyTo(after, entry);
                    break;
            }
        }

        if (wrong.Count > 0)
            return Refused.Invalid("passages", "passages-not-assessed", "Niet elke passage kan zo worden beoordeeld; er is niets vastgelegd. Hieronder staat per regel wat er mis is.") with { Errors = wrong.ToImmutable() };
        if (assessed.GroupBy(one => one.PassageId).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refused.Invalid("passages", "passages-doubled", $"{twice.Key} staat meer dan één keer in de lijst.");
        var judged = PassagesAssessed.Of(assessed);
        return Outcome.Of([judged, .. step.Motivated(c, judged, at), .. DerivedToReassess(c, judged.ApplyTo(c, entry), judged, entry)]);
    }

    private AssessPassage One(PassageToAssess row) => new(
        row.DocumentId, row.Page, Treatment, row.PassageId, row.Start, row.Length, row.Quote, Grounds, Theme is null ? Reason : null, row.DerivedFrom, Areas: row.Areas,
        WithheldUntil: WithheldUntil, ReasonDespiteAge: ReasonDespiteAge, Emissions: Emissions, JudgedBy: JudgedBy);

    private Refused? WhyNoTheme(Case c)
    {
        if (Theme is null && MotivationId is null)
            return null;
        if (Treatment != Treatment.Withheld)
            return Refused.Invalid("theme", "theme-without-refusal", "Een thema motiveert een weigering, en hier wordt niets geweigerd.");
        if (Theme is not null && MotivationId is not null)
            return Refused.Invalid("motivationId", "theme-unclear", "Noem een nieuw thema of een motivering die er al is, niet allebei.");
        if (Theme is not null && string.IsNullOrWhiteSpace(Reason))
            return Refused.Invalid("reason", "theme-without-text", "Geef de motivering van dit thema.", "Awb 3:46");
        return MotivationId is not { } there ? null : c.Motivations[there] switch
        {
            null => Refused.Unknown("motivation-not-found", "Deze motivering hoort niet bij deze zaak."),
            { Ground: not null } => new Refused("theme-by-ground", $"{there} geldt voor alles wat op één grond wordt geweigerd: laat haar hier weg."),
            _ => null,
        };
    }

    private IEnumerable<Event> Motivated(Case c, PassagesAssessed judged, At at)
    {
        var ids = judged.Passages.Select(one => one.PassageId);
        if (Theme is not null)
            yield return new MotivationWritten(c.Motivations.NextId, at.Keep(Theme), at.Keep(Reason!), [.. ids], null, WriteMotivation.MarkOf(Theme, Mark, at));
        if (MotivationId is { } there && c.Motivations[there] is { } theme)
            yield return new MotivationWritten(there, theme.Theme, theme.Text, [.. theme.Passages.Union(ids)], null, theme.Mark);
    }

    /// <summary>What derives from passages that become public, as it stands after all of them were judged.</summary>
    private static ImmutableArray<Event> DerivedToReassess(Case before, Case after, PassagesAssessed judged, Entry entry)
    {
        var put = ImmutableArray.CreateBuilder<Event>();
        if (judged.Treatment != Treatment.Disclosed)
            return [];
        foreach (var one in judged.Passages.Where(one => before.Passages[one.PassageId]?.Disclosed.At is null))
        {
            var cause = new ReassessmentCause(
                ReassessmentReason.SourceAssessed, new JudgedPlace(after.Id, one.DocumentId, one.PassageId), after.Passages[one.PassageId]!.Disclosed.Times);
            foreach (var happened in Reassessing.PutUp(after, one.DocumentId, one.PassageId, cause, self: false).Cast<PutUpForReassessment>())
            {
                put.Add(happened);
                after = happened.ApplyTo(after, entry);
            }
        }

        return put.ToImmutable();
    }
}

/// <summary>A passage among those that are judged alike: where it is.</summary>
/// <param name="PassageId">The passage to judge again; null for a new one.</param>
/// <param name="Page">Counts from 1.</param>
/// <param name="Start">The first character on the page's text, from 0; together with <paramref name="Length"/>, or neither.</param>
/// <param name="DerivedFrom">The passage of this case that it paraphrases.</param>
public sealed record PassageToAssess(
    DocumentId DocumentId,
    [property: Range(1, 100_000)] int Page,
    PassageId? PassageId = null,
    [property: Range(0, 10_000_000)] int? Start = null,
    [property: Range(1, 10_000_000)] int? Length = null,
    [property: MaxLength(20_000)] string? Quote = null,
    PassageId? DerivedFrom = null,
    ImmutableArray<PageArea>? Areas = null);

/// <summary>Passages that were judged alike.</summary>
public sealed record PassagesAssessed(
    Treatment Treatment,
    ImmutableArray<Ground> Grounds,
    FreeText? Reason,
    DateOnly? WithheldUntil,
    FreeText? ReasonDespiteAge,
    bool? Emissions,
    ImmutableArray<AssessedPassage> Passages,
    LinkedCaseId? JudgedBy = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => Passages.Aggregate(c, (state, one) => One(one).ApplyTo(state, entry));

    internal static PassagesAssessed Of(IReadOnlyList<PassageAssessed> alike) => new(
        alike[0].Treatment, alike[0].Grounds, alike[0].Reason, alike[0].WithheldUntil, alike[0].ReasonDespiteAge, alike[0].Emissions,
        [.. alike.Select(one => new AssessedPassage(one.PassageId, one.DocumentId, one.Page, one.Range, one.Quote, one.DerivedFrom, one.Areas))],
        alike[0].JudgedBy);

    private PassageAssessed One(AssessedPassage one) => new(
        one.PassageId, one.DocumentId, one.Page, one.Range, one.Quote, Treatment, Grounds, Reason, one.DerivedFrom, Source: null, one.Areas, WithheldUntil, ReasonDespiteAge, Emissions,
        JudgedBy);
}

/// <summary>One of them.</summary>
public sealed record AssessedPassage(
    PassageId PassageId,
    DocumentId DocumentId,
    int Page,
    TextRange? Range = null,
    FreeText? Quote = null,
    PassageId? DerivedFrom = null,
    ImmutableArray<PageArea>? Areas = null);
