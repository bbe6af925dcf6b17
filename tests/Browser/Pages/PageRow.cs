namespace WobWorkflow.Browser;

/// <summary>A page in one of its states.</summary>
/// <param name="Route">As the program has it.</param>
/// <param name="State">What makes this state another than the other rows of the route.</param>
/// <param name="Who">Null for nobody.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Then">What is done there to get the state; null where arriving is enough.</param>
public sealed record PageRow(string Route, string State, Person? Who, Func<SetScene, string> Path, Func<IPage, Task>? Then = null)
{
    public string Name => $"{Route} · {State}";

    public async Task<DeskPage> OpenAsync(BrowserOffice office, int width, bool script = true)
    {
        var page = await office.OpenAsync(Who, script, width);
        await page.GoAsync(Path(office.Scene));
        if (Then is not null)
            await Then(page.Page);
        return page;
    }
}
