using System.Text;
using static WobWorkflow.Scenarios.RedactedReport;

namespace WobWorkflow.Browser;

/// <summary>Players of a story send a file by the page that takes it.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class PlayersTests(BrowserOffice office)
{
    [Fact]
    public async Task RedactionAndReport_AreSentByTheirPages_AndRefusedThere()
    {
        using var desks = new PlayersAtTheDesk(office.Browser, office.Address);
        using var http = new HttpClient(desks) { BaseAddress = office.Address };
        var played = await Office.OpenAsync(http);
        var (id, path) = await AssessedAsync(played);
        Task<Answer> PutAsync(byte[] pdf) => played.Handler.SendAsync(HttpMethod.Put, path, new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "gelakt.pdf" } });
        Task<Answer> ReportAsync(HttpContent content) => played.Handler.SendAsync(HttpMethod.Put, $"cases/{id}/inventory", content);

        (await PutAsync(await MadeAsync(Report, []))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ReportAsync(new StringContent("iets,anders\n1,2\n", Encoding.UTF8, "text/csv"))).Status.ShouldBe(HttpStatusCode.Conflict);
        desks.Refused.Count.ShouldBe(2);
        desks.Refused[0].ShouldStartWith("Deze gelakte versie is niet aanvaard");
        desks.Refused[0].ShouldContain("Bladzijde 1:");
        var document = (await PutAsync(await HoldingAsync())).Done;
        ((string)document["renditions"]!.AsArray().Last()!["kind"]!).ShouldBe("redacted");
        var rows = "id,document,beoordeling,beoordelingsgrond\nA-1,Foto's van de kade,Openbaar,\n"u8.ToArray();
        (await ReportAsync(new MultipartFormDataContent { { new ByteArrayContent(rows), "file", "rapport.csv" } })).Done["caseId"]!.GetValue<string>().ShouldBe(id);
        (await played.Handler.AllAsync($"cases/{id}/documents")).Count.ShouldBe(2);

        desks.Taken[^2..].ShouldBe([("Henk Behandelaar", path), ("Henk Behandelaar", $"cases/{id}/inventory")]);
        desks.Complaints.ShouldBeEmpty();
    }
}
