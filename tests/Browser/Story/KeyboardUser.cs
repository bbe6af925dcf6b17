using System.Globalization;

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

    /// <summary>Chooses what has this value: in a list by typing what it says, among buttons with the arrows.</summary>
    public async Task ChooseAsync(string field, string value)
    {
        var option = page.Locator($"select#{field} option[value='{value}']");
        if (await option.CountAsync() > 0)
        {
            var words = (await option.TextContentAsync())!.Trim();
            await TabToAsync("e => e.id === name", field);
            await page.Keyboard.TypeAsync(words);
            (await page.EvaluateAsync<string>("document.activeElement.selectedOptions[0].text.trim()")).ShouldBe(words);
            return;
        }

        await TabToAsync("e => e.type === 'radio' && e.id.startsWith(name + '-')", field);
        await page.Keyboard.PressAsync("Space");
        for (var i = 0; i < Longest && await page.EvaluateAsync<string>("document.activeElement.id") != $"{field}-{value}"; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        (await page.EvaluateAsync<bool>("id => document.getElementById(id).checked", $"{field}-{value}")).ShouldBeTrue($"{field}-{value}");
    }

    /// <summary>Types in a field, in place of what stands there.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await TabToAsync("e => e.id === name", field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
        (await page.EvaluateAsync<string>("document.activeElement.value")).ShouldBe(text);
    }

    /// <summary>Types a date: day, month and year in the order in which the field of this browser has them.</summary>
    public async Task TypeDateAsync(string field, DateOnly date)
    {
        var tried = "";
        foreach (var order in (string[])["ddMMyyyy", "MMddyyyy", "yyyyMMdd"])
        {
            // From its first part: a field that has the focus already is left backwards and come back to.
            while (await page.EvaluateAsync<string>("document.activeElement.id") == field)
                await page.Keyboard.PressAsync("Shift+Tab");
            await TabToAsync("e => e.id === name", field);
            await page.Keyboard.TypeAsync(date.ToString(order, CultureInfo.InvariantCulture));
            tried += order + await page.EvaluateAsync<string>("document.activeElement.id + '=' + document.activeElement.value + ' '");
            if (await page.EvaluateAsync<string>("document.activeElement.value") == date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                return;
        }

        Assert.Fail($"{field} takes no date that is typed: " + tried);
    }

    /// <summary>Checks a box.</summary>
    public async Task CheckAsync(string box)
    {
        await TabToAsync("e => e.id === name", box);
        await page.Keyboard.PressAsync("Space");
        (await page.EvaluateAsync<bool>("document.activeElement.checked")).ShouldBeTrue(box);
    }

    /// <summary>Chooses files: the dialog is the system's own.</summary>
    public async Task ChooseFilesAsync(string field, params FilePayload[] files)
    {
        // From here on the browser hands its dialog over: only then may Enter open it.
        page.FileChooser += (_, _) => { };
        await TabToAsync("e => e.id === name", field);
        var dialog = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await dialog.SetFilesAsync(files);
    }

    /// <summary>Presses a button that leaves the page as it is.</summary>
    public async Task PressHereAsync(string id)
    {
        await TabToAsync("e => e.id === name", id);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens what is folded, by the words on it.</summary>
    public async Task UnfoldAsync(string field)
    {
        const string Folded = "document.getElementById(name).closest('details:not([open])')?.querySelector('summary')";
        if (!await page.EvaluateAsync<bool>($"name => !!{Folded}", field))
            return;
        await TabToAsync($"e => e === {Folded}", field);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Enter and waits for the page that it leads to.</summary>
    private async Task EnterAsync()
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("before => location.href !== before && document.readyState === 'complete'", before);
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
