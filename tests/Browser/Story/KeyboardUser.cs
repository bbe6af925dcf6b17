namespace WobWorkflow.Browser;

/// <summary>Someone who has no mouse: goes from one control to the next, and presses keys.</summary>
internal sealed class KeyboardUser(IPage page)
{
    private const int Longest = 250;

    public IPage Page => page;

    /// <summary>Follows the link that is called this, opening what it is folded into.</summary>
    public async Task FollowAsync(string link)
    {
        const string Folded = "[...document.querySelectorAll('details:not([open])')].find(d => [...d.querySelectorAll('a[href]')].some(a => a.textContent.trim() === name))";
        if (await page.EvaluateAsync<bool>($"name => !!{Folded}", link))
        {
            await TabToAsync($"e => e === {Folded}?.querySelector('summary')", link);
            await page.Keyboard.PressAsync("Enter");
        }

        await TabToAsync("e => e.matches('a[href]') && e.textContent.trim() === name", link);
        await EnterAsync();
    }

    /// <summary>Presses the button that is called this.</summary>
    public async Task PressAsync(string button)
    {
        await TabToAsync("e => e.matches('main button') && e.textContent.trim() === name", button);
        await EnterAsync();
    }

    /// <summary>Chooses in a list by typing what it says.</summary>
    public async Task ChooseAsync(string field, string option)
    {
        await TabToAsync("e => e.id === name", field);
        await page.Keyboard.TypeAsync(option);
        (await page.EvaluateAsync<string>("document.activeElement.selectedOptions[0].text.trim()")).ShouldBe(option);
    }

    private async Task EnterAsync()
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    private async Task TabToAsync(string which, string name)
    {
        for (var i = 0; i < Longest; i++)
        {
            if (await page.EvaluateAsync<bool>($"name => {{ const e = document.activeElement; return ({which})(e); }}", name))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard doesn't come to {name} on {page.Url}.");
    }
}
