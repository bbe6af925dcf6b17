using System.Collections.Immutable;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>A production report is taken in as a whole or not at all, and what it says is then what the inventory says.</summary>
public sealed class ImportInventoryTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);

    [Fact]
    public void Import_NewIds_BecomeStubs_JudgedAsTheRowsSay()
    {
        var life = Imported(Given.ACaseInCollection(), Row("A-1", "Nota", "Niet openbaar", "10.1.b; art. 10 lid 2 sub e") with { Date = "2018-04-03", FileType = "docx" });

        var line = LineOf(life.Case, "A-1");
        (line.Number, line.Judgement, line.Date, line.FileType, line.Kind).ShouldBe((3, Judgement.NotPublic, new DateOnly(2018, 4, 3), "docx", DocumentKind.Other));
        line.Grounds.Select(ground => ground.Key).ShouldBe(["10.1b", "10.2e"]);
        life.Case.Documents.Last().Content.ShouldBeNull();
        life.Case.Imports.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            import => (import.Rows, import.Added, import.Updated, import.Left).ShouldBe((1, 1, 0, 2)), import => import.FinishedOn.ShouldBe(Day));
    }

    [Fact]
    public void Import_RowAboutADocument_DescribesAndJudgesIt_AndLeavesItsEmptyCells()
    {
        var before = Imported(Given.ACaseInCollection(), Row("A-1", "Nota", "Openbaar", null) with { Remark = "Zie ook elders", Thread = "T7" });
        var life = Imported(before, Row("a-1", "Notitie", "Reeds openbaar", null) with { PublicLink = "https://example.nl/nota" });

        var line = LineOf(life.Case, "A-1");
        (line.Judgement, line.Location, line.Thread, life.Case.Documents.Count).ShouldBe((Judgement.AlreadyPublic, "https://example.nl/nota", "T7", 3));
        (line.Title, line.Remark).ShouldSatisfyAllConditions(
            texts => texts.Title.ShouldNotBe(LineOf(before.Case, "A-1").Title), texts => texts.Remark.ShouldBe(LineOf(before.Case, "A-1").Remark));
        life.Case.Imports[^1].ShouldSatisfyAllConditions(import => import.Added.ShouldBe(0), import => import.Updated.ShouldBe(1));
    }

    [Fact]
    public void Import_OwnNumber_IsTheIdOfADocumentThatCameWithNone()
    {
        var life = Imported(Given.ACaseInCollection(), Row("doc-1", "Nota", "Buiten verzoek", null));

        Inventory.Of(life.Case).Select(line => line.Judgement).ShouldBe([Judgement.OutOfScope, null]);
        life.Case.Documents.Count.ShouldBe(2);
    }

    [Fact]
    public void Import_SecondTime_ChangesNothing()
    {
        ImmutableArray<ReportedRow> rows =
        [
            Row("A-1", "Nota", "Deels openbaar", "10.2.e") with { Remark = "Let op", Suspended = "ja", Date = "3-4-2018", Family = "F9", Thread = "T1", FileType = "pdf" },
            Row("A-2", "Bijlage", "Niet openbaar", "dubbel") with { Family = "A-1", Related = "A-1" },
            Row("A-3", "Brief", "Reeds openbaar", null) with { PublicLink = "https://example.nl", Related = "A-2;A-1" },
        ];
        // A duplicate that is judged otherwise than what it duplicates needs a ground of its own.
        rows = rows.SetItem(1, rows[1] with { Judgement = "Deels openbaar" });
        var life = Imported(Given.ACaseInCollection(), [.. rows]);

        Try(life, [.. rows]).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        LineOf(life.Case, "A-2").ShouldSatisfyAllConditions(
            line => line.DuplicateOf.ShouldBe(new DocumentId(3)), line => line.Family.ShouldBe(new DocumentId(3)), line => line.Judgement.ShouldBe(Judgement.PartlyPublic));
        LineOf(life.Case, "A-3").Related.ShouldBe([new DocumentId(4), new DocumentId(3)]);
        LineOf(life.Case, "A-1").ShouldSatisfyAllConditions(line => line.Suspended.ShouldBeTrue(), line => line.FamilyCode.ShouldBe("F9"));
    }

    /// <summary>Each row wrong in one way, with the column that says so.</summary>
    private static readonly (ReportedRow Row, string Column)[] WrongRows =
    [
        (Row(null, "Nota", "Openbaar", null), "id"),
        (Row("twee woorden", "Nota", "Openbaar", null), "id"),
        (Row(new string('x', 65), "Nota", "Openbaar", null), "id"),
        (Row("doc-9", "Nota", "Openbaar", null), "id"),
        (Row("A-1", null, "Openbaar", null), "document"),
        (Row("A-1", new string('x', 301), "Openbaar", null), "document"),
        (Row("A-1", "Nota", null, null), "beoordeling"),
        (Row("A-1", "Nota", "onbekend", null), "beoordeling"),
        (Row("A-1", "Nota", "Niet openbaar", null), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Deels openbaar", null), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Deels openbaar", "10.2.z"), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Deels openbaar", "5.1.2.e"), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Deels openbaar", "10.2.e;10.2e"), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Deels openbaar", "10.7.a"), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Openbaar", "10.2.e"), "beoordelingsgrond"),
        (Row("A-1", "Nota", "Niet openbaar", "dubbel"), "gerelateerd id"),
        (Row("A-1", "Nota", "Reeds openbaar", null), "publieke link"),
        (Row("A-1", "Nota", "Reeds openbaar", null) with { PublicLink = "javascript:alert(1)" }, "publieke link"),
        (Row("A-1", "Nota", "Openbaar", null) with { Date = "03/04/2018" }, "datum"),
        (Row("A-1", "Nota", "Openbaar", null) with { Date = "2022-02-15" }, "datum"),
        (Row("A-1", "Nota", "Openbaar", null) with { Suspended = "misschien" }, "opgeschort"),
        (Row("A-1", "Nota", "Openbaar", null) with { Family = "<script>" }, "family"),
        (Row("A-1", "Nota", "Openbaar", null) with { Thread = "Jan Jansen" }, "email thread id"),
        (Row("A-1", "Nota", "Openbaar", null) with { FileType = "<b>" }, "file type"),
        (Row("A-1", "Nota", "Openbaar", null) with { Remark = new string('x', 4001) }, "toelichting"),
        (Row("A-1", "Nota", "Openbaar", null) with { CaseNumber = "case-2" }, "zaaknr"),
        (Row("A-1", "Nota", "Openbaar", null) with { Related = "A-7" }, "gerelateerd id"),
        (Row("A-1", "Nota", "Openbaar", null) with { Related = "a-1" }, "gerelateerd id"),
    ];

    public static TheoryData<int> EachWrongRow => [.. Enumerable.Range(0, WrongRows.Length)];

    [Theory]
    [MemberData(nameof(EachWrongRow))]
    public void Import_CellThatIsWrong_IsSaidByRowAndColumn_AndNothingIsTakenIn(int index)
    {
        var (row, column) = WrongRows[index];

        var refused = Try(Given.ACaseInCollection(), Row("B-1", "Goed", "Openbaar", null), row with { Number = 3 }).ShouldBeOfType<Refused>();

        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Invalid, "inventory-not-imported"));
        refused.Errors.Select(error => error.Field).ShouldBe([$"rows[3].{column}"]);
    }

    [Fact]
    public void Import_EverythingThatIsWrong_IsSaidAtOnce_WithoutAWordOfTheCells()
    {
        var refused = Try(
            Given.ACaseInCollection(),
            Row("A-1", "Geheim over Jansen", "Jansen zegt nee", "Jansen") with { Date = "Jansen", Suspended = "Jansen", PublicLink = "Jansen", Related = "Jansen" },
            Row("a-1", null, "Niet openbaar", null) with { Number = 3 }).ShouldBeOfType<Refused>();

        refused.Errors.Select(error => error.Field).ShouldBe(
            ["rows[2].beoordelingsgrond", "rows[2].beoordeling", "rows[2].datum", "rows[2].opgeschort", "rows[2].gerelateerd id", "rows[3].id", "rows[3].document", "rows[3].beoordelingsgrond"], ignoreOrder: true);
        refused.Errors.ShouldAllBe(error => !error.Detail.Contains("Jansen", StringComparison.OrdinalIgnoreCase) && !error.Field.Contains("Jansen", StringComparison.OrdinalIgnoreCase));
        refused.Errors.Single(error => error.Field == "rows[3].id").Detail.ShouldContain("rij 2");
    }

    [Fact]
    public void Import_JudgementOtherThanThePassages_IsRefusedInItsRow()
    {
        var life = Given.AReviewedCase();

        Try(life, Row("doc-2", "Analyse", "Openbaar", null)).ShouldBeOfType<Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("rows[2].beoordeling");
        Try(life, Row("doc-2", "Analyse", "Deels openbaar", "10.2.e")).ShouldBeOfType<Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("rows[2].beoordelingsgrond");
        Try(life, Row("doc-2", "Analyse", "Deels openbaar", Given.StateSecurity.Key)).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void Import_DocumentsInACircle_IsRefused()
    {
        var refused = Try(
            Given.ACaseInCollection(), Row("A-1", "Nota", "Openbaar", null) with { Family = "A-2" }, Row("A-2", "Bijlage", "Openbaar", null) with { Number = 3, Family = "A-1" }).ShouldBeOfType<Refused>();

        refused.Errors.ShouldHaveSingleItem().Field.ShouldBe("rows[3].family");
        // That two have to do with each other is no circle.
        Imported(Given.ACaseInCollection(), Row("A-1", "Nota", "Openbaar", null) with { Related = "A-2" }, Row("A-2", "Brief", "Openbaar", null) with { Number = 3, Related = "A-1" });
    }

    [Fact]
    public void Import_OfARefusal_AsksForItsReasonsLater_AndTheCheckFindsThemMissing()
    {
        var life = Imported(Given.AReviewedCase(), Row("A-1", "Nota", "Niet openbaar", "10.2.e")).With(new DraftDecision(DecisionKind.Primary), on: Day, by: Persons.Handler);

        life.Case.Documents.Last().Assessment!.Reason.ShouldBeNull();
        DecisionChecks.Of(life.Case, life.Decision, life.Facts, Day)
            .Single(check => check.Check == DecisionCheck.GroundsReasoned).State.ShouldBe(CheckState.Wrong);
    }

    [Fact]
    public void Import_WithoutAListedDocument_KeepsIt_AndSaysSo()
    {
        var life = Given.ACaseThatOwesADecision();
        var before = Inventory.Of(life.Case);

        var after = Imported(life, Row("doc-1", "Nota", Judgements.Dutch(before[0].Judgement!.Value), string.Join(';', before[0].Grounds)) with { Date = "2021-04-10" });

        after.Case.Imports[^1].Left.ShouldBe(1);
        Inventory.Of(after.Case).Select(line => line.DocumentId).ShouldBe(before.Select(line => line.DocumentId));
    }

    [Fact]
    public void Import_OfADocumentAboveTheClearance_LeavesItsWords()
    {
        var life = Given.ACaseInCollection().With(new DescribeDocument(Given.Doc1, Marking: Marking.StgGeheim), on: Day, by: Persons.Handler);

        var after = Imported(life, Row("doc-1", "[gerubriceerd]", "Niet openbaar", "10.1.b") with { Remark = "x" });

        after.Case.Documents[Given.Doc1]!.Title.ShouldBe(life.Case.Documents[Given.Doc1]!.Title);
        LineOf(after.Case, "doc-1").ShouldSatisfyAllConditions(line => line.Judgement.ShouldBe(Judgement.NotPublic), line => line.Remark.ShouldBeNull());
    }

    [Fact]
    public void Import_ClosedCollectionOrReview_IsRefusedWhereItWouldTouchThem()
    {
        var life = Given.ACaseInCollection().With(new RecordSearch(SearchChannel.Mail, "postvak", "x", 2), on: Day, by: Persons.Handler).With(new CloseCollection(), on: Day, by: Persons.Handler);

        Try(life, Row("A-1", "Nota", "Openbaar", null)).ShouldBeRefused("collection-closed", "Wob 3");
        var judged = Imported(life, [Row("doc-1", Title(life, 1), "Openbaar", null), Row("doc-2", Title(life, 2), "Openbaar", null) with { Number = 3 }]);
        Try(judged.With(new CloseReview(), on: Day, by: Persons.Reviewer), Row("doc-1", Title(life, 1), "Buiten verzoek", null)).ShouldBeRefused("review-closed", "Wob 3");
    }

    [Fact]
    public void Import_OfMoreRowsThanAnEventHolds_IsTakenInByParts_WhileEverythingElseStandsStill()
    {
        ImmutableArray<ReportedRow> rows =
        [
            .. Enumerable.Range(1, 620).Select(i => Row($"N{i}", $"Stuk {i}", i % 3 == 0 ? "Niet openbaar" : "Openbaar", i % 3 == 0 ? "10.1.b" : null) with
            {
                Number = i + 1,
                Family = i % 10 == 0 ? null : $"N{620 - (620 - i) / 10 * 10}",
                Related = i == 5 ? "N619" : null,
            }),
        ];
        var life = Given.ACaseInCollection();
        var begun = Try(life, [.. rows]).ShouldBeOfType<Accepted>().Events.ShouldHaveSingleItem().ShouldBeOfType<InventoryImportBegun>();
        life = life.Happened(begun, Life.TenOClock(Day), Day, "handler");

        var parts = new List<int>();
        while (life.Agenda(Life.TenOClock(Day)).Due.OfType<ImportRows>().SingleOrDefault() is { } duty)
        {
            life.Try(new AddDocument("Tussendoor"), Day, Persons.Handler).ShouldBeRefused("import-unfinished", "Wob 3");
            var part = InventoryImports.Take(life.Case, duty, Report(life, rows), Life.At(Day, Actor.Engine, life.Facts)).ShouldBeOfType<Accepted>().Events;
            InventoryImports.Take(part.Aggregate(life, (at, happened) => at.Happened(happened, Life.TenOClock(Day), Day, "engine")).Case, duty, Report(life, rows), Life.At(Day, Actor.Engine, life.Facts))
                .ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
            parts.Add(((InventoryRowsImported)part[0]).Rows.Length);
            life = part.Aggregate(life, (at, happened) => at.Happened(happened, Life.TenOClock(Day), Day, "engine"));
        }

        parts[..3].ShouldBe([250, 250, 120]);
        life.Case.Documents.Count.ShouldBe(622);
        life.Case.Imports.ShouldHaveSingleItem().FinishedOn.ShouldBe(Day);
        LineOf(life.Case, "N5").Related.ShouldBe([new DocumentId(621)]);
        Try(life, [.. rows]).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Event_OfTheMostRowsAtOnce_IsFarBelowWhatAStepMayAppend()
    {
        var rows = Enumerable.Range(1, InventoryImports.AtOnce).Select(i => Row($"N{i}", $"Stuk {i}", "Reeds openbaar", null) with
        {
            Number = i + 1,
            PublicLink = "https://example.nl/" + new string('x', 1900),
            Remark = "x",
            Date = "2018-01-01",
            Family = new string('f', 64),
            Thread = new string('t', 64),
            FileType = "word document",
        });

        var events = Try(Given.ACaseInCollection(), [.. rows]).ShouldBeOfType<Accepted>().Events;

        events.Sum(happened => EventJson.Write(happened).Length).ShouldBeLessThan(768 * 1024);
    }

    /// <summary>What a report says is what the list says afterwards, and saying it again changes nothing.</summary>
    [Fact]
    public void Import_ThatIsTakenIn_IsTheInventory() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 6]).Array[1, 12].Sample(
        choices =>
        {
            ImmutableArray<ReportedRow> rows =
            [
                .. choices.Select((choice, i) => Row($"N{i}", $"Stuk {i}", Judgements.Dutch((Judgement)choice.Item1), Judgements.NeedsGround((Judgement)choice.Item1) ? SomeGrounds[choice.Item2] : null) with
                {
                    Number = i + 2,
                    PublicLink = choice.Item1 == (int)Judgement.AlreadyPublic ? $"https://example.nl/{i}" : null,
                    Family = choice.Item3 < i ? $"N{choice.Item3}" : null,
                }),
            ];
            var life = Imported(Given.AReviewedCase(), [.. rows]);
            foreach (var row in rows)
            {
                var line = LineOf(life.Case, row.Id!);
                (Judgements.Dutch(line.Judgement!.Value), line.Location).ShouldBe((row.Judgement, row.PublicLink));
                string.Join(';', line.Grounds).ShouldBe(row.Grounds ?? "");
            }

            Try(life, [.. rows]).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
        },
        iter: 100);

    private static readonly string[] SomeGrounds = ["10.1b", "10.2e", "10.2a;10.2g", "10.1b;10.2e;11.1"];

    private static ReportedRow Row(string? id, string? document, string? judgement, string? grounds) => new(2, id, document, judgement, grounds);

    private static string Title(Life life, int number) => life.Log.Select(recorded => recorded.Event).OfType<DocumentAdded>().Single(added => added.DocumentId.Number == number).Title.Text!;

    private static InventoryLine LineOf(Case c, string id) => Inventory.Of(c).Single(line => line.Id == id);

    private static Life Imported(Life life, params ReportedRow[] rows) =>
        Try(life, rows).ShouldBeOfType<Accepted>().Events.Aggregate(life, (at, happened) => at.Happened(happened, Life.TenOClock(Day), Day, Persons.Handler.Id));

    private static Outcome Try(Life life, params ReportedRow[] rows) => life.Try(new ImportInventory { Report = Report(life, [.. rows]) }, Day, Persons.Handler);

    /// <summary>With the words that the case has, as the store would give them.</summary>
    private static ProductionReport Report(Life life, ImmutableArray<ReportedRow> rows) => new(new string('a', 64), ".csv", rows, InventoryImports.TextsOf(life.Case, rows).Distinct().ToDictionary(
        text => text, text => text.Text!));
}
