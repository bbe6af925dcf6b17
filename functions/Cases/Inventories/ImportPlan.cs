using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What the rows of a production report change in a case.</summary>
/// <param name="Rows">Those that change something, in the order of the report. Empty where anything is wrong.</param>
/// <param name="Added">How many documents are new.</param>
/// <param name="Updated">Of how many documents that were here something changes.</param>
/// <param name="Left">How many documents of the inventory the report doesn't list.</param>
/// <param name="Errors">All that is wrong, row by row.</param>
internal sealed record ImportPlan(ImmutableArray<ImportedRow> Rows, int Added, int Updated, int Left, ImmutableArray<FieldError> Errors)
{
    /// <summary>Goes through a whole report and finds all that is wrong with it.</summary>
    /// <param name="clearance">Of documents that are marked higher the cells with words are passed over: their reader can't see what stands there.</param>
    public static ImportPlan Checked(Case c, ProductionReport report, Marking clearance, At at)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var read = ReportReading.Read(c, report.Rows, at.Today, errors);
        var describing = new Describing(c, read, report.Known, clearance, at, errors);
        var rows = read.Rows.Select(describing.Change).ToList();
        var linking = new Linking(describing.After, References.Of(describing.After), at, errors);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is { } row && linking.Change(read.Rows[i], row.DocumentId) is { } links)
                rows[i] = row with { Links = links.Links };
        }

        if (errors.Count > 0)
            return new ImportPlan([], 0, 0, 0, errors.ToImmutable());
        ImmutableArray<ImportedRow> changed = [.. rows.OfType<ImportedRow>().Where(row => !row.IsEmpty)];
        var added = changed.Count(row => c.Documents[row.DocumentId] is null);
        var listed = read.Rows.Select(row => row.There?.Id).OfType<DocumentId>().ToHashSet();
        return new ImportPlan(changed, added, changed.Length - added, Inventory.Of(c).Count(line => !listed.Contains(line.DocumentId)), []);
    }

    /// <summary>What some rows of a report that was found right say of their documents.</summary>
    public static ImmutableArray<ImportedRow> Describing(Case c, ProductionReport report, ImmutableArray<ReportedRow> part, Marking clearance, At at)
    {
        var read = ReportReading.Read(c, report.Rows, at.Today, errors: null);
        var describing = new Describing(c, read, report.Known, clearance, at, errors: null);
        var numbers = part.Select(row => row.Number).ToHashSet();
        return [.. read.Rows.Where(row => numbers.Contains(row.Row.Number)).Select(describing.Change).OfType<ImportedRow>().Where(row => !row.IsEmpty)];
    }

    /// <summary>How documents hang together by some rows of a report whose documents are all here.</summary>
    public static ImmutableArray<ImportedRow> Linking(Case c, ImmutableArray<ReportedRow> part, At at)
    {
        var read = ReportReading.Read(c, part, at.Today, errors: null);
        var linking = new Linking(c, References.Of(c), at, errors: null);
        return [.. read.Rows.Where(row => row.There is { InScope: true }).Select(row => linking.Change(row, row.There!.Id)).OfType<ImportedRow>()];
    }
}

/// <summary>What rows say of their documents, one after another: each is judged as the case stands after those before it.</summary>
/// <param name="errors">Null for rows that were found right before: what is in the way then is passed over.</param>
internal sealed class Describing(Case c, ReadReport read, IReadOnlyDictionary<FreeText, string> known, Marking clearance, At at, ImmutableArray<FieldError>.Builder? errors)
{
    private static readonly FrozenDictionary<string, DocumentKind> Kinds = new Dictionary<string, DocumentKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["email"] = DocumentKind.Email,
        ["e-mail"] = DocumentKind.Email,
        ["mail"] = DocumentKind.Email,
        ["eml"] = DocumentKind.Email,
        ["msg"] = DocumentKind.Email,
        ["chat"] = DocumentKind.Chat,
        ["presentation"] = DocumentKind.Presentation,
        ["presentatie"] = DocumentKind.Presentation,
        ["ppt"] = DocumentKind.Presentation,
        ["pptx"] = DocumentKind.Presentation,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Entry _entry = new(0, at.Moment, at.On, at.Actor.Id);

    /// <summary>The case with every row so far.</summary>
    public Case After { get; private set; } = c;

    /// <summary>Null for a row that can't be taken in.</summary>
    public ImportedRow? Change(ReadRow row)
    {
        if (row.There is { InScope: false })
            return OfWhatLeft(row);
        var described = row.There is { } there ? Described(row, there) : Added(row);
        After = described.ApplyTo(After, _entry);
        var document = After.Documents[described.DocumentId]!;
        var judged = Judged(row, document, described);
        After = (judged.Assessed ?? (CaseEvent?)null)?.ApplyTo(After, _entry) ?? After;
        return Suspended(row, document, judged);
    }

    private ImportedRow? OfWhatLeft(ReadRow row)
    {
        if (row.Judgement is not (null or Judgement.OutOfScope))
            Wrong(row, ReportColumns.Judgement, $"{row.There!.Id} hoort niet meer bij deze zaak en kan niet zo worden beoordeeld. Voeg het toe onder een nieuw id als dat niet klopt.");
        return null;
    }

    private ImportedRow Added(ReadRow row) => new(
        After.Documents.NextId,
        row.Id,
        at.Keep(row.Title),
        row.Row.FileType is { } type ? Kinds.GetValueOrDefault(type, DocumentKind.Other) : DocumentKind.Other,
        row.Date,
        at.KeepOrNull(row.Row.Remark),
        read.Names(row.Row.Family) ? null : row.Row.Family,
        row.Row.Thread,
        row.Row.FileType);

    private ImportedRow Described(ReadRow row, Document there)
    {
        var facts = After.Inventoried.GetValueOrDefault(there.Id);
        var reads = there.Marking <= clearance;
        return new ImportedRow(
            there.Id,
            Title: reads && !Is(there.Title, row.Title) ? at.Keep(row.Title) : null,
            Date: row.Date == there.Date ? null : row.Date,
            Remark: reads && row.Row.Remark is { } remark && !Is(facts?.Remark, remark) ? at.Keep(remark) : null,
            Family: row.Row.Family is not { } family || read.Names(family) || family == facts?.Family ? null : family,
            Thread: row.Row.Thread is { } thread && thread != (facts?.Thread ?? there.Content?.Thread) ? thread : null,
            FileType: there.Content is null && row.Row.FileType is { } type && type != facts?.FileType ? type : null);
    }

    private bool Is(FreeText? kept, string cell) => kept is not null && known.TryGetValue(kept, out var text) && text == cell;

    private ImportedRow Judged(ReadRow row, Document document, ImportedRow described)
    {
        if (!row.IsSound || row.Judgement is not { } judgement || IsSo(After, document, row, judgement) || FollowsItsDuplicate(row, document, judgement))
            return described;
        var judged = described with { Judgement = judgement, Grounds = row.Grounds, Location = row.Location };
        if (errors is null)
            return judged;
        var step = new AssessDocument(document.Id, judgement, row.Grounds, Location: row.Location);
        if (AssessDocument.Judge(After, step, at, reasonsFollow: true).Refused is { } refused)
        {
            Wrong(row, refused.Field switch { "grounds" => ReportColumns.Grounds, "location" => ReportColumns.PublicLink, _ => ReportColumns.Judgement }, refused.Detail);
            return described;
        }

        var after = judged.Assessed!.ApplyTo(After, _entry);
        if (!IsSo(after, after.Documents[document.Id]!, row, judgement))
        {
            var grounds = string.Join("; ", Reviewing.GroundsOf(after, after.Documents[document.Id]!));
            Wrong(row, ReportColumns.Grounds, $"De gronden volgen ook uit de passages van {document.Id}: noem {grounds}, of beoordeel de passages opnieuw.");
        }

        return judged;
    }

    /// <summary>Whether the case says already what the row says.</summary>
    private static bool IsSo(Case c, Document document, ReadRow row, Judgement judgement) =>
        Reviewing.JudgementOf(c, document) == judgement
        && Reviewing.GroundsOf(c, document).SequenceEqual(row.Grounds)
        && (judgement != Judgement.AlreadyPublic || document.Assessment?.Location == row.Location);

    /// <summary>A duplicate that nobody judged by itself is judged with what it duplicates.</summary>
    private bool FollowsItsDuplicate(ReadRow row, Document document, Judgement judgement)
    {
        if (!row.IsDuplicate || row.Related is not [var first, ..] || document.Assessment is not null || After.PassagesOf(document.Id).Any())
            return false;
        var (original, grounds) = read.JudgedAs(After, first);
        return original == judgement && (row.Grounds.IsEmpty || row.Grounds.SequenceEqual(grounds));
    }

    private ImportedRow Suspended(ReadRow row, Document document, ImportedRow judged)
    {
        var suspended = document.Release.SuspendedOn is not null;
        if (row.Suspended is not { } asked || asked == suspended)
            return judged;
        if (!asked)
            Wrong(row, ReportColumns.Suspended, $"{document.Id} is opgeschort; dat eindigt pas als de openbaarmaking wordt vrijgegeven (clear-publication).");
        else if (After.Publications.Any(publication => publication.Documents.Contains(document.Id)))
            Wrong(row, ReportColumns.Suspended, $"De openbaarmaking van {document.Id} is gepland of gedaan: schort het op met suspend-document.");
        else
            return judged with { Suspended = true };
        return judged;
    }

    private void Wrong(ReadRow row, string column, string detail) => errors?.Add(ReportReading.Error(row.Row.Number, column, detail));
}

/// <summary>How documents hang together by the rows of a report, once all of them are there.</summary>
/// <param name="errors">Null for rows that were found right before: what is in the way then is passed over.</param>
internal sealed class Linking(Case c, References references, At at, ImmutableArray<FieldError>.Builder? errors)
{
    private readonly Entry _entry = new(0, at.Moment, at.On, at.Actor.Id);
    private Case _now = c;

    /// <summary>The links that the row adds; null where it adds none.</summary>
    public ImportedRow? Change(ReadRow row, DocumentId id)
    {
        var links = ImmutableArray.CreateBuilder<DocumentLink>();
        // An id that isn't here was found wrong when the row was read.
        if (row.Row.Family is { } family && references.Find(family) is { } head && head != id)
            Family(row, id, head, links);
        foreach (var (i, related) in row.Related.Index())
        {
            if (references.Find(related) is not { } to)
                continue;
            if (row.IsDuplicate && i == 0)
                Link(row, id, to, DocumentLinkKind.DuplicateOf, ReportColumns.Related, links);
            else if (!_now.Documents[id]!.Links.Exists(link => link.To == to))
                Link(row, id, to, DocumentLinkKind.RelatedTo, ReportColumns.Related, links);
        }

        return links.Count == 0 ? null : new ImportedRow(id, Links: links.ToImmutable());
    }

    private void Family(ReadRow row, DocumentId id, DocumentId head, ImmutableArray<DocumentLink>.Builder links)
    {
        var document = _now.Documents[id]!;
        if (Inventory.FamilyOf(_now, document) == head || document.Links.Exists(link => link.To == head && link.Kind == DocumentLinkKind.AttachmentOf))
            return;
        if (document.Links.Find(link => link.Kind == DocumentLinkKind.AttachmentOf) is { To: var other })
            Wrong(row, ReportColumns.Family, $"{id} is al een bijlage van {other}.");
        else
            Link(row, id, head, DocumentLinkKind.AttachmentOf, ReportColumns.Family, links);
    }

    private void Link(ReadRow row, DocumentId id, DocumentId to, DocumentLinkKind kind, string column, ImmutableArray<DocumentLink>.Builder links)
    {
        if (_now.Documents[id]!.Links.Exists(link => link.To == to && link.Kind == kind))
            return;
        if (LinkDocument.Decide(_now, new LinkDocument(id, to, kind), at) is Refused refused)
        {
            Wrong(row, column, refused.Detail);
            return;
        }

        links.Add(new DocumentLink(to, kind));
        _now = new DocumentLinked(id, to, kind).ApplyTo(_now, _entry);
    }

    private void Wrong(ReadRow row, string column, string detail) => errors?.Add(ReportReading.Error(row.Row.Number, column, detail));
}
