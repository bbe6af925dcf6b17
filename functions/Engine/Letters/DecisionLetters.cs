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
        var documents = c.Documents.Where(document => document.InScope).ToList();
        var judged = documents.Select(document => (Document: document, Judgement: Reviewing.JudgementOf(c, document))).ToList();
        return new DecisionLetter
        {
            Variant = VariantOf(decision.Kind),
            Act = says.Act,
            ReceivedOn = says.Request.ReceivedOn,
            Request = says.Say(says.Request.Text),
            PartNumber = decision.Kind == DecisionKind.Partial ? c.Decisions.Count(d => d.Kind == DecisionKind.Partial && d.Id.Number <= decision.Id.Number) : null,
            PartScope = decision.Part is null ? null : says.Say(decision.Part),
            Course = CourseOfDecision.Of(says, decision),
            Objection = ObjectionPart.Of(says, decision),
            Ruling = RulingPart.Of(says, decision),
            Changes = Changes(says, decision),
            LegalFramework = Framework(says, documents),
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
            LeftToOthers = LeftToOthers(says),
            Consulted = [.. c.Consultations.Where(asked => asked.SentOn is not null).Select(asked => DutchLetters.InSentence(asked.Agency)).Distinct()],
            Departures = Departures(says),
            Views = Views(says),
            Assessment = Themes(says, documents, decision),
            Dictum = DictumPart.Of(says, decision, [.. judged.Where(x => x.Judgement is not null && Judging.BodyFor(c, x.Document) is null).Select(x => (x.Document.Id.Number, x.Judgement!.Value))]),
            Disclosure = Disclosure(says, judged.Any(x => x.Judgement is Judgement.Public or Judgement.PartlyPublic)),
            Remedies = Remedies(says, decision),
            Inventory = [.. Cases.Inventory.Of(c).Select(line => Row(says, line))],
        };
    }

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
    private static DecisionChanged? Changes(LetterFacts says, Decision decision)
    {
        var all = DecisionChanges.Of(says.Case, decision);
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

    private static ImmutableArray<string> Framework(LetterFacts says, List<Cases.Document> documents)
    {
        var used = Grounds.InOrder(documents.SelectMany(document => Reviewing.GroundsOf(says.Case, document)));
        return [.. used.Select(Grounds.Find).Select(ground => $"{Upper(ground.ArticleNl)} ({Lower(ground.TitleNl)}). {Effect(says, ground)}")];
    }

    /// <summary>What a ground does, by its kind. For environmental information the law weighs more than its kind says.</summary>
    private static string Effect(LetterFacts says, GroundDefinition ground) => ground.Kind switch
    {
        GroundKind.Absolute when says.Request.Environmental => "Voor zover deze grond zich voordoet, blijft openbaarmaking achterwege.",
        GroundKind.Absolute => "Voor zover deze grond zich voordoet, blijft openbaarmaking achterwege; een afweging tegen het belang van openbaarheid vindt dan niet plaats.",
        GroundKind.Temporary => "Openbaarmaking blijft dan voor een bepaalde tijd achterwege.",
        GroundKind.Residual => "Openbaarmaking blijft alleen in uitzonderlijke gevallen achterwege, voor zover het belang van openbaarheid daar niet tegen opweegt.",
        _ => "Openbaarmaking blijft achterwege voor zover het belang van openbaarheid niet opweegt tegen dit belang.",
    };

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

    /// <summary>One theme for each set of grounds that was used together, with every reason given under it.</summary>
    private static ImmutableArray<AssessmentTheme> Themes(LetterFacts says, List<Cases.Document> documents, Decision decision)
    {
        var c = says.Case;
        var refused = documents.Where(d => d.Assessment is { Grounds.Length: > 0 })
            .Select(d => (d.Id, Passage: (PassageId?)null, d.Assessment!.Grounds, d.Assessment.Reason, d.Assessment.ReasonDespiteAge))
            .Concat(c.Passages.Where(p => p.Treatment == Treatment.Withheld && c.Documents[p.DocumentId]!.InScope)
                .Select(p => (Id: p.DocumentId, Passage: (PassageId?)p.Id, p.Grounds, p.Reason, p.ReasonDespiteAge)))
            .ToList();
        // What a person wrote comes first; the rest is gathered by its grounds.
        var written = c.Motivations.Select(motivation => (Motivation: motivation, Covered: refused.Where(x => motivation.Covers(x.Passage, x.Grounds)).ToList()))
            .Where(theme => theme.Covered.Count > 0)
            .Select(theme => Written(says, theme.Motivation, [.. theme.Covered.Select(x => x.Id)], theme.Covered.Select(x => x.ReasonDespiteAge))).ToList();
        refused.RemoveAll(x => c.Motivations.Any(motivation => motivation.Covers(x.Passage, x.Grounds)));
        var themes = refused.GroupBy(x => string.Join(", ", Grounds.InOrder(x.Grounds))).Select(theme =>
        {
            var grounds = Grounds.InOrder(theme.First().Grounds);
            var reasons = theme.Select(x => x.Reason).Concat(theme.Select(x => x.ReasonDespiteAge)).OfType<FreeText>().Select(reason => says.Say(reason)).Distinct();
            return new AssessmentTheme(
                Upper(string.Join("; ", grounds.Select(ground => Grounds.Find(ground).TitleNl))),
                [.. grounds.Select(ground => Grounds.Find(ground).Article)],
                string.Join("\n\n", reasons.DefaultIfEmpty("Het gaat om informatie die de wet van openbaarmaking uitzondert.")),
                [.. theme.Select(x => x.Id.Number).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))],
                IsBlackedOut(c, theme.Select(x => x.Id)) ? theme.Key : null);
        });
        return decision.Considerations is { } own
            ? [new AssessmentTheme("Algemeen", [], says.Say(own), [], Mark: null), .. written, .. themes]
            : [.. written, .. themes];
    }

    /// <summary>Of a document that is withheld as a whole nothing is given, and so nothing is blacked out.</summary>
    private static bool IsBlackedOut(Case c, IEnumerable<DocumentId> documents) =>
        documents.Any(id => Reviewing.JudgementOf(c, c.Documents[id]!) == Judgement.PartlyPublic);

    private static AssessmentTheme Written(LetterFacts says, Motivation motivation, List<DocumentId> documents, IEnumerable<FreeText?> despiteAge)
    {
        var grounds = motivation.GroundsIn(says.Case);
        return new AssessmentTheme(
            says.Say(motivation.Theme),
            [.. grounds.Select(ground => Grounds.Find(ground).Article)],
            string.Join("\n\n", [says.Say(motivation.Text), .. despiteAge.OfType<FreeText>().Distinct().Select(reason => says.Say(reason))]),
            [.. documents.Select(id => id.Number).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))],
            IsBlackedOut(says.Case, documents) ? string.Join(", ", grounds) : null);
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

    /// <summary>Whether an objection is expected shows from the views of those concerned; where nobody was asked, the letter says what holds in either case.</summary>
    private static ImmutableArray<string> Disclosure(LetterFacts says, bool anything)
    {
        if (!anything)
            return [];
        var article = says.Act == LetterAct.Wob ? "artikel 6, vijfde lid, van de Wob" : "artikel 4.4, vijfde lid, van de Woo";
        var views = says.Case.Views;
        return
        [
            views.Any(view => view.Drift is ViewDrift.Objects or ViewDrift.ObjectsInPart)
                ? "Naar verwachting heeft een belanghebbende bezwaar tegen openbaarmaking. Wat die belanghebbende aangaat, verstrek ik daarom niet eerder dan twee weken nadat dit besluit is bekendgemaakt "
                    + $"({article}). Wordt binnen die termijn een voorlopige voorziening gevraagd, dan wacht de verstrekking op de uitspraak daarover of op de intrekking van het verzoek."
                : views.Count > 0 && views.All(view => view.Drift == ViewDrift.NoObjection)
                ? "De documenten die openbaar worden, ontvangt u bij dit besluit."
                : $"De documenten die openbaar worden, ontvangt u bij dit besluit. Heeft een belanghebbende naar verwachting bezwaar, dan verstrek ik ze niet eerder dan twee weken na de bekendmaking ({article}).",
            says.Act == LetterAct.Wob ? "De documenten worden ook op rijksoverheid.nl geplaatst." : "De documenten worden ook op open.overheid.nl geplaatst.",
        ];
    }

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
        Parties: null,
        says.Say(line.Title),
        Judging.BodyFor(says.Case, says.Case.Documents[line.DocumentId]!) is not null ? "Ander bestuursorgaan" : line.Judgement is { } known ? Judgements.Dutch(known) : "Nog niet beoordeeld",
        [.. line.Grounds.Select(ground => ground.ToString())]);

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
