using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>What a decision decides, statement by statement: on the objection or the earlier decision first, then on the documents.</summary>
internal static class DictumPart
{
    /// <summary>So many documents are named one by one; the inventory says which ones the others are.</summary>
    private const int NamedAtMost = 10;

    /// <param name="judged">The number of each document that is decided on, and how it was judged.</param>
    /// <param name="decidedBefore">How many documents an earlier decision on a part of the request decided on.</param>
    public static ImmutableArray<string> Of(LetterFacts says, Decision decision, ImmutableArray<(int Number, Judgement Judgement)> judged, int decidedBefore)
    {
        var left = Judging.LeftWhole(says.Case);
        return
        [
            .. OnObjection(says.Case, decision),
            .. OnEarlier(says.Case, decision),
            .. judged.IsEmpty && left.IsEmpty ? [OnNone(decision, decidedBefore)] : OnDocuments(judged),
            .. LeftToOthers([.. left.Select(one => one.Document.Id.Number)]),
        ];
    }

    private static string OnNone(Decision decision, int decidedBefore) => (decidedBefore, decision.Kind) switch
    {
        (0, DecisionKind.Partial) => "vast te stellen dat er geen documenten zijn aangetroffen waarop dit deel van uw verzoek betrekking heeft",
        (0, _) => "vast te stellen dat er geen documenten zijn aangetroffen waarop uw verzoek betrekking heeft",
        _ => "vast te stellen dat met de eerdere deelbesluiten op alle aangetroffen documenten is beslist",
    };

    private static IEnumerable<string> OnDocuments(ImmutableArray<(int Number, Judgement Judgement)> judged)
    {
        (Judgement Judgement, string One, string Many)[] rows =
        [
            (Judgement.Public, "geheel openbaar te maken", "geheel openbaar te maken"),
            (Judgement.PartlyPublic, "gedeeltelijk openbaar te maken", "gedeeltelijk openbaar te maken"),
            (Judgement.NotPublic, "niet openbaar te maken", "niet openbaar te maken"),
            (Judgement.AlreadyPublic, "niet nogmaals te verstrekken, omdat het al openbaar is", "niet nogmaals te verstrekken, omdat zij al openbaar zijn"),
            (Judgement.OutOfScope, "buiten beschouwing te laten, omdat uw verzoek het niet betreft", "buiten beschouwing te laten, omdat uw verzoek die niet betreft"),
        ];
        return rows.Select(row => (row, Numbers: judged.Where(x => x.Judgement == row.Judgement).Select(x => x.Number).Order().ToList()))
            .Where(x => x.Numbers.Count > 0)
            .Select(x => $"{Named(x.Numbers)} {(x.Numbers.Count == 1 ? x.row.One : x.row.Many)}");
    }

    private static IEnumerable<string> LeftToOthers(List<int> numbers) =>
        numbers.Count == 0 ? [] : [$"{Named(numbers)} niet zelf te beoordelen, omdat een ander bestuursorgaan daarop beslist"];

    private static string Named(List<int> numbers) => numbers.Count switch
    {
        1 => string.Create(CultureInfo.InvariantCulture, $"document {numbers[0]}"),
        <= NamedAtMost => $"de documenten {Cases.Dutch.List([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))])}",
        var count => $"de {count} documenten die op de inventarislijst zo zijn beoordeeld,",
    };

    private static IEnumerable<string> OnObjection(Case c, Decision decision)
    {
        if (decision is not { Kind: DecisionKind.OnObjection, Supplements: { } contested } || ObjectionTo(c, contested) is not { } objection)
            return [];
        var dated = Cases.Dutch.Date(c.Decisions[contested]!.TakenOn!.Value);
        return objection is { Late: true, Excusable: false } ? ["het bezwaar niet-ontvankelijk te verklaren"]
            : DecisionChanges.Of(c, decision).Any(change => change.IsAny)
                ? [$"het bezwaar gegrond te verklaren en mijn besluit van {dated} te herroepen, voor zover hierna anders wordt beslist"]
                : [$"het bezwaar ongegrond te verklaren en mijn besluit van {dated} in stand te laten"];
    }

    private static IEnumerable<string> OnEarlier(Case c, Decision decision)
    {
        if (decision.Supplements is not { } id || c.Decisions[id] is not { TakenOn: { } taken } earlier)
            return [];
        var dated = Cases.Dutch.Date(taken);
        return decision.Kind switch
        {
            DecisionKind.Supplementary when RulingPart.Annuls(c, decision) is { } annuls =>
            [
                .. AnewOnObjection(c, decision, earlier),
                annuls == Dictum.Annulled
                    ? $"in de plaats van mijn vernietigde besluit van {dated} te beslissen als hierna vermeld"
                    : $"mijn besluit van {dated} aan te vullen en, voor zover dat is vernietigd, daarvoor in de plaats te beslissen als hierna vermeld",
            ],
            DecisionKind.Supplementary => [$"mijn besluit van {dated} aan te vullen en te wijzigen als hierna vermeld"],
            DecisionKind.Amending => [$"mijn besluit van {dated} te wijzigen als hierna vermeld"],
            DecisionKind.Repair => [$"het gebrek in mijn besluit van {dated} te herstellen en dat besluit te wijzigen als hierna vermeld"],
            DecisionKind.NewAfterAnnulment => [.. AnewOnObjection(c, decision, earlier), $"in de plaats van mijn vernietigde besluit van {dated} opnieuw te beslissen als volgt"],
            _ => [],
        };
    }

    /// <summary>What was annulled was a decision on an objection: that objection is open again, and is decided with what takes its place (Awb 7:11, 8:72(4)).</summary>
    private static IEnumerable<string> AnewOnObjection(Case c, Decision decision, Decision annulled)
    {
        if (annulled is not { Kind: DecisionKind.OnObjection, Supplements: { } first } || ObjectionTo(c, first) is null or { Late: true, Excusable: false } || c.Decisions[first]?.TakenOn is not { } on)
            return [];
        return DecisionChanges.Of(c, decision).Any(change => change.IsAny)
            ? [$"het bezwaar alsnog gegrond te verklaren en mijn besluit van {Cases.Dutch.Date(on)} te herroepen, voor zover hierna anders wordt beslist"]
            : ["het bezwaar opnieuw ongegrond te verklaren"];
    }

    private static Cases.Remedy? ObjectionTo(Case c, DecisionId contested) =>
        c.Remedies.FirstOrDefault(remedy => remedy is { Kind: RemedyKind.Objection, State: not RemedyState.Withdrawn } && remedy.DecisionId == contested);
}
