using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Judges a passage, or judges it again where <paramref name="PassageId"/> is given.</summary>
/// <param name="PassageId">The passage to judge again; null for a new one.</param>
/// <param name="Page">Counts from 1.</param>
/// <param name="Start">The first character on the page's text, from 0; together with <paramref name="Length"/>, or neither.</param>
/// <param name="DerivedFrom">The passage that it paraphrases, in this case or in <paramref name="DerivedFromCase"/>.</param>
/// <param name="DerivedFromCase">The other case in which that passage stands; left out for this one.</param>
/// <param name="DerivedFromDocument">The document there; asked with another case.</param>
/// <param name="Areas">Where it is on the page, for what has no text, such as a signature; left out where the text says it.</param>
/// <param name="WithheldUntil">The day on which it is disclosed after all; only with the temporary ground (Woo 5.1(4)), which asks for it.</param>
/// <param name="ReasonDespiteAge">Why the interests weigh more in spite of the time passed: asked for information older than five years (Woo 5.3).</param>
/// <param name="Emissions">Whether it is about emissions into the environment (Woo 5.1(7)).</param>
/// <param name="JudgedBy">The request at another body in which it is judged instead; only with <see cref="Treatment.LeftToOther"/>.</param>
public sealed record AssessPassage(
    DocumentId DocumentId,
    [property: Range(1, 100_000)] int Page,
    Treatment Treatment,
    PassageId? PassageId = null,
    [property: Range(0, 10_000_000)] int? Start = null,
    [property: Range(1, 10_000_000)] int? Length = null,
    [property: MaxLength(20_000)] string? Quote = null,
    ImmutableArray<Ground> Grounds = default,
    [property: MaxLength(20_000)] string? Reason = null,
    PassageId? DerivedFrom = null,
    [property: MaxLength(64)] string? DerivedFromCase = null,
    DocumentId? DerivedFromDocument = null,
    ImmutableArray<PageArea>? Areas = null,
    DateOnly? WithheldUntil = null,
    [property: MaxLength(20_000)] string? ReasonDespiteAge = null,
    bool Emissions = false,
    LinkedCaseId? JudgedBy = null) : IStep<Case, AssessPassage>
{
    /// <summary>Never a default array.</summary>
    public ImmutableArray<Ground> Grounds { get; init; } = Grounds.IsDefault ? [] : Grounds;

    public static StepRule<Case> Rule { get; } = new(
        "assess-passage", nl: "Passage beoordelen", en: "Assess a passage", [Role.Reviewer, Role.Handler], article: "Woo 5.1",
        when: Reviewing.WhyNot);

    public static Outcome Decide(Case c, AssessPassage step, At at) => Judge(c, step, at, hasTheme: false) switch
    {
        ({ } assessed, _) => Outcome.Of([assessed, .. DerivedToReassess(c, assessed, at)]),
        (_, var refused) => refused!,
    };

    /// <summary>What the judgement comes to, or why it can't be given.</summary>
    /// <param name="hasTheme">Whether the reasons come with a theme.</param>
    internal static (PassageAssessed? Assessed, Refused? Refused) Judge(Case c, AssessPassage step, At at, bool hasTheme) =>
        WhyNot(c, step, at, hasTheme) is { } refused ? (null, refused) : (step.Assessed(c, at), null);

    private static Refused? WhyNot(Case c, AssessPassage step, At at, bool hasTheme)
    {
        if (c.Documents[step.DocumentId] is not { InScope: true } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (step.PassageId is { } again && c.Passages[again]?.DocumentId != step.DocumentId)
            return Refused.Unknown("passage-not-found", "Deze passage hoort niet bij dit document.");
        if (Elsewhere(c, step) is { } elsewhere)
            return elsewhere;
        if (step is { DerivedFrom: { } source, DerivedFromCase: null } && (c.Passages[source] is null || source == step.PassageId))
            return Refused.Unknown("passage-not-found", "De passage waarvan deze is afgeleid, hoort niet bij deze zaak.");
        if (step is { DerivedFrom: { } from, DerivedFromCase: null, PassageId: { } itself } && Circle(c, from, itself) is { } circle)
            return new Refused("derivation-in-circle", $"Zo zijn passages in een kring van elkaar afgeleid: {string.Join(" van ", circle)}.");
        if (document.Content?.Pages is { } pages && step.Page > pages)
            return Refused.Invalid("page", "page-beyond-document", $"Dit document heeft {pages} bladzijden.");
        if (step.Start is null != step.Length is null)
            return Refused.Invalid("length", "range-incomplete", "Geef het begin en de lengte van de passage allebei, of geen van beide.");
        if (document.Assessment is { Judgement: Judgement.AlreadyPublic or Judgement.OutOfScope } && step.Treatment == Treatment.Withheld)
            return new Refused("document-already-judged", "Dit document is als geheel al openbaar of valt buiten het verzoek; beoordeel eerst het document opnieuw.");

        var grounds = step.Grounds;
        if (step.Treatment == Treatment.Withheld && Reviewing.Check(c, document, step.Put(c, hasTheme), at.On) is { } refused)
            return refused;
        if (Reviewing.NotTemporary(grounds, step.WithheldUntil) is { } unused)
            return unused;
        return step.Treatment != Treatment.Withheld && grounds.Length > 0
            ? Refused.Invalid("grounds", "ground-without-refusal", "Bij deze behandeling hoort geen weigeringsgrond: er wordt niets geweigerd.")
            : Judging.WhyNot(c, step.JudgedBy, leaves: step.Treatment == Treatment.LeftToOther);
    }

    private PassageAssessed Assessed(Case c, At at)
    {
        var range = this is { Start: { } start, Length: { } length } ? new TextRange(start, length) : null;
        return new PassageAssessed(
            PassageId ?? c.Passages.NextId, DocumentId, Page, range, at.KeepOrNull(Quote), Treatment, Grounds,
            at.KeepOrNull(Reason), DerivedFromCase is null ? DerivedFrom : null,
            this is { DerivedFrom: { } there, DerivedFromCase: { } other, DerivedFromDocument: { } document } ? new JudgedPlace(other, document, there) : null,
            Areas is { IsEmpty: false } areas ? areas : null,
            WithheldUntil, at.KeepOrNull(ReasonDespiteAge), Emissions ? true : null, JudgedBy);
    }

    private GroundsPut Put(Case c, bool hasTheme) => new(
        Grounds, hasTheme || !string.IsNullOrWhiteSpace(Reason) || Reviewing.HasMotivation(c, PassageId, Grounds), !string.IsNullOrWhiteSpace(ReasonDespiteAge), WithheldUntil, Emissions);

    private static Refused? Elsewhere(Case c, AssessPassage step) => step switch
    {
        { DerivedFromCase: null, DerivedFromDocument: not null } =>
            Refused.Invalid("derivedFromCase", "derivation-incomplete", "Geef bij een passage uit een andere zaak de zaak, het document en de passage."),
        { DerivedFromCase: not null } and ({ DerivedFrom: null } or { DerivedFromDocument: null }) =>
            Refused.Invalid("derivedFrom", "derivation-incomplete", "Geef bij een passage uit een andere zaak de zaak, het document en de passage."),
        { DerivedFromCase: { } other } when other == c.Id =>
            Refused.Invalid("derivedFromCase", "derivation-here", "Deze passage staat in deze zaak: laat de zaak dan weg."),
        _ => null,
    };

    /// <summary>What derives from a passage that this judgement makes public.</summary>
    private static ImmutableArray<Event> DerivedToReassess(Case c, PassageAssessed assessed, At at)
    {
        if (assessed.Treatment != Treatment.Disclosed || c.Passages[assessed.PassageId]?.Disclosed.At is not null)
            return [];
        var after = assessed.ApplyTo(c, new Entry(0, at.Moment, at.On, at.Actor.Id));
        return Reassessing.PutUp(
            after, assessed.DocumentId, assessed.PassageId,
            new ReassessmentCause(ReassessmentReason.SourceAssessed, new JudgedPlace(c.Id, assessed.DocumentId, assessed.PassageId), after.Passages[assessed.PassageId]!.Disclosed.Times),
            self: false);
    }

    /// <summary>The passages that lead from one back to the other, both included; null where they don't.</summary>
    private static ImmutableArray<PassageId>? Circle(Case c, PassageId from, PassageId back)
    {
        var chain = ImmutableArray.Create(back);
        for (PassageId? at = from; at is { } id && !chain.Skip(1).Contains(id); at = c.Passages[id]?.DerivedFrom)
        {
            chain = chain.Add(id);
            if (id == back)
                return chain;
        }

        return null;
    }
}

public sealed record PassageAssessed(
    PassageId PassageId,
    DocumentId DocumentId,
    int Page,
    TextRange? Range,
    FreeText? Quote,
    Treatment Treatment,
    ImmutableArray<Ground> Grounds,
    FreeText? Reason,
    PassageId? DerivedFrom,
    JudgedPlace? Source = null,
    ImmutableArray<PageArea>? Areas = null,
    DateOnly? WithheldUntil = null,
    FreeText? ReasonDespiteAge = null,
    bool? Emissions = null,
    LinkedCaseId? JudgedBy = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var passage = new Passage(PassageId, DocumentId, Page, Range, Quote, Treatment, Grounds, Reason, DerivedFrom, entry.On, entry.Actor)
        {
            Disclosed = (c.Passages[PassageId]?.Disclosed ?? new Disclosed(null, 0)).Then(Treatment == Treatment.Disclosed, entry),
            Judged = entry.Seq,
            Areas = Areas ?? [],
            WithheldUntil = WithheldUntil,
            ReasonDespiteAge = ReasonDespiteAge,
            Emissions = Emissions ?? false,
            JudgedBy = JudgedBy,
            QuotesGiven = (c.Passages[PassageId]?.QuotesGiven ?? 0) + (Quote is null ? 0 : 1),
        };
        return Reassessing.Judged(c with
        {
            Derivations = Derivation.With(c, DocumentId, PassageId, Source),
            Passages = c.Passages[PassageId] is null
                ? c.Passages.Add(passage)
                : c.Passages.With(PassageId, before => passage with { Quote = Quote ?? before.Quote, DerivedFrom = DerivedFrom ?? before.DerivedFrom }),
        }, DocumentId, PassageId, entry);
    }
}
