namespace WobWorkflow.Local;

/// <summary>Tells the play to whoever started the service, and leaves the service up.</summary>
internal static class Telling
{
    /// <summary>How long the play goes on asking a service that doesn't answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TellAsync(Uri address, string? sample, TextWriter output, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        var file = sample is null ? null : await File.ReadAllBytesAsync(sample, cancellation);
        var play = new KasperskyStory(new Stage(http, Patience, "story"), file, line => output.WriteLineAsync(line));
        try
        {
            await play.PlayAsync(cancellation);
            await output.WriteLineAsync($"Het stuk is uit. De zaken: {string.Join(", ", play.CaseIds.Select(id => new Uri(address, $"api/v1/cases/{id}")))}");
        }
        catch (PlayStoppedException stopped)
        {
            await output.WriteLineAsync($"Het stuk stokt: {stopped.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever stops the service stops the play.
        }
    }
}
