using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Makes documents of the files in an archive, and of the attachments of a mail.</summary>
public static class Containers
{
    /// <summary>An archive in an archive in an archive, and no further.</summary>
    private const int Deepest = 3;

    /// <summary>The next container to go on with; null where there is none, or documents may not come now.</summary>
    public static UnpackContainer? Owed(Case c) =>
        c.Documents.FirstOrDefault(IsUnfinished) is { } container && Collecting.WhyNot(c) is null ? new UnpackContainer(container.Id, container.Unpacking?.Done ?? 0) : null;

    /// <summary>Whether files of it are still to become documents.</summary>
    public static bool IsUnfinished(Document document) => document is { DroppedOn: null, Content.Members: > 0, Unpacking: null or { FinishedOn: null } };

    /// <summary>Takes in the next files of a container, decided on the newest state; nothing where that was done already.</summary>
    public static Outcome Take(Case c, UnpackContainer duty, ImmutableArray<ReadMember> members, At at)
    {
        if (c.Documents[duty.DocumentId] is not { } container || !IsUnfinished(container) || (container.Unpacking?.Done ?? 0) != duty.From || Collecting.WhyNot(c) is not null)
            return Outcome.Of();
        var tooDeep = DepthOf(c, container) >= Deepest;
        var (added, refused) = (ImmutableArray.CreateBuilder<MemberAdded>(), ImmutableArray.CreateBuilder<MemberRefused>());
        var here = c.Documents.Where(document => document is { InScope: true, Content: not null })
            .GroupBy(document => document.Content!.Sha256, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.Content is not { } content)
            {
                refused.Add(new MemberRefused(at.Keep(member.Name), member.Problem ?? "unreadable"));
            }
            else if (here.TryGetValue(content.Sha256, out var same))
            {
                refused.Add(new MemberRefused(at.Keep(member.Name), "document-already-here", same));
            }
            else if (tooDeep && content.IsArchive)
            {
                refused.Add(new MemberRefused(at.Keep(member.Name), "nested-too-deep"));
            }
            else
            {
                var id = DocumentId.Of(c.Documents.Count + added.Count + 1);
                here[content.Sha256] = id;
                added.Add(new MemberAdded(id, at.Keep(member.Name), KindOf(content), content, member.Read.Keep(at)));
            }
        }

        // Where the file holds fewer than it was read to hold, it ends all the same.
        var done = members.IsEmpty ? container.Content!.Members!.Value : duty.From + members.Length;
        return new ContainerUnpacked(container.Id, done, added.ToImmutable(), refused.ToImmutable(), duty.Key);
    }

    private static DocumentKind KindOf(StoredContent content) => content.Extension switch
    {
        ".eml" => DocumentKind.Email,
        ".pptx" or ".ppsx" or ".pptm" => DocumentKind.Presentation,
        _ => DocumentKind.Other,
    };

    private static int DepthOf(Case c, Document container) =>
        1 + (container.Container is { } outer && c.Documents[outer] is { } there ? DepthOf(c, there) : 0);
}

/// <summary>Makes documents of the next files of a container.</summary>
/// <param name="From">How many were looked at before.</param>
public sealed record UnpackContainer(DocumentId DocumentId, int From) : Duty(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"unpack:{DocumentId}:{From}"));

/// <summary>A file of a container as it was read and stored.</summary>
/// <param name="Content">Null where it could not be taken out.</param>
/// <param name="Problem">Why it could not, as a code.</param>
public sealed record ReadMember(string Name, StoredContent? Content, ReadDescription Read, string? Problem);

/// <summary>Files of a container became documents: those of an archive by themselves, those of a mail as its attachments.</summary>
/// <param name="Done">How many of its files were looked at by then.</param>
public sealed record ContainerUnpacked(DocumentId DocumentId, int Done, ImmutableArray<MemberAdded> Added, ImmutableArray<MemberRefused> Refused, string DutyKey) : CaseEvent, IDischarge
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var container = c.Documents[DocumentId]!;
        var isMail = !container.Content!.IsArchive;
        var documents = Added.Aggregate(c.Documents, (all, added) => all.Add(new Document(
            added.DocumentId, added.Title, added.Kind, null, container.Marking, container.Forum, container.Owner, added.Content, container.AddedBy)
        {
            Container = DocumentId,
            Proposed = added.Proposed,
            Links = isMail ? [new DocumentLink(DocumentId, DocumentLinkKind.AttachmentOf)] : [],
        }));
        foreach (var same in Refused.Select(refused => refused.Same).OfType<DocumentId>().Where(same => isMail && same != DocumentId))
        {
            documents = documents.With(same, document => document.Links.Exists(link => link.To == DocumentId)
                ? document
                : document with { Links = document.Links.Add(new DocumentLink(DocumentId, DocumentLinkKind.AttachmentOf)) });
        }

        return c with
        {
            Documents = documents.With(DocumentId, document => document with
            {
                Unpacking = new Unpacking(Done, (document.Unpacking?.Refused ?? []).AddRange(Refused), Done >= document.Content!.Members ? entry.On : null),
            }),
        };
    }
}

/// <summary>A file of a container that became a document.</summary>
/// <param name="Title">What it is called in the container, until someone describes it.</param>
public sealed record MemberAdded(DocumentId DocumentId, FreeText Title, DocumentKind Kind, StoredContent Content, ProposedDescription? Proposed = null);
