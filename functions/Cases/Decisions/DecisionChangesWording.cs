using System.Collections.Immutable;
using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>Says in Dutch what a decision changes in a document, as its letter prints it.</summary>
public static class DecisionChangesWording
{
    /// <summary>What becomes of the document as a whole, to be read after its name: <c>was niet openbaar en wordt geheel openbaar.</c></summary>
    public static string OfDocument(DocumentChange change) => change switch
    {
        { Now: null } => "maakt van dit besluit geen deel meer uit.",
        { Before: null, Now: { } now } => $"is voor het eerst beoordeeld en {Becomes(now)}.",
        { IsOnOtherGrounds: true, Now: { } now, GroundsBefore: [], Grounds: [_, ..] } => $"{Stays(now)}, op grond van {Articles(change.Grounds)}.",
        { IsOnOtherGrounds: true, Now: { } now, Grounds: [_, ..] } => $"{Stays(now)}, nu op grond van {Articles(change.Grounds)} in plaats van {Articles(change.GroundsBefore)}.",
        { Before: { } before, Now: { } now } when before == now => $"{Stays(now)}.",
        { Before: { } before, Now: { } now } => $"{Was(before)} en {Becomes(now)}.",
    };

    /// <summary>What becomes of its passages, a sentence for each kind of change; those that stay withheld are told too.</summary>
    public static ImmutableArray<string> OfPassages(DocumentChange change)
    {
        var rest = change.Passages.Where(passage => passage.IsAny && !passage.IsDisclosedNow && !passage.IsStillWithheld).ToList();
        return
        [
            .. Sentence(change.Passages.Where(passage => passage.IsDisclosedNow), many => $"Alsnog openbaar {Verb(many, "wordt", "worden")} {Places(many)}."),
            .. Sentence(rest.Where(passage => passage is { Before: null, Now: Treatment.Disclosed }),
                many => $"Voor het eerst afzonderlijk beoordeeld en openbaar {Verb(many, "is", "zijn")} {Places(many)}."),
            .. ByGrounds(change.Passages.Where(passage => passage.IsStillWithheld), StillWithheld),
            .. ByGrounds(rest.Where(passage => passage is { Before: Treatment.Disclosed, Now: Treatment.Withheld }),
                many => $"Niet langer openbaar {Verb(many, "is", "zijn")} {Places(many)}, op grond van {Articles(many[0].Grounds)}."),
            .. ByGrounds(rest.Where(passage => passage is { Before: not (Treatment.Disclosed or Treatment.Withheld), Now: Treatment.Withheld }),
                many => $"{(many[0].Before is null ? "Voor het eerst afzonderlijk beoordeeld en niet openbaar" : "Niet openbaar")} {Verb(many, "is", "zijn")} {Places(many)}, op grond van {Articles(many[0].Grounds)}."),
            .. Sentence(rest.Where(passage => passage.Now == Treatment.OutOfScope), many => $"Buiten het verzoek {Verb(many, "valt", "vallen")} {Places(many)}."),
            .. Sentence(rest.Where(passage => passage.Now == Treatment.LeftToOther),
                many => $"Ter beoordeling van een ander bestuursorgaan {Verb(many, "is", "zijn")} {Places(many)}."),
        ];
    }

    /// <summary>How many documents are judged as they were; null where none is.</summary>
    /// <param name="all">All rows of <see cref="DecisionChanges.Of"/>.</param>
    public static string? OfTheRest(ImmutableArray<DocumentChange> all)
    {
        var (same, changed) = (all.Count(change => !change.IsAny), all.Count(change => change.IsAny));
        return (same, changed) switch
        {
            (0, _) => null,
            (_, 0) => "De beoordeling van de documenten verandert niet.",
            (1, _) => "De beoordeling van het andere document verandert niet.",
            _ => $"De beoordeling van de {Dutch.Number(same)} andere documenten verandert niet.",
        };
    }

    private static string StillWithheld(List<PassageChange> many) => many[0] switch
    {
        // Withheld as a part of the whole, whose grounds are not those of each part.
        { GroundsBefore: [] } => $"Niet openbaar {Verb(many, "blijft", "blijven")} {Places(many)}, op grond van {Articles(many[0].Grounds)}.",
        { IsAny: false } => $"Niet openbaar {Verb(many, "blijft", "blijven")} {Places(many)}, op dezelfde grond als eerder: {Articles(many[0].Grounds)}.",
        _ => $"Niet openbaar {Verb(many, "blijft", "blijven")} {Places(many)}, nu op grond van {Articles(many[0].Grounds)} in plaats van {Articles(many[0].GroundsBefore)}.",
    };

    private static string Was(Judgement judgement) => judgement switch
    {
        Judgement.OutOfScope => "viel buiten het verzoek",
        _ => $"was {Adjective(judgement)}",
    };

    private static string Becomes(Judgement judgement) => judgement switch
    {
        Judgement.OutOfScope => "valt buiten het verzoek",
        Judgement.AlreadyPublic => "is inmiddels openbaar",
        _ => $"wordt {Adjective(judgement)}",
    };

    private static string Stays(Judgement judgement) => judgement switch
    {
        Judgement.OutOfScope => "blijft buiten het verzoek vallen",
        Judgement.AlreadyPublic => "was al openbaar",
        _ => $"blijft {Adjective(judgement)}",
    };

    private static string Adjective(Judgement judgement) => judgement switch
    {
        Judgement.Public => "geheel openbaar",
        Judgement.PartlyPublic => "gedeeltelijk openbaar",
        Judgement.AlreadyPublic => "al openbaar",
        _ => "niet openbaar",
    };

    private static IEnumerable<string> Sentence(IEnumerable<PassageChange> passages, Func<List<PassageChange>, string> say) =>
        passages.ToList() is { Count: > 0 } many ? [say(many)] : [];

    private static IEnumerable<string> ByGrounds(IEnumerable<PassageChange> passages, Func<List<PassageChange>, string> say) =>
        passages.GroupBy(passage => (string.Join(',', passage.GroundsBefore), string.Join(',', passage.Grounds), passage.Before)).Select(same => say([.. same]));

    private static string Verb(List<PassageChange> many, string one, string more) => many.Count == 1 ? one : more;

    /// <summary><c>één passage op bladzijde 4</c>; <c>drie passages op de bladzijden 2 en 4</c>.</summary>
    private static string Places(List<PassageChange> many)
    {
        var pages = many.Select(passage => passage.Page).Distinct().Order().Select(page => page.ToString(CultureInfo.InvariantCulture)).ToList();
        return $"{(many.Count == 1 ? "één passage" : $"{Dutch.Number(many.Count)} passages")} op {(pages.Count == 1 ? "bladzijde" : "de bladzijden")} {Dutch.List(pages)}";
    }

    private static string Articles(ImmutableArray<Ground> grounds) => Dutch.List([.. grounds.Select(ground => Grounds.Find(ground).ArticleNl)]);
}
