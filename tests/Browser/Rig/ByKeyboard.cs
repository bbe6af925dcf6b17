namespace WobWorkflow.Browser;

/// <summary>Walks through a page with the tab key alone.</summary>
internal sealed class ByKeyboard(IPage page)
{
    // The parts of a date are stops of their own.
    private const int StopsInAControl = 5;

    /// <summary>Every control and link gets the focus once, in the order of the page, and shows it; the first is the way past the menu.</summary>
    public async Task ShouldReachEverythingAsync(string what)
    {
        var all = await page.EvaluateAsync<string[]>(
            """
            () => {
              const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');
              const list = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(e => seen(e) && !e.disabled && e.tabIndex >= 0);
              const groups = new Set();
              window.stops = list.filter(e => {
                if (e.type !== 'radio') return true;
                const key = e.name + '|' + [...document.forms].indexOf(e.form);
                if (groups.has(key)) return false;
                groups.add(key);
                return true;
              });
              window.told = e => `${e.tagName} ${e.id || e.getAttribute('href') || e.textContent.trim().slice(0, 40)}`;
              return window.stops.map(window.told);
            }
            """);
        var reached = new List<int>();
        var unseen = new List<string>();
        for (var i = 0; i < all.Length * StopsInAControl; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<Stop?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const style = getComputedStyle(e), box = e.getBoundingClientRect();
                  const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                  const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
                  let index = window.stops.indexOf(e);
                  if (index < 0 && e.type === 'radio') index = window.stops.findIndex(s => s.type === 'radio' && s.name === e.name && s.form === e.form);
                  return { index, shown: shown && inView, told: window.told(e) };
                }
                """);
            if (at is null || (reached.Count > 0 && at.Index == reached[0]))
                break;
            if (reached.Count == 0 || reached[^1] != at.Index)
                reached.Add(at.Index);
            if (!at.Shown)
                unseen.Add(at.Told);
        }

        unseen.Distinct().ShouldBeEmpty($"{what}: the focus can't be seen");
        Enumerable.Range(0, all.Length).Except(reached).Select(i => all[i]).ShouldBeEmpty($"{what}: not reached");
        reached.ShouldBeInOrder(SortDirection.Ascending, $"{what}: not in the order of the page");
        all[0].ShouldBe("A #inhoud", what);
    }

    // Playwright fills it in field by field.
    private sealed record Stop
    {
        public int Index { get; init; }

        public bool Shown { get; init; }

        public string Told { get; init; } = "";
    }
}
