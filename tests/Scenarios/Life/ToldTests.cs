using System.Diagnostics;
using System.Security.Cryptography;

namespace WobWorkflow.Scenarios;

/// <summary>The story as whoever starts the service sees it told, with a document of their own in it.</summary>
public sealed class ToldTests(Azurite azurite)
{
    /// <summary>WOBWORKFLOW_SAMPLE names a PDF from outside; without it the test makes one of two pages.</summary>
    private static byte[] Sample() => Environment.GetEnvironmentVariable("WOBWORKFLOW_SAMPLE") is { Length: > 0 } given
        ? File.ReadAllBytes(given)
        : Props.Pdf("Eigen stuk", [.. Enumerable.Repeat("Een alinea die zich herhaalt, zodat er meer dan een bladzijde nodig is.", 30)]);

    [Fact]
    public async Task Play_ToldWithASample_CollectsThatDocument()
    {
        var sample = Sample();
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, sample);
        try
        {
            await using var service = await ServiceProcess.StartAsync(azurite, null, "--play", "--sample", file);
            var told = await service.LineAsync(line => line.StartsWith("Het stuk ", StringComparison.Ordinal));
            told.ShouldStartWith("Het stuk is uit.", customMessage: service.Output);

            var office = await Office.OpenAsync(service.Http);
            var document = (await office.Handler.GetAsync($"{new Uri(told[told.IndexOf("http", StringComparison.Ordinal)..]).AbsolutePath}/documents/doc-1")).Done;
            var original = document["renditions"]![0]!;
            ((string)original["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sample)));
            ((string)original["mediaType"]!).ShouldBe("application/pdf");
            ((int)original["pages"]!).ShouldBeGreaterThanOrEqualTo(1);
            service.Output.ShouldContain($"doc-1: Dreigingsanalyse, op basis van open bronnen, {original["pages"]} bladzijde");
            (await office.Handler.GetAsync((string)original["href"]!)).Bytes.ShouldBe(sample);
            service.Output.ShouldContain("22 mei 2018 · Een verzoek komt binnen");
            service.Output.ShouldContain("uiterlijk 2018-08-20 (running)");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Play_CutOffWithTheServiceThatTellsIt_GoesOnWhereItWas()
    {
        await using var service = await ServiceProcess.StartAsync(azurite, null, "--play");
        _ = await service.LineAsync(line => line.Contains("Advies van de RVI", StringComparison.Ordinal));
        await service.KillAsync();

        await service.StartAgainAsync();

        (await service.LineAsync(line => line.StartsWith("Het stuk ", StringComparison.Ordinal))).ShouldStartWith("Het stuk is uit.", customMessage: service.Output);
        var office = await Office.OpenAsync(service.Http);
        var id = (string)(await office.Auditor.AllAsync("cases")).ShouldHaveSingleItem()["caseId"]!;
        var c = (await office.Auditor.GetAsync($"cases/{id}")).Done;
        c["letters"]!.AsArray().Select(letter => $"{letter!["kind"]} {letter["about"]}").ShouldBeUnique();
        c["letters"]!.AsArray().ShouldAllBe(letter => (string)letter!["state"]! == "dispatched");
        ((int)c["documents"]!["total"]!).ShouldBe(3);
        c["searches"]?.AsArray().Count.ShouldBe(2);
        c["terms"]!.AsArray().Select(term => (string)term!["due"]!).ShouldContain("2018-08-20");
    }

    [Fact]
    public async Task Sample_ThatIsNotThere_IsToldBeforeAnythingStarts()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "WobWorkflow.Local.dll"), "--rehearsal", "--sample", "/nergens/stuk.pdf"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said.ShouldContain("--sample names a file that isn't there.");
        said.ShouldContain("Usage:");
    }
}
