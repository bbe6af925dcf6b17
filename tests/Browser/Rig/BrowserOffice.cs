using System.Collections.Concurrent;

namespace WobWorkflow.Browser;

/// <summary>A running service on 24 May 2018, a browser, and cases in as many states as the pages can show. Nobody moves the clock.</summary>
public sealed class BrowserOffice(Azurite azurite) : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2018, 5, 24);

    /// <summary>Milliseconds; a machine that does ten other things at once is slow and not broken.</summary>
    internal const int Patience = 60_000;

    private readonly ConcurrentDictionary<(Person?, bool), Lazy<Task<IBrowserContext>>> _contexts = [];
    private ServiceProcess? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Office? _office;
    private SetScene? _scene;

    /// <summary>Skips the test where this machine has no browser.</summary>
    public Office Office => _office ?? throw NoBrowser();

    public SetScene Scene => _scene ?? throw NoBrowser();

    public IBrowser Browser => _browser ?? throw NoBrowser();

    public Uri Address => (_service ?? throw NoBrowser()).Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
            return;
        _service = await ServiceProcess.StartAsync(azurite);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await Chromium.StartAsync(_playwright);
        _scene = await SetScene.SetAsync(_service.Http);
        _office = await Office.OpenAsync(_service.Http);
    }

    /// <summary>A page in a browser in which this person signed in; null for nobody. It closes with the test.</summary>
    /// <param name="script">Whether the browser runs scripts.</param>
    public async Task<DeskPage> OpenAsync(Person? person, bool script = true, int width = 1280, int height = 900)
    {
        _ = Office;
        var context = await _contexts.GetOrAdd((person, script), key => new Lazy<Task<IBrowserContext>>(() => EnterAsync(key.Item1, key.Item2))).Value;
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        return new DeskPage(page);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private static InvalidOperationException NoBrowser()
    {
        Assert.Skip("This machine has no Chromium: no page was tested in a browser. Install it, or name it in WOBWORKFLOW_CHROMIUM.");
        return new InvalidOperationException();
    }

    private async Task<IBrowserContext> EnterAsync(Person? person, bool script)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            JavaScriptEnabled = script,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        if (person is not null)
            await SignInAsync(context, person);
        return context;
    }

    internal static async Task SignInAsync(IBrowserContext context, Person person)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync(person.Name);
        foreach (var role in person.Roles)
            await page.Locator($"#role-{role}").CheckAsync();
        if (person.Agency is { } agency)
            await page.Locator("#agency").SelectOptionAsync(agency);
        if (person.Clearance is { } clearance)
            await page.Locator("#clearance").SelectOptionAsync(clearance);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("Wie bent u in deze oefening?");
        await page.CloseAsync();
    }
}

[CollectionDefinition]
public sealed class InTheBrowser : ICollectionFixture<BrowserOffice>;
