using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Finds which judgements have to be looked at again: what derives from something that becomes public, in this case and in others.</summary>
public static class Reassessing
{
    /// <summary>The refusal of a decision while something waits for renewed assessment; null where nothing does.</summary>
    /// <remarks>What shows from the judgements of another case stops a new draft only (<see cref="JudgedElsewhere"/>); later it is found by the check on <see cref="DecisionCheck.SameText"/>, before the approval.</remarks>
    internal static Refused? Awaited(Case c) => c.Reassessments.FirstOrDefault(put => put.IsOpen(c) && !put.IsByComparison) is { } open
        ? new Refused("reassessment-open", $"{open.Place} ligt voor herbeoordeling ({open.Id}): beoordeel opnieuw, of leg vast waarom het oordeel blijft.", "Awb 3:46")
        : null;

    /// <summary>The refusal of a draft while another case judges the same text differently, and nobody said why that may be; null where everything is answered.</summary>
    internal static Refused? JudgedElsewhere(Case c) => c.Reassessments.FirstOrDefault(put => put.IsOpen(c) && put.IsByComparison) is { } open
        ? new Refused("judged-differently", Sentence(open), "Awb 3:46")
        : null;

    /// <summary>What showed from another case's judgement of the same text, and what is to be done about it.</summary>
    internal static string Sentence(Reassessment put) => (put.Cause.Reason == ReassessmentReason.SourceJudgedDifferently
        ? $"{put.Place} is afgeleid van tekst die in zaak {put.Cause.Place.CaseId} openbaar is ({put.Id})"
        : $"{put.Place} is in zaak {put.Cause.Place.CaseId} anders beoordeeld ({put.Id})")
        + ": beoordeel opnieuw, of leg vast waarom het oordeel blijft.";

    /// <summary>What has to be put up because this became public here.</summary>
    /// <param name="self">Whether the place itself is put up, and not only what derives from it.</param>
    public static ImmutableArray<Event> PutUp(Case c, DocumentId document, PassageId? passage, ReassessmentCause cause, bool self) =>
        PutUp(c, document, passage, self ? cause : null, cause);

    /// <param name="self">Why the place itself is put up; null where it isn't.</param>
    /// <param name="derived">Why what derives from it is put up; null where it isn't.</param>
    internal static ImmutableArray<Event> PutUp(Case c, DocumentId document, PassageId? passage, ReassessmentCause? self, ReassessmentCause? derived)
    {
        var put = ImmutableArray.CreateBuilder<Event>();
        if (self is not null)
            Add(document, passage, self);
        if (derived is not null)
        {
            var places = derived.Reason == ReassessmentReason.SourceJudgedDifferently ? WithheldWithSource(c, document, passage) : DerivedFrom(c, document, passage);
            foreach (var (id, of) in places.Where(place => IsWithheld(c, place.Document, place.Passage)))
                Add(id, of, derived);
        }

        return put.ToImmutable();

        void Add(DocumentId id, PassageId? of, ReassessmentCause cause)
        {
            if (c.Documents[id] is { InScope: true } && !IsKnown(c, id, of, cause))
                put.Add(new PutUpForReassessment(ReassessmentId.Of(c.Reassessments.Count + put.Count + 1), id, of, cause));
        }
    }

    /// <summary>Answers another case that says that what <paramref name="by"/> derives from became public, or passes on that it is looked at again.</summary>
    public static Outcome Answer(Case c, JudgedPlace by, ReassessmentCause cause) =>
        c.Documents[by.DocumentId] is null || (by.PassageId is { } id && c.Passages[id]?.DocumentId != by.DocumentId)
            ? Refused.Unknown("passage-not-found", "Deze passage hoort niet bij deze zaak.")
            : new Accepted(PutUp(c, by.DocumentId, by.PassageId, cause, self: IsWithheld(c, by.DocumentId, by.PassageId)));

    /// <summary>What is to be told to cases in which something derives from what is here.</summary>
    internal static IEnumerable<AskReassessment> Owed(Case c) =>
        c.DerivedElsewhere.SelectMany(derived => CausesIn(c, derived).Where(cause => !derived.Told.Contains(cause.Key)).Select(cause => new AskReassessment(derived.By, cause)));

    /// <summary>Why what derives from this has to be looked at again, as things stand.</summary>
    private static IEnumerable<ReassessmentCause> CausesIn(Case c, DerivedElsewhere derived)
    {
        var place = new JudgedPlace(c.Id, derived.DocumentId, derived.PassageId);
        if (c.Documents[derived.DocumentId] is not { InScope: true } document)
            yield break;
        if (DisclosedOf(c, document, derived.PassageId) is { At: { } since } disclosed)
        {
            yield return new ReassessmentCause(ReassessmentReason.SourceAssessed, place, disclosed.Times);
            if (c.Decisions.LastOrDefault(d => d.TakenAt > since && d.Kind != DecisionKind.NotTreated) is { } taken)
                yield return new ReassessmentCause(ReassessmentReason.SourceDecided, place, DecisionId: taken.Id);
            foreach (var (ruling, instruction) in c.Rulings.SelectMany(ruling => ruling.Instructions.Select(instruction => (ruling, instruction))))
            {
                if (derived.PassageId is { } passage && instruction.Passages.Contains(passage))
                    yield return new ReassessmentCause(ReassessmentReason.InstructionAnswered, place, RulingId: ruling.RulingId, Instruction: instruction.Number);
            }
        }

        // A paraphrase of a paraphrase is looked at again for the same cause.
        foreach (var put in c.Reassessments.Where(put => put.DocumentId == derived.DocumentId && put.PassageId == derived.PassageId && !put.IsByComparison))
            yield return put.Cause;
    }

    /// <summary>A document of which a passage is disclosed counts as disclosed itself.</summary>
    private static Disclosed? DisclosedOf(Case c, Document document, PassageId? passage)
    {
        if (passage is { } id)
            return c.Passages[id]?.Disclosed;
        var parts = c.Passages.Where(p => p.DocumentId == document.Id).Select(p => p.Disclosed).Append(document.Assessment?.Disclosed).OfType<Disclosed>().ToList();
        return new Disclosed(parts.Max(part => part.At), parts.Sum(part => part.Times));
    }

    /// <summary>Everything that derives from it in this case, over any number of steps; each once.</summary>
    internal static IEnumerable<(DocumentId Document, PassageId? Passage)> DerivedFrom(Case c, DocumentId document, PassageId? passage)
    {
        var seen = new HashSet<(DocumentId, PassageId?)> { (document, passage) };
        var left = new Queue<(DocumentId Document, PassageId? Passage)>(seen);
        while (left.TryDequeue(out var from))
        {
            foreach (var next in DirectlyDerivedFrom(c, from.Document, from.Passage))
            {
                if (!seen.Add(next))
                    continue;
                yield return next;
                left.Enqueue(next);
            }
        }
    }

    /// <summary>What derives from it, without what paraphrases a passage that is public here too: that was put up with this passage.</summary>
    internal static IEnumerable<(DocumentId Document, PassageId? Passage)> WithheldWithSource(Case c, DocumentId document, PassageId? passage) =>
        DerivedFrom(c, document, passage).Where(place => !(place.Passage is { } id && c.Passages[id]!.DerivedFrom is { } source && c.Passages[source]!.Treatment == Treatment.Disclosed));

    private static IEnumerable<(DocumentId, PassageId?)> DirectlyDerivedFrom(Case c, DocumentId document, PassageId? passage)
    {
        foreach (var derived in c.Passages.Where(p => p.DerivedFrom is { } source && (passage is null ? c.Passages[source]!.DocumentId == document : source == passage)))
            yield return (derived.DocumentId, derived.Id);
        // Where no passage says what it derives from, all of the document does.
        foreach (var linked in c.Documents.Where(d => d.Links.Exists(link => link.Kind == DocumentLinkKind.DerivedFrom && link.To == document)))
        {
            if (!c.Passages.Any(p => p.DocumentId == linked.Id && p.DerivedFrom is { } source && c.Passages[source]!.DocumentId == document))
                yield return (linked.Id, null);
        }
    }

    private static bool IsWithheld(Case c, DocumentId document, PassageId? passage) => passage is { } id
        ? c.Passages[id]!.Treatment is Treatment.Withheld or Treatment.LeftToOther
        : c.Documents[document] is { } whole && Reviewing.JudgementOf(c, whole) is Judgement.NotPublic or Judgement.PartlyPublic;

    /// <summary>
    /// It was put up for this cause before, or waits already because of another source: who looks at it again sees both. What is itself judged
    /// differently is put up for each case that does so, because each may come to agree.
    /// </summary>
    private static bool IsKnown(Case c, DocumentId document, PassageId? passage, ReassessmentCause cause)
    {
        var before = c.Reassessments.Where(put => put.DocumentId == document && put.PassageId == passage);
        return cause.Reason switch
        {
            ReassessmentReason.JudgedDifferently => false,
            ReassessmentReason.SourceJudgedDifferently =>
                before.Any(put => !put.Settled && (put.Cause.Key == cause.Key || (put.AnsweredOn is null && put.Cause.Reason == cause.Reason && put.Cause.Place.IsInDocumentOf(cause.Place)))),
            _ => before.Any(put => put.Cause.Key == cause.Key || put is { AnsweredOn: null, IsByComparison: false }),
        };
    }

    /// <summary>Judging a passage or document anew answers what was asked about it; where it came out otherwise, what was compared is so no more.</summary>
    /// <param name="after">The case with the new judgement.</param>
    internal static Case Judged(Case after, DocumentId document, PassageId? passage, Entry entry) => after with
    {
        Reassessments = after.Reassessments.Where(put => !put.Settled && put.DocumentId == document && put.PassageId == passage)
            .Aggregate(after.Reassessments, (all, put) => all.With(put.Id, x => x.Answered(entry) with { Settled = IsSoNoMore(after, put) })),
    };

    private static bool IsSoNoMore(Case c, Reassessment put) => put.Cause.Reason switch
    {
        ReassessmentReason.JudgedDifferently => Verdicts.Of(c, put.DocumentId, put.PassageId) != put.Cause.Ours,
        ReassessmentReason.SourceJudgedDifferently => !IsWithheld(c, put.DocumentId, put.PassageId),
        _ => false,
    };
}
