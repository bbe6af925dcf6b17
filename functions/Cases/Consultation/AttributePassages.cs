using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says which passages of documents concern a third party: these and no others. Where several parties are asked their view of one document, none of them gets to
/// see what is another's. Said again it takes the place of what was said before.
/// </summary>
/// <param name="Documents">The documents of which this is said. One without a passage in the list holds nothing that is this party's alone.</param>
/// <param name="Passages">Passages of those documents.</param>
public sealed record AttributePassages(
    PersonId ThirdParty,
    ImmutableArray<DocumentId> Documents,
    ImmutableArray<PassageId> Passages = default) : IStep<Case, AttributePassages>
{
    /// <summary>Never a default array.</summary>
    [MinLength(1), MaxLength(2000)]
    public ImmutableArray<DocumentId> Documents { get; init; } = Documents.IsDefault ? [] : Documents;

    /// <summary>Never a default array.</summary>
    [MaxLength(5000)]
    public ImmutableArray<PassageId> Passages { get; init; } = Passages.IsDefault ? [] : Passages;

    public static StepRule<Case> Rule { get; } = new(
        "attribute-passages", nl: "Zeggen welke passages een derde aangaan", en: "Say which passages concern a third party", [Role.Handler, Role.Coordinator, Role.Reviewer], article: "Awb 4:8",
        when: c => c.Parties.Any(party => party.Role == PartyRole.ThirdParty) ? null
            : new Refused("no-third-party", "In deze zaak is nog geen derde-belanghebbende vastgelegd: vraag eerst een zienswijze, of laat een partij deelnemen."));

    public static Outcome Decide(Case c, AttributePassages step, At at)
    {
        if (c.Parties[step.ThirdParty] is not { Role: PartyRole.ThirdParty })
            return Refused.Unknown("person-not-found", "Deze derde-belanghebbende hoort niet bij deze zaak.");
        if (step.Documents.FirstOrDefault(id => c.Documents[id] is not { InScope: true }) is { Number: > 0 } missing)
            return Refused.Unknown("document-not-found", $"{missing} hoort niet bij deze zaak.");
        if (step.Documents.Distinct().Count() != step.Documents.Length)
            return Refused.Invalid("documents", "documents-doubled", "Een document staat meer dan één keer in de lijst.");
        var said = step.Documents.ToHashSet();
        if (step.Passages.FirstOrDefault(id => c.Passages[id] is not { } passage || !said.Contains(passage.DocumentId)) is { Number: > 0 } stray)
            return Refused.Invalid("passages", "passage-not-in-documents", $"{stray} staat niet in een van de genoemde documenten: noem haar document erbij, of laat haar weg.");
        if (step.Passages.Distinct().Count() != step.Passages.Length)
            return Refused.Invalid("passages", "passages-doubled", "Een passage staat meer dan één keer in de lijst.");
        var byDocument = step.Passages.ToLookup(id => c.Passages[id]!.DocumentId);
        ImmutableArray<AttributedDocument> changed =
        [
            .. step.Documents.Where(id => Attributions.Of(c, id, step.ThirdParty) is not { } before || !before.IsCurrent(c) || !before.Passages.SetEquals(byDocument[id]))
                .OrderBy(id => id.Number).Select(id => new AttributedDocument(id, [.. byDocument[id].OrderBy(passage => passage.Number)])),
        ];
        return changed.IsEmpty ? new Refused("nothing-to-change", "Dit was al vastgelegd.") : new PassagesAttributed(step.ThirdParty, changed);
    }
}

/// <summary>A person said which passages concern a third party.</summary>
public sealed record PassagesAttributed(PersonId ThirdParty, ImmutableArray<AttributedDocument> Documents) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => ReaderLetters.DraftedAgain(
        c with
        {
            Attributions = c.Attributions.SetItems(Documents.Select(said => KeyValuePair.Create(
                (said.DocumentId, ThirdParty),
                new Attribution(said.DocumentId, [.. said.Passages], Attributions.PlacesIn(c, said.DocumentId), entry.On, entry.Actor)))),
        },
        reader => reader.Party is not null && Documents.Any(said => reader.Documents.Contains(said.DocumentId)));
}

/// <summary>What was said of one document.</summary>
/// <param name="Passages">All of it that concerns the party; empty for nothing.</param>
public sealed record AttributedDocument(DocumentId DocumentId, ImmutableArray<PassageId> Passages);

/// <summary>Which passages of a document concern a party.</summary>
/// <param name="Places">Where every passage of the document was when it was said: one that came or moved since, nobody has looked at.</param>
public sealed record Attribution(DocumentId DocumentId, ImmutableHashSet<PassageId> Passages, ImmutableDictionary<PassageId, string> Places, DateOnly On, string By)
{
    /// <summary>Whether it was said of all that may be disclosed now.</summary>
    public bool IsCurrent(Case c) => c.PassagesOf(DocumentId).All(passage => passage.Treatment != Treatment.Disclosed || Places.GetValueOrDefault(passage.Id) == Attributions.PlaceOf(passage));
}

/// <summary>Which passages concern whom.</summary>
public static class Attributions
{
    /// <summary>What was said of the document and the party; null where nobody said anything.</summary>
    public static Attribution? Of(Case c, DocumentId document, PersonId party) => c.Attributions.GetValueOrDefault((document, party));

    /// <summary>The parties of whom something was said of the document.</summary>
    public static IEnumerable<(PersonId Party, Attribution Said)> OfAll(Case c, DocumentId document) =>
        c.Parties.Where(party => party.Role == PartyRole.ThirdParty).Select(party => (party.Id, Said: Of(c, document, party.Id)!)).Where(row => row.Said is not null);

    internal static ImmutableDictionary<PassageId, string> PlacesIn(Case c, DocumentId document) =>
        c.PassagesOf(document).ToImmutableDictionary(passage => passage.Id, PlaceOf);

    /// <summary>Where a passage is, and how often its words were given: told apart by this alone, never read back.</summary>
    internal static string PlaceOf(Passage passage) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{passage.Page}|{passage.Range?.Start}|{passage.Range?.Length}|{string.Join(';', passage.Areas)}|{passage.QuotesGiven}");
}
