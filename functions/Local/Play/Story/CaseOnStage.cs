using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>A case in the hands of the players.</summary>
/// <param name="name">How the story calls it.</param>
internal sealed class CaseOnStage(Scene scene, string id, string name)
{
    public string Id => id;

    public string Name => name;

    /// <summary>Takes a step.</summary>
    /// <param name="told">What is said of it; null for nothing.</param>
    /// <returns>The case as it is then.</returns>
    public async Task<JsonNode> StepAsync(Person person, string step, object payload, string? told)
    {
        var view = await scene.PostAsync(person, $"cases/{id}/steps/{step}", payload);
        if (told is not null)
            await SayAsync(told);
        return view;
    }

    /// <summary>Tries what the engine must refuse.</summary>
    public Task RefusedAsync(Person person, string step, object payload, string told) => scene.RefusedAsync(person, $"cases/{id}/steps/{step}", payload, $"[{name}] {told}");

    public Task<JsonNode> SeeAsync(Person person) => scene.GetAsync(person, $"cases/{id}");

    /// <summary>Adds a document.</summary>
    /// <param name="file">Null for one whose content stays elsewhere.</param>
    public async Task AddAsync(Person person, Paper paper, byte[]? file)
    {
        var metadata = new { title = paper.Title, kind = paper.Kind, date = paper.Date, marking = paper.Marking, forum = paper.Forum, owner = paper.Owner };
        var added = file is null
            ? await scene.PostAsync(person, $"cases/{id}/documents", metadata)
            : await scene.UploadAsync(person, $"cases/{id}/documents", file, paper.FileName!, metadata);
        await SayAsync($"{added["documentId"]}: {paper.Title} ({(file is null ? "alleen de gegevens" : Describe(added["renditions"]![0]!, paper.FileName!))})");
    }

    /// <summary>Signs and dispatches the letter that the engine drafted: found by what it is about, and so the same one when the story is told again.</summary>
    public async Task SendAsync(Person person, string kind, string about, string channel, string told)
    {
        await scene.SettleAsync();
        var letterId = (string)LetterOf(await SeeAsync(person), kind, about)["letterId"]!;
        await StepAsync(person, "sign-letter", new { letterId }, null);
        await StepAsync(person, "record-dispatch", new { letterId, channel }, told);
    }

    /// <summary>Fills in what the engine left to people: downloads its draft, edits it, and puts the new version in its place.</summary>
    public async Task EditAsync(Person person, string decisionId, Dictionary<string, string> words)
    {
        await scene.SettleAsync();
        var letter = LetterOf(await SeeAsync(person), "decision", decisionId);
        var draft = await scene.DownloadAsync(person, $"cases/{id}/artifacts/{letter["versions"]![0]}");
        // The rendition that names nobody is filled in alike: it goes to third parties.
        var nameless = await scene.DownloadAsync(person, $"cases/{id}/artifacts/{letter["anonymised"]}");
        var added = await scene.UploadAsync(
            person, $"cases/{id}/artifacts", OfficeProps.Edited(draft, words), "besluit.docx", new { kind = "edited-letter", about = decisionId });
        var anonymised = await scene.UploadAsync(
            person, $"cases/{id}/artifacts", OfficeProps.Edited(nameless, words), "besluit.docx", new { kind = "decision-anonymised", about = decisionId });
        await StepAsync(person, "edit-letter",
            new { letterId = (string)letter["letterId"]!, artifactId = (string)added["artifactId"]!, anonymisedId = (string)anonymised["artifactId"]! },
            $"{person.Name} vult in de brief aan waar de motor niet over gaat");
    }

    /// <summary>Has a package made and waits for it.</summary>
    /// <param name="about">What it belongs to.</param>
    /// <returns>The package.</returns>
    public async Task<JsonNode> PackAsync(Person person, object asked, string about)
    {
        // The letter that it goes with first: what is made beside the turns comes in between at any moment.
        await scene.SettleAsync();
        await StepAsync(person, "ask-package", asked, null);
        var packages = await scene.UntilAsync(person, $"cases/{id}/packages", all => (string)Last(all)["state"]! != "making");
        return (string)Last(packages)["state"]! == "complete" ? Last(packages) : throw new PlayStoppedException($"The package for {about} is not complete: {Last(packages).ToJsonString()}");

        JsonNode Last(JsonNode all) => all["items"]!.AsArray().Last(package => (string)package!["about"]! == about)!;
    }

    /// <summary>Fetches a package, as who may see it.</summary>
    /// <returns>The names of the files in it.</returns>
    public async Task<string[]> FetchAsync(Person person, string packageId)
    {
        var archive = await scene.DownloadAsync(person, $"cases/{id}/packages/{packageId}/content");
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Puts documents to an agency and sends the letter.</summary>
    /// <param name="packaged">Whether what is put to it goes along as a package.</param>
    public async Task ConsultAsync(Person handler, string consultation, string agency, string[] documents, string question, DateOnly answerBy, bool packaged = false)
    {
        await StepAsync(handler, "consult", new { agency, documents, question, answerBy }, null);
        if (packaged)
            await PackAsync(handler, new { kind = "consultation", consultationId = consultation }, consultation);
        var kind = agency is "CVIN" or "RVI" ? "consultation-request-forum" : "consultation-request";
        await SendAsync(handler, kind, consultation, "courier",
            kind == "consultation-request-forum" ? $"Gevraagd: {agency}, via het secretariaat (AZ), want een overleg heeft geen eigen archief" : $"Gevraagd: {agency}");
    }

    /// <summary>Keeps the judgement of a passage that was put up because what it derives from becomes public.</summary>
    public async Task KeepAsync(Person person, string documentId, string passageId, string reason)
    {
        var document = await scene.GetAsync(person, $"cases/{id}/documents/{documentId}");
        var passage = document["passages"]!.AsArray().Single(p => (string)p!["passageId"]! == passageId)!;
        var put = passage["reassess"]!.AsArray().First(r => (string)r!["cause"]!["reason"]! == "source-assessed")!;
        await StepAsync(person, "keep-assessment", new { reassessmentId = (string)put["reassessmentId"]!, reason },
            $"De motor legde {passageId} opnieuw voor, omdat de bron ervan openbaar wordt; {person.Name} laat het oordeel staan");
    }

    /// <summary>Keeps judgements that the other case has differently, or has of what they derive from, once the engine saw that; without it no decision is drafted.</summary>
    /// <param name="places">Documents, and passages of them after a slash.</param>
    public async Task KeepDifferencesAsync(Person person, string reason, params string[] places)
    {
        await scene.SettleAsync();
        await SayAsync($"De motor houdt het opstellen tegen, want de andere zaak beoordeelt {string.Join(" en ", places)} anders; {person.Name} zegt waarom dat zo mag blijven");
        foreach (var place in places)
        {
            var document = await scene.GetAsync(person, $"cases/{id}/documents/{place.Split('/')[0]}");
            var judged = place.Split('/') is [_, var passage] ? document["passages"]!.AsArray().Single(p => (string)p!["passageId"]! == passage)! : document;
            // Told again, the one that was kept for this reason; what came and went within a second was never kept.
            var put = judged["reassess"]!.AsArray().First(r => (string)r!["cause"]!["reason"]! is "judged-differently" or "source-judged-differently" && ((string?)r["kept"] ?? (r["answeredOn"] is null ? reason : null)) == reason)!;
            await StepAsync(person, "keep-assessment", new { reassessmentId = (string)put["reassessmentId"]!, reason }, null);
        }
    }

    /// <param name="edited">Whether a person wrote in the letter: what the engine doesn't read then, a person checks.</param>
    public async Task SubmitAsync(DecisionTeam team, string decisionId, bool edited = false)
    {
        await scene.SettleAsync();
        object[] answers = edited ? [.. ((string[])["dictum", "inventory-covered", "counts"]).Select(check => new { check, answer = "yes" })] : [];
        await StepAsync(team.Drafter, "submit-decision", new { decisionId, answers },
            edited ? $"{team.Drafter.Name} legt het concept voor en beantwoordt drie controles" : $"{team.Drafter.Name} legt het concept voor; de motor controleerde het");
    }

    public async Task ApproveAsync(DecisionTeam team, string decisionId)
    {
        foreach (var approver in team.Approvers)
            await StepAsync(approver, "approve-decision", new { decisionId }, $"{approver.Name} is akkoord");
    }

    /// <param name="packer">Who makes the package that is signed; null where none is.</param>
    public async Task TakeAsync(Person signatory, string decisionId, string told, Person? packer = null)
    {
        await StepAsync(signatory, "take-decision", new { decisionId }, $"{signatory.Name} neemt het besluit");
        if (packer is not null)
            await BindAsync(packer, decisionId);
        await SendAsync(signatory, "decision", decisionId, "post", told);
    }

    /// <summary>Letter, annex, inventory and redacted documents become one package, and what was signed is bound to it by hash.</summary>
    public async Task BindAsync(Person person, string decisionId)
    {
        var package = await PackAsync(person, new { kind = "decision", decisionId }, decisionId);
        var signed = await scene.UploadAsync(person, $"cases/{id}/artifacts", StoryPapers.Signed(decisionId), "besluit.pdf", new { kind = "signed-decision", about = decisionId });
        await StepAsync(person, "bind-signed-decision", new { packageId = (string)package["packageId"]!, artifactId = (string)signed["artifactId"]! },
            $"Het besluitpakket telt {package["files"]} bestanden, waarvan {package["documents"]} documenten; het ondertekende besluit is eraan gebonden");
    }

    public Task SayAsync(string line) => scene.SayAsync($"[{name}] {line}");

    /// <summary>Tells of the terms of this kind, with their dates.</summary>
    public async Task TellTermAsync(Person person, string termId)
    {
        var term = (await SeeAsync(person))["terms"]!.AsArray().Single(t => (string)t!["termId"]! == termId)!;
        await SayAsync($"termijn {term["article"]}: nominaal {Day(term["nominal"]!)}, uiterlijk {Day(term["due"]!)}");
    }

    private static string Describe(JsonNode rendition, string fileName) =>
        Path.GetExtension(fileName)[1..].ToUpperInvariant() + (int?)rendition["pages"] switch
        {
            null => "",
            1 => ", 1 bladzijde",
            { } pages => string.Create(CultureInfo.InvariantCulture, $", {pages} bladzijden"),
        };

    private static string Day(JsonNode date) => Scene.Dutch(DateOnly.ParseExact((string)date!, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static JsonNode LetterOf(JsonNode view, string kind, string about) => view["letters"]!.AsArray().Single(l =>
        (string)l!["kind"]! == kind && (string)l["about"]! == about && (string)l["state"]! != "withdrawn")!;
}

/// <summary>Who makes a decision: nobody of them twice.</summary>
internal sealed record DecisionTeam(Person Drafter, Person[] Approvers, Person Signatory);
