namespace WobWorkflow.Browser;

/// <summary>Waits for what a page says of itself.</summary>
internal static class PageUntil
{
    /// <summary>
    /// Asks the page until it is so: an event that came a moment before is not waited for, and a policy that forbids a page to evaluate text forbids a page to wait for a function.
    /// </summary>
    /// <param name="expression">Of JavaScript; a function where there is an argument.</param>
    public static async Task UntilAsync(this IPage page, string expression, object? argument = null)
    {
        using var patience = new CancellationTokenSource(BrowserOffice.Patience);
        while (!await IsSoAsync(page, expression, argument))
            patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task<bool> IsSoAsync(IPage page, string expression, object? argument)
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression, argument);
        }
        catch (PlaywrightException)
        {
            // Between two pages there is nobody to ask.
            return false;
        }
    }
}
