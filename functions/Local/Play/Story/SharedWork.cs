namespace WobWorkflow.Local;

/// <summary>What is done in both cases alike: the same papers are collected, put to the same agencies and judged on the same grounds.</summary>
internal sealed class SharedWork(Scene scene, Cast cast, CaseOnStage c, byte[]? sample)
{
    private const string Undisclosed = "De passage geeft inzicht in de werkwijze en het actuele kennisniveau van de diensten.";
    private const string Opinion = "De passage bevat persoonlijke beleidsopvattingen ten behoeve van intern beraad.";

    /// <summary>The agencies that are asked, and about which documents: CVIN and RVI of the memos written for them, the owners per passage.</summary>
    private static readonly (string Agency, string[] Documents)[] Asked =
        [("CVIN", ["doc-2"]), ("RVI", ["doc-3"]), ("NCTV", ["doc-1", "doc-2", "doc-3"]), ("AIVD", ["doc-2"]), ("MIVD", ["doc-3"])];

    /// <summary>Six documents: files that the story makes, one whose content stays elsewhere, one that was public already.</summary>
    public async Task CollectAsync(Person unit)
    {
        await c.AddAsync(unit, StoryPapers.Analysis(scene.Facts), sample ?? StoryPapers.AnalysisFile(scene.Facts));
        await c.AddAsync(unit, StoryPapers.ForCvin, StoryPapers.ForCvinFile());
        await c.AddAsync(unit, StoryPapers.ForRvi, StoryPapers.ForRviFile());
        await c.AddAsync(unit, StoryPapers.AboutDraft, StoryPapers.AboutDraftFile());
        await c.AddAsync(unit, StoryPapers.OfServices, file: null);
        await c.AddAsync(unit, StoryPapers.ToParliament, file: null);
    }

    public async Task SearchAsync(Person unit, DateOnly through)
    {
        await SearchedAsync(unit, "document-management", "Documentbeheer van de NCTV", "antivirus, Kaspersky, voorzorgsmaatregel", 4, through);
        await SearchedAsync(unit, "mail", "Postbussen van de betrokken medewerkers", "antivirus, Kaspersky", 1, through);
        await SearchedAsync(unit, "whats-app", "Diensttelefoons van de betrokken medewerkers", "antivirus, Kaspersky", 0, through);
        await SearchedAsync(unit, "signal", "Diensttelefoons van de betrokken medewerkers", "antivirus, Kaspersky", 0, through);
        await c.SayAsync("gezocht in documentbeheer, mail, WhatsApp en Signal; dat in chats niets is gevonden ligt ook vast");
    }

    /// <summary>Looks at each passage by itself; what paraphrases the analysis says which passage of it.</summary>
    public async Task AssessAsync(Person reviewer)
    {
        await PassageAsync(reviewer, "doc-1", StoryPapers.RightsFinding, "10.1.b", Undisclosed, null);
        await PassageAsync(reviewer, "doc-1", StoryPapers.LawFinding, "10.1.b", Undisclosed, null);
        await PassageAsync(reviewer, "doc-2", StoryPapers.RightsInCvin, "10.1.b", Undisclosed, "passage-1");
        await PassageAsync(reviewer, "doc-2", StoryPapers.LawInCvin, "10.1.b", Undisclosed, "passage-2");
        await PassageAsync(reviewer, "doc-2", StoryPapers.OwnInformation, "10.1.b", Undisclosed, null);
        await PassageAsync(reviewer, "doc-3", StoryPapers.RightsInRvi, "10.1.b", Undisclosed, "passage-1");
        await PassageAsync(reviewer, "doc-3", StoryPapers.OpinionInRvi, "11.1", Opinion, null);
        await c.StepAsync(reviewer, "link-document", new { documentId = "doc-2", to = "doc-1", kind = "derived-from" }, null);
        await c.StepAsync(reviewer, "link-document", new { documentId = "doc-3", to = "doc-1", kind = "derived-from" }, null);
        await c.StepAsync(reviewer, "assess-document", new
        {
            documentId = "doc-1",
            judgement = "not-public",
            grounds = new[] { "10.1.b" },
            reason = "Openbaarmaking van de analyse geeft inzicht in werkwijze en kennisniveau, ook al berust zij op open bronnen.",
        }, null);
        foreach (var (documentId, forum) in ((string, string)[])[("doc-2", "het CVIN"), ("doc-3", "de RVI")])
        {
            await c.StepAsync(reviewer, "assess-document", new
            {
                documentId,
                judgement = "not-public",
                grounds = new[] { "10.1.b", "11.1" },
                reason = $"De nota is opgesteld voor intern beraad in {forum}; wat feitelijk is, is daarmee verweven.",
            }, null);
        }

        await c.StepAsync(reviewer, "assess-document", new
        {
            documentId = "doc-5",
            judgement = "not-public",
            grounds = new[] { "10.1.b" },
            reason = "De bijdrage bevat staatsgeheime gegevens van de diensten; de inhoud blijft op een daarvoor ingericht systeem.",
        }, null);
        await c.StepAsync(reviewer, "assess-document", new { documentId = "doc-6", judgement = "already-public", location = scene.Facts.Say("measure-letter") }, null);
        await c.SayAsync("zeven passages aangewezen; van drie in de nota's ligt vast welke passage van de analyse zij parafraseren");
    }

    /// <summary>Puts the passages to those whom they concern.</summary>
    /// <param name="handler">Whose case it is.</param>
    /// <param name="packaged">Whether what is put to them goes along as a package.</param>
    public async Task ConsultAsync(Person handler, DateOnly answerBy, bool packaged)
    {
        foreach (var (number, (agency, documents)) in Asked.Index())
        {
            await c.ConsultAsync(
                handler, $"consultation-{number + 1}", agency, documents, "Kunnen de aangewezen passages openbaar worden gemaakt, en zo nee, waarom niet?", answerBy, packaged);
        }
    }

    /// <summary>What is put to an agency, as it fetches that: nothing of the case beside it.</summary>
    public async Task FetchAsync(string agency)
    {
        var mine = (await c.SeeAsync(cast.Of(agency)))["consultations"]!.AsArray().First()!["package"]!;
        var files = await c.FetchAsync(cast.Of(agency), (string)mine["packageId"]!);
        await c.SayAsync($"{agency} haalt op wat is voorgelegd, en alleen dat: {string.Join(", ", files)}");
    }

    /// <summary>The agency answers for itself, per passage.</summary>
    public async Task AdviseAsync(string agency)
    {
        var number = Asked.Index().Single(asked => asked.Item.Agency == agency).Index + 1;
        object[] items = agency switch
        {
            "CVIN" => [new { documentId = "doc-2", advice = "redact", passageId = "passage-5", ground = "10.1.b" }],
            "RVI" => [new { documentId = "doc-3", advice = "redact", passageId = "passage-7", ground = "11.1" }],
            "NCTV" => [new { documentId = "doc-1", advice = "withhold", ground = "10.1.b" }, new { documentId = "doc-2", advice = "redact", passageId = "passage-3", ground = "10.1.b" }],
            "AIVD" => [new { documentId = "doc-2", advice = "redact", passageId = "passage-5", ground = "10.1.b" }],
            _ => [new { documentId = "doc-3", advice = "redact", passageId = "passage-6", ground = "10.1.b" }],
        };
        await c.StepAsync(cast.Of(agency), "record-advice", new { consultationId = $"consultation-{number}", advice = agency == "NCTV" ? "withhold" : "redact", items },
            $"Advies van {agency}, per passage");
    }

    /// <summary>The reasons by theme, once for all passages of it.</summary>
    public async Task MotivateAsync(Person reviewer)
    {
        await c.StepAsync(reviewer, "write-motivation", new
        {
            theme = "Veiligheid van de Staat",
            text = "De passages geven inzicht in de werkwijze en het actuele kennisniveau van de diensten. Openbaarmaking kan de veiligheid van de Staat schaden.",
            ground = "10.1.b",
        }, null);
        await c.StepAsync(reviewer, "write-motivation", new
        {
            theme = "Persoonlijke beleidsopvattingen",
            text = "De passages zijn opgesteld voor intern beraad en bevatten persoonlijke opvattingen van ambtenaren over het te voeren beleid.",
            ground = "11.1",
        }, null);
        await c.SayAsync("gemotiveerd per thema: veiligheid van de Staat, persoonlijke beleidsopvattingen");
    }

    private async Task PassageAsync(Person reviewer, string documentId, string quote, string ground, string reason, string? derivedFrom) =>
        await c.StepAsync(reviewer, "assess-passage", new { documentId, page = 1, treatment = "withheld", grounds = new[] { ground }, quote, reason, derivedFrom }, null);

    private async Task SearchedAsync(Person unit, string channel, string place, string terms, int found, DateOnly through) =>
        await c.StepAsync(unit, "record-search", new { channel, place, terms, found, from = "2018-01-01", through }, null);
}
