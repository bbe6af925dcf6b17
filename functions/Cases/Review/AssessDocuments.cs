using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Judges documents alike, each as a whole: one judgement, one set of grounds, one reason. All of them or none: what is wrong is said row by row.</summary>
/// <param name="WithheldUntil">The day on which they are disclosed after all; only with the temporary ground (Woo 5.1(4)), which asks for it.</param>
/// <param name="ReasonDespiteAge">Why the interests weigh more in spite of the time passed (Woo 5.3).</param>
/// <param name="Emissions">Whether they are about emissions into the environment (Woo 5.1(7)).</param>
/// <param name="JudgedBy">The request at another body in which they are judged instead; only with <see cref="Judgement.OutOfScope"/>.</param>
public sealed record AssessDocuments(
    Judgement Judgement,
    ImmutableArray<DocumentId> Documents,
    ImmutableArray<Ground> Grounds = default,
    [property: MaxLength(20_000)] string? Reason = null,
    [property: MaxLength(2000), Url] string? Location = null,
    DateOnly? WithheldUntil = null,
    [property: MaxLength(20_000)] string? ReasonDespiteAge = null,
    bool Emissions = false,
    LinkedCaseId? JudgedBy = null) : IStep<Case, AssessDocuments>
{
    /// <summary>Never a default array.</summary>
    [MinLength(1), MaxLength(2000)]
    public ImmutableArray<DocumentId> Documents { get; init; } = Documents.IsDefault ? [] : Documents;

    public static StepRule<Case> Rule { get; } = new(
        "assess-documents", nl: "Documenten samen beoordelen", en: "Assess documents together", [Role.Reviewer, Role.Handler], article: "Woo 5.1", when: Reviewing.WhyNot);

    public static Outcome Decide(Case c, AssessDocuments step, At at)
    {
        if (step.Documents.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refused.Invalid("documents", "documents-doubled", $"{twice.Key} staat meer dan één keer in de lijst.");
        var (after, wrong, judged) = (c, ImmutableArray.CreateBuilder<FieldError>(), new List<DocumentAssessed>());
        var entry = new Entry(0, at.Moment, at.On, at.Actor.Id);
        foreach (var (i, id) in step.Documents.Index())
        {
            switch (AssessDocument.Judge(after, step.One(id), at))
            {
                case (_, { } refused):
                    wrong.Add(new FieldError($"documents[{i}]", refused.Detail));
                    break;
                case ({ } happened, _):
                    judged.Add(happened);
                    after = happened.ApplyTo(after, entry);
                    break;
            }
        }

        const string Why = "Niet elk document kan zo worden beoordeeld; er is niets vastgelegd. Hieronder staat per regel wat er mis is.";
        return wrong.Count == 0
            ? Outcome.Of([DocumentsAssessed.Of(judged), .. DerivedToReassess(c, after, judged, entry)])
            : Refused.Invalid("documents", "documents-not-assessed", Why) with { Errors = wrong.ToImmutable() };
    }

    private AssessDocument One(DocumentId id) => new(id, Judgement, Grounds, Reason, Location, WithheldUntil, ReasonDespiteAge, Emissions, JudgedBy);

    /// <summary>What derives from documents that become public, as it stands after all of them were judged.</summary>
    private static ImmutableArray<Event> DerivedToReassess(Case before, Case after, List<DocumentAssessed> judged, Entry entry)
    {
        var put = ImmutableArray.CreateBuilder<Event>();
        foreach (var one in judged)
        {
            // Each is numbered after those before it.
            foreach (var happened in AssessDocument.DerivedToReassess(before, after, one).Cast<CaseEvent>())
            {
                put.Add(happened);
                after = happened.ApplyTo(after, entry);
            }
        }

        return put.ToImmutable();
    }
}

/// <summary>Documents that were judged alike, each as a whole.</summary>
public sealed record DocumentsAssessed(
    Judgement Judgement,
    ImmutableArray<Ground> Grounds,
    FreeText? Reason,
    string? Location,
    DateOnly? WithheldUntil,
    FreeText? ReasonDespiteAge,
    bool? Emissions,
    ImmutableArray<DocumentId> Documents,
    LinkedCaseId? JudgedBy = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => Documents.Aggregate(
        c, (state, id) => new DocumentAssessed(id, Judgement, Grounds, Reason, Location, WithheldUntil, ReasonDespiteAge, Emissions, JudgedBy).ApplyTo(state, entry));

    internal static DocumentsAssessed Of(IReadOnlyList<DocumentAssessed> alike) => new(
        alike[0].Judgement, alike[0].Grounds, alike[0].Reason, alike[0].Location, alike[0].WithheldUntil, alike[0].ReasonDespiteAge, alike[0].Emissions, [.. alike.Select(one => one.DocumentId)],
        alike[0].JudgedBy);
}
