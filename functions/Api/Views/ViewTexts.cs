using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Puts the texts into a view: what the view asks for is what is read, so a text that it withholds never leaves the store.</summary>
internal static class ViewTexts
{
    /// <param name="build">Builds the view from a way to find texts; called twice, and must ask for the same ones both times.</param>
    /// <param name="read">Reads many texts at once; one that was erased is null.</param>
    public static async Task<TView> FillAsync<TView>(
        Func<Func<FreeText, string?>, TView> build, Func<IReadOnlyCollection<FreeText>, Task<IReadOnlyDictionary<FreeText, string?>>> read)
    {
        var asked = new HashSet<FreeText>();
        var empty = build(text =>
        {
            asked.Add(text);
            return null;
        });
        if (asked.Count == 0)
            return empty;
        var texts = await read(asked);
        return build(texts.GetValueOrDefault);
    }
}
