namespace WobWorkflow.Local;

/// <summary>The objection of the journalist, in which Kaspersky Lab joins, to the decision that leaves the refusal as it was.</summary>
internal sealed class Objection(Scene scene, Cast cast, CaseOnStage c)
{
    private const string Remedy = "remedy-1";

    public async Task PlayAsync()
    {
        await scene.OnAsync("objection");
        await c.StepAsync(cast.ObjectionHandler, "lodge-remedy", new
        {
            kind = "objection",
            by = "requester",
            decisionId = "decision-1",
            grounds = "Een analyse die op open bronnen berust kan de veiligheid van de Staat niet schaden. De weigering is niet per onderdeel gemotiveerd.",
        }, $"Het bezwaar is op tijd; {cast.ObjectionHandler.Name} neemt het op");
        await scene.OnAsync("joined");
        await c.StepAsync(cast.ObjectionHandler, "join-party", new { remedyId = Remedy, person = "person-2" }, "Wie hier derde is, wordt straks in een eigen zaak verzoeker");

        await scene.OnAsync("hearing-planned");
        await c.StepAsync(cast.ObjectionHandler, "schedule-hearing", new { remedyId = Remedy, date = scene.Facts.On("hearing"), committee = true },
            "De commissie hoort op 9 april; omdat dat binnen zes weken is verteld, wordt de termijn twaalf weken");
        await c.TellTermAsync(cast.ObjectionHandler, $"objection-decision:{Remedy}");
        await scene.OnAsync("hearing");
        await c.StepAsync(cast.ObjectionHandler, "record-hearing", new
        {
            remedyId = Remedy,
            report = "Gehoord zijn de verzoeker en Kaspersky Lab. Beiden voeren aan dat de analyse openbaar kan worden. Namens de minister is de weigering toegelicht.",
        }, "Gehoord zijn de journalist en Kaspersky Lab; het verslag ligt vast");
        await scene.OnAsync("objection-extended");
        await c.StepAsync(cast.ObjectionHandler, "extend-objection-term", new { remedyId = Remedy, days = 42, reason = "Het advies van de commissie wordt afgewacht." },
            "De termijn op het bezwaar is met zes weken verdaagd");
        await c.TellTermAsync(cast.ObjectionHandler, $"objection-decision:{Remedy}");
        await scene.OnAsync("committee");
        await c.StepAsync(cast.ObjectionHandler, "record-committee-advice", new
        {
            remedyId = Remedy,
            advice = "unfounded",
            text = "De commissie acht de weigering in stand te laten en adviseert de motivering aan te vullen.",
        }, "De commissie adviseert ongegrond");
        await DecideAsync();
    }

    private async Task DecideAsync()
    {
        await scene.OnAsync("objection-draft");
        await c.StepAsync(cast.ObjectionHandler, "draft-decision", new
        {
            kind = "on-objection",
            supplements = "decision-1",
            considerations = "De weigering blijft in stand. Dat de analyse op open bronnen berust, neemt niet weg dat de samenhang inzicht geeft in werkwijze en kennisniveau.",
        }, "Het besluit op bezwaar is opgesteld");
        await c.EditAsync(cast.ObjectionHandler, "decision-2", StoryPapers.OnTheObjection);
        await c.SubmitAsync(cast.OnObjection, "decision-2", edited: true);

        await scene.OnAsync("objection-decision");
        await c.ApproveAsync(cast.OnObjection, "decision-2");
        await c.RefusedAsync(cast.Signatory, "take-decision", new { decisionId = "decision-2" }, $"{cast.Signatory.Name}, die het eerste besluit nam, beslist op het bezwaar");
        await c.TakeAsync(cast.HigherSignatory, "decision-2", "Verzonden; nu staat beroep open");
        await c.SendAsync(cast.Handler, "third-party-decision", "decision-2:person-2", "post", "Kaspersky Lab, dat aan het bezwaar deelnam, krijgt het besluit tegelijk");
        await c.TellTermAsync(cast.ObjectionHandler, "appeal:decision-2");
    }

    /// <summary>To the district court: what became of it there isn't known.</summary>
    public async Task AppealAsync()
    {
        await scene.OnAsync("first-appeal");
        await c.StepAsync(cast.Litigator, "lodge-remedy", new
        {
            kind = "appeal",
            by = "requester",
            decisionId = "decision-2",
            caseNumber = scene.Facts.Say("first-court-number"),
        }, $"Beroep bij de rechtbank, {scene.Facts.Say("first-court-number")}{scene.Facts.Mark("first-court-number")}");
        await c.TellTermAsync(cast.Litigator, "court-documents:remedy-2");
        await scene.OnAsync("first-filed");
        await c.StepAsync(cast.Litigator, "file-court-documents", new { remedyId = "remedy-2" }, "De stukken en het verweerschrift zijn binnen vier weken ingezonden");
    }
}
