using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// What was done with an advice, line by line. It binds nobody, but a body that departs from what it asked for says why (Awb 3:46). Where the judgement
/// agrees that shows by itself; where it doesn't, a person says why (<see cref="DepartFromAdvice"/>).
/// </summary>
public static class AdviceLines
{
    /// <summary>
    /// Every line of what an agency advised: those it gave, and for each document on which it gave none its advice as a whole. None before it answered.
    /// </summary>
    public static ImmutableArray<AdviceLine> Of(Case c, Consultation consultation) =>
        [.. Given(consultation).Select((item, i) => LineOf(c, consultation, item, i + 1))];

    /// <summary>The lines of all consultations from which the judgement departs, and of which nobody said why since it was given.</summary>
    public static IEnumerable<(Consultation Consultation, AdviceLine Line)> Unanswered(Case c) =>
        from consultation in c.Consultations
        where !consultation.Advices.IsEmpty
        from line in Of(c, consultation)
        where line is { FollowUp: AdviceFollowUp.Departed, Departure: null }
        select (consultation, line);

    /// <summary>What the agency may know of the outcome: the case as it was judged in the last decision that went out since it answered; null before that.</summary>
    public static Case? AsDecided(Case c, Consultation consultation) =>
        c.Decisions.LastOrDefault(d => d is { DispatchedOn: not null, Judged: not null, Kind: not DecisionKind.NotTreated } && d.TakenOn >= consultation.AnsweredOn) is { Judged: { } then }
            ? c with { Documents = then.Documents, Passages = then.Passages }
            : null;

    private static IEnumerable<AdviceItem> Given(Consultation consultation)
    {
        foreach (var advice in consultation.Advices)
        {
            foreach (var item in advice.Items)
                yield return item;
            foreach (var document in consultation.Documents.Where(id => advice.Items.All(item => item.DocumentId != id)))
                yield return new AdviceItem(document, advice.Kind);
        }
    }

    private static AdviceLine LineOf(Case c, Consultation consultation, AdviceItem item, int number)
    {
        var judged = JudgedOf(c, item);
        var followUp = IsOvertaken(c, consultation, item) ? AdviceFollowUp.Overtaken : FollowUpOf(c, consultation, item);
        return new AdviceLine(
            number, item, followUp,
            followUp == AdviceFollowUp.Departed ? consultation.Departures.FindLast(departure => departure.Line == number && departure.Judged == judged) : null);
    }

    private static AdviceFollowUp FollowUpOf(Case c, Consultation consultation, AdviceItem item)
    {
        if (c.Documents[item.DocumentId] is not { InScope: true } document)
            return AdviceFollowUp.Overtaken;
        if (Reviewing.JudgementOf(c, document) is not { } judgement)
            return AdviceFollowUp.Open;
        return item.Advice switch
        {
            AdviceKind.NoObjection => WithoutObjection(c, consultation, item),
            // What stays in needs no declassification.
            AdviceKind.Declassify => document.Marking == Marking.None || !Discloses(judgement) ? AdviceFollowUp.Followed : AdviceFollowUp.Open,
            AdviceKind.Redact when item is { PassageId: null, Page: { } page } => OnGround(
                item, c.PassagesOf(document.Id).Where(passage => passage.Page == page && !IsDisclosed(c, passage)).ToList() is { Count: > 0 } hidden
                    ? [.. hidden.SelectMany(passage => passage.Grounds)]
                    : Discloses(judgement) ? null : Reviewing.GroundsOf(c, document)),
            _ when item.PassageId is { } id => OnGround(item, IsDisclosed(c, c.Passages[id]!) ? null : GroundsFor(c, document, c.Passages[id]!)),
            AdviceKind.Redact => OnGround(item, judgement is Judgement.Public or Judgement.AlreadyPublic ? null : Reviewing.GroundsOf(c, document)),
            _ => OnGround(item, Discloses(judgement) ? null : Reviewing.GroundsOf(c, document)),
        };
    }

    /// <summary>
    /// An agency that does not object says nothing of what the body withholds for reasons of its own, such as personal data. It does of the security of the
    /// State, for which it was asked: withheld on that, where no other agency advised so, is a departure.
    /// </summary>
    private static AdviceFollowUp WithoutObjection(Case c, Consultation consultation, AdviceItem item)
    {
        var apart = consultation.Advices.SelectMany(advice => advice.Items).Where(other => other.DocumentId == item.DocumentId).Select(other => other.PassageId).ToHashSet();
        var passages = (item.PassageId is { } id ? [c.Passages[id]!] : c.PassagesOf(item.DocumentId).Where(passage => !apart.Contains(passage.Id)))
            .Where(passage => passage.Treatment == Treatment.Withheld).ToList();
        var whole = item.PassageId is null ? c.Documents[item.DocumentId]!.Assessment?.Grounds ?? [] : [];
        if (passages.Count == 0 && whole.IsEmpty)
            return AdviceFollowUp.Followed;
        return passages.Any(passage => passage.Grounds.Any(IsSecurity) && !OthersAdvised(passage.Id)) || (whole.Any(IsSecurity) && !OthersAdvised(null))
            ? AdviceFollowUp.Departed
            : AdviceFollowUp.OwnReasons;

        bool OthersAdvised(PassageId? passage) => c.Consultations.Where(other => other.Id != consultation.Id).SelectMany(Given).Any(other =>
            other.Advice is AdviceKind.Redact or AdviceKind.Withhold && other.DocumentId == item.DocumentId && (other.PassageId is null || other.PassageId == passage));
    }

    /// <param name="grounds">Those on which it is withheld; null where it isn't.</param>
    private static AdviceFollowUp OnGround(AdviceItem item, ImmutableArray<Ground>? grounds) => grounds is not { } used
        ? AdviceFollowUp.Departed
        : item.Ground is not { } advised || used.IsEmpty || used.Any(ground => IsSame(advised, ground)) ? AdviceFollowUp.Followed : AdviceFollowUp.Departed;

    /// <summary>A passage that nothing is said of goes as the document goes.</summary>
    private static ImmutableArray<Ground> GroundsFor(Case c, Document document, Passage passage) =>
        passage.Grounds.IsEmpty && passage.Treatment == Treatment.Disclosed ? Reviewing.GroundsOf(c, document) : passage.Grounds;

    /// <summary>The agency said something else of it since, or of the document as a whole.</summary>
    private static bool IsOvertaken(Case c, Consultation consultation, AdviceItem item) => c.Consultations.Any(later =>
        later.Id.Number > consultation.Id.Number && later.Agency == consultation.Agency
        && Given(later).Any(given => given.DocumentId == item.DocumentId && (given.PassageId is null || given.PassageId == item.PassageId)));

    /// <summary>What the follow-up rests on: judged otherwise, an answer that was given before says nothing any more.</summary>
    internal static string JudgedOf(Case c, AdviceItem item)
    {
        var document = c.Documents[item.DocumentId]!;
        var passages = c.PassagesOf(item.DocumentId)
            .Where(passage => (item.PassageId is null || passage.Id == item.PassageId) && (item.Page is null || passage.Page == item.Page))
            .OrderBy(passage => passage.Id.Number)
            .Select(passage => $"{passage.Id}:{Kebab.Of(passage.Treatment)}:{Keys(passage.Grounds)}");
        var whole = document.Assessment is { } assessed ? $"{Kebab.Of(assessed.Judgement)}:{Keys(assessed.Grounds)}" : "";
        return string.Join('|', [whole, .. passages]);
    }

    private static string Keys(ImmutableArray<Ground> grounds) => string.Join(',', Grounds.InOrder(grounds).Select(ground => ground.Key));

    private static bool IsDisclosed(Case c, Passage passage) =>
        passage.Treatment == Treatment.Disclosed && Reviewing.JudgementOf(c, c.Documents[passage.DocumentId]!) is { } judgement && Discloses(judgement);

    private static bool Discloses(Judgement judgement) => judgement is Judgement.Public or Judgement.PartlyPublic or Judgement.AlreadyPublic;

    /// <summary>Advised under one act and used under the other.</summary>
    private static bool IsSame(Ground advised, Ground used) =>
        advised == used || GroundTranslation.Candidates(advised).Contains(used) || GroundTranslation.Candidates(used).Contains(advised);

    private static bool IsSecurity(Ground ground) => ground.Key is "10.1b" or "5.1.1b";
}

/// <summary>A line of an advice and what came of it.</summary>
/// <param name="Number">Counts from 1 within the consultation; a number means one line for good.</param>
/// <param name="Departure">Why the judgement departs from it; null where it doesn't, and where nobody said.</param>
public sealed record AdviceLine(int Number, AdviceItem Item, AdviceFollowUp FollowUp, AdviceDeparture? Departure);

/// <summary>What was done with a line of an advice.</summary>
public enum AdviceFollowUp
{
    /// <summary>Nothing yet: what it is about was not judged, or not declassified.</summary>
    Open,
    Followed,

    /// <summary>No objection, and withheld nevertheless for reasons that are the body's own and stand with the judgement.</summary>
    OwnReasons,

    /// <summary>Departed from; a person says why.</summary>
    Departed,

    /// <summary>The agency advised anew since, or the document is out of the case.</summary>
    Overtaken,
}

/// <summary>Why the body departs from a line of an advice.</summary>
/// <param name="Judged">On which judgement it was said; it holds while that stands.</param>
/// <param name="Tell">Whether the decision says so.</param>
public sealed record AdviceDeparture(int Line, FreeText Reason, DateOnly On, string By, string Judged, bool Tell);
