using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Names one log: <c>cases/{id}</c>, <c>rulings/{id}</c>, <c>organisation</c> or <c>hosts</c>. The same text begins the names of its
/// artifacts and texts.
/// </summary>
public sealed record LogId
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private LogId(string text) => Text = text;

    public static LogId Organisation { get; } = new("organisation");

    /// <summary>Who drives: see <see cref="HostRegister"/>.</summary>
    public static LogId Hosts { get; } = new("hosts");

    public string Text { get; }

    /// <exception cref="ArgumentException">An id is 1 to 64 letters, digits, hyphens and underscores.</exception>
    public static LogId Case(string id) => new($"cases/{Checked(id)}");

    /// <inheritdoc cref="Case" />
    public static LogId Ruling(string id) => new($"rulings/{Checked(id)}");

    /// <exception cref="FormatException">This is not how a log is named.</exception>
    public static LogId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A log is named cases/{id}, rulings/{id}, organisation or hosts.");

    public static bool TryParse(string text, [NotNullWhen(true)] out LogId? id)
    {
        id = text.Split('/') switch
        {
            ["organisation"] => Organisation,
            ["hosts"] => Hosts,
            ["cases", var own] when IsId(own) => new LogId(text),
            ["rulings", var own] when IsId(own) => new LogId(text),
            _ => null,
        };
        return id is not null;
    }

    public override string ToString() => Text;

    internal static bool IsId(string id) => id.Length is > 0 and <= 64 && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    internal static string Checked(string id) =>
        IsId(id) ? id : throw new ArgumentException("An id is 1 to 64 letters, digits, hyphens and underscores.", nameof(id));
}
