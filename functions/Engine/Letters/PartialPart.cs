using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>What a decision on a part of the request (deelbesluit) says of the other parts: what was decided before, and what follows.</summary>
internal static class PartialPart
{
    /// <param name="before">The documents that an earlier part decided on (<see cref="DecisionParts.DecidedBefore"/>).</param>
    public static ImmutableArray<DatedEvent> Earlier(LetterFacts says, Decision decision, ImmutableSortedDictionary<DocumentId, DecisionId> before) =>
    [
        .. DecisionParts.EarlierOf(says.Case, decision).Select(earlier =>
        {
            var numbers = before.Where(decided => decided.Value == earlier.Id).Select(decided => decided.Key.Number.ToString(CultureInfo.InvariantCulture)).ToList();
            var on = numbers.Count switch { 0 => "", 1 => $" (document {numbers[0]})", <= 10 => $" (de documenten {Cases.Dutch.List(numbers)})", var count => $" ({count} documenten)" };
            return new DatedEvent(earlier.TakenOn!.Value, $"Ik heb beslist over {says.Say(earlier.Part)}{on}.");
        }),
    ];

    /// <summary>What is still to be decided, and when: as was agreed with the requester, and what the term for the whole request says.</summary>
    public static ImmutableArray<string> Remaining(LetterFacts says, Decision decision, IReadOnlyCollection<Cases.Document> documents)
    {
        if (decision.Kind != DecisionKind.Partial)
            return [];
        var c = says.Case;
        var part = decision.Part is null ? "" : says.Say(decision.Part);
        var open = documents.Count(document => Reviewing.JudgementOf(c, document) is null);
        var term = says.DecisionTerm;
        return
        [
            .. open switch
            {
                0 => Array.Empty<string>(),
                1 => ["Eén document van de inventarislijst is nog niet beoordeeld."],
                _ => [$"Van de documenten op de inventarislijst zijn er {Cases.Dutch.Number(open)} nog niet beoordeeld."],
            },
            .. (c.Intake.Phasings.LastOrDefault()?.Phases ?? []).Where(phase => phase.By >= says.Today && says.Say(phase.What) != part)
                .Select(phase => $"Zoals met u is afgesproken, beslis ik uiterlijk op {Cases.Dutch.Date(phase.By)} over {says.Say(phase.What)}."),
            .. term.State switch
            {
                TermState.Running => [$"De termijn om op uw gehele verzoek te beslissen eindigt op {Cases.Dutch.Date(term.Due)}."],
                TermState.Lapsed => [$"De termijn om op uw gehele verzoek te beslissen is op {Cases.Dutch.Date(term.Due)} verstreken. Zolang ik niet op het geheel heb beslist, houd ik u van de voortgang op de hoogte."],
                _ => Array.Empty<string>(),
            },
        ];
    }
}
