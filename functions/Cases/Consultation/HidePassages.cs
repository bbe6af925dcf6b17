using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says which passages are not shown to an agency that is consulted, or to a third party of whom a view is asked, beside what it doesn't get anyway. All of them at
/// once: said again it takes the place of what was said before, and with none everything is shown again.
/// </summary>
/// <param name="ViewId">The view in whose package they are hidden; this or the consultation.</param>
/// <param name="ConsultationId">The consultation of which the agency doesn't see them; this or the view.</param>
public sealed record HidePassages(
    ImmutableArray<PassageId> Passages = default,
    ViewId? ViewId = null,
    ConsultationId? ConsultationId = null) : IStep<Case, HidePassages>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(5000)]
    public ImmutableArray<PassageId> Passages { get; init; } = Passages.IsDefault ? [] : Passages;

    public static StepRule<Case> Rule { get; } = new(
        "hide-passages", nl: "Passages niet voorleggen", en: "Keep passages from who is asked", [Role.Handler, Role.Coordinator],
        when: c => Reader.All(c).Any(reader => reader.IsAwaited) ? null : new Refused("nobody-asked", "Er staat geen afstemming of zienswijze open."));

    public static Outcome Decide(Case c, HidePassages step, At at)
    {
        if (step.ViewId is null == step.ConsultationId is null)
            return Refused.Invalid("viewId", "reader-unclear", "Noem een zienswijze of een afstemming: één van beide.");
        var about = step.ViewId?.ToString() ?? step.ConsultationId!.Value.ToString();
        if (Reader.Of(c, about) is not { } reader)
            return Refused.Unknown(step.ViewId is null ? "consultation-not-found" : "view-not-found", $"Deze {(step.ViewId is null ? "afstemming" : "zienswijze")} hoort niet bij deze zaak.");
        if (!reader.IsAwaited)
            return new Refused("reader-not-awaited", "Hierop is al geantwoord, of het is beëindigd: er wordt niets meer voorgelegd.");
        if (step.Passages.FirstOrDefault(id => c.Passages[id] is not { } passage || !reader.Documents.Contains(passage.DocumentId)) is { Number: > 0 } stray)
            return Refused.Invalid("passages", "passage-not-put", $"{stray} staat in geen document dat hierbij wordt voorgelegd.");
        return reader.HiddenBy(c).SetEquals(step.Passages)
            ? new Refused("nothing-to-change", "Dit was al vastgelegd.")
            : new PassagesHidden(about, [.. step.Passages.Distinct().OrderBy(id => id.Number)]);
    }
}

/// <summary>A person said which passages are not shown to who is asked.</summary>
/// <param name="About">The id of the view or the consultation.</param>
public sealed record PassagesHidden(string About, ImmutableArray<PassageId> Passages) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => ReaderLetters.DraftedAgain(c with { HiddenFrom = c.HiddenFrom.SetItem(About, [.. Passages]) }, reader => reader.About == About);
}
