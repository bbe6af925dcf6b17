using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A fact that was corrected.</summary>
/// <param name="Subject">Which one: the id of a letter, clarification, consultation, view, remedy, notice of default or suspension; absent for the request.</param>
/// <param name="Moved">Every term that moved, with its old and its new last day.</param>
/// <param name="Overtaken">What had been decided on the old dates and stands otherwise on the new ones.</param>
internal sealed record CorrectionView(
    CorrectableFact Fact,
    string? Subject,
    DateOnly From,
    DateOnly To,
    string? Reason,
    DateOnly On,
    string By,
    ImmutableArray<MovedTerm> Moved,
    ImmutableArray<OvertakenView> Overtaken)
{
    public static CorrectionView Of(Correction corrected, Language language, Func<FreeText, string?> text) => new(
        corrected.Fact, corrected.Subject, corrected.From, corrected.To, text(corrected.Reason), corrected.On, corrected.By, corrected.Moved,
        [.. corrected.Overtaken.Select(overtaken => OvertakenView.Of(overtaken, language))]);
}

/// <param name="TermId">The term that it was held against; absent where there was none.</param>
/// <param name="From">The day that counted as it was.</param>
/// <param name="To">The same day as it is.</param>
/// <param name="Text">The same in a sentence.</param>
internal sealed record OvertakenView(OvertakenKind Kind, string Subject, string? TermId, DateOnly? On, DateOnly? From, DateOnly? To, string Text)
{
    public static OvertakenView Of(Overtaken overtaken, Language language)
    {
        var wording = OvertakenWording.Of(overtaken);
        return new OvertakenView(
            overtaken.Kind, overtaken.Subject, overtaken.TermId, overtaken.On, overtaken.From, overtaken.To, language == Language.En ? wording.En : wording.Nl);
    }
}
