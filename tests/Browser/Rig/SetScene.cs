using System.Net.Http.Json;
using System.Text;

namespace WobWorkflow.Browser;

/// <summary>Cases in the states that pages are looked at in; made once, over HTTP, and left as they are.</summary>
/// <param name="Registered">A request that came in, and nothing else.</param>
/// <param name="Busy">A case in the middle of its life: documents, passages, an agency asked, a view asked, a term extended.</param>
/// <param name="Decided">A decision that went out, an objection to it, a notice of default.</param>
/// <param name="Submitted">A decision that waits for approval.</param>
/// <param name="Ruling">A court annulled the decision of another case.</param>
/// <param name="Sealed">An appeal in which a document was filed for the judge alone.</param>
/// <param name="Divided">Two third parties and an agency are asked about one document, and each has a rendition of its own.</param>
/// <param name="Job">A day was designated, and open cases were dated again.</param>
/// <param name="Destroyed">A case whose time had come: there is a declaration of what was destroyed.</param>
/// <param name="Resembling">Two versions of a memo, judged differently, while the decision is drafted.</param>
public sealed record SetScene(string Registered, string Busy, string Decided, string Submitted, string Ruling, string Sealed, string Divided, string Job, string Destroyed, string Resembling)
{
    /// <summary>Long enough ago for a case of that day to be destroyed now.</summary>
    private static readonly DateOnly LongAgo = new(2016, 5, 24);

    /// <summary>Documents of <see cref="Busy"/>.</summary>
    public const string Pdf = "doc-1", Memo = "doc-2", Mail = "doc-3", Stub = "doc-4", Duplicate = "doc-5";

    /// <summary>Makes everything, in a rehearsal that is empty, on <see cref="BrowserOffice.Today"/>.</summary>
    public static async Task<SetScene> SetAsync(HttpClient http)
    {
        var office = await Office.OpenAsync(http, LongAgo);
        var old = await office.DecidedAsync();
        await office.OnAsync(LongAgo.AddDays(60));
        await StepAsync(office.Coordinator, old, "close", new { });
        await office.OnAsync(BrowserOffice.Today);
        return new SetScene(
            await office.RegisterAsync(), await BusyAsync(office), await DecidedAsync(office), await office.SubmittedAsync(), await RulingAsync(office), await SealedAsync(office), await DividedAsync(office), await JobAsync(office),
            await DestroyedAsync(office, old), await ResemblingAsync(office));
    }

    private static async Task<string> ResemblingAsync(Office office)
    {
        var id = await office.AssignedAsync();
        var memo = Enumerable.Range(1, 8).Select(n => $"Op meetpunt {n} week de muur {n + 3} millimeter, en de aannemer schat het herstel daar op {n} weken werk met {n + 2} man.").ToArray();
        await AddAsync(office, id, "nota.docx", OfficeProps.Docx("Nota over het herstel", memo), new { title = "Nota over het herstel", kind = "memo", date = "2018-03-01" });
        await AddAsync(office, id, "nota2.docx", OfficeProps.Docx("Nota over het herstel", [.. memo, "De directie gaat akkoord."]), new { title = "Nota over het herstel, tweede versie", kind = "memo", date = "2018-03-09" });
        await StepAsync(office.Handler, id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 2 });
        await StepAsync(office.Handler, id, "assess-document", new { documentId = "doc-1", judgement = "public" });
        await StepAsync(office.Handler, id, "assess-document", new { documentId = "doc-2", judgement = "not-public", grounds = new[] { "10.2.e" }, reason = "Persoonlijke levenssfeer." });
        await StepAsync(office.Handler, id, "draft-decision", new { kind = "primary" });
        await office.SettleAsync();
        return id;
    }

    /// <summary>Adds what the busy case has in documents and passages to a case.</summary>
    public static async Task FillAsync(Office office, string id)
    {
        await AddAsync(office, id, "analyse.pdf", Props.Pdf(
            "Analyse van de kademuren",
            "De muur aan de noordzijde wijkt op drie plaatsen. Herstel is dit jaar nodig.", "Contact: J. Jansen, adviseur, telefoon 06 00000000.",
            string.Join(' ', Enumerable.Repeat("De metingen zijn op vaste punten gedaan en wekelijks herhaald.", 60))), new { title = "Analyse van de kademuren", kind = "analysis", date = "2018-03-02" });
        await AddAsync(office, id, "nota.docx", OfficeProps.Docx(
            "Nota aan de directie", "De analyse zegt dat de muur wijkt.", "Ambtenaar K. Klaassen stelt voor het geld dit jaar te reserveren.", "De onderhandelingen met de aannemer lopen nog."),
            new { title = "Nota aan de directie", kind = "memo", date = "2018-03-09" });
        await AddAsync(office, id, "bericht.txt", Encoding.UTF8.GetBytes("Van: K. Klaassen\nAan: J. Jansen\n\nDe wethouder wil dit voor de zomer weten."), new { title = "Bericht over de planning", kind = "email", date = "2018-03-12" });
        _ = (await office.Handler.PostAsync($"cases/{id}/documents", new { title = "Foto's van de duikers", kind = "other" })).Done;
        await AddAsync(office, id, "kopie.pdf", Props.Pdf("Analyse van de kademuren", "De muur aan de noordzijde wijkt op drie plaatsen."), new { title = "Analyse, kopie uit het archief", kind = "analysis" });
        await StepAsync(office.Handler, id, "link-document", new { documentId = Duplicate, to = Pdf, kind = "duplicate-of" });
        await StepAsync(office.Handler, id, "assess-passage", new
        {
            documentId = Memo,
            page = 1,
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            quote = "Ambtenaar K. Klaassen",
            reason = "De naam van een ambtenaar zonder publieke functie.",
        });
        await StepAsync(office.Handler, id, "assess-passage", new
        {
            documentId = Pdf,
            page = 1,
            treatment = "withheld",
            grounds = new[] { "10.2.e" },
            areas = new[] { "60,120,260,16" },
            quote = "Contact: J. Jansen",
            reason = "Persoonsgegevens van een adviseur.",
        });
        await StepAsync(office.Handler, id, "assess-document", new { documentId = Mail, judgement = "public" });
    }

    private static async Task<string> BusyAsync(Office office)
    {
        var id = await office.AssignedAsync();
        await StepAsync(office.Handler, id, "record-search", new { channel = "mail", place = "Postvak van de directie", terms = "kademuur", found = 5 });
        await FillAsync(office, id);
        await StepAsync(office.Handler, id, "write-motivation", new { theme = "Persoonsgegevens van ambtenaren", text = "Deze personen treden niet naar buiten.", passages = new[] { "passage-1" } });
        await StepAsync(office.Handler, id, "extend-term", new { days = 14, reason = "De omvang van het verzoek." });
        await StepAsync(office.Handler, id, "consult", new { agency = "NCTV", documents = new[] { Pdf, Memo }, question = "Is er bezwaar tegen openbaarmaking?", answerBy = "2018-06-05" });
        await StepAsync(office.Handler, id, "ask-view", new { documents = new[] { Memo }, concern = "Uw offerte wordt genoemd.", answerBy = "2018-06-12", name = "Aannemer B.V.", address = "Kade 2\n3511 AB Utrecht" });
        _ = await office.SendAsync(id, "consultation-request");
        await StepAsync(office.Handler, id, "ask-package", new { kind = "consultation", consultationId = "consultation-1" });
        await office.SettleAsync();
        return id;
    }

    private static async Task<string> DecidedAsync(Office office)
    {
        var id = await office.DecidedAsync();
        await StepAsync(office.Coordinator, id, "lodge-remedy", new { kind = "objection", by = "requester", decisionId = "decision-1" });
        await office.SettleAsync();
        return id;
    }

    private static async Task<string> RulingAsync(Office office)
    {
        var id = await office.DecidedAsync();
        var litigator = await office.EnterAsync("Pieter Procesvertegenwoordiger", ["litigator"]);
        var registered = (await litigator.PostAsync("rulings", new
        {
            court = "RVS",
            kind = "final",
            ecli = "ECLI:NL:RVS:2018:1700",
            pronouncedOn = "2018-05-24",
            sentOn = "2018-05-24",
            rows = new[] { new { caseNumber = "201803618/1/A3", caseId = id, decisionId = "decision-1", outcomes = new[] { "well-founded", "annulled", "new-decision" }, termDays = 42 } },
            instructions = new[] { "Motiveer per passage waarom de weigering nodig is." },
        })).Done;
        await office.SettleAsync();
        return (string)registered["rulingId"]!;
    }

    private static async Task<string> SealedAsync(Office office)
    {
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, "Mevrouw Zonneveld heeft gebeld. De muur staat nog.");
        await StepAsync(office.Handler, id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 });
        await StepAsync(office.Handler, id, "assess-passage", new { documentId = document, page = 1, treatment = "withheld", grounds = new[] { "10.2.e" }, quote = "Mevrouw Zonneveld", reason = "Persoonlijke levenssfeer." });
        await StepAsync(office.Handler, id, "draft-decision", new { kind = "primary" });
        await office.SettleAsync();
        await StepAsync(office.Handler, id, "submit-decision", new { decisionId = "decision-1" });
        _ = await office.AnnounceAsync(id, "decision-1");
        var litigator = await office.EnterAsync("Pieter Procesvertegenwoordiger", ["litigator"]);
        await StepAsync(litigator, id, "lodge-remedy", new { kind = "direct-appeal", by = "requester", decisionId = "decision-1", caseNumber = "UTR 18/1" });
        await StepAsync(litigator, id, "request-limited-knowledge", new { remedyId = "remedy-1", reasons = "De passage noemt een derde." });
        await StepAsync(litigator, id, "ask-package", new { kind = "court", courtBundleId = "court-bundle-1" });
        await office.SettleAsync();
        return id;
    }

    private static async Task<string> DestroyedAsync(Office office, string id)
    {
        var archivist = await office.EnterAsync("Arie Archivaris", ["archivist"]);
        _ = (await archivist.PostAsync("organisation/steps/set-retention", new { of = "decided", category = "14.1", years = 1 })).Done;
        await StepAsync(archivist, id, "destroy", new { authorisation = "BSD 2018/3" });
        await office.SettleAsync();
        return id;
    }

    private static async Task<string> DividedAsync(Office office)
    {
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, "De prijs van Aannemer B.V. is vier. Het tarief van Baggeraar N.V. is acht. De muur staat nog.");
        foreach (var quote in (string[])["De prijs van Aannemer B.V. is vier", "Het tarief van Baggeraar N.V. is acht"])
            await StepAsync(office.Handler, id, "assess-passage", new { documentId = document, page = 1, treatment = "disclosed", quote });
        foreach (var name in (string[])["Aannemer B.V.", "Baggeraar N.V."])
            await StepAsync(office.Handler, id, "ask-view", new { documents = new[] { document }, concern = "Uw offerte wordt genoemd.", answerBy = "2018-06-12", name });
        await StepAsync(office.Handler, id, "consult", new { agency = "NCTV", documents = new[] { document }, question = "Is er bezwaar tegen openbaarmaking?", answerBy = "2018-06-05" });
        await StepAsync(office.Handler, id, "attribute-passages", new { thirdParty = "person-2", documents = new[] { document }, passages = new[] { "passage-1" } });
        await StepAsync(office.Handler, id, "attribute-passages", new { thirdParty = "person-3", documents = new[] { document }, passages = new[] { "passage-2" } });
        await StepAsync(office.Handler, id, "hide-passages", new { consultationId = "consultation-1", passages = new[] { "passage-2" } });
        await office.SettleAsync();
        return id;
    }

    private static async Task<string> JobAsync(Office office)
    {
        var administrator = await office.EnterAsync("Bas Beheerder", ["administrator"]);
        var changed = await administrator.SendAsync(HttpMethod.Put, "calendar/designated-days/2031-05-23", JsonContent.Create(new { reason = "Stcrt. 2030, 1" }));
        changed.Status.ShouldBe(HttpStatusCode.Accepted, changed.Text);
        return changed.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static async Task AddAsync(Office office, string id, string name, byte[] file, object metadata) =>
        _ = (await office.Handler.UploadAsync($"cases/{id}/documents", file, name, metadata)).Done;

    private static async Task StepAsync(Desk desk, string id, string step, object payload) => _ = (await desk.StepAsync(id, step, payload)).Done;
}
