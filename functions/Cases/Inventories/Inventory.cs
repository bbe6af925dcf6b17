using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Cases;

/// <summary>
/// The inventory (inventarislijst) of a case. It follows from the assessments, so that it is always current and can't say otherwise than they do; the
/// letter's annex, the lists that are downloaded and the decision package all print these lines.
/// </summary>
public static class Inventory
{
    /// <summary>
    /// Every line, by number: the documents of the case, and those that were dropped after a decision had listed them. What was listed once stays, under
    /// the number that it had.
    /// </summary>
    public static ImmutableArray<InventoryLine> Of(Case c)
    {
        var listed = ListedIn(c);
        return [.. c.Documents.Where(document => document.InScope || listed.Contains(document.Id)).Select(document => LineOf(c, document))];
    }

    /// <summary>The documents that decisions have listed, whatever became of them since.</summary>
    public static ImmutableHashSet<DocumentId> ListedIn(Case c) => [.. c.Decisions.SelectMany(decision => decision.Listed)];

    /// <summary>
    /// Names what the inventory says: the same judgements, titles and order give the same name, whoever gave them and when. 64 hexadecimal digits.
    /// </summary>
    public static string BasisOf(Case c)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Of(c))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{line.Number}|{line.Reference}|{line.Title.Hash}|{line.Date:yyyy-MM-dd}|{line.Kind}|{line.Judgement}|{string.Join(',', line.Grounds)}|{line.Location}|{line.Remark?.Hash}|{line.DuplicateOf}|{line.Family}|{string.Join(',', line.Related)}|{line.DroppedOn:yyyy-MM-dd}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static InventoryLine LineOf(Case c, Document document)
    {
        var facts = c.Inventoried.GetValueOrDefault(document.Id);
        return new InventoryLine(
            document.Id,
            document.Id.Number,
            facts?.Reference,
            document.Title,
            document.Date,
            document.Kind,
            // What the request turned out not to cover is outside it.
            document.InScope ? Reviewing.JudgementOf(c, document) : Judgement.OutOfScope,
            document.InScope ? Reviewing.GroundsOf(c, document) : [],
            document.Assessment is { Judgement: Judgement.AlreadyPublic, Location: { } location } ? location : null,
            facts?.Remark,
            document.DuplicateOf,
            FamilyOf(c, document),
            [.. document.Links.Where(link => link.Kind is DocumentLinkKind.DerivedFrom or DocumentLinkKind.RelatedTo).Select(link => link.To).Distinct()],
            document.Release.SuspendedOn is not null,
            document.DroppedOn,
            facts?.Family,
            facts?.Thread ?? document.Content?.Thread,
            document.Content?.Extension.TrimStart('.') ?? facts?.FileType);
    }

    /// <summary>The document at the end of the chain of those to which it is attached; null where it is attached to none. Links never lead in a circle (<see cref="LinkDocument"/>).</summary>
    internal static DocumentId? FamilyOf(Case c, Document document) =>
        document.Links.Find(link => link.Kind == DocumentLinkKind.AttachmentOf)?.To is { } to ? FamilyOf(c, c.Documents[to]!) ?? to : null;
}

/// <summary>What the inventory tells of a document beside what the case knows of it.</summary>
/// <param name="Reference">The id in the tool in which it was collected: a code, never a text.</param>
/// <param name="Remark">The explanatory note (toelichting).</param>
/// <param name="Family">The code of its family there, where that is no document here.</param>
/// <param name="Thread">The code of its conversation (e-mail) there.</param>
/// <param name="FileType">What sort of file it is there; for a document whose content isn't here.</param>
public sealed record InventoryFacts(string? Reference, FreeText? Remark, string? Family = null, string? Thread = null, string? FileType = null);
