using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>
/// The articles that a decision applies, for its annex: those alone, in the order of the act. The Woo is quoted from <see cref="StatuteText"/>; of the Wob, of
/// which there is no text here, is said in our own words what an article does.
/// </summary>
internal static class ArticlesPart
{
    /// <summary>What is applied beside the grounds, in the order of the act.</summary>
    private static readonly ImmutableArray<Row> Rows =
    [
        new("1.1", null, "3", 5, "Een verzoek om informatie wordt ingewilligd, tenzij artikel 10 of artikel 11 daaraan in de weg staat.", of => !of.Letter.Assessment.IsEmpty),
        new("4.1", 5, "3", 4, "Is een verzoek te algemeen geformuleerd, dan vraagt het bestuursorgaan de verzoeker het te preciseren en is het daarbij behulpzaam.",
            of => of.Case.Intake.Clarifications.Any(asked => asked.SentOn is not null)),
        new("4.1", 6, null, null, null, of => of.Decision.Decline?.Ground == DeclineGround.NotClarified),
        new("4.2", 1, "4", null, "Berusten de gevraagde documenten bij een ander bestuursorgaan, dan wordt het verzoek daarheen doorgezonden en hoort de verzoeker dat.",
            of => of.Case.Intake.Forwardings.Any(forwarded => forwarded is { Part: not null, SentOn: not null })),
        new("4.2a", null, null, null, null, of => of.Case.Intake.Phasings.Count > 0),
        new("4.4", 2, "6", 2, "De beslissing kan met ten hoogste vier weken worden verdaagd; de verzoeker hoort dat schriftelijk en met redenen, vóór de eerste termijn afloopt.",
            of => of.Case.Intake.Extension?.NoticeOn is not null),
        new("4.4", 3, "6", 3, "Krijgen derden de gelegenheid een zienswijze te geven, dan wordt de beslistermijn zolang opgeschort.",
            of => of.Case.ViewRounds.Any(round => round.NoticeOn is not null)),
        new("4.4", 4, null, null, null, of => of.Case.Letters.Any(letter => letter is { Kind: LetterKind.SuspensionEnded, DispatchedOn: not null })),
        new("4.4", 5, "6", 5, "Informatie wordt verstrekt bij de bekendmaking van het besluit, of, als een belanghebbende naar verwachting bezwaar heeft, niet eerder dan twee weken daarna.",
            of => !of.Letter.Disclosure.IsEmpty),
        new("4.4", 6, null, null, null, of => !of.Letter.CopiesTo.IsEmpty),
        new("4.5", 2, null, null, null, of => !of.Letter.AlreadyPublic.IsEmpty),
        new("4.6", null, null, null, null, of => of.Decision.Decline is { Ground: not DeclineGround.NotClarified }),
        new("5.1", 3, null, null, null, of => of.Grounds.Any(ground => Is(ground, "5.1(2)"))),
        new("5.2", 2, null, null, null, of => of.Grounds.Any(ground => Is(ground, "5.2(1)"))),
        new("5.2", 3, null, null, null, of => of.Grounds.Any(ground => Is(ground, "5.2(1)")) && of.Case.Documents.Any(document => document is { InScope: true, FormalDecisionMaking: true }),
            InPlace: "Uit documenten die zijn opgesteld voor formele bestuurlijke besluitvorming door een minister of een ander ambt dat dit lid noemt, worden persoonlijke beleidsopvattingen verstrekt in een vorm die niet tot personen herleidbaar is, tenzij het intern beraad daardoor onevenredig wordt geschaad."),
        new("5.3", null, null, null, null, of => of.Letter.OldInformation is not null),
        new("8.8", null, null, null, null, of => of.Case.Documents.Any(document => document is { InScope: true, SpecialRegime: true })),
    ];

    /// <param name="letter">The letter as it is but for its articles.</param>
    /// <param name="grounds">On which something is refused.</param>
    public static AppliedArticles Of(LetterFacts says, Decision decision, DecisionLetter letter, ImmutableArray<Ground> grounds)
    {
        var of = new Subject(says.Case, decision, letter, grounds);
        var applied = Rows.Where(row => row.When(of));
        return says.Act == LetterAct.Wob ? Wob(says, grounds, applied) : Woo(says, grounds, applied);
    }

    private static AppliedArticles Woo(LetterFacts says, ImmutableArray<Ground> grounds, IEnumerable<Row> applied)
    {
        var text = StatuteText.Woo;
        var cited = applied.Select(row => (row.Article, row.Paragraph, row.InPlace))
            .Concat(grounds.Where(ground => ground.Regime == Regime.Woo).Select(ground => PlaceOf(Grounds.Find(ground).Article)).Select(place => (place.Article, place.Paragraph, InPlace: (string?)null)))
            .DistinctBy(place => (place.Article, place.Paragraph))
            .Select(place => (place, Text: text.Find(place.Article, place.Paragraph, says.Today) ?? place.InPlace, Quoted: text.Find(place.Article, place.Paragraph, says.Today) is not null))
            .Where(found => found.Text is not null)
            .OrderBy(found => text.Articles.Select(article => article.Article).ToList().IndexOf(found.place.Article)).ThenBy(found => found.place.Paragraph ?? 0)
            .Select(found => new AppliedArticle(NameOf(found.place.Article, found.place.Paragraph), found.Text!, found.Quoted))
            .ToImmutableArray();
        return cited.IsEmpty
            ? AppliedArticles.None
            : new AppliedArticles(
                $"Afgedrukt zijn alleen de bepalingen van de Wet open overheid die in dit besluit zijn toegepast, zoals zij op {Cases.Dutch.Date(text.ValidOn)} luidden (bron: {text.Source}, {text.BwbId})."
                + (says.Today == text.ValidOn ? "" : " De tekst van een andere dag is daar te vinden."),
                cited);
    }

    private static AppliedArticles Wob(LetterFacts says, ImmutableArray<Ground> grounds, IEnumerable<Row> applied)
    {
        ImmutableArray<AppliedArticle> cited =
        [
            .. applied.Where(row => row is { OfWob: { } article, OurWords: not null }).Select(row => new AppliedArticle(NameOf(row.OfWob!, row.ParagraphOfWob), row.OurWords!, Quoted: false)),
            .. grounds.Where(ground => ground.Regime == Regime.Wob).Select(Grounds.Find)
                .Select(ground => new AppliedArticle(Upper(ground.ArticleNl[..ground.ArticleNl.LastIndexOf(", van", StringComparison.Ordinal)]), $"Het gaat om: {ground.TitleNl}. {Effect(says, ground)}", Quoted: false)),
        ];
        return cited.IsEmpty
            ? AppliedArticles.None
            : new AppliedArticles("Hieronder staat, in eigen woorden, wat de bepalingen van de Wet openbaarheid van bestuur inhouden die in dit besluit zijn toegepast.", cited);
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

    private static bool Is(Ground ground, string article) => Grounds.Find(ground).Article.StartsWith($"Woo {article}", StringComparison.Ordinal);

    /// <summary><c>Woo 5.1(2)(e)</c> stands in the second paragraph of article 5.1.</summary>
    private static (string Article, int? Paragraph) PlaceOf(string citation) => citation.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, var article, var paragraph, ..] when int.TryParse(paragraph, CultureInfo.InvariantCulture, out var number) => (article, number),
        [_, var article, ..] => (article, null),
        _ => (citation, null),
    };

    private static string NameOf(string article, int? paragraph) => paragraph is { } number ? $"Artikel {article}, {Ordinal(number)} lid" : $"Artikel {article}";

    private static string Ordinal(int number) => number switch { 1 => "eerste", 2 => "tweede", 3 => "derde", 4 => "vierde", 5 => "vijfde", 6 => "zesde", _ => "zevende" };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>An article of the Woo that something in a decision applies, with what stood for it in the Wob; null where the Wob had nothing for it.</summary>
    /// <param name="OurWords">What the article of the Wob does, in our own words.</param>
    /// <param name="InPlace">What the article of the Woo does, for a day of which its text isn't known.</param>
    private sealed record Row(string Article, int? Paragraph, string? OfWob, int? ParagraphOfWob, string? OurWords, Func<Subject, bool> When, string? InPlace = null);

    private sealed record Subject(Case Case, Decision Decision, DecisionLetter Letter, ImmutableArray<Ground> Grounds);
}
