using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>Reads the cells of a production report: each by itself, and beside the other rows. Unknown words are wrong, and never taken for something.</summary>
internal static class ReportReading
{
    private const int LongestTitle = 300;
    private const int LongestRemark = 4000;
    private const int LongestLink = 2000;
    private const int MostRelated = 50;

    private static readonly FrozenDictionary<string, bool> Answers = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = true,
        ["yes"] = true,
        ["true"] = true,
        ["waar"] = true,
        ["1"] = true,
        ["nee"] = false,
        ["no"] = false,
        ["false"] = false,
        ["onwaar"] = false,
        ["0"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="errors">Null for rows that were found right before.</param>
    public static ReadReport Read(Case c, ImmutableArray<ReportedRow> rows, DateOnly today, ImmutableArray<FieldError>.Builder? errors)
    {
        var references = References.Of(c);
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row.Id is not null))
            first.TryAdd(row.Id!, row.Number);
        var read = ImmutableArray.CreateBuilder<ReadRow>(rows.Length);
        foreach (var row in rows)
        {
            var reader = new RowReader(c, row, references, first, errors);
            if (reader.Read(today) is { } one)
                read.Add(one);
        }

        return new ReadReport(references, read.ToImmutable(), first.Keys.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    public static FieldError Error(int row, string column, string detail) => new(string.Create(CultureInfo.InvariantCulture, $"rows[{row}].{column}"), detail);

    /// <summary>One row, cell by cell. No error says what stands in a cell.</summary>
    private sealed class RowReader(Case c, ReportedRow row, References references, Dictionary<string, int> first, ImmutableArray<FieldError>.Builder? errors)
    {
        private bool _sound = true;

        /// <summary>Null for a row of which it can't be said what it is about.</summary>
        public ReadRow? Read(DateOnly today)
        {
            var id = Id();
            var there = id is null ? null : references.Find(id);
            var title = Title();
            var (grounds, duplicate) = Grounds();
            var judgement = Judged(there, grounds, duplicate);
            var location = Location(judgement);
            var (date, suspended) = (Date(today), Suspended());
            Codes();
            var related = Related(id);
            if (duplicate && related.IsEmpty)
                Wrong(ReportColumns.Related, "Bij een dubbel hoort het id van het document waarmee het is beoordeeld.");
            return id is null || title is null ? null : new ReadRow(row, id, there is { } found ? c.Documents[found] : null, title, judgement, grounds, duplicate, location, date, suspended, related, _sound);
        }

        private string? Id()
        {
            if (row.Id is not { } id)
                Wrong(ReportColumns.Id, "Vul een id in.");
            else if (!IsId(id))
                Wrong(ReportColumns.Id, "Een id heeft ten hoogste 64 letters, cijfers en de tekens . _ : / -, zonder spaties.");
            else if (first[id] != row.Number)
                Wrong(ReportColumns.Id, string.Create(CultureInfo.InvariantCulture, $"Dit id staat ook op rij {first[id]}; hoofdletters maken geen verschil."));
            else if (references.Find(id) is null && Cases.Id.TryParse<DocumentId>(id.ToLowerInvariant(), out _))
                Wrong(ReportColumns.Id, "Zo heten documenten van deze zaak, en dit document is er niet of heeft een eigen id. Gebruik dat, of een ander id.");
            else
                return id;
            return null;
        }

        private string? Title()
        {
            if (row.Document is { Length: > 0 and <= LongestTitle } title)
                return title;
            Wrong(ReportColumns.Document, row.Document is null ? "Vul in hoe het document heet." : $"Een titel heeft ten hoogste {LongestTitle} tekens.");
            return null;
        }

        private (ImmutableArray<Ground> Grounds, bool Duplicate) Grounds()
        {
            var (read, duplicate) = (new List<Ground>(), false);
            foreach (var part in Parts(row.Grounds))
            {
                if (part.Equals(ReportColumns.Duplicate, StringComparison.OrdinalIgnoreCase))
                    duplicate = true;
                else if (Ground.TryParse(part, out var ground))
                    read.Add(ground);
                else
                    Wrong(ReportColumns.Grounds, "Hier staat een grond die de Wob en de Woo niet kennen. Schrijf bijvoorbeeld 5.1.2e, en scheid gronden met een puntkomma.");
            }

            if (read.Distinct().Count() != read.Count)
                Wrong(ReportColumns.Grounds, "Een grond staat er meer dan één keer.");
            return (Cases.Grounds.InOrder(read), duplicate);
        }

        private Judgement? Judged(DocumentId? there, ImmutableArray<Ground> grounds, bool duplicate)
        {
            if (row.Judgement is not { } words)
            {
                // Our own list has no judgement of what wasn't judged yet: such a row judges nothing.
                if (there is null)
                    Wrong(ReportColumns.Judgement, "Vul een oordeel in: Openbaar, Deels openbaar, Niet openbaar, Reeds openbaar of Buiten verzoek.");
                else if (!grounds.IsEmpty)
                    Wrong(ReportColumns.Judgement, "Er staat een grond zonder oordeel.");
                return null;
            }

            if (!Judgements.TryParse(words, out var judgement))
            {
                Wrong(ReportColumns.Judgement, "Dit oordeel is onbekend. Gebruik: Openbaar, Deels openbaar, Niet openbaar, Reeds openbaar of Buiten verzoek.");
                return null;
            }

            var special = there is { } found && c.Documents[found] is { SpecialRegime: true };
            if (Judgements.NeedsGround(judgement) && grounds.IsEmpty && !duplicate && !special && Parts(row.Grounds).IsEmpty)
                Wrong(ReportColumns.Grounds, "Bij dit oordeel hoort ten minste één weigeringsgrond.");
            else if (!Judgements.NeedsGround(judgement) && !grounds.IsEmpty)
                Wrong(ReportColumns.Grounds, "Bij dit oordeel hoort geen weigeringsgrond: er wordt niets geweigerd.");
            return judgement;
        }

        private string? Location(Judgement? judgement)
        {
            if (judgement != Judgement.AlreadyPublic)
                return null;
            if (row.PublicLink is { Length: <= LongestLink } link && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return link;
            Wrong(ReportColumns.PublicLink, row.PublicLink is null
                ? "Bij ‘Reeds openbaar’ hoort de link waar het document al staat."
                : $"Dit is geen webadres van ten hoogste {LongestLink} tekens. Begin met https://.");
            return null;
        }

        private DateOnly? Date(DateOnly today)
        {
            if (row.Date is not { } date)
                return null;
            if (!TryDate(date, out var read))
                Wrong(ReportColumns.Date, "Schrijf de datum als jjjj-mm-dd of dd-mm-jjjj.");
            else if (read > today)
                Wrong(ReportColumns.Date, "Deze datum ligt in de toekomst.");
            else
                return read;
            return null;
        }

        private bool? Suspended()
        {
            if (row.Suspended is not { } said)
                return null;
            if (Answers.TryGetValue(said, out var answer))
                return answer;
            Wrong(ReportColumns.Suspended, "Vul ja of nee in.");
            return null;
        }

        /// <summary>What is kept as it is, and may therefore be a code and nothing more.</summary>
        private void Codes()
        {
            foreach (var (column, cell) in new[] { (ReportColumns.Family, row.Family), (ReportColumns.Thread, row.Thread) })
            {
                if (cell is not null && !IsId(cell))
                    Wrong(column, "Vul een id in van ten hoogste 64 letters, cijfers en de tekens . _ : / -, zonder spaties.");
            }

            if (row.FileType is { } type && !IsType(type))
                Wrong(ReportColumns.FileType, "Een bestandstype heeft ten hoogste 40 letters, cijfers, spaties en de tekens . + - /.");
            if (row.Remark is { Length: > LongestRemark })
                Wrong(ReportColumns.Remark, $"Een toelichting heeft ten hoogste {LongestRemark} tekens.");
            // Numbers of other programs are theirs; one of ours says that this report is about another case.
            if (Parts(row.CaseNumber) is { IsEmpty: false } numbers && numbers.Any(number => number.StartsWith("case-", StringComparison.OrdinalIgnoreCase)) && !numbers.Contains(c.Id, StringComparer.OrdinalIgnoreCase))
                Wrong(ReportColumns.CaseNumber, "Deze rij hoort bij een andere zaak.");
        }

        private ImmutableArray<string> Related(string? id)
        {
            var related = Parts(row.Related);
            if (related.Length > MostRelated)
                Wrong(ReportColumns.Related, $"Er horen ten hoogste {MostRelated} documenten bij één document.");
            else if (related.Any(one => !first.ContainsKey(one) && references.Find(one) is null))
                Wrong(ReportColumns.Related, "Hier staat een id dat niet in dit rapport en niet in deze zaak voorkomt.");
            else if (id is not null && related.Contains(id, StringComparer.OrdinalIgnoreCase))
                Wrong(ReportColumns.Related, "Een document kan niet naar zichzelf verwijzen.");
            else
                return related;
            return [];
        }

        private void Wrong(string column, string detail)
        {
            _sound = false;
            errors?.Add(Error(row.Number, column, detail));
        }

        private static ImmutableArray<string> Parts(string? cell) =>
            cell is null ? [] : [.. cell.Split(ReportColumns.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

        /// <summary>Day before month or year first, never with slashes: of those nobody knows what comes first.</summary>
        private static bool TryDate(string text, out DateOnly date) =>
            DateOnly.TryParseExact(text.Split('T', ' ')[0], ["yyyy-MM-dd", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static bool IsId(string text) => IsCode(text, longest: 64, "._:/-");

    private static bool IsType(string text) => IsCode(text, longest: 40, " .+/-");

    private static bool IsCode(string text, int longest, string others) =>
        text.Length <= longest && char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || others.Contains(c, StringComparison.Ordinal));
}

/// <summary>A production report of which every cell was read.</summary>
/// <param name="ids">Every id in it, without regard to case.</param>
internal sealed class ReadReport(References references, ImmutableArray<ReadRow> rows, FrozenSet<string> ids)
{
    private readonly FrozenDictionary<string, ReadRow> _byId = rows.GroupBy(row => row.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<ReadRow> Rows { get; } = rows;

    /// <summary>Whether this is the id of a document, here or in the report.</summary>
    public bool Names(string? id) => id is not null && (ids.Contains(id) || references.Find(id) is not null);

    /// <summary>How a document comes to be judged by the report, or is judged already where that says nothing of it.</summary>
    public (Judgement? Judgement, ImmutableArray<Ground> Grounds) JudgedAs(Case c, string id) =>
        _byId.GetValueOrDefault(id) is { Judgement: { } judgement, Grounds: var grounds } ? (judgement, grounds)
        : references.Find(id) is { } known && c.Documents[known] is { InScope: true } document ? (Reviewing.JudgementOf(c, document), Reviewing.GroundsOf(c, document))
        : (null, []);
}

/// <summary>A row whose cells were read.</summary>
/// <param name="There">The document that it is about; null for a new one.</param>
/// <param name="Judgement">Null where it judges nothing.</param>
/// <param name="Grounds">In the order of the act.</param>
/// <param name="IsDuplicate">Whether it was judged with the first document of <paramref name="Related"/>.</param>
/// <param name="Location">Where it can be found already.</param>
/// <param name="IsSound">Whether none of its cells is wrong by itself: only then its judgement is tried.</param>
internal sealed record ReadRow(
    ReportedRow Row,
    string Id,
    Document? There,
    string Title,
    Judgement? Judgement,
    ImmutableArray<Ground> Grounds,
    bool IsDuplicate,
    string? Location,
    DateOnly? Date,
    bool? Suspended,
    ImmutableArray<string> Related,
    bool IsSound);
