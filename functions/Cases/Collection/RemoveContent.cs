using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Takes the content of a document out of this environment, because its marking (rubricering) turns out to be higher than may be kept here. What is known of it
/// stays, and so does what was judged: it is a stub from then on. It can be done at any time, a case that is closed or held included, since what is marked may not wait.
/// </summary>
/// <param name="Marking">What it is marked as it turns out.</param>
/// <param name="KeptAt">Where the content is kept from now on: a system or place that is accredited for it.</param>
public sealed record RemoveContent(DocumentId DocumentId, Marking Marking, [property: MaxLength(1000)] string KeptAt) : IStep<Case, RemoveContent>
{
    public static StepRule<Case> Rule { get; } = new(
        "remove-content", nl: "Inhoud verwijderen", en: "Remove the content", [Role.Handler, Role.Coordinator, Role.Reviewer, Role.Administrator],
        when: c => c.Documents.Any(document => document.Content is not null) ? null : new Refused("no-content", "Van geen document in deze zaak wordt de inhoud hier bewaard."),
        afterClosing: true);

    public static Outcome Decide(Case c, RemoveContent step, At at)
    {
        if (c.Documents[step.DocumentId] is not { } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (document.Content is null)
            return new Refused("no-content", "De inhoud van dit document wordt hier niet bewaard.");
        if (step.Marking <= at.Facts.MarkingCeiling)
            return Refused.Invalid("marking", "marking-may-be-here", "De inhoud van een document met deze rubricering mag hier worden bewaard. Leg de rubricering vast bij het document.");
        var holding = Holding(c, document);
        return holding.FirstOrDefault(id => Publishing.IsPublic(c, id)) is { Number: > 0 } open
            ? new Refused("document-public", $"{open} is openbaar: trek het eerst in.")
            : new ContentRemoved(c.Removals.Count + 1, document.Id, holding, step.Marking, at.Keep(step.KeptAt));
    }

    /// <summary>Every document that holds the same: the same file or text, the archive or mail that it came in, and what came out of it.</summary>
    private static ImmutableArray<DocumentId> Holding(Case c, Document document)
    {
        var found = new SortedSet<int>();
        var open = new Stack<Document>([document]);
        while (open.TryPop(out var next))
        {
            if (!found.Add(next.Id.Number))
                continue;
            foreach (var other in c.Documents.Where(other => other.Content is { } content && (IsSame(content, next.Content!) || other.Id == next.Container)))
                open.Push(other);
            // A container that merely held it has other files too, which stay.
            if (next.Content!.Sha256 == document.Content!.Sha256 || IsWithin(c, next, document))
            {
                foreach (var member in c.Documents.Where(member => member.Content is not null && member.Container == next.Id))
                    open.Push(member);
            }
        }

        return [.. found.Select(number => new DocumentId(number))];
    }

    /// <summary>The same file, or another with the very same text.</summary>
    private static bool IsSame(StoredContent one, StoredContent other) => one.Sha256 == other.Sha256 || (one.TextSha256 is { } text && text == other.TextSha256);

    private static bool IsWithin(Case c, Document inner, Document outer) =>
        inner.Container is { } container && (container == outer.Id || (c.Documents[container] is { } next && (next.Content?.Sha256 == outer.Content?.Sha256 || IsWithin(c, next, outer))));
}

/// <summary>From here on the content is not here any more for anyone; that nothing of it stays in storage is a duty.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="DocumentId">The document that is marked so.</param>
/// <param name="Documents">All that held its content, itself included.</param>
public sealed record ContentRemoved(int Number, DocumentId DocumentId, ImmutableArray<DocumentId> Documents, Marking Marking, FreeText KeptAt) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = Documents.Aggregate(c.Documents, (all, id) => all.With(id, document => document with
        {
            Content = null,
            Marking = document.Marking > Marking ? document.Marking : Marking,
            Removed = new RemovedContent(Number, document.Content!, KeptAt, entry.On),
        })),
        Redacted = c.Redacted.RemoveRange(Documents),
        ForReaders = c.ForReaders.RemoveRange(c.ForReaders.Keys.Where(made => Documents.Contains(made.Item1))),
        Removals = c.Removals.Add(new ContentRemoval(Number, Documents)),
    };
}

/// <summary>Nothing of it is left in storage.</summary>
/// <param name="Files">How many stored files went.</param>
/// <param name="Texts">How many quotations of passages.</param>
/// <param name="Artifacts">Packages and copies that it was in: they are gone as a whole.</param>
public sealed record ContentGone(int Number, int Files, int Texts, ImmutableArray<ArtifactId> Artifacts, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Removals = c.Removals.SetItem(Number - 1, c.Removals[Number - 1] with { DoneOn = entry.On }),
        Artifacts = Artifacts.Aggregate(c.Artifacts, (all, id) => all.With(id, artifact => artifact with { RemovedOn = entry.On })),
    };
}

/// <summary>Content that is to go, or went, from storage.</summary>
/// <param name="Documents">All that held it.</param>
/// <param name="DoneOn">When nothing of it was left; null while some may be.</param>
public sealed record ContentRemoval(int Number, ImmutableArray<DocumentId> Documents, DateOnly? DoneOn = null);

/// <summary>What a document held before its content was taken out of this environment.</summary>
/// <param name="Number">The <see cref="ContentRemoval"/>.</param>
/// <param name="KeptAt">Where the content is kept since.</param>
public sealed record RemovedContent(int Number, StoredContent Was, FreeText KeptAt, DateOnly On);
