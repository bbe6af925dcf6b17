using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>The lists of a letter in its numbering part. Bulleted lists share one; each numbered list starts anew.</summary>
internal sealed class LetterNumbering(MainDocumentPart main)
{
    private const int Levels = 3;
    private static readonly string[] Bullets = ["\u2013", "\u2022", "\u00B7"];
    private Numbering? numbering;
    private int bulleted;

    public int Bulleted() => bulleted > 0 ? bulleted : bulleted = Add(NumberFormatValues.Bullet, start: null);

    public int Ordered(bool letters, int start) => Add(letters ? NumberFormatValues.LowerLetter : NumberFormatValues.Decimal, start);

    public void Save() => numbering?.Save();

    private int Add(NumberFormatValues format, int? start)
    {
        var root = numbering ??= Open();
        var abstractId = 1 + root.Elements<AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(0).Max();
        var id = 1 + root.Elements<NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max();
        var definition = new AbstractNum { AbstractNumberId = abstractId };
        definition.Append(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel });
        for (var level = 0; level < Levels; level++)
        {
            definition.Append(new Level(
                new StartNumberingValue { Val = level == 0 ? start ?? 1 : 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = format == NumberFormatValues.Bullet ? Bullets[level] : $"%{level + 1}." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation
                {
                    Left = Indent(level).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Hanging = "340",
                }))
            { LevelIndex = level });
        }

        // The schema wants all definitions before all instances.
        if (root.Elements<AbstractNum>().LastOrDefault() is { } last)
            root.InsertAfter(definition, last);
        else
            root.PrependChild(definition);
        var instance = new NumberingInstance(new AbstractNumId { Val = abstractId }) { NumberID = id };
        if (root.Elements<NumberingInstance>().LastOrDefault() is { } lastInstance)
            root.InsertAfter(instance, lastInstance);
        else
            root.InsertAfter(instance, root.Elements<AbstractNum>().Last());
        return id;
    }

    /// <summary>Indent of a level in twentieths of a point: six millimetres each.</summary>
    public static int Indent(int level) => 340 * (level + 1);

    private Numbering Open()
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>("numbering");
        return part.Numbering ??= new Numbering();
    }
}
