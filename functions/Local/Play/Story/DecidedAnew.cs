namespace WobWorkflow.Local;

/// <summary>The ruling carried out: declassified, judged anew with what derives from it, two supplementary decisions, one release, and the letter to Parliament.</summary>
internal sealed class DecidedAnew(Scene scene, Cast cast, CaseOnStage journalist, CaseOnStage company, string ruling)
{
    public async Task PlayAsync()
    {
        await scene.OnAsync("scope");
        await scene.PostAsync(cast.Litigator, $"rulings/{ruling}/steps/confirm-scope", new { note = "Twee zaken, in elk één bestreden besluit." });
        await scene.SayAsync("De reikwijdte is bevestigd: twee zaken");
        await AskOwnerAsync(journalist, cast.Handler);
        await AskOwnerAsync(company, cast.SecondHandler);
        await scene.OnAsync("declassified");
        await DeclassifyAsync(journalist);
        await DeclassifyAsync(company);

        await scene.OnAsync("reassessed");
        await journalist.StepAsync(cast.Handler, "reopen-review", new { reason = "De uitspraak vraagt een nieuwe beoordeling." }, null);
        await ReassessAsync(journalist, cast.Handler, "motivation-2", ["passage-3", "passage-4", "passage-6"]);
        await DepartAsync(journalist, cast.Handler);
        await journalist.SayAsync("de analyse wordt openbaar, en met haar de drie passages in de nota's die haar parafraseren");
        // The passage in the memo for the RVI stays withheld here; the check before approval finds that its source is public.
        await ReassessAsync(company, cast.SecondHandler, "motivation-1", ["passage-3", "passage-4"]);
        await company.SayAsync("de analyse en twee passages in de nota voor het CVIN worden openbaar");

        await scene.OnAsync("drafts");
        await journalist.KeepDifferencesAsync(cast.Handler, "De andere zaak wordt op dit punt nog bijgewerkt.", "doc-3/passage-6");
        await journalist.KeepDifferencesAsync(cast.Handler, "De andere zaak gaat over het deel van de e-mail dat hier openbaar werd.", "doc-4", "doc-9");
        await company.KeepDifferencesAsync(cast.SecondHandler, "De passage is met de opvatting ernaast verweven.", "doc-3/passage-6");
        await DraftAsync(journalist, cast.FirstAnew, "decision-2", "decision-3");
        await DraftAsync(company, cast.SecondAnew, "decision-1", "decision-2");
        await new LetterToTheChamber(scene, cast, ruling).DraftAsync();
        await MomentAsync(scene.Facts.On("first-supplement"), "Besluiten, documenten en Kamerbrief krijgen één moment");
        await scene.RefusedAsync(cast.Coordinator, $"rulings/{ruling}/steps/inform-parliament", new { }, "De Kamerbrief verzenden terwijl de besluiten concepten zijn");

        await GoOutAsync();
    }

    private async Task GoOutAsync()
    {
        var planned = scene.Facts.On("second-supplement");
        await scene.OnAsync("first-supplement");
        await journalist.ApproveAsync(cast.FirstAnew, "decision-3");
        await journalist.TakeAsync(cast.HigherSignatory, "decision-3", "Het eerste aanvullende besluit is verzonden, binnen de termijn", packer: cast.Handler);
        await journalist.SendAsync(cast.Handler, "third-party-decision", "decision-3:person-2", "post", "Kaspersky Lab krijgt het als derde tegelijk, zonder persoonsgegevens");
        await PlanAsync(journalist, "decision-3", planned, "doc-1");
        await PlanAsync(journalist, "decision-3", planned, "doc-2", "doc-3");
        await journalist.SayAsync($"de openbaarmaking staat klaar voor {Scene.Dutch(planned)}, tegelijk met die in de andere zaak");
        await company.RefusedAsync(cast.Jurist, "approve-decision", new { decisionId = "decision-2" }, "Het andere besluit accorderen terwijl een controle niet klopt");
        await company.StepAsync(cast.Jurist, "return-decision", new
        {
            decisionId = "decision-2",
            reason = "Een passage in de nota voor de RVI is nog geweigerd, terwijl zij de analyse parafraseert en in de zaak van de journalist openbaar wordt.",
        }, $"{cast.Jurist.Name} stuurt het terug: dezelfde passage kan niet hier geweigerd en daar openbaar zijn");
        await WarnedAsync();
        await MomentAsync(planned, "Het moment schuift mee");
        await scene.RefusedAsync(cast.Coordinator, $"rulings/{ruling}/steps/inform-parliament", new { }, "De Kamerbrief verzenden na één van de twee besluiten");

        await scene.OnAsync("late");
        await TellRemindersAsync();
        await DiscloseAsync(company, cast.SecondHandler, "passage-6", "doc-3", "passage-1");
        await DepartAsync(company, cast.SecondHandler);
        await company.SubmitAsync(cast.SecondAnew, "decision-2");
        await company.ApproveAsync(cast.SecondAnew, "decision-2");

        await scene.OnAsync("second-supplement");
        await company.TakeAsync(cast.HigherSignatory, "decision-2", "Het tweede aanvullende besluit is verzonden, een week te laat", packer: cast.SecondHandler);
        await PlanAsync(company, "decision-2", planned, "doc-1", "doc-2", "doc-3");
        await ReleaseAsync();
        await new LetterToTheChamber(scene, cast, ruling).SendAsync();
    }

    private async Task MomentAsync(DateOnly on, string what)
    {
        await scene.PostAsync(cast.Coordinator, $"rulings/{ruling}/steps/plan-moment", new { on });
        await scene.SayAsync($"{what}: {Scene.Dutch(on)}");
    }

    private async Task WarnedAsync()
    {
        foreach (var warning in (await scene.GetAsync(cast.Coordinator, $"rulings/{ruling}"))["moment"]!["warnings"]!.AsArray())
            await scene.SayAsync($"De uitspraak waarschuwt: {warning!["detail"]}");
    }

    private async Task AskOwnerAsync(CaseOnStage c, Person handler)
    {
        await c.ConsultAsync(handler, "consultation-6", "NCTV", ["doc-1", "doc-2", "doc-3"],
            "De uitspraak vraagt een nieuwe beoordeling. Kan de rubricering van deze stukken vervallen?", scene.Facts.On("declassified"));
    }

    private async Task DeclassifyAsync(CaseOnStage c)
    {
        await c.StepAsync(cast.Nctv, "record-advice", new { consultationId = "consultation-6", advice = "declassify" }, null);
        foreach (var documentId in (string[])["doc-1", "doc-2", "doc-3"])
            await c.StepAsync(cast.Nctv, "record-declassification", new { documentId, to = "none", by = "NCTV" }, null);
        await c.SayAsync($"{cast.Nctv.Name} heft de rubricering van drie stukken op, als eigenaar");
    }

    /// <param name="motivationId">The theme of the security of the State.</param>
    private static async Task ReassessAsync(CaseOnStage c, Person handler, string motivationId, string[] derived)
    {
        await DiscloseAsync(c, handler, "passage-1", "doc-1", null);
        await DiscloseAsync(c, handler, "passage-2", "doc-1", null);
        await c.StepAsync(handler, "assess-document", new { documentId = "doc-1", judgement = "public" }, null);
        foreach (var passage in derived)
            await DiscloseAsync(c, handler, passage, passage == "passage-6" ? "doc-3" : "doc-2", passage == "passage-4" ? "passage-2" : "passage-1");
        if (!derived.Contains("passage-6"))
            await c.KeepAsync(handler, "doc-3", "passage-6", "De passage is met de opvatting ernaast verweven.");
        await PartlyAsync("doc-2", "10.1.b", "De passage over eigen informatie van de dienst geeft inzicht in zijn kennisniveau.");
        await PartlyAsync("doc-3", "11.1", "De passage met een persoonlijke opvatting is voor intern beraad opgesteld.");
        await c.StepAsync(handler, "write-motivation", new
        {
            motivationId,
            theme = "Veiligheid van de Staat",
            text = "Geweigerd blijft alleen wat eigen informatie van de diensten bevat. Wat op open bronnen berust, wordt openbaar, ook waar een nota het parafraseert.",
            ground = "10.1.b",
        }, null);

        Task PartlyAsync(string documentId, string ground, string reason) =>
            c.StepAsync(handler, "assess-document", new { documentId, judgement = "partly-public", grounds = new[] { ground }, reason }, null);
    }

    private static async Task DiscloseAsync(CaseOnStage c, Person handler, string passageId, string documentId, string? derivedFrom) =>
        await c.StepAsync(handler, "assess-passage", new { documentId, passageId, page = 1, treatment = "disclosed", derivedFrom }, null);

    /// <summary>The MIVD advised to withhold the passage that is disclosed now; an advice binds nobody, but who departs from it says why.</summary>
    private static async Task DepartAsync(CaseOnStage c, Person handler) => await c.StepAsync(handler, "depart-from-advice", new
    {
        consultationId = "consultation-5",
        lines = new[] { 1 },
        reason = "De passage parafraseert de analyse, die op open bronnen berust en na de uitspraak openbaar wordt.",
    }, "Dat van het advies van MIVD wordt afgeweken, ligt vast met de reden");

    private async Task DraftAsync(CaseOnStage c, DecisionTeam team, string supplements, string decisionId)
    {
        // Answered first, so that the letter is drafted once, with the answers in it.
        await c.StepAsync(team.Drafter, "answer-instruction", new
        {
            rulingId = ruling,
            number = 1,
            answer = "Het document wordt geheel openbaar.",
        }, null);
        await c.StepAsync(team.Drafter, "answer-instruction", new
        {
            rulingId = ruling,
            number = 2,
            answer = "De passages die aan het document zijn ontleend, worden eveneens openbaar.",
        }, null);
        await c.StepAsync(team.Drafter, "draft-decision", new
        {
            kind = "supplementary",
            supplements,
            answersRuling = ruling,
            considerations = "Ter uitvoering van de uitspraak zijn de stukken opnieuw beoordeeld. Dit besluit valt onder de Wob, omdat het vóór 1 mei 2022 wordt genomen.",
        }, null);
        if (c == journalist)
            await c.EditAsync(team.Drafter, decisionId, StoryPapers.OnTheView);
        await c.SubmitAsync(team, decisionId, edited: c == journalist);
        await c.SayAsync("het aanvullende besluit ligt in concept voor, met een antwoord op elke opdracht");
    }

    private async Task PlanAsync(CaseOnStage c, string decisionId, DateOnly on, params string[] documents) =>
        await c.StepAsync(cast.Publisher, "plan-release", new { decisionId, on, objectionExpected = false, documents }, null);

    /// <summary>One document goes out from here to the open register; the rest was placed on the government's site by hand.</summary>
    private async Task ReleaseAsync()
    {
        var placed = scene.Facts.Say("published-at");
        await ClearAsync(journalist, "publication-2");
        await journalist.StepAsync(cast.Publisher, "publish", new { publicationId = "publication-2" }, "De opdracht om de analyse openbaar te maken is gegeven");
        await ClearAsync(journalist, "publication-3");
        await journalist.StepAsync(cast.Publisher, "record-publication", new { publicationId = "publication-3", location = placed }, null);
        await ClearAsync(company, "publication-1");
        await company.StepAsync(cast.Publisher, "record-publication", new { publicationId = "publication-1", location = placed }, $"De stukken staan op {placed}");
        await scene.SettleAsync();
    }

    private async Task ClearAsync(CaseOnStage c, string publicationId) =>
        await c.StepAsync(cast.Publisher, "clear-publication", new { publicationId, noInterimReliefKnown = true, note = "Nagevraagd bij de Afdeling." }, null);

    private async Task TellRemindersAsync()
    {
        var reminders = (await company.SeeAsync(cast.SecondHandler))["reminders"]!.AsArray().Where(r => ((string)r!["termId"]!).StartsWith("ruling:", StringComparison.Ordinal));
        await company.SayAsync($"de motor herinnerde {cast.SecondHandler.Name} aan de uitspraak: {string.Join(", ", reminders.Select(r => (string)r!["rung"]!))}");
    }
}
