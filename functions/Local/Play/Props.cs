using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace WobWorkflow.Local;

/// <summary>The files that a story needs and makes itself. The same words make the same file.</summary>
public static class Props
{
    private const double Margin = 60;
    private const double LineHeight = 16;
    private const int LinesOnPage = 42;
    private const int LettersOnLine = 84;

    /// <summary>A plain PDF of these paragraphs.</summary>
    public static byte[] Pdf(string title, params string[] paragraphs)
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Producer = "";
        builder.IncludeDocumentInformation = false;
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var (page, number) in Wrapped(title, paragraphs).Chunk(LinesOnPage).Select((lines, index) => (lines, index + 1)))
        {
            var drawn = builder.AddPage(PageSize.A4);
            var y = drawn.PageSize.Height - Margin;
            foreach (var line in page)
            {
                drawn.AddText(line, 11, new PdfPoint(Margin, y), font);
                y -= LineHeight;
            }

            drawn.AddText(number.ToString(CultureInfo.InvariantCulture), 9, new PdfPoint(Margin, Margin / 2), font);
        }

        return Identified(builder.Build());
    }

    /// <summary>Gives the file an identifier that follows from what is in it: the writer makes one up each time.</summary>
    private static byte[] Identified(byte[] pdf)
    {
        const int Digits = 32;
        var first = pdf.AsSpan().LastIndexOf("/ID [ <"u8) + "/ID [ <".Length;
        var id = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(pdf.AsSpan(0, first)))[..Digits]);
        id.CopyTo(pdf, first);
        id.CopyTo(pdf, first + Digits + "><".Length);
        return pdf;
    }

    private static IEnumerable<string> Wrapped(string title, string[] paragraphs)
    {
        yield return title;
        foreach (var paragraph in paragraphs)
        {
            yield return " ";
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length + word.Length + 1 > LettersOnLine)
                {
                    yield return line;
                    line = "";
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            yield return line;
        }
    }
}
