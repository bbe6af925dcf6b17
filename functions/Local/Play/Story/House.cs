namespace WobWorkflow.Local;

/// <summary>How the deciding body arranged its work: the levels that approve, and who has a mandate for what.</summary>
internal sealed class House(Scene scene, Cast cast)
{
    private static readonly string[] First = ["primary", "partial", "not-treated"];
    private static readonly string[] Later = ["on-objection", "repair", "new-after-annulment", "supplementary", "amending"];

    /// <summary>Two levels for every decision; who takes first decisions has no mandate for what comes after them (Awb 10:3(3)).</summary>
    public async Task ArrangeAsync()
    {
        await StepAsync("set-approval-route", new { levels = new[] { Level("Jurist", cast.Jurist), Level("Directeur", cast.Director) } });
        await StepAsync("set-letterhead", new
        {
            sender = "Ministerie van Justitie en Veiligheid\nDirectie Wetgeving en Juridische Zaken\nPostbus 20301\n2500 EH Den Haag",
            contact = "Team openbaarheid",
            body = "De Minister van Justitie en Veiligheid",
            onBehalf = "het hoofd van de afdeling Openbaarheid",
            objectionAddress = "Ministerie van Justitie en Veiligheid\nDirectie Wetgeving en Juridische Zaken\nPostbus 20301\n2500 EH Den Haag",
            court = "de rechtbank in uw arrondissement, sector bestuursrecht",
            coordinatorsEmail = "coordinatie@jenv.example",
        });
        var from = scene.Today;
        await StepAsync("grant-mandate", new { person = cast.Signatory.Id, capacity = "het hoofd van de afdeling Openbaarheid", kinds = First, from });
        await StepAsync("grant-mandate", new { person = cast.HigherSignatory.Id, capacity = "de Secretaris-Generaal", kinds = Later, from });
        await scene.SayAsync($"{cast.Administrator.Name} richt in: twee niveaus accorderen, en wie het eerste besluit neemt heeft geen mandaat voor wat daarop volgt");
    }

    /// <summary>From here on letters that the minister signs print this name.</summary>
    public async Task WelcomeMinisterAsync()
    {
        await StepAsync("set-office-holder", new { office = "De Minister van Justitie en Veiligheid", name = scene.Facts.Say("minister"), from = scene.Today });
        await scene.SayAsync($"Wie het ambt bekleedt op de dag van een Kamerbrief, ondertekent hem: {scene.Facts.Say("minister")}");
    }

    private static object Level(string name, Person person) => new { name, role = "approver", persons = new[] { person.Id } };

    private async Task StepAsync(string step, object payload) => await scene.PostAsync(cast.Administrator, $"organisation/steps/{step}", payload);
}
