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
            var handler = await office.EnterAsync("Henk Behandelaar", ["handler", "reviewer"], clearance: "departementaal-vertrouwelijk");
            var address = told[told.IndexOf("http", StringComparison.Ordinal)..].Split(',')[0];
            var document = (await handler.GetAsync($"{new Uri(address).AbsolutePath}/documents/doc-1")).Done;
            var original = document["renditions"]![0]!;
            ((string)original["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sample)));
            ((string)original["mediaType"]!).ShouldBe("application/pdf");
            ((int)original["pages"]!).ShouldBeGreaterThanOrEqualTo(1);
            service.Output.ShouldContain($"doc-1: Dreigingsanalyse Kaspersky Lab (PDF, {original["pages"]} bladzijde");
            (await handler.GetAsync((string)original["href"]!)).Bytes.ShouldBe(sample);
            service.Output.ShouldContain("16 oktober 2018 (aangenomen) · Een journalist vraagt om de stukken achter de voorzorgsmaatregel");
            service.Output.ShouldContain("nominaal 23 december 2018, uiterlijk 27 december 2018");
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
        _ = await service.LineAsync(line => line.Contains("Advies van RVI", StringComparison.Ordinal));
        await service.KillAsync();

        await service.StartAgainAsync();

        (await service.LineAsync(line => line.StartsWith("Het stuk ", StringComparison.Ordinal))).ShouldStartWith("Het stuk is uit.", customMessage: service.Output);
        var office = await Office.OpenAsync(service.Http);
        var cases = await office.Auditor.AllAsync("cases");
        cases.Count.ShouldBe(2);
        foreach (var id in cases.Select(row => (string)row["caseId"]!))
        {
            var c = (await office.Auditor.GetAsync($"cases/{id}")).Done;
            ((string)c["phase"]!).ShouldBe("closed");
            c["letters"]!.AsArray().Where(letter => (string)letter!["state"]! == "dispatched").Select(letter => $"{letter!["kind"]} {letter["about"]}").ShouldBeUnique();
            c["letters"]!.AsArray().ShouldAllBe(letter => (string)letter!["state"]! == "dispatched" || (string)letter["state"]! == "withdrawn");
            c["searches"]!.AsArray().Count.ShouldBe(4);
        }
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
