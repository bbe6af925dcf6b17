namespace WobWorkflow.Browser;

/// <summary>The browser of this machine: Debian's Chromium, or the one that WOBWORKFLOW_CHROMIUM names. Its headless shell draws no window around a page and takes half the time.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>Null where this machine has none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("WOBWORKFLOW_CHROMIUM") is { Length: > 0 } named ? Find(named) : Names.Select(Find).FirstOrDefault(found => found is not null);

    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        // Its sandbox refuses to work for root, and there is no page here but ours.
        Args = OperatingSystem.IsLinux() && Environment.UserName == "root" ? ["--no-sandbox"] : [],
    });

    private static string? Find(string name) => name.Contains('/', StringComparison.Ordinal)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
