using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>The journalist's request, from receipt to a decision that refuses most of it.</summary>
internal sealed class FirstRequest(Scene scene, Cast cast, byte[]? sample)
{
    private const string Opinion = "De passage bevat een persoonlijke beleidsopvatting ten behoeve van intern beraad.";

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
        await UnpackAsync(c);
        await work.SearchAsync(cast.Unit, scene.Facts.On("first-request"));
        await c.StepAsync(cast.Unit, "record-unit-answer", new { unitQuestionId = "unit-question-1", answer = "delivered" }, "Het onderdeel heeft geleverd");
        await c.StepAsync(cast.Handler, "close-collection", new { }, "De inventarisatie is afgesloten");

        await scene.OnAsync("consulted");
        await work.AssessAsync(cast.Handler);
        await AssessMailsAsync(c);
        await AssessFolderAsync(c);
        await RedactByHandAsync(c);
        await work.ConsultAsync(cast.Handler, new DateOnly(2018, 11, 16), packaged: true);
        await work.FetchAsync("NCTV");

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

    /// <summary>An archive becomes the documents in it; one that was here already doesn't come twice. What a mail says of itself is proposed, and a person takes it over.</summary>
    private async Task UnpackAsync(CaseOnStage c)
    {
        await c.AddAsync(cast.Unit, StoryPapers.Folder, StoryPapers.FolderFile());
        await scene.SettleAsync();
        var folder = (await scene.GetAsync(cast.Handler, $"cases/{c.Id}/documents/doc-8"))["unpacking"]!;
        var same = folder["refused"]!.AsArray().Single()!;
        await c.SayAsync($"uit de map komen {folder["members"]} bestanden: twee zijn doc-9 en doc-10, één is {same["same"]} en komt niet nog eens");
        await DescribeAsync("doc-9", "Doorgestuurde e-mail over de conceptnota", "2018-04-27", StoryPapers.ReaderOfMail, StoryPapers.SecondReader);
        await DescribeAsync("doc-10", "E-mail van BZK over de uitfasering", "2018-05-09", StoryPapers.SenderElsewhere, StoryPapers.Ministry);

        // As was proposed; when the story is told again, nothing is proposed any more.
        Task<JsonNode> DescribeAsync(string documentId, string title, string date, string from, string to) =>
            c.StepAsync(cast.Unit, "describe-document", new { documentId, title, date, from, to }, null);
    }

    /// <summary>That a mail is nearly the same as another is proposed too; and what another ministry decides on is left to it.</summary>
    private async Task AssessFolderAsync(CaseOnStage c)
    {
        var resembling = (await scene.GetAsync(cast.Handler, $"cases/{c.Id}/documents/doc-9/resembling"))["items"]![0]!;
        await c.StepAsync(cast.Handler, "link-document", new { documentId = "doc-9", to = "doc-4", kind = "derived-from" },
            $"De motor vond dat doc-9 voor {(double)resembling["resemblance"]!:P0} hetzelfde is als doc-4; {cast.Handler.Name} koppelt ze en oordeelt over beide gelijk");
        await PassageAsync(c, "doc-9", StoryPapers.OpinionInMail, "11.1", Opinion);
        await c.StepAsync(cast.Handler, "assess-passages", new
        {
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            motivationId = "motivation-1",
            passages = new object[]
            {
                new { documentId = "doc-9", page = 1, quote = StoryPapers.ReaderOfMail },
                new { documentId = "doc-9", page = 1, quote = StoryPapers.SecondReader },
                new { documentId = "doc-9", page = 1, quote = StoryPapers.OfficialsInMail },
            },
        }, null);
        var linked = await c.StepAsync(cast.Handler, "link-case",
            new { state = "treated", body = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", reference = "Wob 2018-112", documents = new[] { "doc-10" }, sameRequest = true }, null);
        await c.StepAsync(cast.Handler, "assess-document",
            new { documentId = "doc-10", judgement = "out-of-scope", judgedBy = (string)linked["linkedCases"]![0]!["linkedCaseId"]!, reason = "BZK behandelt hetzelfde verzoek en beslist over dit stuk." },
            "Over doc-10 beslist BZK, dat hetzelfde verzoek behandelt; wie wat beoordeelt ligt vast");
    }

    private async Task AssessMailsAsync(CaseOnStage c)
    {
        await PassageAsync(c, "doc-4", StoryPapers.OpinionInMail, "11.1", Opinion);
        await PassageAsync(c, "doc-7", StoryPapers.TermsInMail, "10.1.c", "Het zijn bedrijfsgegevens die vertrouwelijk aan de overheid zijn meegedeeld.");
        await c.StepAsync(cast.Handler, "assess-passages", new
        {
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            theme = "Persoonsgegevens van medewerkers",
            mark = "persoonsgegevens",
            reason = "De persoonlijke levenssfeer van medewerkers weegt hier zwaarder dan openbaarheid.",
            passages = new object[]
            {
                new { documentId = "doc-4", page = 1, quote = StoryPapers.SenderOfMail },
                new { documentId = "doc-4", page = 1, quote = StoryPapers.ReaderOfMail },
                new { documentId = "doc-4", page = 1, quote = StoryPapers.OfficialsInMail },
                new { documentId = "doc-7", page = 1, quote = StoryPapers.EmployeeInMail },
            },
        }, "De persoonsgegevens in twee e-mails zijn in één keer beoordeeld, met één motivering; het lakvak draagt die naam");
    }

    private async Task PassageAsync(CaseOnStage c, string documentId, string quote, string ground, string reason) =>
        await c.StepAsync(cast.Handler, "assess-passage", new { documentId, page = 1, treatment = "withheld", grounds = new[] { ground }, quote, reason }, null);

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
        await c.PackAsync(cast.Handler, new { kind = "view", viewId = "view-1" }, "view-1");
        await c.SendAsync(cast.Handler, "third-party-view-request", "view-1", "post", "De brief aan Kaspersky Lab noemt de verzoeker niet; zij krijgt de e-mail mee zoals die openbaar zou worden");
        await c.SendAsync(cast.Handler, "suspension-notice", "views-1", "email", "De verzoeker weet ervan: vanaf morgen is de termijn opgeschort");
    }

    /// <summary>The engine redacts when a view is asked or the review is closed; who made a rendition before adds it, and the engine looks through it.</summary>
    private async Task RedactByHandAsync(CaseOnStage c)
    {
        var place = $"cases/{c.Id}/documents/doc-7/redacted";
        await scene.RefusedAsync(cast.Handler, place, StoryPapers.FromCompanyRedacted(StoryPapers.TermsInMail), "e-mail-gelakt.pdf",
            $"[{c.Name}] Een gelakte versie toevoegen waarin één passage is blijven staan");
        await scene.PutAsync(cast.Handler, place, StoryPapers.FromCompanyRedacted("10.1.c"), "e-mail-gelakt.pdf");
        await c.SayAsync($"{cast.Handler.Name} lakte de e-mail van Kaspersky Lab met de hand; de motor controleerde dat niets is blijven staan");
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
            documents = new[] { "doc-4", "doc-7", "doc-9" },
        }, "Kaspersky Lab heeft deels bezwaar: de drie e-mails wachten twee weken");

        await scene.OnAsync("first-release");
        await c.StepAsync(cast.Publisher, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true, note = "Nagevraagd bij de rechtbank." },
            $"{cast.Publisher.Name} heeft nagegaan dat geen voorlopige voorziening is gevraagd");
        await c.StepAsync(cast.Publisher, "record-publication", new { publicationId = "publication-1", location = scene.Facts.Say("first-placed-at") },
            $"Geplaatst op {scene.Facts.Say("first-placed-at")}{scene.Facts.Mark("first-placed-at")}");
        await c.BindAsync(cast.Handler, "decision-1");
    }
}
