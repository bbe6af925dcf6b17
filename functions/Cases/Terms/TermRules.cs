using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The table of terms.</summary>
public static class TermRules
{
    /// <summary>The act on penalties and appeals for late decisions (Wet dwangsom en beroep bij niet tijdig beslissen): these lengths are since then.</summary>
    private static readonly DateOnly LateDecisionAct = new(2009, 10, 1);

    private static readonly DateOnly LoopAct = new(2010, 1, 1);
    private static readonly DateOnly CourtProcedureAct = new(2013, 1, 1);

    private static readonly ImmutableArray<string> OnTheRequest =
        ["awb-4.15-1-a", "awb-4.15-1-b", "awb-4.15-2-a", "awb-4.15-2-b", "awb-4.15-2-c", "phasing-agreement"];

    private static readonly ImmutableArray<string> OnTheObjection = ["awb-7.10-2", "awb-7.10-4"];

    private static readonly Wording Received = new("ontvangst van het verzoek", "receipt of the request");
    private static readonly Wording Notified = new("bekendmaking van het besluit", "notification of the decision");
    private static readonly Wording RulingSent = new("verzending van de uitspraak", "sending of the ruling");
    private static readonly Wording InterimRulingSent = new("verzending van de tussenuitspraak", "sending of the interim ruling");
    private static readonly Wording ObjectionTermEnd = new("laatste dag van de bezwaartermijn", "last day of the objection term");

    private static readonly Wording WobLate = new(
        "Het besluit blijft geldig; de verzoeker kan het bestuursorgaan in gebreke stellen en bezwaar of beroep instellen (Wob 15a, 15b).",
        "The decision stays valid; the requester can give notice of default and object or appeal (Wob 15a, 15b).");

    private static readonly Wording WooLate = new(
        "Het besluit blijft geldig; de verzoeker kan het bestuursorgaan in gebreke stellen en bezwaar of beroep instellen (Woo 8.3, 8.4).",
        "The decision stays valid; the requester can give notice of default and object or appeal (Woo 8.3, 8.4).");

    private static readonly Wording OnTheMerits = new("Er moet inhoudelijk op het verzoek worden beslist.", "The request must be decided on its merits.");

    private static readonly Wording ObjectionLate = new(
        "Het besluit blijft geldig; na ingebrekestelling is beroep wegens niet tijdig beslissen mogelijk (Awb 6:2, 6:12).",
        "The decision stays valid; after a notice of default a late-decision appeal is possible (Awb 6:2, 6:12).");

    private static readonly Wording Inadmissible = new(
        "Wie te laat is wordt niet-ontvankelijk verklaard, tenzij dat verschoonbaar is (Awb 6:11); het besluit wordt onherroepelijk.",
        "Who is late is inadmissible unless excused (Awb 6:11); the decision becomes irrevocable.");

    private static readonly Wording RulingFinal = new(
        "Wie te laat is wordt niet-ontvankelijk verklaard, tenzij dat verschoonbaar is (Awb 6:11); de uitspraak wordt onherroepelijk.",
        "Who is late is inadmissible unless excused (Awb 6:11); the ruling becomes final.");

    private static readonly Wording PenaltyMayRun = new(
        "De aan de uitspraak verbonden dwangsom begint te lopen; anders is opnieuw beroep mogelijk.",
        "The penalty attached to the ruling starts to run; otherwise another appeal is possible.");

    private static readonly Wording DecideWithoutView = new("Er kan zonder zienswijze worden beslist.", "The decision can be taken without the view.");

    private static readonly Wording Escalate = new("Geen rechtsgevolg; er wordt herinnerd.", "No legal effect; a reminder is sent.");

    /// <summary>The table, in the order in which a case meets the terms.</summary>
    public static ImmutableArray<TermRule> All { get; } =
    [
        // The request under the Wob
        new()
        {
            Name = "wob-6-1",
            Title = new("besluit op een Wob-verzoek", "decision on a Wob request"),
            Start = Received,
            Length = TermLength.Weeks(4),
            ExtensionCeilingDays = 28,
            ExtensionArticle = "Wob 6(2)",
            Suspensions = [.. OnTheRequest, "wob-6-3", "woo-4.4-3"],
            Atw = true,
            Lapse = WobLate,
            Article = "Wob 6(1)",
            ValidFrom = LateDecisionAct,
            ValidThrough = Regimes.WooInForce.AddDays(-1),
            Assumptions = ["wob-text", "running-on-2022-05-01"],
        },
        new()
        {
            // Views must be asked here too, but they give no longer term: Wob 6(6)(c).
            Name = "wob-6-6",
            Title = new("besluit op een Wob-verzoek om milieu-informatie, bij verwacht bezwaar", "decision on a Wob request for environmental information, objection expected"),
            Start = Received,
            Length = TermLength.Weeks(2),
            ExtensionCeilingDays = 28,
            ExtensionArticle = "Wob 6(6)(b)",
            Suspensions = OnTheRequest,
            Atw = true,
            Lapse = WobLate,
            Article = "Wob 6(6)(a)",
            ValidFrom = LateDecisionAct,
            ValidThrough = Regimes.WooInForce.AddDays(-1),
            Assumptions = ["wob-text", "running-on-2022-05-01", "environmental-intention", "environmental-part"],
        },

        // The request under the Woo
        new()
        {
            Name = "woo-4.4-1",
            Title = new("besluit op een Woo-verzoek", "decision on a Woo request"),
            Start = Received,
            Length = TermLength.Weeks(4),
            ExtensionCeilingDays = 14,
            ExtensionArticle = "Woo 4.4(2)",
            Suspensions = [.. OnTheRequest, "woo-4.4-3", "wob-6-3"],
            Atw = true,
            Lapse = WooLate,
            Article = "Woo 4.4(1)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["term-of-order", "running-on-2022-05-01"],
        },
        new()
        {
            Name = "woo-4.1-5",
            Title = new("verzoek om precisering", "request for clarification"),
            Start = Received,
            Length = TermLength.Weeks(2),
            Atw = true,
            Lapse = new("De plicht tot hulp is geschonden; het verzoek blijft staan.", "The duty to help was breached; the request stands."),
            Article = "Woo 4.1(5)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["woo-4.1-lapse"],
        },
        new()
        {
            Name = "woo-4.1-6",
            Title = new("besluit om het verzoek niet te behandelen na precisering", "decision not to treat the request after clarification"),
            Start = new("precisering, of ongebruikt verstrijken van de termijn daarvoor", "clarification, or lapse of the term for it"),
            Length = TermLength.Weeks(2),
            Atw = true,
            Lapse = OnTheMerits,
            Article = "Woo 4.1(6)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["woo-4.1-lapse"],
        },
        new()
        {
            Name = "awb-4.5-4",
            Title = new("besluit om een onvolledige aanvraag niet te behandelen", "decision not to treat an incomplete application"),
            Start = new("aanvulling, of ongebruikt verstrijken van de termijn daarvoor", "supplement, or lapse of the term for it"),
            Length = TermLength.Weeks(4),
            Atw = true,
            Lapse = OnTheMerits,
            Article = "Awb 4:5(4)",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "woo-4.6",
            Title = new("besluit om een oneigenlijk verzoek niet te behandelen", "decision not to treat a request with another purpose"),
            Start = Received,
            Length = TermLength.Weeks(2),
            Atw = true,
            Lapse = OnTheMerits,
            Article = "Woo 4.6",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["woo-4.1-lapse"],
        },
        new()
        {
            // "onverwijld": the act names no days.
            Name = "practice-woo-4.6-discovery",
            Title = new("besluit om niet te behandelen nadat het andere doel is gebleken", "decision not to treat after the other purpose appeared"),
            Start = new("blijken van het andere doel", "discovery of the other purpose"),
            Length = TermLength.Days(3),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = OnTheMerits,
            Article = "Woo 4.6",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["practice-length", "woo-4.1-lapse"],
        },

        // What the body owes around the request
        new()
        {
            Name = "practice-receipt-confirmation",
            Title = new("ontvangstbevestiging", "receipt confirmation"),
            Start = Received,
            Length = TermLength.Days(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = Escalate,
            Article = "Awb 4:3a",
            Assumptions = ["practice-length", "receipt-since-2026"],
        },
        new()
        {
            Name = "practice-preservation-notice",
            Title = new("bericht om documenten te bewaren", "preservation notice"),
            Start = Received,
            Length = TermLength.Days(1),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("Documenten kunnen verloren gaan; er wordt opgeschaald.", "Documents may be lost; it is escalated."),
            Article = "Woo 4.1a",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "practice-forwarding",
            Title = new("doorzending", "forwarding"),
            Start = new("blijken dat de informatie bij een ander bestuursorgaan berust", "discovery that another body holds the information"),
            Length = TermLength.Days(3),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = Escalate,
            Article = "Woo 4.2(1); Wob 4",
            Assumptions = ["practice-length", "forwarded-request-start"],
        },
        new()
        {
            Name = "practice-supplement",
            Title = new("aanvulling of precisering door de verzoeker", "supplement or clarification by the requester"),
            Start = new("uitnodiging om aan te vullen", "invitation to supplement"),
            Length = TermLength.Weeks(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De opschorting eindigt; het bestuursorgaan kan besluiten niet te behandelen (Woo 4.1(6), Awb 4:5).",
                "The suspension ends; the body may decide not to treat the request (Woo 4.1(6), Awb 4:5)."),
            Article = "Awb 4:5(1); Woo 4.1(5)",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "practice-view",
            Title = new("zienswijze van een derde", "third-party view"),
            Start = new("verzending van het verzoek om een zienswijze", "sending of the request for a view"),
            Length = TermLength.Weeks(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = DecideWithoutView,
            Article = "Awb 4:8",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "practice-consultation",
            Title = new("afstemming met een ander bestuursorgaan", "consultation of another body"),
            Start = new("verzending van de vraag om advies", "sending of the request for advice"),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("Er wordt opgeschaald; de beslistermijn loopt door.", "It is escalated; the term for the decision runs on."),
            Article = "praktijk",
            Assumptions = ["practice-length", "consultation-does-not-suspend"],
        },
        new()
        {
            Name = "practice-chosen",
            Title = new("eigen termijn", "term of one's own"),
            Start = new("de gekozen eerste dag", "the chosen first day"),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = Escalate,
            Article = "praktijk",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "atw-1-1",
            Title = new("termijn in een andere wet", "term in another act"),
            Start = new("de gebeurtenis die de wet noemt", "the event that the act names"),
            LengthIsChosen = true,
            Atw = true,
            Lapse = new("Wat die wet bepaalt.", "What that act says."),
            Article = "Atw 1(1)",
        },

        // Disclosure
        new()
        {
            Name = "wob-6-5",
            Title = new("uitgestelde verstrekking bij verwacht bezwaar", "delayed release when an objection is expected"),
            Start = Notified,
            Length = TermLength.Weeks(2),
            Lapse = new("De informatie mag de dag erna worden verstrekt, tenzij een voorlopige voorziening is gevraagd.",
                "The information may be released the day after, unless interim relief was requested."),
            Article = "Wob 6(5)",
            ValidThrough = Regimes.WooInForce.AddDays(-1),
            Assumptions = ["wob-text", "release-delay"],
        },
        new()
        {
            Name = "woo-4.4-5",
            Title = new("uitgestelde verstrekking bij verwacht bezwaar", "delayed release when an objection is expected"),
            Start = Notified,
            Length = TermLength.Weeks(2),
            Lapse = new("De informatie moet de dag erna worden verstrekt, tenzij een voorlopige voorziening is gevraagd.",
                "The information must be released the day after, unless interim relief was requested."),
            Article = "Woo 4.4(5)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["release-delay"],
        },
        new()
        {
            Name = "woo-5.1-4",
            Title = new("tijdelijk achterwege laten van openbaarmaking", "temporary withholding"),
            Start = Notified,
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De informatie moet alsnog openbaar worden gemaakt.", "The information must be disclosed after all."),
            Article = "Woo 5.1(4)",
            ValidFrom = Regimes.WooInForce,
        },
        new()
        {
            Name = "gdpr-33-1",
            Title = new("melding van een datalek", "notification of a data breach"),
            Start = new("kennisneming van het lek", "becoming aware of the breach"),
            Length = TermLength.Hours(72),
            Lapse = new("De melding moet alsnog, met de reden van de vertraging.", "The notification is still due, with the reason for the delay."),
            Article = "AVG 33(1)",
            ValidFrom = new(2018, 5, 25),
            Assumptions = ["leak-hours"],
        },

        // Objection
        new()
        {
            Name = "awb-6.7",
            Title = new("bezwaar", "objection"),
            Start = Notified,
            Length = TermLength.Weeks(6),
            Suspensions = ["woo-7.3-2"],
            Atw = true,
            Lapse = Inadmissible,
            Article = "Awb 6:7; Awb 6:8",
            Assumptions = ["awb-text"],
        },
        new()
        {
            // "gelijktijdig": the act names no days.
            Name = "practice-third-party-told",
            Title = new("mededeling van het besluit aan een derde", "telling a third party of the decision"),
            Start = Notified,
            Length = TermLength.Days(1),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De mededeling moet alsnog meteen.", "The third party is still to be told at once."),
            Article = "Woo 4.4(6); Awb 3:43(1)",
            Assumptions = ["practice-length", "awb-text"],
        },
        new()
        {
            // "onverwijld": the act names no days.
            Name = "practice-court-notice",
            Title = new("toezending van een besluit aan de rechter", "sending a decision to the court"),
            Start = Notified,
            Length = TermLength.Days(1),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("Het besluit moet alsnog meteen naar de rechter.", "The decision is still to be sent to the court at once."),
            Article = "Awb 6:19(3); Awb 6:20",
            Assumptions = ["practice-length", "joins-pending-remedy"],
        },
        new()
        {
            Name = "practice-secrecy-ruling",
            Title = new("gevolg geven aan de weigering van beperkte kennisneming", "following up a refusal to limit the knowledge"),
            Start = new("beslissing van de geheimhoudingskamer", "decision of the secrecy chamber"),
            Length = TermLength.Weeks(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De rechter kan daaruit de gevolgtrekkingen maken die hem geraden voorkomen (Awb 8:31).",
                "The court may draw the inferences it sees fit (Awb 8:31)."),
            Article = "Awb 8:29(3)",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "practice-limited-knowledge-anew",
            Title = new("beperkte kennisneming opnieuw vragen in hoger beroep", "asking a higher court for limited knowledge anew"),
            Start = new("verzending van de gronden van het hoger beroep aan het bestuursorgaan", "sending of the grounds of higher appeal to the body"),
            Length = TermLength.Weeks(4),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De andere partijen kunnen de stukken dan krijgen.", "The other parties may then get the documents."),
            Article = "Awb 8:29(1); Awb 8:42(1)",
            Assumptions = ["practice-length", "limited-knowledge-anew"],
        },
        new()
        {
            Name = "practice-objection-confirmation",
            Title = new("ontvangstbevestiging van het bezwaar", "confirmation of receipt of the objection"),
            Start = new("ontvangst van het bezwaar", "receipt of the objection"),
            Length = TermLength.Days(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = Escalate,
            Article = "Awb 6:14",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "practice-repair-objection",
            Title = new("herstel van een verzuim in het bezwaar", "repair of a defect in the objection"),
            Start = new("verzoek om het verzuim te herstellen", "request to repair the defect"),
            Length = TermLength.Weeks(2),
            LengthIsChosen = true,
            Origin = TermOrigin.Practice,
            Lapse = new("De opschorting eindigt; het bezwaar kan niet-ontvankelijk worden verklaard.", "The suspension ends; the objection may be declared inadmissible."),
            Article = "Awb 6:6",
            Assumptions = ["practice-length"],
        },
        new()
        {
            Name = "awb-7.10-1",
            Title = new("beslissing op bezwaar", "decision on objection"),
            Start = ObjectionTermEnd,
            Length = TermLength.Weeks(6),
            ExtensionCeilingDays = 42,
            ExtensionArticle = "Awb 7:10(3)",
            Suspensions = OnTheObjection,
            Atw = true,
            Lapse = ObjectionLate,
            Article = "Awb 7:10(1)",
            ValidFrom = LateDecisionAct,
        },
        new()
        {
            // Only when the objector was told of the committee: otherwise six weeks apply (ECLI:NL:RVS:2016:2233).
            Name = "awb-7.10-1-committee",
            Title = new("beslissing op bezwaar met adviescommissie", "decision on objection with an advisory committee"),
            Start = ObjectionTermEnd,
            Length = TermLength.Weeks(12),
            ExtensionCeilingDays = 42,
            ExtensionArticle = "Awb 7:10(3)",
            Suspensions = OnTheObjection,
            Atw = true,
            Lapse = ObjectionLate,
            Article = "Awb 7:10(1); Awb 7:13",
            ValidFrom = LateDecisionAct,
        },
        new()
        {
            Name = "woo-7.3-3",
            Title = new("beslissing op bezwaar na het Adviescollege", "decision on objection after the advisory council"),
            Start = new("advies van het Adviescollege, of bericht dat het niet komt", "advice of the council, or notice that none comes"),
            Length = TermLength.Weeks(2),
            Suspensions = OnTheObjection,
            Atw = true,
            Lapse = ObjectionLate,
            Article = "Woo 7.3(3)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["council-advice-extension"],
        },

        // Late decision
        new()
        {
            Name = "awb-6.12-2",
            Title = new("twee weken na de ingebrekestelling", "two weeks after the notice of default"),
            Start = new("ontvangst van de ingebrekestelling", "receipt of the notice of default"),
            Length = TermLength.Weeks(2),
            Lapse = new("Vanaf de dag erna is beroep wegens niet tijdig beslissen mogelijk.", "From the day after, a late-decision appeal is possible."),
            Article = "Awb 6:12(2)",
            ValidFrom = LateDecisionAct,
            Assumptions = ["awb-text", "notice-of-default-weeks"],
        },
        new()
        {
            Name = "awb-8.55b-1",
            Title = new("uitspraak op beroep wegens niet tijdig beslissen", "ruling on a late-decision appeal"),
            Start = new("ontvangst van een volledig beroepschrift", "receipt of a complete notice of appeal"),
            Length = TermLength.Weeks(8),
            Atw = true,
            Lapse = Escalate,
            Article = "Awb 8:55b(1)",
            ValidFrom = LateDecisionAct,
        },
        new()
        {
            Name = "awb-8.55b-hearing",
            Title = new("uitspraak op beroep wegens niet tijdig beslissen, met zitting", "ruling on a late-decision appeal, with a hearing"),
            Start = new("ontvangst van een volledig beroepschrift", "receipt of a complete notice of appeal"),
            Length = TermLength.Weeks(13),
            Atw = true,
            Lapse = Escalate,
            Article = "Awb 8:55b",
            ValidFrom = LateDecisionAct,
        },
        new()
        {
            Name = "awb-8.55d-1",
            Title = new("alsnog beslissen na gegrond beroep", "deciding after a well-founded late-decision appeal"),
            Start = RulingSent,
            Length = TermLength.Weeks(2),
            Origin = TermOrigin.CourtSet,
            Lapse = PenaltyMayRun,
            Article = "Awb 8:55d(1)",
            ValidFrom = LateDecisionAct,
            Assumptions = ["court-set-term-does-not-roll"],
        },
        new()
        {
            Name = "awb-8.55d-3",
            Title = new("alsnog beslissen binnen een bijzondere termijn", "deciding within a special term"),
            Start = RulingSent,
            LengthIsChosen = true,
            Origin = TermOrigin.CourtSet,
            Lapse = PenaltyMayRun,
            Article = "Awb 8:55d(3)",
            ValidFrom = LateDecisionAct,
        },
        new()
        {
            Name = "woo-8.4",
            Title = new("alsnog beslissen binnen de termijn voor een omvangrijk verzoek", "deciding within the term for a large request"),
            Start = RulingSent,
            LengthIsChosen = true,
            Origin = TermOrigin.CourtSet,
            Lapse = PenaltyMayRun,
            Article = "Woo 8.4(1); Woo 8.4(2)",
            ValidFrom = Regimes.WooInForce,
        },

        // Appeal
        new()
        {
            Name = "awb-6.7-appeal",
            Title = new("beroep", "appeal"),
            Start = new("bekendmaking van de beslissing op bezwaar", "notification of the decision on objection"),
            Length = TermLength.Weeks(6),
            Atw = true,
            Lapse = Inadmissible,
            Article = "Awb 6:7; Awb 6:8",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.42-1",
            Title = new("stukken en verweerschrift", "documents of the case and defence"),
            Start = new("verzending van de gronden van het beroep aan het bestuursorgaan", "sending of the grounds of appeal to the body"),
            Length = TermLength.Weeks(4),
            LengthIsChosen = true,
            Atw = true,
            Lapse = new("De rechter kan daaruit de gevolgtrekkingen maken die hem geraden voorkomen (Awb 8:31).",
                "The court may draw the inferences it sees fit (Awb 8:31)."),
            Article = "Awb 8:42(1)",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.58-1",
            Title = new("nadere stukken vóór de zitting", "further documents before the hearing"),
            Start = new("de zitting", "the hearing"),
            Length = TermLength.Days(10),
            Direction = CountingDirection.Back,
            Atw = true,
            Lapse = new("De rechter kan latere stukken buiten beschouwing laten.", "The court may leave later documents aside."),
            Article = "Awb 8:58(1)",
        },
        new()
        {
            Name = "awb-8.66-1",
            Title = new("uitspraak van de rechtbank", "ruling of the district court"),
            Start = new("sluiting van het onderzoek", "closing of the examination"),
            Length = TermLength.Weeks(6),
            ExtensionCeilingDays = 42,
            ExtensionArticle = "Awb 8:66(2)",
            Atw = true,
            Lapse = Escalate,
            Article = "Awb 8:66(1)",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.55-1",
            Title = new("verzet", "opposition"),
            Start = RulingSent,
            Length = TermLength.Weeks(6),
            Atw = true,
            Lapse = RulingFinal,
            Article = "Awb 8:55(1); Awb 6:7",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.55e",
            Title = new("uitspraak op verzet in een zaak over niet tijdig beslissen", "ruling on opposition in a late-decision case"),
            Start = new("ontvangst van het verzet", "receipt of the opposition"),
            Length = TermLength.Weeks(6),
            Atw = true,
            Lapse = Escalate,
            Article = "Awb 8:55e",
            ValidFrom = LateDecisionAct,
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-6.7-higher-appeal",
            Title = new("hoger beroep", "higher appeal"),
            Start = new("bekendmaking van de uitspraak", "notification of the ruling"),
            Length = TermLength.Weeks(6),
            Atw = true,
            Lapse = RulingFinal,
            Article = "Awb 6:7; Awb 6:24",
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.110-2",
            Title = new("incidenteel hoger beroep", "cross-appeal"),
            Start = new("verzending van de gronden van het hoger beroep", "sending of the grounds of the higher appeal"),
            Length = TermLength.Weeks(6),
            LengthIsChosen = true,
            Atw = true,
            Lapse = RulingFinal,
            Article = "Awb 8:110(2)",
            ValidFrom = new(2013, 7, 1),
        },
        new()
        {
            Name = "awb-8.110-3",
            Title = new("zienswijze over het incidenteel hoger beroep", "view on the cross-appeal"),
            Start = new("verzending van de gronden van het incidenteel hoger beroep", "sending of the grounds of the cross-appeal"),
            Length = TermLength.Weeks(4),
            LengthIsChosen = true,
            Atw = true,
            Lapse = new("De rechter kan zonder zienswijze uitspraak doen.", "The court may rule without the view."),
            Article = "Awb 8:110(3)",
            ValidFrom = new(2013, 7, 1),
        },

        // After a ruling
        new()
        {
            Name = "awb-8.51b-1",
            Title = new("mededeling of het gebrek wordt hersteld", "telling the court whether the defect will be repaired"),
            Start = InterimRulingSent,
            Length = TermLength.Weeks(2),
            LengthIsChosen = true,
            Origin = TermOrigin.CourtSet,
            Lapse = new("De rechter doet uitspraak zonder herstel.", "The court rules without a repair."),
            Article = "Awb 8:51b(1)",
            ValidFrom = LoopAct,
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.51a-2",
            Title = new("herstel van het gebrek (bestuurlijke lus)", "repair of the defect (administrative loop)"),
            Start = InterimRulingSent,
            Length = TermLength.Weeks(6),
            LengthIsChosen = true,
            Origin = TermOrigin.CourtSet,
            Lapse = new("De rechter doet uitspraak zonder herstel.", "The court rules without a repair."),
            Article = "Awb 8:51a(2); Awb 8:51d",
            ValidFrom = LoopAct,
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.51b-3",
            Title = new("zienswijze van partijen over het herstel", "views of the parties on the repair"),
            Start = new("verzending van de mededeling over het herstel", "sending of the notice on the repair"),
            Length = TermLength.Weeks(4),
            LengthIsChosen = true,
            Atw = true,
            Lapse = new("De rechter kan zonder zienswijze uitspraak doen.", "The court may rule without the view."),
            Article = "Awb 8:51b(3)",
            ValidFrom = LoopAct,
            Assumptions = ["awb-text"],
        },
        new()
        {
            Name = "awb-8.72-4",
            Title = new("nieuw besluit binnen de termijn van de rechter", "new decision within the court's term"),
            Start = RulingSent,
            LengthIsChosen = true,
            Origin = TermOrigin.CourtSet,
            Lapse = PenaltyMayRun,
            Article = "Awb 8:72(4)(b)",
            ValidFrom = CourtProcedureAct,
        },
        new()
        {
            Name = "awb-7.10-1-anew",
            Title = new("nieuwe beslissing op bezwaar als de rechter geen termijn stelt", "new decision on objection when the court sets no term"),
            Start = RulingSent,
            Length = TermLength.Weeks(6),
            ExtensionCeilingDays = 42,
            ExtensionArticle = "Awb 7:10(3)",
            Suspensions = OnTheObjection,
            Atw = true,
            Lapse = ObjectionLate,
            Article = "Awb 7:10(1); Awb 8:72(4)",
            ValidFrom = LateDecisionAct,
            Assumptions = ["new-decision-after-annulment"],
        },
        new()
        {
            Name = "awb-7.10-1-anew-committee",
            Title = new("nieuwe beslissing op bezwaar met adviescommissie als de rechter geen termijn stelt",
                "new decision on objection with an advisory committee when the court sets no term"),
            Start = RulingSent,
            Length = TermLength.Weeks(12),
            ExtensionCeilingDays = 42,
            ExtensionArticle = "Awb 7:10(3)",
            Suspensions = OnTheObjection,
            Atw = true,
            Lapse = ObjectionLate,
            Article = "Awb 7:10(1); Awb 7:13; Awb 8:72(4)",
            ValidFrom = LateDecisionAct,
            Assumptions = ["new-decision-after-annulment"],
        },
    ];

    private static readonly ImmutableSortedDictionary<string, TermRule> ByName =
        All.ToImmutableSortedDictionary(rule => rule.Name, rule => rule, StringComparer.Ordinal);

    /// <summary>The row of that name; null when there is none.</summary>
    public static TermRule? Find(string name) => ByName.GetValueOrDefault(name);
}
