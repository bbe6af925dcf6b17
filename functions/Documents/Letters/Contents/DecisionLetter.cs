using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>A decision (besluit) on a request, on an objection, or after a ruling. Reasons, dictum, disclosure and remedies come derived; the template orders them.</summary>
public sealed record DecisionLetter : LetterContent
{
    public override string Kind => "decision";

    /// <summary>What is decided on.</summary>
    public required DecisionVariant Variant { get; init; }

    /// <summary>The act that governs the decision: by its own date, not that of the request.</summary>
    public required LetterAct Act { get; init; }

    /// <summary>Date of the request itself; null when it has none.</summary>
    public DateOnly? RequestDated { get; init; }

    /// <summary>Local date on which the request was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The request in the requester's own words; may have several lines.</summary>
    public required string Request { get; init; }

    /// <summary>Whether the requester acts through a representative (gemachtigde, Awb 2:1).</summary>
    public bool Represented { get; init; }

    /// <summary>Bodies that have the same request of this requester, each with its reference, as in a sentence.</summary>
    public ImmutableArray<string> SameRequestAt { get; init; } = [];

    /// <summary>Which part-decision this is, from 1; null when the request is decided in one.</summary>
    public int? PartNumber { get; init; }

    /// <summary>What this part is about; null when there are no parts.</summary>
    public string? PartScope { get; init; }

    /// <summary>Earlier decisions on parts of the request, each with what it was about, in order of time.</summary>
    public ImmutableArray<DatedEvent> EarlierParts { get; init; } = [];

    /// <summary>What of the request is still to be decided and when, in full sentences; empty where nothing is, or nobody can say.</summary>
    public ImmutableArray<string> Remaining { get; init; } = [];

    /// <summary>The procedure, in order of time.</summary>
    public ImmutableArray<DatedEvent> Course { get; init; } = [];

    /// <summary>The objection that is decided on; null otherwise.</summary>
    public ObjectionDecidedOn? Objection { get; init; }

    /// <summary>The ruling that is carried out; null otherwise.</summary>
    public RulingCarriedOut? Ruling { get; init; }

    /// <summary>What it changes against the decision that it comes on top of; null where there is none, or it judges no documents.</summary>
    public DecisionChanged? Changes { get; init; }

    /// <summary>Paragraphs on the law that applies.</summary>
    public ImmutableArray<string> LegalFramework { get; init; } = [];

    /// <summary>How the documents were sought; may have several lines.</summary>
    public string? Search { get; init; }

    /// <summary>Where was looked, place by place, also where nothing was found.</summary>
    public ImmutableArray<SearchedPlace> Searched { get; init; } = [];

    /// <summary>Documents found within the request.</summary>
    public required int DocumentsFound { get; init; }

    /// <summary>Documents that are public already, with where.</summary>
    public ImmutableArray<AlreadyPublicDocument> AlreadyPublic { get; init; } = [];

    /// <summary>What was left out as outside the request; null when nothing.</summary>
    public string? OutsideRequest { get; init; }

    /// <summary>Documents of which passages were left out as outside the request, by number and title.</summary>
    public ImmutableArray<string> PassagesOutside { get; init; } = [];

    /// <summary>What another body judges, document by document.</summary>
    public ImmutableArray<LeftToOther> LeftToOthers { get; init; } = [];

    /// <summary>Bodies whose advice was asked.</summary>
    public ImmutableArray<string> Consulted { get; init; } = [];

    /// <summary>Where the decision departs from what they advised, as far as it says so.</summary>
    public ImmutableArray<AdviceDepartedFrom> Departures { get; init; } = [];

    /// <summary>Views of third parties, each answered.</summary>
    public ImmutableArray<ViewAnswered> Views { get; init; } = [];

    /// <summary>How many third parties were asked for their view and gave none.</summary>
    public int ViewsNotGiven { get; init; }

    /// <summary>Reasons by theme.</summary>
    public ImmutableArray<AssessmentTheme> Assessment { get; init; } = [];

    /// <summary>
    /// What is refused of information older than five years, where the act asks why its interests still weigh more (Woo 5.3); null where nothing is.
    /// </summary>
    public OldInformation? OldInformation { get; init; }

    /// <summary>What is decided, statement by statement; printed after "Ik heb besloten", so with an infinitive (<c>document 1 openbaar te maken</c>) and without a full stop.</summary>
    public required ImmutableArray<string> Dictum { get; init; }

    /// <summary>How and when is disclosed, paragraph by paragraph (Woo 4.4(5), 4.5).</summary>
    public ImmutableArray<string> Disclosure { get; init; } = [];

    /// <summary>Who gets a copy.</summary>
    public ImmutableArray<string> CopiesTo { get; init; } = [];

    /// <summary>What can be done against it.</summary>
    public required RemediesClause Remedies { get; init; }

    /// <summary>The articles that were applied, printed after the letter as its first annex; empty when they go as an annex of their own.</summary>
    public AppliedArticles Articles { get; init; } = AppliedArticles.None;

    /// <summary>The inventory (inventarislijst) printed after the letter; empty when it goes as an annex of its own.</summary>
    public ImmutableArray<InventoryRow> Inventory { get; init; } = [];

    /// <summary>Whether a report of the hearing is enclosed (Awb 7:7).</summary>
    public bool EnclosesHearingReport { get; init; }

    /// <summary>The titles of what goes with the letter, in the order in which it is numbered; the letterhead counts them.</summary>
    public ImmutableArray<string> Annexes =>
    [
        .. Articles.All.IsEmpty ? Array.Empty<string>() : ["Toegepaste wetsartikelen"],
        .. Inventory.IsEmpty ? Array.Empty<string>() : ["Inventarislijst"],
        .. EnclosesHearingReport ? ["Verslag van het horen"] : Array.Empty<string>(),
    ];
}

/// <summary>What a decision decides on.</summary>
public enum DecisionVariant
{
    /// <summary>The first decision on the whole request (primair besluit).</summary>
    Primary,

    /// <summary>A decision on a part of the request (deelbesluit).</summary>
    Partial,

    /// <summary>A decision on objection (besluit op bezwaar).</summary>
    OnObjection,

    /// <summary>Repair within a loop (herstelbesluit, Awb 8:51a, 8:51d).</summary>
    Repair,

    /// <summary>A new decision after annulment (nieuw besluit na vernietiging).</summary>
    NewAfterAnnulment,

    /// <summary>A decision that adds to an earlier one after a ruling (aanvullend besluit: practice language).</summary>
    Supplementary,

    /// <summary>A decision that amends an earlier one (wijzigingsbesluit, Awb 6:19).</summary>
    Amending,

    /// <summary>A decision not to treat the request (Woo 4.1(6), 4.6, Awb 4:5).</summary>
    NotTreated,
}

/// <summary>An objection and how it was weighed (Awb 7:2, 7:11, 7:15).</summary>
/// <param name="Admissibility">Whether it is admissible, in full sentences.</param>
/// <param name="Grounds">Its grounds, each with our answer.</param>
/// <param name="Hearing">The hearing or why there was none.</param>
/// <param name="Advice">The committee's advice (Awb 7:13); null when there was no committee.</param>
/// <param name="Costs">On costs (Awb 7:15); null when none were claimed.</param>
/// <param name="ByRequester">Whether the requester objected; otherwise a third party did.</param>
public sealed record ObjectionDecidedOn(
    DateOnly ReceivedOn,
    DateOnly ContestedDecisionDated,
    string Admissibility,
    ImmutableArray<GroundAnswered> Grounds,
    string Hearing,
    string? Advice,
    string? Costs,
    bool ByRequester = true);

/// <summary>A ground of objection, or an instruction of a court, with the answer to it.</summary>
public sealed record GroundAnswered(string Ground, string Answer);

/// <summary>A ruling and its instructions, answered one by one.</summary>
/// <param name="Court">With article, as in a sentence: <c>de Afdeling bestuursrechtspraak van de Raad van State</c>.</param>
/// <param name="On">Date; null when not known.</param>
/// <param name="Ecli">ECLI; null when not known.</param>
/// <param name="Outcome">What the court decided, in full sentences.</param>
/// <param name="Instructions">What it told us to do, each with how this decision does it.</param>
/// <param name="SupplementsDecisionDated">Date of the earlier decision that this one supplements or replaces; null when none.</param>
/// <param name="Annulled">Whether it annulled that decision, wholly or in part.</param>
public sealed record RulingCarriedOut(
    string Court,
    DateOnly? On,
    ImmutableArray<string> CaseNumbers,
    string? Ecli,
    string Outcome,
    ImmutableArray<GroundAnswered> Instructions,
    DateOnly? SupplementsDecisionDated,
    bool Annulled = false);

/// <summary>What a decision changes.</summary>
/// <param name="EarlierDated">Date of the earlier decision.</param>
/// <param name="Documents">What changed, document by document; empty where nothing did.</param>
/// <param name="Rest">On the documents in which nothing changed, a full sentence; null where there are none.</param>
public sealed record DecisionChanged(DateOnly EarlierDated, ImmutableArray<DocumentChanged> Documents, string? Rest);

/// <summary>A document in which something changed.</summary>
/// <param name="Document">Its number on the inventory and its title.</param>
/// <param name="Judgement">What becomes of the whole, to be read after the name, with its full stop.</param>
/// <param name="Passages">What becomes of its passages, in full sentences.</param>
public sealed record DocumentChanged(string Document, string Judgement, ImmutableArray<string> Passages);

/// <summary>One place where documents were sought.</summary>
/// <param name="Place">System, mailbox, telephone of a function.</param>
/// <param name="Terms">Terms and period; null when all was looked through.</param>
/// <param name="Result">For instance <c>geen documenten aangetroffen</c>.</param>
public sealed record SearchedPlace(string Place, string? Terms, string Result);

/// <summary>A document that another body judges, or a part of one.</summary>
/// <param name="Body">With article, as in a sentence: <c>het ministerie van Defensie</c>.</param>
/// <param name="Reference">What that body calls its case.</param>
/// <param name="Whole">Whether it judges the document as a whole.</param>
public sealed record LeftToOther(string Document, string Body, string Reference, bool Whole);

/// <summary>A document that is public already.</summary>
public sealed record AlreadyPublicDocument(string Document, string Url);

/// <summary>Where the decision departs from an advice.</summary>
/// <param name="Agency">As in a sentence: <c>de Militaire Inlichtingen- en Veiligheidsdienst</c>.</param>
/// <param name="About">The documents, passages or pages, as in a sentence.</param>
/// <param name="Reason">Why, in whole sentences.</param>
public sealed record AdviceDepartedFrom(string Agency, ImmutableArray<string> About, string Reason);

/// <summary>A third party's view and what we did with it.</summary>
/// <param name="Party">As printed: a description without a name where the decision will be published.</param>
public sealed record ViewAnswered(string Party, string View, string Answer);

/// <summary>A theme groups passages that are refused, or disclosed, for the same reasons.</summary>
/// <param name="Title">Heading, for instance <c>Eenheid van kabinetsbeleid</c>.</param>
/// <param name="Articles">Articles as <c>Woo 5.1(2)(i)</c>; empty when the theme refuses nothing.</param>
/// <param name="Reasons">The reasons; may have several lines.</param>
/// <param name="Documents">Numbers on the inventory.</param>
/// <param name="Mark">What is printed on the blacked-out passages, for instance <c>5.1.2i, 5.2.1: concept</c>; null when nothing is blacked out.</param>
public sealed record AssessmentTheme(
    string Title,
    ImmutableArray<string> Articles,
    string Reasons,
    ImmutableArray<string> Documents,
    string? Mark);

/// <summary>Information older than five years that is refused all the same (Woo 5.3).</summary>
/// <param name="Documents">Numbers on the inventory.</param>
/// <param name="Reasons">Why the interests weigh more in spite of the time passed, each once.</param>
public sealed record OldInformation(ImmutableArray<string> Documents, ImmutableArray<string> Reasons);

/// <summary>The articles that a decision applies.</summary>
/// <param name="Source">Of what day the text is and where it is from; null where no text is quoted.</param>
/// <param name="All">In the order of the act.</param>
public sealed record AppliedArticles(string? Source, ImmutableArray<AppliedArticle> All)
{
    public static AppliedArticles None { get; } = new(null, []);
}

/// <summary>An article, or a paragraph of one.</summary>
/// <param name="Name">For instance <c>Artikel 5.1, tweede lid</c>.</param>
/// <param name="Text">The text of the act line by line, or what the article protects in our own words.</param>
/// <param name="Quoted">Whether it is the text of the act.</param>
public sealed record AppliedArticle(string Name, string Text, bool Quoted);

/// <summary>A row of the inventory as ministries print it.</summary>
/// <param name="Number">Number on the inventory.</param>
/// <param name="Date">Date of the document; null when it has none.</param>
/// <param name="Kind">Kind of document: nota, e-mail, brief.</param>
/// <param name="Parties">From and to, by function.</param>
/// <param name="Judgement">Openbaar, Deels openbaar, Niet openbaar, Reeds openbaar.</param>
/// <param name="Grounds">Codes; empty when there are none.</param>
public sealed record InventoryRow(
    string Number,
    DateOnly? Date,
    string Kind,
    string? Parties,
    string Description,
    string Judgement,
    ImmutableArray<string> Grounds);
