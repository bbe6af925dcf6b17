using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Puts grounds of the Woo in the place of those of the Wob, on which was judged before: a person confirms for each old ground which new ones take its place. All of it or nothing. What was
/// judged stays judged, with its reasons; what must be weighed otherwise is judged anew, passage by passage.
/// </summary>
/// <param name="Documents">Which documents, with their passages; left out for all that were judged on these grounds.</param>
/// <param name="ReasonDespiteAge">Why the interests weigh more in spite of the time passed: asked where information is older than five years (Woo 5.3).</param>
public sealed record TranslateGrounds(
    ImmutableArray<GroundTranslated> Translations,
    ImmutableArray<DocumentId> Documents = default,
    [property: MaxLength(20_000)] string? ReasonDespiteAge = null) : IStep<Case, TranslateGrounds>
{
    /// <summary>More would not fit into one append.</summary>
    private const int MostPlaces = 5000;

    /// <summary>Never a default array.</summary>
    [MinLength(1), MaxLength(20)]
    public ImmutableArray<GroundTranslated> Translations { get; init; } = Translations.IsDefault ? [] : Translations;

    /// <summary>Never a default array.</summary>
    [MaxLength(2000)]
    public ImmutableArray<DocumentId> Documents { get; init; } = Documents.IsDefault ? [] : Documents;

    public static StepRule<Case> Rule { get; } = new(
        "translate-grounds", nl: "Gronden omzetten naar de Woo", en: "Translate grounds to the Woo", [Role.Reviewer, Role.Handler], article: "Woo 10.1",
        when: c => Reviewing.WhyNot(c) ?? (c.Passages.Any(passage => IsOfTheWob(passage.Grounds)) || c.Documents.Any(document => document.Assessment is { } whole && IsOfTheWob(whole.Grounds))
            ? null
            : new Refused("nothing-to-translate", "Niets in deze zaak is beoordeeld op gronden van de Wob.")));

    public static Outcome Decide(Case c, TranslateGrounds step, At at)
    {
        if (Regimes.Of(at.On) != Regime.Woo)
            return new Refused("wob-still-governs", "Een besluit van deze datum valt onder de Wob: de gronden blijven zoals zij zijn.", "Woo 10.1");
        if (step.WhyUnusable(c) is { } unusable)
            return unusable;
        var table = step.Translations.ToDictionary(row => row.From, row => row.Grounds);
        var places = JudgedOnGrounds.In(c)
            .Where(place => (step.Documents.IsEmpty || step.Documents.Contains(place.DocumentId)) && place.Put.Grounds.Any(table.ContainsKey))
            .Select(place => place with { Put = step.Translated(place.Put, table) }).ToList();
        if (places.Count == 0)
            return new Refused("nothing-to-translate", "Op deze gronden is hier niets beoordeeld.");
        if (places.Count > MostPlaces)
            return Refused.Invalid("documents", "too-many-at-once", $"Dit zijn {places.Count} plaatsen; zet er ten hoogste {MostPlaces} tegelijk om, door de documenten te noemen.");
        ImmutableArray<FieldError> wrong =
        [
            .. places.SelectMany(place => GroundRules.Check(place.Put.Use(c, c.Documents[place.DocumentId]!, at.On)).Select(broken => new FieldError(place.Place, broken.DetailNl))),
        ];
        if (!wrong.IsEmpty)
        {
            const string Why = "Niet alles kan zo worden omgezet; er is niets omgezet. Beoordeel wat hieronder staat opnieuw, of noem de andere documenten.";
            return Refused.Invalid("translations", "translation-not-possible", Why, "Woo 5.1") with { Errors = wrong };
        }

        return new GroundsTranslated(
            [.. places.Select(place => new TranslatedPlace(place.DocumentId, place.PassageId, place.Put.Grounds))],
            // Reasons that were written for one ground go with it, as long as all that rested on it went.
            [
                .. c.Motivations.Where(motivation => motivation.Ground is { } ground && step.Documents.IsEmpty && table.TryGetValue(ground, out var to) && to.Length == 1)
                    .Select(motivation => new TranslatedMotivation(motivation.Id, table[motivation.Ground!][0])),
            ],
            at.KeepOrNull(step.ReasonDespiteAge));
    }

    private static bool IsOfTheWob(ImmutableArray<Ground> grounds) => grounds.Any(ground => ground.Regime == Regime.Wob);

    private GroundsPut Translated(GroundsPut put, Dictionary<Ground, ImmutableArray<Ground>> table) => put with
    {
        Grounds = Cases.Grounds.InOrder(put.Grounds.SelectMany(ground => table.TryGetValue(ground, out var to) ? to : [ground])),
        HasReasonDespiteAge = put.HasReasonDespiteAge || !string.IsNullOrWhiteSpace(ReasonDespiteAge),
    };

    private Refused? WhyUnusable(Case c)
    {
        if (Translations.GroupBy(row => row.From).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refused.Invalid("translations", "ground-twice", $"{twice.Key} staat er meer dan één keer: laat er één staan.");
        if (Translations.FirstOrDefault(row => row.From.Regime != Regime.Wob) is { } from)
            return Refused.Invalid("translations", "not-of-the-wob", $"{from.From} is geen grond van de Wob en hoeft niet te worden omgezet.");
        if (Translations.SelectMany(row => row.Grounds).FirstOrDefault(ground => ground.Regime != Regime.Woo) is { } to)
            return Refused.Invalid("translations", GroundRules.OfOtherLaw, $"{to} is geen grond van de Woo.", "Woo 10.1");
        return Documents.FirstOrDefault(id => c.Documents[id] is not { InScope: true }) is { Number: > 0 } unknown
            ? Refused.Unknown("document-not-found", $"{unknown} hoort niet bij deze zaak.")
            : null;
    }
}

/// <summary>Which grounds of the Woo take the place of one of the Wob.</summary>
/// <param name="AlsoTo">A second one, where the old ground protected what are two now.</param>
public sealed record GroundTranslated(Ground From, Ground To, Ground? AlsoTo = null)
{
    internal ImmutableArray<Ground> Grounds => AlsoTo is null || AlsoTo == To ? [To] : [To, AlsoTo];
}

/// <param name="Places">What rests on which grounds from now on.</param>
/// <param name="Motivations">Reasons that were written for one ground, and for which they are now.</param>
public sealed record GroundsTranslated(ImmutableArray<TranslatedPlace> Places, ImmutableArray<TranslatedMotivation> Motivations, FreeText? ReasonDespiteAge) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = Places.Where(place => place.PassageId is null).Aggregate(c.Documents, (documents, place) => documents.With(place.DocumentId, document => document with
        {
            Assessment = document.Assessment! with
            {
                Grounds = place.Grounds,
                ReasonDespiteAge = ReasonDespiteAge ?? document.Assessment.ReasonDespiteAge,
                On = entry.On,
                By = entry.Actor,
            },
        })),
        Passages = Places.Aggregate(c.Passages, (passages, place) => place.PassageId is not { } id ? passages : passages.With(id, passage => passage with
        {
            Grounds = place.Grounds,
            ReasonDespiteAge = ReasonDespiteAge ?? passage.ReasonDespiteAge,
            On = entry.On,
            By = entry.Actor,
        })),
        Motivations = Motivations.Aggregate(c.Motivations, (motivations, translated) => motivations.With(translated.MotivationId, motivation => motivation with { Ground = translated.Ground })),
    };
}

/// <summary>A place and the grounds on which it is refused from now on.</summary>
/// <param name="PassageId">Null for the document as a whole.</param>
public sealed record TranslatedPlace(DocumentId DocumentId, PassageId? PassageId, ImmutableArray<Ground> Grounds);

/// <summary>A theme that covers another ground from now on.</summary>
public sealed record TranslatedMotivation(MotivationId MotivationId, Ground Ground);
