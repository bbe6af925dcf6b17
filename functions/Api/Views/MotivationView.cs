using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The reasons of a theme.</summary>
/// <param name="Theme">Null where it was erased.</param>
/// <param name="Mark">What the mark beside a redacted passage says of it; absent where marks say only the grounds.</param>
/// <param name="Ground">Everything withheld on it; absent where passages are named.</param>
/// <param name="Passages">How many passages are named.</param>
internal sealed record MotivationView(
    string MotivationId, string? Theme, string? Text, string? Mark, string? Ground, ImmutableArray<string> Grounds, int Passages, DateOnly On, string By)
{
    public static MotivationView Of(Case c, Motivation motivation, Func<FreeText, string?> text) => new(
        motivation.Id.ToString(), text(motivation.Theme), text(motivation.Text), motivation.Mark is { } mark ? text(mark) : null, motivation.Ground?.Key,
        [.. motivation.GroundsIn(c).Select(ground => ground.Key)], motivation.Passages.Length, motivation.On, motivation.By);
}
