namespace WobWorkflow.Cases.Tests;

/// <summary>Terms computed by hand, by number; the label of each carries the number and the article.</summary>
public static class TermVectors
{
    public static TheoryData<TermFacts, string, string> Vectors { get; } =
    [
        Vector("T01", "Woo 4.4(1), no roll", Facts("woo-4.4-1", "2023-03-06"), "2023-04-03", "2023-04-03"),
        Vector("T02", "Woo 4.4(2), no roll", Facts("woo-4.4-1", "2023-03-06", 14), "2023-04-17", "2023-04-17"),
        Vector("T03", "Woo 4.4(1), Good Friday through Easter Monday", Facts("woo-4.4-1", "2023-03-10"), "2023-04-07", "2023-04-11"),
        Vector("T04", "Woo 4.4(1), Easter Monday", Facts("woo-4.4-1", "2023-03-13"), "2023-04-10", "2023-04-11"),
        Vector("T05", "Woo 4.4(1), King's Day and designated Friday", Facts("woo-4.4-1", "2023-03-30"), "2023-04-27", "2023-05-01"),
        Vector("T06", "Wob 6(1), King's Day only", Facts("wob-6-1", "2022-03-30"), "2022-04-27", "2022-04-28"),
        Vector("T07", "Woo 4.4(1), Ascension Day and designated Friday", Facts("woo-4.4-1", "2023-04-20"), "2023-05-18", "2023-05-22"),
        Vector("T08", "Woo 4.4(1), Whit Monday", Facts("woo-4.4-1", "2023-05-01"), "2023-05-29", "2023-05-30"),
        Vector("T09", "Woo 4.4(1), both days of Christmas", Facts("woo-4.4-1", "2023-11-27"), "2023-12-25", "2023-12-27"),
        Vector("T10", "Woo 4.4(1), Christmas and designated Friday", Facts("woo-4.4-1", "2024-11-27"), "2024-12-25", "2024-12-30"),
        Vector("T11", "Woo 4.4(1), New Year, 2 January 2025 not designated", Facts("woo-4.4-1", "2024-12-04"), "2025-01-01", "2025-01-02"),
        Vector("T12", "Woo 4.4(1), New Year and designated Friday", Facts("woo-4.4-1", "2025-12-04"), "2026-01-01", "2026-01-05"),
        Vector("T13", "Wob 6(1), Liberation Day, 6 May 2022 not designated", Facts("wob-6-1", "2022-04-07"), "2022-05-05", "2022-05-06"),
        Vector("T14", "Awb 6:7, 4 May 2026 not designated", Facts("awb-6.7", "2026-03-23"), "2026-05-04", "2026-05-04"),
        Vector("T15", "Wob 6(1), designated Monday and Christmas", Facts("wob-6-1", "2018-11-26"), "2018-12-24", "2018-12-27"),
        Vector("T16", "Woo 4.4(1), King's Day on a Saturday", Facts("woo-4.4-1", "2025-03-29"), "2025-04-26", "2025-04-28"),
        Vector("T17", "Woo 4.4(1), Liberation Day, Ascension Day, designated Friday", Facts("woo-4.4-1", "2027-04-07"), "2027-05-05", "2027-05-10"),
        Vector("T18", "Wob 6(1)", Facts("wob-6-1", "2018-05-22"), "2018-06-19", "2018-06-19"),
        Vector("T18", "Wob 6(2)", Facts("wob-6-1", "2018-05-22", 28), "2018-07-17", "2018-07-17"),
        Vector("T19", "Wob 6(6), Good Friday", Facts("wob-6-6", "2019-04-05"), "2019-04-19", "2019-04-23"),
        Vector("T20", "Awb 6:7 and 6:24, Whit Monday (ECLI:NL:GHARL:2025:2140)", Facts("awb-6.7-higher-appeal", "2024-04-08"), "2024-05-20", "2024-05-21"),
        Vector("T21", "Awb 6:7, Good Friday", Facts("awb-6.7", "2022-03-04"), "2022-04-15", "2022-04-19"),
        Vector("T22", "Awb 7:10(1), six weeks after T21", Facts("awb-7.10-1", "2022-04-19"), "2022-05-31", "2022-05-31"),
        Vector("T22", "Awb 7:10(1), twelve weeks", Facts("awb-7.10-1-committee", "2022-04-19"), "2022-07-12", "2022-07-12"),
        Vector("T22", "Awb 7:10(3), twelve and six weeks", Facts("awb-7.10-1-committee", "2022-04-19", 42), "2022-08-23", "2022-08-23"),
        Vector("T23", "Woo 4.4(2), Sunday", Facts("woo-4.4-1", "2024-06-02", 14), "2024-07-14", "2024-07-15"),
        Vector("T24", "Woo 4.1(5), Good Friday", Facts("woo-4.1-5", "2023-03-24"), "2023-04-07", "2023-04-11"),
        Vector("T25", "Woo 4.4(1) without suspension", Facts("woo-4.4-1", "2024-09-02"), "2024-09-30", "2024-09-30"),
        Vector("T25", "Woo 4.4(3), 14 days", Facts("woo-4.4-1", "2024-09-02", 0, "woo-4.4-3", "2024-09-10", "2024-09-24"), "2024-10-14", "2024-10-14"),
        Vector("T25", "Woo 4.4(3) and 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14, "woo-4.4-3", "2024-09-10", "2024-09-24"), "2024-10-28", "2024-10-28"),
        Vector("T26", "Awb 4:15(1)(a), 8 days", Facts("woo-4.4-1", "2024-09-02", 0, "awb-4.15-1-a", "2024-09-10", "2024-09-19"), "2024-10-08", "2024-10-08"),
        Vector("T26", "Awb 4:15(1)(a) and Woo 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14, "awb-4.15-1-a", "2024-09-10", "2024-09-19"), "2024-10-22", "2024-10-22"),
        Vector("T27", "Woo 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14), "2024-10-14", "2024-10-14"),
        Vector("T27", "Awb 6:12(2)", Facts("awb-6.12-2", "2024-10-16"), "2024-10-30", "2024-10-30"),
        Vector("T28", "Wob 6(1), last day under the Wob", Facts("wob-6-1", "2022-04-01"), "2022-04-29", "2022-04-29"),
        Vector("T28", "Wob 6(2) over the transition, designated Friday", Facts("wob-6-1", "2022-04-01", 28), "2022-05-27", "2022-05-30"),
        Vector("T29", "Wob 6(5), Atw not applied", Facts("wob-6-5", "2022-03-04"), "2022-03-18", "2022-03-18"),
        Vector("T30", "Atw 4, thirteen weeks do not roll", Facts("awb-8.55b-hearing", "2023-01-07"), "2023-04-08", "2023-04-08"),
        Vector("T30", "Atw 4, twelve weeks roll", Facts("awb-7.10-1-committee", "2023-01-07"), "2023-04-01", "2023-04-03"),
        Vector("T31", "Atw 2, three days with two working days", Facts("atw-1-1", "2023-04-06") with { Chosen = TermLength.Days(3) }, "2023-04-09", "2023-04-12"),
        Vector("T33", "Wob 6(1), 4 May 2020 not designated", Facts("wob-6-1", "2020-04-06"), "2020-05-04", "2020-05-04"),
        Vector("T33", "Wob 6(1), 26 April 2021 not designated", Facts("wob-6-1", "2021-03-29"), "2021-04-26", "2021-04-26"),
        Vector("T33", "Wob 6(1), 6 May 2022 not designated", Facts("wob-6-1", "2022-04-08"), "2022-05-06", "2022-05-06"),
    ];

    private static TheoryDataRow<TermFacts, string, string> Vector(string id, string article, TermFacts facts, string nominal, string due) =>
        new(facts, nominal, due) { Label = $"{id} {article}: {facts.StartedOn:O} -> {nominal} -> {due}" };

    private static TermFacts Facts(string rule, string start, int extension = 0) => new(rule, DateOnly.Parse(start), ExtensionDays: extension);

    private static TermFacts Facts(string rule, string start, int extension, string basis, string trigger, string ended) =>
        Facts(rule, start, extension) with
        {
            Suspensions = [SuspensionBases.Find(basis)!.Between(DateOnly.Parse(trigger), DateOnly.Parse(ended))!],
        };
}
