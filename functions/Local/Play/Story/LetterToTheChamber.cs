namespace WobWorkflow.Local;

/// <summary>The letter to Parliament (Kamerbrief): drafted while the decisions are drafts, sent when both went out.</summary>
internal sealed class LetterToTheChamber(Scene scene, Cast cast, string ruling)
{
    public async Task DraftAsync()
    {
        var facts = scene.Facts;
        await AddAsync(facts.Say("measure-by"), "over de voorzorgsmaatregel", "measure-paper", "measure");
        await AddAsync(facts.Say("phasing-out-by"), facts.Say("phasing-out-about"), "phasing-out-paper", "earlier");
        await AddAsync(facts.Say("measure-by"), "over de herbeoordeling", "reassessment-paper", "reassessment");
        await StepAsync(cast.Coordinator, "draft-letter", new
        {
            measure = facts.Say("measure"),
            measureBy = facts.Say("measure-by"),
            measureYear = int.Parse(facts.Say("measure-year"), System.Globalization.CultureInfo.InvariantCulture),
            measureText = facts.Say("measure-text"),
            publishedAt = facts.Say("published-at"),
            documents = new[] { new { title = facts.Say("analysis"), nature = facts.Say("analysis-nature"), basisOfMeasure = true } },
            otherBasis = facts.Say("other-basis"),
            closing = facts.Say("closing"),
            passages = "enkele passages",
            passagesParaphrase = facts.Say("analysis"),
            passagesIn = "nota’s",
            forums = "het Comité Verenigde Inlichtingendiensten Nederland (CVIN)\nde Raad Veiligheid en Inlichtingen (RVI)",
            reassessedIn = int.Parse(facts.Say("reassessed-in"), System.Globalization.CultureInfo.InvariantCulture),
            reassessment = facts.Say("reassessment"),
        });
        await scene.SettleAsync();
        await scene.SayAsync("De Kamerbrief is opgesteld uit de uitspraak, de zaken en de eigen feiten: maatregel, aard van het stuk, eerdere brieven, herbeoordeling, slot");
    }

    public async Task SendAsync()
    {
        await StepAsync(cast.Minister, "sign-letter", new { });
        await scene.SayAsync("De minister ondertekent de Kamerbrief; wie hem opstelde kan dat niet");
        await StepAsync(cast.Coordinator, "inform-parliament", new { });
        await scene.SayAsync("De Kamer is geïnformeerd, na beide besluiten");
    }

    private async Task AddAsync(string by, string about, string paper, string citedAs)
    {
        if (scene.Facts.Say(paper).Split("; ") is not [var session, var dossiers, var number])
            throw new PlayStoppedException($"The facts of the story name no paper under {paper}.");
        await StepAsync(cast.Coordinator, "add-earlier-letter", new { by, about, session, dossiers, number, citedAs });
    }

    private async Task StepAsync(Person person, string step, object payload) => await scene.PostAsync(person, $"rulings/{ruling}/steps/{step}", payload);
}
