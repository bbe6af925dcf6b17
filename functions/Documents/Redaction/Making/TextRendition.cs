using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>Sets a text anew on pages of A4, with a black box and a code in the place of what is withheld. The box is as wide as its code: how much is gone shows nothing.</summary>
internal sealed class TextRendition
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const double Margin = 70.87;
    private const double CodeSize = 8;

    private readonly Rendition _rendition = new();
    private readonly EmbeddedFont _regular = EmbeddedFont.Load("Arimo-Regular");
    private readonly EmbeddedFont _bold = EmbeddedFont.Load("Arimo-Bold");
    private readonly StringBuilder _page = new();
    private double _y = Height - Margin;

    /// <param name="markings">Those that were lifted: where one stands on a line of its own it is struck through.</param>
    public static byte[] Make(RedactedText text, ImmutableArray<string> markings)
    {
        var setting = new TextRendition();
        foreach (var block in text.Pieces.GroupBy(piece => piece.Block, ReferenceEqualityComparer.Instance))
        {
            var (kind, words) = (((TextBlock)block.Key!).Kind, WithheldWords.Squash(((TextBlock)block.Key).Text));
            setting.Set(kind, [.. block], markings.Any(marking => words.Length > 0 && words == WithheldWords.Squash(marking)));
        }

        return setting.Finish();
    }

    private byte[] Finish()
    {
        EndPage();
        _rendition.AddFont(CodeLabel.FontName, _rendition.File.Add(CodeLabel.Font));
        _rendition.AddFont("R", _regular.AddTo(_rendition.File));
        _rendition.AddFont("B", _bold.AddTo(_rendition.File));
        return _rendition.ToArray();
    }

    private void Set(TextBlockKind kind, List<TextPiece> pieces, bool struck)
    {
        var style = StyleOf(kind);
        _y -= style.Before;
        var line = new List<Part>();
        double x = 0;
        foreach (var part in pieces.SelectMany(piece => PartsOf(piece, style)))
        {
            var space = line.Count > 0 && part.AfterSpace ? SpaceOf(style) : 0;
            if (line.Count > 0 && x + space + part.Width > Width - (2 * Margin))
            {
                Draw(line, style);
                (x, space) = (0, 0);
            }

            line.Add(part with { X = x + space });
            x += space + part.Width;
        }

        var width = x;
        if (line.Count > 0)
            Draw(line, style);
        else
            _y -= style.Size * 0.6;
        if (struck)
        {
            _page.Append("0 g ").Append(Rendition.Number(Margin - 1)).Append(' ').Append(Rendition.Number(_y + (style.Size * 0.32))).Append(' ')
                .Append(Rendition.Number(width + 2)).Append(" 0.8 re f\n");
        }
    }

    /// <summary>Words, and pieces of words that are wider than a line.</summary>
    private IEnumerable<Part> PartsOf(TextPiece piece, Style style)
    {
        if (piece.Code is { } code)
        {
            yield return new(code, IsCode: true, AfterSpace: false, (CodeLabel.WidthOf(code) * CodeSize) + 6);
            yield break;
        }

        var after = false;
        var word = new StringBuilder();
        foreach (var c in piece.Text + "\0")
        {
            var ends = c == '\0' || char.IsWhiteSpace(c);
            if (!ends && !char.IsControl(c))
                word.Append(c);
            if ((ends || FontOf(style).WidthOf(word.ToString()) * style.Size > Width - (2 * Margin) - style.Size) && word.Length > 0)
            {
                yield return new(word.ToString(), IsCode: false, after, FontOf(style).WidthOf(word.ToString()) * style.Size);
                word.Clear();
                after = false;
            }

            after |= ends;
        }

        // A space before a box is kept, so that the words around it don't run together.
        if (piece.Text.Length > 0 && char.IsWhiteSpace(piece.Text[^1]))
            yield return new("", IsCode: false, AfterSpace: true, 0);
    }

    private void Draw(List<Part> line, Style style)
    {
        var leading = style.Size * 1.35;
        if (_y - leading < Margin)
            EndPage();
        _y -= leading;
        foreach (var part in line.Where(part => part.Text.Length > 0))
        {
            var x = Margin + part.X;
            if (part.IsCode)
            {
                var box = new PdfRectangle(x, _y - (style.Size * 0.24), x + part.Width, _y + (style.Size * 0.86));
                _page.Append("0 g ").Append(Rendition.Number(box.Left)).Append(' ').Append(Rendition.Number(box.Bottom)).Append(' ')
                    .Append(Rendition.Number(box.Width)).Append(' ').Append(Rendition.Number(box.Height)).Append(" re f\n").Append(CodeLabel.In(box, part.Text));
                continue;
            }

            _page.Append("BT /").Append(style.Bold ? 'B' : 'R').Append(' ').Append(Rendition.Number(style.Size)).Append(" Tf 0 g ")
                .Append(Rendition.Number(x)).Append(' ').Append(Rendition.Number(_y)).Append(" Td <").Append(FontOf(style).Encode(part.Text)).Append("> Tj ET\n");
        }

        line.Clear();
    }

    private void EndPage()
    {
        _rendition.AddPage(Width, Height, picture: null, _page.ToString());
        _page.Clear();
        _y = Height - Margin;
    }

    private double SpaceOf(Style style) => FontOf(style).WidthOf(" ") * style.Size;

    private EmbeddedFont FontOf(Style style) => style.Bold ? _bold : _regular;

    private static Style StyleOf(TextBlockKind kind) => kind switch
    {
        TextBlockKind.Title => new(18, Bold: true, Before: 6),
        TextBlockKind.Heading1 => new(14, Bold: true, Before: 14),
        TextBlockKind.Heading2 => new(12, Bold: true, Before: 10),
        TextBlockKind.Heading3 => new(10.5, Bold: true, Before: 8),
        TextBlockKind.Aside => new(8.5, Bold: false, Before: 4),
        _ => new(10.5, Bold: false, Before: 4),
    };

    private sealed record Style(double Size, bool Bold, double Before);

    /// <summary>A word or a code on a line.</summary>
    private sealed record Part(string Text, bool IsCode, bool AfterSpace, double Width, double X = 0);
}
