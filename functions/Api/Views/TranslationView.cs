using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Grounds of the Woo that are proposed in the place of one of the Wob. Nothing is taken over before a person confirms it (<c>translate-grounds</c>) or judges anew.</summary>
/// <param name="PassageId">Absent for a document as a whole.</param>
/// <param name="Candidates">The likeliest first.</param>
internal sealed record TranslationView(string DocumentId, string? PassageId, string Ground, ImmutableArray<string> Candidates)
{
    public static TranslationView Of(ProposedGrounds proposed) =>
        new(proposed.DocumentId.ToString(), proposed.PassageId?.ToString(), proposed.Ground.Key, [.. proposed.Candidates.Select(ground => ground.Key)]);
}
