using System.IO.Compression;
using System.Text;
using MimeKit;

namespace WobWorkflow.Documents;

/// <summary>
/// Takes out of an archive or a mail what are documents of their own. Names are only what things are called: nothing is ever written under them. Sizes were counted when the container came in.
/// </summary>
public sealed class ContainerReader(ReadingLimits? limits = null)
{
    private const int LongestName = 300;

    private readonly ReadingLimits _limits = limits ?? new();

    /// <summary>Members in their order, from one on; none where the content is no container.</summary>
    /// <param name="from">How many to pass over.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public IReadOnlyList<ContainerMember> Read(byte[] content, int from, int most, CancellationToken cancellation)
    {
        var type = DocumentType.Of(content);
        return type == DocumentType.Zip ? OfArchive(content, from, most, cancellation)
            : type == DocumentType.Mail ? OfMail(content, from, most, cancellation)
            : [];
    }

    /// <summary>How many there are in an archive, folders and what systems leave behind not counted.</summary>
    internal static int CountOf(ZipArchive archive) => archive.Entries.Count(IsMember);

    /// <summary>How many files a mail carries; pictures within its text are no documents.</summary>
    internal static int CountOf(MimeMessage mail) => Attached(mail).Count();

    private List<ContainerMember> OfArchive(byte[] content, int from, int most, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var members = new List<ContainerMember>();
        foreach (var entry in archive.Entries.Where(IsMember).Skip(from).Take(most))
        {
            cancellation.ThrowIfCancellationRequested();
            using var part = entry.Open();
            members.Add(Of(entry.FullName, part));
        }

        return members;
    }

    private List<ContainerMember> OfMail(byte[] content, int from, int most, CancellationToken cancellation)
    {
        using var mail = MailReading.Load(content, cancellation);
        var members = new List<ContainerMember>();
        foreach (var attached in Attached(mail).Skip(from).Take(most))
        {
            using var decoded = new MemoryStream();
            if (attached is MessagePart { Message: { } inner })
                inner.WriteTo(decoded, cancellation);
            else if (attached is MimePart { Content: { } part })
                part.DecodeTo(decoded, cancellation);
            decoded.Position = 0;
            members.Add(Of(attached.ContentDisposition?.FileName ?? attached.ContentType.Name ?? (attached as MessagePart)?.Message?.Subject ?? "Bijlage", decoded));
        }

        return members;
    }

    private ContainerMember Of(string name, Stream part)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = part.Read(buffer)) > 0;)
        {
            kept.Write(buffer, 0, n);
            if (kept.Length > _limits.MemberBytes)
                return new(NameOf(name), default, "too-large");
        }

        return new(NameOf(name), kept.ToArray(), kept.Length == 0 ? "empty" : null);
    }

    private static IEnumerable<MimeEntity> Attached(MimeMessage mail) => mail.BodyParts.Where(part => part is MessagePart || (part is MimePart && part.IsAttachment));

    private static bool IsMember(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        return !name.EndsWith('/') && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && name[(name.LastIndexOf('/') + 1)..] is not (".DS_Store" or "Thumbs.db" or "desktop.ini");
    }

    /// <summary>The name with its folders, without steps up, drives, and characters that can't be printed.</summary>
    private static string NameOf(string name)
    {
        var parts = name.Normalize(NormalizationForm.FormC).Split('/', '\\').Select(Printable).Where(part => part.Length > 0 && part is not ("." or "..") && !part.EndsWith(':'));
        var whole = string.Join('/', parts);
        return whole.Length == 0 ? "Naamloos" : whole.Length <= LongestName ? whole : whole[^LongestName..];
    }

    private static string Printable(string part) =>
        string.Concat(part.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate) && c is not ('\uFFFE' or '\uFFFF'))).Trim();
}

/// <summary>A file in a container.</summary>
/// <param name="Name">What it is called there, folders included.</param>
/// <param name="Content">Nothing where there is a problem.</param>
/// <param name="Problem">Why it can't be taken out, as a code; null where it can.</param>
public sealed record ContainerMember(string Name, ReadOnlyMemory<byte> Content, string? Problem);
