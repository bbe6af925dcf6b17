using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Judges a document as a whole. Where passages of it were judged, the whole follows from them and can't say otherwise.</summary>
/// <param name="WithheldUntil">The day on which it is disclosed after all; only with the temporary ground (Woo 5.1(4)), which asks for it.</param>
/// <param name="ReasonDespiteAge">Why the interests weigh more in spite of the time passed: asked for information older than five years (Woo 5.3).</param>
/// <param name="Emissions">Whether it is about emissions into the environment (Woo 5.1(7)).</param>
/// <param name="JudgedBy">The request at another body in which it is judged instead; only with <see cref="Judgement.OutOfScope"/>.</param>
public sealed record AssessDocument(
    DocumentId DocumentId,
    Judgement Judgement,
    ImmutableArray<Ground> Grounds = default,
    [property: MaxLength(20_000)] string? Reason = null,
    [property: MaxLength(2000), Url] string? Location = null,
    DateOnly? WithheldUntil = null,
    [property: MaxLength(20_000)] string? ReasonDespiteAge = null,
    bool Emissions = false,
    LinkedCaseId? JudgedBy = null) : IStep<Case, AssessDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "assess-document", nl: "Document beoordelen", en: "Assess a document", [Role.Reviewer, Role.Handler], article: "Woo 5.1",
        when: Reviewing.WhyNot);

    public static Outcome Decide(Case c, AssessDocument step, At at)
    {
        var (assessed, refused) = Judge(c, step, at);
        return assessed is null ? refused! : Outcome.Of([assessed, .. DerivedToReassess(c, assessed.ApplyTo(c, new Entry(0, at.Moment, at.On, at.Actor.Id)), assessed)]);
    }

    /// <summary>What the judgement comes to, or why it can't be given.</summary>
    /// <param name="reasonsFollow">Whether its reasons come later, as those of a theme: a decision is not approved without them.</param>
    internal static (DocumentAssessed? Assessed, Refused? Refused) Judge(Case c, AssessDocument step, At at, bool reasonsFollow = false)
    {
        if (WhyNot(c, step, at, reasonsFollow) is { } refused)
            return (null, refused);
        var assessed = new DocumentAssessed(
            step.DocumentId, step.Judgement, step.Grounds.IsDefault ? [] : step.Grounds, at.KeepOrNull(step.Reason), step.Location, step.WithheldUntil, at.KeepOrNull(step.ReasonDespiteAge),
            step.Emissions ? true : null, step.JudgedBy);
        var after = assessed.ApplyTo(c, new Entry(0, at.Moment, at.On, at.Actor.Id));
        var followed = Reviewing.JudgementOf(after, after.Documents[step.DocumentId]!);
        return followed == step.Judgement
            ? (assessed, null)
            : (null, new Refused("judgement-follows-passages",
                $"Het oordeel over dit document volgt uit zijn passages en zou worden: {Judgements.Dutch(followed!.Value).ToLowerInvariant()}. Beoordeel de passages opnieuw als dat niet klopt."));
    }

    private static Refused? WhyNot(Case c, AssessDocument step, At at, bool reasonsFollow)
    {
        if (c.Documents[step.DocumentId] is not { InScope: true } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");

        var grounds = step.Grounds.IsDefault ? [] : step.Grounds;
        var withholds = step.Judgement is Judgement.NotPublic or Judgement.PartlyPublic;
        var put = step.Put(c, grounds);
        if (withholds && Reviewing.Check(c, document, reasonsFollow ? put with { HasReasons = true, HasReasonDespiteAge = true } : put, at.On) is { } refused)
            return refused;
        if (Reviewing.NotTemporary(grounds, step.WithheldUntil) is { } unused)
            return unused;
        if (!withholds && grounds.Length > 0)
            return Refused.Invalid("grounds", "ground-without-refusal", "Bij dit oordeel hoort geen weigeringsgrond: er wordt niets geweigerd.");
        return step.Judgement == Judgement.AlreadyPublic && step.Location is null
            ? Refused.Invalid("location", "location-missing", "Geef aan waar het document al openbaar is.")
            : Judging.WhyNot(c, step.JudgedBy, leaves: step.Judgement == Judgement.OutOfScope);
    }

    private GroundsPut Put(Case c, ImmutableArray<Ground> grounds) => new(
        grounds, !string.IsNullOrWhiteSpace(Reason) || Reviewing.HasMotivation(c, null, grounds), !string.IsNullOrWhiteSpace(ReasonDespiteAge), WithheldUntil, Emissions);

    /// <summary>What derives from a document that this judgement makes public.</summary>
    internal static ImmutableArray<Event> DerivedToReassess(Case c, Case after, DocumentAssessed assessed) =>
        assessed.Discloses && c.Documents[assessed.DocumentId]!.Assessment?.Disclosed.At is null
            ? Reassessing.PutUp(
                after, assessed.DocumentId, null,
                new ReassessmentCause(ReassessmentReason.SourceAssessed, new JudgedPlace(c.Id, assessed.DocumentId), after.Documents[assessed.DocumentId]!.Assessment!.Disclosed.Times),
                self: false)
            : [];
}

public sealed record DocumentAssessed(
    DocumentId DocumentId,
    Judgement Judgement,
    ImmutableArray<Ground> Grounds,
    FreeText? Reason,
    string? Location,
    DateOnly? WithheldUntil = null,
    FreeText? ReasonDespiteAge = null,
    bool? Emissions = null,
    LinkedCaseId? JudgedBy = null) : CaseEvent
{
    internal bool Discloses => Judgement is Judgement.Public or Judgement.PartlyPublic or Judgement.AlreadyPublic;

    public override Case ApplyTo(Case c, Entry entry) => Reassessing.Judged(c with
    {
        Documents = c.Documents.With(DocumentId, document => document with
        {
            Assessment = new Assessment(Judgement, Grounds, Reason, Location, entry.On, entry.Actor)
            {
                WithheldUntil = WithheldUntil,
                ReasonDespiteAge = ReasonDespiteAge,
                Emissions = Emissions ?? false,
                JudgedBy = JudgedBy,
                Disclosed = (document.Assessment?.Disclosed ?? new Disclosed(null, 0)).Then(Discloses, entry),
                Judged = entry.Seq,
            },
        }),
    }, DocumentId, null, entry);
}
