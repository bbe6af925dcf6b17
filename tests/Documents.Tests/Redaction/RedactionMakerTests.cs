using System.Collections.Immutable;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents.Tests;

public sealed class RedactionMakerTests
{
    private static readonly RedactionMaker Maker = new(new RedactionInspector());

    [Fact]
    public async Task Pdf_is_rebuilt_without_the_passages()
    {
        var pdf = await MadeAsync(Memo.Task);
        var text = Tool.Text(pdf);
        text.ShouldContain("De directie stemt in met het voorstel van de afdeling.");
        text.ShouldContain("5.1.2e");
        text.ShouldContain("5.1.2b");
        text.ShouldContain("5.1.2i");
        foreach (var seen in new[] { text, Tool.Everything(pdf) })
        {
            seen.ShouldNotContain(Memo.Name);
            seen.ShouldNotContain("48.250");
        }

        Tool.Pictures(pdf).ShouldBe(2);
        Tool.Complaints(pdf).ShouldBe("");
    }

    [Fact]
    public async Task Same_task_gives_the_same_bytes() => (await MadeAsync(Memo.Task)).ShouldBe(await MadeAsync(Memo.Task));

    [Fact]
    public async Task Ranges_and_quotes_locate_passages_on_a_page()
    {
        var page = new DocumentReader().Read(Memo.Original(), null, Ct).PageTexts[0];
        var pdf = await MadeAsync(Memo.Task with
        {
            Passages =
            [
                new(1, new TextRange(page.IndexOf(Memo.Name, StringComparison.Ordinal), Memo.Name.Length), [], null, ["5.1.2e"]),
                new(1, null, [], "48.250 euro\nen blijft", ["5.1.2b"]),
            ],
        });
        Tool.Text(pdf).ShouldNotContain(Memo.Name);
        Tool.Text(pdf).ShouldNotContain("48.250");
        Tool.Text(pdf).ShouldContain("geheim tot het besluit");
    }

    /// <summary>What a font says of itself is not taken for what is withheld.</summary>
    [Theory]
    [InlineData("De software is licensed under the Apache License; alternatieven zijn er niet.")]
    [InlineData("Copyright van Google Corporation, een trademark van Steve Matteson.")]
    [InlineData("Bel rechtstreeks met 06-12345678 of 070-0000001.")]
    [InlineData("dollar percent ampersand parenleft asterisk semicolon question bracketleft")]
    public async Task Words_that_a_font_has_too_are_withheld(string withheld)
    {
        var text = $"Collega,\n\nHet stuk ligt op de schijf.\n\n{withheld}\n\nGroet";
        var task = new RedactionTask(Encoding.UTF8.GetBytes(text), [new(1, null, [], withheld, ["5.1.2e"])], []);

        var pdf = await MadeAsync(task);

        Tool.Text(pdf).ShouldContain("5.1.2e");
        Tool.Text(pdf).ShouldContain("ligt op de schijf");
        Tool.Complaints(pdf).ShouldBe("");
    }

    /// <summary>A theme says what a passage is about, often in a word of that passage.</summary>
    [Theory]
    [InlineData("Persoonlijke beleidsopvattingen", "Het verdient naar mijn opvatting de voorkeur.")]
    [InlineData("concept", "Dit concept is nog niet besproken.")]
    public async Task Words_of_the_theme_are_withheld_and_stand_in_the_mark(string theme, string withheld)
    {
        var text = $"Collega,\n\nHet stuk ligt op de schijf.\n\n{withheld}\n\nGroet";
        var pdf = await MadeAsync(new RedactionTask(Encoding.UTF8.GetBytes(text), [new(1, null, [], withheld, ["5.2.1"], theme)], []));
        Tool.Text(pdf).ShouldContain($"5.2.1: {theme}");
        var paged = await MadeAsync(new RedactionTask(Memo.Original(), [new(1, null, [], "48.250 euro\nen blijft", ["5.1.2b"], "bedragen in euro")], []));
        Tool.Text(paged).ShouldContain("5.1.2b");
        Tool.Text(paged).ShouldNotContain("48.250");
    }

    [Fact]
    public async Task Lifted_marking_is_struck()
    {
        var task = Memo.Task with { StruckMarkings = ["Stg. GEHEIM"] };
        var pdf = await MadeAsync(task);
        new RedactionInspector().Inspect(task, await MadeAsync(Memo.Task), null, Ct).ShouldBe([new RedactionFinding(RedactionFlaw.MarkingNotStruck, 1)]);
        Tool.Text(pdf).ShouldContain("Stg. GEHEIM");
    }

    [Fact]
    public async Task Pdf_that_hides_things_is_rebuilt_without_them()
    {
        var memo = Memo.Redacted(codes: false, boxes: false);
        memo.Content1.Append(Memo.Words(700, 500, "buiten")).Append(Memo.Words(60, 100, "onzichtbaar", "3 Tr"));
        memo.File.Trailer = $"/Info {memo.File.Add("<< /Author (A. Ambtenaar) >>")} 0 R";
        memo.Catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
        var pdf = await MadeAsync(new RedactionTask(memo.ToArray(), [], []));
        foreach (var gone in new[] { "buiten", "onzichtbaar", "Ambtenaar", "JavaScript" })
            (Tool.Text(pdf) + Tool.Everything(pdf)).ShouldNotContain(gone);
    }

    [Fact]
    public async Task Text_is_set_anew_with_codes()
    {
        const string text = "Verslag\n\nAanwezig: mevrouw Zonneveld (voorzitter) en de secretaris.\nBesloten is niets te doen. \u03A3\u03C4 \u20AC 5 \u2013 \U0001F600 klaar.\n";
        var pdf = await MadeAsync(new(Encoding.UTF8.GetBytes(text), [OfWords(text, "Zonneveld", "5.1.2e"), OfWords(text, "niets te doen", "5.2.1")], []));
        var seen = Tool.Text(pdf);
        seen.ShouldContain("Aanwezig: mevrouw");
        seen.ShouldContain("5.1.2e");
        seen.ShouldContain("\u20AC 5 \u2013 \U0001F600 klaar.");
        seen.ShouldNotContain("Zonneveld");
        seen.ShouldNotContain("niets");
        Tool.Everything(pdf).ShouldNotContain("Zonneveld");
        Tool.Complaints(pdf).ShouldBe("");
    }

    [Fact]
    public async Task Mark_of_a_text_carries_its_theme()
    {
        const string text = "De minister overweegt het besluit uit te stellen.\n";
        var passage = OfWords(text, "uit te stellen", "5.1.2i") with { Codes = ["5.1.2i", "5.2.1"], Theme = "concept naar één minister" };
        var pdf = await MadeAsync(new(Encoding.UTF8.GetBytes(text), [passage], []));
        Tool.Text(pdf).ShouldContain("5.1.2i, 5.2.1: concept naar één minister");
        Tool.Complaints(pdf).ShouldBe("");
        // Who redacts by hand may leave the theme out, and not the codes.
        var task = new RedactionTask(Encoding.UTF8.GetBytes(text), [passage], []);
        new RedactionInspector().Inspect(task, await MadeAsync(task with { Passages = [passage with { Theme = null }] }), null, Ct).ShouldBeEmpty();
        new RedactionInspector().Inspect(task, await MadeAsync(task with { Passages = [passage with { Codes = [], Theme = null }] }), null, Ct)
            .ShouldContain(new RedactionFinding(RedactionFlaw.CodeMissing));
    }

    [Fact]
    public async Task Mark_of_a_page_carries_its_theme_where_there_is_room()
    {
        var passages = Memo.Passages.SetItem(1, Memo.Passages[1] with { Theme = "concept" }).SetItem(0, Memo.Passages[0] with { Theme = "een thema dat in dit vak niet past" });
        var text = Tool.Text(await MadeAsync(Memo.Task with { Passages = passages }));
        text.ShouldContain("5.1.2b: concept");
        text.ShouldContain("5.1.2e");
        text.ShouldNotContain("een thema");
    }

    [Fact]
    public async Task Theme_that_says_what_is_withheld_is_no_mark()
    {
        var passages = Memo.Passages.SetItem(1, Memo.Passages[1] with { Theme = Memo.Name });
        (await Maker.MakeAsync(Memo.Task with { Passages = passages }, Ct)).ShouldBeOfType<RenditionNotMade>().Why.ShouldBe(RenditionRefusal.InspectionFailed);
    }

    [Fact]
    public async Task Lifted_marking_of_a_text_is_struck()
    {
        var task = new RedactionTask("Stg. GEHEIM\n\nOver een stuk dat Stg. GEHEIM was.\n"u8.ToArray(), [], ["Stg. GEHEIM"]);
        (await MadeAsync(task)).ShouldNotBe(await MadeAsync(task with { StruckMarkings = [] }));
        new RedactionInspector().Inspect(task, await MadeAsync(task with { StruckMarkings = [] }), null, Ct).ShouldBe([new RedactionFinding(RedactionFlaw.MarkingNotStruck, 1)]);
    }

    [Fact]
    public async Task Length_of_what_is_withheld_does_not_show()
    {
        static byte[] Text(string name) => Encoding.UTF8.GetBytes($"Gesproken met {name} over de zaak.");
        var kort = await MadeAsync(new(Text("Jan"), [OfWords("Gesproken met Jan over de zaak.", "Jan", "5.1.2e")], []));
        var lang = await MadeAsync(new(Text("mevrouw Van der Zonneveld-Bloem"), [OfWords("Gesproken met mevrouw Van der Zonneveld-Bloem over de zaak.", "mevrouw Van der Zonneveld-Bloem", "5.1.2e")], []));
        kort.ShouldBe(lang);
    }

    [Fact]
    public async Task Word_document_keeps_headings_and_many_pages()
    {
        var word = Word([("Heading1", "Inleiding"), .. Enumerable.Range(1, 120).Select(i => ((string?)null, $"Alinea {i} gaat over mevrouw Bloem{i} en de zaak die al lang loopt, met nog wat woorden om de regel te vullen."))]);
        var text = new DocumentReader().Read(word, null, Ct).Text;
        var pdf = await MadeAsync(new(word, [.. Enumerable.Range(1, 120).Select(i => OfWords(text, $"Bloem{i} en", "5.1.2e"))], []));
        var reading = new DocumentReader().Read(pdf, null, Ct);
        reading.Pages!.Value.ShouldBeGreaterThan(3);
        reading.Text.ShouldContain("Alinea 120 gaat over mevrouw");
        Tool.Everything(pdf).ShouldNotContain("Bloem7");
        Tool.Text(pdf).ShouldNotContain("Bloem");
    }

    [Fact]
    public async Task Mail_is_set_anew()
    {
        var mail = Encoding.ASCII.GetBytes("From: J. Zonneveld <j.zonneveld@example.nl>\nTo: b@example.nl\nSubject: Nota\nDate: Thu, 12 Apr 2018 10:00:00 +0200\nMessage-ID: <a@b>\n\nTot morgen.\n");
        var text = new DocumentReader().Read(mail, null, Ct).Text;
        var pdf = await MadeAsync(new(mail, [OfWords(text, text[(text.IndexOf("Van: ", StringComparison.Ordinal) + 5)..text.IndexOf('\n', StringComparison.Ordinal)], "5.1.2e")], []));
        Tool.Text(pdf).ShouldContain("Onderwerp: Nota");
        Tool.Text(pdf).ShouldNotContain("onneveld");
    }

    [Theory]
    [InlineData(RenditionRefusal.PassageNotLocated)]
    [InlineData(RenditionRefusal.OriginalUnreadable)]
    [InlineData(RenditionRefusal.FormatNotRebuilt)]
    [InlineData(RenditionRefusal.HoldsAnnotations)]
    [InlineData(RenditionRefusal.NoRenderer)]
    public async Task What_cannot_be_made_safely_is_not_made(RenditionRefusal why)
    {
        var (task, maker) = why switch
        {
            RenditionRefusal.PassageNotLocated => (Memo.Task with { Passages = [new(1, null, [], "staat er niet in", ["5.1.2e"])] }, Maker),
            RenditionRefusal.OriginalUnreadable => (Memo.Task with { Original = "%PDF-1.7 kapot"u8.ToArray() }, Maker),
            RenditionRefusal.FormatNotRebuilt => (Memo.Task with { Original = Memo.Note(covered: false) }, Maker),
            RenditionRefusal.HoldsAnnotations => (Memo.Task with { Original = Annotated(), Passages = [] }, Maker),
            _ => (Memo.Task, new RedactionMaker(new RedactionInspector(), renderer: "/nowhere/pdftoppm")),
        };
        (await maker.MakeAsync(task, Ct)).ShouldBeOfType<RenditionNotMade>().Why.ShouldBe(why);
    }

    /// <summary>Whatever is withheld, no byte of it is in the file: neither as its letters stand nor in any stream.</summary>
    [Fact]
    public void No_rendition_of_a_text_holds_a_withheld_word()
    {
        var words = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz"], 4, 9].Select(word => "q" + word);
        Gen.Select(words.Array[5, 60], Gen.Int[0, 1000].Array[1, 6]).Sample(
            (all, picks) =>
            {
                var withheld = picks.Select(pick => all[pick % all.Length]).ToHashSet();
                var text = string.Join(' ', all);
                var passages = RangesOf(text, withheld);
                var pdf = MadeAsync(new(Encoding.UTF8.GetBytes(text), passages, [])).GetAwaiter().GetResult();
                Search(pdf, withheld, all.Except(withheld));
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public void No_rendition_of_a_pdf_holds_a_withheld_word()
    {
        var words = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz"], 4, 9].Select(word => "q" + word);
        Gen.Select(words.Array[5, 60], Gen.Int[0, 1000].Array[1, 6]).Sample(
            (all, picks) =>
            {
                var withheld = picks.Select(pick => all[pick % all.Length]).ToHashSet();
                var memo = new Memo { WithSecondPage = false };
                foreach (var (i, line) in all.Chunk(6).Index())
                    memo.Content1.Append(Memo.Words(Memo.Left, Memo.LineOf(i), string.Join(' ', line)));
                var original = memo.ToArray();
                var text = new DocumentReader().Read(original, null, Ct).PageTexts[0];
                var pdf = MadeAsync(new(original, RangesOf(text, withheld), [])).GetAwaiter().GetResult();
                Search(pdf, withheld, all.Except(withheld));
            },
            iter: 6, threads: 1);
    }

    private static void Search(byte[] pdf, IReadOnlySet<string> withheld, IEnumerable<string> allowed)
    {
        var (text, everything) = (Tool.Text(pdf), Tool.Everything(pdf));
        var spelled = everything.Replace("\0", "", StringComparison.Ordinal);
        foreach (var word in withheld)
        {
            text.ShouldNotContain(word);
            spelled.ShouldNotContain(word);
            everything.ShouldNotContain(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(word)));
        }

        foreach (var word in allowed)
            text.ShouldContain(word);
    }

    private static ImmutableArray<WithheldPassage> RangesOf(string text, HashSet<string> withheld)
    {
        var passages = ImmutableArray.CreateBuilder<WithheldPassage>();
        var at = 0;
        foreach (var word in text.Split(' ', '\n'))
        {
            if (withheld.Contains(word))
                passages.Add(new(1, new TextRange(at, word.Length), [], null, ["5.1.2e"]));
            at += word.Length + 1;
        }

        return passages.ToImmutable();
    }

    private static WithheldPassage OfWords(string text, string words, string code) =>
        new(1, new TextRange(text.IndexOf(words, StringComparison.Ordinal), words.Length), [], null, [code]);

    private static byte[] Annotated()
    {
        var memo = new Memo { PageEntries = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 90 20] /Contents (Niet doen) /DA (/F 10 Tf) >>]", WithSecondPage = false };
        return memo.ToArray();
    }

    private static byte[] Word(IEnumerable<(string? Style, string Text)> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new(new Body(paragraphs.Select(p => new Paragraph(
                new ParagraphProperties(p.Style is null ? [] : [new ParagraphStyleId { Val = p.Style }]), new Run(new Text(p.Text))))));
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> MadeAsync(RedactionTask task)
    {
        var result = await Maker.MakeAsync(task, Ct);
        return result is RenditionMade made ? made.Pdf.ToArray() : throw new InvalidOperationException(((RenditionNotMade)result) is var no ? $"{no.Why}: {string.Join(", ", no.Findings)}" : "");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
