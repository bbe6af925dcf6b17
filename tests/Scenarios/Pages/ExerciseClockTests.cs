namespace WobWorkflow.Scenarios;

/// <summary>The clock in the bar of a rehearsal, also where moving it takes longer than anyone waits.</summary>
public sealed class ExerciseClockTests(Azurite azurite)
{
    [Fact]
    public async Task ClockMovedFurtherThanAnyoneWaits_GoesOnAsAJob()
    {
        await using var service = await ServiceProcess.StartAsync(azurite, new(StringComparer.Ordinal) { ["Rehearsal__PatienceSeconds"] = "0" });
        var nobody = new Desk(service.Http, "", token: null);

        var answer = await nobody.PostAsync("rehearsal/clock", new { now = "2040-01-02T09:00:00Z" });

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var token = (string)(await nobody.PostAsync("rehearsal/tokens", new { name = "Truus Toezichthouder", roles = new[] { "auditor" } })).Done["token"]!;
        var job = await EndedAsync(new Desk(service.Http, "truus", token), answer.Headers.Location!.OriginalString);
        ((string)job["state"]!, (string)job["kind"]!).ShouldBe(("done", "clock"));
        ((string)(await nobody.GetAsync("rehearsal/clock")).Done["today"]!).ShouldBe("2040-01-02");

        using var visitor = await Visitor.SignedInAsync(service.Address, "Truus Toezichthouder", ["auditor"]);
        var moved = await visitor.SubmitAsync("/calendar", "/exercise/clock", ("to", "day"));
        moved.Status.ShouldBe(HttpStatusCode.SeeOther);
        moved.Headers.Location!.OriginalString.ShouldStartWith("/jobs/clock-");
        (await visitor.GetAsync(moved.Headers.Location.OriginalString)).Text.ShouldContain("De klok van de oefening gaat vooruit");
    }

    private static async Task<JsonNode> EndedAsync(Desk desk, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if ((await desk.GetAsync(path)).Done is var job && (string)job["state"]! != "running")
                return job;
        }
    }
}
