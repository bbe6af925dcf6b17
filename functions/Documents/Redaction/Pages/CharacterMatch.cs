using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>Finds the characters of one page on another: the same character at the same place.</summary>
internal sealed class CharacterMatch
{
    /// <summary>In points: first what is as good as exact, so that a code never takes the place of a letter beside it.</summary>
    private static readonly double[] Tolerances = [0.75, 3];

    private CharacterMatch(List<PlacedCharacter> added, List<PlacedCharacter> missing) => (Added, Missing) = (added, missing);

    /// <summary>On the second page alone, in its order.</summary>
    public List<PlacedCharacter> Added { get; }

    /// <summary>On the first page alone.</summary>
    public List<PlacedCharacter> Missing { get; }

    public static CharacterMatch Of(IEnumerable<PlacedCharacter> expected, IEnumerable<PlacedCharacter> found)
    {
        var left = new Dictionary<(char, int, int), List<PlacedCharacter>>();
        foreach (var character in expected)
            Cell(left, character, 0, 0, create: true)!.Add(character);
        var open = found.ToList();
        foreach (var tolerance in Tolerances)
            open = [.. open.Where(character => !Take(left, character, tolerance))];
        return new(open, [.. left.Values.SelectMany(characters => characters)]);
    }

    private static bool Take(Dictionary<(char, int, int), List<PlacedCharacter>> left, PlacedCharacter character, double tolerance)
    {
        List<PlacedCharacter>? cell = null;
        PlacedCharacter? nearest = null;
        var best = tolerance * tolerance;
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                foreach (var candidate in Cell(left, character, dx, dy, create: false) ?? [])
                {
                    var distance = Square(candidate.Start, character.Start);
                    if (distance <= best)
                        (cell, nearest, best) = (Cell(left, character, dx, dy, create: false), candidate, distance);
                }
            }
        }

        return nearest is not null && cell!.Remove(nearest);
    }

    private static List<PlacedCharacter>? Cell(Dictionary<(char, int, int), List<PlacedCharacter>> cells, PlacedCharacter character, int dx, int dy, bool create)
    {
        const double side = 4;
        var key = (character.Value, (int)Math.Floor(character.Start.X / side) + dx, (int)Math.Floor(character.Start.Y / side) + dy);
        if (cells.TryGetValue(key, out var cell) || !create)
            return cell;
        return cells[key] = [];
    }

    private static double Square(PdfPoint one, PdfPoint other) => ((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y));
}
