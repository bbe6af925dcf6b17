using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>A text without its withheld passages, with a code in the place of each.</summary>
/// <param name="Pieces">In order; of each paragraph at least one.</param>
/// <param name="WithheldTexts">The text of each passage.</param>
/// <param name="NotLocated">Whether there is a passage whose place in the text isn't known.</param>
internal sealed record RedactedText(ImmutableArray<TextPiece> Pieces, ImmutableArray<string> WithheldTexts, bool NotLocated)
{
    public static RedactedText Of(ImmutableArray<TextBlock> blocks, string text, ImmutableArray<WithheldPassage> passages)
    {
        var marks = new string?[text.Length];
        var withheld = ImmutableArray.CreateBuilder<string>();
        var lost = false;
        foreach (var passage in passages)
        {
            var range = passage.Range ?? (string.IsNullOrWhiteSpace(passage.Quote) ? null : QuotedRange.In(text, passage.Quote));
            if (range is null || passage.Page != 1 || range.Start < 0 || (long)range.Start + range.Length > text.Length)
            {
                lost = true;
                continue;
            }

            withheld.Add(text.Substring(range.Start, range.Length));
            var code = passage.Mark;
            // Where passages overlap both codes stand.
            for (var i = range.Start; i < range.Start + range.Length; i++)
                marks[i] = marks[i] is { } there && there != code ? $"{there}, {code}" : code;
        }

        return new([.. blocks.SelectMany(block => PiecesOf(block, marks))], withheld.ToImmutable(), lost);
    }

    /// <summary>What may be seen, codes aside.</summary>
    public IEnumerable<string> Seen => Pieces.Where(piece => piece.Code is null).Select(piece => piece.Text);

    /// <summary>All that stands in the rendition, in order.</summary>
    public string All => string.Join('\n', Pieces.Select(piece => piece.Code ?? piece.Text));

    private static IEnumerable<TextPiece> PiecesOf(TextBlock block, string?[] marks)
    {
        if (block.Text.Length == 0)
        {
            yield return new(block, "", null);
            yield break;
        }

        for (var i = 0; i < block.Text.Length;)
        {
            var mark = marks[block.Start + i];
            var end = i + 1;
            while (end < block.Text.Length && marks[block.Start + end] == mark)
                end++;
            yield return new(block, mark is null ? block.Text[i..end] : "", mark);
            i = end;
        }
    }
}

/// <summary>A piece of a paragraph: text, or a code in the place of what is withheld.</summary>
/// <param name="Text">Empty where something is withheld.</param>
internal sealed record TextPiece(TextBlock Block, string Text, string? Code);
