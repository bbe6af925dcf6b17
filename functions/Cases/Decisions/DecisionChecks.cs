using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The list that is gone through before a decision is approved.</summary>
/// <remarks>
/// A letter that the engine wrote says what the case says: there the engine decides also on dictum, inventory and counts. What a person wrote in a
/// letter the engine does not read, and asks.
/// </remarks>
public static class DecisionChecks
{
    private static readonly ImmutableArray<Row> Rows =
    [
        new(DecisionCheck.ReceiptConfirmation, "Awb 4:3a",
            new("Is de ontvangstbevestiging niet eerder gedateerd dan het verzoek?", "Is the confirmation of receipt not dated before the request?"), Confirmation),
        new(DecisionCheck.Lateness, "Woo 4.4",
            new("Zegt een te laat besluit dat het te laat is?", "Does a late decision say that it is late?"), Lateness),
        new(DecisionCheck.ViewsNotified, "Woo 4.4(3)",
            new("Is de verzoeker meegedeeld dat derden om een zienswijze is gevraagd?", "Was the requester told that third parties were asked for their views?"), ViewsNotified),
        new(DecisionCheck.GroundsReasoned, "Awb 3:46",
            new("Is elke weigering gemotiveerd?", "Does every refusal have its reasons?"), GroundsReasoned),
        new(DecisionCheck.GroundsOfAct, "Woo 10.1",
            new("Zijn de weigeringsgronden die van de wet die op dit besluit van toepassing is?", "Are the grounds those of the act that governs the decision?"), GroundsOfAct),
        new(DecisionCheck.AgeReasoned, "Woo 5.3",
            new("Is van informatie ouder dan vijf jaar gemotiveerd waarom zij ondanks het tijdsverloop wordt geweigerd?",
                "Is it said of information older than five years why it is refused in spite of the time passed?"), AgeReasoned),
        new(DecisionCheck.SameText, "Awb 3:46",
            new("Is dezelfde tekst overal gelijk beoordeeld?", "Is the same text judged the same everywhere?"), SameText),
        new(DecisionCheck.HeardByOthers, "Awb 7:5(1)",
            new("Is gehoord door anderen dan wie het bestreden besluit voorbereidden?", "Did others hear than who prepared the contested decision?"), HeardByOthers, Assumption: "who-hears"),
        new(DecisionCheck.Dictum, "Awb 3:46",
            new("Zegt het dictum wat per document is beoordeeld, en niet ‘toegewezen’ bij een gedeeltelijke weigering?",
                "Does the dictum say what was judged, and not \"granted\" over a partial refusal?"), ByLetter),
        new(DecisionCheck.InventoryCovered, "Awb 3:46",
            new("Is elk geweigerd document van de inventarislijst door een overweging gedekt?", "Is each refused document of the inventory covered by a paragraph?"), InventoryCovered),
        new(DecisionCheck.Counts, null,
            new("Kloppen de aantallen documenten en bijlagen in de brief?", "Are the numbers of documents and annexes in the letter right?"), ByLetter),
        new(DecisionCheck.AdviceAnswered, "Awb 3:46",
            new("Is bij elk advies van een instantie waarvan wordt afgeweken, vastgelegd waarom?", "Is it recorded why, wherever the judgement departs from what an agency advised?"), AdviceAnswered),
        new(DecisionCheck.Authorised, "Awb 2:1",
            new("Is van elke gemachtigde een machtiging goed bevonden?", "Was the authorisation of every representative found good?"), Authorised),
    ];

    /// <summary>The named assumptions on which checks rest.</summary>
    public static IEnumerable<string> Assumptions => Rows.Select(row => row.Assumption).OfType<string>();

    /// <summary>All checks on a decision that is being prepared, as they stand on the day.</summary>
    public static ImmutableArray<CheckResult> Of(Case c, Decision decision, Organisation facts, DateOnly on)
    {
        var of = new Subject(c, decision, facts, on);
        return
        [
            .. Rows.Select(row =>
            {
                var (state, found) = row.Look(of);
                return new CheckResult(row.Check, GoverningArticles.On(row.Article, decision.TakenOn ?? on), row.Question, state, found, AnswerTo(c, decision, row.Check), row.Assumption);
            }),
        ];
    }

    /// <summary>The refusal that names what is still to be mended or answered; null where all is settled.</summary>
    internal static Refused? WhyNot(Case c, Decision decision, At at) =>
        Of(c, decision, at.Facts, at.On).Where(check => !check.IsSettled).ToList() is { Count: > 0 } open
            ? new Refused("checks-unanswered",
                $"Eerst te beantwoorden met answer-checks, of te herstellen: {string.Join(", ", open.Select(check => Kebab.Of(check.Check)))}. {string.Join(" ", open.SelectMany(check => check.Found))}".TrimEnd(),
                open[0].Article)
            : null;

    private static CheckAnswered? AnswerTo(Case c, Decision decision, DecisionCheck check) => decision.CheckAnswers.FindLast(answer =>
        answer.Check == check && answer.Basis == c.Basis && answer.Letter == DecisionBasis.LetterOf(c, decision)?.Versions[^1]);

    private static (CheckState, ImmutableArray<string>) Confirmation(Subject of)
    {
        var dated = of.Case.Letters.Where(letter => letter.Kind == LetterKind.ReceiptConfirmation).Select(letter => letter.DispatchedOn).OfType<DateOnly>().ToList();
        return dated.Count == 0 ? NotApplicable : Judge(
            dated.Where(on => on < of.Case.Request!.ReceivedOn).Select(on => $"De ontvangst is bevestigd op {Dutch.Date(on)}, vóór de ontvangst op {Dutch.Date(of.Case.Request!.ReceivedOn)}."));
    }

    private static (CheckState, ImmutableArray<string>) Lateness(Subject of)
    {
        if (LateTerm(of.Case, of.Decision, of.Facts, of.On) is not { } late)
            return NotApplicable;
        if (of.Letter is { IsWrittenByEngine: false })
            return (CheckState.Open, [$"De termijn liep tot en met {Dutch.Date(late.Due)}."]);
        return Judge(of.Letter?.WrittenOn > late.Due ? [] : [$"De termijn liep tot en met {Dutch.Date(late.Due)}, en de brief is van daarvóór: vraag een nieuw concept (edit-letter zonder stuk)."]);
    }

    /// <summary>The term that this decision would meet and that has passed; null where none has.</summary>
    public static Term? LateTerm(Case c, Decision decision, Organisation facts, DateOnly on)
    {
        var objections = c.Remedies.Where(remedy => remedy is { Kind: RemedyKind.Objection, Runs: true } && remedy.DecisionId == decision.Supplements)
            .Select(remedy => CaseTerms.ObjectionDecisionTerm(remedy.Id)).ToList();
        return CaseTerms.Of(c, facts, on).FirstOrDefault(term => term.State == TermState.Lapsed && decision.Kind switch
        {
            DecisionKind.Primary or DecisionKind.Partial or DecisionKind.NotTreated => term.Kind == TermKind.Decision,
            DecisionKind.OnObjection => objections.Contains(term.TermId),
            _ => decision.AnswersRuling is { } ruling && term.Kind is TermKind.NewDecision or TermKind.LoopRepair && term.TermId.Contains($":{ruling}:", StringComparison.Ordinal),
        });
    }

    /// <summary>Who acts in the remedy on which is decided, or in the whole case.</summary>
    private static (CheckState, ImmutableArray<string>) Authorised(Subject of)
    {
        var c = of.Case;
        var acting = c.Representations.Where(there => there.EndedOn is null
            && (there.In is not { } remedy ? there.Of == c.Request!.Requester : of.Decision.Supplements is { } contested && c.Remedies[remedy] is { Runs: true } lodged && lodged.DecisionId == contested))
            .ToList();
        return acting.Count == 0 ? NotApplicable : Judge(acting.Where(there => !there.IsAuthorised).Select(there => there.AskedOn is null
            ? $"Van {there.Id} is nog geen machtiging gevraagd."
            : there.ReceivedOn is null
            ? $"Van {there.Id} is de machtiging gevraagd en niet ontvangen{(there.AnswerBy is { } last ? $" (uiterlijk {Dutch.Date(last)})" : "")}."
            : $"De machtiging van {there.Id} is nog niet beoordeeld."));
    }

    private static (CheckState, ImmutableArray<string>) ViewsNotified(Subject of) => of.Case.Views.Count == 0 || CaseTerms.HasEnvironmentalTerm(of.Case) ? NotApplicable : Judge(
        of.Case.ViewRounds.Where(round => round.NoticeOn is null && of.Case.Views.Any(view => view.Round == round.Id && view.SentOn is not null))
            .Select(round => $"Van {round.Id} is de verzoeker geen mededeling verzonden."));

    private static (CheckState, ImmutableArray<string>) GroundsReasoned(Subject of)
    {
        var c = of.Case;
        var refused = of.Documents.Where(d => d.Assessment is { Grounds.IsEmpty: false })
            .Select(d => (What: d.Id.ToString(), Passage: (PassageId?)null, d.Assessment!.Grounds, d.Assessment.Reason))
            .Concat(of.Withheld.Select(p => (What: p.Id.ToString(), Passage: (PassageId?)p.Id, p.Grounds, p.Reason)))
            .ToList();
        return refused.Count == 0 ? NotApplicable : Judge(refused
            .Where(x => x.Reason is null && !Reviewing.HasMotivation(c, x.Passage, x.Grounds))
            .Select(x => $"{x.What} is geweigerd zonder motivering."));
    }

    private static (CheckState, ImmutableArray<string>) GroundsOfAct(Subject of)
    {
        var used = of.Documents.SelectMany(d => Reviewing.GroundsOf(of.Case, d).Select(ground => (d.Id, Ground: ground))).ToList();
        return used.Count == 0 ? NotApplicable : Judge(used.Where(x => Grounds.Find(x.Ground).Regime != of.Decision.RegimeOn(of.On)).Select(x => $"{x.Id} is beoordeeld op grond {x.Ground}."));
    }

    private static (CheckState, ImmutableArray<string>) AgeReasoned(Subject of)
    {
        if (of.Decision.RegimeOn(of.On) != Regime.Woo)
            return NotApplicable;
        var ids = of.Documents.Select(document => document.Id).ToHashSet();
        return Judge(JudgedOnGrounds.In(of.Case).Where(place => ids.Contains(place.DocumentId))
            .Where(place => GroundRules.Check(place.Put.Use(of.Case, of.Case.Documents[place.DocumentId]!, of.Decision.TakenOn ?? of.On)).Any(broken => broken.Code == GroundRules.OldInformation))
            .Select(place => $"{place.Place} is ouder dan vijf jaar en geweigerd zonder motivering waarom dat ondanks het tijdsverloop moet."));
    }

    /// <summary>By what the case knows: duplicates, passages that paraphrase what is disclosed, and what another case judges differently.</summary>
    private static (CheckState, ImmutableArray<string>) SameText(Subject of)
    {
        var c = of.Case;
        var duplicates = of.Documents.Where(d => d.DuplicateOf is { } original && Reviewing.JudgementOf(c, d) != Reviewing.JudgementOf(c, c.Documents[original]!))
            .Select(d => $"{d.Id} is een dubbel van {d.DuplicateOf} en anders beoordeeld.");
        var paraphrases = of.Withheld.Where(p => p.DerivedFrom is { } source && c.Passages[source] is { Treatment: Treatment.Disclosed })
            .Select(p => $"{p.Id} is geweigerd en afgeleid van {p.DerivedFrom}, die openbaar wordt.");
        var elsewhere = c.Reassessments.Where(put => put.IsOpen(c) && put.IsByComparison).Select(Reassessing.Sentence);
        return Judge([.. duplicates, .. paraphrases, .. elsewhere]);
    }

    private static (CheckState, ImmutableArray<string>) HeardByOthers(Subject of)
    {
        var c = of.Case;
        if (of.Decision is not { Kind: DecisionKind.OnObjection, Supplements: { } contested })
            return NotApplicable;
        var heard = c.Remedies.Where(remedy => remedy is { Kind: RemedyKind.Objection, Hearing.Held: true, CommitteeToldOn: null } && remedy.DecisionId == contested).ToList();
        // Where nobody said who heard, it is taken to be who recorded it; where that would be wrong, a person says how it was.
        var doubtful = heard.Where(remedy => remedy.Hearing!.WhoHeard is { IsEmpty: false } by && !Preparing.AreOthers(c, c.Decisions[contested]!, by))
            .Select(remedy => $"Het horen over {remedy.Id} is vastgelegd door wie het bestreden besluit voorbereidde, zonder wie hoorde.").ToImmutableArray();
        return heard.Count == 0 ? NotApplicable : doubtful.IsEmpty ? Judge([]) : (CheckState.Open, doubtful);
    }

    private static (CheckState, ImmutableArray<string>) InventoryCovered(Subject of)
    {
        var uncovered = of.Documents
            .Where(d => !d.SpecialRegime && Reviewing.JudgementOf(of.Case, d) is Judgement.NotPublic or Judgement.PartlyPublic && Reviewing.GroundsOf(of.Case, d.DuplicateOf is { } original ? of.Case.Documents[original]! : d).IsEmpty)
            .Select(d => $"{d.Id} wordt geweigerd zonder grond, en valt dus onder geen overweging.").ToList();
        return uncovered.Count > 0 ? Judge(uncovered) : ByLetter(of);
    }

    private static (CheckState, ImmutableArray<string>) AdviceAnswered(Subject of)
    {
        if (of.Decision.Kind == DecisionKind.NotTreated || of.Case.Consultations.All(asked => asked.Advices.IsEmpty))
            return NotApplicable;
        return Judge(AdviceLines.Unanswered(of.Case).Select(x =>
            $"Van het advies van {x.Consultation.Agency.Code} ({x.Consultation.Id}, regel {x.Line.Number}: {x.Line.Item.PassageId?.ToString() ?? x.Line.Item.DocumentId.ToString()}) wordt afgeweken zonder dat is vastgelegd waarom."));
    }

    /// <summary>What follows from the case in a letter of the engine's, and only a person knows of another.</summary>
    private static (CheckState, ImmutableArray<string>) ByLetter(Subject of) => of.Letter switch
    {
        null => NotApplicable,
        { IsWrittenByEngine: true } => Judge([]),
        _ => (CheckState.Open, []),
    };

    private static (CheckState, ImmutableArray<string>) NotApplicable => (CheckState.NotApplicable, []);

    private static (CheckState, ImmutableArray<string>) Judge(IEnumerable<string> wrong) => wrong.ToImmutableArray() is { IsEmpty: false } found ? (CheckState.Wrong, found) : (CheckState.Right, []);

    private sealed record Row(DecisionCheck Check, string? Article, Wording Question, Func<Subject, (CheckState, ImmutableArray<string>)> Look, string? Assumption = null);

    private sealed record Subject(Case Case, Decision Decision, Organisation Facts, DateOnly On)
    {
        public Letter? Letter => DecisionBasis.LetterOf(Case, Decision);

        /// <summary>A decision not to treat the request judges no documents.</summary>
        public IEnumerable<Document> Documents => Decision.Kind == DecisionKind.NotTreated ? [] : Case.Documents.Where(document => document.InScope);

        public IEnumerable<Passage> Withheld => Documents.SelectMany(document => Case.PassagesOf(document.Id)).Where(passage => passage.Treatment == Treatment.Withheld).OrderBy(passage => passage.Id.Number);
    }
}
