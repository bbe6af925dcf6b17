namespace WobWorkflow.Documents;

/// <summary>
/// Keeps a spreadsheet program from taking a text for a formula: who titles a document <c>=HYPERLINK(...)</c> must not reach into the machine of who opens the
/// list (CSV injection). A text that begins so is preceded by an apostrophe, which such programs take for "this is text".
/// </summary>
internal static class SpreadsheetCell
{
    private const char Guard = '\'';

    public static string Guarded(string text) => Begins(text) ? Guard + text : text;

    /// <summary>As it was before <see cref="Guarded"/>.</summary>
    public static string Bare(string text) => text is [Guard, .. var rest] && Begins(rest) ? rest : text;

    private static bool Begins(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
