using System.Text;
using System.Xml.Linq;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>How the letterhead that we ship is made. To change it: change this, then run LetterheadTests with LETTERHEAD_TO naming the file to write.</summary>
internal static class LetterheadDesign
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static byte[] Build() => StoredPackage.Write(
    [
        ("[Content_Types].xml", Part($"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Default Extension="xml" ContentType="application/xml"/>
              <Override PartName="/word/document.xml" ContentType="{Types}document.main+xml"/>
              <Override PartName="/word/styles.xml" ContentType="{Types}styles+xml"/>
              <Override PartName="/word/settings.xml" ContentType="{Types}settings+xml"/>
              <Override PartName="/word/header1.xml" ContentType="{Types}header+xml"/>
              <Override PartName="/word/header2.xml" ContentType="{Types}header+xml"/>
              <Override PartName="/word/footer1.xml" ContentType="{Types}footer+xml"/>
            </Types>
            """)),
        ("_rels/.rels", Part($"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="document" Type="{R}/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """)),
        ("word/_rels/document.xml.rels", Part($"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="styles" Type="{R}/styles" Target="styles.xml"/>
              <Relationship Id="settings" Type="{R}/settings" Target="settings.xml"/>
              <Relationship Id="firstHeader" Type="{R}/header" Target="header1.xml"/>
              <Relationship Id="nextHeader" Type="{R}/header" Target="header2.xml"/>
              <Relationship Id="footer" Type="{R}/footer" Target="footer1.xml"/>
            </Relationships>
            """)),
        ("word/settings.xml", Part($"""
            <w:settings xmlns:w="{W}">
              <w:defaultTabStop w:val="340"/>
              <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
              <w:themeFontLang w:val="nl-NL"/>
            </w:settings>
            """)),
        ("word/styles.xml", Part(Styles)),
        ("word/document.xml", Part(Document)),
        ("word/header1.xml", Part($"""<w:hdr xmlns:w="{W}">{Control(1, "exercise", "Banner")}{Control(2, "marking", "Marking")}<w:p/></w:hdr>""")),
        ("word/header2.xml", Part($"""<w:hdr xmlns:w="{W}">{Control(3, "exercise", "Banner")}{Control(4, "marking", "Marking")}{Control(5, "reference", "HeaderText")}<w:p/></w:hdr>""")),
        ("word/footer1.xml", Part($"""
            <w:ftr xmlns:w="{W}">{Control(6, "marking", "Marking")}<w:p><w:pPr><w:pStyle w:val="FooterText"/></w:pPr><w:r><w:t xml:space="preserve">Pagina </w:t></w:r>{Field("PAGE")}<w:r><w:t xml:space="preserve"> van </w:t></w:r>{Field("NUMPAGES")}</w:p></w:ftr>
            """)),
    ]);

    private static string Document => $"""
        <w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>
          <w:tbl>
            <w:tblPr><w:tblW w:w="9071" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>
            <w:tblGrid><w:gridCol w:w="5840"/><w:gridCol w:w="3231"/></w:tblGrid>
            <w:tr>
              {Cell(5840, Space("Address") + Control(10, "addressee", "Address"))}
              {Cell(3231, Control(11, "sender", "ColumnStrong", "ColumnText") + Label("Contactpersoon") + Control(12, "ourContact", "ColumnText") + Label("Ons kenmerk") + Control(13, "reference", "ColumnText"))}
            </w:tr>
          </w:tbl>
          <w:p/>
          <w:tbl>
            <w:tblPr><w:tblW w:w="9071" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>
            <w:tblGrid><w:gridCol w:w="1247"/><w:gridCol w:w="7824"/></w:tblGrid>
            <w:tr>{Cell(1247, Text("Address", "Datum"))}{Cell(7824, Control(14, "date", "Address"))}</w:tr>
            <w:tr>{Cell(1247, Text("Address", "Betreft"))}{Cell(7824, Control(15, "subject", "Subject"))}</w:tr>
          </w:tbl>
          <w:p/>
          {Control(16, "body", "BodyText")}
          <w:tbl>
            <w:tblPr><w:tblW w:w="9071" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>
            <w:tblGrid><w:gridCol w:w="9071"/></w:tblGrid>
            <w:tr><w:trPr><w:cantSplit/></w:trPr>{Cell(9071, Control(17, "signature", "Signature"))}</w:tr>
          </w:tbl>
          <w:p/>
          {Control(18, "annexes", "AnnexHeading", "AnnexLine")}
          {Control(19, "appendix", "BodyText")}
          <w:sectPr>
            <w:headerReference w:type="first" r:id="firstHeader"/><w:headerReference w:type="default" r:id="nextHeader"/>
            <w:footerReference w:type="first" r:id="footer"/><w:footerReference w:type="default" r:id="footer"/>
            <w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="1701" w:right="1247" w:bottom="1417" w:left="1588" w:header="680" w:footer="567" w:gutter="0"/>
            <w:titlePg/>
          </w:sectPr>
        </w:body></w:document>
        """;

    private static string Styles => $"""
        <w:styles xmlns:w="{W}">
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:eastAsia="Verdana" w:cs="Verdana"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:line="250" w:lineRule="atLeast"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
          {Style("BodyText", "Body Text", "<w:spacing w:after=\"180\"/>")}
          {Style("Heading1", "heading 1", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/>", next: "BodyText")}
          {Style("Heading2", "heading 2", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"60\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:i/>", next: "BodyText")}
          {Style("Heading3", "heading 3", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"60\"/><w:outlineLvl w:val=\"2\"/>", "<w:u w:val=\"single\"/>", next: "BodyText")}
          {Style("ListBullet", "List Bullet", "<w:spacing w:after=\"180\"/><w:contextualSpacing/>")}
          {Style("ListNumber", "List Number", "<w:spacing w:after=\"180\"/><w:contextualSpacing/>")}
          {Style("Quote", "Quote", "<w:spacing w:after=\"180\"/><w:ind w:left=\"340\" w:right=\"340\"/>", "<w:i/>")}
          {Style("LetterTableHeading", "Letter Table Heading", "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"200\" w:lineRule=\"atLeast\"/>", "<w:b/><w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("LetterTableText", "Letter Table Text", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"200\" w:lineRule=\"atLeast\"/>", "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("FootnoteText", "footnote text", "<w:spacing w:line=\"200\" w:lineRule=\"atLeast\"/>", "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("Banner", "Letter Banner", "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"B00020\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"B00020\"/></w:pBdr><w:jc w:val=\"center\"/>", "<w:b/><w:color w:val=\"B00020\"/>")}
          {Style("Marking", "Letter Marking", "<w:jc w:val=\"center\"/>", "<w:b/>")}
          {Style("HeaderText", "Letter Header", "<w:jc w:val=\"right\"/>", "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("FooterText", "Letter Footer", "<w:jc w:val=\"right\"/>", "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("Address", "Letter Address", "")}
          {Style("Subject", "Letter Subject", "")}
          {Style("ColumnText", "Letter Column", "<w:spacing w:line=\"190\" w:lineRule=\"atLeast\"/>", "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("ColumnStrong", "Letter Column Strong", "<w:spacing w:line=\"190\" w:lineRule=\"atLeast\"/>", "<w:b/><w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("ColumnLabel", "Letter Column Label", "<w:spacing w:before=\"120\" w:line=\"190\" w:lineRule=\"atLeast\"/>", "<w:b/><w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>")}
          {Style("Signature", "Letter Signature", "<w:keepLines/>")}
          {Style("AnnexHeading", "Letter Annex Heading", "<w:keepNext/>", "<w:b/>")}
          {Style("AnnexLine", "Letter Annex", "<w:keepLines/>")}
          <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="01689B"/><w:u w:val="single"/></w:rPr></w:style>
          <w:style w:type="table" w:styleId="LetterTable"><w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/>
            <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C0C0C0"/></w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>
          </w:style>
        </w:styles>
        """;

    private static string Style(string id, string name, string paragraph, string run = "", string? next = null) =>
        $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{(next is null ? "" : $"<w:next w:val=\"{next}\"/>")}<w:qFormat/>{(paragraph.Length > 0 ? $"<w:pPr>{paragraph}</w:pPr>" : "")}{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}</w:style>""";

    private static string Control(int id, string tag, params string[] styles) =>
        $"""<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{id}"/></w:sdtPr><w:sdtContent>{string.Concat(styles.Select(style => Text(style, $"[{tag}]")))}</w:sdtContent></w:sdt>""";

    private static string Cell(int width, string content) => $"""<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>""";

    private static string Text(string style, string text) => $"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";

    private static string Label(string text) => Text("ColumnLabel", text);

    private static string Space(string style) => $"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>""";

    private static string Field(string code) =>
        $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    /// <summary>Parsed and written again, so that the indentation above is not in the file.</summary>
    private static byte[] Part(string xml) =>
        Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + XElement.Parse(xml.Trim()).ToString(SaveOptions.DisableFormatting));
}
