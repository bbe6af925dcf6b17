using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letter to Parliament, from the ruling and what people gave for it.</summary>
public static class ParliamentLetters
{
    /// <summary>Which texts the letter needs; they are kept with the ruling.</summary>
    public static IEnumerable<FreeText> TextsOf(Ruling ruling) =>
    [
        .. ruling.EarlierLetters.SelectMany(earlier => new[] { earlier.By, earlier.About }),
        .. ruling.Letter is { } letter
            ? new[] { letter.Measure, letter.MeasureBy, letter.MeasureText, letter.OtherBasis, letter.Closing, letter.Reassessment }
                .Concat([letter.Passages?.What, letter.Passages?.ParaphraseOf, letter.Passages?.Papers, letter.Passages?.Forums]).OfType<FreeText>()
                .Concat(letter.Documents.SelectMany(document => new[] { document.Title, document.Nature }))
            : [],
    ];

    /// <summary>The rows that make a decision necessary in the place of another; one that stayed out tells Parliament nothing.</summary>
    public static ImmutableArray<RulingRow> Owing(Ruling ruling) => [.. ruling.Rows.Where(row => row is { Owes: true, NotApplied: null, DecisionId: not null })];

    /// <summary>A court as in a sentence, with its article.</summary>
    public static string CourtOf(string code) => Courts.Find(code) is { } court ? $"de {court.Name}" : $"het gerecht {code}";

    /// <param name="ruling">A ruling whose letter was drafted.</param>
    /// <param name="answers">How the cases answer it: one for each row that makes a decision necessary.</param>
    /// <param name="say">The text that a reference stands for; nothing for none.</param>
    public static LetterToParliament Of(Ruling ruling, ImmutableArray<RulingAnswer> answers, Func<FreeText?, string> say)
    {
        var facts = ruling.Facts!;
        var letter = ruling.Letter!;
        var owed = Owing(ruling);
        return new LetterToParliament(
            // The requests were made under the act of their own day, whenever they are decided.
            answers.All(answer => Regimes.Of(answer.ReceivedOn) == Regime.Wob) ? LetterAct.Wob : LetterAct.Woo,
            new RulingReported(
                CourtOf(facts.Court), facts.PronouncedOn, [.. ruling.Rows.Select(row => row.CaseNumber).Distinct()], facts.Ecli, facts.Url),
            owed.Length,
            AdjectiveOf(answers),
            owed.Select(row => row.CaseId).Distinct().Count(),
            new MeasureReported(say(letter.Measure), say(letter.MeasureBy), letter.MeasureYear, say(letter.MeasureText), PaperOf(ruling, PaperRole.Measure)),
            [.. letter.Documents.Select(document => new DocumentReported(say(document.Title), say(document.Nature), document.BasisOfMeasure))],
            letter.Passages is { } passages
                ? [new PassagesReported(say(passages.What), passages.ParaphraseOf is { } of ? say(of) : null, say(passages.Papers), Lines(say(passages.Forums)))]
                : [],
            letter.PublishedAt,
            letter.OtherBasis is { } basis ? say(basis) : null,
            [
                .. ruling.EarlierLetters.Where(earlier => earlier.CitedAs == PaperRole.Earlier)
                    .Select(earlier => new EarlierLetter(say(earlier.By), say(earlier.About), Paper(earlier))),
            ],
            letter is { ReassessedIn: { } year, Reassessment: { } consequence } && PaperOf(ruling, PaperRole.Reassessment) is { } paper
                ? new Documents.Reassessment(year, say(consequence), paper)
                : null,
            letter.Closing is { } closing ? say(closing) : null);
    }

    /// <summary>How the decisions are called; nothing where they are of different kinds, or none is drafted yet.</summary>
    private static string? AdjectiveOf(ImmutableArray<RulingAnswer> answers) => answers.Select(answer => answer.Kind).Distinct().ToList() switch
    {
        [DecisionKind.Supplementary] => answers.Length == 1 ? "aanvullend" : "aanvullende",
        [DecisionKind.NewAfterAnnulment] => answers.Length == 1 ? "nieuw" : "nieuwe",
        [DecisionKind.Amending] => answers.Length == 1 ? "gewijzigd" : "gewijzigde",
        _ => null,
    };

    private static ParliamentaryPaper? PaperOf(Ruling ruling, PaperRole role) =>
        ruling.EarlierLetters.FindLast(earlier => earlier.CitedAs == role) is { } found ? Paper(found) : null;

    private static ParliamentaryPaper Paper(EarlierParliamentLetter earlier) =>
        new(earlier.Session, [.. earlier.Dossiers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], earlier.Number);

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>How a case answers a ruling.</summary>
/// <param name="ReceivedOn">When its request was received.</param>
/// <param name="Kind">The kind of the decision that answers the ruling, a draft included; null while there is none.</param>
public sealed record RulingAnswer(string CaseId, DateOnly ReceivedOn, DecisionKind? Kind);
