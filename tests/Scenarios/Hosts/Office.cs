using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>The people of a rehearsal, and what they do on an ordinary day: each method is what one of them would say.</summary>
public sealed class Office
{
    private readonly HttpClient _http;

    private Office(HttpClient http) => (_http, Nobody) = (http, new Desk(http, "", token: null));

    public Desk Nobody { get; }

    public Desk Coordinator { get; private set; } = null!;

    public Desk Handler { get; private set; } = null!;

    public Desk Approver { get; private set; } = null!;

    public Desk Signatory { get; private set; } = null!;

    /// <summary>Sees all and changes nothing.</summary>
    public Desk Auditor { get; private set; } = null!;

    /// <summary>Lets everyone in.</summary>
    /// <param name="on">The day on which it is ten in the morning; null leaves the clock where it is.</param>
    public static async Task<Office> OpenAsync(HttpClient http, DateOnly? on = null)
    {
        var office = new Office(http);
        if (on is { } day)
            await office.OnAsync(day);
        office.Coordinator = await office.EnterAsync("Marijke Coördinator", ["coordinator"]);
        office.Handler = await office.EnterAsync("Henk Behandelaar", ["handler", "reviewer"]);
        office.Approver = await office.EnterAsync("Aisha Afdelingshoofd", ["approver"]);
        office.Signatory = await office.EnterAsync("Sander Tekenbevoegd", ["signatory"]);
        office.Auditor = await office.EnterAsync("Truus Toezichthouder", ["auditor"]);
        return office;
    }

    public async Task<Desk> EnterAsync(string name, string[] roles, string? agency = null, string clearance = "none")
    {
        var token = (string)(await Nobody.PostAsync("rehearsal/tokens", new { name, roles, agency, clearance })).Done["token"]!;
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!;
        return new Desk(_http, (string)claims["sub"]!, token);
    }

    /// <summary>Moves the clock of the cases to ten in the morning of the day (Dutch summer time).</summary>
    public Task OnAsync(DateOnly day) => MoveAsync(new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero));

    /// <summary>A move that takes long is answered 202 and goes on: who asks again waits for it.</summary>
    public async Task MoveAsync(DateTimeOffset now)
    {
        Answer answer;
        do
        {
            answer = await Nobody.PostAsync("rehearsal/clock", new { now });
        }
        while (answer.Status == HttpStatusCode.Accepted);
        _ = answer.Done;
    }

    /// <summary>Returns when the engine has done what is due now. What takes minutes takes the clock along, so each time it is asked with the time of then.</summary>
    public async Task SettleAsync()
    {
        Answer answer;
        do
        {
            answer = await Nobody.PostAsync("rehearsal/clock", new { now = (await Nobody.GetAsync("rehearsal/clock")).Done["now"]!.GetValue<DateTimeOffset>() });
        }
        while (answer.Status == HttpStatusCode.Accepted);
        _ = answer.Done;
    }

    /// <summary>The local date in the rehearsal.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.Parse((string)(await Nobody.GetAsync("rehearsal/clock")).Done["today"]!);

    /// <summary>Registers a request that arrived today.</summary>
    public async Task<string> RegisterAsync()
    {
        var registered = await Coordinator.PostAsync("cases", await RequestAsync());
        return (string)registered.Done["caseId"]!;
    }

    public async Task<object> RequestAsync() => new
    {
        subject = "het onderhoud van de kademuren",
        text = "Ik ontvang graag alle inspectierapporten van de kademuren.",
        receivedOn = $"{await TodayAsync():yyyy-MM-dd}",
        channel = "post",
        requester = new { name = "P. Particulier", address = "Kade 1\n3511 AA Utrecht" },
    };

    /// <summary>A registered request that is known for what it is, and someone's.</summary>
    public async Task<string> AssignedAsync()
    {
        var id = await RegisterAsync();
        _ = (await Coordinator.StepAsync(id, "qualify", new { kind = "public-information" })).Done;
        _ = (await Coordinator.StepAsync(id, "assign", new { handler = Handler.Id })).Done;
        return id;
    }

    /// <summary>Adds a document whose text is this.</summary>
    public async Task<string> AddAsync(string id, string text, object? metadata = null) =>
        (string)(await Handler.UploadAsync($"cases/{id}/documents", Encoding.UTF8.GetBytes(text), "stuk.txt", metadata ?? new { title = "Inspectierapport" })).Done["documentId"]!;

    /// <summary>A case with one assessed document and a decision that was drafted by the handler and submitted.</summary>
    public async Task<string> SubmittedAsync(Desk? drafter = null)
    {
        drafter ??= Handler;
        var id = await AssignedAsync();
        var document = await AddAsync(id, "De muur staat nog.");
        _ = (await Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 })).Done;
        _ = (await Handler.StepAsync(id, "assess-document", new { documentId = document, judgement = "public" })).Done;
        _ = (await drafter.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await SettleAsync();
        _ = (await drafter.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).Done;
        return id;
    }

    /// <summary>The same, approved, taken and announced today.</summary>
    public async Task<string> DecidedAsync()
    {
        var id = await SubmittedAsync();
        await AnnounceAsync(id, "decision-1");
        return id;
    }

    /// <summary>Approves, takes, signs and dispatches a submitted decision.</summary>
    public async Task<JsonNode> AnnounceAsync(string id, string decision)
    {
        _ = (await Approver.StepAsync(id, "approve-decision", new { decisionId = decision })).Done;
        var taken = (await Signatory.StepAsync(id, "take-decision", new { decisionId = decision })).Done;
        var letter = (string)taken["letters"]!.AsArray().Last(l => (string)l!["about"]! == decision)!["letterId"]!;
        _ = (await Signatory.StepAsync(id, "sign-letter", new { letterId = letter })).Done;
        return (await Signatory.StepAsync(id, "record-dispatch", new { letterId = letter, channel = "post" })).Done;
    }

    /// <summary>Signs and dispatches the letter of this kind that the engine drafted last.</summary>
    public async Task<JsonNode> SendAsync(string id, string kind)
    {
        await SettleAsync();
        var letter = (string)(await Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray().Last(l => (string)l!["kind"]! == kind)!["letterId"]!;
        _ = (await Handler.StepAsync(id, "sign-letter", new { letterId = letter })).Done;
        return (await Handler.StepAsync(id, "record-dispatch", new { letterId = letter, channel = "courier" })).Done;
    }
}
