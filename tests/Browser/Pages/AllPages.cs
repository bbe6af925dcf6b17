namespace WobWorkflow.Browser;

/// <summary>Every page there is, in each state that looks different. A route without a row fails a test.</summary>
public static class AllPages
{
    public static IReadOnlyList<PageRow> Rows { get; } =
    [
        new("/", "leads to the worklist", Person.Coordinator, _ => "/"),
        new("/sign-in", "first time", null, _ => "/sign-in"),
        new("/sign-in", "nothing chosen", null, _ => "/sign-in", async page =>
        {
            await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Nico Nieuw");
            await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#roles-error")).ToBeVisibleAsync();
        }),
        new("/signed-out", "left", null, _ => "/signed-out"),
        new("/signed-out", "failed", null, _ => "/signed-out?failed=true"),
        new("/cases", "all", Person.Coordinator, _ => "/cases?view=all"),
        new("/cases", "a handler's own", Person.Handler, _ => "/cases"),
        new("/cases", "nothing", Person.Auditor, _ => "/cases?view=all&due=overdue"),
        new("/cases", "a liaison's", Person.Liaison, _ => "/cases"),
        new("/cases", "found", Person.Coordinator, _ => "/cases?view=all", async page =>
        {
            await page.GetByLabel("Zoek in onderwerp of kenmerk").FillAsync("kademuren");
            await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Gevonden zaken");
        }),
        new("/cases", "assigned to nobody", Person.Coordinator, _ => "/cases?view=all", async page =>
        {
            await page.Locator("#assign").EvaluateAsync("form => form.noValidate = true");
            await page.GetByRole(AriaRole.Button, new() { Name = "Wijs toe", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("/cases", "what came of assigning several", Person.Coordinator, _ => "/cases?view=unassigned", async page =>
        {
            await page.Locator("#assign input[type=checkbox]").First.EvaluateAsync("box => { box.checked = true; box.value = 'q999-zzzz-zzzz'; }");
            await page.Locator("#assign-to").FillAsync("henk-behandelaar");
            await page.GetByRole(AriaRole.Button, new() { Name = "Wijs toe", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Probeer deze opnieuw" })).ToBeVisibleAsync();
        }),
        new("/cases/new", "first time", Person.Coordinator, _ => "/cases/new"),
        new("/cases/new", "refused", Person.Coordinator, _ => "/cases/new", SendEmptyAsync),
        new("/cases/{caseId}", "registered", Person.Coordinator, scene => $"/cases/{scene.Registered}"),
        new("/cases/{caseId}", "busy", Person.Handler, scene => $"/cases/{scene.Busy}"),
        new("/cases/{caseId}", "waits for approval", Person.Approver, scene => $"/cases/{scene.Submitted}"),
        new("/cases/{caseId}", "decided, everything open", Person.All, scene => $"/cases/{scene.Decided}?done=record-dispatch", page => page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)")),
        new("/cases/{caseId}", "several readers of one document", Person.Handler, scene => $"/cases/{scene.Divided}"),
        new("/cases/{caseId}", "drafted, with judgements that differ", Person.Coordinator, scene => $"/cases/{scene.Resembling}"),
        new("/cases/{caseId}", "a liaison's part", Person.Liaison, scene => $"/cases/{scene.Busy}"),
        new("/cases/{caseId}", "destroyed", Person.Auditor, scene => $"/cases/{scene.Destroyed}"),
        new("/cases/{caseId}", "not there", Person.Coordinator, _ => "/cases/0000-0000-0000"),
        new("/cases/{caseId}/log", "busy", Person.Auditor, scene => $"/cases/{scene.Busy}/log"),
        new("/cases/{caseId}/log", "before an event", Person.Auditor, scene => $"/cases/{scene.Busy}/log?before=5"),
        new("/cases/{caseId}/inventory", "busy", Person.Handler, scene => $"/cases/{scene.Busy}/inventory"),
        new("/cases/{caseId}/inventory", "as at a decision", Person.Auditor, scene => $"/cases/{scene.Decided}/inventory?decision=decision-1&all=true"),
        new("/cases/{caseId}/inventory", "empty", Person.Coordinator, scene => $"/cases/{scene.Registered}/inventory"),
        new("/cases/{caseId}/documents", "none", Person.Coordinator, scene => $"/cases/{scene.Registered}/documents"),
        new("/cases/{caseId}/documents", "busy", Person.Handler, scene => $"/cases/{scene.Busy}/documents"),
        new("/cases/{caseId}/documents/{documentId}", "partly public", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Memo}"),
        new("/cases/{caseId}/documents/{documentId}", "redacted", Person.Handler, scene => $"/cases/{scene.Sealed}/documents/doc-1?done=add-redaction"),
        new("/cases/{caseId}/documents/{documentId}", "without a file", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Stub}"),
        new("/cases/{caseId}/documents/{documentId}", "what is whose", Person.Handler, scene => $"/cases/{scene.Divided}/documents/doc-1"),
        new("/cases/{caseId}/documents/{documentId}", "nearly the same as another", Person.Handler, scene => $"/cases/{scene.Resembling}/documents/doc-1"),
        new("/cases/{caseId}/documents/{documentId}", "a liaison's", Person.Liaison, scene => $"/cases/{scene.Busy}/documents/{SetScene.Memo}"),
        new("/cases/{caseId}/documents/{documentId}/review", "pages", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Pdf}/review", ReadyAsync),
        new("/cases/{caseId}/documents/{documentId}/review", "a passage again", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Memo}/review?passage=passage-1", ReadyAsync),
        new("/cases/{caseId}/documents/{documentId}/review", "refused", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Mail}/review", async page =>
        {
            await ReadyAsync(page);
            await page.Locator("#save").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("/cases/{caseId}/documents/{documentId}/review", "nearly the same as another", Person.Handler, scene => $"/cases/{scene.Resembling}/documents/doc-1/review", ReadyAsync),
        new("/cases/{caseId}/documents/{documentId}/review", "without a file", Person.Handler, scene => $"/cases/{scene.Busy}/documents/{SetScene.Stub}/review", ReadyAsync),
        new("/cases/{caseId}/documents/{documentId}/review", "a liaison's", Person.Liaison, scene => $"/cases/{scene.Busy}/documents/{SetScene.Pdf}/review", ReadyAsync),
        new("/cases/{caseId}/resembling", "pairs", Person.Handler, scene => $"/cases/{scene.Resembling}/resembling"),
        new("/cases/{caseId}/resembling", "judged differently", Person.Auditor, scene => $"/cases/{scene.Resembling}/resembling?differently=true"),
        new("/cases/{caseId}/resembling", "none", Person.Coordinator, scene => $"/cases/{scene.Registered}/resembling"),
        new("/cases/{caseId}/documents/add", "first time", Person.Handler, scene => $"/cases/{scene.Busy}/documents/add"),
        new("/cases/{caseId}/documents/add", "refused", Person.Handler, scene => $"/cases/{scene.Busy}/documents/add", SendEmptyAsync),
        new("/cases/{caseId}/inventory/import", "first time", Person.Handler, scene => $"/cases/{scene.Busy}/inventory/import"),
        new("/cases/{caseId}/inventory/import", "refused", Person.Handler, scene => $"/cases/{scene.Busy}/inventory/import", async page =>
        {
            await page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload
            {
                Name = "rapport.csv",
                MimeType = "text/csv",
                Buffer = "id,document,beoordeling,beoordelingsgrond\nA-1,Nota,misschien,\n,Brief,Niet openbaar,"u8.ToArray(),
            });
            await page.GetByRole(AriaRole.Button, new() { Name = "Inlezen", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("/cases/{caseId}/artifacts/add", "first time", Person.Handler, scene => $"/cases/{scene.Busy}/artifacts/add"),
        new("/cases/{caseId}/steps/{step}", "refused", Person.Handler, scene => $"/cases/{scene.Busy}/steps/assess-passage", SendEmptyAsync),
        new("/cases/{caseId}/renditions/add", "first time", Person.Handler, scene => $"/cases/{scene.Divided}/renditions/add?documentId=doc-1&reader=view-1"),
        new("/cases/{caseId}/renditions/add", "refused", Person.Handler, scene => $"/cases/{scene.Divided}/renditions/add", SendEmptyAsync),
        new("/cases/{caseId}/redactions/add", "first time", Person.Handler, scene => $"/cases/{scene.Busy}/redactions/add?documentId={SetScene.Memo}"),
        new("/cases/{caseId}/redactions/add", "does not hold", Person.Handler, scene => $"/cases/{scene.Busy}/redactions/add?documentId={SetScene.Memo}", async page =>
        {
            await page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload
            {
                Name = "gelakt.pdf",
                MimeType = "application/pdf",
                Buffer = Props.Pdf("Nota aan de directie", "De analyse zegt dat de muur wijkt.", "Ambtenaar K. Klaassen stelt voor het geld dit jaar te reserveren.", "De onderhandelingen met de aannemer lopen nog."),
            });
            await page.GetByRole(AriaRole.Button, new() { Name = "Gelakte versie toevoegen", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bladzijde 1:");
        }),
        new("/cases/{caseId}/steps/{step}", "another was first", Person.Handler, scene => $"/cases/{scene.Busy}/steps/write-motivation", async page =>
        {
            await page.Locator("input[name=_version]").EvaluateAsync("field => field.value = '5'");
            await page.Locator("#f-theme").FillAsync("Namen");
            await page.Locator("#f-text").FillAsync("Namen worden niet genoemd.");
            await page.Locator("main form button[type=submit]").Last.ClickAsync();
            await Assertions.Expect(page.GetByText("Een ander was u voor")).ToBeVisibleAsync();
        }),
        new("/cases/{caseId}/steps/{step}", "what ends something", Person.Handler, scene => $"/cases/{scene.Busy}/steps/withdraw"),
        new("/cases/{caseId}/steps/{step}", "rows in a list", Person.Handler, scene => $"/cases/{scene.Busy}/steps/agree-phasing", async page =>
        {
            await page.Locator("main form").EvaluateAsync("form => form.noValidate = true");
            await page.GetByRole(AriaRole.Button, new() { Name = "Nog een regel", Exact = true }).First.ClickAsync();
            await Assertions.Expect(page.Locator("fieldset fieldset")).Not.ToHaveCountAsync(1);
        }),
        new("/cases/{caseId}/steps/{step}", "not for this role", Person.Auditor, scene => $"/cases/{scene.Busy}/steps/extend-term"),
        new("/cases/{caseId}/steps/{step}", "not there", Person.Handler, scene => $"/cases/{scene.Busy}/steps/bestaat-niet"),
        new("/cases/{caseId}/steps/{step}", "not allowed now", Person.Handler, scene => $"/cases/{scene.Busy}/steps/extend-term"),
        new("/calculator", "empty", Person.Handler, _ => "/calculator"),
        new("/calculator", "a term with its proof", Person.Handler, _ => "/calculator?rule=woo-4.4-1&start=2023-03-10&extension=14&from1=2023-03-20&through1=2023-03-27&basis1=awb-4.15-2-a"),
        new("/calculator", "refused", Person.Handler, _ => "/calculator?rule=woo-4.4-1&start=2023-03-10&extension=99"),
        new("/calendar", "everybody's weeks", Person.Coordinator, _ => "/calendar?view=all"),
        new("/calendar", "days to designate", Person.Administrator, _ => "/calendar?year=2031"),
        new("/organisation", "an administrator's", Person.Administrator, _ => "/organisation"),
        new("/organisation", "to read", Person.Auditor, _ => "/organisation?done=set-team"),
        new("/organisation/steps/{step}", "what stands", Person.Administrator, _ => "/organisation/steps/set-letterhead"),
        new("/organisation/steps/{step}", "rows, refused", Person.Administrator, _ => "/organisation/steps/set-approval-route", async page =>
        {
            await page.Locator("main form").EvaluateAsync("form => form.noValidate = true");
            await page.Locator("[id='f-levels-0--name']").FillAsync("Jurist");
            await page.Locator("main form button[type=submit]").Last.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        new("/organisation/steps/{step}", "persons", Person.Coordinator, _ => "/organisation/steps/set-team"),
        new("/jobs/{jobId}", "not there", Person.Administrator, _ => "/jobs/redate-999"),
        new("/jobs/{jobId}", "done", Person.Administrator, scene => $"/jobs/{scene.Job}"),
        new("/cases/{caseId}/consultations/{consultationId}", "a liaison's, to be answered", Person.Liaison, scene => $"/cases/{scene.Busy}/consultations/consultation-1"),
        new("/cases/{caseId}/consultations/{consultationId}", "a handler's", Person.Handler, scene => $"/cases/{scene.Busy}/consultations/consultation-1"),
        new("/cases/{caseId}/packages", "none yet", Person.Handler, scene => $"/cases/{scene.Submitted}/packages"),
        new("/cases/{caseId}/packages", "for an agency", Person.Handler, scene => $"/cases/{scene.Busy}/packages"),
        new("/cases/{caseId}/documents", "of a case that was destroyed", Person.Auditor, scene => $"/cases/{scene.Destroyed}/documents"),
        new("/cases/{caseId}/packages", "of a decision", Person.Handler, scene => $"/cases/{scene.Decided}/packages", PackagedAsync),
        new("/cases/{caseId}/court-bundles/{courtBundleId}", "who litigates", Person.Litigator, scene => $"/cases/{scene.Sealed}/court-bundles/court-bundle-1"),
        new("/cases/{caseId}/court-bundles/{courtBundleId}", "who supervises", Person.Auditor, scene => $"/cases/{scene.Sealed}/court-bundles/court-bundle-1"),
        new("/cases/{caseId}/court-bundles/{courtBundleId}/list", "who litigates", Person.Litigator, scene => $"/cases/{scene.Sealed}/court-bundles/court-bundle-1/list"),
        new("/reports", "leads to the year", Person.Coordinator, _ => "/reports"),
        new("/reports/{year}", "this year", Person.Coordinator, _ => "/reports/2018"),
        new("/rulings", "one", Person.Litigator, _ => "/rulings"),
        new("/rulings/new", "first time", Person.Litigator, _ => "/rulings/new"),
        new("/rulings/new", "refused", Person.Litigator, _ => "/rulings/new", SendEmptyAsync),
        new("/rulings/{rulingId}", "pending", Person.Litigator, scene => $"/rulings/{scene.Ruling}"),
        new("/rulings/{rulingId}/log", "pending", Person.Auditor, scene => $"/rulings/{scene.Ruling}/log"),
        new("/rulings/{rulingId}/artifacts/add", "first time", Person.Litigator, scene => $"/rulings/{scene.Ruling}/artifacts/add"),
        new("/rulings/{rulingId}/steps/{step}", "outcomes to choose", Person.Litigator, scene => $"/rulings/{scene.Ruling}/steps/add-outcome"),
        new("/rulings/{rulingId}/steps/{step}", "not allowed now", Person.Litigator, scene => $"/rulings/{scene.Ruling}/steps/draft-letter"),
        new("/rulings/{rulingId}/steps/{step}", "refused", Person.Litigator, scene => $"/rulings/{scene.Ruling}/steps/add-outcome", SendEmptyAsync),
    ];

    /// <summary>Routes that answer with a file.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["/cases/{caseId}/documents/{documentId}/original", "/cases/{caseId}/documents/{documentId}/redacted", "/cases/{caseId}/documents/{documentId}/renditions/{reader}", "/cases/{caseId}/artifacts/{artifactId}", "/rulings/{rulingId}/artifacts/{artifactId}", "/cases/{caseId}/inventory/{file}", "/cases/{caseId}/packages/{packageId}/content"];

    public static TheoryData<string> Names() => [.. Rows.Select(row => row.Name)];

    /// <summary>One state of each route.</summary>
    public static TheoryData<string> Routes() => [.. Rows.Where(row => row.Who is not null || row.Route.StartsWith("/sign", StringComparison.Ordinal)).DistinctBy(row => row.Route).Select(row => row.Name)];

    public static PageRow Of(string name) => Rows.Single(row => row.Name == name);

    /// <summary>The script of the page has done what it does on arrival.</summary>
    public static Task ReadyAsync(IPage page) => Assertions.Expect(page.Locator("#review[data-ready]")).ToBeAttachedAsync();

    /// <summary>Asks for the package and waits for it: while it is being made the page looks again by itself.</summary>
    public static async Task PackagedAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak het pakket", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#package-1")).ToContainTextAsync("olledig", new() { Timeout = 30_000 });
    }

    /// <summary>Sends the form as it is, past what the browser itself would stop.</summary>
    private static async Task SendEmptyAsync(IPage page)
    {
        await page.Locator("main form").EvaluateAsync("form => form.noValidate = true");
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }
}
