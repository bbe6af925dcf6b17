namespace WobWorkflow.Local;

/// <summary>The company's own request for the same papers, to a decision that refuses it.</summary>
internal sealed class SecondRequest(Scene scene, Cast cast, byte[]? sample)
{
    public async Task<CaseOnStage> PlayAsync(List<string> cases)
    {
        await scene.OnAsync("second-request");
        var c = await RegisterAsync();
        cases.Add(c.Id);
        var work = new SharedWork(scene, cast, c, sample);

        await scene.OnAsync("second-collected");
        await c.StepAsync(cast.SecondHandler, "inform-preservation", new { unit = "NCTV, directie Analyse" }, null);
        await c.StepAsync(cast.Unit, "inform-preservation", new { confirmed = "preservation-1" }, null);
        await work.CollectAsync(cast.Unit);
        await ImportAsync(c);
        await work.SearchAsync(cast.Unit, scene.Facts.On("second-request"));
        await c.StepAsync(cast.SecondHandler, "close-collection", new { }, null);
        await work.AssessAsync(cast.SecondHandler);
        await c.StepAsync(cast.SecondHandler, "assess-document",
            new { documentId = "doc-4", judgement = "already-public", location = scene.Facts.Say("first-placed-at") }, "De e-mail is al openbaar, door de eerste zaak");
        await work.ConsultAsync(cast.SecondHandler, new DateOnly(2019, 7, 5), packaged: false);

        await scene.OnAsync("second-advice");
        foreach (var agency in (string[])["CVIN", "RVI", "NCTV", "AIVD", "MIVD"])
            await work.AdviseAsync(agency);
        await work.MotivateAsync(cast.SecondHandler);

        await scene.OnAsync("second-extended");
        await c.StepAsync(cast.SecondHandler, "extend-term", new { days = 28, reason = "De samenhang met een eerder verzoek over dezelfde stukken vraagt meer tijd." }, null);
        await c.SendAsync(cast.SecondHandler, "extension-notice", "extension", "post", "Kaspersky Lab is op tijd verteld dat de termijn vier weken langer wordt");
        await c.TellTermAsync(cast.SecondHandler, "decision");

        await scene.OnAsync("second-draft");
        await c.KeepDifferencesAsync(cast.SecondHandler, "De e-mail is in de eerste zaak deels openbaar gemaakt; in deze zaak gaat het om dat openbare deel.", "doc-4");
        await c.StepAsync(cast.SecondHandler, "draft-decision", new { kind = "primary" }, "Het conceptbesluit is er");
        await c.SubmitAsync(cast.Second, "decision-1");
        await scene.OnAsync("second-decision");
        await c.ApproveAsync(cast.Second, "decision-1");
        await c.TakeAsync(cast.Signatory, "decision-1", "Verzonden; de bezwaartermijn loopt");
        await c.TellTermAsync(cast.SecondHandler, "objection:decision-1");
        return c;
    }

    /// <summary>What another program listed is read in: all of it, or nothing with an error for each row.</summary>
    private async Task ImportAsync(CaseOnStage c)
    {
        var place = $"cases/{c.Id}/inventory";
        await scene.RefusedAsync(cast.SecondHandler, place, StoryPapers.Report("misschien", scene.Facts.Say("announced-at")), "productierapport.csv",
            $"[{c.Name}] Een productierapport inlezen met een beoordeling die niet bestaat");
        await scene.PutAsync(cast.SecondHandler, place, StoryPapers.Report("Reeds openbaar", scene.Facts.Say("announced-at")), "productierapport.csv");
        await c.SayAsync($"het productierapport van het onderdeel is ingelezen: één regel, één document erbij{scene.Facts.Mark("announced-at")}");
    }

    private async Task<CaseOnStage> RegisterAsync()
    {
        var registered = await scene.PostAsync(cast.Coordinator, "cases", new
        {
            subject = "de dreigingsanalyse achter de voorzorgsmaatregel van 2018",
            text = "Kaspersky Lab verzoekt om openbaarmaking van de dreigingsanalyse en van alle stukken waarin deze is gebruikt.",
            receivedOn = scene.Today,
            channel = "post",
            requester = new { name = "Kaspersky Lab", address = "Papendorpseweg 1\n3528 BJ Utrecht", legalPerson = true },
            matterId = "voorzorgsmaatregel-2018",
        });
        var c = new CaseOnStage(scene, (string)registered["caseId"]!, "Kaspersky");
        await c.SayAsync($"geregistreerd in dezelfde kwestie, kenmerk {c.Id}");
        await c.StepAsync(cast.Coordinator, "qualify", new { kind = "public-information" }, null);
        await c.StepAsync(cast.Coordinator, "assign", new { handler = cast.SecondHandler.Id }, $"De zaak is van {cast.SecondHandler.Name}");
        await c.SendAsync(cast.SecondHandler, "receipt-confirmation", "request", "post", "De ontvangst is bevestigd");
        return c;
    }
}
