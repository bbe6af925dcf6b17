using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>How and when what a decision discloses is disclosed, and who gets a copy of it.</summary>
internal static class DisclosurePart
{
    /// <summary>Whether an objection is expected shows from the views of those concerned; where nobody was asked, the letter says what holds in either case.</summary>
    /// <param name="disclosed">What this decision discloses, in whole or in part, that was not disclosed before.</param>
    public static ImmutableArray<string> Of(LetterFacts says, IReadOnlyCollection<DocumentId> disclosed)
    {
        if (disclosed.Count == 0)
            return [];
        if (OnlyForTheRequester(says.Case.Intake.Qualification) is { } own)
            return [$"De documenten ontvangt u bij dit besluit. Wat ik u verstrek, is alleen voor u bestemd ({own}) en wordt niet gepubliceerd."];
        var article = says.Act == LetterAct.Wob ? "artikel 6, vijfde lid, van de Wob" : "artikel 4.4, vijfde lid, van de Woo";
        var views = says.Case.Views;
        // Whoever objects to what was disclosed before has nothing to do with what is disclosed now.
        var objected = views.Where(view => view.Drift is ViewDrift.Objects or ViewDrift.ObjectsInPart && view.Documents.Any(disclosed.Contains)).ToList();
        var concerned = objected.SelectMany(view => view.Documents).ToHashSet();
        return
        [
            objected.Count > 0
                ? "Naar verwachting heeft een belanghebbende bezwaar tegen openbaarmaking. Wat die belanghebbende aangaat, verstrek ik daarom niet eerder dan twee weken nadat dit besluit is bekendgemaakt "
                    + $"({article}). Wordt binnen die termijn een voorlopige voorziening gevraagd, dan wacht de verstrekking op de uitspraak daarover of op de intrekking van het verzoek."
                    + (disclosed.Any(id => !concerned.Contains(id)) ? " De overige documenten die openbaar worden, ontvangt u bij dit besluit." : "")
                : views.Count > 0 && views.All(view => view.Drift == ViewDrift.NoObjection)
                ? "De documenten die openbaar worden, ontvangt u bij dit besluit."
                : $"De documenten die openbaar worden, ontvangt u bij dit besluit. Heeft een belanghebbende naar verwachting bezwaar, dan verstrek ik ze niet eerder dan twee weken na de bekendmaking ({article}).",
            $"De documenten worden, met dit besluit en zonder persoonsgegevens, ook op {(says.Act == LetterAct.Wob ? "rijksoverheid.nl" : "open.overheid.nl")} geplaatst.",
        ];
    }

    /// <summary>Third parties, as they are told at the time at which the requester is (Awb 3:43, Woo 4.4(6)); this letter names none.</summary>
    public static ImmutableArray<string> Copies(LetterFacts says, Decision decision) =>
        ThirdPartiesTold.Of(says.Case, decision with { TakenOn = decision.TakenOn ?? says.Today }).Length switch
        {
            0 => [],
            1 => ["de derde-belanghebbende"],
            var count => [$"de {Cases.Dutch.Number(count)} derde-belanghebbenden"],
        };

    /// <summary>The article under which something is given to the requester alone; null where it becomes public.</summary>
    private static string? OnlyForTheRequester(Qualification? qualification) => qualification switch
    {
        Qualification.OwnData => "artikel 5.5 van de Woo",
        Qualification.CompellingReasons => "artikel 5.6 van de Woo",
        Qualification.Research => "artikel 5.7 van de Woo",
        _ => null,
    };
}
