using System.Collections.Immutable;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>The inventory follows from the assessments, keeps its numbers, and loses no line that was shown outside the house.</summary>
public sealed class InventoryTests
{
    private static readonly DateOnly Day = new(2022, 2, 14);

    [Fact]
    public void Inventory_OfAReviewedCase_SaysWhatWasJudged()
    {
        var lines = Inventory.Of(Given.AReviewedCase().Case);

        lines.Select(line => (line.Number, line.Judgement)).ShouldBe([(1, Judgement.Public), (2, Judgement.PartlyPublic)]);
        lines[1].Grounds.ShouldBe([Given.StateSecurity]);
        lines.ShouldAllBe(line => line.DroppedOn == null);
    }

    [Fact]
    public void Inventory_DocumentDroppedBeforeAnyDecision_IsNotListed_AndItsNumberIsNotGivenAgain()
    {
        var life = Given.ACaseInCollection()
            .With(new DropDocument(Given.Doc1, "Valt er niet onder."), on: Day, by: Persons.Handler)
            .With(new AddDocument("Derde"), on: Day, by: Persons.Handler);

        Inventory.Of(life.Case).Select(line => line.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void Inventory_DocumentDroppedAfterADecision_StaysListed_OutsideTheRequest()
    {
        var on = new DateOnly(2022, 4, 1);
        var life = Given.ACaseThatOwesADecision().With(new DropDocument(Given.Doc2, "Toch niet."), on: on, by: Persons.Handler);

        var line = Inventory.Of(life.Case).Single(line => line.DocumentId == Given.Doc2);

        (line.Number, line.Judgement, line.DroppedOn).ShouldBe((2, Judgement.OutOfScope, on));
        line.Grounds.ShouldBeEmpty();
    }

    [Fact]
    public void Inventory_AttachmentOfAnAttachment_IsFamilyOfTheFirst()
    {
        var life = Given.ACaseInCollection().With(new AddDocument("Bijlage bij bijlage"), on: Day, by: Persons.Handler)
            .With(new LinkDocument(Given.Doc2, Given.Doc1, DocumentLinkKind.AttachmentOf), on: Day, by: Persons.Handler)
            .With(new LinkDocument(new(3), Given.Doc2, DocumentLinkKind.AttachmentOf), on: Day, by: Persons.Handler);

        Inventory.Of(life.Case).Select(line => line.Family).ShouldBe([null, Given.Doc1, Given.Doc1]);
    }

    [Fact]
    public void Decision_WhenTaken_KeepsWhatItListed()
    {
        Given.AnApprovedDecision().Decision.Listed.ShouldBeEmpty();

        var life = Given.ADecisionTaken();

        life.Decision.Listed.ShouldBe([Given.Doc1, Given.Doc2]);
        life.Decision.InventoryBasis.ShouldBe(Inventory.BasisOf(life.Case));
    }

    [Fact]
    public void Basis_OfTheSameJudgements_IsTheSame_WhoeverGaveThem()
    {
        var once = Given.AReviewedCase();
        var again = once.With(new AssessDocument(Given.Doc1, Judgement.Public), on: Day, by: Persons.Handler);
        var otherwise = once.With(new AssessDocument(Given.Doc1, Judgement.AlreadyPublic, Location: "https://example.nl/stuk"), on: Day, by: Persons.Handler);

        Inventory.BasisOf(again.Case).ShouldBe(Inventory.BasisOf(once.Case));
        Inventory.BasisOf(otherwise.Case).ShouldNotBe(Inventory.BasisOf(once.Case));
    }

    /// <summary>Told anew, step for step, from what was asked, and compared with the inventory after each of them.</summary>
    [Fact]
    public void Inventory_AfterAnySteps_AgreesWithTheAssessments()
    {
        var taken = new int[Kinds];
        Steps.Sample(
            steps =>
            {
                var life = Given.ACaseInCollection();
                var numbers = new Dictionary<DocumentId, int>();
                var listed = new HashSet<DocumentId>();
                foreach (var (kind, document, choice) in steps)
                {
                    var after = Attempt(life, kind, new DocumentId(document), choice);
                    if (!ReferenceEquals(after, life))
                        Interlocked.Increment(ref taken[kind]);
                    life = after;
                    Agrees(life.Case);
                    // A number means one document for good.
                    foreach (var line in Inventory.Of(life.Case))
                    {
                        numbers.TryAdd(line.DocumentId, line.Number);
                        line.Number.ShouldBe(numbers[line.DocumentId]);
                    }

                    // And what a decision listed never vanishes again.
                    listed.UnionWith(life.Case.Decisions.Where(decision => decision.TakenOn is not null).SelectMany(decision => decision.Listed));
                    listed.Except(Inventory.Of(life.Case).Select(line => line.DocumentId)).ShouldBeEmpty();
                }

                numbers.Values.ShouldBeUnique();
            },
            iter: 600);
        // Every kind of step was really taken, so that none of them is held by nothing.
        taken.ShouldAllBe(times => times > 0);
    }

    private const int Kinds = 15;

    private static readonly Gen<(int Kind, int Document, int Choice)[]> Steps =
        Gen.Select(Gen.Int[0, Kinds - 1], Gen.Int[1, 6], Gen.Int[0, 3]).Array[0, 40];

    private static readonly DocumentLinkKind[] OtherLinks = [DocumentLinkKind.AttachmentOf, DocumentLinkKind.DerivedFrom, DocumentLinkKind.RelatedTo, DocumentLinkKind.AttachmentOf];

    /// <summary>The case after the step; the very same where it was refused.</summary>
    private static Life Attempt(Life life, int kind, DocumentId document, int choice)
    {
        if (kind == Kinds - 1)
            return Decided(life);
        return After(life, Asked(life, kind, document, choice));
    }

    private static Life After(Life life, Outcome outcome, Actor? by = null) => outcome is Accepted { Events: { IsEmpty: false } events }
        ? events.Aggregate(life, (at, happened) => at.Happened(happened, Life.TenOClock(Day), Day, (by ?? Persons.Reviewer).Id))
        : life;

    /// <summary>Decides on what is judged, so that it is listed from then on; where that can't be done nothing is.</summary>
    private static Life Decided(Life before)
    {
        var (life, decision) = (before, before.Case.Decisions.NextId);
        foreach (var step in (Func<Life, Outcome>[])
        [
            now => now.Try(new DraftDecision(DecisionKind.Primary), Day, Persons.Handler),
            now => now.LettersPrepared(Day).Try(new SubmitDecision(decision), Day, Persons.Handler),
            now => now.Try(new ApproveDecision(decision), Day, Persons.Approver),
            now => now.Try(new TakeDecision(decision), Day, Persons.Signatory),
        ])
        {
            if (step(life) is not Accepted taken)
                return before;
            life = After(life.LettersPrepared(Day), taken);
        }

        return life.Sent(LetterKind.Decision, decision.ToString(), Day, by: Persons.Signatory, channel: Channel.Post);
    }

    private static Outcome Asked(Life life, int kind, DocumentId document, int choice) => kind switch
    {
        0 => life.Try(new AddDocument("Stuk"), Day, Persons.Handler),
        1 => life.Try(new DropDocument(document, "Nee."), Day, Persons.Handler),
        2 => life.Try(Whole(document, choice), Day, Persons.Reviewer),
        3 => life.Try(new AssessPassage(
            document, 1, (Treatment)choice, Grounds: choice == (int)Treatment.Withheld ? [Given.StateSecurity] : [], Reason: "Daarom."), Day, Persons.Reviewer),
        4 => life.Case.Passages.FirstOrDefault(passage => passage.DocumentId == document) is { } passage
            ? life.Try(new AssessPassage(
                document, 1, (Treatment)choice, passage.Id, Grounds: choice == (int)Treatment.Withheld ? [Ground.Parse("10.2.e")] : [], Reason: "Toch."), Day, Persons.Reviewer)
            : Outcome.Of(),
        5 => life.Try(new ImportInventory { Report = Report(life, document, choice) }, Day, Persons.Handler),
        6 => life.Try(new LinkDocument(document, new DocumentId(choice + 1), DocumentLinkKind.DuplicateOf), Day, Persons.Handler),
        7 => life.Try(new LinkDocument(document, new DocumentId(choice + 1), OtherLinks[choice]), Day, Persons.Handler),
        8 => life.Try(new AssessPassages((Treatment)choice, [new(document, 2), new(new(choice + 1), 3)], Grounds: choice == (int)Treatment.Withheld ? [Ground.Parse("11.1")] : [], Reason: "Samen."), Day, Persons.Reviewer),
        9 => life.Try(new AssessDocuments(choice % 2 == 0 ? Judgement.Public : Judgement.NotPublic, [document, new(choice + 1)], choice % 2 == 0 ? [] : [Given.StateSecurity], "Samen."), Day, Persons.Reviewer),
        10 => life.Try(Given.AFile((char)('a' + choice)), Day, Persons.Handler),
        11 => life.Try(new RemoveContent(document, Marking.StgGeheim, "De kluis."), Day, Persons.Handler),
        12 => life.Try(new Correct(CorrectableFact.ReceivedOn, Given.ReceivedOn.AddDays(choice - 2), "Verkeerd gestempeld."), Day, Persons.Coordinator),
        _ => life.Try(new DescribeDocument(document, Title: $"Anders {choice}", Date: Given.ReceivedOn.AddDays(choice)), Day, Persons.Handler),
    };

    /// <summary>Of one document, whether it is here or not, and one that every report lists.</summary>
    private static ProductionReport Report(Life life, DocumentId document, int choice)
    {
        var there = life.Case.Documents[document] is null ? null : Inventory.Of(life.Case).FirstOrDefault(line => line.DocumentId == document);
        var judgement = (Judgement)choice;
        ImmutableArray<ReportedRow> rows =
        [
            new(2, there?.Id ?? $"R-{document.Number}", "Stuk", Judgements.Dutch(judgement), Judgements.NeedsGround(judgement) ? "10.1.b" : null) { PublicLink = "https://example.nl/stuk" },
            new(3, "R-0", "Altijd", "Niet openbaar", "10.1.b;10.2.e"),
        ];
        return new(new string('a', 64), ".csv", rows, InventoryImports.TextsOf(life.Case, rows).Distinct().ToDictionary(text => text, text => text.Text!));
    }

    private static AssessDocument Whole(DocumentId document, int choice) => choice switch
    {
        0 => new(document, Judgement.Public),
        1 => new(document, Judgement.NotPublic, [Given.StateSecurity], "Geheim."),
        2 => new(document, Judgement.AlreadyPublic, Location: "https://example.nl/stuk"),
        _ => new(document, Judgement.OutOfScope),
    };

    private static void Agrees(Case c)
    {
        var lines = Inventory.Of(c);
        var decided = c.Decisions.SelectMany(decision => decision.Listed).ToHashSet();
        lines.Select(line => line.DocumentId).ShouldBe(c.Documents.Where(document => document.InScope || decided.Contains(document.Id)).Select(document => document.Id));
        foreach (var line in lines)
        {
            var document = c.Documents[line.DocumentId]!;
            (line.Title, line.Date, line.DuplicateOf, line.DroppedOn).ShouldBe((document.Title, document.Date, document.DuplicateOf, document.DroppedOn));
            if (document.DroppedOn is not null)
            {
                (line.Judgement, line.Grounds.IsEmpty).ShouldBe((Judgement.OutOfScope, true));
                continue;
            }

            var passages = c.Passages.Where(passage => passage.DocumentId == document.Id).ToList();
            line.Judgement.ShouldBe(Expected(c, document));
            // Every ground in the list is one on which something in the document is withheld, and the other way round.
            line.Grounds.ToHashSet().SetEquals(
                passages.Where(passage => passage.Treatment == Treatment.Withheld).SelectMany(passage => passage.Grounds).Concat(document.Assessment?.Grounds ?? [])).ShouldBeTrue();
            (line.Location is not null).ShouldBe(document.Assessment?.Judgement == Judgement.AlreadyPublic);
        }
    }

    private static Judgement? Expected(Case c, Document document)
    {
        var treatments = c.Passages.Where(passage => passage.DocumentId == document.Id).Select(passage => passage.Treatment).ToHashSet();
        return (document.Assessment?.Judgement, treatments.Contains(Treatment.Withheld)) switch
        {
            (null, _) when treatments.Count == 0 => document.DuplicateOf is { } original ? Expected(c, c.Documents[original]!) : null,
            (Judgement.NotPublic, _) => Judgement.NotPublic,
            (Judgement.OutOfScope, _) => Judgement.OutOfScope,
            (_, true) => Judgement.PartlyPublic,
            (Judgement.AlreadyPublic, _) => Judgement.AlreadyPublic,
            (Judgement.PartlyPublic, _) => Judgement.PartlyPublic,
            _ => Judgement.Public,
        };
    }
}
