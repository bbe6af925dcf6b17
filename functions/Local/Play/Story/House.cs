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
        var from = scene.Today;
        await StepAsync("grant-mandate", new { person = cast.Signatory.Id, capacity = "het hoofd van de afdeling Openbaarheid", kinds = First, from });
        await StepAsync("grant-mandate", new { person = cast.HigherSignatory.Id, capacity = "de Secretaris-Generaal", kinds = Later, from });
        await scene.SayAsync($"{cast.Administrator.Name} richt in: twee niveaus accorderen, en wie het eerste besluit neemt heeft geen mandaat voor wat daarop volgt");
    }

    private static object Level(string name, Person person) => new { name, role = "approver", persons = new[] { person.Id } };

    private async Task StepAsync(string step, object payload) => await scene.PostAsync(cast.Administrator, $"organisation/steps/{step}", payload);
}
