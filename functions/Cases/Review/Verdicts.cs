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
        var judged = c.Passages.GroupBy(passage => passage.DocumentId).ToDictionary(of => of.Key, of => of.Max(passage => passage.Judged));
        foreach (var document in c.Documents.Where(d => d is { InScope: true, Content: not null }))
        {
            // A document is judged with each of its passages.
            if (Of(c, document) is { } verdict)
                yield return new JudgedContent(document.Id, null, verdict, Math.Max(document.Assessment?.Judged ?? 0, judged.GetValueOrDefault(document.Id)), [$"file:{document.Content!.Sha256}"], null);
        }

        foreach (var passage in c.Passages)
        {
            if (Of(c, passage.DocumentId, passage.Id) is not { } verdict)
                continue;
            var content = c.Documents[passage.DocumentId]!.Content;
            ImmutableArray<string> places = content is not null && passage.Range is { } range
                ? [string.Create(CultureInfo.InvariantCulture, $"text:{content.TextSha256 ?? content.Sha256}:{passage.Page}:{range.Start}-{range.Length}")]
                : [];
            yield return new JudgedContent(passage.DocumentId, passage.Id, verdict, passage.Judged, places, passage.Quote);
        }
    }

    /// <summary>Puts up what is judged here otherwise than there; nothing where that is not so any more, or was put up before.</summary>
    public static Outcome Contradicted(Case c, DocumentId document, PassageId? passage, string ours, JudgedPlace there, string theirs)
    {
        if (Of(c, document, passage) != ours || !Differ(ours, theirs))
            return Outcome.Of();
        var cause = new ReassessmentCause(ReassessmentReason.JudgedDifferently, there, Ours: ours, Theirs: theirs);
        if (c.Reassessments.Any(known => Stands(known, document, passage, there) && known.Cause.Key == cause.Key))
            return Outcome.Of();
        // What derives from a text that is public elsewhere is looked at again with it; what differed in another way before, does so no more.
        var derived = theirs == Public ? new ReassessmentCause(ReassessmentReason.SourceJudgedDifferently, there) : null;
        return new Accepted([.. Settling(c, document, passage, there, theirs), .. Reassessing.PutUp(c, document, passage, cause, derived)]);
    }

    /// <summary>Whether these two were ever found to be judged differently.</summary>
    public static bool HasDiffered(Case c, DocumentId document, PassageId? passage, JudgedPlace there) => c.Reassessments.Any(known => Is(known, document, passage, there));

    /// <summary>Lets go of what was judged differently there and is not any more; nothing where it still is, or was settled before.</summary>
    /// <param name="theirs">How it is judged there; null where it isn't judged there any more, or is no longer the same content.</param>
    public static Outcome Agreed(Case c, DocumentId document, PassageId? passage, JudgedPlace there, string? theirs) =>
        Of(c, document, passage) is { } ours && theirs is not null && Differ(ours, theirs) ? Outcome.Of() : new Accepted([.. Settling(c, document, passage, there, null)]);

    /// <summary>Lets go of what stands of a pair, answered or not: one that a person kept is asked again when they differ again.</summary>
    /// <param name="still">How it is judged there now, otherwise than here; null where they agree.</param>
    private static IEnumerable<Event> Settling(Case c, DocumentId document, PassageId? passage, JudgedPlace there, string? still)
    {
        var over = c.Reassessments.Where(known => Stands(known, document, passage, there));
        if (still != Public)
        {
            // Put up once for all of the document there: it waits until nothing that it derives from differs with any of that.
            var derived = Reassessing.DerivedFrom(c, document, passage).ToHashSet();
            foreach (var other in c.Reassessments.Where(known => IsPublicThere(known, there) && !Is(known, document, passage, there)))
                derived.ExceptWith(Reassessing.WithheldWithSource(c, other.DocumentId, other.PassageId));
            over = over.Concat(c.Reassessments.Where(known =>
                known is { Settled: false, Cause.Reason: ReassessmentReason.SourceJudgedDifferently } && known.Cause.Place.IsInDocumentOf(there)
                && derived.Contains((known.DocumentId, known.PassageId))));
        }

        return over.Select(known => new DifferenceSettled(known.Id));
    }

    /// <summary>Whether something is public in that document and judged otherwise here, as far as was told; that a person kept it makes it no less so.</summary>
    private static bool IsPublicThere(Reassessment known, JudgedPlace there) =>
        known is { Settled: false, Cause: { Reason: ReassessmentReason.JudgedDifferently, Theirs: Public } } && known.Cause.Place.IsInDocumentOf(there);

    /// <summary>What was told last of a pair that differs: at most one.</summary>
    private static bool Stands(Reassessment known, DocumentId document, PassageId? passage, JudgedPlace there) => !known.Settled && Is(known, document, passage, there);

    private static bool Is(Reassessment known, DocumentId document, PassageId? passage, JudgedPlace there) =>
        known.Cause.Reason == ReassessmentReason.JudgedDifferently && known.DocumentId == document && known.PassageId == passage && known.Cause.Place == there;

    private static bool SameAct(string one, string other) => ActOf(one) == ActOf(other);

    private static Regime ActOf(string withheld) => Ground.Parse(withheld[Withheld.Length..].Split(',')[0], CultureInfo.InvariantCulture).Regime;
}

/// <summary>Content that was judged, as other cases may hold it too.</summary>
/// <param name="Judged">Where in the log it was judged last.</param>
/// <param name="Keys">Under what it is found: the hash of a file, or of a text with the place in it.</param>
/// <param name="Quote">Its words, under whose hash it is found too; null where there are none.</param>
public sealed record JudgedContent(DocumentId DocumentId, PassageId? PassageId, string Verdict, long Judged, ImmutableArray<string> Keys, FreeText? Quote);
