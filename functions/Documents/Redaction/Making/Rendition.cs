using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>A redacted rendition in the making: pages, the fonts they share, and codes.</summary>
internal sealed class Rendition
{
    private readonly PdfWriter _file = new();
    private readonly List<int> _pages = [];
    private readonly int _root;
    private readonly int _tree;
    private readonly int _fonts;
    private readonly SortedDictionary<string, int> _fontObjects = new(StringComparer.Ordinal);

    public Rendition() => (_root, _tree, _fonts) = (_file.Reserve(), _file.Reserve(), _file.Reserve());

    public PdfWriter File => _file;

    /// <summary>A name under which every page knows a font.</summary>
    public void AddFont(string name, int number) => _fontObjects[name] = number;

    /// <param name="picture">The object of the picture that fills the page; null where it has none.</param>
    public void AddPage(double width, double height, int? picture, string content)
    {
        var contents = _file.AddStream("", Encoding.Latin1.GetBytes(content));
        var picturesUsed = picture is { } number ? $"/XObject << /P {Whole(number)} 0 R >> " : "";
        _pages.Add(_file.Add(
            $"<< /Type /Page /Parent {Whole(_tree)} 0 R /MediaBox [0 0 {Number(width)} {Number(height)}] /Resources << {picturesUsed}/Font {Whole(_fonts)} 0 R >> /Contents {Whole(contents)} 0 R >>"));
    }

    public byte[] ToArray()
    {
        _file.Set(_fonts, $"<< {string.Join(' ', _fontObjects.Select(font => $"/{font.Key} {Whole(font.Value)} 0 R"))} >>");
        _file.Set(_tree, $"<< /Type /Pages /Kids [{string.Join(' ', _pages.Select(page => $"{Whole(page)} 0 R"))}] /Count {Whole(_pages.Count)} >>");
        _file.Set(_root, $"<< /Type /Catalog /Pages {Whole(_tree)} 0 R /Lang (nl-NL) /ViewerPreferences << /DisplayDocTitle false >> >>");
        return _file.ToArray(_root);
    }

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
