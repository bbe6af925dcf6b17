using System.Collections.Immutable;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>Inspects one page of a redacted rendition against the page of the original that it renders.</summary>
internal sealed class PageInspection(RedactedPage expected, Page page, WithheldWords words, ImmutableArray<string> struckMarkings)
{
    private const double SizeTolerance = 0.02;

    /// <summary>How far from its area a code may stand, in points.</summary>
    private const double CodeAside = 60;
    private const double CodeAbove = 10;

    private readonly HashSet<RedactionFlaw> _flaws = [];

    public IEnumerable<RedactionFinding> Run()
    {
        if (Differs(page.CropBox.Bounds, page.MediaBox.Bounds))
            _flaws.Add(RedactionFlaw.CroppedPage);
        if (expected.NotLocated)
            _flaws.Add(RedactionFlaw.PassageNotLocated);
        if (Math.Abs((page.Width / expected.Width) - 1) > SizeTolerance || Math.Abs((page.Height / expected.Height) - 1) > SizeTolerance)
        {
            _flaws.Add(RedactionFlaw.PageSizeDiffers);
            if (words.AreIn(page.Text))
                _flaws.Add(RedactionFlaw.WithheldText);
        }
        else
        {
            InspectShown();
        }

        return _flaws.Order().Select(flaw => new RedactionFinding(flaw, expected.Number));
    }

    private void InspectShown()
    {
        // From the original's measures to the rendition's.
        var (x, y) = (page.Width / expected.Width, page.Height / expected.Height);
        var match = CharacterMatch.Of(
            expected.Allowed.SelectMany(letter => PlacedCharacter.Of(letter, x, y)), page.Letters.SelectMany(letter => PlacedCharacter.Of(letter)));
        if (match.Missing.Exists(character => character.Counts && !expected.Hidden.Contains(character.Letter)))
            _flaws.Add(RedactionFlaw.TextMissing);

        var areas = expected.Areas.Select(area => area with { Box = new(area.Box.Left * x, area.Box.Bottom * y, area.Box.Right * x, area.Box.Top * y) }).ToList();
        var labels = PageLabels.Of(match.Added, expected.Areas.SelectMany(area => area.Codes).Concat(expected.Areas.Select(area => area.Theme).OfType<string>()));
        var hides = RedactedPage.HiddenOn(page);
        foreach (var piece in labels.Others)
            _flaws.UnionWith(piece.Characters.Select(character => Classify(character, areas, hides, piece.Text)));
        var pictures = page.GetImages().Where(image => areas.Exists(area => LetterPlaces.Overlap(area.Box, Upright(image.BoundingBox))) || !struckMarkings.IsEmpty).ToList();
        using var decoded = new Pictures(pictures);
        foreach (var area in areas)
            InspectArea(area, labels, decoded);
        foreach (var passage in areas.GroupBy(area => area.Passage))
        {
            if (passage.First().Codes.Any(code => !passage.Any(area => labels.Codes.Exists(label => Carries(label, area, code)))))
                _flaws.Add(RedactionFlaw.CodeMissing);
        }

        if (struckMarkings.Any(marking => PrintedMarking.StandsUnstruck(page, marking, decoded.All.Select(picture => picture.Pixels))))
            _flaws.Add(RedactionFlaw.MarkingNotStruck);
    }

    private RedactionFlaw Classify(PlacedCharacter character, List<CoveredArea> areas, Func<PdfLetter, bool> hides, string piece)
    {
        var centre = LetterPlaces.CentreOf(character.Letter);
        if (!LetterPlaces.Contains(new(0, 0, page.Width, page.Height), centre))
            return RedactionFlaw.TextOutsidePage;
        if (LetterPlaces.DrawsNothing(character.Letter) || (LetterPlaces.IsWhite(character.Letter.Color) && hides(character.Letter)))
            return RedactionFlaw.InvisibleText;
        if (areas.Exists(area => LetterPlaces.Contains(area.Box, centre)))
            return RedactionFlaw.TextUnderBox;
        return words.AreIn(piece) ? RedactionFlaw.WithheldText : RedactionFlaw.TextAdded;
    }

    private void InspectArea(CoveredArea area, PageLabels labels, Pictures pictures)
    {
        var inside = Deflate(area.Box, 0.75);
        var shown = labels.Codes.Select(label => label.Box).Where(box => LetterPlaces.Overlap(box, area.Box)).ToList();
        var covers = new List<Func<PdfPoint, bool>>();
        foreach (var (image, pixels) in pictures.All.Where(picture => LetterPlaces.Overlap(area.Box, Upright(picture.Image.BoundingBox), 0.5)))
        {
            if (pixels is null)
                _flaws.Add(RedactionFlaw.PictureNotJudged);
            else if (pixels.EvenBrightness(inside, shown) is not { } brightness)
                _flaws.Add(RedactionFlaw.PictureUnderBox);
            else if (brightness < 245)
                covers.Add(pixels.Covers);
        }

        foreach (var path in page.Paths.Where(path => path.GetBoundingRectangle() is { } bounds && LetterPlaces.Overlap(bounds, area.Box)))
        {
            if (path.Any(sub => IsDrawing(sub, inside)))
                _flaws.Add(RedactionFlaw.DrawingUnderBox);
            if (path is { IsFilled: true, IsClipping: false } && (!LetterPlaces.IsWhite(path.FillColor) || shown.Count > 0))
                covers.AddRange(path.Where(sub => sub.IsDrawnAsRectangle).Select(sub => sub.GetBoundingRectangle()).OfType<PdfRectangle>().Select(box => (Func<PdfPoint, bool>)(point => LetterPlaces.Contains(box, point))));
        }

        if (PointsIn(inside).Count(point => covers.Exists(cover => cover(point))) < PointsIn(inside).Count() * 0.9)
            _flaws.Add(RedactionFlaw.NotCovered);
    }

    /// <summary>Whether a drawing has more corners or curves within the area than a rule or a box has.</summary>
    private static bool IsDrawing(PdfSubpath path, PdfRectangle inside)
    {
        if (path.IsDrawnAsRectangle)
            return false;
        var points = path.Commands.Select(EndOf).OfType<PdfPoint>().Count(point => LetterPlaces.Contains(inside, point));
        return points >= 3;
    }

    private static PdfPoint? EndOf(PdfSubpath.IPathCommand command) => command switch
    {
        PdfSubpath.Move move => move.Location,
        PdfSubpath.Line line => line.To,
        PdfSubpath.CubicBezierCurve curve => curve.EndPoint,
        PdfSubpath.QuadraticBezierCurve curve => curve.EndPoint,
        _ => null,
    };

    private static bool Carries(PageLabel label, CoveredArea area, string code) =>
        label.Centre.X >= area.Box.Left - CodeAside && label.Centre.X <= area.Box.Right + CodeAside
        && label.Centre.Y >= area.Box.Bottom - CodeAbove && label.Centre.Y <= area.Box.Top + CodeAbove
        && WithheldWords.Squash(label.Text).Contains(WithheldWords.Squash(code), StringComparison.Ordinal);

    private static IEnumerable<PdfPoint> PointsIn(PdfRectangle box)
    {
        for (var i = 0; i < 24; i++)
        {
            for (var j = 0; j < 5; j++)
                yield return new(box.Left + (box.Width * (i + 0.5) / 24), box.Bottom + (box.Height * (j + 0.5) / 5));
        }
    }

    private static bool Differs(PdfRectangle one, PdfRectangle other) =>
        Math.Abs(one.Left - other.Left) > 1 || Math.Abs(one.Bottom - other.Bottom) > 1 || Math.Abs(one.Right - other.Right) > 1 || Math.Abs(one.Top - other.Top) > 1;

    private static PdfRectangle Deflate(PdfRectangle box, double by)
    {
        var (x, y) = (Math.Min(by, box.Width / 4), Math.Min(by, box.Height / 4));
        return new(box.Left + x, box.Bottom + y, box.Right - x, box.Top - y);
    }

    private static PdfRectangle Upright(PdfRectangle box)
    {
        PdfPoint[] corners = [box.BottomLeft, box.BottomRight, box.TopLeft, box.TopRight];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>Pictures, decoded once for all areas of the page.</summary>
    private sealed class Pictures(IEnumerable<IPdfImage> images) : IDisposable
    {
        public List<(IPdfImage Image, PagePicture? Pixels)> All { get; } = [.. images.Select(image => (image, PagePicture.Of(image)))];

        public void Dispose() => All.ForEach(picture => picture.Pixels?.Dispose());
    }
}
