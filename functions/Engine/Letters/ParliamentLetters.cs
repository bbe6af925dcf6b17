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

    /// <param name="ruling">A ruling whose letter was drafted.</param>
    /// <param name="act">The act under which the decisions are taken.</param>
    /// <param name="say">The text that a reference stands for; nothing for none.</param>
    public static LetterToParliament Of(Ruling ruling, LetterAct act, Func<FreeText?, string> say)
    {
        var facts = ruling.Facts!;
        var letter = ruling.Letter!;
        var owed = ruling.Rows.Where(row => row.Owes && row.NotApplied is null).ToList();
        return new LetterToParliament(
            act,
            new RulingReported(
                Courts.Find(facts.Court)?.Name ?? facts.Court, facts.PronouncedOn, [.. ruling.Rows.Select(row => row.CaseNumber).Distinct()], facts.Ecli, facts.Url),
            owed.Count,
            "aanvullende",
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

    private static ParliamentaryPaper? PaperOf(Ruling ruling, PaperRole role) =>
        ruling.EarlierLetters.FindLast(earlier => earlier.CitedAs == role) is { } found ? Paper(found) : null;

    private static ParliamentaryPaper Paper(EarlierParliamentLetter earlier) =>
        new(earlier.Session, [.. earlier.Dossiers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], earlier.Number);

    private static ImmutableArray<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
