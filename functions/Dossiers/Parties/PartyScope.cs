namespace WobWorkflow.Dossiers;

/// <summary>Whose texts: those of a case, a ruling or the organisation, erased together.</summary>
public sealed record PartyScope
{
    private PartyScope(string text) => Text = text;

    public static PartyScope Organisation { get; } = new("organisation");

    public string Text { get; }

    /// <exception cref="ArgumentException">An id is 1 to 64 letters, digits, hyphens and underscores.</exception>
    public static PartyScope Case(string id) => Of(LogId.Case(id));

    /// <inheritdoc cref="Case" />
    public static PartyScope Ruling(string id) => Of(LogId.Ruling(id));

    /// <summary>The scope that goes with a log.</summary>
    public static PartyScope Of(LogId log) => new(log.Text);

    public override string ToString() => Text;
}
