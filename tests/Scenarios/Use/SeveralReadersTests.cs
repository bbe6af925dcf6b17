using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static WobWorkflow.Scenarios.Packed;

namespace WobWorkflow.Scenarios;

/// <summary>One document that concerns several: each is shown what is its own, all at once, and not a byte of another's.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class SeveralReadersTests(OpenOffice open)
{
    private const string OfAlbert = "Kastanjeprijs van Albert";
    private const string OfBerg = "Lindetarief van Berg";
    private const string Secret = "mevrouw Zonneveld";

    private static readonly string[] Lines =
        ["Offertes voor de kade.", $"De {OfAlbert} is vierduizend.", $"Het {OfBerg} is achtduizend.", $"Gebeld met {Secret} daarover.", "De muur staat nog."];

    private Office Office => open.Office;

    [Fact]
    public async Task TwoParties_AskedAtOnce_EachGetsItsOwnAndNothingOfTheOther()
    {
        var (id, pdf, docx) = await JudgedAsync();
        await AskAsync(id, [pdf, docx], "Albert BV");
        await AskAsync(id, [pdf, docx], "Berg BV");
        await Office.SettleAsync();

        // Before it is said what is whose, nobody gets anything of it.
        var refused = (await Office.Handler.StepAsync(id, "ask-package", new { kind = "view", viewId = "view-1" })).ShouldBeProblem(HttpStatusCode.Conflict, "concerns-another-party");
        ((string)refused.Json["detail"]!).ShouldContain("doc-1, doc-2");

        var own = await PassagesAsync(id, "Kastanje");
        _ = (await Office.Handler.StepAsync(id, "attribute-passages", new { thirdParty = "person-2", documents = new[] { pdf, docx }, passages = own })).Done;
        // The other's on the page, document by document.
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);
        foreach (var (doc, passage) in ((string, string)[])[(pdf, (await PassagesAsync(id, "Linde"))[0]), (docx, (await PassagesAsync(id, "Linde"))[1])])
        {
            var page = $"/cases/{id}/documents/{doc}";
            (await visitor.GetAsync(page)).Text.ShouldContain("Wie de passages aangaan");
            (await visitor.SubmitAsync(page, $"/cases/{id}/steps/attribute-passages", ("thirdParty", "person-3"), ("documents", doc), ("passages", passage))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        await Office.SettleAsync();
        var (first, second) = (await MadeAsync(id, "view-1"), await MadeAsync(id, "view-2"));

        foreach (var (package, shown, hidden) in ((JsonNode, string, string)[])[(first, OfAlbert, OfBerg), (second, OfBerg, OfAlbert)])
        {
            ((string)package["state"]!).ShouldBe("complete");
            var bytes = (await Office.Handler.GetAsync((string)package["href"]!)).Bytes;
            var entries = Entries(bytes);
            entries.Keys.ShouldBe(["overzicht.docx", "documenten/0001.pdf", "documenten/0002.pdf", "manifest.json"], ignoreOrder: true);
            foreach (var document in (string[])["documenten/0001.pdf", "documenten/0002.pdf"])
            {
                foreach (var word in (string[])[shown, "De muur staat nog", "niet voorgelegd"])
                    Holds(entries[document], word).ShouldBeTrue($"{document}: {word}");
            }

            foreach (var word in (string[])[hidden, .. hidden.Split(' ').Where(word => word.Length > 4), Secret, "Zonneveld", "Albert BV", "Berg BV", "Particulier"])
                Holds(bytes, word).ShouldBeFalse(word);
            JsonNode.Parse(entries["manifest.json"])!["files"]!.AsArray().Count(file => (string?)file!["version"] == "reader-rendition").ShouldBe(2);
        }

        // Each went by its own hash, which the log keeps.
        var log = await Office.Handler.AllAsync($"cases/{id}/log");
        log.Count(row => (string)row["event"]!["type"]! == "reader-rendition-made").ShouldBe(4);
        log.Where(row => (string)row["event"]!["type"]! == "package-fetched").Select(row => (string)row["event"]!["about"]!).ShouldBe(["view-1", "view-2"]);
        (await visitor.GetAsync($"/cases/{id}")).Text.ShouldContain("de weergave is gemaakt");
    }

    [Fact]
    public async Task Package_WhoseRenditionIsOutdated_IsNeitherSentNorMadeAgain_UntilItIsSaidAnew()
    {
        var (id, pdf, _) = await JudgedAsync();
        await AskAsync(id, [pdf], "Albert BV");
        await AskAsync(id, [pdf], "Berg BV");
        var (albert, berg) = ((await PassagesAsync(id, "Kastanje"))[0], (await PassagesAsync(id, "Linde"))[0]);
        await AttributeAsync(id, "person-2", pdf, albert);
        await AttributeAsync(id, "person-3", pdf, berg);
        await Office.SettleAsync();
        _ = await MadeAsync(id, "view-1");
        var letter = (string)(await Office.Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last(l => (string)l!["about"]! == "view-1" && (string)l["state"]! != "withdrawn")!["letterId"]!;
        _ = (await Office.Handler.StepAsync(id, "sign-letter", new { letterId = letter })).Done;

        _ = await PassageAsync(id, pdf, "De muur staat nog", "disclosed");

        var sent = await Office.Handler.StepAsync(id, "record-dispatch", new { letterId = letter, channel = "post" });
        sent.ShouldBeProblem(HttpStatusCode.Conflict, "package-outdated");
        var again = await Office.Handler.StepAsync(id, "ask-package", new { kind = "view", viewId = "view-1" });
        again.ShouldBeProblem(HttpStatusCode.Conflict, "attribution-outdated");
        ((bool)(await Office.Handler.GetAsync($"cases/{id}/documents/{pdf}")).Done["attributions"]![0]!["outdated"]!).ShouldBeTrue();

        await AttributeAsync(id, "person-2", pdf, albert);
        await AttributeAsync(id, "person-3", pdf, berg, (await PassagesAsync(id, "De muur"))[0]);
        await Office.SettleAsync();
        var bytes = (await Office.Handler.GetAsync((string)(await MadeAsync(id, "view-1"))["href"]!)).Bytes;
        Holds(bytes, "De muur staat nog").ShouldBeFalse();
        _ = (await Office.Handler.StepAsync(id, "record-dispatch", new { letterId = letter, channel = "post" })).Done;
    }

    [Fact]
    public async Task Rendition_ThatAPersonMade_IsInspectedForThatReader()
    {
        var (id, pdf, _) = await JudgedAsync();
        await AskAsync(id, [pdf], "Albert BV");
        await AskAsync(id, [pdf], "Berg BV");
        await AttributeAsync(id, "person-2", pdf, (await PassagesAsync(id, "Kastanje"))[0]);
        await AttributeAsync(id, "person-3", pdf, (await PassagesAsync(id, "Linde"))[0]);
        await Office.SettleAsync();
        string PathOf(string reader) => $"cases/{id}/documents/{pdf}/renditions/{reader}";
        var (forAlbert, forBerg) = ((await Office.Handler.GetAsync(PathOf("view-1"))).Bytes, (await Office.Handler.GetAsync(PathOf("view-2"))).Bytes);

        // What is right for the one leaks to the other.
        var leaks = (await PutAsync(PathOf("view-1"), forBerg)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "redaction-does-not-hold");
        leaks.Text.ShouldNotContain("Linde");
        (await PutAsync(PathOf("view-1"), forAlbert)).ShouldBeProblem(HttpStatusCode.Conflict, "redaction-already-here");
        (await PutAsync(PathOf("view-9"), forAlbert)).Status.ShouldBe(HttpStatusCode.NotFound);

        // As a person's own program would have written it, and by the page.
        byte[] theirs = [.. forAlbert, (byte)'\n'];
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);
        var add = $"/cases/{id}/renditions/add";
        (await visitor.GetAsync($"/cases/{id}/steps/add-reader-rendition")).Headers.Location!.OriginalString.ShouldBe(add);
        var leaking = await visitor.UploadAsync(add, add, [("voor-albert.pdf", forBerg)], ("documentId", pdf), ("reader", "view-1"));
        leaking.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leaking.Text.ShouldContain("Bladzijde 1:");
        (await visitor.UploadAsync(add, add, [("voor-albert.pdf", theirs)], ("documentId", pdf), ("reader", "view-1"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await Office.Handler.GetAsync(PathOf("view-1"))).Bytes.ShouldBe(theirs);
        (await Office.Handler.AllAsync($"cases/{id}/log"))[^1]["event"]!["type"]!.GetValue<string>().ShouldBe("reader-rendition-added");
    }

    [Fact]
    public async Task Agency_FromWhichAPassageIsKept_FindsItNowhere()
    {
        var nctv = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var (id, pdf, docx) = await JudgedAsync();
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { pdf, docx }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        var hidden = await PassagesAsync(id, "Linde");
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);
        var step = $"/cases/{id}/steps/hide-passages";
        (await handler.SubmitAsync($"{step}?consultationId=consultation-1", step, ("consultationId", "consultation-1"), ("passages", hidden[0]), ("passages", hidden[1]))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await Office.SettleAsync();
        var package = await MadeAsync(id, "consultation-1", "consultation");
        _ = await Office.SendAsync(id, "consultation-request");

        var bytes = (await nctv.GetAsync((string)package["href"]!)).Bytes;
        Holds(bytes, OfAlbert).ShouldBeTrue();
        // What is to be withheld from the public is what the agency is asked about.
        Holds(bytes, "Zonneveld").ShouldBeTrue();
        foreach (var word in (string[])["Lindetarief", OfBerg])
            Holds(bytes, word).ShouldBeFalse(word);

        foreach (var doc in (string[])[pdf, docx])
        {
            (await nctv.GetAsync($"cases/{id}/documents/{doc}/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
            var view = (await nctv.GetAsync($"cases/{id}/documents/{doc}")).Done;
            view.ToJsonString().ShouldNotContain("Linde");
            view["passages"]!.AsArray().Count.ShouldBe(2);
            var rendition = view["renditions"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)rendition["kind"]!, (string)rendition["reader"]!).ShouldBe(("for-reader", "consultation-1"));
            Holds((await nctv.GetAsync((string)rendition["href"]!)).Bytes, OfAlbert).ShouldBeTrue();
        }

        using var page = await Visitor.SignedInAsync(open.Service.Address, "Nora Nctv", ["liaison"], "NCTV");
        foreach (var path in (string[])[$"/cases/{id}/consultations/consultation-1", $"/cases/{id}/documents/{docx}", $"/cases/{id}/documents/{docx}/review"])
            (await page.GetAsync(path)).Text.ShouldNotContain("Linde");
        (await nctv.GetAsync($"cases/{id}/log")).Text.ShouldNotContain("passages-hidden");
    }

    /// <summary>A case with the same offers as a PDF and as a Word file, of which each has three passages.</summary>
    private async Task<(string Id, string Pdf, string Docx)> JudgedAsync()
    {
        var id = await Office.AssignedAsync();
        var documents = new List<string>();
        foreach (var (file, name) in ((byte[], string)[])[(Props.Pdf(Lines[0], Lines[1..]), "offertes.pdf"), (Docx(), "offertes.docx")])
        {
            var doc = (string)(await Office.Handler.UploadAsync($"cases/{id}/documents", file, name, new { title = "Offertes" })).Done["documentId"]!;
            _ = await PassageAsync(id, doc, OfAlbert, "disclosed");
            _ = await PassageAsync(id, doc, OfBerg, "disclosed");
            _ = await PassageAsync(id, doc, Secret, "withheld");
            documents.Add(doc);
        }

        return (id, documents[0], documents[1]);
    }

    private async Task<JsonNode> PassageAsync(string id, string doc, string quote, string treatment) => (await Office.Handler.StepAsync(id, "assess-passage", treatment == "withheld"
        ? new { documentId = doc, page = 1, treatment, quote, grounds = new[] { "10.2.e" }, reason = "Persoonlijke levenssfeer." }
        : new { documentId = doc, page = 1, treatment, quote })).Done;

    private async Task AskAsync(string id, string[] documents, string name) =>
        _ = (await Office.Handler.StepAsync(id, "ask-view", new { documents, concern = "Uw offerte wordt genoemd.", answerBy = "2018-06-07", name, legalPerson = true })).Done;

    private async Task AttributeAsync(string id, string thirdParty, string doc, params string[] passages) =>
        _ = (await Office.Handler.StepAsync(id, "attribute-passages", new { thirdParty, documents = new[] { doc }, passages })).Done;

    /// <summary>The ids of the passages that begin so, in the order of their documents.</summary>
    private async Task<string[]> PassagesAsync(string id, string begin) =>
    [
        .. (await Office.Handler.AllAsync($"cases/{id}/documents")).SelectMany(document => document["passages"]!.AsArray())
            .Where(passage => ((string)passage!["quote"]!).StartsWith(begin, StringComparison.Ordinal)).Select(passage => (string)passage!["passageId"]!),
    ];

    private async Task<JsonNode> MadeAsync(string id, string about, string kind = "view")
    {
        _ = (await Office.Handler.StepAsync(id, "ask-package", kind == "view" ? new { kind, viewId = about } : new { kind, consultationId = about })).Done;
        for (var i = 0; i < 200; i++)
        {
            await Office.SettleAsync();
            var asked = (await Office.Handler.GetAsync($"cases/{id}")).Done[$"{kind}s"]!.AsArray().Single(one => (string)one![$"{kind}Id"]! == about)!["package"]!;
            if ((string)asked["state"]! != "making")
                return asked;
        }

        throw new TimeoutException("The package was not made.");
    }

    private Task<Answer> PutAsync(string path, byte[] pdf) =>
        Office.Handler.SendAsync(HttpMethod.Put, path, new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "weergave.pdf" } });

    private static byte[] Docx()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new(new Body(Lines.Select(line => new Paragraph(new Run(new Text(line))))));
        return file.ToArray();
    }
}
