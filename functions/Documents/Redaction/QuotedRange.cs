using WobWorkflow.Cases;

namespace WobWorkflow.Documents;

/// <summary>Finds a passage by its words, where they stand in the text exactly once, whatever stands between them.</summary>
internal static class QuotedRange
{
    private const int Shortest = 8;

    public static TextRange? In(string text, string quote)
    {
        var wanted = WithheldWords.Squash(quote);
        if (wanted.Length < Shortest)
            return null;
        var (squashed, places) = SquashWithPlaces(text);
        var first = squashed.IndexOf(wanted, StringComparison.Ordinal);
        if (first < 0 || squashed.IndexOf(wanted, first + 1, StringComparison.Ordinal) >= 0)
            return null;
        var start = places[first];
        return new TextRange(start, places[first + wanted.Length - 1] - start + 1);
    }

    private static (string Squashed, List<int> Places) SquashWithPlaces(string text)
    {
        var places = new List<int>(text.Length);
        var squashed = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in WithheldWords.Squash(text[i].ToString()))
            {
                squashed.Append(c);
                places.Add(i);
            }
        }

        return (squashed.ToString(), places);
    }
}
