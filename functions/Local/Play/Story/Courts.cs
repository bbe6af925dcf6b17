using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>Both cases before the district court and the Afdeling.</summary>
internal sealed class Courts(Scene scene, Cast cast, CaseOnStage journalist, CaseOnStage company)
{
    /// <summary>The company skips the objection; both appeals are dismissed, and both parties go on.</summary>
    public async Task PlayDistrictCourtAsync(List<string> rulings)
    {
        var facts = scene.Facts;
        await scene.OnAsync("second-appeal");
        await company.StepAsync(cast.Litigator, "lodge-remedy", new
        {
            kind = "direct-appeal",
            by = "requester",
            decisionId = "decision-1",
            caseNumber = facts.Say("second-court-number"),
            grounds = "De weigering is niet per onderdeel gemotiveerd. Met instemming van de minister wordt het bezwaar overgeslagen.",
        }, $"Rechtstreeks beroep bij de rechtbank, {facts.Say("second-court-number")}");
        await scene.OnAsync("second-filed");
        await LimitAsync("remedy-1", "court-bundle-1");
        await company.StepAsync(cast.Litigator, "file-court-documents", new { remedyId = "remedy-1" }, "De stukken zijn op de laatste dag ingezonden");

        await HearingAsync("court-hearing-known", "court-hearing", "remedy-2", "remedy-1", "court-bundle-1");
        await scene.OnAsync("district-rulings");
        rulings.Add(await RegisterAsync(new
        {
            court = "RBMNE",
            kind = "final",
            sentOn = scene.Today,
            rows = new object[] { Row(journalist, "decision-2", "remedy-2", facts.Say("first-court-number"), facts.Say("first-court-outcome")) },
        }, $"De zaak van de journalist: beroep ongegrond{facts.Mark("first-court-outcome")}"));
        rulings.Add(await RegisterAsync(new
        {
            court = "RBMNE",
            kind = "final",
            ecli = facts.Say("second-court-ecli"),
            pronouncedOn = scene.Today,
            sentOn = scene.Today,
            rows = new object[] { Row(company, "decision-1", "remedy-1", facts.Say("second-court-number"), facts.Say("second-court-outcome")) },
        }, $"De zaak van Kaspersky Lab: beroep ongegrond, {facts.Say("second-court-ecli")}"));
        await scene.SettleAsync();
        await journalist.TellTermAsync(cast.Litigator, $"higher-appeal:{rulings[0]}:decision-2");
    }

    /// <summary>One ruling over both cases.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> PlayDivisionAsync(List<string> rulings)
    {
        var facts = scene.Facts;
        await scene.OnAsync("higher-appeals");
        await AppealFurtherAsync(journalist, rulings[0], "first-division-number");
        await AppealFurtherAsync(company, rulings[1], "second-division-number");
        await scene.OnAsync("division-filed");
        await journalist.StepAsync(cast.Litigator, "file-court-documents", new { remedyId = "remedy-3" }, null);
        await LimitAsync("remedy-2", "court-bundle-2");
        await company.StepAsync(cast.Litigator, "file-court-documents", new { remedyId = "remedy-2" }, "In beide zaken zijn de stukken ingezonden");
        await HearingAsync("division-hearing-known", "division-hearing", "remedy-3", "remedy-2", "court-bundle-2");

        await scene.OnAsync("minister");
        await new House(scene, cast).WelcomeMinisterAsync();
        await scene.OnAsync("division-ruling");
        string[] outcomes = ["ruling-annulled", "well-founded", "annulled", "new-decision"];
        rulings.Add(await RegisterAsync(new
        {
            court = "RVS",
            kind = "final",
            url = facts.Say("division-address"),
            sentOn = scene.Today,
            rows = new object[]
            {
                Row(journalist, "decision-2", "remedy-3", facts.Say("first-division-number"), outcomes),
                Row(company, "decision-1", "remedy-2", facts.Say("second-division-number"), outcomes),
            },
            instructions = new[] { facts.Say("division-instruction-1"), facts.Say("division-instruction-2") },
        }, $"Eén uitspraak over twee zaken, met twee opdrachten{facts.Mark("division-instruction-1")}"));
        await scene.SettleAsync();
        foreach (var ruling in rulings[..2])
            await scene.PostAsync(cast.Litigator, $"rulings/{ruling}/steps/close", new { });
        await scene.SayAsync("De uitspraken van de rechtbank zijn afgedaan; die van de Afdeling heropent beide zaken");
        await journalist.TellTermAsync(cast.Litigator, $"ruling:{rulings[2]}:decision-2");
        await company.TellTermAsync(cast.Litigator, $"ruling:{rulings[2]}:decision-1");
        return rulings[2];
    }

    private async Task AppealFurtherAsync(CaseOnStage c, string rulingId, string number)
    {
        var caseNumber = scene.Facts.Say(number);
        await c.StepAsync(cast.Litigator, "lodge-remedy", new { kind = "higher-appeal", by = "requester", rulingId, caseNumber },
            $"Hoger beroep bij de Afdeling, {caseNumber}{scene.Facts.Mark(number)}");
        await scene.PostAsync(cast.Litigator, $"rulings/{rulingId}/steps/appeal-further", new { by = "requester", caseNumber });
    }

    /// <summary>The papers go to the court whole, for the judge alone; each instance is asked anew (Awb 8:29).</summary>
    private async Task LimitAsync(string remedyId, string bundle)
    {
        await company.StepAsync(cast.Litigator, "request-limited-knowledge", new
        {
            remedyId,
            reasons = "Wie de analyse en de nota's leest, kent wat in deze procedure nu juist in geschil is.",
            documents = new[] { "doc-1", "doc-2", "doc-3" },
        }, null);
        await scene.SettleAsync();
        await company.StepAsync(cast.Litigator, "ask-package", new { kind = "court", courtBundleId = bundle }, null);
        var made = (await scene.UntilAsync(cast.Litigator, $"cases/{company.Id}/court-bundles/{bundle}", view => (string?)view["made"]!.AsArray().LastOrDefault()?["state"] == "complete"))["made"]!.AsArray().Last()!;
        var files = await company.FetchAsync(cast.Litigator, (string)made["packageId"]!);
        await company.SayAsync($"voor de rechter alleen: {string.Join(", ", files)}; wie de bundel ophaalt, staat in het eigen log ervan");
    }

    private async Task HearingAsync(string known, string held, string journalistRemedy, string companyRemedy, string bundle)
    {
        await scene.OnAsync(known);
        await company.StepAsync(cast.Litigator, "record-secrecy-ruling", new { courtBundleId = bundle, outcome = "justified" }, null);
        await company.StepAsync(cast.Litigator, "record-consent", new { courtBundleId = bundle, person = "person-1", given = true },
            "Alleen de rechter kent de stukken; Kaspersky Lab stemt ermee in dat hij daarop mede uitspraak doet");
        var date = scene.Facts.On(held);
        await journalist.StepAsync(cast.Litigator, "record-court-hearing", new { remedyId = journalistRemedy, date }, null);
        await company.StepAsync(cast.Litigator, "record-court-hearing", new { remedyId = companyRemedy, date }, $"Beide zaken op {Scene.Dutch(date)}; nadere stukken tot tien dagen ervoor");
        await scene.OnAsync(held);
        await journalist.StepAsync(cast.Litigator, "record-court-hearing", new { remedyId = journalistRemedy, date, held = true }, null);
        await company.StepAsync(cast.Litigator, "record-court-hearing", new { remedyId = companyRemedy, date, held = true }, "De zitting is gehouden");
    }

    private async Task<string> RegisterAsync(object ruling, string told)
    {
        JsonNode registered = await scene.PostAsync(cast.Litigator, "rulings", ruling);
        await scene.SayAsync(told);
        return (string)registered["rulingId"]!;
    }

    private static object Row(CaseOnStage c, string decisionId, string remedyId, string caseNumber, params string[] outcomes) =>
        new { caseNumber, caseId = c.Id, decisionId, remedyId, outcomes };
}
