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
            PartScope = decision.Part is null ? null : says.Say(decision.Part),
            Course = Course(says, decision),
            Objection = ObjectionPart.Of(says, decision),
            Ruling = RulingOf(says, decision),
            LegalFramework = Framework(says, documents),
            Search = c.Searches.IsEmpty ? null : string.Create(CultureInfo.InvariantCulture, $"Er is op {c.Searches.Count} plaatsen gezocht."),
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
            Views = Views(says),
            Assessment = Themes(says, documents, decision),
            Dictum = Dictum([.. judged.Where(x => Judging.BodyFor(c, x.Document) is null).Select(x => x.Judgement).OfType<Judgement>()], Judging.LeftWhole(c).Length),
            Disclosure = Disclosure(says, judged.Any(x => x.Judgement is Judgement.Public or Judgement.PartlyPublic)),
            Remedies = Remedies(says, decision),
            Inventory = [.. Cases.Inventory.Of(c).Select(line => Row(says, line))],
        };
    }

    /// <summary>The course of the request; a decision that is late says so.</summary>
    private static ImmutableArray<DatedEvent> Course(LetterFacts says, Decision decision)
    {
        var course = CourseOfRequest.Of(says).AddRange(says.Case.Rulings.Where(applied => Lateness.IsEndedBy(says.Case, applied, decision)).Select(RuledLate));
        if (DecisionChecks.LateTerm(says.Case, decision, says.Organisation, says.Today) is { } late)
            course = course.Add(new DatedEvent(late.Due, "De termijn om te beslissen is verstreken zonder dat was beslist. Dit besluit is dus te laat."));
        return [.. course.OrderBy(happened => happened.On)];
    }

    private static DatedEvent RuledLate(AppliedRuling applied) => new(
        applied.SentOn,
        $"{Upper(applied.Court is { } court ? CourtNames.InSentence(court) : "de rechtbank")} heeft uitspraak gedaan op het beroep tegen het niet tijdig beslissen (zaaknummer {applied.CaseNumber})"
        + (applied.Owes ? " en opgedragen alsnog te beslissen." : "."));

    private static DecisionVariant VariantOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Partial => DecisionVariant.Partial,
        DecisionKind.OnObjection => DecisionVariant.OnObjection,
        DecisionKind.Repair => DecisionVariant.Repair,
        DecisionKind.NewAfterAnnulment => DecisionVariant.NewAfterAnnulment,
        DecisionKind.Supplementary or DecisionKind.Amending => DecisionVariant.Supplementary,
        _ => DecisionVariant.Primary,
    };

    private static RulingCarriedOut? RulingOf(LetterFacts says, Decision decision)
    {
        var c = says.Case;
        if (decision.AnswersRuling is null || c.Rulings.Find(applied => applied.RulingId == decision.AnswersRuling) is not { } applied)
            return null;
        return new RulingCarriedOut(
            applied.Court is { } court ? CourtNames.InSentence(court) : "de rechter", applied.SentOn, [applied.CaseNumber], Ecli: null, "De rechter heeft opgedragen opnieuw te beslissen.",
            [
                .. applied.Instructions.Where(instruction => instruction.Answer is not null).Select(instruction => new GroundAnswered(
                    string.Create(CultureInfo.InvariantCulture, $"Opdracht {instruction.Number} van de uitspraak"), says.Say(instruction.Answer))),
            ],
            decision.Supplements is { } earlier ? c.Decisions[earlier]!.TakenOn : null);
    }

    private static ImmutableArray<string> Framework(LetterFacts says, List<Cases.Document> documents)
    {
        var used = Grounds.InOrder(documents.SelectMany(document => Reviewing.GroundsOf(says.Case, document)));
        return [.. used.Select(Grounds.Find).Select(ground => $"Op grond van {ground.ArticleNl} kan informatie worden geweigerd: {Lower(ground.TitleNl)}.")];
    }

    private static SearchedPlace Searched(LetterFacts says, Search search)
    {
        var period = search is { From: { } from, Through: { } through } ? $", van {Dutch.Date(from)} tot en met {Dutch.Date(through)}" : "";
        var result = search.Found == 0 ? "geen documenten aangetroffen" : string.Create(CultureInfo.InvariantCulture, $"{search.Found} documenten aangetroffen");
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
        var written = c.Motivations.Select(motivation =>
        {
            var covered = refused.Where(x => motivation.Covers(x.Passage, x.Grounds)).ToList();
            return Written(says, motivation, covered.Select(x => x.Id), covered.Select(x => x.ReasonDespiteAge));
        }).ToList();
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
                theme.Key);
        });
        return decision.Considerations is { } own
            ? [new AssessmentTheme("Algemeen", [], says.Say(own), [], Mark: null), .. written, .. themes]
            : [.. written, .. themes];
    }

    private static AssessmentTheme Written(LetterFacts says, Motivation motivation, IEnumerable<DocumentId> documents, IEnumerable<FreeText?> despiteAge)
    {
        var grounds = motivation.GroundsIn(says.Case);
        return new AssessmentTheme(
            says.Say(motivation.Theme),
            [.. grounds.Select(ground => Grounds.Find(ground).Article)],
            string.Join("\n\n", [says.Say(motivation.Text), .. despiteAge.OfType<FreeText>().Distinct().Select(reason => says.Say(reason))]),
            [.. documents.Select(id => id.Number).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))],
            string.Join(", ", grounds));
    }

    /// <summary>The views without a name: this letter is published.</summary>
    private static ImmutableArray<ViewAnswered> Views(LetterFacts says) =>
    [
        .. says.Case.Views.Where(view => view.AnsweredOn is not null).Select(view => new ViewAnswered(
            string.Create(CultureInfo.InvariantCulture, $"Derde-belanghebbende {view.Party.Number}"),
            view.View is null ? "Deze derde heeft geen bezwaar tegen openbaarmaking." : says.Say(view.View),
            "[reactie op deze zienswijze]")),
    ];

    private static bool IsOutside(Case c, Cases.Document document, Judgement? judgement) => judgement == Judgement.OutOfScope && Judging.BodyFor(c, document) is null;

    private static ImmutableArray<LeftToOther> LeftToOthers(LetterFacts says) =>
    [
        .. Judging.LeftWhole(says.Case).Select(left => new LeftToOther(says.NameOf(left.Document), NameOf(says, left.By), says.Say(left.By.Reference), Whole: true)),
        .. Judging.LeftInPart(says.Case).Select(left => new LeftToOther(says.NameOf(left.Document), NameOf(says, left.By), says.Say(left.By.Reference), Whole: false)),
    ];

    private static string NameOf(LetterFacts says, LinkedCase linked) => linked.Agency is { } agency ? DutchLetters.InSentence(agency) : says.Say(linked.Body);

    private static ImmutableArray<string> Dictum(ImmutableArray<Judgement> judgements, int leftToOthers)
    {
        string Count(Judgement judgement, string what)
        {
            var count = judgements.Count(j => j == judgement);
            return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "document" : "documenten")} {what}");
        }

        if (judgements.IsEmpty && leftToOthers == 0)
            return ["vast te stellen dat er geen documenten zijn aangetroffen waarop uw verzoek betrekking heeft"];
        return
        [
            .. judgements.Contains(Judgement.Public) ? [Count(Judgement.Public, "geheel openbaar te maken")] : Array.Empty<string>(),
            .. judgements.Contains(Judgement.PartlyPublic) ? [Count(Judgement.PartlyPublic, "gedeeltelijk openbaar te maken")] : Array.Empty<string>(),
            .. judgements.Contains(Judgement.NotPublic) ? [Count(Judgement.NotPublic, "niet openbaar te maken")] : Array.Empty<string>(),
            .. judgements.Contains(Judgement.AlreadyPublic) ? [Count(Judgement.AlreadyPublic, "niet nogmaals te verstrekken, omdat die al openbaar zijn")] : Array.Empty<string>(),
            .. judgements.Contains(Judgement.OutOfScope) ? [Count(Judgement.OutOfScope, "buiten beschouwing te laten, omdat uw verzoek die niet betreft")] : Array.Empty<string>(),
            .. leftToOthers == 0 ? Array.Empty<string>()
                : [string.Create(CultureInfo.InvariantCulture, $"{leftToOthers} {(leftToOthers == 1 ? "document" : "documenten")} niet zelf te beoordelen, omdat een ander bestuursorgaan daarop beslist")],
        ];
    }

    private static ImmutableArray<string> Disclosure(LetterFacts says, bool anything) => anything
        ?
        [
            "De documenten die openbaar worden, ontvangt u bij dit besluit, tenzij een belanghebbende daartegen naar verwachting bezwaar heeft; "
            + "dan worden zij niet eerder dan twee weken na de bekendmaking verstrekt.",
            says.Act == LetterAct.Wob ? "Zij worden ook op rijksoverheid.nl geplaatst." : "Zij worden ook op open.overheid.nl geplaatst.",
        ]
        : [];

    private static RemediesClause Remedies(LetterFacts says, Decision decision)
    {
        var clause = RemedyClause.Of(says.Case, decision);
        var head = says.Organisation.Letterhead;
        return clause.Route switch
        {
            RemedyRoute.Objection => new(
                Documents.Remedy.Objection, head.Body, head.ObjectionAddress, RemedyClause.Weeks, Digital: null,
                clause.LateAppeal is { } late ? says.Case.Remedies[late]!.CaseNumber : null, LateAppeal: clause.LateAppeal is not null),
            RemedyRoute.JoinsPendingObjection => new(Documents.Remedy.JoinsPendingObjection, head.Body, head.ObjectionAddress, RemedyClause.Weeks, Digital: null, PendingCase: null),
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
