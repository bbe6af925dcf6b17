using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The reasons of a decision, by theme, and what it says of old information.</summary>
internal sealed class AssessmentPart
{
    private readonly LetterFacts _says;
    private readonly Decision _decision;
    private readonly ImmutableArray<Refusal> _refused;

    /// <param name="documents">The documents on which is decided.</param>
    public AssessmentPart(LetterFacts says, Decision decision, IReadOnlyCollection<Cases.Document> documents)
    {
        var c = says.Case;
        var decided = documents.Select(document => document.Id).ToHashSet();
        (_says, _decision) = (says, decision);
        _refused =
        [
            .. documents.Where(d => d.Assessment is { Grounds.Length: > 0 })
                .Select(d => new Refusal(d.Id, null, d.Assessment!.Grounds, d.Assessment.Reason, d.Assessment.ReasonDespiteAge)),
            .. c.Passages.Where(p => p.Treatment == Treatment.Withheld && decided.Contains(p.DocumentId))
                .Select(p => new Refusal(p.DocumentId, p, p.Grounds, p.Reason, p.ReasonDespiteAge)),
        ];
    }

    /// <summary>Every ground on which something is refused, in the order of the act.</summary>
    public ImmutableArray<Ground> Grounds => Cases.Grounds.InOrder(_refused.SelectMany(refusal => refusal.Grounds));

    /// <summary>What a person wrote for this decision first, then the themes that people wrote, then one for each set of grounds that was used together.</summary>
    public ImmutableArray<AssessmentTheme> Themes()
    {
        var c = _says.Case;
        var written = c.Motivations.Select(motivation => (Motivation: motivation, Covered: _refused.Where(refusal => motivation.Covers(refusal.Passage?.Id, refusal.Grounds)).ToList()))
            .Where(theme => theme.Covered.Count > 0).ToList();
        var covered = written.SelectMany(theme => theme.Covered).ToHashSet();
        var rest = _refused.Where(refusal => !covered.Contains(refusal)).GroupBy(refusal => string.Join(", ", Cases.Grounds.InOrder(refusal.Grounds)));
        return
        [
            .. _decision is { Considerations: { } own, Kind: not DecisionKind.NotTreated } ? [new AssessmentTheme("Algemeen", [], _says.Say(own), [], Mark: null)] : Array.Empty<AssessmentTheme>(),
            .. written.Select(theme => Theme(_says.Say(theme.Motivation.Theme), theme.Motivation.GroundsIn(c), [theme.Motivation.Text], theme.Covered)),
            .. rest.Select(theme =>
            {
                var grounds = Cases.Grounds.InOrder(theme.First().Grounds);
                var title = string.Join("; ", grounds.Select(ground => Cases.Grounds.Find(ground).TitleNl));
                return Theme(title.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..], grounds, theme.Select(refusal => refusal.Reason), [.. theme]);
            }),
        ];
    }

    /// <summary>Null under the Wob, which asks for no such reasons, and where none were given.</summary>
    public OldInformation? Old()
    {
        if (_says.Act == LetterAct.Wob)
            return null;
        var old = _refused.Where(refusal => refusal.ReasonDespiteAge is not null).ToList();
        return old.Count == 0 ? null : new OldInformation(NumbersOf(old), [.. old.Select(refusal => _says.Say(refusal.ReasonDespiteAge)).Distinct()]);
    }

    private AssessmentTheme Theme(string title, ImmutableArray<Ground> grounds, IEnumerable<FreeText?> reasons, List<Refusal> covered)
    {
        // Under the Woo the reasons in spite of the time passed stand in a section of their own.
        var told = _says.Act == LetterAct.Wob ? reasons.Concat(covered.Select(refusal => refusal.ReasonDespiteAge)) : reasons;
        return new AssessmentTheme(
            title,
            [.. grounds.Select(ground => Cases.Grounds.Find(ground).Article)],
            string.Join("\n\n", told.OfType<FreeText>().Select(reason => _says.Say(reason)).Distinct().DefaultIfEmpty("Het gaat om informatie die de wet van openbaarmaking uitzondert.")),
            NumbersOf(covered),
            MarksOf(covered));
    }

    /// <summary>
    /// The marks as they stand on the passages that are blacked out: each way once. Of a document that is withheld as a whole nothing is given, and so nothing is
    /// blacked out; of one that is judged partly public without a passage, its codes are all that is known.
    /// </summary>
    private string? MarksOf(List<Refusal> covered)
    {
        var struck = covered.Where(refusal => Reviewing.JudgementOf(_says.Case, _says.Case.Documents[refusal.DocumentId]!) == Judgement.PartlyPublic).ToList();
        var passages = struck.Where(refusal => refusal.Passage is not null).ToList();
        var marks = (passages.Count > 0 ? passages : struck).Select(MarkOf).Distinct().ToList();
        return marks.Count == 0 ? null : string.Join("; ", marks);
    }

    private string MarkOf(Refusal refusal)
    {
        var codes = string.Join(", ", Cases.Grounds.InOrder(refusal.Grounds));
        return refusal.Passage is { } passage && Redactions.ThemeOf(_says.Case, passage) is { } theme ? $"{codes}: {_says.Say(theme)}" : codes;
    }

    private static ImmutableArray<string> NumbersOf(List<Refusal> refused) =>
        [.. refused.Select(refusal => refusal.DocumentId.Number).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A refusal of a document as a whole, or of a passage.</summary>
    private sealed record Refusal(DocumentId DocumentId, Passage? Passage, ImmutableArray<Ground> Grounds, FreeText? Reason, FreeText? ReasonDespiteAge);
}
