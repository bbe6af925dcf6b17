namespace WobWorkflow.Scenarios;

/// <summary>What the service writes where operators read it tells nothing of what a case is about.</summary>
[Collection(typeof(AtThePlay))]
public sealed class LeakTests(Undisturbed play)
{
    [Fact]
    public void Output_OfAPlay_TellsWhatWasAskedForAndNothingOfIt()
    {
        var secrets = play.Performance.Recorder.Secrets;
        foreach (var known in (string[])
            ["J. Journalist", "j.journalist@redactie.example", "de voorzorgsmaatregel antivirussoftware van 2018", "analyse.pdf", "nota-2.pdf", "Nota ten behoeve van de RVI",
             "De dienst beschikt over eigen informatie die dit beeld bevestigt."])
            secrets.ShouldContain(known);

        var output = play.Performance.Service.Output;
        output.ShouldContain("/steps/assess-passage");
        secrets.Where(secret => output.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Output_AfterASearch_TellsNotWhatWasSearchedFor()
    {
        _ = (await play.Office.Coordinator.GetAsync("cases?q=klokkenluider")).Done;

        play.Performance.Service.Output.ShouldNotContain("klokkenluider");
    }

    [Fact]
    public void Output_HoldsNoTokenAndNoKey()
    {
        play.Performance.Service.Output.ShouldNotContain(play.Office.Handler.Token!.Split('.')[2]);
        play.Performance.Service.Output.ShouldNotContain("AccountKey");
        play.Performance.Service.Output.ShouldNotContain("sig=");
    }
}
