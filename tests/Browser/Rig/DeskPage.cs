using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace WobWorkflow.Browser;

/// <summary>A page of the desk as someone has it before them, and what every page must keep to.</summary>
public sealed class DeskPage : IAsyncDisposable
{
    /// <summary>WCAG 2.2 at levels A and AA, and what axe knows to be good practice.</summary>
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private const int MostNodes = 4;

    private readonly List<string> _complaints = [];

    public DeskPage(IPage page)
    {
        Page = page;
        // A policy that is broken and a script that stumbles are only told to the console.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser had to complain about.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        answer.ShouldNotBeNull();
        answer.Headers["content-type"].ShouldStartWith("text/html", customMessage: path);
    }

    /// <summary>Axe finds nothing, nobody has to scroll sideways at this width, and the browser has no complaints.</summary>
    public async Task ShouldBeSoundAsync(string what)
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules } });
        if (found.Violations.Length > 0)
            Assert.Fail($"{what}: axe finds\n{string.Join('\n', found.Violations.Select(Told))}");
        await ShouldFitAsync(what);
        Complaints.ShouldBeEmpty(what);
    }

    /// <summary>Nothing sticks out beside the window (WCAG 1.4.10).</summary>
    public async Task ShouldFitAsync(string what)
    {
        var wide = await Page.EvaluateAsync<string>(
            """
            () => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) return '';
              const clipped = e => { for (let p = e; p; p = p.parentElement) if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX) && p !== document.documentElement && p !== document.body) return true; };
              const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1 && !clipped(e));
              return `${document.documentElement.scrollWidth} > ${room}: ` + out.slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join(' | ');
            }
            """);
        if (wide.Length > 0)
            Assert.Fail($"{what}: sticks out, {wide}");
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    private static string Told(AxeResultItem item) => $"{item.Id}: {item.Help}\n" + string.Join('\n', item.Nodes.Take(MostNodes).Select(node =>
    {
        var checks = node.Any.Concat(node.All).Concat(node.None).ToList();
        return $"    {node.Html}\n        {string.Join("; ", checks.Select(check => check.Message))}\n        {string.Join(" | ", checks.SelectMany(check => check.RelatedNodes).Select(related => related.Html))}";
    }));
}
