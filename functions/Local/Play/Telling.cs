namespace WobWorkflow.Local;

/// <summary>Tells the play to whoever started the service, and leaves the service up.</summary>
internal static class Telling
{
    /// <summary>Someone who may read everything and change nothing.</summary>
    private const string Reader = """{"name":"Truus Toezichthouder","roles":["auditor"],"clearance":"stg-zeer-geheim"}""";

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
            var api = new Uri(address, "api/v1");
            await output.WriteLineAsync(
                $"""
                Verder kijken, in een tweede venster:
                  TOKEN=$(curl -s {api}/rehearsal/tokens -H 'Content-Type: application/json' -d '{Reader}' | jq -r .token)
                  curl -s -H "Authorization: Bearer $TOKEN" {api}/cases/{play.CaseIds[0]} | jq .
                  curl -s -H "Authorization: Bearer $TOKEN" {api}/cases/{play.CaseIds[1]}/log | jq .
                  curl -s -H "Authorization: Bearer $TOKEN" -o kamerbrief.docx {api}/rulings/{play.RulingIds[^1]}/artifacts/artifact-1
                  curl -s -OJ {address}open/documents/{play.CaseIds[0]}/doc-1
                """);
            await output.WriteLineAsync($"Het stuk is uit. De zaken: {string.Join(", ", play.CaseIds.Select(id => $"{api}/cases/{id}"))}");
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
