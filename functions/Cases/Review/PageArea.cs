using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// A rectangle on a page, as it is seen: in points (1/72 inch) from its left and its top. Written <c>x,y,width,height</c>: <c>72,120.5,200,14</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<PageArea>))]
public sealed record PageArea(double X, double Y, double Width, double Height) : IParsable<PageArea>
{
    private const double Largest = 20_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:0.##},{Y:0.##},{Width:0.##},{Height:0.##}");

    public static PageArea Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var area) ? area : throw new FormatException("An area is x,y,width,height in points.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PageArea result)
    {
        result = null;
        var numbers = new List<double>();
        foreach (var part in (s ?? "").Split(','))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
                || number > Largest)
                return false;
            numbers.Add(Math.Round(number, 2));
        }

        if (numbers is not [var x, var y, > 0 and var width, > 0 and var height])
            return false;
        result = new PageArea(x, y, width, height);
        return true;
    }
}
