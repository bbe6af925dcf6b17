using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>A production report of another tool becomes the inventory: as a whole, once, or not at all.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class ReportImportTests(OpenOffice open)
{
    private const string Headers = "id,document,beoordeling,beoordelingsgrond,datum,family,file type,email thread id,zaaknr,opgeschort,publieke link,toelichting,matter,gerelateerd id";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Office Office => open.Office;

    [Fact]
    public async Task Report_IsReadIn_AndWhatIsTakenOut_ReadsInAgainWithoutAChange()
    {
        var id = await Office.AssignedAsync();
        await Office.SettleAsync(); // the engine's letter is an event too
        var path = $"cases/{id}/inventory";
        var csv = $"{Headers}\nA-1,Nota,Deels openbaar,\"10.1.b;art. 10, tweede lid, onder e\",2018-04-03,,docx,,,ja,,Let op,,\nA-2,\"Bijlage, met komma\",Niet openbaar,10.2.g,,A-1,pdf,T-9,,,,,,\nA-3,Kopie,Niet openbaar,dubbel,,,,,,,,,,A-2\nA-4,Brief,Reeds openbaar,,,,,,,,https://example.nl/brief,,,";

        var answer = await PutAsync(id, csv, "text/csv", ("Idempotency-Key", $"report {id}"));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        ((string)answer.Done["state"]!, (int)answer.Done["rows"]!, (int)answer.Done["added"]!, (int)answer.Done["updated"]!).ShouldBe(("done", 4, 4, 0));
        var again = await PutAsync(id, csv, "text/csv", ("Idempotency-Key", $"report {id}"));
        (again.Text, again.ETag).ShouldBe((answer.Text, answer.ETag));

        var items = (await Office.Handler.GetAsync(path)).Done["items"]!.AsArray();
        items.Select(item => $"{item!["number"]} {item["id"]} {item["judgement"]} {string.Join(';', item["grounds"]!.AsArray().Select(ground => (string)ground!))}").ShouldBe(
            ["1 A-1 partly-public 10.1b;10.2e", "2 A-2 not-public 10.2g", "3 A-3 not-public ", "4 A-4 already-public "]);
        ((string)items[1]!["family"]!, (string)items[2]!["duplicateOf"]!, (bool)items[0]!["suspended"]!, (string)items[0]!["remark"]!).ShouldBe(("doc-1", "doc-2", true, "Let op"));

        // The same again, and what we write ourselves in both forms: nothing changes.
        var version = (await Office.Handler.GetAsync(path)).ETag;
        var taken = new List<(byte[] File, string Type)> { (Encoding.UTF8.GetBytes(csv), "text/csv") };
        foreach (var type in (string[])["text/csv", Workbook])
            taken.Add(((await Office.Handler.GetAsync(path, ("Accept", type))).Bytes, type));
        foreach (var (file, type) in taken)
        {
            var nothing = (await PutAsync(id, file, type)).Done;
            ((int)nothing["added"]!, (int)nothing["updated"]!, (int)nothing["unchanged"]!).ShouldBe((0, 0, 4));
        }

        (await Office.Handler.GetAsync(path)).ETag.ShouldBe(version);
    }

    [Fact]
    public async Task Report_WithErrors_SaysThemByRowAndColumn_AndKeepsNothing()
    {
        var id = await Office.AssignedAsync();

        var refused = (await PutAsync(id, $"{Headers}\nA-1,Goed,Openbaar,\nA-2,Jansen,misschien,10.2.z,3/4/2018\na-1,,Niet openbaar,", "text/csv"))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "inventory-not-imported");

        refused.Fields.ShouldBe(["rows[3].beoordeling", "rows[3].beoordelingsgrond", "rows[3].datum", "rows[4].beoordelingsgrond", "rows[4].document", "rows[4].id"], ignoreOrder: true);
        refused.Text.ShouldNotContain("Jansen");
        refused.Text.ShouldNotContain("misschien");
        (await Office.Handler.GetAsync($"cases/{id}/inventory")).Done["items"]!.AsArray().ShouldBeEmpty();
        (await PutAsync(id, "id,document\nA-1,x", "text/csv")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "inventory-not-imported").Fields.ShouldBe(["columns"]);
        (await PutAsync(id, "%PDF-1.7", "text/csv")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "inventory-not-imported").Fields.ShouldBe(["file"]);
        (await PutAsync(id, "x", "application/pdf")).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media-type-not-supported");
        (await Office.Approver.SendAsync(HttpMethod.Put, $"cases/{id}/inventory", Body("x"u8.ToArray(), "text/csv"))).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Report_ThatLacksWhatWasDecided_LeavesIt_AndSaysSo()
    {
        var id = await Office.DecidedAsync();

        var answer = await PutAsync(id, $"{Headers}\nB-1,Later gevonden,Openbaar,", "text/csv");

        answer.Done["kept"]!.AsArray().Select(kept => (string)kept!).ShouldBe(["doc-1"]);
        (await Office.Handler.GetAsync($"cases/{id}/inventory")).Done["items"]!.AsArray().Select(item => (string)item!["id"]!).ShouldBe(["doc-1", "B-1"]);
    }

    [Fact]
    public async Task Report_OfManyRows_IsTakenInByTheEngine_WithProgress()
    {
        var id = await Office.AssignedAsync();
        var csv = new StringBuilder(Headers);
        for (var i = 1; i <= 600; i++)
            csv.Append($"\nN{i},Stuk {i},{(i % 2 == 0 ? "Openbaar," : "Niet openbaar,10.1.b")},,{(i % 10 == 1 ? "" : $"N{(i - 1) / 10 * 10 + 1}")}");

        var answer = await PutAsync(id, csv.ToString(), "text/csv", ("Idempotency-Key", $"many {id}"));
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        ((string)answer.Json["state"]!, (int)answer.Json["added"]!).ShouldBe(("running", 600));
        var job = answer.Headers.Location!.ToString();
        await Office.SettleAsync();

        var progress = (await Office.Handler.GetAsync(job)).Done;
        ((string)progress["state"]!, (int)progress["done"]!, (int)progress["total"]!).ShouldBe(("done", 1200, 1200));
        var items = (await Office.Handler.GetAsync($"cases/{id}/inventory")).Done["items"]!.AsArray();
        items.Count.ShouldBe(600);
        ((string)items[599]!["id"]!, (string)items[599]!["family"]!, (string)items[598]!["judgement"]!).ShouldBe(("N600", "doc-591", "not-public"));
        (await PutAsync(id, csv.ToString(), "text/csv", ("Idempotency-Key", $"many {id}"))).Status.ShouldBe(HttpStatusCode.Accepted);
        ((int)(await PutAsync(id, csv.ToString(), "text/csv")).Done["unchanged"]!).ShouldBe(600);
        (await Office.Handler.GetAsync($"cases/{id}/log/verification")).Done["intact"]!.GetValue<bool>().ShouldBeTrue();
    }

    private Task<Answer> PutAsync(string id, string csv, string type, params (string, string)[] headers) => PutAsync(id, Encoding.UTF8.GetBytes(csv), type, headers);

    private Task<Answer> PutAsync(string id, byte[] file, string type, params (string, string)[] headers) =>
        Office.Handler.SendAsync(HttpMethod.Put, $"cases/{id}/inventory", Body(file, type), headers);

    private static ByteArrayContent Body(byte[] file, string type)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
