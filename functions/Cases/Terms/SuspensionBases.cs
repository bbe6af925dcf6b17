using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Every basis on which a term of these cases can be suspended.</summary>
public static class SuspensionBases
{
    private static readonly Wording AnsweredOrUnused =
        new("aanvulling, of het ongebruikt verstrijken van de gestelde termijn", "the supplement, or the lapse of the term set for it");

    private static readonly Wording ViewOrUnused =
        new("de zienswijze, of het ongebruikt verstrijken van de daarvoor gestelde termijn", "the view, or the lapse of the term set for it");

    private static readonly Wording FirstDay = new("de eerste dag van de periode", "the first day of the period");

    private static readonly Wording LastDay = new("de laatste dag van de periode", "the last day of the period");

    /// <summary>The table.</summary>
    public static ImmutableArray<SuspensionBasis> All { get; } =
    [
        new()
        {
            Name = "awb-4.15-1-a",
            Title = new("aanvulling of precisering gevraagd", "supplement or clarification asked"),
            Trigger = new("de uitnodiging om het verzoek aan te vullen, met een termijn", "the invitation to supplement the request, with a term"),
            Ending = AnsweredOrUnused,
            Boundary = SuspensionBoundary.Until,
            Article = "Awb 4:15(1)(a)",
            Assumptions = ["clarification-suspends", "unused-term-boundary"],
        },
        new()
        {
            Name = "awb-4.15-1-b",
            Title = new("informatie gevraagd aan een buitenlandse instantie", "information asked from a foreign authority"),
            Trigger = new("de mededeling dat de informatie is gevraagd", "the notice that the information was asked"),
            Ending = new("de ontvangst van de informatie, of het moment waarop verder uitstel niet meer redelijk is",
                "receipt of the information, or the moment at which more delay is no longer reasonable"),
            Boundary = SuspensionBoundary.Until,
            Article = "Awb 4:15(1)(b)",
        },
        new()
        {
            Name = "awb-4.15-2-a",
            Title = new("schriftelijke instemming van de verzoeker met uitstel", "delay to which the requester agreed in writing"),
            Trigger = FirstDay,
            Ending = LastDay,
            Boundary = SuspensionBoundary.Period,
            Article = "Awb 4:15(2)(a)",
        },
        new()
        {
            Name = "awb-4.15-2-b",
            Title = new("vertraging die aan de verzoeker is toe te rekenen", "delay attributable to the requester"),
            Trigger = FirstDay,
            Ending = LastDay,
            Boundary = SuspensionBoundary.Period,
            Article = "Awb 4:15(2)(b)",
        },
        new()
        {
            Name = "awb-4.15-2-c",
            Title = new("overmacht", "force majeure"),
            Trigger = FirstDay,
            Ending = LastDay,
            Boundary = SuspensionBoundary.Period,
            Article = "Awb 4:15(2)(c)",
        },
        new()
        {
            // The conversation of Woo 4.2a suspends nothing by itself; what was agreed in it does, when it is in writing.
            Name = "phasing-agreement",
            Title = new("afspraak over gefaseerde afhandeling", "agreement on handling in phases"),
            Trigger = FirstDay,
            Ending = LastDay,
            Boundary = SuspensionBoundary.Period,
            Article = "Awb 4:15(2)(a); Woo 4.2a",
        },
        new()
        {
            // The trigger is the notice to the requester, not the letter to the third party.
            Name = "woo-4.4-3",
            Title = new("zienswijze van derden gevraagd", "third-party views asked"),
            Trigger = new("de mededeling aan de verzoeker dat zienswijzen zijn gevraagd", "the notice to the requester that views were asked"),
            Ending = ViewOrUnused,
            Boundary = SuspensionBoundary.Through,
            Article = "Woo 4.4(3)",
            ValidFrom = Regimes.WooInForce,
            Assumptions = ["several-third-parties", "unused-term-boundary"],
        },
        new()
        {
            Name = "wob-6-3",
            Title = new("zienswijze van derden gevraagd", "third-party views asked"),
            Trigger = new("de mededeling aan de verzoeker dat zienswijzen zijn gevraagd", "the notice to the requester that views were asked"),
            Ending = ViewOrUnused,
            Boundary = SuspensionBoundary.Until,
            Article = "Wob 6(3)",
            ValidThrough = Regimes.WooInForce.AddDays(-1),
            Assumptions = ["wob-6-3-until", "several-third-parties", "unused-term-boundary"],
        },
        new()
        {
            Name = "awb-7.10-2",
            Title = new("herstel van een verzuim in het bezwaar gevraagd", "repair of a defect in the objection asked"),
            Trigger = new("het verzoek om het verzuim te herstellen", "the request to repair the defect"),
            Ending = new("het herstel, of het ongebruikt verstrijken van de daarvoor gestelde termijn", "the repair, or the lapse of the term set for it"),
            Boundary = SuspensionBoundary.Until,
            Article = "Awb 7:10(2)",
            Assumptions = ["unused-term-boundary"],
        },
        new()
        {
            Name = "awb-7.10-4",
            Title = new("instemming met verder uitstel van de beslissing op bezwaar", "further delay of the decision on objection by consent"),
            Trigger = FirstDay,
            Ending = LastDay,
            Boundary = SuspensionBoundary.Period,
            Article = "Awb 7:10(4)",
            Assumptions = ["further-delay-as-suspension"],
        },
        new()
        {
            Name = "woo-7.3-2",
            Title = new("klacht bij het Adviescollege openbaarheid en informatiehuishouding", "complaint to the advisory council on openness"),
            Trigger = new("de verzending van de klacht (Woo 7.2(4))", "the sending of the complaint (Woo 7.2(4))"),
            Ending = new("het advies, of het bericht dat er geen advies komt", "the advice, or the notice that none comes"),
            Boundary = SuspensionBoundary.Until,
            Article = "Woo 7.3(2)",
            ValidFrom = Regimes.WooInForce,
        },
    ];

    /// <summary>The row of that name; null when there is none.</summary>
    public static SuspensionBasis? Find(string? name) => All.FirstOrDefault(basis => basis.Name == name);
}
