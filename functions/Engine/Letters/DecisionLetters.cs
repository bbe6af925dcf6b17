using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letter that announces a decision: course, search, reasons and inventory follow from the case.</summary>
internal static class DecisionLetters
{
    public static LetterContent Of(LetterFacts says, string about)
    {
        _ = Id.TryParse<DecisionId>(about, out var id);
        var c = says.Case;
        var decision = c.Decisions[id]!;
        if (decision.Kind == DecisionKind.NotTreated)
            return NotTreated(says, decision);
        var documents = c.Documents.Where(document => document.InScope).ToList();
        // What an earlier decision on a part of the request decided is not decided again.
        var before = DecisionParts.DecidedBefore(c, decision);
        var judged = documents.Where(document => !before.ContainsKey(document.Id)).Select(document => (Document: document, Judgement: Reviewing.JudgementOf(c, document))).ToList();
        var assessed = new AssessmentPart(says, decision, [.. judged.Select(x => x.Document)]);
        var changes = DecisionChanges.Of(c, decision);
        var objection = ObjectionPart.Of(says, decision);
        var letter = new DecisionLetter
        {
            Variant = VariantOf(decision.Kind),
            Act = says.Act,
            ReceivedOn = says.Request.ReceivedOn,
            Request = says.Say(says.Request.Text),
            Represented = IsRepresented(says),
            SameRequestAt = [.. c.Connections.Linked.Where(linked => linked.SameRequest).Select(linked => $"{NameOf(says, linked)} (kenmerk {says.Say(linked.Reference)})")],
            PartNumber = decision.Kind == DecisionKind.Partial ? c.Decisions.Count(d => d.Kind == DecisionKind.Partial && d.Id.Number <= decision.Id.Number) : null,
            PartScope = decision.Part is null ? null : says.Say(decision.Part),
            EarlierParts = PartialPart.Earlier(says, decision, before),
            Remaining = PartialPart.Remaining(says, decision, documents),
            Course = CourseOfDecision.Of(says, decision),
            Objection = objection,
            Ruling = RulingPart.Of(says, decision),
            Changes = Changes(says, decision, changes),
            LegalFramework = Framework(says),
            Search = c.Searches.Count switch
            {
                0 => null,
                1 => "Er is op één plaats gezocht.",
                var count => $"Er is op {Cases.Dutch.Number(count)} plaatsen gezocht.",
            },
            Searched = [.. c.Searches.Select(search => Searched(says, search))],
            DocumentsFound = documents.Count,
            AlreadyPublic =
            [
                .. judged.Where(x => x.Judgement == Judgement.AlreadyPublic)
                    .Select(x => new AlreadyPublicDocument(says.NameOf(x.Document), x.Document.Assessment!.Location ?? "")),
            ],
            OutsideRequest = judged.Any(x => IsOutside(c, x.Document, x.Judgement))
                ? $"Buiten uw verzoek vallen: {string.Join("; ", judged.Where(x => IsOutside(c, x.Document, x.Judgement)).Select(x => says.NameOf(x.Document)))}."
                : null,
            PassagesOutside = [.. judged.Where(x => x.Judgement == Judgement.PartlyPublic && c.PassagesOf(x.Document.Id).Any(passage => passage.Treatment == Treatment.OutOfScope)).Select(x => says.NameOf(x.Document))],
            LeftToOthers = LeftToOthers(says),
            Consulted = [.. c.Consultations.Where(asked => asked.SentOn is not null).Select(asked => DutchLetters.InSentence(asked.Agency)).Distinct()],
            Departures = Departures(says),
            Views = Views(says),
            ViewsNotGiven = c.Views.Where(view => view.SentOn is not null).GroupBy(view => view.Party).Count(party => party.All(view => view.AnsweredOn is null)),
            Assessment = assessed.Themes(),
            OldInformation = assessed.Old(),
            Dictum = DictumPart.Of(says, decision, [.. judged.Where(x => x.Judgement is not null && Judging.BodyFor(c, x.Document) is null).Select(x => (x.Document.Id.Number, x.Judgement!.Value))], before.Count),
            Disclosure = DisclosurePart.Of(says, [.. judged.Where(x => x.Judgement is Judgement.Public or Judgement.PartlyPublic).Select(x => x.Document.Id).Where(document => IsNew(changes, document))]),
            CopiesTo = DisclosurePart.Copies(says, decision),
            Remedies = Remedies(says, decision),
            Inventory = [.. Cases.Inventory.Of(c).Select(line => Row(says, line))],
            EnclosesHearingReport = objection is not null && ObjectionPart.WasHeard(c, decision),
        };
        return letter with { Articles = ArticlesPart.Of(says, decision, letter, assessed.Grounds) };
    }

    /// <summary>A decision not to treat the request judges no document: it says why, and what can be done against it.</summary>
    private static DecisionLetter NotTreated(LetterFacts says, Decision decision)
    {
        var letter = new DecisionLetter
        {
            Variant = DecisionVariant.NotTreated,
            Act = says.Act,
            ReceivedOn = says.Request.ReceivedOn,
            Request = says.Say(says.Request.Text),
            Represented = IsRepresented(says),
            Course = CourseOfDecision.Of(says, decision),
            LegalFramework = Framework(says),
            DocumentsFound = 0,
            Assessment = [new AssessmentTheme(ReasonNotToTreat(decision.Decline?.Ground), [], says.Say(decision.Considerations), [], Mark: null)],
            Dictum = ["uw verzoek niet te behandelen"],
            Remedies = Remedies(says, decision),
        };
        return letter with { Articles = ArticlesPart.Of(says, decision, letter, []) };
    }

    private static string ReasonNotToTreat(DeclineGround? ground) => ground switch
    {
        DeclineGround.OtherPurpose => "Een ander doel dan het verkrijgen van publieke informatie",
        DeclineGround.NoAdministrativeMatter => "Geen bestuurlijke aangelegenheid",
        DeclineGround.NotClarified => "Niet meegewerkt aan precisering",
        _ => "Reden",
    };

    private static bool IsRepresented(LetterFacts says) => !string.IsNullOrWhiteSpace(says.Details(says.Request.Requester).Representative);

    /// <summary>Whether a document is disclosed by this decision: by a first one always, by a later one where it discloses more than before.</summary>
    private static bool IsNew(ImmutableArray<DocumentChange> changes, DocumentId id) =>
        changes.IsEmpty || changes.Any(change => change.DocumentId == id && (change.Before != change.Now || change.Passages.Any(passage => passage.IsDisclosedNow)));

    internal static DecisionVariant VariantOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Partial => DecisionVariant.Partial,
        DecisionKind.OnObjection => DecisionVariant.OnObjection,
        DecisionKind.Repair => DecisionVariant.Repair,
        DecisionKind.NewAfterAnnulment => DecisionVariant.NewAfterAnnulment,
        DecisionKind.Supplementary => DecisionVariant.Supplementary,
        DecisionKind.Amending => DecisionVariant.Amending,
        _ => DecisionVariant.Primary,
    };

    /// <summary>What it changes per document; a decision on objection that changes nothing says so in its dictum.</summary>
    private static DecisionChanged? Changes(LetterFacts says, Decision decision, ImmutableArray<DocumentChange> all)
    {
        var changed = all.Where(change => change.IsAny).ToList();
        if (all.IsEmpty || (decision.Kind == DecisionKind.OnObjection && changed.Count == 0))
            return null;
        return new DecisionChanged(
            says.Case.Decisions[decision.Supplements!.Value]!.TakenOn!.Value,
            [
                .. changed.Select(change => new DocumentChanged(
                    says.NameOf(says.Case.Documents[change.DocumentId]!), DecisionChangesWording.OfDocument(change), DecisionChangesWording.OfPassages(change))),
            ],
            DecisionChangesWording.OfTheRest(all));
    }

    private static ImmutableArray<string> Framework(LetterFacts says)
    {
        var act = says.Act == LetterAct.Wob ? "Wet openbaarheid van bestuur (Wob)" : "Wet open overheid (Woo)";
        return says.Act == LetterAct.Woo && Regimes.Of(says.Request.ReceivedOn) == Regime.Wob
            ? [$"Uw verzoek is ingediend onder de Wet openbaarheid van bestuur. Op besluiten vanaf 1 mei 2022 is de {act} van toepassing, ook als het verzoek van eerdere datum is (ECLI:NL:RVS:2022:1432)."]
            : [$"Ik behandel uw verzoek als een verzoek op grond van de {act}."];
    }

    private static SearchedPlace Searched(LetterFacts says, Search search)
    {
        var period = search is { From: { } from, Through: { } through } ? $", van {Dutch.Date(from)} tot en met {Dutch.Date(through)}" : "";
        var result = search.Found switch
        {
            0 => "geen documenten aangetroffen",
            1 => "één document aangetroffen",
            var found => $"{Cases.Dutch.Number(found)} documenten aangetroffen",
        };
        return new SearchedPlace($"{DutchLetters.Of(search.Channel)}: {says.Say(search.Place)}", says.Say(search.Terms) + period, result);
    }

    /// <summary>How a third party that gave its view is called: by its place among them, and not by its name.</summary>
    private static string NameOf(Case c, PersonId party)
    {
        var heard = c.Views.Where(view => view.AnsweredOn is not null).Select(view => view.Party).Distinct().ToList();
        return heard.Count == 1 ? "De derde-belanghebbende" : string.Create(CultureInfo.InvariantCulture, $"Derde-belanghebbende {heard.IndexOf(party) + 1}");
    }

    /// <summary>The views without a name: this letter is published.</summary>
    private static ImmutableArray<ViewAnswered> Views(LetterFacts says) =>
    [
        .. says.Case.Views.Where(view => view.AnsweredOn is not null).Select(view => new ViewAnswered(
            NameOf(says.Case, view.Party),
            view.View is null ? "Deze derde heeft geen bezwaar tegen openbaarmaking." : says.Say(view.View),
            Placeholders.ViewAnswer)),
    ];

    /// <summary>What is departed from for one reason is said in one sentence.</summary>
    private static ImmutableArray<AdviceDepartedFrom> Departures(LetterFacts says) =>
    [
        .. says.Case.Consultations.SelectMany(asked => AdviceLines.Of(says.Case, asked).Where(line => line.Departure is { Tell: true }).GroupBy(line => line.Departure!.Reason)
            .Select(lines => new AdviceDepartedFrom(DutchLetters.InSentence(asked.Agency), [.. lines.Select(line => PlaceOf(says, line.Item))], says.Say(lines.Key)))),
    ];

    private static string PlaceOf(LetterFacts says, AdviceItem item)
    {
        var document = $"document {item.DocumentId.Number.ToString(CultureInfo.InvariantCulture)}";
        var page = item.PassageId is { } id ? says.Case.Passages[id]!.Page : item.Page;
        return page is null ? document : $"een passage op bladzijde {page.Value.ToString(CultureInfo.InvariantCulture)} van {document}";
    }

    private static bool IsOutside(Case c, Cases.Document document, Judgement? judgement) => judgement == Judgement.OutOfScope && Judging.BodyFor(c, document) is null;

    private static ImmutableArray<LeftToOther> LeftToOthers(LetterFacts says) =>
    [
        .. Judging.LeftWhole(says.Case).Select(left => new LeftToOther(says.NameOf(left.Document), NameOf(says, left.By), says.Say(left.By.Reference), Whole: true)),
        .. Judging.LeftInPart(says.Case).Select(left => new LeftToOther(says.NameOf(left.Document), NameOf(says, left.By), says.Say(left.By.Reference), Whole: false)),
    ];

    private static string NameOf(LetterFacts says, LinkedCase linked) => linked.Agency is { } agency ? DutchLetters.InSentence(agency) : says.Say(linked.Body);

    /// <summary>What can be done against a decision, as a letter prints it.</summary>
    internal static RemediesClause Remedies(LetterFacts says, Decision decision)
    {
        var clause = RemedyClause.Of(says.Case, decision);
        var head = says.Organisation.Letterhead;
        return clause.Route switch
        {
            RemedyRoute.Objection => new(
                Documents.Remedy.Objection, Lower(head.Body), head.ObjectionAddress, RemedyClause.Weeks, Digital: null,
                clause.LateAppeal is { } late ? says.Case.Remedies[late]!.CaseNumber : null, LateAppeal: clause.LateAppeal is not null),
            RemedyRoute.JoinsPendingObjection => new(Documents.Remedy.JoinsPendingObjection, Lower(head.Body), head.ObjectionAddress, RemedyClause.Weeks, Digital: null, PendingCase: null),
            RemedyRoute.AppealToDivision => new(
                Documents.Remedy.AppealToDivision, CourtNames.InSentence(clause.Court!), CourtNames.AddressOf(clause.Court), RemedyClause.Weeks, Digital: null, PendingCase: null),
            RemedyRoute.JoinsPendingAppeal => new(
                Documents.Remedy.JoinsPendingAppeal, clause.Court is { } court ? CourtNames.InSentence(court) : head.Court, CourtNames.AddressOf(clause.Court), RemedyClause.Weeks,
                Digital: null, clause.CaseNumber),
            _ => new(Documents.Remedy.Appeal, head.Court, [], RemedyClause.Weeks, Digital: null, PendingCase: null),
        };
    }

    private static InventoryRow Row(LetterFacts says, InventoryLine line) => new(
        line.Number.ToString(CultureInfo.InvariantCulture),
        line.Date,
        DutchLetters.Of(line.Kind),
        PartiesOf(says, says.Case.Documents[line.DocumentId]!, line),
        says.Say(line.Title),
        Judging.BodyFor(says.Case, says.Case.Documents[line.DocumentId]!) is not null ? "Ander bestuursorgaan"
            : line.Judgement is not { } known ? "Nog niet beoordeeld"
            : line.DuplicateOf is { } original && says.Case.Documents[line.DocumentId]!.Assessment is null ? $"{Judgements.Dutch(known)} (dubbel van {original.Number})"
            : Judgements.Dutch(known),
        [.. line.Grounds.Select(ground => ground.ToString())]);

    /// <summary>
    /// From and to, where the document can be read for as far: of what is refused, or has something struck for the sake of somebody's privacy, the list would give
    /// away whom it is about.
    /// </summary>
    private static string? PartiesOf(LetterFacts says, Cases.Document document, InventoryLine line)
    {
        if (line.Judgement is not (Judgement.Public or Judgement.PartlyPublic or Judgement.AlreadyPublic) || line.Grounds.Any(ground => Grounds.Find(ground).Article is "Wob 10(2)(e)" or "Wob 10(1)(d)" or "Woo 5.1(2)(e)" or "Woo 5.1(1)(d)" or "Woo 5.1(1)(e)"))
            return null;
        return (says.Say(document.From), says.Say(document.To)) switch
        {
            ("", "") => null,
            (var from, "") => from,
            ("", var to) => $"aan {to}",
            var (from, to) => $"{from} aan {to}",
        };
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
