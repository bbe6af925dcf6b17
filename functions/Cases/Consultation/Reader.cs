using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Who is shown documents before there is a decision on them: a third party of whom a view is asked, or an agency that is consulted.</summary>
/// <param name="About">The id of the view or the consultation.</param>
/// <param name="Party">The third party; null for an agency.</param>
/// <param name="Agency">The agency; null for a third party.</param>
/// <param name="SentOn">When the letter went; null until then.</param>
/// <param name="IsAwaited">Whether an answer may still come.</param>
public sealed record Reader(string About, PersonId? Party, Agency? Agency, ImmutableArray<DocumentId> Documents, DateOnly? SentOn, bool IsAwaited)
{
    /// <summary>Null where the case has no such view or consultation.</summary>
    public static Reader? Of(Case c, string about) =>
        Id.TryParse<ViewId>(about, out var view) && c.Views[view] is { } asked ? Of(asked)
        : Id.TryParse<ConsultationId>(about, out var consultation) && c.Consultations[consultation] is { } consulted ? Of(consulted)
        : null;

    public static IEnumerable<Reader> All(Case c) => c.Views.Select(Of).Concat(c.Consultations.Select(Of));

    /// <summary>The passages that a person keeps from this reader (<see cref="HidePassages"/>).</summary>
    public ImmutableHashSet<PassageId> HiddenBy(Case c) => c.HiddenFrom.GetValueOrDefault(About, []);

    private static Reader Of(ThirdPartyView view) => new(view.Id.ToString(), view.Party, null, view.Documents, view.SentOn, view.AnsweredOn is null);

    private static Reader Of(Consultation asked) => new(asked.Id.ToString(), null, asked.Agency, asked.Documents, asked.SentOn, asked.IsOpen);
}

/// <summary>Letters that list the passages which are put to a reader.</summary>
internal static class ReaderLetters
{
    /// <summary>Whether the letter asks a reader something.</summary>
    private static bool Asks(LetterKind kind) => kind is LetterKind.ThirdPartyViewRequest or LetterKind.ConsultationRequest or LetterKind.ConsultationRequestForum;

    /// <summary>With the letters to these readers set aside that nobody has touched: the engine drafts them again, with what may be listed now.</summary>
    public static Case DraftedAgain(Case c, Func<Reader, bool> to) => c with
    {
        Letters = c.Letters.Where(letter => letter is { State: LetterState.Drafted, IsWrittenByEngine: true } && Asks(letter.Kind) && Reader.Of(c, letter.About) is { } reader && to(reader)).ToList()
            .Aggregate(c.Letters, (all, letter) => all.With(letter.Id, untouched => untouched with { State = LetterState.Withdrawn })),
    };
}
