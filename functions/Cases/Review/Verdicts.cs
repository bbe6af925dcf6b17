using System.Collections.Immutable;
using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>How content is judged, in a word that can be compared between cases.</summary>
public static class Verdicts
{
    public const string Public = "public";
    private const string Withheld = "withheld:";

    /// <summary>Null where it says nothing about the content: it is outside this request, or left to another body.</summary>
    public static string? Of(Passage passage) => passage.Treatment switch
    {
        Treatment.Disclosed => Public,
        Treatment.Withheld => Withheld + string.Join(',', Grounds.InOrder(passage.Grounds)),
        _ => null,
    };

    /// <inheritdoc cref="Of(Passage)"/>
    public static string? Of(Case c, Document document) => Reviewing.JudgementOf(c, document) switch
    {
        Judgement.Public or Judgement.AlreadyPublic => Public,
        Judgement.PartlyPublic => "partly-public",
        Judgement.NotPublic => "not-public",
        _ => null,
    };

    /// <summary>The judgement of a passage, or of a document as a whole; null where there is none to compare.</summary>
    public static string? Of(Case c, DocumentId document, PassageId? passage) => c.Documents[document] is not { InScope: true } whole ? null
        : passage is { } id ? c.Passages[id] is { } part ? Of(part) : null
        : Of(c, whole);

    /// <summary>Whether two judgements of the same content contradict each other. Grounds of two acts can't be compared.</summary>
    public static bool Differ(string one, string other) =>
        one != other && !(one.StartsWith(Withheld, StringComparison.Ordinal) && other.StartsWith(Withheld, StringComparison.Ordinal) && !SameAct(one, other));

    /// <summary>What was judged in the case and can be found in another: by file, or by the place in a file's text.</summary>
    public static IEnumerable<JudgedContent> In(Case c)
    {
        foreach (var document in c.Documents.Where(d => d is { InScope: true, Content: not null }))
        {
            if (Of(c, document) is { } verdict)
                yield return new JudgedContent(document.Id, null, verdict, [$"file:{document.Content!.Sha256}"], null);
        }

        foreach (var passage in c.Passages)
        {
            if (Of(c, passage.DocumentId, passage.Id) is not { } verdict)
                continue;
            var content = c.Documents[passage.DocumentId]!.Content;
            ImmutableArray<string> places = content is not null && passage.Range is { } range
                ? [string.Create(CultureInfo.InvariantCulture, $"text:{content.TextSha256 ?? content.Sha256}:{passage.Page}:{range.Start}-{range.Length}")]
                : [];
            yield return new JudgedContent(passage.DocumentId, passage.Id, verdict, places, passage.Quote);
        }
    }

    /// <summary>Puts up what is judged here otherwise than there; nothing where that is not so any more, or was put up before.</summary>
    public static Outcome Contradicted(Case c, DocumentId document, PassageId? passage, string ours, JudgedPlace there, string theirs)
    {
        if (Of(c, document, passage) != ours || !Differ(ours, theirs))
            return Outcome.Of();
        var cause = new ReassessmentCause(ReassessmentReason.JudgedDifferently, there, Ours: ours, Theirs: theirs);
        if (c.Reassessments.Any(known => Is(known, document, passage, there) && known.Cause.Key == cause.Key && !known.Settled))
            return Outcome.Of();
        // What derives from a text that is public elsewhere is looked at again with it; what differed in another way before, does so no more.
        var put = Reassessing.PutUp(c, document, passage, cause, self: true);
        return new Accepted(
        [
            .. Settling(c, document, passage, there),
            .. theirs == Public ? put : [.. put.Cast<PutUpForReassessment>().Where(one => one.DocumentId == document && one.PassageId == passage)],
        ]);
    }

    /// <summary>Whether these two were ever found to be judged differently.</summary>
    public static bool HasDiffered(Case c, DocumentId document, PassageId? passage, JudgedPlace there) => c.Reassessments.Any(known => Is(known, document, passage, there));

    /// <summary>Lets go of what was judged differently there and is not any more; nothing where that was settled before.</summary>
    public static Outcome Agreed(Case c, DocumentId document, PassageId? passage, string ours, JudgedPlace there, string theirs) =>
        Of(c, document, passage) != ours || Differ(ours, theirs) ? Outcome.Of() : new Accepted([.. Settling(c, document, passage, there)]);

    private static IEnumerable<Event> Settling(Case c, DocumentId document, PassageId? passage, JudgedPlace there) =>
        c.Reassessments.Where(known => known.AnsweredOn is null && Is(known, document, passage, there)).Select(known => new DifferenceSettled(known.Id));

    private static bool Is(Reassessment known, DocumentId document, PassageId? passage, JudgedPlace there) =>
        known.Cause.Reason == ReassessmentReason.JudgedDifferently && known.DocumentId == document && known.PassageId == passage && known.Cause.Place == there;

    private static bool SameAct(string one, string other) => ActOf(one) == ActOf(other);

    private static Regime ActOf(string withheld) => Ground.Parse(withheld[Withheld.Length..].Split(',')[0], CultureInfo.InvariantCulture).Regime;
}

/// <summary>Content that was judged, as other cases may hold it too.</summary>
/// <param name="Keys">Under what it is found: the hash of a file, or of a text with the place in it.</param>
/// <param name="Quote">Its words, under whose hash it is found too; null where there are none.</param>
public sealed record JudgedContent(DocumentId DocumentId, PassageId? PassageId, string Verdict, ImmutableArray<string> Keys, FreeText? Quote);
