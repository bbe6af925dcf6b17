namespace WobWorkflow.Local;

/// <summary>The journalist's request, from receipt to a decision that refuses most of it.</summary>
internal sealed class FirstRequest(Scene scene, Cast cast, byte[]? sample)
{
    public async Task<CaseOnStage> PlayAsync(List<string> cases)
    {
        var c = await RegisterAsync();
        cases.Add(c.Id);
        var work = new SharedWork(scene, cast, c, sample);

        await scene.OnAsync("units-asked");
        await PreserveAsync(c);
        await c.StepAsync(cast.Handler, "ask-unit", new
        {
            unit = "NCTV, directie Analyse",
            question = "Welke documenten heeft u over de voorbereiding van de voorzorgsmaatregel? Zoek ook in mail en chats.",
            answerBy = "2018-10-26",
        }, "De NCTV wordt uitgevraagd, uiterlijk 26 oktober");

        await scene.OnAsync("units-answered");
        await work.CollectAsync(cast.Unit);
        await c.AddAsync(cast.Unit, StoryPapers.FromCompany, StoryPapers.FromCompanyFile());
        await work.SearchAsync(cast.Unit, scene.Facts.On("first-request"));
        await c.StepAsync(cast.Unit, "record-unit-answer", new { unitQuestionId = "unit-question-1", answer = "delivered" }, "Het onderdeel heeft geleverd");
        await c.StepAsync(cast.Handler, "close-collection", new { }, "De inventarisatie is afgesloten");

        await scene.OnAsync("consulted");
        await work.AssessAsync(cast.Handler);
        await AssessMailsAsync(c);
        await work.ConsultAsync(cast.Handler, new DateOnly(2018, 11, 16));

        await AskViewsAsync(c);
        await ExtendAsync(c);
        await scene.OnAsync("views-given");
        await TakeInViewsAsync(c);
        foreach (var agency in (string[])["CVIN", "NCTV", "AIVD", "MIVD"])
            await work.AdviseAsync(agency);

        await scene.OnAsync("forum-late");
        await c.SendAsync(cast.Handler, "consultation-reminder", "consultation-2", "courier", "De herinnering aan de RVI is verzonden");
        await scene.OnAsync("forum-answers");
        await work.AdviseAsync("RVI");

        await scene.OnAsync("assessed");
        await work.MotivateAsync(cast.Handler);
        await c.StepAsync(cast.Handler, "close-consultation", new { }, null);
        await c.StepAsync(cast.Handler, "close-review", new { }, "De beoordeling is afgesloten");
        await DecideAsync(c);
        return c;
    }

    private async Task<CaseOnStage> RegisterAsync()
    {
        var registered = await scene.PostAsync(cast.Coordinator, "cases", new
        {
            subject = "de voorzorgsmaatregel antivirussoftware van 2018",
            text = "Ik verzoek om alle documenten die ten grondslag liggen aan de voorzorgsmaatregel van mei 2018 over antivirussoftware van Kaspersky Lab.",
            receivedOn = scene.Today,
            channel = "email",
            requester = new { name = "Redactie Pointer (KRO-NCRV)", email = "redactie@pointer.example", address = "Postbus 200\n1200 AE Hilversum", legalPerson = true },
            matterId = "voorzorgsmaatregel-2018",
        });
        var c = new CaseOnStage(scene, (string)registered["caseId"]!, "journalist");
        await c.SayAsync($"geregistreerd, kenmerk {c.Id}");
        await c.StepAsync(cast.Coordinator, "qualify", new { kind = "public-information" }, "Het is een verzoek op grond van de Wob");
        await c.StepAsync(cast.Coordinator, "assign", new { handler = cast.Handler.Id }, $"De zaak is van {cast.Handler.Name}");
        await c.SendAsync(cast.Handler, "receipt-confirmation", "request", "email", "De ontvangst is bevestigd");
        return c;
    }

    private async Task PreserveAsync(CaseOnStage c)
    {
        await c.StepAsync(cast.Handler, "inform-preservation", new { unit = "NCTV, directie Analyse", note = "Ook chats; zet automatisch wissen uit." }, null);
        await c.StepAsync(cast.Handler, "inform-preservation", new { unit = "Secretariaat van de NCTV" }, "Twee onderdelen is gevraagd alles te bewaren, chats ook");
        await c.StepAsync(cast.Unit, "inform-preservation", new { confirmed = "preservation-1" }, $"{cast.Unit.Name} bevestigt dat");
        await c.StepAsync(cast.Handler, "inform-preservation", new { confirmed = "preservation-2", note = "Telefonisch bevestigd." }, null);
    }

    private async Task AssessMailsAsync(CaseOnStage c)
    {
        await PassageAsync("doc-4", StoryPapers.OpinionInMail, "11.1", "De passage bevat een persoonlijke beleidsopvatting ten behoeve van intern beraad.");
        await PassageAsync("doc-7", StoryPapers.TermsInMail, "10.1.c", "Het zijn bedrijfsgegevens die vertrouwelijk aan de overheid zijn meegedeeld.");
        await c.StepAsync(cast.Handler, "assess-passages", new
        {
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            theme = "Persoonsgegevens van medewerkers",
            mark = "persoonsgegevens",
            reason = "De persoonlijke levenssfeer van medewerkers weegt hier zwaarder dan openbaarheid.",
            passages = new object[] { new { documentId = "doc-4", page = 1, quote = StoryPapers.OfficialsInMail }, new { documentId = "doc-7", page = 1, quote = StoryPapers.EmployeeInMail } },
        }, "De persoonsgegevens in twee e-mails zijn in één keer beoordeeld, met één motivering; het lakvak draagt die naam");

        Task PassageAsync(string documentId, string quote, string ground, string reason) =>
            c.StepAsync(cast.Handler, "assess-passage", new { documentId, page = 1, treatment = "withheld", grounds = new[] { ground }, quote, reason }, null);
    }

    /// <summary>The term stands still from the day after the requester is told, not from the letter to the third party.</summary>
    private async Task AskViewsAsync(CaseOnStage c)
    {
        await scene.OnAsync("views-asked");
        await c.StepAsync(cast.Handler, "ask-view", new
        {
            documents = new[] { "doc-7" },
            concern = "De e-mail is van uw onderneming. Twee passages worden naar verwachting niet openbaar.",
            answerBy = "2018-11-16",
            name = "Kaspersky Lab",
            address = "Papendorpseweg 1\n3528 BJ Utrecht",
            legalPerson = true,
        }, null);
        await c.SendAsync(cast.Handler, "third-party-view-request", "view-1", "post", "De brief aan Kaspersky Lab noemt de verzoeker niet");
        await c.SendAsync(cast.Handler, "suspension-notice", "views-1", "email", "De verzoeker weet ervan: vanaf morgen is de termijn opgeschort");
    }

    private async Task ExtendAsync(CaseOnStage c)
    {
        await scene.OnAsync("extended");
        await c.StepAsync(cast.Handler, "extend-term",
            new { days = 28, reason = "De afstemming met vijf instanties vraagt meer tijd dan vier weken." }, null);
        await c.SendAsync(cast.Handler, "extension-notice", "extension", "email", "De verzoeker is op tijd verteld dat de termijn vier weken langer wordt");
    }

    private async Task TakeInViewsAsync(CaseOnStage c)
    {
        await c.StepAsync(cast.Handler, "record-view", new
        {
            viewId = "view-1",
            drift = "objects-in-part",
            view = "Kaspersky Lab heeft geen bezwaar tegen openbaarmaking van de e-mail, met uitzondering van de contractwaarde en de naam van de medewerker.",
        }, "De zienswijze van Kaspersky Lab: deels bezwaar");
        await c.SendAsync(cast.Handler, "suspension-ended", "views-1", "email", "De verzoeker kent de nieuwe laatste dag");
        await c.TellTermAsync(cast.Handler, "decision");
    }

    private async Task DecideAsync(CaseOnStage c)
    {
        await scene.OnAsync("first-draft");
        await c.StepAsync(cast.Handler, "draft-decision", new { kind = "primary" }, "Het conceptbesluit is er; de brief volgt uit de beoordeling");
        await c.EditAsync(cast.Handler, "decision-1", StoryPapers.OnTheView);
        await c.SubmitAsync(cast.Primary, "decision-1", edited: true);
        await c.RefusedAsync(cast.Handler, "approve-decision", new { decisionId = "decision-1" }, $"{cast.Handler.Name} accordeert het eigen concept");

        await scene.OnAsync("first-decision");
        await c.ApproveAsync(cast.Primary, "decision-1");
        await c.TakeAsync(cast.Signatory, "decision-1", "Verzonden; de bezwaartermijn loopt");
        await c.SendAsync(cast.Handler, "third-party-decision", "decision-1:person-2", "post", "Kaspersky Lab krijgt het besluit tegelijk, zonder persoonsgegevens");
        await c.TellTermAsync(cast.Handler, "objection:decision-1");
        await c.StepAsync(cast.Publisher, "plan-release", new
        {
            decisionId = "decision-1",
            on = scene.Facts.On("first-release"),
            objectionExpected = true,
            documents = new[] { "doc-4", "doc-7" },
        }, "Kaspersky Lab heeft deels bezwaar: de twee e-mails wachten twee weken");

        await scene.OnAsync("first-release");
        await c.StepAsync(cast.Publisher, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true, note = "Nagevraagd bij de rechtbank." },
            $"{cast.Publisher.Name} heeft nagegaan dat geen voorlopige voorziening is gevraagd");
        await c.StepAsync(cast.Publisher, "record-publication", new { publicationId = "publication-1", location = scene.Facts.Say("first-placed-at") },
            $"Geplaatst op {scene.Facts.Say("first-placed-at")}{scene.Facts.Mark("first-placed-at")}");
    }
}
